"""Dates in codes, halves and endings, and dates that lie ahead: what they span and mean."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.dates.finding import find_dates
from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText

FRIDAY = date(2025, 9, 5)

CODES = [
    # two years joined: a split year names no days, a span of years does
    ("In 2019–20 the frost cost $4m.", "2019–20 = ?"),
    ("The 2019—2021 drought is over.", "2019—2021 = 2019-01-01..2021-12-31"),
    ("Grants rose in 2024/25.", "2024/25 = ?"),
    ("Grants rose in 2024/2025.", "2024/2025 = ?"),
    ("The 1999-00 season was wet.", "1999-00 = ?"),
    ("The 2018–2022 plan failed.", "2018–2022 = 2018-01-01..2022-12-31"),
    ("Exports grew in 2018-22.", "2018-22 = 2018-01-01..2022-12-31"),
    ("Grants rose in the tax year 2024/25.", "tax year 2024/25 = 2024-04-01..2025-03-31"),
    ("Grants rose in FY2024-25.", "FY2024-25 = 2024-04-01..2025-03-31"),
    ("Directive 2024/25 is in force.",),
    ("The hall holds 1500-2000 guests.",),
    # quarters, halves and months of a year
    ("In 3Q23 sales fell.", "3Q23 = 2023-07-01..2023-09-30"),
    ("Sales fell in 2024Q1.", "2024Q1 = 2024-01-01..2024-03-31"),
    ("Sales fell in 2023-Q4.", "2023-Q4 = 2023-10-01..2023-12-31"),
    ("Sales fell in Q2/2024.", "Q2/2024 = 2024-04-01..2024-06-30"),
    ("Sales fell in Q3-24.", "Q3-24 = 2024-07-01..2024-09-30"),
    ("In Q3 24 profit fell.", "Q3 24 = 2024-07-01..2024-09-30"),
    ("In Q3 24 mines shut.", "Q3 = 2024-07-01..2024-09-30"),
    ("In Q1 5% of mines shut.", "Q1 = 2025-01-01..2025-03-31"),
    ("Sales fell in 1H24.", "1H24 = 2024-01-01..2024-06-30"),
    ("Sales fell in Q2FY25.", "Q2FY25 = 2025-01-01..2025-03-31"),
    ("Sales for 9M 2024 fell.", "9M 2024 = 2024-01-01..2024-09-30"),
    ("Sales for 6M24 fell.", "6M24 = 2024-01-01..2024-06-30"),
    ("Sales rose to $9M 2 years later.", "2 years later = ?"),
    # days and months in digits
    ("On 20250703 the ferry sank.", "20250703 = 2025-07-03"),
    ("The town has 20259903 bricks.",),
    ("In 07/2025 it rained.", "07/2025 = 2025-07-01..2025-07-31"),
    ("In 2025-06 it rained.", "2025-06 = 2025-06-01..2025-06-30"),
    ("Case No. 07/2025 is open.",),
    ("Nov-24 saw 14 births.", "Nov-24 = 2024-11-01..2024-11-30"),
    ("The Sept-11 hijackers trained there.",),
    ("On the 12th, it rained.", "12th = 2025-08-12"),
    ("By the 3rd it had rained.", "3rd = 2025-09-03"),
    ("May 3 was dry. On the 12th, it rained.", "May 3 = 2025-05-03", "12th = 2025-05-12"),
    ("They will meet on the 3rd.", "3rd = 2025-10-03"),
    ("She lives on the 12th floor.",),
    ("They met on the first Sunday of May.", "first Sunday of May = 2025-05-04"),
    ("They met on the last Friday of the fair.",),
]  # fmt: skip

LENGTHS = [
    ("A year and a half ago the mine shut.", "A year and a half ago = 2024-03-01..2024-03-31"),
    ("The mine shut half a year ago.", "half a year ago = 2025-03-01..2025-03-31"),
    ("It shut two and a half months ago.", "two and a half months ago = 2025-06-01..2025-06-30"),
    ("It shut half a century ago.", "half a century ago = 1970-01-01..1979-12-31"),
    ("The vote will be early in 2026.", "early in 2026 = 2026-01-01..2026-04-30"),
    ("It rained late in May.", "late in May = 2025-05-21..2025-05-31"),
    ("In the last five months of her life she wrote.",),
    ("He resigned in the last week of the campaign.",),
    ("The last two years of drought hurt farmers.", "last two years = 2023-09-06..2025-09-05"),
    ("Sales last week of $4m were low.", "last week = 2025-08-25..2025-08-31"),
    ("In the year to date it has rained.", "year to date = 2025-01-01..2025-09-05"),
    ("Year-to-date sales fell.", "Year-to-date = 2025-01-01..2025-09-05"),
    (
        "It hopes to sell more in the quarter ending in November.",
        "quarter ending in November = 2025-09-01..2025-11-30",
    ),
    ("Sales fell in the year ending in March.", "year ending in March = 2024-04-01..2025-03-31"),
    (
        "For the current quarter ending in October, it sees a loss.",
        "current quarter ending in October = 2025-08-01..2025-10-31",
    ),
    (
        "It lost $4m in the fiscal year ended in March 2024.",
        "fiscal year ended in March 2024 = 2023-04-01..2024-03-31",
    ),
    ("The fair keeps up a 1900 year old custom.",),
    ("They climbed the 1850 metre peak.",),
    ("It is a 1900 seat hall.",),
    ("A crowd of 1950 watched.",),
    ("It was the deepest cut since '82", "since '82 = 1982-01-01..2025-09-05"),
    ("Emissions are 4% below 2005 levels.", "2005 = 2005-01-01..2005-12-31"),
    ("The winner of 2019 watched.", "2019 = 2019-01-01..2019-12-31"),
    ("At 1900 on Monday it rained.", "Monday = 2025-09-01"),
    ("The road was shut until 1830 on Monday.", "Monday = 2025-09-01"),
    ("Between 1900 and 2100 on Sunday it rained.", "Sunday = 2025-08-31"),
    ("By 2000 yesterday the road was clear.", "yesterday = 2025-09-04"),
    ("By 1900 the road was tarred.", "1900 = 1900-01-01..1900-12-31"),
    ("At 2019 prices it is cheap.", "2019 = 2019-01-01..2019-12-31"),
]

AHEAD = [
    ("Traders see two more cuts by March.", "March = 2026-03-01..2026-03-31"),
    ("The bank predicts a fall in May.", "May = 2026-05-01..2026-05-31"),
    ("The firm expects a loss in the fourth quarter.", "fourth quarter = 2025-10-01..2025-12-31"),
    ("The council pledged 400 homes by June.", "June = 2026-06-01..2026-06-30"),
    ("The council had built 400 homes by June.", "June = 2025-06-01..2025-06-30"),
    ("The bank predicts that profit rose in May.", "May = 2025-05-01..2025-05-31"),
    ("Officials say 40 drowned in June.", "June = 2025-06-01..2025-06-30"),
]

ROWS = CODES + LENGTHS + AHEAD


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    articles = [ArticleText(text, text, published=FRIDAY) for text, *_ in ROWS]
    return {
        article.text: [_shown(span) for span in find_dates(article)]
        for article in parse(articles, load())
    }


def _shown(span) -> str:
    first, last = (day.isoformat() if day else "?" for day in (span.first, span.last))
    return f"{span.text} = {first}" if first == last else f"{span.text} = {first}..{last}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_it_finds_dates_and_resolves_them(row, found):
    sentence, *expected = row
    assert found[sentence] == expected
