"""The verification app's entities, by noun, and what a version lacks or freezes."""

from .checklists import Lacking, to_publish, to_submit
from .evidence import Calculation, ContactAttempt, Evidence
from .fields import EDITABLE, REASONS, SUGGESTABLE, TEXTS
from .publications import Correction, ErrorReport, Publication, PublicationQuerySet
from .ratings import Rating, RatingScale
from .saved_filters import SHARE, SavedFilter
from .signoffs import Comment, SignOff
from .sources import SOURCE_FIELDS, Snapshot, Source
from .stages import Stage, claims_at
from .tallies import PERIODS, Tally
from .verdicts import Verdict, why_not_move
from .versions import LOOK_AT_EACH, PUBLISH, SIGN, VerdictVersion
from .wordings import Differs, departures_told

__all__ = [
    "EDITABLE",
    "LOOK_AT_EACH",
    "PERIODS",
    "PUBLISH",
    "REASONS",
    "SHARE",
    "SIGN",
    "SOURCE_FIELDS",
    "SUGGESTABLE",
    "TEXTS",
    "Calculation",
    "Comment",
    "ContactAttempt",
    "Correction",
    "Differs",
    "ErrorReport",
    "Evidence",
    "Lacking",
    "Publication",
    "PublicationQuerySet",
    "Rating",
    "RatingScale",
    "SavedFilter",
    "SignOff",
    "Snapshot",
    "Source",
    "Stage",
    "Tally",
    "Verdict",
    "VerdictVersion",
    "claims_at",
    "departures_told",
    "to_publish",
    "to_submit",
    "why_not_move",
]
