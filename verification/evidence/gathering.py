"""Gathering evidence: each edit opens the draft it belongs to and names its contributor."""

from __future__ import annotations

from decimal import Context, Decimal, DivisionByZero, InvalidOperation
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _t

from claims.figures import plain, read_figure
from claims.matching import departures_of
from claims.models import Claim, Event, Refused, User, atomic_with_retry, lock, require
from verification.models import (
    Calculation,
    ContactAttempt,
    Differs,
    Evidence,
    Verdict,
    VerdictVersion,
)

LONGEST_QUOTE = 10_000
SIGNIFICANT = Context(prec=10)  # what a calculation's result is rounded to
EVIDENCE_FIELDS = frozenset(
    {
        "source",
        "snapshot",
        "stance",
        "quote",
        "locator",
        "figure",
        "compared_with",
        "withheld_reason",
    }
)


@atomic_with_retry
def verdict_of(claim: Claim) -> Verdict:
    """The claim's verdict, begun if there is none."""
    lock(Claim.objects.filter(pk=claim.pk))
    return Verdict.objects.get_or_create(claim=claim)[0]


@atomic_with_retry
def word(
    claim: Claim, by: User, wording: str, checks: str, *, differs_on_purpose: bool = False
) -> Claim:
    """Confirm or rewrite the claim's wording, which the draft's content is about.

    What was submitted keeps its wording; the next version opens with the new one.

    Raises:
        Differs: it says otherwise than its mentions, and nobody has said that it should.
    """
    lock(Claim.objects.filter(pk=claim.pk))
    found = departures_of(claim, wording)
    if found and not differs_on_purpose:
        raise Differs(found)
    claim.word(by, wording, checks, differs=[one.as_dict() for one in found])
    verdict_of(claim).draft(by).contributors.add(by)
    return claim


@atomic_with_retry
def add_evidence(claim: Claim, by: User, **fields: Any) -> Evidence:
    """Add a piece of evidence to the claim's draft.

    Raises:
        Refused: the claim isn't this person's, or the quote is too long.
    """
    draft = verdict_of(claim).draft(by)
    piece = Evidence(verdict=draft.verdict, added_by=by, **_validated(fields))
    piece.position = draft.verdict.evidence.count() + 1
    piece.require_own_snapshot().save()
    draft.contribute(by, Event.Kind.EVIDENCE_ADDED, evidence=piece.pk, source=str(piece.source))
    return piece


@atomic_with_retry
def change_evidence(piece: Evidence, by: User, **fields: Any) -> Evidence:
    """Change a piece of evidence; what was submitted with it stays as it was."""
    draft = _draft_with(piece, by)
    changed = _validated(fields)
    for name, value in changed.items():
        setattr(piece, name, value)
    piece.require_own_snapshot().save(update_fields=list(changed))
    draft.contribute(by, Event.Kind.EVIDENCE_CHANGED, evidence=piece.pk, fields=sorted(changed))
    return piece


@atomic_with_retry
def remove_evidence(piece: Evidence, by: User) -> Evidence:
    """Take a piece of evidence out of the draft; its row stays."""
    draft = _draft_with(piece, by)
    piece.removed_by, piece.removed_at = by, timezone.now()
    piece.save(update_fields=["removed_by", "removed_at"])
    draft.contribute(by, Event.Kind.EVIDENCE_REMOVED, evidence=piece.pk)
    return piece


def _draft_with(part: Evidence | Calculation | ContactAttempt, by: User) -> VerdictVersion:
    """The draft that the part belongs to; refused where it has been taken out meanwhile."""
    draft = part.verdict.draft(by)
    part.refresh_from_db(fields=["removed_at"])
    if part.removed_at is not None:
        raise Refused(_t("“%s” has been taken out; add it again.") % part)
    return draft


def _validated(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, with the figure read; refused where they cannot be evidence."""
    if unknown := set(fields) - EVIDENCE_FIELDS:
        raise ValueError(f"not fields of evidence: {sorted(unknown)}")
    if len(fields.get("quote", "")) > LONGEST_QUOTE:
        raise Refused(
            _t("The quote has more than %s characters; quote the passage that matters.")
            % f"{LONGEST_QUOTE:,}"
        )
    if "figure" not in fields:
        return fields
    figure = read_figure(fields["figure"]) if fields["figure"] else None
    if fields["figure"] and figure is None:
        raise Refused(_t("“%s” does not read as a figure.") % fields["figure"])
    return fields | {
        "figure_low": figure.low if figure else None,
        "figure_high": figure.high if figure else None,
    }


@atomic_with_retry
def calculate(claim: Claim, by: User, kind: str, inputs: list[tuple[str, str]]) -> Calculation:
    """A simple calculation of labelled figures, kept with its inputs.

    Raises:
        Refused: an input is no number, there are too few, or it divides by zero.
    """
    draft = verdict_of(claim).draft(by)
    result, unit = _result(kind, [_number(value) for _label, value in inputs])
    calculation = Calculation.objects.create(
        verdict=draft.verdict,
        kind=kind,
        inputs=[[label, value] for label, value in inputs],
        result=plain(SIGNIFICANT.plus(result)) or "",
        unit=unit,
        added_by=by,
    )
    draft.contribute(by, Event.Kind.CALCULATED, result=str(calculation))
    return calculation


@atomic_with_retry
def remove_calculation(calculation: Calculation, by: User) -> Calculation:
    """Take a calculation out of the draft; its row stays."""
    draft = _draft_with(calculation, by)
    calculation.removed_at = timezone.now()
    calculation.save(update_fields=["removed_at"])
    draft.contribute(by, Event.Kind.CALCULATED, removed=calculation.pk)
    return calculation


def _number(value: str) -> Decimal:
    figure = read_figure(value)
    if figure is None or figure.low is None or figure.low != figure.high:
        raise Refused(_t("“%s” is not a single number.") % value)
    return figure.low


def _result(kind: str, values: list[Decimal]) -> tuple[Decimal, str]:
    """Result and unit; the order of the values is that of the words: from, to; part, whole."""
    if kind == Calculation.Kind.SUM and values:
        return sum(values, Decimal(0)), ""
    if len(values) != 2:
        raise Refused(_t("Give two figures."))
    first, second = values
    try:
        match kind:
            case Calculation.Kind.DIFFERENCE:
                return second - first, ""
            case Calculation.Kind.CHANGE:
                return (second - first) / first * 100, "percent"
            case Calculation.Kind.SHARE:
                return first / second * 100, "percent"
            case Calculation.Kind.PER_HEAD:
                return first / second, ""
            case Calculation.Kind.CONVERSION:
                return first * second, ""
    except (DivisionByZero, InvalidOperation) as error:
        raise Refused(_t("That divides by zero.")) from error
    raise Refused(_t("Choose a kind of calculation."))


@atomic_with_retry
def log_contact(claim: Claim, by: User, **fields: Any) -> ContactAttempt:
    """Log whom we asked; this makes nobody a contributor."""
    require(by, "claims.check_claim", _t("Only fact-checkers and editors log contacts."))
    attempt = ContactAttempt.objects.create(verdict=verdict_of(claim), logged_by=by, **fields)
    claim.log(Event.Kind.CONTACT_LOGGED, by, whom=attempt.whom)
    return attempt


@atomic_with_retry
def remove_contact(attempt: ContactAttempt, by: User) -> ContactAttempt:
    """Take a wrong entry out of the draft's contact log; its row stays, and nobody contributes."""
    draft = _draft_with(attempt, by)
    attempt.removed_at = timezone.now()
    attempt.save(update_fields=["removed_at"])
    draft.verdict.claim.log(Event.Kind.CONTACT_LOGGED, by, removed=attempt.pk)
    return attempt
