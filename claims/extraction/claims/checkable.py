"""Is there anything to check: a statement of fact, and no wish, feeling, demand or small talk?

What has a figure, or allows no exception, is one. These rules are for the rest: what somebody
said in words alone.
"""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import POINTING, SUBJECTIVE, SUBJECTS_OR_DUMMIES
from .contents import stating_verb
from .lexicon.opinions import (
    CHAIRING,
    EVALUATIONS,
    FEELINGS,
    GOALS,
    INTRODUCING,
    MINDS,
    MOOT,
    REFUSALS,
    SEEMING,
    SILENCES,
    THOUGHTS,
    WORTHS,
)

_SPEAKERS = frozenset({"i", "we"})
_ALL_OF_US = frozenset({"nobody", "everybody", "everyone", "no-one"})
_BESIDE = frozenset({"neg", "npadvmod", "advmod", "appos"})
_VAGUE = POINTING | {"it", "they", "here", "there", "what", "something", "things", "everything"}
_EVERYBODY = frozenset({"you", "one", "let"})
_WISHES = frozenset({"should", "must", "ought", "shall", "let"})
_WISHING_VERBS = frozenset({"need", "have", "got"})  # "We [need] to act"
_FORESEEING = frozenset({"will", "'ll", "’ll", "would", "could", "might", "may", "can", "'d", "’d"})
_FORESEEING |= {"wo", "ca", "going"}
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
_LINKING = frozenset({"be", "seem", "feel", "look", "sound", "become", "remain", "stay"})
# Of which no lemma is known: "She[’s] a disgrace"
_DRAWN = frozenset({"'s", "’s", "'re", "’re", "'m", "’m"})
_SUPPOSING = frozenset({"if", "were", "unless"})
_TURNED = frozenset({"were", "had", "should"})
_POSSIBLE = frozenset({"could", "might", "may"})
_WOULD = frozenset({"would", "'d", "’d", "will", "'ll", "’ll"})
_PERCEIVED = frozenset({"see", "hear", "find", "smell"})
_PRESENT = frozenset({"VBP", "VBZ"})
# A subject with a verb of its own: "[Paying] no tax is smart"
_CLAUSES = frozenset({"csubj", "csubjpass"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})
_TIMES = frozenset({"DATE", "TIME"})


def leaves_out_its_verb(tokens: TokenSpan) -> bool:
    """Does it leave out what was done: "Last month 38 percent still [did]", "So [have] 40"?"""
    verb = stating_verb(tokens)
    if verb is None or not (verb.lemma_ in {"do", "have"} or verb.tag_ == "MD"):
        return False
    subject = _subject_of(verb)
    own = {token.i for token in subject.subtree}
    after = (token for token in tokens if token.i > verb.i and not token.is_punct)
    return all(token.i in own or token.dep_ in _BESIDE for token in after)


def is_a_threat(tokens: TokenSpan) -> bool:
    """ "[Whoever] cheats a cleaner out of two euros [will] pay": a figure makes it no fact."""
    verb = stating_verb(tokens)
    return (
        verb is not None
        and tokens[0].lower_ in {"whoever", "anyone", "anybody"}
        and any(child.lower_ in _WOULD for child in verb.lefts)
    )


def introduces(tokens: TokenSpan) -> bool:
    """Does who presents a programme say no more than who is there: "Ada Lind [runs] the port"?

    Or what comes next: "We [have] two witnesses today".
    """
    verb = stating_verb(tokens)
    ahead = verb is not None and any(child.lower_ in _WOULD for child in verb.lefts)
    if verb is None or not (ahead or verb.tag_ in _PRESENT or verb.lower_ in _DRAWN):
        return False
    subject = _subject_of(verb)
    if subject.lower_ in _SPEAKERS or any(child.lower_ == "floor" for child in verb.rights):
        return True
    person = subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}
    acts = verb.lemma_ in INTRODUCING or verb.lower_ in _DRAWN
    return person and acts and not any(child.dep_ == "ccomp" for child in verb.rights)


def has_nothing_to_check(
    tokens: TokenSpan, *, knows_subject: bool, is_absolute: bool = False, is_quoted: bool = True
) -> bool:
    """Does it state no fact: "We [hope] so", "That is [great]", "You [should] go", "I would"?

    ``knows_subject`` says that a pronoun that is its subject is told in brackets, ``is_quoted``
    that these are the speaker's own words: what others report of a plan is news of it.
    """
    verb = stating_verb(tokens)
    if verb is None:
        return False
    subject = _subject_of(verb)
    promises = subject.lower_ in _SPEAKERS and _foresees(verb, subject, tokens, knows_subject)
    if promises or _feels(verb, subject, tokens) or _wishes(verb) or _chairs(verb, subject):
        return True
    if _is_rhetoric(verb, subject, tokens):
        return True
    if _is_feeling(verb) or _breaks_off(verb, subject, tokens) or _is_moot(verb, subject):
        return True
    return not is_absolute and (
        subject.lower_ in _EVERYBODY
        or _says_nothing(verb)
        or _describes_itself(verb, subject, tokens)
        or _evaluates(verb)
        or _supposes(verb)
        or _is_possible(verb, tokens)
        or (not is_quoted and _thinks(verb, subject))
        or (is_quoted and _knows_a_mind(verb))
        or (is_quoted and _seems(verb))
        or (is_quoted and _foresees(verb, subject, tokens, knows_subject))
        or (
            (is_quoted or subject.lower_ in POINTING)
            and _is_vague(verb, subject, tokens, knows_subject)
        )
    )


def _subject_of(verb: Token) -> Token:
    return next(child for child in verb.children if child.dep_ in SUBJECTS_OR_DUMMIES)


def _feels(verb: Token, subject: Token, tokens: TokenSpan) -> bool:
    """ "[We hope] to be back", "[I thought] it a shame"; "we have lost it" is a fact.

    So is "I [know]", and not what is said after it: "All in all, I [think] he won, he was solid".
    """
    before = (
        token
        for token in tokens
        if token.dep_ == "nsubj" and token.head.head == verb and token.i < verb.i
    )
    return any(
        who.lower_ in _SPEAKERS
        and (
            who.head.lemma_ in THOUGHTS or (who.head.lemma_ in FEELINGS and who.head.tag_ != "VBD")
        )
        for who in (subject, *before)
    )


def _chairs(verb: Token, subject: Token) -> bool:
    """ "I [give the floor] to the minister", "Nobody [likes] that": procedure, and feeling."""
    if subject.lower_ in _ALL_OF_US and verb.tag_ in _PRESENT:
        return verb.lemma_ in THOUGHTS
    if subject.lower_ not in _SPEAKERS or verb.tag_ not in _PRESENT:
        return False
    things = {child.lemma_ for child in verb.rights if child.dep_ in {"dobj", "dative"}}
    return verb.lemma_ in CHAIRING or not things.isdisjoint({"floor", "word"})


def _thinks(verb: Token, subject: Token) -> bool:
    """Is it only what the speakers think: "Reed said [she thinks] the film should be shown"?"""
    return subject.lower_ in SUBJECTIVE and verb.lemma_ in THOUGHTS


def _knows_a_mind(verb: Token) -> bool:
    """ "Voters [want] change", "The victims [deserve] better", "He has no [idea]"."""
    if verb.tag_ in _PRESENT and verb.lemma_ == "have":
        return any(child.lemma_ in {"idea", "clue"} for child in verb.rights)
    return verb.tag_ in _PRESENT and verb.lemma_ in MINDS


def _seems(verb: Token) -> bool:
    """ "He [looked like] a winner", "She [came across] as weak"."""
    if verb.lemma_ == "come":
        return any(child.lower_ == "across" for child in verb.rights)
    return verb.lemma_ in SEEMING and any(c.lower_ in {"like", "as"} for c in verb.rights)


def _supposes(verb: Token) -> bool:
    """ "[If] we wait, we will lose", "They would act [if] it failed": what is not so."""
    would = any(child.lower_ in _WOULD for child in verb.lefts)
    turned = (child.lefts for child in verb.lefts if child.dep_ == "advcl")
    if would and any(mark.lower_ in _TURNED for marks in turned for mark in marks):
        return True  # "[Were] they to act, it would fail"
    return any(
        child.dep_ == "advcl" and any(mark.lower_ in _SUPPOSING for mark in child.lefts)
        for child in (verb.children if would else verb.lefts)
    )


def _is_possible(verb: Token, tokens: TokenSpan) -> bool:
    """ "The cuts [could] add to the trouble", with no day; "gas could not be found" is a fact."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    denied = any(child.dep_ == "neg" for child in verb.lefts)
    if not helpers & _POSSIBLE or denied or verb.lemma_ in _PERCEIVED:
        return False
    return not _says_when(tokens)


def _is_rhetoric(verb: Token, subject: Token, tokens: TokenSpan) -> bool:
    """ "Scott [deserves] it", "Our [goal] is to win", "[Now] is the time", "[Here] comes Reed"."""
    if verb.lemma_ in WORTHS or tokens[0].lower_ == "here":
        return True
    if verb.lemma_ != "be":
        return False
    if any(child.lower_ in {"this", "these"} for child in verb.rights):
        return True  # "The facts are [these]"
    aims = any(child.dep_ in {"xcomp", "attr"} and _is_infinitive(child) for child in verb.rights)
    said = next((child for child in verb.rights if child.dep_ == "attr"), None)
    timely = said is not None and said.lemma_ == "time" and tokens[0].lower_ in {"now", "it"}
    ours = subject.lower_ == "we" and said is not None and verb.tag_ in _PRESENT
    return (subject.lemma_ in GOALS and aims) or timely or ours


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def _wishes(verb: Token) -> bool:
    """ "They [should] act", "We [need] to talk"; "they should have acted" judges the past."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if helpers & _WISHES:
        return True
    present = verb.tag_ in _PRESENT or "will" in helpers  # "will have to find a way"
    acts = (child for child in verb.rights if child.dep_ == "xcomp")
    return (
        present
        and verb.lemma_ in _WISHING_VERBS
        and any(helper.lower_ == "to" for act in acts for helper in act.lefts)
    )


def _evaluates(verb: Token) -> bool:
    """ "The tweet was [outrageous]", "We had a [great] time", "[Paying] no tax is smart"."""
    if any(child.dep_ in _CLAUSES and child.tag_ == "VBG" for child in verb.lefts):
        return True  # what a deed means to somebody
    if verb.lemma_ == "have":
        things = [child for child in verb.rights if child.dep_ == "dobj"]
        return any(map(_is_evaluation, (word for thing in things for word in thing.lefts)))
    if verb.lemma_ not in _LINKING and verb.lower_ not in _DRAWN:
        return False
    for said in (child for child in verb.rights if child.dep_ in _COMPLEMENTS):
        words = (said, *(child for child in said.lefts if child.dep_ == "amod"))
        if any(map(_is_evaluation, words)):
            return not any(child.dep_ == "relcl" for child in said.rights)
    return False


def _is_feeling(verb: Token) -> bool:
    """ "We are [committed] to giving all of them a place": that allows no exception either."""
    said = [child for child in verb.rights if child.dep_ == "acomp"]
    said += [verb] if verb.tag_ == "VBN" else []
    return any(map(_is_evaluation, said))


def _is_evaluation(word: Token) -> bool:
    return word.lemma_.lower() in EVALUATIONS or word.lower_ in EVALUATIONS


def _says_nothing(verb: Token) -> bool:
    """ "It [did not comment] on studies": who keeps silent states nothing."""
    if any(child.dep_ == "neg" for child in verb.lefts):
        return verb.lemma_ in SILENCES
    acts = {child.lemma_ for child in verb.rights if child.dep_ == "xcomp"}
    return verb.lemma_ in REFUSALS and not acts.isdisjoint(SILENCES)


def _is_moot(verb: Token, subject: Token) -> bool:
    """ "There is no [doubt]", "The city has no [business] to decide": talk about what to think.

    So are "There are plenty of [reasons]".
    """
    if verb.lemma_ not in {"be", "have"} or (verb.lemma_ == "be" and subject.dep_ != "expl"):
        return False
    things = [child for child in verb.rights if child.dep_ in {"attr", "dobj", "nsubj"}]
    things += [last for thing in things for last in thing.subtree if last.dep_ == "pobj"]
    return any(
        thing.lemma_.lower() in MOOT
        and (thing.tag_ == "NNS" or any(child.lower_ == "no" for child in thing.lefts))
        for thing in things
    )


def _describes_itself(verb: Token, subject: Token, tokens: TokenSpan) -> bool:
    """ "We [are] a content provider", "We [are doing] business": no name, day or past deed."""
    if subject.lower_ not in _SPEAKERS or _says_when(tokens):
        return False
    if subject.lower_ == "i" and verb.tag_ == "VBP" and verb.lemma_ in INTRODUCING:
        return True  # "I [run] the Marlow museum"
    if _has_names(tokens, subject):
        return False
    helpers = [child for child in verb.lefts if child.dep_ == "aux"]
    is_present = verb.tag_ in {"VBP", "VBG"} and all(child.tag_ == "VBP" for child in helpers)
    return is_present and (verb.lemma_ == "be" or (verb.tag_ == "VBG" and bool(helpers)))


def _breaks_off(verb: Token, subject: Token, tokens: TokenSpan) -> bool:
    """ "I would", "Neither do I", "They did not": the verb that tells what is missing."""
    if verb.pos_ != "AUX" and verb.tag_ != "MD":
        return False
    after = (token for token in tokens if token.i > verb.i and not token.is_punct)
    return all(token == subject or token.dep_ in {"neg", "npadvmod", "appos"} for token in after)


def _foresees(verb: Token, subject: Token, tokens: TokenSpan, knows_subject: bool) -> bool:
    """ "It [could] truly change things", "If we wait, we [will] lose": foreseen without a date."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if not helpers & _FORESEEING and verb.lower_ != "going":
        return False
    if _supposes(verb):
        return True
    if helpers & {"can", "ca"} and any(child.dep_ == "neg" for child in verb.lefts):
        return False  # "We cannot pay for it" is so or not
    promises = subject.lower_ in _SPEAKERS | _EVERYBODY
    return (promises or not knows_subject) and not _says_when(tokens)


def _is_vague(verb: Token, subject: Token, tokens: TokenSpan, knows_subject: bool) -> bool:
    """ "It is finished", "This is in their heads": nobody can tell what is."""
    if knows_subject or subject.lower_ not in _VAGUE or subject.pos_ == "NOUN":
        return False
    return verb.lemma_ in _LINKING and not _has_names(tokens, subject)


def _has_names(tokens: TokenSpan, subject: Token) -> bool:
    """Is anybody or any place named behind the subject?"""
    return any(token.ent_type_ in _NAMED for token in tokens if token.i != subject.i)


def _says_when(tokens: TokenSpan) -> bool:
    return any(token.ent_type_ in _TIMES for token in tokens)
