"""The forms of a check: wording, evidence, verdict, and who has it until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import Q
from django.forms import BoundField
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, User
from claims.views import PageForm, Refusal
from verification.models import (
    EDITABLE,
    LOOK_AT_EACH,
    SUGGESTABLE,
    Calculation,
    ContactAttempt,
    Differs,
    Publication,
    Rating,
    VerdictVersion,
)

# ClaimReview's readers cut claims at about this length.
SHORT_CLAIM = 75
INPUTS = 4


def checkers() -> Any:
    """People who may check claims."""
    permission = {"content_type__app_label": "claims", "codename": "check_claim"}
    through_group = {f"groups__permissions__{name}": value for name, value in permission.items()}
    return User.objects.filter(Q(**through_group), is_active=True).distinct().order_by("username")


class WordingForm(PageForm, forms.Form):
    wording = forms.CharField(
        label=_("Wording"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "data-count": SHORT_CLAIM}),
        help_text=_("ClaimReview shows about 75 characters."),
    )
    checks = forms.ChoiceField(
        label=_("What the check asks"), choices=Claim.Checks.choices, widget=forms.RadioSelect
    )
    differs_on_purpose = forms.BooleanField(
        label=_("I have seen this: the wording differs on purpose"), required=False
    )

    def visible_fields(self) -> list[BoundField]:
        """The tick only where something differs, or somebody has ticked it."""
        asks = isinstance(self.refused, Differs) or "differs_on_purpose" in self.data
        return [
            field
            for field in super().visible_fields()
            if asks or field.name != "differs_on_purpose"
        ]


class HandOverForm(PageForm, forms.Form):
    ids = "hand_over_%s"

    to = forms.ModelChoiceField(label=_("To"), queryset=User.objects.none())
    note = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What is done, and what is left to do?"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = checkers()  # type: ignore[attr-defined]


class AssignForm(PageForm, forms.Form):
    ids = "assign_%s"

    to = forms.ModelChoiceField(label=_("To"), queryset=User.objects.none())
    due_on = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    message = forms.CharField(
        label=_("Message"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = checkers()  # type: ignore[attr-defined]


class AssignSeveralForm(AssignForm):
    """The claims are ticked in the list; see verification.desk.listing."""

    ids = "assign_several_%s"

    all = forms.BooleanField(
        label=_("all that these filters find, instead of those ticked"), required=False
    )


class HoldForm(PageForm, forms.Form):
    ids = "hold_%s"

    reason = forms.CharField(label=_("Why it waits"), max_length=500)
    wake_on = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}))


class ReasonForm(PageForm, forms.Form):
    """A reason that readers or colleagues will read."""

    ids = "reason_%s"

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}))


class CalculationForm(PageForm, forms.Form):
    """A kind, and up to four labelled figures in the order of its words."""

    ids = "calculation_%s"

    kind = forms.ChoiceField(label=_("Kind"), choices=Calculation.Kind.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, INPUTS + 1):
            self.fields[f"label_{number}"] = forms.CharField(
                label=_t("Figure %d is") % number, max_length=100, required=number == 1
            )
            self.fields[f"value_{number}"] = forms.CharField(
                label=_t("Figure %d") % number, max_length=60, required=number == 1
            )

    def inputs(self) -> list[tuple[str, str]]:
        pairs = (
            (self.cleaned_data[f"label_{number}"], self.cleaned_data[f"value_{number}"])
            for number in range(1, INPUTS + 1)
        )
        return [(label, value) for label, value in pairs if value]


class ContactForm(PageForm, forms.ModelForm):
    ids = "contact_%s"

    class Meta:
        model = ContactAttempt
        fields = ["whom", "how", "on", "outcome", "reply"]
        widgets = {
            "on": forms.DateInput(attrs={"type": "date"}),
            "reply": forms.Textarea(attrs={"rows": 2}),
        }


class VerdictForm(PageForm, forms.ModelForm):
    """The draft's rating and texts."""

    class Meta:
        model = VerdictVersion
        fields = [
            "rating",
            "headline",
            "summary",
            "reasoning",
            "unknowns",
            "why_checked",
            "no_primary_reason",
            "only_source_reason",
            "other_side_reason",
            "correction_class",
            "correction_note",
        ]
        widgets = {
            "rating": forms.RadioSelect,
            **{
                name: forms.Textarea(attrs={"rows": rows})
                for name, rows in {
                    "summary": 2,
                    "reasoning": 6,
                    "unknowns": 2,
                    "why_checked": 2,
                    "no_primary_reason": 1,
                    "only_source_reason": 1,
                    "other_side_reason": 1,
                    "correction_note": 1,
                }.items()
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        current = Rating.objects.filter(scale__is_current=True).order_by("position")
        rating = self.fields["rating"]
        rating.queryset = current  # type: ignore[attr-defined]
        rating.empty_label = None  # type: ignore[attr-defined]
        if not self._has_been_public():
            del self.fields["correction_class"], self.fields["correction_note"]

    def _has_been_public(self) -> bool:
        verdict = self.instance.verdict_id
        return verdict is not None and Publication.objects.filter(verdict=verdict).exists()

    def edits(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields if name in EDITABLE}

    def values_of(self, version: VerdictVersion | None) -> dict[str, Any]:
        """What a version has in the form's fields."""
        names = [name for name in self.fields if name in EDITABLE]
        return {name: getattr(version, name) for name in names} if version else {}

    def _post_clean(self) -> None:
        """Leave the instance alone: the version's own verb sets its fields."""


class SignOffForm(PageForm, forms.Form):
    """What the editor saw and says. Each piece of evidence is ticked when seen."""

    ids = "sign_%s"

    content_hash = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("Comment"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, version: VerdictVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["seen"] = forms.TypedMultipleChoiceField(
            label=_("Seen in its source"),
            choices=[
                (piece["id"], f"{piece['source']['title']}: {piece['locator']}".strip(": "))
                for piece in version.content["evidence"]
            ],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )

    def clean_seen(self) -> list[int]:
        seen: list[int] = self.cleaned_data["seen"]
        if self.version.unseen(seen):
            raise forms.ValidationError(LOOK_AT_EACH)
        return seen

    def refusals_of(self, name: str, reasons: Iterable[Any]) -> Iterator[Refusal]:
        """Each piece that is not ticked, by its name, with its box."""
        if name != "seen":
            yield from super().refusals_of(name, reasons)
            return
        for box in self["seen"].subwidgets:
            if not box.data["selected"]:
                words = _t("Tick “%s”") % box.choice_label
                yield Refusal(box.id_for_label, words, "")


class SuggestionForm(SignOffForm):
    """Signed with better wording; never another rating, evidence or figures."""

    ids = "suggest_%s"

    headline = forms.CharField(label=_("Headline"), max_length=200, required=False)
    summary = forms.CharField(
        label=_("Summary"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reasoning = forms.CharField(
        label=_("Reasoning"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    field_order = (*SUGGESTABLE, "seen", "comment")

    def suggestions(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in SUGGESTABLE}


class CommentForm(PageForm, forms.Form):
    ids = "changes_%s"

    comment = forms.CharField(label=_("Comment"), widget=forms.Textarea(attrs={"rows": 3}))


class RemarkForm(PageForm, forms.Form):
    """A comment on the version, or on one of its fields."""

    ids = "remark_%s"

    text = forms.CharField(label=_("Comment"), widget=forms.Textarea(attrs={"rows": 2}))
    field = forms.ChoiceField(
        label=_("About"),
        required=False,
        choices=[
            ("", _("the whole")),
            ("rating", _("rating")),
            ("headline", _("headline")),
            ("summary", _("summary")),
            ("reasoning", _("reasoning")),
            ("evidence", _("evidence")),
            ("wording", _("wording")),
        ],
    )


class PublishForm(PageForm, forms.Form):
    ids = "publish_%s"

    external_url = forms.URLField(
        label=_("Or its URL on the newsroom's own site"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text=_("Leave empty to publish our own page."),
    )
