"""The stock admin over the claims app, through the same guards as the desk.

Everything may be looked at by whoever may view it; written are only outlets,
users and new batches, and claims by the verbs of triage. Nothing is deleted.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import (
    articles,
    batches,
    claims,
    deliveries,
    events,
    findings,
    letting_go,
    links,
    logins,
    outlets,
    people,
    published_checks,
    stories,
)
from .guarded import KeepingAdmin, ReadOnlyAdmin, ReadOnlyInline

__all__ = [
    "KeepingAdmin",
    "ReadOnlyAdmin",
    "ReadOnlyInline",
    "articles",
    "batches",
    "claims",
    "deliveries",
    "events",
    "findings",
    "letting_go",
    "links",
    "logins",
    "outlets",
    "people",
    "published_checks",
    "stories",
]

admin.site.site_header = admin.site.site_title = _("Claimdesk administration")
admin.site.index_title = _("What there is")
