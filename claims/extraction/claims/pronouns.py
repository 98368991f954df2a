"""Pronouns and "the company" in a claim's wording, and who or what they stand for, in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..parsing import text_of
from ..records import Attribution, Span, SpeakerSpan, in_plain_case
from ..speech import KINDS_OF_BODIES, Referents, gender_of, kind_of, needs_a_name
from ..syntax import (
    BODILY,
    OBJECTIVE,
    OWN,
    OWNING,
    PERSONAL,
    PLURAL,
    POINTING,
    SUBJECTIVE,
    SUBJECTS,
    entities_in,
    entities_of,
)
from .contents import stating_verb
from .dangling import dangles
from .described import Edit, capital, in_the_texts_words, is_any, is_source, told_edits, whole

_DRAWN = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_LONGEST = 6  # words of a speaker that are said again
_POSSESSIVES = OWN | OWNING
_VAGUE = SUBJECTIVE | POINTING | {"i", "we", "you", "there", "who", "which"}
_IMPERSONAL = frozenset(
    {"become", "seem", "appear", "look", "feel", "take", "turn", "remain", "emerge", "happen"}
    | {"transpire", "follow", "rain", "snow", "hail", "cost", "matter", "help", "make"}
)
# ... with a clause alone: "[It] took a year to build", "[it] took a year" is the bridge
_WITH_CLAUSE = frozenset({"take", "cost", "make", "help", "turn", "follow", "become"})
_CAUSING = frozenset({"make", "help", "cost", "follow"})
_RESOLVED = frozenset({"decide", "agree", "plan"})
# Inside double quotation marks: "He told us, [‘]I am ill[’]"
_INNER_OPENING = re.compile(r"(?<=[\s,:(])['‘](?=\w)")
_INNER_CLOSING = re.compile(r"(?<=[\w.,!?])['’](?=[\s.,;!?)]|$)")
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "csubj", "acl"})
# Spoken to, these are never whom "she" means: "told the [court] that she"
_HEARERS = frozenset({"court", "forum", "crowd", "audience", "rally", "hearing", "show", "summit"})
_SEVERAL = frozenset({"group", "organisation"})
_BODIES = frozenset({"organisation", "group", "place", "document"})
_OWNER = re.compile(r"['’]s? ")
# Of those a speaker has one: the government is everybody's
_OWN_BODIES = KINDS_OF_BODIES - {"government", "police", "country", "county", "city", "town"}
_OWN_BODIES -= {"village", "department", "ministry", "court", "council", "hospital"}
_SPOKEN_TO = frozenset({"dobj", "dative"})


@dataclass(frozen=True, slots=True)
class Stead:
    """What is put in the place of a claim's pronouns, and whether its subject is known.

    ``dangles`` says that another pronoun that carries its meaning is not.
    """

    edits: tuple[Edit, ...] = ()
    knows_subject: bool = True
    dangles: bool = False


def stead_of(
    tokens: TokenSpan | None,
    start: int,
    teller: Attribution | None,
    referents: Referents | None,
    body: str | None = None,
) -> Stead:
    """What stands for the pronouns of these tokens of the paragraph that begins at ``start``.

    "Ada Reed said [she] would resign", "[It] costs 3 million", "[I [Ada Reed]] have seen it".
    ``body`` is for whom the teller speaks: "we [Halden Marine]" of its spokesman.
    """
    if tokens is None:
        return Stead()
    edits = list(_edits(tokens, start, teller, referents, body))
    verb = stating_verb(tokens)
    subject = verb and next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None and tokens[0].lower_ == "which":  # "Which cost 300 jobs", as a sentence
        return Stead(tuple(edits), knows_subject=False)
    if subject is None or subject.lower_ not in _VAGUE:
        if subject is not None and (
            _is_nameless(tokens, subject, start, edits) or is_any(subject, start, referents)
        ):
            return Stead(tuple(edits), dangles=True)
        return Stead(tuple(edits), dangles=_has_dangling(tokens, start, edits))
    place = start + subject.idx
    if subject.lower_ == "it" and _announces(subject):
        return Stead(tuple(edits))
    known = any(edit.start <= place < edit.end for edit, _ in edits)
    known = known or _named_before(tokens, subject)
    speaks = subject.lower_ in {"i", "we"}
    return Stead(tuple(edits), known, dangles=speaks and _has_dangling(tokens, start, edits))


def _has_dangling(tokens: TokenSpan, start: int, edits: list[Edit]) -> bool:
    dummies = {token.i for token in tokens if token.lower_ == "it" and stands_for_nothing(token)}
    return dangles([token for token in tokens if token.i not in dummies], start, edits)


def _is_nameless(tokens: TokenSpan, subject: Token, start: int, edits: list[Edit]) -> bool:
    """Is it "the company", and no bracket and no name before it tells which?"""
    if not needs_a_name(subject):
        return False
    place = start + subject.idx
    told = any(edit.start <= place < edit.end for edit, _ in edits)
    before = tokens.doc[tokens.start : subject.left_edge.i]
    return not told and not any(token.ent_type_ in {"ORG", "GPE"} for token in before)


def _announces(it: Token) -> bool:
    """Does it only lead to what is stated: "[It] emerged that 40 men died"?"""
    announced = any(child.dep_ in {"ccomp", "csubj"} for child in it.head.rights)
    return announced and it.head.lemma_ in _IMPERSONAL and it.head.lemma_ not in _CAUSING


def _named_before(tokens: TokenSpan, pronoun: Token) -> bool:
    """Does the claim itself say first whom the pronoun means: "If Reed wins, [she] will"?"""
    return pronoun.lower_ in SUBJECTIVE and any(
        token.ent_type_ in {"PERSON", "ORG"} or (token.dep_ in SUBJECTS and token.pos_ == "NOUN")
        for token in tokens.doc[tokens.start : pronoun.i]
    )


def _edits(
    tokens: TokenSpan,
    start: int,
    teller: Attribution | None,
    referents: Referents | None,
    body: str | None,
) -> Iterator[Edit]:
    speaks = False  # said once, who "I" is stays known
    told: set[str] = set()
    for token in tokens:
        who = None if speaks else _first_person(token, teller, body)
        if who and teller and _is_anothers(tokens, token, start, teller, referents):
            who = None
        if who:
            speaks = True
            yield _with_verb(token, start, f"{token.text} [{who}]")
            continue
        name = _third_person(tokens, token, start, teller, referents)
        if name is None:
            yield from told_edits(tokens, token, start, referents, told)
        if name is None or name in told:
            continue
        told.add(name)
        if not _mentioned(tokens, token, name):
            begins = token.i == tokens.start or token.left_edge.i == tokens.start
            name = in_plain_case(name)
            words = f"[{_possessive(token, capital(name) if begins else _inside(name))}]"
            yield (
                whole(token, start, words)
                if token.pos_ == "NOUN"
                else (_with_verb(token, start, words))
            )


def _with_verb(pronoun: Token, start: int, words: str) -> Edit:
    """What is said in a pronoun's place, a verb drawn together with it in full: "We [X] are"."""
    end = pronoun.idx + len(pronoun)
    if pronoun.i + 1 < len(pronoun.doc) and not pronoun.whitespace_:
        verb = pronoun.nbor()
        if full := _DRAWN.get(verb.lower_.replace("’", "'")) or _third_form(verb):
            words, end = f"{words} {full}", verb.idx + len(verb)
    return Span(start + pronoun.idx, start + end, pronoun.doc.text[pronoun.idx : end]), words


def _third_form(verb: Token) -> str | None:
    """ "He[’s] gone", "he[’s] ill" and "he[’d] gone", in full."""
    if verb.lower_ in {"'d", "’d"}:
        return "had" if verb.head.tag_ in {"VBN", "VBD"} else "would"
    if verb.lower_ not in {"'s", "’s"}:
        return None
    helpers = {child.lower_ for child in verb.head.lefts}
    active = verb.dep_ == "aux" or verb.head.lemma_ == "do"  # "He's done nothing wrong"
    perfect = "been" in helpers or (verb.head.tag_ == "VBN" and active)
    return "has" if perfect and "being" not in helpers else "is"


def _is_anothers(
    tokens: TokenSpan, i: Token, start: int, teller: Attribution, referents: Referents | None
) -> bool:
    """Is it the "I" of the article, or of somebody quoted in what the teller says?

    Halden said he kept silent in the talk [I] heard "because nobody knows"; "He told us,
    ‘[I] am ill’," she said.
    """
    if teller.kind == "mixed" and referents and referents.is_outside_quotes(start, i):
        return True
    text = text_of(i.doc)[tokens[0].idx : i.idx + 1]
    return len(_INNER_OPENING.findall(text)) > len(_INNER_CLOSING.findall(text))


def _first_person(token: Token, teller: Attribution | None, body: str | None) -> str | None:
    """Who says "I" or "we" in their own words.

    What a person calls "ours" may be anybody's: "our nation", "our system".
    """
    word = token.lower_
    if teller is None or teller.speaker is None or not in_own_words(teller):
        return None
    speaker, label = teller.speaker, teller.speaker.label
    called = speaker.name or ""
    personal = speaker.kind == "person" or (called.isupper() and " " in called)
    if (
        not label
        or len(label.split()) > _LONGEST
        or (token.dep_ not in SUBJECTS and word not in (OWN | {"us"} if body else OWN))
    ):
        return None
    if body and word in {"we", "our", "us"}:
        return _possessive(token, body)
    if label.startswith(("A ", "An ", "The ")) and not speaker.name:
        label = label[:1].lower() + label[1:]
    if word == "we":
        return f"{label} and others" if personal else label
    theirs = token.head.lower_ in _OWN_BODIES  # "our company", not "our country"
    if word in {"i", "my"} or (word == "our" and (theirs or not personal)):
        return _possessive(token, label)
    return None


def in_own_words(attribution: Attribution) -> bool:
    """Are these the speaker's words, quoted or in their turn of a transcript?"""
    return attribution.kind != "indirect" or attribution.cue is None


def _possessive(token: Token, name: str) -> str:
    if token.lower_ not in _POSSESSIVES or token.dep_ != "poss" or _is_object(token):
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _third_person(
    tokens: TokenSpan,
    token: Token,
    start: int,
    teller: Attribution | None,
    referents: Referents | None,
) -> str | None:
    """Whom or what a subject, or whose it is, stands for."""
    subject = token.dep_ in SUBJECTS
    whose = token.dep_ == "poss" and token.lower_ in _POSSESSIVES
    if _is_object(token):
        return referents.object(start, token) if referents is not None else None
    if token.pos_ == "NOUN":
        return referents.of(start, token) if referents is not None else None
    if not (subject and token.lower_ in SUBJECTIVE) and not whose:
        return None
    if token.lower_ == "it" and stands_for_nothing(token):
        return None
    if whose and _somebody_before(tokens, token):
        return None
    speaker = teller.speaker if teller else None
    indirect = teller is not None and _is_retold(teller, start)
    if indirect and speaker and _begins(tokens, token) and not _is_amount(token):
        gender = _genders(start, referents)
        if _is_speaker(tokens, token, speaker, gender) and not is_source(token, start, teller):
            return speaker.label or in_the_texts_words(speaker)
        if _may_be_another(tokens, token, speaker, gender):
            return _only_person(tokens, token, start, speaker, referents)
    if referents is None:
        return None
    told = PERSONAL.get(token.lower_)  # "[she] said that he …" is another
    another = speaker and told and PERSONAL.get(speaker.text.lower(), told) != told
    but = speaker.names if speaker and (another or not indirect) else ()
    return referents.of(start, token, but=but)


def _is_retold(teller: Attribution, start: int) -> bool:
    """Is it in the writer's words: "The mayor said [she] knew"?

    Not what stands in a paragraph of its own behind "The mayor said:".
    """
    return teller.kind != "direct" and teller.cue is not None and teller.cue.start >= start


def _is_object(token: Token) -> bool:
    """ "paid [him]", and "paid [her] 3 million euros", which the parser takes for whose."""
    if token.lower_ not in OBJECTIVE:
        return False
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    given = token.dep_ == "poss" and (behind.like_num or behind.tag_ == "$")
    return given or token.dep_ in _OBJECTS


def _begins(tokens: TokenSpan, token: Token) -> bool:
    """Is it the statement's own subject, and nobody named before it?"""
    verb = stating_verb(tokens)
    first = token.i == tokens.start or (verb is not None and token.head.i == verb.i)
    return first and not _somebody_before(tokens, token)


def _somebody_before(tokens: TokenSpan, token: Token) -> bool:
    """Does the claim name somebody before, who may be meant: "[My son] gave his life"?"""
    return any(
        before.ent_type_ in {"PERSON", "ORG"} or before.dep_ in SUBJECTS
        for before in tokens.doc[tokens.start : token.i]
    )


def _genders(start: int, referents: Referents | None) -> Callable[[Token], str | None]:
    """What the article tells of whom a name names: "he", "she" or nothing."""
    return lambda noun: referents.gender(start, noun) if referents is not None else None


def _is_speaker(
    tokens: TokenSpan, pronoun: Token, speaker: SpeakerSpan, gender: Callable[[Token], str | None]
) -> bool:
    if _may_be_another(tokens, pronoun, speaker, gender):
        return False
    if pronoun.lower_ in PLURAL:
        return _are_several(tokens, speaker)
    return _is_person(pronoun, speaker) or _is_body(pronoun, speaker)


def _are_several(tokens: TokenSpan, speaker: SpeakerSpan) -> bool:
    """Does "they" mean who speaks: "[Police] said they had no plans"?

    Not where others are named before: "Police told the residents that they had to go".
    """
    if speaker.kind not in _SEVERAL or not 0 < len(speaker.label.split()) <= _LONGEST:
        return False
    own = set(speaker.text.split())
    return not any(
        (token.tag_ in {"NNS", "NNPS"} or token.ent_type_ in {"ORG", "NORP", "GPE"})
        and token.text not in own
        for token in tokens.doc[tokens.sent.start : tokens.start]
    )


def _may_be_another(
    tokens: TokenSpan, pronoun: Token, speaker: SpeakerSpan, gender: Callable[[Token], str | None]
) -> bool:
    """Is somebody else named or spoken to before, who may be meant: "told her sister she"?"""
    own = {*speaker.text.split(), *(speaker.name or "").split()}
    if speaker.kind in _BODIES and _OWNER.search(speaker.text):  # "[Ada Reed]'s campaign"
        own = set()
    return any(
        (token.ent_type_ == "PERSON" and token.text not in own and _may_be(pronoun, token, gender))
        or _may_be_spoken_to(token)
        for token in tokens.doc[tokens.sent.start : tokens.start]
    )


def _only_person(
    tokens: TokenSpan,
    pronoun: Token,
    start: int,
    speaker: SpeakerSpan,
    referents: Referents | None,
) -> str | None:
    """The one person named in who says so: "[Ada Reed]'s campaign said she was ill"."""
    sentence = tokens.doc[tokens.sent.start : tokens.start]
    named = [entity for entity in entities_in(sentence) if entity.label_ == "PERSON"]
    if pronoun.lower_ not in PERSONAL or speaker.kind == "person" or len(named) != 1:
        return None
    if referents is None or any(map(_may_be_spoken_to, sentence)):
        return None
    name = referents.named(start, named[0].root)
    told = name and referents.resolver.gender(name)
    return name if told == PERSONAL[pronoun.lower_] else None


def _may_be_spoken_to(token: Token) -> bool:
    return token.dep_ in _SPOKEN_TO and _may_be_somebody(token)


def _may_be(pronoun: Token, name: Token, gender: Callable[[Token], str | None]) -> bool:
    """Does the name leave open that they are meant: "he" is not [Fenella] Croft?"""
    entity = next((found for found in entities_of(name.doc) if name in found), None)
    told = gender_of(entity[0].text) if entity is not None else None
    told = told or (gender(entity.root) if entity is not None else None)
    return told in {None, PERSONAL.get(pronoun.lower_, told)}


def _may_be_somebody(noun: Token) -> bool:
    """ "her sister" may, "reporters", "the court" and "the council" may not."""
    if noun.tag_ != "NN" or noun.lower_ in _HEARERS:
        return False
    return kind_of(noun) not in _BODIES


def _is_person(pronoun: Token, speaker: SpeakerSpan) -> bool:
    """Does the pronoun mean the speaker? A wrong name is worse than none: the name has to tell."""
    gender = PERSONAL.get(pronoun.lower_)
    if gender is None or not speaker.name or len(speaker.names) > 1:
        return False
    if PERSONAL.get(speaker.text.lower(), gender) != gender:
        return False  # "[she] said that he …"
    if speaker.kind in _BODIES:
        return False  # "[Ada Reed's campaign] said she"
    told = gender_of(speaker.name.split()[0])
    return told == gender or (told is None and speaker.kind == "person")


def _is_body(pronoun: Token, speaker: SpeakerSpan) -> bool:
    """Does "it" mean the firm or city that speaks?"""
    if pronoun.lower_ not in BODILY:
        return False
    return speaker.kind in {"organisation", "place"}


def _is_amount(it: Token) -> bool:
    """Is it what is measured, and nobody who speaks: "According to the bank [it] was 5.8%"?"""
    if it.lower_ != "it" or it.head.lemma_ != "be":
        return False
    said = (child for child in it.head.rights if child.dep_ == "attr")
    return any(word.like_num for one in said for word in (one, *one.lefts))


def stands_for_nothing(it: Token) -> bool:
    """Is it a dummy: "[it] emerged that", "[it] is early to say", "[it] was decided to go"?"""
    verb = it.head
    if any(child.lower_ == "whether" for child in verb.lefts):  # "whether [it] is Reed or Cole"
        return True
    clauses = any(child.dep_ in _CLAUSES for child in verb.rights)
    if verb.lemma_ == "be":
        return clauses or not any(child.dep_ in {"attr", "prep"} for child in verb.rights)
    if it.dep_ != "nsubjpass":
        return verb.lemma_ in _IMPERSONAL and (clauses or verb.lemma_ not in _WITH_CLAUSE)
    return verb.lemma_ in _RESOLVED or any(child.dep_ == "ccomp" for child in verb.children)


def _mentioned(tokens: TokenSpan, token: Token, name: str) -> bool:
    """Does the claim name them before the pronoun, in full or by the last word?"""
    return any(word.text == name.split()[-1] for word in tokens.doc[tokens.start : token.i])


def _inside(words: str) -> str:
    """The words inside a sentence: "the plan" for "The plan"."""
    return f"the {words[4:]}" if words.startswith("The ") else words
