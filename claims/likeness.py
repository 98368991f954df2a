"""Which speakers may be one: what two names share, and why that is worth a look.

Only ever a suggestion. People decide; two are never one by their surname alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import dropwhile

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Kinds whose names end in a surname; a machine that is unsure may have seen a person.
PERSONAL = frozenset({"person", "unknown"})
# After a person's surname: "Ada Wyle Jr".
_GENERATIONS = _words_of("jr sr ii iii iv")
# After an organisation's name: "Harl Water Ltd".
_LEGAL_FORMS = _words_of(
    """
    ab ag bv co company corp corporation gmbh inc incorporated kg limited llc llp lp ltd nv
    oy plc pty sa sarl se spa srl
    """
)
_MISTAKEN = _("one word that is also a surname, and may have been taken for a place or body")
_DROPPED = re.compile(r"[.'’]")
_BETWEEN_WORDS = re.compile(r"[^\w-]+")


def key(name: str, kind: str) -> str:
    """What speakers who may be one have in common, to be looked up by.

    A person's surname ("Émile Örn Jr." gives "orn"); of anything else the whole name
    but for case, accents, article and legal form ("The Harl Water Co." gives "harl water").
    """
    words = _words(name, kind)
    return (words[-1] if kind in PERSONAL else " ".join(words))[:300] if words else ""


def reason(name: str, kind: str, other: str, other_kind: str) -> Promise | None:
    """Why these two may be one speaker; None where nothing says so.

    "A. Wyle" and "Wyle" may be Ada Wyle; Ben Wyle is somebody else. A machine that meets
    a bare surname may take it for a place.
    """
    words, other_words = _words(name, kind), _words(other, other_kind)
    if not words or not other_words:
        return None
    if (kind in PERSONAL) != (other_kind in PERSONAL):
        bare = name if kind not in PERSONAL else other
        return _MISTAKEN if len(bare.split()) == 1 and words[-1] == other_words[-1] else None
    if words == other_words:
        return _("the same name but for its spelling")
    if kind not in PERSONAL or words[-1] != other_words[-1]:
        return None
    return _reason_of_persons(words[:-1], other_words[:-1])


def _reason_of_persons(given: Sequence[str], other: Sequence[str]) -> Promise | None:
    """What the given names say, where the surname is the same."""
    if not given or not other:
        return _("the same surname, and no first name to tell")
    if given[0] == other[0]:
        return _("the same first name and surname")
    shorter, longer = sorted((given[0], other[0]), key=len)
    if len(shorter) == 1 and longer.startswith(shorter):
        return _("the same surname, and the initial fits")
    return None


def fullness(name: str) -> tuple[int, int]:
    """How full a name is: "Ada Wyle" is fuller than "A. Wyle", and that than "Wyle"."""
    return len(name.split()), len(name)


def _words(name: str, kind: str) -> list[str]:
    """The words of the name that count, in small letters without accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in _BETWEEN_WORDS.split(_DROPPED.sub("", plain)) if word.strip("-_")]
    endings = _GENERATIONS if kind in PERSONAL else _LEGAL_FORMS
    kept = list(dropwhile(endings.__contains__, reversed(words)))[::-1] or words
    return kept[1:] if len(kept) > 1 and kept[0] == "the" else kept
