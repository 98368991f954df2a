"""The history, append-only for everybody."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from claims.models import Event, EventMember, SpeakerChange

from .guarded import ReadOnlyAdmin, first_rows


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "actor", "article", "story", "batch", "payload"]
    list_filter = ["kind", "actor"]
    list_select_related = ["actor", "article", "batch", "story"]
    search_fields = ["actor__username", "batch__name", "article__title"]
    date_hierarchy = "at"
    readonly_fields = ["claims", "speakers"]

    @admin.display(description=_("claims"))
    def claims(self, event: Event) -> SafeString:
        return first_rows(event.members.select_related("claim"), event, by="event")

    @admin.display(description=_("speakers"))
    def speakers(self, event: Event) -> SafeString:
        changes = event.speaker_changes.select_related("speaker", "before", "after")
        return first_rows(changes, event, by="event")


@admin.register(EventMember)
class EventMemberAdmin(ReadOnlyAdmin):
    list_display = ["claim", "event", "before", "after", "dismissal"]
    list_filter = ["before", "after"]
    list_select_related = ["claim", "event"]
    search_fields = ["claim__wording"]


@admin.register(SpeakerChange)
class SpeakerChangeAdmin(ReadOnlyAdmin):
    list_display = ["speaker", "event", "before", "after"]
    list_select_related = ["speaker", "event", "before", "after"]
    search_fields = ["speaker__name"]
