"""Plain text files, with and without a block of fields."""

import pytest

from claims.ingest import ArticleRecord, Note, Problem, read_bytes, read_path


def read_one(data, name="flood.txt"):
    (result,) = read_bytes(name, data)
    return result


def test_a_file_is_one_article_exactly_as_written():
    text = "  The river rose.\n\nSixteen people died – “so far”.\n"
    assert read_one(text.encode()) == ArticleRecord("flood.txt", 1, text)


def test_its_block_of_fields_is_not_part_of_the_text():
    record = read_one(
        b"---\r\n"
        b"url: https://post.example/flood?id=1:2\r\n"
        b"Title: 'Flood: 16 dead'\r\n"
        b"outlet:   Valley Post\r\n"
        b'byline: Ann "Rivers" Lee\r\n'
        b"\r\n"
        b"published: 2025-09-05T10:30:00+02:00\r\n"
        b"language: en\r\n"
        b"id: 12\r\n"
        b"kind: speech\r\n"
        b"--- \r\n"
        b"\r\n"
        b"The river rose.\r\n"
    )
    assert record == ArticleRecord(
        file="flood.txt",
        row=1,
        text="The river rose.\n",
        url="https://post.example/flood?id=1:2",
        title="Flood: 16 dead",
        outlet="Valley Post",
        byline='Ann "Rivers" Lee',
        published="2025-09-05T10:30:00+02:00",
        language="en",
        id="12",
        kind="speech",
    )


def test_a_field_without_a_value_says_nothing():
    assert read_one(b"---\nurl:\ntitle: x\n---\nText.").url is None


@pytest.mark.parametrize(
    "text",
    [
        "---\nA dash of colour\n---\nText.",
        "---\ntitle: never closed\nText.",
        "Text.\n---\ntitle: too late\n---\n",
        "--- not a rule\ntitle: x\n---\n",
        "url: https://post.example\n\nText.",
        "---\n---\nText.",
    ],
)
def test_text_that_only_looks_like_a_block_stays_text(text):
    assert read_one(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty."),
        (b" \n\t\r\n", "The file has no text: it is empty or blank."),
        (b"---\ntitle: x\n---\n\n", "The file has no text: it is empty or blank."),
        (b"---\ntitle: x\nby Ann Lee\n---\nText.", "Line 3 stands between the two --- lines"),
        (b"---\ntitle: x\ntitle: y\n---\nText.", "Line 3 gives 'title' a second time."),
        (b"---\npublished: 3000-01-01\n---\nText.", "'3000-01-01' lies outside the years"),
        (b"---\npublished: 1700-01-01\n---\nText.", "'1700-01-01' lies outside the years"),
        (b"---\nurl: post.example\n---\nText.", "'post.example' does not begin with http"),
        (b"---\nkind: poem\n---\nText.", "has the kind 'poem'; known are article, speech"),
        (b"---\ntitle: " + b"x" * 10_001 + b"\n---\nText.", "10,001 characters in its 'title'"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "binary data, not text"),
        (b"x" * 2_000_001, "2,000,001 characters, more than the 2,000,000"),
        (b"x" * 20_000_000, "larger than 8 MB, too long for one article"),
    ],
)
def test_a_file_that_is_no_article_says_why(data, reason):
    problem = read_one(data)
    assert (type(problem), problem.file, problem.row) == (Problem, "flood.txt", 1)
    assert reason in problem.reason


def test_the_longest_text_is_taken():
    assert len(read_one(b"x" * 2_000_000).text) == 2_000_000


def test_nul_bytes_and_other_encodings_are_read():
    assert read_one("Zürich\x00, “16” dead".encode("cp1252")).text == "Zürich\ufffd, “16” dead"
    assert read_one("---\ntitle: é\n---\n16 dead".encode("utf-16")).title == "é"


def test_a_field_that_articles_do_not_have_is_ignored_and_said_to_be():
    record, note = read_bytes("a.txt", b"---\ncolour: red\ntext: x\n---\nThe text.")
    assert record.text == "The text."
    assert note == Note("a.txt", "Ignored, since an article has no such fields: 'colour'.")


def test_a_missing_date_stays_empty(tmp_path):
    (tmp_path / "a.txt").write_text("It happened yesterday.")
    (record,) = read_path(tmp_path / "a.txt")
    assert (record.file, record.published) == ("a.txt", None)
