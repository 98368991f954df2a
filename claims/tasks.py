"""Jobs for the worker. Each can be cut off and run again: the truth is in our own rows."""

from __future__ import annotations

import logging
from contextlib import suppress

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django_tasks import task

from claims import jobs, queue
from claims.labels import notice_words
from claims.models import (
    Batch,
    Claim,
    ClaimCount,
    Delivery,
    Notice,
    Reading,
    Refused,
    User,
    Watch,
)

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
def apply_watch(watch_id: int) -> None:
    """Look through what is there already for what was put on the watch list, or taken off."""
    queue.apply_watch(Watch.objects.get(pk=watch_id))


@task()
def apply_watches() -> None:
    """The same for all that is watched: what was imported, merged or cut off meanwhile."""
    for watch in Watch.objects.active():
        queue.apply_watch(watch)


@task()
def follow_links() -> None:
    """Let the queue follow the links and findings that are new or have changed."""
    queue.follow_links()


@task()
def compare_left_over() -> None:
    """Compare the claims of articles that were read before claims were linked."""
    # Reads the lexicons of figures: for the worker alone.
    from claims import matching

    left = matching.compare_left_over()
    queue.follow_links()
    if left:
        jobs.enqueue(jobs.COMPARE_LEFT_OVER)


@task()
def propose_muted() -> None:
    """Look for sentences that an outlet repeats in article after article."""
    queue.propose_muted()


@task()
def count_claims() -> None:
    """Count the claims by state, kind and outlet, for the pages that show exact counts."""
    ClaimCount.objects.recount()


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


@task()
def mail_notice(notice_id: int) -> None:
    """Mail a notice once; the worker does, for no transaction waits for a mail server."""
    about = Notice.objects.select_related("recipient", "claim", "event__actor")
    notice = about.get(pk=notice_id)
    if notice.mailed_at or not (notice.recipient.is_active and notice.recipient.email):
        return
    site = settings.SITE_URL.rstrip("/")
    words = notice_words(notice)
    context = {
        "notice": notice,
        "words": words,
        "url": site + notice.get_absolute_url(),
        "choices": site + reverse("notice-mails"),
        "newsroom_name": settings.NEWSROOM_NAME,
    }
    text = render_to_string("claims/notice_email.txt", context)
    subject = f"{settings.NEWSROOM_NAME}: {words.deed}"
    if notice.claim:
        subject += f": {Truncator(notice.claim.wording).chars(60)}"
    notice.recipient.email_user(" ".join(subject.split()), text)
    Notice.objects.filter(pk=notice_id).update(mailed_at=timezone.now())


@task()
def deliver(delivery_id: int) -> None:
    """Send a message to the newsroom's webhook; where that fails, again after a while."""
    # What signs it is for the worker alone.
    from claims import webhooks

    delivery = Delivery.objects.get(pk=delivery_id)
    if delivery.is_over or not settings.WEBHOOK_URL:
        return
    problem = webhooks.send(
        settings.WEBHOOK_URL, settings.WEBHOOK_SECRET, str(delivery.message_id), delivery.body
    )
    if problem:
        log.warning("webhook: message %s: %s", delivery.message_id, problem)
    delivery.note(problem)


@task()
def tell_due() -> None:
    """Remind owners of what is due tomorrow, and of what is overdue."""
    Notice.objects.tell_due()


@task()
def take_up_lost() -> None:
    """Send the messages with which another worker was lost."""
    Delivery.objects.all().take_up_lost()


@task()
def prune_readings() -> None:
    """Let go of who read what and does no more."""
    Reading.objects.prune()
