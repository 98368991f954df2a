"""Claims: one checkable statement each, however often it appears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .checking import (
    CHECKING_HAS_OWNER,
    CONFIRMED_BY_SOMEBODY,
    HOLD_HAS_REASON,
    UNDER_CHECK,
    Checking,
)
from .events import Event
from .guarding import Refused, objections, require
from .merging import Merging
from .moves import Move, log_moves
from .transactions import atomic_with_retry, locked
from .waiting import RECENT_INDEX, WAITING_INDEX, Waiting

if TYPE_CHECKING:
    from .speakers import Speaker
    from .stories import Story
    from .users import User


@dataclass(frozen=True, slots=True)
class Triage:
    """A verb of triage: from which states, to which, logged as what."""

    kind: Event.Kind
    sources: frozenset[str]
    target: str


TRIAGERS_ONLY = _("Only fact-checkers and editors triage claims.")
# Which of a claim's columns says that it is of a kind; it may be of several.
KINDS = {"numeric": "is_numeric", "attributed": "is_attributed", "absolute": "is_absolute"}
# What bears on a claim, for the queue to rank and filter by: kept by claims.queue.refreshing.
BEARINGS = ("is_disputed", "has_finding", "is_checked_before")
# The few of which each is so, in the orders of the queue.
BEARING_INDEXES = [
    models.Index(
        "state",
        F("priority").desc(),
        F("id").desc(),
        condition=Q(**{name: True}),
        name=f"claim_{name}",
    )
    for name in BEARINGS
]
# The code of the part of a priority that was learned from sentences.
LIKENESS = "wording"
# One deed's upper bound: what one statement's parameters can carry on every database.
MOST_AT_ONCE = 5_000


class ClaimQuerySet(models.QuerySet["Claim"]):
    def unmerged(self) -> Self:
        return self.exclude(state=Claim.State.MERGED)

    def under_check(self) -> Self:
        return self.filter(state__in=UNDER_CHECK)

    def due_to_wake(self) -> Self:
        """Claims on hold whose day has come."""
        return self.filter(state=Claim.State.ON_HOLD, wake_on__lte=timezone.localdate())

    @atomic_with_retry
    def triage(
        self,
        verb: Triage,
        by: User,
        *,
        reason: str = "",
        article: Article | None = None,
        story: Story | None = None,
        **payload: Any,
    ) -> Event:
        """Move all of these claims that may take the step: one event, one undo.

        Raises:
            Refused: without the permission, or when none of them may take it: by their
                states, or because of what :func:`listen_to` had us ask.
        """
        require(by, "claims.triage_claim", TRIAGERS_ONLY)
        return self._move(verb, by, reason=reason, article=article, story=story, **payload)

    @atomic_with_retry
    def let_go(self, **payload: Any) -> Event:
        """Set these untriaged claims aside as the machine; ``payload`` says why.

        Raises:
            Refused: none of them may be.
        """
        return self.filter(state=Claim.State.NEW)._move(SET_ASIDE, None, **payload)

    def set_aside_with(self, event: Event) -> None:
        """Set those aside that may be, as a part of a larger deed: ignoring a story."""
        moves, _kept = self._moves(SET_ASIDE)
        _make(moves, event)

    def _move(
        self,
        verb: Triage,
        by: User | None,
        *,
        reason: str = "",
        article: Article | None = None,
        story: Story | None = None,
        **payload: Any,
    ) -> Event:
        moves, kept = self._moves(verb)
        if not moves:
            nothing_left = _t("There is nothing left here to do that to.")
            raise Refused(next(iter(kept.values()), nothing_left))
        event = Event.objects.create(
            kind=verb.kind,
            actor=by,
            article=article,
            story=story,
            payload=payload | ({"reason": reason} if reason else {}),
        )
        _make(moves, event, reason)
        return event

    def _moves(self, verb: Triage) -> tuple[list[Move], dict[int, str]]:
        """The steps of those that may take it, held; and why others may not."""
        held = locked(self.filter(state__in=verb.sources))
        standing = held.values_list("pk", "state", "dismissal")
        moves = [Move(pk, state, verb.target, why) for pk, state, why in standing[:MOST_AT_ONCE]]
        kept = objections(verb.kind, [move.claim for move in moves])
        return [move for move in moves if move.claim not in kept], kept


def _make(moves: Sequence[Move], event: Event, reason: str = "") -> None:
    """Move the claims, and write it down."""
    for target in {move.after for move in moves}:
        Claim.objects.filter(pk__in=[move.claim for move in moves]).update(
            state=target, dismissal=reason
        )
    log_moves(event, moves)


class Claim(Merging, Checking, Waiting):
    """A statement that can be checked.

    The verbatim words stay with the mentions; ``wording`` is what the desk shows,
    the machine's until a person confirms or rewrites it. ``fingerprint`` decides
    which mentions are one claim (:mod:`claims.matching`).
    """

    class State(models.TextChoices):
        NEW = "new", _("new")
        QUEUED = "queued", _("queued")
        SET_ASIDE = "set_aside", _("set aside")
        DISMISSED = "dismissed", _("dismissed")
        MERGED = "merged", _("merged")
        CHECKING = "checking", _("checking")
        ON_HOLD = "on_hold", _("on hold")
        CHECKED = "checked", _("checked")

    class Dismissal(models.TextChoices):
        NOT_A_CLAIM = "not_a_claim", _("not a claim")
        WRONG_SPAN = "wrong_span", _("wrong span")
        WRONG_SPEAKER = "wrong_speaker", _("wrong speaker")
        WRONG_FIGURE = "wrong_figure", _("wrong figure")
        DUPLICATE = "duplicate", _("duplicate")

    wording = models.TextField(_("wording"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    dismissal = models.CharField(
        _("why dismissed"), max_length=20, choices=Dismissal.choices, blank=True
    )
    is_numeric = models.BooleanField(_("has a figure"), default=False)
    is_attributed = models.BooleanField(_("somebody said it"), default=False)
    is_absolute = models.BooleanField(_("allows no exception"), default=False)
    speakers: models.ManyToManyField[Speaker, Any] = models.ManyToManyField(
        "Speaker",
        blank=True,
        related_name="claims",
        help_text=_("By the names that were found; see said_by."),
    )
    speaker_label = models.CharField(_("speaker"), max_length=300, blank=True)
    via_label = models.CharField(_("via"), max_length=300, blank=True)
    period_from = models.DateField(_("holds from"), null=True, blank=True)
    period_to = models.DateField(_("holds to"), null=True, blank=True)
    published_on = models.DateField(_("first published on"), null=True, blank=True)
    sorted_on = models.DateField(
        default=date.min,
        editable=False,
        help_text=_("published_on, or the first of all days: databases sort null differently."),
    )
    outlets_count = models.PositiveIntegerField(_("outlets"), default=0)
    mentions_count = models.PositiveIntegerField(_("mentions"), default=0)
    priority = models.IntegerField(_("priority"), default=0)
    priority_parts = models.JSONField(
        _("parts of the priority"),
        default=list,
        help_text=_(
            "A list of {reason, value, points}, strongest first; the priority is their sum "
            "and the points for being recent."
        ),
    )
    is_disputed = models.BooleanField(
        _("two outlets disagree"), default=False, help_text=_("Another outlet contradicts it.")
    )
    has_finding = models.BooleanField(_("does not add up"), default=False)
    is_checked_before = models.BooleanField(
        _("checked before"), default=False, help_text=_("A claim that it is linked to is checked.")
    )
    shown_in = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="series",
        help_text=_("Whose row in the queue stands for the series that this one is of."),
    )
    fingerprint = models.CharField(max_length=64)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    created_at = models.DateTimeField(_("found"), auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["-priority", "-id"]
        permissions = [
            ("triage_claim", "Can pick, set aside and dismiss claims"),
            ("check_claim", "Can take claims, correct mentions and write verdicts"),
            ("assign_claim", "Can assign claims to others"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=Q(merged_into=None),
                name="claim_fingerprint_once_unmerged",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into=None)),
                name="claim_merged_into_something",
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="claim_not_into_itself"),
            models.CheckConstraint(
                condition=Q(state="dismissed") & ~Q(dismissal="")
                | (~Q(state="dismissed") & Q(dismissal="")),
                name="claim_dismissed_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(is_numeric=True) | Q(is_attributed=True) | Q(is_absolute=True),
                name="claim_has_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(period_from=None)
                | Q(period_to=None)
                | Q(period_from__lte=F("period_to")),
                name="claim_period_in_order",
            ),
            HOLD_HAS_REASON,
            CHECKING_HAS_OWNER,
            CONFIRMED_BY_SOMEBODY,
        ]
        indexes = [
            models.Index(
                "state", F("priority").desc(), F("id").desc(), name="claim_state_priority"
            ),
            models.Index(F("priority").desc(), F("id").desc(), name="claim_priority"),
            models.Index("state", F("sorted_on").desc(), F("id").desc(), name="claim_state_date"),
            models.Index(F("sorted_on").desc(), F("id").desc(), name="claim_date"),
            *BEARING_INDEXES,
            RECENT_INDEX,
            WAITING_INDEX,
        ]

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.pk])

    @property
    def said_by(self) -> list[Speaker]:
        """Who says it, each once: those that the names in its articles stand for now."""
        return list(dict.fromkeys(speaker.survivor for speaker in self.speakers.all()))

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """The two strongest parts of its place in the queue: codes and values.

        That it is worded like others says least to people: it stands where nothing else does.
        """
        telling = [part for part in self.priority_parts if part["reason"] != LIKENESS]
        return (telling or self.priority_parts)[:2]

    @property
    def triage_steps(self) -> list[str]:
        """What triage may do with it as it stands: "picked", "set_aside", "dismissed"."""
        return [str(verb.kind) for verb in (PICK, SET_ASIDE, DISMISS) if self.state in verb.sources]

    def pick(self, by: User) -> Event:
        """Put it on the worklist: it deserves a check."""
        return self._triage(PICK, by)

    def set_aside(self, by: User) -> Event:
        """Take it out of the worklist without a decision; still searched and matched."""
        return self._triage(SET_ASIDE, by)

    def dismiss(self, by: User, reason: str) -> Event:
        """Say what is wrong with it, so that the machine learns."""
        if reason not in self.Dismissal.values:
            raise Refused(_t("Say why: choose one of the reasons."))
        return self._triage(DISMISS, by, reason=reason)

    def _triage(self, verb: Triage, by: User, **why: Any) -> Event:
        try:
            event = Claim.objects.filter(pk=self.pk).triage(verb, by, **why)
        except Refused:
            self.refresh_from_db(fields=["state", "dismissal"])
            raise
        self.refresh_from_db(fields=["state", "dismissal"])
        return event


State = Claim.State
PICK = Triage(
    Event.Kind.PICKED,
    frozenset({State.NEW, State.SET_ASIDE, State.DISMISSED}),
    State.QUEUED,
)
SET_ASIDE = Triage(Event.Kind.SET_ASIDE, frozenset({State.NEW, State.QUEUED}), State.SET_ASIDE)
DISMISS = Triage(
    Event.Kind.DISMISSED,
    frozenset({State.NEW, State.QUEUED, State.SET_ASIDE}),
    State.DISMISSED,
)
