"""Who reports, and whether they do: "The mayor said", not "could say" or "declined to say"."""

from __future__ import annotations

from spacy.tokens import Token

from ..syntax import antecedent
from .drafts import cue_lemma, subject_of
from .lexicon.cues import Cue
from .lexicon.senses import DETAILS, GIVING, STANCES, TELLING, UNSPOKEN, VALUED
from .speakers import kind_of

_DECLINED = {"decline", "refuse", "fail"}
_GOES_ON = {"take", "continue", "go", "begin", "start", "proceed", "seem", "appear", "use"}
_NEITHER = {"neither", "nor", "hardly", "scarcely", "nowhere"}
NOBODY = frozenset(
    {
        *("few", "you", "there", "nothing", "something", "nobody", "none", "neither"),
        *("anyone", "anybody", "whoever"),
        *("us", "'s", "’s"),  # of "let us find out", "let's see"
    }
)


def happened(verb: Token) -> bool:
    """Is the verb no mere possibility: "to announce", "could say", "if they agree"?"""
    if verb.dep_ in {"aux", "auxpass", "amod", "compound"}:
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "without", "than", "from"}:
        return False
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    modal = next((helper.lower_ for helper in helpers if helper.tag_ == "MD"), None)
    if verb.lemma_ == "like":
        return modal in {"would", "'d", "’d"}
    if modal is not None:
        return False
    if any(helper.lower_ == "to" for helper in helpers):
        return verb.head.lemma_ in _GOES_ON
    return not any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in verb.children
    )


def is_negated(verb: Token, sense: Cue) -> bool:
    """Whether the verb is so negated that nobody states the content: "declined to say"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _DECLINED:
        return True
    if any(child.lower_ in _NEITHER for child in verb.children):
        return True
    if verb.dep_ == "conj" and any(child.lower_ == "nor" for child in verb.head.children):
        return True
    return not _is_stance(verb, sense) and any(child.dep_ == "neg" for child in verb.children)


def is_disbelieved(verb: Token, sense: Cue) -> bool:
    """Whether a belief or wish is negated, and so a denial: "does not think that it works"."""
    return _is_stance(verb, sense) and any(child.dep_ == "neg" for child in verb.children)


def _is_stance(verb: Token, sense: Cue) -> bool:
    """Is it a belief or wish, which one has or has not, and no saying that one does or not?"""
    return sense.attitude == "believes" or cue_lemma(verb) in STANCES


def reports_nothing(verb: Token, kind: str, taken: Token) -> bool:
    """Does the verb with what it takes report nothing: "conceded a penalty", "refused to say"?"""
    if kind == "valuation":
        return cue_lemma(verb) == "put" and taken.lemma_.lower() not in VALUED
    if kind == "object":
        if verb.dep_ == "relcl" and cue_lemma(verb) == "offer" and _is_amount(taken):
            return True  # "the port, which [offered] 20 million": who bids says nothing
        stood_for = antecedent(taken) if taken.tag_ in {"WDT", "WP"} else taken
        unspoken = UNSPOKEN.get(cue_lemma(verb), frozenset())
        return stood_for is not None and stood_for.lemma_.lower() in unspoken
    return kind == "infinitive" and verb.lemma_.lower() == "refuse" and _tells(taken)


def _is_amount(taken: Token) -> bool:
    """Is it a price: "£19 million", not "a pay rise of 3%"?"""
    return taken.like_num or taken.ent_type_ in {"MONEY", "PERCENT"}


def _tells(verb: Token) -> bool:
    """Is it to say something: "to comment", "to give details"?"""
    if verb.lemma_ in TELLING:
        return True
    given = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return verb.lemma_ in GIVING and given is not None and given.lemma_.lower() in DETAILS


def speaker_of(verb: Token) -> Token | None:
    """The subject, or the agent of a passive; "was quoted as saying" keeps its subject."""
    subject = subject_of(verb)
    passive = subject is not None and subject.dep_ == "nsubjpass" and verb.dep_ != "pcomp"
    participle = verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and not _has_helper(verb)
    if not passive and not participle:
        return subject
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return (
        next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    )


def _has_helper(verb: Token) -> bool:
    """Has it "have" or a subject of its own, and is no bare participle ("asked whether")?"""
    return any(child.dep_ in {"aux", "nsubj"} for child in verb.children)


def can_speak(subject: Token, sense: Cue, taken: str) -> bool:
    """Whether the subject can be that verb's speaker: a law may show, but not want or believe."""
    if subject.lower_ in NOBODY or is_nobody(subject):
        return False
    if subject.tag_ in {"WDT", "WP"} and subject.head.dep_ == "relcl":
        subject = subject.head.head
    if subject.pos_ in {"PROPN", "PRON"} or subject.ent_type_ or _is_bare_name(subject):
        return True
    kind = kind_of(subject)
    if kind == "unknown":
        return sense.attitude == "asserts" and taken in {"clause", "said", "left over"}
    return kind != "document" or sense.attitude in {"asserts", "urges", "judges", "denies"}


def is_nobody(subject: Token) -> bool:
    """Whether the subject is nobody in particular: "neither side", "no minister", "no one"."""
    if subject.lower_ == "one":
        return any(child.lower_ == "no" for child in subject.lefts)
    return any(child.lower_ in {"no", "neither", "not", "few", "hardly"} for child in subject.lefts)


def _is_bare_name(token: Token) -> bool:
    """A name that the tagger took for a noun: a capital and nothing before it."""
    return token.text[0].isupper() and token.left_edge.i == token.i and token.tag_ == "NN"
