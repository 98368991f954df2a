"""For which firm or authority somebody speaks, as their title says: "a spokesman for Halden"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ..speech import KINDS_OF_BODIES
from ..syntax import entities_in, entities_of
from .found import Found

_SPEAKING_FOR = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "executive", "ceo", "chairman", "chairwoman"}
    | {"chairperson", "chair", "head", "leader", "founder", "co-founder", "director", "manager"}
    | {"boss", "president"}
)
_LONGEST = 30  # tokens of a name with its titles
# By what the recogniser takes the body for: nobody runs a person
_LEADING = {"ORG": {"run", "lead", "head", "chair"}, "PERSON": {"run"}}
_ABOUT = re.compile(r"^About ([A-Z][\w&'’. -]{2,40}?):?[ \t]*$", re.MULTILINE)  # of a release
_OWNER = re.compile(r"(?:['’]s|['’])$")


class Bodies:
    """Whom the speakers of an article speak for, by their names."""

    def __init__(self, found: Found) -> None:
        self._of: dict[str, str] = {}
        issuer = _ABOUT.search(found.article.text)
        self._issuer = issuer[1] if issuer and found.article.text.count(issuer[1]) > 1 else None
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
            body = _body_of(tokens, self._issuer) if tokens is not None else None
            if body is not None and body not in persons:  # "Halden spokesman", of Mr Halden
                self._of.setdefault(speaker.name, body)
        for paragraph in found.article.paragraphs:
            for person, body in _led(paragraph.doc):
                self._of.setdefault(person, body)

    def of(self, name: str | None) -> str | None:
        """The body for which who has this name speaks; ``None`` where the text does not say."""
        return self._of.get(name) if name else None


def _led(doc: Doc) -> Iterator[tuple[str, str]]:
    """Who leads what, as it is said of them: "Jon Dahl [runs] Halden Marine"."""
    for body in entities_of(doc):
        verb = body.root.head
        led = verb.lemma_ in _LEADING.get(body.label_, ())
        if not led or body.root.dep_ != "dobj":
            continue
        for who in (child for child in verb.lefts if child.dep_ == "nsubj"):
            name = next((found for found in entities_of(doc) if who in found), None)
            if verb.tag_ == "VBZ" and name is not None and name.label_ == "PERSON":
                yield name.text, body.text.removeprefix("the ")


def _body_of(speaker: TokenSpan, issuer: str | None) -> str | None:
    """ "[Halden Marine] spokeswoman Karin Moe", "Jon Dahl, director of [Halden Marine]".

    ``issuer`` is whose release it is: of "Jon Dahl, chief executive" alone.
    """
    head = speaker.root
    if head.dep_ == "appos":
        head = head.head
    phrase = head.doc[head.left_edge.i : head.right_edge.i + 1]
    if len(phrase) > _LONGEST or not any(_speaks_for(token) for token in phrase):
        return None
    bodies = [entity for entity in entities_in(phrase) if entity.label_ == "ORG"]
    if not bodies and issuer and any(map(_stands_alone, phrase)):
        return issuer
    names = {_OWNER.sub("", body.text).removeprefix("the ") for body in bodies}
    if len(names) != 1 or not all(map(_is_whole, bodies)):
        return None
    name = names.pop()
    return None if name.lower() in KINDS_OF_BODIES else name  # "[Council] leader Ada Reed"


def _stands_alone(token: Token) -> bool:
    """Is it a title that does not say of what: "chief [executive]", not "head of sales"?"""
    around = {child.dep_ for child in token.children}
    return _speaks_for(token) and around.isdisjoint({"prep", "poss"})


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
