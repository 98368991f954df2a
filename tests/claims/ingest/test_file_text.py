"""The text of stored files: what is found in it, and how far a hostile one is read."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims.ingest import Limits, text_of_file
from tests.making import pdf

PDF, HTML = "application/pdf", "text/html"
LINE = "BT /F1 12 Tf 72 700 Td (The army counted 112 drones over the quay.) Tj ET"


def text_of(page):
    return text_of_file(page.encode(), HTML).text


# --- pages --------------------------------------------------------------------


def test_a_page_gives_its_tables_captions_and_lists():
    text = text_of(
        "<html><head><title>Tally</title><style>p {}</style></head><body><nav>Home</nav>"
        "<figure><img alt=x><figcaption>Drones over the quay</figcaption></figure>"
        "<table><caption>Drones by town</caption><tr><th>Town<th>Fired<th>Shot</tr>"
        "<tr><td>Kyiv</td><td>112<sup>3</sup></td>\n<td>84</td></tr></table>"
        "<ul><li>One <b>boat</b></li><li>Two</li></ul><p>A line<br>and\nanother</p>"
        "<script>alert(1)</script><p>40 km<sup>2</sup>, <del>40</del><ins>14</ins> boats</body>"
    )
    assert text.splitlines() == [
        "Home",
        "Drones over the quay",
        "Drones by town",
        "Town\tFired\tShot",
        "Kyiv\t112\t84",
        "One boat",
        "Two",
        "A line",
        "and another",
        "40 km², 14 boats",
    ]


def test_a_page_of_scripts_is_read_for_what_else_it_says():
    scripts = f"<SCRIPT>{'x' * 3_000_000}</SCRIPT ><style>{'x' * 3_000_000}</style>"
    found = text_of_file(f"<html>{scripts}<p>112 drones</p>".encode(), HTML)
    assert (found.text, found.ended) == ("112 drones\n", "")


def test_a_page_is_read_in_the_encoding_it_declares():
    page = '<html><meta charset="iso-8859-2"><p>Powódź w Łodzi</p>'.encode("iso-8859-2")
    assert "Powódź w Łodzi" in text_of_file(page, HTML).text


# --- PDFs ---------------------------------------------------------------------


def test_a_pdf_gives_its_pages():
    found = text_of_file(pdf(LINE, LINE), PDF)
    assert found.text.count("The army counted 112 drones over the quay.") == 2
    assert (found.ended, found.pages, found.pages_read) == ("", 2, 2)


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        # As browsers print it: each run with a matrix of its own
        (
            "/F1 12 Tf (112) Tj /F1 8 Tf 1 0 0 1 90 705 Tm (3) Tj "
            "/F1 12 Tf 1 0 0 1 94.6 700 Tm ( drones) Tj",
            "112 drones",
        ),
        # As TeX sets it: moved up and down again
        (
            "/F1 12 Tf (112) Tj /F1 8 Tf 20 5 Td (3) Tj /F1 12 Tf 4.6 -5 Td ( drones) Tj",
            "112 drones",
        ),
        # As word processors do: by the rise of the text
        ("/F1 12 Tf (112) Tj /F1 8 Tf 5 Ts (3) Tj /F1 12 Tf 0 Ts ( drones) Tj", "112 drones"),
        ("/F1 12 Tf (40 km) Tj /F1 8 Tf 5 Ts (2) Tj /F1 12 Tf 0 Ts ( of sea) Tj", "40 km² of sea"),
        ("/F1 12 Tf (the 4) Tj /F1 8 Tf 5 Ts (th) Tj /F1 12 Tf 0 Ts ( boat) Tj", "the 4th boat"),
        ("/F1 12 Tf (3 x 10) Tj /F1 8 Tf 5 Ts (6) Tj /F1 12 Tf 0 Ts ( cells) Tj", "3 x 10^6 cells"),
        ("/F1 12 Tf (CO) Tj /F1 8 Tf -3 Ts (2) Tj /F1 12 Tf 0 Ts ( rose) Tj", "CO2 rose"),
        ("/F1 12 Tf (seen.) Tj /F1 8 Tf 5 Ts (3,4) Tj /F1 12 Tf 0 Ts ( Then) Tj", "seen. Then"),
        # Smaller, but no mark: a column of its own, a heading's second line
        ("/F1 12 Tf (Kyiv) Tj /F1 8 Tf 90 2 Td (84) Tj", "Kyiv 84"),
        ("/F1 12 Tf (Kyiv) Tj /F1 8 Tf 0 -14 Td (84) Tj", "Kyiv\n84"),
        ("/F1 12 Tf (1) Tj /F1 8 Tf (12 drones) Tj", "112 drones"),
        # The note itself
        ("/F1 8 Tf 5 Ts (3) Tj /F1 12 Tf 0 Ts (112 of them) Tj", "3 112 of them"),
    ],
)
def test_a_small_number_above_the_line_is_a_mark(drawn, text):
    assert text_of_file(pdf(f"BT 72 700 Td {drawn} ET"), PDF).text.strip() == text


# --- limits -------------------------------------------------------------------

# 20 kB that keep pypdf busy for minutes
SLOW = "BT /F1 12 Tf " + "(a) Tj 0 -14 Td " * 400_000 + "ET"


@pytest.mark.parametrize(
    ("make", "kind", "limits", "ended", "pages"),
    [
        (lambda: pdf(*[LINE] * 5), PDF, Limits(pages=3), "pages", (5, 3)),
        (lambda: pdf(*[LINE] * 5), PDF, Limits(characters=60), "characters", (5, 2)),
        (lambda: pdf(LINE, SLOW, LINE), PDF, Limits(seconds=1.5), "seconds", (3, 1)),
        (lambda: pdf(LINE, " " * 80_000_000), PDF, Limits(), "memory", (2, 1)),
        (lambda: b"%PDF-1.7\nnothing that parses", PDF, Limits(), "damage", (0, 0)),
        (lambda: b"<p>" + b"word " * 100, HTML, Limits(characters=60), "characters", (0, 0)),
        (lambda: b"word " * 100, "text/plain", Limits(characters=60), "characters", (0, 0)),
    ],
)
def test_a_limit_ends_the_text_and_is_named(make, kind, limits, ended, pages):
    data = make()
    began = time.monotonic()
    found = text_of_file(data, kind, limits)
    assert (found.ended, (found.pages, found.pages_read)) == (ended, pages)
    assert len(found.text) <= limits.characters
    assert found.text.strip() or not found.pages_read
    assert time.monotonic() - began < limits.seconds + 2


def test_a_file_of_another_kind_has_no_text():
    assert text_of_file(b"\x89PNG\r\n\x1a\n", "image/png").text == ""


def test_the_reading_process_is_told_no_password(monkeypatch):
    """It is started without our environment."""
    monkeypatch.setenv("SECRET_KEY", "a secret of ours")
    started = []

    class Started(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            started.append(Path(f"/proc/{self.pid}/environ").read_bytes())

    if sys.platform != "linux":
        pytest.skip("/proc is Linux's")
    monkeypatch.setattr(subprocess, "Popen", Started)
    assert text_of_file(b"<p>112 drones", HTML).text == "112 drones\n"
    assert len(started) == 1
    assert b"secret" not in started[0]
