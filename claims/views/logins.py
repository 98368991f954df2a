"""How often a login may fail: by name and address together, and by address over all names.

By a name alone nobody is locked out: else anybody could lock out a colleague.
"""

from __future__ import annotations

from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest


class LoginLimits(AxesDatabaseHandler):
    """Counts the failures of one name from one address, and all those of one address."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        return super().is_locked(request, credentials) or _has_tried_too_many_names(request)


def _has_tried_too_many_names(request: Any) -> bool:
    attempts = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
    )
    failed = attempts.aggregate(failed=Sum("failures_since_start"))["failed"] or 0
    return failed >= settings.LOGIN_FAILURES_FROM_ADDRESS
