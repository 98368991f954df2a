"""Which date says when a figure holds, and which does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from tests.extraction.conftest import Batch

FRIDAY = date(2025, 9, 5)

# A sentence published on that Friday; each of its figures with its dates: "12: May, June"
ROWS: list[tuple[str, list[str]]] = [
    # each figure its own
    (
        "The port handled 3 million tonnes in 2021 and 4 million in 2022.",
        ["3 million tonnes: 2021", "4 million: 2022"],
    ),
    (
        "Jobless claims were 231,000 in May, up from 219,000 in April.",
        ["231,000: May", "219,000: April"],
    ),
    ("Rents rose from $900 in 2019 to $1,400 in 2024.", ["$900: 2019", "$1,400: 2024"]),
    ("In 2022 the zoo had 140 animals and in 2024 it had 180.", ["140: 2022", "180: 2024"]),
    (
        "Turnout was 61% in 2020, 58% in 2016 and 55% in 2012.",
        ["61%: 2020", "58%: 2016", "55%: 2012"],
    ),
    (
        "The lake held 40 gigalitres on Monday and 38 on Tuesday.",
        ["40 gigalitres: Monday", "38: Tuesday"],
    ),
    ("Some 90 people were hurt in July, compared with 71 in June.", ["Some 90: July", "71: June"]),
    (
        "The shop sold 300 bikes in March, versus 240 in March 2024.",
        ["300: March", "240: March 2024"],
    ),
    ("Arrests climbed to 77 last year from 52 in 2023.", ["77: last year", "52: 2023"]),
    ("Debt stood at 60% of output in 2018, against 84% now.", ["60%: 2018", "84%: "]),
    ("Revenue was $14m in June (May: $12m).", ["$14m: June", "$12m: May"]),
    # shared by all figures of a clause
    ("On Friday, 12 men and 3 boys drowned.", ["12: Friday", "3: Friday"]),
    ("Some 12 men and 3 boys drowned in May.", ["Some 12: May", "3: May"]),
    ("In June the mine lost $4 million and laid off 40 workers.", ["$4 million: June", "40: June"]),
    (
        "In 2024 the army lost 300 men in March and 200 in April.",
        ["300: 2024, March", "200: 2024, April"],
    ),
    ("The boat sank on Sunday, drowning 12 people.", ["12: Sunday"]),
    ("On Sunday 40 balloons flew in, 12 of which burst.", ["40: Sunday", "12: Sunday"]),
    ("The 2021 storm cost $2 billion.", ["$2 billion: 2021"]),
    ("A total of 12 people, including 3 children, died in August.", ["12: August", "3: August"]),
    ("In that year 400 pupils left.", ["400: that year"]),
    # comparisons
    ("Unemployment fell to 3.9% in May, the lowest since 2001.", ["3.9%: May"]),
    ("Gold hit $2,410, its highest since July 2.", ["$2,410: "]),
    ("Sales were 4% higher in May than in 2020.", ["4%: May"]),
    ("Profit was $12 million, up 8% on the previous year.", ["$12 million: ", "8%: "]),
    ("Exports rose 6% in July from a year earlier.", ["6%: July"]),
    ("Output fell 2% compared with March.", ["2%: "]),
    ("It was the first loss since 2009: $14 million.", ["$14 million: "]),
    ("Prices are 9% above their 2022 level.", ["9%: "]),
    ("Emissions are 4% below 2005 levels.", ["4%: "]),
    ("The 2024 budget is 4% above the 2023 budget.", ["4%: 2024"]),
    ("Attendance was 800, down on 2023.", ["800: "]),
    # but what holds since then, or moves on that day
    ("The firm has built 400 homes since 2019.", ["400: since 2019"]),
    ("Shares rose 4% on Thursday.", ["4%: Thursday"]),
    ("The fund gained 4% over the past year.", ["4%: past year"]),
    ("From Monday 40 officers will patrol.", ["40: Monday"]),
    ("A little more than a year later, in Oslo, 195 nations met.", ["195: a year later"]),
    ("There were 2 million inmates as of 2008.", ["2 million: 2008"]),
    ("It was put in doubt on 9 May, when the court freed 40 men.", ["40: 9 May"]),
    ("At least 40 people have died since Monday.", ["At least 40: since Monday"]),
    # days of saying
    ("The minister said on Tuesday rents had fallen 3%.", ["3%: "]),
    ("On Wednesday the retailer announced 250 job cuts.", ["250: "]),
    (
        "The bank on Thursday posted first-quarter income of $90 million.",
        ["$90 million: first-quarter"],
    ),
    (
        "The company said on Monday it lost $5 million in the first half.",
        ["$5 million: first half"],
    ),
    ("Police said 14 people died on Friday.", ["14: Friday"]),
    ("Two people died on Friday, police said on Saturday.", ["Two: Friday"]),
    ("Officials reported 40 new infections on Sunday.", ["40: Sunday"]),
    ("The agency forecast in June that 40 ships would sail in 2026.", ["40: 2026"]),
    ("In 2026 the airline expects revenue of $3 billion.", ["$3 billion: 2026"]),
    ("For 2025, the airline forecast a loss of $30 million.", ["$30 million: 2025"]),
    ("On Monday the mayor pledged to build 400 homes by 2030.", ["400: 2030"]),
    # the next clause
    (
        "The bridge will cost $90 million; in May two workers died on it.",
        ["$90 million: ", "two: May"],
    ),
    ("The club has 900 members, and it won the cup in 2021.", ["900: "]),
    ("The mill, which employs 300 people, burned on Tuesday.", ["300: "]),
    ("The hospital has 40 beds and treated 900 patients in July.", ["40: ", "900: July"]),
    ("He was jailed on Friday for stealing 40 cars.", ["40: "]),
    ("Schools shut on Monday after 12 pupils fell ill.", ["12: "]),
    ("The mayor, who was elected in 2021, closed 12 schools.", ["12: "]),
]


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, Extraction]:
    batch = extracted((text, FRIDAY) for text, _ in ROWS)
    return {extraction.article.text: extraction for extraction in batch}


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_figure_holds_when_its_clause_says(
    found: dict[str, Extraction], text: str, expected: list[str]
) -> None:
    dates, figures = found[text].dates, found[text].quantities
    shown = [f"{each.text}: {', '.join(dates[i].text for i in each.dates)}" for each in figures]
    assert shown == expected
