"""Which claims the watch list hits, by their mentions: one pass over all of a refresh."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.models import Mention, Quantity, Sighting, Watch, folded, measures_in, said_by


def hits_of(mentions: Mapping[int, Sequence[Mention]]) -> dict[int, list[Watch]]:
    """For each claim the active watches that have to do with it, the oldest first."""
    watches = list(Watch.objects.active().select_related("speaker__merged_into", "outlet"))
    if not watches:
        return {}
    tests = [(watch, watch.fits) for watch in reversed(watches)]
    seen = _seen(mentions, with_measures=any(watch.column for watch in watches))
    found = {
        claim: [watch for watch, fits in tests if fits(sighting)]
        for claim, sighting in seen.items()
    }
    return {claim: hits for claim, hits in found.items() if hits}


def _seen(mentions: Mapping[int, Sequence[Mention]], *, with_measures: bool) -> dict[int, Sighting]:
    speakers: dict[int, set[int]] = defaultdict(set)
    for claim, speaker in said_by(mentions):
        speakers[claim].add(speaker)
    figures = _figures(mentions) if with_measures else {}
    return {
        claim: Sighting(
            words=folded("\n".join(mention.wording for mention in found)),
            speakers=speakers[claim],
            outlets={mention.article.outlet_id for mention in found if mention.article.outlet_id},
            measures=measures_in(figures.get(claim, ())),
        )
        for claim, found in mentions.items()
    }


def _figures(mentions: Mapping[int, Sequence[Mention]]) -> dict[int, list[Quantity]]:
    claim_of = {mention.pk: claim for claim, found in mentions.items() for mention in found}
    links = Mention.quantities.through.objects.filter(mention__in=claim_of)
    pairs = list(links.values_list("mention", "quantity"))
    standing = Quantity.objects.live().in_bulk([figure for _mention, figure in pairs])
    figures: dict[int, list[Quantity]] = defaultdict(list)
    for mention, figure in pairs:
        if figure in standing:
            figures[claim_of[mention]].append(standing[figure])
    return figures
