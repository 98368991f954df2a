"""When two mentions are one claim."""

from .identity import fingerprint

__all__ = [
    "fingerprint",
]
