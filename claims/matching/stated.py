"""What one text states, read from its characters alone: words, names, figures, polarity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claims.figures import Figure, Measured, implied_interval, no_figures, read_figures
from claims.figures.lexicon.stopwords import STOP_WORDS

from .denials import NAMES_NOTHING, NEGATIONS, NO_NEGATIONS

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIX = re.compile(r"(?:ies|ied|es|s|ed|ing|ly)$")
_NEGATED = re.compile("|".join(NEGATIONS), re.IGNORECASE)
_NOT_NEGATED = re.compile("|".join(NO_NEGATIONS), re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*\s+$|^\W*$")
# So many words on either side tell what a figure is of
_NEAR = 6
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Stated:
    """What one text, or one claim's rows, state.

    ``words`` are its content stems in order, figures left out; ``names`` the stems of
    capitalised words; ``periods`` first and last days that it speaks of.
    """

    text: str
    words: tuple[str, ...]
    names: frozenset[str] = frozenset()
    figures: tuple[Measured, ...] = ()
    periods: tuple[tuple[date, date], ...] = ()
    negated: bool = False
    published: date | None = None
    speakers: frozenset[str] = frozenset()


def stated_in(text: str, published: date | None = None, speakers: Iterable[str] = ()) -> Stated:
    """What a text states, without a parse."""
    tokens = [(found.start(), found.group()) for found in _WORD.finditer(text)]
    stems = [stem(word) for _start, word in tokens]
    found = read_figures(text, no_figures(text))
    taken = {place for figure in found for place in range(figure.start, figure.end)}
    plain = [
        (start, stemmed)
        for (start, word), stemmed in zip(tokens, stems, strict=True)
        if start not in taken and word.lower() not in STOP_WORDS
    ]
    return Stated(
        text,
        tuple(stemmed for _start, stemmed in plain),
        frozenset(_names(text, tokens)),
        tuple(_measured(text, figure, plain) for figure in found),
        negated=len(_NEGATED.findall(_NOT_NEGATED.sub(" ", text))) % 2 == 1,
        published=published,
        speakers=frozenset(speakers),
    )


def stem(word: str) -> str:
    """A word without its usual endings, small: "killed" and "kills" are "kill"."""
    folded = _POSSESSIVE.sub("", word.casefold())
    short = _SUFFIX.sub("", folded)
    return short if len(short) >= _SHORTEST_STEM - 1 else folded


def _names(text: str, tokens: list[tuple[int, str]]) -> Iterable[str]:
    for start, word in tokens:
        folded = _POSSESSIVE.sub("", word)
        if not folded[:1].isupper() or folded.casefold() in NAMES_NOTHING:
            continue
        if start and not _SENTENCE_END.search(text[max(0, start - 6) : start]):
            yield stem(folded)


def _measured(text: str, figure: Figure, words: list[tuple[int, str]]) -> Measured:
    before = [stemmed for start, stemmed in words if start < figure.start][-_NEAR:]
    after = [stemmed for start, stemmed in words if start >= figure.end][:_NEAR]
    words_of_it = text[figure.start : figure.end]
    return Measured(
        words_of_it,
        figure.kind,
        figure.low,
        figure.high,
        figure.modifier,
        implied_interval(_Written(words_of_it, figure)),
        figure.unit,
        figure.currency,
        figure.per,
        figure.change,
        after[0] if figure.kind == "count" and after else "",
        frozenset([*before, *after]),
        figure.start,
        figure.end,
    )


class _Written:
    """A candidate with its own words, as the interval of a figure is read from them."""

    def __init__(self, text: str, figure: Figure) -> None:
        self.text, self.kind, self.modifier = text, figure.kind, figure.modifier
        self.low, self.high = figure.low, figure.high
        self.unit, self.currency = figure.unit, figure.currency
