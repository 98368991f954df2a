"""Merging and splitting speakers: what changes, what never does, and the way back."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.extraction import ArticleText, extract
from claims.intake import recording
from claims.intake.importing import import_paths
from claims.models import (
    Article,
    Attribution,
    Batch,
    Claim,
    Event,
    ExtractionRun,
    QueueEntry,
    Refused,
    Speaker,
    User,
)
from claims.models.queue import said_by
from claims.queue.undoing import undo
from tests.making import make_article, make_claim

pytestmark = pytest.mark.django_db

FULL = "The Harl bridge will cost 12 million euros, Emma Larsson said."
SHORT = "The Vell tunnel will cost 9 million euros, Larsson said."
LATER = "The Orrin ferry will cost 4 million euros, Larsson said."


@pytest.fixture
def ada() -> Speaker:
    make_claim(speaker="Ada Wyle")
    return Speaker.objects.get(name="Ada Wyle")


@pytest.fixture
def wyle(ada: Speaker) -> Speaker:
    make_claim(make_article(), "holds 40", figure="", speaker="Wyle")
    return Speaker.objects.get(name="Wyle")


def rows() -> dict[str, Any]:
    """Everything that a merge may touch, entries of the queue without their keys."""
    return {
        "speakers": list(Speaker.objects.order_by("pk").values_list()),
        "claims": list(Claim.objects.order_by("pk").values_list()),
        "said": sorted(Claim.speakers.through.objects.values_list()),
        "attributions": list(Attribution.objects.order_by("pk").values_list()),
        "named": sorted(Attribution.speakers.through.objects.values_list()),
        "entries": sorted(
            QueueEntry.objects.values_list(
                "claim", "outlet", "batch", "speaker", "state", "priority", "sorted_on"
            ),
            key=str,
        ),
    }


def listed(speaker: Speaker) -> list[str]:
    """The wordings of the claims that the queue has under the speaker."""
    entries = QueueEntry.objects.filter(speaker=speaker)
    return sorted(entries.values_list("claim__wording", flat=True))


# --- merging ------------------------------------------------------------------


def test_what_one_said_the_other_said(ada: Speaker, wyle: Speaker, checker: User) -> None:
    wyle.merge(checker, ada)
    claim = Claim.objects.get(wording="holds 40")
    assert claim.said_by == [ada]
    assert listed(ada) == ["The Harl dam holds 40 million litres", "holds 40"]
    assert listed(wyle) == []


def test_claims_and_attributions_keep_the_name_that_was_found(
    ada: Speaker, wyle: Speaker, checker: User
) -> None:
    before = rows()
    wyle.merge(checker, ada)
    after = rows()
    for kept in ("claims", "said", "attributions", "named"):
        assert after[kept] == before[kept]


def test_a_claim_of_both_is_listed_once(ada: Speaker, wyle: Speaker, checker: User) -> None:
    claim = Claim.objects.get(wording="holds 40")
    claim.speakers.add(ada)
    QueueEntry.objects.create(
        claim=claim, speaker=ada, state="new", priority=1, sorted_on=claim.sorted_on
    )
    before = rows()
    event = wyle.merge(checker, ada)
    assert listed(ada).count("holds 40") == 1
    assert Claim.objects.get(pk=claim.pk).said_by == [ada]
    undo(event, checker)
    assert [row[:4] for row in rows()["entries"]] == [row[:4] for row in before["entries"]]


def test_aliases_come_along_and_never_make_a_chain(
    ada: Speaker, wyle: Speaker, checker: User
) -> None:
    first = Speaker.objects.create(name="A. Wyle", kind="person")
    first.merge(checker, wyle)
    Speaker.objects.get(pk=wyle.pk).merge(checker, ada)
    assert set(ada.aliases.all()) == {first, wyle}
    assert not Speaker.objects.filter(merged_into__merged_into__isnull=False).exists()


def test_the_event_names_everybody_whom_it_touched(
    ada: Speaker, wyle: Speaker, editor: User
) -> None:
    event = wyle.merge(editor, ada)
    assert (event.kind, event.actor) == ("merged", editor)
    assert list(event.speaker_changes.values_list("speaker", "before", "after")) == [
        (wyle.pk, None, ada.pk)
    ]


@pytest.mark.parametrize("name", ["administrator", "auditor", "newcomer"])
def test_only_those_who_triage_merge_and_split(
    request: pytest.FixtureRequest, ada: Speaker, wyle: Speaker, checker: User, name: str
) -> None:
    other = request.getfixturevalue(name)
    with pytest.raises(Refused, match="Only fact-checkers and editors"):
        wyle.merge(other, ada)
    wyle.merge(checker, ada)
    with pytest.raises(Refused, match="Only fact-checkers and editors"):
        ada.split(other, [wyle.pk])


def test_nobody_is_merged_into_themselves_or_into_a_merged_one_or_twice(
    ada: Speaker, wyle: Speaker, checker: User
) -> None:
    other = Speaker.objects.create(name="Cy Wyle")
    with pytest.raises(Refused, match="is this speaker already"):
        ada.merge(checker, ada)
    wyle.merge(checker, ada)
    for gone, into in ((wyle, other), (other, wyle), (ada, wyle)):
        with pytest.raises(Refused, match="“Wyle” has been merged into “Ada Wyle” meanwhile"):
            gone.merge(checker, into)
    assert Event.objects.filter(kind="merged").count() == 1


@pytest.mark.parametrize("chain", ["into a merged one", "while others are merged into it"])
def test_the_database_refuses_chains(
    ada: Speaker, wyle: Speaker, checker: User, chain: str
) -> None:
    other = Speaker.objects.create(name="Cy Wyle")
    wyle.merge(checker, ada)
    who, into = (other, wyle) if chain == "into a merged one" else (ada, other)
    with pytest.raises(DatabaseError, match="chains"), transaction.atomic():
        Speaker.objects.filter(pk=who.pk).update(merged_into=into)


# --- splitting ----------------------------------------------------------------


def test_a_name_is_a_speaker_of_its_own_again(
    ada: Speaker, wyle: Speaker, checker: User, editor: User
) -> None:
    before = rows()
    wyle.merge(checker, ada)
    event = ada.split(editor, [wyle.pk])
    assert event.kind == "split"
    assert rows() == before


def test_names_that_are_split_off_together_stay_together(
    ada: Speaker, wyle: Speaker, checker: User
) -> None:
    ben, initial = (Speaker.objects.create(name=name) for name in ("Ben Wyle", "B. Wyle"))
    for name in (wyle, ben, initial):
        name.merge(checker, ada)
    ada.split(checker, [wyle.pk, ben.pk])
    assert set(ben.aliases.all()) == {wyle}
    assert set(ada.aliases.all()) == {initial}
    assert listed(ben) == ["holds 40"]


def test_only_a_speakers_aliases_are_split_off(ada: Speaker, wyle: Speaker, checker: User) -> None:
    for names in ([wyle.pk], [ada.pk], [0], [987_654_321]):
        with pytest.raises(Refused, match="no name of “Ada Wyle” any more"):
            ada.split(checker, names)
    with pytest.raises(Refused, match="Choose the names"):
        ada.split(checker, [])


# --- the way back -------------------------------------------------------------


def test_undoing_leaves_everything_as_it_was(ada: Speaker, wyle: Speaker, checker: User) -> None:
    alone = rows()
    merged = wyle.merge(checker, ada)
    together = rows()
    split = ada.split(checker, [wyle.pk])
    with pytest.raises(Refused, match="merged or split since"):
        undo(merged, checker)
    undo(split, checker)
    assert rows() == together
    undo(merged, checker)
    assert rows() == alone


Step = tuple[bool, int, int]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4)), max_size=8))
def test_whatever_is_done_can_be_undone_step_by_step(checker: User, steps: list[Step]) -> None:
    with transaction.atomic():
        names = [f"{first} Wyle" for first in ("Ada", "A.", "Ann", "Dr", "Cy")]
        people = [make_claim(speaker=name).speakers.get().pk for name in names]
        done: list[tuple[Event, dict[str, Any]]] = []
        for merging, one, other in steps:
            before = rows()
            try:
                done.append((step(checker, merging, people[one], people[other]), before))
            except Refused:
                assert rows() == before
            assert not Speaker.objects.filter(merged_into__merged_into__isnull=False).exists()
        for event, before in reversed(done):
            undo(event, checker)
            assert rows() == before
        transaction.set_rollback(True)


def step(by: User, merging: bool, one: int, other: int) -> Event:
    speaker = Speaker.objects.get(pk=one)
    if merging:
        return speaker.merge(by, Speaker.objects.get(pk=other))
    return speaker.split(by, [other])


def test_only_ones_own_deed_is_undone_and_once(
    ada: Speaker, wyle: Speaker, checker: User, checker2: User
) -> None:
    event = wyle.merge(checker, ada)
    with pytest.raises(Refused, match="only what you did yourself"):
        undo(event, checker2)
    assert Event.objects.undoable_by(checker).get() == event
    undo(event, checker)
    with pytest.raises(Refused, match="undone already"):
        undo(event, checker)
    assert not Event.objects.undoable_by(checker).exists()


@pytest.mark.parametrize("meanwhile", ["the goal was merged", "somebody joined the one that goes"])
def test_what_others_did_since_stays(
    ada: Speaker, wyle: Speaker, checker: User, editor: User, meanwhile: str
) -> None:
    wyle.merge(checker, ada)
    event = ada.split(checker, [wyle.pk])
    other = Speaker.objects.create(name="Cy Wyle")
    if meanwhile == "the goal was merged":
        ada.merge(editor, other)
    else:
        other.merge(editor, Speaker.objects.get(pk=wyle.pk))
    before = rows()
    with pytest.raises(Refused, match="merged or split since"):
        undo(event, checker)
    assert rows() == before
    assert not Event.objects.filter(kind="undone").exists()


# --- what comes in afterwards ---------------------------------------------------


def bring_in(folder: Path, *texts: str) -> None:
    number = Article.objects.count()
    paths = [folder / f"{number + place}.txt" for place in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"---\noutlet: Vell Courier\npublished: 2025-09-05\n---\n{text}\n")
    import_paths(paths, Batch.objects.get_or_create(name="Wire")[0])


@pytest.fixture
def larssons(tmp_path: Path) -> tuple[Speaker, Speaker]:
    bring_in(tmp_path, FULL, SHORT)
    return Speaker.objects.get(name="Emma Larsson"), Speaker.objects.get(name="Larsson")


def test_the_machine_merges_nobody_by_surname(larssons: tuple[Speaker, Speaker]) -> None:
    emma, larsson = larssons
    assert (emma.merged_into, larsson.merged_into) == (None, None)
    assert len(listed(emma)) == len(listed(larsson)) == 1


def test_a_later_article_follows_the_merge_and_the_split(
    tmp_path: Path, larssons: tuple[Speaker, Speaker], checker: User
) -> None:
    emma, larsson = larssons
    larsson.merge(checker, emma)
    bring_in(tmp_path, LATER)
    assert len(listed(emma)) == 3
    assert Claim.objects.get(wording__contains="ferry").said_by == [emma]
    emma.split(checker, [larsson.pk])
    bring_in(tmp_path, "The Harl tower will cost 7 million euros, Larsson said.")
    assert len(listed(emma)) == 1
    assert len(listed(larsson)) == 3


def test_undoing_a_merge_takes_what_came_in_since_along(
    tmp_path: Path, larssons: tuple[Speaker, Speaker], checker: User
) -> None:
    emma, larsson = larssons
    event = larsson.merge(checker, emma)
    bring_in(tmp_path, LATER)
    undo(event, checker)
    assert (len(listed(emma)), len(listed(larsson))) == (1, 2)


def test_extracting_again_undoes_no_decision(
    larssons: tuple[Speaker, Speaker], checker: User
) -> None:
    emma, larsson = larssons
    larsson.merge(checker, emma)
    before = rows()
    run = ExtractionRun.objects.create(rules="next", model="m", model_version="1")
    for article in Article.objects.order_by("pk"):
        text = ArticleText(str(article.pk), article.text, published=date(2025, 9, 5))
        (found,) = extract([text])
        recording.record(article.pk, found, run, resolved_on=date(2025, 9, 5))
    assert rows() == before


def test_the_same_words_by_another_name_stay_another_claim(
    tmp_path: Path, larssons: tuple[Speaker, Speaker], checker: User
) -> None:
    """Merging speakers merges no claims, and a name found again joins its own claim."""
    emma, larsson = larssons
    larsson.merge(checker, emma)
    bring_in(tmp_path, SHORT + " It rained.", SHORT.replace("Larsson", "Emma Larsson"))
    tunnels = Claim.objects.filter(wording__contains="tunnel").order_by("pk")
    assert [claim.mentions_count for claim in tunnels] == [2, 1]
    assert {speaker for claim in tunnels for speaker in claim.said_by} == {emma}


# --- two at once ----------------------------------------------------------------


def merge_at_once(by: User, *merges: tuple[Speaker, Speaker]) -> list[bool]:
    """Do them at the same moment, each on a connection of its own; which were let through."""
    start, won = threading.Barrier(len(merges)), [False] * len(merges)

    def run(place: int, gone: Speaker, into: Speaker) -> None:
        try:
            start.wait()
            gone.merge(by, into)
            won[place] = True
        except Refused:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n, *pair)) for n, pair in enumerate(merges)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return won


def trio(number: int) -> list[Speaker]:
    return [Speaker.objects.create(name=f"{name} {number}") for name in ("Ada", "Ben", "Cy")]


@pytest.mark.django_db(transaction=True)
def test_of_two_simultaneous_merges_one_wins(checker: User) -> None:
    for number in range(10):
        ada, ben, cy = trio(number)
        assert sorted(merge_at_once(checker, (ben, ada), (ben, cy))) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_the_same_merge_twice_at_once_is_done_once(checker: User) -> None:
    for number in range(10):
        ada, ben, _cy = trio(number)
        assert sorted(merge_at_once(checker, (ben, ada), (ben, ada))) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_two_who_are_merged_into_each_other_at_once_make_no_ring(checker: User) -> None:
    for number in range(10):
        ada, ben, _cy = trio(number)
        assert sorted(merge_at_once(checker, (ada, ben), (ben, ada))) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_a_chain_of_merges_at_once_ends_flat(checker: User) -> None:
    for number in range(10):
        ada, ben, cy = trio(number)
        merge_at_once(checker, (ada, ben), (ben, cy))
    assert not Speaker.objects.filter(merged_into__merged_into__isnull=False).exists()


@pytest.mark.django_db(transaction=True)
def test_the_queue_is_right_whatever_is_merged_while_articles_come_in(
    tmp_path: Path, checker: User
) -> None:
    bring_in(tmp_path, FULL, SHORT)
    emma, larsson = (Speaker.objects.get(name=name) for name in ("Emma Larsson", "Larsson"))
    done = threading.Event()

    def merge_and_split() -> None:
        try:
            while not done.is_set():
                larsson.merge(checker, emma)
                emma.split(checker, [larsson.pk])
        finally:
            connection.close()

    merger = threading.Thread(target=merge_and_split)
    merger.start()
    try:
        towns = ("Vell", "Orrin", "Calder", "Tamber", "Ostmark", "Frome")
        bring_in(tmp_path, *(LATER.replace("Orrin", town) for town in towns))
    finally:
        done.set()
        merger.join()
    assert Event.objects.filter(kind="split").exists()
    entered = QueueEntry.objects.filter(speaker__isnull=False).values_list("claim", "speaker")
    assert set(entered) == said_by(Claim.objects.values_list("pk", flat=True))


# --- called by name -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ada Wyle", "Ada Wyle"),
        ("ada wyle", "Ada Wyle"),
        ("wyle", "Ada Wyle"),
        ("Ada Wyle (mayor of Vell)", "Ada Wyle (mayor of Vell)"),
        ("Ada", None),
        ("", None),
    ],
)
def test_a_speaker_is_found_by_name_or_alias(
    ada: Speaker, wyle: Speaker, checker: User, name: str, found: str | None
) -> None:
    Speaker.objects.create(name="Ada Wyle", qualifier="mayor of Vell")
    wyle.merge(checker, ada)
    speaker = Speaker.objects.called(name)
    assert (str(speaker) if speaker else None) == found


def test_a_better_known_kind_changes_what_is_looked_up(ada: Speaker) -> None:
    ada.kind = "organisation"
    ada.save(update_fields=["kind"])
    assert Speaker.objects.get(pk=ada.pk).alike == "ada wyle"
