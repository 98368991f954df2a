"""The "today" of a speech is the day that stands over it."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2026, 6, 2)
TODAY = "\n\nToday one shop in eleven is empty."

# the heading, and which day "today" is
HEADINGS = [
    ("Address by Mayor Ada Reed to the Chamber of Trade, 28 May 2026", "2026-05-28"),
    ("Halden budget speech\n\nDelivered on: 28 May 2026", "2026-05-28"),
    ("Transcript of the Halden inquiry\n\nMay 28, 2026, morning session", "2026-05-28"),
    ("Debate on the school budget, Town Council of Merrow, 28 May 2026", "2026-05-28"),
    # no speech, no year, two days, a day to come, history
    ("Shops close in Halden, 28 May 2026", "2026-06-02"),
    ("Address by Mayor Ada Reed to the Chamber of Trade, 28 May", "2026-06-02"),
    ("Remarks of 28 May 2026 and 30 May 2026", "2026-06-02"),
    ("Address to be given on 28 June 2026", "2026-06-02"),
    ("Address by Mayor Ada Reed, 28 May 1960", "2026-06-02"),
    # what an article says of one
    ("Reed gave a speech on 28 May 2026.", "2026-06-02"),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_a_speech_is_seen_from_the_day_over_it(extracted, heading: str, expected: str) -> None:
    [found] = extracted([(heading + TODAY, PUBLISHED)])
    today = next(span for span in found.dates if span.text == "Today")
    assert str(today.first) == expected
    assert found.article.published == PUBLISHED


def test_a_speech_without_a_day_of_publication_has_its_own(extracted) -> None:
    [found] = extracted([(HEADINGS[0][0] + TODAY, None)])
    assert str(found.dates[-1].first) == "2026-05-28"
