"""ClaimReview as it is found in the wild: published checks of other newsrooms.

JSON-LD in pages and files, ``@graph``, Data Commons feeds, answers of Google's
``claims:search``, microdata. Everything is optional and may be a list, an object or a
string; numbers of ratings are kept raw and never read, since scales run both ways.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from .cleaning import UndecodableError, clean, decode
from .html import decode_page
from .lenient_json import read_lenient
from .microdata import items_of
from .page_date import json_scripts
from .published import read_published
from .records import Problem
from .urls import normalise_url

LARGEST = 200_000_000  # bytes; a feed of all checks of the field has about a hundred million
LARGEST_PAGE = 20_000_000  # characters
_TYPE = "ClaimReview"
_DEEPEST = 40
_LONGEST = 2_000  # characters of a name or label
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_MARKUP = re.compile(r"\s*(?:\ufeff)?\s*<")
_FEED = re.compile(r'"dataFeedElement"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_NO_CLAIM = "The check does not say which claim it is about."
_NO_URL = "The check has no address of its own."
_NOTHING = "The file holds no ClaimReview."


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """One check of one claim, as its publisher shows it; ``raw`` is what was read."""

    file: str
    row: int
    url: str
    claim: str
    label: str = ""
    publisher: str = ""
    site: str = ""
    claimant: str = ""
    headline: str = ""
    language: str = ""
    claimed: str = ""
    checked: str = ""
    appearances: tuple[str, ...] = ()
    raw: dict[str, Any] = field(default_factory=dict)

    @property
    def claimed_on(self) -> date | None:
        return _day(self.claimed)

    @property
    def checked_on(self) -> date | None:
        """When this version was published."""
        return _day(self.checked)


def read_checks(file: str, data: bytes) -> Iterator[CheckRecord | Problem]:
    """Every check in a file, and what is none with the reason; items count from 1."""
    if len(data) > LARGEST:
        yield Problem(file, 1, f"The file is larger than {LARGEST // 1_000_000} MB.")
        return
    number = 0
    try:
        for number, found in enumerate(_found(data), start=1):
            yield _record_or_problem(file, number, found)
    except UndecodableError as error:
        yield Problem(file, 1, str(error))
        return
    if not number:
        yield Problem(file, 1, _NOTHING)


def _record_or_problem(file: str, row: int, found: dict[str, Any] | str) -> CheckRecord | Problem:
    if isinstance(found, str):
        return Problem(file, row, found)
    try:
        return _record(file, row, found)
    except RecursionError:
        return Problem(file, row, "The check is nested too deeply to be read.")


# --- where checks stand ---------------------------------------------------------


def _found(data: bytes) -> Iterator[dict[str, Any] | str]:
    """The checks as they are written, and a sentence for what cannot be read."""
    text = clean(decode(data))
    if not text.strip():
        return
    if _MARKUP.match(text) and not text.lstrip("\ufeff \n\t").startswith("<!--{"):
        yield from _in_page(decode_page(data))
    elif _FEED.search(text):
        yield from _in_feed(text)
    else:
        yield from _in_json(text)


def _in_page(source: str) -> Iterator[dict[str, Any] | str]:
    if len(source) > LARGEST_PAGE:
        yield f"The page is larger than {LARGEST_PAGE // 1_000_000} MB."
        return
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8")
        tree = lxml_html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        yield "The page cannot be read."
        return
    address = _address(tree)
    for script in json_scripts(tree):
        text = script.text or ""
        if _TYPE not in text:
            continue
        try:
            checks = list(_checks_in(read_lenient(text)))
        except ValueError:
            yield "The page's JSON-LD cannot be read, also when commas and quotes are mended."
            continue
        yield from ({"url": address} | check if address else check for check in checks)
    for item in items_of(tree, _TYPE):
        yield {"url": address} | item if address else item


def _address(tree: Any) -> str:
    """The page's own address, as it says."""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return str(link.get("href"))
    return ""


def _in_json(text: str) -> Iterator[dict[str, Any] | str]:
    try:
        value = read_lenient(text)
    except ValueError:
        yield from _in_lines(text)
        return
    yield from _checks_in(value)


def _in_lines(text: str) -> Iterator[dict[str, Any] | str]:
    """JSON Lines; a text that is neither is told once."""
    lines = [line for line in text.splitlines() if line.strip()]
    bad = "The file is not valid JSON, also when commas and quotes are mended."
    if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
        yield bad
        return
    for line in lines:
        try:
            yield from _checks_in(read_lenient(line))
        except ValueError:
            yield "The line is not valid JSON."


def _in_feed(text: str) -> Iterator[dict[str, Any] | str]:
    """A Data Commons feed, element by element: all of them at once take a gigabyte."""
    decoder = json.JSONDecoder(strict=False)
    start = _FEED.search(text)
    at = start.end() if start else 0
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if at >= len(text) or text[at] == "]":
            return
        try:
            element, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield "The feed cannot be read from here on: it is not valid JSON."
            return
        yield from _checks_in(element)


def _checks_in(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every ClaimReview in the value: in lists, ``@graph``, feeds, and answers of a search."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _checks_in(one, depth + 1)
    elif isinstance(value, dict):
        if _is_check(value):
            yield value
        elif isinstance(value.get("claimReview"), list) and "text" in value:
            yield from (_of_search(value, one) for one in value["claimReview"] if _is_dict(one))
        else:
            for one in value.values():
                if isinstance(one, (dict, list)):
                    yield from _checks_in(one, depth + 1)


def _is_dict(value: Any) -> bool:
    return isinstance(value, dict)


def _is_check(value: dict[str, Any]) -> bool:
    """Whether its type is ClaimReview, or one of its types, with or without the vocabulary."""
    return any(re.split(r"[/:#]", name)[-1] == _TYPE for name in _texts(value.get("@type")) if name)


def _of_search(claim: dict[str, Any], review: dict[str, Any]) -> dict[str, Any]:
    """An answer of ``claims:search`` in the words of schema.org."""
    publisher = review.get("publisher")
    known = publisher if isinstance(publisher, dict) else {}
    return {
        "@type": _TYPE,
        "url": review.get("url"),
        "claimReviewed": claim.get("text"),
        "headline": review.get("title"),
        "inLanguage": review.get("languageCode"),
        "datePublished": review.get("reviewDate"),
        "author": {"name": known.get("name"), "url": known.get("site")},
        "reviewRating": {"alternateName": review.get("textualRating")},
        "itemReviewed": {
            "author": {"name": claim.get("claimant")},
            "datePublished": claim.get("claimDate"),
        },
    }


# --- what a check says ----------------------------------------------------------


def _record(file: str, row: int, check: dict[str, Any]) -> CheckRecord | Problem:
    claim = _text(check.get("claimReviewed")) or _text(_nested(check, "itemReviewed", "name"))
    if not claim:
        return Problem(file, row, _NO_CLAIM)
    url = _url(check)
    if not url:
        return Problem(file, row, _NO_URL)
    publisher = check.get("author") or check.get("publisher")
    said = _items(check.get("itemReviewed"))
    return CheckRecord(
        file,
        row,
        url,
        claim,
        label=_label(check.get("reviewRating")),
        publisher=_name(publisher) or _name(check.get("publisher")),
        site=_site(publisher) or _site(check.get("publisher")),
        claimant=next(filter(None, (_name(item.get("author")) for item in said)), ""),
        headline=_text(check.get("headline") or check.get("name"))[:_LONGEST],
        language=_text(check.get("inLanguage"))[:35],
        claimed=next(filter(None, (_text(item.get("datePublished")) for item in said)), "")[:100],
        checked=(_text(check.get("dateModified")) or _text(check.get("datePublished")))[:100],
        appearances=tuple(dict.fromkeys(_appearances(said))),
        raw=_kept(check),
    )


def _url(check: dict[str, Any]) -> str:
    """The first of its addresses that is one."""
    for name in ("url", "mainEntityOfPage", "@id"):
        for written in _addresses(check.get(name)):
            with suppress(ValueError):
                if written.startswith(("http://", "https://")) and normalise_url(written):
                    return written
    return ""


def _addresses(value: Any) -> list[str]:
    """The addresses that a value names: a string, an object with one, several of either."""
    if isinstance(value, dict):
        return [_text(value.get("@id")) or _text(value.get("url"))]
    if isinstance(value, list):
        return [address for one in value for address in _addresses(one)]
    return [_text(value)]


def _label(rating: Any) -> str:
    """The label that the publisher shows; a number is none, whatever scale it is on."""
    for one in _items(rating) or [{"alternateName": rating}]:
        for name in ("alternateName", "name", "ratingExplanation", "ratingValue"):
            label = _text(one.get(name))
            if label and not re.fullmatch(r"[-+\d.,/\s]+", label):
                return label[:_LONGEST]
    return ""


def _appearances(said: list[dict[str, Any]]) -> Iterator[str]:
    for item in said:
        for name in ("firstAppearance", "appearance", "sameAs", "url"):
            yield from (one for one in _addresses(item.get(name)) if one.startswith("http"))


def _name(value: Any) -> str:
    """Who it is: a string, an object with a name, the first of several."""
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name") if isinstance(one, dict) else one)
        if name:
            return name[:_LONGEST]
    return ""


def _site(value: Any) -> str:
    for one in _items(value):
        if site := _text(one.get("url") or one.get("sameAs") or one.get("@id")):
            return site[:_LONGEST]
    return ""


def _nested(check: dict[str, Any], *names: str) -> Any:
    value: Any = check
    for name in names:
        value = next((item.get(name) for item in _items(value) if item.get(name)), None)
    return value


def _items(value: Any) -> list[dict[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if _is_dict(one)]


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def _text(value: Any) -> str:
    """The value as plain text: the first of several, without tags, entities and line breaks."""
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), "")
    if isinstance(value, dict):
        return _text(value.get("@value"))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    written = html.unescape(html.unescape(str(value)))
    return " ".join(clean(_TAG.sub(" ", written)).split())


def _kept(value: Any) -> Any:
    """The value as every database can keep it: no NUL, no lone surrogate, no NaN."""
    if isinstance(value, dict):
        return {clean(name): _kept(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_kept(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return clean(value) if isinstance(value, str) else value


def _day(written: str) -> date | None:
    try:
        return read_published(written)[0] if written else None
    except ValueError:
        return None
