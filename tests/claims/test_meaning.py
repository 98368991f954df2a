"""A wording against what its mention states: the table is the specification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from claims.figures import implied_interval, read_figure
from claims.matching import Statement, departures

FIRED = "Russia fired 112 strike and decoy drones across Ukraine"


@dataclass(frozen=True)
class Row:
    """A figure as the database has it."""

    raw: str
    figure: Any

    @property
    def interval(self) -> Any:
        return implied_interval(self.figure)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.figure, name)


def found(stated: str, wording: str, *figures: str, speakers: str = "", context: str = "") -> str:
    """What differs, as "code wording/stated", for a mention with these figures."""
    rows = tuple(Row(words, read_figure(words)) for words in figures)
    text, _bar, machine = stated.partition(" | ")
    statement = Statement(text, machine or text, tuple(filter(None, speakers.split(";"))), rows)
    differ = departures(wording, [statement], context or "It was Russia, it was said.")
    return "; ".join(f"{one.code} {one.wording}/{one.stated}" for one in differ)


@pytest.mark.parametrize(
    ("stated", "figures", "wording", "differs"),
    [
        (FIRED, ["112"], "Russia fired 115 drones across Ukraine", "figure_changed 115/112"),
        (FIRED, ["112"], "Russia fired drones across Ukraine", "figure_missing /112"),
        (FIRED, ["112"], "Russia fired 112 drones, 9 missiles across Ukraine", "figure_added 9/"),
        (FIRED, ["112"], "Russia fired 112 drones", "name_missing /Ukraine"),
        (FIRED, ["112"], "Germany fired 112 drones across Ukraine", "name_missing /Russia"),
        (FIRED, ["112"], "Russia fired 112 drones across Ukraine and Poland", "name_added Poland/"),
        (FIRED, ["112"], "Russia did not fire 112 drones across Ukraine", "polarity not/"),
        ("Profit rose 12%", ["12%"], "Profit rose 21%", "figure_changed 21%/12%"),
        ("It cost EUR1.1bn", ["EUR1.1bn"], "It cost 1.3bn", "figure_changed 1.3bn/EUR1.1bn"),
        ("It cost EUR1.1bn", ["EUR1.1bn"], "It cost $1.1bn", "figure_changed $1.1bn/EUR1.1bn"),
        ("She denied that a report was withheld", [], "A report was withheld", "polarity /denied"),
        ("No report was withheld", [], "The report was withheld", "polarity /No"),
        ("The ministry did pay", [], "The ministry never paid", "polarity never/"),
        # What must not warn: only other words for the same.
        (FIRED, ["112"], "On 4-5 September 2025 Russia fired 112 drones at Ukraine", ""),
        (FIRED, ["112"], "112 Russian drones were fired across Ukraine", ""),
        ("They killed 112 people", ["112 people"], "A hundred and twelve people were killed", ""),
        ("It cost EUR1.1bn", ["EUR1.1bn"], "It cost 1.1 billion euros", ""),
        ("It cost EUR1.1bn", ["EUR1.1bn"], "It cost 1.1 billion", ""),
        ("It cost €1,123,000,000", ["€1,123,000,000"], "It cost EUR1.1 billion", ""),
        ("Half of them left", ["Half"], "50 percent of them left", ""),
        ("Two dozen men left", ["Two dozen"], "24 men left", ""),
        ("It fell by 3 percent in March 2024", ["3 percent"], "In Mar 2024 it fell by 3%", ""),
        ("It holds 40 | [Harl dam] holds 40 litres", ["40 litres"], "Harl dam holds 40", ""),
        ("The plant no longer employs 40 men", ["40"], "The plant stopped employing 40 men", ""),
        ("The plant no longer employs 40 men", ["40"], "The plant no longer employs 40 men", ""),
        ("Not only the mayor was paid", [], "The mayor was paid too", ""),
        ("No fewer than 40 men left", ["40"], "At least 40 men left", ""),
        ("She denied that any report was withheld", [], "No report was withheld", ""),
        ("Neither he nor she was paid", [], "Nobody of them was paid", ""),
        ("The European Central Bank cut rates", [], "The ECB cut rates", ""),
        ("The U.S. cut rates", [], "US rates were cut", ""),
        ("One of the men left", [], "A man left", ""),
        ("", [], "It holds 40", "figure_added 40/"),
        ("It holds 40", ["40"], "", "figure_missing /40"),
    ],
)  # fmt: skip
def test_what_differs_is_told_and_other_words_for_the_same_are_not(
    stated: str, figures: list[str], wording: str, differs: str
) -> None:
    assert found(stated, wording, *figures) == differs


def test_a_name_of_the_speaker_or_the_article_is_no_addition() -> None:
    said = "The dam holds 40 litres"
    wording = "Ada Wyle: the Harl dam holds 40 litres"
    assert (
        found(said, wording, "40 litres", speakers="Ada Wyle", context="Harl dam, in Vell.") == ""
    )
    assert found(said, wording, "40 litres") == "name_added Ada Wyle/; name_added Harl/"


def test_the_mention_that_comes_closest_counts() -> None:
    statements = [Statement(f"The dam holds {n} litres", "") for n in (41, 40)]
    assert departures("The dam holds 40 litres", statements) == []
    assert [one.code for one in departures("The dam holds 42 litres", statements)] == [
        "figure_added"
    ]
    assert departures("Whatever", []) == []
