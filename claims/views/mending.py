"""Correcting what the machine found in one place, and marking what it missed: plain forms.

A form that is refused comes back in its place on the claim's page or, without script, on the
mention's own, with what was typed beside what stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, retarget

from claims import mending
from claims.mending import Mended
from claims.models import Article, Claim, Mention, Refused, newest_line

from .access import MADE_ON, DeskRequest, desk, may, note_refusal, posted_id
from .kept import forget_saved, forms_left, keeps_text, kept_on
from .mend_forms import (
    AttitudeForm,
    DateForm,
    FigureForm,
    MarkForm,
    MendForm,
    SpanForm,
    SpeakerForm,
)
from .mend_parts import figures_near, mend_of

CHECK = "claims.check_claim"
MOST_PLACES = 20
AROUND = 60
# The form that was sent, if it has one, and what it does.
Step = tuple[MendForm | None, Callable[[], Mended]]
Verb = Callable[[DeskRequest, Mention, int], Step]


@require_safe
@desk
def mention(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _mention(pk), None)


def _mention(pk: int) -> Mention:
    return get_object_or_404(Mention.objects.select_related("article__outlet", "claim"), pk=pk)


def _page(
    request: DeskRequest, shown: Mention, refused: MendForm | None, status: int = 200
) -> HttpResponse:
    """The mention's own page; of the claim's page, whose form htmx sent, the forms alone."""
    claims = Claim.objects.annotate(newest_line=newest_line())
    kept = kept_on(request, "mention", shown.pk)
    context = {
        "mention": shown,
        "article": shown.article,
        "claim": claims.get(pk=shown.claim_id),
        "mend": None if shown.rejected_at else mend_of(shown, kept, refused),
        "alone": not request.htmx,
        "here": request.POST.get("next", ""),
    }
    if not request.htmx:
        return render(request, "claims/mention.html", context, status=status)
    answer = render(request, "claims/_mend_refused.html", context, status=status)
    return retarget(answer, "#mend-forms")


def _mends(view: Verb) -> Callable[..., HttpResponse]:
    """A POST that corrects something of a mention; a refusal is told beside what stands."""

    @require_POST
    @keeps_text("mention")
    @may(CHECK)
    @wraps(view)
    def mends(request: DeskRequest, pk: int) -> HttpResponse:
        shown = _mention(pk)
        claim_id = shown.claim_id
        form, deed = view(request, shown, posted_id(request, MADE_ON))
        if form is not None and not form.is_valid():
            return _page(request, shown, form, status=422)
        try:
            mended = deed()
        except Refused as refusal:
            note_refusal(request)
            if form is not None:
                form.refused = refusal
                form.knows_what_stands = True
            messages.error(request, str(refusal))
            return _page(request, _mention(pk), form, status=409)
        forget_saved(request)
        _tell(request, mended)
        now = _mention(pk).claim
        moved = request.htmx and now.pk != claim_id
        return (HttpResponseClientRedirect if moved else redirect)(f"{now.get_absolute_url()}#mend")

    return mends


def _tell(request: DeskRequest, mended: Mended) -> None:
    """What came of it; the message carries the event's id, for the Undo button beside it."""
    if mended.event is None:
        messages.info(request, _t("Nothing has changed: it stands as you say."))
        return
    done = {
        "mended": _t("Corrected; what the machine proposed stays beside it."),
        "marked": _t("Marked: it waits in the queue."),
        "rejected": _t("Rejected; the next run does not bring it back."),
    }[mended.event.kind]
    messages.success(request, done, extra_tags=str(mended.event.pk))
    for claim in mended.same_as:
        messages.warning(
            request,
            _t("“%(claim)s” (number %(number)d) says the same now; merge the two if you agree.")
            % {"claim": claim, "number": claim.pk},
        )


@_mends
def move_span(request: DeskRequest, shown: Mention, seen: int) -> Step:
    """To the places that the form gives, or one end by one word."""
    which, _sep, way = request.POST.get("step", "").partition("-")
    if which in {"start", "end"} and way in {"earlier", "later"}:
        return None, lambda: mending.step_span(shown, request.user, which, way, seen=seen)  # type: ignore[arg-type]
    form = SpanForm(request.POST, of=shown)
    return form, lambda: mending.move_span(
        shown, request.user, form.cleaned_data["start"], form.cleaned_data["end"], seen=seen
    )


@_mends
def correct_figure(request: DeskRequest, shown: Mention, seen: int) -> Step:
    row = get_object_or_404(shown.quantities.live(), pk=posted_id(request, "row"))
    form = FigureForm(request.POST, of=row, others=figures_near(shown))
    return form, lambda: mending.correct_figure(row, request.user, form.correction, seen=seen)


@_mends
def correct_speaker(request: DeskRequest, shown: Mention, seen: int) -> Step:
    """Who says it; without a row, who says what the article itself was thought to say."""
    pk = posted_id(request, "row")
    row = get_object_or_404(shown.attributions.live(), pk=pk) if pk else None
    form = SpeakerForm(request.POST, of=row, outlet=shown.article.outlet)
    if row is None:
        return form, lambda: mending.attribute(shown, request.user, form.speakers(), seen=seen)
    return form, lambda: mending.correct_speakers(row, request.user, form.speakers(), seen=seen)


@_mends
def correct_attitude(request: DeskRequest, shown: Mention, seen: int) -> Step:
    row = get_object_or_404(shown.attributions.live(), pk=posted_id(request, "row"))
    form = AttitudeForm(request.POST, of=row)
    return form, lambda: mending.correct_attitude(
        row, request.user, form.cleaned_data["attitude"], seen=seen
    )


@_mends
def correct_date(request: DeskRequest, shown: Mention, seen: int) -> Step:
    row = get_object_or_404(mending.dates_of(shown), pk=posted_id(request, "row"))
    form = DateForm(request.POST, of=row)
    return form, lambda: mending.correct_date(
        row, request.user, form.cleaned_data["first"], form.cleaned_data["last"], seen=seen
    )


@_mends
def reject_found(request: DeskRequest, shown: Mention, seen: int) -> Step:
    """Not a claim; or, with a row, no figure, no date, nobody who says it."""
    pk = posted_id(request, "row")
    rows: dict[str, Any] = {
        "figure": shown.quantities.live(),
        "attribution": shown.attributions.live(),
        "date": mending.dates_of(shown),
    }
    what = request.POST.get("what", "")
    row = get_object_or_404(rows[what], pk=pk) if what in rows else shown
    return None, lambda: mending.reject(row, request.user, seen=seen)


# --- what was missed -----------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_text("mark-claim")
@may(CHECK)
def mark_claim(request: DeskRequest, pk: int) -> HttpResponse:
    """Mark words of an article: by their place, or by themselves where they stand once."""
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    empty = partial(MarkForm, outlet=article.outlet)
    if request.method != "POST":
        left = forms_left(request, "mark-claim", {"mark-claim": ("mark", empty)}, pk)
        return _mark_page(request, article, left.get("mark") or empty())
    form = empty(request.POST)
    if not form.is_valid():
        return _mark_page(request, article, form, status=422)
    places = _places(article, form)
    if len(places) != 1:
        form.refused = Refused(
            _t("These words stand in the article more than once: choose where.")
            if places
            else _t("These words do not stand in the article; copy them from it.")
        )
        return _mark_page(request, article, form, places, status=422)
    return _mark(request, article, form, places[0])


def _mark(
    request: DeskRequest, article: Article, form: MarkForm, place: tuple[int, int]
) -> HttpResponse:
    try:
        marked, mended = mending.mark(article, request.user, *place, form.speakers())
    except Refused as refusal:
        note_refusal(request)
        form.refused = refusal
        return _mark_page(request, article, form, status=409)
    forget_saved(request)
    _tell(request, mended)
    return redirect("mention", marked.pk)


def _places(article: Article, form: MarkForm) -> list[tuple[int, int]]:
    """Where the words stand: the place that was given, else wherever the article has them."""
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    if start is not None and end is not None:
        return [(start, end)]
    words = form.cleaned_data["words"].replace("\r\n", "\n")
    found: list[tuple[int, int]] = []
    at = article.text.find(words) if words else -1
    while at >= 0 and len(found) < MOST_PLACES:
        found.append((at, at + len(words)))
        at = article.text.find(words, at + 1)
    return found


def _mark_page(
    request: DeskRequest,
    article: Article,
    form: MarkForm,
    places: Sequence[tuple[int, int]] = (),
    status: int = 200,
) -> HttpResponse:
    text = article.text
    shown = [
        {
            "start": start,
            "end": end,
            "before": text[max(0, start - AROUND) : start],
            "words": text[start:end],
            "after": text[end : end + AROUND],
        }
        for start, end in places
    ]
    context = {"article": article, "form": form, "places": shown}
    return render(request, "claims/mark.html", context, status=status)
