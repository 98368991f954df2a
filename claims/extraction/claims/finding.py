"""Claims: the statements a fact-checker can take up.

A claim is the content of an attribution, or a statement with a figure that no
attribution covers. First drafts are made of both, then each is measured.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..parsing import Paragraph, ParsedArticle, text_of
from ..records import Attribution, Claim, ClaimKind, DateSpan, Extraction, Quantity, Span
from ..syntax import antecedent
from .absolutes import is_absolute, makes_absolute, may_be_absolute
from .boilerplate import is_boilerplate
from .clauses import (
    Layout,
    clauses,
    first_word,
    governor,
    own_subject,
    readable,
    statement_of,
    states,
    trim,
)
from .contents import (
    is_statement,
    is_title,
    names_an_event,
    stating_verb,
    tells_what_happened,
)
from .leads import can_lead, interruptions, lead_of, subject_edit
from .lexicon.stopwords import STOP_WORDS
from .spans import Cover, inside
from .wording import Wordings
from .worthiness import Statement, check_worthiness

_WORD = re.compile(r"[^\W_]+")
_NEW_SENTENCE = re.compile(r"[.!?]\s*[\"“”„«»'‘`]+\s*$")  # '"X," he said. "Y."'
_CLOSING = "\"'”’»)] "
_STATING = frozenset({"asserts", "denies", "believes"})
_EVENTFUL = frozenset({"asserts", "denies"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim's span and the indexes of the attributions that report it."""

    start: int
    end: int
    attributions: frozenset[int] = frozenset()


def find_claims(
    article: ParsedArticle,
    quantities: Sequence[Quantity],
    dates: Sequence[DateSpan],
    attributions: Sequence[Attribution],
) -> list[Claim]:
    """The article's claims, in the order of the text; no two have the same span."""
    finder = _Finder(article, quantities, dates, attributions)
    drafts: dict[tuple[int, int], frozenset[int]] = {}
    reported = list(finder.reported())
    for draft in (*reported, *finder.stated(reported)):
        span = trim(article.text, draft.start, draft.end)
        if _says_something(article.text[slice(*span)]):
            drafts[span] = drafts.get(span, frozenset()) | draft.attributions
    claims = (finder.claim(_Draft(*span, drafts[span])) for span in sorted(drafts))
    return [claim for claim in claims if claim.kinds]


@dataclass(frozen=True, slots=True)
class _Part:
    """A cue or a stretch of content of the attribution with that index."""

    span: Span
    attribution: int
    is_cue: bool


class _Finder:
    """One article's records and where they stand."""

    def __init__(
        self,
        article: ParsedArticle,
        quantities: Sequence[Quantity],
        dates: Sequence[DateSpan],
        attributions: Sequence[Attribution],
    ) -> None:
        self.article = article
        self.layout = Layout(article)
        self.quantities = quantities
        self.dates = dates
        self.attributions = attributions
        self.quantity_starts = [quantity.start for quantity in quantities]
        self.date_starts = [found.start for found in dates]
        self.reporting = self._reporting_parts()
        self.wordings = Wordings(
            Extraction(article.source, tuple(quantities), tuple(dates), tuple(attributions), ())
        )

    # -- what somebody said ---------------------------------------------------

    def reported(self) -> Iterator[_Draft]:
        """One draft a statement of somebody's: "Prices fell 2%" in "Prices fell 2%, she said"."""
        inner = self._inner()
        for index, attribution in enumerate(self.attributions):
            if self._is_denied(index) or self._only_wraps(index, inner.get(index, [])):
                continue
            for span in self._sentences(attribution):
                if not self._is_boilerplate(span) and self._can_be_checked(span, attribution):
                    yield _Draft(span.start, span.end, frozenset(self._chain(index)))

    def _can_be_checked(self, span: Span, attribution: Attribution) -> bool:
        """Whether the words state something, by themselves or behind speaker and cue.

        What is intended, urged or judged states a figure or what has happened: "vowed to cut
        300 jobs", "accused the trust of hiding it". What is asserted or denied may be a noun
        phrase about something that is done: "announced the closure of a school".
        """
        tokens = self.layout.tokens(span)
        if tokens is None or span.text.rstrip(_CLOSING).endswith("?") or is_title(tokens):
            return False
        states = self._states(span, attribution)
        if not states and not can_lead(span, attribution, self._cue(attribution)):
            return False
        has_figure = bool(self._quantities_in(span.start, span.end))
        if attribution.attitude not in _STATING:
            return has_figure or tells_what_happened(tokens)
        return (
            states or has_figure or (attribution.attitude in _EVENTFUL and names_an_event(tokens))
        )

    def _states(self, span: Span, attribution: Attribution) -> bool:
        """Whether the words have subject and predicate, with or without what interrupts them."""
        parts = attribution.content_in(span.start, span.end)
        tokens = (self.layout.tokens(part) for part in (span, *parts))
        return any(is_statement(found) for found in tokens if found is not None)

    def _cue(self, attribution: Attribution) -> TokenSpan | None:
        return self.layout.tokens(attribution.cue) if attribution.cue else None

    def _inner(self) -> dict[int, list[int]]:
        """The attributions reported through each attribution."""
        found: dict[int, list[int]] = {}
        for index, attribution in enumerate(self.attributions):
            if attribution.via is not None and index not in self._chain(attribution.via):
                found.setdefault(attribution.via, []).append(index)
        return found

    def _chain(self, index: int) -> list[int]:
        """The attribution and those through which it is reported, innermost first."""
        chain = {index: None}
        while (via := self.attributions[index].via) is not None and via not in chain:
            chain[via] = None
            index = via
        return list(chain)

    def _is_denied(self, index: int) -> bool:
        """Whether somebody denies that it was said: "He denied that they had said so"."""
        return any(self.attributions[i].attitude == "denies" for i in self._chain(index)[1:])

    def _only_wraps(self, index: int, inner: Sequence[int]) -> bool:
        """Whether the content says no more than that others said something.

        "X said prices fell, according to Z": what Z reports is X's saying so.
        """
        if self.attributions[index].attitude == "denies":
            return False
        contents = [span for i in inner for span in self.attributions[i].content]
        cues = [cue for i in inner if (cue := self.attributions[i].cue)]
        return bool(inner) and not any(
            self._adds_to(span, contents, cues) for span in self.attributions[index].content
        )

    def _adds_to(self, span: Span, contents: Sequence[Span], cues: Sequence[Span]) -> bool:
        """Whether the span has a figure or a verb with a subject beside those contents and cues."""
        if any(not inside(q, contents) for q in self._quantities_in(span.start, span.end)):
            return True
        paragraph, tokens = self.layout.paragraph(span.start), self.layout.tokens(span)
        if paragraph is None or tokens is None:
            return False
        rest = _tokens_outside(tokens, paragraph.start, [*contents, *cues])
        return any(own_subject(token) for token in rest)

    def _sentences(self, attribution: Attribution) -> Iterator[Span]:
        """The content sentence by sentence, what interrupts one inside it."""
        for part in self._stretches(attribution):
            whole = self._with_antecedent(part)
            tokens, paragraph = self.layout.tokens(whole), self.layout.paragraph(whole.start)
            if tokens is None or paragraph is None:
                yield whole
                continue
            start = whole.start
            for token in tokens[1:]:
                place = paragraph.start + token.idx
                if (
                    token.is_sent_start
                    and start < place
                    and self._parts_sentences(place, attribution)
                ):
                    yield self.article.span(start, place)
                    start = place
            yield self.article.span(start, whole.end)

    def _parts_sentences(self, place: int, attribution: Attribution) -> bool:
        """Whether a sentence of the speaker's ends before this place, inside the content."""
        before = self.article.text[max(0, place - 8) : place].rstrip()
        inside = attribution.holds(place - 1, place + 1)
        return inside and before.rstrip(_CLOSING).endswith((".", "!", "?", "…"))

    def _stretches(self, attribution: Attribution) -> list[Span]:
        """The content's spans, those of one sentence joined across who said it."""
        parts: list[Span] = []
        for span in attribution.content:
            between = self.article.text[parts[-1].end : span.start] if parts else ""
            if parts and not ("\n" in between or _NEW_SENTENCE.search(between)):
                parts[-1] = self.article.span(parts[-1].start, max(parts[-1].end, span.end))
            else:
                parts.append(span)
        return parts

    def _with_antecedent(self, span: Span) -> Span:
        """The span from what its "which" stands for: "[the gas, which] she said had leaked"."""
        tokens, paragraph = self.layout.tokens(span), self.layout.paragraph(span.start)
        if tokens is None or paragraph is None or tokens[0].tag_ not in {"WDT", "WP"}:
            return span
        noun = antecedent(tokens[0]) if len(tokens) > 1 else None
        if noun is None or noun.i > tokens.start:
            return span
        return self.article.span(paragraph.start + noun.left_edge.idx, span.end)

    # -- what the article states itself ---------------------------------------

    def stated(self, reported: Sequence[_Draft]) -> Iterator[_Draft]:
        """One draft a statement with a figure that no reported claim covers."""
        covered = Cover([(draft.start, draft.end) for draft in reported])
        for paragraph in self.article.paragraphs:
            end = paragraph.start + len(paragraph.text)
            has_figure = bool(self._quantities_in(paragraph.start, end))
            if has_figure or may_be_absolute(paragraph.text):
                for sentence in paragraph.doc.sents:
                    yield from self._stated_in(paragraph, sentence, covered)

    def _stated_in(
        self, paragraph: Paragraph, sentence: TokenSpan, covered: Cover
    ) -> Iterator[_Draft]:
        whole = paragraph.span(sentence)
        figures = [
            (quantity, tokens)
            for quantity in self._quantities_in(whole.start, whole.end)
            if not covered.holds(quantity.start, quantity.end)
            and (tokens := self.layout.tokens(quantity))
            and states(tokens, quantity)
        ]
        if self._is_boilerplate(whole) or whole.text.rstrip(_CLOSING).endswith("?"):
            return
        for clause in clauses(sentence, self._links(whole)):
            inside = [tokens for _, tokens in figures if clause.start <= tokens.start < clause.end]
            for tokens in inside:
                yield from self._statement(paragraph, clause, tokens)
            if not inside:
                yield from self._absolute(paragraph, clause, covered)

    def _absolute(
        self, paragraph: Paragraph, clause: TokenSpan, covered: Cover
    ) -> Iterator[_Draft]:
        """The clause, if it states without figure or speaker that something has no exception."""
        span, verb = paragraph.span(clause), stating_verb(clause)
        reports = any(part.span.overlaps(span) for part in self.reporting.get(paragraph.start, ()))
        if verb is None or reports or covered.touches(span.start, span.end):
            return
        if makes_absolute(clause, verb) and not span.text.rstrip(_CLOSING).endswith("?"):
            yield _Draft(span.start, span.end)

    def _statement(
        self, paragraph: Paragraph, clause: TokenSpan, figure: TokenSpan
    ) -> Iterator[_Draft]:
        """The clause itself, or where it reports something the part that states the figure."""
        span = paragraph.span(clause)
        parts = [
            part for part in self.reporting.get(paragraph.start, ()) if part.span.overlaps(span)
        ]
        if not parts:
            yield _Draft(span.start, span.end)
            return
        cues = [self.layout.tokens(part.span) for part in parts if part.is_cue]
        verb = governor(figure.root, frozenset(token.i for cue in cues for token in cue or ()))
        if verb is None:
            return
        stated = paragraph.span(statement_of(verb))
        place = paragraph.start + figure.start_char
        # What interrupts a subject and its verb stays: "Reed, who said so, owns 300 ships".
        first = paragraph.start + first_word(verb).idx
        if first > place or any(part.span.start <= first < part.span.end for part in parts):
            first = place
        start = max([stated.start, *(p.span.end for p in parts if p.span.end <= first)])
        end = min([stated.end, *(p.span.start for p in parts if p.span.start > place)])
        said = {p.attribution for p in parts if p.span.start <= place < p.span.end}
        if any(self.attributions[index].attitude not in _STATING for index in said):
            yield _Draft(span.start, span.end)  # what is urged or judged is not stated
            return
        if (interrupted := self._interrupted(span, said)) is not None:
            yield _Draft(*interrupted, frozenset(said))
            return
        tokens = self.layout.tokens(self.article.span(start, end))
        if tokens and (statement := paragraph.span(readable(tokens))).text:
            yield _Draft(statement.start, statement.end, frozenset(said))

    def _interrupted(self, span: Span, said: Iterable[int]) -> tuple[int, int] | None:
        """The whole of what is said where who says it stands in its midst: "No one," he said, …"""
        for index in said:
            parts = self.attributions[index].content_in(span.start, span.end)
            if len(parts) > 1:
                return parts[0].start, parts[-1].end
        return None

    def _reporting_parts(self) -> dict[int, list[_Part]]:
        """The cues and contents of the attributions, by the start of their paragraph."""
        found: dict[int, list[_Part]] = {}
        for index, attribution in enumerate(self.attributions):
            for span in (*attribution.content, attribution.cue):
                if span and (paragraph := self.layout.paragraph(span.start)):
                    part = _Part(span, index, span is attribution.cue)
                    found.setdefault(paragraph.start, []).append(part)
        return found

    def _links(self, span: Span) -> list[tuple[int, int]]:
        """The token indexes of figures in the span that are part of another: 84 of the 112."""
        links = []
        for quantity in self._quantities_in(span.start, span.end):
            if quantity.part_of is None:
                continue
            ends = (
                self.layout.tokens(quantity),
                self.layout.tokens(self.quantities[quantity.part_of]),
            )
            if ends[0] and ends[1] and ends[0].doc is ends[1].doc:
                links.append((ends[0].start, ends[1].start))
        return links

    # -- common ---------------------------------------------------------------

    def claim(self, draft: _Draft) -> Claim:
        span = self.article.span(draft.start, draft.end)
        said = [self.attributions[index] for index in draft.attributions]
        quantities = tuple(
            index
            for index in self._indexes(self.quantities, self.quantity_starts, span)
            if not said or _is_said(self.quantities[index], said)
        )
        dates = self._indexes(self.dates, self.date_starts, span)
        attributions = tuple(sorted(draft.attributions))
        tokens, teller = self.layout.tokens(span), self._teller(draft)
        subject = list(subject_edit(span, tokens, teller))
        statement = Statement(
            span.text,
            tokens,
            tuple(self.quantities[i] for i in quantities),
            tuple(self.dates[i] for i in dates),
            tuple(self.attributions[i] for i in attributions),
            knows_subject=bool(subject),
        )
        score, reasons = check_worthiness(statement)
        claim = Claim(
            span.start,
            span.end,
            span.text,
            _kinds(tokens, quantities, attributions),
            quantities,
            attributions,
            score,
            reasons,
        )
        cue = self._cue(teller) if teller else None
        lead = lead_of(self.article, span, tokens, teller, cue)
        edits = [*([] if lead else subject), *interruptions(span, teller)]
        return replace(claim, wording=self.wordings.of(claim, lead, edits))

    def _teller(self, draft: _Draft) -> Attribution | None:
        """The attribution whose content the claim is: the innermost of those that report it."""
        said = [self.attributions[index] for index in draft.attributions]
        outer = {found.via for found in said}
        inner = [self.attributions[i] for i in sorted(draft.attributions) if i not in outer]
        return inner[0] if inner else None

    def _indexes(self, records: Sequence[Span], starts: Sequence[int], span: Span) -> Iterator[int]:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return (index for index in range(first, last) if records[index].end <= span.end)

    def _quantities_in(self, start: int, end: int) -> Sequence[Quantity]:
        return self.quantities[
            bisect_left(self.quantity_starts, start) : bisect_left(self.quantity_starts, end)
        ]

    def _is_boilerplate(self, span: Span) -> bool:
        paragraph = self.layout.paragraph(span.start)
        return is_boilerplate(span.text, paragraph.text if paragraph else "")


def _kinds(
    tokens: TokenSpan | None, quantities: Sequence[int], attributions: Sequence[int]
) -> tuple[ClaimKind, ...]:
    holds: dict[ClaimKind, bool] = {
        "numeric": bool(quantities),
        "attributed": bool(attributions),
        "absolute": tokens is not None and is_statement(tokens) and is_absolute(tokens),
    }
    return tuple(kind for kind, has in holds.items() if has)


def _says_something(text: str) -> bool:
    """Whether there is more than words such as "it" and "that"."""
    return any(word.casefold() not in STOP_WORDS for word in _WORD.findall(text))


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


def _is_said(quantity: Quantity, attributions: Iterable[Attribution]) -> bool:
    return any(found.holds(quantity.start, quantity.end) for found in attributions)
