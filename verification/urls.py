"""The desk: pages that show claims with what became of them."""

from django.urls import URLPattern, path

from . import desk

urlpatterns: list[URLPattern] = [
    path("", desk.home, name="home"),
    path("queue/", desk.queue, name="queue"),
    path("claims/<int:pk>/", desk.claim, name="claim"),
]
