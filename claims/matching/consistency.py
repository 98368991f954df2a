"""Which figures of an article do not go together, from its figures as they stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from claims.figures import plain
from claims.figures.arithmetic import ArithmeticFinding, check
from claims.models import Article, Finding, Quantity, as_kept


def find_in(article: Article) -> None:
    """Bring the article's findings up to its figures as they stand.

    One that its figures give no more is current no more; one that they give again stands as
    people left it. What was dismissed is another finding once a figure of it is another.
    The queue is told later, which ``Finding.is_told`` remembers.
    """
    figures = list(Quantity.objects.live().filter(article=article.pk).order_by("start", "end"))
    found = {_mark(one, figures): one for one in check(article.text, figures)}
    known = {finding.mark: finding for finding in Finding.objects.filter(article=article.pk)}
    for mark, finding in known.items():
        if finding.is_current != (mark in found):
            finding.is_current, finding.is_told = mark in found, False
            finding.save(update_fields=["is_current", "is_told"])
    for mark, one in found.items():
        if mark not in known:
            _store(article, one, mark, figures)


def _store(
    article: Article, found: ArithmeticFinding, mark: str, figures: Sequence[Quantity]
) -> None:
    finding = Finding.objects.create(
        article=article,
        kind=found.kind,
        stated=as_kept(found.stated),
        computed=as_kept(found.computed),
        least=as_kept(found.tolerance.least),
        most=as_kept(found.tolerance.most),
        start=found.start,
        end=found.end,
        mark=mark,
    )
    finding.figures.set([figures[index] for index in found.figures])


def _mark(found: ArithmeticFinding, figures: Sequence[Quantity]) -> str:
    """The arithmetic and its figures as they are read, as a sha256 in hex."""
    parts = [found.kind, *(_as_read(figures[index]) for index in found.figures)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _as_read(figure: Quantity) -> list[str | int | None]:
    ends = [plain(end) for end in (figure.low, figure.high)]
    return [figure.start, figure.end, *ends, figure.modifier, figure.unit, figure.currency]
