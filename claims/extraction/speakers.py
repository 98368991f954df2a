"""Who a speaker is: pronouns, surnames and roles resolved within the article."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from .drafts import Draft, Passage, joint, name_apposed
from .lexicon.titles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    QUANTIFIERS,
)
from .names import KINDS, NameBook, plain_name, role_of
from .records import Span, SpeakerKind, SpeakerSpan

_SPEAKING = {"i", "me", "we", "us"}
_RELATIVE = {"who", "which", "that", "whom"}
_MANY = {"they", "them", "their", "we", "our", "us", "many", "some", "most", "few", "others"}
_ONE_PERSON = {"he", "she", "him", "her", "his"}
_INDEFINITE = {
    "a",
    "an",
    "one",
    "another",
    "some",
    "several",
    "many",
    "few",
    "two",
    "three",
    "any",
    "no",
    "most",
}


_DEEPEST = 2  # who → the man who → …: antecedents and owners looked up in a row


@dataclass(frozen=True, slots=True)
class Identity:
    """Who someone is: a name, or ``None`` for the anonymous, and a kind."""

    name: str | None
    kind: SpeakerKind


class SpeakerResolver:
    """Resolves the speakers of one article's drafts."""

    def __init__(self, passages: list[Passage]) -> None:
        self._names = NameBook(passages)

    def speaker(self, draft: Draft) -> SpeakerSpan | None:
        """The draft's speaker, named as fully as the article names them."""
        phrase = draft.speaker
        if phrase is None:
            return None
        doc = phrase.passage.doc
        span = phrase.passage.paragraph.span(doc[phrase.start : phrase.end])
        identities = [self._identity(phrase.passage, head) for head in joint(phrase.head)]
        names = tuple(identity.name for identity in identities if identity.name)
        complete = len(names) == len(identities)
        if draft.floating and names and complete:
            later = self._names.last_of(names[0], draft.content[0][0])
            if later is not None and later.offset > span.start:
                span = Span(later.offset, later.offset + len(later.text), later.text)
        kind = identities[0].kind if len(identities) == 1 else "group"
        return SpeakerSpan(
            span.start, span.end, span.text, " and ".join(names) if complete else None, kind, names
        )

    def _identity(self, passage: Passage, head: Token, depth: int = 0) -> Identity:
        """Who the noun phrase with this head is."""
        word = head.text if _is_acronym(head) else head.lower_
        offset = passage.paragraph.start + head.idx
        if word in _ONE_PERSON:
            return Identity(self._names.person(head, passage), "person")
        if word in _RELATIVE and depth < _DEEPEST:
            antecedent = _antecedent(head)
            if antecedent is None:
                return Identity(None, "unknown")
            return self._identity(passage, antecedent, depth + 1)
        if word in {"it", "its"}:
            last = self._names.last({"organisation", "place"}, offset)
            return Identity(last.name, last.kind) if last else Identity(None, "unknown")
        if head.pos_ == "PRON" and not _is_acronym(head) and name_apposed(head) is None:
            return Identity(None, "group" if word in _MANY else "unknown")
        return self._named(passage, head) or self._described(passage, head, offset)

    def _named(self, passage: Passage, head: Token) -> Identity | None:
        """A name: "Prime Minister Ann Lee", "the Treasury", "Ukraine's Air Force"."""
        bearer = name_apposed(head) or head
        entity = _entity_at(passage, bearer)
        kind: SpeakerKind = KINDS[entity.label_] if entity is not None else "unknown"
        if entity is None and not self._looks_named(bearer):
            return None
        words = plain_name([token.text for token in entity or _proper_words(bearer)], kind)
        if not words or (bearer.lower_ in PERSON_NOUNS and len(words) == 1):
            return None
        personal = bearer != head and head.lower_ in PERSON_NOUNS
        if personal or (kind != "group" and self._names.is_person(words)):
            kind = "person"
        elif kind == "unknown" and self._names.is_short(words):
            kind = "organisation"
        name = self._names.fullest(words, kind)
        if kind in {"organisation", "unknown"}:
            name = self._with_owner(passage, bearer, name)
        return Identity(name, kind)

    def _looks_named(self, head: Token) -> bool:
        return head.pos_ == "PROPN" or _is_acronym(head) or self._names.is_person((head.text,))

    def _with_owner(self, passage: Passage, head: Token, name: str) -> str:
        """The name with its owner's: "the country's Air Force" -> "Ukraine's Air Force"."""
        owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
        if owner is None or owner.text in name:
            return name
        holder = self._identity(passage, owner, _DEEPEST).name
        return f"{holder}'s {name}" if holder else name

    def _described(self, passage: Passage, head: Token, offset: int) -> Identity:
        """A role, an organisation or a document: "the chancellor", "the German government"."""
        kind = kind_of(head)
        if kind == "person":
            return Identity(self._bearer(head, offset), kind)
        if head.lower_ in PLACE_NOUNS:
            last = self._names.last({"place"}, offset)
            return Identity(last.name if last else None, "place")
        if kind == "document" and (author := _author(head)) is not None:
            return Identity(self._identity(passage, author, _DEEPEST).name, kind)
        if any(child.lower_ in _INDEFINITE for child in head.lefts):
            return Identity(None, kind)
        return Identity(self._own_name(passage, head, kind, offset), kind)

    def _bearer(self, head: Token, offset: int) -> str | None:
        """Who "the chancellor" is; "a chancellor" could be anyone."""
        if head.pos_ != "PROPN" and not any(child.lower_ == "the" for child in head.lefts):
            return None
        return self._names.bearer(role_of(head), offset) or self._names.bearer(head.lower_, offset)

    def _own_name(
        self, passage: Passage, head: Token, kind: SpeakerKind, offset: int
    ) -> str | None:
        """The description itself where it holds a name: "the German government", "Lee's office"."""
        owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
        lefts = [child for child in head.lefts if child.dep_ in {"compound", "amod", "nmod"}]
        own = [token.text for child in lefts for token in child.subtree] + [head.text]
        if owner is not None:
            holder = self._identity(passage, owner, _DEEPEST).name
            return f"{holder}'s {' '.join(own)}" if holder else None
        if any(
            token.ent_type_ or token.pos_ == "PROPN" for child in lefts for token in child.subtree
        ):
            return " ".join(own)
        if kind == "organisation" and not lefts:
            return self._names.organisation(head.lower_, offset)
        return None


def _is_acronym(token: Token) -> bool:
    """WHO and US are names, who and us are not."""
    return len(token.text) > 1 and token.text.isupper()


def _entity_at(passage: Passage, token: Token) -> TokenSpan | None:
    entities = (e for e in passage.doc.ents if e.start <= token.i < e.end and e.label_ in KINDS)
    return next(entities, None)


def _proper_words(head: Token) -> list[Token]:
    """A name that the entity recogniser missed: the proper nouns before its head, and the head."""
    before = (child for child in head.lefts if child.pos_ == "PROPN" and child.dep_ != "poss")
    return [*before, head]


def _author(document: Token) -> Token | None:
    """Whose report it is: "a statement from the ministry", "a study by the university"."""
    for child in document.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"from", "by"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _antecedent(relative: Token) -> Token | None:
    """The noun that "who" stands for."""
    verb = relative.head
    while verb.dep_ not in {"relcl", "ROOT"}:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def kind_of(head: Token) -> SpeakerKind:
    """What kind of speaker a common noun names."""
    word, lemma = head.lower_, head.lemma_.lower()
    if lemma in QUANTIFIERS:  # "a number of officials"
        of = next((child for child in head.rights if child.lower_ == "of"), None)
        return "group" if of is not None else "unknown"
    if word in PLACE_NOUNS:
        return "place"
    if word in GROUP_NOUNS:
        return "group"
    if word in DOCUMENT_NOUNS or lemma in DOCUMENT_NOUNS:
        return "document"
    if word in ORGANISATION_NOUNS or lemma in ORGANISATION_NOUNS:
        return "organisation"
    if word in PERSON_NOUNS:
        return "person"
    if head.tag_ in {"NNS", "NNPS"}:
        return "group"
    return "person" if lemma in PERSON_NOUNS else "unknown"
