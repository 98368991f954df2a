"""Direct speech: quotations with the cue before, behind or between them, or with none."""

from __future__ import annotations

import re

from spacy.tokens import Token

from ..syntax import VERBS, entities_of, sentence_of
from .drafts import Draft, Passage, Phrase, cue_span, noun_phrase, subject_of, verb_cues
from .headlines import read_headline, surnames_of
from .lexicon.cues import Cue
from .media import medium_of, passed_on
from .quotes import Quote
from .sources import Source, source_at
from .turns import read_turns

_STOPS = {".", "!", "?"}
_DASHES = {"—", "–", "--", "―", "-"}
_SIGNATURE = re.compile(r"\s*(?:--|[-—–―])\s*([^\W\d_][^,!?:;\"“”]{1,60}?)[\s.]*$")
_INTRODUCING = {"say", "add", "read", "write"}  # also what begins small: 'it reads "no dogs"'
_LONGEST = 40  # tokens between a quotation and its cue
_LONGEST_LABEL = 8  # tokens of "Lee:" before a quotation
_NEAR = 12  # tokens between a cue and the quotation it introduces without a colon


def find_quotations(passages: list[Passage]) -> list[Draft]:
    """The attributions whose content begins with a quotation, in the order of the text."""
    drafts, in_turns = read_turns(passages)
    before: _Reader | None = None
    surnames = surnames_of(passages)
    for passage in passages:
        if passage.number in in_turns:
            continue
        headline = read_headline(passage, surnames)
        reader = _Reader(passage, before, headline)
        drafts.extend(reader.read())
        before = reader
    return drafts


class _Reader:
    """Reads one paragraph's quotations; knows what they may go on from."""

    def __init__(self, passage: Passage, before: _Reader | None, headline: Draft | None) -> None:
        self._passage = passage
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

    def _read_one(self, quote: Quote) -> None:
        if self._previous is None and self._before is not None and not _lead(self._passage, quote):
            unclosed = self._before.open
            if unclosed is not None:
                self._extend(unclosed, quote)
                return
        verb = _cue_behind(self._passage, quote) or _cue_before(self._passage, quote)
        alone = _stands_alone(self._passage, quote)
        if self._goes_on(quote, verb, alone):
            self._extend(self._last or self._begin_with_clause(quote), quote)
        elif verb is None and alone:
            self._stand_alone(quote)
        elif verb is not None and (alone or verb.idx < quote.start):
            self._last = self._begin(quote, verb, self._passage)
        elif verb is not None:  # 'The plan is "a disaster," he said'
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
        stops = sum(token.text in _STOPS for token in between)
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
        if (source := _source_behind(self._passage, quote)) is not None:
            self._last = self._sourced(quote, source)
            return
        signature = _signed(self._passage, quote) or _headed(self._passage, quote)
        self._last = self._add(quote, signature)

    def _extend(self, draft: Draft, quote: Quote) -> None:
        start, end = self._passage.paragraph.start, self._runs_on(quote)
        whole = _inner(self._passage, quote) if end is None else (start + quote.start, start + end)
        draft.content.append(whole)
        self._passage.direct.add(quote)
        self._last = draft

    def _begin(self, quote: Quote, verb: Token, home: Passage) -> Draft:
        home.used.add(verb.i)
        verb = passed_on(verb) or verb
        home.used.add(verb.i)
        draft = self._add(quote, None)
        draft.floating, draft.firm = False, True
        subject = _speaker_token(home, verb)
        draft.speaker = noun_phrase(home, subject) if subject is not None else None
        sense = _sense(verb)
        draft.attitude = sense.attitude if sense else "asserts"
        draft.cue = cue_span(home, verb, *(sense.particle.split() if sense else ()))
        draft.via = medium_of(home, verb, draft)
        self._drafts += [draft.via] if draft.via is not None else []
        return draft

    def _sourced(self, quote: Quote, source: Source) -> Draft:
        """The quotation of '"The dam is safe," according to Ann Lee.'"""
        start = self._passage.paragraph.start
        draft = self._add(quote, source.speaker)
        draft.firm, draft.cue = True, (start + source.cue[0], start + source.cue[1])
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


def _speaker_token(passage: Passage, verb: Token) -> Token | None:
    """The cue's subject; one inside the quotation is a slip: the name beside the cue."""
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass" and verb.dep_ != "pcomp":
        return None
    dated = subject is not None and subject.ent_type_ in {"DATE", "TIME"}
    if subject is not None and not dated and passage.outside(subject):
        return subject
    objects = {"dobj", "attr", "dep", "npadvmod", "oprd", "nsubj"}
    near = [child for child in verb.rights if child.dep_ in objects and passage.outside(child)]
    if near:
        return near[0]
    return _beside(passage, verb)


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


def _tail(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens behind a quotation up to the end of the sentence or the next quotation."""
    rest = passage.doc.char_span(quote.end, len(passage.text), alignment_mode="contract")
    tail: list[Token] = []
    for token in rest or ():
        if token.text in _STOPS or not passage.outside(token) or len(tail) >= _LONGEST:
            break
        tail.append(token)
    return tail


def _lead(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens before a quotation back to the start of its sentence or another quotation."""
    front = passage.doc.char_span(0, quote.start, alignment_mode="contract")
    lead: list[Token] = []
    for token in reversed(front or ()):
        if token.text in _STOPS or not passage.outside(token) or len(lead) >= _LONGEST:
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
    for token in tail if comma else tail[:8]:
        takes = bool(verb_cues(token)) if comma else _takes_quote(token)
        if not takes or token.dep_ in {"relcl", "acl", "aux"} or token.tag_ in {"VBG", "VB"}:
            continue
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        inverted = token.i <= tail[0].i + 1
        if inverted or comma or (subject is not None and subject.left_edge.i >= tail[0].i):
            return token
    return None


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
    words = [token for token in before.doc if not token.is_space]
    if not words or words[-1].text != ":":
        return None
    last = next((n for n in range(len(words) - 1, -1, -1) if words[n].text in _STOPS), -1)
    sentence = words[last + 1 :]
    return _last_cue(sentence) or _root(sentence)


def _source_behind(passage: Passage, quote: Quote) -> Source | None:
    """The source that a quotation is ascribed to right behind it: '"X," according to Lee'."""
    words = (token for token in _tail(passage, quote) if not (token.is_punct or token.is_space))
    first = next(words, None)
    if first is None or first.lower_ != "according":
        return None
    passage.used.add(first.i)
    return source_at(passage, first)


def _signed(passage: Passage, quote: Quote) -> Phrase | None:
    """The name behind a dash that ends the paragraph: '"X." — Ann Lee'."""
    found = _SIGNATURE.match(passage.text, quote.end)
    name = found and passage.doc.char_span(*found.span(1), alignment_mode="contract")
    if not name or name[0].pos_ != "PROPN":
        return None
    return Phrase(passage, name.start, name.end, name.root)


def _headed(passage: Passage, quote: Quote) -> Phrase | None:
    """The name before a colon that opens the paragraph: 'Lee: "We start tomorrow"'."""
    lead = _lead(passage, quote)
    if len(lead) < 2 or len(lead) > _LONGEST_LABEL or lead[-1].text != ":" or lead[0].i > 0:
        return None
    if any(token.pos_ in VERBS for token in lead):
        return None
    return Phrase(passage, 0, lead[-1].i, passage.doc[0 : lead[-1].i].root)


def _stands_alone(passage: Passage, quote: Quote) -> bool:
    """Does the quotation begin a sentence, as a statement does and a scare quote does not?"""
    text = passage.text
    before = text[: quote.start].rstrip()
    inner = text[quote.inner_start : quote.inner_end].strip()
    if before and before[-1] not in ".!?:\"”’'»…":
        return False
    if not (inner[0].isupper() or not inner[0].isalpha()):
        return False
    behind = text[quote.end :].lstrip()
    return inner[-1] in ".!?,—–…-'’" or not quote.closed or behind[:1] in {"", ",", "–", "—", "―"}
