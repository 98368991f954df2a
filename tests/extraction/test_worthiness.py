"""Check-worthiness: which statements come before which, and that the sum is what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from claims.extraction.claims import worthiness
from claims.extraction.claims.lexicon.worthiness import WORD_GROUPS
from claims.extraction.claims.worthiness import Statement, check_worthiness
from claims.extraction.parsing import load
from claims.extraction.records import Attribution, Counted, DateSpan, Quantity, Span, SpeakerSpan
from claims.labels import REASONS, reason_in_words
from claims.mending.marking import MARKED_REASON
from claims.models.waiting import RECENCY
from claims.queue.priority import BEARING_PARTS, SUPERSEDED, WATCHED

ADA = SpeakerSpan(0, 8, "Ada Reed", "Ada Reed", "person", ("Ada Reed",))
SOMEONE = SpeakerSpan(0, 9, "a witness", None, "unknown")


def statement(
    text: str,
    *,
    figures: tuple[Quantity, ...] = (),
    said: tuple[Attribution, ...] = (),
    dates: tuple[DateSpan, ...] = (),
) -> Statement:
    return Statement(text, load()(text)[:], figures, dates, said)


def figure(text: str, **fields: object) -> Quantity:
    return replace(Quantity(0, len(text), text, "count", Decimal(44), Decimal(44)), **fields)


def said_by(speaker: SpeakerSpan | None, attitude: str = "asserts") -> Attribution:
    return Attribution("indirect", attitude, (Span(0, 1, "x"),), None, speaker)


def score(given: Statement) -> float:
    return check_worthiness(given)[0]


def reasons(given: Statement) -> list[str]:
    found = check_worthiness(given)[1]
    return [reason_in_words(part.reason, part.value) for part in found]


PLAIN = statement("The dam failed.")
SHOPS = Counted(0, 5, "shops", "shop")
MANY = figure("40", low=Decimal(40), high=Decimal(40))
FEW = figure("2", low=Decimal(2), high=Decimal(2))
FOUR_PERCENT = figure("4%", kind="percent", unit="percent")

BETTER_AND_WORSE = [
    # a figure, and better one with a unit, and better the size of a change
    (statement("Prices were 44 higher.", figures=(figure("44"),)), PLAIN),
    (
        statement("Prices were 4% higher.", figures=(FOUR_PERCENT,)),
        statement("Prices were 44 higher.", figures=(figure("44"),)),
    ),
    (
        statement("Prices rose 4%.", figures=(replace(FOUR_PERCENT, change="increase"),)),
        statement("Prices were 4%.", figures=(FOUR_PERCENT,)),
    ),
    (
        statement("Prices rose 4%.", figures=(FOUR_PERCENT,)),
        statement("A man of 47 fell.", figures=(figure("47", kind="age", unit="year"),)),
    ),
    # many before a few
    (
        statement("The town lost 40 shops.", figures=(replace(MANY, counted=SHOPS),)),
        statement("The town lost 2 shops.", figures=(replace(FEW, counted=SHOPS),)),
    ),
    # a named speaker before an anonymous one
    (
        statement("The dam failed.", said=(said_by(ADA),)),
        statement("The dam failed.", said=(said_by(SOMEONE),)),
    ),
    # what a study found before what somebody says
    (
        statement(
            "Most dams leak.", said=(said_by(SpeakerSpan(0, 7, "A study", None, "document")),)
        ),
        statement("Most dams leak.", said=(said_by(ADA),)),
    ),
    # a denial before an assertion, an assertion before a belief
    (
        statement("The dam failed.", said=(said_by(ADA, "denies"),)),
        statement("The dam failed.", said=(said_by(ADA),)),
    ),
    (
        statement("The dam failed.", said=(said_by(ADA),)),
        statement("The dam failed.", said=(said_by(ADA, "believes"),)),
    ),
    # what happened before what somebody wants
    (
        statement("The dam failed.", said=(said_by(ADA, "judges"),)),
        statement("to build a dam", said=(said_by(ADA, "urges"),)),
    ),
    (
        statement("to build 4 dams", figures=(figure("4"),), said=(said_by(ADA, "intends"),)),
        statement("to build dams", said=(said_by(ADA, "intends"),)),
    ),
    # hedges, opinions, the future, questions and fragments
    (PLAIN, statement("The dam may fail.")),
    (PLAIN, statement("We should be proud of the dam.")),
    (PLAIN, statement("The dam will fail.")),
    (PLAIN, statement("Did the dam fail?")),
    (statement("It is a dam."), statement("a dam")),
    # records, comparisons, causes, names
    (statement("It was the worst flood."), statement("It was a flood.")),
    (statement("It was longer than the last."), statement("It was long.")),
    (statement("It failed because of rain."), statement("It failed in rain.")),
    (statement("The Rhine flooded Bonn."), statement("The river flooded towns.")),
]


@pytest.mark.parametrize(("better", "worse"), BETTER_AND_WORSE)
def test_the_more_checkable_statement_scores_higher(better: Statement, worse: Statement) -> None:
    assert (score(better), sum(w.weight for w in check_worthiness(better)[1])) > (
        score(worse),
        sum(w.weight for w in check_worthiness(worse)[1]),
    )


RICH = statement(
    "Germany lost a record 4% because of floods that nobody in history had ever seen.",
    figures=(
        replace(FOUR_PERCENT, change="decrease", part_of=1),
        figure("third-largest", kind="rank"),
    ),
    said=(said_by(ADA, "denies"),),
    dates=(DateSpan(0, 3, "May", date(2025, 5, 1), date(2025, 5, 31)),),
)
POOR = statement("Should we be proud and hope it may or will be good?", said=(said_by(SOMEONE),))


@pytest.mark.parametrize("given", [RICH, POOR, PLAIN, BETTER_AND_WORSE[2][0]])
def test_the_score_is_the_clipped_sum_of_its_reasons_strongest_first(given: Statement) -> None:
    total, parts = check_worthiness(given)
    weights = [part.weight for part in parts]
    assert total == pytest.approx(min(1.0, max(0.0, sum(weights))))
    assert [abs(weight) for weight in weights] == sorted(map(abs, weights), reverse=True)
    assert check_worthiness(given) == (total, parts)


def test_the_score_stays_between_nought_and_one() -> None:
    assert 0.8 < score(RICH) <= 1.0
    assert score(POOR) == 0.0


def test_reasons_say_what_was_found_in_words() -> None:
    euros = figure("EUR1.1 billion", kind="money", currency="EUR")
    euros = replace(euros, low=Decimal(1_100_000_000), high=Decimal(1_100_000_000))
    found = reasons(
        statement("The port made EUR1.1 billion.", figures=(euros,), said=(said_by(ADA),))
    )
    assert found[0].startswith("worded like what is worth a check")
    assert found[1:3] == ["states a figure with unit: EUR 1.1 billion", "named speaker: Ada Reed"]


def test_every_code_has_words() -> None:
    source = Path(worthiness.__file__).read_text()
    given = {*re.findall(r'Reason\(\s*"(\w+)"', source), *worthiness._STANCES.values()}
    # of a person's mark, of the day, of the watch list, and of an article's next version
    others = {MARKED_REASON["reason"], RECENCY, WATCHED, SUPERSEDED}
    others |= {reason for reason, _points in BEARING_PARTS.values()}
    assert given | {group.code for group in WORD_GROUPS} | others == REASONS.keys()


def test_the_month_of_may_is_no_hedge() -> None:
    assert not any("hedged" in reason for reason in reasons(statement("It failed on 2 May.")))
    assert "hedged: may" in reasons(statement("It may fail."))


def test_a_count_is_named_in_the_articles_words() -> None:
    drones = figure("112", counted=Counted(4, 10, "decoy drones", "drone"))
    drones = replace(drones, low=Decimal(112), high=Decimal(112))
    assert "states a figure: 112 decoy drones" in reasons(
        statement("112 decoy drones fell.", figures=(drones,))
    )


def test_words_without_a_parse_are_measured_by_their_records() -> None:
    total, parts = check_worthiness(Statement("x", None, (FOUR_PERCENT,), (), ()))
    assert total == 0.09
    assert len(parts) == 1
