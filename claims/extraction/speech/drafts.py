"""Attributions on their way: what the finders hand over before names are resolved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from spacy.attrs import LEMMA
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from ..parsing import Paragraph
from ..records import Attitude
from ..syntax import SUBJECTS, VERBS, sentence_of, tokens_with
from .apposed import joint, name_apposed
from .lexicon.cues import ADJECTIVE_CUES, MISLEMMATISED, NOUN_CUES, PARTICIPLES, VERB_CUES, Cue
from .quotes import Quote, find_quotes

_OUTSIDE = {"relcl", "advcl", "parataxis", "dep", "conj"}  # of a speaker's noun phrase
_HANGING = {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "aux", "advmod"}
_LEMMAS = [
    *VERB_CUES,
    *MISLEMMATISED,
    *ADJECTIVE_CUES,
    *NOUN_CUES,
    *PARTICIPLES,
    "accord",
    "word",
    "in",
]


@dataclass
class Passage:
    """A paragraph with its quotations; ``used`` holds the cue tokens already taken."""

    number: int
    paragraph: Paragraph
    quotes: list[Quote]
    used: set[int] = field(default_factory=set)
    direct: set[Quote] = field(default_factory=set)  # quotations already attributed

    @property
    def doc(self) -> Doc:
        return self.paragraph.doc

    @property
    def text(self) -> str:
        return self.paragraph.text

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation around this character of the paragraph."""
        number = bisect_right(self._quote_starts, offset) - 1
        return self.quotes[number] if number >= 0 and offset < self.quotes[number].end else None

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def outside(self, token: Token) -> bool:
        return self.quote_at(token.idx) is None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's noun phrase: tokens ``start`` to ``end`` of a passage, and its head."""

    passage: Passage
    start: int
    end: int
    head: Token
    person: bool = False  # whatever the recogniser takes the name for


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence before a quotation: where it begins, who it is about, whether they speak."""

    start: int
    subject: Phrase | None
    speaks: bool


@dataclass(slots=True)
class Draft:
    """An attribution with offsets into the article and an unresolved speaker."""

    attitude: Attitude
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]
    speaker: Phrase | None
    floating: bool = False  # a quotation that only its place gives to a speaker
    lead: Lead | None = None  # the sentence before a floating one
    firm: bool = False  # a verb of saying with its own subject: counts inside another's speech
    labelled: bool = False  # its speaker is a label in front of it, which is the name
    whole: bool = False  # its content is all the rest of the sentence: others may stand inside


def passage_of(number: int, paragraph: Paragraph) -> Passage:
    return Passage(number, paragraph, find_quotes(paragraph.text))


def cue_tokens(doc: Doc) -> Iterator[Token]:
    """The tokens whose lemma the lexicon lists, found by one array look-up."""
    return tokens_with(doc, LEMMA, _hashes(doc.vocab.strings))


def verb_cues(token: Token) -> tuple[Cue, ...]:
    """The lexicon's senses of a verb."""
    if token.pos_ not in VERBS:
        return ()
    lemma = token.lemma_.lower()
    return VERB_CUES.get(MISLEMMATISED.get(lemma, lemma), ())


@lru_cache(maxsize=4)
def _hashes(strings: StringStore) -> frozenset[int]:
    return frozenset(strings.add(form) for lemma in _LEMMAS for form in (lemma, lemma.capitalize()))


def cue_span(passage: Passage, verb: Token, *following: str) -> tuple[int, int]:
    """The verb's place in the article with these words where they follow: "ruled out"."""
    last = verb.i
    for word in following:
        if last + 1 < len(passage.doc) and passage.doc[last + 1].lower_ == word:
            last += 1
    offset = passage.paragraph.start
    return offset + verb.idx, offset + passage.doc[last].idx + len(passage.doc[last])


def subject_of(verb: Token) -> Token | None:
    """Who does this: its own subject, else that of the verb it hangs on.

    "She smiled and said", "He left, saying", "a report warning".
    """
    for _ in range(6):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != ",":
                return verb.head
            verb = next((a for a in verb.ancestors if a.pos_ in VERBS), verb.head)
            continue
        if verb.dep_ not in _HANGING:
            return _neighbour(verb)
        verb = verb.head.head if resumes(verb) else verb.head
    return None


def resumes(verb: Token) -> bool:
    """Does it go on from the cue further up: "said it would close and urged people to leave"?"""
    outer = verb.head
    return (
        verb.dep_ == "conj"
        and outer.dep_ == "ccomp"
        and verb.tag_ == outer.head.tag_ == "VBD"
        and bool(verb_cues(verb))
        and bool(verb_cues(outer.head))
        and not any(child.dep_ in SUBJECTS for child in verb.children)
    )


def _neighbour(verb: Token) -> Token | None:
    """The name right before a finite verb that the parser gave no subject."""
    if verb.tag_ not in {"VBD", "VBZ"}:
        return None
    start, number = sentence_of(verb).start, verb.i - 1
    while number >= start and verb.doc[number].pos_ in {"ADV", "AUX"}:
        number -= 1
    if number < start:
        return None
    before = verb.doc[number]
    named = before.pos_ in {"PROPN", "PRON"} and before.ent_type_ not in {"DATE", "TIME"}
    return before if named else None


def noun_phrase(passage: Passage, head: Token) -> Phrase:
    """The head's noun phrase without descriptive appositions and relative clauses."""
    start, end = head.left_edge.i, _end_of_name(head)
    for token in joint(head):
        end = max(end, _end_of_name(token))
    while start < head.i and passage.doc[start].is_punct:
        start += 1
    if end - 1 > head.i and passage.doc[end - 1].tag_ == "POS":
        end -= 1
    return Phrase(passage, start, end, head)


def _end_of_name(head: Token) -> int:
    """Where one name or description ends, before asides and further speakers."""
    end, name = head.i + 1, name_apposed(head)
    for child in head.rights:
        if child.dep_ in {"punct", "cc"}:
            if child.text == ":":
                break
            continue
        if child.dep_ in _OUTSIDE or (child.dep_ == "appos" and child != name):
            break
        aside = child.nbor(-1).is_punct and child.dep_ in {"acl", "prep"}
        if aside or any(inner.dep_ == "pcomp" for inner in child.children):
            break
        end = child.right_edge.i + 1
    return end
