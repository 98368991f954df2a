"""Direct speech: quotations with the cue before, behind or between them, or with none."""

from __future__ import annotations

from spacy.tokens import Token

from ..syntax import VERBS, entities_of, sentence_of
from .beside import (
    announced,
    is_cited,
    is_heading,
    names_beside,
    signature,
    signature_end,
    source_lists,
)
from .drafts import Draft, Passage, Phrase, cue_span, noun_phrase, subject_of, verb_cues
from .going_on import lead_of
from .headlines import read_headline, surnames_of
from .lexicon.cues import Cue
from .quotes import Quote
from .turns import read_turns

_STOPS = {".", "!", "?"}
_DASHES = {"—", "–", "--", "―", "-"}
_LONGEST = 40  # tokens between a quotation and its cue
_NEAR = 12  # tokens between a cue and the quotation it introduces without a colon


def find_quotations(passages: list[Passage]) -> list[Draft]:
    """The attributions whose content begins with a quotation, in the order of the text."""
    drafts, in_turns = read_turns(passages)
    before: _Reader | None = None
    surnames, beside, titles = surnames_of(passages), names_beside(passages), source_lists(passages)
    for passage in passages:
        if passage.number in in_turns or passage.number in titles:
            continue
        headline = read_headline(passage, surnames)
        reader = _Reader(passage, before, headline, beside.get(passage.number))
        drafts.extend(reader.read())
        before = reader
    return drafts


class _Reader:
    """Reads one paragraph's quotations; knows what they may go on from."""

    def __init__(
        self,
        passage: Passage,
        before: _Reader | None,
        headline: Draft | None,
        name_line: Phrase | None,
    ) -> None:
        self._passage = passage
        self._name_line = name_line
        self._before = before
        self._headline = headline
        self._drafts: list[Draft] = []
        self._last: Draft | None = None  # whose content the quotation before belongs to
        self._previous: Quote | None = None  # the quotation before
        self._clause_end: tuple[Quote, Token] | None = None  # it only ends a clause; its cue

    def read(self) -> list[Draft]:
        if self._headline is not None:
            return [self._headline]
        if not self._passage.quotes and (block := self._block()) is not None:
            return [block]
        for quote in self._passage.quotes:
            self._read_one(quote)
            self._previous = quote
        return self._drafts

    def _block(self) -> Draft | None:
        """A quotation set as a paragraph without marks, behind "Lee added:"."""
        before = self._before._passage if self._before is not None else None
        verb = _announcement(before) if before is not None else None
        if before is None or verb is None or not _takes_quote(verb):
            return None
        subject = subject_of(verb)
        if subject is None:
            return None
        start = self._passage.paragraph.start
        speaker, cue = noun_phrase(before, subject), cue_span(before, verb)
        return Draft(
            "asserts", cue, [(start, start + len(self._passage.text))], speaker, whole=True
        )

    @property
    def open(self) -> Draft | None:
        """The draft whose quotation is not closed where the paragraph ends."""
        quote = self._previous
        return self._last if quote is not None and not quote.closed else None

    def opens_alike(self, passage: Passage, quote: Quote) -> bool:
        """Does that quotation open with the mark that the one left open here does?"""
        opened = self._previous
        return opened is not None and self._passage.text[opened.start] == passage.text[quote.start]

    def _read_one(self, quote: Quote) -> None:
        if self._previous is None and self._before is not None and not _lead(self._passage, quote):
            unclosed = self._before.open
            if unclosed is not None and self._before.opens_alike(self._passage, quote):
                self._extend(unclosed, quote)
                return
        verb = _cue_behind(self._passage, quote) or _cue_before(self._passage, quote)
        alone = _stands_alone(self._passage, quote, self._previous)
        if self._goes_on(quote, verb, alone):
            self._extend(self._last or self._begin_with_clause(quote), quote)
        elif verb is None and alone:
            self._stand_alone(quote)
        elif verb is not None and (alone or verb.idx < quote.start):
            self._last = self._begin(quote, verb, self._passage)
        elif verb is not None and _ends_clause(self._passage, quote):
            # 'The plan is "a disaster," he said'
            self._last, self._clause_end = None, (quote, verb)

    def _goes_on(self, quote: Quote, verb: Token | None, alone: bool) -> bool:
        """Is there nothing but the last one's cue between these two: '"X," he said. "Y."'"""
        cue = self._last_cue()
        if self._previous is None or (self._last is None and cue is None):
            return False
        start, end = self._previous.end, quote.start
        alone = alone or self._runs_on(quote) is not None
        between = self._passage.doc.char_span(start, end, alignment_mode="contract")
        if between is None or all(token.is_punct or token.is_space for token in between):
            return alone and verb is None
        if cue is None or not start <= cue < end:
            return False
        stops = sum(map(_is_stop, between))
        if self._last is None:
            return alone and verb is None and stops == 1
        if verb is not None:
            return verb.idx == cue
        joined = between[-1].text in {",", *_DASHES} or between[-1].pos_ == "CCONJ"
        return (alone and stops <= 1) or (stops == 0 and joined)

    def _runs_on(self, quote: Quote) -> int | None:
        """Where the sentence ends that a quotation begins: '"It is a tax rise" for the rich.'"""
        before = self._passage.text[: quote.start].rstrip()[-1:]
        inner = self._passage.text[quote.inner_start : quote.inner_end]
        tail = _tail(self._passage, quote)
        if (
            before not in {".", "!", "?"}
            or not inner[:1].isupper()
            or inner.rstrip()[-1:] in ".!?,"
        ):
            return None
        if not tail or any(verb_cues(token) or token.lower_ == "according" for token in tail):
            return None
        end = tail[-1].idx + len(tail[-1])
        return end if self._passage.text[end : end + 1] in {".", "!", "?"} else None

    def _last_cue(self) -> int | None:
        """Where in the paragraph the cue of the quotation before stands."""
        if self._last is not None:
            return self._last.cue[0] - self._passage.paragraph.start if self._last.cue else None
        return self._clause_end[1].idx if self._clause_end is not None else None

    def _stand_alone(self, quote: Quote) -> None:
        """A quotation without a cue of its own in its paragraph."""
        before = self._before._passage if self._before is not None else None
        if self._previous is None and before is not None and not _lead(self._passage, quote):
            verb = _announcement(before)
            if verb is not None:
                self._last = self._begin(quote, verb, before)
                return
        if is_cited(self._passage, quote) or is_heading(self._passage, quote):
            self._last = None
            return
        self._last = self._add(quote, self._beside(quote))

    def _beside(self, quote: Quote) -> Phrase | None:
        """Whom a signature, a label, an announcement or a name line names."""
        lead = _lead(self._passage, quote)
        named = signature(self._passage, quote)
        if named is None and lead and lead[-1].text == ":":
            named = announced(self._passage, lead[:-1])
        if named is None and not lead and self._previous is None and self._before is not None:
            before = self._before._passage
            words = _last_sentence(before)
            if words and words[-1].text == ":":
                named = announced(before, words[:-1])
        return named or self._name_line

    def _extend(self, draft: Draft, quote: Quote) -> None:
        start, end = self._passage.paragraph.start, self._runs_on(quote)
        whole = _inner(self._passage, quote) if end is None else (start + quote.start, start + end)
        draft.content.append(whole)
        self._passage.direct.add(quote)
        self._last = draft

    def _begin(self, quote: Quote, verb: Token, home: Passage) -> Draft:
        home.used.add(verb.i)
        draft = self._add(quote, None)
        draft.floating, draft.firm = False, True
        behind = quote.end if home is self._passage and verb.idx >= quote.end else None
        subject = _speaker_token(home, verb, behind)
        draft.speaker = noun_phrase(home, subject) if subject is not None else None
        sense = _sense(verb)
        draft.attitude = sense.attitude if sense else "asserts"
        draft.cue = cue_span(home, verb, *(sense.particle.split() if sense else ()))
        return draft

    def _begin_with_clause(self, following: Quote) -> Draft:
        """The clause whose quoted end another quotation follows: 'It was "a mess," he said. "…"'"""
        quote, verb = self._clause_end or (following, self._passage.doc[0])
        draft = self._begin(quote, verb, self._passage)
        start = self._passage.paragraph.start
        first = min(self._passage.doc[sentence_of(verb).start].idx, quote.start)
        draft.content = [(start + first, start + quote.end)]
        return draft

    def _add(self, quote: Quote, speaker: Phrase | None) -> Draft:
        content = [_inner(self._passage, quote)]
        draft = Draft("asserts", None, content, speaker, floating=speaker is None)
        if draft.floating:
            before = self._before._passage if self._before is not None else None
            draft.lead = lead_of(self._passage, quote.start, before)
        self._drafts.append(draft)
        self._passage.direct.add(quote)
        return draft


def _inner(passage: Passage, quote: Quote) -> tuple[int, int]:
    offset = passage.paragraph.start
    return offset + quote.inner_start, offset + quote.inner_end


def _sense(verb: Token) -> Cue | None:
    """The verb's sense with a quotation; one whose particle follows comes first."""
    following = {child.lower_ for child in verb.rights if child.i <= verb.i + 2}
    senses = [
        cue for cue in verb_cues(verb) if not cue.particle or cue.particle.split()[0] in following
    ]
    senses.sort(key=lambda cue: ("quote" not in cue.takes, not cue.particle))
    return senses[0] if senses else None


def _speaker_token(passage: Passage, verb: Token, behind: int | None) -> Token | None:
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


def _takes_quote(token: Token) -> bool:
    return any("quote" in cue.takes for cue in verb_cues(token))


def _is_stop(token: Token) -> bool:
    """Does it end a sentence, and not the short form in "Ann Lee (R-Ash.)"?"""
    if token.text not in _STOPS:
        return False
    return token.i + 1 == len(token.doc) or bool(token.whitespace_) or token.nbor(1).text != ")"


def _tail(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens behind a quotation up to the end of the sentence or the next quotation."""
    rest = passage.doc.char_span(quote.end, len(passage.text), alignment_mode="contract")
    tail: list[Token] = []
    for token in rest or ():
        if _is_stop(token) or not passage.outside(token) or len(tail) >= _LONGEST:
            break
        tail.append(token)
    return tail


def _lead(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens before a quotation back to the start of its sentence or another quotation."""
    front = passage.doc.char_span(0, quote.start, alignment_mode="contract")
    lead: list[Token] = []
    for token in reversed(front or ()):
        if _is_stop(token) or not passage.outside(token) or len(lead) >= _LONGEST:
            break
        if not token.is_space:
            lead.append(token)
    return lead[::-1]


def _cue_behind(passage: Passage, quote: Quote) -> Token | None:
    """The cue of '"X," he said', '"X?" asked Lee', '"X" – the mayor said'."""
    inner = passage.text[quote.inner_start : quote.inner_end].rstrip()
    tail = _tail(passage, quote)
    comma = inner[-1:] == "," or (bool(tail) and tail[0].text in {",", *_DASHES})
    while tail and (tail[0].is_punct or tail[0].is_space):
        tail.pop(0)
    if not tail or (inner[-1:] == "." and tail[0].text[0].isupper()):
        return None
    asks = inner[-1:] in {"?", "!"}
    for token in tail if comma else tail[:8]:
        takes = bool(verb_cues(token)) if comma else _takes_quote(token)
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


def _cue_before(passage: Passage, quote: Quote) -> Token | None:
    """The cue of 'He said: "X"', 'She added, "X"', 'He told reporters "X."'."""
    lead = _lead(passage, quote)
    if not lead or (_in_that_clause(lead) and _tail(passage, quote)):
        return None
    mark = lead[-1].text
    inner = passage.text[quote.inner_start : quote.inner_end]
    opens = not inner[:1].isalpha() or inner[:1].isupper()
    if mark == ":":
        return _last_cue(lead) or _root(lead)
    if mark in {",", *_DASHES} and opens:
        return _last_cue(lead[-_NEAR:])
    if opens or mark in {"said", "says", "added"}:
        verb = _last_cue(lead[-_NEAR:])
        return verb if verb is not None and _full(passage, quote, inner, opens) else None
    return None


def _ends_clause(passage: Passage, quote: Quote) -> bool:
    """Is there a clause for the quotation to end; not in 'On "The Morning Hour," Lee said'?"""
    lead = _lead(passage, quote)
    return not lead or lead[0].i > 0 or any(token.pos_ in VERBS for token in lead)


def _in_that_clause(lead: list[Token]) -> bool:
    """Whether the quotation only begins what a clause says: 'said that "X" in Y'."""
    words = [token for token in lead if not token.is_punct]
    return bool(words) and words[-1].lower_ == "that"


def _last_cue(lead: list[Token]) -> Token | None:
    """The last cue before a quotation with no other verb in between."""
    for token in reversed(lead):
        if token.dep_ != "aux" and _takes_quote(token):
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


def _announcement(before: Passage) -> Token | None:
    """The cue at the end of the paragraph before: 'Lee went on:'."""
    sentence = _last_sentence(before)
    if not sentence or sentence[-1].text != ":":
        return None
    return _last_cue(sentence) or _root(sentence)


def _last_sentence(passage: Passage) -> list[Token]:
    """The words behind the paragraph's last full stop."""
    words = [token for token in passage.doc if not token.is_space]
    last = next((n for n in range(len(words) - 1, -1, -1) if _is_stop(words[n])), -1)
    return words[last + 1 :]


def _stands_alone(passage: Passage, quote: Quote, previous: Quote | None) -> bool:
    """Does the quotation begin a sentence, as a statement does and a scare quote does not?"""
    text = passage.text
    before = text[: quote.start].rstrip()
    inner = text[quote.inner_start : quote.inner_end].strip()
    signed = previous is not None and signature_end(passage, previous) == quote.start
    if before and before[-1] not in ".!?:\"”’'»…" and not signed:
        return False
    if not (inner[0].isupper() or not inner[0].isalpha()):
        return False
    behind = text[quote.end :].lstrip()
    return inner[-1] in ".!?,—–…-'’" or not quote.closed or behind[:1] in {"", ",", "–", "—", "―"}
