"""The newsroom's pages that show claims with what became of them: home, queue, claim."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims.models import (
    STALLED_AFTER,
    UNDER_CHECK,
    Article,
    Batch,
    BatchRow,
    Claim,
    Event,
    EventMember,
    Mention,
)
from claims.queue import (
    article_cards,
    by_article,
    by_claim,
    by_story,
    capped_count,
    dress,
    dress_for_table,
    each_once,
    for_cards,
    for_rows,
    for_story_cards,
    page_of,
    passage_of,
    story_cards,
    unindexed,
    with_words,
)
from claims.views import DeskRequest, desk, mend_of
from verification.models import SIGN, Publication, VerdictVersion

from .check_page import check_context
from .filters import TABS, QueueFilters, with_verdict

CARDS_A_PAGE = 20
ROWS_A_PAGE = 50
ON_HOME = 10
MOST_MENTIONS = 20
MOST_HISTORY = 50
MOST_MINE = 50


@require_safe
@desk
def home(request: DeskRequest) -> HttpResponse:
    user = request.user
    triages = user.has_perm("claims.triage_claim")
    context = {
        "new_claims": capped_count(Claim.objects.filter(state=Claim.State.NEW)),
        "open_articles": capped_count(Article.objects.cards()),
        "queued_claims": capped_count(Claim.objects.filter(state=Claim.State.QUEUED)),
        "newest": article_cards(_newest_open_articles()),
        "mine": list(_mine(user)) if triages else None,
        "picks": dress_for_table(_picks(user)) if triages else None,
        "waiting": _waiting() if user.has_perm(SIGN) else None,
        "troubled": _troubled_batches() if user.has_perm("claims.add_batch") else None,
        "today": timezone.localdate(),
        "here": request.get_full_path(),
    }
    return render(request, "verification/home.html", context)


@require_safe
@desk
def queue(request: DeskRequest) -> HttpResponse:
    filters = QueueFilters(request.GET, request.user)
    chosen = filters.chosen
    show = QUEUES.get(chosen.get("by", ""), _queue_by_article)
    context = {
        "filters": filters,
        "chosen": chosen,
        "is_narrowed": not chosen.keys() <= {"by", "order"},
        "here": request.get_full_path(),
        "today": timezone.localdate(),
        "tabs": TABS,
    }
    return show(request, context)


@require_safe
@vary_on_headers("HX-Request")
@desk
def claim(request: DeskRequest, pk: int) -> HttpResponse:
    return claim_page(request, pk, {})


def claim_page(
    request: DeskRequest, pk: int, bound: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The claim's page; ``bound`` are forms that come back with what was typed."""
    claims = for_rows(
        Claim.objects.select_related("merged_into", "wording_confirmed_by", "assignee", "locked_by")
    )
    shown = get_object_or_404(claims, pk=pk)
    mentions = _mentions(shown)
    context = {
        "claim": shown,
        "row": dress([shown])[0],
        "mentions": mentions,
        "history": _history(shown),
        "here": request.get_full_path(),
    }
    if mentions:
        first = Mention.objects.select_related("article__outlet").get(pk=mentions[0].pk)
        context |= {
            "article": first.article,
            "passage": passage_of(first),
            "mend": mend_of(first),
            "attributions": first.attributions.live().prefetch_related("speakers"),
        }
    context |= check_context(request, shown, bound)
    return render(request, "verification/claim.html", context, status=status)


def _queue_by_article(request: DeskRequest, context: dict[str, Any]) -> HttpResponse:
    found = by_article(context["chosen"])
    page = page_of(for_cards(found.rows), found.order, request.GET, CARDS_A_PAGE)
    context |= {
        "found": found,
        "total": capped_count(found.rows),
        "page": page,
        # What a colleague reads just now comes after the rest of the page.
        "cards": sorted(
            article_cards(each_once(page.rows)),
            key=lambda card: card.is_read_by_another(request.user),
        ),
    }
    return render(request, "verification/queue_by_article.html", context)


def _queue_by_claim(request: DeskRequest, context: dict[str, Any]) -> HttpResponse:
    found = by_claim(context["chosen"], **with_verdict(context["chosen"]))
    page = page_of(found.rows, found.order, request.GET, ROWS_A_PAGE)
    ids = [found.claim_id(row) for row in page.rows]
    claims = for_rows(Claim.objects.all()).in_bulk(ids)
    context |= {
        "found": found,
        "total": capped_count(found.rows),
        "page": page,
        "rows": dress_for_table([claims[pk] for pk in ids]),
    }
    return render(request, "verification/queue_by_claim.html", context)


def _queue_by_story(request: DeskRequest, context: dict[str, Any]) -> HttpResponse:
    chosen = context["chosen"]
    found = by_story(chosen)
    page = page_of(for_story_cards(found.rows), found.order, request.GET, CARDS_A_PAGE)
    context |= {
        "found": found,
        "total": capped_count(found.rows),
        "page": page,
        "cards": story_cards(page.rows),
        "left_out": [context["filters"].fields[name].label for name in OF_CLAIMS if name in chosen],
    }
    return render(request, "verification/queue_by_story.html", context)


# What narrows down claims, of which a story has many of all kinds.
OF_CLAIMS = ("state", "kind", "speaker", "owner", "due", "verdict")
QUEUES = {"claim": _queue_by_claim, "story": _queue_by_story}


def _newest_open_articles() -> list[Article]:
    newest = for_cards(Article.objects.cards()).order_by("-sorted_on", "-id")
    return list(newest[:ON_HOME])


def _mine(user: Any) -> QuerySet[Claim]:
    """What this person is checking, what is due first; each with its verdict's last step."""
    frozen = VerdictVersion.objects.filter(verdict__claim=OuterRef("pk")).exclude(frozen=None)
    held = Claim.objects.filter(assignee=user, state__in=UNDER_CHECK)
    return held.annotate(
        verdict_state=Subquery(frozen.order_by("-number").values("state")[:1])
    ).order_by(F("due_on").asc(nulls_last=True), "-priority", "-id")[:MOST_MINE]


def _waiting() -> int:
    """How many verdicts wait for an editor, and checks for a second one."""
    submitted = VerdictVersion.objects.filter(state=VerdictVersion.State.SUBMITTED)
    return submitted.count() + Publication.objects.under_review().count()


def _picks(user: Any) -> list[Claim]:
    """The queued claims that this person picked, the best first."""
    picked = EventMember.objects.alias(who=unindexed("event__actor")).filter(
        claim=OuterRef("pk"), who=user.pk, event__kind=Event.Kind.PICKED
    )
    queued = for_rows(Claim.objects.filter(Exists(picked), state=Claim.State.QUEUED))
    return list(queued.order_by("-priority", "-id")[:ON_HOME])


def _troubled_batches() -> QuerySet[Batch]:
    """Batches that were cut off, read nothing, or have rows that failed."""
    failed = BatchRow.objects.filter(batch=OuterRef("pk"), outcome=BatchRow.Outcome.FAILED)
    quiet_since = timezone.now() - STALLED_AFTER
    stalled = Q(state=Batch.State.RUNNING, moved_at__lt=quiet_since) | Q(
        state=Batch.State.WAITING, created_at__lt=quiet_since
    )
    ended = Q(state__in=[Batch.State.STOPPED, Batch.State.FAILED])
    return Batch.objects.filter(ended | stalled | Exists(failed)).order_by("-id")[:ON_HOME]


def _mentions(shown: Claim) -> list[Mention]:
    """Where it was said, the first report first, each with ``raw``, its own words."""
    standing = with_words(Mention.objects.live().filter(claim=shown))
    articles = standing.select_related("article__outlet").defer("article__text")
    return list(articles.order_by("article__sorted_on", "pk")[:MOST_MENTIONS])


def _history(shown: Claim) -> QuerySet[EventMember]:
    members = EventMember.objects.filter(claim=shown)
    return members.select_related("event__actor", "event__article").order_by("-pk")[:MOST_HISTORY]
