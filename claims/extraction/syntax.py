"""What is a subject, a sentence, an antecedent: the parse's grammar, said once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from spacy.attrs import SENT_START
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

# Who or what does or is something; "there" and "it" only stand in the subject's place
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
SUBJECTS_OR_DUMMIES = SUBJECTS | {"expl"}
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
# Heads up the tree: more than anybody reads through, and more than a list's items hang on
FARTHEST = 60
# Of verbs that state something by themselves: "fell", "falls", "fall", "must"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

# Pronouns, by whom they can mean: one person ("he" or "she"), one body or thing, several, who
# speaks; and those that point at what was said
PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
BODILY = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
SPEAKING = frozenset({"i", "me", "we", "us"})
POINTING = frozenset({"this", "that", "these", "those"})
SUBJECTIVE = frozenset({"he", "she", "it", "they"})
OBJECTIVE = frozenset({"him", "her", "them"})
OWN = frozenset({"my", "our"})
OWNING = frozenset({"his", "her", "its", "their"})


def is_finite(token: Token) -> bool:
    """Is this a finite verb: "[fell] on Monday", "[must] fall"?"""
    return token.pos_ in VERBS and token.tag_ in FINITE


def tokens_of(doc: Doc, start: int, end: int) -> TokenSpan:
    """The tokens that these characters of the document touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # the characters lie inside the document
    return span


def tokens_with(doc: Doc, attribute: int, values: frozenset[int]) -> Iterator[Token]:
    """The tokens whose attribute (LEMMA, LOWER) is one of these hashes."""
    for number, value in enumerate(doc.to_array(attribute).tolist()):
        if value in values:
            yield doc[number]


def sentence_of(token: Token) -> TokenSpan:
    """The token's sentence; quicker than ``token.sent``, which walks to both of its ends."""
    bounds = _sentence_bounds(token.doc)
    number = bisect_right(bounds, token.i)
    return token.doc[bounds[number - 1] : bounds[number]]


def sentence_start(token: Token) -> int:
    """The index of its sentence's first token, which tells sentences of a document apart."""
    bounds = _sentence_bounds(token.doc)
    return bounds[bisect_right(bounds, token.i) - 1]


def words_around(token: Token) -> frozenset[str]:
    """The words of the token's sentence, in lower case."""
    start = sentence_start(token)
    known: dict[int, frozenset[str]] = token.doc.user_data.setdefault("words of sentences", {})
    if start not in known:
        known[start] = frozenset(word.lower_ for word in sentence_of(token))
    return known[start]


def entities_of(doc: Doc) -> tuple[TokenSpan, ...]:
    """The names, dates and numbers that the recogniser found; ``Doc.ents`` makes them anew."""
    if "entities" not in doc.user_data:
        doc.user_data["entities"] = doc.ents
    found: tuple[TokenSpan, ...] = doc.user_data["entities"]
    return found


def entities_in(tokens: TokenSpan) -> Iterator[TokenSpan]:
    """Those that lie in these tokens whole."""
    entities = entities_of(tokens.doc)
    first = bisect_left(entities, tokens.start, key=lambda entity: entity.start)
    for number in range(first, len(entities)):
        if entities[number].end > tokens.end:
            return
        yield entities[number]


def _sentence_bounds(doc: Doc) -> list[int]:
    """Where the document's sentences begin, and at last where it ends."""
    if "sentence bounds" not in doc.user_data:
        starts = enumerate(doc.to_array(SENT_START).tolist())
        later = (number for number, start in starts if start == 1 and number)
        doc.user_data["sentence bounds"] = [0, *later, len(doc)]
    bounds: list[int] = doc.user_data["sentence bounds"]
    return bounds


def heads_of(token: Token) -> Iterator[Token]:
    """The token and what it hangs on, up to the root, as far as a reader follows."""
    yield token
    yield from islice(token.ancestors, FARTHEST)


def antecedent(relative: Token) -> Token | None:
    """The noun that "who" or "which" stands for."""
    verb = relative.head
    while verb.dep_ not in {"relcl", "ROOT"}:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def head_of_relative(verb: Token) -> Token:
    """The noun that a relative clause is about: "[the line] through the valley, which runs".

    The parser hangs the clause on the last noun. Behind a comma it is the phrase's head that is
    gone on about, unless that is a person, or is one where several do it; a name stays.
    """
    noun = verb.head
    which = next((child for child in verb.lefts if child.lower_ == "which"), None)
    if which is None or which.i == 0 or which.nbor(-1).text != ",":
        return noun
    if _does(verb, noun) is False:
        inner = (word for word in reversed(noun.doc[noun.i + 1 : which.i]) if word.dep_ == "pobj")
        if (fitting := next((word for word in inner if _does(verb, word)), None)) is not None:
            return fitting
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and not noun.ent_type_:
        upper = noun.head.head
        parted = _does(verb, noun) is False
        owned = noun.head.lower_ == "of" and not parted  # "the sale of [the plant], which closed"
        if upper.pos_ != "NOUN" or owned or _does(verb, upper) is False:
            break
        noun = upper
    return noun


def _does(verb: Token, noun: Token) -> bool | None:
    """Do verb and noun agree in number; ``None`` where the verb does not tell."""
    forms = {verb.tag_, *(child.tag_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"})}
    words = {verb.lower_, *(child.lower_ for child in verb.lefts)}
    if "VBZ" in forms or "was" in words:
        return noun.tag_ in {"NN", "NNP"}
    if "VBP" in forms or "were" in words:
        return noun.tag_ in {"NNS", "NNPS"}
    return None


def verb_above(token: Token) -> Token:
    """The verb whose clause the token stands in, or the sentence's root; a verb is its own."""
    doc = token.doc
    known: dict[int, int] = doc.user_data.setdefault("verbs above", {})
    passed = []
    while token.i not in known:
        passed.append(token.i)
        states = token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass", "amod"}
        if states or token.head == token:
            known[token.i] = token.i
        else:
            token = token.head
    known.update(dict.fromkeys(passed, known[token.i]))
    return doc[known[token.i]]
