"""A clause whose verb is left out since the one before has it: "exports rose 4% and imports 2%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claims.figures import Figure
from claims.figures.lexicon.changes import AFFECTING_VERBS, MOVING_VERBS

from ..parsing import text_of
from ..syntax import NOUNS, SUBJECTS, VERBS, sentence_start, tokens_of

_FARTHEST = 14  # tokens between two figures of one statement
_JOINING = frozenset({"and", "but", "while", "whereas", "or", ",", ";"})
_NOMINAL = NOUNS | {"DET", "ADJ", "PRON", "ADP", "NUM", "PART"}
_POSSESSIVE = frozenset({"PRP$", "POS"})


@dataclass(frozen=True, slots=True)
class Parallel:
    """How a figure continues the statement of the one before it.

    ``noun`` is the subject of its own that it has: "imports" of "exports rose 4% and imports 2%".
    ``prepositions`` stand behind the figure before and behind or before this one: "in", "in" of
    "4% in July and 2% in August".
    """

    noun: Token | None
    prepositions: tuple[str, str]

    @property
    def is_alike(self) -> bool:
        """Whether the same preposition says what each is of, by, in or for."""
        return bool(self.prepositions[0]) and self.prepositions[0] == self.prepositions[1]


_LEVEL_BEFORE = re.compile(
    r"\b(?:to|at|from|was|were|is|are|reached|totalled|numbered)\s(?:about|around|some)?\s?$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 20  # characters of what says that a figure is a level
_STANDING = frozenset({"be", "stand", "reach", "total"})


def is_of_it(doc: Doc, before: Figure, figure: Figure, head: Token) -> bool:
    """Is the figure another level of what the one before is: "It rose to 12 boats. It was 9."?"""
    text = text_of(doc)
    start = before.start
    if not _LEVEL_BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start]):
        return False
    verb = head.head if head.dep_ != "pobj" else head.head.head
    return verb.lemma_ in _STANDING and any(
        child.lower_ == "it" and child.dep_ in SUBJECTS for child in verb.children
    )


def parallel(doc: Doc, before: Figure, figure: Figure) -> Parallel | None:
    """How the figure continues the statement of the one before, None where it does not."""
    first, second = _span(doc, before), _span(doc, figure)
    start = sentence_start(first[0])
    if start != sentence_start(second[0]) or second[0].i - first[-1].i > _FARTHEST:
        return None
    between = [doc[i] for i in range(first[-1].i + 1, second[0].i)]
    joint = next((i for i in reversed(range(len(between))) if _joins(between[i])), None)
    if joint is None or any(token.pos_ in VERBS for token in between[:joint]):
        return None
    gap = between[joint + 1 :]
    if not _says_no_more(gap, first) or _is_subject(second):
        return None
    behind = between[0].lower_ if between and between[0].pos_ == "ADP" else ""
    return Parallel(_noun(gap), (behind, _preposition(doc, gap, second)))


def _span(doc: Doc, figure: Figure) -> Sequence[Token]:
    return list(tokens_of(doc, figure.start, figure.end))


def _joins(token: Token) -> bool:
    return token.lower_ in _JOINING


def _says_no_more(gap: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether all between the joining word and the figure is a noun or a place: "in York"."""
    if not gap:
        return True
    if gap[-1].pos_ == "ADP" or any(token.tag_ == "PRP" for token in gap):
        return False
    *others, last = gap
    if not all(token.pos_ in _NOMINAL or token.tag_ in _POSSESSIVE for token in others):
        return False
    return last.pos_ in NOUNS or _is_misread(last)


def _is_misread(token: Token) -> bool:
    """Whether a "verb" in its plain form is a noun: "sales fell 3% and [profit] 7%"."""
    word = token.lemma_.lower()
    return token.tag_ == "VB" and word not in MOVING_VERBS and word not in AFFECTING_VERBS


def _is_subject(figure: Sequence[Token]) -> bool:
    """Whether something is said of the figure itself: "4% said yes and 2% said no"."""
    last = figure[-1]
    following = last.doc[last.i + 1 : last.i + 2]
    says = bool(following) and following[0].pos_ in VERBS
    return says or any(token.dep_ in SUBJECTS for token in figure)


def _noun(gap: Sequence[Token]) -> Token | None:
    """The head of the noun phrase between the joining word and the figure."""
    if not gap or gap[0].pos_ == "ADP":
        return None
    phrase = []
    for token in gap:
        if token.pos_ == "ADP":
            break
        phrase.append(token)
    return phrase[-1]


def _preposition(doc: Doc, gap: Sequence[Token], figure: Sequence[Token]) -> str:
    """The preposition before the figure or right behind it; "" where "of" is of a number of them.

    "40 of barley", not "40 of its workers".
    """
    if gap:
        return gap[0].lower_ if gap[0].pos_ == "ADP" else ""
    end = figure[-1].i + 1
    if end + 1 >= len(doc) or doc[end].pos_ != "ADP":
        return ""
    word, noun = doc[end], doc[end + 1]
    is_number_of = word.lower_ == "of" and noun.pos_ not in NOUNS | {"ADJ"}
    return "" if is_number_of else word.lower_
