"""Names beside the roles that announce them, and speakers who speak together.

"Mayor Ann Lee and fire chief Tom Park said the road was closed."
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ..joined_titles import bare_title
from .lexicon.titles import PERSON_NOUNS
from .titled import is_title, names_behind_offices

_BELONGING = {"of", "at", "for", "from", "in"}


def name_apposed(head: Token) -> Token | None:
    """The name that a description announces: "the minister, Ann Lee", "one of them, Tom Park".

    Also where the parser hangs it under whom the role is held for: "the head of the club, Ann
    Lee, said".
    """
    own = (name for name in _names_under(head) if is_own(name, head))
    if head.pos_ in {"NOUN", "NUM", "PRON"}:
        return next(own, None) or _name_behind_owner(head)
    if not is_title(head) or any(child.dep_ == "compound" for child in head.lefts):
        return None  # Charlie King
    behind_comma = (name for name in own if name.doc[name.left_edge.i - 1].text == ",")
    return next((name for name in behind_comma if not is_title(name)), None)


def _names_under(noun: Token) -> Iterator[Token]:
    """The names in apposition to it, whoever's they are."""
    return (child for child in noun.rights if child.dep_ == "appos" and child.pos_ == "PROPN")


def is_own(name: Token, noun: Token) -> bool:
    """Is it not the name of another one: "the mayor and fire chief Tom [Park]"?"""
    before = name.doc[name.left_edge.i - 1]
    return before == noun or not (before.dep_ == "conj" and _is_role(before))


def _name_behind_owner(role: Token) -> Token | None:
    if not _is_role(role):
        return None
    for child in role.rights:
        if child.dep_ == "prep" and child.lower_ in _BELONGING:
            for owner in child.rights:
                if owner.dep_ == "pobj" and not _is_role(owner) and owner.ent_type_ != "PERSON":
                    return next(_names_under(owner), None)
    return None


def joint(head: Token) -> list[Token]:
    """The heads of joint speakers: "both [Lee] and [Park]", "the [mayor] and chief Ann [Lee]"."""
    heads: list[Token] = [*_parted_before(head)]
    asked, seen = [head], {head.i}
    for token in asked:
        if token in heads:
            continue
        strayed = _strayed_name(token)
        heads.append(strayed or token)
        for partner in _partners(token if strayed is None else strayed):
            if partner.i not in seen:
                seen.add(partner.i)
                asked.append(partner)
    return heads


def _partners(token: Token) -> Iterator[Token]:
    """Who the parse joins to one speaker, or to the name or description beside it."""
    name = name_apposed(token)
    behind = names_behind_offices(token.doc).get(token.i)
    for one in (token, name, behind.root if behind is not None else None):
        if one is not None:
            yield from (child for child in one.rights if child.dep_ == "conj")
    for child in token.rights:
        if child.dep_ != "appos":
            continue
        listed = child.pos_ == token.pos_ == "PROPN" and child.ent_type_ == "PERSON"
        if _has_own_name(child) or (listed and any(part.dep_ == "cc" for part in child.rights)):
            yield child  # Ann Lee, [her deputy Tom Park] and …
        if child.pos_ == "NOUN":  # Ann Lee, head of the club, and [Tom Park]
            yield from (further for further in child.rights if _is_set_off(further))
        if behind is not None and child.i in names_behind_offices(child.doc):
            yield child  # Mayor of Ash Ann Lee and [Mayor of Elm Tom Park]


def _is_set_off(name: Token) -> bool:
    """Is this a name behind a comma and "and"?"""
    start = name.left_edge.i
    return (
        name.dep_ == "conj"
        and name.pos_ == "PROPN"
        and start > 1
        and name.doc[start - 1].dep_ == "cc"
        and name.doc[start - 2].text == ","
    )


def _strayed_name(role: Token) -> Token | None:
    """The name right behind a role, whoever the parser hung it under.

    "Mayor Ann Lee and fire chief Tom [Park]" has Park as what Lee is called.
    """
    if not _is_role(role) or next(_names_under(role), None) is not None:
        return None
    doc, end = role.doc, role.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ in {"PERSON", ""}:
        end += 1
    return doc[end - 1] if end - 1 > role.i else None


def _has_own_name(apposed: Token) -> bool:
    """Is this no description of the one before but another one, with a name right behind it?"""
    names = (name.left_edge.i for name in _names_under(apposed))
    return _is_role(apposed) and apposed.i + 1 in names


def _parted_before(head: Token) -> Iterator[Token]:
    """The first speaker where the parser made it a part of the second's name.

    "Director Ann [Lee] and councillor Tom Park" has Lee as a title of Park.
    """
    for child in head.lefts:
        named = child.dep_ == "nmod" and child.ent_type_ == "PERSON"
        if named and any(further.dep_ == "cc" for further in child.rights):
            yield child


def _is_role(token: Token) -> bool:
    return token.pos_ == "NOUN" and bare_title(token.lower_) in PERSON_NOUNS
