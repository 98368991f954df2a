"""The dashboard: how much waits, who does what, how long it takes, how often the machine errs.

Every table is read from what the worker counted: no page counts a million claims.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from claims.labels import KIND_LABELS
from claims.models import Claim, ClaimCount, ClaimCounts, Outlet
from claims.views import Column, DeskRequest, ListOut, desk
from verification.models import PERIODS, Tally, VerdictVersion

from .measuring import AGES, MOST_ROWS, share_of

USUAL_PERIOD = 30
WIDTH, HEIGHT = 600, 120
SHOWN_STATES = [state for state in Claim.State if state != Claim.State.MERGED]
STEPS = [_("Picked"), _("Set aside"), _("Dismissed"), _("Submitted"), _("Signed off")]
SPANS = {
    "found": _("from being found to the first sign-off"),
    "begun": _("from the first work on it to the signed version's submission"),
    "submitted": _("from that submission to the first sign-off"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is of, where that is looked at, its numbers, its bar's length of 100."""

    of: str
    href: str
    numbers: Sequence[float | None]
    share: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the dashboard: what it counts is said under its title."""

    name: str
    title: str
    counts: str
    headings: Sequence[str]
    lines: Sequence[Line]
    drawn: str
    curves: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        return not any(number for line in self.lines for number in line.numbers)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a tally is shown. ``bar`` is the place of the number that its bars draw; None: all."""

    title: Any
    counts: Any
    headings: Sequence[Any]
    word: Callable[[str], Any] = str
    address: str = ""
    bar: int | None = 0


def _labelled(choices: Any) -> Callable[[str], Any]:
    """The words of a code; the code itself where it has none any more."""
    return lambda code: dict(choices).get(code, code)


def _age(first: str) -> str:
    start = int(first)
    later = [age for age in AGES if age > start]
    if not later:
        return ngettext("%d day and more", "%d days and more", start) % start
    if later[0] == start + 1:
        return ngettext("%d day", "%d days", start) % start if start else _t("less than a day")
    return _t("%(first)d to %(last)d days") % {"first": start, "last": later[0] - 1}


QUEUE = {
    "states": Kind(
        _("The queue now"),
        _("Claims by state, all of them and those of each kind; one may be of several kinds."),
        [_("State"), _("All"), *KIND_LABELS.values()],
        _labelled(Claim.State.choices),
    ),
    "waiting": Kind(
        _("Waiting by outlet"),
        _("Claims that nobody has triaged, and all claims; the 20 outlets with most waiting."),
        [_("Outlet"), _("Not triaged"), _("All")],
        address="/queue/?by=claim&outlet={}",
    ),
}
TABLES = {
    "ages": Kind(
        _("Age of the queue"),
        _("Claims that nobody has triaged, by how long they have waited, today."),
        [_("Waits since"), _("Claims")],
        _age,
    ),
    "flow": Kind(
        _("In and out, day by day"),
        _("Claims that were found on the day, and claims on which people decided."),
        [_("Day"), _("Found"), _("Decided")],
    ),
    "time": Kind(
        _("Time to verdict"),
        _("Checks with their first sign-off in the period; hours, half and nine of ten within."),
        [_("Span"), _("Checks"), _("Median, hours"), _("90 %, hours")],
        _labelled(SPANS.items()),
        bar=1,
    ),
    "people": Kind(
        _("Work by person"),
        _("Claims that each triaged, and versions that each submitted and signed off."),
        [_("Person"), *STEPS],
        bar=None,
    ),
    "outlets": Kind(
        _("Work by outlet"),
        _("Claims of each outlet on which people took the step; the 20 with most."),
        [_("Outlet"), *STEPS],
        address="/queue/?by=claim&state=all&outlet={}",
        bar=None,
    ),
    "stories": Kind(
        _("Work by story"),
        _("Claims of each story on which people took the step; the 20 with most."),
        [_("Story"), *STEPS],
        address="/stories/{}/",
        bar=None,
    ),
    "ratings": Kind(
        _("Verdicts by rating"),
        _("Checks that were signed off in the period, by the rating of the newest signed version."),
        [_("Rating"), _("Checks")],
    ),
    "speakers": Kind(
        _("Verdicts by speaker"),
        _("The same checks by who said the claim; the 20 with most."),
        [_("Speaker"), _("Checks")],
        address="/speakers/{}/",
    ),
    "corrections": Kind(
        _("Corrections"),
        _("Corrections of published checks, by class."),
        [_("Class"), _("Corrections")],
        _labelled(VerdictVersion.CorrectionClass.choices),
    ),
    "kinds": Kind(
        _("Precision by kind"),
        _("Of claims found in the period: mentions confirmed unchanged, or mended."),
        [_("Kind"), _("Right"), _("Wrong"), _("Right, %")],
        _labelled(KIND_LABELS.items()),
        bar=2,
    ),
    "rules": Kind(
        _("Precision by rule"),
        _("The same by the rule that proposed the mention."),
        [_("Rule"), _("Right"), _("Wrong"), _("Right, %")],
        lambda rule: rule or _t("not named"),
        bar=2,
    ),
}


@require_safe
@desk
def dashboard(request: DeskRequest) -> HttpResponse:
    days = _period(request)
    counts, tallies = ClaimCount.objects.standing(), Tally.objects.of(days)
    context = {
        "days": days,
        "periods": PERIODS,
        "tables": [*_of_queue(counts), *_of_work(tallies)],
        "counted_at": min((tally.counted_at for tally in tallies.values()), default=None),
    }
    return render(request, "verification/dashboard.html", context)


@require_safe
@desk
def table_out(request: DeskRequest, name: str) -> HttpResponseBase:
    """One table of the dashboard as a file."""
    days = _period(request)
    tables = [
        *_of_queue(ClaimCount.objects.standing()),
        *_of_work(Tally.objects.of(days)),
    ]
    table = next((table for table in tables if table.name == name), None)
    if table is None:
        raise Http404
    file = f"{_t('dashboard')} {table.title} {period_in_words(days)}"
    return ListOut(file, _columns(table), [table.lines]).answer(request)


def period_in_words(days: int) -> str:
    return ngettext("%d day", "%d days", days) % days if days else _t("all time")


def _period(request: DeskRequest) -> int:
    """The period that the address asks for, in days; the usual one for what is none."""
    asked = request.GET.get("days", "")
    return next((days for days in PERIODS if str(days) == asked), USUAL_PERIOD)


def _columns(table: Table) -> list[Column[Line]]:
    def number(place: int) -> Callable[[Line], Any]:
        return lambda line: line.numbers[place]

    first, *others = table.headings
    return [
        Column(first, lambda line: line.of),
        *(Column(heading, number(place)) for place, heading in enumerate(others)),
    ]


# --- what is in the queue -----------------------------------------------------------------


def _of_queue(counts: ClaimCounts) -> list[Table]:
    """How many claims there are in each state, of each kind; and what waits of each outlet."""
    rows = [
        _counted_row(
            state,
            [
                counts.by_state.get(state, 0),
                *(counts.by_kind.get(kind, {}).get(state, 0) for kind in KIND_LABELS),
            ],
        )
        for state in SHOWN_STATES
    ]
    waiting = sorted(
        (
            (found.get(Claim.State.NEW, 0), sum(found.values()), outlet)
            for outlet, found in counts.by_outlet.items()
        ),
        reverse=True,
    )[:MOST_ROWS]
    named = Outlet.objects.in_bulk([outlet for _new, _all, outlet in waiting])
    outlets = [
        {"of": str(named[outlet]), "pk": outlet, "numbers": [new, every]}
        for new, every, outlet in waiting
        if outlet in named
    ]
    return [
        _table("states", QUEUE["states"], rows),
        _table("waiting", QUEUE["waiting"], outlets),
    ]


def _counted_row(of: str, numbers: Sequence[int]) -> dict[str, Any]:
    return {"of": of, "pk": None, "numbers": list(numbers)}


def _of_work(tallies: Mapping[str, Tally]) -> list[Table]:
    """The tables that the worker counted; empty while it has not."""
    return [
        _table(name, kind, tallies[name].rows if name in tallies else [])
        for name, kind in TABLES.items()
    ]


def _table(name: str, kind: Kind, rows: Sequence[Mapping[str, Any]]) -> Table:
    shares = share_of(rows, kind.bar)
    lines = [
        Line(
            str(kind.word(row["of"])),
            kind.address.format(row["pk"]) if kind.address and row["pk"] else "",
            row["numbers"],
            share,
        )
        for row, share in zip(rows, shares, strict=True)
    ]
    headings = [str(heading) for heading in kind.headings]
    curves = _curves(rows) if name == "flow" else ()
    drawn = _t("All steps") if kind.bar is None else headings[kind.bar + 1]
    return Table(name, str(kind.title), str(kind.counts), headings, lines, drawn, curves)


def _curves(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """For each number of the rows, its points from left to right, as SVG writes a polyline."""
    top = max((number for row in rows for number in row["numbers"]), default=0) or 1
    step = WIDTH / max(1, len(rows) - 1)
    places = range(len(rows[0]["numbers"])) if rows else ()
    return [
        " ".join(
            f"{number * step:.1f},{HEIGHT - row['numbers'][place] / top * HEIGHT:.1f}"
            for number, row in enumerate(rows)
        )
        for place in places
    ]
