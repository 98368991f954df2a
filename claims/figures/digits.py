"""Numbers in digits, with the separators that countries group them by, and as powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal

from .powers import EXPONENT, POWER, UNREAD, exponent

# Spaces of every width, and signs that no one sees: 80 000, 1 250 000
_SPACES = " \u00a0\u2002-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_APOSTROPHES = "'’"

DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?"  # 1,234.5 and 12,34,567
    r"|\d{1,3}(?:\.\d{3}){1,6},\d{1,4}(?!\d)"  # 1.234,5
    r"|\d{1,3}(?:\.\d{3}){2,6}(?!\.?\d)"  # 1.234.567
    rf"|\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,6}}(?![\d,.]?\d)(?:[.,]\d{{1,2}}\b)?"  # 1 234
    rf"|\d{{1,3}}(?:[{_APOSTROPHES}]\d{{3}}){{1,6}}(?!\d)(?:\.\d{{1,2}}(?!\d))?"  # 1'234'567
    rf"|\d{{1,3}}(?:[{_UNSEEN}]\d{{3}}){{1,6}}(?!\d)"
    r"|(?<!\d,)\d+,\d{1,2}(?![\d,])"  # 1,5
    r"|\d*\.?\d+)"
)
DIGITS_AT = re.compile(rf"(?P<number>{DIGITS})(?:{EXPONENT})?")
_SEPARATOR = re.compile(rf"[\s{_SPACES}{_UNSEEN}{_APOSTROPHES}]")
_COMMA_IS_DECIMAL = re.compile(r"\.\d+,|^\d+,\d{1,2}$")
_MOST_CHARACTERS = 40


def digits_at(text: str, start: int) -> tuple[Decimal, int, bool] | None:
    """Value and end of the digits that begin here, and whether a power of ten was written.

    "1,234.5", "1'250'000", "80 000", "1.3x10^6", "10⁶"; ``None`` of an unread "10⁶⁻⁷".
    """
    if found := POWER.match(text, start):
        return Decimal(1).scaleb(exponent(found) or 0), found.end(), True
    found = DIGITS_AT.match(text, start)
    if not found or len(found["number"]) > _MOST_CHARACTERS or UNREAD.match(text, found.end()):
        return None
    value, power = _plain(found["number"]), exponent(found)
    return (value if power is None else value.scaleb(power)), found.end(), power is not None


def _plain(number: str) -> Decimal:
    """Digits without their separators; a comma is decimal in "1.234,5" and "1,5"."""
    number = _SEPARATOR.sub("", number)
    if _COMMA_IS_DECIMAL.search(number):
        number = number.replace(".", "").replace(",", ".")
    if number.count(".") > 1:
        number = number.replace(".", "")
    return Decimal(number.replace(",", ""))
