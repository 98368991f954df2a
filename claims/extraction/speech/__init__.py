"""Who said what: attributions with their speakers."""

from .drafts import verb_cues
from .finding import find_attributions
from .naming import gender_of
from .speakers import kind_of

__all__ = [
    "find_attributions",
    "gender_of",
    "kind_of",
    "verb_cues",
]
