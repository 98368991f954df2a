"""Claims linked by their figures: the same links in any order, people's word kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.matching import compare_article, compare_left_over, lines
from claims.mending import Correction, correct_figure
from claims.models import (
    Article,
    Claim,
    ClaimKey,
    ClaimLink,
    Event,
    Mention,
    Quantity,
    Refused,
    User,
    take_link_back,
)
from claims.queue import (
    bearing_on,
    confirm_link,
    follow_links,
    following,
    linked,
    merge,
    refresh,
    reject_link,
    take_apart,
    undo,
)
from tests.making import DAY, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db

Saying = tuple[int, int, str]


def say(
    value: int,
    day: int = 0,
    outlet: str = "Vell Courier",
    what: str = "the flood",
    **fields: Any,
) -> Claim:
    """An article of the outlet says how many people it killed, so many days later."""
    wording = f"In Tamber {what} has killed {value} people"
    name = f"{outlet} {day} {what} {value}"
    article = make_article(
        f"{wording}.",
        outlet=outlet,
        published_on=DAY + timedelta(days=day),
        **{"identity": name, **fields},
    )
    claim = make_claim(
        article, wording, figure=str(value), value=value, speaker="", fingerprint=name
    )
    Quantity.objects.filter(mentions__claim=claim).update(
        kind="count", unit="", counted_text="people", counted_head="person"
    )
    return claim


def compare(*claims: Claim) -> None:
    """As an import compares each once it has stored it."""
    for claim in claims:
        mention = Mention.objects.get(original_claim=claim)
        compare_article(mention.article, [mention.pk])
    follow_links()


def links() -> set[Any]:
    """What is linked to what and how, said without the numbers of any row."""
    found = set()
    for link in ClaimLink.objects.filter(is_current=True).select_related(
        "one", "other", "one_figure", "other_figure"
    ):
        assert link.one_figure is not None
        assert link.other_figure is not None
        ends = frozenset(
            [
                (link.one.fingerprint, link.one_figure.low),
                (link.other.fingerprint, link.other_figure.low),
            ]
        )
        apart = abs(link.difference) if link.difference is not None else None
        found.add((ends, link.relation, apart, link.state))
    return found


def only() -> ClaimLink:
    return ClaimLink.objects.get()


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def reasons(claim: Claim) -> set[str]:
    return {part["reason"] for part in fresh(claim).priority_parts}


# --- what is found ------------------------------------------------------------


def test_two_outlets_that_count_differently_on_one_day_contradict_each_other() -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    compare(one, other)
    link = only()
    assert (link.one, link.other, link.relation) == (one, other, "contradicts")
    assert (link.difference, link.state) == (6, "suggested")
    assert link.one_figure == one.mentions.get().quantities.get()


def test_a_toll_that_rises_from_day_to_day_is_an_update() -> None:
    compare(say(17), say(23, day=1))
    assert (only().relation, only().difference) == ("update", 6)


def test_versions_of_one_article_and_copies_of_one_text_are_not_linked() -> None:
    one = say(17)
    first = one.mentions.get().article
    other = say(
        23, identity=first.identity, version=2, root=first, previous_version=first, is_latest=False
    )
    copy = say(17, outlet="Osk Echo")
    compare(one, other, copy)
    assert not ClaimLink.objects.filter(one=one).exists()
    assert ClaimLink.objects.get().other == copy


def test_a_claim_without_a_figure_has_no_keys() -> None:
    claim = make_claim(make_article("Reck denied it."), "Reck denied it", figure="")
    compare(claim)
    assert not ClaimKey.objects.exists()


# --- in any order -------------------------------------------------------------


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    sayings=st.lists(
        st.tuples(st.integers(16, 19), st.integers(0, 3), st.sampled_from(["Vell", "Osk"])),
        min_size=2,
        max_size=6,
        unique=True,
    ),
    data=st.data(),
)
def test_links_are_the_same_in_any_order_and_twice_however_few_places_a_line_looks(
    sayings: list[Saying], data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "REACH", data.draw(st.integers(1, 3)))
    orders = [sayings, data.draw(st.permutations(sayings))]
    first, second = (_linked_in(order) for order in orders)
    assert first == second


def _linked_in(order: Sequence[Saying]) -> set[Any]:
    with transaction.atomic():
        sid = transaction.savepoint()
        claims = [say(value, day, outlet) for value, day, outlet in order]
        Mention.objects.filter(claim__in=claims).update(rejected_at="2025-01-01T00:00Z")
        for claim in claims:
            Mention.objects.filter(claim=claim).update(rejected_at=None)
            compare(claim)
        found = links()
        compare(*claims)
        assert links() == found
        transaction.savepoint_rollback(sid)
    return found


def test_what_is_linked_does_not_grow_with_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "REACH", 2)
    compare(*(say(100 + day, day) for day in range(12)))
    days = [
        abs((link.one.published_on - link.other.published_on).days)
        for link in ClaimLink.objects.select_related("one", "other")
    ]
    assert sorted(days) == [1] * 11 + [2] * 10


def test_an_archive_of_before_is_compared_by_the_worker_and_goes_on_where_it_was() -> None:
    say(17), say(23, outlet="Osk Echo")
    run = Mention.objects.all()[0].run
    Article.objects.update(extracted_by=run)
    assert compare_left_over() == 0
    found = links()
    assert len(found) == 1
    Article.objects.update(linked_at=None)
    compare_left_over()
    assert links() == found


# --- corrected ----------------------------------------------------------------


def test_a_corrected_figure_changes_the_link_and_one_that_is_right_takes_it_away(
    checker: User,
) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    refresh([one.pk, other.pk])
    compare(one, other)
    correct_figure(one.mentions.get().quantities.get(), checker, Correction("19", counted="people"))
    assert only().difference == 4
    assert not only().is_told


def test_a_decision_outlives_another_comparison(checker: User) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    compare(one, other)
    reject_link(only(), checker)
    compare(other, one)
    assert only().state == "rejected"


# --- merged -------------------------------------------------------------------


def test_a_link_follows_a_merge_and_is_none_to_itself(checker: User) -> None:
    one, other, third = say(17), say(23, outlet="Osk Echo"), say(23, outlet="Ulm Post")
    compare(one, other, third)
    assert "disputed" in reasons(one)
    merge(third, checker, one, different_figures_agreed=True)
    follow_links()
    assert "disputed" in reasons(one)
    merge(other, checker, one, different_figures_agreed=True)
    follow_links()
    assert "disputed" not in reasons(one)
    take_apart(fresh(other), checker)
    follow_links()
    assert "disputed" in reasons(one) & reasons(other)


# --- decided ------------------------------------------------------------------


def test_confirming_and_rejecting_is_logged_and_can_be_undone(checker: User) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    compare(one, other)
    event = confirm_link(only(), checker)
    assert (event.kind, event.actor) == (Event.Kind.LINK_CONFIRMED, checker)
    assert set(event.members.values_list("claim", flat=True)) == {one.pk, other.pk}
    assert (only().state, only().decided_by) == ("confirmed", checker)
    rejected = reject_link(only(), checker)
    assert "disputed" not in reasons(one) | reasons(other)
    undo(rejected, checker)
    assert (only().state, only().decided_by) == ("confirmed", checker)
    undo(event, checker)
    assert (only().state, only().decided_by) == ("suggested", None)
    assert "disputed" in reasons(one) & reasons(other)


def test_undoing_gives_back_whose_word_it_was(checker: User, checker2: User) -> None:
    compare(say(17), say(23, outlet="Osk Echo"))
    confirm_link(only(), checker)
    rejected = reject_link(only(), checker2)
    undo(rejected, checker2)
    assert (only().state, only().decided_by) == ("confirmed", checker)


def test_an_older_event_that_does_not_tell_whose_word_it_was_is_undone_too(
    checker: User, checker2: User
) -> None:
    compare(say(17), say(23, outlet="Osk Echo"))
    confirm_link(only(), checker)
    rejected = reject_link(only(), checker2)
    rejected.payload["before"] = "confirmed"
    undone = Event.objects.create(kind=Event.Kind.UNDONE, actor=checker2, undoes=rejected)
    take_link_back(rejected, undone)
    assert (only().state, only().decided_by) == ("confirmed", checker2)


def test_nobody_decides_without_the_permission_or_twice(checker: User, auditor: User) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    compare(one, other)
    with pytest.raises(Refused):
        confirm_link(only(), auditor)
    confirm_link(only(), checker)
    with pytest.raises(Refused, match="already"):
        confirm_link(only(), checker)


def test_undoing_is_refused_once_somebody_else_has_decided(checker: User, checker2: User) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    compare(one, other)
    event = confirm_link(only(), checker)
    reject_link(only(), checker2)
    with pytest.raises(Refused, match="otherwise"):
        undo(event, checker)


# --- the queue ----------------------------------------------------------------


def test_a_contradiction_ranks_both_and_brings_back_what_was_set_aside(checker: User) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    one.set_aside(checker)
    compare(one, other)
    assert fresh(one).state == "new"
    assert one.history.latest("pk").event.payload == {"why": "contradicted"}
    assert "disputed" in reasons(one) & reasons(other)
    assert fresh(one).is_disputed
    one.set_aside(checker)
    ClaimLink.objects.update(is_told=False)
    follow_links()
    assert fresh(one).state == "set_aside"


def test_what_an_import_commits_meanwhile_is_told_as_it_is_then(
    checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    one.set_aside(checker)
    link = make_link(one, other, "agrees")

    def wait() -> None:
        ClaimLink.objects.filter(pk=link.pk).update(relation="contradicts", is_told=False)

    monkeypatch.setattr(following, "one_import_at_a_time", wait)
    following._follow_some()
    assert (only().is_told, fresh(one).state) == (True, "new")


def test_what_a_person_decides_meanwhile_is_told_the_next_time(
    checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = make_link(say(17), say(23, outlet="Osk Echo"))
    monkeypatch.setattr(following, "_call_back", lambda *_told: link.reject(checker))
    following._follow_some()
    assert not only().is_told


def test_one_outlet_that_corrects_itself_is_no_dispute() -> None:
    one, other = say(17), say(23)
    compare(one, other)
    assert "disputed" not in reasons(one) | reasons(other)


def test_a_reprint_is_no_dispute() -> None:
    one, other = say(17), say(23, outlet="Osk Echo")
    first = one.mentions.get().article
    Article.objects.filter(mention__claim=other).update(reprint_of=first)
    compare(one, other)
    assert "disputed" not in reasons(one) | reasons(other)


def test_what_is_linked_to_a_checked_claim_was_checked_before(checker: User) -> None:
    one, other = say(17), say(23, day=1)
    compare(one, other)
    Claim.objects.filter(pk=one.pk).update(state="checked")
    ClaimLink.objects.update(is_told=False)
    follow_links()
    assert "checked_before" in reasons(other)
    assert "checked_before" not in reasons(one)


# --- the claim's page ---------------------------------------------------------


def test_what_speaks_against_a_claim_is_shown_however_many_repeat_it_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claim = say(17)
    against = make_link(claim, say(23, outlet="Osk Echo"))
    for day in range(1, 4):
        make_link(claim, say(17, day), "agrees")
    monkeypatch.setattr(linked, "MOST_LINKS", 2)
    bearing = bearing_on(claim)
    assert [found.link for found in bearing.differing] == [against]
    assert len(bearing.repeats) == 1


def test_a_reprint_hides_no_other_link_to_the_same_claim() -> None:
    claim, merged, other = say(17), say(17, day=1), say(23, outlet="Osk Echo")
    Claim.objects.filter(pk=merged.pk).update(merged_into=claim, state="merged")
    first = claim.mentions.get().article
    Article.objects.filter(mention__claim=other).update(reprint_of=first)
    make_link(claim, other)
    link = make_link(merged, other, "agrees")
    assert [found.link for found in bearing_on(claim).linked] == [link]


# --- what the database refuses ------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [{"state": "confirmed"}, {"other_figure": None}],
    ids=["decided by nobody", "one figure"],
)
def test_the_database_refuses_half_a_link(fields: dict[str, Any]) -> None:
    link = make_link(make_claim(), make_claim())
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimLink.objects.filter(pk=link.pk).update(**fields)


def test_the_database_refuses_a_claim_linked_to_itself_or_twice() -> None:
    one, other = make_claim(), make_claim()
    make_link(one, other)
    for first, second in ((one, one), (one, other), (other, one)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClaimLink.objects.create(one=first, other=second, relation="same")
