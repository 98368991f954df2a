"""What the clause says that a figure measures: "[therapy] costs $2,000", "cut [prices] by 4%"."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from claims.figures import Figure
from claims.figures.lexicon.changes import (
    AFFECTING_VERBS,
    CHANGE_NOUNS,
    MOVING_VERBS,
    MULTIPLYING,
)

from ..parsing import text_of
from ..syntax import (
    NOUNS,
    SUBJECTS,
    SUBJECTS_OR_DUMMIES,
    VERBS,
    heads_of,
    is_finite,
    sentence_start,
    tokens_of,
    verb_above,
)

Taken = frozenset[int]  # tokens of figures and dates, which nothing counts: "5% to 7%"

_SUMS = frozenset(
    {"total", "average", "record", "number", "sum", "minimum", "maximum", "mean", "median"}
    | {"peak", "high", "low"}
)
_CHANGING = frozenset({*MOVING_VERBS, *AFFECTING_VERBS})
_REACHING = frozenset({*_CHANGING, *MULTIPLYING, "go", "come", "get", "bring"})
# By how much one is ahead of another, or behind: "Labour leads the Greens by 4 points"
_COMPETING = frozenset(
    {"beat", "best", "defeat", "exceed", "lead", "outnumber", "outpace", "outsell"}
    | {"outspend", "outstrip", "overtake", "surpass", "top", "trail", "trounce"}
)
# Participles that say a figure of the noun before them: "families earning $90,000"
_STATING = frozenset({"average", "cost", "earn", "make", "measure", "number", "total", "weigh"})
_SPANNING = frozenset({"average", "number", "range", "start", "total", "vary"})
_SHARE_WORDS = frozenset({"percent", "%", "percentage", "cent"})
_SAID_BY_VERB = frozenset({"count", "money", "percent", "measure"})
_CONTRASTING = frozenset({"to", "against", "than", "with", "versus", "vs", "vs."})


def subject(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """What the sentence gives a figure of: "[therapy] costs $2,000", "sold a [house] for $2m"."""
    if head.pos_ == "VERB":
        multiplied = _object(head, head.doc[-1]) if figure.kind == "multiple" else None
        return multiplied or _verb_measures(head, head, figure)
    if figure.kind == "age" and _is_person(doc, figure, head):
        return None
    if (verb := _verb_before(doc, figure)) is not None and verb_above(head) != verb:
        return _verb_measures(verb, head, figure)  # "shoes cost $349 and four hats start at $39"
    for token, governor in pairwise(heads_of(head)):
        if (
            token.dep_ == "pobj"
            and governor.head.pos_ in NOUNS
            and not _is_at_age(figure, governor)
        ):
            noun: Token | None = governor.head
            if governor.head.lemma_.lower() in CHANGE_NOUNS:
                noun = _changing_noun(governor.head)
            if noun is not None and noun.i not in taken:
                return noun
        if governor.pos_ in VERBS:
            if _is_itself_subject(doc, figure, token):
                return _among(governor)
            return _verb_measures(governor, head, figure)
        if governor.lower_ == "worth" and governor.head.pos_ in NOUNS:
            return governor.head
        if token.dep_ == "appos" and governor.pos_ in NOUNS and governor.i not in taken:
            return governor
    return None


def _verb_before(doc: Doc, figure: Figure) -> Token | None:
    """The verb that an amount stands right behind, whatever the parse hangs it on."""
    first = tokens_of(doc, figure.start, figure.end)[0]
    if figure.kind not in _SAID_BY_VERB or first.i <= sentence_start(first):
        return None
    verb = first.nbor(-1)
    return verb if is_finite(verb) and verb.dep_ not in ("aux", "auxpass") else None


def _is_itself_subject(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the sentence says something of a share: "5% prefer tea", of whom stands elsewhere."""
    if figure.kind != "percent" or token.dep_ not in SUBJECTS:
        return False
    start = tokens_of(doc, figure.start, figure.end).start
    return start == 0 or doc[start - 1].pos_ != "ADP"


def _among(verb: Token) -> Token | None:
    """Those that a sentence's shares are of: "among [voters], 46 percent chose him"."""
    for above in heads_of(verb):
        for child in above.lefts:
            if child.dep_ == "prep" and child.lower_ in ("among", "of"):
                return next((_nominal(noun) for noun in child.rights if noun.dep_ == "pobj"), None)
        if above.dep_ not in ("conj", "advcl", "ccomp"):
            return None
    return None


def _is_person(doc: Doc, figure: Figure, head: Token) -> bool:
    """Whether the age itself stands for the person: "fit for a 63-year-old"."""
    is_noun = text_of(doc)[figure.start : figure.end].rstrip("s").endswith("old")
    return is_noun and head.dep_ in SUBJECTS | {"pobj", "dobj", "conj"}


def _is_at_age(figure: Figure, preposition: Token) -> bool:
    """Whether the age is that of who does something, no noun's: "left school at age 12"."""
    return figure.kind == "age" and preposition.lower_ == "at"


def _changing_noun(noun: Token) -> Token | None:
    """What changes, where the noun of change says it: "a [tax] increase of $700"."""
    return next((child for child in noun.lefts if child.dep_ == "compound"), None)


def worth(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun before "worth": "cocaine worth 150 million euros"."""
    first = tokens_of(doc, figure.start, figure.end)[0]
    if first.i < 2 or first.nbor(-1).lower_ != "worth":
        return None
    return _nominal(first.nbor(-2))


def misread_verb(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The subject of a "cost" that the parser takes for a noun: "the stadium cost $3 million"."""
    first = tokens_of(doc, figure.start, figure.end)[0]
    if figure.kind != "money" or first.i < 2 or first.nbor(-1).lower_ not in ("cost", "costs"):
        return None
    cost = first.nbor(-1)
    if cost.pos_ != "NOUN" or any(child.dep_ in ("det", "poss", "amod") for child in cost.lefts):
        return None
    return next((child for child in cost.lefts if child.dep_ == "compound"), None)


def possessor(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """Whose the share or sum is: "against [Ortiz]'s 34 percent"."""
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    return _nominal(owner) if owner is not None and owner.i not in taken else None


def labelled(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun right before the sum in a list without verbs: "profit $41m, [dividend] $0.40"."""
    at, start = tokens_of(doc, figure.start, figure.end).start - 1, sentence_start(head)
    if figure.kind != "money" or at < start or doc[at].pos_ != "NOUN":
        return None
    before = at - 1
    while before >= start and doc[before].pos_ in ("ADJ", "NOUN", "PROPN", "DET"):
        before -= 1
    is_alone = before < start or doc[before].text in (",", ";", ":")
    return doc[at] if is_alone else None


def contrasted(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """Whose the second of two figures is: "had 51%, to 48% for [Kim]"; not "rose to 5% for May"."""
    span = tokens_of(doc, figure.start, figure.end)
    if figure.kind != "percent" or head.dep_ != "pobj" or span.end >= len(doc):
        return None
    preposition = head.head
    if preposition.lower_ not in _CONTRASTING or preposition.head.lemma_.lower() in _REACHING:
        return None
    behind = doc[span.end]
    if behind.lower_ != "for":
        return None
    return next((_nominal(child) for child in behind.children if child.dep_ == "pobj"), None)


def level(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """What has risen or fallen to the figure, or is that many: "membership grew to 1,900".

    Also the noun before "of": "a crowd of 40,000".
    """
    preposition = head.head
    if head.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.pos_ == "NOUN":
        return None if preposition.head.lower_ in _SUMS else preposition.head
    if (verb := _verb_before(doc, figure)) is not None and verb.lemma_ == "be":
        return _verb_measures(verb, head, figure)
    is_level = head.dep_ == "pobj" and preposition.lower_ in ("to", "from", "at", "by", "than")
    if is_level and preposition.lower_ == "to":  # not "by 312 votes to 230"
        is_level = preposition.head.lemma_.lower() in _REACHING
    return subject(doc, figure, head, taken) if is_level or head.dep_ in ("attr", "acomp") else None


def _verb_measures(verb: Token, head: Token, figure: Figure) -> Token | None:
    """The verb's object where it is changed by the figure or paid with it, else its subject."""
    preposition = head.head.lower_ if head.dep_ == "pobj" else ""
    to_object = preposition in ("by", "from", "to", "at")
    if verb.lemma_.lower() in _COMPETING:
        to_object = preposition == "to"
    elif preposition == "for":
        to_object = figure.kind == "money"
    elif not preposition:
        to_object = verb.lemma_.lower() in _CHANGING and figure.kind not in ("count", "duration")
    if to_object and (affected := _object(verb, head)) is not None:
        return _nominal(affected)
    return _subject_of(verb, head)


def _object(verb: Token, before: Token) -> Token | None:
    """The verb's object in front of a token: "cut [prices] by 4%"; no figure."""
    return next(
        (
            child
            for child in verb.children
            if child.dep_ == "dobj"
            and child.i < before.i
            and (child.pos_ == "PRON" or _is_nominal(child))
        ),
        None,
    )


def _subject_of(verb: Token, head: Token) -> Token | None:
    """The noun that the verb says something of, its own or that of a verb above."""
    while True:
        if (noun := _before_participle(verb)) is not None:
            return noun
        for child in verb.children:
            if child.dep_ in SUBJECTS_OR_DUMMIES and child.i < head.i:
                is_relative = child.lower_ in ("which", "that", "who")
                return noun_before(child) if is_relative else _nominal(child)
        if verb.dep_ in ("acl", "relcl", "amod") and verb.head.pos_ in NOUNS:
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "aux") or verb.head.pos_ not in VERBS:
            return None
        if verb.dep_ == "xcomp" and (told := _object(verb.head, verb)) is not None:
            return _nominal(told)  # "asked the [club] to pay $5 million"
        verb = verb.head


def _before_participle(verb: Token) -> Token | None:
    """The noun before a participle, whatever the parse: "[tariffs], ranging from 5% to 25%"."""
    if verb.tag_ != "VBG" or verb.i <= sentence_start(verb) or verb.dep_ in ("acl", "relcl"):
        return None
    if any(child.dep_ in SUBJECTS_OR_DUMMIES or child.dep_ == "aux" for child in verb.lefts):
        return None
    before, word = verb.nbor(-1), verb.lemma_.lower()
    if before.text == "," and word in _SPANNING and before.i > sentence_start(verb):
        before = before.nbor(-1)
        while before.dep_ == "pobj" and before.head.head.pos_ in NOUNS:
            before = before.head.head  # "[tariffs] on steel, ranging"
    elif word not in _STATING | MOVING_VERBS.keys():
        return None
    return _nominal(before)


def noun_before(pronoun: Token) -> Token | None:
    """The noun that "which", "whom" or "them" stands for: "112 drones …, 84 of which"."""
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl" and ancestor.head.pos_ in NOUNS:
            return ancestor.head
    return None


def _nominal(token: Token) -> Token | None:
    """The token if it is a noun; of a share those it is of: "the top 1 percent of [earners]"."""
    if token.lower_ not in _SHARE_WORDS:
        return token if _is_nominal(token) else None
    of = (child for child in token.children if child.lower_ == "of")
    return next((noun for word in of for noun in word.children if noun.pos_ in NOUNS), None)


def _is_nominal(token: Token) -> bool:
    """Whether this is a noun, also one taken for a verb: "raised its growth [forecast]"."""
    owned = token.pos_ == "VERB" and any(left.dep_ in ("poss", "det") for left in token.lefts)
    return token.pos_ in NOUNS or owned
