"""Jobs for the worker. Each can be cut off and run again: the truth is in our own rows."""

from __future__ import annotations

import logging
from contextlib import suppress

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _t
from django_tasks import task

from claims import queue
from claims.models import Batch, Claim, Refused, User

log = logging.getLogger(__name__)


@task()
def run_batch(batch_id: int) -> None:
    """Import the batch's files, unless it was stopped or taken by another worker meanwhile."""
    # The readers and spaCy are for the worker alone: the web server never loads them.
    from claims.intake import importing

    batch = Batch.objects.get(pk=batch_id)
    if not batch.begin():
        return
    try:
        importing.run_batch(batch)
    except importing.Stopped:
        log.info("batch %s was stopped", batch_id)
    except importing.Interrupted as interruption:
        log.warning("batch %s: %s", batch_id, interruption)
        raise
    except Exception:
        log.exception("batch %s was cut off", batch_id)
        raise


@task()
def wake_claims() -> None:
    """Go on with the claims whose day has come."""
    for claim in Claim.objects.due_to_wake():
        with suppress(Refused):  # somebody woke it at the same moment
            claim.wake()


@task()
def refresh_recency() -> None:
    """Take from the priorities what the days have taken from them."""
    queue.refresh_recency()


@task()
def set_old_aside() -> None:
    """Let go of what nobody picked for SET_ASIDE_DAYS."""
    queue.set_old_aside()


@task()
def send_reset_link(user_id: int) -> None:
    """Mail somebody the link by which they set a password. The worker does: how long a mail
    takes would tell whoever asks for one whether there is such an account."""
    user = User.objects.get(pk=user_id)
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("password_reset_confirm", args=[uid, default_token_generator.make_token(user)])
    context = {
        "user": user,
        "url": settings.SITE_URL.rstrip("/") + path,
        "newsroom_name": settings.NEWSROOM_NAME,
    }
    text = render_to_string("registration/password_reset_email.txt", context)
    user.email_user(_t("Your password at %s") % settings.NEWSROOM_NAME, text)
