"""What the machine found in the articles, and by which rules."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from claims.models import Attribution, DateReference, ExtractionRun, Mention, Quantity, Speaker

from .guarded import ReadOnlyAdmin, ReadOnlyInline


class FindingAdmin(ReadOnlyAdmin):
    """A place in an article. Its words are the article's, which the list therefore loads."""

    list_select_related = ["article"]
    list_per_page = 25


@admin.register(Mention)
class MentionAdmin(FindingAdmin):
    list_display = ["text", "claim", "article", "check_worthiness", "rejected_at"]
    list_filter = [("rejected_at", admin.EmptyFieldListFilter), "run"]
    list_select_related = ["article", "claim"]
    search_fields = ["wording"]


@admin.register(Quantity)
class QuantityAdmin(FindingAdmin):
    list_display = ["text", "kind", "low", "high", "modifier", "unit", "currency", "counted_text"]
    list_filter = ["kind", "modifier", "change", "run"]
    search_fields = ["=unit", "=currency", "=counted_head", "counted_text"]


@admin.register(Attribution)
class AttributionAdmin(FindingAdmin):
    list_display = ["text", "speaker_text", "kind", "attitude", "article"]
    list_filter = ["kind", "attitude", "run"]
    search_fields = ["speaker_text"]


@admin.register(DateReference)
class DateReferenceAdmin(FindingAdmin):
    list_display = ["text", "first", "last", "article"]
    search_fields = ["article__title"]


@admin.register(ExtractionRun)
class ExtractionRunAdmin(ReadOnlyAdmin):
    list_display = ["rules", "model", "model_version", "created_at"]
    list_filter = ["rules", "model"]
    search_fields = ["rules"]


class AliasInline(ReadOnlyInline):
    model = Speaker
    fk_name = "merged_into"
    verbose_name_plural = _("aliases")
    fields = ["name", "kind"]


@admin.register(Speaker)
class SpeakerAdmin(ReadOnlyAdmin):
    list_display = ["name", "qualifier", "kind", "merged_into"]
    list_filter = ["kind"]
    list_select_related = ["merged_into"]
    search_fields = ["name", "aliases__name"]
    inlines = [AliasInline]
