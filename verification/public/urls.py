"""The readers' pages."""

from django.urls import path

from . import sitemaps, views

urlpatterns = [
    path("checks/", views.checks, name="checks"),
    path("checks/<slug:slug>/", views.check, name="check"),
    path("checks/<slug:slug>/versions/<int:number>/", views.version, name="check_version"),
    path("checks/<slug:slug>/report/", views.report, name="report_error"),
    path("checks/<slug:slug>/report/thanks/", views.thanks, name="error_reported"),
    path("methodology/", views.methodology, name="methodology"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
]
