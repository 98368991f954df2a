"""What claims state, read from the database for comparing: by their first mention, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Substr

from claims.figures import Interval
from claims.models import Attribution, Mention, Quantity

from .stated import Stated, stated_in

# Of a claim that is said again and again, the first is what it states; later ones repeat it.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim states, and where: the first place that stands.

    ``rows`` has the id of each figure by its place in the wording. ``identity`` is the
    address of the article, which its versions share, ``sha256`` names its text.
    """

    claim: int
    fingerprint: str
    stated: Stated
    rows: Mapping[int, int]
    identity: str
    sha256: str

    @property
    def day(self) -> date:
        return self.stated.published or date.min

    def is_beside(self, other: Statement) -> bool:
        """Are the two of articles that may disagree: not of one article, nor of one text?"""
        return self.identity != other.identity and self.sha256 != other.sha256


def statements_of(claim_ids: Collection[int]) -> dict[int, Statement]:
    """What each of these claims, as it was found, states; none where nothing stands of it.

    What somebody denies is not stated: "she rejected reports that 19 had died" neither agrees
    with 19 nor goes on with a series. Which mention comes first depends on articles and places
    alone: see claims.queue.refreshing.
    """
    firsts: dict[int, Mention] = {}
    ids = sorted(claim_ids)
    for start in range(0, len(ids), AT_ONCE):
        found = Mention.objects.live().filter(original_claim__in=ids[start : start + AT_ONCE])
        found = found.exclude(pk__in=_denials(found))
        for mention in _lean(found):
            known = firsts.get(mention.original_claim_id)
            if known is None or _place(mention) < _place(known):
                firsts[mention.original_claim_id] = mention
    figures = _figures_of([mention.pk for mention in firsts.values()])
    return {
        claim: _statement(mention, figures[mention.pk])
        for claim, mention in firsts.items()
        if figures[mention.pk]
    }


def _denials(mentions: QuerySet[Mention]) -> QuerySet[Any]:
    """Those of which somebody says that it is not so."""
    links = Mention.attributions.through.objects.filter(mention__in=mentions)
    return links.filter(
        attribution__attitude=Attribution.Attitude.DENIES, attribution__rejected_at=None
    ).values("mention")


def _lean(mentions: Iterable[Mention]) -> Iterable[Mention]:
    return mentions.select_related("article", "original_claim").only(  # type: ignore[attr-defined]
        "start",
        "end",
        "wording",
        "original_claim__fingerprint",
        "article__identity",
        "article__sha256",
        "article__version",
        "article__published_on",
    )


def _place(mention: Mention) -> tuple[date, str, int, int, int]:
    article = mention.article
    day = article.published_on or date.max
    return day, article.identity, article.version, mention.start, mention.end


def _figures_of(mention_ids: Collection[int]) -> dict[int, list[Quantity]]:
    """The standing figures of each mention in the order of the text, with ``raw``, their words."""
    links = Mention.quantities.through.objects.filter(mention__in=mention_ids)
    pairs = list(links.values_list("mention", "quantity"))
    rows = Quantity.objects.live().filter(pk__in={figure for _mention, figure in pairs})
    words = Substr("article__text", F("start") + 1, F("end") - F("start"))
    standing = rows.defer("proposed").annotate(raw=words).in_bulk()
    found: dict[int, list[Quantity]] = defaultdict(list)
    for mention, figure in pairs:
        if figure in standing:
            found[mention].append(standing[figure])
    for figures in found.values():
        figures.sort(key=lambda figure: (figure.start, figure.end))
    return found


def _statement(mention: Mention, figures: Sequence[Quantity]) -> Statement:
    article = mention.article
    placed = _placed(mention.wording, figures)
    return Statement(
        claim=mention.original_claim_id,
        fingerprint=mention.original_claim.fingerprint,
        stated=_stated(mention.wording, article.published_on, placed),
        rows={figure.start: figure.row for figure in placed},
        identity=article.identity,
        sha256=article.sha256,
    )


@lru_cache(maxsize=4_096)
def _stated(wording: str, published: date | None, figures: tuple[_Placed, ...]) -> Stated:
    """Read once for the many that it is compared with: an import's neighbours are its own."""
    return stated_in(wording, published, figures=figures)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A figure's row with its place in the wording, as :func:`stated_in` reads figures."""

    row: int
    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    interval: Interval
    unit: str | None
    currency: str | None
    per: str | None
    change: str | None
    counted_head: str


def _placed(wording: str, figures: Iterable[Quantity]) -> tuple[_Placed, ...]:
    """The figures where the wording has their words; what it leaves out it does not state."""
    found, reach = [], 0
    for figure in figures:
        words: str = getattr(figure, "raw", "")
        start = wording.find(words, reach)
        if not words or start < 0:
            continue
        reach = start + len(words)
        found.append(
            _Placed(
                row=figure.pk,
                start=start,
                end=reach,
                kind=figure.kind,
                low=figure.low,
                high=figure.high,
                modifier=figure.modifier,
                interval=figure.interval,
                unit=figure.unit or None,
                currency=figure.currency or None,
                per=figure.per or None,
                change=figure.change or None,
                counted_head=figure.counted_head,
            )
        )
    return tuple(found)
