"""Which of the names before "the company" is a company's."""

from __future__ import annotations

from .lexicon.titles import (
    CALLED_BY_NOUN,
    COMPANY_NOUNS,
    FIRM_WORDS,
    FIRMS,
    ORGANISATION_NOUNS,
    TRADES,
)

_ENDS = FIRMS | FIRM_WORDS
_ANY = frozenset({"company", "firm", "corporation"})
_TRADING = frozenset(
    {"airline", "brewer", "carmaker", "carrier", "chain", "chipmaker", "developer", "drugmaker"}
    | {"insurer", "lender", "retailer", "shipbuilder", "startup", "utility", "bank"}
)
# "The organisation" may be the University of Marlow, "the company" not
_NO_FIRMS = (ORGANISATION_NOUNS | CALLED_BY_NOUN) - TRADES - COMPANY_NOUNS - _ENDS


def is_firm(name: str) -> bool:
    """Does the name itself tell a firm: "Halden Pharma", "Norvik AS"?"""
    *before, last = name.lower().rstrip(".").split()
    members = any(word.endswith(("s'", "s’")) for word in before)  # "Rail Users' Group"
    return bool(before) and last in _ENDS and not members


def the_firm(noun: str, names: set[str]) -> str | None:
    """The only name before, or the only one that tells a firm.

    "Halden Pharma paid for it, Reed of Marlow University said. [The company] …"; the maker of
    what Halden Pharma sells may be another.
    """
    fitting = [name for name in names if noun not in _ANY or not is_public(name)]
    if len(fitting) == 1 and noun in COMPANY_NOUNS:
        return fitting[0]
    trade = noun in _ANY | _TRADING
    firms = [name for name in names if is_firm(name)] if trade else []
    return firms[0] if len(firms) == 1 else None


def is_public(name: str) -> bool:
    """Is it the Northern Medical Journal, the University of Marlow, the Ministry of Health?"""
    words = name.lower().split()
    return not _NO_FIRMS.isdisjoint({words[0], words[-1]})
