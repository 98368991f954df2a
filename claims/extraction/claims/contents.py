"""What somebody said: is it a statement, and does it tell what happened?"""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import FINITE, SUBJECTS, SUBJECTS_OR_DUMMIES, VERBS, is_finite

_AUXILIARIES = frozenset({"aux", "auxpass"})
_QUESTION_WORDS = frozenset({"WRB", "WP", "WP$", "WDT"})
_RELATIVE = frozenset({"WDT", "WP"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_TELLING = FINITE | {"VBN"}
_HANGING = frozenset({"because", "if", "unless", "when", "until", "so", "before", "after"})
_WEIGHING = frozenset({"not", "only", "just", "simply", "partly", "mainly", "even"})
_WEIGHTY = 3  # letters; shorter words may be lower-case in titles too
# "the closure of a school", "the announcement", "the arrival of 300 soldiers"
_EVENT_ENDINGS = ("tion", "sion", "ment", "ure", "al", "ance", "ence", "ing")


def is_statement(tokens: TokenSpan) -> bool:
    """Have the words a subject and its predicate: "The dam leaks"?

    "To mend the dam", "the leak of a dam", "a dam that leaks" and "leaks badly" have not.
    """
    return stating_verb(tokens) is not None


def is_whole(tokens: TokenSpan) -> bool:
    """Can the words stand alone: as a statement, a headline, or about what "who" stands for?

    "14 dead in hotel fire" can; "In one of 3 plans that exist." cannot.
    """
    if _hangs(tokens):
        return False
    if is_statement(tokens) or relative_subject(tokens) is not None:
        return True
    if tokens.root.pos_ in VERBS and tokens.root.tag_ in _TELLING:  # "Pictures sold for £300"
        return True
    doc, end = tokens.doc, tokens.end
    return end == len(doc) or doc[end].text not in {".", "?"}


def is_cut_off(tokens: TokenSpan) -> bool:
    """Do they begin inside a phrase: "incites [violence and is a liar]"?"""
    noun = tokens[0]
    while noun.dep_ in {"amod", "compound", "det", "nummod"} and noun.head.i > noun.i:
        noun = noun.head
    return noun.dep_ in {"dobj", "pobj", "attr"} and noun.head.i < tokens.start


def _hangs(tokens: TokenSpan) -> bool:
    """Do they only give a reason or condition of what was cut off: "because it was late"?"""
    first = next((token for token in tokens if token.lower_ not in _WEIGHING), tokens[0])
    if first.lower_ not in _HANGING or first.head.pos_ not in VERBS:
        return False
    clause = first.head
    return clause.dep_ == "advcl" and not tokens.start <= clause.head.i < tokens.end


def relative_subject(tokens: TokenSpan) -> Token | None:
    """The "who" in "12 men, [who] own 3 ships", where the words are no more than that."""
    for token in tokens[1:]:
        if token.tag_ in _RELATIVE and token.dep_ in SUBJECTS and token.head.dep_ == "relcl":
            noun, verb = token.head.head, token.head
            begins = noun.left_edge.i <= tokens.start <= noun.i
            behind = noun.i < token.i and all(
                between.is_punct or noun.is_ancestor(between)
                for between in tokens.doc[noun.i + 1 : token.i]
            )
            ends = verb.right_edge.i >= tokens.end - 1
            return token if begins and behind and ends else None
    return None


def stating_verb(tokens: TokenSpan) -> Token | None:
    """The first verb at the head of the words that has its subject among them."""
    doc, place = tokens.doc, (tokens.start, tokens.end)
    known: dict[tuple[int, int], int] = doc.user_data.setdefault("stating verbs", {})
    if place not in known:
        inside = range(*place)
        heads = (t for t in tokens if t.pos_ in VERBS and (t.head.i not in inside or t.head == t))
        known[place] = next((head.i for head in heads if _states(head, inside)), -1)
    return doc[known[place]] if known[place] >= 0 else None


def _states(head: Token, inside: range) -> bool:
    if not is_in_force(head):
        return False
    if _asks(head, inside):
        return False
    subjects = [child for child in head.children if child.dep_ in SUBJECTS_OR_DUMMIES]
    # "Mr Speaker, [our debt] is falling": the parser takes who is spoken to for the subject
    subjects += [other for who in subjects for other in who.rights if other.dep_ == "appos"]
    return any(child.i in inside and child.tag_ not in _RELATIVE for child in subjects)


def _asks(verb: Token, inside: range) -> bool:
    """Is it an indirect question: "[whether] the dam holds", "[how] he became mayor"?"""
    first = verb.doc[inside.start]
    if first.tag_ not in _QUESTION_WORDS and first.lower_ != "whether":
        return False
    asking = first
    while asking.pos_ not in VERBS and asking.head.i != asking.i:
        asking = asking.head
    while asking.dep_ == "xcomp" and asking != verb:  # "[what] she tries to do"
        asking = asking.head
    return bool(asking == verb)


def is_in_force(verb: Token) -> bool:
    """Is it finite, by itself or by its auxiliary: "[has] leaked", not "to leak"?"""
    helpers = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    if is_finite(verb) or any(is_finite(helper) for helper in helpers):
        return True
    # "Children [miss] days": the tagger takes a plural's present for the plain form
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    several = any(subject.tag_ in {"NNS", "NNPS"} for subject in subjects)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and several and not helpers


def is_title(tokens: TokenSpan) -> bool:
    """Is every word of weight capitalised, as in a title or a slogan: "All Bets Are Off"?"""
    words = [token for token in tokens if token.is_alpha and len(token) >= _WEIGHTY]
    names = all(token.pos_ == "PROPN" or token.ent_type_ for token in words)
    return len(words) > 1 and not names and all(token.text[0].isupper() for token in words)


def tells_what_happened(tokens: TokenSpan) -> bool:
    """Does it tell of what is past: "The dam [failed]", "of [taking] bribes"?

    What the writer adds to a name does not count: "denounced the raid, which drew praise".
    """
    for token in tokens:
        if token.tag_ in {"WDT", "WP"} and token.i > tokens.start and token.nbor(-1).is_punct:
            return False
        if token.tag_ == "VBD" or _is_perfect(token) or _is_deed(token):
            return True
    return False


def _is_perfect(verb: Token) -> bool:
    """Is this the participle of a perfect: "The river [has risen]"?"""
    return verb.tag_ == "VBN" and any(child.lower_ in _PERFECT for child in verb.lefts)


def _is_deed(verb: Token) -> bool:
    """What somebody is accused of: "accused the trust of [hiding] it"."""
    return verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "for"}


def names_an_event(tokens: TokenSpan) -> bool:
    """Is it a noun phrase about something that is done: "the [closure] of a school"?

    "The accusation" alone does not say of what, and "a letter from the mayor" is a thing; but
    "reports that it will close" say what is reported.
    """
    head = tokens.root
    if head.pos_ != "NOUN" or tokens[0].tag_ in _QUESTION_WORDS:
        return False
    if any(child.dep_ == "acl" and _follows_that(child) for child in head.rights):
        return True
    says_of_what = any(child.dep_ in {"prep", "acl"} for child in head.rights)
    return says_of_what and head.lemma_.lower().endswith(_EVENT_ENDINGS)


def _follows_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
