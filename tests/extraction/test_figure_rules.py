"""The tables of rules: each is read where its example says, and nowhere in its neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.figures import no_figures, read_figures
from claims.figures.compounds import COMPOUNDS
from claims.figures.multiples import BEHIND, FOLDS, IN_FRONT, TWICE, VERBS
from claims.figures.pairs import Pair, read_pair
from claims.figures.ranges import RANGES
from claims.figures.ratios import RATIOS
from claims.figures.reading import Taken, single_figures


@pytest.mark.parametrize("rule", [*COMPOUNDS, *RATIOS, *RANGES], ids=lambda rule: rule.example)
def test_every_rule_makes_one_figure_of_the_two_in_its_example(rule):
    pair = Pair(rule.example, *single_figures(rule.example, Taken([])))
    figure = read_pair(pair, [rule])
    assert figure is not None
    assert figure in [read_pair(pair, table) for table in (COMPOUNDS, RATIOS, RANGES)]


@pytest.mark.parametrize(
    "rule", [*VERBS, *TWICE, *FOLDS, *BEHIND, *IN_FRONT], ids=lambda rule: rule.example
)
def test_every_multiple_is_read_in_its_example(rule):
    assert [figure.kind for figure in read_figures(rule.example, [])] == ["multiple"]


def shown(text: str) -> list[str]:
    return [
        f"{text[figure.start : figure.end]} = {figure.kind} {figure.low}..{figure.high}"
        for figure in read_figures(text, [])
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a 30-40-fold rise", ["30-40-fold = multiple 30..40"]),
        ("a 20-to-25-fold rise", ["20-to-25-fold = multiple 20..25"]),
        ("a 3- to 4-fold rise", ["3- to 4-fold = multiple 3..4"]),
        ("a two- to threefold rise", ["two- to threefold = multiple 2..3"]),
        ("a 3-4 times higher risk", ["3-4 times = multiple 3..4"]),
        ("a 5x higher price", ["5x = multiple 5..5"]),
        ("it fell by a factor of between 3 and 5", ["a factor of between 3 and 5 = multiple 3..5"]),
        ("by a factor of about ten", ["a factor of about ten = multiple 10..10"]),
        ("a safety factor of 3", ["3 = count 3..3"]),
        ("he rang three times the next day", ["three = count 3..3"]),
        ("a loss of $(112)m", ["$(112)m = money 112000000..112000000"]),
        ("he paid $ (40) to it", ["40 = count 40..40"]),
        ("for $1 1/2 million", ["$1 1/2 million = money 1.5E+6..1.5E+6"]),
        ("it weighs 12st 4lb", ["12st 4lb = measure 12.2857..12.2857"]),
        ("the 21st and 12th St", []),
        ("3 kg 400 g", ["3 kg 400 g = measure 3.4..3.4"]),
        ("3 kg and 400 g", ["3 kg = measure 3..3", "400 g = measure 400..400"]),
        ("a pole 5m 20cm long", ["5m 20cm = measure 5.2..5.2"]),
        ("ran 2h 5m", ["2h = duration 2..2", "5m = duration 5..5"]),
        ("ran 2m 30s", ["2m = duration 2..2", "30s = duration 30..30"]),
        ("5m people and a 5K run", ["5m = count 5000000..5000000"]),
        ("3 MtCO2 at 20 cfs", ["3 MtCO2 = measure 3..3", "20 cfs = measure 20..20"]),
        ("30 zł", ["30 zł = money 30..30"]),
        ("a half-million people", ["a half-million = count 5E+5..5E+5"]),
        ("under a quarter-million", ["under a quarter-million = count None..2.5E+5"]),
        ("$.80 and Rs.5 lakh", ["$.80 = money 0.80..0.80", "Rs.5 lakh = money 500000..500000"]),
        ("the under-20 World Cup", []),
        ("closed by 2015 men", ["2015 = count 2015..2015"]),
        ("a one-in-ten chance", ["one-in-ten = ratio 0.1..0.1"]),
        ("pupils aged 8–10 years", ["8–10 years = age 8..10"]),
        ("babies aged 6 to 18 months", ["6 to 18 months = age 6..18"]),
        ("among 18-24s and 35–44s", ["18-24s = age 18..24", "35–44s = age 35..44"]),
        ("for 16-25s", ["16-25s = age 16..25"]),
        ("beams 4m-6m long", ["4m-6m = measure 4..6"]),
        ("4m-6m people", ["4m-6m = count 4000000..6000000"]),
        ("for 26-30s", ["26-30s = age 26..30"]),
        ("from 50 to 70 on the GPa scale", ["50 to 70 = measure 50..70"]),
        ("6.4 on the Richter scale", ["6.4 = measure 6.4..6.4"]),
        ("a ticket cost 150 kn", ["150 kn = money 150..150"]),
        ("winds of 40 kn", ["40 kn = measure 40..40"]),
        ("ran it in 10-11s", ["10-11s = duration 10..11"]),
        ("among over-65s", ["over-65s = age 65..None"]),
        ("most under 30s", ["under 30s = age None..30"]),
        (
            "born in the 1970s and in her 30s",
            ["1970s = duration 1970..1970", "30s = duration 30..30"],
        ),
        ("a 30-something woman", ["30-something = age 30..30"]),
        ("two 40-somethings", ["two = count 2..2", "40-somethings = age 40..40"]),
        ("20-something towns", ["20-something = count 20..20"]),
        ("3 dollars and 50 cents", ["3 dollars and 50 cents = money 3.50..3.50"]),
        ("10 euros 20 cents", ["10 euros 20 cents = money 10.20..10.20"]),
        ("4 pounds and 20 pence", ["4 pounds and 20 pence = money 4.20..4.20"]),
        (
            "3 dollars and 50 cents respectively",
            ["3 dollars = money 3..3", "50 cents = money 0.50..0.50"],
        ),
        ("£3 and 50 cents", ["£3 = money 3..3", "50 cents = money 0.50..0.50"]),
        ("a 6-foot-2 guard", ["6-foot-2 = measure 6.1667..6.1667"]),
        ("a 5-foot-11-inch guard", ["5-foot-11-inch = measure 5.9167..5.9167"]),
        (
            "7 3/4 % or 7-3/4 percent",
            ["7 3/4 % = percent 7.75..7.75", "7-3/4 percent = percent 7.75..7.75"],
        ),
        (
            "400 hm³ and 40 acre-feet",
            ["400 hm³ = measure 400..400", "40 acre-feet = measure 40..40"],
        ),
        ("5 mil-lion people", ["5 mil-lion = count 5000000..5000000"]),
        ("for 40 kilo-metres", ["40 kilo-metres = measure 40..40"]),
        ("ten working days", ["ten working days = duration 10..10"]),
        ("three consecutive days", ["three consecutive days = duration 3..3"]),
        ("three consecutive wins", ["three = count 3..3"]),
        ("a child aged 8 spent 10 years there", ["8 = age 8..8", "10 years = duration 10..10"]),
    ],
)
def test_two_numbers_are_one_figure_by_what_stands_around_them(text, figures):
    assert shown(text) == figures


_PIECES = (
    "the train left at 14.30 0530 GMT 9.30 to 11.45 347 U.S. 483 § 12 Form 1099A pad 39A posts 5"
    " and 7 2-3 seats won 6-4, 52-all 12 likes · 18-24s over-65s $3 50 cents 1'250'000 30-40-fold"
    " a factor of 12 - – ( ) , . : C 40 $(112)m Norland Sudria 3 cu. m on the GPa scale"
)
_WORDS = st.sampled_from(_PIECES.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=16).map(" ".join))
def test_what_is_no_figure_lies_in_the_text_and_holds_none(text):
    stretches = no_figures(text)
    assert all(0 <= start < end <= len(text) for start, end in stretches)
    assert stretches == sorted(stretches)
    for figure in read_figures(text, stretches):
        assert 0 <= figure.start <= figure.number[0] < figure.number[1] <= len(text)
        assert not any(
            start < figure.number[1] and figure.number[0] < end for start, end in stretches
        )
        assert figure.low is None or figure.high is None or figure.low <= figure.high
