"""The `check_arithmetic` command, as users call it."""

from __future__ import annotations

import io
import json
import sys

import pytest
from django.core.management import call_command


@pytest.fixture
def run(monkeypatch, capsys):
    """The status and the records that the command answers to lines."""

    def call(*lines: str) -> tuple[int, list[dict]]:
        stdin = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
        monkeypatch.setattr(sys, "stdin", stdin)
        status = 0
        try:
            call_command("check_arithmetic", "-")
        except SystemExit as error:
            status = int(error.code or 0)
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def test_it_answers_each_text_with_what_does_not_add_up(run) -> None:
    wrong = "🙂 The flood killed 112 people: 84 men and 31 women."
    right = "The flood killed 112 people: 84 men and 28 women."
    status, answers = run(*(json.dumps({"id": text[:1], "text": text}) for text in (wrong, right)))
    assert status == 0
    assert answers == [
        {
            "id": "🙂",
            "findings": [
                {"kind": "sum", "stated": "112", "computed": "115", "start": 19, "end": 44}
            ],
        },
        {"id": "T", "findings": []},
    ]


def test_a_bad_line_is_answered_in_its_place_and_the_rest_goes_on(run) -> None:
    status, answers = run('{"id": 1}', '{"id": 2, "text": ""}', "[")
    assert status == 1
    assert answers == [
        {"id": "1", "error": 'line 1: there is no "text"'},
        {"id": "2", "findings": []},
        {"id": None, "error": answers[2]["error"]},
    ]
