"""System checks: what an installation must have before it may serve."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured


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
