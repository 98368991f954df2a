"""Attributions on their way: what the finders hand over before names are resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from spacy.attrs import LEMMA
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from ..parsing import Paragraph
from ..records import Attitude
from ..syntax import SUBJECTS, VERBS, sentence_of, tokens_with
from .apposed import joint, name_apposed
from .lexicon.cues import (
    ADJECTIVE_CUES,
    MISLEMMATISED,
    NEVER_BARE,
    NOUN_CUES,
    PARTICIPLES,
    QUOTING,
    VERB_CUES,
    Cue,
)
from .quotes import Quote, find_quotes

_OUTSIDE = {"relcl", "advcl", "parataxis", "dep", "conj"}  # of a speaker's noun phrase
_REMARK = re.compile(r"\s+(?:--|[-–—])\s+an?\s")
_CONJUNCTIONS = {"and", "but", "yet", "however"}
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
    """The sentence before a quotation: where it begins, who it is about, whether they speak.

    ``introduces`` says that it names a person and stands in the quotation's own paragraph.
    """

    start: int
    subject: Phrase | None
    speaks: bool
    introduces: bool


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
    via: Draft | None = None  # of who is quoted as saying it: the medium's
    whole: bool = False  # its content is all the rest of the sentence: others may stand inside


def passages_of(paragraphs: Iterable[Paragraph]) -> list[Passage]:
    """The paragraphs with their quotations, of which one may end a paragraph later."""
    passages: list[Passage] = []
    for number, paragraph in enumerate(paragraphs):
        before = passages[-1].quotes if passages else []
        begun = bool(before) and not before[-1].closed
        passages.append(Passage(number, paragraph, find_quotes(paragraph.text, begun)))
    return passages


def cue_tokens(doc: Doc) -> Iterator[Token]:
    """The tokens whose lemma the lexicon lists, found by one array look-up."""
    return tokens_with(doc, LEMMA, _hashes(doc.vocab.strings))


def verb_cues(token: Token) -> tuple[Cue, ...]:
    """The lexicon's senses of a verb."""
    if token.pos_ not in VERBS:
        return ()
    return VERB_CUES.get(cue_lemma(token), ())


def cue_lemma(token: Token) -> str:
    """The lemma as the lexicon has it: "rate" also where the model says "rat"."""
    lemma = token.lemma_.lower()
    return MISLEMMATISED.get(lemma, lemma)


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
    if (quoting := quoting_verb(verb)) is not None:
        quoted = (child for child in quoting.children if child.dep_ in {"dobj", "nsubjpass"})
        return next(quoted, None)
    for _ in range(6):
        own = own_subject(verb)
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


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject, also where the parser set it beside what stands before it.

    "To see the real Scott, Judge Lee said, go there": Lee, whom no comma parts from the verb.
    """
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    own = subjects[0] if subjects else None
    if own is None or own.i > verb.i:
        return own
    if (nearest := _nearest(subjects, verb)) is not None:
        return nearest
    beside = (child for child in own.rights if child.dep_ == "appos")
    beside = (child for child in beside if child.right_edge.i == verb.i - 1)
    return next((child for child in beside if child.doc[child.left_edge.i - 1].text == ","), own)


def _nearest(subjects: list[Token], verb: Token) -> Token | None:
    """The last of several, whom a comma parts from the others: "Employment, [Reed] said, rose"."""
    last = next((token for token in reversed(subjects) if token.i < verb.i), None)
    if last is None or last == subjects[0]:
        return None
    before = verb.doc[last.left_edge.i - 1]
    return last if before.text == "," else None


def quoting_verb(verb: Token) -> Token | None:
    """The verb of a medium that passes this on: "[quoted] the mayor as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or not verb_cues(verb):
        return None
    quoting = verb.head.head
    return quoting if quoting.lemma_.lower() in QUOTING else None


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


def noun_phrase(passage: Passage, head: Token, *, alone: bool = False) -> Phrase:
    """The head's noun phrase without descriptive appositions and relative clauses.

    ``alone`` leaves out whom it is joined with: "[the union], which pays, and the board".
    """
    start, end = head.left_edge.i, _end_of_name(head)
    for token in [head] if alone else joint(head):
        end = max(end, _end_of_name(token))
    while start < head.i and (passage.doc[start].is_punct or passage.doc[start].lower_ == "as"):
        start += 1  # "…, as [all but one of them] had expected"
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
        end = _before_relative(child)
    return end


def _before_relative(part: Token) -> int:
    """The end of a name's part before a clause on its last word: "a tweet by Lee[, who said …]"."""
    end = part.right_edge.i + 1
    for token in part.doc[part.i : end - 1]:
        if token.text == "," and token.nbor(1).tag_ in {"WP", "WDT", "WP$"}:
            return token.i
    return end


def article_span(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """These tokens' characters, out to the end of a quotation they enter."""
    doc = passage.doc
    if start >= end or all(token.is_punct for token in doc[start:end]):
        return None
    start += _is_conjunction(doc[start])
    start = _behind_conjunction(passage, start, end)
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    for quote in passage.quotes:
        if quote in passage.direct:
            if first <= quote.start < last:
                last = quote.start
            elif first < quote.end <= last:
                first = quote.end
        elif first <= quote.start < last <= quote.end:
            last = quote.end
        elif quote.start < first < quote.end:
            first = quote.start
        elif first <= quote.start and quote.end < last and _REMARK.match(passage.text, quote.end):
            last = quote.end  # likened it to "a siege" - a charge that stung
    offset = passage.paragraph.start
    return (offset + first, offset + last) if first < last else None


def _is_conjunction(that: Token) -> bool:
    """Is it the "that" of "said that numbers fell", and not of "said that number fell"?"""
    joins = that.dep_ == "mark" or (that.tag_ == "IN" and that.head.i > that.i)
    if that.lower_ != "that" or not joins:
        return False
    if that.i + 1 == len(that.doc):
        return True
    noun = that.nbor(1)  # a bare singular that needs an article has none but this
    needs_one = that.tag_ == "DT" or noun.lower_ in NEVER_BARE
    numbered = noun.i + 1 < len(that.doc) and noun.nbor(1).like_num  # number 12
    return numbered or not (needs_one and noun.tag_ == "NN" and noun.dep_ in SUBJECTS)


def _behind_conjunction(passage: Passage, start: int, end: int) -> int:
    """Where the content begins, behind the writer's "but": "But the road is closed, he said"."""
    first = passage.doc[start]
    if first.lower_ not in _CONJUNCTIONS or not first.is_title or not passage.outside(first):
        return start
    return start + 2 if start + 1 < end and passage.doc[start + 1].text == "," else start + 1
