"""Marks of notes and places in a thread are no figures and no part of a word.

"733 files.4 A year before" has a note, "1/4 The rail firm cancelled" a place in a thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.figures import note_marks
from claims.figures.lexicon.stopwords import STOP_WORDS

from .furniture import COUNT_OF_ACTS, EMOJI
from .reading import Reading

_ENDS = frozenset('.!?”"…)')

# Numbers glued to the end of a sentence: "733 files.4 A year before", "kroner.3 4 The office"
_AFTER_SENTENCE = re.compile(
    r"(?<=[.,;!?\"”’')])(?P<mark>\d{1,3}(?:[, ]\d{1,3})*)(?=[\"”’')]?(?:\s+[A-Z“\"‘(]|\s*$))",
    re.MULTILINE,
)
_MARKS_APART = re.compile(r"[, ]")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.,;!?][\"”’')]?$")
_ABBREVIATED = re.compile(
    r"\b(?:fig|vol|sec|art|nos|para|chap|ver|app|est|tel|ext|pos|figs|cap|min|max|reg)\W*$",
    re.IGNORECASE,
)
# A number glued to a word, where a note with this number stands below: "733 files4 in May"
_AFTER_WORD = re.compile(r"(?<=[a-z]{4})(?P<mark>\d{1,2})(?=[\s.,;:!?\"”’)]|$)")
_NOTE = re.compile(r"^(?P<mark>\d{1,3})[.)]?[ \t]+(?=[A-Z“\"‘'(])", re.MULTILINE)
_REFERENCE = re.compile(r"^\[(?P<mark>\d{1,3})\]:?[ \t]+", re.MULTILINE)
_BRACKETED = re.compile(
    r"(?P<space>[ \t]?)\[(?P<mark>\d{1,3}|[a-z]|note \d{1,3}|citation needed)\]"
)
_STAR = re.compile(r"(?<=[\w%.,!?”\"’])[*†‡]{1,3}(?=[\s.,;:!?]|$)", re.MULTILINE)
_STARRED = re.compile(r"^(?:\*+(?=[^\W_])|[†‡]\s?)", re.MULTILINE)
_LONGEST_ABBREVIATION = 8

_THREAD = re.compile(
    r"^(?P<sign>[\"“]?(?:🧵|🪡|THREAD|Thread)[\s:👇⬇️]{0,4})?(?P<open>[(\[]?)"
    r"(?P<place>\d{1,2})/(?P<all>\d{1,2}|[nNxX])?[)\]]?[.:]?(?:[ \t]+(?P<word>[\w'’]+)?|$)",
    re.MULTILINE,
)
_THREAD_END = re.compile(
    rf"(?<=[.!?”\"…])[ \t]+(?P<sign>{EMOJI}\s?)?(?P<open>[(\[]?)"
    r"(?P<place>\d{1,2})/(?P<all>\d{1,2})?[)\]]?(?P<behind>\s?[🧵👇⬇️]+)?$",
    re.MULTILINE,
)
_POSTED = re.compile(
    r"^(?:RT @\w{1,30}:?|(?:🧵\s?)?(?:THREAD|Thread)(?: 🧵)?:|🧵)[ \t]+", re.MULTILINE
)
# What closes a post: "… in May. 12 RTs 30 likes", "… in Aston https://t.co/4x #Aston"
_LIKED = re.compile(rf"(?<=[.!?”\"…])[ \t]+(?:{COUNT_OF_ACTS}[ \t·|,]*){{1,6}}$", re.MULTILINE)
_TAIL = re.compile(r"(?:[ \t]+(?:#\w+|https?://\S+|pic\.twitter\.com/\S+))+[ \t]*$", re.MULTILINE)
_KEYCAP = re.compile("\\d\ufe0f?\u20e3[ \t]*")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENING_WORDS = STOP_WORDS | {"the", "a", "an", "in", "on", "at", "we", "i", "our", "my", "this"}


def without_notes(reading: Reading) -> Reading:
    """The text without the marks of notes and threads."""
    for marks in (
        _led_by_raised_marks,
        note_marks,
        _tails,
        _threads,
        _numbered,
        _bracketed,
        _starred,
    ):
        reading = reading.edited((start, end, "") for start, end in sorted(marks(reading.text)))
    return reading


def _tails(text: str) -> Iterator[tuple[int, int]]:
    """Likes, addresses and tags that close a post, and numbers that are pictures."""
    yield from (found.span() for found in _LIKED.finditer(text))
    if "\u20e3" in text:
        yield from (found.span() for found in _KEYCAP.finditer(text))
    if "#" in text or "://" in text:
        for found in _TAIL.finditer(text):
            ends = text[max(0, found.start() - 1) : found.start()] in _ENDS
            if ends or "/" in found[0] or found[0].count("#") > 1:
                yield found.span()


def _threads(text: str) -> Iterator[tuple[int, int]]:
    """Where a post stands in its thread, before or behind its words: "🧵1/4", "(2/7)", "3/"."""
    yield from (found.span() for found in _POSTED.finditer(text))
    if "/" not in text:
        return
    begun = [found for found in _THREAD.finditer(text) if _can_be_place(found)]
    ended = [found for found in _THREAD_END.finditer(text) if _can_be_place(found)]
    goes_on = len(begun) + len(ended) > 1
    for found in begun:
        word = found["word"]
        opens = word is not None and word[:1].isupper() and word.lower() in _OPENING_WORDS
        is_place = found["sign"] or found["open"] or found["all"] is None or goes_on or opens
        if is_place and not _POSTED.match(text, found.start()):
            yield found.start(), found.start("word") if word else found.end()
    for found in ended:
        if found["sign"] or found["open"] or found["behind"] or found["all"] is None or goes_on:
            yield found.span()


def _can_be_place(found: re.Match[str]) -> bool:
    """Not "3/4 of them", nor "12/9": a post's number is at most that of all posts."""
    behind = found.groupdict().get("word") or ""
    if behind[:1].islower() and not found["sign"]:
        return False
    total = found["all"]
    return total is None or not total.isdigit() or 1 <= int(found["place"]) <= int(total)


def _numbered(text: str) -> Iterator[tuple[int, int]]:
    """Numbers glued to words, and those of the notes that they lead to."""
    notes = {found["mark"]: found for found in _NOTE.finditer(text)}
    led: set[str] = set()
    for found in _AFTER_SENTENCE.finditer(text):
        before = text[max(0, found.start("mark") - _LONGEST_ABBREVIATION) : found.start("mark")]
        if _SENTENCE_END.search(before) and not _ABBREVIATED.search(before):
            led.update(_MARKS_APART.split(found["mark"]))
            yield found.span("mark")
    if notes:
        for found in _AFTER_WORD.finditer(text):
            if found["mark"] in notes:
                led.add(found["mark"])
                yield found.span("mark")
    yield from (notes[mark].span() for mark in led if mark in notes)


def _led_by_raised_marks(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of the notes that raised marks lead to: "in 2023.¹²" and "12 Court Register"."""
    notes = {found["mark"]: found.span() for found in _NOTE.finditer(text)}
    marks = {text[start:end].translate(_LOWERED) for start, end in note_marks(text)}
    yield from (notes[mark] for mark in marks & notes.keys())


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """ "rose to 12 [4].": a number in brackets, not what an editor puts there: "lost [12] men"."""
    if "[" not in text:
        return
    listed = {found["mark"] for found in _REFERENCE.finditer(text)}
    lines = {found.start() for found in _REFERENCE.finditer(text)}
    yield from (found.span() for found in _REFERENCE.finditer(text))
    found_marks = [
        found
        for found in _BRACKETED.finditer(text)
        if found.start() not in lines and (not found.start() or text[found.start() - 1] != "\n")
    ]
    numbers = [int(found["mark"]) for found in found_marks if found["mark"].isdigit()]
    counts_on = len(numbers) > 1 and all(0 <= b - a <= 1 for a, b in pairwise(numbers))
    for found in found_marks:
        before = text[found.start() - 1 : found.start()]
        is_glued = not found["space"] and (
            before in _ENDS or (before.strip() and found["mark"].isdigit())
        )
        in_words = not found["mark"].isdigit() and len(found["mark"]) > 1
        if (
            is_glued
            or in_words
            or found["mark"] in listed
            or (found["mark"].isdigit() and counts_on)
        ):
            yield found.span()


def _starred(text: str) -> Iterator[tuple[int, int]]:
    """ "12* pupils", where a line that begins with a star is the note."""
    if _STARRED.search(text):
        yield from (found.span() for found in _STAR.finditer(text))
        yield from (found.span() for found in _STARRED.finditer(text))
