"""The stock admin over sources, evidence and verdicts, through the same guards as the desk.

Sources, evidence and drafts are written here by the same functions as on the claim
page; whatever was submitted, signed or published is only read, and nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.admin import KeepingAdmin, ReadOnlyAdmin, ReadOnlyInline
from claims.models import Claim, Event, EventMember, Refused, User
from verification.evidence import gathering as evidencing
from verification.models import (
    EDITABLE,
    SOURCE_FIELDS,
    Calculation,
    Comment,
    ContactAttempt,
    Correction,
    ErrorReport,
    Evidence,
    Publication,
    Rating,
    RatingScale,
    SavedFilter,
    SignOff,
    Snapshot,
    Source,
    Verdict,
    VerdictVersion,
)

CHECK = "claims.check_claim"
EDITS_OF_CHECKS = (
    Event.Kind.EVIDENCE_CHANGED,
    Event.Kind.EVIDENCE_REMOVED,
    Event.Kind.VERDICT_EDITED,
)


class StaffRequest(HttpRequest):
    """A request that the admin let through: by somebody with an account."""

    user: User


def tell_refusals(deed: Callable[..., None]) -> Callable[..., None]:
    """Run an admin action's deed for each row and tell what was refused, row by row."""

    def action(model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        done = 0
        for row in queryset:
            try:
                deed(model_admin, request, row)
            except Refused as refusal:
                model_admin.message_user(request, f"{row}: {refusal}", messages.ERROR)
            else:
                done += 1
        if done:
            model_admin.message_user(request, _("Done: %d.") % done, messages.SUCCESS)

    action.__name__ = deed.__name__
    return action


class CheckersAdmin(KeepingAdmin):
    """Written by those who check claims."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHECK)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(CHECK)


class VerbForm(forms.ModelForm):
    """A form whose save is one of the desk's verbs; what that refuses is the form's error.

    The verb runs while the form is cleaned, in a transaction that is kept only if the
    whole form is valid, so that a refusal never costs what was typed.
    """

    request: StaffRequest

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                with transaction.atomic():
                    self.instance = self.do(cleaned)
            except Refused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return cleaned

    def _post_clean(self) -> None:
        """The verb has set and saved the fields."""

    def do(self, cleaned: dict[str, Any]) -> Any:
        raise NotImplementedError

    def save(self, commit: bool = True) -> Any:
        """The verb has saved it."""
        return self.instance

    def save_m2m(self) -> None:
        """The verb has saved what hangs on it, too."""


class OfClaimForm(VerbForm):
    """Of something that begins with a claim that one has taken."""

    claim = forms.ModelChoiceField(label=_("Claim"), queryset=Claim.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["claim"]
        else:
            mine = Claim.objects.filter(assignee=self.request.user, state="checking")
            self.fields["claim"].queryset = mine  # type: ignore[attr-defined]
            self.fields["claim"].help_text = _("Claims that you have taken.")
            self.fields["claim"].required = True


class VerbAdmin(CheckersAdmin):
    """Saves by its form's verb, and says before that whoever does has a hand in it."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"request": request})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        note = _("Whoever writes here has a hand in the verdict; somebody else has to sign it off.")
        return [(None, {"fields": self.get_fields(request, obj), "description": note})]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The form's verb has saved it."""


class OfClaimAdmin(VerbAdmin):
    """Asks for the claim first, and only then."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        fields: list[Any] = [name for name in super().get_fields(request, obj) if name != "claim"]
        return fields if obj else ["claim", *fields]

    def last_hand(self, row: Any) -> Any:
        """Who edited the claim's check last, here or at the desk."""
        edits = EventMember.objects.filter(
            claim=row.verdict.claim_id, event__kind__in=[*EDITS_OF_CHECKS]
        )
        newest = edits.select_related("event__actor").order_by("-pk").first()
        return newest.event.actor if newest else None


# --- sources and evidence ---------------------------------------------------------


class SnapshotInline(ReadOnlyInline):
    model = Snapshot
    fields = readonly_fields = (
        "name",
        "content_type",
        "size",
        "how",
        "added_by",
        "added_at",
        "sha256",
    )


class SourceForm(VerbForm):
    url = Source._meta.get_field("url").formfield(assume_scheme="https")

    class Meta:
        model = Source
        fields = SOURCE_FIELDS

    def do(self, cleaned: dict[str, Any]) -> Source:
        if self.instance.pk is None:
            return Source.objects.create(added_by=self.request.user, **cleaned)
        edits = {name: cleaned[name] for name in self.changed_data}
        return Source.objects.get(pk=self.instance.pk).edit(self.request.user, **edits)


@admin.register(Source)
class SourceAdmin(VerbAdmin):
    form = SourceForm
    list_display = ["title", "publisher", "kind", "is_primary", "added_by", "added_at"]
    list_filter = ["kind", "is_primary"]
    list_select_related = ["added_by"]
    search_fields = ["title", "publisher", "url"]
    date_hierarchy = "added_at"
    inlines = [SnapshotInline]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A source that evidence cites is part of its verdict: describe another in its place."""
        cited = obj is not None and obj.evidence.exists()
        return not cited and super().has_change_permission(request, obj)


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    list_display = ["name", "source", "content_type", "size", "how", "added_by", "added_at"]
    list_filter = ["how", "content_type"]
    list_select_related = ["source", "added_by"]
    search_fields = ["name", "sha256", "source__title"]
    exclude = ["text"]


class EvidenceForm(OfClaimForm):
    class Meta:
        model = Evidence
        fields = [
            "source",
            "snapshot",
            "stance",
            "quote",
            "locator",
            "figure",
            "withheld_reason",
        ]

    def do(self, cleaned: dict[str, Any]) -> Evidence:
        claim = cleaned.pop("claim", None)
        if claim is None:
            return evidencing.change_evidence(self.instance, self.request.user, **cleaned)
        return evidencing.add_evidence(claim, self.request.user, **cleaned)


@admin.register(Evidence)
class EvidenceAdmin(OfClaimAdmin):
    form = EvidenceForm
    list_display = ["verdict", "stance", "source", "locator", "figure", "added_by", "removed_at"]
    list_filter = ["stance"]
    list_select_related = ["verdict__claim", "source", "added_by"]
    search_fields = ["quote", "source__title", "verdict__claim__wording"]
    raw_id_fields = ["snapshot"]
    autocomplete_fields = ["source"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was taken out is only read: versions that were submitted have it."""
        taken_out = obj is not None and obj.removed_at is not None
        return not taken_out and super().has_change_permission(request, obj)


@admin.register(Calculation)
class CalculationAdmin(ReadOnlyAdmin):
    list_display = ["verdict", "kind", "result", "unit", "added_by", "added_at"]
    list_select_related = ["verdict__claim", "added_by"]


@admin.register(ContactAttempt)
class ContactAttemptAdmin(ReadOnlyAdmin):
    list_display = ["verdict", "whom", "how", "on", "outcome", "logged_by"]
    list_filter = ["outcome"]
    list_select_related = ["verdict__claim", "logged_by"]
    search_fields = ["whom", "reply"]


# --- verdicts -----------------------------------------------------------------------


class VersionInline(ReadOnlyInline):
    model = VerdictVersion
    fields = ["number", "state", "rating", "headline", "submitted_by", "content_hash"]


@admin.register(Verdict)
class VerdictAdmin(ReadOnlyAdmin):
    list_display = ["claim", "purpose", "created_at"]
    list_select_related = ["claim"]
    search_fields = ["claim__wording"]
    inlines = [VersionInline]


class VersionForm(OfClaimForm):
    class Meta:
        model = VerdictVersion
        fields = [
            "rating",
            "headline",
            "summary",
            "reasoning",
            "unknowns",
            "why_checked",
            "no_primary_reason",
            "only_source_reason",
            "other_side_reason",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "rating" in self.fields:
            current = Rating.objects.filter(scale__is_current=True)
            self.fields["rating"].queryset = current  # type: ignore[attr-defined]

    def do(self, cleaned: dict[str, Any]) -> VerdictVersion:
        claim = cleaned.pop("claim", None)
        user = self.request.user
        draft = evidencing.verdict_of(claim).draft(user) if claim else self.instance
        edits = {name: value for name, value in cleaned.items() if name in EDITABLE}
        return VerdictVersion.objects.get(pk=draft.pk).edit(user, **edits)


class SignOffInline(ReadOnlyInline):
    model = SignOff
    fk_name = "version"
    fields = readonly_fields = ("by", "at", "decision", "comment", "content_hash", "own")


@admin.register(VerdictVersion)
class VerdictVersionAdmin(OfClaimAdmin):
    form = VersionForm
    list_display = ["verdict", "number", "state", "rating", "submitted_by", "submitted_at"]
    list_filter = ["state", "rating"]
    list_select_related = ["verdict__claim", "rating", "submitted_by"]
    search_fields = ["headline", "verdict__claim__wording"]
    date_hierarchy = "submitted_at"
    inlines = [SignOffInline]
    # No signing here: whoever signs looks at each piece of evidence, on the desk's own page.
    actions = ["submit", "publish"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A frozen version is only read."""
        frozen = obj is not None and obj.state != VerdictVersion.State.DRAFT
        return not frozen and super().has_change_permission(request, obj)

    def has_check_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHECK)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("verification.publish_verdictversion")

    @admin.action(description=_("Submit the selected drafts"), permissions=["check"])
    @tell_refusals
    def submit(self, request: StaffRequest, version: VerdictVersion) -> None:
        version.submit(request.user)

    @admin.action(description=_("Publish the selected versions"), permissions=["publish"])
    @tell_refusals
    def publish(self, request: StaffRequest, version: VerdictVersion) -> None:
        version.publish(request.user)


@admin.register(SignOff)
class SignOffAdmin(ReadOnlyAdmin):
    list_display = ["version", "by", "decision", "at", "own"]
    list_filter = ["decision", "own"]
    list_select_related = ["version__verdict__claim", "by"]
    date_hierarchy = "at"


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    list_display = ["version", "field", "text", "by", "at", "resolved_at"]
    list_select_related = ["version__verdict__claim", "by"]


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    list_display = ["slug", "version", "notice", "kind", "by", "since", "until"]
    list_filter = ["notice", "kind"]
    list_select_related = ["version__verdict__claim", "by"]
    search_fields = ["slug"]
    date_hierarchy = "since"


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["publication", "correction_class", "note", "at"]
    list_filter = ["correction_class"]
    list_select_related = ["publication"]


@admin.register(ErrorReport)
class ErrorReportAdmin(ReadOnlyAdmin):
    list_display = ["publication", "text", "email", "at", "answered_by", "answered_at"]
    list_filter = ["answered_at"]
    list_select_related = ["publication", "answered_by"]
    actions = ["mark_answered"]

    def has_check_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHECK)

    @admin.action(description=_("Mark as dealt with"), permissions=["check"])
    def mark_answered(self, request: HttpRequest, queryset: QuerySet[ErrorReport]) -> None:
        queryset.filter(answered_at=None).update(
            answered_by=request.user, answered_at=timezone.now()
        )


@admin.register(SavedFilter)
class SavedFilterAdmin(ReadOnlyAdmin):
    list_display = ["name", "owner", "is_shared", "let_go_at"]


# --- scales -------------------------------------------------------------------------


class RatingInline(admin.TabularInline):
    model = Rating
    extra = 0
    can_delete = False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A rating that a verdict may have is never changed: make the next scale version."""
        return obj is None or not obj.is_current


@admin.register(RatingScale)
class RatingScaleAdmin(KeepingAdmin):
    list_display = ["name", "version", "is_current", "created_at"]
    inlines = [RatingInline]
    actions = ["make_current"]

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["is_current"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A scale that verdicts use is frozen."""
        used = obj is not None and VerdictVersion.objects.filter(rating__scale=obj).exists()
        return not used and super().has_change_permission(request, obj)

    @admin.action(description=_("Use the selected scale from now on"), permissions=["change"])
    def make_current(self, request: HttpRequest, queryset: QuerySet[RatingScale]) -> None:
        if queryset.count() != 1:
            self.message_user(request, _("Choose one scale."), messages.ERROR)
            return
        with transaction.atomic():
            RatingScale.objects.update(is_current=False)
            queryset.update(is_current=True)
        self.message_user(request, _("Done: %d.") % 1, messages.SUCCESS)
