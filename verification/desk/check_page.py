"""What the claim page shows of the check: forms, evidence, versions, gaps, publication."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import F, Prefetch
from django.forms import BaseForm
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import gettext as _t

from claims.models import Claim, User
from claims.views import DeskRequest, give_back, kept_on, read_id
from verification import claimreview
from verification.evidence import compare, snapshots
from verification.models import (
    SIGN,
    Comment,
    Evidence,
    Publication,
    SignOff,
    Verdict,
    VerdictVersion,
    to_publish,
    to_submit,
)

from .check_forms import (
    AssignForm,
    CalculationForm,
    ContactForm,
    HandOverForm,
    HoldForm,
    PublishForm,
    ReasonForm,
    RemarkForm,
    VerdictForm,
    WordingForm,
)
from .evidence_form import EvidenceForm
from .tabs import tab_of

# Which plain form a verb's address reads, and its name on the page.
FORMS_OF_VERBS: dict[str, tuple[str, type[BaseForm]]] = {
    "word": ("word", WordingForm),
    "contact": ("contact", ContactForm),
    "calculation": ("calculation", CalculationForm),
    "hand-over": ("hand_over", HandOverForm),
    "assign": ("assign", AssignForm),
    "hold": ("hold", HoldForm),
    "comment": ("comments", RemarkForm),
    "publish": ("publication", PublishForm),
    "unpublish": ("reason", ReasonForm),
    "withdraw": ("reason", ReasonForm),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence as the desk shows it."""

    evidence: Evidence
    comparison: str
    quote_missing: bool
    form: EvidenceForm | None


def check_context(request: DeskRequest, claim: Claim, bound: dict[str, Any]) -> dict[str, Any]:
    """Everything about the check, for the claim page; ``bound`` are forms as they were typed."""
    user = request.user
    lock = tab_of(request) or str(uuid.uuid4())
    verdict = _verdict(claim)
    bound = _kept(request, claim, verdict) | bound
    versions = list(verdict.versions.all()) if verdict else []
    newest = versions[0] if versions else None
    draft = newest if newest and newest.state == VerdictVersion.State.DRAFT else None
    mine = claim.may_edit(user) and claim.state in {"checking", "on_hold"}
    publication = _publication(verdict)
    context: dict[str, Any] = {
        "verdict": verdict,
        "versions": versions,
        "newest": newest,
        "draft": draft,
        "is_bound": bool(bound),
        "mine": mine,
        "would_bar": mine and _would_bar(newest, user),
        "mending_bars": _would_bar(newest, user),
        "pieces": _pieces(verdict, claim, bound, mine),
        "calculations": list(verdict.calculations.filter(removed_at=None)) if verdict else [],
        "contacts": list(verdict.contacts.filter(removed_at=None)) if verdict else [],
        "suggested": _suggestion(newest),
        "comments": _comments(verdict),
        "html_to_copy": _html(publication),
        "to_submit": to_submit(draft) if draft and mine else [],
        "to_publish": to_publish(newest)
        if newest and mine | (newest.state == "signed_off")
        else [],
        "publication": publication,
        "may_begin_next": user.has_perm("claims.check_claim") and claim.may_edit(user),
        "may_reopen": not claim.why_not_reopen(user),
        "may_publish": claim.state == Claim.State.CHECKED
        and _may_publish(newest, publication, user),
        "why_no_claim_review": _why_none(publication),
        "claim_review": _record(publication),
        "lock": lock,
        "lock_minutes": settings.LOCK_MINUTES,
        "edited_elsewhere": claim.is_locked and not claim.is_locked_for(user, lock),
    }
    context["forms"] = _forms(claim, verdict, draft, publication) | bound
    return context


def _verdict(claim: Claim) -> Verdict | None:
    versions = VerdictVersion.objects.select_related(
        "rating__scale", "submitted_by", "signed_by__by", "created_by"
    ).prefetch_related(Prefetch("sign_offs", SignOff.objects.select_related("by")), "contributors")
    return (
        Verdict.objects.filter(claim=claim)
        .select_related("claim")
        .prefetch_related(Prefetch("versions", versions.order_by("-number")))
        .first()
    )


def _pieces(
    verdict: Verdict | None, claim: Claim, bound: dict[str, Any], mine: bool
) -> list[Piece]:
    if verdict is None:
        return []
    current = verdict.evidence.current().select_related("compared_with__article", "added_by")
    return [
        Piece(
            evidence=piece,
            comparison=compare(piece),
            quote_missing=piece.snapshot is not None
            and not snapshots.has_quote(piece.snapshot, piece.quote),
            form=bound.get(f"evidence-{piece.pk}")
            or (EvidenceForm(instance=piece, claim=claim) if mine else None),
        )
        for piece in current
    ]


def _would_bar(newest: VerdictVersion | None, user: User) -> bool:
    """Could this person sign the check now, and not any more after an edit?"""
    hands = newest.contributors.all() if newest else ()
    return user.has_perm(SIGN) and not settings.ALLOW_OWN_SIGN_OFF and user not in hands


def _suggestion(newest: VerdictVersion | None) -> SignOff | None:
    """Wording that an editor signed and the author has not accepted yet."""
    if newest is None or newest.state != VerdictVersion.State.SUBMITTED:
        return None
    return next((sign for sign in newest.sign_offs.all() if sign.decision == "suggested"), None)


def _publication(verdict: Verdict | None) -> Publication | None:
    if verdict is None:
        return None
    live = Publication.objects.live().filter(verdict=verdict)
    return live.select_related("version", "by").first()


def _may_publish(
    newest: VerdictVersion | None, publication: Publication | None, user: User
) -> bool:
    """Is there a signed version that this person could show to readers?"""
    if newest is None or newest.state != VerdictVersion.State.SIGNED_OFF:
        return False
    return publication is None or not publication.why_not_correct(user)


def _comments(verdict: Verdict | None) -> list[Comment]:
    """Open ones first; those on earlier versions stay until somebody resolves them."""
    if verdict is None:
        return []
    comments = Comment.objects.filter(version__verdict=verdict).select_related(
        "by", "version", "resolved_by"
    )
    return list(comments.order_by(F("resolved_at").desc(nulls_first=True), "pk"))


def _html(publication: Publication | None) -> str:
    """The check as HTML for the newsroom's own site; it brings no style of ours."""
    if publication is None or publication.notice != Publication.Notice.CHECK:
        return ""
    content = {"content": publication.version.content}
    parts = ("verification/public/_verdict.html", "verification/public/_check.html")
    html = "\n".join(line for part in parts for line in _lines(render_to_string(part, content)))
    # On another site our own addresses lead here only when they are whole.
    return html.replace('href="/', f'href="{settings.SITE_URL.rstrip("/")}/')


def _lines(html: str) -> list[str]:
    return [line for line in html.splitlines() if line.strip()]


def _why_none(publication: Publication | None) -> str:
    if publication is None:
        return ""
    return {
        "no_url": _t("No ClaimReview: none of the listed mentions is in an article with a URL."),
        "notice": _t("No ClaimReview while the check is not on its page."),
        "": "",
    }[claimreview.why_none(publication)]


def _record(publication: Publication | None) -> str:
    record = claimreview.claim_review(publication) if publication else None
    return claimreview.script(record) if record else ""


def _forms(
    claim: Claim,
    verdict: Verdict | None,
    draft: VerdictVersion | None,
    publication: Publication | None,
) -> dict[str, Any]:
    version = draft or VerdictVersion(verdict=verdict) if verdict else VerdictVersion()
    return {
        "word": WordingForm(initial={"wording": claim.wording, "checks": claim.checks}),
        "evidence": EvidenceForm(claim=claim),
        "verdict": VerdictForm(instance=version),
        "calculation": CalculationForm(),
        "contact": ContactForm(),
        "hand_over": HandOverForm(),
        "assign": AssignForm(initial={"due_on": claim.due_on}),
        "hold": HoldForm(),
        "publication": PublishForm(
            initial={"external_url": publication.external_url if publication else ""}
        ),
        "reason": ReasonForm(),
        "comments": RemarkForm(),
    }


def _kept(request: DeskRequest, claim: Claim, verdict: Verdict | None) -> dict[str, Any]:
    """The forms that this person has typed into and not saved, as they left them."""
    rows = [
        (name, form, row)
        for row in kept_on(request, "claim", claim.pk)
        for name, form in _form(row.verb, row.data, claim, verdict).items()
    ]
    return give_back(rows)


def _evidence_form(data: QueryDict, claim: Claim) -> dict[str, Any]:
    """The form of a piece that was being changed."""
    pieces = Evidence.objects.filter(verdict__claim=claim)
    piece = pieces.filter(pk=read_id(data.get("evidence", ""))).first()
    if piece is None:
        return {}
    if piece.removed_at:
        return {"evidence": add_again(data, piece, claim)}
    return {f"evidence-{piece.pk}": EvidenceForm(data, instance=piece, claim=claim)}


def add_again(data: QueryDict, piece: Evidence, claim: Claim) -> EvidenceForm:
    """What was typed about a piece that was taken out meanwhile, as a new one of its source."""
    typed = data.copy()
    typed["source"] = str(piece.source_id)
    form = EvidenceForm(typed, claim=claim)
    form.add_error(None, _t("This piece was taken out meanwhile. Here is what you typed of it."))
    return form


def _form(verb: str, data: QueryDict, claim: Claim, verdict: Verdict | None) -> dict[str, Any]:
    """The form that a verb's address reads, under its name on the page."""
    match verb:
        case "change-evidence":
            return _evidence_form(data, claim)
        case "evidence":
            return {"evidence": EvidenceForm(data, claim=claim)}
        case "verdict":
            version = VerdictVersion(verdict=verdict) if verdict else VerdictVersion()
            return {"verdict": VerdictForm(data, instance=version)}
    if verb not in FORMS_OF_VERBS:
        return {}
    name, form = FORMS_OF_VERBS[verb]
    return {name: form(data)}
