"""The day on which a page's article was first published, as the page's metadata says it.

A page is full of dates: of teasers, comments, videos, of what the article tells. Only one that is
said of the page itself, or of the article that the page is about, dates the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .markup import Element
from .published import read_published
from .urls import normalise_url

# Names of <meta> elements that say when an article was first published, the surest first.
_NAMES = (
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
_JSON_LD = "application/ld+json"
LONGEST_JSON_LD = 500_000  # characters of one script; those of news pages have 2,000 to 50,000
_MOST_ELEMENTS = 500  # of each name that are looked at
_SHORTEST_TITLE = 3  # words by which one title is known as part of another
_ARTICLES = re.compile(r"(?:Article|BlogPosting|SocialMediaPosting|ForumPosting|Report)$")
_PAGES = re.compile(r"(?:WebPage|ItemPage)$")
_ADDRESSES = ("url", "@id", "mainEntityOfPage")
_TITLES = ("headline", "alternativeHeadline", "name")
_WORDS = re.compile(r"\w+")
# Names of parts of a page that are not its article.
_OTHER_PARTS = re.compile(
    r"comment|related|teaser|promo|recommend|sidebar|aside|widget|video|player|latest|trending"
    r"|popular|card|newsletter|footer|most-?read|read-?more|also|updat|modif",
    re.IGNORECASE,
)
_OTHER_ELEMENTS = frozenset(
    {"article", "aside", "nav", "footer", "figure", "li", "a", "blockquote"}
)
_MOST_WORDS_BESIDE = 12  # a <time> in a longer paragraph is of what the text tells


@dataclass(frozen=True, slots=True)
class PageDate:
    """The date as written, if one can be read; ``unreadable`` are those that cannot."""

    written: str | None
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Identity:
    """What a page calls itself: addresses in normal form, titles as their words."""

    addresses: frozenset[str]
    titles: tuple[str, ...]

    def fits(self, node: dict[str, Any]) -> bool | None:
        """Is the node about this page? ``None`` where it does not say."""
        addresses = _addresses(node.get(name) for name in _ADDRESSES)
        if addresses & self.addresses:
            return True
        titles = _titles(node.get(name) for name in _TITLES)
        if titles and self.titles:
            return any(_same(title, own) for title in titles for own in self.titles)
        return False if addresses and self.addresses else None


def page_date(tree: Element) -> PageDate:
    """The date of first publication, offset and all; a date that cannot be read costs itself."""
    unreadable: list[str] = []
    for written in _candidates(tree):
        try:
            read_published(written)
        except ValueError:
            unreadable.append(written)
        else:
            return PageDate(written, tuple(unreadable))
    return PageDate(None, tuple(dict.fromkeys(unreadable)))


def _candidates(tree: Element) -> Iterator[str]:
    """What may date the article, the surest first."""
    metas = _metas(tree)
    identity = _identity(tree, metas)
    found = (*(metas.get(name, "") for name in _NAMES), *_in_json(tree, identity), *_times(tree))
    return (written.strip() for written in found if written.strip())


def _metas(tree: Element) -> dict[str, str]:
    """The content of each <meta> by its name; what is said of another thing is left out."""
    metas: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), _MOST_ELEMENTS):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("itemprop") is None or _is_of_article(meta):
            metas.setdefault(name.lower(), (meta.get("content") or "").strip())
    return metas


def _is_of_article(element: Element) -> bool:
    """Is the thing that this microdata is about an article or the page?"""
    scope = next((a for a in element.iterancestors() if a.get("itemscope") is not None), None)
    return scope is None or _kind(scope.get("itemtype", "")) is not None


def _kind(types: object) -> int | None:
    """0 for an article's type, 1 for a page's, 2 for none at all; ``None`` for any other."""
    names = [name for name in _strings(types) if name]
    if not names:
        return 2
    if any(_ARTICLES.search(name) for name in names):
        return 0
    return 1 if any(_PAGES.search(name) for name in names) else None


def _identity(tree: Element, metas: dict[str, str]) -> _Identity:
    links = islice(tree.iter("link"), _MOST_ELEMENTS)
    canonical = [link.get("href") for link in links if link.get("rel") == "canonical"]
    headings = ["".join(heading.itertext()) for heading in islice(tree.iter("title", "h1"), 20)]
    return _Identity(
        _addresses([*canonical, metas.get("og:url")]),
        tuple(_titles([*headings, metas.get("og:title"), metas.get("twitter:title")])),
    )


def _addresses(values: Iterable[object]) -> frozenset[str]:
    found = set()
    for value in values:
        for written in _strings(value):
            with suppress(ValueError):
                found.add(normalise_url(written))
    return frozenset(filter(None, found))


def _same(title: str, other: str) -> bool:
    """Are they one title, or one with the outlet's name beside it: "Flood kills 16 | Post"?"""
    shorter, longer = sorted((title, other), key=len)
    return title == other or (len(shorter.split()) >= _SHORTEST_TITLE and shorter in longer)


def _titles(values: Iterable[object]) -> list[str]:
    """Titles as their words in small letters, each between spaces."""
    words = (_WORDS.findall(text.casefold()) for value in values for text in _strings(value))
    return [f" {' '.join(title)} " for title in words if title]


def _strings(value: object) -> Iterator[str]:
    """The strings of a value of JSON-LD, which may be one, a list of them, or a node's id."""
    match value:
        case str():
            yield value
        case list():
            yield from (part for part in value[:20] if isinstance(part, str))
        case dict():
            yield from (value[name] for name in ("@id", "url") if isinstance(value.get(name), str))


# --- JSON-LD ------------------------------------------------------------------


def _in_json(tree: Element, identity: _Identity) -> list[str]:
    """``datePublished`` of the nodes that are about this page, the surest first.

    A teaser is an article too, a video and a comment have dates as well: an article that says
    another address or headline than the page's is not the page's.
    """
    ranked = []
    for node in _json_nodes(tree):
        written, kind = node.get("datePublished"), _kind(node.get("@type"))
        if not isinstance(written, str) or kind is None:
            continue
        fits = identity.fits(node)
        if fits is not False:
            ranked.append((kind, fits is None, written))
    return [written for _kind, _unsure, written in sorted(ranked, key=lambda found: found[:2])]


def _json_nodes(tree: Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, also where that is a list, a graph or about an entity."""
    for script in json_scripts(tree):
        nodes = [_loaded(script.text or "")]
        while nodes:
            node = nodes.pop()
            if isinstance(node, list):
                nodes.extend(reversed(node))
            elif isinstance(node, dict):
                yield node
                nodes.extend((node.get("mainEntity"), node.get("@graph")))


def json_scripts(tree: Element) -> list[Element]:
    """The page's scripts of JSON-LD, whatever parameters their type has."""
    scripts = tree.iter("script")
    return [
        one for one in scripts if one.get("type", "").partition(";")[0].strip().lower() == _JSON_LD
    ]


def _loaded(script: str) -> object:
    if len(script) > LONGEST_JSON_LD:
        return None
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


# --- <time> -------------------------------------------------------------------


def _times(tree: Element) -> Iterator[str]:
    """The times that microdata, or their place in the page's one <article>, make its date."""
    timed = [time for time in islice(tree.iter("time"), _MOST_ELEMENTS) if time.get("datetime")]
    article = _main_article(tree)
    named = [time for time in timed if time.get("itemprop") == "datePublished"]
    marked = [time for time in timed if time.get("pubdate") is not None]
    within = [time for time in timed if article is not None and not time.get("itemprop")]
    for time in (*(time for time in named if _is_of_article(time)), *marked, *within):
        if _is_of_part(time, article):
            yield time.get("datetime")


def _main_article(tree: Element) -> Element | None:
    """The page's one <article> that lies in no other; of several the one with the headline."""
    articles = islice(tree.iter("article"), _MOST_ELEMENTS)
    outer = [one for one in articles if next(one.iterancestors("article"), None) is None]
    if len(outer) > 1:
        outer = [one for one in outer if one.find(".//h1") is not None]
    return outer[0] if len(outer) == 1 else None


def _is_of_part(element: Element, article: Element | None) -> bool:
    """Does it stand in the article itself: not in a comment, a teaser, or its running text?

    Without an article, in the page itself.
    """
    for part in (element, *element.iterancestors()):
        if part is article:
            return True
        if part.tag in _OTHER_ELEMENTS or _OTHER_PARTS.search(_names(part)):
            return False
        if part.tag == "p" and len("".join(part.itertext()).split()) > _MOST_WORDS_BESIDE:
            return False
    return article is None


def _names(element: Element) -> str:
    return " ".join(element.get(name, "") for name in ("class", "id", "role"))
