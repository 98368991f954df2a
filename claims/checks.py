"""System checks: what an installation must have before it may serve."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured

from claims.views.senders import SOCKET, read_proxy

SHORTEST_SECRET = 24  # as Standard Webhooks ask


@register(Tags.security)
def check_secret_key(**_kwargs: Any) -> list[CheckMessage]:
    """Without a secret key, sessions and password links could be forged."""
    try:
        settings.SECRET_KEY  # noqa: B018 - reading an empty one raises
    except ImproperlyConfigured:
        return [
            Error(
                "There is no SECRET_KEY.",
                hint="Set it in the environment or in .env to 50 random characters or more; "
                "`make demo` writes a .env with one.",
                id="claims.E001",
            )
        ]
    return []


@register(Tags.security)
def check_proxies(**_kwargs: Any) -> list[CheckMessage]:
    """What is no address is trusted by nobody, and whoever wrote it thinks that it is."""
    return [
        Error(
            f"TRUSTED_PROXIES: “{proxy}” is no address and no network.",
            hint=f"“127.0.0.1”, “10.0.0.0/8”, or “{SOCKET}” for a Unix socket.",
            id="claims.E002",
        )
        for proxy in settings.TRUSTED_PROXIES
        if proxy != SOCKET and read_proxy(proxy) is None
    ]


@register(Tags.security, deploy=True)
def check_that_a_proxy_is_known(**_kwargs: Any) -> list[CheckMessage]:
    """A site stands behind a proxy that speaks HTTPS: unnamed, it is everybody's address."""
    if settings.TRUSTED_PROXIES:
        return []
    return [
        Warning(
            "TRUSTED_PROXIES is empty: behind a proxy all people have its address.",
            hint="Name the proxy's address; else one who fails to log in keeps all waiting.",
            id="claims.W001",
        )
    ]


@register(Tags.security)
def check_webhook(**_kwargs: Any) -> list[CheckMessage]:
    """A message that is not signed, or leads nowhere, would be tried in vain for hours."""
    if not settings.WEBHOOK_URL:
        return []
    if not settings.WEBHOOK_URL.startswith(("http://", "https://")):
        return [Error("WEBHOOK_URL is no web address.", id="claims.E003")]
    try:
        secret = b64decode(settings.WEBHOOK_SECRET.removeprefix("whsec_"), validate=True)
    except ValueError:
        secret = b""
    if len(secret) >= SHORTEST_SECRET:
        return []
    return [
        Error(
            f"WEBHOOK_SECRET is not {SHORTEST_SECRET} bytes or more in base64.",
            hint="`openssl rand -base64 32` makes one; put “whsec_” before it.",
            id="claims.E004",
        )
    ]
