"""CSV, TSV and what spreadsheets make of them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest import ArticleRecord, Note, Problem, Skipped, read_bytes, read_path
from claims.ingest.cleaning import clean


def rows_of(text, name="a.csv", encoding="utf-8"):
    return list(read_bytes(name, text.encode(encoding)))


def test_a_record_is_an_article_numbered_by_its_first_line(tmp_path):
    path = tmp_path / "batch.csv"
    path.write_bytes(
        b"\xef\xbb\xbfid,Text , published,url\r\n"
        b'1,"One, with ""marks"".\r\nAnd a second line.",2025-09-05,https://post.example/1\r\n'
        b"2,Two.,,\r\n"
    )
    assert list(read_path(path)) == [
        ArticleRecord(
            "batch.csv",
            2,
            'One, with "marks".\nAnd a second line.',
            id="1",
            published="2025-09-05",
            url="https://post.example/1",
        ),
        ArticleRecord("batch.csv", 4, "Two.", id="2"),
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_delimiter_and_line_end_are_told_from_the_file(mark, ending):
    text = ending.join([f"title{mark}text", f'"a{mark}b"{mark}"“Rain, wind; sun”"', ""])
    for encoding in ("utf-8", "cp1252", "utf-16"):
        (record,) = rows_of(text, encoding=encoding)
        assert (record.title, record.text) == (f"a{mark}b", "“Rain, wind; sun”")


def test_one_column_is_enough():
    assert [record.text for record in rows_of("text\nOne.\nTwo.\n")] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("body,title", "'body', 'title'"),
        ("body", "'body'"),
        ("\n", "none"),
        ('"open', "'open'"),
        ("x" * 1_000, "'" + "x" * 60 + "'"),
    ],
)
def test_a_file_without_a_text_column_is_one_clear_problem(header, named):
    assert rows_of(header + "\na,b\nc,d\n") == [
        Problem("a.csv", 1, f"The first line names no column 'text'; it has {named}.")
    ]


def test_an_unbalanced_quotation_mark_costs_one_line():
    results = rows_of('id,text\n1,One.\n2,"Two.\n3,Three.\n4,"Four, ""4""."\n5,"Five.\n6,Six.\n')
    assert [(type(result), result.row) for result in results] == [
        (ArticleRecord, 2),
        (Problem, 3),
        (ArticleRecord, 4),
        (ArticleRecord, 5),
        (Problem, 6),
        (ArticleRecord, 7),
    ]
    assert results[3].text == 'Four, "4".'
    assert "Line 3 has a quotation mark without its partner" in results[1].reason


def test_many_unbalanced_quotation_marks_are_told_one_by_one():
    results = rows_of("id,text\n" + '1,"Never closed.\n' * 2_000)
    assert [result.row for result in results] == list(range(2, 2_002))
    assert all(isinstance(result, Problem) for result in results)


def test_a_mark_that_is_never_closed_before_many_lines_costs_one_line():
    results = rows_of('id,text\n1,"Open.\n' + "2,Fine.\n" * 20_000)
    assert isinstance(results[0], Problem)
    assert sum(isinstance(result, ArticleRecord) for result in results) == 20_000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1,Rain, wind and sun.", "Line 2 has 3 fields where the first line names 2"),
        ("1", "Line 2 has no text: the field 'text' is missing."),
        ("1,", "Line 2 has no text: it is empty or blank."),
        ('1,"  "', "Line 2 has no text: it is empty or blank."),
        ('1,"a"b', "Line 2 has a quotation mark without its partner"),
    ],
)
def test_a_bad_line_costs_itself_and_says_why(line, reason):
    problem, record = rows_of(f"id,text\n{line}\n2,Fine.\n")
    assert (type(problem), problem.row) == (Problem, 2)
    assert reason in problem.reason
    assert (record.row, record.text) == (3, "Fine.")


def test_blank_lines_and_empty_records_are_skipped():
    assert rows_of("id,text\n\n,\n3,Fine.,,\n") == [
        Skipped("a.csv", 2, "Line 2 is blank."),
        Skipped("a.csv", 3, "Line 3 is blank."),
        ArticleRecord("a.csv", 4, "Fine.", id="3"),
    ]


def test_unknown_columns_are_said_to_be_ignored_once():
    *records, note = rows_of("text,colour,\na,red,\nb,,\n")
    assert len(records) == 2
    assert note == Note("a.csv", "Ignored, since an article has no such fields: 'colour'.")


def test_nul_bytes_are_replaced():
    (record,) = read_bytes("a.csv", b"text\n16 people\x00 died in the flood.\n")
    assert record.text == "16 people\ufffd died in the flood."


def test_an_article_longer_than_the_csv_modules_own_limit_is_read():
    assert len(rows_of("text\n" + "x" * 500_000)[0].text) == 500_000


def test_a_line_of_20_mb_is_a_problem_and_the_next_line_an_article():
    for mark in ('"', ""):
        problem, record = rows_of(f"text\n{mark}{'The river rose. ' * 1_300_000}{mark}\nNext.\n")
        assert "Line 2" in problem.reason
        assert (record.row, record.text) == (3, "Next.")


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")).filter(
                str.strip
            ),
            st.text(st.characters(codec="utf-8", categories=["L", "P", "Zs"]), max_size=20),
        ),
        max_size=5,
    ),
    st.sampled_from(",;\t|"),
)
def test_every_text_comes_back_cleaned_and_no_more(rows, delimiter):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows(
        [("title", "text", "note for the reader of binary data"), *rows_with_note(rows)]
    )
    results = [r for r in read_bytes("a.csv", file.getvalue().encode()) if not isinstance(r, Note)]
    assert [(record.text, record.title) for record in results] == [
        (clean(text), title.strip() or None) for text, title in rows
    ]


def rows_with_note(rows):
    """Enough plain words that no row of control characters passes for binary data."""
    return [(title, text, "plain words " * (1 + len(text))) for text, title in rows]
