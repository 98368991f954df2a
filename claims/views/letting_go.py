"""What was let go: set aside by people and by age, each to be taken back as one deed."""

from __future__ import annotations

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.models import Event, EventMember
from claims.queue import Order, page_of

from .access import DeskRequest, desk

DEEDS_A_PAGE = 25


@require_safe
@desk
def set_aside_lately(request: DeskRequest) -> HttpResponse:
    """The latest deeds that set claims aside: whose, how many, why, and the way back."""
    members = EventMember.objects.filter(event=OuterRef("pk")).order_by().values("event")
    deeds = Event.objects.filter(kind=Event.Kind.SET_ASIDE).select_related("actor", "article")
    counted = deeds.defer("article__text").annotate(
        number=Coalesce(Subquery(members.annotate(n=Count("pk")).values("n")), 0)
    )
    page = page_of(
        counted.select_related("undone_by__actor"), Order("id"), request.GET, DEEDS_A_PAGE
    )
    shown = Event.objects.filter(pk__in=[deed.pk for deed in page.rows])
    context = {
        "page": page,
        "undoable": set(shown.undoable_for(request.user).values_list("pk", flat=True)),
        "here": request.get_full_path(),
    }
    return render(request, "claims/set_aside_lately.html", context)
