"""How often the machine was right: by kind and rule, from what people said."""

from __future__ import annotations

from typing import Any

import pytest

from claims import mending
from claims.mending import Correction, Precision
from claims.models import Claim, Mention, User
from tests.making import make_article, make_claim

pytestmark = pytest.mark.django_db


def said(number: int, rule: str, **fields: Any) -> Claim:
    words = f"Well {number} gave 40 million litres"
    claim = make_claim(make_article(words), words, **fields)
    claim.mentions.update(proposed={"rule": rule})
    return claim


def test_right_is_confirmed_unchanged_and_wrong_what_people_put_right(
    checker: User, django_assert_num_queries: Any
) -> None:
    right, untouched, dismissed, twice, rejected, corrected, unnamed = (
        said(number, rule) for number, rule in enumerate(("a", "a", "a", "a", "b", "b", "b"))
    )
    plain = said(9, "b", figure="")
    Claim.objects.filter(pk=plain.pk).update(is_absolute=True)
    for claim in (right, corrected, plain):
        claim.mentions.get().confirm(checker)
    dismissed.dismiss(checker, "wrong_speaker")
    twice.dismiss(checker, "duplicate")
    mending.reject(rejected.mentions.get(), checker)
    figure = corrected.mentions.get().quantities.get()
    mending.correct_figure(figure, checker, Correction("41 million", unit="litre"))
    unnamed.mentions.update(proposed={})
    mending.mark(make_article("Nine: 9 litres."), checker, 0, 15, [])  # the machine's it is not
    assert untouched.state == "new"

    with django_assert_num_queries(1):
        by_rule = mending.precision("rule")
    assert by_rule == [Precision("", 0, 0), Precision("a", 1, 1), Precision("b", 1, 2)]
    assert [found.share for found in by_rule] == [None, 1 / 2, 1 / 3]
    assert mending.precision("kind") == [
        Precision("absolute", 1, 0),
        Precision("attributed", 2, 3),
        Precision("numeric", 1, 3),
    ]
    of_one = Mention.objects.filter(claim=right)
    assert mending.precision("rule", of_one) == [Precision("a", 1, 0)]
