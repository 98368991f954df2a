"""The verification app's entities, by noun."""

from .evidence import Calculation, ContactAttempt, Evidence
from .publications import Correction, ErrorReport, Publication
from .ratings import Rating, RatingScale
from .signoffs import Comment, SignOff
from .sources import Snapshot, Source
from .verdicts import Verdict, VerdictVersion

__all__ = [
    "Calculation",
    "Comment",
    "ContactAttempt",
    "Correction",
    "ErrorReport",
    "Evidence",
    "Publication",
    "Rating",
    "RatingScale",
    "SignOff",
    "Snapshot",
    "Source",
    "Verdict",
    "VerdictVersion",
]
