"""Does a wording say what its mentions state? What differs, as codes and values.

Figures, names and polarity, read from the characters alone: no page waits for a parse. What
is found is a warning, that somebody looks and says whether it is meant so; so it may miss
something, and has to be silent about what only reads otherwise: a figure to its rounding,
digits for words, a name in brackets, a shorter name of the same person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from claims.figures import (
    Interval,
    differing,
    implied_interval,
    no_figures,
    read_figures,
)

from .denials import AS_GOOD_AS_NOT, NAMES_NOTHING, NEGATIONS, NO_NEGATIONS


@dataclass(frozen=True, slots=True)
class Statement:
    """What one mention states: its words, the machine's wording of it, who says it, figures.

    ``figures`` are those of the mention as it stands, after people's corrections.
    """

    text: str
    wording: str
    speakers: tuple[str, ...] = ()
    figures: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Departure:
    """One thing in which a wording differs from what is stated: the code, and both sides."""

    code: str
    wording: str = ""
    stated: str = ""

    def as_dict(self) -> dict[str, str]:
        return {"code": self.code, "wording": self.wording, "stated": self.stated}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with what it can mean, and its words."""

    kind: str
    unit: str | None
    currency: str | None
    interval: Interval
    text: str
    is_sure: bool = True


def departures(wording: str, statements: Sequence[Statement], context: str = "") -> list[Departure]:
    """What the wording says otherwise than the statement that it comes closest to.

    ``context`` is the article's text: a name from there may stand for "he" or "the company".
    """
    found = [_from_one(wording, statement, context) for statement in statements]
    return min(found, key=len, default=[])


def _from_one(wording: str, statement: Statement, context: str) -> list[Departure]:
    return [
        *_figures(wording, statement),
        *_names(wording, statement, context),
        *_polarity(wording, statement),
    ]


# --- figures ------------------------------------------------------------------


def _figures(wording: str, statement: Statement) -> Iterable[Departure]:
    mine = _read(wording)
    owned = [_of_row(row) for row in statement.figures]
    # What the machine did not take for a figure of the claim stands in its text all the same.
    passing = _read(statement.text) + _read(statement.wording)
    missing = [stated for _one, stated in differing(mine, owned) if stated]
    added = [one for one, _stated in differing(mine, [*owned, *passing]) if one and one.is_sure]
    for stated in missing:
        one = next((one for one in added if _is_like(one, stated)), None)
        if one is None:
            yield Departure("figure_missing", stated=stated.text)
        else:
            added.remove(one)
            yield Departure("figure_changed", one.text, stated.text)
    yield from (Departure("figure_added", wording=one.text) for one in added)


def _is_like(one: _Figure, other: _Figure) -> bool:
    """May the one stand in the other's place? Of one kind, or one of them bare."""
    return one.kind == other.kind or "count" in {one.kind, other.kind}


def _read(text: str) -> list[_Figure]:
    found = []
    for figure in read_figures(text, no_figures(text)):
        words = text[figure.start : figure.end]
        implied = implied_interval(_Stated(words, figure))
        is_sure = figure.doubt not in _UNSURE
        found.append(_Figure(figure.kind, figure.unit, figure.currency, implied, words, is_sure))
    return found


# "One" may be a pronoun, "Seven" a name, 2018 a year: syntax would tell, and there is none here.
_UNSURE = frozenset({"pronoun", "title", "year"})


class _Stated:
    """A candidate with its own words, as the interval of a figure is read from them."""

    def __init__(self, text: str, figure: Any) -> None:
        self.text, self._figure = text, figure

    def __getattr__(self, name: str) -> Any:
        return getattr(self._figure, name)


def _of_row(row: Any) -> _Figure:
    return _Figure(row.kind, row.unit, row.currency, row.interval, row.raw)


# --- names --------------------------------------------------------------------

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
_SENTENCE_END = re.compile(r"[.!?:]['\"”’)\]]*\s+$|^\W*$|[\[“\"]$")
_BRACKETED = re.compile(r"\[([^\]]+)\]")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHARED_STEM = 4  # letters by which "Russian" is Russia's, "Danish" not Denmark's


def _names(wording: str, statement: Statement, context: str) -> Iterable[Departure]:
    said = " ".join([statement.text, statement.wording, *statement.speakers])
    known = _stems(f"{said} {context}")
    here = _stems(f"{wording} {' '.join(statement.speakers)}")
    mid = set(_capitals_inside(f"{wording}. {said}. {context}"))
    short = {_initials(name) for name in _runs(f"{said} {context}", mid)}
    for name in _runs(wording, mid):
        if not any(_is_among(token, known) for token in name.split()) and name not in short:
            yield Departure("name_added", wording=name)
    resolved = _BRACKETED.findall(statement.wording)
    for name in _runs("; ".join([statement.text or statement.wording, *resolved]), mid):
        tokens = name.split()
        if not any(_is_among(one, here) for one in (*tokens, _initials(name))):
            yield Departure("name_missing", stated=name)


def _runs(text: str, mid: Collection[str]) -> list[str]:
    """The names in a text: capitals beside each other. A sentence begins with one anyway,
    which is a name's where it stands inside a sentence too."""
    runs: list[list[str]] = []
    end, opens = -2, ""
    for start, token, is_initial in _tokens(text):
        plain = _POSSESSIVE.sub("", token)
        is_name = _is_capital(plain) and (not is_initial or plain in mid or plain.isupper())
        if is_name and runs and text[end:start] == " ":
            runs[-1].append(plain)
        elif is_name:
            # "Emma Larsson": the first word of a sentence is a name's where a name goes on
            runs.append([opens, plain] if opens and text[end:start] == " " else [plain])
        opens = plain if _is_capital(plain) and not is_name else ""
        if is_name or opens:
            end = start + len(token)
    return list(dict.fromkeys(" ".join(run) for run in runs))


def _initials(name: str) -> str:
    return "".join(token[0] for token in name.split())


def _tokens(text: str) -> Iterable[tuple[int, str, bool]]:
    """Words with their places, and whether a sentence or a bracket begins with each."""
    for found in _TOKEN.finditer(text):
        before = text[max(0, found.start() - 6) : found.start()]
        yield (
            found.start(),
            found.group().rstrip("."),
            found.start() == 0 or bool(_SENTENCE_END.search(before)),
        )


def _capitals_inside(text: str) -> Iterable[str]:
    """The words with a capital that begin no sentence."""
    for _start, token, is_initial in _tokens(text):
        plain = _POSSESSIVE.sub("", token)
        if not is_initial and _is_capital(plain):
            yield plain


def _is_capital(token: str) -> bool:
    return (
        len(token) > 1
        and token[0].isupper()
        and token.casefold() not in NAMES_NOTHING
        and not any(sign.isdigit() for sign in token)
    )


def _stems(text: str) -> set[str]:
    folded = (_POSSESSIVE.sub("", token).casefold() for _start, token, _first in _tokens(text))
    return {form for token in folded for form in (token, token.replace(".", ""))}


def _is_among(token: str, stems: Collection[str]) -> bool:
    """Is it one of the words, or of their stem: "Ukrainian" beside "Ukraine"?"""
    folded = token.casefold()
    plain = folded.replace(".", "")
    if folded in stems or plain in stems:
        return True
    stem = plain[: max(_SHARED_STEM, len(plain) - 3)]
    return len(plain) > _SHARED_STEM and any(other.startswith(stem) for other in stems)


# --- polarity -----------------------------------------------------------------

_NEGATED = re.compile("|".join(NEGATIONS), re.IGNORECASE)
_NOT_NEGATED = re.compile("|".join(NO_NEGATIONS), re.IGNORECASE)
_AS_GOOD = re.compile("|".join(AS_GOOD_AS_NOT), re.IGNORECASE)


def _polarity(wording: str, statement: Statement) -> Iterable[Departure]:
    stated = statement.wording or statement.text
    mine, theirs = _negations(wording), _negations(stated)
    if len(mine) % 2 == len(theirs) % 2:
        return
    # "Stopped paying" and "no longer pays" are one; which of the two is meant, nobody asks.
    if bool(_AS_GOOD.search(wording)) != bool(_AS_GOOD.search(stated)):
        return
    yield Departure("polarity", ", ".join(mine), ", ".join(theirs))


def _negations(text: str) -> list[str]:
    return [found.group() for found in _NEGATED.finditer(_NOT_NEGATED.sub(" ", text))]


# --- time ---------------------------------------------------------------------

# More than a year and a month off: "last spring" and "next year" are nearer.
FAR_OFF = timedelta(days=400)


def is_far_off(first: date | None, last: date | None, published: date | None, text: str) -> bool:
    """Does it hold for a time far from its article's date, though no year is written in it?

    "In March" that was resolved to a March six years before is such; "in 1995" is meant so.
    """
    begins, ends = first or last, last or first
    if not (begins and ends and published):
        return False
    if any(str(year) in text for year in {begins.year, ends.year}):
        return False
    return ends < published - FAR_OFF or begins > published + FAR_OFF
