"""When somebody was last here: kept in their session, so that looking writes no row of the desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

# Whoever comes back after longer than this has been away.
AWAY = timedelta(minutes=30)
KEY = "visit"


def begin_visit(session: Any, last_login: datetime | None) -> None:
    """Somebody logs in: they were here last when they did so before."""
    if last_login:
        session[KEY] = {"since": last_login.isoformat(), "at": timezone.now().isoformat()}


def last_here(session: Any) -> datetime | None:
    """The beginning of the visit before this one; written down at most once in :data:`AWAY`."""
    now = timezone.now()
    kept = session.get(KEY) or {}
    at = _read(kept.get("at"))
    if at is None or not timedelta(0) <= now - at < AWAY:
        kept = {"since": kept.get("at"), "at": now.isoformat()}
        session[KEY] = kept
    return _read(kept["since"])


def _read(moment: Any) -> datetime | None:
    return parse_datetime(moment) if isinstance(moment, str) else None
