"""Taking corrections back: the row as it was, and its claims where they stood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _t

from claims import queue
from claims.models import (
    MENDING,
    Attribution,
    DateReference,
    Event,
    EventMember,
    Mention,
    Quantity,
    Refused,
    User,
    atomic_with_retry,
    log_moves,
)

from .changing import Row, begin, follow_up, mentions_of, named, put_back, what_stands
from .settling import Back, Settled, Standing, settle

_MODELS: dict[str, type[Row]] = {
    "mention": Mention,
    "figure": Quantity,
    "attribution": Attribution,
    "date": DateReference,
}


def undo(event: Event, by: User) -> tuple[Event, int]:
    """Take one's own deed back, of whatever kind; how many claims have moved on since.

    Raises:
        Refused: someone else's deed, undone already, or everything has moved on.
    """
    if event.kind not in MENDING:
        return queue.undo(event, by)
    return _take_back(event, by), 0


@atomic_with_retry
def _take_back(event: Event, by: User) -> Event:
    if event.actor_id != by.pk:
        raise Refused(_t("You can undo only what you did yourself."))
    begin(by)
    if Event.objects.filter(undoes=event).exists():
        raise Refused(_t("That has been undone already."))
    row: Any = _MODELS[event.payload["what"]].objects.get(pk=event.payload["id"])
    if what_stands(row) != event.payload["after"]:
        raise Refused(_t("Somebody has corrected this again since; nothing was undone."))
    settled = _unmark(row, by) if event.kind == Event.Kind.MARKED else _restore(row, event, by)
    payload = {**named(row), "before": event.payload["after"], "after": what_stands(row)}
    undone = Event.objects.create(kind=Event.Kind.UNDONE, actor=by, undoes=event, payload=payload)
    log_moves(undone, settled.moves)
    follow_up(row.article_id, settled)
    return undone


def _unmark(mention: Mention, by: User) -> Settled:
    """What was marked is no mention after all, and what was marked with it is nothing."""
    mention.reject(by)
    _reject_idle([*mention.quantities.live(), *mention.attributions.live()], by)
    return settle([mention], {})


def _reject_idle(rows: Iterable[Any], by: User) -> None:
    for row in rows:
        if row.marked_by_id and not row.mentions.live().exists():
            row.reject(by)


def _restore(row: Any, event: Event, by: User) -> Settled:
    added = list(row.attributions.all()) if isinstance(row, Mention) else []
    put_back(row, event.payload["before"])
    _reject_idle(added, by)
    mentions = mentions_of(row)
    for mention in mentions:
        mention.wording = event.payload["wordings"].get(str(mention.pk), mention.wording)
        mention.claim = mention.claim.merged_into or mention.claim
        mention.save(update_fields=["wording", "claim"])
    settled = settle(
        mentions,
        {mention.pk: mention.original_claim.fingerprint for mention in mentions},
        Back(_standing_before(event), event.payload["origins"]),
    )
    if settled.same_as:
        raise Refused(_t("A check has begun on that claim since; nothing was undone."))
    return settled


def _standing_before(event: Event) -> dict[int, Standing]:
    """Of the claims that the deed moved and nobody has moved since, how they stood."""
    moved = event.members.moves().select_related("claim")
    return {
        member.claim_id: (member.before, member.dismissal)
        for member in moved
        if member.claim.state == member.after
        and not EventMember.objects.moves()
        .filter(claim=member.claim_id, event__gt=event.pk)
        .exists()
    }
