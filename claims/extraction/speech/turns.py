"""Transcripts: a label in front of a turn says who speaks, to the next label.

"ORLA BRECK: We hired 860 teachers." and the paragraphs behind it are hers, until
"TIM ASH (Harbour North): Half of them left."
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..syntax import tokens_of
from .drafts import Draft, Passage, Phrase
from .headlines import in_title_case
from .lexicon.titles import HONORIFICS

_LABEL = re.compile(
    r"[\"“]?"  # as in a transcript that is quoted
    r"(?P<time>\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+)?"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: [A-ZÀ-ÖØ-Þ][\w.'’-]*){0,4})"
    r"(?P<role>(?: \([^()]{1,40}\)){0,2}|, [A-ZÀ-ÖØ-Þ .'’-]{3,40}):[ \t]+(?=\S)"
)
_FEWEST_WORDS = 3  # "Killed: 9" is no turn
_SPOKEN_END = re.compile(r"[.!?…][\"'”’»)]*\s*$")


@dataclass(frozen=True, slots=True)
class _Turn:
    """The paragraph that a label begins, and the label's match in it."""

    passage: Passage
    label: re.Match[str]

    @property
    def name(self) -> str:
        return self.label["name"]

    @property
    def last_word(self) -> str:
        return self.name.rpartition(" ")[2].casefold()

    @property
    def is_in_capitals(self) -> bool:
        """All but an honorific: "Ms. LEE"."""
        first, _, rest = self.name.partition(" ")
        honorific = first.lower().rstrip(".") in HONORIFICS
        return (rest if honorific and rest else self.name).isupper()

    @property
    def is_marked(self) -> bool:
        """By a time, a role or a tag at the name, as only transcripts have them."""
        return bool(self.label["time"] or self.label["role"] or self.passage.paragraph.block)


def read_turns(passages: list[Passage]) -> tuple[list[Draft], frozenset[int]]:
    """An attribution a turn, and the numbers of the paragraphs that turns are made of."""
    turns = [turn for passage in passages if (turn := _turn(passage)) is not None]
    if turns and _is_headline(turns[0], turns[1:2]):
        turns.pop(0)
    if not _is_transcript(turns):
        return [], frozenset()
    fullest = _fullest(turns)
    drafts: list[Draft] = []
    taken: set[int] = set()
    ends = [turn.passage.number for turn in turns[1:]] + [len(passages)]
    for turn, end in zip(turns, ends, strict=True):
        spoken = passages[turn.passage.number : end]
        taken.update(passage.number for passage in spoken)
        content = [(p.paragraph.start, p.paragraph.start + len(p.text)) for p in spoken]
        content[0] = (content[0][0] + turn.label.end(), content[0][1])
        drafts.append(Draft("asserts", None, content, _speaker(turn, fullest), labelled=True))
    return drafts, frozenset(taken)


def _turn(passage: Passage) -> _Turn | None:
    label = _LABEL.match(passage.text)
    if label is None:
        return None
    words = passage.text[label.end() :]
    spoken = len(words.split()) >= _FEWEST_WORDS or _SPOKEN_END.search(words[-8:])
    return _Turn(passage, label) if spoken else None


def _is_headline(turn: _Turn, following: list[_Turn]) -> bool:
    """Is this no turn but the text's first line, with a label of its own?

    "Holt: Schools Will Shut", where the next paragraph is no turn.
    """
    words = turn.passage.text[turn.label.end() :]
    answered = bool(following) and following[0].passage.number == 1
    heads = in_title_case(words) or not _SPOKEN_END.search(words)
    return turn.passage.number == 0 and not answered and heads


def _is_transcript(turns: list[_Turn]) -> bool:
    """Do these labels name who speaks? One in a list names what its item is about.

    Turns are marked with a time or a role, their names are in capitals, or come again.
    """
    if any(turn.is_marked for turn in turns):
        return True
    in_capitals = [turn for turn in turns if turn.is_in_capitals]
    again = Counter(turn.name for turn in turns).most_common(1)
    return len(in_capitals) > 1 or (bool(again) and again[0][1] > 1)


def _fullest(turns: list[_Turn]) -> dict[str, _Turn]:
    """By last word, the first turn whose label names that speaker in most words."""
    found: dict[str, _Turn] = {}
    for turn in turns:
        known = found.setdefault(turn.last_word, turn)
        if len(turn.name.split()) > len(known.name.split()):
            found[turn.last_word] = turn
    return found


def _speaker(turn: _Turn, fullest: dict[str, _Turn]) -> Phrase:
    """The label that names the speaker in full: "JAN HOLT" for the later "HOLT"."""
    full = fullest[turn.last_word]
    named = turn if " " in turn.name or " " not in full.name else full
    label = tokens_of(named.passage.doc, named.label.start("name"), named.label.end("name"))
    return Phrase(named.passage, label.start, label.end, label.root, person=True)
