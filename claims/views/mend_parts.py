"""What a page shows of one mention to be mended: what stands, what was proposed, the forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from claims.labels import normalised
from claims.mending import dates_of, innermost, is_bound
from claims.models import Attribution, KeptForm, Mention, Quantity
from claims.queue import with_words

from .kept import give_back
from .mend_forms import AttitudeForm, DateForm, FigureForm, MendForm, SpanForm, SpeakerForm

F = TypeVar("F", bound=MendForm)
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


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed and has not saved: the form that came back, and what was kept."""

    refused: MendForm | None
    kept: Sequence[KeptForm]

    def form(self, form: type[F], row: Any = None, *, initial: Any = None, **more: Any) -> F:
        """A row's form, with what was typed into it."""
        if type(self.refused) is form and self.refused.of == row:
            self.refused.initial.update(initial or {})
            return self.refused
        own = (kept for kept in self.kept if _is_of(kept, form, row))
        left = (("", form(kept.data, of=row, initial=initial, **more), kept) for kept in own)
        given: F = give_back(left).get("") or form(of=row, initial=initial, **more)
        return given


def _is_of(kept: KeptForm, form: type[MendForm], row: Any) -> bool:
    return kept.verb == form.action and kept.data.get("row", "") == (str(row.pk) if row else "")


def mend_of(mention: Mention, kept: Sequence[KeptForm], refused: MendForm | None = None) -> Mend:
    """What the page shows; ``refused`` is a form that came back. Six queries, however much."""
    typed = Typed(refused, kept)
    text, start, end = mention.article.text, mention.start, mention.end
    return Mend(
        mention,
        before=text[_before(text, start) : start],
        words=text[start:end],
        after=text[end : _after(text, end)],
        proposed=_proposed_words(mention),
        span=typed.form(SpanForm, mention, initial={"start": start, "end": end}),
        figures=_figures(mention, typed),
        attributions=(attributions := _attributions(mention, typed)),
        dates=_dates(mention, typed),
        attribute=None if attributions else typed.form(SpeakerForm, outlet=mention.article.outlet),
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


def _figures(mention: Mention, typed: Typed) -> list[Part]:
    own = set(mention.quantities.live().values_list("pk", flat=True))
    near = figures_near(mention)
    return [
        Part(row, typed.form(FigureForm, row, others=near), _proposed_figure(row))
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


def _attributions(mention: Mention, typed: Typed) -> list[Part]:
    return [
        Part(
            row,
            typed.form(
                SpeakerForm, row, initial={"names": _names(row)}, outlet=mention.article.outlet
            ),
            _proposed_speaker(row),
            typed.form(AttitudeForm, row, initial={"attitude": row.attitude}),
        )
        for row in _said(mention)
    ]


def _names(row: Attribution) -> str:
    return "; ".join(map(str, row.speakers.all()))


def _proposed_speaker(row: Attribution) -> str:
    if not row.touched_at or not row.proposed:
        return ""
    who = row.proposed.get("speaker") or {}
    attitude = dict(Attribution.Attitude.choices).get(row.proposed.get("attitude", ""), "")
    return " · ".join(str(part) for part in (who.get("name") or who.get("text"), attitude) if part)


def _dates(mention: Mention, typed: Typed) -> list[Part]:
    return [
        Part(
            row,
            typed.form(DateForm, row, initial={"first": row.first, "last": row.last}),
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
