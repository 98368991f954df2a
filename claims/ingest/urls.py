"""Addresses of articles in one normal form, so that the same page has one identity."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

LONGEST_URL = 2_000  # characters, as written and in normal form

# Parameters that say where a reader came from, never which page this is.
TRACKING = frozenset(
    {
        "_ga",
        "_gl",
        "cmpid",
        "dclid",
        "fbclid",
        "ftag",
        "gbraid",
        "gclid",
        "gclsrc",
        "guccounter",
        "icid",
        "igsh",
        "igshid",
        "mc_cid",
        "mc_eid",
        "mibextid",
        "mkt_tok",
        "msclkid",
        "ncid",
        "ocid",
        "s_cid",
        "smid",
        "srsltid",
        "twclid",
        "ttclid",
        "wbraid",
        "yclid",
    }
)
TRACKING_PREFIXES = ("utm_", "hsa_", "pk_", "mtm_", "at_medium", "at_campaign", "at_custom")

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|[^%]+|%", re.DOTALL)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_MARKS = "/!$&'()*+,;=:@"
_QUERY_MARKS = _PATH_MARKS + "?"
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")
_DEFAULT_ENDING = re.compile(r"(/index\.html?|/)+$")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")


def normalise_url(url: str | None) -> str | None:
    """One form for all spellings of an address; ``None`` for a missing or blank one.

    https stands for http as well; host in lower case and ASCII; no default port,
    fragment, tracking parameter, closing slash or index page; query sorted by name.
    "HTTP://Example.org:80/news/?utm_source=x#top" is "https://example.org/news".
    Raises ``ValueError`` with a sentence for the user.
    """
    if url is None or not url.strip():
        return None
    parts = _split(url.strip())
    query = _normal_query(parts.query)
    normal = f"https://{_host(parts)}{_port(parts)}{_normal_path(parts.path)}"
    normal += f"?{query}" if query else ""
    if len(normal) > LONGEST_URL:
        raise ValueError(f"The URL is longer than {LONGEST_URL:,} characters.")
    return normal


def domain(url: str) -> str:
    """The host of an address without "www.", by which an outlet is known.

    Raises ``ValueError`` with a sentence for the user.
    """
    return _host(_split(url.strip())).removeprefix("www.")


def _split(url: str) -> SplitResult:
    shown = url if len(url) <= 100 else url[:100] + "…"
    if len(url) > LONGEST_URL:
        raise ValueError(f"The URL is longer than {LONGEST_URL:,} characters.")
    if _BLANK.search(url):
        raise ValueError(f"The URL '{shown}' has a space or a control character in it.")
    try:
        parts = urlsplit(url)
        readable = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise ValueError(f"The URL '{shown}' cannot be read.") from error
    if parts.scheme not in {"http", "https"}:
        raise ValueError(f"The URL '{shown}' does not begin with http:// or https://.")
    if not readable:
        raise ValueError(f"The URL '{shown}' names no host.")
    if "@" in parts.netloc:
        raise ValueError("The URL has a user name in it; leave it out.")
    return parts


def _host(parts: SplitResult) -> str:
    """The host in ASCII: "Zürich.example." is "xn--zrich-kva.example"."""
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        try:
            host = host.encode("idna").decode("ascii").lower()
        except UnicodeError as error:
            raise ValueError(f"The URL's host '{host}' cannot be read.") from error
    if not _HOST.fullmatch(host):
        raise ValueError(f"The URL's host '{host}' cannot be read.")
    return host


def _port(parts: SplitResult) -> str:
    return "" if parts.port in {None, 80, 443} else f":{parts.port}"


def _normal_path(path: str) -> str:
    kept: list[str] = []
    for segment in _normal_escapes(path, _PATH_MARKS).split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return _DEFAULT_ENDING.sub("", "".join(f"/{segment}" for segment in kept))


def _normal_query(query: str) -> str:
    pairs = [_normal_escapes(pair, _QUERY_MARKS) for pair in query.split("&")]
    return "&".join(sorted((pair for pair in pairs if not _tracks(pair)), key=_name))


def _name(pair: str) -> str:
    return pair.partition("=")[0]


def _tracks(pair: str) -> bool:
    name = _name(pair).lower()
    return not pair or name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _normal_escapes(part: str, marks: str) -> str:
    """Escape what must be, in capitals, and nothing that need not be: "%7ea é" is "~a%20%C3%A9"."""

    def normal(found: re.Match[str]) -> str:
        if found[1]:
            character = chr(int(found[1], 16))
            return character if character in _UNRESERVED else found[0].upper()
        return quote(found[0], safe=marks, errors="replace")

    return _ESCAPE.sub(normal, part)
