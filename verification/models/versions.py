"""Versions of a verdict: rating, reasons and evidence on one claim.

A version is a draft until it is submitted; submitting freezes its whole public
content as canonical JSON whose sha256 is what an editor signs. Whatever is edited
afterwards opens the next version, and contributors accumulate along the chain.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import (
    Claim,
    Event,
    Move,
    Refused,
    atomic_with_retry,
    lock,
    locked,
    log_moves,
    require,
)

from .checklists import Lacking, to_publish, to_submit
from .fields import CORRECTION, EDITABLE, REASONS, SUGGESTABLE, TEXTS
from .freezing import content_of, hash_of, require_whole_snapshots
from .hands import hands_in
from .ratings import Rating
from .verdicts import Verdict, VersionState, require_may_edit

if TYPE_CHECKING:
    from claims.models import User

    from .publications import Publication
    from .signoffs import Comment, SignOff

SIGN = "verification.sign_off_verdictversion"
PUBLISH = "verification.publish_verdictversion"
EDITORS_ONLY = _("Only editors sign off.")
PUBLISHERS_ONLY = _("Only editors publish.")
LOOK_AT_EACH = _("Look at each piece of evidence, and tick it.")


class VerdictVersion(models.Model):
    """One version of a verdict, frozen for good once it is submitted."""

    State = VersionState

    class CorrectionClass(models.TextChoices):
        TYPO = "typo", _("typo")
        MINOR = "minor", _("minor")
        FACTUAL = "factual", _("factual")
        CONCLUSION = "conclusion", _("changes the conclusion")

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT)
    rating = models.ForeignKey(
        Rating, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rating")
    )
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    reasoning = models.TextField(_("reasoning"), blank=True)
    unknowns = models.TextField(_("what could not be established"), blank=True)
    why_checked = models.TextField(_("why we checked this"), blank=True)
    no_primary_reason = models.TextField(_("why there is no primary source"), blank=True)
    only_source_reason = models.TextField(_("why this is the only relevant source"), blank=True)
    other_side_reason = models.TextField(
        _("what was searched for the other side"),
        blank=True,
        help_text=_("Where the evidence speaks for one side only: “searched, none found”."),
    )
    correction_class = models.CharField(
        _("class of correction"), max_length=12, choices=CorrectionClass.choices, blank=True
    )
    correction_note = models.TextField(_("what was corrected"), blank=True)
    contributors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="contributions"
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    frozen = models.JSONField(_("frozen content"), null=True, blank=True, editable=False)
    content_hash = models.CharField(_("hash of the content"), max_length=64, blank=True)
    signed_by = models.ForeignKey(
        "SignOff", models.PROTECT, null=True, blank=True, related_name="signs"
    )

    class Meta:
        verbose_name = _("verdict version")
        verbose_name_plural = _("verdict versions")
        ordering = ["verdict", "-number"]
        permissions = [
            ("sign_off_verdictversion", "Can sign off and request changes"),
            ("publish_verdictversion", "Can publish, unpublish, correct and withdraw"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["verdict"], condition=Q(state="draft"), name="version_one_draft"
            ),
            models.UniqueConstraint(
                fields=["verdict"],
                condition=Q(state__in=["published", "unpublished"]),
                name="version_one_live",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", content_hash="")
                | (~Q(state="draft") & ~Q(content_hash="") & Q(frozen__isnull=False)),
                name="version_frozen_once_submitted",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=["signed_off", "published", "superseded", "unpublished", "withdrawn"]
                )
                | Q(signed_by__isnull=False),
                name="version_public_only_signed",
            ),
        ]
        indexes = [models.Index(fields=["state", "submitted_at"], name="version_waiting")]

    def __str__(self) -> str:
        return f"{self.verdict} · {self.number}"

    @property
    def content(self) -> dict[str, Any]:
        """The frozen content of a version that was submitted."""
        assert self.frozen is not None, "a draft has no frozen content"
        return self.frozen

    # --- writing ----------------------------------------------------------------

    @atomic_with_retry
    def edit(self, by: User, **fields: Any) -> Self:
        """Change the draft's rating or texts; the person becomes a contributor."""
        self._lock()
        require_may_edit(self.verdict.claim, by)
        if self.state != self.State.DRAFT:
            raise Refused(_t("Version %d is frozen; edit the next one.") % self.number)
        if unknown := set(fields) - EDITABLE:
            raise ValueError(f"not fields of a verdict: {sorted(unknown)}")
        rating = fields.get("rating")
        if rating is not None and not rating.scale.is_current:
            raise Refused(_t("“%s” is of an older scale; choose a rating of today's.") % rating)
        changed = [name for name, value in fields.items() if getattr(self, name) != value]
        if not changed:
            return self
        for name in changed:
            setattr(self, name, fields[name])
        self.save(update_fields=changed)
        return self.contribute(by, Event.Kind.VERDICT_EDITED, fields=changed)

    def contribute(self, by: User, kind: Event.Kind, **payload: Any) -> Self:
        """Log an edit and remember the person as one who had a hand in this version."""
        self.contributors.add(by)
        self._log(kind, by, **payload)
        return self

    @atomic_with_retry
    def submit(self, by: User) -> Self:
        """Freeze the version and hand it to an editor.

        Raises:
            Refused: something of the quick list is missing, or a snapshot is not whole.
        """
        self._lock()
        require_may_edit(self.verdict.claim, by)
        if self.state != self.State.DRAFT:
            raise Refused(_t("Version %d has been submitted already.") % self.number)
        gaps = to_submit(self)
        if gaps:
            raise Lacking(gaps)
        self.contributors.add(by, *hands_in(self.verdict))
        content = content_of(self)
        require_whole_snapshots(content)
        self.frozen, self.content_hash = content, hash_of(content)
        self.submitted_by, self.submitted_at = by, timezone.now()
        self.state = self.State.SUBMITTED
        self.save(update_fields=["frozen", "content_hash", "submitted_by", "submitted_at", "state"])
        self._log(Event.Kind.SUBMITTED, by, hash=self.content_hash, id=self.pk)
        return self

    def open_next(self, by: User) -> VerdictVersion:
        """The next version as a draft with this one's texts and contributors."""
        waiting = {self.State.SUBMITTED, self.State.SIGNED_OFF}
        if self.state in waiting:
            self.state = self.State.REPLACED
            self.save(update_fields=["state"])
        following = VerdictVersion.objects.create(
            verdict=self.verdict,
            number=self.number + 1,
            created_by=by,
            rating=self.rating,
            **{name: getattr(self, name) for name in self._carried_over()},
        )
        following.contributors.set(self.contributors.all())
        following._log(Event.Kind.VERSION_OPENED, by)
        return following

    def _carried_over(self) -> tuple[str, ...]:
        """Texts that the next version begins with; what was published needs no correction note."""
        public = {self.State.PUBLISHED, self.State.UNPUBLISHED, self.State.WITHDRAWN}
        texts = (*TEXTS, *REASONS)
        return texts if self.state in public else (*texts, *CORRECTION)

    # --- signing ----------------------------------------------------------------

    def why_not_sign(self, by: User) -> str:
        """Why this person may not sign this version, as a sentence; empty where they may."""
        if not by.has_perm(SIGN):
            return str(EDITORS_ONLY)
        if self.state != self.State.SUBMITTED:
            return _t("This version is not waiting for sign-off: it is %s.") % (
                self.get_state_display()
            )
        if self._is_own(by):
            return _t("You had a hand in this version; somebody else has to sign it.")
        return ""

    def unseen(self, seen: Collection[int]) -> list[dict[str, Any]]:
        """The pieces of evidence, as frozen, that the signer does not say to have seen."""
        return [piece for piece in self.content["evidence"] if piece["id"] not in seen]

    @atomic_with_retry
    def sign_off(self, by: User, seen_hash: str, seen: Collection[int], comment: str = "") -> Self:
        """Approve exactly the content that was seen; the claim is checked.

        ``seen`` are the pieces of evidence at which the signer says to have looked.

        Raises:
            Refused: see :meth:`why_not_sign`; the content is not what was seen; a piece
                of evidence was not looked at; a snapshot is not whole.
        """
        self._require_signable(by, seen_hash, seen)
        self.signed_by = self.sign_offs.create(
            by=by,
            decision="signed",
            comment=comment.strip(),
            content_hash=self.content_hash,
            own=self.contributors.filter(pk=by.pk).exists(),
        )
        self.state = self.State.SIGNED_OFF
        self.save(update_fields=["signed_by", "state"])
        self._close_claim(Event.Kind.SIGNED_OFF, by)
        return self

    @atomic_with_retry
    def request_changes(self, by: User, comment: str) -> VerdictVersion:
        """Send it back with a comment; the next version opens as a draft."""
        self._lock()
        if why := self.why_not_sign(by):
            raise Refused(why)
        if not comment.strip():
            raise Refused(_t("Say what should change."))
        self.sign_offs.create(
            by=by,
            decision="changes_requested",
            comment=comment.strip(),
            content_hash=self.content_hash,
            own=self.contributors.filter(pk=by.pk).exists(),
        )
        self.state = self.State.CHANGES_REQUESTED
        self.save(update_fields=["state"])
        self._log(Event.Kind.CHANGES_REQUESTED, by, comment=comment.strip())
        return self.open_next(by)

    @atomic_with_retry
    def sign_off_with_suggestions(
        self,
        by: User,
        seen_hash: str,
        seen: Collection[int],
        suggestions: dict[str, str],
        comment: str = "",
    ) -> Self:
        """Sign the text as it would read with better wording; the author accepts by a click.

        Only headline, summary and reasoning can be suggested; the version stays
        submitted until then. What is asked of a signer is what :meth:`sign_off` asks.
        """
        self._require_signable(by, seen_hash, seen)
        changed = {
            name: text.strip()
            for name, text in suggestions.items()
            if name in SUGGESTABLE and text.strip() and text.strip() != getattr(self, name)
        }
        if not changed:
            raise Refused(_t("Nothing is suggested; sign off as it is, or change the wording."))
        self.sign_offs.create(
            by=by,
            decision="suggested",
            comment=comment.strip(),
            content_hash=hash_of({**self.content, **changed}),
            suggestions=changed,
            own=self.contributors.filter(pk=by.pk).exists(),
        )
        self._log(Event.Kind.SUGGESTED, by, fields=sorted(changed))
        return self

    @atomic_with_retry
    def accept_suggestions(self, by: User, seen_hash: str) -> VerdictVersion:
        """The author takes over what an editor suggested; the sign-off stands for the new version.

        ``seen_hash`` is the hash of the content with the wording that the author saw.

        Raises:
            Refused: by anybody but the author; nothing is waiting, or other wording than
                was seen; the editor may not sign any more; a snapshot is not whole.
        """
        self._lock()
        require_may_edit(self.verdict.claim, by)
        sign_off = self._suggested()
        if self.submitted_by_id != by.pk:
            raise Refused(
                _t("Only the author, %s, accepts other wording; begin the next version instead.")
                % self.submitted_by
            )
        if not sign_off.by.has_perm(SIGN) or self._is_own(sign_off.by):
            raise Refused(
                _t("%s may not sign this any more; another editor has to look at it.") % sign_off.by
            )
        frozen = {**self.content, **sign_off.suggestions}
        if not seen_hash == sign_off.content_hash == hash_of(frozen):
            raise Refused(_t("This is not the wording that you saw; read it again."))
        require_whole_snapshots(frozen)
        self.state = self.State.REPLACED
        self.save(update_fields=["state"])
        following = VerdictVersion.objects.create(
            verdict=self.verdict,
            number=self.number + 1,
            created_by=by,
            rating=self.rating,
            **{name: getattr(self, name) for name in (*TEXTS, *REASONS)} | sign_off.suggestions,
            correction_class=self.correction_class,
            correction_note=self.correction_note,
            state=self.State.SIGNED_OFF,
            submitted_by=self.submitted_by,
            submitted_at=self.submitted_at,
            frozen=frozen,
            content_hash=sign_off.content_hash,
            signed_by=sign_off,
        )
        following.contributors.set(self.contributors.all())
        following._close_claim(Event.Kind.ACCEPTED, by, signed_by=str(sign_off.by))
        following._log(Event.Kind.SIGNED_OFF, sign_off.by, accepted_by=by.pk)
        return following

    def _suggested(self) -> SignOff:
        """The suggestion that waits for the author's click, the latest if there are several."""
        latest = self.sign_offs.filter(decision="suggested").select_related("by").order_by("-id")
        if self.state != self.State.SUBMITTED or not (sign_off := latest.first()):
            raise Refused(_t("No suggestions are waiting."))
        return sign_off

    # --- talking ----------------------------------------------------------------

    @atomic_with_retry
    def comment(self, by: User, text: str, field: str = "") -> Comment:
        """Remark on the version or one of its fields; commenting is not contributing."""
        require(by, "claims.check_claim", _t("Only fact-checkers and editors comment."))
        if not text.strip():
            raise Refused(_t("Write a comment first."))
        self._log(Event.Kind.COMMENTED, by, field=field)
        return self.comments.create(by=by, text=text.strip(), field=field)

    # --- publishing -------------------------------------------------------------

    @atomic_with_retry
    def publish(self, by: User, external_url: str | None = None) -> Publication:
        """Show this signed version to readers, in place of the one that stands there, if any.

        ``external_url`` is where the newsroom's own site shows it, "" for our own page;
        None leaves a check where it stands. A correction that has been signed ends a review
        of the version before, as restoring it does: by a second editor.

        Raises:
            Refused: without the permission, the sign-off, or something of the full list;
                the check is withdrawn, or under review by this very editor.
        """
        require(by, PUBLISH, str(PUBLISHERS_ONLY))
        self._lock()
        if self.state != self.State.SIGNED_OFF:
            told = _t("Only a signed version is published; this one is %s.")
            raise Refused(told % self.get_state_display())
        if self.verdict.claim.state != Claim.State.CHECKED:
            raise Refused(_t("This claim has been reopened; its check is signed off again first."))
        signed = self.signed_by.content_hash if self.signed_by else ""
        if not signed == self.content_hash == hash_of(self.content):
            raise Refused(_t("This is not what was signed; it is signed off again first."))
        if gaps := to_publish(self):
            raise Lacking(gaps)
        live = locked(self.verdict.publications.live().select_related("version")).first()
        if live is None:
            return self.publications.open(self, by, external_url or "")
        return live.correct(self, by, external_url)

    def move_to(self, state: str) -> Self:
        """The state that publishing and its reverses give it; they lock and log."""
        self.state = state
        self.save(update_fields=["state"])
        return self

    def _require_signable(self, by: User, seen_hash: str, seen: Collection[int]) -> None:
        self._lock()
        if why := self.why_not_sign(by):
            raise Refused(why)
        if self.unseen(seen):
            raise Refused(str(LOOK_AT_EACH))
        if seen_hash != self.content_hash or hash_of(self.content) != self.content_hash:
            raise Refused(_t("This is not the content that you saw; read it again."))
        require_whole_snapshots(self.content)

    def _is_own(self, person: User) -> bool:
        """Had this person a hand in it, where nobody signs what is their own?"""
        return not settings.ALLOW_OWN_SIGN_OFF and person in self.contributors.all()

    def _close_claim(self, kind: Event.Kind, by: User, **payload: Any) -> None:
        claim = locked(Claim.objects.all()).get(pk=self.verdict.claim_id)
        if claim.state not in {"queued", "checking", "on_hold"}:
            raise Refused(_t("This claim is %s; reopen it first.") % claim.get_state_display())
        before, claim.state = claim.state, Claim.State.CHECKED
        claim.hold_reason, claim.wake_on = "", None
        claim.save(update_fields=["state", "hold_reason", "wake_on"])
        event = self._event(kind, by, hash=self.content_hash, **payload)
        log_moves(event, [Move(claim.pk, before, claim.state)])

    def _lock(self) -> None:
        """Lock claim, then version, always in that order, and read both anew."""
        lock(Claim.objects.filter(pk=self.verdict.claim_id))
        anew = VerdictVersion.objects.select_related("verdict__claim", "rating")
        self.refresh_from_db(from_queryset=locked(anew))

    def _event(self, kind: Event.Kind, by: User | None, **payload: Any) -> Event:
        about = {"version": self.number, **payload}
        return Event.objects.create(kind=kind, actor=by, payload=about)

    def _log(self, kind: Event.Kind, by: User | None, **payload: Any) -> None:
        """An event in the claim's history that leaves the claim's state as it is."""
        self.verdict.claim.log(kind, by, version=self.number, **payload)
