"""What labels say of a figure: the head of its column, that of its row, the key before it.

"Cost (EUR m)" above 2.5 makes it 2.5 million euros of cost, "Killed" before 9 makes it nine
people, "2024" above 15 says when. A label without a noun, as "East", names nothing counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from claims.figures import Change, Figure, no_figures, per_at, read_figures, singular
from claims.figures.lexicon.currencies import CODES, PREFIXES

from ..parsing import Paragraph
from ..records import Counted, Quantity, Span
from ..syntax import entities_of
from .counted import lemma
from .lexicon import CHANGING, SCALES, SIZES, SUFFERED

_UNIT = re.compile(r"[^\W_]|[%$€£¥₹°]")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]")
_BEHIND_COMMA = re.compile(r",\s*([^,]{1,30})$")
_BEHIND_IN = re.compile(r"\bin ([^,]{1,30})$", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:the )?(?:(?:total |overall |average |estimated )?(?:number|no\.?|nr\.?|amount|count|share"
    r"|proportion|percentage|volume|quantity)|%|percent|per cent) (?:of )?(?=\w)",
    re.IGNORECASE,
)
_ENDS_NOUN = frozenset({"IN", "TO", "WDT", "WP", "VBN", "VBD", "VBG", "-LRB-", ",", ":", "SYM"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLACES = frozenset({"GPE", "LOC"})
_PEOPLE_AND_PLACES = _PLACES | {"PERSON", "FAC", "DATE"}
_SIGNED = re.compile(r"\(?\s*(?P<sign>[+−–▲▼△▽↑↓-])")
_DOWN = frozenset("-−–▼▽↓")
_RATE = re.compile(r"\s(?:per|an?)\s|/")


def with_labels(
    quantities: Sequence[Quantity],
    paragraph: Paragraph,
    labels: Mapping[int, Paragraph],
    date_starts: Sequence[int],
) -> list[Quantity]:
    """The figures of a cell with unit, counted thing, place and dates of their labels.

    ``labels`` are the article's labels by where they begin, ``date_starts`` where its dates do.
    """
    block = paragraph.block
    if block is None:
        return list(quantities)
    head = labels.get(block.head) if block.head is not None else None
    rows = [labels[at] for at in block.rows if at in labels]
    return [
        _labelled(quantity, head, rows, date_starts, is_first=not number)
        for number, quantity in enumerate(quantities)
    ]


def _labelled(
    quantity: Quantity,
    head: Paragraph | None,
    rows: Sequence[Paragraph],
    date_starts: Sequence[int],
    is_first: bool,
) -> Quantity:
    labels = [head, *rows] if head is not None else rows
    is_dated = head is not None and any(_dates_in([head], date_starts))
    for label in labels:
        if is_first:
            quantity = _with_unit(quantity, label.text)
        if quantity.counted is None:
            noun = _noun(label)
            if noun is not None and _names_thing(noun, quantity, label is head, is_dated):
                span = label.span(noun.doc[noun.i : noun.i + 1])
                counted = Counted(span.start, span.end, span.text, _head(noun))
                per = quantity.per or per_at(label.text, noun.idx + len(noun))
                quantity = replace(quantity, counted=counted, per=per)
        if quantity.place is None:
            quantity = replace(quantity, place=_place(label))
    quantity = _as_change(quantity, _change(quantity, labels, is_first))
    if not quantity.dates:
        quantity = replace(quantity, dates=tuple(_dates_in(labels, date_starts)))
    return quantity


# ------------------------------------------------------------------ unit and scale


def _with_unit(quantity: Quantity, label: str) -> Quantity:
    """The figure read with the unit of its label: "2.5" below "Cost (EUR m)"."""
    if quantity.kind not in ("count", "money"):
        return quantity
    for unit in _units(label):
        if not _UNIT.search(unit):
            continue
        figure = _read_with(quantity.text, unit)
        if figure is None or (quantity.currency and figure.currency != quantity.currency):
            continue
        return replace(
            quantity,
            kind=figure.kind,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            currency=figure.currency,
            per=figure.per or quantity.per,
        )
    return quantity


def _units(label: str) -> Iterator[str]:
    """What may be the unit in a label, the likeliest first: "EUR m" of "Cost (EUR m)"."""
    yield from (found[1].strip() for found in _BRACKETS.finditer(label))
    outside = _BRACKETS.sub(" ", label).strip()
    for pattern in (_BEHIND_COMMA, _BEHIND_IN):
        if found := pattern.search(outside):
            yield found[1].strip()
    words = outside.split()
    if words:
        yield outside
        yield from (words[0], " ".join(words[:2]), words[-1], " ".join(words[-2:]))


@lru_cache(maxsize=4096)
def _read_with(figure: str, unit: str) -> Figure | None:
    """The figure with that unit, None where the words are none."""
    words = unit.replace("'000", "thousand").replace("’000", "thousand").split()
    currency = _currency(words[0]) if words else ""
    if currency:
        rest = [SCALES.get(word.lower(), word) for word in [words[0][len(currency) :], *words[1:]]]
        written = f"{currency if currency in CODES else ''}"
        before = f"{written} " if written else currency
        number = figure.removeprefix(currency).strip()
        behind = " ".join(word for word in rest if word)
        text = f"{before}{number} {behind}".strip()
    else:
        if len(words) == 1 and words[0] in SCALES and words[0] not in ("m", "b"):
            words = [SCALES[words[0]]]
        behind = " ".join(
            word if word.isupper() or len(word) < 3 else word.lower() for word in words
        )
        text = f"{figure}{'' if behind.startswith('%') else ' '}{behind}"
    found = read_figures(text, no_figures(text, []))
    if len(found) != 1 or found[0].start:
        return None
    rest_of_text = text[found[0].end :]
    says_more = not found[0].is_bare or found[0].end > len(figure) + 1
    is_whole = not rest_of_text or _RATE.match(rest_of_text)
    return found[0] if says_more and is_whole else None


def _currency(word: str) -> str:
    """The currency that a unit begins with: "EUR", "€" of "€m"."""
    if word in CODES:
        return word
    signs = (sign for sign in PREFIXES if word.startswith(sign) and not sign[-1].isalpha())
    return max(signs, key=len, default="")


# ------------------------------------------------------------------ what is counted, when, where


def _names_thing(noun: Token, quantity: Quantity, is_head: bool, is_dated: bool) -> bool:
    """Does the noun of a label say what is counted or measured?

    Of a row's label a noun in the plural does, or any below heads that are dates: "North" names
    the row, "Deaths" what its figures are of.
    """
    if noun.lower_ in SIZES or (quantity.unit in (noun.lemma_.lower(), singular(noun.lower_))):
        return False
    if noun.tag_ == "NNS" or _is_suffered(noun) or (is_head and quantity.kind != "count"):
        return True
    if noun.ent_type_ in _PEOPLE_AND_PLACES:
        return False
    if is_head:
        return noun.tag_ == "NN" or noun.text[1:].islower()
    return is_dated and noun.tag_ == "NN"


def _head(noun: Token) -> str:
    if noun.lower_ in SUFFERED:
        return "person"
    if noun.pos_ == "PROPN" and noun.text[1:].islower() and not noun.left_edge.i < noun.i:
        return singular(noun.lower_)
    return lemma(noun)


def _noun(label: Paragraph) -> Token | None:
    """The last noun before a preposition, a participle or a bracket."""
    size = _SIZE.match(label.text)
    tokens = [token for token in label.doc if token.idx >= (size.end() if size else 0)]
    noun: Token | None = None
    for token in tokens:
        if token.tag_ == "-LRB-" or (noun is not None and token.tag_ in _ENDS_NOUN):
            break
        if token.tag_ in _NOUN_TAGS and len(token) > 1:
            noun = token
    if noun is not None and noun.lower_ not in SUFFERED:
        return noun
    return next((token for token in tokens if _is_suffered(token)), noun)


def _is_suffered(token: Token) -> bool:
    """Are those counted to whom it happened: "Killed", "Evacuated"?"""
    return token.lower_ in SUFFERED or lemma(token) == "person"


def _place(label: Paragraph) -> Span | None:
    """The place that a row is of: "East Ham"."""
    entities = entities_of(label.doc)
    if len(entities) == 1 and entities[0].label_ in _PLACES:
        return label.span(entities[0])
    return None


def _change(quantity: Quantity, labels: Sequence[Paragraph], is_first: bool) -> Change | None:
    """By its sign where its label or its place says that it is one: "Gold: $2,310 (-0.7%)".

    There is no verb beside it that could.
    """
    words = {word.strip("(),.").lower() for label in labels for word in label.text.split()}
    signed = _SIGNED.match(quantity.text)
    if signed and (not is_first or not words.isdisjoint(CHANGING)):
        return "decrease" if signed["sign"] in _DOWN else "increase"
    known = (CHANGING[word] for word in sorted(words & CHANGING.keys()))
    return next((change for change in known if change), None)


def _as_change(quantity: Quantity, change: Change | None) -> Quantity:
    """The figure with the size of a change, whose sign is its direction: "-0.4%"."""
    if change and quantity.low is not None and quantity.high is not None and quantity.low < 0:
        quantity = replace(quantity, low=abs(quantity.high), high=abs(quantity.low))
    return replace(quantity, change=change)


def _dates_in(labels: Sequence[Paragraph], date_starts: Sequence[int]) -> Iterator[int]:
    for label in labels:
        ends = (label.start, label.start + len(label.text))
        yield from range(*(bisect_left(date_starts, end) for end in ends))
