"""What readers send: filters of the list of checks, and reports of errors."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from claims.models import Sending
from verification.models import (
    ErrorReport,
    Publication,
    PublicationQuerySet,
    Rating,
    RatingScale,
    VerdictVersion,
)

LONGEST_QUERY = 300
MOST_WORDS = 8
LONGEST_REPORT = 5_000
# What one sender may report in an hour, on all checks together; others are not kept waiting.
MOST_REPORTS = 10


def public_scales() -> QuerySet[RatingScale]:
    """The scale in use, those before it and those of published checks; none in the making."""
    current = RatingScale.objects.filter(is_current=True).values("version")[:1]
    published = VerdictVersion.objects.exclude(publications=None).values("rating__scale")
    return RatingScale.objects.filter(Q(version__lte=Subquery(current)) | Q(pk__in=published))


def _ratings() -> list[tuple[str, Any]]:
    """Key and label of every rating that readers may meet, the newest scale's first."""
    standing = Rating.objects.filter(scale__in=public_scales())
    ratings = standing.order_by("-scale__version", "position").values_list("key", "label")
    labels: dict[str, str] = {}
    for key, label in ratings:
        labels.setdefault(key, label)
    return [("", _("any")), *labels.items()]


class ChecksFilters(forms.Form):
    """Which checks are listed, from the address; what is no filter is told and left out."""

    q = forms.CharField(
        label=_("Search"),
        max_length=LONGEST_QUERY,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    rating = forms.ChoiceField(label=_("Rating"), required=False, choices=_ratings)
    speaker = forms.CharField(
        label=_("Speaker"),
        max_length=LONGEST_QUERY,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("full name"), "autocomplete": "off"}),
    )

    def found(self) -> PublicationQuerySet:
        """The published checks that fit every valid filter."""
        self.full_clean()
        chosen = self.cleaned_data
        found = Publication.objects.live().checks()
        for word in chosen.get("q", "").split()[:MOST_WORDS]:
            found = found.with_word(word)
        if chosen.get("rating"):
            found = found.rated(chosen["rating"])
        if chosen.get("speaker"):
            found = found.of_speakers([" ".join(chosen["speaker"].split())])
        return found


def past_moment(text: str) -> datetime | None:
    """The moment that an address names: "2025-09-10T12:00Z"; None for none, or one to come.

    Without an offset it is the site's time; the space is an offset's unescaped plus.
    """
    try:
        moment = parse_datetime(text.strip().replace(" ", "+"))
        if moment is None:
            return None
        aware = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        in_utc = aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return in_utc if in_utc <= timezone.now() else None


class ErrorReportForm(forms.ModelForm[ErrorReport]):
    """What is wrong with a check, and perhaps an address for the answer."""

    text = forms.CharField(
        label=_("What is wrong?"),
        max_length=LONGEST_REPORT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Say which sentence, and where you know it from. Links help."),
    )
    # Hidden from people by the stylesheet; programs fill in every field they find.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    class Meta:
        model = ErrorReport
        fields = ("text", "email")
        labels = {"email": _("Your e-mail, if you want an answer")}
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "email"})}

    def __init__(self, publication: Publication, sender: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.publication = publication
        self.sender = sender

    def clean(self) -> dict[str, Any]:
        if Sending.objects.is_full(Sending.What.ERROR_REPORT, self.sender, MOST_REPORTS):
            raise forms.ValidationError(
                _("Many reports came from where you are just now. Send yours in an hour.")
            )
        return super().clean() or self.cleaned_data

    def send(self) -> None:
        """Keep the report, unless a program wrote it."""
        if not self.cleaned_data["website"]:
            Sending.objects.note(Sending.What.ERROR_REPORT, self.sender)
            self.save()
