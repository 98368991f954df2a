"""Who a speaker is: passages with the speaker of their last attribution, named within the text."""

from __future__ import annotations

import pytest

from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText, SpeakerSpan
from claims.extraction.speech.finding import find_attributions
from tests.extraction.role_passages import RESOLUTION, WRONG, why_wrong
from tests.extraction.title_passages import TITLES

# passage, the speaker as the text has it, the name, the kind
PRONOUNS = [
    ("Ann Lee opened the dam. She said it was safe.", "She", "Ann Lee", "person"),
    ("Tom Park met Ann Lee on Monday. He said the dam was safe.", "He", "Tom Park", "person"),
    ("Tom Park opened the dam.\nHe said it was safe.", "He", "Tom Park", "person"),
    (
        "Tom Park opened the dam. He thanked the crew. He said it was safe.",
        "He",
        "Tom Park",
        "person",
    ),
    (
        "Tom Park criticised Henry Ford. Park left early. He said the dam was safe.",
        "He",
        "Tom Park",
        "person",
    ),
    ("Tom Park said he believed the dam was safe.", "Tom Park", "Tom Park", "person"),
    (
        "Mrs. Lee met Mr. Park in Berlin. She said the dam was safe.",
        "She",
        "Lee",
        "person",
    ),
    (
        "Mr. Park was met by Mrs. Lee in Berlin. She said the dam was safe.",
        "She",
        "Lee",
        "person",
    ),
    (
        'Tom Park spoke first. "Henry Ford never paid," he said.',
        "he",
        "Tom Park",
        "person",
    ),
    (
        '"Henry Ford never paid," Tom Park said. He added that the case was closed.',
        "He",
        "Tom Park",
        "person",
    ),
    ("Ann Lee, who said the dam was safe, resigned.", "who", "Ann Lee", "person"),
    ("It rained all week. They said the dam was safe.", "They", None, "group"),
    ("He said the dam was safe.", "He", None, "person"),
    ("Tom Park's office called. He said the dam was safe.", "He", "Tom Park", "person"),
    (
        "Chancellor Eva Brandt was late. The chancellor apologised. She said the train was slow.",
        "She",
        "Eva Brandt",
        "person",
    ),
    (
        "Siemens cut 300 jobs on Monday. It said demand had fallen.",
        "It",
        "Siemens",
        "organisation",
    ),
]

SURNAMES = [
    ("Ann Lee opened the dam. Lee said it was safe.", "Lee", "Ann Lee", "person"),
    ("Lee said the dam was safe. Ann Lee opened it.", "Lee", "Ann Lee", "person"),
    (
        "Prime Minister Ann Lee said the dam was safe.",
        "Prime Minister Ann Lee",
        "Ann Lee",
        "person",
    ),
    ("Dr. Ann Lee said the dam was safe.", "Dr. Ann Lee", "Ann Lee", "person"),
    (
        "Former President Henry Ford said the dam was safe.",
        "Former President Henry Ford",
        "Henry Ford",
        "person",
    ),
    (
        "Tom Park met his wife Ann Park. Ann Park said the dam was safe.",
        "Ann Park",
        "Ann Park",
        "person",
    ),
    (
        "Ann Lee, the head of the water board, said the dam was safe.",
        "Ann Lee",
        "Ann Lee",
        "person",
    ),
    (
        "The head of the water board, Ann Lee, said the dam was safe.",
        "The head of the water board, Ann Lee",
        "Ann Lee",
        "person",
    ),
    ("Spokeswoman Ann Lee said the dam was safe.", "Spokeswoman Ann Lee", "Ann Lee", "person"),
    (
        "Ann Lee's spokesman said the dam was safe.",
        "Ann Lee's spokesman",
        None,
        "person",
    ),
    (
        "Both Ann Lee and Tom Park said the dam was safe.",
        "Both Ann Lee and Tom Park",
        "Ann Lee and Tom Park",
        "group",
    ),
    (
        "Ann Lee met Tom Park. Lee and Park said the dam was safe.",
        "Lee and Park",
        "Ann Lee and Tom Park",
        "group",
    ),
]

ROLES = [
    (
        "The union met the board. One of its members, Tom Park, said the deal was dead.",
        "One of its members, Tom Park",
        "Tom Park",
        "person",
    ),
    (
        "Siemens and Bosch cut jobs on Monday. The company said demand had fallen.",
        "The company",
        None,
        "organisation",
    ),
    (
        "The European Commission met Siemens in Brussels. The commission said talks went well.",
        "The commission",
        "European Commission",
        "organisation",
    ),
    (
        "General Motors said demand had fallen.",
        "General Motors",
        "General Motors",
        "organisation",
    ),
    ("The city said the road would reopen.", "The city", None, "place"),
    ("A number of residents said the road was closed.", "A number of residents", None, "group"),
    (
        "German Chancellor Eva Brandt landed in Oslo. The chancellor said talks would resume.",
        "The chancellor",
        "Eva Brandt",
        "person",
    ),
    (
        "Eva Brandt, the mayor of Bonn, arrived late. The mayor said the train was slow.",
        "The mayor",
        "Eva Brandt",
        "person",
    ),
    (
        "Prime Minister Eva Brandt landed in Oslo. The prime minister said talks would resume.",
        "The prime minister",
        "Eva Brandt",
        "person",
    ),
    (
        "Senator Tom Park met Governor Ann Lee. The governor said the dam was safe.",
        "The governor",
        "Ann Lee",
        "person",
    ),
    (
        "Senator Tom Park met Governor Ann Lee. The senator said the dam was safe.",
        "The senator",
        "Tom Park",
        "person",
    ),
    ("A senator said the dam was safe.", "A senator", None, "person"),
    ("The chancellor said talks would resume.", "The chancellor", None, "person"),
    (
        "Officials said the dam was safe.",
        "Officials",
        None,
        "group",
    ),
    ("Two witnesses said the driver had fled.", "Two witnesses", None, "group"),
    ("One source said the deal was dead.", "One source", None, "person"),
    (
        "A White House official said the deal was dead.",
        "A White House official",
        None,
        "person",
    ),
    (
        "The German government said the deal was dead.",
        "The German government",
        "German government",
        "organisation",
    ),
    (
        "Norway shares the border. The country's air force said two jets took off.",
        "The country's air force",
        "Norway's air force",
        "organisation",
    ),
    (
        "Prime Minister Ann Lee's office said the deal was dead.",
        "Prime Minister Ann Lee's office",
        "Ann Lee's office",
        "organisation",
    ),
    (
        "Siemens cut 300 jobs on Monday. The company said demand had fallen.",
        "The company",
        "Siemens",
        "organisation",
    ),
    (
        "The World Health Organization (WHO) met in Geneva. The WHO said cases had doubled.",
        "The WHO",
        "World Health Organization",
        "organisation",
    ),
    (
        "A statement from the German government said the deal was dead.",
        "A statement from the German government",
        "German government",
        "document",
    ),
    (
        "The report said rents had doubled.",
        "The report",
        None,
        "document",
    ),
    ("Critics say the plan is too costly.", "Critics", None, "group"),
    ("Russia said the talks had failed.", "Russia", "Russia", "place"),
]

CASES = [*PRONOUNS, *SURNAMES, *ROLES, *TITLES]
ALL = [*CASES, *RESOLUTION]


@pytest.fixture(scope="module")
def speakers() -> dict[str, SpeakerSpan | None]:
    """The speaker of each passage's last attribution, parsed in one batch."""
    articles = parse([ArticleText(case[0], case[0]) for case in ALL], load())
    last = {article.source.id: find_attributions(article)[-1:] for article in articles}
    return {text: found[0].speaker if found else None for text, found in last.items()}


@pytest.mark.parametrize(("text", "span", "name", "kind"), CASES, ids=[c[0][:60] for c in CASES])
def test_it_names_the_speaker(
    speakers: dict[str, SpeakerSpan | None], text: str, span: str, name: str | None, kind: str
) -> None:
    speaker = speakers[text]
    assert speaker is not None
    assert (speaker.text, speaker.name, speaker.kind) == (span, name, kind)
    assert text[speaker.start : speaker.end] == span


@pytest.mark.parametrize(
    ("text", "span", "name", "kind"),
    [
        pytest.param(
            *case,
            id=case[0][:60],
            marks=[pytest.mark.xfail(reason=why, strict=True)]
            if (why := why_wrong(case[0]))
            else [],
        )
        for case in RESOLUTION
    ],
)
def test_it_resolves_who_is_meant(
    speakers: dict[str, SpeakerSpan | None], text: str, span: str, name: str | None, kind: str
) -> None:
    speaker = speakers[text]
    assert speaker is not None
    assert (speaker.text, speaker.name, speaker.kind) == (span, name, kind)


def test_at_least_85_in_100_of_60_and_more_passages_are_resolved() -> None:
    texts = {case[0] for case in RESOLUTION}
    wrong = [text for text in texts if why_wrong(text)]
    assert len(wrong) == len(WRONG)
    assert len(texts) >= 60
    assert len(wrong) / len(texts) <= 0.15


def test_joint_speakers_are_named_one_by_one(speakers: dict[str, SpeakerSpan | None]) -> None:
    speaker = speakers["Both Ann Lee and Tom Park said the dam was safe."]
    assert speaker is not None
    assert speaker.names == ("Ann Lee", "Tom Park")
