"""What a claim says: wordings with resolved dates and pronouns, labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims.extraction.claims.wording import Wordings
from claims.extraction.records import (
    ArticleText,
    Attribution,
    Claim,
    Counted,
    DateSpan,
    Extraction,
    Quantity,
    Span,
    SpeakerSpan,
)
from claims.figures import figure_label, period_label


def claim_in(
    text: str,
    *,
    dates: dict[str, tuple[str, str] | None] | None = None,
    figures: tuple[str, ...] = (),
    speaker: tuple[str, str] | None = None,
) -> tuple[Extraction, Claim]:
    """A claim of the whole text, and what was found in it by the words given."""

    def place(words: str) -> tuple[int, int, str]:
        start = text.rindex(words)
        return start, start + len(words), words

    quantities = tuple(
        Quantity(*place(words), "count", Decimal(1), Decimal(1)) for words in figures
    )
    found = tuple(
        DateSpan(*place(words), *(map(date.fromisoformat, days) if days else (None, None)))
        for words, days in (dates or {}).items()
    )
    said = ()
    if speaker:
        span = SpeakerSpan(*place(speaker[0]), speaker[1], "person")
        said = (Attribution("indirect", "asserts", (Span(*place(text)),), None, span),)
    indexes = tuple(range(len(quantities)))
    claim = Claim(0, len(text), text, ("numeric",), indexes, (), 0.0, ())
    return Extraction(ArticleText("1", text), quantities, found, said, (claim,)), claim


def wording(extraction: Extraction, claim: Claim) -> str:
    """What the claim says, by the records of its article."""
    return Wordings(extraction).of(claim)


SEPTEMBER_5 = ("2025-09-05", "2025-09-05")

WORDINGS = [
    # in the place of an expression that says nothing else
    (
        "Russia fired 112 drones overnight",
        {"overnight": ("2025-09-04", "2025-09-05")},
        "Russia fired 112 drones [night of 4–5 Sep 2025]",
    ),
    (
        "Exports fell last month",
        {"last month": ("2025-08-01", "2025-08-31")},
        "Exports fell [Aug 2025]",
    ),
    ("It failed on Friday", {"Friday": SEPTEMBER_5}, "It failed on [5 Sep 2025]"),
    ("It failed in May", {"May": ("2025-05-01", "2025-05-31")}, "It failed in [May 2025]"),
    ("Friday's storm", {"Friday": SEPTEMBER_5}, "[5 Sep 2025]'s storm"),
    # behind one that does
    (
        "It failed Friday night",
        {"Friday night": SEPTEMBER_5},
        "It failed Friday night [5 Sep 2025]",
    ),
    (
        "It doubled over the past two years",
        {"the past two years": ("2023-09-05", "2025-09-05")},
        "It doubled over the past two years [5 Sep 2023 – 5 Sep 2025]",
    ),
    # what names its year, and what could not be resolved, stays
    ("It failed in May 2024", {"May 2024": ("2024-05-01", "2024-05-31")}, "It failed in May 2024"),
    ("It failed on Friday", {"Friday": None}, "It failed on Friday"),
    # several
    (
        "It rose on Friday and fell today",
        {"Friday": SEPTEMBER_5, "today": ("2025-09-07", "2025-09-07")},
        "It rose on [5 Sep 2025] and fell [7 Sep 2025]",
    ),
]


@pytest.mark.parametrize(("text", "dates", "expected"), WORDINGS)
def test_relative_dates_are_resolved_in_brackets(
    text: str, dates: dict[str, tuple[str, str] | None], expected: str
) -> None:
    assert wording(*claim_in(text, dates=dates)) == expected


def test_a_speakers_pronoun_is_resolved_in_brackets() -> None:
    given = claim_in("The dam failed, he said", speaker=("he", "Mark Reed"))
    assert wording(*given) == "The dam failed, [Mark Reed] said"


@pytest.mark.parametrize("speaker", [("I", "Mark Reed"), ("the mayor", "Mark Reed")])
def test_first_person_and_descriptions_stay(speaker: tuple[str, str]) -> None:
    text = f"The dam failed, {speaker[0]} said"
    assert wording(*claim_in(text, speaker=speaker)) == text


def test_figures_are_never_altered() -> None:
    text = "It lasted 3 days overnight"
    given = claim_in(text, dates={"3 days overnight": SEPTEMBER_5}, figures=("3 days",))
    assert wording(*given) == text


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-09-05", "2025-09-05", "5 Sep 2025"),
        ("2025-09-04", "2025-09-05", "4–5 Sep 2025"),
        ("2025-08-30", "2025-09-05", "30 Aug – 5 Sep 2025"),
        ("2024-12-30", "2025-01-05", "30 Dec 2024 – 5 Jan 2025"),
        ("2025-08-01", "2025-08-31", "Aug 2025"),
        ("2025-07-01", "2025-09-30", "Jul–Sep 2025"),
        ("2024-11-01", "2025-01-31", "Nov 2024 – Jan 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("9999-12-01", "9999-12-31", "Dec 9999"),
    ],
)
def test_periods_are_written_as_people_do(first: str, last: str, expected: str) -> None:
    assert period_label(date.fromisoformat(first), date.fromisoformat(last)) == expected


def figure(low: str | None, high: str | None, **fields: object) -> Quantity:
    kind = fields.pop("kind", "measure")
    ends = (Decimal(end) if end is not None else None for end in (low, high))
    return Quantity(0, 1, "x", kind, *ends, **fields)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (figure("1100000000", "1100000000", currency="EUR"), "EUR 1.1 billion"),
        (figure("1234567", "1234567", currency="USD"), "USD 1,234,567"),
        (figure("12000000000000", "12000000000000"), "12 trillion"),
        (figure("9000", "9000"), "9,000"),
        (figure("0.2", "0.2", unit="percentage point"), "0.2 percentage points"),
        (figure("3.8", "3.8", unit="percent", change="increase"), "up 3.8%"),
        (figure("3", "5", unit="percent", modifier="between"), "3–5%"),
        (
            figure("350000000", "450000000", currency="EUR", modifier="between"),
            "EUR 350–450 million",
        ),
        (figure("900000", "1200000", modifier="between"), "900,000–1.2 million"),
        (figure("24", None, modifier="at_least"), "at least 24"),
        (figure(None, "40", modifier="at_most", unit="hour"), "up to 40 hours"),
        (figure("1", "1", unit="year"), "1 year"),
        (figure("137000", "137000", unit="barrel per day"), "137,000 barrels per day"),
        (figure("6", "6", unit="foot"), "6 feet"),
        (figure("2", "2", unit="square kilometre"), "2 square kilometres"),
        (figure("30", "30", unit="degree Celsius"), "30 degrees Celsius"),
        (figure("80", "80", currency="USD", per="barrel"), "USD 80 per barrel"),
        (replace(figure("0.2", "0.2", kind="ratio"), text="one in\nfive"), "0.2 (one in five)"),
        (figure("0", "0"), "0"),
        (figure("-4.50", "-4.50"), "-4.5"),
        (
            figure("112", "112", kind="count", counted=Counted(0, 1, "decoy\ndrones", "drone")),
            "112 decoy drones",
        ),
        (
            figure("2", "2", kind="count", counted=Counted(0, 1, "of the 27 states", "state")),
            "2 state",
        ),
    ],
)
def test_figures_are_labelled_as_normalised(given: Quantity, expected: str) -> None:
    assert figure_label(given) == expected


# text, and the wordings of its claims
STANDING_ALONE = [
    # a denial is worded as one
    (
        "Tomas Reck denied that any report was withheld.",
        ["[Tomas Reck] denies that any report was withheld"],
    ),
    (
        "“No pupil was hurt,” said Nora Lind. The union disputes that the roof was safe.",
        ["No pupil was hurt", "[The union] denies that the roof was safe"],
    ),
    (
        "Police ruled out that anyone else was involved.",
        ["[Police] ruled out that anyone else was involved"],
    ),
    ("“The roof is safe,” the union denied.", ["The roof is safe"]),
    # and so is what is called wrong by who tells it
    (
        "The minister incorrectly stated that 40 bridges had failed.",
        ["[The minister] incorrectly stated that 40 bridges had failed"],
    ),
    (
        "The vaccine was never tested, a spokesman wrongly claimed.",
        ["[A spokesman] wrongly claimed that the vaccine was never tested"],
    ),
    (
        "Nora Lind falsely accused the trust of hiding 40 deaths.",
        ["[Nora Lind] falsely accused the trust of hiding 40 deaths"],
    ),
    # what states nothing by itself stands behind speaker and cue
    ("The trust offered a pay rise of 3.5%.", ["[The trust] offered a pay rise of 3.5%"]),
    ("Nora Lind promised to hire 300 nurses.", ["[Nora Lind] promised to hire 300 nurses"]),
    (
        "The council has announced the closure of the school.",
        ["[The council] has announced the closure of the school"],
    ),
    # who speaks of themselves is named, unless the name does not tell
    ("Laura Stein said she had sold both mills.", ["[Laura Stein] had sold both mills"]),
    ("Laura Stein said he had sold both mills.", ["he had sold both mills"]),
    ("Northfield Council said it owed the bank £40m.", ["[Northfield Council] owed the bank £40m"]),
    ("Northfield Council said it was too late.", ["it was too late"]),
    # ... nor where somebody else may be meant, or nothing
    ("Maria Lopez told Anna Reed she had failed.", ["she had failed"]),
    ("Maria Lopez told reporters she had failed.", ["[Maria Lopez] had failed"]),
    (
        "Northfield Council said it emerged that 12 people had died.",
        ["it emerged that 12 people had died"],
    ),
    # what nobody says, denies or refuses to say is no statement of theirs
    (
        "The bank neither confirmed nor denied that it had lost 40 million dollars.",
        ["The bank neither confirmed nor denied that it had lost 40 million dollars"],
    ),
    (
        "The ministry denied that the police said 40 people had died.",
        ["[The ministry] denies that the police said 40 people had died"],
    ),
    ("Few believe that the firm paid 300 workers.", ["Few believe that the firm paid 300 workers"]),
    (
        "The firm stopped short of saying that 300 people died.",
        ["The firm stopped short of saying that 300 people died"],
    ),
    # a figure may be what the statement is about
    ("The army said 14 had died.", ["14 had died"]),
    # who said it does not interrupt what they said
    (
        "“Prices fell,” Laura Stein said, “for the third year.”",
        ["Prices fell for the third year"],
    ),
    (
        "“No one,” said Laura Stein, “was paid 40 million euros.”",
        ["No one was paid 40 million euros"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STANDING_ALONE)
def test_a_wording_stands_alone(extracted, text: str, expected: list[str]) -> None:
    [found] = extracted([(text, None)])
    assert [claim.wording for claim in found.claims] == expected


# a sentence without a figure and a speaker, and whether it is absolute
ABSOLUTE = [
    ("Youth unemployment is the lowest since 1988.", True),
    ("It was the most expensive bridge ever built.", True),
    ("Ines Roth was the first woman to lead the central bank.", True),
    ("The mill is the only employer in the valley.", True),
    ("The river rose to its highest level in decades.", True),
    ("Nobody was hurt in the blast.", True),
    ("The ministry has never answered.", True),
    ("There is no evidence that the dam leaks.", True),
    ("All schools in the valley are closed.", True),
    ("The town made a record profit in May.", True),
    # nothing of the kind
    ("The schools in the valley are closed.", False),
    ("Most people left the town.", False),
    ("The largest bank in the country collapsed.", False),
    ("In the last minute a player was sent off.", False),
    ("He scored for the first time this season.", False),
    ("At least the roof held.", False),
    ("Not all schools in the valley closed.", False),
    ("Nearly all schools in the valley closed.", False),
    # no statement
    ("The lowest rate since 1988", False),
    ("Was it the lowest since 1988?", False),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_an_absolute_statement_is_a_claim(extracted, text: str, expected: bool) -> None:
    [found] = extracted([(text, None)])
    assert [claim.kinds for claim in found.claims] == [("absolute",)] * expected


@pytest.mark.parametrize(
    "text",
    [
        "She asked how his wife became mayor.",
        "“Is the dam safe?” asked Laura Stein.",
        "Did the firm cut 300 jobs?",
        "Did the minister say that 300 jobs were cut?",
        "“Peace Through Strength,” said Laura Stein.",
        "Laura Stein backed the walkout.",
        "Laura Stein vowed to fight on.",
        "Laura Stein was asked whether the dam holds.",
    ],
)
def test_what_states_nothing_is_no_claim(extracted, text: str) -> None:
    [found] = extracted([(text, None)])
    assert found.claims == ()
