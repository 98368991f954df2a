"""What people correct of what the machine found, one verb each.

``seen`` is everywhere the newest line of the claim's history that the page knew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _t

from claims.models import Attribution, DateReference, Mention, Quantity, Refused, Speaker, User

from .changing import Change, Mended, correct
from .figures import Correction, fields_of
from .identity import figures_in, said_in
from .marking import attribution_of
from .spans import End, Place, Way, snapped, stepped


def move_span(
    mention: Mention, by: User, start: int, end: int, *, seen: int | None = None
) -> Mended:
    """Say where the claim's words begin and end; figures inside are its own from then on.

    Raises:
        Refused: the words are none, or lie outside the article.
        Stale: somebody else has moved them since.
    """
    return correct(mention, by, lambda: _move(mention, by, start, end), seen=seen)


def step_span(
    mention: Mention, by: User, which: End, way: Way, *, seen: int | None = None
) -> Mended:
    """Move one end by a word."""

    def deed() -> Change:
        place = snapped(mention.article.text, mention.start, mention.end)
        moved = stepped(mention.article.text, place, which, way)
        return _move(mention, by, moved.start, moved.end)

    return correct(mention, by, deed, seen=seen)


def _move(mention: Mention, by: User, start: int, end: int) -> Change:
    before = {figure.pk for figure in figures_in(mention)}
    place = snapped(mention.article.text, start, end)
    if not mention.correct(by, start=place.start, end=place.end):
        return Change.NOTHING
    inside = {figure.pk for figure in figures_in(mention)}
    linked = set(mention.quantities.values_list("pk", flat=True))
    # What lay inside before and was not its own has a reason not to be: "16, not 14".
    mention.quantities.set((linked & inside) | (inside - before))
    return Change.WORDS


def correct_figure(
    figure: Quantity, by: User, given: Correction, *, seen: int | None = None
) -> Mended:
    """Say what a figure is: value, modifier, unit or currency, what is counted, part of what.

    Raises:
        Refused: a field is nothing that can be kept.
        Stale: somebody else has corrected it since.
    """

    def deed() -> Change:
        changed = figure.correct(by, **fields_of(figure, given))
        return Change.VALUES if changed else Change.NOTHING

    return correct(figure, by, deed, seen=seen)


def correct_attitude(
    attribution: Attribution, by: User, attitude: str, *, seen: int | None = None
) -> Mended:
    """Say what the speaker does with the words: says it is so, says it is not so, …"""
    if attitude not in Attribution.Attitude.values:
        raise Refused(_t("Say what the speaker does: choose one of the list."))

    def deed() -> Change:
        turns = Attribution.Attitude.DENIES in {attribution.attitude, attitude}
        if not attribution.correct(by, attitude=attitude):
            return Change.NOTHING
        return Change.WORDS if turns else Change.VALUES

    return correct(attribution, by, deed, seen=seen)


def correct_speakers(
    attribution: Attribution, by: User, speakers: Sequence[Speaker], *, seen: int | None = None
) -> Mended:
    """Say who says it, by whatever names; nobody where the article names none."""

    def deed() -> Change:
        now = set(attribution.speakers.values_list("pk", flat=True))
        if now == {speaker.pk for speaker in speakers}:
            return Change.NOTHING
        attribution.touch(by)
        attribution.speakers.set(speakers)
        is_denial = attribution.attitude == Attribution.Attitude.DENIES
        return Change.WORDS if is_denial else Change.VALUES

    return correct(attribution, by, deed, seen=seen)


def attribute(
    mention: Mention, by: User, speakers: Sequence[Speaker], *, seen: int | None = None
) -> Mended:
    """Say who says it where the machine thought that the article itself does.

    Raises:
        Refused: somebody says it already: correct that.
    """

    def deed() -> Change:
        if said_in(mention):
            raise Refused(_t("Somebody says it already; correct who that is."))
        if not speakers:
            raise Refused(_t("Write the speaker's name."))
        mention.touch(by)
        place = Place(mention.start, mention.end)
        mention.attributions.add(attribution_of(mention.article, by, place, speakers))
        return Change.VALUES

    return correct(mention, by, deed, seen=seen)


def speaker_called(name: str, *, new_kind: str = "") -> Speaker:
    """The speaker of that name or alias; with a kind, made where there is none.

    Raises:
        Refused: nobody is called so, and none was to be made.
    """
    name = " ".join(name.split())[:300]
    if known := Speaker.objects.called(name):
        return known
    if not name:
        raise Refused(_t("Write the speaker's name."))
    if new_kind not in Speaker.Kind.values:
        raise Refused(
            _t("Nobody is called “%s” yet: choose who that is from the names, or what to make.")
            % name
        )
    return Speaker.objects.create(name=name, kind=new_kind)


def correct_date(
    day: DateReference,
    by: User,
    first: date | None,
    last: date | None,
    *,
    seen: int | None = None,
) -> Mended:
    """Say from which day to which it is; neither where nobody can know.

    Raises:
        Refused: it ends before it begins, or one end is missing.
    """
    if (first is None) != (last is None):
        raise Refused(_t("Give both days, or neither."))
    if first and last and last < first:
        raise Refused(_t("The last day is before the first."))

    def deed() -> Change:
        changed = day.correct(by, first=first, last=last)
        return Change.WORDS if changed else Change.NOTHING

    return correct(day, by, deed, seen=seen)
