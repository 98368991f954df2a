"""Fetching: every refusal, proved without a byte leaving this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pytest_django import Settings

from claims.models import Refused
from verification.evidence import fetching
from verification.evidence.fetching import fetch

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<html><p>112 drones</p></html>"),
    "/wall": (200, {"Content-Type": "text/html"}, b"<html>Accept all cookies to go on</html>"),
    "/to-page": (302, {"Location": "/page"}, b""),
    "/to-metadata": (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-private": (301, {"Location": "http://10.0.0.1/"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/video": (200, {"Content-Type": "video/mp4"}, b"0000"),
    "/gone": (404, {"Content-Type": "text/html"}, b"gone"),
    "/says-1-gb": (200, {"Content-Type": "text/plain", "Content-Length": str(2**30)}, b""),
}


hung_up = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/endless":
            self._endless()
            return
        if self.path.startswith("/drip"):
            self._drip(self.path.removeprefix("/drip-"))
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _endless(self) -> None:
        """More than may be, without a length that would say so."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        chunk = b"x" * 2**20
        try:
            for _ in range(2 * fetching.LARGEST // len(chunk)):
                self.wfile.write(chunk)
        except OSError:
            pass  # the reader hung up, as it should

    def _drip(self, what: str) -> None:
        """A byte now and then, in the body or before it, for as long as anybody listens."""
        status = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"
        try:
            self.wfile.write(status + (b"\r\n" if what == "body" else b""))
            while True:
                self.wfile.write(b"x: y\r\n" if what == "headers" else b"x")
                time.sleep(0.05)
        except OSError:
            hung_up.set()

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


@pytest.fixture(autouse=True)
def nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection beyond loopback fails the test."""
    connect = socket.socket.connect

    def connect_nearby(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] in {"127.0.0.1", "::1"}, f"a connection to {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_nearby)


def get(url: str) -> fetching.Fetched:
    """Fetch from the test's server, as if its loopback address were a public one."""
    port = int(url.split(":")[2].split("/")[0])
    return fetch(url, allow_loopback=True, ports=fetching.PORTS | {port})


def test_a_page_is_fetched_also_behind_a_redirect(server: str) -> None:
    for path in ("/page", "/to-page"):
        fetched = get(server + path)
        assert fetched.content == ANSWERS["/page"][2]
        assert fetched.url == server + "/page"
        assert not fetched.looks_like_a_wall


def test_a_wall_says_so(server: str) -> None:
    assert get(server + "/wall").looks_like_a_wall


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/to-metadata", "inside a network"),
        ("/to-private", "inside a network"),
        ("/to-file", "Only http"),
        ("/loop", "redirects more"),
        ("/video", "no kind of file"),
        ("/gone", "404"),
        ("/says-1-gb", "more than 25 MB"),
        ("/endless", "more than 25 MB"),
    ],
)
def test_it_refuses(server: str, path: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        get(server + path)


@pytest.mark.parametrize("what", ["body", "headers", "name"])
def test_a_server_that_drips_is_given_up(server: str, settings: Settings, what: str) -> None:
    settings.FETCH_SECONDS = 0.4
    hung_up.clear()
    began = time.monotonic()
    with pytest.raises(Refused, match=r"took more than 0\.4 seconds"):
        get(f"{server}/drip-{what}")
    assert time.monotonic() - began < 2
    assert hung_up.wait(5)  # nothing goes on behind the answer


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://172.16.0.1/",
        "http://100.64.0.1/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
    ],
)
def test_no_address_inside_is_ever_fetched(url: str) -> None:
    with pytest.raises(Refused, match=r"inside a network|could not be reached"):
        fetch(url)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "Only http"),
        ("ftp://a.example/x", "Only http"),
        ("gopher://a.example/", "Only http"),
        ("javascript:alert(1)", "Only http"),
        ("", "Only http"),
        ("http://", "Only http"),
        ("http://a.example:22/", "Port 22"),
        ("http://a.example:8000/", "Port 8000"),
        ("http://user:word@a.example/", "user name"),
        ("http://a.example:99999/", "no web address"),
    ],
)
def test_no_other_scheme_port_or_form(url: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        fetch(url)
