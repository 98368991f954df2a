"""How much single statements deserve a check: what is measured on claims, without finding them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .claims import Statement, check_worthiness
from .dates import find_dates
from .figures import find_quantities
from .parsing import DEFAULT_MODEL, Paragraph, ParsedArticle, load, parse
from .records import ArticleText, Attribution, DateSpan, Quantity, Reason, Span, SpeakerSpan


@dataclass(frozen=True, slots=True)
class StatementText:
    """One statement to rate, and who made it where that is known."""

    id: str
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """How much a statement deserves a check, 0..1, and the parts of it, strongest first."""

    id: str
    check_worthiness: float
    reasons: tuple[Reason, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "check_worthiness": self.check_worthiness,
            "reasons": [reason.as_dict() for reason in self.reasons],
        }


OnError = Callable[[StatementText, Exception], None]


def rate(
    texts: Iterable[StatementText],
    model: str = DEFAULT_MODEL,
    on_error: OnError | None = None,
) -> Iterator[Rating]:
    """The rating of each statement, as a stream and in order.

    A text of several sentences is rated as a whole, and one too long to be parsed at once by
    its best part. ``model`` and ``on_error`` are as for ``extract``.
    """
    given: deque[StatementText] = deque()
    for article in parse(_articles(texts, given), load(model)):
        source = given.popleft()
        try:
            rating = _rating(article, source)
        except Exception as error:
            if on_error is None:
                raise
            on_error(source, error)
        else:
            yield rating


def statements_in(article: ParsedArticle, speaker: str | None = None) -> list[Statement]:
    """What each paragraph of the article states, with its figures and dates."""
    dates = find_dates(article)
    quantities = find_quantities(article, dates)
    said = (_said_by(speaker, article.span(0, len(article.text))),) if speaker else ()
    found = [_statement(paragraph, quantities, dates, said) for paragraph in article.paragraphs]
    return found or [Statement(article.text, None, (), (), said)]


def _articles(texts: Iterable[StatementText], given: deque[StatementText]) -> Iterator[ArticleText]:
    """Each text in one line, so that it is read as one statement; ``given`` remembers them."""
    for text in texts:
        given.append(text)
        yield ArticleText(text.id, " ".join(text.text.split()))


def _rating(article: ParsedArticle, source: StatementText) -> Rating:
    rated = [check_worthiness(found) for found in statements_in(article, source.speaker)]
    score, reasons = max(rated, key=lambda one: one[0])
    return Rating(source.id, score, reasons)


def _statement(
    paragraph: Paragraph,
    quantities: Iterable[Quantity],
    dates: Iterable[DateSpan],
    said: tuple[Attribution, ...],
) -> Statement:
    start, end = paragraph.start, paragraph.start + len(paragraph.text)
    return Statement(
        paragraph.text,
        paragraph.doc[:],
        tuple(found for found in quantities if start <= found.start < end),
        tuple(found for found in dates if start <= found.start < end),
        said,
    )


def _said_by(speaker: str, content: Span) -> Attribution:
    who = SpeakerSpan(0, 0, speaker, speaker, "unknown", (speaker,))
    return Attribution("direct", "asserts", (content,), None, who)
