"""Taking a deed back: one's own triage, merges and splits, and what the machine set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _t

from claims.models import (
    FINDING_STATES,
    LINK_STATES,
    MATCH_STATES,
    OF_STORIES,
    TRIAGERS_ONLY,
    UNDOABLE,
    Claim,
    Event,
    EventMember,
    Move,
    Refused,
    atomic_with_retry,
    lock,
    locked,
    log_moves,
    objections,
    one_import_at_a_time,
    require,
    take_back,
    take_finding_back,
    take_link_back,
    take_match_back,
    take_story_back,
    undo_merging,
)

from .refreshing import refresh

if TYPE_CHECKING:
    from claims.models import User

# What people said of a link, a finding or a published check, and how that is taken back.
_DECISIONS = {
    **dict.fromkeys(LINK_STATES, take_link_back),
    **dict.fromkeys(FINDING_STATES, take_finding_back),
    **dict.fromkeys(MATCH_STATES, take_match_back),
}


@atomic_with_retry
def undo(event: Event, by: User) -> tuple[Event, int]:
    """Take one's own deed back, or the machine's; says also how many claims have moved on since.

    Raises:
        Refused: someone else's deed, undone already, or everything has moved on.
    """
    event = locked(Event.objects.filter(pk=event.pk)).get()
    _require_undoable(event, by)
    if Event.objects.filter(undoes=event).exists():
        raise Refused(_t("That has been undone already."))
    if regroups := event.kind in {Event.Kind.MERGED, Event.Kind.SPLIT}:
        one_import_at_a_time()
    # Held first: events of a claim are numbered in the order in which they happened.
    lock(Claim.objects.filter(pk__in=event.members.values("claim")))
    undone = Event.objects.create(
        kind=Event.Kind.UNDONE, actor=by, article=event.article, story=event.story, undoes=event
    )
    if event.story and event.kind in OF_STORIES:
        moved_on = _move_back(event, undone) if event.members.exists() else 0
        take_story_back(event)
        return undone, moved_on
    if take_decision_back := _DECISIONS.get(event.kind):
        take_decision_back(event, undone)
        refresh(list(undone.members.values_list("claim", flat=True)))
        return undone, 0
    if event.speaker_changes.exists():
        take_back(event, undone)
        return undone, 0
    if regroups:
        undo_merging(event, undone)
        refresh(list(undone.members.values_list("claim", flat=True)))
        return undone, 0
    return undone, _move_back(event, undone)


def _require_undoable(event: Event, by: User) -> None:
    if event.actor_id is None and event.kind == Event.Kind.SET_ASIDE:
        require(by, "claims.assign_claim", _t("Only editors undo what the machine set aside."))
    elif event.kind not in UNDOABLE or event.actor_id != by.pk:
        raise Refused(_t("You can undo only what you did yourself."))
    require(by, "claims.triage_claim", TRIAGERS_ONLY)


def _move_back(event: Event, undone: Event) -> int:
    """Move the claims that stand as the event left them; how many do not."""
    moves = _moves_that_stand(event)
    if not moves and event.kind not in OF_STORIES:
        raise Refused(_t("Someone has moved these claims on since; nothing was undone."))
    for state, dismissal in {(move.after, move.dismissal) for move in moves}:
        back = [m.claim for m in moves if (m.after, m.dismissal) == (state, dismissal)]
        # Where they wait again they do so from now on, or age would take them at once.
        Claim.objects.filter(pk__in=back).update(
            state=state, dismissal=dismissal, waits_since=timezone.now()
        )
    log_moves(undone, moves)
    return event.members.count() - len(moves)


def _moves_that_stand(event: Event) -> list[Move]:
    """The ways back for the event's claims that nothing has touched since."""
    touched = Claim.objects.filter(pk__in=event.members.values("claim"))
    now = dict(locked(touched).values_list("pk", "state"))
    later = EventMember.objects.moves().filter(claim=OuterRef("claim"), event__gt=event.pk)
    kept = objections(Event.Kind.UNDONE, now)
    return [
        Move(member.claim_id, member.after, member.before, member.dismissal)
        for member in event.members.filter(~Exists(later))
        if now[member.claim_id] == member.after and member.claim_id not in kept
    ]
