"""Whom or what a word means within its article: "he", "they", "the company"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Token

from ..parsing import ParsedArticle
from ..syntax import (
    BODILY,
    NOUNS,
    PERSONAL,
    SUBJECTS,
    entities_in,
    entities_of,
    sentence_of,
)
from .drafts import Passage, passages_of
from .firms import is_firm, is_public
from .introduced import Introduced, Introductions, name_of
from .lexicon.titles import FEMININE, MASCULINE, NAMELESS, SITES
from .speakers import SpeakerResolver, kind_of
from .topics import LONGEST_PHRASE, begins_paragraph, phrase_of, predicate_of, topic_of

_PLAIN = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT"})
_NEAREST = 20  # names before a noun among which another body is looked for


class Referents:
    """Resolves words of one article to names or phrases that stand before them."""

    def __init__(self, article: ParsedArticle) -> None:
        self.passages = passages_of(article.paragraphs)
        self.resolver = SpeakerResolver(self.passages)
        self._by_start = {passage.paragraph.start: passage for passage in self.passages}
        self._introductions = Introductions(article.paragraphs)

    def of(self, start: int, token: Token, *, but: Iterable[str] = ()) -> str | None:
        """Who or what the token of the paragraph at ``start`` means; ``None`` where unclear.

        ``but`` are the names of those who cannot be meant: who says "he" means another.
        """
        passage = self._by_start.get(start)
        if passage is None:
            return None
        word, names = token.lower_, frozenset(but)
        if word in PERSONAL:
            return _partner(token) or self._person(passage, token, names)
        if word in BODILY or word in {"they", "their"}:
            return self._thing(passage, token)
        if _is_bare(token) and word in SITES:
            return _only_body(token)
        if _is_bare(token) and kind_of(token) == "organisation":
            name = self.resolver.identity(passage, token).name
            return name if name not in names and tells(name, token) else None
        return None

    def object(self, start: int, token: Token) -> str | None:
        """Whom or what "him", "her" or "them" means; ``None`` where two may be meant.

        "Laura Stein resigned. Halden had paid [Laura Stein] 3 million euros."
        """
        passage = self._by_start.get(start)
        if passage is None:
            return None
        if token.lower_ == "them":
            return _only_plural(token)
        subject = _subject_of(token)
        if subject is not None and PERSONAL.get(subject.lower_) == PERSONAL[token.lower_]:
            return None  # "She paid her": it takes two names
        near = self.resolver.persons_before(token.lower_, passage.paragraph.start + token.idx)
        own = {name for name in near if subject is not None and _has_word(subject, name)}
        others = near - own
        if len(others) != 1:
            return None
        name = others.pop()
        return name if self.resolver.gender(name) else None

    def introduced(self, start: int, noun: Token) -> Introduced | None:
        """Which one "the trial" of the paragraph at ``start`` is, as the text introduced it."""
        return self._introductions.of(start, noun)

    def named(self, start: int, noun: Token) -> str | None:
        """The fullest name of whom the noun of the paragraph at ``start`` names."""
        passage = self._by_start.get(start)
        return self.resolver.identity(passage, noun).name if passage is not None else None

    def gender(self, start: int, noun: Token) -> str | None:
        """Whether whom the noun names is "he" or "she", where the article tells."""
        name = self.named(start, noun)
        return self.resolver.gender(name) if name else None

    def is_outside_quotes(self, start: int, token: Token) -> bool:
        """Does the token of the paragraph at ``start`` stand in nobody's quotation marks?"""
        passage = self._by_start.get(start)
        return passage is not None and passage.outside(token)

    def _thing(self, passage: Passage, token: Token) -> str | None:
        """What "it" or "they" is, told as the text introduced it: "the Solvind wind farm"."""
        start = passage.paragraph.start
        if (said := predicate_of(token)) is not None:
            same = self._introductions.same_as(start, said)
            if same is not None:
                return same.name or str(same)
        home, noun = passage, topic_of(token)
        if noun is None and begins_paragraph(token) and passage.number and passage.outside(token):
            home = self.passages[passage.number - 1]
            noun = topic_of(token, home.doc)
            noun = noun if noun is not None and home.outside(noun) else None
        if noun is None:
            return None
        told = self._introductions.of(home.paragraph.start, noun)
        if told is not None and told.tells:
            return told.name or str(told)
        if noun.pos_ == "NOUN" and (name := name_of(noun)):
            return name
        words = phrase_of(noun)
        known = words[0].lower_ in {"a", "an"} and len(words) > 1
        return f"the {words[1:].text}" if known else words.text

    def _person(self, passage: Passage, token: Token, but: frozenset[str]) -> str | None:
        """A wrong name is worse than none: nobody else may be meant, or the name has to tell."""
        offset = passage.paragraph.start + token.idx
        near = self.resolver.persons_before(token.lower_, offset) - but
        if not passage.outside(token):  # quoted, "he" is one who was named in the same words
            named = {name for name in near if _is_named(name, token)}
            found = named.pop() if len(named) == 1 else None
            return found if found and self.resolver.gender(found) else None
        name = self.resolver.identity(passage, token).name
        if name is None or name in but or _somebody_since(token, name):
            return None
        return name if near == {name} or self.resolver.gender(name) else None


def _only_plural(them: Token) -> str | None:
    """The one noun in the plural that stands before, in this sentence or the last.

    "The survey looked for empty shops. There are 24,000 of [the empty shops]."
    """
    sentence = sentence_of(them)
    start = sentence_of(them.doc[sentence.start - 1]).start if sentence.start else sentence.start
    before = them.doc[start : them.i]
    nouns = {
        word.lower_: word
        for word in before
        if (word.tag_ in {"NNS", "NNPS"} or word.lower_ in {"they", "people", "police"})
        and word.ent_type_ not in {"DATE", "TIME", "PERCENT", "MONEY"}
    }
    joined = any(word.dep_ == "conj" and word.pos_ in NOUNS for word in before)
    if len(nouns) != 1 or joined:
        return None
    noun = next(iter(nouns.values()))
    counted = any(child.dep_ == "nummod" for child in noun.lefts)  # which figures tell themselves
    if noun.pos_ != "NOUN" or noun.dep_ == "compound" or counted:
        return None
    own = [child for child in noun.lefts if child.dep_ in {"amod", "compound"}]
    words = them.doc[own[0].left_edge.i if own else noun.i : noun.i + 1]
    plain = len(words) <= LONGEST_PHRASE and all(word.pos_ in _PLAIN for word in words)
    return f"the {words.text}" if plain and noun.i < sentence.start else None


def _only_body(noun: Token) -> str | None:
    """The only one named in this sentence or the two before: "FactCheck … [The website] …"."""
    start = noun.i
    for _ in range(3):
        start = sentence_of(noun.doc[max(0, start - 1)]).start
    named = [
        entity
        for entity in entities_in(noun.doc[start : noun.i])
        if entity.label_ in {"ORG", "PRODUCT", "GPE"}
    ]
    names = {entity.text for entity in named}
    return names.pop() if len(names) == 1 and named[0].label_ == "ORG" else None


def _subject_of(token: Token) -> Token | None:
    """The subject of the verb that the object hangs on."""
    verb = token.head
    while verb.dep_ in {"prep", "xcomp", "pcomp", "pobj", "dobj"} and verb.head != verb:
        verb = verb.head
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def _has_word(subject: Token, name: str) -> bool:
    return any(word.text == name.split()[-1] for word in subject.subtree)


def tells(name: str | None, noun: Token) -> bool:
    """Does the name say more than "the bank" does, and is nobody else named since?

    "[The Herald] wrote that [Halden] was late. The company …" may be either, unless its
    name holds the noun: "Kellerman [Bank]".
    """
    words = name.lower().split() if name else []
    if not words or (len(words) == 1 and words[0] == noun.lower_):
        return False
    if noun.lower_ in words:
        return True
    if bearer := _introduced(noun):
        return bearer in words
    own = {word.strip("’'s.,") for word in words}
    entities = entities_of(noun.doc)
    before = bisect_left(entities, noun.i, key=lambda entity: entity.start)
    for entity in reversed(entities[max(0, before - _NEAREST) : before]):
        if entity.label_ == "ORG" and not (is_firm(name or "") and is_public(entity.text)):
            return bool({word.lower_ for word in entity} & own)
    return True


def _introduced(noun: Token) -> str | None:
    """Of whom the paragraph has said before that they are one: "Halden, a [retailer], grew"."""
    first: dict[str, tuple[int, str]] = noun.doc.user_data.setdefault("introduced nouns", {})
    if not first:
        first[""] = 0, ""
        for word in noun.doc:
            if word.dep_ == "appos" and word.pos_ == "NOUN":
                first.setdefault(word.lower_, (word.i, word.head.lower_))
    place, bearer = first.get(noun.lower_, (noun.i, ""))
    return bearer if place < noun.i else None


def _partner(pronoun: Token) -> str | None:
    """Who does what the clause is joined to: "[The mayor] resigned, and [she] left"."""
    if pronoun.head.dep_ != "conj" or pronoun.dep_ not in SUBJECTS:
        return None
    first = pronoun.head.head
    subject = next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ not in NOUNS or first.dep_ != "ROOT":
        return None
    if subject.ent_type_ != "PERSON" and kind_of(subject) != "person":
        return None
    others = [child for child in first.rights if child.dep_ in {"dobj", "dative"}]
    if any(other.ent_type_ == "PERSON" or kind_of(other) == "person" for other in others):
        return None  # "The mayor met Reed, and she left": it may be either
    phrase = pronoun.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return str(phrase.text) if len(phrase) <= LONGEST_PHRASE else None


def _somebody_since(pronoun: Token, name: str) -> bool:
    """Is somebody told of right before, who is not they: "We asked the minister. She …"?"""
    start = sentence_of(pronoun).start
    before = sentence_of(pronoun.doc[start - 1]) if start and pronoun.dep_ in SUBJECTS else ()
    others = (
        word.pos_ == "NOUN"
        and word.tag_ == "NN"
        and word.dep_ in {"dobj", "dative"}
        and kind_of(word) == "person"
        and word.lower_ not in (MASCULINE if PERSONAL[pronoun.lower_] == "she" else FEMININE)
        for word in before
    )
    return any(others) and not any(word.text == name.split()[-1] for word in before)


def _is_named(name: str, pronoun: Token) -> bool:
    """Does the paragraph name them before the pronoun, by the last word at least?"""
    last = name.split()[-1]
    return any(token.text == last for token in pronoun.doc[: pronoun.i])


def needs_a_name(noun: Token) -> bool:
    """Does the noun only say of what kind a body or place is: "[the company] pays", "the city"?"""
    return noun.lower_ in NAMELESS and _is_bare(noun)


def _is_bare(noun: Token) -> bool:
    """Does it say no more than what kind of body it is: "[the company]"?"""
    before = list(noun.lefts)
    definite = len(before) == 1 and before[0].lower_ == "the"
    return noun.pos_ == "NOUN" and definite and all(child.dep_ == "case" for child in noun.rights)
