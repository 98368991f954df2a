"""What a figure counts or measures: the noun after it, before it, or further back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claims.figures import Figure, irregular_singular

from ..parsing import text_of
from ..syntax import NOUNS, VERBS, sentence_of, sentence_start, tokens_of
from .measured import (
    Taken,
    contrasted,
    labelled,
    level,
    misread_verb,
    noun_before,
    possessor,
    subject,
    worth,
)

_MODIFIES = ("nummod", "compound", "amod", "nmod", "npadvmod", "poss", "det", "predet", "quantmod")
_PRONOUNS = ("which", "whom", "them", "these", "those", "it", "that", "who")
_AFFECTED = ("dead", "killed", "injured", "wounded", "missing", "hurt", "homeless", "unemployed")
_DIMENSIONS = ("high", "long", "wide", "tall", "deep", "thick")
_UNCOUNTED = (*_DIMENSIONS, "others", "more", "old", "away", "apart")
_AGE_WORDS = ("aged", "age", "ages", "of", "over", "under", "above", "from", "between")


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
        return noun_before(noun)
    if noun.tag_ == "VBG":  # "87% of precincts reporting", taken for a compound
        noun = next((child for child in noun.lefts if child.tag_ == "NNS"), noun)
    return noun if noun.pos_ in NOUNS or noun.lower_ in _AFFECTED else None


def _modified(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun that the figure modifies: "112 strike and decoy drones", "a 25% tax"."""
    token = head
    while token.dep_ in _MODIFIES and token.head.i > token.i:
        token = token.head
        if token.pos_ in NOUNS and token.idx >= figure.end:
            if token.lower_ in _UNCOUNTED or _is_anothers(doc, figure, token, taken):
                return None
            if token.lower_ == "worth":
                return _worth_of(token)
            return _plural_of_headline(doc, figure) or _through_compounds(token)
    return None


def _plural_of_headline(doc: Doc, figure: Figure) -> Token | None:
    """The plural right behind, where capitals hide the verb: "31 [Nurses] Share Their Fears"."""
    if has_verb(doc):
        return None
    following = next(_after(doc, figure), None)
    is_plural = following is not None and following.tag_ in ("NNS", "NNPS")
    return following if is_plural else None


def has_verb(doc: Doc) -> bool:
    """Whether the paragraph has a verb in small letters, as a headline in capitals has not."""
    known: dict[str, bool] = doc.user_data
    if "has verb" not in known:
        known["has verb"] = any(word.pos_ in VERBS and word.is_lower for word in doc)
    return known["has verb"]


def _is_anothers(doc: Doc, figure: Figure, noun: Token, taken: Taken) -> bool:
    """Whether another figure counts the noun: "shoes cost $349 and four [hats] start at $39"."""
    if figure.is_bare:
        return False  # "six or seven hats"
    between = doc[tokens_of(doc, figure.start, figure.end).end : noun.i]
    if not any(token.pos_ == "CCONJ" for token in between) or noun.i - 1 not in taken:
        return False
    return noun.nbor(-1).pos_ == "NUM" and noun.nbor(-2).pos_ != "SYM"


def _worth_of(worth: Token) -> Token:
    """What is worth that much: "$5 billion worth of [cloth]"."""
    return _of(worth) or worth


def _of(noun: Token) -> Token | None:
    """The noun behind its "of"."""
    of = (child for child in noun.children if child.lower_ == "of")
    return next((noun for word in of for noun in word.children if noun.pos_ in NOUNS), None)


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


def _aged(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """Those right before their age: "[people] under 30", "[pupils] aged 8 to 10"."""
    if figure.kind != "age":
        return None
    at = tokens_of(doc, figure.start, figure.end).start - 1
    first = sentence_start(head)
    while at > first and doc[at].lower_ in _AGE_WORDS:
        at -= 1
    return doc[at] if at >= first and doc[at].tag_ == "NNS" else None


def _dimensioned(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun right before a height or length: "opened a [mirror] 21 feet wide"."""
    span = tokens_of(doc, figure.start, figure.end)
    if figure.kind != "measure" or span.start <= sentence_start(head) or span.end >= len(doc):
        return None
    if doc[span.end].lower_ not in _DIMENSIONS:
        return None
    before = doc[span.start - 1]
    return before if before.pos_ == "NOUN" else None


def _adjacent(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """Those affected, or a plural close behind, unattached by the parser: "left 12 dead"."""
    for token in _after(doc, figure):
        if token.lower_ in _AFFECTED or _is_misread_plural(token, figure):
            return token
        if token.lower_ in _UNCOUNTED and not _is_more_of(token):
            return None
        if token.pos_ in NOUNS and token.tag_ in ("NNS", "NNPS"):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") or token.is_punct:
            break
    return None


def _is_more_of(token: Token) -> bool:
    """Whether the word stands before what is counted: "25 million [more] people"."""
    return token.lower_ == "more" and token.head.i > token.i and token.head.tag_ == "NNS"


def _is_misread_plural(token: Token, figure: Figure) -> bool:
    """Whether a "verb" right after a number, with nothing behind, is its noun: "make 3 turns"."""
    if token.tag_ != "VBZ" or not token.lower_.endswith("s") or token.idx - figure.end > 1:
        return False
    following = token.doc[token.i + 1 : token.i + 2]
    return not following or following[0].pos_ in ("PUNCT", "ADP", "CCONJ")


_FINDERS = {
    "count": (_hyphened, _of_what, _modified, _adjacent, level),
    "ratio": (_of_what, _modified, _adjacent, level, possessor, subject),
}
_OTHER_FINDERS = (
    *(_hyphened_compound, _aged, _dimensioned, _of_what, worth, misread_verb, _modified),
    *(possessor, contrasted, labelled, subject),
)


_HARMING = frozenset({"kill", "injure", "wound"})


def casualties(figure: Figure, head: Token) -> NounPhrase | None:
    """People, of a number that is all that is said of them: "wounded 30", "412 died"."""
    verb, role = head.head, head.dep_
    if figure.kind != "count" or head.pos_ != "NUM":
        return None
    harmed = verb.lemma_ in _HARMING and role in ("dobj", "nsubjpass")
    died = verb.lemma_ == "die" and role == "nsubj"
    return NounPhrase(verb.idx, verb.idx + len(verb), "person") if harmed or died else None


def counted_by(doc: Doc, figure: Figure, head: Token, taken: Taken) -> NounPhrase | None:
    """What the figure itself names as counted or measured, within its sentence."""
    for finder in _FINDERS.get(figure.kind, _OTHER_FINDERS):
        token = finder(doc, figure, head, taken)
        if token is not None and token.i in taken and token.i < head.i:
            token = _of(token)  # "two kilos of [rice] cost $5"
        if token is not None and token.i not in taken:
            return noun_phrase(token, figure)
    return None
