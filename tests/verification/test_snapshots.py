"""Snapshots: types by content, text, quotes, and what is not kept."""

from __future__ import annotations

import io

import pypdf
import pytest

from claims import ingest
from claims.models import Refused, User
from tests import making
from verification.evidence import snapshots
from verification.models import Snapshot, Source

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20
TABLE = """<html><body><figure><figcaption>Drones, by town</figcaption></figure><table>
<tr><th>Town</th><th>Fired</th></tr><tr><td>Kyiv</td><td>112<sup>3</sup></td><td>84</td></tr>
<tr><td>Lviv</td><td>40</td><td>14</td></tr></table><p>The long-term mean is 1.5 km<sup>2</sup>.
“It’s over,” she said – at last.</p></body></html>""".encode()
HTML = b"<!doctype html><html><body><script>alert(1)</script><p>112 drones flew.</p></body></html>"


def pdf() -> bytes:
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (PNG, "a.png", "image/png"),
        (PNG, "a.html", "image/png"),
        (HTML, "a.png", "text/html"),
        (b"year,number\n2025,112\n", "a.csv", "text/csv"),
        ("112 Drohnen, größer".encode(), "a.txt", "text/plain"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "a.pdf", "other"),
    ],
)
def test_the_type_is_what_the_bytes_say(content: bytes, name: str, expected: str) -> None:
    found = snapshots.type_of(content, name)
    assert found == expected if expected != "other" else found not in snapshots.TYPES


def test_a_pdf_is_kept_under_its_hash(source: Source, checker: User) -> None:
    stored = snapshots.upload(source, checker, "report.pdf", [pdf()])
    assert (stored.content_type, stored.is_whole()) == ("application/pdf", True)
    assert stored.path.name == stored.sha256


def test_the_same_bytes_twice_are_one_snapshot(source: Source, checker: User) -> None:
    for name in ("a.png", "b.png"):
        snapshots.upload(source, checker, name, [PNG], how="pasted")
    assert Snapshot.objects.count() == 1


def test_html_gives_its_text_and_runs_nothing(source: Source, checker: User) -> None:
    stored = snapshots.upload(source, checker, "page.html", [HTML])
    assert "112 drones flew." in stored.text
    assert "alert" not in stored.text


@pytest.mark.parametrize(
    ("chunks", "why"),
    [
        ([b""], "empty"),
        ([b"x" * 2**20] * 26, "25 MB"),
        ([b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00"], "not kept"),
    ],
)
def test_it_refuses(source: Source, checker: User, chunks: list[bytes], why: str) -> None:
    with pytest.raises(Refused, match=why):
        snapshots.upload(source, checker, "report.pdf", chunks)


def test_an_auditor_stores_nothing(source: Source, auditor: User) -> None:
    with pytest.raises(Refused):
        snapshots.upload(source, auditor, "a.png", [PNG])


def test_a_damaged_pdf_is_kept_without_text(source: Source, checker: User) -> None:
    stored = snapshots.upload(source, checker, "a.pdf", [b"%PDF-1.7\nnothing that parses"])
    assert stored.text == ""


@pytest.mark.parametrize(
    ("quote", "found"),
    [("112 drones\n flew", True), ("112 DRONES", True), ("113 drones", False)],
)
def test_a_quote_is_found_whatever_its_spaces(
    source: Source, checker: User, quote: str, found: bool
) -> None:
    stored = snapshots.upload(source, checker, "page.html", [HTML])
    assert snapshots.has_quote(stored, quote) is found


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Kyiv\t112\t84", True),
        ("Kyiv | 112 | 84", True),
        ("Kyiv 112 84", True),
        ("Kyiv\n112\n84", True),
        ("Town Fired Kyiv 112", True),
        ("Drones, by town", True),
        ("The long-\nterm mean", True),
        ("1.5 km2", True),
        ("1.5 km²", True),
        ('"It\'s over," she said - at last.', True),
        ("Kyiv 1123", False),
        ("Kyiv 11284", False),
        ("12 84", False),
        ("Lviv 4", False),
        ("5 km²", False),
        ("Lviv 84", False),
    ],
)
def test_a_row_a_caption_or_a_copied_passage_is_found_and_no_half_number(
    source: Source, checker: User, quote: str, found: bool
) -> None:
    stored = snapshots.upload(source, checker, "page.html", [TABLE])
    assert snapshots.has_quote(stored, quote) is found


def test_how_far_a_pdf_was_read_is_kept_and_said(
    source: Source, checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = ingest.Limits(pages=2)
    monkeypatch.setattr(snapshots, "text_of_file", lambda *file: ingest.text_of_file(*file, limits))
    stored = snapshots.upload(source, checker, "report.pdf", [making.pdf(*["BT ET"] * 5)])
    assert (stored.pages, stored.pages_read, stored.text_ended) == (5, 2, "pages")
    assert stored.text_note == "only the first 2 of its 5 pages were read: it has too many pages"


@pytest.mark.parametrize(
    ("text", "ended", "note"),
    [
        ("", "", ""),
        ("", "damage", "its text could not be read: the file is damaged"),
        ("112", "seconds", "only a part of its text was read: it takes too much time"),
    ],
)
def test_what_was_not_read_is_said(text: str, ended: str, note: str) -> None:
    assert Snapshot(text=text, text_ended=ended).text_note == note
