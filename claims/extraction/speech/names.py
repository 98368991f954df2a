"""The names in an article: which forms are one person's, and who was mentioned last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile

from spacy.attrs import LOWER
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..particles import family_name, without_glued
from ..records import SpeakerKind
from ..syntax import SUBJECTS, sentence_of, tokens_with
from .drafts import Passage
from .firms import is_firm, the_firm
from .grammar import is_topic
from .lexicon.titles import (
    COMPANY_NOUNS,
    NEWS_AGENCIES,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    TRADES,
)
from .naming import Named, gender_before, gender_of, is_introduced_body, read_names, short_forms
from .roles import RoleBook, role_of
from .titled import title_of

_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]{2,3}")  # "J.R." of Julia Reyes
_IT_REACHES = 2  # sentences with a name in them
_NEAR = 3  # sentences with a name in them
_PRONOUNS = ("he", "she")
_UNSURE: frozenset[SpeakerKind] = frozenset({"person", "organisation"})
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


class Mentions:
    """Who was mentioned where, in the order of the text, asked for backwards from an offset."""

    def __init__(self, genders: Mapping[str, str]) -> None:
        self._genders = genders
        self._all: list[Mention] = []
        self._offsets: list[int] = []
        # Numbers of mentions by what they are asked for, so that no look back passes them all
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_kind: dict[SpeakerKind, list[int]] = defaultdict(list)
        self._persons: dict[str | None, list[int]] = defaultdict(list)

    def add(self, mention: Mention) -> None:
        number = len(self._all)
        self._all.append(mention)
        self._offsets.append(mention.offset)
        self._by_name[mention.name].append(number)
        self._by_kind[mention.kind].append(number)
        for pronoun in (None, *_PRONOUNS):
            if self._may_be(mention, pronoun):
                self._persons[pronoun].append(number)

    def before(self, offset: int) -> Iterator[Mention]:
        """The mentions before an offset, the last one first."""
        return (self._all[number] for number in range(self._count(offset) - 1, -1, -1))

    def last_of(self, name: str, offset: int) -> Mention | None:
        """The last mention of this name before the offset."""
        number = _last_below(self._by_name.get(name, ()), self._count(offset))
        return self._all[number] if number >= 0 else None

    def last(self, kinds: set[SpeakerKind], offset: int) -> Mention | None:
        """The mention of one of these kinds last before the offset."""
        count = self._count(offset)
        number = max(_last_below(self._by_kind.get(kind, ()), count) for kind in kinds)
        return self._all[number] if number >= 0 else None

    def person(self, pronoun: str | None, offset: int, since: int = 0) -> str | None:
        """Of the persons in the last sentence that has any: the first subject, else the last."""
        number = _last_below(self._persons.get(pronoun, ()), self._count(offset))
        latest: list[Mention] = []
        for index in range(number, -1, -1):
            mention = self._all[index]
            if mention.offset < since or (latest and mention.sentence != latest[0].sentence):
                break
            if self._may_be(mention, pronoun):
                latest.append(mention)
        if not latest:
            return None
        return next((m.name for m in reversed(latest) if m.subject), latest[0].name)

    def persons_near(self, pronoun: str, offset: int) -> set[str]:
        """The persons of the last sentences that name any, whom the pronoun may mean."""
        sentences: set[int] = set()
        near: set[str] = set()
        for mention in self.before(offset):
            sentences.add(mention.sentence)
            if len(sentences) > _NEAR:
                break
            if self._may_be(mention, pronoun):
                near.add(mention.name)
        return near

    def _count(self, offset: int) -> int:
        return bisect_left(self._offsets, offset)

    def _may_be(self, mention: Mention, pronoun: str | None) -> bool:
        if mention.kind != "person":
            return False
        return pronoun is None or self._genders.get(mention.name, pronoun) == pronoun


def _last_below(numbers: Sequence[int], limit: int) -> int:
    """The last of the numbers in their order that is below the limit, -1 without one."""
    at = bisect_left(numbers, limit)
    return numbers[at - 1] if at else -1


def _is_of(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Could these be one person's: "Lee" and "Ann Lee", "A. Lee" and "Ann Lee"?

    Also "Von der Leyen" and "Ursula von der Leyen".
    """
    if len(words) > 1 and family_name(words) == words:
        return _lower(family_name(longer)) == _lower(words)
    return len(words) == 1 or longer[0][0] == words[0][0]


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


class NameBook:
    """Every name of the article with its place, merged into the fullest form of each."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self._forms: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self._fullest_persons: dict[tuple[tuple[str, ...], str | None], str] = {}
        self._entities = self._consistent(list(read_names(passages)))

    def _consistent(self, read: list[Named]) -> list[Named]:
        """The names, each a body or a person throughout: as introduced, else as mostly taken."""
        bodies = {named.words for named in read if is_introduced_body(named.span)}
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
            key = words, pronoun
            if key not in self._fullest_persons:
                self._fullest_persons[key] = self._fullest_person(words, pronoun)
            return self._fullest_persons[key]
        return self._fullest_other(words, kind)

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Is this the name, or the surname, of somebody the article calls a person?"""
        if words in self._forms["person"]:
            return True
        forms = self._by_last.get(without_glued(words[-1]), ())
        return bool(forms) and (
            len(words) == 1
            or (family_name(words) == words and any(_is_of(form, words) for form in forms))
        )

    def is_surname(self, word: str) -> bool:
        """Does a person with a longer name in the article have this one last?"""
        return any(len(form) > 1 for form in self._by_last.get(word, ()))

    def _fullest_person(self, words: tuple[str, ...], pronoun: str | None) -> str:
        every = self._by_last.get(without_glued(words[-1]), ())
        longer = takewhile(lambda form: len(form) > len(words), every)
        same = [form for form in longer if _is_of(form, words)]
        if pronoun is not None:
            same = [form for form in same if gender_of(form[0]) in {pronoun, None}]
        if not same and len(words) == 1:
            same = [form for form in self._by_first.get(words[0], ()) if len(form) > 1]
        if not same and len(words) == 1 and _INITIALS.fullmatch(words[0]):
            letters = words[0].replace(".", "")
            forms = self._forms["person"]
            same = [form for form in forms if "".join(word[0] for word in form) == letters]
            same = same if len(same) == 1 else []
        if not same:
            return " ".join(words)
        counted = self._forms["person"]
        fullest: tuple[str, ...] = max(same, key=lambda form: (counted[form], len(form)))
        return " ".join(fullest)

    @cached_property
    def _by_last(self) -> dict[str, list[tuple[str, ...]]]:
        return self._persons_by(-1)

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        return self._persons_by(0)

    def _persons_by(self, position: int) -> dict[str, list[tuple[str, ...]]]:
        """The persons' names by their last (-1) or first (0) word, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for form in sorted(self._forms["person"], key=len, reverse=True):
            found[without_glued(form[position])].append(form)
        return found

    def _fullest_other(self, words: tuple[str, ...], kind: SpeakerKind) -> str:
        text = " ".join(words)
        if kind not in {"organisation", "unknown"}:
            return text
        return self._long_forms.get(text) or self._by_short_form.get(text) or text

    def is_short(self, words: tuple[str, ...]) -> bool:
        """Are these the initials or the short form of a body that the article names in full?"""
        text = " ".join(words)
        return text in self._long_forms or text in self._by_short_form

    @cached_property
    def _long_forms(self) -> dict[str, str]:
        """The organisations' names by their initials: "WHO" -> "World Health Organization"."""
        return {
            "".join(word[0] for word in form if word[0].isupper()): " ".join(form)
            for form in self._forms["organisation"]
            if len(form) > 1
        }

    @cached_property
    def _by_short_form(self) -> dict[str, str]:
        """The organisations' names by what they are called for short, where no two share it.

        "Church" -> "Church of the Open Door", "Veltrix" -> "Veltrix Inc".
        """
        long: dict[str, set[str]] = defaultdict(set)
        for form in self._forms["organisation"]:
            for short in short_forms(form):
                long[short].add(" ".join(form))
        known = {" ".join(form) for kind in self._forms for form in self._forms[kind]}
        return {
            short: next(iter(names))
            for short, names in long.items()
            if len(names) == 1 and (short in known)
        }

    @cached_property
    def roles(self) -> RoleBook:
        """Who is introduced with which role: "Ann Lee, the mayor of Bonn"."""
        return RoleBook(self._bearers({"person"}), PERSON_NOUNS | {"general"})

    @cached_property
    def trades(self) -> RoleBook:
        """The same for bodies: "the trade union Verdi"."""
        return RoleBook(self._bearers({"organisation", "unknown"}), ORGANISATION_NOUNS)

    def _bearers(self, kinds: set[SpeakerKind]) -> Iterator[tuple[Passage, TokenSpan, str]]:
        for named in self._entities:
            if named.kind in kinds:
                yield named.passage, named.span, self.fullest(named.words, named.kind)

    @cached_property
    def mentions(self) -> Mentions:
        """Everyone mentioned outside quotations, in the order of the text.

        "He" and "she" as subjects count as mentions of whom they stand for.
        """
        found = Mentions(self.genders)
        at: dict[int, dict[int, Named]] = defaultdict(dict)
        for named in self._entities:
            at[named.passage.number][named.span.root.i] = named
        for passage in self.passages:
            for token in self._candidates(passage, at[passage.number]):
                if passage.outside(token):
                    mention = self._mention(passage, token, at[passage.number], found)
                    if mention is not None:
                        found.add(mention)
        return found

    def _mention(
        self, passage: Passage, token: Token, named: dict[int, Named], before: Mentions
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
        if token.i in named:
            head = title_of(span) or head
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

    def _who(self, token: Token, passage: Passage, before: Mentions) -> str | None:
        if (
            (token.text[0].isupper() or " " in token.text)
            and token.lower_ in self.surnames
            and token.ent_type_ != "PERSON"
        ):
            return self.fullest(tuple(token.text.split()), "person")
        if token.dep_ not in SUBJECTS:
            return None
        offset = passage.paragraph.start + token.idx
        if token.lower_ in _PRONOUNS:
            return before.person(token.lower_, offset)
        return self.roles.bearer(role_of(token), offset)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the persons' names, and their family names, in lower case."""
        families = (" ".join(family_name(form)) for form in self._forms["person"])
        return frozenset(word.lower() for word in (*self._by_last, *families))

    def person(self, pronoun: str | None, offset: int, since: int = 0) -> str | None:
        """Whom "he" or "she" means: the person mentioned last, subjects first."""
        pronoun = pronoun and _NOMINATIVE.get(pronoun, pronoun)
        return self.mentions.person(pronoun, offset, since)

    def persons_near(self, pronoun: str, offset: int) -> set[str]:
        """The persons of the last sentences that name any, whom the pronoun may mean."""
        return self.mentions.persons_near(_NOMINATIVE.get(pronoun, pronoun), offset)

    @cached_property
    def genders(self) -> dict[str, str]:
        """Names whose titles or given names tell: "Mrs. Lee", "her brother Tom", "Laura"."""
        found: dict[str, str] = {}
        for named in self._entities:
            if named.kind == "person":
                name = self.fullest(named.words, named.kind)
                told = gender_before(named.span) or gender_of(name.split()[0])
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
        for mention in islice(self.mentions.before(offset), _FURTHEST):
            body = mention.kind in {"organisation", "unknown"} or is_firm(mention.name)
            if body and mention.name.lower() not in NEWS_AGENCIES:
                if mention.name.lower() == noun and mention.kind == "unknown":
                    continue  # the headline's "Airline"
                if noun in mention.name.lower().split():
                    return mention.name
                named.append(mention)
        names = {mention.name for mention in named}
        firm = the_firm(noun, names) if noun in COMPANY_NOUNS | TRADES else None
        bodies = (m.name for m in self.mentions.before(offset) if m.subject and m.name in names)
        if firm and next(bodies, firm) == firm:  # nor was another body told of since
            return firm
        if noun not in COMPANY_NOUNS | TRADES or not named:
            return None
        topics = [m for m in named if m.subject and m.sentence == named[0].sentence]
        single = len({mention.name for mention in topics}) == 1 and not topics[0].joint
        return topics[0].name if single else None

    def _last_sentence(self, offset: int) -> list[Mention]:
        """The mentions of the last sentence before the offset that has any, in their order."""
        found: list[Mention] = []
        for mention in self.mentions.before(offset):
            if found and mention.sentence != found[0].sentence:
                break
            found.append(mention)
        return found[::-1]

    def body(self, offset: int) -> Mention | None:
        """What "it" means: the body or place that one of the last two sentences is about."""
        sentences: set[int] = set()
        for mention in self.mentions.before(offset):
            sentences.add(mention.sentence)
            if len(sentences) > _IT_REACHES:
                return None
            if mention.subject and mention.kind in {"organisation", "place"}:
                return mention
        return None


def _settled(taken: Counter[SpeakerKind], introduced: bool) -> SpeakerKind:
    return "organisation" if introduced else taken.most_common(1)[0][0]
