"""Bytes become text without losing or inventing a character."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest.cleaning import UndecodableError, clean, decode, detect_encoding, lines_of

POUND = "It cost £5 – “too much”, said José."
RUSSIAN = "Река вышла из берегов, сообщили власти области в среду утром. " * 5


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", POUND),
        ("utf-8-sig", POUND),
        ("utf-16", POUND),
        ("utf-16-le", POUND),
        ("utf-16-be", POUND),
        ("utf-32", POUND),
        ("cp1252", POUND),
        ("cp1252", "Zürich, Malmö — 12 %"),
        ("cp1251", RUSSIAN),
        ("utf-8", RUSSIAN),
        ("ascii", "Plain."),
    ],
)
def test_it_tells_the_encoding(encoding, text):
    assert decode(text.encode(encoding)) == text


def test_windows_1252_is_told_where_its_first_mark_stands_late():
    text = "Nothing but ASCII here. " * 100_000 + POUND
    assert decode(text.encode("cp1252")) == text


def test_a_damaged_byte_does_not_spoil_the_other_characters_of_a_utf8_file():
    data = ("“Yes”, she said – twice. " * 10).encode() + b"\xff end"
    assert decode(data) == "“Yes”, she said – twice. " * 10 + "\ufffd end"


def test_a_cut_off_last_character_is_replaced():
    assert decode("“Yes” and “no”".encode()[:-1]) == "“Yes” and “no\ufffd"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("iso-8859-1", "naïve “x”"), ("no-such-charset", "naïve “x”"), ("utf-8", "naïve “x”")],
)
def test_a_declared_encoding_is_taken_as_the_web_takes_it(declared, expected):
    assert decode("naïve “x”".encode("cp1252"), declared) == expected


def test_a_declared_encoding_decides_where_bytes_alone_do_not():
    assert decode("Łódź".encode("cp1250"), "windows-1250") == "Łódź"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n" + bytes(range(0, 256, 3)) * 20,
        b"\x00" * 5000,
        b"%PDF-1.7\n" + bytes(range(255, 0, -1)) * 30,
    ],
)
def test_binary_data_is_no_text(data):
    with pytest.raises(UndecodableError, match="binary data"):
        decode(data)


def test_a_few_nul_bytes_do_not_make_a_text_binary():
    assert clean(decode(b"16 people\x00 died")) == "16 people\ufffd died"


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("a\u2028b\x0cc\u00a0d  e\t", "a\u2028b\x0cc\u00a0d  e\t"),
        ("“A” – b…", "“A” – b…"),
    ],
)
def test_it_alters_line_ends_and_what_no_database_stores_and_nothing_else(raw, stored):
    assert clean(raw) == stored


@given(st.text(st.characters(codec=None)))
def test_cleaning_is_done_once(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\r" not in cleaned
    cleaned.encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r\ufeff"), min_size=1))
def test_text_survives_utf8_unaltered(text):
    printable = text + " Plain words that no reader takes for binary data." * (1 + len(text) // 10)
    assert clean(decode(printable.encode())) == printable


@given(st.binary())
def test_no_bytes_raise_anything_but_undecodable(data):
    with suppress(UndecodableError):
        clean(decode(data)).encode("utf-8")


def test_detecting_leaves_the_stream_at_its_start():
    stream = io.BytesIO(POUND.encode("cp1252"))
    assert detect_encoding(stream) == "cp1252"
    assert stream.tell() == 0


def test_an_endless_line_is_cut_and_the_next_one_is_whole(monkeypatch):
    monkeypatch.setattr("claims.ingest.cleaning.LONGEST_LINE", 10)
    lines = list(lines_of(io.StringIO("x" * 35 + "\nshort\n", newline="")))
    assert lines == ["x" * 10, "short\n"]
