"""What looks like a date and is none: "May" the verb, "April" the person, flight 1549."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from claims.figures import has_measure
from claims.figures.lexicon.calendar import WEEKDAYS

from ..syntax import words_around
from . import lexicon as lexicon
from .matches import Match
from .numeric import numeric_dates
from .tense import is_future
from .words import Word

_NUMBER_LABELS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL", "TIME"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "GPE", "LOC"})
_FROM_A_NUMBER = re.compile(r"^from (?!(?:1[5-9]|20)\d\d\b)[\d,.]+ to$", re.IGNORECASE)
_FIRST_REMEMBERED, _LAST_REMEMBERED = 1900, 2099
_PLURALS = frozenset({"NNS", "NNPS"})
_SINGULARS = frozenset({"NN", "NNP"})
_TEMPORAL = frozenset(
    {
        *("IN", "SINCE", "UNTIL", "BY", "OF", "FROM", "TO", "BETWEEN", "AND", "FOR"),
        *("LAST", "THIS", "NEXT", "BEFORE", "AFTER", "THIRD"),
    }
)
_GIVEN_NAMES = frozenset({"april", "may", "june", "jan", "august"})


def without_counts(words: Sequence[Word], doc: Doc, published: date | None) -> list[Word]:
    """The words, a number behind a month being no year where it counts: "In May 1850 nurses left".

    A year of living memory up to that of publication is one all the same, and so is a later
    one in a sentence about the future: "On 7 May 2019 farmers blocked roads".
    """
    kept = list(words)
    for at, (month, number) in enumerate(pairwise(words), 1):
        dated = number.kind == "YEAR" and month.kind in ("MONTH", "SHORT_MONTH", "YEAR")
        if dated and _is_counting(month, number, doc, published):
            kept[at] = number._replace(kind="NUMBER")
    return kept


def _is_counting(month: Word, number: Word, doc: Doc, published: date | None) -> bool:
    latest = published.year if published else _LAST_REMEMBERED
    if _FIRST_REMEMBERED <= number.value <= latest:
        return False
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or span.end == len(doc) or doc[span.end].tag_ not in _PLURALS:
        return False
    return number.value < _FIRST_REMEMBERED or not is_future(doc, month.start, number.end)


def is_date(match: Match, doc: Doc) -> bool:
    """Whether the sentence around a match lets it be a date."""
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None or _previous(span) in lexicon.REPEATERS or _is_inside_name(match, span):
        return False
    kinds = tuple(word.kind for word in match.own)
    test = _TESTS.get(kinds) or _TESTS_BY_FIRST_KIND.get(kinds[0])
    return test is None or test(match, span)


def _previous(span: Span) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _next(span: Span) -> str:
    return span.doc[span.end].lower_ if span.end < len(span.doc) else ""


def _is_inside_name(match: Match, span: Span) -> bool:
    """Whether the date is part of a longer name: "the Sunday Times", "Friday Night Lights"."""
    kind = match.own[0].kind
    if kind not in ("MONTH", "SHORT_MONTH", "WEEKDAY", "SEASON", "HOLIDAY", "DEICTIC"):
        return False
    around = span.doc[max(span.start - 2, 0) : span.end + 2].text.lower()
    if any(name in around for name in lexicon.NAMES_WITH_DAYS):
        return True
    before = span[0].ent_iob_ == "I" and span[0].ent_type_ in _NAME_LABELS
    before = before or (kind == "DEICTIC" and _is_named(span))
    return before or _goes_on(span)


def _goes_on(span: Span) -> bool:
    """Whether a name goes on behind the date's last word: "April Ryan"."""
    if span.end == len(span.doc):
        return False
    after = span.doc[span.end]
    is_name = after.ent_iob_ == "I" and after.ent_type_ in _NAME_LABELS
    return is_name and after.text[0].isupper()


def _is_named(span: Span) -> bool:
    """Whether a capital follows a name in mid-sentence: "USA Today"."""
    return span[0].text[0].isupper() and span.start > 0 and span.doc[span.start - 1].pos_ == "PROPN"


def _is_month(match: Match, span: Span) -> bool:
    """Whether the word is a month: "in May"; not "they may", "Theresa May", "April said"."""
    token, name = span[0], span[0].lower_
    if match.preceded_by(*_TEMPORAL):
        return token.tag_ != "MD"
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if match.own[0].kind == "SHORT_MONTH" or name == "may":
        return _is_heading(span) or (name == "may" and _is_attribute(token, after))
    if name in _GIVEN_NAMES and (token.ent_type_ == "PERSON" or (after and after.pos_ == "PROPN")):
        return False
    return token.pos_ in ("PROPN", "NOUN") and (name != "march" or _next(span) not in ("on", "for"))


def _is_heading(span: Span) -> bool:
    """Whether a colon follows, as in a list of figures: "(May: $12m)", "Sept.: 40"."""
    return span[0].text[0].isupper() and _next(span) == ":"


def _is_attribute(token: Token, after: Token | None) -> bool:
    """Whether the month stands between a determiner and a noun: "its May figures"."""
    if token.tag_ == "MD" or token.i == 0 or after is None or after.pos_ != "NOUN":
        return False
    return token.nbor(-1).tag_ in ("DT", "PRP$", "POS")


def _is_year(match: Match, span: Span) -> bool:
    """Whether the number is a year: "the 2008 election"; not "2008 people", "Flight 2008"."""
    token, before, after = span[0], _previous(span), _next(span)
    if _is_numbered(span) or after in lexicon.TIME_ZONES or _is_size(span):
        return False
    if after in ("level", "levels"):  # 4% below 2005 levels
        return True
    if before != "in" and _is_clock_time(match, span):
        return False
    if before == "at":  # at 1900 on Friday, at 1500 metres, but: at 2019 prices
        is_noun = span.end < len(span.doc) and span.doc[span.end].pos_ == "NOUN"
        return is_noun and not has_measure(f" {after}")
    if before == "to" and _FROM_A_NUMBER.search(span.doc[max(0, span.start - 3) : span.start].text):
        return False
    counts = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i
    if counts and before not in ("the", "in", "of", "’s", "'s"):  # from 1000 to 2000 people
        return False
    if counts and before == "of" and match.one("YEAR", "SHORT_YEAR") < _FIRST_REMEMBERED:
        return False  # a choir of 1600 voices
    label = token.ent_type_
    if label == "DATE":
        return True
    if label in ("MONEY", "PERCENT", "QUANTITY", "TIME"):
        return False
    return before in lexicon.YEAR_PREPOSITIONS or (label not in _NUMBER_LABELS and label != "")


def _is_numbered(span: Span) -> bool:
    """Whether the digits number a thing: "Flight 1549", "Directive 2024/25"."""
    before = span.doc[max(0, span.start - 2) : span.start]
    return any(word.lower_.rstrip(".") in lexicon.NUMBERED_THINGS for word in before[-1:]) or (
        len(before) == 2 and before[1].text == "." and before[0].lower_ in lexicon.NUMBERED_THINGS
    )


def _is_clock_time(match: Match, span: Span) -> bool:
    """Whether the digits are hours and minutes of a day that follows: "until 1830 on Monday"."""
    number = match.one("YEAR")
    if number is None or number >= 2400 or number % 100 >= 60:
        return False
    return _DAY_FOLLOWS.match(span.doc[span.end : span.end + 5].text.lower()) is not None


def _is_size(span: Span) -> bool:
    """Whether the number is a size: "a 1500 metre wall", "a crowd of 1950"; not "1998 film"."""
    if _next(span) in lexicon.COUNTED_BEHIND:
        return True
    return _previous(span) == "of" and _previous(span.doc[span.start - 1 : span.start]) in (
        lexicon.SIZES
    )


def _is_plain_code(match: Match, span: Span) -> bool:
    """Whether a code is a time: "in 08/2025"; not "Regulation 08/2025", "1500-2000 people"."""
    before, after = _previous(span), _next(span)
    if _is_numbered(span) or before in ("$", "€", "£") or after in ("%", "per", "percent"):
        return False
    counts = span.end < len(span.doc) and span.doc[span.end].tag_ in _PLURALS
    return match.one("YEAR_SPAN") is None or not counts or before in _BEFORE_YEARS


def _is_ordinal_day(match: Match, span: Span) -> bool:
    """Whether an ordinal is a day: "on the 12th"; not "on the 12th floor", "on the 12"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if span[0].text.isdigit() or not words_around(span[0]).isdisjoint(lexicon.SPORTS):
        return False
    return after is None or not (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.lower_ in _GOES_ON)


def _is_code_with_year(match: Match, span: Span) -> bool:
    """Whether the number behind a code is its year: "in Q1 24"; not "in Q1 24 homes"."""
    year, after = match.one("DAY"), span.doc[span.end] if span.end < len(span.doc) else None
    if year < _FIRST_SHORT_YEAR or span[-1].text != str(year):
        return False
    counts = after is not None and (after.tag_ in _PLURALS or after.text in _COUNTED_MARKS)
    return not counts or (after is not None and after.lower_ in lexicon.BUSINESS)


def _is_month_and_short_year(match: Match, span: Span) -> bool:
    """Whether the number behind a month is its year: "Dec-24"; not "Sept-11", "May - 24"."""
    return (
        span.end_char == match.end
        and _MONTH_AND_SHORT_YEAR.fullmatch(span.text) is not None
        and (match.month, match.one("DAY", "NUMBER")) not in lexicon.KNOWN_DAYS
    )


def _is_overnight(match: Match, span: Span) -> bool:
    """Whether the word tells a time: "struck overnight"; not "an overnight train"."""
    token = span[0]
    if token.dep_ not in ("amod", "compound", "nmod") or token.head.i < token.i:
        return True
    return token.head.lemma_.lower() in lexicon.OVERNIGHT_EVENTS


def _is_part_of_year(match: Match, span: Span) -> bool:
    """Whether a quarter or half is one of a year, and not of a game; a half only in business."""
    if not match.has("QUARTER", "HALF") or match.has("OF", "YEAR"):
        return True
    around = words_around(span[0])
    if around & lexicon.SPORTS:
        return False
    return match.has("QUARTER") or bool(around & (lexicon.BUSINESS | lexicon.MONEY))


def _is_holiday(match: Match, span: Span) -> bool:
    """Whether the holiday is a time: "at Christmas"; not "a Christmas tree"."""
    return span.root.dep_ != "compound" or span.root.head.i < span.end


def _is_weekday(match: Match, span: Span) -> bool:
    """Whether the weekday is a day, and no film: "Friday the 13th"; nor "the last Friday of it"."""
    if match.preceded_by("LAST", "ORDINAL") and _next(span) == "of":
        return False
    return span.doc[span.end : span.end + 2].text.lower() != "the 13th"


def _is_end_of_day(match: Match, span: Span) -> bool:
    """Whether a day's end is meant literally; not in "At the end of the day, voters decide"."""
    return match.one("EDGE") == 0 or _next(span) != ","


def _is_era(match: Match, span: Span) -> bool:
    """Whether an era is in capitals: "AD 64"; not "an ad"."""
    return span[0].text.isupper() or span[-1].text.isupper()


def _is_numeric(match: Match, span: Span) -> bool:
    """Whether the digits can be a date: "2025-09-05"; not "version 1.1.1", "99/99/2020"."""
    return bool(numeric_dates(match.one("NUMERIC")))


def _is_month_and_day(match: Match, span: Span) -> bool:
    """Whether the number is the month's day; not in "In March 20 people died", "In March 20 did".

    Nobody says "in March 20", except in front of a noun: "in March 20 letter".
    """
    if not match.preceded_by("IN"):
        return True
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and (after.text == "," or after.tag_ in _SINGULARS)


def _is_decade(match: Match, span: Span) -> bool:
    """Whether a decade is meant: "the 60s"; not "the 20s", nor "temperatures in the 60s"."""
    if match.one("BARE_DECADE") < lexicon.FIRST_BARE_DECADE:
        return False
    return words_around(span[0]).isdisjoint(lexicon.TEMPERATURES)


def _is_code(match: Match, span: Span) -> bool:
    """Whether the code stands alone: "H1 2024"; not "H1-B visas"."""
    return span.end_char == match.end and _next(span) not in ("-", "‑")


def _is_no_verb(match: Match, span: Span) -> bool:
    """Whether the first word is no verb: "the last six weeks"; not "to last six weeks"."""
    return span[0].pos_ != "VERB" and not _ends_something(match, span)


def _ends_something(match: Match, span: Span) -> bool:
    """Whether a last week is that of a thing: "the last five months of her life".

    Not in "the last two years of drought", which goes on, nor in "sales last week of $4m".
    """
    if _next(span) != "of" or span.end + 1 >= len(span.doc) or not _is_determined(span):
        return False
    after = span.doc[span.end + 1]
    if after.like_num or after.tag_ in ("$", "CD"):
        return False
    return after.tag_ in ("DT", "PRP$", "NNP", "NNPS") or not match.has("UNITS", "AGO")


def _is_determined(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].tag_ in ("DT", "PRP$", "POS")


_DAY_FOLLOWS = re.compile(
    r"(?:(?:and|to|until|[-–]) ?[0-2]\d[0-5]\d )?(?:on )?"
    rf"(?:{'|'.join([*WEEKDAYS, *lexicon.DEICTIC_DAYS])})\b"
)
_GOES_ON = frozenset({"of", "-", "‑", "–", "percentile"})
_BEFORE_YEARS = frozenset({"the", "in", "between", "during", "from", "over", "since", "'s", "’s"})
_FIRST_SHORT_YEAR = 10
_MONTH_AND_SHORT_YEAR = re.compile(r"[^\W\d]+[-‐‑–—]\d\d")
_COUNTED_MARKS = frozenset({"%", "per", "percent", "of", "to", "or"})

_Test = Callable[[Match, Span], bool]
_TESTS: dict[tuple[str, ...], _Test] = {
    ("MONTH",): _is_month,
    ("SHORT_MONTH",): _is_month,
    ("YEAR",): _is_year,
    ("SHORT_YEAR",): _is_year,
    ("WEEKDAY",): _is_weekday,
    ("DAY",): _is_ordinal_day,
    ("YEAR_SPAN",): _is_plain_code,
    ("SPLIT_YEAR",): _is_plain_code,
    ("MONTH_CODE",): _is_plain_code,
    ("QUARTER_CODE", "DAY"): _is_code_with_year,
    ("HALF_CODE", "DAY"): _is_code_with_year,
    **{
        (month, "DASH", number): _is_month_and_short_year
        for month in ("MONTH", "SHORT_MONTH")
        for number in ("DAY", "NUMBER")
    },
    ("MONTH", "DAY"): _is_month_and_day,
    ("SHORT_MONTH", "DAY"): _is_month_and_day,
    ("SHORT_MONTH", "DOT", "DAY"): _is_month_and_day,
    ("BARE_DECADE",): _is_decade,
    ("THIRD", "DASH", "BARE_DECADE"): _is_decade,
    ("HALF_CODE",): _is_code,
    ("QUARTER_CODE",): _is_code,
    ("HOLIDAY",): _is_holiday,
    ("OVERNIGHT",): _is_overnight,
    ("NUMERIC",): _is_numeric,
    ("EDGE", "OF", "THE", "DAY_UNIT"): _is_end_of_day,
    **{("ERA", number): _is_era for number in ("DAY", "NUMBER", "YEAR")},
    **{(number, "ERA"): _is_era for number in ("DAY", "NUMBER", "YEAR")},
}
_TESTS_BY_FIRST_KIND: dict[str, _Test] = {
    "SEASON": _is_no_verb,
    "LAST": _is_no_verb,
    "ORDINAL": _is_part_of_year,
    "DAY": _is_part_of_year,
}
