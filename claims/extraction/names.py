"""The names in an article: which forms are one person's, and who was mentioned last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from spacy.attrs import LOWER
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from .drafts import SUBJECTS, Passage, sentence_of, tokens_with
from .lexicon.titles import COMPANY_NOUNS, FEMININE, MASCULINE, PERSON_NOUNS, TITLES
from .records import SpeakerKind

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
_POSSESSIVE = re.compile(r"(?:['’]s?|['’])$")
_NO_NAME = {"'s", "’s", "'", "’", ",", '"', "“", "”"}
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = ("he", "she")
_NOMINATIVE = {"him": "he", "his": "he", "her": "she", "hers": "she"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone named at an offset of the article, or by a pronoun or role already resolved."""

    offset: int
    text: str
    sentence: int
    name: str
    kind: SpeakerKind
    subject: bool


def plain_name(words: Sequence[str], kind: SpeakerKind) -> tuple[str, ...]:
    """The words of a name without article, a person's titles and a possessive ending.

    ["President", "Ann", "Lee", "'s"] gives ("Ann", "Lee"); "(" and what follows are left out.
    """
    kept = list(takewhile(lambda word: word != "(", words))
    kept = [word for word in kept if word not in _NO_NAME]
    leading = _ARTICLES | TITLES if kind in {"person", "unknown"} else _ARTICLES
    while len(kept) > 1 and kept[0].rstrip(".").lower() in leading:
        kept.pop(0)
    if kept:
        kept[-1] = _POSSESSIVE.sub("", kept[-1]) or kept[-1]
    return tuple(kept)


def _one_initial(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Could these be one person's: "Lee" and "Ann Lee", "A. Lee" and "Ann Lee"?"""
    return len(words) == 1 or longer[0][0] == words[0][0]


class NameBook:
    """Every name of the article with its place, merged into the fullest form of each."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self._forms: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self._entities = list(self._read())

    def _read(self) -> Iterable[tuple[Passage, TokenSpan, tuple[str, ...], SpeakerKind]]:
        for passage in self.passages:
            for entity in passage.doc.ents:
                kind = KINDS.get(entity.label_)
                if kind is None:
                    continue
                if entity.end_char <= passage.lead_in:  # "OSLO, May 4 (Reuters) -"
                    kind = "place"
                words = plain_name([token.text for token in entity if not token.is_space], kind)
                if not words or not words[-1][:1].isupper():
                    continue
                self._forms[kind][words] += 1
                yield passage, entity, words, kind

    def fullest(self, words: tuple[str, ...], kind: SpeakerKind) -> str:
        """The longest form in the article that this name is a part of."""
        if kind == "person":
            return self._fullest_person(words)
        return self._fullest_other(words, kind)

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Is this the name, or the surname, of somebody the article calls a person?"""
        return words in self._forms["person"] or (len(words) == 1 and words[0] in self._by_last)

    def _fullest_person(self, words: tuple[str, ...]) -> str:
        longer = [form for form in self._by_last.get(words[-1], ()) if len(form) > len(words)]
        same = [form for form in longer if _one_initial(form, words)]
        if not same and len(words) == 1:
            same = [form for form in self._by_first.get(words[0], ()) if len(form) > 1]
        if not same:
            return " ".join(words)
        forms = self._forms["person"]
        fullest: tuple[str, ...] = max(same, key=lambda form: (forms[form], len(form)))
        return " ".join(fullest)

    @cached_property
    def _by_last(self) -> dict[str, list[tuple[str, ...]]]:
        return self._persons_by(-1)

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        return self._persons_by(0)

    def _persons_by(self, position: int) -> dict[str, list[tuple[str, ...]]]:
        """The persons' names by their last (-1) or first (0) word."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for form in self._forms["person"]:
            found[form[position]].append(form)
        return found

    def _fullest_other(self, words: tuple[str, ...], kind: SpeakerKind) -> str:
        text = " ".join(words)
        return self._long_forms.get(text, text) if kind == "organisation" else text

    def is_short(self, words: tuple[str, ...]) -> bool:
        """Are these the initials of an organisation that the article names in full?"""
        return " ".join(words) in self._long_forms

    @cached_property
    def _long_forms(self) -> dict[str, str]:
        """The organisations' names by their initials: "WHO" -> "World Health Organization"."""
        return {
            "".join(word[0] for word in form if word[0].isupper()): " ".join(form)
            for form in self._forms["organisation"]
            if len(form) > 1
        }

    @cached_property
    def roles(self) -> dict[str, list[tuple[int, str]]]:
        """Role nouns with whom they stand beside: "mayor" -> [(offset, "Ann Lee")]."""
        roles: dict[str, list[tuple[int, str]]] = {}
        for passage, entity, words, kind in self._entities:
            if kind != "person":
                continue
            name = self.fullest(words, kind)
            for noun in self._titles_of(entity):
                roles.setdefault(noun, []).append(
                    (passage.paragraph.start + entity.start_char, name)
                )
        return roles

    def _titles_of(self, entity: TokenSpan) -> Iterable[str]:
        """The role nouns before the name, in apposition to it, or said of it."""
        doc = entity.doc
        number = entity.start - 1
        before: list[str] = []
        while number >= 0 and doc[number].lower_.rstrip(".") in PERSON_NOUNS:
            before.append(doc[number].lower_.rstrip("."))
            yield before[-1]
            number -= 1
        if len(before) > 1:
            yield " ".join(reversed(before))
        root = entity.root
        for child in root.children:
            if child.dep_ == "appos":
                yield child.lemma_.lower()
        if root.dep_ == "appos" and root.head.pos_ == "NOUN":
            yield root.head.lemma_.lower()
        if root.dep_ == "nsubj" and root.head.lemma_ == "be":
            yield from (
                child.lemma_.lower() for child in root.head.children if child.dep_ == "attr"
            )

    def bearer(self, role: str, offset: int) -> str | None:
        """Who bears this role: named with it last before the offset, else its only bearer."""
        bearers = self.roles.get(role, [])
        before = [name for place, name in bearers if place < offset]
        if before:
            return before[-1]
        return bearers[0][1] if len({name for _, name in bearers}) == 1 else None

    @cached_property
    def mentions(self) -> list[Mention]:
        """Everyone mentioned outside quotations, in the order of the text.

        "He" and "she" as subjects count as mentions of whom they stand for.
        """
        found: list[Mention] = []
        at: dict[int, list[tuple[TokenSpan, tuple[str, ...], SpeakerKind]]] = defaultdict(list)
        for passage, entity, words, kind in self._entities:
            at[passage.number].append((entity, words, kind))
        for passage in self.passages:
            named = {entry[0].root.i: entry for entry in at[passage.number]}
            for token in self._candidates(passage, named):
                if not passage.outside(token):
                    continue
                if token.i in named:
                    entity, words, kind = named[token.i]
                    kind = "person" if len(words) == 1 and self.is_person(words) else kind
                    name: str | None = self.fullest(words, kind)
                else:
                    entity, kind = passage.doc[token.i : token.i + 1], "person"
                    name = self._who(token, passage, found)
                if name is not None:
                    found.append(_mention(passage, entity, name, kind))
        return found

    def _candidates(self, passage: Passage, named: Iterable[int]) -> list[Token]:
        """The tokens that may mention someone: names, roles, "he" and "she" as subjects."""
        spoken_of = tokens_with(passage.doc, LOWER, self._hashes)
        numbers = {*named, *(token.i for token in spoken_of)}
        return [passage.doc[number] for number in sorted(numbers)]

    @cached_property
    def _hashes(self) -> frozenset[int]:
        strings = self.passages[0].doc.vocab.strings
        words = (*_PRONOUNS, *self.roles, *self.surnames)
        return frozenset(strings[word] for word in words)

    def _who(self, token: Token, passage: Passage, before: list[Mention]) -> str | None:
        if (
            token.text[0].isupper()
            and token.lower_ in self.surnames
            and token.ent_type_ != "PERSON"
        ):
            return self.fullest((token.text,), "person")
        if token.dep_ not in SUBJECTS:
            return None
        offset = passage.paragraph.start + token.idx
        if token.lower_ in _PRONOUNS:
            return self._latest(before, offset, token.lower_)
        return self.bearer(role_of(token), offset)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the persons' names, in lower case."""
        return frozenset(word.lower() for word in self._by_last)

    def person(self, pronoun: Token, passage: Passage) -> str | None:
        """Whom "he" or "she" means: the person mentioned last, subjects first."""
        offset = passage.paragraph.start + pronoun.idx
        return self._latest(self.mentions, offset, _NOMINATIVE.get(pronoun.lower_, pronoun.lower_))

    def _latest(self, mentions: list[Mention], offset: int, pronoun: str) -> str | None:
        """Of the persons in the last sentence that has any: the first subject, else the last."""
        latest: list[Mention] = []
        for mention in _backwards(mentions, offset):
            if latest and mention.sentence != latest[0].sentence:
                break
            if mention.kind == "person" and self._fits(mention.name, pronoun):
                latest.append(mention)
        if not latest:
            return None
        return next((m.name for m in reversed(latest) if m.subject), latest[0].name)

    def _fits(self, name: str, pronoun: str) -> bool:
        return self.genders.get(name, pronoun) == pronoun

    @cached_property
    def genders(self) -> dict[str, str]:
        """Names whose titles tell: "Mrs. Lee" is a she."""
        found: dict[str, str] = {}
        for _, entity, words, kind in self._entities:
            before = entity.doc[max(0, entity.start - 1) : entity.start + 1]
            for token in before if kind == "person" else ():
                title = token.lower_.rstrip(".")
                if title in FEMININE or title in MASCULINE:
                    found[self.fullest(words, kind)] = "she" if title in FEMININE else "he"
        return found

    def organisation(self, noun: str, offset: int) -> str | None:
        """Which one "the company" or "the commission" is.

        The last one named with that noun ("European Commission"), else the
        only one named before; ``None`` where it could be another.
        """
        names: set[str] = set()
        for mention in _backwards(self.mentions, offset):
            if mention.kind == "organisation":
                if noun in mention.name.lower().split():
                    return mention.name
                names.add(mention.name)
        return names.pop() if len(names) == 1 and noun in COMPANY_NOUNS else None

    def last_of(self, name: str, offset: int) -> Mention | None:
        """The last mention of this name before the offset."""
        return next((m for m in _backwards(self.mentions, offset) if m.name == name), None)

    def last(self, kinds: set[SpeakerKind], offset: int) -> Mention | None:
        """The mention of one of these kinds last before the offset."""
        return next((m for m in _backwards(self.mentions, offset) if m.kind in kinds), None)


def _backwards(mentions: list[Mention], offset: int) -> Iterator[Mention]:
    """The mentions before an offset, the last one first."""
    number = bisect_left(mentions, offset, key=lambda mention: mention.offset)
    return (mentions[index] for index in range(number - 1, -1, -1))


def _mention(passage: Passage, span: TokenSpan, name: str, kind: SpeakerKind) -> Mention:
    head, start = span.root, passage.paragraph.start
    subject = head.dep_ in SUBJECTS or (head.dep_ == "poss" and head.head.dep_ in SUBJECTS)
    sentence = start + sentence_of(head).start_char
    return Mention(start + span.start_char, span.text, sentence, name, kind, subject)


def role_of(token: Token) -> str:
    """The role noun with the words that belong to it: "prime minister"."""
    before = [child.lower_ for child in token.lefts if child.dep_ == "compound"]
    return " ".join([*before, token.lower_])
