"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from config.health import healthz

handler500 = "config.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("accounts/", include("django.contrib.auth.urls")),
    path("", include("claims.urls")),
    path("", include("verification.desk.urls")),
    path("", include("verification.public.urls")),
]
