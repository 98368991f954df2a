"""What the article states itself: one draft a statement with a figure, or an absolute one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..parsing import Paragraph
from ..records import Quantity, Span
from .absolutes import makes_absolute, may_be_absolute
from .clauses import clauses, first_word, governor, readable, sentences, statement_of, states
from .contents import stating_verb
from .found import Draft, Found
from .reported import CLOSING, STATING
from .spans import Cover

_SHARES = frozenset({"percent", "ratio"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A cue or a stretch of content of the attribution with that index."""

    span: Span
    attribution: int
    is_cue: bool


class Stated:
    """The drafts of what one article states itself."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.reporting = self._reporting_parts()

    def drafts(self, reported: Sequence[Draft]) -> Iterator[Draft]:
        """One draft a statement with a figure that no reported claim covers."""
        covered = Cover([(draft.start, draft.end) for draft in reported])
        for paragraph in self.found.article.paragraphs:
            end = paragraph.start + len(paragraph.text)
            has_figure = bool(self.found.quantities_in(paragraph.start, end))
            if has_figure or may_be_absolute(paragraph.text):
                for sentence in sentences(paragraph.doc):
                    yield from self._stated_in(paragraph, sentence, covered)

    def _stated_in(
        self, paragraph: Paragraph, sentence: TokenSpan, covered: Cover
    ) -> Iterator[Draft]:
        whole = paragraph.span(sentence)
        figures = [
            (quantity, tokens)
            for quantity in self.found.quantities_in(whole.start, whole.end)
            if not covered.holds(quantity.start, quantity.end)
            and (tokens := self.found.layout.tokens(quantity))
            and states(tokens, quantity)
        ]
        if self.found.is_boilerplate(whole) or whole.text.rstrip(CLOSING).endswith("?"):
            return
        for clause in clauses(sentence, self.found.links(whole)):
            inside = [pair for pair in figures if clause.start <= pair[1].start < clause.end]
            for quantity, tokens in inside:
                yield from self._statement(paragraph, clause, tokens, quantity)
            if not inside:
                yield from self._absolute(paragraph, clause, covered)

    def _absolute(self, paragraph: Paragraph, clause: TokenSpan, covered: Cover) -> Iterator[Draft]:
        """The clause, if it states without figure or speaker that something has no exception."""
        span, verb = paragraph.span(clause), stating_verb(clause)
        reports = any(
            part.span.overlaps(span)
            and self.found.attributions[part.attribution].attitude in STATING
            for part in self.reporting.get(paragraph.start, ())
        )
        if verb is None or reports or covered.touches(span.start, span.end):
            return
        if makes_absolute(clause, verb) and not span.text.rstrip(CLOSING).endswith("?"):
            yield Draft(span.start, span.end)

    def _statement(
        self, paragraph: Paragraph, clause: TokenSpan, figure: TokenSpan, quantity: Quantity
    ) -> Iterator[Draft]:
        """The clause itself, or where it reports something the part that states the figure."""
        span = paragraph.span(clause)
        parts = [
            part for part in self.reporting.get(paragraph.start, ()) if part.span.overlaps(span)
        ]
        place = paragraph.start + figure.start_char
        parts = [part for part in parts if self._reports(part, place)]
        if not parts:
            yield Draft(span.start, span.end)
            return
        cues = [self.found.layout.tokens(part.span) for part in parts if part.is_cue]
        verb = governor(figure.root, frozenset(token.i for cue in cues for token in cue or ()))
        if verb is None:
            if quantity.kind in _SHARES:  # "Twelve percent said that they were not sure"
                yield Draft(span.start, span.end, tells_all=True)
            return
        stated = paragraph.span(statement_of(verb))
        parts = [part for part in parts if not self._is_part_of(part, verb, place)]
        # What interrupts a subject and its verb stays: "Reed, who said so, owns 300 ships".
        first = paragraph.start + first_word(verb).idx
        if first > place or any(part.span.start <= first < part.span.end for part in parts):
            first = place
        start = max([stated.start, *(p.span.end for p in parts if p.span.end <= first)])
        end = min([stated.end, *(p.span.start for p in parts if p.span.start > place)])
        said = {p.attribution for p in parts if p.span.start <= place < p.span.end}
        if any(self.found.attributions[index].attitude not in STATING for index in said):
            yield Draft(span.start, span.end)  # what is urged or judged is not stated
            return
        if (interrupted := self._interrupted(span, said)) is not None:
            yield Draft(*interrupted, frozenset(said))
            return
        tokens = self.found.layout.tokens(self.found.article.span(start, end))
        if tokens and (statement := paragraph.span(readable(tokens))).text:
            yield Draft(statement.start, statement.end, frozenset(said))

    def _reports(self, part: _Part, place: int) -> bool:
        """Does somebody say so there? Who backs or demands is told by the sentence itself."""
        found = self.found.attributions[part.attribution]
        return found.attitude in STATING or found.holds(place, place + 1)

    def _is_part_of(self, part: _Part, verb: Token, place: int) -> bool:
        """Is what it reports said by the way: "Sales fell 3% [when a strike was announced]"?"""
        found = self.found.attributions[part.attribution]
        cue = self.found.cue(found)
        if cue is None or found.holds(place, place + 1):
            return False
        return cue.doc is verb.doc and verb.is_ancestor(cue[0])

    def _interrupted(self, span: Span, said: Iterable[int]) -> tuple[int, int] | None:
        """The whole of what is said where who says it stands in its midst: "No one," he said, …"""
        for index in said:
            parts = self.found.attributions[index].content_in(span.start, span.end)
            if len(parts) > 1:
                return parts[0].start, parts[-1].end
        return None

    def _reporting_parts(self) -> dict[int, list[_Part]]:
        """The cues and contents of the attributions, by the start of their paragraph."""
        found: dict[int, list[_Part]] = {}
        for index, attribution in enumerate(self.found.attributions):
            for span in (*attribution.content, attribution.cue):
                if span and (paragraph := self.found.layout.paragraph(span.start)):
                    part = _Part(span, index, span is attribution.cue)
                    found.setdefault(paragraph.start, []).append(part)
        return found
