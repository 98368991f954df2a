"""Who passes on what somebody said: "The agency quoted the mayor as saying that it works"."""

from __future__ import annotations

from spacy.tokens import Token

from .drafts import Draft, Passage, cue_span, noun_phrase, quoting_verb


def passed_on(verb: Token) -> Token | None:
    """The verb of who is quoted, if this is a medium's: "quoted him as [saying]"."""
    for child in verb.rights:
        if child.lower_ == "as":
            return next((inner for inner in child.rights if quoting_verb(inner) == verb), None)
    return None


def medium_of(passage: Passage, verb: Token, draft: Draft) -> Draft | None:
    """The medium's attribution of what this draft has, None where no medium is named.

    "The mayor was quoted as saying" names none, "quoted by the agency as saying" does.
    """
    quoting = quoting_verb(verb)
    if quoting is None:
        return None
    medium = next((child for child in quoting.lefts if child.dep_ == "nsubj"), None)
    medium = medium or _agent(quoting) or _agent(verb)
    if medium is None:
        return None
    cue = cue_span(passage, quoting)
    return Draft("asserts", cue, draft.content, noun_phrase(passage, medium), firm=True)


def _agent(verb: Token) -> Token | None:
    """Who does it: "quoted by [the agency]"."""
    by = next((child for child in verb.rights if child.lower_ == "by"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by else None
