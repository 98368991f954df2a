"""What a correction does to claims: a mention stands on the claim that it states.

Where what a mention states has changed, its claim takes the new identity if all that
stands of it has changed alike and no other claim has it; else the mention goes to the
claim that has it, or to a new one. A claim on which people have begun a check is never
emptied by that: there the mention stays, and that the two say the same is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Q
from django.utils.translation import gettext as _t

from claims.models import (
    Attribution,
    Claim,
    Event,
    Mention,
    Move,
    Quantity,
    Refused,
    locked,
    objections,
)

from .identity import Identity, identity_of

State = Claim.State
# Before any check: a claim in these states may be left without a mention.
_TRIAGED = frozenset({State.NEW, State.QUEUED, State.SET_ASIDE, State.DISMISSED})
_GIVEN = ["fingerprint", "is_numeric", "is_attributed", "speaker_label", "period_from", "period_to"]
Standing = tuple[str, str]  # a state, and why dismissed


@dataclass(frozen=True, slots=True)
class Back:
    """Where something is undone: how claims stood before, and the marks of those of mentions.

    A claim that people split off has a mark that no text gives.
    """

    standing: Mapping[int, Standing] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Settled:
    """The claims that a correction touched, with their states before and after."""

    moves: list[Move] = field(default_factory=list)
    same_as: list[Claim] = field(default_factory=list)


def settle(
    mentions: Sequence[Mention],
    marks: Mapping[int, str],
    back: Back | None = None,
) -> Settled:
    """Put each mention on the claim that it states now; rejected ones leave theirs.

    ``marks`` are the fingerprints of what they stated before, ``back`` is given where
    something is undone.

    Raises:
        Refused: a mention would state nothing, or its claim's check is under way.
    """
    return _Settling(mentions, marks, back or Back()).done()


def follow_people(mentions: Iterable[Mention]) -> None:
    """New mentions with figures or speakers that people have corrected state what these say now."""
    mended = Q(touched_at__isnull=False) | Q(rejected_at__isnull=False)
    pks = [mention.pk for mention in mentions]
    figures = Quantity.objects.filter(mended, mentions__in=pks).values("mentions")
    attributions = Attribution.objects.filter(mended, mentions__in=pks).values("mentions")
    found = Mention.objects.filter(Q(pk__in=figures) | Q(pk__in=attributions), pk__in=pks)
    if new := list(found.select_related("article", "claim", "original_claim").order_by("pk")):
        settle(new, dict.fromkeys([mention.pk for mention in new], ""))
        stand = {mention.pk: mention.claim_id for mention in new}
        for mention in mentions:
            mention.claim_id = stand.get(mention.pk, mention.claim_id)


class _Settling:
    def __init__(self, mentions: Sequence[Mention], marks: Mapping[int, str], back: Back) -> None:
        self.marks, self.back = marks, back
        self.rejected = [mention for mention in mentions if mention.rejected_at]
        self.standing = [mention for mention in mentions if not mention.rejected_at]
        self.identities = {mention.pk: self._identity(mention) for mention in self.standing}
        self.with_mark = claims_with({found.fingerprint for found in self.identities.values()})
        held = {mention.claim_id for mention in mentions} | {
            claim.merged_into_id or claim.pk for claim in self.with_mark.values()
        }
        rows = locked(Claim.objects.filter(pk__in=held))
        self.claims = {claim.pk: claim for claim in rows}
        _require_unmoved(mentions)
        self.before = {pk: (row.state, row.dismissal) for pk, row in self.claims.items()}
        self.touched = {mention.claim_id for mention in mentions}
        self.settled = Settled()

    def _identity(self, mention: Mention) -> Identity:
        found = identity_of(mention)
        mark = self.back.marks.get(str(mention.pk), found.fingerprint)
        return replace(found, fingerprint=mark)

    def done(self) -> Settled:
        for claim, mark in dict.fromkeys(
            (mention.claim_id, self.identities[mention.pk].fingerprint) for mention in self.standing
        ):
            self._settle(self.claims[claim], mark)
        self._leave({mention.claim_id for mention in self.rejected})
        for pk, standing in self.back.standing.items():
            if pk in self.claims and is_stated(pk):
                move_to(self.claims[pk], *standing)
        self.settled.moves = [self._move_of(self.claims[pk]) for pk in sorted(self.touched)]
        return self.settled

    def _move_of(self, claim: Claim) -> Move:
        state, why = self.before.get(claim.pk, (claim.state, claim.dismissal))
        return Move(claim.pk, state, claim.state, why)

    def _settle(self, claim: Claim, mark: str) -> None:
        """Settle those mentions of the claim that state this now."""
        alike = [
            mention
            for mention in self.standing
            if mention.claim_id == claim.pk and self.identities[mention.pk].fingerprint == mark
        ]
        identity = self.identities[alike[0].pk]
        is_all = not self._others(claim.pk, alike)
        _require_a_kind(claim, identity)
        known = self.with_mark.get(mark)
        if all(self.marks[mention.pk] == mark for mention in alike):
            if is_all:
                give(claim, identity, claim.fingerprint)
        elif known is None and is_all:
            give(claim, identity, mark)
            self._change_origin(alike, claim, claim)
        elif known is None:
            self._change_origin(alike, *[self._new_claim(claim, alike[0], identity)] * 2)
        else:
            self._join(alike, claim, known, is_all=is_all)

    def _join(self, alike: Sequence[Mention], claim: Claim, known: Claim, *, is_all: bool) -> None:
        """Another claim states it already: theirs becomes that one, if this may be left."""
        goal = self.claims[known.merged_into_id or known.pk]
        if goal.pk != claim.pk and is_all and self._is_kept(claim):
            self.settled.same_as.append(goal)
            return
        if goal.pk != claim.pk:
            welcome(goal, self.back.standing.get(goal.pk))
            if is_all and claim.state != State.DISMISSED:
                move_to(claim, State.DISMISSED, Claim.Dismissal.DUPLICATE)
        self._change_origin(alike, known, goal)

    def _leave(self, claims: Collection[int]) -> None:
        """Of these a mention was rejected: one without any left was no claim."""
        for pk in sorted(claims):
            claim = self.claims[pk]
            if is_stated(pk) or claim.state == State.DISMISSED:
                continue
            if self._is_kept(claim):
                raise Refused(
                    _t("This is the last place that states the claim, and it is %s.")
                    % claim.get_state_display()
                    + " "
                    + _t("Its owner releases it first.")
                )
            move_to(claim, State.DISMISSED, Claim.Dismissal.NOT_A_CLAIM)

    def _is_kept(self, claim: Claim) -> bool:
        """Has a check begun, so that the claim stays where its words are?"""
        return claim.state not in _TRIAGED or bool(objections(Event.Kind.MENDED, [claim.pk]))

    def _others(self, claim_id: int, alike: Sequence[Mention]) -> bool:
        others = Mention.objects.live().filter(claim=claim_id)
        return others.exclude(pk__in=[mention.pk for mention in alike]).exists()

    def _new_claim(self, claim: Claim, mention: Mention, identity: Identity) -> Claim:
        """What the mention states now, in the state of the claim that it comes from."""
        new = Claim(
            wording=mention.wording,
            state=claim.state if claim.state in _TRIAGED - {State.DISMISSED} else State.NEW,
            is_absolute=claim.is_absolute,
            via_label=claim.via_label,
        )
        give(new, identity, identity.fingerprint)
        self.claims[new.pk] = new
        return new

    def _change_origin(self, mentions: Sequence[Mention], original: Claim, claim: Claim) -> None:
        self.touched.add(claim.pk)
        for mention in mentions:
            mention.original_claim, mention.claim = original, claim
            mention.save(update_fields=["original_claim", "claim"])


def welcome(claim: Claim, back: Standing | None = None) -> None:
    """A new mention brings back what was set aside, or had been left without one."""
    if claim.state == State.DISMISSED and not is_stated(claim.pk):
        move_to(claim, *(back or (State.NEW, "")))
    elif claim.state == State.SET_ASIDE:
        move_to(claim, State.NEW, "")


def is_stated(claim_id: int) -> bool:
    """Does an article state it still?"""
    return Mention.objects.live().filter(claim=claim_id).exists()


def move_to(claim: Claim, state: str, dismissal: str) -> None:
    claim.state, claim.dismissal = state, dismissal
    claim.save(update_fields=["state", "dismissal"])


def give(claim: Claim, identity: Identity, mark: str) -> None:
    """Let the claim say what the mention says."""
    claim.fingerprint = mark
    claim.is_numeric, claim.is_attributed = identity.is_numeric, identity.is_attributed
    claim.speaker_label = identity.label
    claim.period_from, claim.period_to = identity.period or (None, None)
    claim.save(update_fields=_GIVEN if claim.pk else None)
    claim.speakers.set(identity.speakers)


def claims_with(marks: Collection[str]) -> dict[str, Claim]:
    """The claim of each fingerprint, an unmerged one where there is one."""
    rows = Claim.objects.filter(fingerprint__in=marks).order_by("-pk")
    found = {row.fingerprint: row for row in rows if row.merged_into_id}
    return found | {row.fingerprint: row for row in rows if not row.merged_into_id}


def _require_a_kind(claim: Claim, identity: Identity) -> None:
    if not (identity.is_numeric or identity.is_attributed or claim.is_absolute):
        raise Refused(
            _t("Without it this states no figure and nobody says it: say that it is not a claim.")
        )


def _require_unmoved(mentions: Sequence[Mention]) -> None:
    """Refuse where somebody merged or split their claims before these could be held."""
    now = dict(Mention.objects.filter(pk__in=[m.pk for m in mentions]).values_list("pk", "claim"))
    for mention in mentions:
        if now[mention.pk] != mention.claim_id:
            raise Refused(
                _t("Somebody has moved this to another claim meanwhile; look at it there first.")
            )
