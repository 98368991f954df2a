"""Claims merged, taken apart and split: what changes, what never does, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.intake.importing import import_paths
from claims.models import Article, Batch, Claim, DifferentFigures, Mention, Refused, User
from claims.queue import merge, split, take_apart, undo
from tests.counting import miscounts
from tests.making import make_article, make_claim, mention_claim
from tests.merging import settled

pytestmark = pytest.mark.django_db

SAME = "The dam at Harl holds 40 million litres"


@pytest.fixture
def dam() -> Claim:
    return make_claim()


@pytest.fixture
def same() -> Claim:
    """The same claim in other words, in an article of another outlet."""
    return make_claim(make_article(f"{SAME}.", outlet="Osk Echo"), SAME)


def rows() -> dict[str, Any]:
    """Everything that a merge may touch."""
    kept = ("pk", "state", "dismissal", "merged_into", "mentions_count", "outlets_count")
    counts = ("pk", "open_claims", "top_priority")
    return {
        "claims": list(Claim.objects.order_by("pk").values_list(*kept)),
        "mentions": list(
            Mention.objects.order_by("pk").values_list("pk", "claim", "original_claim")
        ),
        "articles": list(Article.objects.order_by("pk").values_list(*counts)),
    }


def fresh(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


# --- merging ------------------------------------------------------------------


def test_its_mentions_are_the_survivors_and_every_count_follows(
    dam: Claim, same: Claim, checker: User
) -> None:
    mention = same.mentions.get()
    event = merge(same, checker, dam)
    gone, stays = fresh(same), fresh(dam)
    assert (gone.state, gone.merged_into, gone.mentions_count) == ("merged", dam, 0)
    assert (stays.mentions_count, stays.outlets_count) == (2, 2)
    mention.refresh_from_db()
    assert (mention.claim, mention.original_claim) == (dam, same)
    assert list(event.members.order_by("pk").values_list("claim", "before", "after")) == [
        (same.pk, "new", "merged"),
        (dam.pk, "new", "new"),
    ]
    assert miscounts() == []


def test_undone_everything_is_as_it_was(dam: Claim, same: Claim, checker: User) -> None:
    same.dismiss(checker, "duplicate")
    settled(dam, same)
    before = rows()
    undo(merge(same, checker, dam), checker)
    assert rows() == before
    assert miscounts() == []


def test_what_was_merged_into_it_follows_and_comes_back_with_it(
    dam: Claim, same: Claim, checker: User, checker2: User
) -> None:
    third = make_claim(make_article("Harl's dam holds 40 million litres."), "Harl's dam holds 40")
    merge(third, checker, same)
    event = merge(fresh(same), checker2, dam)
    assert {claim.merged_into for claim in (fresh(third), fresh(same))} == {dam}
    assert fresh(dam).mentions_count == 3
    undo(event, checker2)
    assert fresh(third).merged_into == fresh(same)
    assert (fresh(same).mentions_count, fresh(dam).mentions_count) == (2, 1)
    take_apart(fresh(third), checker2)
    assert [fresh(claim).mentions_count for claim in (dam, same, third)] == [1, 1, 1]
    assert miscounts() == []


def test_different_figures_need_a_yes_and_are_named(dam: Claim, checker: User) -> None:
    text = "The dam holds 41 million litres of water."
    other = make_claim(make_article(text), text, figure="41 million litres", value=41_000_000)
    with pytest.raises(DifferentFigures, match=r"41.mn.litres / 40.mn.litres") as refused:
        merge(other, checker, dam)
    assert refused.value.figures == ["41\xa0mn\xa0litres / 40\xa0mn\xa0litres"]
    assert fresh(other).state == "new"
    event = merge(other, checker, dam, different_figures_agreed=True)
    assert event.payload["figures"] == refused.value.figures


def test_a_pick_is_never_lost_and_a_new_claim_brings_back_what_was_set_aside(
    dam: Claim, same: Claim, checker: User
) -> None:
    dam.set_aside(checker)
    event = merge(same, checker, dam)
    assert fresh(dam).state == "new"
    undo(event, checker)
    assert fresh(dam).state == "set_aside"
    same.pick(checker)
    merge(same, checker, dam)
    assert fresh(dam).state == "queued"
    assert miscounts() == []


def test_it_is_refused_where_something_would_be_lost(
    dam: Claim, same: Claim, checker: User, checker2: User, auditor: User
) -> None:
    before = rows()
    for by, gone, into, why in (
        (auditor, same, dam, "Only fact-checkers"),
        (checker, dam, dam, "this claim itself"),
    ):
        with pytest.raises(Refused, match=why):
            merge(gone, by, into)
    assert rows() == before
    same.take(checker2)
    for by in (checker, checker2):
        with pytest.raises(Refused, match="is being checked by checker2"):
            merge(same, by, dam)
    merge(dam, checker, fresh(same))  # the other way round nothing is lost
    with pytest.raises(Refused, match=r"merged into .* meanwhile"):
        merge(make_claim(), checker, dam)


def test_a_ring_of_three_ends_in_one(checker: User, checker2: User) -> None:
    one, two, three = (make_claim() for _number in range(3))
    merge(one, checker, two)
    merge(two, checker2, three)
    with pytest.raises(Refused, match=r"merged into .* meanwhile"):
        merge(three, checker, one)
    assert {fresh(claim).survivor for claim in (one, two, three)} == {three}
    assert miscounts() == []


def test_the_database_refuses_a_chain(dam: Claim, same: Claim, checker: User) -> None:
    merge(same, checker, dam)
    third = make_claim()
    for claims, into in (
        (Claim.objects.filter(pk=third.pk), same),
        (Claim.objects.filter(pk=dam.pk), third),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            claims.update(state="merged", merged_into=into)


# --- taking apart, and splitting ------------------------------------------------


def test_an_import_after_a_merge_brings_its_mention_to_the_survivor(
    checker: User, tmp_path: Path
) -> None:
    first, second = (
        f"The {what} in Osk killed {{}} people, Ida Holm said." for what in ("flood", "storm")
    )

    def bring(name: str, text: str) -> None:
        path = tmp_path / f"{name}.txt"
        path.write_text(f"---\noutlet: {name}\nurl: https://{name}.example/1\n---\n{text}\n")
        import_paths([path], Batch.objects.create(name=name))

    bring("north", first.format(12))
    bring("vell", second.format(12))
    flood, storm = Claim.objects.order_by("pk")
    merge(storm, checker, flood)
    bring("osk", second.format(12))
    assert (fresh(flood).mentions_count, fresh(flood).outlets_count) == (3, 3)
    assert miscounts() == []
    take_apart(fresh(storm), checker)
    assert (fresh(flood).mentions_count, fresh(storm).mentions_count) == (1, 2)
    assert miscounts() == []
    # What is split off stays so: the words alone lead to the claim that it came from.
    _event, off = split(fresh(storm), checker, [Mention.objects.order_by("-pk")[0].pk])
    bring("harl", second.format(12))
    assert (fresh(storm).mentions_count, fresh(off).mentions_count) == (2, 1)
    assert miscounts() == []


def test_split_mentions_are_a_claim_of_their_own_and_undone_they_are_back(
    dam: Claim, same: Claim, checker: User, checker2: User
) -> None:
    more = [mention_claim(dam, make_article(outlet=f"Paper {n}")) for n in range(3)]
    settled(dam, same)
    merge(same, checker, dam)
    before = rows()
    moved = Mention.objects.get(original_claim=same)
    event, off = split(fresh(dam), checker2, [more[0].pk, more[1].pk, 10**9])
    assert off.pk not in {dam.pk, same.pk}
    assert (off.mentions_count, fresh(dam).mentions_count) == (2, 3)
    assert (off.state, off.speaker_label, off.wording) == ("new", "Ada Wyle", dam.wording)
    assert miscounts() == []
    undo(event, checker2)
    after = rows()
    assert after["mentions"] == before["mentions"]
    assert [row for row in after["claims"] if row[0] != off.pk] == before["claims"]
    # All that came from a merged claim: it is that claim again.
    assert split(fresh(dam), checker2, [moved.pk])[1] == same
    assert fresh(same).state == "new"
    assert miscounts() == []


def test_splitting_leaves_a_claim_and_never_takes_a_colleagues_work(
    dam: Claim, checker: User, checker2: User, auditor: User
) -> None:
    mention = dam.mentions.get()
    another = mention_claim(dam, make_article())
    for by, chosen, why in (
        (auditor, [mention.pk], "Only fact-checkers"),
        (checker, [], "Tick the mentions"),
        (checker, [10**9], "Tick the mentions"),
        (checker, [mention.pk, another.pk], "Leave at least one"),
    ):
        with pytest.raises(Refused, match=why):
            split(dam, by, chosen)
    dam.take(checker2)
    with pytest.raises(Refused, match="checker2's claim"):
        split(dam, checker, [mention.pk])
    assert split(dam, checker2, [mention.pk])[1].state == "queued"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_merged_split_and_undone_no_mention_is_lost_and_every_count_is_right(
    data: st.DataObject, checker: User
) -> None:
    with transaction.atomic():
        sid = transaction.savepoint()
        _random_deeds(data, checker)
        transaction.savepoint_rollback(sid)


def _random_deeds(data: st.DataObject, by: User) -> None:
    claims = [make_claim() for _number in range(4)]
    mention_claim(claims[0], make_article())
    settled(*claims)
    mentions, events = set(Mention.objects.values_list("pk", flat=True)), []
    for _step in range(data.draw(st.integers(1, 7))):
        deed = data.draw(st.sampled_from(["merge", "split", "apart", "undo"]))
        everybody = list(Claim.objects.order_by("pk"))
        one, other = (data.draw(st.sampled_from(everybody)) for _claim in range(2))
        try:
            if deed == "merge":
                events.append(merge(one, by, other))
            elif deed == "split":
                held = list(one.mentions.values_list("pk", flat=True))
                events.append(split(one, by, held[:1])[0])
            elif deed == "apart":
                events.append(take_apart(one, by))
            elif events:
                undo(events.pop(data.draw(st.integers(0, len(events) - 1))), by)
        except Refused:
            pass
        assert set(Mention.objects.values_list("pk", flat=True)) == mentions
        assert not Mention.objects.exclude(claim__merged_into=None).exists()
        assert not Claim.objects.filter(merged_into__merged_into__isnull=False).exists()
        assert miscounts() == []
