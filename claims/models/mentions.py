"""What was found in an article: mentions of claims, figures, attributions, dates.

Each row keeps what the extractor proposed beside its present values, so that a
person's correction is never lost and can be told from the machine's proposal:
``proposed_start`` and ``proposed_end`` with the run are the row's identity for the
next run, ``proposed`` holds the values. A rejected row stays, as a tombstone.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.figures import Interval, plain

from .events import Event
from .guarding import Refused, require
from .speakers import Speaker
from .transactions import atomic_with_retry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .users import User


class FigureField(models.DecimalField):
    """A figure's end: at most 15 significant digits, since SQLite keeps no more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 40)
        kwargs.setdefault("decimal_places", 12)
        super().__init__(*args, **kwargs)


_KEPT = Context(prec=15)


def as_kept(value: Decimal) -> Decimal:
    """A computed value to the 15 digits and 12 places that a row of any database keeps."""
    return round(_KEPT.plus(value), 12) if value.as_tuple().exponent else value


class ExtractionRun(models.Model):
    """Which extractor, spaCy model and rules proposed something."""

    rules = models.CharField(_("rules"), max_length=50)
    model = models.CharField(_("model"), max_length=100)
    model_version = models.CharField(_("model's version"), max_length=50)
    created_at = models.DateTimeField(_("first used"), auto_now_add=True)

    class Meta:
        verbose_name = _("extraction run")
        verbose_name_plural = _("extraction runs")
        constraints = [
            models.UniqueConstraint(
                fields=["rules", "model", "model_version"], name="extractionrun_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rules} · {self.model} {self.model_version}"


_TOUCH = ("touched_by_id", "touched_at", "rejected_by_id", "rejected_at")


def _plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    match value:
        case Decimal():
            return plain(value)
        case date() | datetime():
            return value.isoformat()
    return value


class FindingQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """What stands: not rejected."""
        return self.filter(rejected_at=None)


class FoundInText(models.Model):
    """What all findings share: a place in an article, its proposal, and people's say."""

    article = models.ForeignKey("claims.Article", models.PROTECT)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    run = models.ForeignKey(ExtractionRun, models.PROTECT, null=True, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("marked by"),
        help_text=_("Who marked what the machine missed."),
    )
    proposed_start = models.PositiveIntegerField(null=True, editable=False)
    proposed_end = models.PositiveIntegerField(null=True, editable=False)
    proposed = models.JSONField(default=dict, editable=False)
    touched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    touched_at = models.DateTimeField(_("corrected"), null=True, blank=True)
    rejected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    rejected_at = models.DateTimeField(_("rejected"), null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["start", "end"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="%(class)s_not_empty"),
            models.CheckConstraint(
                condition=Q(run__isnull=False, proposed_start__isnull=False, marked_by=None)
                | Q(run=None, proposed_start=None, marked_by__isnull=False),
                name="%(class)s_machine_or_person",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    def stands_as(self, names: Iterable[str]) -> dict[str, Any]:
        """What the fields hold now, as JSON keeps it, and who touched it last."""
        return {name: _plain(getattr(self, name)) for name in (*names, *_TOUCH)}

    def correct(self, by: User, **fields: Any) -> bool:
        """Set what differs and remember who did; false where nothing does.

        A step of :mod:`claims.mending`, which asks whether they may, holds the claims and
        logs the event.

        Raises:
            Refused: somebody has rejected it.
        """
        changed = {name: value for name, value in fields.items() if getattr(self, name) != value}
        if changed:
            self.touch(by)
            self._set(**changed)
        return bool(changed)

    def touch(self, by: User) -> None:
        """Remember who corrected it, or what belongs to it.

        Raises:
            Refused: somebody has rejected it.
        """
        if self.rejected_at is not None:
            raise Refused(
                _t("%s has rejected this meanwhile; take that back first.") % self.rejected_by
            )
        self._set(touched_by=by, touched_at=timezone.now())

    def reject(self, by: User) -> None:
        """Say that it is none: it stays as a tombstone, so that no run brings it back."""
        if self.rejected_at is not None:
            raise Refused(_t("%s has rejected this already.") % self.rejected_by)
        self._set(rejected_by=by, rejected_at=timezone.now())

    def put_back(self, before: Mapping[str, Any]) -> None:
        """Give the fields what :meth:`stands_as` said they held."""
        fields: dict[str, Any] = {name: self._meta.get_field(name) for name in before}
        self._set(**{name: field.to_python(before[name]) for name, field in fields.items()})

    def _set(self, **fields: Any) -> None:
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=[name.removesuffix("_id") for name in fields])


class Quantity(FoundInText):
    """A figure. ``low`` and ``high`` are as stated; null is an open end.

    ``least`` and ``most`` are the ends of the interval that rounding and modifier
    imply, derived by :func:`claims.figures.implied_interval`, for search: "11.6bn"
    is found from 11.55bn to below 11.65bn.
    """

    class Kind(models.TextChoices):
        COUNT = "count", _("count")
        MONEY = "money", _("money")
        PERCENT = "percent", _("percent")
        MEASURE = "measure", _("measure")
        RATIO = "ratio", _("ratio")
        RANK = "rank", _("rank")
        AGE = "age", _("age")
        DURATION = "duration", _("duration")
        MULTIPLE = "multiple", _("multiple")
        OTHER = "other", _("other")

    class Modifier(models.TextChoices):
        EXACT = "exact", _("exact")
        ABOUT = "about", _("about")
        AT_LEAST = "at_least", _("at least")
        MORE_THAN = "more_than", _("more than")
        AT_MOST = "at_most", _("at most")
        LESS_THAN = "less_than", _("less than")
        BETWEEN = "between", _("between")

    class Change(models.TextChoices):
        INCREASE = "increase", _("increase")
        DECREASE = "decrease", _("decrease")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    low = FigureField(_("low"), null=True, blank=True)
    high = FigureField(_("high"), null=True, blank=True)
    least = FigureField(_("least implied"), editable=False)
    most = FigureField(_("most implied"), editable=False)
    modifier = models.CharField(
        _("modifier"), max_length=10, choices=Modifier.choices, default=Modifier.EXACT
    )
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    per = models.CharField(_("per"), max_length=60, blank=True)
    change = models.CharField(_("change"), max_length=10, choices=Change.choices, blank=True)
    counted_start = models.PositiveIntegerField(null=True, blank=True)
    counted_end = models.PositiveIntegerField(null=True, blank=True)
    counted_text = models.CharField(_("what is counted"), max_length=300, blank=True)
    counted_head = models.CharField(_("its head noun"), max_length=100, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    period_from = models.DateField(_("holds from"), null=True, blank=True)
    period_to = models.DateField(_("holds to"), null=True, blank=True)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )

    class Meta(FoundInText.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            *FoundInText.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "proposed_start", "proposed_end"], name="quantity_proposed_once"
            ),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")),
                name="quantity_low_before_high",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=False) | Q(high__isnull=False), name="quantity_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(least__lte=F("most")), name="quantity_least_before_most"
            ),
        ]
        indexes = [
            models.Index(fields=["least", "most"], name="quantity_interval"),
            models.Index(fields=["currency", "least"], name="quantity_currency"),
            models.Index(fields=["counted_head", "least"], name="quantity_counted"),
        ]

    @property
    def interval(self) -> Interval:
        """What the figure can mean."""
        return Interval.of(self.least, self.most, self.modifier)

    @staticmethod
    def meeting(other: Interval) -> Q:
        """Of the rows whose interval has a number in common with this one."""
        begins = Q(least__lt=other.most)
        ends = Q(most__gt=other.least)
        if other.has_most:
            begins |= Q(least=other.most) & ~Q(modifier=Quantity.Modifier.MORE_THAN)
        if other.has_least:
            has_most = Q(modifier=Quantity.Modifier.AT_MOST) | Q(least=F("most"))
            ends |= Q(most=other.least) & has_most
        return begins & ends


class DateReference(FoundInText):
    """A date or period in the text, resolved to its first and last day where it can be."""

    first = models.DateField(_("from"), null=True, blank=True)
    last = models.DateField(_("to"), null=True, blank=True)

    class Meta(FoundInText.Meta):
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        constraints = [
            *FoundInText.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "proposed_start", "proposed_end"],
                name="datereference_proposed_once",
            ),
            models.CheckConstraint(
                condition=Q(first=None) | Q(last=None) | Q(first__lte=F("last")),
                name="datereference_first_before_last",
            ),
        ]


class Attribution(FoundInText):
    """Someone is reported to have said something. ``content`` lists all its spans.

    ``start`` and ``end`` enclose the content; ``content`` is a list of
    ``[start, end]`` pairs.
    """

    class Kind(models.TextChoices):
        DIRECT = "direct", _("direct")
        INDIRECT = "indirect", _("indirect")
        MIXED = "mixed", _("mixed")

    class Attitude(models.TextChoices):
        ASSERTS = "asserts", _("says it is so")
        DENIES = "denies", _("says it is not so")
        BELIEVES = "believes", _("thinks or expects it")
        INTENDS = "intends", _("plans or pledges it")
        URGES = "urges", _("asks or calls for it")
        JUDGES = "judges", _("praises or blames")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    attitude = models.CharField(_("attitude"), max_length=8, choices=Attitude.choices)
    content = models.JSONField(_("content spans"))
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    speaker_text = models.CharField(_("speaker, as written"), max_length=300, blank=True)
    speakers = models.ManyToManyField(
        Speaker, blank=True, related_name="attributions", verbose_name=_("speakers")
    )
    via = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("via")
    )

    class Meta(FoundInText.Meta):
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        constraints = [
            *FoundInText.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "proposed_start", "proposed_end", "cue_start"],
                condition=Q(cue_start__isnull=False),
                name="attribution_proposed_once",
            ),
            models.UniqueConstraint(
                fields=["article", "proposed_start", "proposed_end"],
                condition=Q(cue_start=None),
                name="attribution_without_cue_once",
            ),
        ]


class Mention(FoundInText):
    """One appearance of a claim in an article.

    ``original_claim`` is the claim that the mention opened or joined first; it
    makes a merge reversible. ``wording`` is the machine's, made from this place.
    """

    claim = models.ForeignKey("Claim", models.PROTECT, related_name="mentions")
    original_claim = models.ForeignKey("Claim", models.PROTECT, related_name="+")
    quantities = models.ManyToManyField(Quantity, blank=True, related_name="mentions")
    attributions = models.ManyToManyField(Attribution, blank=True, related_name="mentions")
    wording = models.TextField(_("machine's wording"))
    check_worthiness = models.FloatField(_("check-worthiness"), default=0)
    reasons = models.JSONField(_("reasons"), default=list)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta(FoundInText.Meta):
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            *FoundInText.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "proposed_start", "proposed_end"], name="mention_proposed_once"
            ),
            models.CheckConstraint(
                condition=Q(check_worthiness__gte=0, check_worthiness__lte=1),
                name="mention_worthiness_0_to_1",
            ),
        ]

    @atomic_with_retry
    def confirm(self, by: User) -> Self:
        """Say that the claim really appears here, so that the public page may list it.

        Raises:
            Refused: without the permission.
        """
        require(by, "claims.check_claim", _t("Only fact-checkers and editors confirm mentions."))
        # The claim first, as everywhere: logging holds it.
        self.claim.log(Event.Kind.MENTION_CONFIRMED, by, mention=self.pk)
        self.confirmed_by, self.confirmed_at = by, timezone.now()
        self.save(update_fields=["confirmed_by", "confirmed_at"])
        return self
