"""People at the desk."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Someone with an account: all of them work at the desk, readers need none.

    Users are deactivated, never deleted: what they did stays theirs.
    """

    is_staff = models.BooleanField(
        _("may enter the admin"),
        default=True,
        help_text=_("Every role of the desk may; what it sees there is what its role allows."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
