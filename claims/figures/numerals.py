"""Written numbers: digits with any separators, words, fractions, vague plurals.

:func:`scan` finds them in a text, :func:`cardinal` reads one. Nothing here
knows units or syntax; a numeral becomes a figure in ``figures.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Literal

from .digits import DIGITS_AT, digits_at
from .inflection import words_pattern
from .lexicon.numerals import (
    DENOMINATORS,
    ONES,
    ORDINALS,
    SCALES,
    TEENS,
    TENS,
    VAGUE,
    VULGAR_FRACTIONS,
)
from .scales import GAP, SCALE_WORDS, SCALES_AT, read_scale

MOST_DIGITS = 15
TOO_LARGE = Decimal(10) ** 24
_LEAST_AT_FOUR_PLACES = Decimal("0.0001")

Form = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: ``text[start:end]``.

    ``value`` of a vague plural ("dozens") is its least, twice the word.
    ``scale`` is what a scale word or suffix multiplied by, 1 without one.
    """

    start: int
    end: int
    value: Decimal
    form: Form
    scale: Decimal = Decimal(1)


_ONES, _TEENS, _TENS = words_pattern(ONES), words_pattern(TEENS), words_pattern(TENS)
_BELOW_100 = rf"(?:(?:{_TENS})(?:{GAP}(?:{_ONES})\b)?|{_TEENS}|{_ONES})\b"
_DENOMINATOR = words_pattern(DENOMINATORS)
# "two hundred and three quarters" are 200¾; in "two three hundreds" a number begins anew
_NO_TOP = rf"(?!{GAP}(?:hundred|(?:{_DENOMINATOR})s)\b)"
_BELOW_1000 = (
    rf"(?:{_BELOW_100}(?:{GAP}hundred\b(?:{GAP}(?:(?:and|&){GAP})?(?>{_BELOW_100}){_NO_TOP})?)?"
    rf"|an?\s(?=(?:{words_pattern(SCALES)})\b)(?:hundred\b(?:\sand\s(?>{_BELOW_100}){_NO_TOP})?)?)"
)
_VULGAR = "".join(VULGAR_FRACTIONS)
NUMBER_WORDS = frozenset({*ONES, *TEENS, *TENS, *SCALES, *VAGUE, *DENOMINATORS})
_NUMBER_WORD = words_pattern(NUMBER_WORDS)
_START = re.compile(
    rf"(?<!\d)(?<!\d\.)(?:\d|(?<![A-Za-z])\.(?=\d)|[{_VULGAR}])|(?<!\w)(?:(?:{_NUMBER_WORD})s?(?!\w)"
    rf"|an?(?=\s(?:{SCALE_WORDS}|{_DENOMINATOR})\b)|(?:several|few|couple(?:\sof)?)(?=\s(?:{SCALE_WORDS})\b))",
    re.IGNORECASE,
)
_SLASH = re.compile(
    r"(?:(\d{1,4})[\s-]{1,2})?(\d{1,3})\s?[/⁄]\s?(\d{1,4})(?:rds|ths?)?(?![\d/⁄]|[.,]\d|-year-olds?)"
)
_USUAL_BOTTOMS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128})
_OF_WHAT = re.compile(r"(?:rds|ths?)?\sof\s")
_VULGAR_AT = re.compile(rf"\s?([{_VULGAR}])")
_GROUP_AT = re.compile(_BELOW_1000, re.IGNORECASE)
_SCALED_DIGITS = re.compile(rf"\d{{1,3}}(?=\s(?:{SCALE_WORDS})\b)", re.IGNORECASE)
_DIGITS_AFTER_HUNDRED = re.compile(r"\d{1,2}(?![\d.,]?\d)")
_JOIN_AT = re.compile(r"\s(?:(?:and|&)\s)?|,\s(?:(?:and|&)\s)?|-", re.IGNORECASE)
_SMALL_PARTS_AT = re.compile(r"\s((?:thousand|million|billion|trillion)th)s\b", re.IGNORECASE)
_ORDINAL_FOLLOWS = re.compile(
    rf"(?:(?:{_TENS})-(?!second)|hundred\sand\s|thousand\sand\s)(?:{words_pattern(ORDINALS)})\b",
    re.IGNORECASE,
)
_POINT_AT = re.compile(rf"\spoint((?:\s(?:{_TENS}|{_TEENS}|{_ONES})\b|-(?:{_ONES})\b)+)", re.I)
_AND_FRACTION_AT = re.compile(
    rf"[\s-]and[\s-](?:(?P<article>an?)|(?P<top>{_BELOW_100}))[\s-](?P<bottom>{_DENOMINATOR})s?\b"
    rf"(?=(?:\s(?P<scale>{SCALE_WORDS})\b)?)",
    re.IGNORECASE,
)
_FRACTION_AT = re.compile(
    rf"(?:(?P<article>an?)\s|(?P<top>{_BELOW_100})\s?[-‐‑\s]\s?(?:(?P<tens>{_TENS})[-\s])?)?"
    rf"(?P<bottom>{_DENOMINATOR})(?P<plural>s)?\b",
    re.IGNORECASE,
)
_OF_A_SCALE_AT = re.compile(
    rf"(?:{GAP}of)?{GAP}an?\s((?:{SCALE_WORDS})\b)|[\s-]((?:{SCALE_WORDS})\b)", re.I
)
_VAGUE_AT = re.compile(
    rf"(?:(?:(?:tens|dozens|hundreds|thousands)(?:\s(?:or|and|upon|to)\s\w+)?\s(?:of\s)?)?"
    rf"(?P<plural>{words_pattern(VAGUE)})\b"
    rf"|(?:several|few|couple(?:\sof)?)\s(?P<scale>{SCALE_WORDS})\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BELOW_100_IN = re.compile(_BELOW_100, re.IGNORECASE)
_SHARE_FOLLOWS = re.compile(
    r"\s(?:of|less|more|fewer|higher|lower|since|as|to|from|over|between|were|was|are|is|have|had|said)\b"
    r"|\s?(?:[.,;:!?)\"”]|$)"
)
_HALF_FOLLOWS = re.compile(
    r"\s(?:time|brother|sister|marathon|term|back|mast|price|past|empty|full|way|day)\b"
    rf"|-(?!\w+ly\b|(?:{SCALE_WORDS})\b)",
    re.IGNORECASE,
)
_NO_SHARE_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|last|other|latter|better|opening|final|this|each|every|per|next"
    r"|previous|same|once|later|earlier|fiscal|current|whole)[\s-]$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(r"\b(?:by|than|nearly|almost|about|around|over|under|only|just)\s$", re.I)
_SIGN = re.compile(r"(?:[-−–+]|(?:minus|negative)[\s-])\s?", re.IGNORECASE)


def cardinal(text: str) -> Decimal | None:
    """The one number that ``text`` writes, or None: "two hundred and twelve", "3.4m", "a dozen"."""
    text = " ".join(text.split())
    sign = _SIGN.match(text)
    body = text[sign.end() :] if sign else text
    numeral = _read(
        f"{body} of ", 0
    )  # with more text, so that "3.4m" are millions and "a third" a share
    if numeral is None or numeral.end != len(body) or numeral.form == "vague":
        return None
    return -numeral.value if sign and not sign.group().startswith("+") else numeral.value


def scan(text: str) -> Iterator[Numeral]:
    """The numerals of a text from left to right, none inside another."""
    position = 0
    while found := _START.search(text, position):
        numeral = _read(text, found.start())
        if numeral is None:
            position = found.end()
            continue
        yield numeral
        position = numeral.end


def is_representable(value: Decimal) -> bool:
    """Whether a figure may have this value: at most 15 significant digits, below 10^24."""
    return abs(value) < TOO_LARGE and len(value.normalize().as_tuple().digits) <= MOST_DIGITS


def round_fraction(value: Decimal) -> Decimal:
    """A fraction at four places: 1/3 is 0.3333; one too small for them at four digits."""
    if abs(value) >= TOO_LARGE:
        return value
    if abs(value) >= _LEAST_AT_FOUR_PLACES:
        return value.quantize(Decimal("0.0001")).normalize()
    return Context(prec=4).create_decimal(value).normalize()


def _read(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at ``start``."""
    readers = (_read_slash, _read_fraction, _read_vague, _read_vulgar, _read_cardinal)
    for reader in readers:
        if numeral := reader(text, start):
            return numeral if is_representable(numeral.value) else None
    return None


def _read_slash(text: str, start: int) -> Numeral | None:
    """The fraction with a slash that begins here, None for no such: "1 1/2 miles", "2/3rds"."""
    found = _SLASH.match(text, start)
    if not found:
        return None
    whole, top, bottom = (int(part or 0) for part in found.groups())
    is_usual = bottom in _USUAL_BOTTOMS or _OF_WHAT.match(text, found.end(3))
    if not (0 < top < bottom and is_usual):
        return None
    scale, end = read_scale(text, start, found.end())  # "1 1/2 million"
    value = round_fraction((whole + Decimal(top) / bottom) * scale)
    return Numeral(start, end, value, "fraction", scale)


def _read_vulgar(text: str, start: int) -> Numeral | None:
    """The one-character fraction that stands here, None for no such: "½ teaspoon"."""
    found = _VULGAR_AT.match(text, start)
    if not found:
        return None
    return Numeral(start, found.end(), round_fraction(_vulgar(found.group(1))), "fraction")


def _vulgar(sign: str) -> Decimal:
    top, bottom = VULGAR_FRACTIONS[sign]
    return Decimal(top) / bottom


def _read_fraction(text: str, start: int) -> Numeral | None:
    """The spelled fraction that begins here, None for no such: "two-thirds", "half a million"."""
    found = _FRACTION_AT.match(text, start)
    if not found or not _is_share(text, found):
        return None
    value = _fraction(found)
    end, scale = found.end(), Decimal(1)
    of_scale = _OF_A_SCALE_AT.match(text, end)
    if of_scale and (of_scale[1] or not found["plural"]):
        scale = SCALES[(of_scale[1] or of_scale[2]).lower()]
        end = of_scale.end()
    return Numeral(start, end, round_fraction(value * scale), "fraction", scale)


def _is_share(text: str, found: re.Match[str]) -> bool:
    """Not "the third man", "a third term", "the second half", "a quarter earlier"."""
    bottom, plural = found["bottom"].lower(), bool(found["plural"])
    if _NO_SHARE_BEFORE.search(text, max(0, found.start() - 12), found.start()):
        return False
    if bottom == "half":
        return not _HALF_FOLLOWS.match(text, found.end())
    if found["top"]:
        return plural == (_small(found["top"]) > 1) or "-" in found.group()
    if plural:
        return False
    if bottom == "quarter" and _OF_A_SCALE_AT.match(text, found.end()):
        return True
    if not found["article"]:
        return False
    if _BY_BEFORE.search(text, max(0, found.start() - 10), found.start()):
        return True
    return bool(_SHARE_FOLLOWS.match(text, found.end()))


def _read_vague(text: str, start: int) -> Numeral | None:
    """The vague plural that begins here, None for no such: "hundreds of thousands of people"."""
    found = _VAGUE_AT.match(text, start)
    if not found:
        return None
    if found["scale"]:
        return Numeral(start, found.end(), 2 * SCALES[found["scale"].lower()], "vague")
    plural, words = found["plural"].lower(), found.group().lower()
    if plural in ("scores", "tens") and not text.startswith(" of ", found.end()):
        return None
    first = words.split()[0]
    factor = VAGUE[first] if first != plural and first in VAGUE else Decimal(1)
    return Numeral(start, found.end(), 2 * factor * VAGUE[plural], "vague")


def _read_cardinal(text: str, start: int) -> Numeral | None:
    """The number in digits or words that begins here, with its scale: "3.4m", "two hundred".

    "Three hundred millionths", but not the ordinal "twenty-first".
    """
    leading = _read_digits(text, start) or _read_group(text, start)
    if leading is None:
        return None
    value, end = leading
    form: Form = "digits" if DIGITS_AT.match(text, start) else "words"
    scale, end = read_scale(text, start, end)
    value *= scale
    if small := _SMALL_PARTS_AT.match(text, end):
        value = (value / DENOMINATORS[small[1].lower()]).normalize()
        return Numeral(start, small.end(), value, "fraction")
    if form == "words" and _ends_in_ordinal(text, start, end):
        return None
    if scale > 1 and (fraction := _AND_FRACTION_AT.match(text, end)):
        of_what = SCALES[fraction["scale"].lower()] if fraction["scale"] else scale
        end = fraction.end("scale") if fraction["scale"] else fraction.end()
        value += _fraction(fraction) * of_what
    elif scale > 1:
        value, end = _add_lower_groups(text, start, value, end, scale)
    return Numeral(start, end, value, form, scale)


def _ends_in_ordinal(text: str, start: int, end: int) -> bool:
    """Does the number go on to an ordinal: "the twenty-first man", "hundred and first"?"""
    found = _ORDINAL_FOLLOWS.search(text, max(start, end - 8), end + 20)
    return found is not None and found.start() < end < found.end()


def _read_digits(text: str, start: int) -> tuple[Decimal, int] | None:
    """Value and end of digits: "1,234.5", "1.3x10^6", "10⁶", "10½"; none of an unread "10⁶⁻⁷"."""
    found = digits_at(text, start)
    if found is None:
        return None
    value, end, is_power = found
    if is_power:
        return value, end
    if vulgar := _VULGAR_AT.match(text, end):
        return value + _vulgar(vulgar.group(1)), vulgar.end()
    return _add_fraction(text, value, end)


def _read_group(text: str, start: int) -> tuple[Decimal, int] | None:
    """Value and end of the words below a scale: "two hundred and twelve", "nought point four"."""
    if found := _GROUP_AT.match(text, start):
        if _is_between(text, start) and (parts := _AND.split(found.group())) and len(parts) > 1:
            return Decimal(_small(parts[0])), start + len(parts[0])
        value, end = Decimal(_small(found.group())), found.end()
        if point := _POINT_AT.match(text, end):
            return _with_decimals(value, point[1]), point.end()
        return _add_fraction(text, value, end)
    if SCALES_AT.match(text, start):
        return Decimal(1), start
    return None


def _small(words: str) -> int:
    """A number below a thousand in words; "a" counts one."""
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += ONES.get(word) or TEENS.get(word) or TENS.get(word) or 0
    if total == 0 and not words.lower().startswith(("zero", "nought", "naught")):
        return 1
    return total


def _with_decimals(value: Decimal, words: str) -> Decimal:
    """The value with the decimals spelled after it: "two point seven one"."""
    digits = "".join(str(_small(part)) for part in _BELOW_100_IN.findall(words))
    return value + Decimal(f"0.{digits}")


def _add_fraction(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """The value with the fraction that is added to it: "three and a half"."""
    found = _AND_FRACTION_AT.match(text, end)
    if not found:
        return value, end
    return round_fraction(value + _fraction(found)), found.end()


def _fraction(found: re.Match[str]) -> Decimal:
    """The value of "three quarters", "a half", "two twenty-fifths"."""
    top = _small(found["top"]) if found["top"] else 1
    bottom = DENOMINATORS[found["bottom"].lower()]
    tens = found.groupdict().get("tens")
    return Decimal(top) / (TENS[tens.lower()] + bottom if tens else bottom)


def _add_lower_groups(
    text: str, start: int, value: Decimal, end: int, limit: Decimal
) -> tuple[Decimal, int]:
    """The value with each further group below the last scale: "three million, two hundred"."""
    while join := _JOIN_AT.match(text, end):
        if "and" in join.group() and _is_between(text, start):
            break
        group = _GROUP_AT.match(text, join.end()) or _digit_group(text, join, limit)
        if not group or group.group().lower().startswith(("a ", "an ")):
            break
        scale, at = read_scale(text, join.end(), group.end())
        small = int(group.group()) if group.group().isdigit() else _small(group.group())
        amount = small * scale
        if amount >= limit or ("," in join.group() and amount < 100):
            break
        value, end = value + amount, at
        if scale == 1:
            break
        limit = scale
    return value, end


def _digit_group(text: str, join: re.Match[str], limit: Decimal) -> re.Match[str] | None:
    """The digits that go on a number, before a scale or after "hundred and": "3 hundred and 21"."""
    pattern = _DIGITS_AFTER_HUNDRED if limit == 100 and "and" in join.group() else _SCALED_DIGITS
    return pattern.match(text, join.end())


def _is_between(text: str, start: int) -> bool:
    """Whether "and" joins the ends of a range here: "between two hundred and three thousand"."""
    return text[max(0, start - 8) : start].lower() == "between "
