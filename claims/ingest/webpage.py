"""The article in a page's markup, by trafilatura, and what the page's metadata says of it.

A module of its own, since trafilatura takes 10 MB and a fifth of a second to load, which
a web process that reads no page should not pay.
"""

from __future__ import annotations

from dataclasses import dataclass

from trafilatura import bare_extraction
from trafilatura.settings import Document, use_config
from trafilatura.utils import load_html

from .markup import Element, settle
from .page_date import LONGEST_JSON_LD, json_scripts, page_date

# Short pages are articles too, and no date is looked for in running text.
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article's fields, and dates of the page's metadata that cannot be read."""

    fields: dict[str, object]
    unreadable_dates: tuple[str, ...] = ()


def article_of(source: str) -> WebPage | None:
    """The page's article; ``None`` where it has none."""
    tree = load_html(source)
    if tree is None:  # a fragment such as "<p>One paragraph.</p>"
        tree = load_html(f"<html><body><div>{source}</div></body></html>")
    if tree is None:
        return None
    settle(tree)
    dated, language = page_date(tree), tree.get("lang") or tree.get("xml:lang")
    _drop_long_scripts(tree)
    page = bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
        config=_CONFIG,
    )
    if not isinstance(page, Document) or not page.text:
        return None
    fields: dict[str, object] = {
        "text": _without_headline(page.text, page.title),
        "url": page.url,
        "title": page.title,
        "outlet": page.sitename,
        "byline": page.author,
        "published": dated.written,
        "language": language,
    }
    return WebPage(fields, () if dated.written else dated.unreadable)


def _drop_long_scripts(tree: Element) -> None:
    """JSON-LD of a size that no page needs, which trafilatura would take minutes over."""
    for script in json_scripts(tree):
        if len(script.text or "") > LONGEST_JSON_LD:
            script.text = ""


def _without_headline(text: str, title: str | None) -> str:
    """The text alone, where the headline has come along as its first line."""
    first, _, rest = text.partition("\n")
    return rest if title and first.strip() == title.strip() and rest.strip() else text
