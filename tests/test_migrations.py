"""A database that was there from the first schema on migrates to the newest with all its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from claims.figures import UNBOUNDED
from claims.queue import search

Landing = list[tuple[str, str]]

# The first data model, before there were verdicts: everything after 0004 is taken back.
EARLIEST = [("claims", "0004_search")]
# What the first landing brought; these migrations are never edited again.
FIRST = [("claims", "0008_commented"), ("verification", "0003_guards")]
# The last schema that kept reasons as sentences.
SENTENCES = [("claims", "0010_one_speaker"), ("verification", "0004_contacts_and_guards")]


@pytest.fixture
def migrated_to(transactional_db: None) -> Iterator[Callable[[Landing], Any]]:
    """Brings the database to the schema of a landing, and gives the models of that."""

    def migrate(landing: Landing) -> Any:
        executor = MigrationExecutor(connection)
        executor.migrate(landing)
        return executor.loader.project_state(landing).apps

    yield migrate
    call_command("migrate", verbosity=0)


def fill(apps: Any) -> None:
    """A row of every kind that somebody would miss."""
    model = apps.get_model
    user = model("claims", "User").objects.create(username="somebody")
    batch = model("claims", "Batch").objects.create(name="b", created_by=user)
    outlet = model("claims", "Outlet").objects.create(name="Vale Herald")
    run = model("claims", "ExtractionRun").objects.create(rules="1", model="m", model_version="1")
    article = model("claims", "Article").objects.create(
        identity="a", batch=batch, outlet=outlet, text="12 people died.", sha256="a" * 64
    )
    found = {
        "article": article,
        "run": run,
        "start": 0,
        "end": 2,
        "proposed_start": 0,
        "proposed_end": 2,
    }
    model("claims", "Quantity").objects.create(
        kind="count", low=12, high=12, least=11.5, most=12.5, **found
    )
    for place, bound in ((3, {"low": 12, "least": 11.5}), (4, {"high": 12, "most": 12.5})):
        ends = {"low": None, "high": None, "least": -(10**25), "most": 10**25} | bound
        span = {"start": place, "end": 9, "proposed_start": place, "proposed_end": 9}
        model("claims", "Quantity").objects.create(kind="count", **ends, **found | span)
    claim = model("claims", "Claim").objects.create(
        wording="12 people died of COVID-19",
        is_numeric=True,
        fingerprint="f",
        priority_parts=[[30, "states a figure: 12 people"], [8, "2 outlets"], [6, "of old rules"]],
    )
    reasons = [
        {"reason": "states a figure: 12 people", "weight": 0.3},
        {"reason": "says when: 4–5 Sep 2025", "weight": 0.05},
        {"reason": "something that has happened", "weight": 0.06},
    ]
    model("claims", "Mention").objects.create(
        claim=claim, original_claim=claim, reasons=reasons, proposed={"reasons": reasons}, **found
    )
    wyle = model("claims", "Speaker").objects.create(name="Ada Wyle", kind="person")
    model("claims", "SpeakerAlias").objects.create(speaker=wyle, name="Mayor Wyle")
    event = model("claims", "Event").objects.create(kind="picked", actor=user)
    model("claims", "EventMember").objects.create(
        event=event, claim=claim, before="new", after="queued"
    )


def name_once_more(apps: Any) -> None:
    """Another name of the speaker, as it is stored since names are speakers merged into one."""
    speakers = apps.get_model("claims", "Speaker").objects
    speakers.create(name="Burgomaster Wyle", merged_into=speakers.get(name="Ada Wyle"))


def fill_verdicts(apps: Any) -> None:
    """A submitted version of a verdict, and its sign-off."""
    model = apps.get_model
    claim, user = model("claims", "Claim").objects.get(), model("claims", "User").objects.get()
    verdict = model("verification", "Verdict").objects.create(claim=claim)
    version = model("verification", "VerdictVersion").objects.create(
        verdict=verdict,
        number=1,
        created_by=user,
        state="submitted",
        frozen={"claim": {"wording": "12 people died"}},
        content_hash="c" * 64,
        headline="Yes",
    )
    model("verification", "SignOff").objects.create(
        version=version, by=user, decision="signed", content_hash="c" * 64, own=True
    )


COUNTED = [
    ("claims", "Article"),
    ("claims", "Quantity"),
    ("claims", "Mention"),
    ("claims", "Claim"),
    ("claims", "Event"),
    ("claims", "EventMember"),
    ("verification", "VerdictVersion"),
    ("verification", "SignOff"),
]


def counts(apps: Any) -> dict[str, int]:
    return {name: apps.get_model(label, name).objects.count() for label, name in COUNTED}


def test_nothing_is_lost_on_the_way_to_the_newest_schema(
    migrated_to: Callable[[Landing], Any],
) -> None:
    """From landing to landing, with what each was the first to hold."""
    fill(migrated_to(EARLIEST))
    fill_verdicts(migrated_to(FIRST))
    old = migrated_to(SENTENCES)
    name_once_more(old)
    before = counts(old)
    call_command("migrate", verbosity=0)
    from django.apps import apps

    assert counts(apps) == before == {name: 1 for _label, name in COUNTED} | {"Quantity": 3}
    version = apps.get_model("verification", "VerdictVersion").objects.get()
    assert (version.headline, version.content_hash) == ("Yes", "c" * 64)
    assert version.frozen == {"claim": {"wording": "12 people died"}}
    assert apps.get_model("claims", "Article").objects.get().text == "12 people died."
    for query in ("people", "COVID-19"):
        assert search(apps.get_model("claims", "Claim").objects.all(), query).count() == 1
    wyle = apps.get_model("claims", "Speaker").objects.get(name="Ada Wyle")
    assert wyle.alike == "wyle"
    assert {alias.name for alias in wyle.aliases.all()} == {"Mayor Wyle", "Burgomaster Wyle"}
    figures = apps.get_model("claims", "Quantity").objects.order_by("start")
    assert [(figure.least, figure.most) for figure in figures] == [
        (Decimal("11.5"), Decimal("12.5")),
        (Decimal(12), UNBOUNDED),  # what bounds is no longer rounded
        (-UNBOUNDED, Decimal(12)),
    ]
    assert_reasons_became_codes(apps)


def assert_reasons_became_codes(apps: Any) -> None:
    """With what they say as values; they were sentences."""
    mention = apps.get_model("claims", "Mention").objects.get()
    assert mention.reasons == [
        {"reason": "figure", "value": "12 people", "weight": 0.3},
        {"reason": "period", "value": "2025-09-04/2025-09-05", "weight": 0.05},
        {"reason": "happened", "value": None, "weight": 0.06},
    ]
    assert mention.proposed == {"reasons": mention.reasons}
    assert apps.get_model("claims", "Claim").objects.get().priority_parts == [
        {"reason": "figure", "value": "12 people", "points": 30},
        {"reason": "outlets", "value": "2", "points": 8},
        {"reason": "of old rules", "value": None, "points": 6},
    ]


@pytest.mark.parametrize(
    ("label", "interval"),
    [
        ("5 Sep 2025", "2025-09-05/2025-09-05"),
        ("4–5 Sep 2025", "2025-09-04/2025-09-05"),
        ("31 Aug – 2 Sep 2025", "2025-08-31/2025-09-02"),
        ("31 Dec 2024 – 2 Jan 2025", "2024-12-31/2025-01-02"),
        ("Aug 2025", "2025-08-01/2025-08-31"),
        ("Feb 2024", "2024-02-01/2024-02-29"),
        ("Jul–Sep 2025", "2025-07-01/2025-09-30"),
        ("Dec 2024 – Jan 2025", "2024-12-01/2025-01-31"),
        ("2025", "2025-01-01/2025-12-31"),
        ("1990–1999", "1990-01-01/1999-12-31"),
        ("31 Feb 2025", "31 Feb 2025"),
        ("some day", "some day"),
    ],
)
def test_a_period_that_was_labelled_becomes_an_interval(label: str, interval: str) -> None:
    assert import_module("claims.migrations.0011_reason_codes").interval(label) == interval
