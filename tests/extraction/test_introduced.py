"""Which one "the trial" is, as the text has told before."""

from __future__ import annotations

import pytest

# text, and the wording of its last claim
TOLD_BEFORE = [
    # by name: in front of the noun, behind it, by what it is called, by what is said to be one
    (
        "Norvik opened the Solvind wind farm in May. The farm has 62 turbines.",
        "[The Solvind wind farm] has 62 turbines",
    ),
    (
        "The ferry Arcona hit a rock on Monday. The ship carried 212 people.",
        "The ship [Arcona] carried 212 people",
    ),
    (
        "Norvik sells a drug called Veltrimol. The drug costs 900 euros a year.",
        "The drug [Veltrimol] costs 900 euros a year",
    ),
    # by what it is of, and what it did, or was done to it
    (
        "Norvik ran a trial of asthma drugs. The trial cost 3 million euros.",
        "[The trial of asthma drugs] cost 3 million euros",
    ),
    (
        "A ferry ran aground off Skellan on Monday. The vessel carried 212 people.",
        "[The ferry that ran aground off Skellan on Monday] carried 212 people",
    ),
    (
        "The ferry hit a reef near Skellan. The reef has damaged 6 ships.",
        "[The reef that the ferry hit] has damaged 6 ships",
    ),
    # across paragraphs, and through others that tell no more
    (
        "Norvik ran a trial of asthma drugs.\n\nThe trial was long.\n\nThe trial cost 3 million.",
        "[The trial of asthma drugs] cost 3 million",
    ),
    # not as the claim's subject alone
    (
        "Norvik opened the Solvind wind farm in May. Reed paid 3 million euros for the farm.",
        "Reed paid 3 million euros for [the Solvind wind farm]",
    ),
    # the fuller of two
    (
        "Norvik opened the Solvind wind farm. The wind farm is large. The farm has 62 turbines.",
        "[The Solvind wind farm] has 62 turbines",
    ),
]

TOLD_BY_ITSELF = [
    # known to all, or never introduced
    "A government of many parties fell in May. The government cost 3 million euros.",
    "Norvik grew in May. The harbour cost 3 million euros.",
    # the words tell it
    "Norvik ran a trial of asthma drugs. The Spanish trial cost 3 million euros.",
    "Norvik ran a trial of asthma drugs. The trial of 40 boats cost 3 million euros.",
    # others
    "Norvik ran trials of asthma drugs. The trial cost 3 million euros.",
]

NOT_TOLD = [
    # which of two, or nothing that tells it
    "Reed ran the Solvind trial and the Halden trial. The trial cost 3 million euros.",
    "Reed was for a new plan. The plan costs 3 million euros.",
]


def last(extracted, text: str):
    """The last claim of the text."""
    [found] = extracted([(text, None)])
    return found.claims[-1]


def is_unclear(claim) -> bool:
    return any(reason.reason == "unclear_subject" for reason in claim.reasons)


@pytest.mark.parametrize(("text", "expected"), TOLD_BEFORE)
def test_a_noun_is_told_as_the_text_introduced_it(extracted, text: str, expected: str) -> None:
    claim = last(extracted, text)
    assert claim.wording == expected
    assert not is_unclear(claim)


@pytest.mark.parametrize("text", TOLD_BY_ITSELF)
def test_what_needs_no_telling_stays(extracted, text: str) -> None:
    claim = last(extracted, text)
    assert claim.wording == claim.text
    assert not is_unclear(claim)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_nothing_tells_is_marked(extracted, text: str) -> None:
    claim = last(extracted, text)
    assert claim.wording == claim.text
    assert is_unclear(claim)


PRONOUNS = [
    # what it is said to be
    (
        "Norvik opened the Solvind wind farm. Building took 3 years. It is the largest farm.",
        "[The Solvind wind farm] is the largest farm",
    ),
    # what was done to it, and not who did it
    (
        "The ministry promised a new pier in 2021, but it was never built.",
        "[The new pier] was never built",
    ),
    # as the text introduced it
    (
        "Norvik opened the Solvind wind farm. The farm is large. It cost 3 million euros.",
        "[The Solvind wind farm] cost 3 million euros",
    ),
    # through a sentence about the same, past what is said to be its name
    (
        "The storm, named Ingrid by forecasters, hit Marlow. It was slow. It killed 3 people.",
        "[Ingrid] killed 3 people",
    ),
    # no source that is only cited, and no judgment that paid
    (
        "Migraine is common. It costs 3 million euros a year, according to the Marlow Clinic.",
        "[Migraine] costs 3 million euros a year",
    ),
    (
        "Polar Air met in May. The carrier said the judgment was late and that it had paid $300.",
        "[Polar Air] had paid $300",
    ),
    # across paragraphs
    ("The Solvind farm opened in May.\n\nIt cost 3 million euros.", "[The Solvind farm] cost"),
    # the person in the name of who speaks
    (
        "Ada Reed's campaign said she had paid 3 million euros.",
        "[Ada Reed] had paid 3 million euros",
    ),
    (
        "Tom Park met Ada Reed. As for Reed's health, Park said that he had paid 3 million euros.",
        "[Tom Park] had paid 3 million euros",
    ),
    ("Ada Reed recalled that she'd paid 3 million euros.", "[Ada Reed] had paid 3 million euros"),
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_a_pronoun_is_told_by_what_was_told_before(extracted, text: str, expected: str) -> None:
    assert last(extracted, text).wording.startswith(expected)


def test_she_may_be_who_was_told_of_right_before(extracted) -> None:
    text = "Laura Reed met us in May. We asked the minister for help. She never answered 12 people."
    assert last(extracted, text).wording.startswith("She never")


def test_nobody_speaks_of_themselves_by_name(extracted) -> None:
    text = (
        "Tom Park met Mark Halden in Marlow. The yard closed. “Halden had 40 bands,” he said. "
        "“Reed had none.”"
    )
    [found] = extracted([(text, None)])
    assert not any(
        said.speaker and "Halden" in (said.speaker.name or "") for said in found.attributions
    )


FIRMS = [
    (
        "The trial began, Ada Lind of Marlow University said. Bern Airlines pays 40 scientists. "
        "The company has 300 workers.",
        "[Bern Airlines] has 300 workers",
    ),
    (
        "Bern Airlines is late, Ada Lind of Marlow University said. The airline has 300 jets.",
        "[Bern Airlines] has 300 jets",
    ),
    # which of two
    (
        "Norvik Energy and Halden Pharma pay for it. The company has 300 workers.",
        "The company has 300 workers",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIRMS)
def test_the_company_is_the_one_whose_name_tells_a_firm(
    extracted, text: str, expected: str
) -> None:
    assert last(extracted, text).wording == expected
