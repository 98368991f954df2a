"""The way through the extraction: parse, find, relate, leave as records."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import spacy

from .claims import find_claims
from .dated import with_dates
from .dates import find_dates, spoken_on
from .figures import find_quantities
from .layout import Layout, read_layout, restored
from .parsing import DEFAULT_MODEL, ParsedArticle, load, parse
from .records import ArticleText, Extraction
from .speech import Referents, find_attributions

RULES_VERSION = "11"  # raised whenever a change of rules or lexicons changes what is found

OnError = Callable[[ArticleText, Exception], None]


def extract(
    articles: Iterable[ArticleText],
    model: str = DEFAULT_MODEL,
    on_error: OnError | None = None,
) -> Iterator[Extraction]:
    """Everything found in each article, as a stream and in order.

    ``model`` is the package name of an English spaCy pipeline with tagger,
    parser, lemmatizer and entity recogniser. No text is meant to make a finder
    raise; where one does all the same, the error goes through, or with
    ``on_error`` to that function, in the article's turn, and the stream goes on.
    """
    given: deque[tuple[ArticleText, Layout]] = deque()
    for article in parse(_flowing(articles, given), load(model)):
        source, layout = given.popleft()
        try:
            extraction = _extract_one(article.with_blocks(layout.blocks))
        except Exception as error:
            if on_error is None:
                raise
            on_error(source, error)
        else:
            yield restored(extraction, source, layout.reading)


def _flowing(
    articles: Iterable[ArticleText], given: deque[tuple[ArticleText, Layout]]
) -> Iterator[ArticleText]:
    """The articles as they read; ``given`` remembers them as they stand, in order."""
    for article in articles:
        layout = read_layout(article.text)
        given.append((article, layout))
        yield replace(article, text=layout.text)


def describe(model: str = DEFAULT_MODEL) -> dict[str, str]:
    """Which rules, model and spaCy an extraction is made with, as names and versions."""
    meta = load(model).meta
    return {
        "rules": RULES_VERSION,
        "model": f"{meta['lang']}_{meta['name']}",
        "model_version": meta["version"],
        "spacy": spacy.__version__,
    }


def _extract_one(article: ParsedArticle) -> Extraction:
    source = article.source
    dates = find_dates(article)
    if (day := spoken_on(article, dates)) is not None and day != article.published:
        article = replace(article, source=replace(source, published=day))
        dates = find_dates(article)
    quantities = find_quantities(article, dates)
    prose = article.prose
    referents = Referents(prose)
    attributions = find_attributions(prose, referents)
    quantities = with_dates(article, quantities, dates, attributions)
    claims = find_claims(prose, quantities, dates, attributions, referents)
    return Extraction(source, tuple(quantities), tuple(dates), tuple(attributions), tuple(claims))
