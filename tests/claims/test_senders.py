"""Whose address counts: what a proxy says is believed where the settings say so."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from claims.checks import check_proxies, check_that_a_proxy_is_known
from claims.views.senders import client_address, sender

CLIENT, PROXY, OUTER = "203.0.113.7", "10.0.0.1", "198.51.100.4"


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "address"),
    [
        ([], PROXY, CLIENT, PROXY),
        ([PROXY], PROXY, CLIENT, CLIENT),
        ([PROXY], PROXY, f"8.8.8.8, {CLIENT}", CLIENT),
        ([PROXY], CLIENT, "8.8.8.8", CLIENT),
        (["10.0.0.0/8", OUTER], PROXY, f"{CLIENT}, {OUTER}, 10.9.9.9", CLIENT),
        (["10.0.0.0/8"], PROXY, "10.1.1.1", "10.1.1.1"),
        ([PROXY], PROXY, "", PROXY),
        ([PROXY], PROXY, "unknown", PROXY),
        ([PROXY], PROXY, "<script>, \x00", PROXY),
        (["unix"], "", CLIENT, CLIENT),
        ([], "", CLIENT, "0.0.0.0"),
        ([], f"::ffff:{CLIENT}", "", CLIENT),
        ([], "2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::"),
    ],
)
def test_the_address_is_the_nearest_that_is_no_trusted_proxy(
    settings: Settings, trusted: list[str], peer: str, forwarded: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = trusted
    meta = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    assert client_address(RequestFactory().get("/", **meta)) == address


def test_a_sender_is_told_apart_and_not_told() -> None:
    one, same, other = (
        sender(RequestFactory().get("/", REMOTE_ADDR=address))
        for address in (CLIENT, CLIENT, OUTER)
    )
    assert one == same != other
    assert CLIENT not in one


def test_a_proxy_that_is_none_is_told_and_trusted_by_nobody(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.1", "unix", "nginx"]
    (error,) = check_proxies()
    assert (error.id, "“nginx”" in error.msg) == ("claims.E002", True)
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=CLIENT)
    assert client_address(request) == CLIENT


def test_a_site_that_names_no_proxy_is_warned(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = []
    assert [warning.id for warning in check_that_a_proxy_is_known()] == ["claims.W001"]
