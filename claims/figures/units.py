"""Units and currencies as they stand beside a number: "40 km/h", "€3", "137,000 barrels a day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .inflection import plural_unit, words_pattern
from .lexicon.currencies import (
    CODES,
    HUNDREDTHS,
    MONEY_OR_UNIT,
    POUND_MONEY,
    PREFIXES,
    WORDLIKE_CODES,
    WORDS,
)
from .lexicon.units import (
    AMBIGUOUS,
    AMBIGUOUS_CONTEXT,
    CURRENT_CONTEXT,
    DISTANCE_CONTEXT,
    GLUED_ONLY,
    INDEX_CONTEXT,
    LENGTHS,
    LETTERED,
    PARTED,
    PER_NOUNS,
    PREFIXED,
    SCALES,
    SHARE_CONTEXT,
    SPACED_AT_END,
    TEMPERATURE_CONTEXT,
    TEMPERATURE_IS,
    TIME_ADJECTIVES,
    UNITS,
    UnitKind,
)
from .lexicon.units import PREFIXES as UNIT_PREFIXES


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at ``end`` of the text; ``name`` is canonical: "barrel per day"."""

    name: str
    kind: UnitKind
    end: int


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency beside a number, between ``start`` and ``end``; ``factor`` is 0.01 for cents."""

    code: str
    start: int
    end: int
    factor: Decimal = Decimal(1)


def _word_names() -> dict[str, tuple[str, UnitKind]]:
    """Every spelled unit, singular and plural, lower case."""
    names: dict[str, tuple[str, UnitKind]] = {}
    for entry in UNITS:
        for word in entry.words:
            names[word] = names[plural_unit(word)] = (entry.name, entry.kind)
    for unit in PREFIXED:
        for prefix in ("", *unit.prefixes):
            full = UNIT_PREFIXES[prefix] + unit.name
            for spelling in filter(None, (unit.name, unit.american)):
                name = UNIT_PREFIXES[prefix]
                for joint in ("", "-") if name in PARTED else ("",):
                    word = name + joint + spelling
                    names[word] = names[plural_unit(word)] = (full, "measure")
    names["kilo"] = names["kilos"] = ("kilogram", "measure")  # "three kilos of rice"
    return names


def _symbol_names() -> dict[str, tuple[str, UnitKind]]:
    """Every symbol, case-sensitive."""
    names: dict[str, tuple[str, UnitKind]] = {}
    for unit in PREFIXED:
        for prefix in ("", *unit.prefixes):
            if prefix or unit.symbol not in ("B", "bit"):
                names[prefix + unit.symbol] = (UNIT_PREFIXES[prefix] + unit.name, "measure")
    for entry in UNITS:
        names.update(dict.fromkeys(entry.symbols, (entry.name, entry.kind)))
    return names


_WORD_NAMES = _word_names()
_SYMBOL_NAMES = _symbol_names()
_GAP = r"[\s-]{0,2}"
_WORD = re.compile(
    rf"{_GAP}(?:(?P<power>square|sq\.?|cubic|cu\.?)[\s-])?(?P<word>{words_pattern(_WORD_NAMES)})(?![^\W²³])"
    r"(?:\s(?P<after>squared|cubed)\b|(?P<exponent>[²³]|\^[23]))?",
    re.IGNORECASE,
)
_TIME_ADJECTIVE = re.compile(rf"{_GAP}(?:{words_pattern(TIME_ADJECTIVES)})(?=[\s-])", re.IGNORECASE)
_LETTERS = words_pattern(symbol for symbol in _SYMBOL_NAMES if symbol[-1].isalpha())
_SIGNS = words_pattern(symbol for symbol in _SYMBOL_NAMES if not symbol[-1].isalpha())
_SYMBOL = re.compile(
    rf"(?P<gap>{_GAP})(?P<symbol>(?:{_LETTERS})(?=(?:[²³]|\^?[23])?(?!\w))|(?:{_SIGNS}))"
    r"(?:(?<=[A-Za-z])(?P<exponent>[²³]|\^?[23](?!\d)))?(?:\s(?P<after>squared|cubed)\b)?"
)
# "3 cu. m", "20 sq.km", "9 cu. ft."
_ABBREVIATED = re.compile(
    rf"{_GAP}(?P<power>sq|cu)\.?\s?(?P<length>km|cm|mm|m|ft|mi|yds?|in)(?!\w)(?:\.(?=\s?[a-z,;)]))?",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?:\s?/\s?|[\s-]per[\s-])")
_A_RATE = re.compile(r"[\s-](?:an?|each|every)[\s-]", re.IGNORECASE)
_NO_RATE = re.compile(
    r"[\s-](?:ago|earlier|later|before|after|on[\s-]year|long|from|old|in advance|ahead|apart)\b"
)
_PER = re.compile(
    rf"(?:\s?/\s?|[\s-]per[\s-])(?:[a-z]+\s(?=(?:{words_pattern(PER_NOUNS)})\b))?(?P<noun>[a-z]{{3,}})(?!\w)",
    re.IGNORECASE,
)
_A_PER_NOUN = re.compile(rf"[\s-](?:an?|each|every)[\s-]({words_pattern(PER_NOUNS)})(?!\w)", re.I)
_POWERS = {"²": "square", "2": "square", "squared": "square", "³": "cubic", "3": "cubic"}
_AMBIGUOUS_CONTEXT = re.compile(rf"\s?(?:{words_pattern(AMBIGUOUS_CONTEXT)})\b", re.IGNORECASE)
_TEMPERATURE = re.compile(TEMPERATURE_CONTEXT, re.IGNORECASE)
_TEMPERATURE_IS = re.compile(TEMPERATURE_IS, re.IGNORECASE)
_LETTERED = re.compile(LETTERED, re.IGNORECASE)
_CURRENT = re.compile(rf"\b(?:{CURRENT_CONTEXT})\b")
_DISTANCE = re.compile(rf"\s(?:{DISTANCE_CONTEXT})\b")
_CLAUSE_END = re.compile(r"[.;!?]\s")
_CLAUSE_ENDS = re.compile(r"\s?(?:[.,;:!?)\]”\"]|$)")
_DEGREES_END = re.compile(
    rf"{_CLAUSE_ENDS.pattern}|\s(?:and|or|in|on|at|by|but|with|during|overnight|today|for|after|before)\b"
)
_FOOT_INCH = re.compile(r"['’]\s?\d")
_EXTENT_BEFORE = re.compile(
    r"\b(?:altitude|height|depth|elevation|length|width)\sof\s(?:about\s|around\s)?[\d.,]+$",
    re.IGNORECASE,
)
# "40 km", "square feet"; seconds where something is per second: "m/s"
_LENGTHS = words_pattern(
    spelled
    for spelled, (name, _kind) in (_WORD_NAMES | _SYMBOL_NAMES).items()
    if name in LENGTHS and spelled[-1].isalpha()
)
_LENGTH_AT_END = re.compile(rf"(?<![^\W\d_])(?:{_LENGTHS})$|(?<=/)s$")
_MILLIONS_AT_END = re.compile(r"[$£€¥]\s?\d[\d.,]*\s?m$")
_AFTER_FOOT = re.compile(r"\d['’]\s?\d{1,2}$")

_CURRENCY_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:(?P<code>{words_pattern(CODES)})|(?P<mark>{words_pattern(PREFIXES)}))"
    rf"|(?P<sign>[$£€¥₹₽₩₪₺₦₴₫₱฿₡₸₾₼₲₵৳]))\s?$|(?<![\w-])(?P<glued>{words_pattern(WORDLIKE_CODES)})$"
)
_CURRENCY_AFTER = re.compile(
    rf"{_GAP}(?:(?P<word>(?i:{words_pattern(WORDS)}))s?(?!\w)|(?P<code>{words_pattern(CODES)})(?!\w))"
)
_HUNDREDTH_WORDS = words_pattern(word for word in HUNDREDTHS if len(word) > 1)
_HUNDREDTH_AFTER = re.compile(
    rf"(?P<gap>{_GAP})(?P<word>(?i:{_HUNDREDTH_WORDS})|[pc¢])(?![\w/.]?\w)"
)
_POUNDS_AFTER = re.compile(rf"{_GAP}pounds?(?P<sterling> sterling)?(?!\w)", re.IGNORECASE)
_MONEY_OR_UNIT = re.compile(rf"\s(?P<word>{words_pattern(MONEY_OR_UNIT)})(?!\w)")
_ON_SCALE = re.compile(
    rf"\son\sthe\s(?P<unit>{words_pattern([*SCALES, *_WORD_NAMES])}|(?-i:{_LETTERS}))\sscale\b",
    re.IGNORECASE,
)
_POINTS_AFTER = re.compile(rf"{_GAP}points?\b", re.IGNORECASE)
_INDEX_CONTEXT = re.compile(INDEX_CONTEXT)
_SHARE_CONTEXT = re.compile(SHARE_CONTEXT, re.IGNORECASE)
_POUND_MONEY = re.compile(rf"\b(?:{POUND_MONEY})", re.IGNORECASE)


def unit_at(text: str, position: int) -> Unit | None:
    """The unit that begins at ``position``, right after a number; the longest, with its rate."""
    unit = _simple_unit_at(text, position) or _described_unit_at(text, position)
    if unit is None or unit.kind == "percent":
        return unit
    return _with_rate(text, unit)


def _with_rate(text: str, unit: Unit) -> Unit:
    """A measure with what it is per: "barrels a day", "km/h"; any other unit as it came."""
    if unit.kind != "measure":
        return unit
    if rate := _RATE.match(text, unit.end):
        lower = _simple_unit_at(text, rate.end(), after_digits=False, after_rate=True)
    elif rate := _A_RATE.match(text, unit.end):
        lower = _simple_unit_at(text, rate.end(), after_digits=False)
        if lower and (lower.kind != "duration" or _NO_RATE.match(text, lower.end)):
            return unit
    else:
        return unit
    return Unit(f"{unit.name} per {lower.name}", "measure", lower.end) if lower else unit


def _simple_unit_at(
    text: str, position: int, after_digits: bool = True, after_rate: bool = False
) -> Unit | None:
    if powered := _ABBREVIATED.match(text, position):
        name, _ = _SYMBOL_NAMES[powered["length"].lower()]
        return Unit(_powered(name, powered["power"], None), "measure", powered.end())
    words = _WORD.match(text, position)
    symbol = _SYMBOL.match(text, position) if after_digits or after_rate else None
    if symbol and (not words or symbol.end() > words.end()):
        return _symbol_unit(text, position, symbol, after_rate)
    if not words:
        return None
    name, kind = _WORD_NAMES[words["word"].lower()]
    return Unit(
        _powered(name, words["power"], words["exponent"] or words["after"]), kind, words.end()
    )


def _described_unit_at(text: str, position: int) -> Unit | None:
    """A unit of time behind what describes it: "three consecutive days", "two more years"."""
    described = _TIME_ADJECTIVE.match(text, position)
    unit = _simple_unit_at(text, described.end(), after_digits=False) if described else None
    return unit if unit and unit.kind == "duration" else None


def _symbol_unit(
    text: str, position: int, found: re.Match[str], after_rate: bool = False
) -> Unit | None:
    symbol = found["symbol"]
    in_rate = after_rate or text.startswith("/", found.end())  # "1.3 A/cm2"
    if not (in_rate and symbol == "A") and not _is_meant(text, position, symbol, found.end()):
        return None
    if found["gap"] and not in_rate and not _stands_apart(text, symbol, found.end()):
        return None
    name, kind = _SYMBOL_NAMES[symbol]
    return Unit(_powered(name, None, found["exponent"] or found["after"]), kind, found.end())


def _is_meant(text: str, position: int, symbol: str, end: int) -> bool:
    """Whether a symbol that is mostly something else is the unit here: "5' 2", "12 C.", "13A"."""
    if symbol in AMBIGUOUS:
        return bool(
            _AMBIGUOUS_CONTEXT.match(text, end)
            or _FOOT_INCH.match(text, end - len(symbol))
            or _AFTER_FOOT.search(text, max(0, position - 6), position)
            or _EXTENT_BEFORE.search(text, max(0, position - 30), position)
        )
    if symbol in ("C", "F"):
        return _is_temperature(text, position, end)
    if symbol == "A":
        before = _CLAUSE_END.split(text[max(0, position - 60) : position])[-1]
        behind = _CLAUSE_END.split(text[end : end + 40])[0]
        return bool(_CURRENT.search(before) or _CURRENT.search(behind))
    return (
        not symbol.lower().startswith("k") or symbol[-1] != "s" or bool(_DISTANCE.match(text, end))
    )


def _stands_apart(text: str, symbol: str, end: int) -> bool:
    """Whether a symbol behind a space can be the unit: "40 km", "12 C", "the load was 12 t."."""
    if symbol not in GLUED_ONLY or symbol in ("A", "C", "F"):
        return True
    return symbol in SPACED_AT_END and bool(_CLAUSE_ENDS.match(text, end))


def _is_temperature(text: str, position: int, end: int) -> bool:
    """Whether a C or F is degrees, by a word near or by what the number is said of."""
    if _TEMPERATURE.search(text, max(0, position - 90), position + 60):
        return True
    if _LETTERED.search(text, max(0, position - 30), position):
        return False
    window = max(0, position - 24)
    return bool(_TEMPERATURE_IS.search(text, window, position) and _DEGREES_END.match(text, end))


def _powered(name: str, before: str | None, after: str | None) -> str:
    """The unit's name as area or volume: "square kilometre" of "sq km" and "km2"."""
    if before:
        return ("square " if before.lower().startswith("sq") else "cubic ") + name
    if after:
        return f"{_POWERS.get(after.lower().lstrip('^'), 'cubic')} {name}"
    return name


def currency_before(text: str, position: int) -> Currency | None:
    """The currency that ends right before a number: "EUR" of "EUR1.1 billion"."""
    found = _CURRENCY_BEFORE.search(text, max(0, position - 7), position)
    if not found:
        return None
    if mark := (found["mark"] or found["sign"]):
        if mark in ("R", "PS", "Sh") and text[position - 1].isspace():
            return None
        return Currency(PREFIXES[mark], found.start(), position)
    return Currency(found["code"] or found["glued"], found.start(), position)


def currency_at(text: str, position: int, scaled: bool = False) -> Currency | None:
    """The currency that begins at ``position``, right after a number; ``scaled``: of millions."""
    if found := _HUNDREDTH_AFTER.match(text, position):
        word = found["word"].lower()
        if len(word) > 1 or not found["gap"] or (word == "p" and "-" not in found["gap"]):
            return Currency(HUNDREDTHS[word], position, found.end(), Decimal("0.01"))
    if found := _CURRENCY_AFTER.match(text, position):
        code = found["code"] or WORDS.get(found["word"].lower())
        return Currency(code, position, found.end()) if code else None
    found = _MONEY_OR_UNIT.match(text, position)
    if found and _is_money(text, position):
        return Currency(MONEY_OR_UNIT[found["word"]], position, found.end())
    found = _POUNDS_AFTER.match(text, position)
    if found and (found["sterling"] or scaled or _is_money(text, position)):
        return Currency("GBP", position, found.end())
    return None


def points_at(text: str, position: int) -> Unit | None:
    """The unit "point" of an index or "percentage point", by the words near; None without them.

    "Inflation eased 0.2 points" are percentage points, "the Dow lost 190 points" an index's.
    """
    found = _POINTS_AFTER.match(text, position)
    if not found:
        return None
    context = text[max(0, position - 90) : found.end() + 40]
    if _INDEX_CONTEXT.search(context):
        return Unit("point", "other", found.end())
    if _SHARE_CONTEXT.search(context):
        return Unit("percentage point", "percent", found.end())
    return None


def scale_at(text: str, position: int) -> Unit | None:
    """The unit of the scale that a number is on, not part of it: "70 on the GPa scale"."""
    found = _ON_SCALE.match(text, position)
    if not found:
        return None
    word = found["unit"]
    name = SCALES.get(word.lower())
    if name:
        return Unit(name, "measure", position)
    name, kind = _SYMBOL_NAMES.get(word) or _WORD_NAMES[word.lower()]
    return Unit(name, kind, position)


def pound_at(text: str, position: int) -> Unit | None:
    """Pounds of weight after a number, "208 pounds", where :func:`currency_at` found no money."""
    found = _POUNDS_AFTER.match(text, position)
    return Unit("pound", "measure", found.end()) if found else None


def _is_money(text: str, position: int) -> bool:
    return bool(_POUND_MONEY.search(text, max(0, position - 50), position + 30))


def per_at(text: str, position: int) -> str | None:
    """What a price or rate is per, canonical: "year" of " a year", "share" of "/share"."""
    if rate := _RATE.match(text, position) or _A_RATE.match(text, position):
        in_rate = not rate.group().strip(" -").startswith(("a", "e", "A", "E"))  # "per kWh"
        unit = _simple_unit_at(text, rate.end(), after_digits=False, after_rate=in_rate)
        if unit and unit.kind != "percent" and not _NO_RATE.match(text, unit.end):
            return unit.name
    if found := _A_PER_NOUN.match(text, position) or _PER.match(text, position):
        noun = found[1].lower()
        return None if noun == "cent" else noun
    return None


def ends_in_length(text: str) -> bool:
    """Does the text end in a unit that ² and ³ make an area or a volume: "40 km", "(m", "m/s"?

    Not in money ("£3m"), nor in a word that is a unit after digits only ("lives in").
    """
    tail = text[-40:]
    found = _LENGTH_AT_END.search(tail)
    if found is None or _MILLIONS_AT_END.search(tail):
        return False
    return found[0] not in AMBIGUOUS or tail[: found.start()].rstrip()[-1:].isdigit()
