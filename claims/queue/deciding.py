"""What people say of links and findings, as a page does it: the deed, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.models import ClaimLink, Event, Finding, atomic_with_retry

from .refreshing import refresh

if TYPE_CHECKING:
    from claims.models import User


@atomic_with_retry
def confirm_link(link: ClaimLink, by: User) -> Event:
    """Say that the two stand to each other so; see :meth:`ClaimLink.confirm`."""
    return _followed(link.confirm(by))


@atomic_with_retry
def reject_link(link: ClaimLink, by: User) -> Event:
    """Say that they do not; see :meth:`ClaimLink.reject`."""
    return _followed(link.reject(by))


@atomic_with_retry
def keep_finding(finding: Finding, by: User) -> Event:
    """Say that it does not add up indeed; see :meth:`Finding.keep`."""
    return _followed(finding.keep(by))


@atomic_with_retry
def dismiss_finding(finding: Finding, by: User, reason: str) -> Event:
    """Say why it is none; see :meth:`Finding.dismiss`."""
    return _followed(finding.dismiss(by, reason))


def _followed(event: Event) -> Event:
    """Let priority and filters follow what the event was about."""
    refresh(list(event.members.values_list("claim", flat=True)))
    return event
