"""Snapshots: types by content, text, quotes, and what is not kept."""

from __future__ import annotations

import io

import pypdf
import pytest

from claims.models import Refused, User
from verification.evidence import snapshots
from verification.models import Snapshot, Source

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20
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
