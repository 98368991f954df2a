"""The readers' pages."""

from django.urls import path

from . import public

urlpatterns = [
    path("checks/<slug:slug>/", public.check, name="check"),
]
