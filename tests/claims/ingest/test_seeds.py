"""The demo batch is read without a problem and holds what the demo shows."""

from collections import Counter
from pathlib import Path

import pytest

from claims.ingest import ArticleRecord, Skipped, domain, normalise_url, read_path, read_published

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def results():
    return list(read_path(SEEDS))


@pytest.fixture(scope="module")
def articles(results):
    return [result for result in results if isinstance(result, ArticleRecord)]


def test_everything_but_the_readme_is_an_article(results):
    others = [result for result in results if not isinstance(result, ArticleRecord)]
    assert [(type(other), other.file) for other in others] == [(Skipped, "README.md")]


def test_every_article_says_who_published_it_where_and_when(articles):
    assert len(articles) >= 12
    assert len({article.outlet for article in articles}) >= 5
    for article in articles:
        assert domain(article.url).endswith(".example")
        assert article.title
        assert article.byline
        assert "2025-09-02" <= read_published(article.published)[0].isoformat() <= "2025-09-09"
        assert 120 <= len(article.text.split()) <= 300


def test_all_formats_occur(articles):
    assert {Path(article.file).suffix for article in articles} == {
        ".txt",
        ".html",
        ".jsonl",
        ".csv",
    }


def test_one_wire_text_stands_at_two_outlets(articles):
    ((text, times),) = Counter(article.text for article in articles).most_common(1)
    assert times == 2
    assert len({article.outlet for article in articles if article.text == text}) == 2


def test_one_article_comes_in_two_versions_the_newer_one_later(articles):
    ((url, times),) = Counter(normalise_url(article.url) for article in articles).most_common(1)
    older, newer = (article for article in articles if normalise_url(article.url) == url)
    assert times == 2
    assert older.text != newer.text
    assert read_published(older.published) < read_published(newer.published)


def test_pages_are_read_without_their_surroundings(articles):
    for article in articles:
        for foreign in ("Subscribe", "Login", "Read more", "All rights", "48,213", "Sign up"):
            assert foreign not in article.text
