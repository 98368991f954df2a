"""The part of a claim that is about checking it: whose it is, since when, until when.

Ownership (``assignee``) lasts days; a lock lasts minutes and only guards an edit
against another person or tab. Every verb reads alike: lock the row, guard, set the
fields, save, log the event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims import jobs

from .events import Event, EventMember
from .freshness import require_as_shown
from .guarding import Refused, objections, require
from .moves import Move, log_moves
from .notices import tell
from .transactions import atomic_with_retry, locked

R = TypeVar("R")

if TYPE_CHECKING:
    from .users import User

TAKEABLE = frozenset({"new", "queued", "checking"})
UNDER_CHECK = frozenset({"checking", "on_hold"})
ENDED = frozenset({"checked", "dismissed", "set_aside"})
LOCK_FIELDS = ("locked_by", "lock_token", "locked_at", "locked_until")
ASSIGNABLE = TAKEABLE | UNDER_CHECK
CHECKERS_ONLY = _("Only fact-checkers and editors check claims.")
ASSIGNERS_ONLY = _("Only editors assign claims.")


class Checking(models.Model):
    """What a claim knows of the person who checks it. Mixed into Claim."""

    class Checks(models.TextChoices):
        CONTENT = "content", _("content: is it true?")
        QUOTATION = "quotation", _("quotation: did they say it?")

    # The claim's own, which this part of it reads.
    state: str
    wording: str

    if TYPE_CHECKING:

        def get_state_display(self) -> str: ...

    wording_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    wording_confirmed_at = models.DateTimeField(null=True, blank=True)
    checks = models.CharField(
        _("what the check asks"), max_length=10, choices=Checks.choices, default=Checks.CONTENT
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("whose it is"),
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    hold_reason = models.TextField(_("why it waits"), blank=True)
    wake_on = models.DateField(_("wakes on"), null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_until = models.DateTimeField(null=True, blank=True)
    lock_token = models.CharField(max_length=36, blank=True)

    class Meta:
        abstract = True

    # --- whose it is ----------------------------------------------------------

    @atomic_with_retry
    def take(self, by: User) -> Self:
        """Make it one's own; of several who try at once, one wins."""
        require(by, "claims.check_claim", CHECKERS_ONLY)
        before = self._locked_for_step()
        if self.state not in TAKEABLE:
            raise Refused(_t("This claim is %s and cannot be taken.") % self._state_in_words())
        if self.assignee_id not in {None, by.pk}:
            raise Refused(_t("%s has taken this claim already.") % self.assignee)
        if self.assignee_id == by.pk and self.state == "checking":
            return self
        return self._step(Event.Kind.TAKEN, by, before, assignee=by, state="checking")

    @atomic_with_retry
    def release(self, by: User) -> Self:
        """Give it back to the queue."""
        before = self._locked_for_step()
        self._require_mine(by)
        return self._step(Event.Kind.RELEASED, by, before, assignee=None, state="queued")

    @atomic_with_retry
    def hand_over(self, by: User, to: User, note: str) -> Self:
        """Pass it on to a colleague, with a note that says how far it is."""
        before = self._locked_for_step()
        self._require_mine(by)
        require_checker(to)
        if not note.strip():
            raise Refused(_t("Write a note: what is done, and what is left to do?"))
        payload = {**hands([self], to), "note": note.strip()}
        return self._step(
            Event.Kind.HANDED_OVER, by, before, payload, assignee=to, state="checking"
        )

    @atomic_with_retry
    def assign(self, by: User, to: User, due_on: date | None = None, message: str = "") -> Self:
        """Give it to somebody, as an editor does; picks it where nobody has yet."""
        require(by, "claims.assign_claim", ASSIGNERS_ONLY)
        require_checker(to)
        before = self._locked_for_step()
        require_day_to_come(due_on, self.due_on)
        if not self.is_assignable:
            raise Refused(_t("This claim is %s and cannot be assigned.") % self._state_in_words())
        payload = {
            **hands([self], to),
            "message": message.strip(),
            "due": due_on.isoformat() if due_on else "",
        }
        return self._step(
            Event.Kind.ASSIGNED, by, before, payload, assignee=to, due_on=due_on, state="checking"
        )

    @atomic_with_retry
    def hold(self, by: User, reason: str, wake_on: date) -> Self:
        """Let it rest until a day, with the reason: a reply is awaited, a figure is due."""
        before = self._locked_for_step()
        self._require_mine(by)
        if not reason.strip():
            raise Refused(_t("Say why it waits."))
        if wake_on <= timezone.localdate():
            raise Refused(_t("Choose a day after today to wake it."))
        morning = timezone.make_aware(datetime.combine(wake_on, time.min))
        jobs.enqueue(jobs.WAKE_CLAIMS, run_after=morning)
        return self._step(
            Event.Kind.HELD,
            by,
            before,
            {"reason": reason.strip(), "until": wake_on.isoformat()},
            state="on_hold",
            hold_reason=reason.strip(),
            wake_on=wake_on,
        )

    @atomic_with_retry
    def wake(self, by: User | None = None) -> Self:
        """Go on with it: its day has come, or its owner does not want to wait."""
        before = self._locked_for_step()
        if self.state != "on_hold":
            raise Refused(_t("This claim is not on hold."))
        if by is not None:
            self._require_mine(by)
        return self._step(Event.Kind.WOKEN, by, before, state="checking")

    @atomic_with_retry
    def reopen(self, by: User, why: str) -> Self:
        """Take up again what had ended; whoever wants it takes it.

        What was triaged away, anybody who triages; what was checked, its last owner and editors.
        """
        before = self._locked_for_step()
        if why_not := self.why_not_reopen(by):
            raise Refused(why_not)
        return self._step(
            Event.Kind.REOPENED,
            by,
            before,
            {"why": why.strip()},
            state="queued",
            dismissal="",
            assignee=None,
            due_on=None,
        )

    def why_not_reopen(self, by: User) -> str:
        """Why this person may not take it up again; empty where they may."""
        if not by.has_perm("claims.check_claim"):
            return str(CHECKERS_ONLY)
        if self.state not in ENDED:
            return _t("This claim is open already.")
        if self.state == "checked" and not self.may_edit(by):
            return _t("Only who checked this claim, and editors, reopen it; comment on it instead.")
        return objections(Event.Kind.REOPENED, [self.pk]).get(self.pk, "")

    # --- what it says -----------------------------------------------------------

    @atomic_with_retry
    def word(
        self, by: User, wording: str, checks: str, *, differs: Sequence[dict[str, str]] = ()
    ) -> Self:
        """Confirm the wording or rewrite it, and say what the check asks.

        The wording before is kept with the event, and in what it ``differs`` on purpose from
        what the mentions state.
        """
        before = self._locked_for_step()
        self._require_mine(by)
        wording = " ".join(wording.split())
        if not wording:
            raise Refused(_t("A claim needs a wording."))
        if checks not in self.Checks.values:
            raise Refused(_t("Say what the check asks: the content, or the quotation."))
        payload: dict[str, Any] = {"before": self.wording, "after": wording, "checks": checks}
        if differs:
            payload["differs"] = list(differs)
        return self._step(
            Event.Kind.WORDED,
            by,
            before,
            payload,
            wording=wording,
            checks=checks,
            wording_confirmed_by=by,
            wording_confirmed_at=timezone.now(),
        )

    # --- who is typing ----------------------------------------------------------

    @atomic_with_retry
    def lock(self, by: User, token: str) -> Self:
        """Begin or go on editing in this tab; refused while somebody else does.

        A late save takes the lock again if nobody else has it.
        """
        self._locked_for_step()
        self._require_mine(by)
        if self.is_locked and not self.is_locked_for(by, token):
            raise Refused(self._who_is_typing(by))
        return self._hold_lock(by, token)

    @atomic_with_retry
    def continue_here(self, by: User) -> Self:
        """Let go of the lock of one's other tab: the tab in which one types next takes it."""
        self._locked_for_step()
        self._require_mine(by)
        if self.is_locked and self.locked_by_id != by.pk:
            raise Refused(self._who_is_typing(by))
        return self._let_go()

    @atomic_with_retry
    def unlock(self, by: User, token: str) -> Self:
        """Stop editing; somebody else's lock stays."""
        self._locked_for_step()
        return self._let_go() if self.is_locked_for(by, token) else self

    def is_locked_for(self, by: User, token: str) -> bool:
        """Was it this tab of this person that took the lock last?"""
        return (self.locked_by_id, self.lock_token) == (by.pk, token)

    def _let_go(self) -> Self:
        self.locked_by, self.lock_token = None, ""
        self.locked_at = self.locked_until = None
        self.save(update_fields=LOCK_FIELDS)
        return self

    def _hold_lock(self, by: User, token: str) -> Self:
        now = timezone.now()
        if not (self.is_locked and self.locked_by_id == by.pk):
            self.locked_at = now
        self.locked_by, self.lock_token = by, token
        self.locked_until = now + timedelta(minutes=settings.LOCK_MINUTES)
        self.save(update_fields=LOCK_FIELDS)
        return self

    def _who_is_typing(self, by: User) -> str:
        if self.locked_by_id == by.pk:
            return _t("You are editing this claim in another tab; your text here is kept below.")
        return _t("%s is editing this claim; your text is kept below.") % self.locked_by

    # --- how a verb is done -----------------------------------------------------

    @atomic_with_retry
    def do_as_shown(self, newest_line: int, overwritten: Q, deed: Callable[[], R]) -> R:
        """Do something that was decided on a page of the claim, and give what it gives.

        ``newest_line`` is that of the history which the page knew, ``overwritten`` which
        later lines the deed would ignore.

        Raises:
            Stale: there are such lines.
        """
        self._locked_for_step()
        require_as_shown(EventMember.objects.filter(claim=self.pk), newest_line, overwritten)
        return deed()

    @property
    def is_under_check(self) -> bool:
        return self.state in UNDER_CHECK

    @property
    def is_assignable(self) -> bool:
        return self.state in ASSIGNABLE

    @property
    def is_locked(self) -> bool:
        """Is somebody editing it right now?

        No lock ends later than a new one would: the clock may have been put back.
        """
        if self.locked_until is None:
            return False
        left = self.locked_until - timezone.now()
        return timedelta(0) < left <= timedelta(minutes=settings.LOCK_MINUTES)

    def may_edit(self, by: User) -> bool:
        """Its owner may, and editors."""
        return by.has_perm("claims.assign_claim") or (
            self.assignee_id == by.pk and by.has_perm("claims.check_claim")
        )

    def _require_mine(self, by: User) -> None:
        require(by, "claims.check_claim", CHECKERS_ONLY)
        if self.state not in UNDER_CHECK:
            raise Refused(_t("This claim is %s; take it first.") % self._state_in_words())
        if not self.may_edit(by):
            raise Refused(_t("This is %s's claim.") % self.assignee)

    def _locked_for_step(self) -> str:
        """Lock the row against others, read it anew, and give its state."""
        self.refresh_from_db(from_queryset=locked(type(self)._default_manager.all()))
        return self.state

    def _step(
        self,
        kind: Event.Kind,
        by: User | None,
        before: str,
        payload: dict[str, Any] | None = None,
        **fields: Any,
    ) -> Self:
        """Set the fields, save them, log the event, and let the queue follow."""
        if fields.get("state", "on_hold") != "on_hold":
            fields = {"hold_reason": "", "wake_on": None} | fields
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))
        if before == self.state:
            self.log(kind, by, **(payload or {}))
            return self
        event = Event.objects.create(kind=kind, actor=by, payload=payload or {})
        log_moves(event, [Move(self.pk, before, self.state)])
        return self

    @atomic_with_retry
    def log(self, kind: Event.Kind, by: User | None, **payload: Any) -> Event:
        """Note something in the claim's history that moves nothing: a comment, a contact.

        The state beside it is the row's, which may have moved since this one was read.
        """
        state = locked(type(self)._default_manager.filter(pk=self.pk)).get().state
        event = Event.objects.create(kind=kind, actor=by, payload=payload)
        event.members.create(claim_id=self.pk, before=state, after=state)
        tell(event, [self.pk])
        return event

    def _state_in_words(self) -> str:
        return self.get_state_display()


def require_checker(to: User) -> None:
    """Refuse to give claims to somebody who checks none: by role, or because they have left."""
    require(to, "claims.check_claim", _t("%s is no fact-checker.") % to)


def require_day_to_come(due_on: date | None, standing: date | None = None) -> None:
    """Refuse a due day that is past, unless it is the one that stands already."""
    if due_on and due_on != standing and due_on < timezone.localdate():
        raise Refused(_t("That day is past: choose today or a later one."))


def hands(claims: Iterable[Checking], to: User) -> dict[str, Any]:
    """To whom the claims go and from whom, for the event."""
    had = {claim.assignee_id for claim in claims} - {None, to.pk}
    return {"to": to.pk, "name": str(to), "from": sorted(had)}


HOLD_HAS_REASON = models.CheckConstraint(
    condition=Q(state="on_hold", wake_on__isnull=False) & ~Q(hold_reason="")
    | (~Q(state="on_hold") & Q(wake_on=None, hold_reason="")),
    name="claim_on_hold_with_reason",
)
CHECKING_HAS_OWNER = models.CheckConstraint(
    condition=~Q(state__in=["checking", "on_hold"]) | Q(assignee__isnull=False),
    name="claim_under_check_has_owner",
)
CONFIRMED_BY_SOMEBODY = models.CheckConstraint(
    condition=Q(wording_confirmed_by=None, wording_confirmed_at=None)
    | Q(wording_confirmed_by__isnull=False, wording_confirmed_at__isnull=False),
    name="claim_wording_confirmed_by_somebody",
)
