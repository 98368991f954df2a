"""A form of the admin from a stale page: refused, with what changed meanwhile and by whom."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.db.models import Model
from django.utils.translation import gettext as _t

from claims.views import MADE_ON


def fingerprints(row: Model, fields: Any) -> dict[str, str]:
    """What the form's fields hold in the row, each as a short hash."""
    held = forms.models.model_to_dict(row, fields=[*fields])
    return {name: _fingerprint(value) for name, value in held.items()}


def _fingerprint(value: Any) -> str:
    if isinstance(value, list):  # rows of a many-to-many
        value = sorted(row.pk for row in value)
    said = json.dumps(value, default=str, sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def last_hand(row: Model) -> Any:
    """Who saved it in the admin last, if anybody did."""
    entries = LogEntry.objects.filter(
        content_type=get_content_type_for_model(row), object_id=str(row.pk)
    )
    newest = entries.select_related("user").order_by("-action_time", "-pk").first()
    return newest.user if newest else None


class MadeOnForm(forms.ModelForm):
    """A form that knows what its page showed of the row, and saves over nothing else.

    The page carries :meth:`made_on`; when it comes back, the row is locked, and each
    field that holds something else by now gets an error that says so.
    """

    last_hand: Callable[[Model], Any]

    @property
    def made_on(self) -> str:
        return json.dumps(fingerprints(self._now(), self.fields)) if self.fields else ""

    def _now(self) -> Model:
        """The row as it stands, held against others: the admin saves in a transaction."""
        rows = type(self.instance)._default_manager
        if not self.is_bound:
            return rows.get(pk=self.instance.pk)
        return rows.select_for_update(of=("self",)).get(pk=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        now = self._now()
        shown = _read(self.data.get(MADE_ON, ""))
        held = fingerprints(now, self.fields)
        if changed := [name for name in held if shown.get(name) != held[name]]:
            self._tell(now, changed)
        return super().clean() or self.cleaned_data

    def _tell(self, now: Model, changed: list[str]) -> None:
        who = self.last_hand(now) or _t("somebody else")
        self.add_error(
            None,
            _t("%s has changed this since you opened the page; nothing was overwritten.") % who,
        )
        values = forms.models.model_to_dict(now, fields=changed)
        for name in changed:
            value = values[name]
            said = ", ".join(map(str, value)) if isinstance(value, list) else value
            self.add_error(name, _t("It says now: “%s”") % (said or _t("nothing")))


def _read(carried: str) -> dict[str, Any]:
    try:
        shown = json.loads(carried)
    except (ValueError, RecursionError):
        return {}
    return shown if isinstance(shown, dict) else {}
