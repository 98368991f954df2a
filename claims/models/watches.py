"""The watch list: speakers, outlets, words and measures that the desk looks out for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims import jobs
from claims.figures import read_figure

from .events import Event
from .guarding import Refused, require
from .speakers import Speaker
from .transactions import atomic_with_retry, lock

if TYPE_CHECKING:
    from .outlets import Outlet
    from .users import User

WATCHERS_ONLY = _("Only fact-checkers and editors keep the watch list.")
LONGEST_WORDS = 100
FEWEST_SIGNS = 2


def folded(text: str) -> str:
    """The text as words are compared: in small letters, without accents, spaces made one.

    "Émile’s  café" is "emile's cafe".
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.split())


@dataclass(frozen=True, slots=True)
class Sighting:
    """What of a mention or claim is looked at: its words, who says it, where, which figures."""

    words: str = ""
    speakers: Collection[int] = ()
    outlets: Collection[int] = ()
    measures: Collection[tuple[str, str]] = ()


class WatchQuerySet(models.QuerySet["Watch"]):
    def active(self) -> Self:
        return self.filter(ended_at=None)

    @transaction.atomic
    def start(
        self,
        by: User,
        *,
        kind: str,
        words: str = "",
        speaker: Speaker | None = None,
        outlet: Outlet | None = None,
        note: str = "",
    ) -> Watch:
        """Look out for something from now on; the worker looks through what is there already.

        Raises:
            Refused: without the permission, for what cannot be watched, or what is watched.
        """
        require(by, "claims.add_watch", WATCHERS_ONLY)
        watch = Watch(kind=kind, note=note.strip(), made_by=by)
        watch._aim(" ".join(words.split()), speaker, outlet)
        try:
            with transaction.atomic():
                watch.save()
        except IntegrityError as clash:
            raise Refused(_t("“%s” is on the watch list already.") % watch) from clash
        Event.objects.create(
            kind=Event.Kind.WATCHED, actor=by, payload={"watch": watch.pk, "name": str(watch)}
        )
        jobs.enqueue(jobs.APPLY_WATCH, watch.pk)
        return watch


class Watch(models.Model):
    """Something that the desk looks out for: claims that have to do with it rank higher.

    ``folded`` is what is compared: of a word its plain letters, of a measure the currency's
    code, the unit or the head of what is counted, which ``column`` says.
    """

    class Kind(models.TextChoices):
        SPEAKER = "speaker", _("speaker")
        OUTLET = "outlet", _("outlet")
        WORD = "word", _("word")
        MEASURE = "measure", _("measure")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="watches"
    )
    outlet = models.ForeignKey(
        "Outlet", models.PROTECT, null=True, blank=True, related_name="watches"
    )
    words = models.CharField(_("word or measure"), max_length=LONGEST_WORDS, blank=True)
    folded = models.CharField(max_length=4 * LONGEST_WORDS, blank=True, editable=False)
    column = models.CharField(max_length=12, blank=True, editable=False)
    note = models.TextField(_("why"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("whose")
    )
    made_at = models.DateTimeField(_("since"), auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("watch")
        verbose_name_plural = _("watches")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="speaker", speaker__isnull=False, outlet=None, folded="")
                | Q(kind="outlet", speaker=None, outlet__isnull=False, folded="")
                | Q(kind__in=["word", "measure"], speaker=None, outlet=None) & ~Q(folded=""),
                name="watch_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None, ended_at=None)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="watch_ended_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["speaker"],
                condition=Q(ended_at=None, speaker__isnull=False),
                name="watch_speaker_once",
            ),
            models.UniqueConstraint(
                fields=["outlet"],
                condition=Q(ended_at=None, outlet__isnull=False),
                name="watch_outlet_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "column", "folded"],
                condition=Q(ended_at=None) & ~Q(folded=""),
                name="watch_words_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.speaker or self.outlet or self.words)

    def get_absolute_url(self) -> str:
        return reverse("watch", args=[self.pk])

    @property
    def is_active(self) -> bool:
        return self.ended_at is None

    def _aim(self, words: str, speaker: Speaker | None, outlet: Outlet | None) -> None:
        """Say what is looked out for. Raises :class:`Refused` where that is nothing."""
        match self.kind:
            case Watch.Kind.SPEAKER:
                self.speaker = speaker.survivor if speaker else None
            case Watch.Kind.OUTLET:
                self.outlet = (outlet.merged_into or outlet) if outlet else None
            case Watch.Kind.WORD | Watch.Kind.MEASURE:
                self.words = words[:LONGEST_WORDS]
                self.column, self.folded = self._key()
        if not (self.speaker or self.outlet or self.folded):
            raise Refused(_t("Say whom or what to look out for."))

    def _key(self) -> tuple[str, str]:
        """Where the words are looked for, and as what."""
        plain = folded(self.words)
        if self.kind == Watch.Kind.MEASURE:
            return measure_of(self.words)
        if sum(sign.isalnum() for sign in plain) < FEWEST_SIGNS:
            raise Refused(_t("A word to look out for has at least two letters."))
        return "", plain

    @property
    def fits(self) -> Callable[[Sighting], bool]:
        """Does what was seen have to do with it? Made once for many."""
        match self.kind:
            case Watch.Kind.SPEAKER:
                return lambda seen: self.speaker_id in seen.speakers
            case Watch.Kind.OUTLET:
                return lambda seen: self.outlet_id in seen.outlets
            case Watch.Kind.MEASURE:
                return lambda seen: (self.column, self.folded) in seen.measures
        whole = re.compile(rf"(?<!\w){re.escape(self.folded)}(?!\w)")
        return lambda seen: whole.search(seen.words) is not None

    @atomic_with_retry
    def end(self, by: User) -> Self:
        """Look out for it no more; its hits stay listed and lose their points."""
        require(by, "claims.change_watch", WATCHERS_ONLY)
        lock(Watch.objects.filter(pk=self.pk))
        self.refresh_from_db()
        if not self.is_active:
            raise Refused(_t("“%s” is not on the watch list any more.") % self)
        self.ended_by, self.ended_at = by, timezone.now()
        self.save(update_fields=["ended_by", "ended_at"])
        Event.objects.create(
            kind=Event.Kind.WATCH_ENDED, actor=by, payload={"watch": self.pk, "name": str(self)}
        )
        jobs.enqueue(jobs.APPLY_WATCH, self.pk)
        return self


def measure_of(words: str) -> tuple[str, str]:
    """The column of figures and its value that the words mean: "euros" is (currency, EUR).

    Raises:
        Refused: they name nothing that is measured or counted.
    """
    figure = read_figure(f"2 {words}")
    if figure and figure.currency:
        return "currency", figure.currency
    if figure and figure.unit:
        return "unit", figure.unit
    if figure and figure.counted and len(figure.counted.head) >= FEWEST_SIGNS:
        return "counted_head", folded(figure.counted.head)
    raise Refused(_t("“%s” is no currency, unit or thing that is counted.") % words)


def measures_in(figures: Iterable[Any]) -> set[tuple[str, str]]:
    """What figures measure, as :func:`measure_of` says it."""
    found = set()
    for figure in figures:
        found |= {("currency", figure.currency), ("unit", figure.unit)}
        found.add(("counted_head", folded(figure.counted_head)))
    return found
