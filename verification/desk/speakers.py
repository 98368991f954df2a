"""One speaker: what they are reported to have said, what became of it, who else they may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from claims import likeness
from claims.models import Attribution, Claim, QueueEntry, Refused, Speaker, SpeakerChange, Stale
from claims.queue import ANY_STATE, ClaimRow, by_claim, dress, for_rows, page_of
from claims.views import (
    MADE_ON,
    DeskRequest,
    desk,
    forget_saved,
    forms_left,
    keeps_text,
    may,
    note_refusal,
    posted_id,
    read_id,
)

from .filters import MergeForm, SpeakerFilters
from .standing import Check, checks_of

MOST_LOOKED_AT = 200
MOST_CANDIDATES = 8
MOST_HISTORY = 50
# How many attributions the forms of a name are gathered from, and how many are shown.
MOST_ATTRIBUTIONS = 500
MOST_FORMS = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of the speaker: its row, its check if there is one, the aliases it was said by."""

    row: ClaimRow
    check: Check | None
    aliases: Sequence[Speaker]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another speaker who may be the same, why, and which of the two names would go."""

    other: Speaker
    why: Promise
    claims: int
    gone: Speaker
    stays: Speaker


@require_safe
@desk
def speaker(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _speaker(pk)
    if shown.merged_into:
        return redirect(shown.merged_into)
    return _page(request, shown)


@require_POST
@keeps_text("speaker")
@may("claims.triage_claim")
def merge(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that this speaker is the one that the form names."""
    gone = _speaker(pk)
    form = MergeForm(request.POST)
    if not form.is_valid():
        form.fields["into"].widget.attrs["autofocus"] = True  # a narrow screen has it far down
        return _page(request, gone.survivor, form, status=422)
    into = form.cleaned_data["into"]
    try:
        known = posted_id(request, MADE_ON)
        event = gone.do_as_shown(known, lambda: gone.merge(request.user, into), into)
    except Stale as stale:
        note_refusal(request)
        form.add_error(None, str(stale))
        return _page(request, gone.survivor, form, status=409)
    except Refused as refused:
        note_refusal(request)
        messages.warning(request, str(refused))
        return redirect(gone.survivor)
    forget_saved(request)
    done = _t("Merged “%(name)s” into “%(into)s”.") % {"name": gone, "into": into}
    messages.success(request, done, extra_tags=str(event.pk))
    return redirect(into)


@require_POST
@may("claims.triage_claim")
def split(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that the chosen aliases are somebody else's."""
    shown = _speaker(pk)
    chosen = [pk for alias in request.POST.getlist("alias") if (pk := read_id(alias))]
    try:
        known = posted_id(request, MADE_ON)
        event = shown.do_as_shown(known, lambda: shown.split(request.user, chosen))
    except Stale as stale:
        note_refusal(request)
        messages.warning(request, str(stale))
        return _page(request, shown.survivor, status=409)
    except Refused as refused:
        note_refusal(request)
        messages.warning(request, str(refused))
        return redirect(shown.survivor)
    head = event.speaker_changes.select_related("speaker").get(after=None).speaker
    done = ngettext(
        "Split “%(name)s” off “%(speaker)s”: a speaker of its own again.",
        "Split %(number)s names off “%(speaker)s”: they are “%(name)s” from now on.",
        len(chosen),
    )
    words = {"name": head, "speaker": shown, "number": len(chosen)}
    messages.success(request, done % words, extra_tags=str(event.pk))
    return redirect(shown)


def _speaker(pk: int) -> Speaker:
    return get_object_or_404(Speaker.objects.select_related("merged_into"), pk=pk)


def _page(
    request: DeskRequest, shown: Speaker, form: MergeForm | None = None, status: int = 200
) -> HttpResponse:
    # Read before all else, so that the page knows no less than it says it does.
    newest_change = SpeakerChange.objects.order_by("-pk").values_list("pk", flat=True).first()
    aliases = list(shown.aliases.order_by("name", "pk"))
    filters = SpeakerFilters(request.GET, label_suffix="")
    found = by_claim({"speaker": shown, "state": filters.chosen})
    page = page_of(found.rows, found.order, request.GET)
    candidates = _candidates(shown, aliases)
    context = {
        "speaker": shown,
        "newest_change": newest_change or 0,
        "aliases": aliases,
        "forms_of_name": _forms_of_name([shown, *aliases]),
        "filters": filters,
        "is_narrowed": filters.chosen != ANY_STATE,
        "page": page,
        "said": _said([found.claim_id(row) for row in page.rows], shown),
        "candidates": candidates,
        "merge_form": form or _left(request, shown),
        "history": _history(shown),
        "here": request.get_full_path() if status == 200 else shown.get_absolute_url(),
    }
    return render(request, "verification/speaker.html", context, status=status)


def _left(request: DeskRequest, shown: Speaker) -> MergeForm:
    """The form as the person left it, or empty."""
    forms = {"merge-speaker": ("merge", MergeForm)}
    left: dict[str, MergeForm] = forms_left(request, "speaker", forms, shown.pk)
    return left.get("merge") or MergeForm()


def _said(claim_ids: Sequence[int], shown: Speaker) -> list[Said]:
    """The claims in this order, in a fixed number of queries."""
    claims = for_rows(Claim.objects.all()).in_bulk(claim_ids)
    rows = dress([claims[pk] for pk in claim_ids])
    checks = checks_of(claim_ids)
    return [
        Said(
            row,
            checks.get(row.claim.pk),
            [name for name in row.claim.speakers.all() if name.merged_into_id == shown.pk],
        )
        for row in rows
    ]


def _candidates(shown: Speaker, aliases: Sequence[Speaker]) -> list[Candidate]:
    """Who may be the same: the fullest names first. Suggestions, never more."""
    names = [shown, *aliases]
    keys = {name.alike for name in names if name.alike}
    others = Speaker.objects.filter(alike__in=keys).exclude(Q(pk=shown.pk) | Q(merged_into=shown))
    found: dict[Speaker, Promise] = {}
    for other in others.select_related("merged_into").order_by("pk")[:MOST_LOOKED_AT]:
        why = _why_alike(names, other)
        if why and other.survivor not in found:
            found[other.survivor] = why
    best = sorted(found, key=lambda other: likeness.fullness(other.name), reverse=True)
    best = best[:MOST_CANDIDATES]
    claims = _claims_of([other.pk for other in best])
    return [
        Candidate(other, found[other], claims[other.pk], *_by_fullness(shown, other))
        for other in best
    ]


def _why_alike(names: Sequence[Speaker], other: Speaker) -> Promise | None:
    """The first reason that any of the names gives."""
    reasons = (likeness.reason(name.name, name.kind, other.name, other.kind) for name in names)
    return next((reason for reason in reasons if reason), None)


def _by_fullness(one: Speaker, other: Speaker) -> tuple[Speaker, Speaker]:
    """Which name would go and which would stay: the fuller one, or the one that is shown."""
    if likeness.fullness(other.name) > likeness.fullness(one.name):
        return one, other
    return other, one


def _claims_of(speaker_ids: Collection[int]) -> Counter[int]:
    entries = QueueEntry.objects.filter(speaker__in=speaker_ids).order_by()
    return Counter(dict(entries.values_list("speaker").annotate(Count("pk"))))


def _forms_of_name(names: Sequence[Speaker]) -> list[str]:
    """How articles write the names, titles and all; what is a name here anyway left out."""
    through = Attribution.speakers.through.objects
    together = through.filter(attribution=OuterRef("attribution")).exclude(speaker__in=names)
    alone = through.filter(~Exists(together), speaker__in=names)
    written = alone.values_list("attribution__speaker_text", flat=True)[:MOST_ATTRIBUTIONS]
    known = {name.name.casefold() for name in names}
    lasts = {name.split()[-1] for name in known if name.strip()}
    forms: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for form in written:
        plain = form.casefold()
        if plain not in known and any(last in plain for last in lasts):
            forms[plain] += 1
            shown.setdefault(plain, form)
    return [shown[form] for form, _number in forms.most_common(MOST_FORMS)]


def _history(shown: Speaker) -> QuerySet[SpeakerChange]:
    """The merges and splits that had to do with the speaker, newest first."""
    changes = SpeakerChange.objects.filter(Q(speaker=shown) | Q(before=shown) | Q(after=shown))
    related = changes.select_related("event__actor", "speaker", "before", "after")
    return related.order_by("-pk")[:MOST_HISTORY]
