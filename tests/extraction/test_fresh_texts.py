"""What whole texts of news, releases and speeches claim: one table a kind of fault, end to end."""

from __future__ import annotations

import re
from datetime import date

import pytest

from claims.extraction import ArticleText, extract

DAY = date(2026, 3, 12)

_PROSE = "The fire broke out at night, and 40 people died."

# text, and the wordings of its claims by place
HEADINGS = [
    # a title above prose, with what stands below it
    (
        f"Fire shuts hotel in Tarn; toll rises to 40\n\nBy Mira Sand\n\n{_PROSE}",
        ["40 people died"],
    ),
    (f"Mayor hid 300 letters, auditors say\n\n{_PROSE}", ["40 people died"]),
    # the subject of a mail, a heading above a section
    (f"Subject: 40 dead in hotel fire\n\n{_PROSE}", ["40 people died"]),
    (f"{_PROSE}\n\nRents double to 300 euros\n\n{_PROSE}", ["40 people died"] * 2),
    (f"Only 24 Schools Are Safe in Tarn.\n\n{_PROSE}", ["40 people died"]),
    # a title that is all there is, lines that are all like it, and the points of a release
    ("Fire kills 40 in Tarn hotel", ["Fire kills 40 in Tarn hotel"]),
    ("Exports rose by 9%\nDebt fell by 8%", ["Exports rose by 9%", "Debt fell by 8%"]),
    (
        f"Tarn Foods grows\n\n- Exports rose by 9%\n\n{_PROSE}",
        ["Exports rose by 9%", "40 people died"],
    ),
]

INTERRUPTED = [
    # an aside keeps its comma, and an abbreviation its stop
    (
        "The bridge shut at 6.10 p.m., Mira Sand said, forty minutes before it fell.",
        ["The bridge shut at 6.10 p.m., forty minutes before it fell"],
    ),
    (
        "The firm sold 40 shops, Mira Sand said, a third of all that it had.",
        ["The firm sold 40 shops, a third of all that it had"],
    ),
    # subject and verb, and what follows from the verb, take none
    (
        "Unemployment, Mira Sand said, rose to 7 percent in 2019.",
        ["Unemployment rose to 7 percent in 2019"],
    ),
    (
        '"Rents fell by 4 percent," Mira Sand said, "for a year."',
        ["Rents fell by 4 percent for a year"],
    ),
]

WHICH = [
    # a price offered is part of the statement, no word of "which"; what is said stays somebody's
    (
        "The board names two: a club, which offered £19 million, and a port, which offered £2 "
        "million.",
        [
            "The board names two: a club, which offered £19 million, and a port, which offered "
            "£2 million"
        ],
    ),
    (
        "The union, which offered a pay cut of 3 percent, went to court.",
        ["[The union] offered a pay cut of 3 percent"],
    ),
    # the head of the phrase is gone on about, unless number or a person forbids
    (
        "The ferry across the bay, which carries 9,000 people a day, is expected to sail.",
        ["[The ferry across the bay] carries 9,000 people a day"],
    ),
    (
        "The walls of the house, which are 40 feet high, are thought to be damp.",
        ["[The walls of the house] are 40 feet high"],
    ),
    (
        "The owner of the site, which cost €3 million, is thought to be ill.",
        ["[The site] cost €3 million"],
    ),
    # behind who said it
    (
        "The firm sold the yard, Mira Sand said, which had lost €3 million a year.",
        ["The firm sold the yard", "[The yard] had lost €3 million a year"],
    ),
]

SPOKEN = [
    # a threat, a feeling of all, and what a chair or a presenter does state nothing
    (
        "ADA COLE: Whoever steals 300 ships will pay for it. Nobody lost a job.",
        ["Nobody lost a job"],
    ),
    ("ADA COLE: Nobody likes that. Everybody pays 40 euros.", ["Everybody pays 40 euros"]),
    ("MADAM SPEAKER: I give the floor to Ada Cole.\n\nADA COLE: We sold 40 ships.", None),
    (
        "PRESENTER: Ada Cole runs Tarn Rail, and she is with us.\n\nADA COLE: We sold 40 ships.",
        None,
    ),
]

DENIED = [
    (
        "Head teachers deny that 40 schools are unsafe.",
        "[Head teachers] deny that 40 schools are unsafe",
    ),
    ("The board denied that 12 pupils fell ill.", "[The board] denies that 12 pupils fell ill"),
    ("The council rejects that 40 homes are damp.", "[The council] denies that 40 homes are damp"),
    # a neighbour: to reject an offer is no denial of a statement
    (
        "The board rejected the offer of €3 million.",
        "[The board] rejected the offer of €3 million",
    ),
]

# what is only pointed at is not what comes behind the colon
POINTED_AT = [
    (
        "The union doubts that: its chair, Mira Sand, warned that 60 of 90 beds were at risk.",
        ["60 of 90 beds were at risk"],
    ),
    ("Mira Sand said that: 60 beds were at risk.", ["60 beds were at risk"]),
]

CORRECTED = [
    (
        "An earlier article gave the sum as £40 million. It is £14 million.",
        ["the sum is £14 million"],
    ),
    (
        "Our earlier story said 40 people had died. The correct number is 14.",
        ["The correct number is 14"],
    ),
    # somebody else's report is news
    (
        "An earlier report put the toll at 40. The ministry closed 14 roads.",
        ["[An earlier report] put the toll at 40", "The ministry closed 14 roads"],
    ),
]


def claims(text: str):
    [found] = extract([ArticleText("1", text, published=DAY)])
    return found


@pytest.mark.parametrize(
    ("text", "expected"), [*HEADINGS, *INTERRUPTED, *WHICH, *POINTED_AT, *CORRECTED]
)
def test_what_a_text_claims(text: str, expected: list[str]) -> None:
    assert [claim.wording for claim in claims(text).claims] == expected


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_talk_of_a_debate_states_nothing(text: str, expected: list[str] | None) -> None:
    worded = [claim.wording for claim in claims(text).claims]
    if expected is None:
        [only] = worded
        assert re.fullmatch(r"We \[.*\] sold 40 ships", only)
    else:
        assert worded == expected


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_a_denial_agrees_with_who_denies(text: str, expected: str) -> None:
    [claim] = claims(text).claims
    assert claim.wording == expected


def test_a_heading_keeps_its_figures_and_who_says_it() -> None:
    found = claims(f"Mayor hid 300 letters, auditors say\n\n{_PROSE}")
    assert [figure.text for figure in found.quantities] == ["300", "40"]
    assert found.attributions[0].speaker.text == "auditors"


SPEAKERS = [
    # a body named just before, and its words end where it goes on
    (
        "The trade ministry disputes that the market is weak: hiring, it said, reached 5 million.",
        ("it", "trade ministry", ["hiring", "reached 5 million"]),
    ),
    # a relative pronoun is nobody
    (
        "Residents, who said 40 homes had no water, went to court.",
        ("Residents", None, ["40 homes had no water"]),
    ),
    # "as" is not part of who expected it
    (
        "The bank left its rate unchanged at 4 percent, as all but one of 32 economists polled by "
        "TNA had expected, and said growth would slow.",
        ("all but one of 32 economists polled by TNA", None, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_who_says_it(text: str, expected: tuple[str, str | None, list[str] | None]) -> None:
    words, name, content = expected
    [told] = [a for a in claims(text).attributions if a.speaker and a.speaker.text == words]
    assert told.as_dict()["speaker"]["name"] == name
    assert content is None or [part.text for part in told.content] == content


def test_the_denied_ends_at_the_colon() -> None:
    denied = claims(SPEAKERS[0][0]).attributions[0]
    assert [part.text for part in denied.content] == ["the market is weak"]


LABELS = [
    # with what the text calls them by, or as it would be written
    (
        "Prime Minister Odile Varga's speech\n\nPRIME MINISTER VARGA: We hired 40 nurses.",
        "Odile Varga",
    ),
    ("MR PELLEW: We hired 40 nurses.\n\nMS COLE: We hired 40 nurses.", "Pellew"),
    ("HOLT: We hired 40 nurses.\n\nCOLE: We hired 40 nurses.", "Holt"),
    ("NATO: We hired 40 nurses.\n\nCOLE: We hired 40 nurses.", "NATO"),
]


@pytest.mark.parametrize(("text", "name"), LABELS)
def test_a_label_in_capitals_is_a_name(text: str, name: str) -> None:
    first = claims(text).claims[0]
    assert first.wording == f"We [{name} and others] hired 40 nurses"


BODIES = [
    (
        "PRESENTER: Ada Cole runs Tarn Rail.\n\nADA COLE: We sold 40 ships.",
        "We [Tarn Rail] sold 40 ships",
    ),
    (
        "PRESENTER: Ada Cole leads 40 men.\n\nADA COLE: We sold 40 ships.",
        "We [Ada Cole and others] sold 40 ships",
    ),
    (
        '"We sold 40 ships," said Ada Cole, chief executive.\n\nAbout Tarn Foods\n'
        "Founded in 1932, Tarn Foods makes cereals and soups.",
        "We [Tarn Foods] sold 40 ships",
    ),
    (
        '"We sold 40 ships," said Ada Cole, head of sales.\n\nAbout Tarn Foods\n'
        "Founded in 1932, Tarn Foods makes cereals and soups.",
        "We [Ada Cole and others] sold 40 ships",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_whom_a_speaker_speaks_for(text: str, expected: str) -> None:
    assert expected in [claim.wording for claim in claims(text).claims]


def test_a_sentence_without_its_verb_ranks_last() -> None:
    text = "In 2019 a third of patients waited a year. Last month 38 percent still did."
    whole, left_out = claims(text).claims
    assert left_out.check_worthiness < 0.1 < whole.check_worthiness


PAST = [
    ("Growth would return next year, later than it forecast in August.", 2025),
    ("Growth would return next year, later than had been planned in August.", 2025),
    ("The fair will return next year, and open in August.", 2026),
]


@pytest.mark.parametrize(("text", "year"), PAST)
def test_a_month_follows_the_tense_of_its_own_clause(text: str, year: int) -> None:
    [august] = [found for found in claims(text).dates if found.text == "August"]
    assert august.first == date(year, 8, 1)
