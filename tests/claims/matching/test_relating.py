"""How two statements stand to each other: the table of pairs."""

from __future__ import annotations

import pytest

from claims.matching import relate, stated_in
from tests.claims.matching.pairs import FIRST

# The whole of one is the only figure of the other, under another name; and a part stands behind
# its whole, with "of them" for its noun
OPEN = {
    "14 of the 27 councillors resigned.": "a whole under another name",
    "The firm has 400 workers in Lund.": "a part named by 'of them'",
}


def rows(pairs):
    for pair in pairs:
        reason = OPEN.get(pair.one)
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        yield pytest.param(pair, marks=marks, id=f"{pair.one} / {pair.other}")


@pytest.mark.parametrize("pair", rows(FIRST))
def test_it_answers_a_pair_and_the_pair_turned(pair):
    one, other = stated_in(pair.one, pair.days[0]), stated_in(pair.other, pair.days[1])
    assert relate(one, other).compared == pair.answer
    assert relate(other, one).compared == pair.answer
