"""Who says a claim, by which names, and which of the names people hold for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims import likeness

from .events import Event, SpeakerChange
from .freshness import Stale, changed_meanwhile
from .guarding import Refused, merged_meanwhile, require
from .transactions import atomic_with_retry, locked

if TYPE_CHECKING:
    from .users import User

MERGERS_ONLY = _("Only fact-checkers and editors merge and split speakers.")


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def called(self, name: str) -> Speaker | None:
        """The speaker of that name in any case, whatever the name was merged into.

        A namesake is called with the qualifier: "Ada Wyle (mayor of Vell)".
        """
        lowered = self.alias(lower=Lower("name")).select_related("merged_into")
        bare = name.rpartition(" (")[0] or name
        namesakes = lowered.filter(lower__in=[Lower(Value(name)), Lower(Value(bare))])
        same: list[Speaker] = [row for row in namesakes if str(row).casefold() == name.casefold()]
        best = min(same, key=lambda row: (str(row) != name, row.pk), default=None)
        return best.survivor if best else None

    def found_by(self, words: str) -> Self:
        """Those of a name that begins so, or of a surname that does, by whichever of their names.

        "wy" finds Ada Wyle, and whoever A. Wyle was merged into.
        """
        surname = likeness.key(words, Speaker.Kind.UNKNOWN)
        named = Speaker.objects.alias(lower=Lower("name")).filter(
            Q(lower__startswith=words.lower())
            | (Q(alike__startswith=surname) if surname else Q(pk=None))
        )
        return self.filter(pk__in=named.values(head=Coalesce("merged_into", "pk")))

    def locked(self, speaker_ids: Collection[int]) -> dict[int, Speaker]:
        """These, held against others and read anew, and all that are merged into them.

        Whoever changes what a name is merged into holds the one that it is merged
        into and the one that it goes to: so nobody joins or leaves these meanwhile.
        """
        held = locked(self.filter(Q(pk__in=speaker_ids) | Q(merged_into__in=speaker_ids)))
        rows: dict[int, Speaker] = {row.pk: row for row in held}
        return rows | {row.pk: row for row in self.filter(merged_into__in=speaker_ids)}


class Speaker(models.Model):
    """A person, organisation, document or group that says things in the news.

    One row a full name, as articles give it; two of the same full name are told
    apart by the qualifier. Two are never merged by the machine. Where a person says
    that they are one, the one is an alias of the other: ``merged_into``, always one
    that is merged into nobody itself. Attributions and claims keep the name under
    which they were found, so that every merge can be taken apart again, whatever
    was imported meanwhile; who says something is the name's ``survivor``.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")
        DOCUMENT = "document", _("document")
        GROUP = "group", _("group")
        UNKNOWN = "unknown", _("unknown")

    name = models.CharField(_("name"), max_length=300)
    qualifier = models.CharField(
        _("qualifier"),
        max_length=100,
        blank=True,
        help_text=_("Tells two of the same name apart: “mayor of Vell”."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.UNKNOWN)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aliases",
        verbose_name=_("merged into"),
    )
    alike = models.CharField(
        max_length=300,
        blank=True,
        editable=False,
        help_text=_("What speakers who may be one have in common: see claims.likeness."),
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "qualifier"], name="speaker_once"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="speaker_not_into_itself"
            ),
        ]
        indexes = [
            models.Index(Lower("name"), name="speaker_lower_name"),
            models.Index(fields=["alike"], name="speaker_alike"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.qualifier})" if self.qualifier else self.name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        self.find_alike()
        if update_fields is not None:
            update_fields = {*update_fields, "alike"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.pk])

    def find_alike(self) -> Self:
        """Set what those share who may be one with this speaker, by its name and kind."""
        self.alike = likeness.key(self.name, self.kind)
        return self

    @property
    def survivor(self) -> Speaker:
        """Who goes by this name: the one that it was merged into, else itself."""
        return self.merged_into or self

    @atomic_with_retry
    def do_as_shown(self, newest_change: int, deed: Callable[[], Event], *others: Speaker) -> Event:
        """Do something to it and the others that was decided on a page of it.

        ``newest_change`` is the newest change of any speaker that the page knew.

        Raises:
            Stale: one of them has been merged or split since.
        """
        held = Speaker.objects.locked({self.pk, *(other.pk for other in others)})
        since = Event.objects.filter(
            Q(speaker_changes__speaker__in=held)
            | Q(speaker_changes__before__in=held)
            | Q(speaker_changes__after__in=held),
            speaker_changes__pk__gt=newest_change,
        )
        if events := list(since.select_related("actor").distinct()):
            raise Stale(changed_meanwhile(events))
        return deed()

    @atomic_with_retry
    def merge(self, by: User, into: Speaker) -> Event:
        """Say that this one is the other: what goes by its names is the other's from now on.

        Raises:
            Refused: without the permission, into itself, or when either is merged already.
        """
        require(by, "claims.triage_claim", MERGERS_ONLY)
        if into.pk == self.pk:
            raise Refused(_t("“%s” is this speaker already.") % into)
        rows = Speaker.objects.locked({self.pk, into.pk})
        for row in (rows[self.pk], rows[into.pk]):
            if why := merged_meanwhile(row):
                raise Refused(why)
        names = [row for row in rows.values() if self.pk in {row.pk, row.merged_into_id}]
        return _regroup(
            Event.objects.create(kind=Event.Kind.MERGED, actor=by),
            [Change(row.pk, row.merged_into_id, into.pk) for row in names],
        )

    @atomic_with_retry
    def split(self, by: User, aliases: Collection[int]) -> Event:
        """Take aliases off, with all that goes by them; several stay together.

        The fullest of their names becomes the speaker's that they are from now on.

        Raises:
            Refused: without the permission, or when one is no alias of this speaker.
        """
        require(by, "claims.triage_claim", MERGERS_ONLY)
        rows = Speaker.objects.locked({self.pk})
        off = [rows[pk] for pk in aliases if pk in rows and pk != self.pk]
        if not aliases:
            raise Refused(_t("Choose the names that belong to somebody else."))
        if len(off) < len(set(aliases)):
            raise Refused(_t("That is no name of “%s” any more; look again.") % self)
        head = max(off, key=lambda row: (*likeness.fullness(row.name), -row.pk))
        return _regroup(
            Event.objects.create(kind=Event.Kind.SPLIT, actor=by),
            [Change(row.pk, self.pk, None if row == head else head.pk) for row in off],
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One name's change: whom it was merged into before, and whom after; None is nobody."""

    speaker: int
    before: int | None
    after: int | None


def take_back(event: Event, undone: Event) -> None:
    """Put all the names of a merge or split back where they were, or none of them.

    Raises:
        Refused: one of them, or the one that it would go back to, has moved on since.
    """
    changes = [
        Change(change.speaker_id, change.after_id, change.before_id)
        for change in event.speaker_changes.all()
    ]
    names = {change.speaker for change in changes}
    left = {change.before for change in changes if change.before is not None}
    goals = {change.after for change in changes if change.after is not None}
    rows = Speaker.objects.locked(names | left | goals)
    later = SpeakerChange.objects.filter(speaker__in=names, event__gt=event.pk)
    later = later.exclude(event__kind=Event.Kind.UNDONE).filter(event__undone_by=None)
    stand = all(rows[change.speaker].merged_into_id == change.before for change in changes)
    # Meanwhile the one to go back to may have been merged itself, or others into one that goes.
    welcome = all(rows[goal].merged_into_id is None for goal in goals - names)
    going = {change.speaker for change in changes if change.after is not None}
    alone = all(row.merged_into_id not in going for row in rows.values() if row.pk not in names)
    if later.exists() or not (stand and welcome and alone):
        raise Refused(_t("These speakers have been merged or split since; nothing was undone."))
    _regroup(undone, changes)


def _regroup(event: Event, changes: Collection[Change]) -> Event:
    """Write the changes down, make them, and let the queue follow."""
    from .claims import Claim
    from .queue import QueueEntry

    SpeakerChange.objects.bulk_create(
        SpeakerChange(
            event=event,
            speaker_id=change.speaker,
            before_id=change.before,
            after_id=change.after,
        )
        for change in changes
    )
    names = [change.speaker for change in changes]
    # First everybody stands alone: at no moment is one merged into a merged one.
    Speaker.objects.filter(pk__in=names).update(merged_into=None)
    together: dict[int, list[int]] = defaultdict(list)
    for change in changes:
        if change.after is not None:
            together[change.after].append(change.speaker)
    for goal, members in together.items():
        Speaker.objects.filter(pk__in=members).update(merged_into=goal)
    named = Claim.speakers.through.objects.filter(speaker__in=names)
    stand = named.values_list(Coalesce("claim__merged_into", "claim"), flat=True)
    QueueEntry.objects.follow_speakers(sorted(set(stand)))
    return event
