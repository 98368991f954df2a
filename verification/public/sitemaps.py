"""What search engines may visit: published checks on this site, nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from verification.models import Publication, PublicationQuerySet


class Checks(Sitemap):
    """The checks that stand on pages of ours, under the site's own name."""

    def items(self) -> PublicationQuerySet:
        ours = Publication.objects.live().checks().filter(kind=Publication.Kind.PAGE)
        return ours.only("slug", "since").order_by("id")

    def lastmod(self, publication: Publication) -> datetime:
        return publication.since

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    return views.sitemap(
        request, {"checks": Checks}, template_name="verification/public/sitemap.xml"
    )
