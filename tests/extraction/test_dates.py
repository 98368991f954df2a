"""Dates: which words are one, and which days they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.dates import calendar as calendar
from claims.extraction.dates.finding import find_dates
from claims.extraction.dates.matches import When
from claims.extraction.dates.rules import RULES, matches
from claims.extraction.dates.words import VOCABULARY, words_of
from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText

FRIDAY = date(2025, 9, 5)  # the week is 1 to 7 September

# A sentence published on that Friday, and its dates: "text = day" or "text = first..last"; ? is
# unresolved.
SENTENCES = [
    # weekdays: today, the latest past one, or the next one if the sentence is about the future
    ("Ministers met on Wednesday.", "Wednesday = 2025-09-03"),
    ("Ministers met on Friday.", "Friday = 2025-09-05"),
    ("Ministers will meet on Tuesday.", "Tuesday = 2025-09-09"),
    ("Ministers are due to meet on Monday.", "Monday = 2025-09-08"),
    ("Ministers failed to meet on Monday.", "Monday = 2025-09-01"),
    ("Ministers had to leave on Monday.", "Monday = 2025-09-01"),
    ("The summit opens on Thursday.", "Thursday = 2025-09-11"),
    ("Police expect to release the names on Monday.", "Monday = 2025-09-08"),
    ("The trial was adjourned until Monday.", "Monday = 2025-09-08"),
    ("The bank said on Thursday it would cut 300 jobs.", "Thursday = 2025-09-04"),
    ("Thursday's vote was close.", "Thursday = 2025-09-04"),
    ("The raid took place on Wednesday night.", "Wednesday night = 2025-09-03"),
    ("The ferry sank early on Saturday, killing nine.", "early on Saturday = 2025-08-30"),
    ("Last Friday the bridge was closed.", "Last Friday = 2025-08-29"),
    ("The court will hear the case next Tuesday.", "next Tuesday = 2025-09-09"),
    ("They agreed on Tuesday of last week to share it.", "Tuesday of last week = 2025-08-26"),
    (
        "The strike lasted from Monday to Wednesday.",
        "from Monday to Wednesday = 2025-09-01..2025-09-03",
    ),
    # days around publication
    ("The mayor resigned today.", "today = 2025-09-05"),
    ("The mayor resigned yesterday evening.", "yesterday evening = 2025-09-04"),
    ("The mayor will resign tomorrow.", "tomorrow = 2025-09-06"),
    ("The mayor resigned last night.", "last night = 2025-09-04"),
    ("The mayor resigned this morning.", "this morning = 2025-09-05"),
    ("The mayor resigned earlier today.", "earlier today = 2025-09-05"),
    ("The mayor resigned the day before yesterday.", "day before yesterday = 2025-09-03"),
    ("Drones struck the port overnight.", "overnight = 2025-09-04..2025-09-05"),
    ("Overnight strikes on the port killed two.", "Overnight = 2025-09-04..2025-09-05"),
    # days of a month
    ("The treaty was signed on 3 February 1992.", "3 February 1992 = 1992-02-03"),
    ("The treaty was signed on February 3, 1992, in Bonn.", "February 3, 1992 = 1992-02-03"),
    ("The treaty was signed on the 3rd of February 1992.", "3rd of February 1992 = 1992-02-03"),
    ("It was signed on Friday, 5 September 2025.", "Friday, 5 September 2025 = 2025-09-05"),
    ("On 7 May the mine flooded.", "7 May = 2025-05-07"),
    ("On December 11 the jet flew for the first time.", "December 11 = 2024-12-11"),
    ("The hearing is scheduled for 3 November.", "3 November = 2025-11-03"),
    ("The law takes effect on 1 January.", "1 January = 2026-01-01"),
    ("The embargo ended on 29 February.", "29 February = 2024-02-29"),
    ("KYIV, Sept. 4 - Ten people were hurt.", "Sept. 4 = 2025-09-04"),
    (
        "It rained from 28 August to 2 September.",
        "from 28 August to 2 September = 2025-08-28..2025-09-02",
    ),
    ("The night of 4-5 September was loud.", "night of 4-5 September = 2025-09-04..2025-09-05"),
    ("Between 5 and 7 June the road was shut.", "Between 5 and 7 June = 2025-06-05..2025-06-07"),
    ("The page was updated on 2025-09-04.", "2025-09-04 = 2025-09-04"),
    ("The page was updated on 14/08/2025.", "14/08/2025 = 2025-08-14"),
    ("The page was updated on 03/09/2025.", "03/09/2025 = 2025-09-03"),
    ("The page was updated on 05/06/1998.", "05/06/1998 = ?"),
    ("The form gave 31 February 2020 as the date.", "31 February 2020 = ?"),
    # months
    ("Rents rose in March.", "March = 2025-03-01..2025-03-31"),
    ("In October the river froze.", "October = 2024-10-01..2024-10-31"),
    ("In May the party lost control of the council.", "May = 2025-05-01..2025-05-31"),
    ("The tunnel will open in March.", "March = 2026-03-01..2026-03-31"),
    ("They may march in August.", "August = 2026-08-01..2026-08-31"),
    ("Rents rose in March 2019.", "March 2019 = 2019-03-01..2019-03-31"),
    ("Rents rose in June last year.", "June last year = 2024-06-01..2024-06-30"),
    ("Rents rose last December.", "last December = 2024-12-01..2024-12-31"),
    ("Rents rose in early June.", "early June = 2025-06-01..2025-06-10"),
    ("Rents rose in mid-August.", "mid-August = 2025-08-11..2025-08-20"),
    ("Rents rose in late January.", "late January = 2025-01-21..2025-01-31"),
    ("Rents rose between March and May.", "between March and May = 2025-03-01..2025-05-31"),
    (
        "Rents rose between November and February.",
        "between November and February = 2024-11-01..2025-02-28",
    ),
    (
        "Rents rose from January to June 2023.",
        "from January to June 2023 = 2023-01-01..2023-06-30",
    ),
    # since: to publication
    ("Exports have doubled since 1992.", "since 1992 = 1992-01-01..2025-09-05"),
    ("Exports have doubled since March.", "since March = 2025-03-01..2025-09-05"),
    ("Exports have doubled since Monday.", "since Monday = 2025-09-01..2025-09-05"),
    ("Exports have doubled since early 2020.", "since early 2020 = 2020-01-01..2025-09-05"),
    (
        "Exports have doubled since the end of 2023.",
        "since the end of 2023 = 2023-12-31..2025-09-05",
    ),
    (
        "Exports have doubled since the start of the year.",
        "since the start of the year = 2025-01-01..2025-09-05",
    ),
    # ... also where it only says what something is compared with
    ("Joblessness is at its highest since 1992.", "since 1992 = 1992-01-01..2025-09-05"),
    ("It was the first drought since 2008.", "since 2008 = 2008-01-01..2025-09-05"),
    # years, decades, centuries
    ("The plant closed in 2019.", "2019 = 2019-01-01..2019-12-31"),
    ("The 2012 election was close.", "2012 = 2012-01-01..2012-12-31"),
    ("The plant closed in late 2006.", "late 2006 = 2006-09-01..2006-12-31"),
    ("The plant closed in mid-2024.", "mid-2024 = 2024-05-01..2024-08-31"),
    ("The plant grew from 2010 to 2015.", "from 2010 to 2015 = 2010-01-01..2015-12-31"),
    ("The plant grew between 2010 and 2015.", "between 2010 and 2015 = 2010-01-01..2015-12-31"),
    ("He was mayor there (2003-2008).", "2003-2008 = 2003-01-01..2008-12-31"),
    ("The plant closed in the 1990s.", "1990s = 1990-01-01..1999-12-31"),
    ("The plant closed in the early 2000s.", "early 2000s = 2000-01-01..2003-12-31"),
    ("The plant closed in the mid-1980s.", "mid-1980s = 1984-01-01..1986-12-31"),
    ("The plant closed in the late nineties.", "late nineties = 1997-01-01..1999-12-31"),
    ("The plant closed in the '60s.", "'60s = 1960-01-01..1969-12-31"),
    ("The church dates from the 20th century.", "20th century = 1901-01-01..2000-12-31"),
    (
        "The church dates from the nineteenth century.",
        "nineteenth century = 1801-01-01..1900-12-31",
    ),
    ("The town burned in 1700.", "1700 = 1700-01-01..1700-12-31"),
    # units around publication
    ("Sales fell last year.", "last year = 2024-01-01..2024-12-31"),
    ("Sales fell this year.", "this year = 2025-01-01..2025-12-31"),
    ("Sales will fall next year.", "next year = 2026-01-01..2026-12-31"),
    ("Sales fell late last year.", "late last year = 2024-09-01..2024-12-31"),
    ("Sales fell earlier this year.", "earlier this year = 2025-01-01..2025-09-05"),
    ("The shop will close later this year.", "later this year = 2025-09-05..2025-12-31"),
    ("The shop will close later this month.", "later this month = 2025-09-05..2025-09-30"),
    ("Sales fell earlier this week.", "earlier this week = 2025-09-01..2025-09-05"),
    ("Sales fell last week.", "last week = 2025-08-25..2025-08-31"),
    ("The shop will close next week.", "next week = 2025-09-08..2025-09-14"),
    ("Sales fell last month.", "last month = 2025-08-01..2025-08-31"),
    ("Sales fell two years ago.", "two years ago = 2023-01-01..2023-12-31"),
    ("Sales fell twenty-five years ago.", "twenty-five years ago = 2000-01-01..2000-12-31"),
    ("Sales fell three months ago.", "three months ago = 2025-06-01..2025-06-30"),
    ("Sales fell two weeks ago.", "two weeks ago = 2025-08-18..2025-08-24"),
    ("Sales fell ten days ago.", "ten days ago = 2025-08-26"),
    ("Sales fell a few weeks ago.", "a few weeks ago = ?"),
    ("The glacier formed 9000 years ago.", "9000 years ago = ?"),
    ("Sales fell in the past six months.", "past six months = 2025-03-06..2025-09-05"),
    ("Sales fell over the last ten days.", "last ten days = 2025-08-27..2025-09-05"),
    ("Sales will fall over the next two weeks.", "next two weeks = 2025-09-05..2025-09-18"),
    ("Thousands protested over the weekend.", "weekend = 2025-08-30..2025-08-31"),
    ("Thousands will protest this weekend.", "this weekend = 2025-09-06..2025-09-07"),
    # quarters, halves, seasons, fiscal years, periods that end somewhere
    ("Profit fell in the last quarter.", "last quarter = 2025-04-01..2025-06-30"),
    ("Profit fell in the third quarter.", "third quarter = 2024-07-01..2024-09-30"),
    ("Profit fell in the final month of 2023.", "final month of 2023 = 2023-12-01..2023-12-31"),
    (
        "Profit fell in the fourth quarter of 2023.",
        "fourth quarter of 2023 = 2023-10-01..2023-12-31",
    ),
    ("Profit fell in Q3 2024.", "Q3 2024 = 2024-07-01..2024-09-30"),
    ("Profit fell in the first half of 2024.", "first half of 2024 = 2024-01-01..2024-06-30"),
    ("Profit fell in the first half.", "first half = 2025-01-01..2025-06-30"),
    ("Prices rose in the year to April.", "year to April = 2024-05-01..2025-04-30"),
    ("Sales rose in the week to Wednesday.", "week to Wednesday = 2025-08-28..2025-09-03"),
    ("In the week ended Friday, sales fell.", "week ended Friday = 2025-08-30..2025-09-05"),
    (
        "Prices rose in the 12 months to June 2024.",
        "12 months to June 2024 = 2023-07-01..2024-06-30",
    ),
    ("Prices rose in the three months to July.", "three months to July = 2025-05-01..2025-07-31"),
    ("Prices rose in the week ended 30 August.", "week ended 30 August = 2025-08-24..2025-08-30"),
    (
        "Prices rose in the first nine months of 2024.",
        "first nine months of 2024 = 2024-01-01..2024-09-30",
    ),
    ("Prices rose in the last week of August.", "last week of August = 2025-08-25..2025-08-31"),
    ("NASA spent 24 billion dollars in fiscal 2024.", "fiscal 2024 = 2023-10-01..2024-09-30"),
    (
        "Councils in England spent more in the 2024-25 financial year.",
        "2024-25 financial year = 2024-04-01..2025-03-31",
    ),
    ("The ministry spent Rs 900 crore in FY25.", "FY25 = 2024-04-01..2025-03-31"),
    ("Prices rose last winter.", "last winter = 2024-12-01..2025-02-28"),
    ("Prices rose in the summer of 2012.", "summer of 2012 = 2012-06-01..2012-08-31"),
    ("Prices will rise next spring.", "next spring = 2026-03-01..2026-05-31"),
    # holidays
    ("The mayor resigned on Christmas Eve.", "Christmas Eve = 2024-12-24"),
    ("The mayor resigned on Good Friday.", "Good Friday = 2025-04-18"),
    ("The mayor resigned on Easter Sunday 2019.", "Easter Sunday 2019 = 2019-04-21"),
    ("Shops were full on Black Friday.", "Black Friday = 2024-11-29"),
    ("Shares fell by a fifth on Black Monday.", "Black Monday = ?"),
    # seen from the date named before
    (
        "She resigned on 3 June 2021. The following day the shares fell.",
        "3 June 2021 = 2021-06-03",
        "following day = 2021-06-04",
    ),
    (
        "Sales were 10 million in 2019, down from the previous year.",
        "2019 = 2019-01-01..2019-12-31",
        "previous year = 2018-01-01..2018-12-31",
    ),
    (
        "It opened in May 2015 and closed two years later.",
        "May 2015 = 2015-05-01..2015-05-31",
        "two years later = 2017-01-01..2017-12-31",
    ),
    (
        "Output fell in July 2024, against a rise in the same month a year earlier.",
        "July 2024 = 2024-07-01..2024-07-31",
        "same month a year earlier = 2023-07-01..2023-07-31",
    ),
    (
        "He was arrested on 3 June 2021 and released the same day.",
        "3 June 2021 = 2021-06-03",
        "same day = 2021-06-03",
    ),
    ("The Sept. 11 attacks shocked her.", "Sept. 11 = 2001-09-11"),
    ("A premier said on Monday she may resign.", "Monday = 2025-09-01"),
    ("Its May figures were worse.", "May = 2025-05-01..2025-05-31"),
    ("In March 20 people died there.", "March = 2025-03-01..2025-03-31"),
    ("On March 20 people gathered there.", "March 20 = 2025-03-20"),
    ("Third-quarter sales fell.", "Third-quarter = 2024-07-01..2024-09-30"),
    ("It rained in the past 24 hours.", "past 24 hours = 2025-09-04..2025-09-05"),
    (
        "Sales fell in the six months ended 30 June.",
        "six months ended 30 June = 2025-01-01..2025-06-30",
    ),
    ("They will meet this coming Thursday.", "this coming Thursday = 2025-09-11"),
    (
        "Mines shut in the second half of the 20th century.",
        "second half of the 20th century = 1951-01-01..2000-12-31",
    ),
    (
        "Borrowing rose in the financial year to March 2025.",
        "financial year to March 2025 = 2024-04-01..2025-03-31",
    ),
    ("It was updated on 12.05.2024.", "12.05.2024 = 2024-05-12"),
    ("It was built a hundred years ago.", "a hundred years ago = 1925-01-01..1925-12-31"),
    ("It was built two and a half years ago.", "two and a half years ago = 2023-03-01..2023-03-31"),
    ("It was built more than a year ago.", "a year ago = ?"),
    (
        "On 5 May, last year's winner returned.",
        "5 May = 2025-05-05",
        "last year = 2024-01-01..2024-12-31",
    ),
    (
        "They ran it from 2012 until earlier this year.",
        "from 2012 until earlier this year = 2012-01-01..2025-09-05",
    ),
    ("Rents rose in early September.", "early September = 2024-09-01..2024-09-10"),
    ("It rained in the week of August 13.", "week of August 13 = 2025-08-11..2025-08-17"),
    ("It ran August 2 through August 19.", "August 2 through August 19 = 2025-08-02..2025-08-19"),
    (
        "It ran from the 2nd to the 19th of August.",
        "from the 2nd to the 19th of August = 2025-08-02..2025-08-19",
    ),
    (
        "Profit fell in the third quarter of 2024 from the same period a year earlier.",
        "third quarter of 2024 = 2024-07-01..2024-09-30",
        "same period a year earlier = 2023-07-01..2023-09-30",
    ),
    ("The firm had a loss in its fiscal third quarter.", "fiscal third quarter = ?"),
    ("The 2004 ad was banned.", "2004 = 2004-01-01..2004-12-31"),
    ("The town burned in AD 64.", "AD 64 = 0064-01-01..0064-12-31"),
    ("The town burned in 300 BC.", "300 BC = ?"),
    # tense
    ("Elections are due in May.", "May = 2026-05-01..2026-05-31"),
    ("Prices are likely to fall in December.", "December = 2025-12-01..2025-12-31"),
    ("The company had hoped to open by June.", "June = 2025-06-01..2025-06-30"),
    ("The deadline for bids is Sunday.", "Sunday = 2025-09-07"),
    ("She has until Sunday to pay.", "Sunday = 2025-09-07"),
    ("Ahead of Sunday's vote, parties met.", "Sunday = 2025-09-07"),
    ("The man, arrested on Sunday, will appear in court.", "Sunday = 2025-08-31"),
    (
        "The union plans to strike on Monday and Tuesday.",
        "Monday = 2025-09-08",
        "Tuesday = 2025-09-09",
    ),
    ("Inflation in August was 3%.", "August = 2025-08-01..2025-08-31"),
    ("The trial is expected to last six weeks.",),
    # words that only look like dates
    ("She sat in the sun for a second.",),
    ("Theresa May refused to resign.",),
    ("The march on the capital was peaceful.",),
    ("April Jones was elected to the council.",),
    ("Every Friday the market fills the square.",),
    ("Mondays are quiet in the old town.",),
    ("She writes for the Sunday Times.",),
    ("USA Today reported the case.",),
    ("The fall of the wall surprised everyone.",),
    ("The Good Friday Agreement was signed by all parties.",),
    ("Friday the 13th was shown at the festival.",),
    ("He sold Christmas trees.",),
    ("She took an overnight train to Vienna.",),
    ("The ceasefire lasted for two weeks.",),
    ("They signed a three-month ceasefire.",),
    ("A 47-year-old man was arrested.",),
    ("The index fell to a 12-year low.",),
    ("The bill must be paid within 30 days.",),
    ("She is in her 60s.",),
    ("More than 2000 people fled.",),
    ("Some 2,024 voters were asked.",),
    ("Flight 1549 landed on the river.",),
    ("The council passed Resolution 1973.",),
    ("The plane left at 1630 GMT.",),
    ("It cost $2008 to repair.",),
    ("The form gave 99/99/2020 as the date.",),
    ("Prices rose by 12% and wages by 5%.",),
    ("The team won 3-1 at home.",),
    ("The service is open 24/7.",),
    ("The striker scored twice in the second half.",),
    ("The quarterback threw for 90 yards in the third quarter.",),
    ("We now know more.",),
    ("The keeper was sent off in the 2nd half.",),
    ("Sheffield Wednesday lost at home.",),
    ("The Mail on Sunday reported it.",),
    ("August Wilson wrote the play.",),
    ("H1-B visas are scarce.",),
    ("Highs in the 80s are expected.",),
    ("Version 1.1.1 was released.",),
    ("The firm went from 1000 to 2000 employees.",),
    ("At the end of the day, voters decide.",),
]  # fmt: skip

UNDATED = [
    ("Ministers met on Monday.", "Monday = ?"),
    ("Ministers met last year.", "last year = ?"),
    ("Ministers met two weeks ago.", "two weeks ago = ?"),
    ("Drones struck the port overnight.", "overnight = ?"),
    ("Ministers met on 5 September 2025.", "5 September 2025 = 2025-09-05"),
    ("Ministers met in the early 1990s.", "early 1990s = 1990-01-01..1993-12-31"),
    ("Exports have doubled since 1992.", "since 1992 = 1992-01-01..?"),
]


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, date | None], list[str]]:
    """What is found in every sentence of this module, parsed in one batch."""
    articles = [ArticleText(text, text, published=FRIDAY) for text, *_ in SENTENCES]
    articles += [ArticleText(text, text) for text, *_ in UNDATED]
    return {
        (article.text, article.published): [_shown(span) for span in find_dates(article)]
        for article in parse(articles, load())
    }


def _shown(span) -> str:
    first, last = (day.isoformat() if day else "?" for day in (span.first, span.last))
    return f"{span.text} = {first}" if first == last else f"{span.text} = {first}..{last}"


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case[0])
def test_it_finds_dates_and_resolves_them(case, found):
    sentence, *expected = case
    assert found[sentence, FRIDAY] == expected


@pytest.mark.parametrize("case", UNDATED, ids=lambda case: case[0])
def test_it_resolves_only_what_needs_no_date_of_publication(case, found):
    sentence, *expected = case
    assert found[sentence, None] == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_every_rule_finds_its_example(rule):
    assert rule.reading in [match.reading for match in matches(words_of(rule.example), bool)]


@pytest.mark.parametrize(
    ("period", "early", "late"),
    [
        (calendar.month(2025, 2), "2025-02-01..2025-02-10", "2025-02-21..2025-02-28"),
        (calendar.season(2025, 6), "2025-06-01..2025-06-30", "2025-08-01..2025-08-31"),
        (calendar.year(2025), "2025-01-01..2025-04-30", "2025-09-01..2025-12-31"),
        (calendar.decade(2004), "2000-01-01..2003-12-31", "2007-01-01..2009-12-31"),
    ],
    ids=["month", "season", "year", "decade"],
)
def test_early_and_late_are_the_first_and_the_last_third(period, early, late):
    thirds = [calendar.part(period, which) for which in range(3)]
    assert [f"{part.first}..{part.last}" for part in (thirds[0], thirds[2])] == [early, late]
    assert thirds[0].last + calendar.DAY == thirds[1].first
    assert thirds[1].last + calendar.DAY == thirds[2].first


@pytest.mark.parametrize(
    "sunday", ["2000-04-23", "2008-03-23", "2019-04-21", "2025-04-20", "2038-04-25"]
)
def test_easter_falls_on_its_sunday(sunday):
    day = date.fromisoformat(sunday)
    assert calendar.easter_sunday(day.year) == day


HOSTILE = [
    "", "\x00 \ud800", "31 February", "99/99/2020", "0000-00-00", "1 January 9999", "since 2099",
    "9999999999 years ago", "the past 999999999 months", "the next 99999 centuries", "AD 0",
    "31/12/9999", "the 99th century", "0 weeks ago", "Q9 2025", "FY99", "1500-2100", "now",
    "between May and May", "from Friday to Friday", "the year to 31 June", "’00s", "٣ May",
    "five, six, seven and 8 May", "May May May", "first second of the third quarter",
]  # fmt: skip
FRAGMENTS = st.sampled_from(
    [
        *(word for rule in RULES for word in rule.example.split()),
        *("31", "0", "29", "February", "9999", "1500", "'82", "2024-25", "—", "\n", "99999999"),
        *HOSTILE,
    ]
)
TEXTS = st.one_of(st.lists(FRAGMENTS, max_size=25).map(" ".join), st.text(max_size=80))
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))


def _check(text: str, published: date | None) -> None:
    article = next(parse([ArticleText("a", text, published=published)], load()))
    spans = find_dates(article)
    assert spans == find_dates(article)
    end = 0
    for span in spans:
        assert span.text == text[span.start : span.end] != ""
        assert end <= span.start
        end = span.end
        if span.first and span.last:
            assert span.first <= span.last


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("published", [None, FRIDAY, date.min, date.max], ids=str)
def test_it_survives(text, published):
    _check(text, published)


PERIODS = st.one_of(
    st.none(),
    st.dates().map(calendar.on),
    st.sampled_from([calendar.on(date.min), calendar.on(date.max), calendar.month(2024, 2)]),
)


@settings(deadline=None, max_examples=600)
@given(
    st.lists(st.one_of(st.sampled_from(sorted(VOCABULARY)), FRAGMENTS), max_size=8),
    st.builds(
        When,
        published=DAYS,
        tense=st.sampled_from([lambda: True, lambda: False, lambda: None]),
        anchor=PERIODS,
    ),
)
def test_no_match_of_the_grammar_raises_when_read(words, when):
    for text in (" ".join(words), " ".join(words).title()):
        for match in matches(words_of(text), bool):
            period = match.read(when)
            assert period is None or period.first <= period.last


@settings(deadline=None, max_examples=150)
@given(TEXTS, DAYS)
def test_no_text_raises_and_spans_are_sound(text, published):
    _check(text, published)


@pytest.mark.parametrize("text", ["1995-13", "99/99/2020", "2020-13-45", "0000-00-00", "1-2"])
def test_digits_that_are_no_date_cost_nothing(text: str, extracted) -> None:
    (extraction,) = extracted([(f"It read {text} then.", date(2025, 9, 10))])
    assert [found.text for found in extraction.dates] == []
