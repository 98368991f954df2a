"""What claims state, read from the database for comparing: by their first mention, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F
from django.db.models.functions import Substr

from claims.figures import Measured
from claims.models import Mention, Quantity

from .stated import Stated, stated_in, stem

# Of a claim that is said again and again, the first is what it states; later ones repeat it.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim states, and where: the first place that stands.

    ``figures`` are the rows behind ``stated.figures``, in the same order. ``identity`` is the
    address of the article, which its versions share, ``sha256`` names its text.
    """

    claim: int
    fingerprint: str
    stated: Stated
    figures: tuple[int, ...]
    article: int
    identity: str
    sha256: str

    @property
    def day(self) -> date:
        return self.stated.published or date.min

    def is_beside(self, other: Statement) -> bool:
        """Are the two of articles that may disagree: not of one article, nor of one text?"""
        return self.identity != other.identity and self.sha256 != other.sha256

    def row_of(self, figure: Measured) -> int:
        """The row of one of its figures."""
        places = zip(self.stated.figures, self.figures, strict=True)
        return next(row for measured, row in places if measured is figure)


def statements_of(claim_ids: Collection[int]) -> dict[int, Statement]:
    """What each of these claims, as it was found, states; none where nothing stands of it.

    Which mention comes first depends on articles and places alone: see claims.queue.refreshing.
    """
    firsts: dict[int, Mention] = {}
    ids = sorted(claim_ids)
    for start in range(0, len(ids), AT_ONCE):
        found = Mention.objects.live().filter(original_claim__in=ids[start : start + AT_ONCE])
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
    stated = stated_in(mention.wording, article.published_on)
    return Statement(
        claim=mention.original_claim_id,
        fingerprint=mention.original_claim.fingerprint,
        stated=replace(stated, figures=tuple(_measured(figure, stated) for figure in figures)),
        figures=tuple(figure.pk for figure in figures),
        article=article.pk,
        identity=article.identity,
        sha256=article.sha256,
    )


def _measured(figure: Quantity, stated: Stated) -> Measured:
    """The figure as it stands in its row, with what the wording has around it."""
    words = getattr(figure, "raw", "")
    ends = (figure.low, figure.high)
    fellow = next((read for read in stated.figures if read.text == words), None) or next(
        (read for read in stated.figures if (read.low, read.high) == ends), None
    )
    return Measured(
        text=words,
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        interval=figure.interval,
        unit=figure.unit or None,
        currency=figure.currency or None,
        per=figure.per or None,
        change=figure.change or None,
        head=stem(figure.counted_head) if figure.counted_head else "",
        near=fellow.near if fellow else frozenset(),
        start=fellow.start if fellow else 0,
        end=fellow.end if fellow else 0,
    )
