"""Sign-off: the list of what waits, and the one page on which an editor decides."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import F, Prefetch, QuerySet
from django.forms import BaseForm
from django.http import FileResponse, Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from claims.models import Claim, Mention, Refused, Stale, User, newest_line
from claims.queue import passage_of
from claims.views import (
    DeskRequest,
    desk,
    forget_saved,
    give_back,
    keeps_text,
    kept_on,
    may,
    note_refusal,
)
from verification.evidence import snapshots
from verification.models import (
    REASONS,
    SIGN,
    TEXTS,
    Publication,
    SignOff,
    Snapshot,
    VerdictVersion,
    departures_told,
)

from . import overwriting
from .check_forms import CommentForm, SignOffForm, SuggestionForm
from .conflicts import tell_what_stands
from .differences import Pieces, difference
from .steps import do_as_shown

LONGEST_LIST = 100


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is not what it was in the version frozen before."""

    what: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece of evidence with its stored file, and whether the quote is found in it."""

    content: dict[str, Any]
    snapshot: Snapshot | None
    quote_found: bool
    ticked: bool


def versions_waiting() -> QuerySet[VerdictVersion]:
    """Versions that wait for sign-off, the earliest due first."""
    submitted = VerdictVersion.objects.filter(state=VerdictVersion.State.SUBMITTED)
    whole = submitted.select_related("verdict__claim", "rating", "submitted_by")
    due = F("verdict__claim__due_on").asc(nulls_last=True)
    decisions = Prefetch("sign_offs", SignOff.objects.select_related("by"))
    return whole.prefetch_related("contributors", decisions).order_by(due, "submitted_at")


def why_not_yours(version: VerdictVersion, by: User) -> str:
    """Why a version that waits is not this person's to sign now; empty where they may.

    One that somebody has signed with other wording waits for its author.
    """
    for sign_off in version.sign_offs.all():
        if sign_off.decision == SignOff.Decision.SUGGESTED:
            return _t("%(name)s has signed it with other wording, which waits for %(author)s.") % {
                "name": sign_off.by,
                "author": version.submitted_by,
            }
    return version.why_not_sign(by)


def versions_to_publish() -> QuerySet[VerdictVersion]:
    """Versions that are signed off and not published, the newest first."""
    signed = VerdictVersion.objects.filter(state=VerdictVersion.State.SIGNED_OFF)
    return signed.select_related("verdict__claim", "signed_by__by").order_by("-signed_by__at")


@require_safe
@desk
def waiting(request: DeskRequest) -> HttpResponse:
    versions = versions_waiting()[:LONGEST_LIST]
    context = {
        "rows": [(version, why_not_yours(version, request.user)) for version in versions],
        "to_publish": versions_to_publish()[:LONGEST_LIST],
        "under_review": Publication.objects.under_review().select_related(
            "version__verdict__claim", "by"
        )[:LONGEST_LIST],
    }
    return render(request, "verification/signoff_list.html", context)


@require_safe
@vary_on_headers("HX-Request")
@desk
def version(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, pk, {})


def _page(
    request: DeskRequest, pk: int, bound: dict[str, BaseForm], status: int = 200
) -> HttpResponse:
    versions = VerdictVersion.objects.select_related(
        "verdict__claim__wording_confirmed_by", "submitted_by", "signed_by__by"
    ).exclude(frozen=None)
    shown = get_object_or_404(versions, pk=pk)
    claims = Claim.objects.select_related("wording_confirmed_by").annotate(
        newest_line=newest_line()
    )
    stated = {name: getattr(shown, name) for name in ("headline", "summary", "reasoning")}
    initial = {"content_hash": shown.content_hash}
    context = {
        "version": shown,
        "claim": claims.get(pk=shown.verdict.claim_id),
        "content": shown.frozen,
        "evidence": _seen(shown, request.POST.getlist("seen")),
        "contributors": list(shown.contributors.all()),
        "sign_offs": list(shown.sign_offs.select_related("by")),
        "why_not": shown.why_not_sign(request.user),
        "changes": _changes(shown),
        "unconfirmed": _unconfirmed(shown),
        "differs": departures_told(shown.verdict.claim, shown.content["claim"]["wording"]),
        "forms": {
            "sign": SignOffForm(version=shown, initial=initial),
            "changes": CommentForm(),
            "suggest": SuggestionForm(version=shown, initial=initial | stated),
        }
        | _kept_forms(request, shown)
        | bound,
    }
    context |= _in_its_article(shown)
    return render(request, "verification/signoff.html", context, status=status)


def _in_its_article(shown: VerdictVersion) -> dict[str, Any]:
    """The claim in its sentence: where a person confirmed it, else where it stands first."""
    mentions = Mention.objects.live().filter(claim=shown.verdict.claim)
    first = (
        mentions.select_related("article__outlet")
        .order_by(F("confirmed_at").asc(nulls_last=True), "article__sorted_on", "pk")
        .first()
    )
    return {"article": first.article, "passage": passage_of(first)} if first else {}


def _kept_forms(request: DeskRequest, shown: VerdictVersion) -> dict[str, Any]:
    """The forms that this person has typed into and not saved. Ticks are looks: made anew."""
    rows = []
    for row in kept_on(request, "signoff-version", shown.pk):
        data = row.data
        data.pop("seen", None)
        rows.append((*_form(row.verb, data, shown), row))
    return give_back(rows)


def _form(verb: str, data: QueryDict, shown: VerdictVersion) -> tuple[str, BaseForm]:
    """The form that a verb's address reads, and its name on the page."""
    match verb:
        case "sign-off":
            return "sign", SignOffForm(data, version=shown)
        case "suggest":
            return "suggest", SuggestionForm(data, version=shown)
        case _:
            return "changes", CommentForm(data)


def _seen(shown: VerdictVersion, ticked: Collection[str]) -> list[Seen]:
    pieces = shown.content["evidence"]
    hashes = {piece["snapshot"]["sha256"] for piece in pieces if piece["snapshot"]}
    stored = {row.sha256: row for row in Snapshot.objects.filter(sha256__in=hashes)}
    seen = []
    for piece in pieces:
        snapshot = stored.get(piece["snapshot"]["sha256"]) if piece["snapshot"] else None
        quote = piece["quote"]  # what is withheld is in no content, and found nowhere
        found = snapshot is not None and bool(quote) and snapshots.has_quote(snapshot, quote)
        seen.append(Seen(piece, snapshot, found, str(piece["id"]) in ticked))
    return seen


def _changes(shown: VerdictVersion) -> list[Change]:
    """What differs from the version that was frozen before this one."""
    earlier = (
        VerdictVersion.objects.filter(verdict=shown.verdict, number__lt=shown.number)
        .exclude(frozen=None)
        .order_by("-number")
        .first()
    )
    if earlier is None:
        return []
    before, after = _stated(earlier.content), _stated(shown.content)
    return [
        Change(what, difference(before.get(key, ("", ""))[1], after.get(key, ("", ""))[1]))
        for key, (what, _text) in (before | after).items()
        if before.get(key) != after.get(key)
    ]


def _stated(content: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """All that a version says, as pairs of a name for people and text, under stable keys."""
    claim = content["claim"]
    stated = {
        "wording": (_t("wording"), claim["wording"]),
        "checks": (_t("what the check asks"), claim["checks"]),
        "speakers": (_t("who says it"), ", ".join(_names(claim))),
        "rating": (_t("rating"), content["rating"]["label"]),
        "correction": (_t("correction"), " · ".join(filter(None, content["correction"].values()))),
    }
    for name in (*TEXTS, *REASONS):
        label = VerdictVersion._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        stated[name] = (str(label), content[name])
    for piece in content["evidence"]:
        text = " · ".join(_parts(piece))
        stated[f"evidence-{piece['id']}"] = (
            _t("evidence from “%s”") % piece["source"]["title"],
            text,
        )
    for name, what, line in (
        ("mentions", _t("where it was said"), "{outlet}: {title}"),
        ("calculations", _t("calculations"), "{kind} {inputs} = {result} {unit}"),
        ("contacts", _t("whom we asked"), "{on} {whom}: {outcome}. {reply}"),
    ):
        rows = claim[name] if name in claim else content[name]
        stated[name] = (what, "; ".join(line.format(**row) for row in rows))
    return stated


def _names(claim: dict[str, Any]) -> list[str]:
    """Who says it, and through whom."""
    names = [speaker["name"] for speaker in claim["speakers"]]
    return [*names, claim["via"]] if claim["via"] else names


def _parts(piece: dict[str, Any]) -> list[str]:
    """All that readers see of a piece of evidence, its source's words and its file included."""
    said = [piece[name] for name in ("stance", "quote", "locator", "figure", "withheld")]
    source = [_t("primary source") if part is True else part for part in piece["source"].values()]
    file = piece["snapshot"].values() if piece["snapshot"] else ()
    return [str(part) for part in (*said, *source, *file) if part]


def _unconfirmed(shown: VerdictVersion) -> list[str]:
    """What a machine supplied and nobody confirmed."""
    left = []
    if not shown.content["claim"]["wording_confirmed"]:
        left.append(_t("The wording is the machine's."))
    mentions = Mention.objects.live().filter(claim=shown.verdict.claim, confirmed_at=None).count()
    if mentions:
        left.append(_t("%d mentions; the page will not list them.") % mentions)
    return left


def _decide(
    request: DeskRequest, pk: int, name: str, form: Any, deed: Callable[[], Any], done: str
) -> HttpResponse:
    """Do the deed and go to the list; refused, the page comes back with what was typed."""
    if form.is_valid():
        try:
            claim = Claim.objects.get(verdicts__versions=pk)
            do_as_shown(request, claim, overwriting.DECISION, deed)
        except Stale as stale:
            note_refusal(request)
            tell_what_stands(form, stale, {})
            return _page(request, pk, {name: form}, status=409)
        except Refused as refusal:
            note_refusal(request)
            form.refused = refusal
            return _page(request, pk, {name: form}, status=409)
        forget_saved(request)
        messages.success(request, done)
        return (
            HttpResponseClientRedirect(reverse("signoff")) if request.htmx else redirect("signoff")
        )
    return _page(request, pk, {name: form}, status=422)


def _version(pk: int) -> VerdictVersion:
    return get_object_or_404(VerdictVersion.objects.exclude(frozen=None), pk=pk)


@require_POST
@keeps_text("signoff-version")
@may(SIGN)
def sign_off(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _version(pk)
    form = SignOffForm(request.POST, version=shown)
    return _decide(
        request,
        pk,
        "sign",
        form,
        lambda: shown.sign_off(
            request.user,
            form.cleaned_data["content_hash"],
            form.cleaned_data["seen"],
            form.cleaned_data["comment"],
        ),
        _t("Signed off: the claim is checked. It waits below to be published."),
    )


@require_POST
@keeps_text("signoff-version")
@may(SIGN)
def request_changes(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _version(pk)
    form = CommentForm(request.POST)
    return _decide(
        request,
        pk,
        "changes",
        form,
        lambda: shown.request_changes(request.user, form.cleaned_data["comment"]),
        _t("Sent back; the next version is open."),
    )


@require_POST
@keeps_text("signoff-version")
@may(SIGN)
def suggest(request: DeskRequest, pk: int) -> HttpResponse:
    shown = _version(pk)
    form = SuggestionForm(request.POST, version=shown)
    return _decide(
        request,
        pk,
        "suggest",
        form,
        lambda: shown.sign_off_with_suggestions(
            request.user,
            form.cleaned_data["content_hash"],
            form.cleaned_data["seen"],
            form.suggestions(),
            form.cleaned_data["comment"],
        ),
        _t("Suggested and signed; the author accepts it with one click."),
    )


@require_safe
@desk
def snapshot(request: DeskRequest, pk: int) -> FileResponse:
    """The stored bytes as a download: somebody else's script never runs on our origin."""
    stored = get_object_or_404(Snapshot, pk=pk)
    if not stored.path.exists():
        raise Http404(_t("The stored file is gone from this machine."))
    response = FileResponse(
        stored.path.open("rb"),
        as_attachment=True,
        filename=stored.name,
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
