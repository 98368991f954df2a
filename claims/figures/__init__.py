"""What a figure means, for everybody who needs it. Knows no Django and no spaCy.

Lists of words may be imported from ``claims.figures.lexicon``; all else from here.
"""

from .bounds import bounded, with_modifier
from .candidates import Figure
from .comparing import Difference, Measured, comparable, difference, may_agree
from .converting import convert, in_common, measure_of
from .differences import differing, may_be_one
from .inflection import irregular_singular, singular, verb_forms, words_pattern
from .interval import UNBOUNDED, Interval, StatedFigure, implied_interval, last_place
from .labels import (
    SYMBOLS,
    ends_of,
    figure_label,
    grouped,
    period_label,
    period_shape,
    unit_in_number,
)
from .raised import ends_in_base, note_marks
from .reading import may_hold_figures, read_figures
from .rejection import Stretch, no_figures
from .sought import Sought, Span, key_of, read_sought
from .superscripts import gap_left, is_note_mark, lowered_as_text, raised_as_text
from .typed import TypedFigure, read_figure
from .units import ends_in_length, has_measure, per_at
from .values import Change, Modifier, QuantityKind, plain

__all__ = [
    "SYMBOLS",
    "UNBOUNDED",
    "Change",
    "Difference",
    "Figure",
    "Interval",
    "Measured",
    "Modifier",
    "QuantityKind",
    "Sought",
    "Span",
    "StatedFigure",
    "Stretch",
    "TypedFigure",
    "bounded",
    "comparable",
    "convert",
    "difference",
    "differing",
    "ends_in_base",
    "ends_in_length",
    "ends_of",
    "figure_label",
    "gap_left",
    "grouped",
    "has_measure",
    "implied_interval",
    "in_common",
    "irregular_singular",
    "is_note_mark",
    "key_of",
    "last_place",
    "lowered_as_text",
    "may_agree",
    "may_be_one",
    "may_hold_figures",
    "measure_of",
    "no_figures",
    "note_marks",
    "per_at",
    "period_label",
    "period_shape",
    "plain",
    "raised_as_text",
    "read_figure",
    "read_figures",
    "read_sought",
    "singular",
    "unit_in_number",
    "verb_forms",
    "with_modifier",
    "words_pattern",
]
