"""Roles: who in an article is the mayor, the Polish president, which is the airline."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..joined_titles import bare_title, joined_words
from ..syntax import sentence_of
from .apposed import is_own
from .drafts import Passage
from .lexicon.titles import APPOINTING, INITIALS, LEADERS, RANKS, ROLE_FORMS
from .titled import is_title, role_noun, title_of

_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
_SAME = frozenset({"of", "for", "at", "in", "from"})
_LONGEST = 8  # tokens of "former deputy prime minister" before a name
_NOT_TELLING = frozenset({"the", "a", "an", "'s", "’s", "its", "his", "her", "their", "our", "-"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun, and the words that tell one bearer from another: "Polish", "of Rimholm".

    ``owners`` are those that name where the role is held; one of them has to agree.
    """

    noun: str
    words: frozenset[str]
    owners: frozenset[str]

    @property
    def telling(self) -> frozenset[str]:
        return self.words | self.owners

    def could_be(self, borne: Role) -> bool:
        """Could "the Polish president" be the one introduced as "Polish President Jan Wilk"?"""
        if self.noun != borne.noun or self.words & RANKS != borne.words & RANKS:
            return False
        asked = self.telling - RANKS
        return not asked or not asked.isdisjoint(borne.telling)


@dataclass(frozen=True, slots=True)
class Bearing:
    """A person or body introduced with a role at this place of the article."""

    offset: int
    sentence: int
    role: Role
    name: str


class RoleBook:
    """The roles that some nouns name, of an article's persons or bodies."""

    def __init__(
        self, bearers: Iterable[tuple[Passage, TokenSpan, str]], nouns: frozenset[str]
    ) -> None:
        self._bearings: dict[str, list[Bearing]] = defaultdict(list)
        # Their numbers by a word that tells them from others, and those without such by their
        # ranks: no look passes all
        self._told: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._plain: dict[tuple[str, frozenset[str]], list[Bearing]] = defaultdict(list)
        self._known: dict[Role, _Meant] = {}
        for passage, entity, name in bearers:
            start = passage.paragraph.start
            sentence = start + sentence_of(entity.root).start_char
            for role in introduced(entity, nouns):
                self._add(Bearing(start + entity.start_char, sentence, role, name))

    def _add(self, bearing: Bearing) -> None:
        role, bearings = bearing.role, self._bearings[bearing.role.noun]
        for word in role.telling:
            self._told[role.noun, word].append(len(bearings))
        if not role.telling - RANKS:
            self._plain[role.noun, role.words & RANKS].append(bearing)
        bearings.append(bearing)

    @property
    def nouns(self) -> list[str]:
        return list(self._bearings)

    def bearer(self, role: Role, offset: int) -> str | None:
        """Who bears this role: introduced with it last before the offset, else its only bearer.

        Two who were introduced with it in one sentence could both be meant.
        """
        if role not in self._known:
            other = _in_other_words(role)
            found = self._could_be(role) or self._could_be(other) or self._leaders(role)
            found = found or self._may_be(other)
            self._known[role] = _Meant(found, frozenset(bearing.name for bearing in found))
        meant = self._known[role]
        names = meant.introduced_before(offset) or meant.names
        return next(iter(names)) if len(names) == 1 else None

    def _could_be(self, role: Role) -> list[Bearing]:
        asked = role.telling - RANKS
        candidates = self._telling(role.noun, asked) if asked else self._bearings.get(role.noun, ())
        return [bearing for bearing in candidates if role.could_be(bearing.role)]

    def _may_be(self, role: Role) -> list[Bearing]:
        """Those whom nothing tells from others, where nothing is asked that speaks against it."""
        return [] if role.owners else self._plain.get((role.noun, role.words & RANKS), [])

    def _leaders(self, role: Role) -> list[Bearing]:
        """Those "the French leader" may mean: introduced as president or the like, and French."""
        if role.noun != "leader":
            return []
        found = (bearing for noun in LEADERS for bearing in self._telling(noun, role.telling))
        return sorted(found, key=lambda bearing: bearing.offset)

    def _telling(self, noun: str, words: frozenset[str]) -> Iterator[Bearing]:
        """The bearings with this noun that one of the words is told by."""
        numbers = {number for word in words for number in self._told.get((noun, word), ())}
        return (self._bearings[noun][number] for number in sorted(numbers))


def _in_other_words(role: Role) -> Role:
    """The prime minister for "the premier"; any other role as it is."""
    if role.noun != "premier":
        return role
    return Role("minister", role.words | {"prime"}, role.owners)


@dataclass(frozen=True, slots=True)
class _Meant:
    """The bearings that a role may mean, in the order of the text, and everybody's names."""

    bearings: Sequence[Bearing]
    names: frozenset[str]

    def introduced_before(self, offset: int) -> set[str]:
        """The names in the last sentence before the offset that has any."""
        names: set[str] = set()
        at = bisect_left(self.bearings, offset, key=lambda bearing: bearing.offset) - 1
        last = self.bearings[at].sentence if at >= 0 else -1
        while at >= 0 and self.bearings[at].sentence == last:
            names.add(self.bearings[at].name)
            at -= 1
        return names


def role_of(noun: Token) -> Role:
    """The role that a noun and the words around it name: "the hospital's former chief"."""
    words, owners = set(_joined(noun)), set[str]()
    for child in noun.lefts:
        if child.dep_ == "poss":
            owners.update(_telling(child.subtree))
        elif child.dep_ in _BEFORE_NOUN:
            words.update(_telling(child.subtree))
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _SAME:
            owners.update(_telling(inner for inner in child.subtree if inner != child))
    named = role_noun(noun)
    return Role(_form(named), frozenset(words) - {named.lower_}, frozenset(owners))


def introduced(name: TokenSpan, nouns: frozenset[str]) -> Iterator[Role]:
    """The roles that stand before a name, in apposition to it, or are said of it."""
    yield from _before(name, nouns)
    root = name.root
    if (title := title_of(name)) is not None:  # the Governor of Ash County Ann Lee
        yield role_of(title)
    for child in root.children:
        if child.dep_ == "appos":  # Ann Lee, the mayor of Bonn
            yield role_of(child)
    noun = root.head.pos_ == "NOUN" or is_title(root.head)
    own = root.dep_ == "appos" and noun and is_own(root, root.head)
    if own:  # the mayor of Bonn, Ann Lee
        yield role_of(root.head)
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_ in APPOINTING:
        for child in root.head.children:  # Ann Lee is, was elected, became mayor
            if child.dep_ in {"attr", "oprd", "dobj", "xcomp"} and _form(child) in nouns:
                yield role_of(child)


def _before(name: TokenSpan, nouns: frozenset[str]) -> Iterator[Role]:
    """The roles in a title before a name: "Former Prime Minister Ann Lee" is a minister.

    "Former" and "prime" are kept to tell her from other ministers.
    """
    doc, number = name.doc, name.start
    while number > 0 and name.start - number < _LONGEST and introduces(doc[number - 1], name):
        number -= 1
    title = [token for token in doc[number : name.end] if not token.is_punct]
    for place, token in enumerate(title[:-1]):
        noun = _form(token)
        if noun in nouns and noun not in RANKS:
            words = _telling(title[:place]) | _joined(token)
            yield Role(noun, words, frozenset())


def introduces(token: Token, name: TokenSpan) -> bool:
    """Is this word part of the title before a name, and not of what comes before it?"""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return False
    if token.head in name or token.head.dep_ in _BEFORE_NOUN or token.dep_ in _BEFORE_NOUN:
        return True
    if name.root.dep_ == "appos" and name.root.head == token:
        return True
    root = name.root  # the parser may give the verb two subjects: "the union Verdi called"
    return token.i == name.start - 1 and token.head == root.head and token.dep_ == root.dep_


def _telling(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(
        token.lower_ for token in tokens if token.is_alpha and token.lower_ not in _NOT_TELLING
    )


def _joined(noun: Token) -> frozenset[str]:
    """What a title has joined to it: "vice" of "vice-president", "district" of "DA"."""
    if noun.text in INITIALS:
        return frozenset(INITIALS[noun.text].split()[:-1])
    return joined_words(noun.lower_)


def _form(noun: Token) -> str:
    """The noun as the article's other forms have it: "Sen." and "senator" are one."""
    if noun.text in INITIALS:
        return INITIALS[noun.text].split()[-1]
    word = bare_title(noun.lower_.rstrip("."))
    return ROLE_FORMS.get(word, word)
