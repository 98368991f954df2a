"""Filters for the desk's pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _t

from claims import labels
from claims.matching import is_far_off
from claims.models import Claim
from claims.queue import COUNT_CAP

register = template.Library()
register.filter("compact", labels.compact)
register.filter("normalised", labels.normalised)
register.filter("event_words", labels.event_words)
register.filter("notice_words", labels.notice_words)
register.filter("finding_words", labels.finding_words)

DAYS_IN_MONTHS = 60
DAYS_IN_YEARS = 730
LANES = 3


@register.filter
def reason(part: Mapping[str, Any]) -> str:
    """A part of a claim's priority in words: "named speaker: Ada Reed"."""
    return labels.reason_in_words(part["reason"], part["value"])


@register.filter
def back_words(event: Any) -> str:
    """Why the event brought a claim back into the queue."""
    outlet = event.article and event.article.outlet
    return labels.back_words(
        event.payload.get("why", ""), event.payload.get("name") or str(outlet or "")
    )


@register.filter
def brief_reason(part: Mapping[str, Any]) -> str:
    """The same in a row: "named speaker", whose name stands beside it."""
    return labels.brief_reason(part["reason"], part["value"])


@register.filter
def period(holds: Any) -> str:
    """The days for which a claim or figure holds: "2024", "5 Sep 2025"; "" for none."""
    return labels.period(holds.period_from, holds.period_to)


@register.filter
def apart(linked: Any) -> str:
    """How far the figure of a linked claim is from this one's: "+3, +2.7 %"."""
    return labels.apart(linked.difference, linked.percent, linked.unit)


@register.filter
def age(when: date | datetime | None) -> str:
    """How long ago, in one short word: "now", "5 min", "3 h", "2 d", "4 mo", "3 y"; "" for none."""
    if when is None:
        return ""
    if isinstance(when, datetime):
        passed = timezone.now() - when
        if timedelta(0) <= passed < timedelta(days=2):
            return _hours(passed)
        when = timezone.localtime(when).date()
    return _days((timezone.localdate() - when).days)


def _hours(passed: timedelta) -> str:
    minutes = int(passed.total_seconds()) // 60
    if minutes == 0:
        return _t("now")
    if minutes < 60:
        return _t("%(number)s min") % {"number": minutes}
    return _t("%(number)s h") % {"number": minutes // 60}


def _days(days: int) -> str:
    if days == 0:
        return _t("today")
    if days < 0:
        return _t("in %(number)s d") % {"number": -days}
    if days < DAYS_IN_MONTHS:
        return _t("%(number)s d") % {"number": days}
    if days < DAYS_IN_YEARS:
        return _t("%(number)s mo") % {"number": days // 30}
    return _t("%(number)s y") % {"number": days // 365}


@register.filter
def is_late(claim: Claim) -> bool:
    """Was it to be done before today, and is not?"""
    due = claim.due_on if claim.is_under_check else None
    return due is not None and due < timezone.localdate()


@register.filter
def capped(count: int) -> str:
    """A count as it is shown: "1,000+" for one that was cut off."""
    return f"{COUNT_CAP:,}+" if count > COUNT_CAP else f"{count:,}"


@register.filter
def signed(points: int) -> str:
    """Points with their sign: "+25", "−10"."""
    return f"+{points}" if points > 0 else f"{labels.MINUS}{-points}"


@register.filter
def lane(number: int) -> int:
    """Which of the margin's three columns: marks of one line must not cover each other."""
    return number % LANES


@register.simple_tag
def far_off(holds: Any, claim: Claim, mentions: Iterable[Any] | None) -> bool:
    """Is its period far from the claim's articles, though none of them writes the year?"""
    text = " ".join(mention.raw for mention in mentions or ())
    return is_far_off(holds.period_from, holds.period_to, claim.published_on, text)
