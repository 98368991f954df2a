"""`import_articles` as its users run it: exit status and the last line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
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
