"""Two people, or people and imports, at the same moment: no wrong count, no deadlock.

Real processes; see :mod:`tests.at_once`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from claims import mending, roles
from claims.intake.importing import Counts, import_paths
from claims.mending import Correction
from claims.models import Article, Batch, Claim, Event, Quantity, Stale, User
from tests.at_once import at_once, in_rounds
from tests.counting import miscounts
from tests.making import make_article, make_claim, states

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 12


def test_two_who_set_aside_two_claims_of_an_article_leave_its_count_right(
    checker: User, checker2: User
) -> None:
    pairs = []
    for _round in range(ROUNDS):
        article = make_article()
        pairs.append([make_claim(article, wording) for wording in ("The Harl dam", "40 million")])
    in_rounds(
        [
            [partial(pair[place].set_aside, by) for pair in pairs]
            for place, by in enumerate((checker, checker2))
        ]
    )
    assert {state for pair in pairs for state in states(pair)} == {"set_aside"}
    assert miscounts() == []


def _triage(user: User, articles: list[Article], posts: int, seed: int) -> list[int]:
    """The statuses of somebody's posts: now one claim, now all of an article, now undone."""
    client, chance = Client(raise_request_exception=False), random.Random(seed)
    client.force_login(user)
    claims = list(Claim.objects.values_list("pk", flat=True))
    statuses = []
    for _post in range(posts):
        claim = chance.choice(claims)
        path = chance.choice(
            [
                f"/articles/{chance.choice(articles).pk}/set-rest-aside/",
                f"/claims/{claim}/pick/",
                f"/claims/{claim}/set-aside/",
                "/undo/",
                "/undo/",
            ]
        )
        statuses.append(client.post(path).status_code)
    return statuses


# --- imports ----------------------------------------------------------------


def _import(path: Path, name: str) -> Counts:
    batch, _made = Batch.objects.get_or_create(name=name)
    return import_paths([path], batch)


def _file(folder: Path, name: str, rows: list[dict[str, Any]]) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def _rows(name: str, number: int, seed: int = 0) -> list[dict[str, Any]]:
    """Articles of one outlet that all say some of the same sentences, in any order."""
    chance = random.Random(seed)
    sentences = [f"The flood in Osk{n} killed {n + 12} people, Ida Holm said." for n in range(8)]
    return [
        {
            "url": f"https://{name}.example/{n}",
            "outlet": name,
            "published": "2025-09-05",
            "text": " ".join(chance.sample(sentences, 4)),
        }
        for n in range(number)
    ]


def test_three_triage_shared_claims_while_an_import_brings_more_mentions_of_them(
    tmp_path: Path, person: Callable[..., User]
) -> None:
    _import(_file(tmp_path, "first", _rows("first", 4)), "first")
    articles = list(Article.objects.all())
    people = [person(f"person{number}", roles.FACT_CHECKER) for number in range(3)]
    later = _file(tmp_path, "later", _rows("later", 15, seed=1))
    *posts, counts = at_once(
        *(partial(_triage, user, articles, 30, seed) for seed, user in enumerate(people)),
        partial(_import, later, "later"),
    )
    assert {status for statuses in posts for status in statuses} == {302}
    assert (counts.created, counts.failed) == (15, 0)
    assert miscounts() == []


def test_two_imports_of_the_same_claims_count_every_mention(tmp_path: Path) -> None:
    paths = [_file(tmp_path, name, _rows(name, 12, len(name))) for name in ("north", "westerly")]
    answers = at_once(*(partial(_import, path, path.name) for path in paths))
    assert [counts.created for counts in answers] == [12, 12]
    assert Event.objects.filter(kind="imported").count() == 2
    assert miscounts() == []


def test_two_imports_of_several_texts_of_a_url_leave_the_history_of_one(tmp_path: Path) -> None:
    rows = [
        {"url": f"https://osk.example/{url}", "text": f"The fire in Osk killed {n} people."}
        for n in range(2, 10)
        for url in range(4)
    ]
    path = _file(tmp_path, "versions", rows)
    answers = at_once(*(partial(_import, path, name) for name in ("one", "other", "third")))
    assert {counts.rows for counts in answers} == {len(rows)}
    histories: dict[str, list[str]] = {}
    for article in Article.objects.order_by("url", "version"):
        histories.setdefault(article.url, []).append(article.text)
    assert len(histories) == 4
    for texts in histories.values():
        assert texts == [f"The fire in Osk killed {n} people." for n in range(2, 10)]


def _correct(figure: Quantity, by: User, amount: str) -> str:
    """Says whether it was done, or that somebody else was faster; decided on the first page."""
    try:
        mending.correct_figure(figure, by, Correction(amount, unit="litre"), seen=0)
    except Stale:
        return "stale"
    return amount


def test_of_two_who_correct_one_figure_one_wins_and_the_other_is_told(
    checker: User, checker2: User
) -> None:
    figures = [make_claim(make_article()).mentions.get().quantities.get() for _ in range(ROUNDS)]
    answers = in_rounds(
        [
            [partial(_correct, figure, by, amount) for figure in figures]
            for by, amount in ((checker, "41 million"), (checker2, "42 million"))
        ]
    )
    for figure, pair in zip(figures, zip(*answers, strict=True), strict=True):
        figure.refresh_from_db()
        assert sorted(pair)[1] == "stale"
        assert f"{figure.low / 1_000_000:.0f} million" == sorted(pair)[0]  # type: ignore[operator]
    assert Event.objects.filter(kind="mended").count() == ROUNDS
    assert miscounts() == []
