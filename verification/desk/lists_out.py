"""The desk's lists as files: the queue in its three ways, a speaker's claims, what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims.labels import brief_reason
from claims.models import Claim, Quantity, Speaker
from claims.queue import (
    ArticleCard,
    ClaimRow,
    StoryCard,
    Worklist,
    article_cards,
    by_article,
    by_claim,
    by_story,
    dress_for_table,
    each_once,
    for_cards,
    for_rows,
    for_story_cards,
    story_cards,
)
from claims.views import Column, DeskRequest, ListOut, blocks_of, desk
from verification.models import SavedFilter, VerdictVersion

from .filters import QueueFilters, SpeakerFilters
from .listing import chosen_tab, claims_chosen
from .signing import versions_waiting, why_not_yours


@require_safe
@desk
def queue_out(request: DeskRequest) -> HttpResponseBase:
    """The queue as the address filters and orders it."""
    filters = QueueFilters(request.GET, request.user)
    found = QUEUES.get(filters.chosen.get("by", ""), _articles)(filters)
    tab = chosen_tab(request, SavedFilter.objects.seen_by(request.user))
    return (replace(found, name=tab.name) if tab else found).answer(request)


@require_safe
@desk
def said_out(request: DeskRequest, pk: int) -> HttpResponseBase:
    """What somebody is reported to have said, as their page filters it."""
    shown = get_object_or_404(Speaker.objects.select_related("merged_into"), pk=pk).survivor
    filters = SpeakerFilters(request.GET)
    found = by_claim({"speaker": shown, "state": filters.chosen})
    words = " ".join([_t("speaker"), str(shown), filters.in_words])
    return ListOut(words, CLAIM_COLUMNS, _claim_blocks(found)).answer(request)


@require_safe
@desk
def waiting_out(request: DeskRequest) -> HttpResponseBase:
    """The versions that wait for sign-off."""

    def may_sign(version: VerdictVersion) -> str:
        return why_not_yours(version, request.user) or _t("may sign it")

    columns = [*VERSION_COLUMNS, Column(_("You"), may_sign)]
    waiting = ListOut(_t("waiting for sign-off"), columns, blocks_of(versions_waiting()))
    return waiting.answer(request)


def _claims(filters: QueueFilters) -> ListOut[ClaimRow]:
    found = claims_chosen(filters.chosen)
    name = _named(_t("queue by claim"), filters)
    return ListOut(name, CLAIM_COLUMNS, _claim_blocks(found), _note(found))


def _articles(filters: QueueFilters) -> ListOut[ArticleCard]:
    found = by_article(filters.chosen)
    blocks = (article_cards(each_once(block)) for block in blocks_of(for_cards(_in_order(found))))
    return ListOut(_named(_t("queue by article"), filters), ARTICLE_COLUMNS, blocks, _note(found))


def _stories(filters: QueueFilters) -> ListOut[StoryCard]:
    found = by_story(filters.chosen)
    blocks = (story_cards(block) for block in blocks_of(for_story_cards(_in_order(found))))
    return ListOut(_named(_t("queue by story"), filters), STORY_COLUMNS, blocks, _note(found))


QUEUES: dict[str, Callable[[QueueFilters], ListOut[Any]]] = {"claim": _claims, "story": _stories}


def _named(what: str, filters: QueueFilters) -> str:
    return " ".join([what, *filters.in_words])


def _note(found: Worklist) -> str:
    if not found.is_cut:
        return ""
    return _t("The search finds more than this: it looks through the newest 1,000 that fit.")


def _in_order(found: Worklist) -> QuerySet[Any]:
    return found.rows.order_by(f"-{found.order.by}", f"-{found.order.tie}")


def _claim_blocks(found: Worklist) -> Iterator[list[ClaimRow]]:
    for block in blocks_of(_in_order(found)):
        ids = [found.claim_id(row) for row in block]
        claims = for_rows(Claim.objects.all()).in_bulk(ids)
        yield dress_for_table([claims[pk] for pk in ids])


# --- what stands in the columns -------------------------------------------------------


def _address(row: Any) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{row.get_absolute_url()}"


def _of_figure(read: Callable[[Quantity], Any]) -> Callable[[ClaimRow], Any]:
    return lambda row: read(row.figure) if row.figure else None


def _speakers(row: ClaimRow) -> str:
    return ", ".join(map(str, row.claim.said_by)) or row.claim.speaker_label


def _reasons(row: ClaimRow) -> str:
    return " · ".join(brief_reason(part["reason"], part["value"]) for part in row.claim.reasons)


def _rating(row: ClaimRow) -> str:
    return str(row.check.rating["label"]) if row.check and row.check.rating else ""


def _best(card: ArticleCard | StoryCard) -> str:
    return " / ".join(row.claim.wording for row in card.best)


CLAIM_COLUMNS: list[Column[ClaimRow]] = [
    Column(_("Claim"), lambda row: row.claim.wording),
    Column(_("State"), lambda row: row.claim.get_state_display()),
    Column(_("Speaker"), _speakers),
    Column(_("Via"), lambda row: row.claim.via_label),
    Column(_("Figure"), _of_figure(lambda figure: figure.raw)),  # type: ignore[attr-defined]
    Column(_("Lowest"), _of_figure(lambda figure: figure.low)),
    Column(_("Highest"), _of_figure(lambda figure: figure.high)),
    Column(_("Unit"), _of_figure(lambda figure: figure.currency or figure.unit)),
    Column(_("Modifier"), _of_figure(lambda figure: figure.modifier)),
    Column(_("Counts"), _of_figure(lambda figure: figure.counted_text)),
    Column(_("Holds from"), lambda row: row.claim.period_from),
    Column(_("Holds to"), lambda row: row.claim.period_to),
    Column(_("Outlets"), lambda row: ", ".join(map(str, row.outlets))),
    Column(_("Mentions"), lambda row: row.claim.mentions_count),
    Column(_("First published"), lambda row: row.claim.published_on),
    Column(_("Priority"), lambda row: row.claim.priority),
    Column(_("Reasons"), _reasons),
    Column(_("Owner"), lambda row: str(row.claim.assignee or "")),
    Column(_("Due"), lambda row: row.claim.due_on),
    Column(_("Rating"), _rating),
    Column(_("Check"), lambda row: row.check.words if row.check else ""),
    Column(_("Address"), lambda row: _address(row.claim)),
]
ARTICLE_COLUMNS: list[Column[ArticleCard]] = [
    Column(_("Headline"), lambda card: card.article.title or card.article.opening),  # type: ignore[attr-defined]
    Column(_("Outlet"), lambda card: str(card.article.outlet or "")),
    Column(_("Also in"), lambda card: ", ".join(str(other.outlet or "") for other in card.also)),
    Column(_("Published"), lambda card: card.article.published_on),
    Column(_("Claims to triage"), lambda card: card.article.open_claims),
    Column(_("Priority of the best"), lambda card: card.article.top_priority),
    Column(_("Best claims"), _best),
    Column(_("Address"), lambda card: _address(card.article)),
]
STORY_COLUMNS: list[Column[StoryCard]] = [
    Column(_("Story"), lambda card: str(card.story)),
    Column(_("Outlets"), lambda card: ", ".join(map(str, card.outlets))),
    Column(_("First article"), lambda card: card.story.started_on),
    Column(_("Last article"), lambda card: card.story.last_on),
    Column(_("Articles"), lambda card: card.story.articles_count),
    Column(_("Claims to triage"), lambda card: card.story.open_claims),
    Column(_("Priority of the best"), lambda card: card.story.top_priority),
    Column(_("Best claims"), _best),
    Column(_("Owner"), lambda card: str(card.story.owner or "")),
    Column(_("Due"), lambda card: card.story.due_on),
    Column(_("Address"), lambda card: _address(card.story)),
]
VERSION_COLUMNS: list[Column[VerdictVersion]] = [
    Column(_("Claim"), lambda version: version.content["claim"]["wording"]),
    Column(_("Version"), lambda version: version.number),
    Column(_("Rating"), lambda version: version.content["rating"]["label"]),
    Column(_("Submitted by"), lambda version: str(version.submitted_by or "")),
    Column(_("Submitted"), lambda version: version.submitted_at),
    Column(_("Due"), lambda version: version.verdict.claim.due_on),
]
