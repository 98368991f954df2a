"""What concerns somebody: told to them in the app, by mail, and to the newsroom's webhook.

A notice is made in the transaction of the event that causes it; mails and messages leave
once that is saved. Rows hold codes; the words are made where they are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims import jobs

from .deliveries import Delivery
from .events import Event
from .users import User

# Ids of the people whom an event with these claims concerns; nobody hears of their own deeds.
Concerned = Callable[[Event, Sequence[int]], Iterable[int | None]]
_concerned: dict[str, Concerned] = {}
_ended: defaultdict[str, list[str]] = defaultdict(list)


def concerns(kind: Event.Kind, whom: Concerned) -> None:
    """Tell these people of the events of a kind.

    What sits on claims knows people that claims cannot know, and says so when it starts.
    """
    _concerned[kind] = whom


def ends(kind: Event.Kind, told: Event.Kind) -> None:
    """With an event of a kind nobody has to act any more on what the other told of the claim."""
    _ended[kind].append(told)


def tell(event: Event, claim_ids: Sequence[int]) -> None:
    """Give notice of an event to those whom it concerns, and end what it settles."""
    if event.kind in _ended:
        settled = Notice.objects.filter(claim__in=claim_ids, kind__in=_ended[event.kind])
        settled.read()
    whom = _concerned.get(event.kind)
    if whom is None or not claim_ids:
        return
    ids = {pk for pk in whom(event, claim_ids) if pk not in {None, event.actor_id}}
    people = User.objects.filter(pk__in=ids, is_active=True)
    claim = claim_ids[0] if len(claim_ids) == 1 else None
    Notice.objects.give(people, kind=event.kind, event=event, claim_id=claim)


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def read(self) -> int:
        """Mark them as read; how many were not before."""
        return self.unread().update(read_at=timezone.now())

    def give(self, people: Iterable[User], **about: Any) -> None:
        """A notice to each of these people, with the mails they want, and one message."""
        to = sorted(people, key=lambda person: person.pk)
        if not to:
            return
        made = Notice.objects.bulk_create([Notice(recipient=person, **about) for person in to])
        unwanted = Unmailed.objects.filter(user__in=to, kind=about["kind"])
        silent = set(unwanted.values_list("user", flat=True))
        for notice in made:
            if notice.recipient.email and notice.recipient_id not in silent:
                jobs.enqueue(jobs.MAIL_NOTICE, notice.pk)
        Delivery.objects.announce(made)

    def tell_due(self) -> None:
        """Tell owners, once a claim and day, what is due tomorrow and what is overdue."""
        from .claims import Claim

        today = timezone.localdate()
        for kind, days in (
            (Notice.Kind.DUE_TOMORROW, Q(due_on=today + timedelta(days=1))),
            (Notice.Kind.OVERDUE, Q(due_on__lt=today)),
        ):
            told = self.filter(
                recipient=OuterRef("assignee"),
                kind=kind,
                claim=OuterRef("pk"),
                due_on=OuterRef("due_on"),
            )
            held = Claim.objects.under_check().filter(days, assignee__is_active=True)
            for claim in held.exclude(Exists(told)).select_related("assignee"):
                # Of several workers that do this at once one does: the database refuses a second.
                with suppress(IntegrityError), transaction.atomic():
                    self.give(
                        filter(None, [claim.assignee]), kind=kind, claim=claim, due_on=claim.due_on
                    )


class Notice(models.Model):
    """One thing that one person should know of."""

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("a claim is assigned to me, or to somebody else after me")
        HANDED_OVER = "handed_over", _("a claim is handed over to me")
        CHANGES_REQUESTED = "changes_requested", _("changes are requested in my check")
        SUGGESTED = "suggested", _("other wording is suggested for my check")
        ACCEPTED = "accepted", _("wording that I suggested is accepted")
        SIGNED_OFF = "signed_off", _("my check is signed off")
        SUBMITTED = "submitted", _("a check that I may sign waits for sign-off")
        COMMENTED = "commented", _("somebody comments where I took part")
        WOKEN = "woken", _("a claim of mine wakes from its hold")
        DUE_TOMORROW = "due_tomorrow", _("a claim of mine is due tomorrow")
        OVERDUE = "overdue", _("a claim of mine is overdue")

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="notices",
        db_index=False,
        verbose_name=_("to whom"),
    )
    kind = models.CharField(_("what"), max_length=20, choices=Kind.choices)
    claim = models.ForeignKey(
        "Claim",
        models.PROTECT,
        null=True,
        related_name="notices",
        help_text=_("Empty: the event is about several."),
    )
    event = models.ForeignKey(Event, models.PROTECT, null=True, related_name="notices")
    due_on = models.DateField(_("due"), null=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    read_at = models.DateTimeField(_("read"), null=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "recipient"], name="notice_once_an_event"),
            models.UniqueConstraint(
                fields=["claim", "recipient", "kind", "due_on"],
                condition=Q(event=None),
                name="notice_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(event__isnull=False, due_on=None)
                | Q(event=None, claim__isnull=False, due_on__isnull=False),
                name="notice_of_event_or_day",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="notice_of_recipient"),
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.claim or ''}"

    def get_absolute_url(self) -> str:
        """Where one goes on from it."""
        if self.kind == self.Kind.SUBMITTED:
            version = self.event.payload.get("id") if self.event else None
            return reverse("signoff-version", args=[version]) if version else reverse("signoff")
        if self.claim is None:
            return reverse("queue") + "?by=claim&owner=me"
        place = "comments" if self.kind == self.Kind.COMMENTED else "check"
        return f"{self.claim.get_absolute_url()}#{place}"


class Unmailed(models.Model):
    """A kind of notice that somebody does not want by mail; in the app it stands all the same."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(_("what"), max_length=20, choices=Notice.Kind.choices)

    class Meta:
        verbose_name = _("kind of notice without mail")
        verbose_name_plural = _("kinds of notices without mail")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="unmailed_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"


def _named(event: Event, _claim_ids: Sequence[int]) -> list[int | None]:
    """Who gets the claims, and who had them."""
    return [event.payload["to"], *event.payload.get("from", [])]


def _owners(_event: Event, claim_ids: Sequence[int]) -> list[int | None]:
    from .claims import Claim

    return list(Claim.objects.filter(pk__in=claim_ids).values_list("assignee", flat=True))


concerns(Event.Kind.ASSIGNED, _named)
concerns(Event.Kind.HANDED_OVER, _named)
concerns(Event.Kind.WOKEN, _owners)
