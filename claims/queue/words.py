"""Words as people type them, looked up in the database's full-text index (migration 0014).

To the index a text is its runs of letters and digits, in small letters and without
accents: "F-16" is "f", "16" there, and "U.S." is "u", "s". So a word that is typed
stands for every way in which a text may write it: "F-16" for "F-16", "F 16", "F16".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

_POSSESSIVE = re.compile(r"['’]s(?=\W*$)")
_OTHER_WORD = re.compile(r"[/|&,;:+]\w")  # "and/or" is two words, "F-16" one
_LONGEST_ABBREVIATION = 5
_SEAM = re.compile(
    r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
)
# Letters that no accent explains, as a keyboard without them writes them; the index holds
# texts so (migration 0014: another letter needs a migration that makes the index anew).
LETTERS = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th",
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "ħ": "h", "Ħ": "h", "ŋ": "n", "Ŋ": "n", "ı": "i",
    "ς": "σ", "²": "2", "³": "3", "¼": " ", "½": " ", "¾": " ",
}  # fmt: skip
_SPELLED = str.maketrans(LETTERS)
_SQLITE = (
    "SELECT rowid FROM claims_claim_words WHERE claims_claim_words MATCH %s "
    "ORDER BY rowid DESC LIMIT %s"
)
_SQLITE_AMONG = (
    "SELECT rowid FROM claims_claim_words WHERE claims_claim_words MATCH %s "
    "AND rowid BETWEEN %s AND %s"
)
_SQLITE_HEADLINES = (
    "SELECT rowid FROM claims_article_words WHERE claims_article_words MATCH %s "
    "ORDER BY rowid DESC LIMIT %s"
)
_POSTGRESQL_HEADLINES = (
    "SELECT id FROM claims_article WHERE claims_words(substr(title, 1, 1000)) @@ ({terms}) "
    "ORDER BY id DESC LIMIT %s"
)
_POSTGRESQL_AMONG = "SELECT id FROM claims_claim WHERE words @@ ({terms}) AND id = ANY(%s)"
_POSTGRESQL = "SELECT id FROM claims_claim WHERE words @@ ({terms}) ORDER BY id DESC LIMIT %s"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand beside each other; ``begun``: the last may be a word's beginning."""

    words: tuple[str, ...]
    begun: bool


def read_words(text: str) -> list[list[Phrase]]:
    """The words of what was typed, each as its spellings, of which a text has one."""
    items = text.translate(_SPELLED).split()
    found = (list(_spellings(item)) for item in dict.fromkeys(items))
    return [spellings for spellings in found if spellings]


def newest_with(words: Sequence[Iterable[Phrase]], most: int) -> RawSQL:
    """Ids of the newest claims that have every word in one of its spellings."""
    if connection.vendor == "sqlite":
        return RawSQL(_SQLITE, [_match(words), most])  # noqa: S611 - bound values
    terms, values = _query(words)
    return RawSQL(_POSTGRESQL.format(terms=terms), [*values, most])  # noqa: S611 - bound values


def those_with(words: Sequence[Iterable[Phrase]], ids: Collection[int]) -> list[int]:
    """Which of these claims have every word in one of its spellings."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # asked id by id, it would look a thousand times
            cursor.execute(_SQLITE_AMONG, [_match(words), min(ids), max(ids)])
        else:
            terms, values = _query(words)
            cursor.execute(_POSTGRESQL_AMONG.format(terms=terms), [*values, list(ids)])
        among = set(ids)
        return [pk for (pk,) in cursor.fetchall() if pk in among]


def headlines_with(word: Iterable[Phrase], most: int) -> list[int]:
    """The newest articles whose headline has the word (migration 0032)."""
    spellings = [list(word)]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(_SQLITE_HEADLINES, [_match(spellings), most])
        else:
            terms, values = _query(spellings)
            cursor.execute(_POSTGRESQL_HEADLINES.format(terms=terms), [*values, most])
        return [pk for (pk,) in cursor.fetchall()]


def _match(words: Sequence[Iterable[Phrase]]) -> str:
    """The words as FTS5 asks for them."""
    return " AND ".join(f"({' OR '.join(map(_fts5, spellings))})" for spellings in words)


def _query(words: Sequence[Iterable[Phrase]]) -> tuple[str, list[Any]]:
    """The words as PostgreSQL asks for them, and the values of the marks in it."""
    either = [" || ".join("claims_phrase(%s, %s)" for _phrase in spellings) for spellings in words]
    values: list[Any] = [
        value
        for spellings in words
        for phrase in spellings
        for value in (" ".join(phrase.words), phrase.begun)
    ]
    return " && ".join(f"({spelled})" for spelled in either), values


def _fts5(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.begun else "")


def _spellings(item: str) -> Iterator[Phrase]:
    """How texts write what stands between two spaces: "U.S." also as "US", "F16" as "F-16"."""
    parts = _parts(_POSSESSIVE.sub("", item))
    if len(parts) > 1:
        begun = "." not in item or any(len(part) > 1 for part in parts)
        yield from _phrases(parts, begun)
        if not (_OTHER_WORD.search(item) or _digits_meet(parts)):
            yield from _phrases(["".join(parts)], begun)
    elif parts:
        yield from _phrases(parts, True)
        word = parts[0]
        if len(pieces := _SEAM.split(word)) > 1:
            yield from _phrases(pieces, True)
        if word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_ABBREVIATION:
            yield from _phrases(list(word), False)


def _parts(item: str) -> list[str]:
    """Its runs of letters and digits, with the marks that belong to letters."""
    signs = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in item)
    return [part for part in "".join(signs).split() if any(map(str.isalnum, part))]


def _digits_meet(parts: Sequence[str]) -> bool:
    """Whether to leave the signs out would make another number: 3-1 is not 31."""
    return any(left[-1].isdigit() and right[0].isdigit() for left, right in pairwise(parts))


def _phrases(words: Sequence[str], begun: bool) -> Iterator[Phrase]:
    """The words in this order. The beginning of a number is another number: 16 or 16s, not 160."""
    *before, last = words
    if last[-1].isdigit():
        yield Phrase((*before, last), False)
        yield Phrase((*before, f"{last}s"), False)
    else:
        yield Phrase((*before, last), begun)
