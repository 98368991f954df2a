"""The article in a page's markup, by trafilatura, and what the page's metadata says of it.

A module of its own, since trafilatura takes 10 MB and a fifth of a second to load, which
a web process that reads no page should not pay.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Document, use_config
from trafilatura.utils import load_html

# Names of <meta> elements that say when an article was first published, the surest first.
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "publish-date",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_TIMES = (
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
    "//article//time/@datetime",
)

# Short pages are articles too, and no date is looked for in running text.
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}


def article_of(source: str) -> dict[str, object] | None:
    """The page's article; ``None`` where it has none."""
    tree = load_html(source)
    if tree is None:  # a fragment such as "<p>One paragraph.</p>"
        tree = load_html(f"<html><body><div>{source}</div></body></html>")
    if tree is None:
        return None
    published, language = _published(tree), tree.get("lang") or tree.get("xml:lang")
    page = bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
        config=_CONFIG,
    )
    if not isinstance(page, Document) or not page.text:
        return None
    return {
        "text": _without_headline(page.text, page.title),
        "url": page.url,
        "title": page.title,
        "outlet": page.sitename,
        "byline": page.author,
        "published": published,
        "language": language,
    }


def _without_headline(text: str, title: str | None) -> str:
    """The text alone, where the headline has come along as its first line."""
    first, _, rest = text.partition("\n")
    return rest if title and first.strip() == title.strip() and rest.strip() else text


def _published(tree: Any) -> str | None:
    """The date of first publication as the page's metadata writes it, offset and all."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), (meta.get("content") or "").strip())
    named = (metas.get(name) for name in _DATE_NAMES)
    timed = (value for path in _TIMES for value in tree.xpath(path))
    return next(filter(None, (*named, *_dates_in_json(tree), *timed)), None)


def _dates_in_json(tree: Any) -> Iterator[str]:
    """``datePublished`` of the page's JSON-LD, an article's before a video's or a comment's."""
    for node in sorted(_json_nodes(tree), key=lambda node: "Article" not in str(node.get("@type"))):
        if isinstance(written := node.get("datePublished"), str):
            yield written


def _json_nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, also where that is a list or a graph."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            nodes = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        while nodes:
            node = nodes.pop(0)
            if isinstance(node, list):
                nodes = [*node, *nodes]
            elif isinstance(node, dict):
                yield node
                nodes = [node.get("@graph"), *nodes]
