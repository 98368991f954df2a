"""`import_articles` as its users run it: exit status, the last line, processes that die."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from claims.models import Article, Batch, Claim

ROW = {"text": "The fire in Osk killed 12 people, the mayor said.", "url": "https://a.example/1"}


@pytest.fixture
def jsonl(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\n")
    return path


@pytest.mark.django_db
def test_the_last_line_gives_the_counts(jsonl: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_articles", jsonl, "--batch", "Morning")
    counts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(counts) == {
        "batch",
        "rows",
        "created",
        "unchanged",
        "new_versions",
        "skipped",
        "failed",
        "mentions",
        "claims_created",
        "seconds",
    }
    assert (counts["batch"], counts["rows"], counts["created"]) == ("Morning", 1, 1)


@pytest.mark.django_db
def test_some_failed_is_exit_1_with_file_row_and_reason(
    jsonl: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jsonl.write_text(jsonl.read_text() + '{"text": 5}\n')
    with pytest.raises(SystemExit) as exit_info:
        call_command("import_articles", jsonl, "--json")
    out, err = capsys.readouterr()
    assert exit_info.value.code == 1
    assert json.loads(out)["failed"] == 1
    assert err.startswith("a.jsonl:2: ")
    assert "text" in err


@pytest.mark.django_db
@pytest.mark.parametrize("content", ["", "not json\n"])
def test_nothing_readable_is_exit_2(jsonl: Path, content: str) -> None:
    jsonl.write_text(content)
    with pytest.raises(CommandError) as error:
        call_command("import_articles", jsonl)
    assert error.value.returncode == 2


@pytest.mark.django_db
def test_a_missing_path_is_exit_2_and_makes_nothing(jsonl: Path) -> None:
    with pytest.raises(CommandError, match="nowhere") as error:
        call_command("import_articles", jsonl, "nowhere")
    assert error.value.returncode == 2
    assert not Batch.objects.exists()


@pytest.mark.django_db
def test_options_fill_in_what_articles_lack(jsonl: Path) -> None:
    call_command("import_articles", jsonl, "--outlet", "Osk News", "--published", "2025-09-05")
    article = Article.objects.get()
    assert (article.outlet.name, str(article.published_on)) == ("Osk News", "2025-09-05")


@pytest.mark.django_db
def test_a_bad_published_is_refused_before_anything_is_read(jsonl: Path) -> None:
    with pytest.raises(CommandError, match="--published") as error:
        call_command("import_articles", jsonl, "--published", "04/05/2025")
    assert error.value.returncode == 2
    assert not Batch.objects.exists()


@pytest.mark.django_db
def test_no_queue_keeps_an_archive_out_of_the_worklist(jsonl: Path) -> None:
    call_command("import_articles", jsonl, "--no-queue")
    assert {claim.state for claim in Claim.objects.all()} == {"set_aside"}


# --- processes that die and processes that race, on databases of their own ------------


def manage(database: Path, *arguments: str, wait: bool = True) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}", "DEBUG": "1", "SECRET_KEY": "k"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if wait:
        _out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    return process


def contents(database: Path) -> dict[str, Any]:
    """What a checker would count and compare, without keys and clocks."""
    queries = {
        "articles": "SELECT identity, version, sha256, open_claims, top_priority "
        "FROM claims_article ORDER BY 1, 2",
        "claims": "SELECT fingerprint, wording, state, priority, mentions_count "
        "FROM claims_claim ORDER BY 1",
        "mentions": "SELECT a.identity, m.start, m.end, c.fingerprint FROM claims_mention m "
        "JOIN claims_article a ON a.id = m.article_id JOIN claims_claim c ON c.id = m.claim_id "
        "ORDER BY 1, 2, 3",
        "rows": "SELECT file, row, outcome, problem FROM claims_batchrow ORDER BY 1, 2",
        "events": "SELECT kind, payload FROM claims_event ORDER BY 1, 2",
        "counts": "SELECT (SELECT count(*) FROM claims_quantity), "
        "(SELECT count(*) FROM claims_attribution), (SELECT count(*) FROM claims_speaker), "
        "(SELECT count(*) FROM claims_queueentry), (SELECT count(*) FROM claims_outlet)",
    }
    with sqlite3.connect(database) as connection:
        return {name: connection.execute(query).fetchall() for name, query in queries.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("databases")


@pytest.fixture(scope="module")
def batch(folder: Path) -> Path:
    """Enough rows for a process to be killed among."""
    path = folder / "batch.jsonl"
    rows = [
        {
            "url": f"https://osk.example/{n}",
            "outlet": f"Outlet {n % 3}",
            "published": f"2025-09-{n % 9 + 1:02}",
            "text": f"The fire in Osk killed {n % 11 + 2} people on Monday, Mayor Ida Holm said. "
            f"It burned {n} hectares.\n\n“We lost {n % 7 + 3} houses,” she added.",
        }
        for n in range(60)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def clean(folder: Path, batch: Path) -> dict[str, Any]:
    """What one undisturbed run leaves behind; ``empty.sqlite3`` is the state before."""
    manage(folder / "empty.sqlite3", "migrate", "-v0")
    database = copy(folder, "clean")
    manage(database, "import_articles", str(batch), "--json")
    return contents(database)


def copy(folder: Path, name: str) -> Path:
    with (
        sqlite3.connect(folder / "empty.sqlite3") as source,
        sqlite3.connect(folder / f"{name}.sqlite3") as target,
    ):
        source.backup(target)
    return folder / f"{name}.sqlite3"


def test_killed_half_way_and_run_again_it_gives_the_rows_of_a_clean_run(
    folder: Path, batch: Path, clean: dict[str, Any]
) -> None:
    database = copy(folder, "killed")
    for some in ("claims_article", "claims_mention"):
        process = manage(database, "import_articles", str(batch), "--json", wait=False)
        kill_when_there_are(20, some, database, process)
    assert contents(database) != clean
    manage(database, "import_articles", str(batch), "--json")
    assert contents(database) == clean


def kill_when_there_are(
    number: int, table: str, database: Path, process: subprocess.Popen[str]
) -> None:
    with sqlite3.connect(database, timeout=20) as connection:
        for _tick in range(6000):
            (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            if found >= number or process.poll() is not None:
                break
            time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL, "it ended before it could be killed"


def test_two_processes_at_once_give_the_rows_of_one(
    folder: Path, batch: Path, clean: dict[str, Any]
) -> None:
    database = copy(folder, "raced")
    both = [manage(database, "import_articles", str(batch), "--json", wait=False) for _ in range(2)]
    for process in both:
        _out, err = process.communicate(timeout=240)
        assert process.returncode == 0, err
    raced = contents(database)
    assert raced.pop("events")
    assert raced == {name: rows for name, rows in clean.items() if name != "events"}
