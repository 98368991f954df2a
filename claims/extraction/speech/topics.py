"""What "it" and "they" go on about: mostly what the sentence before is about."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ..syntax import NOUNS, POINTING, SUBJECTS, sentence_of
from .drafts import verb_cues
from .speakers import kind_of

_NAMING_NOBODY = POINTING | {"such"}
_ACTING = frozenset({"ORG", "GPE", "NORP"})
_BODIES = frozenset({"organisation", "group", "place"})
_ACTS = frozenset(
    {"expect", "plan", "hope", "want", "believe", "think", "decide", "deny", "say", "announce"}
    | {"intend", "promise", "agree", "refuse", "employ", "hire", "argue", "claim", "warn"}
)
_SEVERAL = frozenset({"they", "their"})
LONGEST_PHRASE = 6  # tokens of a phrase that may be said again in brackets


def topic_of(pronoun: Token, earlier: Doc | None = None) -> Token | None:
    """What the sentence before is about: "[The plan] fails. It costs …".

    With ``earlier``, the paragraph before, the last sentence of that.
    """
    if earlier is None and (done := _what_was_done(pronoun)) is not None:
        return done
    root = sentence_of(earlier[-1]).root if earlier is not None else _root_before(pronoun)
    if root is None:
        return None
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    if subject is not None and subject.i < pronoun.i and _goes_on(pronoun, subject, earlier):
        return topic_of(subject)  # "The farm is old. It has 3 barns. [It] …"
    if subject is None or subject.pos_ not in NOUNS or (_reports(root) and not _of_itself(root)):
        return None  # "The bank said the plan is late. It costs …" is about the plan
    return subject if _may_be(pronoun, subject) else None


def _goes_on(pronoun: Token, subject: Token, earlier: Doc | None) -> bool:
    """Is the sentence before about the same "it" or "they"?"""
    several = pronoun.lower_ in _SEVERAL
    return earlier is None and subject.lower_ == ("they" if several else "it")


def begins_paragraph(pronoun: Token) -> bool:
    """Does it stand in the first sentence, as the subject, with nobody named before it?"""
    return (
        sentence_of(pronoun).start == 0
        and pronoun.dep_ in SUBJECTS
        and not any(word.pos_ in NOUNS for word in pronoun.doc[: pronoun.i])
    )


def predicate_of(pronoun: Token) -> Token | None:
    """What it is said to be: "It is the largest [farm] in Norway"."""
    verb = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ not in SUBJECTS or verb.lemma_ != "be":
        return None
    said = next((child for child in verb.rights if child.dep_ == "attr"), None)
    return said if said is not None and said.tag_ == "NN" else None


def _root_before(pronoun: Token) -> Token | None:
    start = sentence_of(pronoun).start
    if pronoun.head.dep_ == "conj" and any(mark.lower_ == "that" for mark in pronoun.head.lefts):
        return None  # "They said the plan was late and that [it] had grown": who speaks, perhaps
    if pronoun.head.dep_ == "conj" and pronoun.dep_ != "poss":
        return pronoun.head.head  # "The plan failed, and [it] cost 3 million"
    before = pronoun.doc[start : pronoun.i]
    if any(word.dep_ in SUBJECTS and word.pos_ != "PRON" for word in before):
        return None  # "Mending the roof is no answer; [it] costs …" is about the mending
    return sentence_of(pronoun.doc[start - 1]).root if start else None


def _what_was_done(pronoun: Token) -> Token | None:
    """What is done to what a body did: "The ministry planned [a pier], but it was dropped"."""
    verb, first = pronoun.head, pronoun.head.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubjpass" or verb.dep_ != "conj":
        return None
    doer = next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    things = [child for child in first.rights if child.dep_ == "dobj"]
    if doer is None or len(things) != 1 or things[0].tag_ != "NN" or kind_of(things[0]) in _BODIES:
        return None
    acts = doer.ent_type_ in {"PERSON", "ORG"} or kind_of(doer) in {"person", *_BODIES}
    return things[0] if acts and _is_short(things[0]) else None


def _may_be(pronoun: Token, subject: Token) -> bool:
    """Do they agree, and is it no person, nor a thing that is said to expect something?"""
    several = subject.tag_ in {"NNS", "NNPS"} or any(
        child.dep_ == "conj" for child in subject.rights
    )
    if not _is_short(subject) or several != (pronoun.lower_ in _SEVERAL):
        return False
    personal = subject.ent_type_ == "PERSON" or kind_of(subject) == "person"
    if personal and not several:
        return False
    if not several and predicate_of(pronoun) is not None and not _is_determined(subject):
        return False  # "Building took a year. [It] is the largest farm"
    body = subject.ent_type_ in _ACTING or kind_of(subject) in _BODIES
    acts = pronoun.head.lemma_ in _ACTS and pronoun.dep_ in SUBJECTS
    return body or several or not (acts or pronoun.dep_ == "poss")


def _is_determined(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or any(child.dep_ in {"det", "poss"} for child in noun.lefts)


def _of_itself(verb: Token) -> bool:
    """Does it say something of itself: "The bank [said] it had grown. It …"?"""
    told = (child for child in verb.rights if child.dep_ == "ccomp")
    return any(
        word.dep_ in SUBJECTS and word.lower_ == "it" for clause in told for word in clause.lefts
    )


def phrase_of(noun: Token) -> TokenSpan:
    """The noun with its article and what it is of: "the inquiry" of "The inquiry, which sat"."""
    end = noun.i + 1
    for child in noun.rights:
        aside = child.dep_ in {"relcl", "appos", "acl"} or child.is_punct
        if aside or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return noun.doc[noun.left_edge.i : end]


def _is_short(noun: Token) -> bool:
    """Can it be said again, and is nothing in it to be resolved: not "[his programme]"?"""
    phrase = phrase_of(noun)
    points = any(w.tag_ in {"PRP", "PRP$"} or w.lower_ in _NAMING_NOBODY for w in phrase)
    return len(phrase) <= LONGEST_PHRASE and not points


def _reports(verb: Token) -> bool:
    """Is it a cue with what it reports: "[said] the plan is late", not "was [meant] to cost"?

    What reports in front of a quotation alone is no cue here: "The plant [opened] in May".
    """
    held = {child.dep_ for child in verb.children}
    behind = {child.lower_ for child in verb.rights}
    told = "ccomp" in held or any(
        cue.takes - {"quote"} and (not cue.particle or cue.particle in behind)
        for cue in verb_cues(verb)
    )
    return bool(verb_cues(verb)) and told and not held.isdisjoint({"ccomp", "dobj", "prep"})
