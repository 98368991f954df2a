"""`compare`: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command

from claims.management.commands import compare
from claims.matching import stated_in


def run(monkeypatch, capsys, lines):
    sent = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sent.encode())))
    try:
        call_command("compare", "-")
        status = 0
    except SystemExit as ended:
        status = ended.code
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


TOLL = {"a": "The flood killed 12 people.", "b": "The flood killed 43 people."}


def test_it_answers_each_line(monkeypatch, capsys):
    dated = TOLL | {"a_published": "2025-03-03", "b_published": "2025-03-04T08:00:00Z"}
    status, answers = run(monkeypatch, capsys, [{"id": "1", **TOLL}, {"id": 2, **dated}])
    assert status == 0
    assert answers == [{"id": "1", "relation": "contradicts"}, {"id": "2", "relation": "update"}]


@pytest.mark.parametrize(
    "line",
    ["{", {"a": "x", "b": "y"}, {"id": "1", "a": "x"}, {"id": "1", **TOLL, "a_published": "soon"}],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(monkeypatch, capsys, line):
    status, answers = run(monkeypatch, capsys, [line, {"id": "2", **TOLL}])
    assert status == 1
    assert "error" in answers[0]
    assert answers[1] == {"id": "2", "relation": "contradicts"}


def test_a_text_that_fails_is_told_in_its_place_and_the_rest_goes_on(monkeypatch, capsys):
    def caught(text, published):
        if text == "trap":
            raise ValueError("caught")
        return stated_in(text, published)

    monkeypatch.setattr(compare, "stated_in", caught)
    lines = [{"id": "1", "a": "trap", "b": "y"}, {"id": "2", **TOLL}]
    status, answers = run(monkeypatch, capsys, lines)
    assert status == 1
    assert answers[0] == {"id": "1", "error": "it failed: ValueError('caught')"}
    assert answers[1] == {"id": "2", "relation": "contradicts"}
