"""Pick, set aside, dismiss, undo: plain forms, swapped in place where htmx sends them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from claims.mending import undo
from claims.models import (
    OF_STORIES,
    SET_ASIDE,
    STANDING,
    Article,
    Claim,
    Event,
    Mention,
    Refused,
    SpeakerChange,
)
from claims.queue import article_cards, dress, dress_for_table, for_cards, for_rows

from .access import MADE_ON, REFUSED_AFTER, DeskRequest, may, note_refusal, posted_id, safe_next
from .readings import go_on_reading

# A deed may have touched more than the page shows.
MOST_SWAPPED = 50
# The shape of a page that is swapped as a whole.
PAGE = "page"


@require_POST
@may("claims.triage_claim")
def pick(request: DeskRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=pk)
    return _triage_claim(request, claim, lambda: claim.pick(request.user))


@require_POST
@may("claims.triage_claim")
def set_aside(request: DeskRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=pk)
    return _triage_claim(request, claim, lambda: claim.set_aside(request.user))


@require_POST
@may("claims.triage_claim")
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim, pk=pk)
    reason = request.POST.get("reason", "")
    return _triage_claim(request, claim, lambda: claim.dismiss(request.user, reason))


@require_POST
@may("claims.triage_claim")
def set_rest_aside(request: DeskRequest, pk: int) -> HttpResponse:
    """The claims that the page had of the article and nobody has triaged: one event, one undo.

    Those of its reprints too. What was found since the page was made stays: nobody has seen it.
    """
    article = get_object_or_404(Article.objects.defer("text"), pk=pk)
    same = Article.objects.filter(pk=pk).with_reprints()
    mentions = Mention.objects.live().filter(article__in=same.values("pk"))
    shown = mentions.filter(pk__lte=posted_id(request, MADE_ON))
    rest = Claim.objects.filter(pk__in=shown.values("claim"), state=Claim.State.NEW)
    try:
        event = rest.triage(SET_ASIDE, request.user, article=article)
    except Refused as refusal:
        note_refusal(request)
        messages.info(request, str(refusal))
        return answer_in_place(request, ())
    if mentions.filter(claim__state=Claim.State.NEW).exists():
        messages.info(request, _t("More was found in this article meanwhile; it stays."))
    return _tell(request, event)


@require_POST
@may("claims.triage_claim")
def undo_triage(request: DeskRequest) -> HttpResponse:
    """Take back the deed that the form names, else one's own last one.

    Where the last one was refused, the one before is named and stays until it is asked again.
    """
    event = _named_event(request) or Event.objects.undoable_by(request.user).first()
    if event is None:
        messages.info(request, _t("There is nothing of yours left to undo."))
        return answer_in_place(request, ())
    if request.session.pop(REFUSED_AFTER, None) == event.pk and not request.POST.get("event"):
        messages.warning(request, _refused_before(event))
        return answer_in_place(request, ())
    try:
        undone, moved_on = undo(event, request.user)
    except Refused as refusal:
        if request.POST.get("event"):
            note_refusal(request)
        messages.warning(request, str(refusal))
        return answer_in_place(request, _claims_of(event))
    if moved_on:
        messages.info(request, _moved_on(moved_on))
    return _tell(request, undone)


def _named_event(request: DeskRequest) -> Event | None:
    if not request.POST.get("event"):
        return None
    return get_object_or_404(Event, pk=posted_id(request, "event"))


def _triage_claim(request: DeskRequest, claim: Claim, deed: Callable[[], Event]) -> HttpResponse:
    """Do it and say so; where it is refused, say how the claim stands."""
    try:
        event = claim.do_as_shown(posted_id(request, MADE_ON), STANDING, deed)
    except Refused as refusal:
        standing = _t("“%(claim)s” stands as: %(state)s.") % {
            "claim": _cut(claim.wording),
            "state": claim.get_state_display(),
        }
        note_refusal(request)
        messages.info(request, f"{refusal} {standing}")
        return answer_in_place(request, [claim.pk])
    return _tell(request, event)


def _tell(request: DeskRequest, event: Event) -> HttpResponse:
    """The message carries the event's id as its tag, for the Undo button beside it."""
    undoable = event.kind != Event.Kind.UNDONE
    messages.success(request, said(event), extra_tags=str(event.pk) if undoable else "")
    go_on_reading(request)
    return answer_in_place(request, _claims_of(event), event)


def _claims_of(event: Event) -> Collection[int]:
    return list(event.members.values_list("claim", flat=True)[:MOST_SWAPPED])


def said(event: Event) -> str:
    """What happened, to what, and where it is now."""
    if event.undoes and event.story and event.undoes.kind in OF_STORIES:
        return _t("Undone (%(deed)s): “%(story)s” is as it was.") % {
            "story": event.story,
            "deed": _deed(event.undoes),
        }
    if names := list(event.speaker_changes.select_related("speaker", "after")):
        return " ".join(_said_of(change) for change in names)
    number = event.members.count()
    claim = event.members.select_related("claim").order_by("pk")[0].claim
    what = {"claim": _cut(claim.wording), "number": number}
    if event.kind == Event.Kind.PICKED:
        return (
            ngettext(
                "Picked “%(claim)s”. It waits among the queued claims.",
                "Picked %(number)s claims. They wait among the queued claims.",
                number,
            )
            % what
        )
    if event.kind == Event.Kind.DISMISSED:
        why = {**what, "reason": claim.get_dismissal_display()}
        return (
            ngettext(
                "Dismissed “%(claim)s”: %(reason)s.",
                "Dismissed %(number)s claims: %(reason)s.",
                number,
            )
            % why
        )
    if event.kind == Event.Kind.UNDONE:
        deed = _deed(event.undoes) if event.undoes else ""
        back = {**what, "state": claim.get_state_display(), "deed": deed}
        return (
            ngettext(
                "Undone (%(deed)s): “%(claim)s” is %(state)s again.",
                "Undone (%(deed)s): %(number)s claims are as they were.",
                number,
            )
            % back
        )
    return (
        ngettext(
            "Set aside “%(claim)s”. Search still finds it.",
            "Set aside %(number)s claims. Search still finds them.",
            number,
        )
        % what
    )


def _refused_before(event: Event) -> str:
    """That Z would take back another deed than the refused one, and which."""
    story = event.story if event.kind in OF_STORIES else None
    member = event.members.select_related("claim").order_by("pk").first()
    change = event.speaker_changes.select_related("speaker").first()
    of = story or (member and _cut(member.claim.wording)) or (change and change.speaker)
    return _t(
        "Nothing is undone yet: a deed of yours was refused. The last one before it: "
        "%(deed)s, “%(what)s”. Undo once more to take that back."
    ) % {"what": of, "deed": _deed(event)}


def _deed(event: Event) -> str:
    """What was done and when: "picked, 14:02", "set aside, 4 Sep 14:02"."""
    at = timezone.localtime(event.at)
    shape = "H:i" if at.date() == timezone.localdate() else "j M H:i"
    return f"{event.get_kind_display()}, {date_format(at, shape)}"


def _said_of(change: SpeakerChange) -> str:
    """Where a speaker's name is again, after a merge or split was undone."""
    if change.after is None:
        return _t("Undone: “%s” is a speaker of its own again.") % change.speaker
    names = {"name": change.speaker, "into": change.after}
    return _t("Undone: “%(name)s” is a name of “%(into)s” again.") % names


def _moved_on(number: int) -> str:
    return ngettext(
        "%(number)s claim has moved on since and stays where it is.",
        "%(number)s claims have moved on since and stay where they are.",
        number,
    ) % {"number": number}


def _cut(wording: str) -> str:
    return Truncator(wording).chars(70)


def answer_in_place(
    request: DeskRequest, claim_ids: Collection[int], event: Event | None = None
) -> HttpResponse:
    """Back to the place in the list; for htmx only what changed on the page.

    The card of a list is swapped as a whole where its last claim went, or came back.
    """
    here = safe_next(request, reverse("queue"))
    shape, page = request.POST.get("shape"), here.partition("#")[0]
    if not request.htmx or shape == PAGE:
        return redirect(here)
    came_back = event is not None and event.kind == Event.Kind.UNDONE
    context: dict[str, Any] = {
        "here": page,
        "narrowed": urlsplit(page).query,
        "shape": shape,
        "undoable": event.pk if event and not came_back else None,
        "swapped": True,
    }
    if shape in {"row", "item", "best"}:
        claims = list(for_rows(Claim.objects.filter(pk__in=claim_ids)))
        context["rows"] = dress_for_table(claims) if shape == "row" else dress(claims)
    if shape in {"card", "item", "best"}:
        shown = for_cards(Article.objects.filter(pk=posted_id(request, "article")))
        context["cards"] = article_cards(list(shown))
        if shape == "best":
            finished = any(not article.open_claims for article in shown)
            shape = "card" if finished or came_back else "item"
    answer = render(request, "claims/_swapped.html", context | {"swap": shape})
    return trigger_client_event(answer, "cardschange") if shape == "card" else answer
