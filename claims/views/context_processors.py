"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from claims.models import Notice

MOST_COUNTED = 99


def newsroom(_request: HttpRequest) -> dict[str, str]:
    """The newsroom's name, for the masthead and titles."""
    return {"newsroom_name": settings.NEWSROOM_NAME}


def notices(request: HttpRequest) -> dict[str, Any]:
    """How many notices somebody has not read, counted where a page shows it."""
    return {"unread_notices": SimpleLazyObject(lambda: _unread(request.user))}


def _unread(user: Any) -> int:
    """No further than one past :data:`MOST_COUNTED`."""
    if not user.is_authenticated:
        return 0
    return Notice.objects.unread().filter(recipient=user).order_by()[: MOST_COUNTED + 1].count()
