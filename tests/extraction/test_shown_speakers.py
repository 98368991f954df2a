"""How a speaker is shown whom the text has as a pronoun: in the words that it stands for."""

from __future__ import annotations

import pytest

from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText
from claims.extraction.speech.finding import find_attributions

# passage, how the speaker of its last attribution is shown; "" where nobody can be told
SHOWN = [
    (
        "The study, which notes that 58 mills would owe 12 million euros, came late.",
        "The study",
    ),
    ("Harbour Watch, which reported 250 oil spills last year, is small.", "Harbour Watch"),
    ("It was the judge, who said 40 cells were empty.", "the judge"),
    (
        "A spokesman for the port said two guards had left. He denied that any had been fired.",
        "A spokesman for the port",
    ),
    (
        'A spokesman for the port said two guards had left. "It was in May," he said. '
        "He added that 12 had stayed.",
        "A spokesman for the port",
    ),
    ("A tenants' group wants a refund. It said 14 lifts had failed.", "A tenants' group"),
    ("The report found 14 faults, and it said that 12 were grave.", "The report"),
    ("Residents of the tower complained. They said 14 lifts had failed.", "Residents of the tower"),
    (
        "Researchers at Holm tested 140 wells. They found few clean. They said 12 were foul.",
        "Researchers at Holm",
    ),
    ("The Gazette noted that 40 had died. They said 12 were children.", "Gazette"),
    ("Harbour Watch met in May. They said 12 were children.", "Harbour Watch"),
    ("Ann Lee met in May. They said 12 were children.", ""),
    # whom it can't be is not shown
    ("Prices rose by 4 per cent. They said it was a record.", ""),
    ("The dam broke in May. It said 4,000 had fled.", ""),
    ("The report was late. He said 12 faults were grave.", ""),
    ("The value of it holds. He said 12 faults were grave.", ""),
    ("They said 12 faults were grave.", ""),
    ("The woman said it was late. He said 12 guests had left.", ""),
]

_TURNS = "CHAIR: Was it so?\n\nPAUL STEEN: It was. I said in May that 40 trains were late."


@pytest.mark.parametrize(("text", "shown"), SHOWN, ids=[text[:60] for text, _ in SHOWN])
def test_it_shows_whom_a_pronoun_stands_for(text: str, shown: str) -> None:
    (article,) = parse([ArticleText("1", text)], load())
    speaker = find_attributions(article)[-1].speaker
    assert speaker is not None
    assert speaker.label == shown
    assert text[speaker.start : speaker.end] == speaker.text


def test_i_is_whose_words_it_stands_in() -> None:
    (article,) = parse([ArticleText("1", _TURNS)], load())
    said = next(found for found in find_attributions(article) if found.cue)
    assert said.speaker is not None
    assert (said.speaker.text, said.speaker.name) == ("I", "Paul Steen")


def test_let_us_see_is_said_by_nobody() -> None:
    (article,) = parse(
        [ArticleText("1", "Let's find out how firms keep 40 million abroad.")], load()
    )
    assert not find_attributions(article)
