"""What somebody said: one draft a statement of the content of each attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..parsing import text_of
from ..records import Attribution, Span
from ..syntax import antecedent
from .clauses import begins_sentence, clauses, own_subject
from .contents import is_title, names_an_event, stating_verb, tells_what_happened
from .found import Draft, Found
from .leads import can_lead
from .lexicon.opinions import PRAISE
from .spans import inside

_NEW_SENTENCE = re.compile(r"[.!?]\s*[\"“”„«»'‘`]+\s*$")  # '"X," he said. "Y."'
_LEADS_ON = re.compile(r"\W*(?:and|but|or|yet|so|while|because)?\W*", re.IGNORECASE)
CLOSING = "\"'”’»)] "
STATING = frozenset({"asserts", "denies", "believes"})
_ONESELF = frozenset({"i", "we"})  # "I want every child to have it" is a wish
_EVENTFUL = frozenset({"asserts", "denies"})


class Reported:
    """The drafts of what was said in one article."""

    def __init__(self, found: Found) -> None:
        self.found = found

    def drafts(self) -> Iterator[Draft]:
        """One draft a statement of somebody's: "Prices fell 2%" in "Prices fell 2%, she said"."""
        inner = self._inner()
        for index, attribution in enumerate(self.found.attributions):
            if self._is_denied(index) or self._only_wraps(index, inner.get(index, [])):
                continue
            for span in self._sentences(attribution):
                if not self.found.is_boilerplate(span) and self._can_be_checked(span, attribution):
                    yield Draft(span.start, span.end, frozenset(self.found.chain(index)))

    def _can_be_checked(self, span: Span, attribution: Attribution) -> bool:
        """Whether the words state something, by themselves or behind speaker and cue.

        What is intended, urged or judged states a figure or what has happened: "vowed to cut
        300 jobs", "accused the trust of hiding it". What is asserted or denied may be a noun
        phrase about something that is done: "announced the closure of a school".
        """
        tokens = self.found.layout.tokens(span)
        behind = self.found.article.text[span.end : span.end + 2]
        asks = span.text.rstrip(CLOSING).endswith("?") or "?" in behind
        if tokens is None or asks or is_title(tokens):
            return False
        states = self._states(span, attribution)
        if not states and not can_lead(span, attribution, self.found.cue(attribution)):
            return False
        has_figure = bool(self.found.quantities_in(span.start, span.end))
        if attribution.attitude not in STATING:
            own = attribution.speaker is not None and attribution.speaker.text.lower() in _ONESELF
            if self._praises(attribution) and not any(t.tag_ == "VBD" for t in tokens):
                return has_figure
            return has_figure or (tells_what_happened(tokens) and not own)
        return (
            states or has_figure or (attribution.attitude in _EVENTFUL and names_an_event(tokens))
        )

    def _praises(self, attribution: Attribution) -> bool:
        """ "[Praised] the crews for staying": to praise a deed is not to say that it was done."""
        cue = self.found.cue(attribution)
        return cue is not None and any(token.lemma_ in PRAISE for token in cue)

    def _states(self, span: Span, attribution: Attribution) -> bool:
        """Whether the words have subject and predicate, with or without what interrupts them."""
        parts = attribution.content_in(span.start, span.end)
        cue = self.found.cue(attribution)
        reporting = {token.i for token in cue or ()}
        for part in (span, *parts):
            tokens = self.found.layout.tokens(part)
            verb = stating_verb(tokens) if tokens is not None else None
            if verb is not None and not (cue and verb.doc is cue.doc and verb.i in reporting):
                return True
        return False

    def _inner(self) -> dict[int, list[int]]:
        """The attributions reported through each attribution."""
        found: dict[int, list[int]] = {}
        for index, attribution in enumerate(self.found.attributions):
            if attribution.via is not None and index not in self.found.chain(attribution.via):
                found.setdefault(attribution.via, []).append(index)
        return found

    def _is_denied(self, index: int) -> bool:
        """Whether somebody denies that it was said: "He denied that they had said so"."""
        return any(
            self.found.attributions[i].attitude == "denies" for i in self.found.chain(index)[1:]
        )

    def _only_wraps(self, index: int, inner: Sequence[int]) -> bool:
        """Whether the content says no more than that others said something.

        "X said prices fell, according to Z": what Z reports is X's saying so.
        """
        if self.found.attributions[index].attitude == "denies":
            return False
        contents = [span for i in inner for span in self.found.attributions[i].content]
        cues = [cue for i in inner if (cue := self.found.attributions[i].cue)]
        return bool(inner) and not any(
            self._adds_to(span, contents, cues) for span in self.found.attributions[index].content
        )

    def _adds_to(self, span: Span, contents: Sequence[Span], cues: Sequence[Span]) -> bool:
        """Whether the span has a figure or a verb with a subject beside those contents and cues."""
        if any(not inside(q, contents) for q in self.found.quantities_in(span.start, span.end)):
            return True
        paragraph, tokens = self.found.layout.paragraph(span.start), self.found.layout.tokens(span)
        if paragraph is None or tokens is None:
            return False
        rest = _tokens_outside(tokens, paragraph.start, [*contents, *cues])
        return any(own_subject(token) for token in rest)

    def _sentences(self, attribution: Attribution) -> Iterator[Span]:
        """The content sentence by sentence, what interrupts one inside it."""
        for part in self._stretches(attribution):
            whole = self._with_antecedent(part)
            tokens, paragraph = (
                self.found.layout.tokens(whole),
                self.found.layout.paragraph(whole.start),
            )
            if tokens is None or paragraph is None:
                yield whole
                continue
            start = whole.start
            for token in tokens[1:]:
                place = paragraph.start + token.idx
                begins = token.is_sent_start or begins_sentence(token)
                if begins and start < place and self._parts_sentences(place, attribution):
                    yield from self._clauses(self.found.article.span(start, place), attribution)
                    start = place
            yield from self._clauses(self.found.article.span(start, whole.end), attribution)

    def _clauses(self, sentence: Span, attribution: Attribution) -> Iterator[Span]:
        """The statements of a sentence: "Prices fell[,] and [wages rose]" is two."""
        tokens = self.found.layout.tokens(sentence)
        paragraph = self.found.layout.paragraph(sentence.start)
        if tokens is None or paragraph is None:
            yield sentence
            return
        starts = [
            paragraph.start + clause[0].idx
            for clause in clauses(tokens, self.found.links(sentence))
        ]
        places = [sentence.start, *starts[1:], sentence.end]
        for ends in pairwise(places):
            clause = self._said(self.found.article.span(*ends), attribution)
            if attribution.attitude == "denies" or not self._only_reports(clause, attribution):
                yield clause

    def _said(self, clause: Span, attribution: Attribution) -> Span:
        """The clause without who said it at its end: "[Sales rose," she said], and costs fell"."""
        said = [part for part in attribution.content if part.overlaps(clause)]
        # "[We own 40 trucks]," she said, "and they are old": the "and" leads on to what is next
        while len(said) > 1 and _LEADS_ON.fullmatch(
            self.found.article.text[said[-1].start : clause.end]
        ):
            said.pop()
        if not said or clause.start < said[0].start:
            return clause
        return self.found.article.span(clause.start, min(clause.end, said[-1].end))

    def _only_reports(self, clause: Span, attribution: Attribution) -> bool:
        """Is its verb a cue: "[she said]", “It is late”? What that introduces is told by itself."""
        tokens = self.found.layout.tokens(clause)
        paragraph = self.found.layout.paragraph(clause.start)
        verb = stating_verb(tokens) if tokens is not None else None
        if verb is None or paragraph is None:
            return False
        place = paragraph.start + verb.idx
        return any(
            cue.start <= place < cue.end
            and reported is not attribution
            and not self._tells_how_many(clause, reported)
            and (reported.attitude in STATING or not reported.content[0].overlaps(clause))
            for cue, reported in self.found.cued_from(clause.start, clause.end)
        )

    def _tells_how_many(self, clause: Span, reported: Attribution) -> bool:
        """Has it a figure beside what is reported: "[74 percent] said he should go"?"""
        figures = self.found.quantities_in(clause.start, clause.end)
        return any(not inside(figure, reported.content) for figure in figures)

    def _parts_sentences(self, place: int, attribution: Attribution) -> bool:
        """Whether a sentence of the speaker's ends before this place, inside the content."""
        before = self.found.article.text[max(0, place - 8) : place].rstrip()
        inside = attribution.holds(place - 1, place + 1)
        return inside and before.rstrip(CLOSING).endswith((".", "!", "?", "…"))

    def _stretches(self, attribution: Attribution) -> list[Span]:
        """The content's spans, those of one sentence joined across who said it."""
        parts: list[Span] = []
        for span in attribution.content:
            between = self.found.article.text[parts[-1].end : span.start] if parts else ""
            if parts and not ("\n" in between or _NEW_SENTENCE.search(between)):
                parts[-1] = self.found.article.span(parts[-1].start, max(parts[-1].end, span.end))
            else:
                parts.append(span)
        return parts

    def _with_antecedent(self, span: Span) -> Span:
        """The span from what its "which" stands for: "[the gas, which] she said had leaked"."""
        tokens, paragraph = self.found.layout.tokens(span), self.found.layout.paragraph(span.start)
        if tokens is None or paragraph is None or tokens[0].tag_ not in {"WDT", "WP"}:
            return span
        noun = antecedent(tokens[0]) if len(tokens) > 1 else None
        if noun is None or noun.i > tokens.start:
            return span
        return self.found.article.span(paragraph.start + noun.left_edge.idx, span.end)


def _tokens_outside(tokens: TokenSpan, offset: int, others: Sequence[Span]) -> Iterator[Token]:
    """The tokens that lie in none of the others; ``offset`` is where their paragraph begins."""
    doc, number = tokens.doc, tokens.start
    while number < tokens.end:
        token = doc[number]
        start, end = offset + token.idx, offset + token.idx + len(token)
        around = [other.end for other in others if other.start <= start and end <= other.end]
        if around:
            last = min(max(around) - offset, len(text_of(doc)))
            skipped = doc.char_span(token.idx, last, alignment_mode="contract")
            assert skipped is not None  # the token itself
            number = skipped.end
        else:
            yield token
            number += 1
