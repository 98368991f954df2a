"""What is a claim: a table of sentences, with figures and attributions marked by hand.

So that these tests speak of claims alone, the records come from the marks and
not from the other finders: "{3%}" is a figure, "{age:47}" one of that kind,
"{up:3%}" the size of a change, "{part:84}" a part of the figure before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from claims.extraction.claims.clauses import trim
from claims.extraction.claims.finding import find_claims
from claims.extraction.parsing import load, parse
from claims.extraction.records import (
    ArticleText,
    Attitude,
    Attribution,
    Claim,
    Quantity,
    Span,
    SpeakerSpan,
)

_MARK = re.compile(r"\{(?:(\w+):)?([^}]*)\}")
_KINDS = {"age", "rank", "duration", "money", "percent"}


def article(marked: str) -> tuple[str, list[Quantity]]:
    """The text without its marks, and the figures that were marked."""
    text, figures, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        name, words = mark[1], mark[2]
        kind = name if name in _KINDS else "count"
        figure = Quantity(len(text), len(text) + len(words), words, kind, Decimal(1), Decimal(1))
        if name == "up":
            figure = replace(figure, change="increase")
        if name == "part":
            figure = replace(figure, part_of=len(figures) - 1)
        figures.append(figure)
        text += words
        position = mark.end()
    return text + marked[position:], figures


def said(
    text: str,
    *content: str,
    cue: str | None = "said",
    via: int | None = None,
    attitude: Attitude = "asserts",
) -> Attribution:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    return Attribution(
        "indirect",
        attitude,
        tuple(span(words) for words in content),
        span(cue) if cue else None,
        None,
        via,
    )


def claims(text: str, figures: list[Quantity], attributions: list[Attribution]) -> list[Claim]:
    parsed = next(parse([ArticleText("1", text)], load()))
    return find_claims(parsed, figures, [], attributions)


STATED = [
    # one statement a sentence, whole and without its full stop
    ("Exports grew {3%}.", ["Exports grew 3%"]),
    ("But inflation, at {3.8%}, is still high.", ["inflation, at 3.8%, is still high"]),
    ("The rescue took {duration:11 hours}.", ["The rescue took 11 hours"]),
    (
        "Oil rose {3%}. The mood was calm. Gold fell {2%}.",
        ["Oil rose 3%", "Gold fell 2%"],
    ),
    ("The mood was calm.", []),
    # coordinated main verbs with their own subjects are two statements
    (
        "Exports grew {3%}, but imports fell {2%}.",
        ["Exports grew 3%", "imports fell 2%"],
    ),
    (
        "Thousands marched in Paris and {40} people were arrested in Lyon.",
        ["40 people were arrested in Lyon"],
    ),
    (
        "Unemployment fell to {4.1%}; wages rose {3%}.",
        ["Unemployment fell to 4.1%", "wages rose 3%"],
    ),
    (
        "There were {14} people aboard and divers found {12} bodies.",
        ["There were 14 people aboard", "divers found 12 bodies"],
    ),
    # one subject is one statement
    (
        "Sales fell {4%} and left {200} people without work.",
        ["Sales fell 4% and left 200 people without work"],
    ),
    # two statements that are set against each other are two
    (
        "Imports fell {2%}, while the deficit narrowed to {money:$4bn}.",
        ["Imports fell 2%", "the deficit narrowed to $4bn"],
    ),
    # a subordinate clause stays with its main clause
    ("Imports fell {2%} while ports were shut.", ["Imports fell 2% while ports were shut"]),
    (
        "The storm, which killed {9} people, has passed.",
        ["The storm, which killed 9 people, has passed"],
    ),
    # figures linked by part-of, from-to or comparison stay in one claim
    (
        "{112} drones were fired, and {part:84} of them were intercepted.",
        ["112 drones were fired, and 84 of them were intercepted"],
    ),
    (
        "{112} drones were fired, {part:84} of which were intercepted.",
        ["112 drones were fired, 84 of which were intercepted"],
    ),
    ("Turnout rose from {61%} to {66%}.", ["Turnout rose from 61% to 66%"]),
    (
        "The town has {900} pupils, compared with {1,200} a decade ago.",
        ["The town has 900 pupils, compared with 1,200 a decade ago"],
    ),
    # a figure that describes in passing makes no claim ...
    ("John Smith, {age:47}, was jailed.", []),
    ("A {age:47-year-old} man was arrested.", []),
    ("The country's {rank:third-largest} bank collapsed.", []),
    ("He gave a {duration:20-minute} speech.", []),
    ("After {duration:three hours} of talks, the ministers left.", []),
    # ... but in a predicate it does ...
    ("She is {age:47}.", ["She is 47"]),
    ("He finished {rank:fourth}.", ["He finished fourth"]),
    (
        "She is the {rank:second-richest} woman in Europe.",
        ["She is the second-richest woman in Europe"],
    ),
    ("He was jailed for {duration:12 years}.", ["He was jailed for 12 years"]),
    # ... and it stays in the claim that another figure makes
    (
        "A {age:47-year-old} man stole {money:£300}.",
        ["A 47-year-old man stole £300"],
    ),
    # headlines say something, lines without a predicate do not
    ("Oil up {up:3%} on supply fears", ["Oil up 3% on supply fears"]),
    ("{14} dead in hotel fire", ["14 dead in hotel fire"]),
    ("Tickets from {money:£15}", []),
    ("{5} charts on inflation", []),
    # quotation marks at the edges go, pairs inside stay
    ('"We lost {300} homes."', ["We lost 300 homes"]),
    ("“We lost {300} homes,”", ["We lost 300 homes"]),
    (
        'The "{100}-day plan" was dropped.',
        ['The "100-day plan" was dropped'],
    ),
    ("(The strike cost {money:$4m}.)", ["The strike cost $4m"]),
    ("It employs {300} people in the U.S.", ["It employs 300 people in the U.S."]),
    # a line is never left
    ("The bridge cost {money:£4m}\nIt opened in May", ["The bridge cost £4m"]),
    ("Rain fell.\n\nIt killed {9} people.", ["It killed 9 people"]),
]

REPORTED = [
    ("Prices fell, she said.", [["Prices fell"]], ["Prices fell"]),
    ("She said prices fell {2%}.", [["prices fell 2%"]], ["prices fell 2%"]),
    ("She said that, yes.", [["yes"]], []),
    # several spans of content in one paragraph are one claim
    (
        '"Prices fell," she said, "for {up:the third year}."',
        [["Prices fell", "for the third year"]],
        ['Prices fell," she said, "for the third year'],
    ),
    # several sentences are several, without who said it in between
    (
        '"Prices fell," said Ann Lee, a farmer. "We had to sell both fields."',
        [["Prices fell", "We had to sell both fields"]],
        ["Prices fell", "We had to sell both fields"],
    ),
    # a noun with its clause is no sentence
    (
        "The rivers carry a gas, which she said was leaking.",
        [["which", "was leaking"]],
        [],
    ),
    # over several paragraphs it is the longest, and a figure elsewhere is not lost
    (
        '"We have rebuilt every house in the valley," she said.\n"It took {40} men."',
        [["We have rebuilt every house in the valley", "It took 40 men"]],
        ["We have rebuilt every house in the valley", "It took 40 men"],
    ),
    # who reports states nothing by it
    (
        "{Two} officials said the talks had failed.",
        [["the talks had failed"]],
        ["the talks had failed"],
    ),
    ("He said to {300} guests that he was done.", [["he was done"]], ["he was done"]),
    # what else the sentence states is a claim of its own
    (
        "The firm, which lost {money:$4m} last year, said it would close.",
        [["it would close"]],
        ["The firm, which lost $4m last year", "it would close"],
    ),
    (
        "After profits fell {12%}, the company said it would close.",
        [["it would close"]],
        ["profits fell 12%", "it would close"],
    ),
    (
        "Wages rose {4%} in May, and the minister said prices would fall.",
        [["prices would fall"]],
        ["Wages rose 4% in May", "prices would fall"],
    ),
    (
        "Trump, who said the deal was dead, is {age:79}.",
        [["the deal was dead"]],
        ["Trump, who said the deal was dead, is 79", "the deal was dead"],
    ),
    (
        "The firm said it was insolvent and cut {300} jobs.",
        [["it was insolvent"]],
        ["it was insolvent", "cut 300 jobs"],
    ),
    # boilerplate
    (
        "Sign up to hear what he said: {5} stories a day.",
        [["5 stories a day"]],
        [],
    ),
]

# cue, its attitude, the content after it, and whether that can be checked
CONTENTS: list[tuple[str, Attitude, str, bool]] = [
    # a noun alone states nothing ...
    ("She backed", "judges", "Ukraine", False),
    ("She supported", "judges", "the walkout", False),
    ("She denied", "denies", "the accusation", False),
    ("She rejected", "denies", "the sums", False),
    ("She asked for", "urges", "blankets and warm coats", False),
    ("She blamed", "judges", "weak demand for vans", False),
    ("She ruled out", "denies", "that", False),
    ("She fears", "believes", "long delays", False),
    # ... unless what is asserted or denied names something that is done, or has a figure
    ("She announced", "asserts", "the closure of the school", True),
    ("She denied", "denies", "any involvement in the sale", True),
    ("She announced", "asserts", "{300} new posts", True),
    # an infinitive states nothing without a figure, nor does a wish or a judgement ...
    ("She promised", "intends", "to mend the dam", False),
    ("She urged", "urges", "the union to return to the table", False),
    ("She described", "judges", "the vote as a mistake", False),
    ("She called", "judges", "the vote a mistake", False),
    ("She hopes", "intends", "the dam holds", False),
    # ... unless it is about what has happened
    ("She promised", "intends", "to cut {300} posts", True),
    ("She demanded", "urges", "{8%} more pay", True),
    ("She accused", "judges", "the trust of playing for time", True),
    ("She praised", "judges", "the crew who saved the dam", True),
    # a question states nothing
    ("She asked", "asserts", "Is the dam safe?", False),
]

NO_CLAIMS = [
    "Subscribe now for {money:£1} a month.",
    "Was {money:£20}, now {money:£15}.",
    "Get your first {duration:3 months} free",
    "Save up to {50%} on your subscription",
    "You can cancel anytime, it costs {money:£1} a month.",
    "Read more: {5} things we learned",
    "READ MORE: {5} things we learned",
    "• See also: why {300} shops closed",
    "{4} min read",
    "Comments ({128})",
    "{128} comments",
    "Page {3} of {12}",
    "Sign in to read {3} more articles",
    "Log in to see {3} more",
    "Login",
    "Share this: {300} people have",
    "Updated {5 minutes} ago",
    "Click here to see all {12} photos",
    "By Jane Doe, John Roe and {3} others",
    "Photo: the {3} winners smiled",
    "© 2025 The Daily has {300} staff",
    "Reporting by Jane Doe; {3} others helped",
    "Follow us, {3} million people do",
    "Most read: {10} stories people loved",
    "Trending now",
]


@pytest.mark.parametrize(("marked", "expected"), STATED)
def test_a_statement_with_a_figure_is_a_numeric_claim(marked: str, expected: list[str]) -> None:
    found = claims(*article(marked), [])
    assert [claim.text for claim in found] == expected
    assert all(claim.kinds == ("numeric",) for claim in found)


@pytest.mark.parametrize(("marked", "contents", "expected"), REPORTED)
def test_the_content_of_an_attribution_is_a_claim(
    marked: str, contents: list[list[str]], expected: list[str]
) -> None:
    text, figures = article(marked)
    found = claims(text, figures, [said(text, *content) for content in contents])
    assert [claim.text for claim in found] == expected


@pytest.mark.parametrize(("cue", "attitude", "content", "checkable"), CONTENTS)
def test_what_is_reported_has_to_state_something(
    cue: str, attitude: Attitude, content: str, checkable: bool
) -> None:
    text, figures = article(f"{cue} {content}.")
    words = text.removeprefix(cue).strip(" .")
    speaker = SpeakerSpan(0, 3, "She", None, "person")
    attribution = replace(
        said(text, words, cue=cue.removeprefix("She "), attitude=attitude), speaker=speaker
    )
    found = claims(text, figures, [attribution])
    assert [claim.text for claim in found] == ([words] if checkable else [])


@pytest.mark.parametrize("marked", NO_CLAIMS)
def test_navigation_bylines_and_offers_are_no_claims(marked: str) -> None:
    assert claims(*article(marked), []) == []


@pytest.mark.parametrize(
    "text",
    [
        "By the end of Monday {300} people had signed up for the course.",
        "Most read {5} books last year.",
        "Netflix said {3} million people subscribed.",
        "The library offers free trials to {300} pupils.",
        "Read more than {5} books and you learn.",
        "Pictures sold for {money:£300}.",
        "Advertisements cost the party {money:£300}.",
        "Trending prices rose {4%}.",
    ],
)
def test_statements_that_look_like_navigation_are_claims(text: str) -> None:
    assert len(claims(*article(text), [])) == 1


def test_an_attributed_sentence_with_a_figure_is_one_claim_of_both_kinds() -> None:
    text, figures = article("She said prices fell {2%}.")
    (claim,) = claims(text, figures, [said(text, "prices fell 2%")])
    assert claim.kinds == ("numeric", "attributed")
    assert (claim.quantities, claim.attributions) == ((0,), (0,))


def test_a_report_of_a_report_is_one_claim_of_both_speakers() -> None:
    text, figures = article("Jones said prices fell {3%}, according to Reuters.")
    (claim,) = claims(
        text,
        figures,
        [
            said(text, "prices fell 3%", via=1),
            said(text, "Jones said prices fell 3%", cue="according to"),
        ],
    )
    assert claim.text == "prices fell 3%"
    assert claim.attributions == (0, 1)


def test_a_report_that_adds_a_statement_is_two_claims() -> None:
    text, figures = article("Wages rose {4%} and Jones said prices fell, according to Reuters.")
    found = claims(
        text,
        figures,
        [
            said(text, "prices fell", via=1),
            said(text, "Wages rose 4% and Jones said prices fell", cue="according to"),
        ],
    )
    assert [(claim.text, claim.attributions) for claim in found] == [
        ("Wages rose 4%", (1,)),
        ("prices fell", (0, 1)),
    ]


def test_a_verb_without_a_subject_of_its_own_is_worded_with_the_one_it_shares() -> None:
    text, figures = article("The firm said it was insolvent and cut {300} jobs.")
    found = claims(text, figures, [said(text, "it was insolvent")])
    assert [claim.wording for claim in found] == ["it was insolvent", "[The firm] cut 300 jobs"]


def test_two_attributions_of_one_content_are_one_claim() -> None:
    text = "Jones said prices fell, and Brown agreed."
    (claim,) = claims(
        text, [], [said(text, "prices fell"), said(text, "prices fell", cue="agreed")]
    )
    assert claim.attributions == (0, 1)


def test_a_figure_of_the_interrupting_cue_is_none_of_the_claim() -> None:
    text, figures = article('"Prices fell," said Brown, {age:47}, "and wages rose."')
    (claim,) = claims(text, figures, [said(text, "Prices fell", "and wages rose")])
    assert (claim.kinds, claim.quantities) == (("attributed",), ())


def test_a_figure_in_a_later_paragraph_of_a_quotation_keeps_its_speaker() -> None:
    text, figures = article(
        '"We rebuilt every house in the valley," she said.\n"It took {40} men."'
    )
    attribution = said(text, "We rebuilt every house in the valley", "It took 40 men")
    assert [claim.attributions for claim in claims(text, figures, [attribution])] == [(0,), (0,)]


def test_circular_reports_end() -> None:
    text = "Jones said prices fell."
    one, other = said(text, "prices fell", via=1), said(text, "prices fell", via=0)
    (claim,) = claims(text, [], [one, other])
    assert claim.attributions == (0, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  prices fell.  ", "prices fell"),
        ('"prices fell"', "prices fell"),
        ('he called it "a disaster"', 'he called it "a disaster"'),
        ('"a" and "b"', '"a" and "b"'),
        ("“prices fell", "prices fell"),
        ("the ministers’", "the ministers’"),
        ("- prices fell -", "prices fell"),
        ("and prices fell, but", "prices fell"),
        ("he works for Acme Inc.", "he works for Acme Inc."),
        ("at 9 p.m.", "at 9 p.m."),
        ("prices fell (again)", "prices fell (again)"),
        ("prices fell)", "prices fell"),
        ("did prices fall?", "did prices fall?"),
        ("NATO - the alliance - met", "NATO - the alliance - met"),
        ("...", ""),
        ('""', ""),
        ("", ""),
        ("and", "and"),
    ],
)
def test_trim_takes_stray_marks_and_conjunctions_off_the_edges(text: str, expected: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == expected
