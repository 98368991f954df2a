"""Merging while others merge, take, import: real processes, see :mod:`tests.at_once`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from claims.intake.importing import import_paths
from claims.models import Batch, Claim, Mention, Refused, User
from claims.queue import merge
from tests.at_once import at_once, in_rounds
from tests.counting import miscounts
from tests.making import make_claim
from tests.merging import settled

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 10


def test_two_who_merge_each_into_the_other_leave_one_claim(checker: User, checker2: User) -> None:
    pairs = [settled(make_claim(), make_claim()) for _round in range(ROUNDS)]
    answers = in_rounds(
        [
            [partial(merge, pair[place], by, pair[1 - place]) for pair in pairs]
            for place, by in enumerate((checker, checker2))
        ]
    )
    for one, other in zip(*answers, strict=True):
        assert {isinstance(one, Refused), isinstance(other, Refused)} == {True, False}
    for pair in pairs:
        merged = Claim.objects.filter(pk__in=[claim.pk for claim in pair], state="merged")
        assert merged.count() == 1
    assert not Mention.objects.exclude(claim__merged_into=None).exists()
    assert miscounts() == []


def test_a_claim_is_taken_or_merged_and_never_both(checker: User, checker2: User) -> None:
    pairs = [settled(make_claim(), make_claim()) for _round in range(ROUNDS)]
    answers = in_rounds(
        [
            [partial(merge, gone, checker, stays) for gone, stays in pairs],
            [partial(gone.take, checker2) for gone, _stays in pairs],
        ]
    )
    for (gone, _stays), merged, taken in zip(pairs, *answers, strict=True):
        gone.refresh_from_db()
        assert isinstance(merged, Refused) != isinstance(taken, Refused)
        assert (gone.state, gone.assignee) == (
            ("merged", None) if isinstance(taken, Refused) else ("checking", checker2)
        )
    assert miscounts() == []


def test_a_mention_that_an_import_brings_meanwhile_is_the_survivors(
    tmp_path: Path, checker: User
) -> None:
    def file(name: str, articles: int) -> Path:
        path = tmp_path / f"{name}.csv"
        sentences = [f"The flood in Osk{n} killed {n + 12} people." for n in range(ROUNDS)]
        lines = [
            f'https://{name}.example/{number},"{" ".join(sentences)}"' for number in range(articles)
        ]
        path.write_text("\n".join(["url,text", *lines]) + "\n")
        return path

    def bring(path: Path) -> Any:
        return import_paths([path], Batch.objects.create(name=path.name))

    bring(file("first", 1))
    claims = list(Claim.objects.order_by("pk"))
    agreed = {"different_figures_agreed": True}

    def merge_all() -> None:
        for gone, stays in zip(claims[1:], claims, strict=False):
            merge(gone, checker, Claim.objects.get(pk=stays.survivor.pk).survivor, **agreed)

    answers = at_once(partial(bring, file("later", 8)), merge_all)
    assert not isinstance(answers[1], Exception)
    assert not Mention.objects.exclude(claim__merged_into=None).exists()
    assert Claim.objects.exclude(state="merged").count() == 1
    assert Claim.objects.get(merged_into=None).mentions_count == 9 * ROUNDS
    assert miscounts() == []
