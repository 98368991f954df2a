"""The demo: users of every role, the seeds' claims in a table, and nothing new the second time."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.crypto import salted_hmac

from claims.models import Article, Batch, Claim, Mention, User
from verification.management.commands import demo

pytestmark = pytest.mark.django_db

SEED = """---
title: Drones over the border
outlet: The Northgate Courier
published: 2025-09-05
---
Russia fired 112 drones, of which 84 were shot down, the air force said.
"""


@pytest.fixture
def seeds(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """One article instead of the whole of seeds/, which takes its time."""
    settings.DEBUG = True
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "drones.txt").write_text(SEED)
    monkeypatch.setattr(demo, "SEEDS", folder)
    return folder


def run_demo(**options: Any) -> list[str]:
    out = io.StringIO()
    call_command("demo", stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue().splitlines()


def test_it_makes_a_user_of_each_role_who_can_log_in(seeds: Path, client: Client) -> None:
    lines = [line.split() for line in run_demo()]
    passwords = {line[0]: line[1] for line in lines if line and line[0] in demo.USERS}
    assert list(passwords) == ["checker", "checker2", "editor", "editor2", "admin", "auditor"]
    assert not User.objects.filter(is_superuser=True).exists()
    for name, password in passwords.items():
        form = {"username": name, "password": password}
        assert client.post("/accounts/login/", form).url == "/"
        assert client.get("/queue/").status_code == 200
        assert client.get("/admin/").status_code == 200


def test_it_prints_every_claim_whole_on_a_line(seeds: Path) -> None:
    lines = run_demo()
    claim = Claim.objects.get(is_numeric=True)
    row = next(line for line in lines if claim.wording in line)
    kinds, figures, speaker, wording, outlets = row.split(" | ")
    assert kinds == "numeric, attributed"
    assert figures.startswith("112 · drones")
    assert "84" in figures
    assert (speaker, wording) == (claim.speaker_label, claim.wording)
    assert outlets == "The Northgate Courier"
    assert len([line for line in lines if " | " in line]) == Claim.objects.count()


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_shown_the_first_few_and_how_to_see_all(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "FEW", 1)
    monkeypatch.setenv("COLUMNS", "600")
    (seeds / "homes.txt").write_text("Ada Wyle said that 1,200 homes had lost power.")
    few, every = Screen(), Screen()
    call_command("demo", stdout=few, stderr=io.StringIO())
    call_command("demo", stdout=every, stderr=io.StringIO(), all_claims=True)
    wordings = list(Claim.objects.values_list("wording", flat=True))
    assert len(wordings) > 1
    assert [wording in few.getvalue() for wording in wordings].count(True) == 1
    assert f"… and {len(wordings) - 1} more: CLAIMS=all" in few.getvalue()
    assert all(wording in every.getvalue() for wording in wordings)


def test_running_it_again_changes_nothing_and_prints_the_same(seeds: Path) -> None:
    first = run_demo()
    hashes = list(User.objects.order_by("pk").values_list("password", flat=True))
    before = [model.objects.count() for model in (Article, Batch, Claim, Mention)]
    assert run_demo() == first
    assert [model.objects.count() for model in (Article, Batch, Claim, Mention)] == before
    assert list(User.objects.order_by("pk").values_list("password", flat=True)) == hashes


def test_an_import_that_was_cut_off_is_finished(seeds: Path) -> None:
    Batch.objects.create(name=demo.BATCH, state="stopped")
    run_demo()
    assert Batch.objects.get().state == "done"
    assert Claim.objects.exists()


def test_where_it_is_served_is_said_last_after_who_may_log_in(seeds: Path) -> None:
    *_claims, user, address = run_demo(address="http://127.0.0.1:8000/")
    assert user.startswith("auditor ")
    assert "http://127.0.0.1:8000/" in address


def test_without_serving_the_claims_come_last(seeds: Path) -> None:
    assert " | " in run_demo()[-1]


def test_its_password_can_be_set_and_follows_from_the_secret_key_else(
    seeds: Path, settings: Any
) -> None:
    run_demo()
    derived = salted_hmac("claims.demo", "password").hexdigest()[:12]
    assert User.objects.get(username="editor").check_password(derived)
    settings.DEMO_PASSWORD = "two ducks"
    assert "editor two ducks" in run_demo()
    assert User.objects.get(username="editor").check_password("two ducks")


def test_it_is_not_for_a_site_that_serves_others(seeds: Path, settings: Any) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG=1"):
        run_demo()
    assert not User.objects.exists()


def test_the_site_says_that_it_is_alive_to_whoever_asks(client: Client) -> None:
    response = client.get("/healthz", secure=False)
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_it_says_so_when_the_database_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    from config import health

    class Gone:
        def cursor(self) -> None:
            raise OperationalError("connection refused at 10.0.0.7")

    monkeypatch.setattr(health, "connection", Gone())
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "10.0.0.7" not in response.content.decode()
