"""Who published an article."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .events import Event

if TYPE_CHECKING:
    from .users import User


def validate_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is no time zone; “Europe/Paris” is one."), params={"name": name}
        )


class OutletQuerySet(models.QuerySet["Outlet"]):
    def named(self, name: str) -> Outlet:
        """The outlet of that name in any case, new if there is none; follows merges."""
        outlet = self._of_name(name)
        if outlet is None:
            try:
                with transaction.atomic():
                    return self.create(name=name)
            except IntegrityError:  # somebody was quicker, perhaps in other capitals
                outlet = self._of_name(name)
                if outlet is None:
                    raise
        return outlet.merged_into or outlet

    def _of_name(self, name: str) -> Outlet | None:
        return self.filter(name__iexact=name).select_related("merged_into").first()

    def of_domain(self, domain: str) -> Outlet:
        """The outlet that owns the domain, new and named after it if there is none."""
        known = OutletDomain.objects.filter(domain=domain).select_related("outlet__merged_into")
        owner = known.first()
        if owner:
            return owner.outlet.merged_into or owner.outlet
        outlet = self.named(domain)
        OutletDomain.objects.get_or_create(domain=domain, defaults={"outlet": outlet})
        return outlet


class Outlet(models.Model):
    """A newspaper, agency, channel or site. Two that turn out to be one are merged."""

    name = models.CharField(_("name"), max_length=200)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=settings.TIME_ZONE,
        validators=[validate_time_zone],
        help_text=_("Dates without an offset are read in it."),
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="outlet_name_once"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="outlet_not_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def log_renaming(self, by: User, before: str) -> Event:
        """Note that somebody has given it another name, under which readers know its articles."""
        payload = {"outlet": self.pk, "before": before, "after": self.name}
        return Event.objects.create(kind=Event.Kind.RENAMED, actor=by, payload=payload)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class OutletDomain(models.Model):
    """An internet domain that says which outlet an article is from."""

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="domains")
    domain = models.CharField(_("domain"), max_length=253, unique=True)

    class Meta:
        verbose_name = _("outlet domain")
        verbose_name_plural = _("outlet domains")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain
