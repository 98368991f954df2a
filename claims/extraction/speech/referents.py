"""Whom or what a word means within its article: "he", "they", "the company"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from ..parsing import ParsedArticle
from ..syntax import NOUNS, SUBJECTS, sentence_of
from .drafts import Passage, passages_of, verb_cues
from .speakers import SpeakerResolver, kind_of

_PERSONS = frozenset({"he", "she", "him", "her", "his"})
_LONGEST = 6  # tokens of a phrase that may be said again in brackets


class Referents:
    """Resolves words of one article to names or phrases that stand before them."""

    def __init__(self, article: ParsedArticle) -> None:
        self.passages = passages_of(article.paragraphs)
        self.resolver = SpeakerResolver(self.passages)
        self._by_start = {passage.paragraph.start: passage for passage in self.passages}

    def of(self, start: int, token: Token, *, but: Iterable[str] = ()) -> str | None:
        """Who or what the token of the paragraph at ``start`` means; ``None`` where unclear.

        ``but`` are the names of those who cannot be meant: who says "he" means another.
        """
        passage = self._by_start.get(start)
        if passage is None:
            return None
        word, names = token.lower_, frozenset(but)
        if word in _PERSONS:
            return _partner(token) or self._person(passage, token, names)
        if word in {"it", "its", "they", "their"}:
            return _topic(token)
        if _is_bare(token) and kind_of(token) == "organisation":
            name = self.resolver.identity(passage, token).name
            return name if name not in names else None
        return None

    def _person(self, passage: Passage, token: Token, but: frozenset[str]) -> str | None:
        """A wrong name is worse than none: nobody else may be meant, or the name has to tell."""
        offset = passage.paragraph.start + token.idx
        near = self.resolver.persons_before(token.lower_, offset) - but
        if not passage.outside(token):  # quoted, "he" is one who was named in the same words
            named = {name for name in near if _is_named(name, token)}
            return named.pop() if len(named) == 1 else None
        name = self.resolver.identity(passage, token).name
        if name is None or name in but:
            return None
        return name if near == {name} or self.resolver.tells_gender(name) else None


def _topic(token: Token) -> str | None:
    """What the sentence before in this paragraph is about: "The plan fails. [It] costs …"."""
    start = sentence_of(token).start
    if token.head.dep_ == "conj":  # "The plan failed, and [it] cost 3 million"
        root = token.head.head
    elif start:
        root = sentence_of(token.doc[start - 1]).root
    else:
        return None
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ not in NOUNS or verb_cues(root):
        return None  # "The bank said the plan is late. It costs …" is about the plan
    phrase = token.doc[subject.left_edge.i : subject.right_edge.i + 1]
    several = subject.tag_ in {"NNS", "NNPS"} or any(
        child.dep_ == "conj" for child in subject.rights
    )
    if len(phrase) > _LONGEST or several != (token.lower_ in {"they", "their"}):
        return None
    personal = subject.ent_type_ == "PERSON" or kind_of(subject) == "person"
    if personal and not several:
        return None
    return str(phrase.text)


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
    return str(phrase.text) if len(phrase) <= _LONGEST else None


def _is_named(name: str, pronoun: Token) -> bool:
    """Does the paragraph name them before the pronoun, by the last word at least?"""
    last = name.split()[-1]
    return any(token.text == last for token in pronoun.doc[: pronoun.i])


def _is_bare(noun: Token) -> bool:
    """Does it say no more than what kind of body it is: "[the company]"?"""
    before = list(noun.lefts)
    definite = len(before) == 1 and before[0].lower_ == "the"
    return noun.pos_ == "NOUN" and definite and not any(noun.rights)
