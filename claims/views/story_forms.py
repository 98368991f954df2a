"""The forms of a story's page."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import LONGEST_TITLE, Story, User

from .access import read_id
from .page_form import PageForm

MOST_MERGED = 50
BACKEND = "django.contrib.auth.backends.ModelBackend"
_NUMBER = re.compile(r"(?:.*/stories/)?(\d+)/?")


class RenameForm(PageForm, forms.Form):
    title = forms.CharField(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Empty: the first article's headline again."),
    )


class MergeStoriesForm(PageForm, forms.Form):
    """Which stories tell of the same: those that are offered, and one by number or address."""

    other = forms.CharField(
        label=_("Another story, by its number or address"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_other(self) -> Story | None:
        typed = self.cleaned_data["other"].strip()
        if not typed:
            return None
        found = _NUMBER.fullmatch(typed)
        story = Story.objects.filter(pk=read_id(found[1]) if found else 0).first()
        if story is None:
            raise forms.ValidationError(
                _("There is no story “%(typed)s”. Its page's address ends with its number."),
                params={"typed": typed},
            )
        return story


class OwnForm(PageForm, forms.Form):
    """Who looks after the story, and until when."""

    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Owner"), required=False, empty_label=_("nobody")
    )
    due_on = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: Any = None, *, by: User, story: Story) -> None:
        initial = {"owner": story.owner_id, "due_on": story.due_on}
        super().__init__(data, initial=initial)
        people = User.objects.with_perm(
            "claims.triage_claim", include_superusers=False, backend=BACKEND
        )
        if not by.has_perm("claims.assign_claim"):
            people = people.filter(pk__in={by.pk, story.owner_id})
        self.fields["owner"].queryset = people.order_by("username")  # type: ignore[attr-defined]
