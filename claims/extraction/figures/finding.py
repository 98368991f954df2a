"""Figures: value, modifier, unit or currency, what is counted, what they are part of.

The way: stretches that hold no figures are taken out (``rejection.py``),
candidates are read from the characters (``figures.py``), then spaCy's syntax
settles doubts, finds what is counted (``counted.py``) or measured (``measured.py``), the
direction of a change (``changes.py``), parts of a whole (``parts.py``), what is left unsaid
(``ellipsis.py``, ``situating.py``), and where it holds (``places.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claims.figures import Figure, Stretch, may_hold_figures, no_figures, per_at, read_figures

from ..blocks import Kind
from ..parsing import Paragraph, ParsedArticle, text_of
from ..records import Change, Counted, DateSpan, Quantity
from ..syntax import NOUNS, tokens_of
from .counted import NounPhrase, has_verb
from .ellipsis import with_elliptical_units
from .labelled import with_labels
from .measured import Taken
from .numbered import is_label_of_noun
from .parts import part_links
from .places import Places
from .situating import OLDEST, Situated, situate

_NAMES = frozenset({"ORG", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART"})
_TEMPORAL = frozenset(
    {
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "during",
        "before",
        "after",
        "of",
        "early",
        "late",
    }
    | {"mid", "around", "to", "and", "through"}
)


def find_quantities(article: ParsedArticle, dates: Sequence[DateSpan]) -> list[Quantity]:
    """The article's figures, in the order of the text; ``dates`` are never figures."""
    quantities: list[Quantity] = []
    labels = {
        paragraph.start: paragraph
        for paragraph in article.paragraphs
        if paragraph.block and paragraph.block.kind is Kind.LABEL
    }
    date_starts = [found.start for found in dates]
    for paragraph in article.paragraphs:
        if paragraph.start in labels:
            continue
        found = _in_paragraph(article, paragraph, dates, len(quantities))
        if found and paragraph.block:
            found = with_labels(found, paragraph, labels, date_starts)
        quantities += found
    return quantities


def _in_paragraph(
    article: ParsedArticle, paragraph: Paragraph, dates: Sequence[DateSpan], offset: int
) -> list[Quantity]:
    doc, start = paragraph.doc, paragraph.start
    text, end = paragraph.text, start + len(paragraph.text)
    if not may_hold_figures(text):
        return []
    here = (span for span in dates if span.start < end and start < span.end)
    blocked = [(span.start - start, span.end - start) for span in here]
    figures = _after_dates(doc, read_figures(text, no_figures(text, blocked)), blocked)
    figures = [settled for figure in figures if (settled := _settle(doc, figure))]
    if not figures:
        return []
    figures = with_elliptical_units(doc, figures)
    links = part_links(text, figures)
    places = Places(paragraph, figures)
    yearly = (found.span() for found in _YEAR_ON_YEAR.finditer(text))
    taken = _taken(doc, [*((figure.start, figure.end) for figure in figures), *blocked, *yearly])
    situated = situate(doc, figures, links, taken)
    quantities = []
    for index, item in enumerate(situated):
        counted = _counted_span(text, start, item.counted)
        record = _record(item.figure, text, start, counted, item.change)
        if record.kind == "count":
            record = replace(record, per=_rate_of(text, item))
        whole = links.get(index)
        quantities.append(
            replace(
                record,
                part_of=None if whole is None else offset + whole,
                place=places.place_of(item.figure, item.head),
            )
        )
    return quantities


def _after_dates(doc: Doc, figures: Sequence[Figure], dates: Sequence[Stretch]) -> list[Figure]:
    """The figures, one right behind a date with its doubts settled: "On Friday 14 people died".

    It is no part of a name, and no year where a plural follows.
    """
    ends = {end + gap for _, end in dates for gap in (1, 2)}
    return [
        replace(figure, doubt="") if figure.start in ends and _counts(doc, figure) else figure
        for figure in figures
    ]


def _counts(doc: Doc, figure: Figure) -> bool:
    following = tokens_of(doc, *figure.number)[-1].i + 1
    before_plural = following < len(doc) and doc[following].tag_ in ("NNS", "NNPS")
    return figure.doubt == "name" or (figure.doubt == "year" and before_plural)


def _record(
    figure: Figure, text: str, offset: int, counted: Counted | None, change: Change | None
) -> Quantity:
    return Quantity(
        offset + figure.start,
        offset + figure.end,
        text[figure.start : figure.end],
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        unit=figure.unit,
        currency=figure.currency,
        counted=counted,
        change=change,
        per=figure.per,
    )


def _rate_of(text: str, item: Situated) -> str | None:
    """What a count is per, None where it is not: "20 per week", "four times a year"."""
    if per := per_at(text, item.figure.end):
        return per
    follows = item.counted and 0 <= item.counted.start - item.figure.end <= 1
    return per_at(text, item.counted.end) if item.counted and follows else None


def _counted_span(text: str, offset: int, phrase: NounPhrase | None) -> Counted | None:
    if phrase is None:
        return None
    return Counted(
        offset + phrase.start, offset + phrase.end, text[phrase.start : phrase.end], phrase.head
    )


# ------------------------------------------------------------------ doubts that syntax settles

_APPOSED = re.compile(r"(?<=[^\W\d]),\s$")
_APPOSED_END = re.compile(r"(?:,|\s?[);.]|\s[―—–]|\sand\b)")


def _settle(doc: Doc, figure: Figure) -> Figure | None:
    """The figure, perhaps as an age, or None where syntax shows that it is none."""
    token = tokens_of(doc, *figure.number)[0]
    may_be_age = figure.is_bare and figure.kind == "count"
    if may_be_age and any(is_age(doc, figure, token) for is_age in _AGE_RULES):
        return replace(figure, kind="age", unit="year", doubt="")
    rejects = {
        "pronoun": _is_pronoun,
        "year": _is_year,
        "name": _is_name,
        "title": _is_title,
        "verb": _is_no_verb,
    }
    rule = rejects.get(figure.doubt)
    return None if rule and rule(doc, figure, token) else figure


def _is_apposed_age(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether a number in commas behind a person is an age: "the suspect, 43, was arrested"."""
    if not (1 <= figure.value <= OLDEST) or figure.modifier != "exact" or token.i < 2:
        return False
    if not _APPOSED.search(text_of(doc), max(0, figure.start - 3), figure.start):
        return False
    if not _APPOSED_END.match(text_of(doc), figure.end):
        return False
    named = doc[token.i - 2]
    return named.tag_ in ("NN", "NNP") and named.ent_type_ not in ("DATE", "TIME", "CARDINAL")


_TALLY_FOLLOWS = re.compile(r"[-–]\d")
_PERSONS = frozenset({"he", "she", "who", "i"})


def _is_stated_age(doc: Doc, figure: Figure, _first: Token) -> bool:
    """Whether the number is said of a person as an age: "she is 70", "Mr Ito, who turned 81"."""
    token = tokens_of(doc, *figure.number).root
    verb = token.head
    if token.dep_ not in ("attr", "acomp", "dobj") or verb.lemma_ not in ("be", "turn"):
        return False
    if not 1 <= figure.value <= OLDEST or any(child.dep_ == "prep" for child in token.children):
        return False
    return any(
        child.dep_ == "nsubj" and (child.lower_ in _PERSONS or child.ent_type_ == "PERSON")
        for child in verb.children
    )


_AT = re.compile(r"(?:^|[.!?]\s)At\s$")
_LIMITS = ("under", "over", "above", "below")
_GROUPS = frozenset(
    {"people", "persons", "women", "men", "children", "adults", "voters", "drivers", "workers"}
    | {"residents", "patients", "players", "those", "them", "anyone", "everyone", "kids", "pupils"}
)


def _is_age_of_subject(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the number in front of a person's name is an age: "At 34, he is the youngest"."""
    if not _AT.search(text_of(doc), max(0, figure.start - 6), figure.start):
        return False
    if not 5 <= figure.value <= OLDEST or text_of(doc)[figure.end : figure.end + 2] != ", ":
        return False
    following = tokens_of(doc, figure.end + 2, figure.end + 3)[0]
    return following.lower_ in _PERSONS or following.ent_type_ == "PERSON"


def _is_age_limit(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether a number behind people bounds their age: "[people] under 25 pay less"."""
    span = tokens_of(doc, figure.start, figure.end)
    if span[0].lower_ not in _LIMITS or not span.start or figure.value > OLDEST:
        return False
    behind = doc[span.end : span.end + 1]
    counts = bool(behind) and behind[0].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")
    return doc[span.start - 1].lower_ in _GROUPS and not counts


_AGE_RULES = (_is_apposed_age, _is_stated_age, _is_age_of_subject, _is_age_limit)


def _is_pronoun(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether "one" is no number: "the one who left", "one should know"; not "one consultant"."""
    head = token.head
    return not (token.dep_ == "nummod" and head.pos_ in NOUNS and head.i > token.i)


def _is_year(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the number is a year: "in 2018", "the 1998 film"; not in "2000 people"."""
    before = doc[token.i - 1].lower_ if token.i else ""
    if figure.modifier != "exact":
        return before in _TEMPORAL
    counts = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i
    if before in _TEMPORAL or not counts:
        return 1900 <= figure.value < 2200 or before in _TEMPORAL
    return 1900 <= figure.value < 2200 and figure.value % 100 != 0


def _is_name(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the number is part of a name: "the Fortune 100"; not a tally, "the House 220-213"."""
    if _TALLY_FOLLOWS.match(text_of(doc), figure.end):
        return False
    if is_label_of_noun(doc, token):
        return True
    counts = token.dep_ == "nummod" and token.head.pos_ == "NOUN" and token.head.i > token.i
    if token.ent_type_ in _NAMES and token.ent_iob_ == "I" and not counts:
        return True
    if token.i == 0:
        return False
    before = doc[token.i - 1]
    if (
        before.pos_ != "PROPN"
        or before.ent_type_ == "GPE"
        or not before.text[:1].isupper()
        or before.is_sent_start
    ):
        return False
    named = token.head in (before, before.head) or token.head.pos_ == "PROPN"
    return not counts and named and token.dep_ != "dobj"


def _is_title(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the word is part of a title: "Ocean's Eleven"; not a headline: "Storm Kills Six"."""
    if token.is_sent_start or not token.text.istitle():
        return False
    if not has_verb(doc):
        return False
    before = token.nbor(-1)
    return not before.is_punct or before.is_bracket or before.text == "-"


def _is_no_verb(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the multiple's last word is no verb: "mixed doubles"; not in "profits doubled".

    "A doubling of rents" is said of them like a verb.
    """
    verb = tokens_of(doc, *figure.number)[-1]
    if verb.tag_ in ("NN", "VBG") and verb.i + 1 < len(doc) and verb.nbor().lower_ in ("of", "in"):
        return not verb.lower_.endswith("ing")
    return verb.pos_ != "VERB" or verb.lower_ == "double"


_YEAR_ON_YEAR = re.compile(r"\b(year|quarter|month|week)[\s-](?:on|over)[\s-]\1\b", re.IGNORECASE)


def _taken(doc: Doc, stretches: Sequence[Stretch]) -> Taken:
    """The tokens of figures and dates, and of "year on year"."""
    return frozenset(token.i for stretch in stretches for token in tokens_of(doc, *stretch))
