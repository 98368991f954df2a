"""Figures read from characters alone: value, unit, currency, modifier, range, ratio, rank.

:func:`read_figures` proposes candidates over the untouched text, longest match
first and rejected stretches taken out. What needs syntax (what is counted, what
a figure is part of, whether it is the size of a change) comes later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .lexicon.modifiers import AFTER, BEFORE, OVER_COMPANY, OVER_PARTICLE
from .lexicon.names import OPEN_PREFIXES
from .lexicon.numerals import MULTIPLES, ORDINALS
from .numerals import NUMBER_WORDS, Numeral, cardinal, round_fraction, scan
from .numerals import words_pattern as words
from .records import Change, Modifier, QuantityKind
from .rejection import Stretch, is_tally
from .units import Currency, currency_at, currency_before, per_at, points_at, pound_at, unit_at


@dataclass(frozen=True, slots=True)
class Figure:
    """A candidate: ``text[start:end]`` with modifier and unit, ``number`` its bare numeral.

    ``doubt`` names what syntax still has to settle before it counts as a figure.
    """

    start: int
    end: int
    number: Stretch
    low: Decimal | None
    high: Decimal | None
    kind: QuantityKind
    modifier: Modifier = "exact"
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    change: Change | None = None
    scale: Decimal = Decimal(1)
    form: str = "digits"
    doubt: str = ""

    @property
    def value(self) -> Decimal:
        """The bound that the text states; the lower one of a range."""
        return next(bound for bound in (self.low, self.high) if bound is not None)

    @property
    def is_bare(self) -> bool:
        return self.unit is None and self.currency is None

    @property
    def shares(self) -> tuple[str, str | None, str | None]:
        """What the two ends of a range have in common."""
        return self.kind, self.unit, self.currency


_ANY = re.compile(
    rf"\d|[½⅓⅔¼¾]|\b(?:{words(NUMBER_WORDS)}|{words(ORDINALS)}|several|few)s?(?!\w)"
    rf"|\b(?:{words(MULTIPLES)})|fold\b",
    re.IGNORECASE,
)


def may_hold_figures(text: str) -> bool:
    """A quick look that spares most paragraphs the rest."""
    return bool(_ANY.search(text))


def read_figures(text: str, blocked: Sequence[Stretch]) -> list[Figure]:
    """The candidates of a text in order; none touches a blocked stretch or another."""
    special = [
        figure
        for figure in (*_ranks(text), *_multiples(text))
        if not _touches(figure.number, blocked)
    ]
    taken = [*blocked, *(figure.number for figure in special)]
    plain: list[Figure] = []
    for numeral in scan(text):
        follows = bool(plain) and numeral.start - plain[-1].end <= 2
        if not _touches((numeral.start, numeral.end), taken) and (
            figure := _read_figure(text, numeral, follows)
        ):
            plain.append(figure)
    for merge in (_merge_ratios, _merge_ranges):
        plain = merge(text, plain)
    bounded = _merge_bounds(text, [_with_modifier(text, figure) for figure in plain])
    found = sorted((*special, *bounded), key=lambda figure: (figure.start, -figure.end))
    return _without_overlaps(found)


def _touches(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


def _without_overlaps(figures: Sequence[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in figures:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
        elif figure.number[0] >= kept[-1].end:
            kept.append(replace(figure, start=kept[-1].end))
    return kept


# ------------------------------------------------------------------ one figure

_GLUED_BEFORE = re.compile(r"(?:\w|\w[-‐‑/.:&]|[#@_/])$")
_OPEN_PREFIX = re.compile(rf"(?:{words(OPEN_PREFIXES)})$", re.IGNORECASE)
_MINUS = re.compile(
    r"(?:(?<![\w)])[-−–]|(?<!plus\sor\s)\b(?:minus|negative)[\s-])\s?$", re.IGNORECASE
)
_PLUS = re.compile(r"(?<!\w)\+$")
_OF_A_UNIT = re.compile(r"\s(?:of\s)?an?(?=\s)")
_AGE_AFTER = re.compile(r"[\s-]{1,2}olds?\b|\sof\sage\b", re.IGNORECASE)
_AGE_MARK = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?!\w)", re.IGNORECASE)
_AGED_BEFORE = re.compile(
    r"\b(?:aged|ages?|ages?\sof|ages?\sfrom|ages?\sbetween|aged\sbetween)\s$", re.I
)
_BOUND_INSIDE = re.compile(r"(?:-?\s?plus|\+|-odd|\sor\smore|\sor\sso)(?=\s)")
_BOUNDS_INSIDE: dict[str, Modifier] = {"plus": "at_least", "+": "at_least", "more": "at_least"}


def _read_figure(text: str, numeral: Numeral, follows: bool) -> Figure | None:
    """One numeral with sign, currency and unit: "-$5", "EUR1.1 billion", "12 per cent".

    ``follows``: another figure ends right before, so that a hyphen between them makes a range.
    """
    start, end = numeral.start, numeral.end
    before = currency_before(text, start) if numeral.form == "digits" else None
    if before:
        start = before.start
    elif _GLUED_BEFORE.search(text, max(0, start - 2), start) and not (
        follows or _OPEN_PREFIX.search(text, max(0, start - 8), start)
    ):
        return None
    value, start, change = _signed(text, numeral, start)
    figure = Figure(
        start, end, (numeral.start, end), value, value, "count",
        change=change, scale=numeral.scale, form=numeral.form,
    )  # fmt: skip
    figure = _with_unit(text, figure, before)
    inside = _BOUND_INSIDE.match(text, end)
    if inside and figure.end > inside.end():
        figure = _bounded(
            figure, _BOUNDS_INSIDE.get(re.split(r"[\s-]", inside.group())[-1], "about")
        )
    if figure.end == numeral.end and re.match(r"[^\W_]", text[end : end + 1]):
        return None
    figure = _with_age(text, figure)
    if numeral.form == "vague":
        return replace(figure, high=None, modifier="at_least")
    if numeral.form == "fraction" and figure.kind == "count" and figure.value < 1:
        return replace(figure, kind="ratio")
    return _with_doubt(text, figure)


def _signed(text: str, numeral: Numeral, start: int) -> tuple[Decimal, int, Change | None]:
    """The value with its sign and where the sign begins: "minus 5", "-$3", "+0.2%"."""
    window = max(0, start - 10)
    minus = _MINUS.search(text, window, start) if numeral.form in ("digits", "words") else None
    if minus and (minus.group()[0] not in "-−–" or not minus.group().endswith(" ")):
        return -numeral.value, minus.start(), None
    if numeral.form == "digits" and (plus := _PLUS.search(text, window, start)):
        return numeral.value, plus.start(), "increase"
    return numeral.value, start, None


def _with_unit(text: str, figure: Figure, before: Currency | None) -> Figure:
    """The figure with the currency or unit that stands before or after it."""
    if before:
        after = currency_at(text, figure.end)
        end = after.end if after and after.code == before.code else figure.end
        end = _skip_country(text, end)
        return replace(figure, end=end, kind="money", currency=before.code, per=per_at(text, end))
    at = figure.end
    if suffix := _BOUND_INSIDE.match(text, at):
        at = suffix.end()
    if figure.form == "fraction" and (article := _OF_A_UNIT.match(text, at)):
        at = article.end()
    if figure.form == "vague" and text.startswith(" of ", at):
        at += 3
    currency = currency_at(text, at, scaled=figure.scale >= 1_000_000)
    unit = unit_at(text, at) or points_at(text, at) or (None if currency else pound_at(text, at))
    if currency and (unit is None or currency.end >= unit.end):
        amount = figure.value * currency.factor
        end = currency.end
        return replace(
            figure, end=end, low=amount, high=amount,
            kind="money", currency=currency.code, per=per_at(text, end),
        )  # fmt: skip
    if unit:
        per = per_at(text, unit.end) if unit.kind in ("percent", "duration") else None
        return replace(figure, end=unit.end, kind=unit.kind, unit=unit.name, per=per)
    return figure


def _skip_country(text: str, end: int) -> int:
    """ "$75 U.S. per barrel", "$500 US bail" """
    found = re.compile(r"\s(?:U\.S\.|US)(?=\s(?:per|an?|bail)\b)").match(text, end)
    return found.end() if found else end


def _with_age(text: str, figure: Figure) -> Figure:
    """ "47-year-old", "ten months of age", "aged 43", "87 yo" """
    if figure.kind == "duration" and (found := _AGE_AFTER.match(text, figure.end)):
        return replace(figure, end=found.end(), kind="age", per=None)
    if figure.is_bare:
        if found := _AGE_MARK.match(text, figure.end):
            return replace(figure, end=found.end(), kind="age", unit="year")
        if _AGED_BEFORE.search(text, max(0, figure.start - 14), figure.start):
            return replace(figure, kind="age", unit="year")
    return figure


def _with_doubt(text: str, figure: Figure) -> Figure:
    """What only syntax can tell: "one" may be a pronoun, "2018" a year, "Model 3" a name."""
    if not figure.is_bare or figure.scale != 1:
        return figure
    number = text[slice(*figure.number)]
    if number.lower() == "one" and figure.value > 0:
        return replace(figure, doubt="pronoun")
    if len(number) == 4 and number.isdigit() and 1500 <= figure.value < 2200:
        return replace(figure, doubt="year")
    if len(number) <= 4 and "." not in number:
        return replace(figure, doubt="name")
    return figure


# ------------------------------------------------------------------ ratios, multiples, ranks

_IN = re.compile(r"\s(?:in|out\sof)(?:\severy)?\s(?:a\s)?$", re.IGNORECASE)
_TO_ONE = re.compile(r"\s?(?:-to-|:|\sto\s)\s?")


def _merge_ratios(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "one in five", "nine out of ten", "3-to-1" """
    return _merge_pairs(text, figures, _ratio)


def _ratio(text: str, first: Figure, second: Figure) -> Figure | None:
    gap = text[first.end : second.start]
    if first.form == "fraction" and second.kind == "percent" and second.value == 1:
        if gap.strip() != "of":  # "half of 1 percent"
            return None
        return replace(second, start=first.start, low=first.low, high=first.high)
    if not (first.is_bare and second.is_bare) or second.value == 0:
        return None
    if re.fullmatch(r"\s(?:in|out\sof)(?:\severy)?\s", gap, re.I):
        if not first.value < second.value or second.doubt == "year" or first.value > 100:
            return None
        if "out" in gap and not _is_round(second.value):
            return None
    elif re.fullmatch(r"\sover\s", gap):  # "one over three"
        if second.doubt == "year":
            return None
    elif re.fullmatch(r"\sof\s", gap):
        if not first.value < second.value <= 10:
            return None
    elif not re.fullmatch(r"-to-|:|\sto\s", gap) or second.value != 1 or first.value <= 1:
        return None
    value = round_fraction(first.value / second.value)
    return replace(
        first, end=second.end, number=(first.number[0], second.number[1]),
        low=value, high=value, kind="ratio", form="fraction", doubt="",
    )  # fmt: skip


def _is_round(value: Decimal) -> bool:
    return value <= 10 or value in (12, 20, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000)


_MULTIPLE = re.compile(
    rf"\b(?P<stem>{words(MULTIPLES)})(?:e[ds]?|ing)\b(?!\sdown\b)"
    r"|(?<![\w.,-])(?P<number>\d[\d.,]{0,14}|[a-z]+(?:-[a-z]+)?)[-\s]?fold\b"
    r"|(?<![\w.,-])(?P<times>\d[\d.,]{0,14}|[a-z]+)\stimes(?=\s(?:as|more|less|fewer|larger|higher|greater|bigger|"
    r"faster|the|its|their|his|her|what|earnings|book|that|lower|better|worse|over\b)(?!\w))",
    re.IGNORECASE,
)


def _multiples(text: str) -> Iterator[Figure]:
    """ "doubled", "tenfold", "three times as many" """
    for found in _MULTIPLE.finditer(text):
        if found["stem"]:
            value, doubt = MULTIPLES[found["stem"].lower()], "verb"
        else:
            read = cardinal(found["number"] or found["times"])
            if read is None:
                continue
            value, doubt = read, ""
        figure = Figure(
            *found.span(), found.span(), value, value, "multiple", form="words", doubt=doubt
        )
        yield _with_modifier(text, figure)


_ORDINAL = (
    rf"(?P<ordinal>(?:twenty|thirty|forty|fifty)-(?:{words(list(ORDINALS)[:9])})"
    rf"|{words(ORDINALS)}|\d{{1,4}}(?:st|nd|rd|th))"
)
_NOT_SUPERLATIVE = (
    r"(?:west|test|guest|request|interest|forest|protest|contest|quest|arrest|harvest|invest|rest"
    r"|chest|nest|midwest|northwest|southwest|conquest|digest|suggest|everest|priest)"
)
_RANKS = (
    # "The third-largest bank", "the second most expensive city"
    rf"\b{_ORDINAL}[\s-](?:(?:most|least)[\s-](?:\w+)|(?!{_NOT_SUPERLATIVE}\b)[a-z]+est|best|worst)\b",
    # "She finished fourth", "ranked 14th in the world", "rose to third"
    r"\b(?:finish\w*|rank(?:s|ed|ing)?|placed|came|come|comes|coming|stands?|stood|sits?|sat|lies"
    r"|remain(?:s|ed)?|climb\w*|rose|drop\w*|slip\w*|fell)\s(?:in\s|to\s|at\s|as\s|joint[-\s]|equal\s"
    rf"|a\s(?:distant|close)\s)?{_ORDINAL}"
    r"(?=\s(?:in|out|at|among|of|on|with|behind|overall|place|spot|position|globally|nationally|"
    r"worldwide|after|for)\b|\s?[.,;:!?)\"”]|$)",
    # "In tenth place", "14th in the table"
    rf"(?<!\bin\sthe\s)\b{_ORDINAL}(?=[\s-](?:place|spot|position|seed)\b"
    r"|\sin\sthe\s(?:world|table|league|standings|rankings|polls)\b)",
    # "The No. 6 seed", "ranked number two"
    r"(?<![\w-])(?:No\.\s?|Nos\.\s?|Number\s|number\s|no\.\s)(?P<number>\d{1,4}|one|two|three|four|five"
    r"|six|seven|eight|nine|ten)(?![\w/-]|[.,]\d)(?!\s(?:Downing|Street))",
)  # fmt: skip
_RANK = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _RANKS)
_NUMBERED = re.compile(
    r"\b(?:flight|case|mine|pit|reactor|plant|line|car|platform|shaft|well|engine|bus|room|route|exit|section|phone|telephone|lot|house|model|serial)\s$",
    re.I,
)


def _ranks(text: str) -> Iterator[Figure]:
    """Ordinals that rank something, and numbers of a chart: "third-largest", "No. 6"."""
    if not re.search(r"\d(?:st|nd|rd|th)\b|[a-z](?:st|nd|rd|th)\b|\bn(?:o\.|umber)", text, re.I):
        return
    for pattern in _RANK:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            if word := groups.get("ordinal"):
                value, start = _ordinal(word), found.start("ordinal")
            else:
                if _NUMBERED.search(text, max(0, found.start() - 12), found.start()):
                    continue
                value, start = cardinal(groups["number"]), found.start()
            if value is not None:
                yield Figure(
                    start, found.end(), (start, found.end()), value, value, "rank", form="words"
                )


def _ordinal(word: str) -> Decimal | None:
    word = word.lower()
    if word[0].isdigit():
        return Decimal(word[:-2])
    tens, _, ones = word.rpartition("-")
    return ORDINALS[ones] + (cardinal(tens) or Decimal(0))


# ------------------------------------------------------------------ ranges

_HYPHEN = re.compile(r"-?\s?[-–—~]\s?-?(?:to\s?-?)?|-?\sto\s?-", re.IGNORECASE)
_TO = re.compile(
    r"-?\s(?:to|through|until|(?:and\s)?up\sto)\s(?:-|about\s|around\s|as\smuch\sas\s)?|-to-"
)
_AND = re.compile(r"-?\sand\s")
_OR = re.compile(r"-?\sor\s")
_PLUS_MINUS = re.compile(r"\s?(?:\+\s?/\s?[-−]|±)\s?")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|roughly\s|the\sages\sof\s)?$", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom\s(?:the\s)?(?:between\s|about\s|around\s|as\slow\sas\s|roughly\s)?$", re.IGNORECASE
)
_RANGE_CUE = re.compile(
    r"\b(?:rang\w+|vary\w*|var(?:ies|ied)|anywhere|anything|somewhere|priced|spans?|spann\w+|spread"
    r"|sizes?|ages?|aged|estimates?|between|measur\w+|scale)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
_CHANGE_CUE = re.compile(
    r"\b(?:add(?:s|ed|ing)?|los[et]\w*|shed\w*|trim\w*|hik\w+|tak\w+|took|bring\w*|brought|revis\w+|amend\w*|upgrad\w+|downgrad\w+|push\w*"
    r"|slow\w*|shift\w*|switch\w*|improv\w+|strengthen\w*|weaken\w*|recover\w*|go|goes|gone|lift\w*"
    r"|r[oi]se[sn]?|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|surg\w+|gain\w*|up"
    r"|rais\w+|fell|fall\w*|drop\w*|declin\w+|decreas\w+|slid\w*|slump\w*|plung\w+|plummet\w*|cut\w*"
    r"|down|lower\w*|reduc\w+|eas\w+|narrow\w*|shr[aiu]nk\w*|widen\w*|expand\w*|went|mov\w+|chang\w+)"
    r"\b(?:\W+\w+){0,6}\W*$",
    re.IGNORECASE,
)  # fmt: skip


def _merge_ranges(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "5 to 10", "$10-15 billion", "between 5 and 10"; "from 3% to 5%" stays two"""
    return _merge_pairs(text, _share_from_to(text, figures), _range)


def _merge_pairs(
    text: str,
    figures: Sequence[Figure],
    merge: Callable[[str, Figure, Figure], Figure | None],
) -> list[Figure]:
    merged: list[Figure] = []
    for figure in figures:
        pair = merge(text, merged[-1], figure) if merged else None
        if pair:
            merged[-1] = pair
        else:
            merged.append(figure)
    return merged


def _share_from_to(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "from 13.5 to 14.0 mm", "from 208 pounds to 193": both ends in the stated unit"""
    shared = list(figures)
    for index in range(len(shared) - 1):
        first, second = shared[index : index + 2]
        if not _TO.fullmatch(text, first.end, second.start):
            continue
        if _is_from(text, first):
            shared[index], shared[index + 1] = _shared(first, second), _shared(second, first)
        elif first.kind == "other" and second.is_bare:  # "rose 64 points to 4,577"
            shared[index + 1] = replace(second, kind="other", unit=first.unit, doubt="")
    return shared


def _shared(figure: Figure, other: Figure) -> Figure:
    """The figure with the unit, currency and scale of the other end where it has none."""
    if not figure.is_bare or other.kind == "ratio":
        return figure
    shared = replace(
        figure, kind=other.kind, unit=other.unit, currency=other.currency, per=other.per, doubt=""
    )
    return _scaled(shared, other)


def _scaled(figure: Figure, later: Figure) -> Figure:
    """ "$10-15 billion": the first end takes the scale of the second"""
    value = figure.value * later.scale
    if figure.scale != 1 or later.number[0] < figure.number[0] or value > later.value:
        return figure
    return replace(figure, low=value, high=value, scale=later.scale)


def _is_from(text: str, figure: Figure) -> bool:
    return bool(_FROM.search(text, max(0, figure.start - 20), figure.start))


def _range(text: str, first: Figure, second: Figure) -> Figure | None:
    if first.high is None or second.high is None or first.low != first.high:
        return None
    gap = first.end, second.start
    if _PLUS_MINUS.fullmatch(text, *gap):
        margin = second.value
        low, high = first.value - margin, first.value + margin
        return _spanned(text, _shared(first, second), second, low, high)
    if not _is_range_gap(text, first, second):
        return None
    low_end, high_end = _scaled(_shared(first, second), second), _shared(second, first)
    if low_end.shares != high_end.shares or low_end.value >= high_end.value:
        return None
    return _spanned(text, low_end, high_end, low_end.value, high_end.value)


def _is_range_gap(text: str, first: Figure, second: Figure) -> bool:
    gap = first.end, second.start
    before = max(0, first.start - 20), first.start
    if _AND.fullmatch(text, *gap):
        return bool(_BETWEEN.search(text, *before))
    if _OR.fullmatch(text, *gap):
        return (
            first.is_bare
            and "words" in (first.form, second.form)
            and second.value == first.value + 1
        )
    if _HYPHEN.fullmatch(text, *gap):
        if first.form == second.form == "words" and "to" not in text[slice(*gap)]:
            return False  # "three-nought-four"
        return not is_tally(text, first.start, second.end) or not second.is_bare
    if not _TO.fullmatch(text, *gap):
        return False
    if not first.is_bare and first.end != first.number[1] and second.is_bare:
        return False  # "rose 6.5% to 164"
    sentence = text[max(0, first.start - 60) : first.start]
    if _is_from(text, first):
        sentence, _, words = sentence.lower().rpartition("from")
        if words.startswith(" the "):  # "below the forecast, down from the $89 to $93 billion"
            return True
        return bool(_RANGE_CUE.search(sentence)) or not _CHANGE_CUE.search(sentence)
    if not _CHANGE_CUE.search(sentence):
        return True
    # "fell by 1 to 1.5 degrees" is a range, "rose by 12,000 to 84,000" and "rose $3 to $84" are not
    return first.is_bare and (not second.is_bare or second.value <= 3 * first.value)


def _spanned(text: str, first: Figure, second: Figure, low: Decimal, high: Decimal) -> Figure:
    between = _BETWEEN.search(text, max(0, first.start - 20), first.start)
    return replace(
        first, start=between.start() if between else first.start, end=second.end,
        number=(first.number[0], second.number[1]), low=low, high=high,
        modifier="between", per=second.per or first.per, doubt="",
    )  # fmt: skip


# ------------------------------------------------------------------ modifiers

_BEFORE = re.compile(
    r"(?:(?<![\w-])|(?=[<>~≥≤≈]))(?:"
    + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in BEFORE)
    + r")\s?(?:an?\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?,?\s?(?:" + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in AFTER) + ")",
    re.IGNORECASE,
)
_AND_ENDS = re.compile(r"\s?(?:[.,;:)!?]|$|in\b|of\b|are\b|were\b|have\b)")
_BARE_OVER = re.compile(r"(?:over|above|under|below|around)\s?(?:an?\s)?", re.IGNORECASE)
_OVER_PARTICLE = re.compile(rf"\b(?:{OVER_PARTICLE})\s$", re.IGNORECASE)
_OVER_COMPANY = re.compile(rf"\b(?:{OVER_COMPANY})\s$", re.IGNORECASE)
_LONGEST_MODIFIER = 44


def _with_modifier(text: str, figure: Figure) -> Figure:
    """The figure with the bound around it: "just over", "no fewer than", "or more"."""
    window = max(0, figure.start - _LONGEST_MODIFIER)
    before = _BEFORE.search(text, window, figure.start)
    if before and not _says_when(text, figure, before):
        name: Modifier = before.lastgroup  # type: ignore[assignment]
        figure = replace(figure, start=before.start())
        if figure.modifier not in ("between", "at_least"):
            figure = _bounded(figure, name)
    after = _AFTER.match(text, figure.end)
    if after and not (" and " in after.group() and not _AND_ENDS.match(text, after.end())):
        figure = replace(figure, end=after.end())
        if figure.modifier != "between":
            figure = _bounded(figure, after.lastgroup)  # type: ignore[arg-type]
    return figure


def _bounded(figure: Figure, modifier: Modifier) -> Figure:
    value = figure.value
    low = None if modifier in ("at_most", "less_than") else value
    high = None if modifier in ("at_least", "more_than") else value
    return replace(figure, modifier=modifier, low=low, high=high)


def _says_when(text: str, figure: Figure, before: re.Match[str]) -> bool:
    """ "fought over two days", "handed over two boats": no bound"""
    if _OVER_PARTICLE.search(text, max(0, before.start() - 14), before.start()):
        return before.group().lstrip().lower().startswith("over")
    if figure.kind != "duration" or not _BARE_OVER.fullmatch(before.group().lstrip()):
        return False
    return not _OVER_COMPANY.search(text, max(0, before.start() - 10), before.start())


_BOTH = re.compile(r",?\s(?:and|but)\s(?:is\s)?|,\s")
_LOWER, _UPPER = ("at_least", "more_than"), ("at_most", "less_than")


def _merge_bounds(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "greater than 100 and smaller than 300" """
    return _merge_pairs(text, figures, _interval)


def _interval(text: str, first: Figure, second: Figure) -> Figure | None:
    if not _BOTH.fullmatch(text, first.end, second.start) or first.form == "vague":
        return None
    pair = (first.modifier in _LOWER, second.modifier in _UPPER)
    turned = (first.modifier in _UPPER, second.modifier in _LOWER)
    if not (all(pair) or all(turned)) or not (first.is_bare or first.shares == second.shares):
        return None
    low, high = (first.low, second.high) if all(pair) else (second.low, first.high)
    if low is None or high is None or low >= high:
        return None
    return replace(
        second, start=first.start, number=(first.number[0], second.number[1]),
        low=low, high=high, modifier="between", doubt="",
    )  # fmt: skip
