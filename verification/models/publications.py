"""What readers see, from when until when, and what was corrected.

Nothing about a published version is updated in place: a publication row is the
time during which one version stood at the check's address.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Event, Refused, atomic_with_retry, lock, locked, require

from .verdicts import Verdict
from .versions import PUBLISH, PUBLISHERS_ONLY, VerdictVersion

if TYPE_CHECKING:
    from claims.models import User

SECOND_EDITOR = _("A second editor decides; you took it down yourself.")
# Readers find checks by what is frozen, never by what the desk says meanwhile.
CLAIM = "version__frozen__claim"
SEARCHED = (f"{CLAIM}__wording", "version__frozen__headline", "version__frozen__summary")
LONGEST_REVIEW = timedelta(hours=24)
# A joint statement is found by the first of its speakers: JSON paths need a place.
MOST_SPEAKERS = 4
SPEAKERS = tuple(f"{CLAIM}__speakers__{place}__name" for place in range(MOST_SPEAKERS))


class PublicationQuerySet(models.QuerySet["Publication"]):
    def live(self) -> Self:
        """What readers see now: versions, notices that a check is under review, tombstones."""
        return self.filter(until=None)

    def at(self, moment: datetime) -> Self:
        """What readers saw at that moment."""
        return self.filter(since__lte=moment).filter(Q(until=None) | Q(until__gt=moment))

    def checks(self) -> Self:
        """Checks themselves: no notice that one is under review, no tombstone."""
        return self.filter(notice=Publication.Notice.CHECK)

    def under_review(self) -> Self:
        """Checks that were taken off their page and await a second editor, the longest first."""
        return self.live().filter(notice=Publication.Notice.UNDER_REVIEW).order_by("since")

    def with_word(self, word: str) -> Self:
        """Those with the word in their frozen wording, headline, summary or speakers."""
        return self.filter(_any_of((*SEARCHED, *SPEAKERS), "icontains", [word]))

    def rated(self, key: str) -> Self:
        """Those whose frozen rating has the key, on whatever version of the scale."""
        return self.filter(version__frozen__rating__key=key)

    def of_speakers(self, names: Iterable[str]) -> Self:
        """Those whose claim is, as frozen, by one of the speakers."""
        return self.filter(_any_of(SPEAKERS, "iexact", names))

    def open(self, version: VerdictVersion, by: User, external_url: str) -> Publication:
        """The first publication of a check: the version at an address of its own."""
        version.move_to(VerdictVersion.State.PUBLISHED)
        first = self.create(
            verdict=version.verdict,
            version=version,
            slug=_slug_of(version),
            by=by,
            **_kind_of(external_url),
        )
        version._log(Event.Kind.PUBLISHED, by, slug=first.slug)
        return first


def _kind_of(external_url: str) -> dict[str, str]:
    """The fields that say on which site a check stands."""
    kind = Publication.Kind.EXTERNAL if external_url else Publication.Kind.PAGE
    return {"kind": kind, "external_url": external_url}


def _slug_of(version: VerdictVersion) -> str:
    """Words of the headline or wording and the claim's number, which keeps it unique."""
    words = slugify(version.headline or version.content["claim"]["wording"])[:90].strip("-")
    return f"{words or 'check'}-{version.verdict.claim_id}"


def _any_of(paths: Iterable[str], lookup: str, values: Iterable[str]) -> Q:
    """Any path with any value; nothing at all where there is no value."""
    matches = [Q(**{f"{path}__{lookup}": value}) for value in values for path in paths]
    return reduce(or_, matches, Q(pk__in=[]))


class Publication(models.Model):
    """One version at one address for some time.

    ``notice`` says what stands there: the check itself, "under review", or the
    tombstone of a withdrawn one.
    """

    class Notice(models.TextChoices):
        CHECK = "check", _("the check")
        UNDER_REVIEW = "under_review", _("under review")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Kind(models.TextChoices):
        PAGE = "page", _("our own page")
        EXTERNAL = "external", _("the newsroom's own site")

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="publications")
    version = models.ForeignKey(VerdictVersion, models.PROTECT, related_name="publications")
    slug = models.SlugField(_("address"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.PAGE)
    external_url = models.URLField(_("its URL on the newsroom's site"), max_length=2000, blank=True)
    notice = models.CharField(
        _("what stands there"), max_length=12, choices=Notice.choices, default=Notice.CHECK
    )
    reason = models.TextField(_("reason, for readers"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verdict"], condition=Q(until=None), name="publication_one_live"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(until=None), name="publication_slug_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="publication_in_order"
            ),
            models.CheckConstraint(
                condition=Q(kind="page", external_url="")
                | (Q(kind="external") & ~Q(external_url="")),
                name="publication_external_has_url",
            ),
            models.CheckConstraint(
                condition=Q(notice="check") | ~Q(reason=""), name="publication_notice_has_reason"
            ),
        ]
        indexes = [models.Index(fields=["until", "-since"], name="publication_live_by_date")]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("check", args=[self.slug])

    @property
    def url(self) -> str:
        """The check's absolute address, on this site or on the newsroom's own."""
        return self.external_url or settings.SITE_URL.rstrip("/") + self.get_absolute_url()

    @property
    def content(self) -> dict[str, Any]:
        """What the version says, frozen since it was submitted."""
        assert self.version.frozen is not None  # the database keeps it so
        return self.version.frozen

    @property
    def first_published(self) -> datetime:
        """When the check first appeared at all."""
        first = Publication.objects.filter(verdict=self.verdict).order_by("since", "pk").first()
        return first.since if first else self.since

    @property
    def is_overdue(self) -> bool:
        """Has a check been under review for longer than readers should wait?"""
        standing = self.until is None and self.notice == self.Notice.UNDER_REVIEW
        return standing and timezone.now() - self.since > LONGEST_REVIEW

    def why_not_correct(self, by: User) -> str:
        """Why this person may put no new version in its place; empty where they may."""
        if self.notice == self.Notice.WITHDRAWN:
            return _t("This check was withdrawn for good; nothing takes its place.")
        if self.notice == self.Notice.UNDER_REVIEW and self.by_id == by.pk:
            return str(SECOND_EDITOR)
        return ""

    @atomic_with_retry
    def replace(self, by: User, event: Event.Kind, **fields: Any) -> Publication:
        """End this row now and put the next one in its place.

        Where the clock has been put back, now is when this row began: what readers see
        changes at once all the same, and no row ends before it begins.
        """
        now = max(timezone.now(), self.since)
        self.until = now
        self.save(update_fields=["until"])
        following = Publication.objects.create(
            **{
                "verdict": self.verdict,
                "version": self.version,
                "slug": self.slug,
                "kind": self.kind,
                "external_url": self.external_url,
                "by": by,
                "since": now,
            }
            | fields
        )
        following.version._log(event, by, slug=self.slug, reason=fields.get("reason", ""))
        return following

    def correct(self, version: VerdictVersion, by: User, external_url: str | None) -> Publication:
        """Put a correction in this one's place; None leaves the check where it stands."""
        if why := self.why_not_correct(by):
            raise Refused(why)
        self.version.move_to(VerdictVersion.State.SUPERSEDED)
        version.move_to(VerdictVersion.State.PUBLISHED)
        moved = {} if external_url is None else _kind_of(external_url)
        following = self.replace(by, Event.Kind.CORRECTED, version=version, **moved)
        correction = version.content["correction"]
        Correction.objects.create(
            publication=following, correction_class=correction["class"], note=correction["note"]
        )
        return following

    @atomic_with_retry
    def unpublish(self, by: User, reason: str) -> Publication:
        """Take the check off the page at once; readers see that it is under review, and why."""
        require(by, PUBLISH, str(PUBLISHERS_ONLY))
        standing = self._standing(self.Notice.CHECK)
        if not reason.strip():
            raise Refused(_t("Say why; readers will see it."))
        standing.version.move_to(VerdictVersion.State.UNPUBLISHED)
        return standing.replace(
            by,
            Event.Kind.UNPUBLISHED,
            notice=self.Notice.UNDER_REVIEW,
            reason=reason.strip(),
        )

    @atomic_with_retry
    def restore(self, by: User) -> Publication:
        """A second editor puts the check back."""
        standing = self._for_second_editor(by)
        standing.version.move_to(VerdictVersion.State.PUBLISHED)
        return standing.replace(by, Event.Kind.RESTORED, notice=self.Notice.CHECK)

    @atomic_with_retry
    def withdraw(self, by: User, reason: str) -> Publication:
        """A second editor withdraws it for good: a tombstone with the reason stays."""
        standing = self._for_second_editor(by)
        if not reason.strip():
            raise Refused(_t("Say why; readers will see it."))
        standing.version.move_to(VerdictVersion.State.WITHDRAWN)
        return standing.replace(
            by, Event.Kind.WITHDRAWN, notice=self.Notice.WITHDRAWN, reason=reason.strip()
        )

    def _standing(self, notice: str) -> Publication:
        """The row as it stands now, locked after its claim; refused where it has changed."""
        lock(Claim.objects.filter(pk=self.verdict.claim_id))
        rows = Publication.objects.select_related("version__verdict__claim")
        row = locked(rows).get(pk=self.pk)
        if row.until is not None or row.notice != notice:
            raise Refused(_t("This check has changed meanwhile; look at it again."))
        return row

    def _for_second_editor(self, by: User) -> Publication:
        """The check under review, locked; refused to the editor who took it down."""
        require(by, PUBLISH, str(PUBLISHERS_ONLY))
        standing = self._standing(self.Notice.UNDER_REVIEW)
        if standing.by_id == by.pk:
            raise Refused(str(SECOND_EDITOR))
        return standing


class Correction(models.Model):
    """What a new version corrected, for readers."""

    publication = models.OneToOneField(
        Publication, models.PROTECT, related_name="correction", primary_key=False
    )
    correction_class = models.CharField(
        _("class"), max_length=12, choices=VerdictVersion.CorrectionClass.choices
    )
    note = models.TextField(_("note"))
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.note[:80]


class ErrorReport(models.Model):
    """A reader says that something is wrong."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="error_reports")
    text = models.TextField(_("what is wrong"))
    email = models.EmailField(_("e-mail, for an answer"), blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(_("dealt with"), null=True, blank=True)

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text[:80]
