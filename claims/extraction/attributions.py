"""Who said what."""

from __future__ import annotations

import re

from .drafts import Draft, passage_of
from .parsing import ParsedArticle
from .quotations import find_quotations
from .records import Attribution, QuoteKind, SpeakerSpan
from .reported_speech import find_statements
from .speakers import SpeakerResolver

_WORD = re.compile(r"\w+")
_EDGES = " \t\r\xa0,.;:"
_MARKS = "\"“”„«»'‘’`"


def find_attributions(article: ParsedArticle) -> list[Attribution]:
    """The article's attributions, in the order of their content."""
    passages = [
        passage_of(number, paragraph) for number, paragraph in enumerate(article.paragraphs)
    ]
    drafts = find_quotations(passages)
    for passage in passages:
        drafts.extend(find_statements(passage))
    drafts = _unnested([draft for draft in drafts if _trim(draft, article.text)])
    drafts.sort(key=lambda draft: (draft.content[0][0], -draft.content[-1][1]))
    quoted = [
        (passage.paragraph.start + quote.start, passage.paragraph.start + quote.end)
        for passage in passages
        for quote in passage.quotes
    ]
    _continue_speakers(drafts)
    resolver = SpeakerResolver(passages)
    speakers = [resolver.speaker(draft) for draft in drafts]
    return [
        Attribution(
            kind=_kind(article.text, draft, quoted),
            attitude=draft.attitude,
            content=tuple(article.span(*span) for span in draft.content),
            cue=article.span(*draft.cue) if draft.cue else None,
            speaker=speakers[number],
            via=_via(drafts, speakers, number),
        )
        for number, draft in enumerate(drafts)
    ]


def _continue_speakers(drafts: list[Draft]) -> None:
    """A quotation without a cue goes on with the last speaker: 'Lee said no. "Never."'"""
    last: Draft | None = None
    for draft in drafts:
        if draft.floating:
            draft.speaker = last.speaker if last else None
        elif draft.speaker is not None and not (last is not None and _holds(last, draft)):
            last = draft


def _unnested(drafts: list[Draft]) -> list[Draft]:
    """Without the wishes and judgements inside what somebody says; speech in speech stays."""
    return [
        draft
        for draft in drafts
        if draft.firm or not any(_holds(other, draft) for other in drafts if not other.whole)
    ]


def _holds(outer: Draft, inner: Draft) -> bool:
    """Does the outer one's content hold the inner one's cue?"""
    cue = inner.cue
    return cue is not None and any(
        start <= cue[0] and cue[1] <= end for start, end in outer.content
    )


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


def _kind(text: str, draft: Draft, quoted: list[tuple[int, int]]) -> QuoteKind:
    inside = [
        any(start <= begin + word.start() < end for start, end in quoted)
        for begin, stop in draft.content
        for word in _WORD.finditer(text[begin:stop])
    ]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"


def _via(drafts: list[Draft], speakers: list[SpeakerSpan | None], number: int) -> int | None:
    """The attribution with the smallest content around this one's cue, of another speaker."""
    around = [
        (sum(end - start for start, end in other.content), index)
        for index, other in enumerate(drafts)
        if index != number
        and _holds(other, drafts[number])
        and not _same(speakers[index], speakers[number])
    ]
    return min(around)[1] if around else None


def _same(one: SpeakerSpan | None, other: SpeakerSpan | None) -> bool:
    return one is not None and other is not None and one.name is not None and one.name == other.name
