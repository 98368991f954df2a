"""The export of corrections: what the machine proposed, beside what people say stands."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims import mending
from claims.mending import Correction
from claims.models import Mention, User
from tests.making import make_article, make_claim, make_date, make_many

pytestmark = pytest.mark.django_db


def exported(*options: str) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("export_corrections", *options, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_correction_that_stands_is_one_line(checker: User, checker2: User) -> None:
    article = make_article("The Harl dam holds 40 million litres. Vell has 300 sheep since Friday.")
    claim = make_claim(article)
    mention, figure = claim.mentions.get(), claim.mentions.get().quantities.get()
    Mention.objects.filter(pk=mention.pk).update(proposed={"text": mention.text, "rule": "said"})
    day = make_date(article, "Friday", date(2025, 9, 5))
    other = make_claim(make_article("Nothing. The Harl dam holds 40 million litres"))
    assert exported() == []

    mending.correct_figure(figure, checker, Correction("41 million", "about", "litre"))
    mending.move_span(mention, checker, mention.start + 4, mention.end)
    mending.correct_date(day, checker2, date(2025, 8, 29), date(2025, 8, 29))
    marked, _mended = mending.mark(article, checker2, 38, 54)
    mending.reject(other.mentions.get(), checker2)
    undone = mending.correct_attitude(mention.attributions.get(), checker, "denies").event
    assert undone
    mending.undo(undone, checker)

    found = {(line["what"], line["by"], line["proposed"] is None): line for line in exported()}
    assert sorted(found) == [
        ("claim", "checker", False),
        ("claim", "checker2", False),
        ("claim", "checker2", True),
        ("date", "checker2", False),
        ("figure", "checker", False),
        ("figure", "checker2", True),
    ]
    moved = found["claim", "checker", False]
    assert list(moved) == (
        ["article", "start", "end", "what", "rule", "proposed", "corrected", "by", "at"]
    )
    assert (moved["article"], moved["start"], moved["end"]) == (article.pk, 0, 36)
    assert moved["rule"] == "said"
    assert moved["corrected"]["start"] == 4
    assert moved["corrected"]["text"] == "Harl dam holds 40 million litres"
    assert found["claim", "checker2", False]["corrected"] is None
    missed = found["claim", "checker2", True]
    assert (missed["corrected"]["text"], missed["start"]) == (marked.text, marked.start)
    amount = found["figure", "checker", False]["corrected"]
    assert (amount["low"], amount["modifier"], amount["unit"]) == ("41000000", "about", "litre")
    assert found["date", "checker2", False]["corrected"]["from"] == "2025-08-29"

    tomorrow = timezone.localdate() + timedelta(days=1)
    assert exported("--since", str(tomorrow)) == []
    assert len(exported("--since", str(timezone.localdate()))) == 6
    with pytest.raises(CommandError, match="--since"):
        call_command("export_corrections", "--since", "yesterday")


def test_however_many_there_are_they_are_read_in_pieces(
    checker: User, django_assert_num_queries: Any
) -> None:
    for claim in make_many(6):
        mending.reject(claim.mentions.get(), checker)
    with django_assert_num_queries(4):  # one a kind
        assert len(list(mending.corrections())) == 6
