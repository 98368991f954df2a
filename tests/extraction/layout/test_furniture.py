"""Furniture of pages, mails, posts and threads, and the marks of notes, are no text."""

# ruff: noqa: E501 - a text and how it reads stand side by side
from __future__ import annotations

import pytest

from claims.extraction.layout import read_layout


def lines(text: str) -> list[str]:
    return [line.strip() for line in read_layout(text).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        # Pages of a PDF
        ("Claims rose to 512.\n\nPage 7 of 40", ["Claims rose to 512."]),
        ("Claims rose to 512 in the\n\n- 7 -\n\nyear to May.", ["Claims rose to 512 in the year to May."]),
        (
            "It grew.\n\n11\n\nHarbour Board Yearbook\n\nIt fell.\n\n12\n\nHarbour Board Yearbook\n\nIt rests.",
            ["It grew.", "It fell.", "It rests."],
        ),
        ("The board for-\nbade it and the govern-\nment agreed.", ["The board for-bade it and the government agreed."]),
        ("The harbour closed. A har-\nbour master left.", ["The harbour closed. A harbour master left."]),
        ("She has a long-\nterm lease, a 12-\nyear one.", ["She has a long-term lease, a 12-year one."]),
        ("YEARBOOK 2024       7\n\nIt grew in the first quar-\nter and the min-\nistry cut it.\n\nYEARBOOK 2024       8",
         ["It grew in the first quarter and the ministry cut it."]),
        # Notes
        ("It grew to 512 claims.3 Before it was 480.\n\n3 Board, Yearbook, p. 9.",
         ["It grew to 512 claims. Before it was 480.", "Board, Yearbook, p. 9."]),
        ("Losses [1] rose to 12 [2].\n\n[1] Board, Yearbook", ["Losses rose to 12.", "Board, Yearbook"]),
        ("It grew.[4] Then it fell.[note 2]", ["It grew. Then it fell."]),
        ("It grew.3 4 Then it fell.", ["It grew. Then it fell."]),
        ("It grew.¹² Then it fell.\n\n12 Mill Register.", ["It grew. Then it fell.", "Mill Register."]),
        ("About 12* pupils left.\n*Estimates of May", ["About 12 pupils left.", "Estimates of May"]),
        # Threads, posts and the counts beside them
        ("🧵1/6 The ferry line cut 40 crossings.", ["The ferry line cut 40 crossings."]),
        ("1/ The ferry line cut 40 crossings.\n\n2/ Nobody said why.",
         ["The ferry line cut 40 crossings.", "Nobody said why."]),
        ("RT @ferrywatch: Crossings fell by half.\n3/9 🧵", ["Crossings fell by half.", "3/9 🧵"]),
        ("Crossings fell by half. 3/9 🧵", ["Crossings fell by half."]),
        ("THREAD: Crossings fell by half. 1/", ["Crossings fell by half."]),
        ("(2/7) Crossings fell by half.", ["Crossings fell by half."]),
        ("Crossings fell by half. (2/7)", ["Crossings fell by half."]),
        ("Mona Dahl @monadahl · 5h\nThe ferry sank.\n9:40 AM · Jul 4, 2025 · 8.1K Views\n12 Reposts · 340 Likes",
         ["The ferry sank."]),
        ("The ferry sank.\n💬 14  🔁 230  ❤️ 1.2K", ["The ferry sank."]),
        ("Crossings fell in May. 📉 1/5", ["Crossings fell in May."]),
        ("It sank off Nesse https://x.example/4 #Nesse", ["It sank off Nesse"]),
        ("The line is cut. 12 RTs 30 likes", ["The line is cut."]),
        ("1️⃣ Fares rose 2%.", ["Fares rose 2%."]),
        ("What we read\n— 5 ways to sail (The Quay)\n— Why 40% of eels die (Tide)\n\nThe ferry sank.",
         ["What we read", "The ferry sank."]),
        # Newsletters, mail and wire
        ("View in browser\n\nThe ferry sank.\nhttps://x.example/2025/12\n\nUnsubscribe", ["The ferry sank."]),
        ("The ferry sank.\n\nOn Fri, 5 Sep 2025 at 10:40, Mona Dahl wrote:\n> Nobody died.",
         ["The ferry sank.", "Nobody died."]),
        ("The ferry sank.\n\nOn Fri, 5 Sep 2025 at 10:40, Mona Dahl <m@x.example>\nwrote:\n> Nobody died.\n\n--\nMona Dahl | +44 20 555 01 22",
         ["The ferry sank.", "Nobody died."]),
        ("BC-EU--Ferry, 2nd Ld-Writethru\nEds: Updates with 12 dead.\n\nThe ferry sank.\n\n-30-", ["The ferry sank."]),
    ],
)  # fmt: skip
def test_what_stands_beside_the_words_is_left_out(text: str, reads: list[str]) -> None:
    assert lines(text) == reads


@pytest.mark.parametrize(
    "text",
    [
        "3/4 of the crossings were cut.",
        "1/4 of them left, 2/3 stayed.",
        "The crew lost [12] men that day.",
        "See fig.3 The crew left.",
        "Room 12 is shut. No.4 is open.",
        "The crew of 40 read page 12 of the log.",
        "Cases by month\n\nDec-24\n\n1,147\n\nJan-25\n\n1,150",
        "US-China talks end after 12 days",
        "14:05 - Twelve people have died.",
        "A 5* hotel burned.",
        "The team met @harbour at noon.",
        "We have 40 followers and 12 likes of our own.",
        "She wrote: it is over.",
        "Fire in #Nesse",
        "WATCH: The president prayed at the harbour church after 12 people died there on Sunday night",
        "He pursued his assailant[s] for 12 miles.",
        "We had 30 likes and 12 shares.",
    ],
)
def test_words_that_look_like_furniture_stay(text: str) -> None:
    assert " ".join(lines(text)) == " ".join(text.split())
