"""What does not add up in an article: found with its figures, and people's word on it kept."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction

from claims.matching import compare_article
from claims.mending import Correction, correct_figure
from claims.models import Article, Claim, Event, Finding, Quantity, Refused, User
from claims.queue import dismiss_finding, follow_links, keep_finding, refresh, undo
from tests.making import make_article, make_claim, make_figure, make_finding

pytestmark = pytest.mark.django_db

WRONG = "The flood killed 30 people, 14 of them in Tamber and 19 in Osk"


def flood(text: str = WRONG) -> Claim:
    """A claim with all figures of its text."""
    claim = make_claim(make_article(f"{text}."), text, figure="")
    mention = claim.mentions.get()
    rows = []
    for found in re.finditer(r"\d+", text):
        row = make_figure(
            mention.article,
            found.group(),
            int(found.group()),
            kind="count",
            unit="",
            counted_text="people",
            counted_head="person",
        )
        mention.quantities.add(row)
        rows.append(row)
    for part in rows[1:]:
        part.part_of = rows[0]
        part.save(update_fields=["part_of"])
    Claim.objects.filter(pk=claim.pk).update(is_numeric=True)
    refresh([claim.pk])
    return claim


def compare(claim: Claim) -> None:
    article = claim.mentions.get().article
    compare_article(article, list(claim.mentions.values_list("pk", flat=True)))
    follow_links()


def only() -> Finding:
    return Finding.objects.filter(is_current=True).get()


def figure(words: str) -> Quantity:
    return next(row for row in Quantity.objects.all() if row.text == words)


def reasons(claim: Claim) -> set[str]:
    return {part["reason"] for part in Claim.objects.get(pk=claim.pk).priority_parts}


def test_parts_that_do_not_make_up_their_total_are_a_finding() -> None:
    claim = flood()
    compare(claim)
    found = only()
    assert (found.kind, found.stated, found.computed) == ("sum", 30, 33)
    assert {row.text for row in found.figures.all()} == {"30", "14", "19"}
    assert list(found.claims) == [claim]
    assert "does_not_add_up" in reasons(claim)


def test_parts_that_do_are_none() -> None:
    compare(flood(WRONG.replace("30", "33")))
    assert not Finding.objects.exists()


def test_it_is_found_once_however_often_the_article_is_compared() -> None:
    claim = flood()
    compare(claim)
    found = only()
    compare(claim)
    assert only() == found


def test_what_was_dismissed_stays_so_until_one_of_its_figures_changes(checker: User) -> None:
    claim = flood()
    compare(claim)
    dismissed = only()
    dismiss_finding(dismissed, checker, "not_together")
    assert "does_not_add_up" not in reasons(claim)
    compare(claim)
    assert only().state == "dismissed"
    correct_figure(figure("19"), checker, Correction("18", counted="people"))
    follow_links()
    found = only()
    assert (found.state, found.computed) == ("found", 32)
    assert "does_not_add_up" in reasons(claim)
    correct_figure(figure("19"), checker, Correction("16", counted="people"))
    follow_links()
    assert not Finding.objects.filter(is_current=True).exists()
    assert "does_not_add_up" not in reasons(claim)


def test_it_brings_back_what_was_set_aside(checker: User) -> None:
    claim = flood()
    claim.set_aside(checker)
    compare(claim)
    assert Claim.objects.get(pk=claim.pk).state == "new"
    assert claim.history.latest("pk").event.payload == {"why": "finding"}


def test_keeping_and_dismissing_is_logged_and_can_be_undone(checker: User) -> None:
    claim = flood()
    compare(claim)
    kept = keep_finding(only(), checker)
    assert (kept.kind, kept.article) == (Event.Kind.FINDING_KEPT, claim.mentions.get().article)
    dismissed = dismiss_finding(only(), checker, "misread")
    assert (only().state, only().dismissal, only().decided_by) == ("dismissed", "misread", checker)
    undo(dismissed, checker)
    assert (only().state, only().dismissal) == ("kept", "")
    undo(kept, checker)
    assert (only().state, only().decided_by) == ("found", None)


def test_nobody_dismisses_without_a_reason_or_the_permission(checker: User, auditor: User) -> None:
    compare(flood())
    with pytest.raises(Refused, match="reasons"):
        dismiss_finding(only(), checker, "")
    with pytest.raises(Refused):
        dismiss_finding(only(), auditor, "misread")


def test_the_database_refuses_a_dismissal_by_nobody_or_without_a_reason() -> None:
    found = make_finding(make_claim())
    for fields in ({"state": "kept"}, {"state": "dismissed"}, {"dismissal": "misread"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Finding.objects.filter(pk=found.pk).update(**fields)


def test_its_article_marks_the_figures_and_says_what_is_stated(client, checker: User) -> None:
    compare(flood())
    client.force_login(checker)
    page = client.get(Article.objects.get().get_absolute_url()).content.decode()
    assert "stated 30, computed 33" in page
    assert 'class="mention figure finding"' in page or "finding" in page
