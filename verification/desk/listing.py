"""The queue, by article and by claim, and assigning several claims from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from claims.models import Claim, Refused
from claims.queue import (
    Assigned,
    Worklist,
    article_cards,
    assign_several,
    by_article,
    by_claim,
    by_story,
    capped_count,
    dress_for_table,
    each_once,
    each_text,
    for_cards,
    for_rows,
    for_story_cards,
    page_of,
    story_cards,
    with_series,
)
from claims.views import DeskRequest, desk, may, note_refusal, read_id, ticked
from verification.models import SavedFilter

from .check_forms import AssignSeveralForm
from .filters import TABS, QueueFilters, with_verdict

CARDS_A_PAGE = 20
ROWS_A_PAGE = 50
# One deed's upper bound where all that a filter finds is assigned.
MOST_ASSIGNED = 200
MOST_TOLD = 10


@require_safe
@desk
def queue(request: DeskRequest) -> HttpResponse:
    return queue_page(request, {})


def queue_page(request: DeskRequest, bound: dict[str, Any], status: int = 200) -> HttpResponse:
    """What the address asks for; ``bound`` is a form that comes back with what was typed."""
    filters = QueueFilters(request.GET, request.user)
    chosen = filters.chosen
    show = QUEUES.get(chosen.get("by", ""), _by_article)
    context = {
        "filters": filters,
        "chosen": chosen,
        "is_narrowed": not chosen.keys() <= {"by", "order"},
        "here": f"{reverse('queue')}?{request.GET.urlencode()}",
        "today": timezone.localdate(),
        "tabs": TABS,
        **_saved(request),
    }
    return show(request, context | bound, status)


def chosen_tab(request: DeskRequest, tabs: Iterable[SavedFilter]) -> SavedFilter | None:
    """The saved filter that the address names, if this person has it."""
    pk = read_id(request.GET.get("saved", ""))
    return next((tab for tab in tabs if tab.pk == pk), None) if pk else None


def _saved(request: DeskRequest) -> dict[str, Any]:
    tabs = SavedFilter.objects.seen_by(request.user)  # asked for where a page shows them
    return {"saved_filters": tabs, "chosen_tab": chosen_tab(request, tabs)}


@require_http_methods(["GET", "HEAD", "POST"])
@may("claims.assign_claim")
def assign_claims(request: DeskRequest) -> HttpResponse:
    """Assign the ticked claims, or all that the address's filter finds, to one checker."""
    here = f"{reverse('queue')}?{request.GET.urlencode()}"
    if request.method != "POST":
        return redirect(here)
    form = AssignSeveralForm(request.POST)
    chosen = ticked(request)
    bound = {"assign": form, "ticked": chosen}
    if not form.is_valid():
        return queue_page(request, bound, status=422)
    to, due_on, message = (form.cleaned_data[name] for name in ("to", "due_on", "message"))
    try:
        shown = _all_found(request) if form.cleaned_data["all"] else chosen
        assigned = assign_several(shown, request.user, to, due_on, message)
    except Refused as refusal:
        note_refusal(request)
        form.refused = refusal
        return queue_page(request, bound, status=409)
    _tell(request, assigned, to)
    return redirect(here)


def claims_chosen(chosen: Mapping[str, Any], *, folded: bool = False) -> Worklist:
    """The claims that the filters leave, that of verdicts among them; see :func:`by_claim`."""
    return by_claim(chosen, folded=folded, **with_verdict(chosen))


def _all_found(request: DeskRequest) -> dict[int, int | None]:
    found = claims_chosen(QueueFilters(request.GET, request.user).chosen)
    order = (f"-{found.order.by}", f"-{found.order.tie}")
    ids = list(
        found.rows.order_by(*order).values_list(found.order.tie, flat=True)[: MOST_ASSIGNED + 1]
    )
    if len(ids) > MOST_ASSIGNED:
        raise Refused(
            _t("More than %d claims fit these filters; narrow them down first.") % MOST_ASSIGNED
        )
    return dict.fromkeys(ids)


def _tell(request: DeskRequest, assigned: Assigned, to: Any) -> None:
    """How many went, and of those that did not the first by name, each with the reason."""
    if assigned.number:
        told = ngettext(
            "Assigned %(number)s claim to %(name)s.",
            "Assigned %(number)s claims to %(name)s.",
            assigned.number,
        )
        messages.success(request, told % {"number": assigned.number, "name": to})
    for claim, why in assigned.refused[:MOST_TOLD]:
        wording = Truncator(claim.wording).chars(60)
        messages.warning(request, _t("“%(claim)s”: %(why)s") % {"claim": wording, "why": why})
    if (more := len(assigned.refused) - MOST_TOLD) > 0:
        told = ngettext(
            "%(number)s more was not assigned either.",
            "%(number)s more were not assigned either.",
            more,
        )
        messages.warning(request, told % {"number": more})


def _by_article(request: DeskRequest, context: dict[str, Any], status: int) -> HttpResponse:
    found = by_article(context["chosen"])
    page = page_of(for_cards(found.rows), found.order, request.GET, CARDS_A_PAGE)
    context |= {
        "found": found,
        "total": capped_count(each_text(found.rows) if context["is_narrowed"] else found.rows),
        "page": page,
        # What a colleague reads just now comes after the rest of the page.
        "cards": sorted(
            article_cards(each_once(page.rows)),
            key=lambda card: card.is_read_by_another(request.user),
        ),
    }
    return render(request, "verification/queue_by_article.html", context, status=status)


def _by_claim(request: DeskRequest, context: dict[str, Any], status: int) -> HttpResponse:
    found = claims_chosen(context["chosen"], folded=True)
    page = page_of(found.rows, found.order, request.GET, ROWS_A_PAGE)
    ids = [found.claim_id(row) for row in page.rows]
    claims = for_rows(Claim.objects.all()).in_bulk(ids)
    assign = AssignSeveralForm() if request.user.has_perm("claims.assign_claim") else None
    context = {"assign": assign, "ticked": ()} | context
    context |= {
        "found": found,
        "total": capped_count(found.rows),
        "page": page,
        "most_assigned": MOST_ASSIGNED,
        "rows": with_series(dress_for_table([claims[pk] for pk in ids])),
    }
    return render(request, "verification/queue_by_claim.html", context, status=status)


def _by_story(request: DeskRequest, context: dict[str, Any], status: int) -> HttpResponse:
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
    return render(request, "verification/queue_by_story.html", context, status=status)


# What narrows down claims, of which a story has many of all kinds.
OF_CLAIMS = ("state", "kind", "bears", "speaker", "owner", "due", "verdict")
QUEUES = {"claim": _by_claim, "story": _by_story}
