"""A unit that is said once and meant twice: "fell to 9% from 12", "rose to $5m from 3.8m"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from claims.figures import Figure

from ..parsing import text_of
from ..syntax import sentence_start
from .counted import figure_head
from .parallel import parallel

_PARTS = {
    **dict.fromkeys(("to", "from", "at", "than", "of"), "level"),
    "by": "size",
}
_NEAR = 3  # times larger or smaller at most: figures that a text compares are of one size
_FAR = 50  # where the same preposition stands behind both: "12 tonnes of wheat and 200 of barley"
_WITH_UNIT = ("money", "percent", "measure", "other")


def with_elliptical_units(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, bare counts with the unit they leave unsaid: "rose to $5m from 3.8 million"."""
    filled: list[Figure] = []
    models = _Models(doc)
    for figure in figures:
        if figure.is_bare and figure.kind == "count" and figure.form in ("digits", "words"):
            before = filled[-1] if filled else None
            figure = (before and _continued(doc, before, figure)) or _completed(doc, figure, models)
        filled.append(figure)
        models.add(figure)
    return filled


class _Models:
    """Figures with a unit, by what they are in their sentence: the last one of each part."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._unread: list[Figure] = []  # few sentences ever ask
        self._sentence = -1
        self._last: dict[str, Figure] = {}

    def add(self, figure: Figure) -> None:
        self._unread.append(figure)

    def last(self, part: str, sentence: int) -> Figure | None:
        """The last one with this part in the sentence that begins at this token."""
        for figure in self._unread:
            head = figure_head(self._doc, figure)
            if (start := sentence_start(head)) != self._sentence:
                self._sentence, self._last = start, {}
            if figure.kind in _WITH_UNIT:
                self._last[_part(head)] = figure
        self._unread.clear()
        return self._last.get(part) if self._sentence == sentence else None


def _part(head: Token) -> str:
    """What a figure is in its clause: "level" in "to 9%", "is 9%", "size" in "by 9%"."""
    if head.dep_ == "pobj":
        return _PARTS.get(head.head.lower_, "")
    return "level" if head.dep_ == "attr" else ""


def _completed(doc: Doc, figure: Figure, before: _Models) -> Figure:
    """The figure with the unit of the nearest one before that plays the same part."""
    head = figure_head(doc, figure)
    part = _part(head)
    if not part or head.pos_ != "NUM" or any(child.dep_ == "prep" for child in head.children):
        return figure
    if figure.form == "words" and _counts_what_follows(doc, figure):
        return figure
    model = before.last(part, sentence_start(head))
    return _like(doc, figure, model, _NEAR) if model else figure


def _continued(doc: Doc, before: Figure, figure: Figure) -> Figure | None:
    """The figure with the unit of the one whose statement it continues, None if it does not.

    "€4.2 million in 2023 and 5.1 million in 2024", "a bus costs $3 and a taxi 9", "burned 12,000
    hectares in May, against 40,000 a year before".
    """
    if before.kind not in _WITH_UNIT:
        return None
    if _AGAINST.fullmatch(text_of(doc), before.end, figure.start):
        near = 0 if _counts_what_follows(doc, figure) else _FAR
    elif not (found := parallel(doc, before, figure)):
        return None
    elif found.is_alike:
        near = _FAR
    else:
        is_own = found.noun is None or _counts_what_follows(doc, figure)
        near = 0 if is_own else _NEAR if before.kind == "percent" else _FAR
    filled = _like(doc, figure, before, near) if near else figure
    return None if filled is figure else filled


def _counts_what_follows(doc: Doc, figure: Figure) -> bool:
    """Whether the number has a noun of its own: "a bus costs $3 and a taxi 9 coins"."""
    head = figure_head(doc, figure)
    following = doc[head.i + 1 : head.i + 2]
    if head.dep_ in ("nummod", "compound") and head.head.i > head.i:
        return True
    return bool(following) and following[0].pos_ not in ("PUNCT", "ADP", "DET", "CCONJ")


_AGAINST = re.compile(
    r"[^.;:()\d]{0,60}(?:in\s\d{4})?,?\s(?:against|versus|vs\.?|compared\s(?:with|to))\s(?:the\s)?",
    re.I,
)
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _factor(doc: Doc, model: Figure) -> Decimal:
    """What the model's unit and scale make of its digits: 0.01 for cents, 1000000 for "$5m"."""
    found = _WRITTEN.search(text_of(doc), model.start, model.end)
    digits = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    factor = model.value / digits if digits else Decimal(1)
    return factor if factor.normalize().as_tuple().digits == (1,) else Decimal(1)  # not "3 ½ km"


def _like(doc: Doc, figure: Figure, model: Figure, near: int) -> Figure:
    """With the model's unit, if that makes them comparable; perhaps also with its scale."""
    for scale in (Decimal(1), _factor(doc, model) if figure.scale == 1 else Decimal(1)):
        value = figure.value * scale
        if model.value * value > 0 and max(model.value, value) <= min(model.value, value) * near:
            return replace(
                figure,
                low=figure.low and figure.low * scale,
                high=figure.high and figure.high * scale,
                kind=model.kind,
                unit=model.unit,
                currency=model.currency,
                doubt="",
            )
    return figure
