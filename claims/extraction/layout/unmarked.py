"""Speech and wire copy without capitals, or without full stops, or in capitals throughout.

Automatic captions have neither: "the regulator says ninety four schools are unsafe minister
gerda loy said repairs would cost more" is two sentences. What is written in capitals reads as it
would be written otherwise; the words keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from claims.figures.lexicon.currencies import CODES
from claims.figures.lexicon.labels import LABELS
from claims.figures.lexicon.stopwords import STOP_WORDS

from ..speech.lexicon.given_names import GIVEN_NAMES
from ..speech.lexicon.titles import GROUP_NOUNS, HEADLINE_BODIES, TITLES
from .lexicon import ADVERBS, DETERMINERS, GOES_ON, JOINING, PRONOUNS, SAYING
from .reading import Edit

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKS = re.compile(r"[.!?;:\"“”]")
_FEWEST_WORDS = 10  # of speech without marks
_FEWEST_IN_CAPITALS = 6
_WORDS_PER_MARK = 60  # a mark in so many words is a slip of the machine
_FARTHEST = 6  # words from a name's first to what it says
_BODIES = GROUP_NOUNS | HEADLINE_BODIES
_LABEL = re.compile(r"[^:\n]{1,60}:\s")
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”’)]*\s+)[\"“‘(\[]*(?=[^\W\d_])")
_TIMES = MONTHS.keys() | SHORT_MONTHS.keys() | WEEKDAYS.keys() | SHORT_WEEKDAYS.keys()
_NOT_ALWAYS_TIMES = frozenset({"may", "march", "mar", "sun", "sat", "wed"})
_VOWEL = re.compile(r"[AEIOUY]")


def sentences_of_captions(text: str) -> Iterator[Edit]:
    """A line's end before each sentence that tells who speaks, in lines without marks."""
    place = 0
    for line in text.split("\n"):
        if not _MARKS.search(line, 0, 200) and line == line.lower():
            words = list(_WORD.finditer(line))
            if len(words) >= _FEWEST_WORDS and _is_unmarked(line, len(words)):
                spoken = [word[0] for word in words]
                for number in _openings(spoken):
                    end = place + words[number].start()
                    yield end - 1, end, "\n"
        place += len(line) + 1


def _is_unmarked(line: str, words: int) -> bool:
    return len(_MARKS.findall(line)) * _WORDS_PER_MARK <= words


def _openings(words: Sequence[str]) -> Iterator[int]:
    """The numbers of the words that begin a sentence about what somebody said."""
    last = 0
    for number, word in enumerate(words):
        if word not in SAYING:
            continue
        start = _speaker_start(words, number)
        if start is None or start <= last + 1:
            continue
        if words[start - 1] in JOINING:
            start -= 1
        elif words[start - 1] in GOES_ON:
            continue
        if start > last + 1:
            yield start
            last = number


def _speaker_start(words: Sequence[str], cue: int) -> int | None:
    """Where the one begins who says it: "the head of the union", "minister gerda loy", "she"."""
    end = cue
    while end > 1 and words[end - 1] in ADVERBS:
        end -= 1
    if words[end - 1] in PRONOUNS:
        return end - 1
    if words[end - 1] in _BODIES and words[end - 2] not in DETERMINERS:
        is_joined = end > 3 and words[end - 3] in JOINING and words[end - 2] not in STOP_WORDS
        return end - 2 if is_joined else end - 1  # "and senior officials said", "police said"
    first = max(0, end - _FARTHEST)
    for start in range(end - 1, first - 1, -1):
        word = words[start]
        if word in DETERMINERS:
            if start > 1 and words[start - 1] in ("of", "for", "at", "from", "in"):
                continue
            return start
        if word in TITLES and start < end - 1:
            while start > first and words[start - 1] in TITLES:
                start -= 1
            return start - 1 if start and words[start - 1] in DETERMINERS else start
        if word in GIVEN_NAMES and start < end - 1 and words[start - 1] not in TITLES:
            return start
        if word in SAYING or (word in STOP_WORDS and word not in ("of", "for", "at", "from", "in")):
            return None
    return None


def without_capitals(text: str) -> Iterator[Edit]:
    """Lines in capitals in the letters that they would be written in."""
    place = 0
    for line in text.split("\n"):
        if line.isupper():
            begin = _spoken_start(line)
            words = list(_WORD.finditer(line, begin))
            if sum(len(word[0]) > 1 for word in words) >= _FEWEST_IN_CAPITALS:
                starts = {begin, *(found.end() for found in _SENTENCE_START.finditer(line))}
                for word, written in zip(words, _written(words, starts), strict=True):
                    if written != word[0]:
                        yield place + word.start(), place + word.end(), written
        place += len(line) + 1


def _spoken_start(line: str) -> int:
    """Behind a speaker's label, which stays in capitals: "ORLA BRECK: WE HIRED"."""
    label = _LABEL.match(line)
    return label.end() if label else 0


def _written(words: Sequence[re.Match[str]], starts: set[int]) -> Iterator[str]:
    """Each word as it would be written in a sentence; at the ``starts`` sentences begin."""
    names = 0  # so many words behind a title or a given name are names too
    for word in words:
        shouted, low = word[0], word[0].lower()
        ends_name = low in STOP_WORDS or low in SAYING or word.start() in starts
        is_given = low in GIVEN_NAMES
        is_name = is_given or (names > 0 and not ends_name and low not in TITLES)
        names = 2 if low in TITLES else 1 if is_given else names - 1 if is_name else 0
        is_time = low in _TIMES and low not in _NOT_ALWAYS_TIMES
        if len(low) != len(shouted) or _stays_in_capitals(shouted):
            yield shouted
        elif word.start() in starts or is_name or is_time or low in LABELS:
            yield shouted.capitalize()
        else:
            yield low


def _stays_in_capitals(word: str) -> bool:
    """Is it a code, or letters that nobody can say as a word: "EUR", "BBC", "NHS"?"""
    return word in CODES or word == "I" or (1 < len(word) <= 4 and not _VOWEL.search(word))
