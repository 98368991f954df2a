"""What a page shows of one mention to be mended: what stands, what was proposed, the forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from claims.labels import normalised
from claims.mending import dates_of, innermost, is_bound
from claims.models import Attribution, Mention, Quantity
from claims.queue import with_words

from .mend_forms import AttitudeForm, DateForm, FigureForm, MendForm, SpanForm, SpeakerForm

# How much text is shown around the words, in code points.
AROUND = 90
# What a proposal says of a figure beside its ends, in the words of the model.
SAID_OF_A_FIGURE = ("kind", "modifier", "unit", "currency", "change", "per")
# How far from the mention a figure may stand that one of its own is a part of.
NEAR = 1_500


@dataclass(frozen=True, slots=True)
class Part:
    """One finding with its forms; ``proposed`` is what the machine said, where that differs."""

    row: Any
    form: MendForm
    proposed: str = ""
    other: MendForm | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """A mention to be mended. Each form that came back refused stands in the place of its own."""

    mention: Mention
    before: str
    words: str
    after: str
    proposed: str
    span: SpanForm
    figures: Sequence[Part] = ()
    attributions: Sequence[Part] = ()
    dates: Sequence[Part] = ()
    attribute: SpeakerForm | None = None

    @property
    def first(self) -> int:
        """Where the text that is shown begins in the article."""
        return self.mention.start - len(self.before)


def mend_of(mention: Mention, bound: MendForm | None = None) -> Mend:
    """What the page shows; ``bound`` is a form that came back. Six queries, however much it is."""
    text, start, end = mention.article.text, mention.start, mention.end
    return Mend(
        mention,
        before=text[_before(text, start) : start],
        words=text[start:end],
        after=text[end : _after(text, end)],
        proposed=_proposed_words(mention),
        span=_own(bound, SpanForm, mention)
        or SpanForm(of=mention, initial={"start": start, "end": end}),
        figures=_figures(mention, bound),
        attributions=_attributions(mention, bound),
        dates=_dates(mention, bound),
        attribute=None if _said(mention) else _own(bound, SpeakerForm, None) or SpeakerForm(),
    )


def _before(text: str, start: int) -> int:
    """Where what is shown before the words begins: with a word, if there are spaces."""
    at = max(0, start - AROUND)
    if at == 0:
        return at
    space = re.search(r"\s", text[at - 1 : start])
    return at + space.start() if space else _whole(text, at)


def _after(text: str, end: int) -> int:
    """Where what is shown after the words ends, the same way."""
    at = min(len(text), end + AROUND)
    if at == len(text):
        return at
    spaces = list(re.finditer(r"\s", text[end : at + 1]))
    return end + spaces[-1].start() if spaces else _whole(text, at)


def _whole(text: str, at: int) -> int:
    """The end of the character that this place may cut."""
    while not is_bound(text, at):
        at += 1
    return at


def _own(bound: MendForm | None, form: type[Any], row: Any) -> Any:
    """The form that came back, if it is this row's."""
    if bound is None or type(bound) is not form:
        return None
    return bound if (bound.of and bound.of.pk) == (row and row.pk) else None


def _proposed_words(mention: Mention) -> str:
    place = (mention.proposed_start, mention.proposed_end)
    if mention.proposed_start is None or place == (mention.start, mention.end):
        return ""
    return mention.article.text[slice(*place)]


def figures_near(mention: Mention) -> list[Quantity]:
    """The article's figures around the mention, each with ``raw``, its words."""
    near = Quantity.objects.live().filter(
        article=mention.article_id, start__gte=mention.start - NEAR, end__lte=mention.end + NEAR
    )
    return list(with_words(near).order_by("start"))


def _figures(mention: Mention, bound: MendForm | None) -> list[Part]:
    own = set(mention.quantities.live().values_list("pk", flat=True))
    near = figures_near(mention)
    return [
        Part(
            row,
            _own(bound, FigureForm, row) or FigureForm(of=row, others=near),
            _proposed_figure(row),
        )
        for row in near
        if row.pk in own
    ]


def _proposed_figure(row: Quantity) -> str:
    """What the machine took it for, where people have corrected that."""
    if not row.touched_at or not row.proposed:
        return ""
    found = row.proposed
    low, high = (Decimal(end) if end else None for end in (found.get("low"), found.get("high")))
    said = {name: found.get(name) or "" for name in SAID_OF_A_FIGURE}
    return normalised(Quantity(low=low, high=high, **said))


def _said(mention: Mention) -> list[Attribution]:
    return innermost(list(mention.attributions.live().prefetch_related("speakers")))


def _attributions(mention: Mention, bound: MendForm | None) -> list[Part]:
    return [
        Part(
            row,
            _own(bound, SpeakerForm, row)
            or SpeakerForm(of=row, initial={"names": "; ".join(map(str, row.speakers.all()))}),
            _proposed_speaker(row),
            _own(bound, AttitudeForm, row)
            or AttitudeForm(of=row, initial={"attitude": row.attitude}),
        )
        for row in _said(mention)
    ]


def _proposed_speaker(row: Attribution) -> str:
    if not row.touched_at or not row.proposed:
        return ""
    who = row.proposed.get("speaker") or {}
    attitude = dict(Attribution.Attitude.choices).get(row.proposed.get("attitude", ""), "")
    return " · ".join(str(part) for part in (who.get("name") or who.get("text"), attitude) if part)


def _dates(mention: Mention, bound: MendForm | None) -> list[Part]:
    return [
        Part(
            row,
            _own(bound, DateForm, row)
            or DateForm(of=row, initial={"first": row.first, "last": row.last}),
            _proposed_date(row),
            None,
        )
        for row in with_words(dates_of(mention)).order_by("start")
    ]


def _proposed_date(row: Any) -> str:
    if not row.touched_at or not row.proposed:
        return ""
    days = (row.proposed.get("from"), row.proposed.get("to"))
    return " – ".join(dict.fromkeys(day for day in days if day)) or "–"
