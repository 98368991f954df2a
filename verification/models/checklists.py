"""What is still missing, each gap with the field that fills it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _t

from claims.models import Refused

if TYPE_CHECKING:
    from .versions import VerdictVersion
from .freezing import content_of_claim, content_of_evidence
from .wordings import in_words, unseen_departures


@dataclass(frozen=True, slots=True)
class Gap:
    """Something to do: a sentence, and the field of the claim page."""

    text: str
    field: str

    @property
    def anchor(self) -> str:
        """The id of the field on the claim page."""
        is_section = self.field == "mentions" or "evidence" in self.field
        return self.field if is_section else f"id_{self.field}"


class Lacking(Refused):
    """A version lacks what is needed for the step; ``gaps`` says what."""

    def __init__(self, gaps: list[Gap]) -> None:
        super().__init__(_t("Not yet: %s") % " ".join(gap.text for gap in gaps))
        self.gaps = gaps


def to_submit(version: VerdictVersion) -> list[Gap]:
    """The quick list: rating, what the check asks, one piece of evidence, a sentence why.

    Of a check that has been published also what is corrected: else it could not be again.
    """
    gaps = []
    if version.rating is None:
        gaps.append(Gap(_t("Choose a rating."), "rating"))
    elif not version.rating.scale.is_current:
        gaps.append(Gap(_t("The rating is of an older scale; choose one of today's."), "rating"))
    if not version.verdict.claim.checks:
        gaps.append(Gap(_t("Say what the check asks."), "checks"))
    if not version.verdict.evidence.current().exists():
        gaps.append(Gap(_t("Add a piece of evidence."), "evidence"))
    if not version.reasoning.strip():
        gaps.append(Gap(_t("Write a sentence of reasoning."), "reasoning"))
    gaps += _of_correction(version)
    if version.correction_class and not version.correction_note.strip():
        gaps.append(Gap(_t("Say what was corrected."), "correction_note"))
    if differs := unseen_departures(version.verdict.claim):
        told = _t("The wording differs from what its mentions state (%s): change or confirm it.")
        gaps.append(Gap(told % in_words(differs), "wording"))
    return gaps


def to_publish(version: VerdictVersion) -> list[Gap]:
    """The full list. Once a version is frozen nothing else counts: not what the desk did since.

    The quick list stands at its head while it is a draft; what was submitted had passed it.
    """
    return [
        *(to_submit(version) if version.frozen is None else _of_correction(version)),
        *_of_claim(version),
        *_of_texts(version),
        *_of_evidence(version),
    ]


def _of_correction(version: VerdictVersion) -> Iterator[Gap]:
    """What takes the place of a published version says what it corrects."""
    if version.verdict.publications.exists() and not version.correction_class:
        yield Gap(_t("Say what class of correction this is."), "correction_class")


def _of_claim(version: VerdictVersion) -> Iterator[Gap]:
    claim = version.frozen["claim"] if version.frozen else content_of_claim(version.verdict.claim)
    if not claim["wording_confirmed"]:
        yield Gap(_t("Confirm the claim's wording or rewrite it."), "wording")
    if not claim["mentions"]:
        yield Gap(_t("Confirm at least one mention for the page to list."), "mentions")


def _of_texts(version: VerdictVersion) -> Iterator[Gap]:
    if not version.why_checked.strip():
        yield Gap(_t("Say why we checked this."), "why_checked")
    if not version.unknowns.strip():
        yield Gap(_t("Say what could not be established, or that nothing is open."), "unknowns")


def _of_evidence(version: VerdictVersion) -> Iterator[Gap]:
    pieces = version.frozen["evidence"] if version.frozen else content_of_evidence(version.verdict)
    sources = [piece["source"] for piece in pieces]
    if not any(source["primary"] for source in sources) and not version.no_primary_reason:
        yield Gap(_t("Add a primary source, or say why there is none."), "no_primary_reason")
    if len({source["publisher"] or source["title"] for source in sources}) < 2 and (
        not version.only_source_reason
    ):
        yield Gap(
            _t("Add a second, independent source, or say why this is the only relevant one."),
            "only_source_reason",
        )
    stances = {piece["stance"] for piece in pieces}
    if not {"supports", "refutes"} <= stances and not version.other_side_reason:
        yield Gap(
            _t("Add evidence for the other side too, or say what was searched."),
            "other_side_reason",
        )
    for piece in pieces:
        if not piece["withheld"] and not (piece["quote"].strip() and piece["locator"].strip()):
            yield Gap(
                _t("Give quote and place for “%s”, or say why they are withheld.")
                % piece["source"]["title"],
                f"evidence-{piece['id']}",
            )
