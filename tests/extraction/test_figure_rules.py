"""The tables of rules: each is read where its example says, and nowhere in its neighbours."""

from __future__ import annotations

import pytest

from claims.figures import read_figures
from claims.figures.multiples import BEHIND, FOLDS, IN_FRONT, TWICE, VERBS
from claims.figures.pairs import Pair, read_pair
from claims.figures.ranges import RANGES
from claims.figures.ratios import RATIOS
from claims.figures.reading import Taken, single_figures


@pytest.mark.parametrize("rule", [*RATIOS, *RANGES], ids=lambda rule: rule.example)
def test_every_rule_makes_one_figure_of_the_two_in_its_example(rule):
    pair = Pair(rule.example, *single_figures(rule.example, Taken([])))
    figure = read_pair(pair, [rule])
    assert figure is not None
    assert figure in [read_pair(pair, table) for table in (RATIOS, RANGES)]


@pytest.mark.parametrize(
    "rule", [*VERBS, *TWICE, *FOLDS, *BEHIND, *IN_FRONT], ids=lambda rule: rule.example
)
def test_every_multiple_is_read_in_its_example(rule):
    assert [figure.kind for figure in read_figures(rule.example, [])] == ["multiple"]


def shown(text: str) -> list[str]:
    return [
        f"{text[figure.start : figure.end]} = {figure.kind} {figure.low}..{figure.high}"
        for figure in read_figures(text, [])
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a 30-40-fold rise", ["30-40-fold = multiple 30..40"]),
        ("a 20-to-25-fold rise", ["20-to-25-fold = multiple 20..25"]),
        ("a 3- to 4-fold rise", ["3- to 4-fold = multiple 3..4"]),
        ("a two- to threefold rise", ["two- to threefold = multiple 2..3"]),
        ("a 3-4 times higher risk", ["3-4 times = multiple 3..4"]),
        ("a 5x higher price", ["5x = multiple 5..5"]),
        ("it fell by a factor of between 3 and 5", ["a factor of between 3 and 5 = multiple 3..5"]),
        ("by a factor of about ten", ["a factor of about ten = multiple 10..10"]),
        ("a safety factor of 3", ["3 = count 3..3"]),
        ("he rang three times the next day", ["three = count 3..3"]),
        ("a one-in-ten chance", ["one-in-ten = ratio 0.1..0.1"]),
        ("pupils aged 8–10 years", ["8–10 years = age 8..10"]),
        ("babies aged 6 to 18 months", ["6 to 18 months = age 6..18"]),
        ("a child aged 8 spent 10 years there", ["8 = age 8..8", "10 years = duration 10..10"]),
    ],
)
def test_two_numbers_are_one_figure_by_what_stands_around_them(text, figures):
    assert shown(text) == figures
