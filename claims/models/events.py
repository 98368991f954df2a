"""The history: who did what to which claims, append-only."""

from __future__ import annotations

from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class EventQuerySet(models.QuerySet["Event"]):
    def undoable_by(self, user: Any) -> Self:
        """The user's own deeds that nobody has undone, newest first."""
        claims = EventMember.objects.filter(event=OuterRef("pk"))
        speakers = SpeakerChange.objects.filter(event=OuterRef("pk"))
        own = self.filter(actor=user, kind__in=UNDOABLE, undone_by=None)
        of_story = Q(story__isnull=False, kind__in=OF_STORIES)
        return own.filter(Exists(claims) | Exists(speakers) | of_story)

    def undoable_for(self, user: Any) -> Self:
        """Those that this person may take back: their own deeds; for editors the machine's too."""
        whose = Q(actor=user)
        if user.has_perm("claims.assign_claim"):
            whose |= Q(actor=None, kind=Event.Kind.SET_ASIDE)
        return self.filter(whose, kind__in=UNDOABLE, undone_by=None)

    def update(self, **_fields: Any) -> NoReturn:
        raise AppendOnlyError(_("Events are never changed."))

    def delete(self) -> NoReturn:
        raise AppendOnlyError(_("Events are never deleted."))


class AppendOnlyError(TypeError):
    """Somebody tried to rewrite history. The database refuses it too."""


class Event(models.Model):
    """One line of history. A deed that touches many claims is one event with members.

    ``payload`` says the rest: counts of an import, the reason of a dismissal.
    """

    class Kind(models.TextChoices):
        IMPORTED = "imported", _("imported")
        PICKED = "picked", _("picked")
        SET_ASIDE = "set_aside", _("set aside")
        DISMISSED = "dismissed", _("dismissed")
        BROUGHT_BACK = "brought_back", _("brought back")
        UNDONE = "undone", _("undone")
        TAKEN = "taken", _("taken")
        RELEASED = "released", _("released")
        HANDED_OVER = "handed_over", _("handed over")
        ASSIGNED = "assigned", _("assigned")
        HELD = "held", _("put on hold")
        WOKEN = "woken", _("woken")
        WORDED = "worded", _("wording confirmed")
        REOPENED = "reopened", _("reopened")
        MENDED = "mended", _("corrected what was found")
        MARKED = "marked", _("marked what was missed")
        REJECTED = "rejected", _("rejected what was found")
        MENTION_CONFIRMED = "mention_confirmed", _("mention confirmed")
        EVIDENCE_ADDED = "evidence_added", _("evidence added")
        EVIDENCE_CHANGED = "evidence_changed", _("evidence changed")
        EVIDENCE_REMOVED = "evidence_removed", _("evidence taken out")
        CALCULATED = "calculated", _("calculated")
        CONTACT_LOGGED = "contact_logged", _("contact logged")
        VERDICT_EDITED = "verdict_edited", _("verdict edited")
        VERSION_OPENED = "version_opened", _("next version begun")
        COMMENTED = "commented", _("commented")
        SUBMITTED = "submitted", _("submitted for sign-off")
        CHANGES_REQUESTED = "changes_requested", _("changes requested")
        SUGGESTED = "suggested", _("wording suggested")
        ACCEPTED = "accepted", _("suggested wording accepted")
        SIGNED_OFF = "signed_off", _("signed off")
        PUBLISHED = "published", _("published")
        CORRECTED = "corrected", _("new version published")
        UNPUBLISHED = "unpublished", _("taken off the page")
        RESTORED = "restored", _("restored")
        WITHDRAWN = "withdrawn", _("withdrawn")
        MERGED = "merged", _("merged")
        SPLIT = "split", _("split off")
        LINK_CONFIRMED = "link_confirmed", _("confirmed how two claims stand to each other")
        LINK_REJECTED = "link_rejected", _("said that two claims do not stand so to each other")
        FINDING_KEPT = "finding_kept", _("said that it does not add up")
        FINDING_DISMISSED = "finding_dismissed", _("dismissed a finding")
        CHECK_CONFIRMED = "check_confirmed", _("confirmed that a published check is of it")
        CHECK_REJECTED = "check_rejected", _("said that a published check is not of it")
        WATCHED = "watched", _("put on the watch list")
        WATCH_ENDED = "watch_ended", _("taken off the watch list")
        MUTED = "muted", _("sentence muted")
        UNMUTED = "unmuted", _("sentence not muted")
        RENAMED = "renamed", _("renamed")
        STOPPED = "stopped", _("import stopped")
        RESUMED = "resumed", _("import resumed")
        FOLLOWED = "followed", _("followed")
        UNFOLLOWED = "unfollowed", _("followed no longer")
        IGNORED = "ignored", _("ignored")
        HEEDED = "heeded", _("ignored no longer")
        ACCOUNT_MADE = "account_made", _("account made")
        ACCOUNT_CHANGED = "account_changed", _("account changed")
        ROLES_CHANGED = "roles_changed", _("roles changed")
        DEACTIVATED = "deactivated", _("deactivated")
        REACTIVATED = "reactivated", _("reactivated")
        RESET_SENT = "reset_sent", _("reset link sent")
        PASSWORD_CHANGED = "password_changed", _("password changed")

    at = models.DateTimeField(_("when"), auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="events",
        verbose_name=_("who"),
        help_text=_("Empty: the machine."),
    )
    kind = models.CharField(_("what"), max_length=20, choices=Kind.choices)
    article = models.ForeignKey("Article", models.PROTECT, null=True, related_name="events")
    batch = models.ForeignKey("Batch", models.PROTECT, null=True, related_name="events")
    story = models.ForeignKey("Story", models.PROTECT, null=True, related_name="events")
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    payload = models.JSONField(_("details"), default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="undone", undoes__isnull=False)
                | (~models.Q(kind="undone") & models.Q(undoes=None)),
                name="event_undo_names_its_event",
            )
        ]
        indexes = [
            models.Index(
                fields=["-id"], condition=models.Q(kind="set_aside"), name="event_set_aside"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.at:%Y-%m-%d %H:%M})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise AppendOnlyError(_("Events are never changed."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError(_("Events are never deleted."))


UNDOABLE = frozenset(
    {
        Event.Kind.PICKED,
        Event.Kind.SET_ASIDE,
        Event.Kind.DISMISSED,
        Event.Kind.MERGED,
        Event.Kind.SPLIT,
        Event.Kind.IGNORED,
        Event.Kind.MENDED,
        Event.Kind.MARKED,
        Event.Kind.REJECTED,
        Event.Kind.LINK_CONFIRMED,
        Event.Kind.LINK_REJECTED,
        Event.Kind.FINDING_KEPT,
        Event.Kind.FINDING_DISMISSED,
        Event.Kind.CHECK_CONFIRMED,
        Event.Kind.CHECK_REJECTED,
    }
)
# What people say of what the machine found.
MENDING = frozenset({Event.Kind.MENDED, Event.Kind.MARKED, Event.Kind.REJECTED})
# Of a story, these are taken back; of claims and speakers, what the event changed of them.
OF_STORIES = frozenset({Event.Kind.MERGED, Event.Kind.SPLIT, Event.Kind.IGNORED})


class EventMemberQuerySet(models.QuerySet["EventMember"]):
    def moves(self) -> Self:
        """Those whose claim changed its state: what was only noted moved nothing."""
        return self.exclude(before=F("after"))


class EventMember(models.Model):
    """A claim that an event touched, with its state before and after.

    Where something was only noted, such as a comment, both are the claim's state.

    ``dismissal`` is the reason for which it was dismissed before, so that undoing
    brings that back too.
    """

    event = models.ForeignKey(Event, models.PROTECT, related_name="members")
    claim = models.ForeignKey("Claim", models.PROTECT, related_name="history")
    before = models.CharField(_("before"), max_length=10)
    after = models.CharField(_("after"), max_length=10)
    dismissal = models.CharField(_("why dismissed before"), max_length=20, blank=True)

    objects = EventMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim of an event")
        verbose_name_plural = _("claims of an event")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["event", "claim"], name="eventmember_once")]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class SpeakerChange(models.Model):
    """A speaker that an event touched, and whom it was merged into before and after."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="speaker_changes")
    speaker = models.ForeignKey("Speaker", models.PROTECT, related_name="history")
    before = models.ForeignKey(
        "Speaker", models.PROTECT, null=True, related_name="+", verbose_name=_("merged into before")
    )
    after = models.ForeignKey(
        "Speaker", models.PROTECT, null=True, related_name="+", verbose_name=_("merged into after")
    )

    class Meta:
        verbose_name = _("speaker of an event")
        verbose_name_plural = _("speakers of an event")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "speaker"], name="speakerchange_once")
        ]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.before or '–'} → {self.after or '–'}"
