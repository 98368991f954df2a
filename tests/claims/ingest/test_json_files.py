"""JSON Lines and JSON."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest import ArticleRecord, Note, Problem, Skipped, read_bytes, read_path
from claims.ingest.cleaning import clean


def test_a_line_is_an_article(tmp_path):
    path = tmp_path / "batch.jsonl"
    path.write_text(
        '{"text": "One.", "url": "https://post.example/1", "title": " T ", "outlet": "Post", '
        '"byline": "Ann Lee", "published": "2025-09-05", "language": "en", "id": 7}\n'
        '{"text": "Two.", "title": null, "outlet": ""}\n'
    )
    assert list(read_path(path)) == [
        ArticleRecord(
            "batch.jsonl",
            1,
            "One.",
            url="https://post.example/1",
            title="T",
            outlet="Post",
            byline="Ann Lee",
            published="2025-09-05",
            language="en",
            id="7",
        ),
        ArticleRecord("batch.jsonl", 2, "Two."),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "x"', "Line 2 is not valid JSON at column 13"),
        ("text", "Line 2 is not valid JSON at column 1"),
        ("[1]", "Line 2 is not a JSON object"),
        ('"x"', "Line 2 is not a JSON object"),
        ("null", "Line 2 is not a JSON object"),
        ("{}", "Line 2 has no text: the field 'text' is missing."),
        ('{"text": null}', "Line 2 has no text: the field 'text' is missing."),
        ('{"text": " \\n\\u00a0"}', "Line 2 has no text: it is empty or blank."),
        ('{"text": 12}', "Line 2 has a number as its 'text'"),
        ('{"text": ["x"]}', "Line 2 has a list as its 'text'"),
        ('{"text": "x", "title": {"en": "x"}}', "Line 2 has an object as its 'title'"),
        ('{"text": "x", "url": true}', "Line 2 has true or false as its 'url'"),
        ('{"text": "x", "id": true}', "Line 2 has true or false as its 'id'"),
        ('{"text": "x", "published": 20250905}', "Line 2 has a number as its 'published'"),
        ('{"text": "x", "published": "soon"}', "The date 'soon' cannot be read"),
        ('{"text": "x", "published": "04/05/2025"}', "'04/05/2025' is ambiguous"),
        ('{"text": "x", "url": "ftp://x"}', "does not begin with http"),
        ('{"text": "x", "id": ' + "9" * 5_000 + "}", "Line 2 holds JSON that is too large"),
        ("[" * 100_000, "Line 2 holds JSON that is too large"),
    ],
)
def test_a_bad_line_costs_itself_and_says_why(line, reason):
    first, problem, last = read_bytes("a.jsonl", f'{{"text":"1"}}\n{line}\n{{"text":"3"}}'.encode())
    assert (first.text, last.text) == ("1", "3")
    assert (type(problem), problem.row) == (Problem, 2)
    assert reason in problem.reason


def test_blank_lines_are_skipped():
    assert list(read_bytes("a.ndjson", b'\n{"text":"x"}\n \n')) == [
        Skipped("a.ndjson", 1, "Line 1 is blank."),
        ArticleRecord("a.ndjson", 2, "x"),
        Skipped("a.ndjson", 3, "Line 3 is blank."),
    ]


def test_what_no_database_stores_is_replaced_in_every_field():
    line = '{"text": "a\\u0000b\\ud83d", "title": "x\\ud800\\r\\ny", "byline": "\\ud83d\\ude00"}'
    (record,) = read_bytes("a.jsonl", line.encode())
    assert (record.text, record.title, record.byline) == ("a\ufffdb\ufffd", "x\ufffd\ny", "😀")


def test_unknown_fields_are_said_to_be_ignored_once_a_file():
    rows = [{"text": "a", "b": 1, "a": 2}, {"text": "b", "a": 1}]
    *records, note = read_bytes("a.json", json.dumps(rows).encode())
    assert len(records) == 2
    assert note == Note("a.json", "Ignored, since an article has no such fields: 'b', 'a'.")


def test_a_long_list_of_unknown_fields_is_cut():
    row = {"text": "a"} | {f"column{number}": 1 for number in range(1_000)}
    _, note = read_bytes("a.jsonl", json.dumps(row).encode())
    assert note.reason.endswith("'column9' and 990 more.")


def test_an_id_that_stands_twice_is_read_twice_and_said_to_be():
    lines = b'{"text":"a","id":"n1"}\n{"text":"b","id":"n2"}\n{"text":"c","id":"n1"}\n'
    *records, note = read_bytes("a.jsonl", lines)
    assert [record.text for record in records] == ["a", "b", "c"]
    assert note == Note("a.jsonl", "The same id stands in several rows, all of them read: 'n1'.")


def test_a_line_of_20_mb_is_a_problem_and_the_next_line_an_article():
    line = json.dumps({"text": "The river rose. " * 1_300_000}).encode()
    problem, record = read_bytes("a.jsonl", line + b'\n{"text":"Next."}\n')
    assert problem == Problem("a.jsonl", 1, "Line 1 is longer than 16,000,000 characters.")
    assert (record.row, record.text) == (2, "Next.")


def test_lines_in_utf16_and_windows_1252_are_read():
    line = '{"text": "“Zürich”"}\n' * 2
    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        records = list(read_bytes("a.jsonl", line.encode(encoding)))
        assert [record.text for record in records] == ["“Zürich”"] * 2


@given(
    st.lists(st.text(st.characters(codec=None)).filter(str.strip), min_size=1, max_size=5),
    st.booleans(),
)
def test_every_text_comes_back_cleaned_and_no_more(texts, as_escapes):
    # Two halves of a character, written one after the other, are one once through JSON.
    texts = [json.loads(json.dumps(text)) for text in texts]
    if not as_escapes:
        texts = [clean(text) for text in texts]
    lines = [json.dumps({"text": text}, ensure_ascii=as_escapes) + "\n" for text in texts]
    records = read_bytes("a.jsonl", "".join(lines).encode())
    assert [record.text for record in records] == [clean(text) for text in texts]


@pytest.mark.parametrize("value", [{"text": "One."}, [{"text": "One."}]])
def test_a_json_file_holds_one_article_or_a_list(value):
    assert list(read_bytes("a.json", json.dumps(value).encode())) == [
        ArticleRecord("a.json", 1, "One.")
    ]


def test_json_lines_under_a_json_name_are_read():
    records = list(read_bytes("a.json", b'{"text":"a"}\n{"text":"b"}\n'))
    assert [(record.row, record.text) for record in records] == [(1, "a"), (2, "b")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[{"text": "a"}, {"text": ', "not valid JSON at line 1, column 26"),
        (b"nothing of the kind", "not valid JSON at line 1, column 1"),
        (b"[" * 100_000, "JSON that is too large"),
        (b'["a"]', "Article 1 is not a JSON object"),
        (b"12", "Article 1 is not a JSON object"),
        (b"", "The file is empty."),
    ],
)
def test_bad_json_is_one_clear_problem(data, reason):
    (problem,) = read_bytes("a.json", data)
    assert (type(problem), problem.row) == (Problem, 1)
    assert reason in problem.reason


def test_a_bad_article_in_a_list_costs_itself():
    _, problem, last = read_bytes("a.json", b'[{"text":"a"}, {"text":5}, {"text":"c"}]')
    assert problem.row == 2
    assert problem.reason.startswith("Article 2 has a number")
    assert last.row == 3


def test_json_too_large_to_read_whole_asks_for_json_lines(monkeypatch):
    monkeypatch.setattr("claims.ingest.json_.LARGEST", 10)
    (problem,) = read_bytes("a.json", b'[{"text":"a"}]')
    assert "save it as JSON Lines" in problem.reason


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("nest", ["[]", "{}", '{"a":1}', '"ab"', "[[1],[2]]"])
def test_values_that_would_fill_the_memory_are_refused_unread(name, nest):
    many = b"[" + b",".join([nest.encode()] * (10_000_000 // (len(nest) + 1))) + b"]"
    tracemalloc.start()
    (problem,) = read_bytes(name, many)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "too large to read" in problem.reason
    assert peak < 60_000_000
