"""Stretches of text whose digits are no figures: times, dates, addresses, scores, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .clock import clock_times
from .inflection import words_pattern
from .lexicon.citations import CITATIONS
from .lexicon.labels import LABELS, LABELS_OR_VERBS
from .lexicon.names import (
    CASED,
    CRICKET_WORDS,
    DATES,
    FURNITURE,
    PHONE_WORDS,
    PHONES,
    SPORT_WORDS,
    UNCASED,
    VOTE_WORDS,
)
from .lexicon.numerals import ONES, TEENS, TENS

_WORDS = words_pattern([*ONES, *TEENS, *TENS])
_CASED = re.compile("|".join(pattern for _, pattern in CASED))
_CITATIONS = tuple(re.compile(pattern) for _, pattern in CITATIONS)
_FURNITURE = re.compile(FURNITURE, re.IGNORECASE)
_DATES = re.compile("|".join(pattern for _, pattern in DATES))
# All of them begin with a word, an address's or a time's part aside: places inside words, which
# are most, are passed over at once
_UNCASED = re.compile(
    rf"(?<!\w)(?:{'|'.join(pattern for _, pattern in UNCASED)})"
    r"|[@#]\w+|(?<=[^\W\d])\d{1,3}:\d{2}",
    re.IGNORECASE,
)
# "That day 12 people died", "this season 41 birds nested": a time, and no number of it
_NO_PERIOD = (
    r"(?!(?:(?<=that\s)|(?<=this\s)|(?<=last\s)|(?<=next\s)|(?<=same\s)|(?<=each\s)|(?<=every\s))"
    r"(?:day|week|season)\b)"
)
_LABEL = re.compile(
    rf"(?<![\w-]){_NO_PERIOD}(?:{words_pattern(LABELS)})[\s-](?:no\.?\s|number\s|#)?"
    rf"(?P<number>\d[\d.,]*(?:\s?(?:,|and|or|to|-|–)\s?\d+)*(?![\d%]|\s?%)|(?:{_WORDS})\b)",
    re.IGNORECASE,
)
# "Posts 542 and 543 were hit", and not "they post 12 letters"
_NUMBERED = r"\d{1,4}[A-Z]?"
_AND_NUMBERED = rf"(?:(?:,\s|,?\s(?:and|or|to)\s|\s?[-–]\s?){_NUMBERED})"
_NO_NOUN = (
    r"(?=\s?(?:[.,;:)\]]|$)(?!\d)|\s(?:and(?!\s\d)|in|at|on|near|was|is|were|are|has|had|have|from|by|where"
    r"|which|that|after|before|when|as|overnight|while|who|whose|but)\b)"
)
_NO_PLURAL = (
    r"(?!\s[a-z]+s\b|\s(?:people|men|women|children|million|billion|thousand|per)\b|[\d%.,]*\s?%)"
)
_LABEL_OR_VERB = re.compile(
    rf"(?<![\w-])(?:(?:{words_pattern(LABELS_OR_VERBS)})s?\s(?P<number>{_NUMBERED}"
    rf"(?:{_AND_NUMBERED}++{_NO_PLURAL}|{_NO_NOUN}))"
    rf"|(?:{words_pattern(LABELS)})s\s(?P<numbers>{_NUMBERED}{_AND_NUMBERED}++{_NO_PLURAL}))",
    re.IGNORECASE,
)
# A label's first word in the singular, by which most texts are told to have no label
_LABEL_WORDS = frozenset(
    re.split(r"[\W_]", label.lower())[0].removesuffix("s") for label in (*LABELS, *LABELS_OR_VERBS)
)
_ASCII_WORD = re.compile(r"[a-z]+")
_PHONE = re.compile("|".join(PHONES))
_PHONE_AFTER_WORD = re.compile(
    rf"(?:{PHONE_WORDS})\W+(?:\w+\W+){{0,4}}?(?P<number>[+(]*\d[\d\s().x/-]{{3,}}\d)", re.IGNORECASE
)
_PAIR = r"\d{1,3}\s?[-–]\s?\d{1,3}"
_SCORE = re.compile(
    rf"(?<![\w$£€¥.,-]){_PAIR}(?:\s?[-–]\s?\d{{1,3}})?"
    r"(?![\w%/]|[.,]\d|[-–]\d|-fold|\s?(?:%|per\s?cent|million|billion))"
)
# "They won 2:1"; in "odds of 2:1" it is a ratio
_COLON_SCORE = re.compile(
    r"\b(?:won|wins?|lost|loses?|lead|led|trail\w*|drew|ended|finished|beat\w*|defeat\w*|stood)\b"
    r"(?:\s[A-Z]?[\w'’-]+){0,4}?\s(?P<score>\d{1,2}:\d{1,2})(?![\w%:]|[.,]\d)"
)
# "Group C — Norland 1 – 2 Sudria": nothing but a team on either side
_TEAM = r"[A-Z][\w'’&-]*\.?(?:\s[A-Z][\w'’&-]*\.?){0,3}"
_SCORE_LINE = re.compile(
    rf"(?:^|[—–|:,;(]\s?){_TEAM}\s(?P<score>{_PAIR}),?\s{_TEAM}(?=\s?(?:[.;,|()\n]|$))",
    re.MULTILINE,
)
_RESULT_AFTER = re.compile(
    r"\s(?:[a-z]+\s)?(?:win|loss|defeat|victory|draw|rout|thrashing|stalemate|scoreline)\b"
)
_COUNTED_AFTER = re.compile(
    r"[\s-]points?\b|\s(?:people|men|women|children)\b"
    r"|\s(?!(?:to|in|at|on|of|by|for|with|after|before|and|but|or|as|against|from|when|away|behind"
    r"|despite|over|during|while|because|thanks|this|his|its|was|has|always|versus|across)\b)"
    r"(?:[a-z]+\s)?(?!(?:this|his|its|was|has|as|is|always|perhaps|thanks|versus|across|series)\b)[a-z]*[a-rt-z]s\b"
)
_RUNS = re.compile(
    r"\b(?:were|was|made|scored|reached|on|at)\s(?P<score>\d{2,3}\sfor\s(?:\d|ten))\b"
    r"(?=\s?(?:[.,;:)]|$)|\s(?:at|after|when|before|with|and|by|in)\b)"
)
_CRICKET = re.compile(r"\b\d{1,3}(?:\sfor\s\d{1,2}|/\d{1,2}|-\d{1,2})\b")
_SPORT_WORDS = re.compile(rf"\b(?:{SPORT_WORDS})\b")
_VOTE_WORDS = re.compile(rf"\b(?:{VOTE_WORDS})\b", re.IGNORECASE)
_CRICKET_WORDS = re.compile(rf"\b(?:{CRICKET_WORDS})\b", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^\s*\(?\d{1,3}[.)]\s")
_CONTEXT_LENGTH = 70  # characters to either side in which a word decides what a pair of numbers is

Stretch = tuple[int, int]


def no_figures(text: str, dates: Sequence[Stretch] = ()) -> list[Stretch]:
    """Start and end of every stretch that holds no figure, in order; they may overlap.

    ``dates`` are those that were found. How far one goes they say, so that "In June 20 people
    drowned" keeps its 20; where none begins, the form of a date decides.
    """
    if not re.search(r"\d", text):
        written = (found.span() for found in _UNCASED.finditer(text))
        return sorted([*written, *clock_times(text), *_labels(text)])
    dated = {position for date in dates for position in range(*date)}
    formed = (found.span() for found in _DATES.finditer(text))
    elsewhere = [span for span in formed if span[0] not in dated]
    return sorted([*dates, *elsewhere, *_stretches(text), *_labels(text)])


def _stretches(text: str) -> Iterator[Stretch]:
    if _FURNITURE.fullmatch(text.strip()):
        yield 0, len(text)
    for pattern in (_CASED, _UNCASED, _LIST_NUMBER, _PHONE, *_CITATIONS):
        yield from (found.span() for found in pattern.finditer(text))
    yield from (found.span("number") for found in _PHONE_AFTER_WORD.finditer(text))
    for found in _LABEL_OR_VERB.finditer(text) if _may_label(text) else ():
        yield found.span("number" if found["number"] else "numbers")
    yield from clock_times(text)
    yield from _scores(text)
    if _CRICKET_WORDS.search(text):
        yield from (found.span() for found in _CRICKET.finditer(text))


def _may_label(text: str) -> bool:
    """A quick look that spares most texts the search for labels."""
    words = _ASCII_WORD.findall(text.lower())
    return not _LABEL_WORDS.isdisjoint(word.removesuffix("s") for word in words)


def _labels(text: str) -> list[Stretch]:
    """Start and end of numbers that are part of a name: the 5 of "Article 5", "page 12"."""
    if not _may_label(text):
        return []
    return [found.span("number") for found in _LABEL.finditer(text)]


def _scores(text: str) -> Iterator[Stretch]:
    """Results in sport; in a list of sets each is one where another is: "4-6, 6-3, 6-2"."""
    for found in _SCORE_LINE.finditer(text):
        if not is_tally(text, *found.span("score")):
            yield found.span("score")
    for pattern in (_COLON_SCORE, _RUNS):
        yield from (found.span("score") for found in pattern.finditer(text))
    pairs = [(*found.span(), is_score(text, *found.span())) for found in _SCORE.finditer(text)]
    listed: list[tuple[int, int, bool]] = []
    for pair in pairs:
        if listed and text[listed[-1][1] : pair[0]] != ", ":
            yield from _list_of_scores(listed)
            listed = []
        listed.append(pair)
    yield from _list_of_scores(listed)


def _list_of_scores(pairs: Sequence[tuple[int, int, bool]]) -> Iterator[Stretch]:
    if any(scored for _, _, scored in pairs):
        yield from ((start, end) for start, end, _ in pairs)


def is_score(text: str, start: int, end: int) -> bool:
    """Whether two numbers with a dash are a result in sport: "won 3-1", not "approved 52-48".

    The first is no smaller than the second, or a word of sport stands near and nothing is counted:
    "a 5-10 watt laser" and "they lost 5-6 seats" are ranges.
    """
    if is_tally(text, start, end):
        return False
    first, second = map(int, re.findall(r"\d+", text[start:end])[:2])
    context = text[max(0, start - _CONTEXT_LENGTH) : end + _CONTEXT_LENGTH]
    if first >= second or _RESULT_AFTER.match(text, end):
        return True
    return bool(_SPORT_WORDS.search(context)) and not _COUNTED_AFTER.match(text, end)


def is_tally(text: str, start: int, end: int) -> bool:
    """Whether a word of voting stands near two numbers: "a 5-4 ruling", "voted 52 to 48"."""
    return bool(_VOTE_WORDS.search(text[max(0, start - _CONTEXT_LENGTH) : end + _CONTEXT_LENGTH]))
