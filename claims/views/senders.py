"""Who sends a request: the client's address, taken from a header only where a proxy is trusted."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# What REMOTE_ADDR is behind a Unix socket: nothing, or "unix:".
SOCKET = "unix"
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def client_address(request: HttpRequest) -> str:
    """The client's address; of IPv6 the network of 64 bits that one household or office has.

    The peer's own address counts, unless it is one of TRUSTED_PROXIES: then the nearest
    address of X-Forwarded-For that is none of them. What stands further left there is
    whatever the client wrote.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for hop in reversed(hops):
        if not _is_trusted(peer) or _read(hop) is None:
            break
        peer = hop.strip()
    address = _read(peer)
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, 64), strict=False).network_address)
    return str(address or "0.0.0.0")  # noqa: S104 - an address that is nobody's


def sender(request: HttpRequest) -> str:
    """A hash of the client's address that tells senders apart, and says nobody's address."""
    return salted_hmac(
        "claims.views.senders", client_address(request), algorithm="sha256"
    ).hexdigest()


def _is_trusted(peer: str) -> bool:
    proxies = _networks(tuple(settings.TRUSTED_PROXIES))
    address = _read(peer)
    if address is None:
        return SOCKET in settings.TRUSTED_PROXIES and peer in {"", f"{SOCKET}:"}
    return any(address in network for network in proxies)


@lru_cache(maxsize=8)
def _networks(proxies: tuple[str, ...]) -> list[Network]:
    return [network for proxy in proxies if (network := read_proxy(proxy))]


def read_proxy(proxy: str) -> Network | None:
    """The addresses that an entry of TRUSTED_PROXIES names; None for "unix", and for none."""
    try:
        return ip_network(proxy.strip(), strict=False)
    except ValueError:
        return None


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
