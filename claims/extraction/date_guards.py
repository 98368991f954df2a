"""What looks like a date and is none: "May" the verb, "April" the person, "1,549" on a flight."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from .date_readings import Match, numeric_dates
from .lexicon import dates as lexicon

_NUMBER_LABELS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL", "TIME"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "GPE", "LOC"})
_FRIDAY_13TH = re.compile(r"Friday,? the 13th", re.IGNORECASE)  # a superstition, a film
_CLAUSE = 12  # words before "since"
_TEMPORAL = frozenset({"IN", "SINCE", "UNTIL", "THIRD", "OF", "FROM", "TO", "BETWEEN", "AND",
                       "FOR", "LAST", "THIS", "NEXT", "BEFORE", "AFTER"})  # fmt: skip
_GIVEN_NAMES = frozenset({"april", "may", "june", "jan", "august"})


def is_date(match: Match, doc: Doc) -> bool:
    """Whether the sentence around a match lets it be a date."""
    kinds = [word.kind for word in match.own]
    if kinds[0] == "NUMERIC":
        return bool(numeric_dates(match.one("NUMERIC")))
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None:
        return False
    if _previous(span) in lexicon.REPEATERS or _is_inside_name(span, kinds):
        return False
    if kinds in (["MONTH"], ["SHORT_MONTH"]):
        return _is_month(match, span)
    if kinds in (["YEAR"], ["SHORT_YEAR"]):
        return _is_year(span)
    if kinds == ["OVERNIGHT"]:
        return _is_overnight(span)
    if kinds == ["HOLIDAY"]:
        return span.root.dep_ != "compound" or span.root.head.i < span.end  # no Christmas tree
    if kinds[-1] in ("QUARTER", "HALF") and kinds[0] == "ORDINAL":
        return _is_part_of_year(kinds[-1], doc)
    if kinds[0] == "SEASON":
        return span[0].pos_ != "VERB"  # sales will fall next year
    if kinds == ["WEEKDAY"]:
        return not _FRIDAY_13TH.match(doc.text, match.start)
    if "ERA" in kinds:
        return match.one("ERA").isupper()
    return True


def _previous(span: Span) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _next(span: Span) -> str:
    return span.doc[span.end].lower_ if span.end < len(span.doc) else ""


def _is_inside_name(span: Span, kinds: list[str]) -> bool:
    """The Sunday Times, April Ryan, Friday Night Lights: part of a longer name."""
    if kinds[0] not in ("MONTH", "SHORT_MONTH", "WEEKDAY", "SEASON", "HOLIDAY", "DEICTIC"):
        return False
    before = span[0].ent_iob_ == "I" and span[0].ent_type_ in _NAME_LABELS
    before = before or (kinds[0] == "DEICTIC" and _is_named(span))
    after = span.end < len(span.doc) and span.doc[span.end]
    goes_on = bool(after) and after.ent_iob_ == "I" and after.ent_type_ in _NAME_LABELS
    return before or (goes_on and after.text[0].isupper())


def _is_named(span: Span) -> bool:
    """USA Today: a capital in the middle of a sentence, after another name."""
    return span[0].text[0].isupper() and span.start > 0 and span.doc[span.start - 1].pos_ == "PROPN"


def _is_month(match: Match, span: Span) -> bool:
    """In May, the June figures; not: they may, Theresa May, the march, April said."""
    token, before = span[0], match.words[match.at - 1].kind if match.at else "OTHER"
    if before in _TEMPORAL:
        return token.tag_ != "MD"
    name = token.lower_
    if match.own[0].kind == "SHORT_MONTH" or name == "may":
        return False
    if name in _GIVEN_NAMES and token.ent_type_ == "PERSON":
        return False
    return token.pos_ in ("PROPN", "NOUN") and (name != "march" or _next(span) not in ("on", "for"))


def _is_year(span: Span) -> bool:
    """In 2008, the 2008 election; not: 2008 people, Flight 2008, 2008 GMT."""
    token, before, after = span[0], _previous(span), _next(span)
    if before in lexicon.NUMBERED_THINGS or after in lexicon.TIME_ZONES:
        return False
    label = token.ent_type_
    if label == "DATE":
        return True
    if before == "at" or label in ("MONEY", "PERCENT", "QUANTITY", "TIME"):
        return False
    if token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i:
        return False
    return before in lexicon.YEAR_PREPOSITIONS or (label not in _NUMBER_LABELS and label != "")


def _is_overnight(span: Span) -> bool:
    """Drones struck overnight, overnight strikes; not: an overnight train."""
    token = span[0]
    if token.dep_ not in ("amod", "compound", "nmod") or token.head.i < token.i:
        return True
    return token.head.lemma_.lower() in lexicon.OVERNIGHT_EVENTS


def _is_part_of_year(kind: str, doc: Doc) -> bool:
    """The third quarter, except of a game; the second half only of a business."""
    around = {token.lower_ for token in doc}
    if around & lexicon.SPORTS:
        return False
    return kind == "QUARTER" or bool(around & lexicon.BUSINESS)


def is_reference(doc: Doc, since: int) -> bool:
    """The highest since 1992: a year to compare with, and no interval from then on.

    ``since`` is the word's offset. What is compared stands before it in the
    same clause: a superlative, "first", or "not seen".
    """
    at = doc.char_span(since, since + len("since"), alignment_mode="expand")[0]
    for token in reversed(doc[max(at.sent.start, at.i - _CLAUSE) : at.i]):
        if token.is_punct and token.text not in "-'’":
            return False
        if token.tag_ in ("JJS", "RBS") or token.lower_ in lexicon.COMPARED_SINCE:
            return True
    return False
