"""How a mention reads that people have mended: its words as they stand, its dates resolved.

The extraction's own wording resolves pronouns too, with spaCy, which no page loads. Either
is the machine's until a person confirms it.
"""

from __future__ import annotations

import re

from claims.figures import period_label
from claims.models import Mention

from .identity import dates_of, identity_of

_YEAR = re.compile(r"\d{4}")


def wording_of(mention: Mention) -> str:
    """ "[Ada Wyle] denies that the dam fell dry on Friday [5 Sep 2025]"."""
    text, position = "", mention.start
    for day in dates_of(mention).order_by("start"):
        is_plain = _YEAR.search(day.text) and not day.touched_at
        if day.first and day.last and not is_plain and day.start >= position:
            text += (
                f"{mention.article.text[position : day.end]} [{period_label(day.first, day.last)}]"
            )
            position = day.end
    text = " ".join((text + mention.article.text[position : mention.end]).split())
    identity = identity_of(mention)
    lead = f"[{identity.label}] denies that " if identity.is_denied and identity.label else ""
    return lead + text
