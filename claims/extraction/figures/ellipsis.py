"""A unit that is said once and meant twice: "fell to 9% from 12", "rose to $5m from 3.8m"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from claims.figures import Figure

from ..syntax import sentence_start
from .counted import figure_head

_PARTS = {
    **dict.fromkeys(("to", "from", "at", "than", "of"), "level"),
    "by": "size",
}
_NEAR = 3  # times larger or smaller at most: figures that a text compares are of one size


def with_elliptical_units(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, bare counts with the unit they leave unsaid: "rose to $5m from 3.8 million"."""
    filled: list[Figure] = []
    models = _Models(doc)
    for figure in figures:
        if figure.is_bare and figure.kind == "count" and figure.form == "digits":
            figure = _completed(doc, figure, models)
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
            if figure.kind in ("money", "percent", "measure", "other"):
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
    model = before.last(part, sentence_start(head))
    return _like(figure, model) if model else figure


def _like(figure: Figure, model: Figure) -> Figure:
    """With the model's unit, if that makes them comparable; perhaps also with its scale."""
    for scale in (Decimal(1), model.scale if figure.scale == 1 else Decimal(1)):
        value = figure.value * scale
        if model.value * value > 0 and max(model.value, value) <= min(model.value, value) * _NEAR:
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
