"""Two claims that are one, and one that is two: merging, taking apart, splitting off.

A merge moves the mentions and changes nothing about them: ``original_claim`` says where
each came from, so that every merge can be taken apart again, whatever was imported
meanwhile. Nobody is merged in chains. What a claim has from its mentions is worked out
again by :mod:`claims.queue.merging`, through which pages merge and split.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.figures import differing
from claims.labels import compact

from .checking import UNDER_CHECK
from .events import Event, EventMember
from .guarding import Refused, merged_meanwhile, objections, require
from .mentions import Mention, Quantity
from .moves import Move, log_moves
from .transactions import atomic_with_retry, locked, one_import_at_a_time

if TYPE_CHECKING:
    from .claims import Claim
    from .users import User

MERGERS_ONLY = _("Only fact-checkers and editors merge and split claims.")
MERGED = "merged"
# What was picked stays picked, and what is new brings back what had been set aside.
LIFTED = {("queued", "new"), ("queued", "set_aside"), ("new", "set_aside")}
MOST_FIGURES = 200
_OF_A_FIGURE = ("kind", "low", "high", "least", "most", "modifier", "unit", "currency", "change")


class DifferentFigures(Refused):
    """The two state different figures, and nobody has said that they are one all the same."""

    def __init__(self, figures: Sequence[str]) -> None:
        super().__init__(
            _t("Their figures differ: %s. Tick that they are one claim all the same.")
            % "; ".join(figures)
        )
        self.figures = figures


class Merging(models.Model):
    """What a claim can become one with, and be parted from. Mixed into Claim."""

    if TYPE_CHECKING:
        pk: int
        state: str
        merged_into: Claim | None
        merged_into_id: int | None

    class Meta:
        abstract = True

    @property
    def survivor(self) -> Claim:
        """The claim that this one was merged into, else itself."""
        return self.merged_into or self  # type: ignore[return-value]

    @atomic_with_retry
    def merge_into(self, by: User, into: Claim, *, different_figures_agreed: bool = False) -> Event:
        """Say that this claim is the other: its mentions are the other's from now on.

        Raises:
            Refused: without the permission, into itself, or see :func:`why_not_merge`.
            DifferentFigures: their figures differ, and that is not agreed to.
        """
        require(by, "claims.triage_claim", MERGERS_ONLY)
        rows = _held([self.pk, into.pk])
        gone, stays = rows[self.pk], rows[into.pk]
        if why := why_not_merge(gone, stays):
            raise Refused(why)
        differ = figures_that_differ(gone, stays)
        if differ and not different_figures_agreed:
            raise DifferentFigures(differ)
        event = Event.objects.create(
            kind=Event.Kind.MERGED,
            actor=by,
            payload={"into": stays.pk, **({"figures": differ} if differ else {})}
            | _to_take_apart(gone),
        )
        return _join(gone, stays, event)

    @atomic_with_retry
    def unmerge(self, by: User) -> Event:
        """Take a merged claim apart again: what came from it goes back, and it stands as before.

        Raises:
            Refused: without the permission, not merged, or nothing is left that came from it.
        """
        require(by, "claims.triage_claim", MERGERS_ONLY)
        one_import_at_a_time()
        shown = type(self)._default_manager.get(pk=self.pk)
        if shown.merged_into_id is None:
            raise Refused(_t("This claim is merged into no other."))
        _held([shown.merged_into_id])
        event = Event.objects.create(
            kind=Event.Kind.SPLIT, actor=by, payload={"from": shown.merged_into_id}
        )
        return take_apart(self.pk, event)

    @atomic_with_retry
    def split(self, by: User, mentions: Collection[int]) -> tuple[Event, int]:
        """Make these mentions a claim of their own; those that have moved on stay where they are.

        Where they are all that came from one merged claim, that claim is taken apart again.
        Else the new claim has a fingerprint that no text gives: what is imported later with
        the same words comes to the claim that it was split from.

        Returns the event, and the id of the claim that they are now.

        Raises:
            Refused: without the permission, none of them is this claim's, or all of them are.
        """
        require(by, "claims.triage_claim", MERGERS_ONLY)
        rows = _held([self.pk])
        stays = rows[self.pk]
        if why := _why_not_split(stays, by):
            raise Refused(why)
        live = list(Mention.objects.live().filter(claim=self.pk).order_by("pk"))
        off = [mention for mention in live if mention.pk in set(mentions)]
        if not off:
            raise Refused(_t("Tick the mentions that are another claim."))
        if len(off) == len(live):
            raise Refused(_t("Leave at least one mention here, or no claim would be left."))
        whole = {mention.original_claim_id for mention in off}
        rest = {mention.original_claim_id for mention in live if mention not in off}
        if len(whole) == 1 and not whole & (rest | {self.pk}):
            (original,) = whole
            if original in rows:
                event = Event.objects.create(
                    kind=Event.Kind.SPLIT, actor=by, payload={"from": self.pk}
                )
                return take_apart(original, event), original
        return _split_off(stays, off, by)


def why_not_merge(gone: Claim, stays: Claim) -> str:
    """Why the one cannot be merged into the other, as a sentence; empty where it can."""
    if gone.pk == stays.pk:
        return _t("That is this claim itself.")
    for row in (gone, stays):
        if why := merged_meanwhile(row):
            return why
    if stays.state == "dismissed":
        return _t("“%s” was dismissed; reopen it first, or merge it the other way round.") % stays
    if gone.state in UNDER_CHECK:
        return _t(
            "“%(claim)s” is being checked by %(name)s: nothing of that work may be lost. "
            "Merge it the other way round."
        ) % {"claim": gone, "name": gone.assignee}
    return objections(Event.Kind.MERGED, [gone.pk]).get(gone.pk, "")


def figures_that_differ(one: Claim, other: Claim) -> list[str]:
    """The figures of either that can mean none of the other, each pair as "112 / 115"."""
    return [
        f"{compact(mine) if mine else '–'} / {compact(theirs) if theirs else '–'}"
        for mine, theirs in differing(_figures_of(one), _figures_of(other))
    ]


def _figures_of(claim: Claim) -> list[Quantity]:
    """Its figures as its mentions state them, each once however often it is said."""
    stated = Quantity.objects.live().filter(mentions__claim=claim.pk, mentions__rejected_at=None)
    values = stated.order_by(*_OF_A_FIGURE).values(*_OF_A_FIGURE).distinct()[:MOST_FIGURES]
    return [Quantity(**row) for row in values]


def _why_not_split(claim: Claim, by: User) -> str:
    if why := merged_meanwhile(claim):
        return why
    if claim.state in UNDER_CHECK and not claim.may_edit(by):
        return _t("This is %s's claim.") % claim.assignee
    return ""


def _held(claim_ids: Collection[int]) -> dict[int, Claim]:
    """These and all that are merged into them, held against others and read anew.

    Imports wait meanwhile: a mention that one brings goes to the claim that stands then.
    """
    from .claims import Claim

    one_import_at_a_time()
    rows = locked(Claim.objects.filter(Q(pk__in=claim_ids) | Q(merged_into__in=claim_ids)))
    return {row.pk: row for row in rows.select_related("merged_into", "assignee")}


def _followers(gone: Claim) -> list[int]:
    return list(gone.merged.order_by("pk").values_list("pk", flat=True))


def _to_take_apart(gone: Claim) -> dict[str, list[int]]:
    """What tells, beside the mentions' originals, what belongs to a claim: for the way back."""
    along = _followers(gone)
    others = Mention.objects.filter(claim=gone.pk).exclude(original_claim__in=[gone.pk, *along])
    told = {"along": along, "mentions": list(others.values_list("pk", flat=True))}
    return {name: ids for name, ids in told.items() if ids}


def _join(gone: Claim, stays: Claim, event: Event) -> Event:
    """Move the mentions and all that was merged before, and write it down."""
    rows = type(gone)._default_manager
    along = _followers(gone)
    before, state = stays.state, stays.state
    if (gone.state, stays.state) in LIFTED:
        state = gone.state
        rows.filter(pk=stays.pk).update(state=state)
    Mention.objects.filter(claim=gone.pk).update(claim=stays.pk)
    # The followers first: at no moment is one merged into a merged one.
    rows.filter(pk__in=along).update(merged_into=stays.pk)
    rows.filter(pk=gone.pk).update(merged_into=stays.pk, state=MERGED, dismissal="")
    log_moves(
        event,
        [
            Move(gone.pk, gone.state, MERGED, gone.dismissal),
            Move(stays.pk, before, state),
            *(Move(pk, MERGED, MERGED) for pk in along),
        ],
    )
    return event


def take_apart(claim_id: int, event: Event) -> Event:
    """Give a merged claim back what came from it, and the state that it had; log on the event.

    Raises:
        Refused: it is merged no more, or nothing came from it.
    """
    from .claims import Claim

    into = Claim.objects.filter(merged=claim_id).values_list("pk", flat=True).first()
    if into is None:
        raise Refused(_t("This claim is merged into no other."))
    rows = _held([into])
    gone, stays = rows[claim_id], rows[into]
    merge = (
        EventMember.objects.moves()
        .filter(claim=claim_id, after=MERGED)
        .select_related("event")
        .order_by("-pk")[0]
    )
    along = [pk for pk in merge.event.payload.get("along", ()) if pk in rows]
    own = Q(original_claim__in=[claim_id, *along])
    own |= Q(pk__in=merge.event.payload.get("mentions", ()))
    back = Mention.objects.filter(own, claim=into)
    if not back.filter(rejected_at=None).exists():
        raise Refused(_t("Nothing is left in “%s” that came from this claim.") % stays)
    ids = list(back.values_list("pk", flat=True))
    moves = [Move(gone.pk, MERGED, merge.before), _back_to(stays, merge)]
    Claim.objects.filter(pk=gone.pk).update(
        merged_into=None, state=merge.before, dismissal=merge.dismissal
    )
    Claim.objects.filter(pk=stays.pk).update(state=moves[1].after)
    Claim.objects.filter(pk__in=along).update(merged_into=gone.pk)
    Mention.objects.filter(pk__in=ids).update(claim=gone.pk)
    log_moves(event, [*moves, *(Move(pk, MERGED, MERGED) for pk in along)])
    return event


def _back_to(stays: Claim, merge: EventMember) -> Move:
    """The state that the merge lifted it from, if nothing has moved it since."""
    lifted = merge.event.members.filter(claim=stays.pk).first()
    later = EventMember.objects.moves().filter(claim=stays.pk, event__gt=merge.event_id)
    if lifted is None or stays.state != lifted.after or later.exists():
        return Move(stays.pk, stays.state, stays.state)
    return Move(stays.pk, stays.state, lifted.before)


def _split_off(stays: Claim, off: Sequence[Mention], by: User) -> tuple[Event, int]:
    """A claim of its own for the mentions, as the claim they came from describes itself."""
    from .claims import Claim

    source = off[0].original_claim
    state = {"checking": "queued", "on_hold": "queued"}.get(stays.state, stays.state)
    new = Claim.objects.create(
        wording=off[0].wording or stays.wording,
        state="new" if state in {"checked", "dismissed"} else state,
        fingerprint=f"split-{uuid4().hex}",
        published_on=stays.published_on,
        sorted_on=stays.sorted_on,
        **{name: getattr(source, name) for name in _DESCRIBED},
    )
    new.speakers.set(source.speakers.all())
    originals: dict[str, list[int]] = defaultdict(list)
    for mention in off:
        originals[str(mention.original_claim_id)].append(mention.pk)
    Mention.objects.filter(pk__in=[mention.pk for mention in off]).update(
        claim=new.pk, original_claim=new.pk
    )
    event = Event.objects.create(
        kind=Event.Kind.SPLIT, actor=by, payload={"from": stays.pk, "originals": originals}
    )
    log_moves(event, [Move(new.pk, new.state, new.state), Move(stays.pk, stays.state, stays.state)])
    return event, new.pk


_DESCRIBED = (
    "is_numeric",
    "is_attributed",
    "is_absolute",
    "speaker_label",
    "via_label",
    "period_from",
    "period_to",
    "checks",
)


def undo_merging(event: Event, undone: Event) -> Event:
    """Take back a merge, a taking apart or a split; written down on ``undone``.

    Raises:
        Refused: what it left has moved on since.
    """
    if event.kind == Event.Kind.MERGED:
        gone = event.members.moves().get(after=MERGED).claim_id
        _require_unmoved(gone, event)
        return take_apart(gone, undone)
    into = event.payload["from"]
    gone = _parted(event.members.all(), into)
    _require_unmoved(gone, event)
    return _put_back(gone, into, event, undone)


def _require_unmoved(claim_id: int, event: Event) -> None:
    later = EventMember.objects.moves().filter(claim=claim_id, event__gt=event.pk)
    if later.exists():
        raise Refused(_t("Someone has moved these claims on since; nothing was undone."))


def _put_back(gone_id: int, into: int, event: Event, undone: Event) -> Event:
    """Merge again what had been parted, with the originals that its mentions had before."""
    rows = _held([gone_id, into])
    gone, stays = rows[gone_id], rows[into]
    if why := why_not_merge(gone, stays):
        raise Refused(why)
    for original, ids in event.payload.get("originals", {}).items():
        Mention.objects.filter(pk__in=ids, claim=gone_id).update(original_claim=int(original))
    return _join(gone, stays, undone)


def _parted(members: Iterable[EventMember], stays: int) -> int:
    """Of the claims of a parting the one that stands alone since: the others follow it."""
    others = [member for member in members if member.claim_id != stays]
    return next(
        (member.claim_id for member in others if member.after != MERGED), others[0].claim_id
    )
