"""The words of a text as concepts with their places, and what stands near a place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims.figures import irregular_singular
from claims.figures.lexicon.stopwords import STOP_WORDS

from .concepts import ALIASES, CONCEPTS, SAY_LITTLE, TWO_WORDS, VERBS
from .denials import NAMES_NOTHING

_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*|(?P<stop>[.;!?](?=\s|$)|[:,()\[\]—–\n])")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIX = re.compile(r"(?:ing|ed|es|s|ly)$")
_SHORTEST_STEM = 3
_ENDS = frozenset(".;!?\n")
_END = re.compile(r"[.;!?](?:\s|$)|\n")
_CLOSE = re.compile(r"[\s'’-]{0,3}")
_LONGEST_RUN = 4
_LONGEST_NAME = 5
# Words behind which a name says where: "in Arlen", "near the Dutch border"
_PLACE_WORDS = frozenset({"in", "at", "near", "off", "outside", "across", "around"})
# Words that join statements, each with figures of its own
_JOINTS = frozenset({"and", "but", "while", "with", "or"})
# What begins a sentence before its subject does: "[After] a week …", "[According] to …"
_BEGINS_LATE = re.compile(
    r"\w+ly|\w+ing|according|after|before|since|until|during|under|over|between|from|to|if|not|no"
    r"|more|less|fewer|up|down|global|worldwide|so|once|despite|following|some|many|most|all|both",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an"})
# How far from a figure a word may stand, and how its nearness falls with each word and break
_FARTHEST = 8
_DECAY = 0.3
_BREAK = 1.5


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its concept ("" of a stop word), its sentence, the breaks before it."""

    start: int
    end: int
    word: str
    concept: str
    breaks: int
    sentence: int
    is_name: bool
    is_place: bool


@lru_cache(maxsize=65_536)
def concept_of(word: str) -> str:
    """What a word states, without its endings: "killed" is a death, "buses" a bus."""
    folded = _POSSESSIVE.sub("", word.casefold())
    if folded in STOP_WORDS:
        return ""
    stem = _stem(folded)
    return _CONCEPTS.get(folded) or _CONCEPTS.get(stem) or stem


def concepts_in(text: str) -> frozenset[str]:
    """The concepts of a few words: of a counted noun, of a place."""
    return frozenset(filter(None, map(concept_of, text.split())))


def _stem(folded: str) -> str:
    if known := irregular_singular(folded):
        return known
    if folded.endswith("ies") and len(folded) > _SHORTEST_STEM + 1:
        return folded[:-3] + "y"
    short = _SUFFIX.sub("", folded)
    if len(short) < _SHORTEST_STEM or folded.endswith("ss"):
        return folded
    if short[-1] == short[-2] and short[-1] not in "lse":  # stopped, planned
        short = short[:-1]
    return short.removesuffix("e")


_CONCEPTS = {form: group.split()[0] for group in reversed(CONCEPTS) for form in group.split()}


def _says_little(word: str) -> bool:
    """Is it a word that tells no thing from another: "[confirmed] cases", "[total] sales"?"""
    return word.endswith("ed") or word.lower() in SAY_LITTLE


class Words:
    """The words of a text but for those in ``spans``, which break it as a comma does."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        self.text = text
        self._taken = sorted(spans)
        self._starts = [start for start, _end in self._taken]
        self._stops: list[int] = []
        self.tokens = self._read()
        self._token_starts = [token.start for token in self.tokens]

    def _read(self) -> list[Token]:
        found: list[Token] = []
        sentence = 0
        begins, follows_place = True, False
        for match in _TOKEN.finditer(self.text):
            start, end = match.span()
            before = bisect_right(self._starts, start)
            if before and self._taken[before - 1][1] > start:
                begins = False
                continue
            if stop := match["stop"]:
                self._stops.append(start)
                sentence += stop in _ENDS
                begins = stop in _ENDS or stop == ":"
                follows_place = False
                continue
            word = match[0]
            concept = ALIASES.get(word) or concept_of(word)
            if found and (found[-1].word, word) in TWO_WORDS:
                concept = TWO_WORDS[found[-1].word, word]
            is_name = bool(concept) and not begins and _is_capital(word)
            is_place = is_name and follows_place
            breaks = len(self._stops) + before
            found.append(Token(start, end, word, concept, breaks, sentence, is_name, is_place))
            if word in _JOINTS:
                self._stops.append(start)
            follows_place = word.lower() in _PLACE_WORDS or (
                follows_place and (is_name or not concept)
            )
            begins = False
        return found

    def near(self, start: int, end: int) -> dict[str, float]:
        """The concepts around a stretch in its sentence, each with how near it is, 1 beside it."""
        found: dict[str, float] = {}
        if not self.tokens:
            return found
        index = bisect_left(self._token_starts, start)
        after = bisect_left(self._token_starts, end)
        stops = bisect_left(self._stops, start)
        breaks = stops + bisect_left(self._starts, start)
        self._walk(range(index - 1, -1, -1), breaks, start, found)
        self._walk(range(after, len(self.tokens)), breaks + 1, end, found)
        return found

    def _walk(self, places: range, breaks: int, edge: int, found: dict[str, float]) -> None:
        steps = 0
        sentence = None
        for place in places:
            token = self.tokens[place]
            if sentence is None:
                sentence = token.sentence
                gap = self.text[min(edge, token.start) : max(edge, token.start)]
                if _END.search(gap):
                    return
            if token.sentence != sentence or steps > _FARTHEST:
                return
            if token.concept:
                distance = steps + _BREAK * abs(token.breaks - breaks)
                weight = 1 / (1 + _DECAY * distance)
                if weight > found.get(token.concept, 0.0):
                    found[token.concept] = weight
                steps += 1

    def run_after(self, end: int) -> list[Token]:
        """The words directly behind a place, up to a stop word or a break: "confirmed cases"."""
        run: list[Token] = []
        at = end
        for token in self.tokens[bisect_left(self._token_starts, end) :]:
            if (
                not token.concept
                or len(run) == _LONGEST_RUN
                or not _CLOSE.fullmatch(self.text, at, token.start)
            ):
                break
            run.append(token)
            at = token.end
        return run

    def before_of(self, start: int) -> str:
        """The word before "of" in front of a place: the "crew" of "a crew of 40"."""
        index = bisect_left(self._token_starts, start)
        if index < 2 or self.tokens[index - 1].word != "of":
            return ""
        return self.tokens[index - 2].concept if start - self.tokens[index - 1].end < 3 else ""

    def subject(self) -> tuple[str, str]:
        """The word that the text begins with, and the article before it: ("mine", "the").

        Both empty where it begins with a figure, a pronoun, an adverb or a preposition.
        """
        article = ""
        for token in self.tokens[:2]:
            gap = self.text[: token.start].removeprefix(article).strip()
            if gap.casefold() not in {"", "the", "a", "an"}:
                break
            if token.concept:
                return ("", "") if _BEGINS_LATE.fullmatch(token.word) else (token.concept, article)
            if token.word.lower() not in _ARTICLES:
                break
            article = token.word
        return "", ""

    def names_at_the_start(self) -> frozenset[str]:
        """The names with which the text begins, a title before them: "Mayor [Anna Holt]"."""
        names: set[str] = set()
        for token in self.tokens[:_LONGEST_NAME]:
            if token.breaks or not (token.word[0].isupper() or names):
                break
            if token.is_name:
                names.add(token.concept)
        return frozenset(names)

    def modified(self) -> dict[str, frozenset[str]]:
        """Words with those that say which: prices [of wheat], [oil] prices; verbs have none."""
        found: dict[str, set[str]] = {}
        tokens = self.tokens
        for before, token in pairwise(tokens):
            if not _is_verb(token) and not _says_little(before.word) and self._touch(before, token):
                found.setdefault(token.concept, set()).add(before.concept)
        for index, of in enumerate(tokens[1:-1], 1):
            if of.word == "of" and not tokens[index + 1].is_name and self._is_of(index):
                found.setdefault(tokens[index - 1].concept, set()).add(tokens[index + 1].concept)
        said = {word: frozenset(which - {""}) for word, which in found.items() if word}
        return {word: which for word, which in said.items() if which}

    def _is_of(self, index: int) -> bool:
        before, of, after = self.tokens[index - 1 : index + 2]
        return self._touch(before, of) and self._touch(of, after)

    def _touch(self, before: Token, after: Token) -> bool:
        return after.start == before.end + 1 and self.text[before.end] == " "


def _is_verb(token: Token) -> bool:
    return token.concept in VERBS or token.word.endswith("ed")


def _is_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word.casefold() not in NAMES_NOTHING
