"""Powers of ten: "10⁶", "10^6", and what stands behind a number in "2.5 × 10⁶" and "2.5e6"."""

from __future__ import annotations

import re

from .lexicon.numerals import RAISED_DIGITS, RAISED_SIGNS

_RAISED = (
    rf"(?P<raised>[{RAISED_SIGNS}]?[{RAISED_DIGITS}]{{1,2}})(?![{RAISED_DIGITS}{RAISED_SIGNS}])"
)
_IN_LINE = str.maketrans(f"{RAISED_DIGITS}{RAISED_SIGNS}−–", "0123456789+---")

# Behind a number, to be part of its pattern
EXPONENT = (
    rf"(?:\s?[x×]\s?10(?:{_RAISED}|\s?\^?\s?(?P<power>[-−–]?\d{{1,2}})(?!\d))"
    r"|[eE](?P<e>[-+]?\d{1,2})(?!\w))"
)
# A power by itself; one whose number can't be read; and either kind in what a figure's words are
POWER = re.compile(rf"10(?:{_RAISED}|\^(?P<power>[-−–]?\d{{1,2}})(?!\d))")
UNREAD = re.compile(rf"[{RAISED_DIGITS}{RAISED_SIGNS}]|\^[-−–]?\d")
WRITTEN = re.compile(
    rf"(?:\s?[x×]\s?)?10\s?(?:\^\s?[-−–]?\d+|[{RAISED_SIGNS}]?[{RAISED_DIGITS}]+)"
    r"|(?<=\d)[eE][-+]?\d+"
)


def exponent(found: re.Match[str]) -> int | None:
    """The power that was written, raised or behind a "^" or an "e"; None without one."""
    written = found.groupdict()
    power = written["raised"] or written["power"] or written.get("e")
    return int(power.translate(_IN_LINE)) if power else None
