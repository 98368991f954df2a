"""Names as they stand in a passage: where one begins, and what kind of speaker it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from spacy.attrs import LOWER, POS
from spacy.strings import StringStore
from spacy.symbols import PROPN
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..joined_titles import bare_title
from ..particles import WORDS, without_glued
from ..records import SpeakerKind
from ..syntax import SUBJECTS, entities_of, tokens_with
from .drafts import Passage
from .lexicon.given_names import FEMININE_NAMES, GIVEN_NAMES, MASCULINE_NAMES
from .lexicon.titles import (
    BODIES_BY_INITIALS,
    BODIES_TOO,
    CALLED_BY_NOUN,
    FEMININE,
    FIRMS,
    INITIALS,
    MASCULINE,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    ROLE_FORMS,
    TITLES,
)
from .roles import introduces
from .titled import is_title, names_behind_offices, title_of

KINDS: dict[str, SpeakerKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "WORK_OF_ART": "document",
    "LAW": "document",
}
_TOLD_IN_HEADLINES = frozenset({"say", "see", "urge", "warn", "tell", "vow", "deny", "insist"})
_SHORTEST_SURNAME = 4  # letters of a label in capitals
_VOWELS = frozenset("AEIOUYÄÖÜÉÈÅØ")
_POSSESSIVE = re.compile(r"(?:['’]s?|['’])$")
_NO_NAME = {"'s", "’s", "'", "’", ",", "-"}
_AROUND = ',"“”―—–'
_ARTICLES = frozenset({"the", "a", "an"})
_PROPER = frozenset({PROPN})
_PERSONAL = TITLES & PERSON_NOUNS
_BODIES = ORGANISATION_NOUNS - PERSON_NOUNS
_ONLY_PERSONS = PERSON_NOUNS - BODIES_TOO
_PERHAPS: frozenset[SpeakerKind | None] = frozenset({"organisation", "place", "unknown"})
_PERSONS_OR_BODIES = frozenset({"PERSON", "ORG"})
_GIVEN_NAMES_APART = frozenset({"PERSON", "ORG", "GPE"})
_MISTAKEN = {"", "PRODUCT", "EVENT"}  # labels that names of persons and firms get by mistake


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in a passage; its words are free of titles."""

    passage: Passage
    span: TokenSpan
    words: tuple[str, ...]
    kind: SpeakerKind


def plain_name(words: Sequence[str], kind: SpeakerKind) -> tuple[str, ...]:
    """The words of a name without article, a person's titles and a possessive ending.

    ["President", "Ann", "Lee's"] gives ("Ann", "Lee"); "(" and what follows are left out.
    """
    kept = list(takewhile(lambda word: word[0] != "(", words))
    kept = [bare for word in kept if (bare := word.strip(_AROUND)) and bare not in _NO_NAME]
    leading = _ARTICLES | TITLES if kind in {"person", "unknown"} else _ARTICLES
    while len(kept) > 1 and (
        bare_title(kept[0].rstrip(".").lower()) in leading or _is_in_initials(*kept[:2])
    ):
        kept.pop(0)
    if kind == "person" and len(kept) > 2 and kept[0].lower() in PERSON_NOUNS:  # Farmer Ann Lee
        kept.pop(0)
    if kind == "person" and len(kept) > 1 and _is_headlines_verb(kept[-1]):  # Reed Says
        kept.pop()
    if kept:
        kept[-1] = _POSSESSIVE.sub("", kept[-1]) or kept[-1]
    return tuple(kept)


def _is_headlines_verb(word: str) -> bool:
    """Is it what a headline in capitals says somebody does: "Reed [Says]", "Reed [Speech]"?"""
    return word == "Speech" or (word.endswith("s") and word[:-1].lower() in _TOLD_IN_HEADLINES)


def short_forms(body: tuple[str, ...]) -> Iterator[str]:
    """What a body with this name may be called for short.

    Its noun: "Church" of "Church of the Open Door", "Commission" of "Fisheries Commission"; or
    what stands before the form of its firm: "Veltrix" of "Veltrix Inc".
    """
    head = next((at for at, word in enumerate(body) if word in {"of", "for"}), len(body))
    noun = body[head - 1]
    if len(body) > 1 and head and noun.lower() in ORGANISATION_NOUNS | CALLED_BY_NOUN:
        yield noun
    if len(body) > 1 and body[-1].rstrip(".").lower() in FIRMS:
        yield " ".join(body[:-1])


def _is_in_initials(title: str, following: str) -> bool:
    """Is the first a title in initials: "DA" in "DA Lee", not in "DA SILVA"?"""
    return title in INITIALS and not following.isupper()


def read_names(passages: Iterable[Passage]) -> Iterator[Named]:
    """The names of the passages as they stand, in the order of the text."""
    for passage in passages:
        behind = [*names_behind_offices(passage.doc).values(), *_bodies(passage)]
        entities, held = entities_of(passage.doc), set[int]()
        if behind:
            held.update(number for name in behind for number in range(name.start, name.end))
            entities = tuple(e for e in entities if held.isdisjoint(range(e.start, e.end)))
        found = [
            *behind,
            *map(_whole, map(_with_particles, map(_with_form, map(_labelled, entities)))),
            *(name for name in (*_titled(passage), *_unknown(passage)) if name.end - 1 not in held),
        ]
        for entity in sorted(found):
            kind = _kind(entity)
            if kind is None:
                continue
            words = plain_name(entity.text.split(), kind)
            if not words or not (without_glued(words[-1])[:1].isupper() or words[-1] == "plc"):
                continue
            yield Named(passage, entity, words, kind)


def gender_before(name: TokenSpan) -> str | None:
    """What the words at the head of a name tell: "Mrs. Lee", "her brother Tom"."""
    for token in name.doc[max(0, name.start - 1) : name.start + 1]:
        title = token.lower_.rstrip(".")
        if title in FEMININE or title in MASCULINE:
            return "she" if title in FEMININE else "he"
    return None


def gender_of(given: str) -> str | None:
    given = given.lower()
    return "she" if given in FEMININE_NAMES else "he" if given in MASCULINE_NAMES else None


def _kind(entity: TokenSpan) -> SpeakerKind | None:
    """The kind of speaker that an entity is; None if it is none.

    It is what the recogniser says, except that "Karin Holt" is no organisation.
    """
    kind = KINDS.get(entity.label_, "unknown" if entity.label_ in _MISTAKEN else None)
    before = entity.doc[entity.start - 1] if entity.start else None
    given = len(entity) > 1 and entity[0].lower_ in GIVEN_NAMES
    if is_introduced_body(entity):
        return "organisation"
    if " " in entity[-1].text:  # "von der Leyen" is nobody's place
        return "person"
    if len(entity) > 1 and _has_short_title(entity):
        return "person"
    if kind == "person" and _has_article(entity):  # the Ash Herald
        return "organisation"
    if kind in _PERHAPS and _is_described_as_person(entity):
        return "person"
    if kind not in {"organisation", "unknown"} or entity.root.lower_ in ORGANISATION_NOUNS:
        return kind
    kin = before is not None and before.lower_ in FEMININE | MASCULINE
    titled = before is not None and before.is_title and is_title(before)
    return "person" if titled or given or kin else kind


def _is_described_as_person(entity: TokenSpan) -> bool:
    """Does what stands in apposition make it a person's: "Marin, the defence minister"?"""
    if entity.end == len(entity.doc) or not entity.doc[entity.end].is_punct:
        return False
    apposed = (child for child in entity.root.rights if child.dep_ == "appos")
    return any(
        child.pos_ == "NOUN" and bare_title(child.lower_) in _ONLY_PERSONS for child in apposed
    )


def _has_article(entity: TokenSpan) -> bool:
    """Does "the" stand in front of it, as before no person: "the Ash Herald"?"""
    doc = entity.doc
    first = entity[0].lower_ == "the" or (
        entity.start > 0 and doc[entity.start - 1].lower_ == "the"
    )
    whole = entity.end == len(doc) or doc[entity.end].pos_ not in {"NOUN", "PROPN", "PART"}
    return first and whole and entity[-1].tag_ == "NNP" and entity[0].lower_ not in GIVEN_NAMES


def _has_short_title(entity: TokenSpan) -> bool:
    """Does the name begin with a title in a short form: "Supt. Lee", "DA Lee"?"""
    if _is_in_initials(entity[0].text, entity[1].text):
        return True
    return entity[0].text.istitle() and entity[0].lower_.rstrip(".") in ROLE_FORMS


def is_introduced_body(entity: TokenSpan) -> bool:
    """Whether the word before makes the name one of a body: "the trade union Verdi"."""
    before = entity.doc[entity.start - 1] if entity.start else None
    if before is None or before.lower_ not in _BODIES or not introduces(before, entity):
        return False
    if title_of(entity) is not None:  # Chief of Police Ann Lee
        return False
    return len(entity) == 1 or entity[0].lower_ not in GIVEN_NAMES


def _with_form(entity: TokenSpan) -> TokenSpan:
    """A firm's name with the form that the recogniser left out: "[Kestrel Foods] plc"."""
    doc, end = entity.doc, entity.end
    if entity.label_ != "ORG" or end == len(doc) or doc[end].ent_type_:
        return entity
    form = doc[end].lower_.rstrip(".")
    told = form in FIRMS and (doc[end].text[0].isupper() or form == "plc")
    return TokenSpan(doc, entity.start, end + 1, label="ORG") if told else entity


def _labelled(entity: TokenSpan) -> TokenSpan:
    """The name in capitals with what the recogniser left out of it: "MAYOR [ADA LIND]:"."""
    doc, end = entity.doc, entity.end
    if entity.label_ != "PERSON" or not all(token.is_upper for token in entity):
        return entity
    while end < len(doc) and doc[end].is_upper and doc[end].is_alpha and not doc[end].ent_type_:
        end += 1
    whole = end > entity.end and end < len(doc) and doc[end].text == ":"
    return TokenSpan(doc, entity.start, end, label="PERSON") if whole else entity


def _with_particles(entity: TokenSpan) -> TokenSpan:
    """The name with particles and given names that the recogniser left out: "[Guus ten] Brink"."""
    doc, start = entity.doc, entity.start
    if entity.label_ not in _PERSONS_OR_BODIES:
        return entity
    while start > 0 and doc[start - 1].lower_ in WORDS:
        start -= 1
    if start == 0 or not any(token.lower_ in WORDS for token in doc[start : entity.end - 1]):
        return entity
    if doc[start].lower_ in WORDS and _may_be_given(doc[start - 1]):
        start -= 1
    elif entity.label_ != "PERSON":
        return entity
    while start > 0 and doc[start - 1].lower_ in GIVEN_NAMES and _may_be_given(doc[start - 1]):
        start -= 1
    return TokenSpan(doc, start, entity.end, label="PERSON")


def _may_be_given(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[0].isupper()
        and token.ent_type_ in _PERSONS_OR_BODIES | {""}
        and not is_title(token)
    )


def _whole(entity: TokenSpan) -> TokenSpan:
    """The name with the given name that the recogniser left out: "Mayor Berit [Lund]".

    A title before it tells, or a given name that is known, or a description of a person: "a
    baker, Ilka [Sorn]".
    """
    doc, start = entity.doc, entity.start
    if len(entity) > 1 or entity.label_ not in _GIVEN_NAMES_APART:
        return entity
    while start > 0 and _is_given(doc[start - 1], entity):
        start -= 1
    if start == entity.start:
        return entity
    known = all(token.lower_ in GIVEN_NAMES for token in doc[start : entity.start])
    described = entity.root.dep_ == "appos" and _is_person_noun(entity.root.head)
    titled = start > 0 and is_title(doc[start - 1]) and entity.label_ == "PERSON"
    if not (known or described or titled):
        return entity
    return TokenSpan(doc, start, entity.end, label="PERSON")


def _bodies(passage: Passage) -> Iterator[TokenSpan]:
    """The bodies that the recogniser missed: "the Trust for Urban Gardens"."""
    doc = passage.doc
    for noun in tokens_with(doc, LOWER, _hashes_of_bodies(doc.vocab.strings)):
        number = noun.i + 1
        if (
            not noun.is_title
            or noun.ent_type_
            or doc[number : number + 1].text not in {"of", "for"}
        ):
            continue
        number += 2 if doc[number + 1 : number + 2].text == "the" else 1
        end = number
        while end < len(doc) and doc[end].is_title and doc[end].ent_type_ != "PERSON":
            end += 1
        if end > number:
            yield TokenSpan(doc, noun.i, end, label="ORG")


def _is_person_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and bare_title(token.lower_) in PERSON_NOUNS


def _is_given(token: Token, surname: TokenSpan) -> bool:
    return (
        token.pos_ == "PROPN"
        and not token.ent_type_
        and not is_title(token)
        and (token.head == surname.root)
    )


def _titled(passage: Passage) -> Iterator[TokenSpan]:
    """The persons that the entity recogniser missed behind a title: "Queen Margrethe"."""
    doc = passage.doc
    for title in tokens_with(doc, LOWER, _hashes(doc.vocab.strings)):
        end = title.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_:
            end += 1
        name = doc[title.i + 1 : end]
        held = len(name) and name.root == title.head and name.root.lower_ not in TITLES
        if held and title.is_title:
            yield name


def _unknown(passage: Passage) -> Iterator[TokenSpan]:
    """The subjects with a name that the recogniser missed and no title tells: "Nordfisk"."""
    for token in tokens_with(passage.doc, POS, _PROPER):
        if token.dep_ in SUBJECTS and not token.ent_type_ and not is_title(token):
            start = token.i
            while start > 0 and passage.doc[start - 1].pos_ == "PROPN":
                start -= 1
            if not any(word.ent_type_ or is_title(word) for word in passage.doc[start : token.i]):
                yield passage.doc[start : token.i + 1]


@lru_cache(maxsize=4)
def _hashes(strings: StringStore) -> frozenset[int]:
    return frozenset(strings.add(word) for word in _PERSONAL)


@lru_cache(maxsize=4)
def _hashes_of_bodies(strings: StringStore) -> frozenset[int]:
    return frozenset(strings.add(word) for word in _BODIES | CALLED_BY_NOUN)


def reads_as_surname(label: str) -> bool:
    """Is the label in capitals no initials: "HOLT", not "WHO", "BBC" or "NATO"?"""
    vowels = not _VOWELS.isdisjoint(label)
    return len(label) >= _SHORTEST_SURNAME and vowels and label not in BODIES_BY_INITIALS
