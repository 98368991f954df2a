"""The form of a piece of evidence: where it is from first, then what it says."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.figures import read_figure
from claims.models import Claim, Mention, Quantity, User
from claims.views import PageForm
from verification.models import SOURCE_FIELDS, Evidence, Source

from .guessing import KINDS_BY_ENDING, guess_kind, guess_title

LATEST = 50
# How near a source is to the claim, the nearest first, and under which words it is offered.
OWN, BESIDE, OTHER = 0, 1, 2
NEARNESS = {
    OWN: _("Of this claim"),
    BESIDE: _("Of claims in the same articles"),
    OTHER: _("Others, the latest first"),
}


def sources_for(claim: Claim) -> QuerySet[Source]:
    """The sources that are offered for a claim, each with its ``nearness``."""
    cited = Evidence.objects.filter(source=OuterRef("pk"))
    articles = Mention.objects.live().filter(claim=claim).values("article")
    others = Mention.objects.live().filter(article__in=articles).values("claim")
    own, beside = (
        Exists(cited.filter(verdict__claim=claim)),
        Exists(cited.filter(verdict__claim__in=others)),
    )
    latest = list(Source.objects.order_by("-id").values_list("pk", flat=True)[:LATEST])
    near = Case(
        When(own, then=Value(OWN)),
        When(beside, then=Value(BESIDE)),
        default=Value(OTHER),
        output_field=IntegerField(),
    )
    offered = Source.objects.filter(own | beside | Q(pk__in=latest))
    return offered.annotate(nearness=near).order_by("nearness", "-id")


class EvidenceForm(PageForm, forms.ModelForm):
    """A passage or figure; from a source that is known, or a new one."""

    # Nobody gave the new source a title: a page that is fetched may say its own.
    title_is_guessed = False

    source = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.none(),
        required=False,
        empty_label=_("A new source, described below"),
    )
    kind = forms.ChoiceField(
        label=_("Kind of source"),
        choices=[("", "—"), *Source.Kind.choices],
        required=False,
        widget=forms.Select(
            attrs={"data-kinds": json.dumps(KINDS_BY_ENDING), "data-page": Source.Kind.WEB_PAGE}
        ),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        required=False,
        help_text=_("Left empty, the file's name or the page's title."),
    )
    publisher = forms.CharField(label=_("Publisher"), max_length=200, required=False)
    url = forms.URLField(label=_("URL"), max_length=2000, required=False, assume_scheme="https")
    is_primary = forms.BooleanField(label=_("Primary source"), required=False)
    interests = forms.CharField(label=_("Disclosed interests"), required=False)
    series = forms.CharField(label=_("Series, of a dataset"), max_length=200, required=False)
    edition = forms.CharField(label=_("Edition"), max_length=100, required=False)
    geography = forms.CharField(label=_("Geography"), max_length=200, required=False)
    file = forms.FileField(
        label=_("File or screenshot"),
        required=False,
        help_text=_("PDF, image, HTML, text, CSV or spreadsheet, up to 25 MB."),
    )
    fetch = forms.BooleanField(label=_("Fetch and keep the page at the URL now"), required=False)

    class Meta:
        model = Evidence
        fields = ["stance", "quote", "locator", "figure", "compared_with", "withheld_reason"]
        widgets = {
            "stance": forms.RadioSelect,
            "quote": forms.Textarea(attrs={"rows": 3}),
            "withheld_reason": forms.TextInput,
        }

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        self.ids = f"evidence_{instance.pk}_%s" if instance else "evidence_%s"
        super().__init__(*args, **kwargs)
        if self.instance.pk:  # another source is another piece of evidence
            for name in ("source", *SOURCE_FIELDS):
                del self.fields[name]
        else:
            self._offer(sources_for(claim))
        figures = Quantity.objects.live().filter(mentions__claim=claim).select_related("article")
        self.fields["compared_with"].queryset = figures.distinct()  # type: ignore[attr-defined]
        self.fields["stance"].choices = Evidence.Stance.choices  # type: ignore[attr-defined]

    def _offer(self, sources: QuerySet[Source]) -> None:
        """The sources to choose from: the claim's own first, then those used beside it."""
        field = self.fields["source"]
        field.queryset = sources  # type: ignore[attr-defined]
        groups: dict[str, list[tuple[int, str]]] = {}
        for source in sources:
            place = NEARNESS[source.nearness]  # type: ignore[attr-defined]
            groups.setdefault(str(place), []).append((source.pk, str(source)))
        field.choices = [("", field.empty_label), *groups.items()]  # type: ignore[attr-defined]

    def clean_figure(self) -> str:
        figure = self.cleaned_data["figure"].strip()
        if figure and read_figure(figure) is None:
            raise forms.ValidationError(_t("“%s” does not read as a figure.") % figure)
        return figure

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.instance.pk and not cleaned.get("source"):
            self._guess(cleaned)
            for name, why in (
                ("kind", _t("What kind of source is it?")),
                ("title", _t("A new source needs a title.")),
            ):
                if not cleaned.get(name):
                    self.add_error(name, why)
        if cleaned.get("fetch") and not self.url_to_fetch():
            self.add_error("fetch", _t("Give the URL to fetch."))
        return cleaned

    def _guess(self, cleaned: dict[str, Any]) -> None:
        """What is not said of a new source, from its URL or its file's name."""
        url, file = cleaned.get("url", ""), cleaned.get("file")
        name = file.name if file else ""
        cleaned["kind"] = cleaned.get("kind") or guess_kind(url, name)
        if "title" in cleaned and not cleaned["title"]:
            cleaned["title"] = guess_title(url, name)
            self.title_is_guessed = True

    def url_to_fetch(self) -> str:
        """The URL of the source that the evidence is from."""
        if self.instance.pk:
            return self.instance.source.url
        chosen = self.cleaned_data.get("source")
        return chosen.url if chosen else self.cleaned_data.get("url", "")

    def source_for(self, by: User) -> Source:
        """The chosen source, or the new one that was described."""
        chosen = self.cleaned_data["source"]
        if chosen:
            return chosen
        return Source.objects.create(
            added_by=by, **{name: self.cleaned_data[name] for name in SOURCE_FIELDS}
        )

    def evidence_fields(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
