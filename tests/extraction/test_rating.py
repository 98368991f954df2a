"""Statements rated by themselves, and what checkers would take up before what."""

from __future__ import annotations

import io
import json
import sys

import pytest
from django.core.management import call_command

from claims.extraction import StatementText, rate
from claims.extraction.claims.learned import START, WEIGHTS, likeness

ORDER = [
    # the first would be checked before the second
    ("Crime has fallen by 14 percent since 2019.", "We will make our streets safe again."),
    ("The study found that most wells hold lead.", "I think wells are fascinating."),
    ("They voted against the pension act three times.", "Good evening and welcome."),
    ("No mine has been inspected since May.", "What would you say to miners?"),
    ("Her ministry spent $40 million on furniture.", "I love my country and its people."),
]


def ratings(*texts: str) -> list[float]:
    found = rate(StatementText(str(i), text) for i, text in enumerate(texts))
    return [rating.check_worthiness for rating in found]


@pytest.mark.parametrize(("better", "worse"), ORDER)
def test_facts_come_before_talk(better: str, worse: str) -> None:
    above, below = ratings(better, worse)
    assert above > below + 0.2


def test_a_rating_is_the_sum_of_its_reasons() -> None:
    [found] = rate([StatementText("1", "Wages rose 4% in May.", "Ada Cole")])
    assert found.check_worthiness == pytest.approx(sum(r.weight for r in found.reasons))
    assert {"wording", "figure_with_unit", "change", "named_speaker"} <= {
        reason.reason for reason in found.reasons
    }


@pytest.mark.parametrize(
    "text", ["", " ", "?", "\n\n", "0" * 2000, "a\x00b", "\ud800", "x " * 9000]
)
def test_any_text_can_be_rated(text: str) -> None:
    [score] = ratings(text)
    assert 0 <= score <= 1


def test_line_breaks_change_nothing() -> None:
    flat, wrapped = ratings("Wages rose 4% in all our towns.", "Wages rose 4%\nin all our towns.")
    assert flat == wrapped


def test_the_weights_say_what_they_were_learned_from() -> None:
    text = WEIGHTS.read_text(encoding="utf-8")
    assert "ClaimBuster dataset, CC BY 4.0" in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert "2002.07725" in text
    assert f"\n{START}\t" in text


def test_unknown_signs_count_for_nothing() -> None:
    assert likeness(["w:percent", "w:qqqq"]) == likeness(["w:percent"])
    assert likeness(["w:percent"]).word == "percent"
    assert likeness([]).word is None


def test_the_command_answers_each_line_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": 1, "text": "Wages rose 4%.", "speaker": "Ada Cole"}),
        "not JSON",
        json.dumps({"id": "b"}),
        json.dumps({"id": "c", "text": "I love you."}),
    ]
    given = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
    monkeypatch.setattr(sys, "stdin", given)
    with pytest.raises(SystemExit) as end:
        call_command("rate", "-")
    assert end.value.code == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", None, "b", "c"]
    assert [sorted(answer) for answer in answers] == [
        ["check_worthiness", "id", "reasons"],
        ["error", "id"],
        ["error", "id"],
        ["check_worthiness", "id", "reasons"],
    ]
    assert answers[0]["check_worthiness"] > answers[3]["check_worthiness"]
