"""What the clause says that a figure measures: "[therapy] costs $2,000", "cut [prices] by 4%"."""

from __future__ import annotations

import re
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
_PARENTS = frozenset(  # "a mother of three"
    {"mother", "father", "parent", "dad", "mum", "mom", "grandmother", "grandfather", "grandparent"}
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
_REACHED = frozenset({"number", "total", "reach", "average", "exceed", "surpass", "approach"})
_SAID_BY_VERB = frozenset({"count", "money", "percent", "measure"})
# Who has a change is what changes: "[shares] saw a fall of 3%"
_HAVING = frozenset({"see", "suffer", "post", "record", "register", "experience", "have", "face"})
WHEN_OR_WHERE = frozenset({"GPE", "LOC", "DATE", "TIME"})
_SOME = frozenset({"each", "all", "most", "many", "some", "both", "none", "any"})  # "each of"
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
        noun = _governing_noun(doc, figure, token, governor)
        if noun is not None and noun.i not in taken:
            is_rival = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _COMPETING
            return _verb_measures(noun.head, head, figure) if is_rival else noun
        if governor.pos_ in VERBS:
            if _is_itself_subject(doc, figure, token):
                return _among(governor)
            return _verb_measures(governor, head, figure)
    return None


def _governing_noun(doc: Doc, figure: Figure, token: Token, governor: Token) -> Token | None:
    """The noun that a figure hangs on, or its preposition: "a [loss] of $3m", "a [fine], $90"."""
    noun = governor.head
    if token.dep_ == "pobj" and noun.pos_ in NOUNS and not _is_at_age(figure, governor):
        if noun.lemma_.lower() in CHANGE_NOUNS:
            return _changing_noun(figure, noun)
        return None if noun.lower_ in _SUMS | {"factor"} else noun
    if governor.lower_ == "worth" and noun.pos_ in NOUNS:
        return noun
    if token.dep_ == "appos" and not _is_misread_adjective(doc, figure, governor):
        return governor if governor.pos_ in NOUNS else None
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
    if figure.kind not in ("percent", "ratio"):
        return False
    if token.dep_ == "agent":  # "was backed by 42 percent", not "was cut by 42 percent"
        verb = token.head
        is_passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
        return is_passive and verb.lemma_.lower() not in _CHANGING
    if token.dep_ not in SUBJECTS:
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
    first = tokens_of(doc, figure.start, figure.end)[0]
    if first.i and first.nbor(-1).lower_ in ("them", "those"):
        return True  # "most of them over 70"
    is_noun = text_of(doc)[figure.start : figure.end].rstrip("s").endswith("old")
    return is_noun and head.dep_ in SUBJECTS | {"pobj", "dobj", "conj"}


def _is_at_age(figure: Figure, preposition: Token) -> bool:
    """Whether the age is that of who does something, no noun's: "left school at age 12"."""
    return figure.kind == "age" and preposition.lower_ == "at"


def _is_misread_adjective(doc: Doc, figure: Figure, word: Token) -> bool:
    """Whether the "noun" right before a figure describes it: "by a tepid 1.6 percent"."""
    is_adjacent = word.i == tokens_of(doc, figure.start, figure.end).start - 1
    return is_adjacent and any(child.lower_ in ("a", "an") for child in word.lefts)


def _changing_noun(figure: Figure, noun: Token) -> Token | None:
    """What changes, where the noun of change says it: "a [tax] increase of $700", "[growth] of 2%".

    None where the sentence says it: "shares saw a fall of 3%".
    """
    behind = tokens_of(noun.doc, figure.start, figure.end).end
    for child in (*noun.rights, *noun.doc[behind : behind + 1]):
        if child.lower_ == "in":
            of = next((word for word in child.rights if word.dep_ == "pobj"), None)
            if of is not None and of.pos_ in NOUNS and of.ent_type_ not in WHEN_OR_WHERE:
                return of
    if compound := next((child for child in noun.lefts if child.dep_ == "compound"), None):
        return compound
    is_had = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _HAVING
    return None if is_had else noun


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


_LABEL = re.compile(r"(?:^|[\n;|•*])\s*(?P<label>[^\W\d][\w'’ /-]{1,30}):\s$")


_ALONE = re.compile(r"\s?(?:$|[\n;|(]|[.,](?!\d))")


def of_label(doc: Doc, figure: Figure, head: Token, taken: Taken) -> Token | None:
    """The noun of the label that a bare number stands behind: "Homes destroyed: 640"."""
    start = max(0, figure.start - 48)
    if not (found := _LABEL.search(text_of(doc)[start : figure.start])):
        return None
    if not _ALONE.match(text_of(doc), figure.end):
        return None
    label = tokens_of(doc, start + found.start("label"), start + found.end("label"))
    if any(is_finite(token) and token.is_lower and token.tag_ != "VBD" for token in label):
        return None
    plural = (token for token in label if token.tag_ in ("NNS", "NNPS"))
    return next(plural, None) or label.root


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
        group = preposition.head
        return None if group.lower_ in _SUMS or group.lemma_.lower() in _PARENTS else group
    if (verb := _verb_before(doc, figure)) is not None and _says_level(verb, head):
        return _verb_measures(verb, head, figure)
    is_level = head.dep_ == "pobj" and preposition.lower_ in ("to", "from", "at", "by", "than")
    if is_level and preposition.lower_ == "to":  # not "by 312 votes to 230"
        is_level = preposition.head.lemma_.lower() in _REACHING
    return subject(doc, figure, head, taken) if is_level or head.dep_ in ("attr", "acomp") else None


def _says_level(verb: Token, head: Token) -> bool:
    """Whether the verb gives a bare number of its subject: "is 73", "lost 41 to 3,712"."""
    word = verb.lemma_.lower()
    if word == "be" or head.pos_ != "NUM":
        return word == "be"
    if word in _REACHED:
        return True
    behind = [child.lower_ for child in verb.rights if child.dep_ == "prep"]
    return word in MOVING_VERBS or (word in AFFECTING_VERBS and "to" in behind)


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
        if (own := _own_subject(verb, head)) is not None:
            is_relative = own.lower_ in ("which", "that", "who")
            return noun_before(own) if is_relative else _nominal(own)
        if verb.dep_ in ("acl", "relcl", "amod") and verb.head.pos_ in NOUNS:
            return verb.head
        if verb.dep_ == "ccomp":
            return _behind_day(verb)
        if verb.dep_ not in ("conj", "xcomp", "advcl", "aux") or verb.head.pos_ not in VERBS:
            return None
        if verb.dep_ == "xcomp" and (told := _object(verb.head, verb)) is not None:
            return _nominal(told)  # "asked the [club] to pay $5 million"
        verb = verb.head


def _own_subject(verb: Token, head: Token) -> Token | None:
    """The verb's subject, the nearest of several: "under 42 CFR 438.6 the [state] owes $12m"."""
    before = [child for child in verb.children if child.i < head.i]
    for roles in (SUBJECTS, SUBJECTS_OR_DUMMIES):
        if subjects := [child for child in before if child.dep_ in roles]:
            return subjects[-1]
    return None


def _behind_day(verb: Token) -> Token | None:
    """The subject that the parser joins to a day before: "said on Friday [crime] had risen"."""
    first = verb.left_edge.i
    before = verb.doc[first - 1] if first > sentence_start(verb) else None
    if before is None or before.pos_ != "NOUN" or before.head.i >= first:
        return None
    is_day = any(child.dep_ == "compound" and child.ent_type_ == "DATE" for child in before.lefts)
    return before if is_day else None


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
    if token.lower_ not in _SHARE_WORDS | _SOME:
        return token if _is_nominal(token) else None
    of = (child for child in token.children if child.lower_ == "of")
    return next((noun for word in of for noun in word.children if noun.pos_ in NOUNS), None)


def _is_nominal(token: Token) -> bool:
    """Whether this is a noun, also one taken for a verb: "raised its growth [forecast]"."""
    owned = token.pos_ == "VERB" and any(left.dep_ in ("poss", "det") for left in token.lefts)
    return token.pos_ in NOUNS or owned
