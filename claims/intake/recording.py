"""What the extraction found becomes rows: mentions, figures, attributions, claims.

Recording the same extraction again changes nothing, and what a person has touched
is never overwritten: a finding is known again by the span that was proposed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils import timezone

from claims.extraction import Extraction, records
from claims.figures import implied_interval
from claims.matching import compare_article
from claims.mending import follow_people
from claims.models import (
    Article,
    Attribution,
    Claim,
    DateReference,
    Event,
    EventMember,
    ExtractionRun,
    Mention,
    MutedSentence,
    Quantity,
    Speaker,
    atomic_with_retry,
    lock,
    locked,
    one_import_at_a_time,
)
from claims.queue import refresh

from .drafting import ClaimDraft, draft_of, names_of, whole_period
from .proposing import proposal

# A speaker's kind is the surest that any article gives, whatever order they come in.
_SUREST_KIND = ("person", "organisation", "document", "place", "group", "unknown")
# How much of two spans together they must share to be one claim, said "not a claim" of.
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many rows recording made."""

    mentions: int = 0
    claims: int = 0

    def __add__(self, other: Recorded) -> Recorded:
        return Recorded(self.mentions + other.mentions, self.claims + other.claims)


def record(
    article_id: int, extraction: Extraction, run: ExtractionRun, *, resolved_on: date | None
) -> Recorded:
    """Store everything that was found in the article, once."""
    drafts = [draft_of(extraction, claim) for claim in extraction.claims]
    return _write(article_id, extraction, drafts, run, resolved_on)


@atomic_with_retry
def _write(
    article_id: int,
    extraction: Extraction,
    drafts: Sequence[ClaimDraft],
    run: ExtractionRun,
    resolved_on: date | None,
) -> Recorded:
    one_import_at_a_time()
    article = Article.objects.select_related("batch").get(pk=article_id)
    if article.extracted_by_id == run.pk:
        return Recorded()
    speakers = _speakers_by_name(extraction.attributions)
    former = _claims_of_former_version(article)
    claims, opened = _claims_for(drafts, article, former)
    _record_dates(article, run, extraction)
    quantities = _record_quantities(article, run, extraction)
    attributions = _record_attributions(article, run, extraction, speakers)
    mentions = _record_mentions(article, run, drafts, claims)
    _link(Mention.quantities.through, "quantity", drafts, mentions, quantities)
    _link(Mention.attributions.through, "attribution", drafts, mentions, attributions)
    _name_speakers(drafts, claims, speakers)
    follow_people(mentions.values())
    touched = {mention.claim_id for mention in mentions.values()}
    compare_article(article, [mention.pk for mention in mentions.values()])
    _bring_back(touched - opened, article)
    refresh(touched | former)
    article.extracted_by, article.resolved_on = run, resolved_on
    article.save(update_fields=["extracted_by", "resolved_on"])
    return Recorded(len(mentions), len(opened))


# --- findings ---------------------------------------------------------------


def _known(model: Any, article: Article) -> dict[tuple[int, int], Any]:
    """The article's findings by the span that a machine proposed, and by that which people gave.

    So a run that finds by itself what people have put right finds nothing new.
    """
    rows = model.objects.filter(article=article).order_by("pk")
    mended = {(row.start, row.end): row for row in rows if row.touched_at or row.marked_by_id}
    proposed = {
        (row.proposed_start, row.proposed_end): row
        for row in rows
        if row.proposed_start is not None
    }
    return mended | proposed


def _finding(article: Article, run: ExtractionRun, start: int, end: int) -> dict[str, Any]:
    """The fields that every finding of the machine begins with."""
    return {
        "article": article,
        "run": run,
        "start": start,
        "end": end,
        "proposed_start": start,
        "proposed_end": end,
    }


def _record_dates(article: Article, run: ExtractionRun, extraction: Extraction) -> None:
    known = _known(DateReference, article)
    DateReference.objects.bulk_create(
        DateReference(
            **_finding(article, run, found.start, found.end),
            proposed=proposal(found),
            first=found.first,
            last=found.last,
        )
        for found in extraction.dates
        if (found.start, found.end) not in known
    )


def _record_quantities(
    article: Article, run: ExtractionRun, extraction: Extraction
) -> list[Quantity]:
    """The article's figures as rows, in the order of the extraction."""
    known = _known(Quantity, article)
    rows = [
        known.get((found.start, found.end))
        or Quantity(
            **_finding(article, run, found.start, found.end),
            **_quantity_fields(found, extraction),
        )
        for found in extraction.quantities
    ]
    new = [
        (row, found)
        for row, found in zip(rows, extraction.quantities, strict=True)
        if row.pk is None
    ]
    Quantity.objects.bulk_create(row for row, _found in new)
    parts = [row for row, found in new if found.part_of is not None]
    for row, found in new:
        if found.part_of is not None:
            row.part_of = rows[found.part_of]
    Quantity.objects.bulk_update(parts, ["part_of"])
    return rows


def _quantity_fields(found: records.Quantity, extraction: Extraction) -> dict[str, Any]:
    implied = implied_interval(found)
    period = whole_period([extraction.dates[index] for index in found.dates])
    counted = found.counted
    return {
        "proposed": proposal(found),
        "kind": found.kind,
        "low": found.low,
        "high": found.high,
        "least": implied.least,
        "most": implied.most,
        "modifier": found.modifier,
        "unit": found.unit or "",
        "currency": found.currency or "",
        "per": found.per or "",
        "change": found.change or "",
        "counted_start": counted.start if counted else None,
        "counted_end": counted.end if counted else None,
        "counted_text": counted.text[:300] if counted else "",
        "counted_head": counted.head[:100] if counted else "",
        "place": found.place.text[:200] if found.place else "",
        "period_from": period[0] if period else None,
        "period_to": period[1] if period else None,
    }


def _record_attributions(
    article: Article,
    run: ExtractionRun,
    extraction: Extraction,
    speakers: Mapping[str, Speaker],
) -> list[Attribution]:
    """The article's attributions as rows, in the order of the extraction."""
    known = {
        (row.proposed_start, row.proposed_end, row.cue_start): row
        for row in Attribution.objects.filter(article=article, proposed_start__isnull=False)
    }
    rows: list[Attribution] = []
    new: list[tuple[Attribution, records.Attribution]] = []
    for found in extraction.attributions:
        start = min(span.start for span in found.content)
        end = max(span.end for span in found.content)
        key = (start, end, found.cue.start if found.cue else None)
        if key not in known:
            known[key] = Attribution(
                **_finding(article, run, start, end), **_attribution_fields(found)
            )
            new.append((known[key], found))
        rows.append(known[key])
    Attribution.objects.bulk_create(row for row, _found in new)
    reported = []
    for row, found in new:
        if found.via is not None and rows[found.via] is not row:
            row.via = rows[found.via]
            reported.append(row)
    Attribution.objects.bulk_update(reported, ["via"])
    through = Attribution.speakers.through
    through.objects.bulk_create(
        through(attribution_id=row.pk, speaker_id=speakers[name].pk)
        for row, found in new
        for name in names_of(found)
    )
    return rows


def _attribution_fields(found: records.Attribution) -> dict[str, Any]:
    return {
        "proposed": proposal(found),
        "kind": found.kind,
        "attitude": found.attitude,
        "content": [[span.start, span.end] for span in found.content],
        "cue_start": found.cue.start if found.cue else None,
        "cue_end": found.cue.end if found.cue else None,
        "speaker_start": found.speaker.start if found.speaker else None,
        "speaker_end": found.speaker.end if found.speaker else None,
        "speaker_text": found.speaker.text[:300] if found.speaker else "",
    }


def _speakers_by_name(attributions: Sequence[records.Attribution]) -> dict[str, Speaker]:
    """A row for every name, each with the surest kind that was ever given.

    The name's own row, also where people hold it for somebody else's: who that is, is
    asked when it is read, so that a merge can be taken apart whatever came in since.
    """
    kinds: dict[str, str] = {}
    for found in attributions:
        for name in names_of(found):
            assert found.speaker is not None  # it has a name
            kinds[name] = min(
                kinds.get(name, "unknown"), found.speaker.kind, key=_SUREST_KIND.index
            )
    Speaker.objects.bulk_create(
        (Speaker(name=name, kind=kind).find_alike() for name, kind in sorted(kinds.items())),
        ignore_conflicts=True,
    )
    # Held, so that nobody merges them before the claims are entered under who says them.
    rows = locked(Speaker.objects.filter(name__in=kinds, qualifier=""))
    for row in rows:
        kind = min(row.kind, kinds[row.name], key=_SUREST_KIND.index)
        if kind != row.kind:
            row.kind = kind
            row.save(update_fields=["kind"])
    return {row.name: row for row in rows}


# --- claims -----------------------------------------------------------------


def _claims_for(
    drafts: Sequence[ClaimDraft], article: Article, besides: Collection[int]
) -> tuple[dict[str, Claim], set[int]]:
    """The claim of every fingerprint, held, and the ids of those that were opened for it.

    Held with them are those ``besides`` that will be refreshed too.

    A fingerprint whose claim was merged leads to what it was merged into.
    """
    by_fingerprint = {draft.fingerprint: draft for draft in drafts}
    known = _claims_by_fingerprint(by_fingerprint)
    state = Claim.State.NEW if article.batch.for_queue else Claim.State.SET_ASIDE
    Claim.objects.bulk_create(
        (
            _new_claim(draft, state)
            for draft in by_fingerprint.values()
            if draft.fingerprint not in known
        ),
        ignore_conflicts=True,
    )
    found = _claims_by_fingerprint(by_fingerprint)
    standing = {row.merged_into_id or row.pk for row in found.values()}
    lock(Claim.objects.filter(pk__in=standing.union(besides)))
    return found, {claim.pk for mark, claim in found.items() if mark not in known}


def _claims_of_former_version(article: Article) -> set[int]:
    """Those that stood in the text before this one: they may stand nowhere any more."""
    if article.previous_version_id is None:
        return set()
    stated = Mention.objects.live().filter(article=article.previous_version_id)
    return set(stated.values_list("claim", flat=True))


def _claims_by_fingerprint(fingerprints: Collection[str]) -> dict[str, Claim]:
    rows = Claim.objects.filter(fingerprint__in=fingerprints).order_by("-pk")
    found = {row.fingerprint: row for row in rows if row.merged_into_id}
    found.update({row.fingerprint: row for row in rows if not row.merged_into_id})
    return found


def _new_claim(draft: ClaimDraft, state: str) -> Claim:
    return Claim(
        fingerprint=draft.fingerprint,
        state=state,
        wording=draft.wording,
        speaker_label=draft.speaker_label,
        via_label=draft.via_label,
        is_numeric="numeric" in draft.record.kinds,
        is_attributed="attributed" in draft.record.kinds,
        is_absolute="absolute" in draft.record.kinds,
        period_from=draft.period[0] if draft.period else None,
        period_to=draft.period[1] if draft.period else None,
    )


def _record_mentions(
    article: Article, run: ExtractionRun, drafts: Sequence[ClaimDraft], claims: Mapping[str, Claim]
) -> dict[tuple[int, int], Mention]:
    """New mentions by their span; one that was proposed before stays as it is."""
    known = _known(Mention, article)
    rejected = [span for span, row in known.items() if row.rejected_at]
    new = {}
    for draft in drafts:
        span = (draft.record.start, draft.record.end)
        if span in known or any(_is_alike(span, other) for other in rejected):
            continue
        original = claims[draft.fingerprint]
        new[span] = Mention(
            **_finding(article, run, *span),
            proposed=proposal(draft.record),
            claim_id=original.merged_into_id or original.pk,
            original_claim=original,
            wording=draft.wording,
            check_worthiness=draft.record.check_worthiness,
            reasons=[reason.as_dict() for reason in draft.record.reasons],
        )
    Mention.objects.bulk_create(new.values())
    return new


def _is_alike(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Have the two nearly all of their words in common? Other rules trim a claim otherwise."""
    shared = min(span[1], other[1]) - max(span[0], other[0])
    return shared >= _ALIKE * (max(span[1], other[1]) - min(span[0], other[0]))


def _link(
    through: type[Model],
    name: str,
    drafts: Sequence[ClaimDraft],
    mentions: Mapping[tuple[int, int], Mention],
    rows: Sequence[Quantity] | Sequence[Attribution],
) -> None:
    """Say which figures or attributions the new mentions have."""
    pairs = {
        (mentions[span].pk, rows[index].pk)
        for draft in drafts
        if (span := (draft.record.start, draft.record.end)) in mentions
        for index in getattr(draft.record, {"quantity": "quantities"}.get(name, f"{name}s"))
    }
    through._default_manager.bulk_create(
        through(**{"mention_id": mention, f"{name}_id": row}) for mention, row in sorted(pairs)
    )


def _name_speakers(
    drafts: Sequence[ClaimDraft], claims: Mapping[str, Claim], speakers: Mapping[str, Speaker]
) -> None:
    pairs = {
        (claims[draft.fingerprint].pk, speakers[name].pk)
        for draft in drafts
        for name in draft.speakers
    }
    through = Claim.speakers.through
    through.objects.bulk_create(
        (through(claim_id=claim, speaker_id=speaker) for claim, speaker in sorted(pairs)),
        ignore_conflicts=True,
    )


def _bring_back(claim_ids: Collection[int], article: Article) -> None:
    """A new mention brings back what had been set aside; an archive's brings nothing.

    What waits anyway begins to wait anew; what is muted in the outlet stays where it is.
    """
    if not article.batch.for_queue:
        return
    silenced = MutedSentence.objects.silence(claim_ids, article.outlet_id)
    claim_ids = set(claim_ids) - silenced
    Claim.objects.filter(pk__in=claim_ids).update(waits_since=timezone.now())
    aside = Claim.objects.filter(pk__in=claim_ids, state=Claim.State.SET_ASIDE)
    by_people = list(aside.filter(history__isnull=False).distinct().values_list("pk", flat=True))
    aside.update(state=Claim.State.NEW)
    if not by_people:
        return
    event = Event.objects.create(
        kind=Event.Kind.BROUGHT_BACK, article=article, payload={"why": "mentioned_again"}
    )
    EventMember.objects.bulk_create(
        EventMember(event=event, claim_id=pk, before=Claim.State.SET_ASIDE, after=Claim.State.NEW)
        for pk in by_people
    )
