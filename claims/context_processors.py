"""What every page knows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def newsroom(_request: HttpRequest) -> dict[str, str]:
    """The newsroom's name, for the masthead and titles."""
    return {"newsroom_name": settings.NEWSROOM_NAME}
