"""The `extract` command, as users and benchmarks call it: a process with nothing around it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from django.core.management import CommandError, call_command

import claims.extraction
from claims.extraction import pipeline

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((Path(claims.extraction.__file__).parent / "extract.schema.json").read_text())
TEXT = 'Prices fell, Ada Reed said on Monday. "It helped," she added.'


class Outcome:
    """What a call of the command gave."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def records(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(monkeypatch, capsys):
    """Call the command in this process: no database, standard input given as bytes or text."""

    def call(*arguments: str, stdin: str | bytes = b"") -> Outcome:
        data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = 0
        try:
            call_command("extract", *arguments)
        except SystemExit as error:
            status = error.code
        except CommandError as error:
            status = error.returncode
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def process(*arguments: str, stdin: bytes) -> subprocess.CompletedProcess:
    """The command as a process of its own with nothing in its environment but the path."""
    return subprocess.run(
        [sys.executable, "manage.py", "extract", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        check=False,
    )


def test_it_answers_each_line_with_a_valid_record_in_order(run) -> None:
    given = [{"id": str(number), "text": TEXT} for number in range(300)]
    outcome = run("--format", "jsonl", "-", stdin=lines(*given))
    assert outcome.status == 0
    assert [record["id"] for record in outcome.records] == [record["id"] for record in given]
    jsonschema.validate(outcome.records[0], SCHEMA)
    assert outcome.records[0]["claims"]


def test_it_needs_neither_environment_nor_database() -> None:
    found = process("--format", "jsonl", "-", stdin=lines({"id": "ä", "text": "Größe 😀"}).encode())
    assert (found.returncode, found.stderr) == (0, b"")
    record = json.loads(found.stdout)
    assert (record["id"], record["characters"]) == ("ä", 7)


def test_it_streams(tmp_path) -> None:
    """The first answers come while the input is still open."""
    command = [sys.executable, "manage.py", "extract", "--format", "jsonl", "-"]
    with subprocess.Popen(command, cwd=ROOT, stdin=-1, stdout=-1, text=True) as running:
        running.stdin.write(lines(*({"id": n, "text": TEXT} for n in range(257))))
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == "0"
        running.stdin.close()
        assert len(running.stdout.readlines()) == 256
    assert running.returncode == 0


def test_it_ends_quietly_when_the_reader_goes() -> None:
    stdin = lines(*({"id": n, "text": "Prices fell."} for n in range(4_000)))
    command = f"{sys.executable} manage.py extract --format jsonl - | head -n 1"
    found = subprocess.run(
        command, shell=True, cwd=ROOT, input=stdin, capture_output=True, text=True, check=False
    )
    assert json.loads(found.stdout)["id"] == "0"
    assert found.stderr == ""


BAD_LINES = [
    ("{", None, "line 1: not JSON"),
    ("nonsense", None, "line 1: not JSON"),
    ("[1]", None, "line 1: not a JSON object"),
    ('"text"', None, "line 1: not a JSON object"),
    ("[" * 100_000, None, "line 1: not JSON"),
    ('{"text": "a"}', None, 'line 1: there is no "id"'),
    ('{"id": null, "text": "a"}', None, 'line 1: there is no "id"'),
    ('{"id": ["a"], "text": "a"}', None, 'line 1: "id" is neither text nor a number'),
    ('{"id": "a"}', "a", 'line 1: there is no "text"'),
    ('{"id": "a", "text": null}', "a", 'line 1: there is no "text"'),
    ('{"id": "a", "text": 5}', "a", 'line 1: "text" is not a string'),
    ('{"id": "a", "text": ["b"]}', "a", 'line 1: "text" is not a string'),
    ('{"id": "a", "text": "b", "title": 5}', "a", 'line 1: "title" is not a string'),
    ('{"id": "a", "text": "b", "published": 5}', "a", 'line 1: "published" is not a string'),
    ('{"id": "a", "text": "b", "published": "soon"}', "a", 'line 1: "published"'),
    ('{"id": "a", "text": "b", "published": "2025-02-30"}', "a", 'line 1: "published"'),
    (b'{"id": "a", "text": "\xff"}', None, "line 1: not UTF-8"),
]


@pytest.mark.parametrize(("line", "identity", "error"), BAD_LINES)
def test_a_bad_line_is_answered_with_what_is_wrong_and_the_rest_goes_on(
    run, line: str | bytes, identity: str | None, error: str
) -> None:
    data = line if isinstance(line, bytes) else line.encode()
    outcome = run(
        "--format", "jsonl", "-", stdin=data + b"\n" + lines({"id": "z", "text": TEXT}).encode()
    )
    assert outcome.status == 1
    problem, record = outcome.records
    assert problem.keys() == {"id", "error"}
    assert problem["id"] == identity
    assert problem["error"].startswith(error)
    assert record["claims"]


def test_problems_stand_in_their_place(run) -> None:
    good = {"id": "good", "text": TEXT}
    given = ["x", good, "x", "x", *[good] * 100, "x"]
    stdin = "".join(line + "\n" if line == "x" else lines(line) for line in given)
    outcome = run("--format", "jsonl", "-", stdin=stdin)
    assert ["error" in record for record in outcome.records] == [line == "x" for line in given]


@pytest.mark.parametrize(
    ("given", "expected"),
    [("a", "a"), ("", ""), (5, "5"), (2.5, "2.5"), (True, "true"), ("😀", "😀")],
)
def test_an_id_is_any_scalar_and_comes_back_as_text(run, given: object, expected: str) -> None:
    outcome = run("--format", "jsonl", "-", stdin=lines({"id": given, "text": ""}))
    assert (outcome.status, outcome.records[0]["id"]) == (0, expected)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-09-05", "2025-09-05"),
        ("2025-09-05T23:30:00-07:00", "2025-09-05"),
        ("2025-09-05T00:30:00+02:00", "2025-09-05"),
        ("2025-09-05 10:30", "2025-09-05"),
        ("2025-09-05T10:30:00Z", "2025-09-05"),
        ("", None),
        (None, None),
    ],
)
def test_published_is_a_date_or_a_date_time_as_written(run, published, day) -> None:
    outcome = run(
        "--format", "jsonl", "-", stdin=lines({"id": 1, "text": "", "published": published})
    )
    assert (outcome.status, outcome.records[0]["published"]) == (0, day)


def test_published_of_the_command_holds_where_a_record_has_none(run) -> None:
    given = [{"id": 1, "text": ""}, {"id": 2, "text": "", "published": "2024-01-01"}]
    outcome = run("--format", "jsonl", "--published", "2025-09-05", "-", stdin=lines(*given))
    assert [record["published"] for record in outcome.records] == ["2025-09-05", "2024-01-01"]


@pytest.mark.parametrize(
    "text", ["a\r\nb", "\x00", "\ud800", "\ufeffa", "a\u2028b\u0085c", " a ", "e\u0301"]
)
def test_the_text_is_taken_as_given(run, text: str) -> None:
    outcome = run("--format", "jsonl", "-", stdin=lines({"id": 1, "text": text + "\n" + TEXT}))
    assert outcome.status == 0
    (record,) = outcome.records
    assert record["characters"] == len(text) + 1 + len(TEXT)
    (claim, *_) = record["claims"]
    assert (text + "\n" + TEXT)[claim["start"] : claim["end"]] == claim["text"]


def test_unknown_fields_and_blank_lines_are_passed_over(run) -> None:
    stdin = "\n" + lines({"id": 1, "text": "", "gold": [{}]}) + "  \n\n"
    outcome = run("--format", "jsonl", "-", stdin=stdin)
    assert (outcome.status, len(outcome.records)) == (0, 1)


def test_a_byte_order_mark_is_no_part_of_the_first_line(run) -> None:
    outcome = run(
        "--format", "jsonl", "-", stdin=b"\xef\xbb\xbf" + lines({"id": 1, "text": ""}).encode()
    )
    assert outcome.status == 0


def test_an_empty_input_has_an_empty_answer(run) -> None:
    outcome = run("--format", "jsonl", "-", stdin="")
    assert (outcome.status, outcome.out) == (0, "")


def test_a_record_that_makes_the_extraction_fail_costs_that_record_only(run, monkeypatch) -> None:
    def find(article, *_):
        if "broken" in article.text:
            raise ZeroDivisionError("a bug")
        return []

    monkeypatch.setattr(pipeline, "find_claims", find)
    given = [{"id": n, "text": "broken" if n in {0, 3, 4, 99} else "fine"} for n in range(100)]
    outcome = run("--format", "jsonl", "-", stdin=lines(*given))
    assert outcome.status == 1
    assert [record["id"] for record in outcome.records] == [str(n) for n in range(100)]
    assert {record["id"] for record in outcome.records if "error" in record} == {
        "0",
        "3",
        "4",
        "99",
    }
    assert "ZeroDivisionError" in outcome.records[0]["error"]


# --- files ------------------------------------------------------------------


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_prints_the_claims_of_a_file_for_a_person(run, story: Path) -> None:
    outcome = run(str(story), "--published", "2025-09-05")
    assert outcome.status == 0
    assert outcome.out.startswith("story.txt, 2025-09-05: ")
    assert "Prices fell" in outcome.out
    assert "attributed" in outcome.out
    assert "Ada Reed" in outcome.out


def test_it_reads_web_pages_with_their_own_date(run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><meta property='article:published_time' content='2025-08-01T10:00:00Z'></head>"
        f"<body><article><p>{TEXT}</p></article></body></html>",
        encoding="utf-8",
    )
    outcome = run(str(page), "--published", "2025-09-05")
    assert outcome.out.startswith("page.html, 2025-08-01: ")
    assert "Ada Reed" in outcome.out


def test_it_reads_text_from_standard_input(run) -> None:
    outcome = run("-", stdin=TEXT)
    assert outcome.status == 0
    assert "Ada Reed" in outcome.out


def test_files_as_json_lines_have_their_names_for_ids(run, story: Path) -> None:
    outcome = run("--format", "jsonl", str(story))
    assert [record["id"] for record in outcome.records] == ["story.txt"]


def test_a_file_of_json_lines_is_read_as_records(run, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(lines({"id": "a", "text": TEXT}, {"id": "b"}), encoding="utf-8")
    outcome = run("--format", "jsonl", str(path))
    assert outcome.status == 1
    assert [record["id"] for record in outcome.records] == ["a", "b"]
    assert "Ada Reed" in run(str(path)).out


def test_a_missing_file_costs_itself_only(run, story: Path) -> None:
    outcome = run("nowhere.txt", str(story))
    assert outcome.status == 1
    assert "nowhere.txt" in outcome.err
    assert "Ada Reed" in outcome.out


@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere.jsonl", "nowhere.html"])
def test_it_exits_with_2_when_nothing_could_be_read(run, name: str) -> None:
    outcome = run(name)
    assert outcome.status == 2
    assert "nowhere" in outcome.err


def test_a_bad_date_is_refused(run, story: Path) -> None:
    with pytest.raises(CommandError, match="not a date such as 2025-09-05: 'soon'"):
        call_command("extract", str(story), "--published", "soon")
