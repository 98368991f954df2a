"""Each figure has its own date and place, and none that belongs to a saying or a comparison."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction import ArticleText, Extraction, extract

# Sentence, and for each figure its text with the dates and the place that it has
CASES: list[tuple[str, list[tuple[str, list[str], str | None]]]] = [
    (
        "Wages were €3.2 million in 2021 and 3.9 million in 2022.",
        [("€3.2 million", ["2021"], None), ("3.9 million", ["2022"], None)],
    ),
    (
        "Unemployment was 5.1% in May, down from 5.6% in April.",
        [("5.1%", ["May"], None), ("5.6%", ["April"], None)],
    ),
    (
        "The mine dug 900 tonnes in May, against 700 in April.",
        [("900 tonnes", ["May"], None), ("700", ["April"], None)],
    ),
    ("Rents fell 2% in May and fares 3%.", [("2%", ["May"], None), ("3%", ["May"], None)]),
    ("Rents fell to 7% from 9% in May.", [("7%", [], None), ("9%", ["May"], None)]),
    ("The rate rose to 5.5% in May, its highest since 2008.", [("5.5%", ["May"], None)]),
    ("Output was 310 tonnes, 12 up on 2019.", [("310 tonnes", [], None), ("12", [], None)]),
    ("The chain has 90 shops; it closed 7 in May.", [("90", [], None), ("7", ["May"], None)]),
    ("The coroner said on Friday that 9 divers had drowned.", [("9", [], None)]),
    ("On Friday the firm reported a loss of $3 million.", [("$3 million", [], None)]),
    ("Last year the firm lost $3 million.", [("$3 million", ["Last year"], None)]),
    (
        "On Friday 9 divers drowned and 12 were saved.",
        [("9", ["Friday"], None), ("12", ["Friday"], None)],
    ),
    (
        "Police in May arrested two men who robbed savers from at least 74 towns.",
        [("two", ["May"], None), ("at least 74", [], None)],
    ),
    (
        "Fares rose 4% in May, and in June wages rose 5%.",
        [("4%", ["May"], None), ("5%", ["June"], None)],
    ),
    (
        "A little more than a year later the club sold 195 tickets.",
        [("195", ["a year later"], None)],
    ),
    ("Sales rose 12%, 3% more than in May.", [("12%", [], None), ("3%", [], None)]),
    ("Losses were 9% more than a year before.", [("9%", [], None)]),
    ("The town, which has 900 voters, chose a mayor in May.", [("900", [], None)]),
    ("Rents in Spain rose 4% and in Italy 9%.", [("4%", [], "Spain"), ("9%", [], "Italy")]),
    (
        "The storm killed 9 people in Leeds and injured 30.",
        [("9", [], "Leeds"), ("30", [], "Leeds")],
    ),
]


@pytest.fixture(scope="module")
def found() -> dict[str, Extraction]:
    articles = [
        ArticleText(str(number), text, published=date(2025, 6, 11))
        for number, (text, _) in enumerate(CASES)
    ]
    return {result.article.text: result for result in extract(articles)}


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: str(value)[:60])
def test_figures_have_their_own_dates_and_places(
    found: dict[str, Extraction], text: str, expected: list[tuple[str, list[str], str | None]]
) -> None:
    result = found[text]
    assert [
        (
            figure.text,
            [result.dates[number].text for number in figure.dates],
            figure.place.text if figure.place else None,
        )
        for figure in result.quantities
    ] == expected
