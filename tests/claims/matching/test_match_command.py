"""The `match` and `cluster` commands: JSON Lines in and out, and what goes wrong with them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.matching.retrieval import Archive, Match

ARCHIVE = [
    {"id": "toll", "text": "The flood in Oberau killed 43 people.", "date": "2025-06-01"},
    {"id": "emus", "text": "Farmers in Dunmore keep emus.", "title": "Emus guard sheep"},
    {"id": 3, "text": "Bread in Velm costs 90 cents by law."},
]
Outcome = tuple[int, list[dict[str, Any]], str]


def lines(*records: object) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in records)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    def call(*arguments: str, stdin: str) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        status = 0
        try:
            call_command(*arguments, "-")
        except SystemExit as ended:
            status = int(ended.code or 0)
        captured = capsys.readouterr()
        return status, [json.loads(line) for line in captured.out.splitlines()], captured.err

    return call


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl"
    path.write_text(lines(*ARCHIVE))
    return path


def test_it_answers_each_query_in_order(run: Callable[..., Outcome], archive: Path) -> None:
    queries = lines(
        {"id": "a", "text": "Emus guard the sheep of Dunmore's farmers"},
        {"id": "b", "text": "51 people died in the flood of Oberau", "date": "2025-06-02"},
        {"id": "a", "text": ""},
        {"id": 7, "text": "In Velm, bread costs 90 cents by law"},
    )
    status, answers, err = run("match", "--archive", str(archive), stdin=queries)
    assert (status, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["a", "b", "a", "7"]
    assert [answer["matches"][:1] and answer["matches"][0]["id"] for answer in answers] == [
        "emus",
        "toll",
        [],
        "3",
    ]
    assert answers[1]["matches"][0]["relation"] == "different_figure"
    assert answers[3]["matches"][0]["relation"] == "same"
    assert set(answers[0]["matches"][0]) == {"id", "score", "relation"}


def test_a_bad_query_is_named_in_its_place(run: Callable[..., Outcome], archive: Path) -> None:
    queries = 'nothing\n{"id": "x"}\n' + lines({"id": "y", "text": "emus"})
    status, answers, _err = run("match", "--archive", str(archive), stdin=queries)
    assert status == 1
    assert [answer.get("error", "") for answer in answers] == [
        "line 1: not JSON: Expecting value (character 1)",
        'line 2: there is no "text"',
        "",
    ]
    assert answers[2]["matches"][0]["id"] == "emus"


def test_a_query_that_fails_is_told_in_its_place_and_the_rest_goes_on(
    run: Callable[..., Outcome], archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Archive.matches

    def matches(self: Archive, text: str, *rest: Any) -> list[Match]:
        if text == "trap":
            raise ValueError("caught")
        return whole(self, text, *rest)

    monkeypatch.setattr(Archive, "matches", matches)
    queries = lines({"id": "x", "text": "trap"}, {"id": "y", "text": "Emus guard sheep"})
    status, answers, _err = run("match", "--archive", str(archive), stdin=queries)
    assert status == 1
    assert answers[0] == {"id": "x", "error": "it failed: ValueError('caught')"}
    assert answers[1]["matches"][0]["id"] == "emus"


def test_a_bad_line_of_the_archive_is_told_and_the_rest_goes_on(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    path = tmp_path / "archive.jsonl"
    good = lines(*ARCHIVE).encode()
    path.write_bytes(good + b'{"id": "x"}\n\xff\n' + lines({"id": "emus", "text": "z"}).encode())
    status, answers, err = run(
        "match", "--archive", str(path), stdin=lines({"id": 1, "text": "Emus guard sheep"})
    )
    assert status == 1
    assert answers[0]["matches"][0]["id"] == "emus"
    assert [line.removeprefix(f"{path}: ") for line in err.splitlines()] == [
        'line 4: there is no "text"',
        "line 5: not UTF-8 (byte 1)",
        "line 6: another line has this id",
    ]


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_an_archive_that_cannot_be_read_is_one_clear_error(
    run: Callable[..., Outcome], tmp_path: Path, name: str
) -> None:
    with pytest.raises(CommandError, match=r"(No such file|Is a directory)"):
        run("match", "--archive", str(tmp_path / name), stdin="")


@pytest.mark.parametrize("top", ["0", "-3"])
def test_at_least_one_match_is_asked_for(
    run: Callable[..., Outcome], archive: Path, top: str
) -> None:
    with pytest.raises(CommandError, match="--top: at least 1"):
        run("match", "--archive", str(archive), f"--top={top}", stdin="")


def test_cluster_names_a_cluster_after_its_first_text(run: Callable[..., Outcome]) -> None:
    texts = lines(
        {"id": "a", "text": "The flood in Oberau killed 12 people."},
        {"id": "b", "text": "Emus guard the sheep of Dunmore."},
        {"id": "c", "text": "The flood in Oberau killed 43 people."},
        {"id": "b", "text": "Bread costs 90 cents in Velm by law."},
    )
    status, answers, _err = run("cluster", stdin=texts + "x\n")
    assert status == 1
    assert [answer.get("cluster") for answer in answers] == ["a", "b", "a", "b, 4", None]
    assert [answer["id"] for answer in answers] == ["a", "b", "c", "b", None]


def test_cluster_of_nothing_is_nothing(run: Callable[..., Outcome]) -> None:
    assert run("cluster", stdin="") == (0, [], "")
