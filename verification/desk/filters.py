"""The queue's filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from claims.labels import KIND_LABELS, REASONS
from claims.models import Batch, Claim, Outlet, Speaker, Story, User, Watch
from claims.queue import ANY_STATE, BEARING_PARTS, LONGEST_QUERY, NOBODY, NOTHING, UNDER_WAY
from claims.views import PageForm
from verification.models import Stage, claims_at

from .check_forms import checkers

MOST_CHOICES = 300
MOST_MEANT = 8
ME = "me"
# Claims by what bears on them, in the words of the queue's reasons.
BEARING_CHOICES = [(name, REASONS[reason]) for name, (reason, _points) in BEARING_PARTS.items()]
# The queue's short ways to one's own work: words, and what the address says.
TABS = [
    (_("Mine"), f"owner={ME}"),
    (_("Unassigned"), f"owner={NOBODY}"),
    (_("Overdue"), "due=overdue"),
    (_("Came back"), f"verdict={Stage.RETURNED}"),
    (_("Waiting for sign-off"), f"verdict={Stage.SUBMITTED}"),
]
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


class MergeForm(PageForm, forms.Form):
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

    @property
    def in_words(self) -> str:
        return _said(self, "state", self.chosen)


class OwnerField(forms.ChoiceField):
    """Whose a claim is: mine, nobody's, or a colleague's by name."""

    user: User

    def offer(self, user: User) -> None:
        """Whoever filters is "me"; the others who check stand by name."""
        self.user = user
        others = [(name, name) for name in checkers().values_list("username", flat=True)]
        self.choices = [("", _("any")), (ME, _("me")), (NOBODY, _("nobody")), *others]

    def clean(self, value: Any) -> Any:
        name = super().clean(value)
        if name == ME:
            return self.user
        return name if name in {"", NOBODY} else User.objects.get(username=name)

    def valid_value(self, value: str) -> bool:
        """Somebody who checks no more may still have claims."""
        return super().valid_value(value) or User.objects.filter(username=value).exists()


def _said(form: forms.Form, name: str, value: Any) -> str:
    """A filter as people read it: "State: queued", "Outlet: Vell Courier"."""
    choices: dict[Any, Any] = dict(getattr(form.fields[name], "choices", ()))
    chosen = form[name].value()
    words = choices.get(chosen, value) if isinstance(chosen, str) else value
    return f"{form[name].label}: {value if isinstance(value, Model) else words}"


def _filled(data: QueryDict) -> QueryDict:
    """The filters with what follows from them where the address does not say otherwise.

    A search looks at claims, through all states. Work that somebody has, or that has a
    verdict, is not among the new claims.
    """
    filled = data.copy()
    sought, owner, due, verdict = (data.get(name) for name in ("q", "owner", "due", "verdict"))
    if sought and not data.get("by"):
        filled["by"] = "claim"
    if data.get("state"):
        return filled
    if owner == NOBODY and not (due or verdict):
        filled["state"] = Claim.State.QUEUED
    elif verdict and verdict != Stage.NONE:
        filled["state"] = ANY_STATE
    elif owner or due or verdict:
        filled["state"] = UNDER_WAY
    elif sought and filled["by"] == "claim":
        filled["state"] = ANY_STATE
    return filled


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
            ("", _("new; searched: all")),
            *(choice for choice in Claim.State.choices if choice[0] != Claim.State.MERGED),
            (UNDER_WAY, _("checking or on hold")),
            (ANY_STATE, _("all")),
        ],
        required=False,
    )
    owner = OwnerField(label=_("Owner"), required=False)
    due = forms.ChoiceField(
        label=_("Due"),
        choices=[
            ("", _("any")),
            ("overdue", _("overdue")),
            ("today", _("today")),
            ("week", _("within a week")),
        ],
        required=False,
    )
    verdict = forms.ChoiceField(
        label=_("Verdict"), choices=[("", _("any")), *Stage.choices], required=False
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[
            ("", _("any")),
            *KIND_LABELS.items(),
            ("both", _("attributed, with a figure")),
        ],
        required=False,
    )
    bears = forms.ChoiceField(
        label=_("What bears on it"),
        choices=[("", _("any")), *BEARING_CHOICES],
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
    watch = forms.ModelChoiceField(
        Watch.objects.select_related("speaker", "outlet"),
        label=_("Watch"),
        required=False,
        empty_label=_("any"),
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

    def __init__(self, data: QueryDict, user: User) -> None:
        super().__init__(_filled(data))
        cast(OwnerField, self.fields["owner"]).offer(user)
        if not data.get("watch"):  # chosen on the watch list
            self.fields["watch"].widget = forms.HiddenInput()

    def clean(self) -> None:
        for name in ("outlet", "batch", "watch"):
            if not self.fields[name].widget.is_hidden:
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
        """The filters that are valid, by name; of a speaker whom nobody knows there is nothing."""
        self.full_clean()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return chosen | ({NOTHING: True} if "speaker" in self.errors else {})

    @property
    def speakers_meant(self) -> list[Speaker]:
        """Whom a name that is nobody's may mean: by its beginning, or by a surname."""
        name = " ".join(str(self.data.get("speaker", "")).split())[:LONGEST_NAME]
        if not name or "\0" in name or "speaker" not in self.errors:
            return []
        return list(Speaker.objects.filter(merged_into=None).found_by(name)[:MOST_MEANT])

    @property
    def kept(self) -> dict[str, str]:
        """The valid filters of the address, as it writes them: what is saved under a name."""
        written = {name: str(self.data.get(name, "")) for name in self.chosen if name != NOTHING}
        return written if written.keys() - {"by", "order"} else {}

    @property
    def gone(self) -> list[str]:
        """What the address filters by and is no filter: an outlet that was merged, say."""
        return [str(self[name].label) for name in self.errors if name in self.fields]

    @property
    def in_words(self) -> list[str]:
        """What is chosen, filter by filter: "State: queued", "Outlet: Vell Courier"."""
        narrowing = (name for name in self.chosen if name not in {"by", "order", NOTHING})
        return [_said(self, name, self.cleaned_data[name]) for name in narrowing]


def with_verdict(chosen: Mapping[str, Any]) -> dict[str, QuerySet]:
    """Which claims the chosen verdict leaves: what :func:`claims.queue.by_claim` asks for."""
    if not chosen.get("verdict"):
        return {}
    stage = Stage(chosen["verdict"])
    return {"apart_from" if stage == Stage.NONE else "among": claims_at(stage)}
