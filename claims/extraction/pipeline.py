"""The way through the extraction: parse, find, relate, leave as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .attributions import find_attributions
from .claims import find_claims
from .dates import find_dates
from .parsing import DEFAULT_MODEL, ParsedArticle, load, parse
from .quantities import find_quantities
from .records import ArticleText, Extraction


def extract(articles: Iterable[ArticleText], model: str = DEFAULT_MODEL) -> Iterator[Extraction]:
    """Everything found in each article, as a stream and in order.

    ``model`` is the package name of an English spaCy pipeline with tagger,
    parser, lemmatizer and entity recogniser.
    """
    for article in parse(articles, load(model)):
        yield _extract_one(article)


def _extract_one(article: ParsedArticle) -> Extraction:
    dates = find_dates(article)
    quantities = find_quantities(article, dates)
    attributions = find_attributions(article)
    claims = find_claims(article, quantities, dates, attributions)
    return Extraction(
        article.source, tuple(quantities), tuple(dates), tuple(attributions), tuple(claims)
    )
