"""Claims: looked at here, and triaged by the verbs that the desk uses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from claims.labels import reason_in_words
from claims.models import (
    PICK,
    SET_ASIDE,
    STANDING,
    Claim,
    EventMember,
    Mention,
    Refused,
    Triage,
    require_as_shown,
)
from claims.queue import search
from claims.views import MADE_ON, posted_id

from .guarded import ReadOnlyAdmin, ReadOnlyInline


def newest_line_of_all() -> int:
    """The newest line of any claim's history: what a list knows as it is made."""
    return EventMember.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


class ClaimActionForm(ActionForm):
    """The list's actions, with what the list knew."""

    made_on = forms.IntegerField(
        widget=forms.HiddenInput, initial=newest_line_of_all, required=False
    )


class MentionInline(ReadOnlyInline):
    model = Mention
    fk_name = "claim"
    fields = ["text", "article", "wording", "check_worthiness", "rejected_at"]
    readonly_fields = ["text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).select_related("article")


class HistoryInline(ReadOnlyInline):
    model = EventMember
    verbose_name_plural = _("history")
    fields = ["event", "who", "before", "after"]
    readonly_fields = ["who"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[EventMember]:
        return super().get_queryset(request).select_related("event__actor")

    @admin.display(description=_("who"))
    def who(self, member: EventMember) -> str:
        return str(member.event.actor or _("the machine"))


@admin.register(Claim)
class ClaimAdmin(ReadOnlyAdmin):
    list_display = [
        "wording",
        "speaker_label",
        "state",
        "priority",
        "published_on",
        "outlets_count",
    ]
    list_filter = ["state", "is_numeric", "is_attributed", "is_absolute", "checks"]
    search_fields = ["wording"]
    search_help_text = _("Words, or a figure: “1.1bn” finds 1,100,000,000")
    fieldsets = [
        (None, {"fields": ["wording", "speaker_label", "via_label", "state", "dismissal"]}),
        (_("What it says"), {"fields": ["is_numeric", "is_attributed", "is_absolute", "speakers"]}),
        (_("When"), {"fields": ["period_from", "period_to", "published_on", "created_at"]}),
        (
            _("Its place in the queue"),
            {"fields": ["priority", "parts", "outlets_count", "mentions_count"]},
        ),
        (
            _("The check"),
            {"fields": ["checks", "assignee", "due_on", "hold_reason", "wake_on", "locked_by"]},
        ),
        (_("Identity"), {"fields": ["fingerprint", "merged_into"]}),
    ]
    readonly_fields = ["parts"]
    inlines = [MentionInline, HistoryInline]
    actions = ["pick", "set_aside"]
    action_form = ClaimActionForm

    @admin.display(description=_("parts of the priority"))
    def parts(self, claim: Claim) -> SafeString:
        lines = (
            (f"{part['points']:+d}", reason_in_words(part["reason"], part["value"]))
            for part in claim.all_parts
        )
        return format_html_join(SafeString("<br>"), "{} {}", lines)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Claim], bool]:
        return (search(queryset, search_term) if search_term else queryset), False

    def has_triage_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.triage_claim")

    @admin.action(description=_("Pick the selected claims"), permissions=["triage"])
    def pick(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        self._triage(request, queryset, PICK)

    @admin.action(description=_("Set the selected claims aside"), permissions=["triage"])
    def set_aside(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        self._triage(request, queryset, SET_ASIDE)

    def _triage(self, request: HttpRequest, queryset: Any, verb: Triage) -> None:
        try:
            with transaction.atomic():
                held = queryset.order_by("pk").select_for_update(of=("self",))
                lines = EventMember.objects.filter(claim__in=[claim.pk for claim in held])
                require_as_shown(lines, posted_id(request, MADE_ON), STANDING)
                event = queryset.triage(verb, request.user)
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return
        count = event.members.count()
        done = ngettext("%(count)d claim: %(what)s.", "%(count)d claims: %(what)s.", count)
        what = event.get_kind_display()
        self.message_user(request, done % {"count": count, "what": what}, messages.SUCCESS)
