"""Direct speech: quotations with the cue before, behind or between them, or with none."""

from __future__ import annotations

from spacy.tokens import Token

from ..syntax import VERBS, sentence_of
from .beside import (
    announced,
    dashed,
    echo,
    is_cited,
    is_heading,
    names_beside,
    signature,
    signature_end,
    source_lists,
)
from .drafts import Draft, Passage, Phrase, cue_span, noun_phrase, subject_of, verb_cues
from .going_on import lead_of
from .headed import read_headed
from .headlines import in_title_case, read_headline, surnames_of
from .media import medium_of, passed_on
from .quote_cues import (
    DASHES,
    announcement,
    announcing,
    cue_before,
    cue_behind,
    is_stop,
    lead_words,
    sense_of,
    speaker_of,
    tail_of,
    takes_quote,
)
from .quotes import Quote
from .sources import Source, source_at
from .turns import read_turns

_FEWEST = 4  # words of a statement between dashes


def find_quotations(passages: list[Passage]) -> list[Draft]:
    """The attributions whose content begins with a quotation, in the order of the text."""
    drafts, in_turns = read_turns(passages)
    if not drafts:
        drafts, in_turns = read_headed(passages)
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
        verb = announcement(before) if before is not None else None
        if before is None or verb is None or not takes_quote(verb):
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
        """Does that quotation open with the mark that the one left open here does, or none?"""
        opened = self._previous
        if quote.start == quote.inner_start:
            return True
        return opened is not None and self._passage.text[opened.start] == passage.text[quote.start]

    def _read_one(self, quote: Quote) -> None:
        first = self._previous is None and not lead_words(self._passage, quote)
        unclosed = self._before.open if first and self._before is not None else None
        if self._before and unclosed and self._before.opens_alike(self._passage, quote):
            self._extend(unclosed, quote)
            self._close(unclosed, quote)
            return
        verb = cue_behind(self._passage, quote) or cue_before(self._passage, quote)
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
        stops = sum(map(is_stop, between))
        if self._last is None:
            return alone and verb is None and stops == 1
        if verb is not None:
            return verb.idx == cue
        joined = between[-1].text in {",", *DASHES} or between[-1].pos_ == "CCONJ"
        return (alone and stops <= 1) or (stops == 0 and joined)

    def _runs_on(self, quote: Quote) -> int | None:
        """Where the sentence ends that a quotation begins: '"It is a tax rise" for the rich.'"""
        before = self._passage.text[: quote.start].rstrip()[-1:]
        inner = self._passage.text[quote.inner_start : quote.inner_end]
        tail = tail_of(self._passage, quote)
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
        if self._previous is None and before is not None and not lead_words(self._passage, quote):
            verb = announcement(before)
            if verb is not None:
                self._last = self._begin(quote, verb, before)
                return
        if (source := _source_behind(self._passage, quote)) is not None:
            self._last = self._sourced(quote, source)
            return
        if is_cited(self._passage, quote) or is_heading(self._passage, quote):
            self._last = None
            return
        self._last = self._add(quote, self._beside(quote))

    def _beside(self, quote: Quote) -> Phrase | None:
        """Whom a signature, a label, an announcement or a name line names."""
        lead = lead_words(self._passage, quote)
        named = signature(self._passage, quote) or echo(self._passage, quote.end)
        if named is None and lead and lead[-1].text == ":":
            named = announced(self._passage, lead[:-1])
        if named is None and lead and lead[-1].text in DASHES:
            named = dashed(self._passage, lead)
        if named is None and not lead and self._previous is None and self._before is not None:
            before = self._before._passage
            named = announced(before, announcing(before)[:-1])
        return named or self._name_line

    def _extend(self, draft: Draft, quote: Quote) -> None:
        start, end = self._passage.paragraph.start, self._runs_on(quote)
        whole = _inner(self._passage, quote) if end is None else (start + quote.start, start + end)
        draft.content.append(whole)
        self._passage.direct.add(quote)
        self._last = draft

    def _close(self, draft: Draft, quote: Quote) -> None:
        """Give a quotation of several paragraphs the cue behind its last one, if it has none."""
        verb = cue_behind(self._passage, quote) if draft.cue is None and draft.floating else None
        if verb is not None:
            self._report(draft, quote, verb, self._passage)

    def _begin(self, quote: Quote, verb: Token, home: Passage) -> Draft:
        draft = self._add(quote, None)
        self._report(draft, quote, verb, home)
        return draft

    def _report(self, draft: Draft, quote: Quote, verb: Token, home: Passage) -> None:
        """Make this verb the draft's cue, and its subject the speaker."""
        home.used.add(verb.i)
        verb = passed_on(verb) or verb
        home.used.add(verb.i)
        draft.floating, draft.firm = False, True
        behind = quote.end if home is self._passage and verb.idx >= quote.end else None
        subject = speaker_of(home, verb, behind)
        draft.speaker = noun_phrase(home, subject) if subject is not None else None
        sense = sense_of(verb)
        draft.attitude = sense.attitude if sense else "asserts"
        draft.cue = cue_span(home, verb, *(sense.particle.split() if sense else ()))
        draft.via = medium_of(home, verb, draft)
        self._drafts += [draft.via] if draft.via is not None else []

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
        end = verb.idx
        if draft.speaker is not None and quote.end < verb.doc[draft.speaker.start].idx < end:
            end = verb.doc[draft.speaker.start].idx
        draft.content = [(start + first, start + max(end, quote.end))]
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


def _source_behind(passage: Passage, quote: Quote) -> Source | None:
    """The source that a quotation is ascribed to right behind it: '"X," according to Lee'."""
    words = (token for token in tail_of(passage, quote) if not (token.is_punct or token.is_space))
    first = next(words, None)
    if first is None or first.lower_ != "according":
        return None
    passage.used.add(first.i)
    return source_at(passage, first)


def _ends_clause(passage: Passage, quote: Quote) -> bool:
    """Is there a clause for the quotation to end; not in 'On "The Morning Hour," Lee said'?"""
    lead = lead_words(passage, quote)
    return not lead or lead[0].i > 0 or any(token.pos_ in VERBS for token in lead)


def _stands_alone(passage: Passage, quote: Quote, previous: Quote | None) -> bool:
    """Does the quotation begin a sentence, as a statement does and a scare quote does not?"""
    text = passage.text
    before = text[: quote.start].rstrip()
    inner = text[quote.inner_start : quote.inner_end].strip()
    dashed = before[-1:] in DASHES and len(inner.split()) >= _FEWEST and not in_title_case(inner)
    signed = previous is not None and signature_end(passage, previous) == quote.start
    if before and before[-1] not in ".!?:\"”’'»…" and not (signed or dashed):
        return False
    if not (inner[0].isupper() or not inner[0].isalpha()):
        return False
    behind = text[quote.end :].lstrip()
    return (
        inner[-1] in ".!?,—–…-'’"
        or not quote.closed
        or (behind[:1] in {"", ",", "–", "—", "―"} or behind.startswith(("--", "- ")))
    )
