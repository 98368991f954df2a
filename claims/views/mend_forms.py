"""The forms by which people correct what the machine found in one place."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.figures import ends_of, grouped
from claims.mending import Correction, speaker_called
from claims.models import Attribution, Outlet, Quantity, Speaker

from .page_form import PageForm

SEPARATOR = ";"


class MendForm(PageForm, forms.Form):
    """Corrects a row of what was found; sent to ``action``."""

    action = ""
    row = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, of: Any = None, **kwargs: Any) -> None:
        self.of = of
        self.number = of.pk if of else "new"
        self.ids = f"id_{self.action}_{self.number}_%s"
        super().__init__(*args, **kwargs)
        if of is not None:
            self.initial["row"] = of.pk


class FigureForm(MendForm):
    action = "correct-figure"

    amount = forms.CharField(label=_("Value"), max_length=80)
    modifier = forms.ChoiceField(label=_("Modifier"), choices=Quantity.Modifier.choices)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    currency = forms.CharField(label=_("Currency"), max_length=3, required=False)
    counted = forms.CharField(label=_("What is counted"), max_length=300, required=False)
    part_of = forms.ChoiceField(label=_("Part of"), required=False)

    def __init__(
        self,
        *args: Any,
        of: Quantity,
        others: list[Quantity] | None = None,
        initial: Any = None,
        **kwargs: Any,
    ) -> None:
        ends = [grouped(end) for end in ends_of(of.low, of.high)]
        stands = {
            "amount": _t("%(low)s to %(high)s") % {"low": ends[0], "high": ends[1]}
            if len(ends) > 1
            else ends[0],
            "modifier": of.modifier,
            "unit": of.unit,
            "currency": of.currency,
            "counted": of.counted_text,
            "part_of": of.part_of_id or "",
        }
        super().__init__(*args, of=of, initial=stands | (initial or {}), **kwargs)
        self.wholes = {str(row.pk): row for row in others or () if row.pk != of.pk}
        choices = [(pk, row.raw) for pk, row in self.wholes.items()]  # type: ignore[attr-defined]
        self.fields["part_of"].choices = [("", _t("nothing")), *choices]  # type: ignore[attr-defined]

    @property
    def correction(self) -> Correction:
        """What was typed; for a valid form."""
        typed = dict(self.cleaned_data)
        typed.pop("row")
        return Correction(**{**typed, "part_of": self.wholes.get(typed["part_of"])})


# In place of a kind: the article's outlet says it.
ITSELF = "itself"


class NamingForm(MendForm):
    """A form that names speakers; those of an ``outlet``'s article may be the article itself."""

    names = forms.CharField(
        label=_("Who says it"),
        max_length=600,
        help_text=_("A known name or alias; several with a semicolon between them."),
    )
    new_kind = forms.ChoiceField(
        label=_("If nobody is called so yet"),
        required=False,
        choices=[("", _("ask me")), *Speaker.Kind.choices],
    )

    def __init__(self, *args: Any, outlet: Outlet | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outlet = outlet
        if outlet:
            itself = (ITSELF, _t("the article itself (%s)") % outlet)
            kinds = cast(forms.ChoiceField, self.fields["new_kind"])
            kinds.choices = [*cast(list[Any], kinds.choices), itself]

    def speakers(self) -> list[Speaker]:
        """Those that are called so, made where that was chosen.

        Raises:
            Refused: nobody is called so.
        """
        kind = self.cleaned_data["new_kind"]
        names = [name for name in self.cleaned_data["names"].split(SEPARATOR) if name.strip()]
        if kind == ITSELF and not names:
            names = [str(self.outlet)]
        return list(dict.fromkeys(self._called(" ".join(name.split()), kind) for name in names))

    def _called(self, name: str, kind: str) -> Speaker:
        """The outlet's own name is known, even where nobody has said anything by it yet."""
        itself = str(self.outlet or "")
        if name.casefold() == itself.casefold() or (
            kind == ITSELF and not Speaker.objects.called(name)
        ):
            return speaker_called(itself, new_kind=Speaker.Kind.ORGANISATION)
        return speaker_called(name, new_kind=kind)


class SpeakerForm(NamingForm):
    action = "correct-speaker"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Where it is the article itself, no name has to be typed.
        self.fields["names"].required = not self.outlet

    def clean(self) -> None:
        named = self.cleaned_data.get("names") or self.cleaned_data.get("new_kind") == ITSELF
        if not named and "names" not in self.errors:
            names = self.fields["names"]
            self.add_error("names", names.error_messages["required"])


class AttitudeForm(MendForm):
    action = "correct-attitude"

    attitude = forms.ChoiceField(
        label=_("What they do with the words"), choices=Attribution.Attitude.choices
    )


class DateForm(MendForm):
    action = "correct-date"

    first = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    last = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )


class SpanForm(MendForm):
    action = "move-span"

    start = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class MarkForm(NamingForm):
    action = "mark-claim"

    words = forms.CharField(  # type: ignore[assignment]
        label=_("Words of the article"),
        widget=forms.Textarea({"rows": 3}),
        max_length=5_000,
        strip=True,
        required=False,
    )
    names = forms.CharField(
        label=_("Who says it, if that was not found"), max_length=600, required=False
    )
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
