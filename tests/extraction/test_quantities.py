"""Figures in sentences: what is found, what it means, and where nothing is.

The tables stand in ``figure_sentences.py`` (with their notation), ``figure_clauses.py``,
``figure_forms.py`` and ``figure_silence.py``.
"""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.figures.finding import find_quantities
from claims.extraction.parsing import ParsedArticle, load, parse
from claims.extraction.records import ArticleText, Counted, DateSpan, Quantity
from claims.figures import TypedFigure, plain, read_figure
from claims.figures.lexicon.citations import CITATIONS
from claims.figures.lexicon.clock import CLOCK, SPOKEN
from claims.figures.lexicon.names import CASED, DATES, UNCASED
from tests.extraction.figure_clauses import CLAUSES
from tests.extraction.figure_forms import FORMS
from tests.extraction.figure_sentences import SENTENCES, Row
from tests.extraction.figure_silence import MISREAD, SILENT

_SIGNS = {
    "exact": "",
    "about": "~",
    "at_least": ">=",
    "more_than": ">",
    "at_most": "<=",
    "less_than": "<",
}


def shown(figure: Quantity) -> str:
    """The figure in the notation of the tables."""
    if figure.modifier == "between":
        value = f"{plain(figure.low)}..{plain(figure.high)}"
    else:
        bound = figure.high if figure.low is None else figure.low
        value = f"{_SIGNS[figure.modifier]}{plain(bound)}"
    parts = [figure.text, "=", figure.kind, value]
    if unit := figure.unit or figure.currency:
        parts.append(f"[{unit}]")
    if figure.counted:
        parts.append(f":{figure.counted.head}")
    if figure.change:
        parts.append({"increase": "up", "decrease": "down"}[figure.change])
    if figure.part_of is not None:
        parts.append(f"of={figure.part_of}")
    if figure.per:
        parts.append(f"per={figure.per}")
    return " ".join(parts)


def parsed(*texts: str) -> list[ParsedArticle]:
    articles = [ArticleText(str(number), text) for number, text in enumerate(texts)]
    return list(parse(articles, load()))


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The figures of every sentence of the tables, parsed in one batch."""
    found = (row[0] for row in (*SENTENCES, *CLAUSES, *FORMS))
    sentences = [*found, *SILENT, *(row[0] for row in MISREAD)]
    return {
        article.text: [shown(figure) for figure in find_quantities(article, [])]
        for article in parsed(*sentences)
    }


@pytest.mark.parametrize("row", [*SENTENCES, *CLAUSES, *FORMS], ids=lambda row: row[0])
def test_finds(found: dict[str, list[str]], row: Row) -> None:
    assert found[row[0]] == list(row[1:])


@pytest.mark.parametrize("sentence", SILENT)
def test_stays_silent(found: dict[str, list[str]], sentence: str) -> None:
    assert found[sentence] == []


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        pytest.param(row[0], row[1], marks=pytest.mark.xfail(strict=True, reason=row[2]))
        for row in MISREAD
    ],
)
def test_does_not_read_yet(found: dict[str, list[str]], sentence: str, figure: str) -> None:
    assert found[sentence] == [figure]


@pytest.mark.parametrize(
    ("example", "pattern"),
    [*DATES, *CASED, *UNCASED, *CITATIONS, *CLOCK, *SPOKEN],
    ids=lambda value: value[:40],
)
def test_every_rejection_holds_for_its_example(example: str, pattern: str) -> None:
    assert re.search(pattern, example, re.IGNORECASE if (example, pattern) in UNCASED else 0)


def one(text: str, dates: list[DateSpan] | None = None) -> list[Quantity]:
    (article,) = parsed(text)
    return find_quantities(article, dates or [])


def test_part_links_count_over_the_whole_article() -> None:
    figures = one("Two boats sank.\n\nThe crew lost 90 sailors, 12 of whom were officers.")
    assert [figure.part_of for figure in figures] == [None, None, 1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The flood killed 12 people in Kharkiv.", "Kharkiv"),
        ("In Germany, 30 banks failed.", "Germany"),
        ("France sent 30 doctors.", None),
    ],
)
def test_place_is_where_the_figure_holds(text: str, place: str | None) -> None:
    (figure,) = one(text)
    assert (figure.place.text if figure.place else None) == place


def date_in(text: str, words: str) -> DateSpan:
    start = text.index(words)
    day = date(2024, 5, 12)
    return DateSpan(start, start + len(words), words, day, day)


def test_a_date_is_no_figure() -> None:
    text = "The flood killed 43 people on 12 May.\n\nOn Monday 12 villages were empty."
    dates = [date_in(text, "12 May"), date_in(text, "Monday")]
    assert [figure.text for figure in one(text, dates)] == ["43", "12"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,100,000,000", "1,100,000,000 = count 1100000000"),
        ("1.1bn", "1.1bn = count 1100000000"),
        ("€1.1 billion", "€1.1 billion = money 1100000000 [EUR]"),
        ("1,100,000,000 EUR", "1,100,000,000 EUR = money 1100000000 [EUR]"),
        ("84 drones", "84 = count 84 :drone"),
        ("40%", "40% = percent 40 [percent]"),
        ("about 5 km", "about 5 km = measure ~5 [kilometre]"),
        ("12 lakh", "12 lakh = count 1200000"),
        ("43 dead people", "43 = count 43 :person"),
        ("7 boxes", "7 = count 7 :box"),
        ("5 to 10", "5 to 10 = count 5..10"),
        ("2024", "2024 = count 2024"),
        ("$80 a barrel", "$80 = money 80 [USD] per=barrel"),
    ],
)
def test_a_typed_search_is_read_without_syntax(text: str, figure: str) -> None:
    read = read_figure(text)
    assert read is not None
    assert shown(as_record(read)) == figure


def as_record(read: TypedFigure) -> Quantity:
    """The typed figure in the form of one that was found, to be shown alike."""
    fields = {field.name: getattr(read, field.name) for field in dataclasses.fields(read)}
    if read.counted:
        fields["counted"] = Counted(0, len(read.counted.text), **dataclasses.asdict(read.counted))
    return Quantity(**fields)


@pytest.mark.parametrize("text", ["", "drones", "Macron 112 drones", "12 or 43", "9" * 50])
def test_a_search_without_one_figure_is_none(text: str) -> None:
    assert read_figure(text) is None


_WORDS = (
    "12 1,234 3.5 % $ €5 EUR1.1 billion m one two half third of the which them including to - – and"
    " between from rose by km people drones, . ( ) : 2018 May a dozen of them of those -5 nearly"
    " more than 5% £3.4m 7/8 27:1 F-16 fourth"
)
WORDS = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_whatever_the_text_figures_keep_their_promises(text: str) -> None:
    (article,) = parsed(text)
    figures = find_quantities(article, [])
    assert figures == find_quantities(article, [])
    for figure in figures:
        assert figure.text == text[figure.start : figure.end]
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        for bound in (figure.low, figure.high):
            assert bound is None or len(bound.normalize().as_tuple().digits) <= 15
        if figure.part_of is not None:
            check_part(figure, figures[figure.part_of])
    assert all(a.end <= b.start for a, b in pairwise(figures))


def check_part(part: Quantity, whole: Quantity) -> None:
    assert part is not whole
    if part.kind == whole.kind and part.kind not in ("percent", "ratio"):
        assert (part.low or part.high or Decimal(0)) <= (whole.high or whole.low or Decimal(0))


@settings(max_examples=100)
@given(st.text(alphabet="0123456789.,-–$€%kmbn toandf/:", max_size=80))
def test_a_typed_search_never_raises(text: str) -> None:
    read = read_figure(text)
    assert read is None or read.text == text[read.start : read.end]


def test_a_wall_of_digits_is_no_figure() -> None:
    assert one("9" * 100_000) == []
