"""A claim on its way to a verdict."""

from __future__ import annotations

from datetime import date

import pytest

from claims.models import Article, Batch, Claim, ExtractionRun, Mention, Outlet, User
from claims.models.batches import store
from tests.signing import sign
from verification.evidence import gathering as evidencing
from verification.models import Evidence, Rating, Snapshot, Source, VerdictVersion

TEXT = "Russia fired 112 drones overnight, Ukraine's Air Force said."


@pytest.fixture
def claim(db: None) -> Claim:
    """A claim with one mention in one article that has a URL."""
    return make_claim(TEXT, "https://courier.example/drones")


def make_claim(text: str, url: str = "", outlet: str = "Northgate Courier") -> Claim:
    run, _made = ExtractionRun.objects.get_or_create(rules="1", model="m", model_version="1")
    batch, _made = Batch.objects.get_or_create(name="batch")
    article = Article.objects.create(
        identity=(url or text)[-64:],
        outlet=Outlet.objects.named(outlet),
        batch=batch,
        url=url,
        title="Drones over Ukraine",
        published_on=date(2025, 9, 5),
        sorted_on=date(2025, 9, 5),
        text=text,
        sha256=text[:64],
    )
    claim = Claim.objects.create(wording=text, is_numeric=True, fingerprint=(url or text)[:64])
    Mention.objects.create(
        article=article,
        run=run,
        start=0,
        end=33,
        proposed_start=0,
        proposed_end=33,
        claim=claim,
        original_claim=claim,
        wording=text,
    )
    return claim


@pytest.fixture
def source(checker: User) -> Source:
    return Source.objects.create(
        kind="document",
        title="Morning report",
        publisher="Air Force",
        is_primary=True,
        added_by=checker,
    )


@pytest.fixture
def snapshot(source: Source, checker: User) -> Snapshot:
    content = b"%PDF-1.7 the report"
    return Snapshot.objects.create(
        source=source,
        sha256=store([content]),
        size=len(content),
        content_type="application/pdf",
        name="report.pdf",
        how="uploaded",
        added_by=checker,
    )


@pytest.fixture
def rating(db: None) -> Rating:
    return Rating.objects.get(key="mostly-true", scale__is_current=True)


@pytest.fixture
def evidence(claim: Claim, checker: User, source: Source, snapshot: Snapshot) -> Evidence:
    claim.take(checker)
    return evidencing.add_evidence(
        claim,
        checker,
        source=source,
        snapshot=snapshot,
        stance="supports",
        quote="112 drones were launched.",
        locator="p. 1",
        figure="112",
    )


@pytest.fixture
def submitted(
    claim: Claim, checker: User, evidence: Evidence, rating: Rating, texts: dict[str, str]
) -> VerdictVersion:
    """A version with all that the full list asks for, waiting for sign-off."""
    claim.mentions.get().confirm(checker)
    claim.word(checker, "Russia fired 112 drones on the night of 4-5 September.", "content")
    draft = evidence.verdict.draft(checker)
    draft.edit(checker, rating=rating, **texts)
    return draft.submit(checker)


@pytest.fixture
def texts() -> dict[str, str]:
    """All that the full list asks a verdict to say."""
    return {
        "headline": "Yes, about 112 drones",
        "summary": "The count is right.",
        "reasoning": "The Air Force's report gives the figure.",
        "unknowns": "How many reached their targets.",
        "why_checked": "Several outlets repeat it.",
        "only_source_reason": "Nobody else counts.",
        "other_side_reason": "Searched, none found.",
    }


@pytest.fixture
def signed(submitted: VerdictVersion, editor: User) -> VerdictVersion:
    return sign(submitted, editor)
