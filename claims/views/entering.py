"""A claim without an article: somebody pastes what was said, and the worker reads it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from claims import jobs
from claims.ingest import Problem, normalise_url, read_bytes, read_published
from claims.models import Article, Batch, BatchFile, Outlet, Refused, User, store

from .access import DeskRequest, may
from .batches import MOST_SUGGESTIONS
from .kept import forget_saved, form_left, keeps_text
from .page_form import PageForm

FILE = "entered.json"
WORDS_IN_NAME = 8
# A paragraph ends where a blank line stands, whatever blanks are on it.
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


class EnteredTextForm(PageForm, forms.Form):
    """What was said or written, who said it, where and when.

    It is stored as a file of one article, so that an import reads it, checks it and
    finds claims in it as in any other.
    """

    text = forms.CharField(
        label=_("What was said or written"),
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto"}),
        help_text=_("A statement, a post, a transcript: every claim in it is found."),
    )
    speaker = forms.CharField(
        label=_("Who said it"),
        max_length=300,
        required=False,
        help_text=_("If all of it is one person's words. Empty where the text says who speaks."),
    )
    kind = forms.ChoiceField(
        label=_("What it is"), choices=Article.Kind.choices, required=False, initial="speech"
    )
    outlet = forms.CharField(
        label=_("Where"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "outlets"}),
        help_text=_("The outlet, the programme or the event."),
    )
    published = forms.CharField(
        label=_("When"),
        max_length=64,
        required=False,
        help_text=_("Such as 2025-09-05. Without it, “on Monday” stays what it is."),
    )
    url = forms.CharField(label=_("Address"), max_length=2000, required=False)
    title = forms.CharField(label=_("Headline"), max_length=300, required=False)

    def clean_speaker(self) -> str:
        speaker = " ".join(self.cleaned_data["speaker"].split())
        if ":" in speaker:
            raise forms.ValidationError(_("A name has no colon. What they said goes above."))
        return speaker

    def clean_published(self) -> str:
        return _readable(self.cleaned_data["published"], read_published)

    def clean_url(self) -> str:
        return _readable(self.cleaned_data["url"], normalise_url)

    def clean(self) -> None:
        """What an import would refuse is refused here, with the import's own reason."""
        if self.errors:
            return
        for result in read_bytes(FILE, self.content):
            if isinstance(result, Problem):
                self.add_error(None, result.reason)

    @property
    def content(self) -> bytes:
        """The text as the file that is imported."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        given["text"] = spoken(given["text"], given.pop("speaker", ""), given.get("kind", "speech"))
        return json.dumps([given], ensure_ascii=False, sort_keys=True).encode()

    def start(self, by: User) -> Batch:
        """Have the worker read it. The same text sent twice is one import.

        Raises:
            Refused: the disk is full.
        """
        sha256 = store([self.content])
        with transaction.atomic():
            batch, made = Batch.objects.get_or_create(
                name=self._name(by, sha256), defaults={"created_by": by}
            )
            if made:
                BatchFile.objects.create(
                    batch=batch, name=FILE, sha256=sha256, size=len(self.content)
                )
                jobs.enqueue(jobs.RUN_BATCH, batch.pk)
        return batch

    def _name(self, by: User, sha256: str) -> str:
        """Names the import by its first words, and apart from any other by what it holds."""
        title = self.cleaned_data["title"] or self.cleaned_data["text"]
        words = " ".join(title.split()[:WORDS_IN_NAME])[:100]
        mark = hashlib.sha256(f"{by.pk} {sha256}".encode()).hexdigest()[:8]
        return _t("By hand: %(words)s (%(mark)s)") % {"words": words, "mark": mark}


def _readable(given: str, read: Callable[[str], Any]) -> str:
    """What was given, where an import can read it; its reason why not stands at the field."""
    if given:
        try:
            read(given)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
    return given


def spoken(text: str, speaker: str, kind: str) -> str:
    """The text with its speaker in front of every paragraph, as a transcript has it.

    "We cut crime by a fifth." by Wyle is "Wyle (speech): We cut crime by a fifth.": a bare
    word and a colon may be a heading. "The mayor of Harl:" is read as it stands.
    """
    if not speaker:
        return text
    is_name = all(word[0].isupper() for word in speaker.split())
    label = f"{speaker} ({kind})" if is_name else speaker
    paragraphs = _PARAGRAPHS.split(text.replace("\r\n", "\n").strip())
    return "\n\n".join(f"{label}: {paragraph}" for paragraph in paragraphs)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_text("new-claim")
@may("claims.triage_claim")
def new_claim(request: DeskRequest) -> HttpResponse:
    """The form; what it is sent is read by the worker, while the page waits."""
    if request.method == "POST":
        form = EnteredTextForm(request.POST)
    else:
        form = form_left(request, "new-claim", EnteredTextForm)
    if request.method == "POST" and form.is_valid():
        try:
            batch = form.start(request.user)
        except Refused as refusal:
            form.refused = refusal
        else:
            forget_saved(request)
            return redirect("entered", batch.pk)
    context = {
        "form": form,
        "outlets": Outlet.objects.filter(merged_into=None)[:MOST_SUGGESTIONS],
    }
    return render(request, "claims/new.html", context)


@require_safe
@never_cache  # its answer to its own script is no page to come back to
@may("claims.triage_claim")
def entered(request: DeskRequest, pk: int) -> HttpResponse:
    """Waits for the worker, and leads to the text with its claims once it is read."""
    batch = get_object_or_404(Batch, pk=pk)
    row = batch.rows.select_related("article").first()
    if row and row.article and batch.state == Batch.State.DONE:
        if row.outcome == row.Outcome.UNCHANGED:
            messages.info(request, _t("This text was at the desk already."))
        lead = HttpResponseClientRedirect if request.htmx else redirect
        return lead(row.article.get_absolute_url())
    template = "claims/_entered.html" if request.htmx else "claims/entered.html"
    return render(request, template, {"batch": batch, "row": row})
