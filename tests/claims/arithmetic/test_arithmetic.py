"""What holds of the check whatever the figures: texts made of figures, without a parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.figures.arithmetic import ArithmeticFinding, check


@dataclass(frozen=True)
class Written:
    """A figure as a row of the database has it: what is empty is an empty string."""

    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str = "exact"
    unit: str = ""
    currency: str = ""
    change: str = ""
    counted_head: str = ""


_FIGURE = re.compile(r"(?P<euro>€)?(?P<number>\d+)(?P<scale> million)?(?P<percent> percent)?")


def figures_of(text: str) -> list[Written]:
    """The figures of a text of this module: "112", "€84 million", "60 percent"."""
    found = []
    for match in _FIGURE.finditer(text):
        value = Decimal(match["number"].replace(",", ""))
        value *= 1_000_000 if match["scale"] else 1
        kind = "money" if match["euro"] else "percent" if match["percent"] else "count"
        unit, currency = ("percent" if match["percent"] else ""), ("EUR" if match["euro"] else "")
        found.append(Written(*match.span(), kind, value, value, unit=unit, currency=currency))
    return found


def found_in(text: str) -> list[tuple[str, Decimal, Decimal]]:
    return [(one.kind, one.stated, one.computed) for one in check(text, figures_of(text))]


def listed(total: int, parts: list[int], *, form: str = "{}") -> str:
    said = [f"{form.format(part)} for {name}" for part, name in zip(parts, NAMES, strict=False)]
    return f"It spent {form.format(total)}: {', '.join(said[:-1])} and {said[-1]}."


NAMES = ("homes", "roads", "farms", "ports", "schools", "parks")
unrounded = st.integers(1, 10**6).filter(lambda number: number % 10)
some_parts = st.lists(unrounded, min_size=2, max_size=len(NAMES))


@given(some_parts)
def test_parts_that_make_their_total_are_never_found(parts: list[int]) -> None:
    assert found_in(listed(sum(parts), parts)) == []


@given(some_parts, st.integers(1, 10**6))
def test_parts_that_are_more_are_found(parts: list[int], more: int) -> None:
    total = sum(parts) - more
    ends = [sum(some) for at in range(len(parts)) for some in (parts[:at], parts[at:])]
    if total % 10 == 0 or total < max(parts) or total in ends:
        return
    assert found_in(listed(total, parts)) == [("sum", total, sum(parts))]


@given(st.lists(unrounded, min_size=2, max_size=4), st.integers(1, 10**6))
def test_the_order_of_the_parts_changes_nothing(parts: list[int], more: int) -> None:
    total = sum(parts) - more
    orders = list(permutations(parts))
    ends = {sum(order[:at]) for order in orders for at in range(1, len(parts))}
    if total % 10 and total > 0 and total not in ends:
        assert len({tuple(found_in(listed(total, list(order)))) for order in orders}) == 1


@given(st.lists(st.integers(1, 999), min_size=2, max_size=4), st.integers(1, 5000))
def test_other_units_change_nothing_but_the_size(parts: list[int], total: int) -> None:
    small = found_in(listed(total, parts, form="€{}"))
    large = found_in(listed(total, parts, form="€{} million"))
    million = Decimal(10) ** 6
    assert large == [(kind, one * million, other * million) for kind, one, other in small]


@given(unrounded, unrounded, st.integers(-100, 100))
def test_a_share_is_found_where_it_is_off(part: int, rest: int, off: int) -> None:
    whole = part + rest
    percent = round(100 * part / whole)
    if whole % 10 == 0 or percent + off < 0:
        return
    found = found_in(f"They lost {part} of the {whole} ships, or {percent + off} percent.")
    if off == 0:
        assert found == []
    elif abs(off) > 6:  # of "100 percent" the zeros may be rounding
        assert [kind for kind, _, _ in found] == ["share"]


@given(unrounded, unrounded, st.integers(-100, 100))
def test_growth_is_found_where_it_is_off(first: int, second: int, off: int) -> None:
    percent = round(100 * abs(second - first) / first)
    if percent + off < 0 or percent > 99:
        return
    found = found_in(f"It went from {first} to {second}, a rise of {percent + off} percent.")
    if off == 0:
        assert found == []
    elif abs(off) > 6:
        assert [kind for kind, _, _ in found] == ["growth"]


numbers = st.one_of(st.integers(0, 20), st.integers(0, 10**15 - 1))
TEMPLATES = (
    "It spent {0}: {1} for homes and {2} for roads.",
    "Of the {0} people, {1} voted for it and {2} against.",
    "They lost {0} of the {1} ships, or {2} percent.",
    "It went from {0} to {1}, a rise of {2} percent.",
    "It went from {0} percent to {1} percent, a rise of {2} percent.",
    "It has {0} members, {1} more than the {2} of last year.",
    "They found {0} here and {1} there, a total of {2}.",
    "About {0} percent went to homes, and the remaining {1} percent to roads and {2} more.",
    "There are {0} people. Of those, {1} are men and the other {2} are women.",
)


@given(st.sampled_from(TEMPLATES), numbers, numbers, numbers)
def test_no_figure_makes_it_raise(template: str, one: int, two: int, three: int) -> None:
    text = template.format(one, two, three)
    for finding in check(text, figures_of(text)):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.stated != finding.computed
        assert len(finding.computed.as_tuple().digits) <= 15


@given(
    st.sampled_from(TEMPLATES),
    st.lists(
        st.sampled_from(["about", "at_least", "more_than", "at_most", "less_than"]),
        min_size=3,
        max_size=3,
    ),
    st.lists(numbers, min_size=3, max_size=3),
)
def test_open_ends_do_not_make_it_raise(
    template: str, modifiers: list[str], values: list[int]
) -> None:
    text = template.format(*values)
    open_low, open_high = {"at_most", "less_than"}, {"at_least", "more_than"}
    figures = [
        Written(
            figure.start, figure.end, figure.kind,
            None if modifier in open_low else figure.low,
            None if modifier in open_high else figure.high, modifier, figure.unit,
        )
        for figure, modifier in zip(figures_of(text), modifiers, strict=True)
    ]  # fmt: skip
    check(text, figures)


@given(st.text(), st.permutations(range(6)))
def test_any_text_and_any_order_of_its_figures_will_do(text: str, order: list[int]) -> None:
    said = "It spent 112: 84 for homes and 31 for roads."
    text = f"{text} {said} {text} They lost 3 of 4, or 2 percent."
    figures = figures_of(text)
    if len(figures) == len(order):
        placed = [figures[place] for place in order]
        shuffled = check(text, placed)
        assert values(shuffled) == values(check(text, figures))
        for finding in shuffled:
            assert placed[finding.figures[0]].low == finding.stated


def values(findings: list[ArithmeticFinding]) -> list[dict]:
    return [finding.as_dict() for finding in findings]


def test_figures_of_the_database_have_places_that_say_nothing() -> None:
    text = (
        "It spent €112: €84 for homes and €31 for roads. They lost 3 of the 4 ships, or 2 percent."
    )
    figures = figures_of(text)
    stored = [
        replace(one, low=one.low.quantize(TWELVE), high=one.high.quantize(TWELVE))
        for one in figures
        if one.low and one.high
    ]
    assert values(check(text, stored)) == values(check(text, figures))
    assert len(check(text, stored)) == 2


TWELVE = Decimal("1e-12")


def test_a_finding_says_in_which_interval_it_would_hold() -> None:
    text = "They lost 84 of the 112 ships, or 60 percent."
    (finding,) = check(text, figures_of(text))
    assert (finding.tolerance.least, finding.tolerance.most) == (75, 75)
    assert text[finding.start : finding.end] == "84 of the 112 ships, or 60 percent"
    assert finding.figures == (2, 0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "They lost 3 of the 4 ships, or 2 percent. " * 3_400,
        "It spent 112: " + ", ".join(["84 for homes"] * 10_000),
        "There are 112 people. " + "Those 84 were men. " * 10_000,
        "It fell from 40 to 60 and " * 5_000,
    ],
)
def test_ten_thousand_figures_are_no_trouble(text: str) -> None:
    figures = figures_of(text)
    assert len(figures) > 9_000
    found = check(text, figures)
    assert len(found) in {0, text.count("They lost")}
