"""The newsroom's pages about articles and batches, and the verbs of triage."""

from django.urls import URLPattern, path

from claims.views import articles, batches, triage

urlpatterns: list[URLPattern] = [
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/set-rest-aside/", triage.set_rest_aside, name="set-rest-aside"),
    path("batches/", batches.batches, name="batches"),
    path("batches/<int:pk>/", batches.batch, name="batch"),
    path("batches/<int:pk>/stop/", batches.stop, name="stop-batch"),
    path("batches/<int:pk>/resume/", batches.resume, name="resume-batch"),
    path("claims/<int:pk>/pick/", triage.pick, name="pick"),
    path("claims/<int:pk>/set-aside/", triage.set_aside, name="set-aside"),
    path("claims/<int:pk>/dismiss/", triage.dismiss, name="dismiss"),
    path("undo/", triage.undo_triage, name="undo"),
]
