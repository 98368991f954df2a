"""Lists of the desk as files: the rows of the page, all of them, and harmless to open."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from claims.models import Batch, BatchRow, Claim, Speaker, Story, User, place
from claims.views import lists_out, sheets
from tests.making import make_article, make_claim, make_many

FORMULA = '=HYPERLINK("http://example.org","40 million litres")'


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def body(response: Any) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def lines(client: Client, address: str) -> list[dict[str, str]]:
    text = body(client.get(address)).decode()
    assert text.startswith("\ufeff")  # Excel knows UTF-8 by it
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def cells(client: Client, address: str) -> list[list[Any]]:
    file = BytesIO(body(client.get(f"{address}{'&' if '?' in address else '?'}format=xlsx")))
    return [list(row) for row in load_workbook(file).worksheets[0].iter_rows()]


def test_the_queue_by_claim_has_the_rows_of_its_page_in_their_order(
    desk: Client, checker: User
) -> None:
    low, high = make_claim(priority=10), make_claim(wording="Two", figure="", priority=90)
    other = make_claim(make_article(outlet="Marrow Post"), "Three", figure="", priority=50)
    queued = make_claim(wording="Four", figure="", state="queued")
    queued.take(checker)
    rows = lines(desk, "/queue/export/?by=claim")
    assert [row["Claim"] for row in rows] == [high.wording, other.wording, low.wording]
    assert rows[2] == rows[2] | {
        "State": "new",
        "Speaker": "Ada Wyle",
        "Figure": "40 million litres",
        "Lowest": "40000000",
        "Unit": "litre",
        "Outlets": "Vell Courier",
        "First published": "2025-09-05",
        "Priority": "10",
        "Address": f"http://127.0.0.1:8000/claims/{low.pk}/",
    }
    mine = desk.get("/queue/export/?by=claim&owner=me")
    today = timezone.localdate()
    assert (
        f'filename="queue-by-claim-state-checking-or-on-hold-owner-checker-{today}.csv"'
        in (mine["Content-Disposition"])
    )
    assert "Four" in body(mine).decode()
    narrowed = f"/queue/export/?by=claim&outlet={other.entries.get(outlet__isnull=False).outlet_id}"
    assert [row["Claim"] for row in lines(desk, narrowed)] == ["Three"]
    assert "outlet-marrow-post" in desk.get(narrowed)["Content-Disposition"]
    assert desk.get("/queue/export/?by=claim&format=pdf").status_code == 400


def test_articles_stories_speakers_what_waits_and_problems_come_out_too(
    desk: Client,
) -> None:
    article = make_article(title="The dam")
    claim = make_claim(article)
    story = Story.objects.create()
    place([article.pk], story.pk)
    Story.objects.refresh()
    assert [(row["Headline"], row["Best claims"]) for row in lines(desk, "/queue/export/")] == [
        ("The dam", claim.wording)
    ]
    assert [row["Articles"] for row in lines(desk, "/queue/export/?by=story")] == ["1"]
    speaker = Speaker.objects.get()
    assert lines(desk, "/speakers/export/?q=wy")[0]["Claims"] == "1"
    assert lines(desk, f"/speakers/{speaker.pk}/export/")[0]["Claim"] == claim.wording
    BatchRow.objects.create(
        batch=Batch.objects.get(), file="a.csv", row=7, outcome="failed", problem="No text."
    )
    assert lines(desk, f"/batches/{article.batch_id}/problems/")[0]["Reason"] == "No text."
    assert lines(desk, "/signoff/export/") == []


def test_a_workbook_has_numbers_and_dates_and_neither_file_has_a_formula(desk: Client) -> None:
    make_claim(make_article(FORMULA), FORMULA, speaker="@Ada")
    sheet = cells(desk, "/queue/export/?by=claim")
    heading = [cell.value for cell in sheet[0]]
    row = dict(zip(heading, sheet[1], strict=True))
    assert (row["Claim"].value, row["Claim"].data_type) == (FORMULA, "s")
    assert (row["Speaker"].value, row["Speaker"].data_type) == ("@Ada", "s")
    assert (row["Lowest"].value, row["Lowest"].data_type) == (40_000_000, "n")
    assert row["First published"].is_date
    assert row["First published"].value.date() == date(2025, 9, 5)
    line = lines(desk, "/queue/export/?by=claim")[0]
    assert (line["Claim"], line["Speaker"]) == (f"'{FORMULA}", "'@Ada")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_text_is_never_a_formula_and_a_negative_number_stays_one(sign: str) -> None:
    text = "".join(sheets.csv_lines(["a", "b"], [[f"{sign}1+1", Decimal("-3.10")]]))
    assert next(csv.reader(StringIO(text[1:].partition("\n")[2], newline=""))) == [
        f"'{sign}1+1",
        "-3.1",
    ]
    file = sheets.xlsx_file("A: list", ["a", "b"], [[f"{sign}1+1\x00", Decimal("-3.10")]])
    first, second = load_workbook(file).worksheets[0][2]
    assert first.data_type == "s"
    assert first.quotePrefix
    assert second.value == -3.1


def test_a_list_is_cut_at_the_bound_and_says_so_and_a_block_asks_no_more_for_more_rows(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_many(30)
    asked = []
    for most in (3, 30):
        monkeypatch.setattr(lists_out, "MOST_ROWS", most)
        with CaptureQueriesContext(connection) as queries:
            rows = lines(desk, "/queue/export/?by=claim")
        asked.append(len(queries))
        assert len(rows) == min(30, most) + (most < 30)
    assert asked[0] == asked[1]
    monkeypatch.setattr(lists_out, "MOST_ROWS", 3)
    assert rows != lines(desk, "/queue/export/?by=claim")
    assert cells(desk, "/queue/export/?by=claim")[-1][0].value.startswith("Only the first 3 rows")
    assert Claim.objects.count() == 30
