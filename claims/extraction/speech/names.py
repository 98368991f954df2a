"""The names in an article: which forms are one person's, and who was mentioned last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from spacy.attrs import LOWER, POS
from spacy.strings import StringStore
from spacy.symbols import PROPN
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..records import SpeakerKind
from ..syntax import SUBJECTS, sentence_of, tokens_with
from .drafts import Passage
from .lexicon.given_names import FEMININE_NAMES, GIVEN_NAMES, MASCULINE_NAMES
from .lexicon.titles import (
    COMPANY_NOUNS,
    FEMININE,
    MASCULINE,
    NEWS_AGENCIES,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    TITLES,
    TRADES,
)
from .roles import RoleBook, introduces, role_of

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
_NO_NAME = {"'s", "’s", "'", "’", ",", "-"}
_AROUND = ',"“”'
_ARTICLES = frozenset({"the", "a", "an"})
_IT_REACHES = 2  # sentences with a name in them
_PRONOUNS = ("he", "she")
_PROPER = frozenset({PROPN})
_PERSONAL = TITLES & PERSON_NOUNS
_BODIES = ORGANISATION_NOUNS - PERSON_NOUNS
_UNSURE: frozenset[SpeakerKind] = frozenset({"person", "organisation"})
_MISTAKEN = {"", "PRODUCT", "EVENT"}  # labels that names of persons and firms get by mistake
_FURTHEST = 300  # mentions before "the company" that are looked at
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
    joint: bool  # one of several that are a subject together: "Ann Lee and Tom Park"


def plain_name(words: Sequence[str], kind: SpeakerKind) -> tuple[str, ...]:
    """The words of a name without article, a person's titles and a possessive ending.

    ["President", "Ann", "Lee's"] gives ("Ann", "Lee"); "(" and what follows are left out.
    """
    kept = list(takewhile(lambda word: word[0] != "(", words))
    kept = [bare for word in kept if (bare := word.strip(_AROUND)) and bare not in _NO_NAME]
    leading = _ARTICLES | TITLES if kind in {"person", "unknown"} else _ARTICLES
    while len(kept) > 1 and kept[0].rstrip(".").lower() in leading:
        kept.pop(0)
    if kept:
        kept[-1] = _POSSESSIVE.sub("", kept[-1]) or kept[-1]
    return tuple(kept)


def _one_initial(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Could these be one person's: "Lee" and "Ann Lee", "A. Lee" and "Ann Lee"?"""
    return len(words) == 1 or longer[0][0] == words[0][0]


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in a passage; its words are free of titles."""

    passage: Passage
    span: TokenSpan
    words: tuple[str, ...]
    kind: SpeakerKind


class NameBook:
    """Every name of the article with its place, merged into the fullest form of each."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self._forms: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self._entities = self._consistent(list(self._read()))

    def _read(self) -> Iterator[Named]:
        for passage in self.passages:
            found = [*map(_whole, passage.doc.ents), *_titled(passage), *_unknown(passage)]
            for entity in sorted(found):
                kind = _kind(entity)
                if kind is None:
                    continue
                if entity.end_char <= passage.lead_in:  # "OSLO, May 4 (Reuters) -"
                    kind = "place"
                words = plain_name(entity.text.split(), kind)
                if not words or not words[-1][:1].isupper():
                    continue
                yield Named(passage, entity, words, kind)

    def _consistent(self, read: list[Named]) -> list[Named]:
        """The names, each a body or a person throughout: as introduced, else as mostly taken."""
        bodies = {named.words for named in read if _is_introduced_body(named.span)}
        taken: dict[tuple[str, ...], Counter[SpeakerKind]] = defaultdict(Counter)
        for named in read:
            if named.kind in _UNSURE:
                taken[named.words][named.kind] += 1
        entities = [
            named
            if named.kind not in _UNSURE
            else replace(named, kind=_settled(taken[named.words], named.words in bodies))
            for named in read
        ]
        for named in entities:
            self._forms[named.kind][named.words] += 1
        return entities

    def at(self, passage: Passage, token: Token) -> Named | None:
        """The name that this word of the passage is part of."""
        return self._by_word.get((passage.number, token.i))

    @cached_property
    def _by_word(self) -> dict[tuple[int, int], Named]:
        return {
            (named.passage.number, number): named
            for named in self._entities
            for number in range(named.span.start, named.span.end)
        }

    def fullest(self, words: tuple[str, ...], kind: SpeakerKind, pronoun: str | None = None) -> str:
        """The longest form in the article that this name is a part of; "Mrs" tells "she"."""
        if kind == "person":
            return self._fullest_person(words, pronoun)
        return self._fullest_other(words, kind)

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Is this the name, or the surname, of somebody the article calls a person?"""
        return words in self._forms["person"] or (len(words) == 1 and words[0] in self._by_last)

    def _fullest_person(self, words: tuple[str, ...], pronoun: str | None) -> str:
        longer = [form for form in self._by_last.get(words[-1], ()) if len(form) > len(words)]
        same = [form for form in longer if _one_initial(form, words)]
        if pronoun is not None:
            same = [form for form in same if _gender_of(form[0]) in {pronoun, None}]
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
    def roles(self) -> RoleBook:
        """Who is introduced with which role: "Ann Lee, the mayor of Bonn"."""
        return RoleBook(self._bearers({"person"}), PERSON_NOUNS)

    @cached_property
    def trades(self) -> RoleBook:
        """The same for bodies: "the trade union Verdi"."""
        return RoleBook(self._bearers({"organisation", "unknown"}), ORGANISATION_NOUNS)

    def _bearers(self, kinds: set[SpeakerKind]) -> Iterator[tuple[Passage, TokenSpan, str]]:
        for named in self._entities:
            if named.kind in kinds:
                yield named.passage, named.span, self.fullest(named.words, named.kind)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Everyone mentioned outside quotations, in the order of the text.

        "He" and "she" as subjects count as mentions of whom they stand for.
        """
        found: list[Mention] = []
        at: dict[int, dict[int, Named]] = defaultdict(dict)
        for named in self._entities:
            at[named.passage.number][named.span.root.i] = named
        for passage in self.passages:
            for token in self._candidates(passage, at[passage.number]):
                if passage.outside(token):
                    mention = self._mention(passage, token, at[passage.number], found)
                    if mention is not None:
                        found.append(mention)
        return found

    def _mention(
        self, passage: Passage, token: Token, named: dict[int, Named], before: list[Mention]
    ) -> Mention | None:
        span = passage.doc[token.i : token.i + 1]
        kind: SpeakerKind = "person"
        if token.i in named:
            span, words, kind = named[token.i].span, named[token.i].words, named[token.i].kind
            kind = "person" if len(words) == 1 and self.is_person(words) else kind
            name: str | None = self.fullest(words, kind)
        else:
            name = self._who(token, passage, before)
        if name is None:
            return None
        start, head = passage.paragraph.start, span.root
        sentence = start + sentence_of(head).start_char
        partners = any(child.dep_ == "conj" for child in head.rights)
        joint = is_topic(head) and (partners or head.dep_ == "conj")
        place = start + span.start_char
        return Mention(place, span.text, sentence, name, kind, is_topic(head), joint)

    def _candidates(self, passage: Passage, named: Iterable[int]) -> list[Token]:
        """The tokens that may mention someone: names, roles, "he" and "she" as subjects."""
        spoken_of = tokens_with(passage.doc, LOWER, self._hashes)
        numbers = {*named, *(token.i for token in spoken_of)}
        return [passage.doc[number] for number in sorted(numbers)]

    @cached_property
    def _hashes(self) -> frozenset[int]:
        strings = self.passages[0].doc.vocab.strings
        words = (*_PRONOUNS, *self.roles.nouns, *self.surnames)
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
        return self.roles.bearer(role_of(token), offset)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the persons' names, in lower case."""
        return frozenset(word.lower() for word in self._by_last)

    def person(self, pronoun: str | None, offset: int, since: int = 0) -> str | None:
        """Whom "he" or "she" means: the person mentioned last, subjects first."""
        pronoun = pronoun and _NOMINATIVE.get(pronoun, pronoun)
        return self._latest(self.mentions, offset, pronoun, since)

    def _latest(
        self, mentions: list[Mention], offset: int, pronoun: str | None, since: int = 0
    ) -> str | None:
        """Of the persons in the last sentence that has any: the first subject, else the last."""
        latest: list[Mention] = []
        for mention in _backwards(mentions, offset):
            if mention.offset < since or (latest and mention.sentence != latest[0].sentence):
                break
            if mention.kind == "person" and self._fits(mention.name, pronoun):
                latest.append(mention)
        if not latest:
            return None
        return next((m.name for m in reversed(latest) if m.subject), latest[0].name)

    def _fits(self, name: str, pronoun: str | None) -> bool:
        return pronoun is None or self.genders.get(name, pronoun) == pronoun

    @cached_property
    def genders(self) -> dict[str, str]:
        """Names whose titles or given names tell: "Mrs. Lee", "her brother Tom", "Laura"."""
        found: dict[str, str] = {}
        for named in self._entities:
            if named.kind == "person":
                name = self.fullest(named.words, named.kind)
                told = gender_before(named.span) or _gender_of(name.split()[0])
                if told is not None:
                    found[name] = told
        return found

    def pair(self, offset: int) -> tuple[str, ...]:
        """Whom "they" means: "Ann Lee and Tom Park", together the subject of the last sentence."""
        together = [mention for mention in self._last_sentence(offset) if mention.joint]
        if len(together) < 2 or any(mention.kind != "person" for mention in together):
            return ()
        return tuple(mention.name for mention in together)

    def organisation(self, head: Token, offset: int) -> str | None:
        """Which one "the company" or "the commission" is.

        The one introduced as that, or the last one named with that noun
        ("European Commission"). Else the only one named before, or the only one
        that the last sentence with any is about; ``None`` where it could be another.
        """
        noun = head.lower_
        introduced = self.trades.bearer(role_of(head), offset)
        if introduced is not None:
            return introduced
        named: list[Mention] = []
        for mention in islice(_backwards(self.mentions, offset), _FURTHEST):
            body = mention.kind in {"organisation", "unknown"}
            if body and mention.name.lower() not in NEWS_AGENCIES:
                if noun in mention.name.lower().split():
                    return mention.name
                named.append(mention)
        if noun in COMPANY_NOUNS and len({mention.name for mention in named}) == 1:
            return named[0].name
        if noun not in COMPANY_NOUNS | TRADES or not named:
            return None
        topics = [m for m in named if m.subject and m.sentence == named[0].sentence]
        single = len({mention.name for mention in topics}) == 1 and not topics[0].joint
        return topics[0].name if single else None

    def _last_sentence(self, offset: int) -> list[Mention]:
        """The mentions of the last sentence before the offset that has any, in their order."""
        found: list[Mention] = []
        for mention in _backwards(self.mentions, offset):
            if found and mention.sentence != found[0].sentence:
                break
            found.append(mention)
        return found[::-1]

    def last_of(self, name: str, offset: int) -> Mention | None:
        """The last mention of this name before the offset."""
        return next((m for m in _backwards(self.mentions, offset) if m.name == name), None)

    def last(self, kinds: set[SpeakerKind], offset: int) -> Mention | None:
        """The mention of one of these kinds last before the offset."""
        return next((m for m in _backwards(self.mentions, offset) if m.kind in kinds), None)

    def body(self, offset: int) -> Mention | None:
        """What "it" means: the body or place that one of the last two sentences is about."""
        sentences: set[int] = set()
        for mention in _backwards(self.mentions, offset):
            sentences.add(mention.sentence)
            if len(sentences) > _IT_REACHES:
                return None
            if mention.subject and mention.kind in {"organisation", "place"}:
                return mention
        return None


def is_topic(head: Token) -> bool:
    """Is this a subject, one of several, or whose it is: "Ann Lee's office"?"""
    if head.dep_ in {"poss", "conj"}:
        return head.head.dep_ in SUBJECTS
    return head.dep_ in SUBJECTS


def gender_before(name: TokenSpan) -> str | None:
    """What the words at the head of a name tell: "Mrs. Lee", "her brother Tom"."""
    for token in name.doc[max(0, name.start - 1) : name.start + 1]:
        title = token.lower_.rstrip(".")
        if title in FEMININE or title in MASCULINE:
            return "she" if title in FEMININE else "he"
    return None


def _gender_of(given: str) -> str | None:
    given = given.lower()
    return "she" if given in FEMININE_NAMES else "he" if given in MASCULINE_NAMES else None


def _kind(entity: TokenSpan) -> SpeakerKind | None:
    """What the entity recogniser says, except that "Karin Holt" is no company."""
    kind = KINDS.get(entity.label_, "unknown" if entity.label_ in _MISTAKEN else None)
    before = entity.doc[entity.start - 1] if entity.start else None
    given = len(entity) > 1 and entity[0].lower_ in GIVEN_NAMES
    if _is_introduced_body(entity):
        return "organisation"
    if kind not in {"organisation", "unknown"} or entity.root.lower_ in ORGANISATION_NOUNS:
        return kind
    kin = before is not None and before.lower_ in FEMININE | MASCULINE
    titled = before is not None and before.is_title and _is_title(before)
    return "person" if titled or given or kin else kind


def _settled(taken: Counter[SpeakerKind], introduced: bool) -> SpeakerKind:
    return "organisation" if introduced else taken.most_common(1)[0][0]


def _is_introduced_body(entity: TokenSpan) -> bool:
    """The trade union Verdi."""
    before = entity.doc[entity.start - 1] if entity.start else None
    if before is None or before.lower_ not in _BODIES or not introduces(before, entity):
        return False
    return len(entity) == 1 or entity[0].lower_ not in GIVEN_NAMES


def _whole(entity: TokenSpan) -> TokenSpan:
    """The name with the given name that the recogniser left out: "Mayor Berit [Lund]"."""
    doc, start = entity.doc, entity.start
    if entity.label_ != "PERSON" or len(entity) > 1:
        return entity
    while start > 0 and _is_given(doc[start - 1], entity):
        start -= 1
    titled = start > 0 and _is_title(doc[start - 1])
    return doc[start : entity.end] if titled else entity


def _is_given(token: Token, surname: TokenSpan) -> bool:
    return (
        token.pos_ == "PROPN"
        and not token.ent_type_
        and not _is_title(token)
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
        if len(name) and title.is_title and name.root == title.head and not _is_title(name.root):
            yield name


def _unknown(passage: Passage) -> Iterator[TokenSpan]:
    """The subjects with a name that the recogniser missed and no title tells: "Nordfisk"."""
    for token in tokens_with(passage.doc, POS, _PROPER):
        if token.dep_ in SUBJECTS and not token.ent_type_ and not _is_title(token):
            start = token.i
            while start > 0 and passage.doc[start - 1].pos_ == "PROPN":
                start -= 1
            if not any(word.ent_type_ or _is_title(word) for word in passage.doc[start : token.i]):
                yield passage.doc[start : token.i + 1]


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in _PERSONAL


@lru_cache(maxsize=4)
def _hashes(strings: StringStore) -> frozenset[int]:
    return frozenset(strings.add(word) for word in _PERSONAL)


def _backwards(mentions: list[Mention], offset: int) -> Iterator[Mention]:
    """The mentions before an offset, the last one first."""
    number = bisect_left(mentions, offset, key=lambda mention: mention.offset)
    return (mentions[index] for index in range(number - 1, -1, -1))
