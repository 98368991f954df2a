"""Filters of the queue that somebody saved under a name, as tabs of their own or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Max, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import Refused, require

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.models import User

SHARE = "verification.share_savedfilter"
MOST_OWN = 20
MOST_SHARED = 20


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def standing(self) -> Self:
        """Those that nobody has let go."""
        return self.filter(let_go_at=None)

    def seen_by(self, user: User) -> Self:
        """The tabs of somebody: their own, then those that were shared with all."""
        seen = self.standing().filter(Q(owner=user) | Q(is_shared=True)).select_related("owner")
        return seen.order_by(models.Case(models.When(owner=user, then=0), default=1), "position")

    @transaction.atomic
    def keep(self, by: User, name: str, values: Mapping[str, str]) -> SavedFilter:
        """Save filters under a name, behind the others of this person.

        Raises:
            Refused: without a name or filters, with a name of their own already, or with
                more than fit beside each other.
        """
        require(by, "claims.view_claim", _t("Only people of the desk save filters."))
        if not values:
            raise Refused(_t("There is no filter here to save: choose some first."))
        own = self.standing().filter(owner=by)
        if own.count() >= MOST_OWN:
            raise Refused(_t("You have %d saved filters; let one go first.") % MOST_OWN)
        last = own.aggregate(last=Max("position"))["last"] or 0
        saved = SavedFilter(owner=by, values=dict(values), position=last + 1)
        return saved._named(name)


class SavedFilter(models.Model):
    """Filters under a name. ``values`` are those of the queue's address, valid when saved.

    What they name may be gone later: the queue says so, and shows the rest.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=40)
    values = models.JSONField(_("filters"))
    is_shared = models.BooleanField(_("shared with all"), default=False)
    position = models.IntegerField(_("position"))
    let_go_at = models.DateTimeField(_("let go"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("saved"), auto_now_add=True)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["owner", "position"]
        permissions = [("share_savedfilter", "Can share saved filters with all")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(let_go_at=None),
                name="savedfilter_name_once_an_owner",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="savedfilter_has_a_name"),
        ]
        indexes = [
            models.Index(
                fields=["position"],
                condition=Q(is_shared=True, let_go_at=None),
                name="savedfilter_shared",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def query(self) -> str:
        """The queue's address with these filters, behind its question mark."""
        return urlencode({"by": "claim", **self.values, "saved": self.pk})

    @transaction.atomic
    def rename(self, by: User, name: str) -> Self:
        self._hold(by)
        return self._named(name)

    @transaction.atomic
    def share(self, by: User) -> Self:
        """Show it to all."""
        require(by, SHARE, _t("Only editors share filters with all."))
        self._hold(by)
        shared = SavedFilter.objects.standing().filter(is_shared=True).exclude(pk=self.pk)
        if shared.count() >= MOST_SHARED:
            raise Refused(_t("%d filters are shared already; let one go first.") % MOST_SHARED)
        self.is_shared = True
        return self._saved("is_shared")

    @transaction.atomic
    def unshare(self, by: User) -> Self:
        """Show it to its owner alone."""
        self._hold(by)
        self.is_shared = False
        return self._saved("is_shared")

    @transaction.atomic
    def put_first(self, by: User) -> Self:
        """Put it in front of its owner's others."""
        self._hold(by)
        own = SavedFilter.objects.standing().filter(owner=self.owner_id)
        self.position = own.aggregate(first=Min("position"))["first"] - 1
        return self._saved("position")

    @transaction.atomic
    def let_go(self, by: User) -> Self:
        """Show it no more, to anybody."""
        self._hold(by)
        self.let_go_at = timezone.now()
        return self._saved("let_go_at")

    def _hold(self, by: User) -> None:
        """Lock it, and refuse all but its owner and, where all have it, those who share."""
        self.refresh_from_db(from_queryset=SavedFilter.objects.select_for_update())
        if self.let_go_at:
            raise Refused(_t("“%s” has been let go.") % self)
        if self.owner_id != by.pk and not (self.is_shared and by.has_perm(SHARE)):
            raise Refused(_t("This filter is %s’s.") % self.owner)

    def _named(self, name: str) -> Self:
        self.name = " ".join(name.split())
        if not self.name:
            raise Refused(_t("Give the filter a name."))
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:
            raise Refused(_t("There is a filter “%s” already.") % self.name) from None
        return self

    def _saved(self, *fields: Any) -> Self:
        self.save(update_fields=fields)
        return self
