"""The readers' pages."""

from django.urls import path

from . import public, sitemaps

urlpatterns = [
    path("checks/", public.checks, name="checks"),
    path("checks/<slug:slug>/", public.check, name="check"),
    path("checks/<slug:slug>/versions/<int:number>/", public.version, name="check_version"),
    path("checks/<slug:slug>/report/", public.report, name="report_error"),
    path("checks/<slug:slug>/report/thanks/", public.thanks, name="error_reported"),
    path("methodology/", public.methodology, name="methodology"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
]
