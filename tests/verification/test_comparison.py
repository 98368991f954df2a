"""The evidence's figure beside the claim's."""

from __future__ import annotations

import pytest

from claims.figures import implied_interval, read_figure
from claims.models import Mention, Quantity
from verification.evidence.comparison import compare
from verification.models import Evidence

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stated", "found", "says"),
    [
        ("112", "112", "agrees with the claim's figure"),
        ("EUR 1.1 billion", "EUR 1.08 billion", "agrees after rounding"),
        ("EUR 1.1 billion", "1,080,000,000", "agrees after rounding"),
        ("more than 100", "115", "lies within the bound"),
        ("115", "more than 100", "lies within the bound"),
        ("about 40%", "41%", "agrees after rounding"),
        ("EUR 1.1 billion", "EUR 0.9 billion", "differs by −200,000,000 (−18.2 %)"),
        ("112", "115", "differs by +3 (+2.7 %)"),
        ("4%", "3.5%", "agrees after rounding"),
        ("4.0%", "3.5%", "differs by −0.5 (−12.5 %)"),
        ("0", "3", "differs by +3"),
        ("EUR 1.1 billion", "GBP 1.1 billion", "another unit or currency"),
        ("4%", "4 percentage points", "another unit or currency"),
        ("112", "", ""),
        ("84", "83", "differs by −1 (−1.2 %)"),
        ("84", "83.5", "agrees after rounding"),
        ("3.2%", "3.3%", "differs by +0.1 (+3.1 %)"),
        ("7 billion", "8 billion", "differs by +1,000,000,000 (+14.3 %)"),
        ("at least 100", "100", "lies within the bound"),
        ("at least 100", "99.7", "differs by −0.3 (−0.3 %)"),
        ("up to 100", "101", "differs by +1 (+1 %)"),
        ("more than 100", "up to 100", "lies outside the bound"),
    ],
)
def test_what_the_desk_says_of_two_figures(
    evidence: Evidence, stated: str, found: str, says: str
) -> None:
    mention = Mention.objects.get()
    figure = read_figure(stated)
    assert figure
    implied = implied_interval(figure)
    evidence.compared_with = Quantity.objects.create(
        article=mention.article,
        run=mention.run,
        start=0,
        end=3,
        proposed_start=0,
        proposed_end=3,
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        least=implied.least,
        most=implied.most,
        modifier=figure.modifier,
        unit=figure.unit or "",
        currency=figure.currency or "",
    )
    evidence.figure = found
    assert says in compare(evidence)
    assert bool(says) == bool(compare(evidence))
