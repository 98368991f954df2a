"""Who said what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from ..parsing import ParsedArticle
from ..records import Attribution, QuoteKind, SpeakerSpan
from .drafts import Draft, Passage
from .going_on import continue_speakers
from .quotations import find_quotations
from .referents import Referents
from .reported_speech import find_statements

_WORD = re.compile(r"\w+")
_ENDED = re.compile(r"(?<=[a-zà-ÿ]{4})\.\s+(?=[A-ZÀ-Þ])")
_POINTS, _FARTHEST = re.compile(r"\s(that|this|it):\s+$"), 8
_EDGES = " \t\r\xa0,.;:"
_MARKS = "\"“”„«»'‘’`"


def find_attributions(
    article: ParsedArticle, referents: Referents | None = None
) -> list[Attribution]:
    """The article's attributions, in the order of their content.

    ``referents`` are the article's, where its caller has them.
    """
    referents = referents or Referents(article)
    passages = referents.passages
    drafts = find_quotations(passages)
    for passage in passages:
        drafts.extend(_in_one_sentence(passage, draft) for draft in find_statements(passage))
    drafts = [draft for draft in drafts if _trim(draft, article.text)]
    drafts.sort(key=lambda draft: (draft.content[0][0], -draft.content[-1][1]))
    _part_at_colons(drafts, article.text)
    drafts = _unnested(_Layout(article.text, passages, drafts), drafts)
    layout = _Layout(article.text, passages, drafts)
    continue_speakers(drafts, article.text, [paragraph.start for paragraph in article.paragraphs])
    speakers = [referents.resolver.speaker(draft) for draft in drafts]
    vias = _vias(layout, drafts)
    for number, via in enumerate(vias):
        speakers[number] = _in_own_words(
            speakers[number], speakers[via] if via is not None else None
        )
    return [
        Attribution(
            kind=layout.kind(draft),
            attitude=draft.attitude,
            content=tuple(article.span(*span) for span in draft.content),
            cue=article.span(*draft.cue) if draft.cue else None,
            speaker=speakers[number],
            via=vias[number],
        )
        for number, draft in enumerate(drafts)
    ]


def _in_one_sentence(passage: Passage, draft: Draft) -> Draft:
    """The draft without what the parser drew into it from the sentence before or behind.

    "… and that hurt sales. [Fees rose by 4 per cent], the bank says".
    """
    if draft.cue is not None:
        draft.content = [_beside(passage, span, draft.cue) for span in draft.content]
    return draft


def _beside(passage: Passage, span: tuple[int, int], cue: tuple[int, int]) -> tuple[int, int]:
    offset, (start, end) = passage.paragraph.start, span
    if passage.text[start - offset - 2 : start - offset].strip() == ":":
        return span
    for ended in _ENDED.finditer(passage.text, start - offset, end - offset):
        if passage.quote_at(ended.start()) is not None:
            continue
        if cue[0] < start:
            return start, offset + ended.start()
        if cue[0] >= end:
            start = offset + ended.end()
    return start, end


def _part_at_colons(drafts: list[Draft], text: str) -> None:
    """End contents at a colon behind which somebody else's words begin.

    "The ministry denies [that jobs were lost]: employment, it said, rose".
    """
    starts = {
        found.content[0][0]
        for found in drafts
        if len(found.content) > 1 and found.speaker and found.speaker.head.pos_ == "PRON"
    }
    for draft in drafts:
        start, end = draft.content[-1]
        points = _POINTS.search(text, max(0, start - _FARTHEST), start)
        if points and draft.cue and draft.cue[1] == points.start():
            draft.content = [points.span(1)]  # "The union doubts [that]: its chair says …"
            continue
        colon = text.rfind(":", start, end)
        if colon > start and colon + 2 in starts:
            draft.content[-1] = start, colon


def _in_own_words(speaker: SpeakerSpan | None, teller: SpeakerSpan | None) -> SpeakerSpan | None:
    """Who "I" is in somebody's words: they themselves, as in "LEE: [I] said so in May"."""
    if speaker is None or teller is None or speaker.text.lower() != "i" or speaker.name:
        return speaker
    return replace(
        speaker,
        name=teller.name,
        kind=teller.kind,
        names=teller.names,
        described=teller.described or teller.label,
    )


class _Layout:
    """Where contents and quotations stand, looked up by paragraph: time linear in the text."""

    def __init__(self, text: str, passages: list[Passage], drafts: list[Draft]) -> None:
        self._text = text
        self._passages = passages
        self._starts = [passage.paragraph.start for passage in passages]
        self._drafts = drafts
        self._contents: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for index, draft in enumerate(drafts):
            for start, end in draft.content:
                self._contents[self._paragraph(start)].append((start, end, index))

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def around(self, number: int) -> list[int]:
        """The drafts with this one's cue inside their content, the smallest content first."""
        cue = self._drafts[number].cue
        if cue is None:
            return []
        holding = [
            (end - start, index)
            for start, end, index in self._contents[self._paragraph(cue[0])]
            if start <= cue[0] and cue[1] <= end and index != number
        ]
        return [index for _, index in sorted(holding)]

    def kind(self, draft: Draft) -> QuoteKind:
        """Are all, some or none of the content's words inside quotation marks?"""
        words = quoted = 0
        for start, end in draft.content:
            first = _WORD.search(self._text, start, end)
            if first is None:
                continue
            # A content may begin inside a word: "10km"
            further = first.start() + 1
            words += 1 + _between(self._words, further, end)
            quoted += self._is_quoted(first.start()) + _between(self._quoted_words, further, end)
        return "direct" if quoted == words else "mixed" if quoted else "indirect"

    @cached_property
    def _words(self) -> list[int]:
        """Where the article's words begin."""
        return [word.start() for word in _WORD.finditer(self._text)]

    @cached_property
    def _quoted_words(self) -> list[int]:
        """Where those inside quotation marks begin."""
        found: list[int] = []
        for passage in self._passages:
            for quote in passage.quotes:
                start, end = (
                    passage.paragraph.start + quote.start,
                    passage.paragraph.start + quote.end,
                )
                found += self._words[
                    bisect_left(self._words, start) : bisect_left(self._words, end)
                ]
        return found

    def _is_quoted(self, offset: int) -> bool:
        passage = self._passages[self._paragraph(offset)]
        return passage.quote_at(offset - passage.paragraph.start) is not None


def _between(places: list[int], start: int, end: int) -> int:
    """How many of the places, in their order, lie from the start to before the end."""
    return max(0, bisect_left(places, end) - bisect_left(places, start))


def _unnested(layout: _Layout, drafts: list[Draft]) -> list[Draft]:
    """Without the wishes and judgements inside what somebody says; speech in speech stays."""
    return [
        draft
        for number, draft in enumerate(drafts)
        if draft.firm or all(drafts[outer].whole for outer in layout.around(number))
    ]


def _vias(layout: _Layout, drafts: list[Draft]) -> list[int | None]:
    """Through whom each is reported: its medium, or the smallest content around its cue."""
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    return [
        next(iter(layout.around(number)), None) if draft.via is None else numbers.get(id(draft.via))
        for number, draft in enumerate(drafts)
    ]


def _trim(draft: Draft, text: str) -> bool:
    """Trim the content to the conventions: no outer marks, no leading "that", no trailing stop."""
    spans = (_trimmed(text, *span) for span in draft.content)
    draft.content = [span for span in spans if span[0] < span[1]]
    return bool(draft.content)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGES + "—–-":
            start += 1
        while start < end and text[end - 1] in _EDGES + "—–":
            end -= 1
        inner = text[start:end]
        if (
            len(inner) > 1
            and inner[0] in _MARKS
            and inner[-1] in _MARKS
            and not any(m in inner[1:-1] for m in '"“”«»')
        ):
            start, end = start + 1, end - 1
        if (start, end) == before:
            return start, end
