"""Points of an index that is named, without the word: "the Nasdaq slipped 59.93 to 18,179.98"."""

from __future__ import annotations

import re
from dataclasses import replace

from .candidates import Figure
from .inflection import verb_forms, words_pattern
from .lexicon.changes import AFFECTING_VERBS, MOVING_VERBS
from .lexicon.units import INDICES

_FORMS = {
    form
    for verb in {*MOVING_VERBS, *AFFECTING_VERBS, "lose", "gain", "add", "shed"}
    if " " not in verb
    for form in verb_forms(verb)
}
_INDEX_MOVED = re.compile(
    rf"\b(?:{INDICES})(?:\s(?!and\b|or\b|but\b)[\w&]+){{0,4}}?\s(?:{words_pattern(_FORMS)})\s(?:by\s|another\s)?$"
)
_NO_NOUN = re.compile(r"(?:,|\s(?:to|and|or|on|in|at|by|after|as|while)\b|\s?[.;:)]|$)")
_LONGEST = 70  # characters in front that hold the index and its verb


def with_points(text: str, figure: Figure) -> Figure:
    """The bare number as points, where an index moves by it and nothing is counted."""
    if not figure.is_bare or figure.kind != "count" or figure.form != "digits" or figure.scale != 1:
        return figure
    if not _NO_NOUN.match(text, figure.end):
        return figure
    if not _INDEX_MOVED.search(text, max(0, figure.start - _LONGEST), figure.start):
        return figure
    return replace(figure, kind="other", unit="point", doubt="")
