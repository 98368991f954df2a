"""When each figure holds, told by syntax.

A sentence is cut into statements (at semicolons) and each clause's figures and dates into
segments, where a comma, "and" or a comparison parts them. Then these rules decide, each shown
with a sentence:

1. A date of comparison is no figure's: "the highest since 1996" (``roles.py``).
2. A day of saying is not the content's: "On Monday the firm reported a profit of $12 million."
3. Each figure has the dates of its own segment: "It sold 12 in May and 40 in June."
4. A figure that others are compared with has no others: "412, compared with 390 in June."
5. Without one of its own it shares the clause's: "On Friday 12 men and 3 boys drowned."
6. Then that of a clause above which goes on in it: "The boat sank on Friday, drowning 12."
7. A part has the dates of its whole: "On Friday 112 drones flew in, 84 of which were shot down."
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ..parsing import Paragraph, ParsedArticle
from ..records import Attribution, DateSpan, Quantity
from ..syntax import NOUNS, SUBJECTS, VERBS, sentence_start, tokens_of, verb_above
from . import roles
from .lexicon import COUNTING_REPORTS, GOING_ON, SIMULTANEOUS
from .segments import (
    DateInClause,
    FigureInClause,
    Item,
    Segment,
    following,
    leading,
    only,
    segments_of,
)

_MONTH = 28  # days


def with_dates(
    article: ParsedArticle,
    quantities: Sequence[Quantity],
    dates: Sequence[DateSpan],
    attributions: Sequence[Attribution],
) -> list[Quantity]:
    """The article's figures with the indexes of the dates for which they hold."""
    contents = _Contents(attributions)
    dated = list(quantities)
    starts = [figure.start for figure in quantities], [found.start for found in dates]
    for paragraph in article.paragraphs:
        bounds = paragraph.start, paragraph.start + len(paragraph.text)
        here, days = (range(*(bisect_left(places, at) for at in bounds)) for places in starts)
        if not here or not days:
            continue
        found = _InParagraph(article, paragraph, contents)
        for index, own in found.read(here, quantities, days, dates):
            dated[index] = replace(quantities[index], dates=own)
    return [_with_dates_of_whole(figure, dated) for figure in dated]


def _with_dates_of_whole(figure: Quantity, figures: Sequence[Quantity]) -> Quantity:
    """A part with the dates of its whole if it has none: "112 drones, 84 of which were shot"."""
    if figure.dates or figure.part_of is None:
        return figure
    return replace(figure, dates=figures[figure.part_of].dates)


class _Contents:
    """Which statement of which attribution a place stands in."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        spans = [(span, each) for each in attributions for span in each.content]
        self._spans = sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [span.start for span, _ in self._spans]

    def around(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content holds all between these places."""
        last = bisect_right(self._starts, start)
        for span, attribution in reversed(self._spans[max(0, last - _NESTED) : last]):
            if end <= span.end:
                return attribution
        return None


_NESTED = 8  # contents that begin before a place and may still hold it


class _InParagraph:
    """Gives the figures of one paragraph their dates."""

    def __init__(self, article: ParsedArticle, paragraph: Paragraph, contents: _Contents) -> None:
        self._published: date | None = article.published
        self._start = paragraph.start
        self._doc: Doc = paragraph.doc
        self._length = len(paragraph.text)
        self._contents = contents

    def read(
        self,
        here: Iterable[int],
        quantities: Sequence[Quantity],
        days: Iterable[int],
        dates: Sequence[DateSpan],
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Each figure's index with those of its dates."""
        figures = [self._figure(index, quantities[index]) for index in here]
        ends = (item.record.end - self._start for item in figures if item.record.change)
        changes = frozenset(ends)
        by_statement: dict[int, list[Item]] = defaultdict(list)
        for figure in figures:
            by_statement[self._statement(figure.words[0])].append(figure)
        for index in days:
            found = self._date(index, dates[index])
            if not roles.is_compared(found.record, found.words, changes):
                by_statement[self._statement(found.words[0])].append(found)
        for items in by_statement.values():
            yield from self._in_statement(sorted(items, key=lambda item: item.record.start))

    def _words(self, record: Quantity | DateSpan) -> TokenSpan:
        start, end = record.start - self._start, record.end - self._start
        return tokens_of(self._doc, max(0, start), min(self._length, end))

    def _figure(self, index: int, record: Quantity) -> FigureInClause:
        words = self._words(record)
        return FigureInClause(index, record, words, _clause_of(words.root))

    def _date(self, index: int, record: DateSpan) -> DateInClause:
        words = self._words(record)
        return DateInClause(index, record, words, _clause_of(words.root))

    @cached_property
    def _semicolons(self) -> list[int]:
        return [token.i for token in self._doc if token.text == ";"]

    def _statement(self, token: Token) -> int:
        """What tells statements apart: where its sentence begins, or the semicolon before."""
        before = bisect_left(self._semicolons, token.i) - 1
        return max(sentence_start(token), self._semicolons[before] if before >= 0 else 0)

    def _in_statement(self, items: Sequence[Item]) -> Iterator[tuple[int, tuple[int, ...]]]:
        clauses: dict[int, list[Item]] = defaultdict(list)
        for item in items:
            clauses[item.clause.i].append(item)
        cut = {clause: list(segments_of(own)) for clause, own in clauses.items()}
        for segments in cut.values():
            for number, segment in enumerate(segments):
                for figure in segment.figures:
                    chosen = self._dates_of(figure, segments, number) or (
                        self._from_above(figure, cut) if _may_share(figure, segment) else []
                    )
                    yield figure.index, tuple(sorted(found.index for found in chosen))

    def _dates_of(
        self, figure: FigureInClause, segments: Sequence[Segment], number: int
    ) -> list[DateInClause]:
        """The dates of the figure's segment, with longer ones around them, or of its clause."""
        own = self._holding(figure, segments[number].own_dates)
        if own:
            in_front = self._holding(figure, leading(segments, number))
            longer = [found for found in in_front if found.days > max(day.days for day in own)]
            return own + [found for found in longer if found not in own]
        if figure.record.part_of is not None:
            return []  # those of its whole
        if segments[number].is_base:
            return self._holding(figure, following(segments, number))
        return (
            self._holding(figure, leading(segments, number))
            or self._holding(figure, following(segments, number))
            or self._holding(figure, only(segments))
        )

    def _from_above(
        self, figure: FigureInClause, cut: dict[int, list[Segment]]
    ) -> list[DateInClause]:
        """The dates of the nearest clause above that goes on in the figure's."""
        for clause, all_of_it in _clauses_above(figure):
            dates = [found for segment in cut.get(clause.i, ()) for found in segment.dates]
            if not all_of_it:
                dates = [found for found in dates if found.words.start < clause.i]
            held = self._holding(figure, dates)
            if held:
                return held[-1:]
        return []

    def _contents_of(self, item: Item) -> Attribution | None:
        return self._contents.around(item.record.start, item.record.end)

    def _holding(self, figure: FigureInClause, dates: Iterable[DateInClause]) -> list[DateInClause]:
        """Those of the dates that the figure's own clause speaks of, and not of its saying."""
        kept = [found for found in dates if self._may_hold(figure, found)]
        of_noun = [found for found in kept if _is_of_noun(found, figure)]
        if of_noun:  # second-quarter profit of $12 million, on Monday
            kept = [found for found in kept if found in of_noun or found.days > 1]
        adverbs = [found for found in kept if not _is_attributive(found) or found in of_noun]
        return adverbs or kept

    def _may_hold(self, figure: FigureInClause, found: DateInClause) -> bool:
        if roles.follows_saying(found.record, found.words):
            return False
        content = self._contents_of(figure)
        if content is not self._contents_of(found):
            return content is not None and self._reaches_in(figure, found, content)
        return not self._is_day_of_saying(figure, found)

    def _reaches_in(
        self, figure: FigureInClause, found: DateInClause, content: Attribution
    ) -> bool:
        """Does a date outside a statement belong to it: "In 2026 the firm expects sales of $4m"?"""
        if _preposition(found.words) == "for":
            return True
        if content.attitude in ("believes", "intends"):
            return self._lies_ahead(found)
        if figure.clause != found.clause:
            return False
        return found.days >= _MONTH or self._is_counted_then(figure, found)

    def _lies_ahead(self, found: DateInClause) -> bool:
        if self._published is None or found.record.last is None:
            return found.days != 1
        return found.record.last > self._published

    def _is_day_of_saying(self, figure: FigureInClause, found: DateInClause) -> bool:
        """Is it the day on which the figure's noun was announced: "announced 40 cuts on Monday"?"""
        verb = found.clause
        announced = verb == figure.clause and roles.reports(verb, "object")
        return found.days == 1 and announced and not self._is_counted_then(figure, found)

    def _is_counted_then(self, figure: FigureInClause, found: DateInClause) -> bool:
        """Is it counted by the day of its report: "The ministry reported 40 cases on Sunday"?"""
        counts = figure.record.kind == "count" and found.words.start > figure.words.start
        return counts and found.clause.lemma_ in COUNTING_REPORTS


# ------------------------------------------------------------------ clauses


def _may_share(figure: FigureInClause, segment: Segment) -> bool:
    """Can a figure without a date of its own have one of a clause above?"""
    return figure.record.part_of is None and not segment.is_base


def _clause_of(token: Token) -> Token:
    """The verb whose clause the token stands in; the first noun of a headline.

    In "Some 12 men and 3 boys drowned in May" the parser may take "drowned" for a participle.
    """
    verb = verb_above(token)
    noun = verb.head
    while verb.dep_ == "acl" and noun.dep_ == "conj":
        noun = noun.head
    return noun if verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in NOUNS else verb


def _clauses_above(figure: FigureInClause) -> Iterator[tuple[Token, bool]]:
    """The verbs of the clauses that go on in the figure's, and whether with all of their dates.

    Otherwise only a date in front of the verb is shared: "On Friday rents rose and 40 men left."
    """
    verb, all_of_it = figure.clause, True
    for _ in range(_STEPS):
        if verb.head == verb:
            return
        shared = _shares(verb)
        if shared is None:
            return
        all_of_it &= shared
        verb = verb_above(verb.head)
        yield verb, all_of_it


_STEPS = 6


def _shares(verb: Token) -> bool | None:
    """Does a clause share all dates of the one above (True), those in front (False), or none?"""
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if verb.dep_ == "conj":
        return not has_subject and verb.tag_ == verb.head.tag_
    if verb.dep_ in ("xcomp", "prep", "dep", "aux"):
        return True
    if verb.dep_ == "pcomp":
        return True if verb.head.lower_ in GOING_ON else None
    if verb.dep_ == "advcl":
        opens = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
        goes_on = not has_subject and verb.tag_ in ("VBG", "VBN", "VB") and not opens
        return True if goes_on or opens & SIMULTANEOUS else None
    if verb.dep_ == "relcl":
        return True if _describes_time(verb) else None
    if verb.dep_ == "acl":
        return True if verb.head.i > verb_above(verb.head).i else None
    return None


def _describes_time(verb: Token) -> bool:
    """Is it the clause of a time: "on 9 May, when the court freed 40", "In that year 40 men left"?

    The parser hangs the second, which has no "that" or "which", on the year.
    """
    opening = [child for child in verb.subtree if child.i < verb.i]
    if any(child.lower_ == "when" for child in opening):
        return True
    is_relative = any(child.tag_ in ("WDT", "WP", "WP$") for child in opening)
    return not is_relative and verb_above(verb.head).pos_ not in VERBS


# ------------------------------------------------------------------ dates in their phrase


def _preposition(words: TokenSpan) -> str:
    """The preposition before a date and its article, "" without one."""
    at = words.start - 1
    while at >= 0 and words.doc[at].tag_ in ("DT", "PRP$"):
        at -= 1
    return words.doc[at].lower_ if at >= 0 and words.doc[at].pos_ in ("ADP", "SCONJ") else ""


def _noun_of(found: DateInClause) -> Token | None:
    """The noun that a date describes, standing in front of it: "[second-quarter] profit"."""
    head = found.words.root.head
    is_noun = head.pos_ in NOUNS and head.i >= found.words.end
    return head if is_noun else None


def _is_attributive(found: DateInClause) -> bool:
    return _noun_of(found) is not None


def _is_of_noun(found: DateInClause, figure: FigureInClause) -> bool:
    """Does the date describe the noun whose size the figure is: "second-quarter profit of $4m"?"""
    noun = _noun_of(found)
    return noun is not None and any(noun == above for above in roles.ancestors(figure.words.root))
