"""Figures, reasons and events as people read them, worded from codes and values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from claims.figures import SYMBOLS, ends_of, grouped, period_shape, unit_in_number

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

NO_BREAK = "\u00a0"
MINUS = "\u2212"

SCALES = (
    (Decimal(10) ** 12, "tn"),
    (Decimal(10) ** 9, "bn"),
    (Decimal(10) ** 6, "mn"),
)
# What a claim has that is of the kind.
KIND_LABELS = {
    "numeric": _("with a figure"),
    "attributed": _("attributed"),
    "absolute": _("first, only, never"),
}
# What a notice says of its event, by the kind of either.
NOTICES = {
    "assigned": _("%(who)s assigned a claim to you"),
    "handed_over": _("%(who)s handed a claim over to you"),
    "changes_requested": _("%(who)s asks for changes"),
    "suggested": _("%(who)s suggests other wording, and has signed it"),
    "accepted": _("%(who)s accepted your wording; the check is signed off"),
    "signed_off": _("%(who)s signed your check off"),
    "submitted": _("%(who)s submitted a check for sign-off"),
    "commented": _("%(who)s commented"),
    "woken": _("%(who)s woke your claim from its hold"),
}
SIGNS = {"about": "~", "at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}
LARGEST_DENOMINATOR = 20
# The codes of claims.extraction's reasons, in words.
REASONS = {
    "marked": _("marked by a person"),
    "wording": _("worded like what is worth a check"),
    "figure_in_passing": _("mentions a figure"),
    "figure_with_unit": _("states a figure with unit"),
    "figure": _("states a figure"),
    "change": _("reports a change"),
    "part_of_whole": _("gives a part of a whole"),
    "several_figures": _("several figures"),
    "rank": _("ranks"),
    "period": _("says when"),
    "names": _("names whom or what it is about"),
    "named_speaker": _("named speaker"),
    "unnamed_speaker": _("no named speaker and no figure"),
    "finding": _("found out by research or in figures"),
    "denied": _("denied by the speaker"),
    "asserted": _("asserted as fact by the speaker"),
    "intention": _("an intention, nothing that happened"),
    "demand": _("a demand, nothing that happened"),
    "judgement": _("a judgement, nothing that happened"),
    "happened": _("something that has happened"),
    "question": _("a question"),
    "fragment": _("a fragment, not a whole statement"),
    "unclear_subject": _("does not say of whom or what"),
    "record": _("record or rank"),
    "comparison": _("compares"),
    "cause": _("says that one thing causes another"),
    "no_exception": _("allows no exception"),
    "hedged": _("hedged"),
    "future": _("about the future"),
    "opinion": _("opinion or wish"),
    "recency": _("published lately"),
    "watched": _("on the watch list"),
    "superseded": _("only in an earlier version"),
    "disputed": _("two outlets disagree"),
    "does_not_add_up": _("does not add up"),
    "checked_before": _("checked before"),
}
# The codes of claims.matching's departures: what a wording says otherwise than its mentions.
DEPARTURES = {
    "figure_changed": _("it says %(wording)s, they say %(stated)s"),
    "figure_missing": _("%(stated)s is missing"),
    "figure_added": _("%(wording)s is not theirs"),
    "name_missing": _("it does not name %(stated)s"),
    "name_added": _("it names %(wording)s, they do not"),
    "polarity": _("one says that it is so, the other that it is not (%(wording)s / %(stated)s)"),
}
EVENT_CODES = {
    "mentioned_again": _("mentioned again"),
    "story_ignored": _("its story is ignored"),
    "age": _("nobody picked it in time"),
    "filter": _("with all that fit a filter"),
    "watch_hit": _("on the watch list"),
    "contradicted": _("another outlet contradicts it"),
    "finding": _("its figures do not add up"),
}
# In a row, shorter and without a value: what they name stands beside them.
BRIEF_REASONS = {
    "figure_in_passing": _("figure in passing"),
    "figure_with_unit": _("figure with unit"),
    "figure": _("figure"),
    "change": _("change"),
    "part_of_whole": _("part of a whole"),
    "period": _("says when"),
    "named_speaker": _("named speaker"),
    "asserted": _("asserted as fact"),
    "denied": _("denied"),
    "happened": _("has happened"),
    "unclear_subject": _("unclear of whom or what"),
    "cause": _("cause"),
    "finding": _("research"),
    "future": _("future"),
    "recency": _("new"),
}
_FIRST_WORD = re.compile(r"[^\w\s]*(?P<word>[^\W\d_]\S*)")


class Figure(Protocol):
    """What this module reads of a :class:`claims.models.Quantity`."""

    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    unit: str
    currency: str
    per: str
    change: str
    counted_text: str
    place: str
    period_from: date | None
    period_to: date | None


def compact(figure: Figure) -> str:
    """The figure in a narrow column: "EUR 1.1 bn", "40 %", "> 9,000", "×2", "2/3", "5–10"."""
    write = _fraction if figure.kind == "ratio" else short
    ends = ends_of(figure.low, figure.high)
    text = "–".join(write(end) for end in ends)
    if figure.kind == "multiple":
        text = f"×{text}"
    elif figure.kind == "rank":
        text = _t("no. %(rank)s") % {"rank": text}
    if figure.currency:
        text = f"{figure.currency}{NO_BREAK}{text}"
    elif figure.unit and figure.kind != "multiple":
        unit = SYMBOLS.get(figure.unit) or unit_in_number(
            figure.unit, ends_of(figure.low, figure.high)
        )
        text = f"{text}{NO_BREAK}{unit}"
    sign = {"increase": "+", "decrease": MINUS}.get(figure.change, "")
    modifier = SIGNS.get(figure.modifier)
    return f"{modifier}{NO_BREAK}{sign}{text}" if modifier else f"{sign}{text}"


def normalised(figure: Figure) -> str:
    """The figure in full: "1,100,000,000 EUR · fuel sales · per year · 2024"."""
    parts = [in_words(figure), figure.counted_text, figure.place]
    if figure.per:
        parts.append(_t("per %(unit)s") % {"unit": figure.per})
    parts.append(period(figure.period_from, figure.period_to))
    return " · ".join(part for part in parts if part)


def in_words(figure: Figure) -> str:
    """Value, unit and modifier: "at least 9,000 barrels per day", "a rise of 4 percent"."""
    ends = ends_of(figure.low, figure.high)
    value = "–".join(grouped(end) for end in ends)
    unit = figure.currency or (
        unit_in_number(figure.unit, ends_of(figure.low, figure.high)) if figure.unit else ""
    )
    text = " ".join(part for part in (value, unit) if part)
    if figure.kind == "multiple":
        text = _t("%(value)s times") % {"value": value}
    elif figure.kind == "rank":
        text = _t("number %(value)s") % {"value": value}
    if figure.modifier in SIGNS:
        text = f"{_modifier_words()[figure.modifier]} {text}"
    if figure.change == "increase":
        return _t("up by %(size)s") % {"size": text}
    if figure.change == "decrease":
        return _t("down by %(size)s") % {"size": text}
    return text


def period(first: date | None, last: date | None) -> str:
    """A span of days as short as it can be said: "2024", "March 2024", "5 Sep 2025"."""
    if not first and not last:
        return ""
    if not last:
        return _t("from %(day)s") % {"day": _day(first)}
    if not first:
        return _t("to %(day)s") % {"day": _day(last)}
    match period_shape(first, last):
        case "day":
            return _day(first)
        case "year":
            return str(first.year)
        case "years":
            return f"{first.year}–{last.year}"
        case "month":
            return date_format(first, "F Y")
        case "months":
            return f"{date_format(first, 'M Y')} – {date_format(last, 'M Y')}"
    return f"{_day(first)} – {_day(last)}"


def short(value: Decimal) -> str:
    """Four significant digits of a large value, all of a small one: "1.1 bn", "9,000"."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{grouped(Decimal(f'{value / scale:.4g}'))}{NO_BREAK}{name}"
    return grouped(value)


def _fraction(value: Decimal) -> str:
    """A ratio below one as people say it: "2/3" for 0.6667; else the number."""
    near = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    if 0 < near < 1 and abs(Decimal(near.numerator) / near.denominator - value) < Decimal("0.0001"):
        return f"{near.numerator}/{near.denominator}"
    return short(value)


def _day(day: date | None) -> str:
    return date_format(day, "j M Y") if day else ""


def _modifier_words() -> dict[str, str]:
    return {
        "about": _t("about"),
        "at_least": _t("at least"),
        "more_than": _t("more than"),
        "at_most": _t("at most"),
        "less_than": _t("less than"),
    }


def reason_in_words(code: str, value: str | None) -> str:
    """A reason of the check-worthiness or part of the priority: "hedged: may", "2 outlets".

    A code without words is shown as it is: what other rules found is not hidden.
    """
    if code == "outlets":
        outlets = int(value or 0)
        return ngettext("%d outlet", "%d outlets", outlets) % outlets
    words = str(REASONS.get(code, code))
    if value is None:
        return words
    if code == "period":
        return f"{words}: {_interval_in_words(value)}"
    return f"{words}: {_interval_in_words(f'{value}/{value}') if code == 'recency' else value}"


def brief_reason(code: str, value: str | None) -> str:
    """A reason as a row says it, which shows figure and speaker by itself: "figure with unit"."""
    return str(BRIEF_REASONS[code]) if code in BRIEF_REASONS else reason_in_words(code, value)


def sentence_case(wording: str) -> str:
    """With a capital at its beginning, as long as before: "[The port] closed", "iPads sell"."""
    first = _FIRST_WORD.match(wording)
    if not first or not first["word"].islower():
        return wording
    at = first.start("word")
    capital = wording[at].upper()
    return f"{wording[:at]}{capital}{wording[at + 1 :]}" if len(capital) == 1 else wording


def _interval_in_words(interval: str) -> str:
    """An ISO 8601 interval of days as people say it; anything else as it is."""
    first, _slash, last = interval.partition("/")
    try:
        return period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return interval


def back_words(why: str, name: str) -> str:
    """Why a claim is back in the queue: "back: mentioned again by Vale Herald"."""
    words = {
        "mentioned_again": _t("back: mentioned again by %(name)s"),
        "watch_hit": _t("back: on the watch list, %(name)s"),
        "contradicted": _t("back: contradicted by %(name)s"),
        "finding": _t("back: a finding, %(name)s"),
    }
    if why in words and name:
        return words[why] % {"name": name}
    return _t("back: %(why)s") % {"why": event_words(why)}


def apart(difference: Decimal, percent: Decimal | None, unit: str) -> str:
    """How far one figure is from another: "+3, +2.7 %", "−58 pp", "+35 mn GBP, +154.4 %"."""
    points = unit == "percent"
    # A difference between two percentages is one of points.
    name = SYMBOLS["percentage point"] if points else SYMBOLS.get(unit, unit)
    told = f"{_signed(difference)}{NO_BREAK}{name}" if name else _signed(difference)
    if percent is None or points:
        return told
    return f"{told}, {_signed(percent)}{NO_BREAK}%"


def _signed(value: Decimal) -> str:
    return f"{MINUS if value < 0 else '+'}{short(abs(value))}"


def finding_words(finding: Any) -> str:
    """What an article states and what follows from its other figures, in one unit."""
    unit = NO_BREAK + SYMBOLS["percent"] if finding.kind == "percent_vs_points" else ""
    sides = {"stated": short(finding.stated) + unit, "computed": short(finding.computed) + unit}
    return _t("stated %(stated)s, computed %(computed)s") % sides


def event_words(text: str) -> str:
    """What an event says about itself: the words of its code, or what a person wrote."""
    return str(EVENT_CODES.get(text, text))


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What a notice tells: the deed, and what its doer said with it, if anything."""

    deed: str
    said: str


def notice_words(notice: Any) -> NoticeWords:
    """A notice, with its event and claim, in words for its recipient."""
    event = notice.event
    if event is None:
        day = _t("Overdue since %s") if notice.kind == "overdue" else _t("Due on %s")
        return NoticeWords(day % _day(notice.due_on), "")
    payload = event.payload
    who = {"who": event.actor or _t("The desk"), "name": payload.get("name", "")}
    told: StrPromise | str = NOTICES.get(notice.kind, notice.kind)
    if notice.kind in {"assigned", "handed_over"} and payload["to"] != notice.recipient_id:
        several = notice.claim_id is None
        told = (
            _("%(who)s gave claims of yours to %(name)s")
            if several
            else _("%(who)s gave your claim to %(name)s")
        )
    elif notice.kind == "assigned" and notice.claim_id is None:
        who["number"] = payload["claims"]
        told = _("%(who)s assigned %(number)s claims to you")
    due = payload.get("due", "")
    day = _t("Due %s.") % _day(date.fromisoformat(due)) if due else ""
    said = payload.get("message") or payload.get("note") or payload.get("comment") or ""
    return NoticeWords(str(told) % who, f"{day} {said}".strip())


def departure_in_words(code: str, wording: str, stated: str) -> str:
    """One thing in which a wording differs: "it says 115, they say 112"."""
    sides = {"wording": wording or "–", "stated": stated or "–"}
    return str(DEPARTURES.get(code, code)) % sides
