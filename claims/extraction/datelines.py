"""Datelines: where, when and by whom a report was sent, in front of its first sentence."""

from __future__ import annotations

import calendar
import re

from .speech.lexicon.titles import SENDERS

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WEEKDAY = rf"(?:{'|'.join(calendar.day_abbr)})[a-z]*\.?"
_MONTH = rf"(?:{'|'.join(calendar.month_abbr[1:])})[a-z]*\.?"
_DATE = (
    rf"(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}(?!\d)|\d{{1,2}} {_MONTH})(?:,? \d{{4}}(?!\d))?\.?"
)
_WHEN = rf"(?:,? {_DATE})?"
_SHOUTED = rf"[{_CAPITAL}][{_CAPITAL}.'’/ -]{{2,40}}"
_PLACE = (
    rf"(?!(?:The|On|In|At|By|From|Since|Until|{_WEEKDAY}|{_MONTH})[ ,])"
    rf"(?:[{_CAPITAL}][\w.'’-]{{1,20}} ){{0,3}}[{_CAPITAL}][\w.'’-]{{1,20}}"
)
_REGION = rf"(?:, [{_CAPITAL}][\w.]{{1,20}}(?: [{_CAPITAL}][\w.]{{1,20}}){{0,2}}){{0,2}}"
_KNOWN = "|".join(sorted(map(re.escape, SENDERS), key=len, reverse=True))
_AGENCY = rf"(?i:\((?:{_KNOWN})\)|/(?:{_KNOWN})/\.?|\| ?(?:{_KNOWN})(?!\w))"
_ANYBODY = r"(?:\([^()]{2,30}\)|/[^/]{2,30}/\.?)"
# Without spaces a dash joins words as well: "NATO—EU talks"
_DASH = rf"(?: (?:-|–|_|—|--|―) |(?:—|--|―)(?![{_CAPITAL}]{{2}}))"
# "TOTAL - 340 homes" is a label: a number needs a sentence behind it
_SENTENCE = rf"(?=[{_CAPITAL}\"“„«»‘'`]|\d.{{25}})"
_DATELINE = re.compile(
    "(?:"
    # LOWHAVEN, Eastmarch (Agency) - Two people died; OSLO, May 4 – Norway said
    rf"{_SHOUTED}{_REGION}{_WHEN}(?:(?: |--){_ANYBODY})?{_DASH}"
    # Sydney, 4 September | AAP -- Prices fell
    rf"|{_PLACE}{_REGION}{_WHEN} {_AGENCY}{_DASH}"
    # Sept 5 (Reuters) - Prices fell
    rf"|(?:{_DATE} )?{_AGENCY}{_DASH}"
    # Berlin, 5 September – Prices fell
    rf"|{_PLACE}{_REGION}, {_DATE}{_DASH}"
    # New Delhi, Sept 5 (PTI) Prices fell
    rf"|{_PLACE}{_REGION}{_WHEN} {_AGENCY} "
    rf"){_SENTENCE}"
)


def dateline_end(text: str) -> int:
    """Where a paragraph begins behind its dateline; 0 where it has none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
