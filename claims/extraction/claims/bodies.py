"""For which firm or authority somebody speaks, as their title says: "a spokesman for Halden"."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..speech import KINDS_OF_BODIES
from ..syntax import entities_in
from .found import Found

_SPEAKING_FOR = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "executive", "ceo", "chairman", "chairwoman"}
    | {"chairperson", "chair", "head", "leader", "founder", "co-founder", "director", "manager"}
    | {"boss", "president"}
)
_LONGEST = 30  # tokens of a name with its titles
_OWNER = re.compile(r"(?:['’]s|['’])$")


class Bodies:
    """Whom the speakers of an article speak for, by their names."""

    def __init__(self, found: Found) -> None:
        self._of: dict[str, str] = {}
        persons = {
            word
            for attribution in found.attributions
            if attribution.speaker and attribution.speaker.kind == "person"
            for name in attribution.speaker.names
            for word in name.split()
        }
        for attribution in found.attributions:
            speaker = attribution.speaker
            if speaker is None or speaker.kind != "person" or not speaker.name:
                continue
            tokens = found.layout.tokens(speaker)
            body = _body_of(tokens) if tokens is not None else None
            if body is not None and body not in persons:  # "Halden spokesman", of Mr Halden
                self._of.setdefault(speaker.name, body)

    def of(self, name: str | None) -> str | None:
        """The body for which who has this name speaks; ``None`` where the text does not say."""
        return self._of.get(name) if name else None


def _body_of(speaker: TokenSpan) -> str | None:
    """ "[Halden Marine] spokeswoman Karin Moe", "Jon Dahl, director of [Halden Marine]"."""
    head = speaker.root
    if head.dep_ == "appos":
        head = head.head
    phrase = head.doc[head.left_edge.i : head.right_edge.i + 1]
    if len(phrase) > _LONGEST or not any(_speaks_for(token) for token in phrase):
        return None
    bodies = [entity for entity in entities_in(phrase) if entity.label_ == "ORG"]
    names = {_OWNER.sub("", body.text).removeprefix("the ") for body in bodies}
    if len(names) != 1 or not all(map(_is_whole, bodies)):
        return None
    name = names.pop()
    return None if name.lower() in KINDS_OF_BODIES else name  # "[Council] leader Ada Reed"


def _is_whole(body: TokenSpan) -> bool:
    """Is it all of a name: "[Northern Rail] spokesman", not "the [Halden] works council"?"""
    root = body.root
    return (
        root.dep_ not in {"compound", "nmod", "amod"}
        or _speaks_for(root.head)
        or (root.head.pos_ == "PROPN" and root.head.ent_type_ == "PERSON")
    )


def _speaks_for(token: Token) -> bool:
    return token.lemma_.lower() in _SPEAKING_FOR
