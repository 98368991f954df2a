"""The queue's filters."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from claims.models import Batch, Claim, Outlet, Speaker, Story
from claims.queue import ANY_STATE, LONGEST_QUERY

MOST_CHOICES = 300
LONGEST_NAME = 403  # with the qualifier in brackets


class SpeakerField(forms.CharField):
    """A speaker by name or alias, in any case; of two of one name, by the qualifier too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_NAME, **options)

    def clean(self, value: Any) -> Speaker | None:
        name = " ".join(super().clean(value).split())
        if not name:
            return None
        speaker = Speaker.objects.called(name)
        if speaker is None:
            raise forms.ValidationError(
                _("No speaker is called “%(name)s”. The search finds parts of names too."),
                params={"name": name},
            )
        return speaker


class MergeForm(forms.Form):
    """Which speaker this one is merged into."""

    into = SpeakerField(
        label=_("Merge into another speaker"),
        help_text=_("The full name, as the other speaker's page shows it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class SpeakerFilters(forms.Form):
    """What the page of a speaker lists."""

    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            (ANY_STATE, _("all")),
            *(choice for choice in Claim.State.choices if choice[0] != Claim.State.MERGED),
        ],
        required=False,
    )

    @property
    def chosen(self) -> str:
        """The state to list; all where none is chosen, or what is none."""
        self.full_clean()
        return self.cleaned_data.get("state") or ANY_STATE


class QueueFilters(forms.Form):
    """What the queue shows, from the address; what is no filter is told and left out."""

    by = forms.ChoiceField(
        choices=[
            ("article", _("By article")),
            ("story", _("By story")),
            ("claim", _("By claim")),
        ],
        required=False,
    )
    q = forms.CharField(
        label=_("Search"),
        max_length=LONGEST_QUERY,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("words or 1.1bn")}),
    )
    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            *(choice for choice in Claim.State.choices if choice[0] != Claim.State.MERGED),
            (ANY_STATE, _("all")),
        ],
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[
            ("", _("any")),
            ("numeric", _("with a figure")),
            ("attributed", _("attributed")),
            ("both", _("attributed, with a figure")),
            ("absolute", _("first, only, never")),
        ],
        required=False,
    )
    outlet = forms.ModelChoiceField(
        Outlet.objects.filter(merged_into=None),
        label=_("Outlet"),
        required=False,
        empty_label=_("any"),
    )
    batch = forms.ModelChoiceField(
        Batch.objects.all(), label=_("Batch"), required=False, empty_label=_("any")
    )
    speaker = SpeakerField(
        label=_("Speaker"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("full name"), "autocomplete": "off"}),
    )
    story = forms.ModelChoiceField(
        Story.objects.filter(merged_into=None), required=False, widget=forms.HiddenInput
    )
    order = forms.ChoiceField(
        label=_("Order"),
        choices=[("priority", _("priority")), ("date", _("date"))],
        required=False,
    )

    def clean(self) -> None:
        for name in ("outlet", "batch"):
            self._shorten(name)

    def _shorten(self, name: str) -> None:
        """Offer no more than a list can hold, and always what is chosen."""
        field = cast(forms.ModelChoiceField, self.fields[name])
        rows = list(cast(QuerySet, field.queryset)[:MOST_CHOICES])
        chosen = self.cleaned_data.get(name)
        if chosen and chosen not in rows:
            rows.append(chosen)
        choices = [("", str(field.empty_label)), *((row.pk, str(row)) for row in rows)]
        cast(forms.Select, field.widget).choices = choices

    @property
    def chosen(self) -> dict[str, Any]:
        """The filters that are valid, by name."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}
