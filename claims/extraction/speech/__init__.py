"""Who said what: attributions with their speakers."""

from .drafts import verb_cues
from .finding import find_attributions
from .headlines import in_title_case
from .lexicon.titles import KINDS_OF_BODIES
from .naming import gender_of
from .referents import Referents, needs_a_name, tells
from .speakers import kind_of
from .titled import are_people

__all__ = [
    "KINDS_OF_BODIES",
    "Referents",
    "are_people",
    "find_attributions",
    "gender_of",
    "in_title_case",
    "kind_of",
    "needs_a_name",
    "tells",
    "verb_cues",
]
