"""Who said what: attributions with their speakers."""

from .finding import find_attributions
from .speakers import kind_of

__all__ = [
    "find_attributions",
    "kind_of",
]
