"""Messages to the newsroom's webhook: which arrived, and what keeps the others."""

from __future__ import annotations

from django.contrib import admin

from claims.models import Delivery

from .guarded import ReadOnlyAdmin


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "created_at", "attempts", "delivered_at", "failed_at", "problem"]
    search_fields = ["=message_id"]
    date_hierarchy = "created_at"
