"""What a figure counts or measures: the noun after it, before it, or further back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from claims.figures import Figure, irregular_singular
from claims.figures.lexicon.changes import (
    AFFECTING_VERBS,
    CHANGE_NOUNS,
    MOVING_VERBS,
    MULTIPLYING,
)

from ..parsing import text_of
from ..syntax import (
    NOUNS,
    SUBJECTS_OR_DUMMIES,
    VERBS,
    heads_of,
    sentence_of,
    sentence_start,
    tokens_of,
)

_MODIFIES = ("nummod", "compound", "amod", "nmod", "npadvmod", "poss", "det", "predet", "quantmod")
_PRONOUNS = ("which", "whom", "them", "these", "those", "it", "that", "who")
_AFFECTED = ("dead", "killed", "injured", "wounded", "missing", "hurt", "homeless", "unemployed")
_UNCOUNTED = (
    "others",
    "more",
    "high",
    "long",
    "wide",
    "tall",
    "deep",
    "old",
    "thick",
    "away",
    "apart",
)
_SUMS = frozenset(
    {"total", "average", "record", "number", "sum", "minimum", "maximum", "mean", "median"}
    | {"peak", "high", "low"}
)
_REACHING = frozenset({*MOVING_VERBS, *AFFECTING_VERBS, *MULTIPLYING, "go", "come", "get", "bring"})


Taken = frozenset[int]  # tokens of figures and dates, which nothing counts: "5% to 7%"


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What is counted, as characters of the document, with its head's lemma."""

    start: int
    end: int
    head: str


def figure_head(doc: Doc, figure: Figure) -> Token:
    """The head token of a figure: its unit, or its number."""
    span = tokens_of(doc, figure.start, figure.end)
    number = tokens_of(doc, *figure.number)
    root = span.root
    inside = number if root.pos_ in ("ADP", "ADV", "SCONJ", "ADJ") else span
    return inside.root


def noun_phrase(head: Token, figure: Figure | None = None) -> NounPhrase:
    """The noun with what stands before it, without article and without the figure."""
    start = head
    for child in head.lefts:
        edge = child.left_edge
        if child.dep_ in ("compound", "amod", "nmod", "poss") and edge.i < start.i:
            start = edge
    if figure and _follows(figure, head):
        behind = tokens_of(head.doc, figure.start, figure.end).end
        start = head.doc[max(behind, sentence_start(head))]
        while start.i < head.i and (start.is_punct or start.pos_ in ("ADP", "DET")):
            start = start.nbor()
    return NounPhrase(start.idx, head.idx + len(head), lemma(head))


def _follows(figure: Figure, head: Token) -> bool:
    """Whether the noun stands close behind its figure, so that all between belongs to it."""
    between = text_of(head.doc)[figure.end : head.idx]
    return figure.end <= head.idx and "," not in between and between.count(" ") < 7


def lemma(token: Token) -> str:
    """The lemma of a head noun, lower case unless a name: "drone", "person", "American"."""
    if token.lower_ in _AFFECTED:
        return "person"
    if known := irregular_singular(token.lower_):
        return known
    if token.pos_ == "PROPN" and token.is_sent_start and not token.ent_type_:
        return token.text if token.text.isupper() else token.lower_
    if token.pos_ == "PROPN":
        is_plural = token.tag_ == "NNPS" and token.text.endswith("s")
        return token.text[:-1] if is_plural else token.text
    return token.lemma_.lower()


def _after(doc: Doc, figure: Figure) -> Iterator[Token]:
    """The tokens that follow the figure within its sentence."""
    span = tokens_of(doc, figure.start, figure.end)
    yield from doc[span.end : sentence_of(span.root).end]


_HYPHENED = re.compile(r"-(?:(?:,?\s(?:(?:and|or|to)\s)?[\w.]+-)*)([^\W\d]+)")


def _hyphened(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun behind a hyphen: "a 150-seat chamber", "four-, five- and six-cylinder engines"."""
    if not (found := _HYPHENED.match(text_of(doc), figure.end)):
        return None
    token = tokens_of(doc, *found.span(1))[0]
    sentence = sentence_of(tokens_of(doc, figure.start, figure.end).root)
    if token.idx != found.start(1) or token.i >= sentence.end:
        return None
    if token.lower_ == "strong" and token.head.i > token.i:
        return token.head  # "a 5,000-strong crowd"
    return token


def _hyphened_compound(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun that an age ending in "old" modifies: "a 47-year-old man"."""
    if figure.kind != "age" or not text_of(doc)[figure.start : figure.end].endswith("old"):
        return None
    token = next(_after(doc, figure), None)
    while token is not None and token.pos_ in ("ADJ", "NOUN", "PROPN") and token.dep_ in _MODIFIES:
        token = token.head if token.head.i > token.i else None
    return token if token is not None and token.pos_ in NOUNS else None


def _of_what(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun after "of", "in" or "worth": "half of all scams", "1.1 billion in fuel sales"."""
    after = _after(doc, figure)
    first = next(after, None)
    if first is None or first.lower_ not in ("of", "in", "worth"):
        return None
    if first.lower_ == "in" and figure.kind != "money":
        return None
    noun = next((child for child in first.children if child.dep_ == "pobj"), None)
    if noun is None or (noun.ent_type_ in ("GPE", "LOC", "DATE", "TIME") and first.lower_ == "in"):
        return None
    if noun.lower_ in _PRONOUNS:
        return _noun_before(noun)
    return noun if noun.pos_ in NOUNS or noun.lower_ in _AFFECTED else None


def _noun_before(pronoun: Token) -> Token | None:
    """The noun that "which", "whom" or "them" stands for: "112 drones …, 84 of which"."""
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl" and ancestor.head.pos_ in NOUNS:
            return ancestor.head
    return None


def _modified(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun that the figure modifies: "112 strike and decoy drones", "a 25% tax"."""
    token = head
    while token.dep_ in _MODIFIES and token.head.i > token.i:
        token = token.head
        if token.pos_ in NOUNS and token.idx >= figure.end:
            return None if token.lower_ in _UNCOUNTED else _through_compounds(token)
    return None


def _through_compounds(token: Token) -> Token:
    """The noun that a modifier leads to: the plural "drones" of "strike and decoy drones"."""
    while (
        token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.pos_ in NOUNS
    ):
        token = token.head
    following = iter(token.doc[token.i + 1 : min(token.i + 5, sentence_of(token).end)])
    if token.tag_ == "NN" and (joint := next(following, None)) and joint.pos_ == "CCONJ":
        for later in following:
            if later.tag_ == "NNS":
                return later
            if later.pos_ not in ("NOUN", "ADJ"):
                break
    return token


def _adjacent(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """Those affected, or a plural close behind, unattached by the parser: "left 12 dead"."""
    for token in _after(doc, figure):
        if token.lower_ in _AFFECTED or _is_misread_plural(token, figure):
            return token
        if token.lower_ in _UNCOUNTED:
            return None
        if token.pos_ == "NOUN" and token.tag_ == "NNS":
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") or token.is_punct:
            break
    return None


def _is_misread_plural(token: Token, figure: Figure) -> bool:
    """Whether a "verb" right after a number, with nothing behind, is its noun: "make 3 turns"."""
    if token.tag_ != "VBZ" or not token.lower_.endswith("s") or token.idx - figure.end > 1:
        return False
    following = token.doc[token.i + 1 : token.i + 2]
    return not following or following[0].pos_ in ("PUNCT", "ADP", "CCONJ")


def _subject(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """What the sentence gives a figure of: "[therapy] costs $2,000", "sold a [house] for $2m"."""
    if head.pos_ == "VERB":
        return _verb_measures(head, head, is_money=False)
    for token, governor in pairwise(heads_of(head)):
        if token.dep_ == "pobj" and governor.head.pos_ in NOUNS:
            noun = governor.head
            if noun.lemma_.lower() not in CHANGE_NOUNS and noun.i not in taken:
                return noun
        if governor.pos_ in VERBS:
            return _verb_measures(governor, head, figure.kind == "money")
        if governor.lower_ == "worth" and governor.head.pos_ in NOUNS:
            return governor.head
        if token.dep_ == "appos" and governor.pos_ in NOUNS and governor.i not in taken:
            return governor
    return None


def _worth(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun before "worth": "cocaine worth 150 million euros"."""
    first = tokens_of(doc, figure.start, figure.end)[0]
    if first.i < 2 or first.nbor(-1).lower_ != "worth":
        return None
    return _nominal(first.nbor(-2))


def _misread_verb(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The subject of a "cost" that the parser takes for a noun: "the stadium cost $3 million"."""
    first = tokens_of(doc, figure.start, figure.end)[0]
    if figure.kind != "money" or first.i < 2 or first.nbor(-1).lower_ not in ("cost", "costs"):
        return None
    cost = first.nbor(-1)
    if cost.pos_ != "NOUN" or any(child.dep_ in ("det", "poss", "amod") for child in cost.lefts):
        return None
    return next((child for child in cost.lefts if child.dep_ == "compound"), None)


def _level(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """What has risen or fallen to the figure, or is that many: "membership grew to 1,900".

    Also the noun before "of": "a crowd of 40,000".
    """
    preposition = head.head
    if head.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.pos_ == "NOUN":
        return None if preposition.head.lower_ in _SUMS else preposition.head
    is_level = head.dep_ == "pobj" and preposition.lower_ in ("to", "from", "at", "by", "than")
    if is_level and preposition.lower_ == "to":  # not "by 312 votes to 230"
        is_level = preposition.head.lemma_.lower() in _REACHING
    return (
        _subject(doc, figure, head, taken) if is_level or head.dep_ in ("attr", "acomp") else None
    )


def _verb_measures(verb: Token, figure: Token, is_money: bool) -> Token | None:
    """The verb's object where it is changed by the figure or paid with it, else its subject."""
    preposition = figure.head.lower_ if figure.dep_ == "pobj" else ""
    if preposition in ("by", "from", "to", "at") or (is_money and preposition == "for"):
        for child in verb.children:
            if child.dep_ == "dobj" and child.pos_ in NOUNS and child.i < figure.i:
                return child
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS_OR_DUMMIES and child.i < figure.i:
                return (
                    _noun_before(child)
                    if child.lower_ in ("which", "that", "who")
                    else _nominal(child)
                )
        if verb.dep_ in ("acl", "relcl", "amod") and verb.head.pos_ in NOUNS:
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "aux") and verb.head.pos_ in VERBS:
            verb = verb.head
        else:
            return None


def _nominal(token: Token) -> Token | None:
    return token if token.pos_ in NOUNS else None


_FINDERS = {
    "count": (_hyphened, _of_what, _modified, _adjacent, _level),
    "ratio": (_of_what, _modified, _adjacent, _level, _subject),
}
_OTHER_FINDERS = (_hyphened_compound, _of_what, _worth, _misread_verb, _modified, _subject)


def counted_by(doc: Doc, figure: Figure, head: Token, taken: Taken) -> NounPhrase | None:
    """What the figure itself names as counted or measured, within its sentence."""
    for finder in _FINDERS.get(figure.kind, _OTHER_FINDERS):
        token = finder(doc, figure, head, taken)
        if token is not None and token.i not in taken:
            return noun_phrase(token, figure)
    return None
