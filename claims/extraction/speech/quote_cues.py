"""The cue of a quotation, before or behind it, and who its speaker is.

"“We start tomorrow,” said Ann Lee", "Ann Lee added: “We start tomorrow”".
"""

from __future__ import annotations

from spacy.tokens import Token

from ..syntax import entities_of
from .drafts import Passage, subject_of, verb_cues
from .lexicon.cues import Cue
from .quotes import Quote

_STOPS = {".", "!", "?"}
DASHES = {"—", "–", "--", "―", "-"}
_INTRODUCING = {"say", "add", "read", "write"}  # also what begins small: 'it reads "no dogs"'
_LONGEST = 40  # tokens between a quotation and its cue
_INTRODUCING = {"say", "add", "read", "write"}  # also what begins small: 'it reads "no dogs"'
_NEAR = 12  # tokens between a cue and the quotation it introduces without a colon


def sense_of(verb: Token) -> Cue | None:
    """The verb's sense with a quotation; one whose particle follows comes first."""
    following = {child.lower_ for child in verb.rights if child.i <= verb.i + 2}
    senses = [
        cue for cue in verb_cues(verb) if not cue.particle or cue.particle.split()[0] in following
    ]
    senses.sort(key=lambda cue: ("quote" not in cue.takes, not cue.particle))
    return senses[0] if senses else None


def speaker_of(passage: Passage, verb: Token, behind: int | None) -> Token | None:
    """The cue's subject; one inside the quotation is a slip: the name beside the cue.

    ``behind`` is where the quotation ends that the cue stands behind, if it does.
    """
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass" and verb.dep_ != "pcomp":
        return None
    if subject is not None and not _is_dated(subject) and passage.outside(subject):
        return subject
    if behind is not None and (between := _between(passage, behind, verb)) is not None:
        return between
    objects = {"dobj", "attr", "dep", "npadvmod", "oprd", "nsubj"}
    near = (child for child in verb.rights if child.dep_ in objects and passage.outside(child))
    named = next((child for child in near if not _is_dated(child)), None)
    return named or _beside(passage, verb)


def _is_dated(token: Token) -> bool:
    """Does it only tell when: "said Lee [Thursday] [morning]"?"""
    return token.ent_type_ in {"DATE", "TIME"}


def _between(passage: Passage, start: int, verb: Token) -> Token | None:
    """Who stands between the quotation and its cue: '"X," [Rep. Ann Lee] (D-Ash) said'."""
    words = passage.doc.char_span(start, verb.idx, alignment_mode="contract")
    kept = [token for token in words or () if not (token.is_space or token.is_quote)]
    while kept and kept[0].is_punct:
        kept.pop(0)
    marks = (n for n, token in enumerate(kept) if token.text in {",", "("} and n)
    kept = kept[: next(marks, len(kept))]
    while kept and kept[-1].pos_ in {"ADV", "AUX", "PUNCT"}:
        kept.pop()
    if not kept or any(token.pos_ == "VERB" for token in kept):
        return None
    root = passage.doc[kept[0].i : kept[-1].i + 1].root
    return root if root.pos_ in {"NOUN", "PROPN", "PRON"} and not _is_dated(root) else None


def _beside(passage: Passage, verb: Token) -> Token | None:
    """The name or pronoun right behind or before the cue: '… said Lee', 'Lee said …'."""
    before = verb.i - 2 if verb.i > 1 and verb.nbor(-1).text == "," else verb.i - 1
    for number in (verb.i + 1, before):
        if 0 <= number < len(passage.doc) and passage.outside(passage.doc[number]):
            token = passage.doc[number]
            entity = next((e for e in entities_of(passage.doc) if e.start <= number < e.end), None)
            if token.pos_ in {"PROPN", "PRON"}:
                return entity.root if entity is not None else token
    return None


def takes_quote(token: Token) -> bool:
    return any("quote" in cue.takes for cue in verb_cues(token))


def is_stop(token: Token) -> bool:
    """Does it end a sentence, and not the short form in "Ann Lee (R-Ash.)"?"""
    if token.text not in _STOPS:
        return False
    return token.i + 1 == len(token.doc) or bool(token.whitespace_) or token.nbor(1).text != ")"


def tail_of(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens behind a quotation up to the end of the sentence or the next quotation."""
    rest = passage.doc.char_span(quote.end, len(passage.text), alignment_mode="contract")
    tail: list[Token] = []
    for token in rest or ():
        if is_stop(token) or not passage.outside(token) or len(tail) >= _LONGEST:
            break
        tail.append(token)
    return tail


def lead_words(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens before a quotation back to the start of its sentence or another quotation."""
    front = passage.doc.char_span(0, quote.start, alignment_mode="contract")
    lead: list[Token] = []
    for token in reversed(front or ()):
        if is_stop(token) or not passage.outside(token) or len(lead) >= _LONGEST:
            break
        if not token.is_space:
            lead.append(token)
    return lead[::-1]


def cue_behind(passage: Passage, quote: Quote) -> Token | None:
    """The cue of '"X," he said', '"X?" asked Lee', '"X" – the mayor said'."""
    inner = passage.text[quote.inner_start : quote.inner_end].rstrip()
    tail = tail_of(passage, quote)
    comma = inner[-1:] == "," or (bool(tail) and tail[0].text in {",", *DASHES})
    while tail and (tail[0].is_punct or tail[0].is_space):
        tail.pop(0)
    if not tail or (inner[-1:] == "." and tail[0].text[0].isupper()):
        return None
    asks = inner[-1:] in {"?", "!"}
    for token in tail if comma else tail[:_NEAR]:
        takes = bool(verb_cues(token)) if comma else takes_quote(token)
        takes = takes or (asks and _is_bare_cue(token))
        if not takes or token.dep_ in {"relcl", "acl", "aux"} or token.tag_ in {"VBG", "VB"}:
            continue
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        inverted = token.i <= tail[0].i + 1
        if inverted or comma or (subject is not None and subject.left_edge.i >= tail[0].i):
            return token
    return None


def _is_bare_cue(verb: Token) -> bool:
    """Does it take what was asked: '"X?" Lee demanded'; not '"X?" The council wants an answer'."""
    own = {"dobj", "ccomp", "oprd", "attr", "acomp"}
    bare = not any(child.dep_ in own for child in verb.rights)
    known = all(word.lemma_ in {"know", "hear"} for word in verb.rights if word.dep_ == "xcomp")
    return bool(verb_cues(verb)) and bare and known and verb.tag_ in {"VBD", "VBZ"}


def cue_before(passage: Passage, quote: Quote) -> Token | None:
    """The cue of 'He said: "X"', 'She added, "X"', 'He told reporters "X."'."""
    lead = lead_words(passage, quote)
    if not lead or (_in_that_clause(lead) and tail_of(passage, quote)):
        return None
    mark = lead[-1].text
    inner = passage.text[quote.inner_start : quote.inner_end]
    opens = not inner[:1].isalpha() or inner[:1].isupper()
    if mark == ":":
        return _last_cue(lead) or _root(lead)
    if mark in {",", *DASHES} and opens:
        return _last_cue(lead[-_NEAR:])
    if opens or (lead[-1].pos_ == "VERB" and lead[-1].lemma_ in _INTRODUCING):
        verb = _last_cue(lead[-_NEAR:])
        return verb if verb is not None and _full(passage, quote, inner, opens) else None
    return None


def _in_that_clause(lead: list[Token]) -> bool:
    """Whether the quotation only begins what a clause says: 'said that "X" in Y'."""
    words = [token for token in lead if not token.is_punct]
    return bool(words) and words[-1].lower_ == "that"


def _last_cue(lead: list[Token]) -> Token | None:
    """The last cue before a quotation with no other verb in between."""
    for token in reversed(lead):
        if token.dep_ != "aux" and takes_quote(token):
            return token
        if token.pos_ == "VERB" and token.tag_ != "VBN":
            return token if verb_cues(token) and lead[-1].text in {",", ":"} else None
    return None


def _root(lead: list[Token]) -> Token | None:
    return next(
        (token for token in reversed(lead) if token.pos_ == "VERB" and token.dep_ == "ROOT"), None
    )


def _full(passage: Passage, quote: Quote, inner: str, opens: bool) -> bool:
    """Is the quotation right behind its cue a statement: 'She said "We won."'."""
    behind = passage.text[quote.end :].lstrip()
    ends = inner.rstrip()[-1:] in ".!?," or not behind or behind[0] in ".,;"
    return ends and len(inner.split()) > (1 if opens else 3)


def announcement(before: Passage) -> Token | None:
    """The cue at the end of the paragraph before: 'Lee went on:'."""
    sentence = announcing(before)
    return _last_cue(sentence) or _root(sentence) if sentence else None


def announcing(passage: Passage) -> list[Token]:
    """The last sentence of a paragraph that ends in a colon, with it; else nothing."""
    if not passage.text.rstrip().endswith(":"):
        return []
    doc, words = passage.doc, []
    for number in range(len(doc) - 1, -1, -1):
        token = doc[number]
        if is_stop(token):
            break
        if not token.is_space:
            words.append(token)
    return words[::-1] if words and words[0].text == ":" else []
