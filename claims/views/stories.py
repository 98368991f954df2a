"""One story: its articles, its best claims, and what people decide about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from claims.matching import similar_stories
from claims.models import Article, Claim, Event, Refused, Story
from claims.queue import best_claims, capped_count, dress, for_rows, for_story_cards

from .access import MADE_ON, DeskRequest, desk, may, note_refusal, posted_id, read_id, safe_next
from .kept import forget_saved, forms_left, keeps_text
from .story_forms import MOST_MERGED, MergeStoriesForm, OwnForm, RenameForm

MOST_ARTICLES_SHOWN = 200
MOST_CLAIMS_SHOWN = 10
MOST_HISTORY = 30
Deed = Callable[[], Event]
# Those into which one writes, by their addresses.
KEPT_FORMS = {
    "rename-story": ("rename_form", RenameForm),
    "merge-story": ("merge_form", MergeStoriesForm),
}


@require_safe
@desk
def story(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _story(pk)
    if shown.merged_into:
        into = shown.survivor
        messages.info(
            request,
            _t("“%(story)s” has been merged into this one.") % {"story": shown},
        )
        return redirect(into)
    return _page(request, shown)


@require_POST
@keeps_text("story")
@may("claims.triage_claim")
def rename(request: DeskRequest, pk: int) -> HttpResponse:
    shown, form = _story(pk), RenameForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, rename_form=form, status=422)
    title = form.cleaned_data["title"]
    return _do(request, shown, lambda: shown.rename(request.user, title), _t("Renamed."))


@require_POST
@may("claims.triage_claim")
def follow(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _story(pk)
    done = _t("You follow “%s”: home shows it to the whole desk.") % shown
    return _do(request, shown, lambda: shown.follow(request.user), done)


@require_POST
@may("claims.triage_claim")
def unfollow(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _story(pk)
    done = _t("“%s” is followed no longer.") % shown
    return _do(request, shown, lambda: shown.unfollow(request.user), done)


@require_POST
@may("claims.triage_claim")
def ignore(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _story(pk)
    done = _t("“%s” is ignored. Its claims are set aside, and those that still come.") % shown
    return _do(request, shown, lambda: shown.ignore(request.user), done)


@require_POST
@may("claims.triage_claim")
def heed(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _story(pk)
    done = _t("New claims of “%s” come into the queue again.") % shown
    return _do(request, shown, lambda: shown.heed(request.user), done)


@require_POST
@may("claims.triage_claim")
def own(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _story(pk)
    form = OwnForm(request.POST, by=request.user, story=shown)
    if not form.is_valid():
        return _page(request, shown, own_form=form, status=422)
    owner, due_on = form.cleaned_data["owner"], form.cleaned_data["due_on"]
    return _do(request, shown, lambda: shown.own(request.user, owner, due_on), _t("Saved."))


@require_POST
@keeps_text("story")
@may("claims.triage_claim")
def merge(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that the chosen stories tell of the same as this one."""
    shown, form = _story(pk), MergeStoriesForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, merge_form=form, status=422)
    ids = [read_id(chosen) for chosen in request.POST.getlist("story")[:MOST_MERGED]]
    others = list(Story.objects.filter(pk__in=ids))
    if form.cleaned_data["other"]:
        others.append(form.cleaned_data["other"])
    done = ngettext(
        "Merged %(number)s story into this one.",
        "Merged %(number)s stories into this one.",
        len(others),
    ) % {"number": len(others)}
    return _do(request, shown, lambda: shown.merge(request.user, others), done)


@require_POST
@may("claims.triage_claim")
def split(request: DeskRequest, pk: int) -> HttpResponse:
    """Make a story of its own of the chosen articles."""
    shown = _story(pk)
    chosen = [read_id(article) for article in request.POST.getlist("article")]
    done = _t("The chosen articles are a story of their own, and stay there.")
    return _do(request, shown, lambda: shown.split(request.user, chosen), done)


@require_POST
@may("claims.triage_claim")
def set_rest_aside(request: DeskRequest, pk: int) -> HttpResponse:
    """The claims that the page had of the story and nobody has triaged: one event, one undo."""
    shown = _story(pk)
    known = posted_id(request, MADE_ON)
    done = _t("Set the rest of “%s” aside. Search still finds it.") % shown
    return _do(request, shown, lambda: shown.set_rest_aside(request.user, known), done)


def _story(pk: int) -> Story:
    return get_object_or_404(Story.objects.select_related("merged_into", "owner"), pk=pk)


def _do(request: DeskRequest, shown: Story, deed: Deed, done: str) -> HttpResponse:
    """Do it and say so, with Undo beside it where it can be undone; or say why not."""
    try:
        event = deed()
    except Refused as refusal:
        note_refusal(request)
        messages.warning(request, str(refusal))
        return redirect(safe_next(request, shown.survivor.get_absolute_url()))
    forget_saved(request)
    undoable = Event.objects.undoable_by(request.user).filter(pk=event.pk).exists()
    messages.success(request, done, extra_tags=str(event.pk) if undoable else "")
    return redirect(safe_next(request, shown.get_absolute_url()))


def _page(
    request: DeskRequest, shown: Story, status: int = 200, **bound: forms.Form
) -> HttpResponse:
    """The story's page; ``bound`` are forms that come back with what was typed."""
    shown = for_story_cards(Story.objects.filter(pk=shown.pk)).get()
    articles = Article.objects.latest_versions().filter(story=shown)
    ids = best_claims([shown.pk], MOST_CLAIMS_SHOWN)[shown.pk]
    claims = for_rows(Claim.objects.all()).in_bulk(ids)
    context: dict[str, Any] = {
        "story": shown,
        "articles": articles.select_related("outlet")
        .defer("text")
        .order_by("sorted_on", "published_at", "pk")[:MOST_ARTICLES_SHOWN],
        "rows": dress([claims[pk] for pk in ids if pk in claims]),
        "aside": capped_count(shown.aside()),
        "history": shown.events.select_related("actor").order_by("-pk")[:MOST_HISTORY],
        "similar": similar_stories(shown),
        "here": shown.get_absolute_url(),
        "rename_form": RenameForm(initial={"title": shown.title}),
        "merge_form": MergeStoriesForm(),
        "own_form": OwnForm(by=request.user, story=shown),
    }
    left = forms_left(request, "story", KEPT_FORMS, shown.pk)
    return render(request, "claims/story.html", context | left | bound, status=status)
