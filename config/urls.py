"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from claims.views import ChangePassword
from config.health import healthz

handler500 = "config.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    # The admin's own would change a password without a line in the log.
    path("admin/password_change/", ChangePassword.as_view(), name="password_change"),
    path("admin/", admin.site.urls),
    path("", include("claims.urls")),
    path("", include("verification.desk.urls")),
    path("", include("verification.public.urls")),
]
