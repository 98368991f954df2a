"""What people say of what the machine found: corrected, rejected, marked as missed.

Each correction is one transaction and one event, and can be undone; the machine's proposal
stays beside it.
"""

from .changing import Mended, reject
from .exporting import corrections
from .figures import Correction
from .identity import dates_of, innermost
from .judging import Precision, precision
from .marking import mark
from .settling import follow_people
from .spans import Place, is_bound, snapped, stepped
from .undoing import undo
from .verbs import (
    attribute,
    correct_attitude,
    correct_date,
    correct_figure,
    correct_speakers,
    move_span,
    speaker_called,
    step_span,
)

__all__ = [
    "Correction",
    "Mended",
    "Place",
    "Precision",
    "attribute",
    "correct_attitude",
    "correct_date",
    "correct_figure",
    "correct_speakers",
    "corrections",
    "dates_of",
    "follow_people",
    "innermost",
    "is_bound",
    "mark",
    "move_span",
    "precision",
    "reject",
    "snapped",
    "speaker_called",
    "step_span",
    "stepped",
    "undo",
]
