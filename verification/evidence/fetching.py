"""Fetching a source's page safely: never an address inside, never too much.

requests-hardened resolves a host once and refuses private, link-local and loopback
addresses, also behind redirects; schemes, ports, size, types, the number of
redirects and the time that all of it may take are ours.
"""

from __future__ import annotations

import re
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import Self
from urllib.parse import urljoin, urlsplit

import requests
from django.conf import settings
from django.utils.translation import gettext as _t
from requests.adapters import HTTPAdapter
from requests_hardened import Config, Manager
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from claims.ingest import clean
from claims.models import Refused

LARGEST = 25 * 1024 * 1024
MOST_REDIRECTS = 5
PORTS = frozenset({80, 443})
SECONDS_TO_CONNECT, SECONDS_TO_READ = 5, 20
TYPES = (
    "text/",
    "image/",
    "application/pdf",
    "application/xhtml+xml",
    "application/json",
    "application/xml",
    "application/vnd.",
    "application/msword",
    "application/zip",
    "application/octet-stream",
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TITLE = re.compile(r"<title[^>]*>(?P<title>.*?)</title", re.I | re.S)
# Words of a page that is a wall and not the source; one that says so saves a wrong quote.
_WALLS = (
    "accept all cookies",
    "enable javascript",
    "sign in to continue",
    "log in to continue",
    "subscribe to continue",
    "are you a robot",
    "captcha",
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave: the bytes, the address they came from, its word for their type."""

    content: bytes
    url: str
    content_type: str

    @property
    def title(self) -> str:
        """What the page calls itself; empty for what is no page."""
        found = _TITLE.search(self.content[:200_000].decode("utf-8", "ignore"))
        return " ".join(clean(unescape(found["title"])).split())[:300] if found else ""

    @property
    def looks_like_a_wall(self) -> bool:
        """A cookie notice, a login or a robot check in place of the page."""
        text = self.content[:200_000].decode("utf-8", "ignore").lower()
        return len(text) < 20_000 and any(words in text for words in _WALLS)


def _manager(*, allow_loopback: bool = False) -> Manager:
    return Manager(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=allow_loopback,
            never_redirect=False,
            default_timeout=(SECONDS_TO_CONNECT, SECONDS_TO_READ),
            user_agent_override="Claimdesk (fact-checking; stores what is cited)",
        )
    )


class _Deadline:
    """Ends connections when the time for all of them is over, whatever they wait for.

    A timeout alone counts anew with every byte.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
        with self._lock:
            for connected in self._sockets:
                connected.close()
            self._sockets.clear()

    def watch(self, session: requests.Session) -> None:
        """Have every connection of the session end in time."""

        def watched(connected: socket.socket) -> socket.socket:
            with self._lock:
                self._sockets.append(connected.dup())  # the other may be wrapped in TLS
            if self.over:
                self._end()
            return connected

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return watched(super()._new_conn())

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return watched(super()._new_conn())

        pools = {
            "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain}),
            "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": Secure}),
        }
        for adapter in session.adapters.values():
            assert isinstance(adapter, HTTPAdapter)
            adapter.poolmanager.pool_classes_by_scheme = pools

    def _end(self) -> None:
        self.over = True
        with self._lock:
            for connected in self._sockets:
                with suppress(OSError):  # it has ended by itself
                    connected.shutdown(socket.SHUT_RDWR)


def fetch(url: str, *, allow_loopback: bool = False, ports: frozenset[int] = PORTS) -> Fetched:
    """The bytes at a public web address.

    ``allow_loopback`` and ``ports`` are for tests against a server of their own.

    Raises:
        Refused: with a sentence that says why, for anything but a plain answer in time.
    """
    seconds = settings.FETCH_SECONDS
    with (
        _Deadline(seconds) as deadline,
        _manager(allow_loopback=allow_loopback).get_session() as session,
    ):
        deadline.watch(session)
        try:
            fetched = _follow(session, url, ports)
        except Refused:
            if not deadline.over:
                raise
        if deadline.over:  # an answer that was cut off may look whole
            raise Refused(
                _t("“%(url)s” took more than %(seconds)g seconds; upload a file instead.")
                % {"url": url, "seconds": seconds}
            )
    return fetched


def _follow(session: requests.Session, url: str, ports: frozenset[int]) -> Fetched:
    """What the address and those it redirects to give at last."""
    for _step in range(MOST_REDIRECTS + 1):
        _require_public(url, ports)
        try:
            answer = session.request("GET", url, stream=True, allow_redirects=False)
            if answer.status_code not in _REDIRECTS:
                return Fetched(_body(answer), url, _type(answer))
        except InvalidIPAddress as error:
            raise Refused(
                _t("“%s” leads to an address inside a network, which is never fetched.") % url
            ) from error
        except (requests.RequestException, OSError, ValueError) as error:
            raise Refused(_t("“%s” could not be reached; upload a file instead.") % url) from error
        url = urljoin(url, answer.headers.get("Location", ""))
    raise Refused(_t("The address redirects more than %d times.") % MOST_REDIRECTS)


def _require_public(url: str, ports: frozenset[int]) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Refused(_t("“%s” is no web address.") % url) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Refused(_t("Only http and https addresses are fetched, not “%s”.") % url)
    if port not in ports:
        raise Refused(_t("Port %d is never fetched.") % port)
    if parts.username or parts.password:
        raise Refused(_t("An address with a user name in it is never fetched."))


def _type(answer: requests.Response) -> str:
    return answer.headers.get("Content-Type", "application/octet-stream").split(";")[0].strip()


def _body(answer: requests.Response) -> bytes:
    """The answer's bytes, read only as far as they may go."""
    if answer.status_code != 200:
        raise Refused(_t("The server answered %d; nothing was stored.") % answer.status_code)
    if not _type(answer).lower().startswith(TYPES):
        raise Refused(_t("“%s” is no kind of file that is stored.") % _type(answer))
    too_large = _t("The answer has more than %d MB; upload the part that matters.") % (
        LARGEST // 1024 // 1024
    )
    if int(answer.headers.get("Content-Length") or 0) > LARGEST:
        raise Refused(too_large)
    body = bytearray()
    for chunk in answer.iter_content(64 * 1024):
        body += chunk
        if len(body) > LARGEST:
            answer.close()
            raise Refused(too_large)
    return bytes(body)
