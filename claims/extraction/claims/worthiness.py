"""Check-worthiness: how much a statement deserves a fact-checker's time.

A visible sum of named parts, clipped to 0..1. Most parts are rules: one function
each that gives its reason and weight, or nothing; parts by words are data of the
lexicon. One part, "wording", is learned from what people called worth a check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from claims.figures import figure_label

from ..records import Attribution, DateSpan, Quantity, Reason
from ..syntax import FINITE, entities_in
from .checkable import leaves_out_its_verb
from .contents import tells_what_happened
from .learned import Likeness, likeness
from .lexicon.worthiness import FINDERS, WORD_GROUPS, WordGroup
from .signs import signs_of

# What is learned ranks best by itself; rules that people can follow keep a say beside it.
_SAY_OF_RULES = 0.3
_EVEN, _STEP = 0.36, 0.07  # of log-odds from -6 to 6 between 0 and 1, with room for the rules
_IN_PASSING = frozenset({"age", "rank", "duration", "other"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})
_FEW = 3  # "two officials": small counts more often describe than state
_STANCES = {
    "intends": "intention",
    "urges": "demand",
    "judges": "judgement",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim's words, and what was found in them and about who says them.

    ``tokens`` are ``None`` where the words have no parse; ``knows_subject`` says that their
    subject is named, in them or in brackets; ``is_led`` that speaker and cue make a
    sentence of them.
    """

    text: str
    tokens: TokenSpan | None
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]
    attributions: tuple[Attribution, ...]
    knows_subject: bool = True
    is_led: bool = False


Part = Callable[[Statement], Reason | None]


def check_worthiness(statement: Statement) -> tuple[float, tuple[Reason, ...]]:
    """The sum of the parts, 0..1, and the parts, strongest first."""
    rules = rule_reasons(statement)
    parts = [_scaled(reason) for reason in rules]
    if statement.tokens is not None:
        parts.append(_wording(statement, rules))
    reasons = sorted(parts, key=lambda reason: -abs(reason.weight))
    total = round(sum(reason.weight for reason in reasons), 4)
    return min(1.0, max(0.0, total)), tuple(reasons)


def rule_reasons(statement: Statement) -> list[Reason]:
    """What the rules find, each with its weight among them."""
    found = [reason for part in PARTS if (reason := part(statement))]
    return [*found, *_words(statement)]


def _scaled(reason: Reason) -> Reason:
    if reason.reason == "unclear_subject":  # what nobody can take up as it stands comes last
        return reason
    return Reason(reason.reason, round(reason.weight * _SAY_OF_RULES, 4), reason.value)


def is_finding(statement: Statement) -> bool:
    """Was it found out, by research or in figures?"""
    return _finding(statement) is not None


def likely_fact(statement: Statement) -> float:
    """The log-odds that people would call it factual, rather than opinion, wish or talk."""
    return _likeness(statement, rule_reasons(statement)).fact


def _wording(statement: Statement, rules: Iterable[Reason]) -> Reason:
    """How much it reads like what people called worth a check: "[percent]", "[think]"."""
    log_odds, word, _ = _likeness(statement, rules)
    as_written = next((t.text for t in statement.tokens or () if t.lemma_.lower() == word), word)
    return Reason("wording", round(_EVEN + _STEP * log_odds, 4), as_written)


def _likeness(statement: Statement, rules: Iterable[Reason]) -> Likeness:
    codes = (reason.reason for reason in rules if reason.reason != "unclear_subject")
    return likeness(signs_of(statement.tokens, statement.quantities, codes))


def _figure(statement: Statement) -> Reason | None:
    """The statement's most telling figure: "Fuel sales brought in [EUR1.1 billion]"."""
    if not statement.quantities:
        return None
    figure = max(statement.quantities, key=_weight)  # the first of equals
    label = figure_label(figure)
    if figure.kind in _IN_PASSING:
        return Reason("figure_in_passing", _weight(figure), label)
    if figure.unit or figure.currency:
        return Reason("figure_with_unit", _weight(figure), label)
    return Reason("figure", _weight(figure), label)


def _weight(figure: Quantity) -> float:
    if figure.kind in _IN_PASSING:
        return 0.08
    if figure.kind == "count" and figure.high is not None and figure.high <= _FEW:
        return 0.10
    if figure.unit or figure.currency:
        return 0.30
    return 0.15 if figure.counted else 0.12


def _change(statement: Statement) -> Reason | None:
    """The size of a change: "Prices rose [4%]"."""
    changes = (figure for figure in statement.quantities if figure.change)
    change = next(changes, None)
    return Reason("change", 0.12, figure_label(change)) if change else None


def _part_of_whole(statement: Statement) -> Reason | None:
    """A part and its whole, which can be set against each other: "[84] of the [112]"."""
    part = next((figure for figure in statement.quantities if figure.part_of is not None), None)
    return Reason("part_of_whole", 0.08, part.text) if part else None


def _several(statement: Statement) -> Reason | None:
    """Several figures: "from [3%] to [5%]"."""
    count = len(statement.quantities)
    return Reason("several_figures", 0.05, str(count)) if count > 1 else None


def _ranks(statement: Statement) -> Reason | None:
    """A rank: "the [third-largest] port in Europe"."""
    rank = next((figure for figure in statement.quantities if figure.kind == "rank"), None)
    return Reason("rank", 0.06, rank.text) if rank else None


def _period(statement: Statement) -> Reason | None:
    """When it holds: "Exports fell [in August]"."""
    for found in statement.dates:
        if found.first and found.last:
            return Reason("period", 0.05, f"{found.first}/{found.last}")
    return None


def _names(statement: Statement) -> Reason | None:
    """Whom or what it is about: "[Ukraine] shot down most of them"."""
    for entity in entities_in(statement.tokens) if statement.tokens else ():
        if entity.label_ in _NAMED:
            return Reason("names", 0.06, entity.text)
    return None


def _speaker(statement: Statement) -> Reason | None:
    """Who says it: "[Ada Reed] said"; without a name and a figure it is hard to check."""
    if not statement.attributions:
        return None
    speakers = [found.speaker for found in statement.attributions if found.speaker]
    name = next((speaker.name for speaker in speakers if speaker.name), None)
    if name:
        return Reason("named_speaker", 0.12, name)
    return None if statement.quantities else Reason("unnamed_speaker", -0.06)


def _finding(statement: Statement) -> Reason | None:
    """What was found out, by research or in figures: "A [study] found that most dams leak"."""
    for attribution in statement.attributions:
        if attribution.speaker and attribution.attitude == "asserts":
            words = attribution.speaker.text.lower().replace("’", "'").split()
            words = [word.removesuffix("'s") for word in words]
            source = next((word for word in words if word in FINDERS), None)
            if source:
                return Reason("finding", 0.40, source)
    return None


def _assertion(statement: Statement) -> Reason | None:
    """How the speaker stands to it: "She [denied] that the dam had failed"."""
    attitudes = {found.attitude for found in statement.attributions}
    if "denies" in attitudes:
        return Reason("denied", 0.12)
    return Reason("asserted", 0.08) if "asserts" in attitudes else None


def _stance(statement: Statement) -> Reason | None:
    """A wish, demand or judgement without figure or event: "He [vowed] to fight on"."""
    if statement.quantities or _past(statement):
        return None
    attitudes = {found.attitude for found in statement.attributions}
    stance = next((_STANCES[name] for name in sorted(_STANCES) if name in attitudes), None)
    return Reason(stance, -0.20) if stance and not attitudes & {"asserts", "denies"} else None


def _happened(statement: Statement) -> Reason | None:
    """Something that has happened: "The dam [failed] on Monday"."""
    return Reason("happened", 0.06) if _past(statement) else None


def _past(statement: Statement) -> bool:
    return statement.tokens is not None and tells_what_happened(statement.tokens)


def _question(statement: Statement) -> Reason | None:
    """A question states nothing: "Did the minister know[?]"."""
    return Reason("question", -0.15) if statement.text.endswith("?") else None


def _fragment(statement: Statement) -> Reason | None:
    """Words without a predicate: "[a disaster]"."""
    if statement.tokens is None or statement.is_led:
        return None
    if any(token.tag_ in FINITE for token in statement.tokens):
        return None
    if any(figure.change for figure in statement.quantities):
        return None
    return Reason("fragment", -0.40)


def _unclear(statement: Statement) -> Reason | None:
    """Of whom or what it speaks is not said: "[They] were never told", "Nine per cent [did]"."""
    if statement.knows_subject:
        return None
    silent = statement.tokens is not None and leaves_out_its_verb(statement.tokens)
    return Reason("unclear_subject", -0.80 if silent else -0.40)


def _pattern(group: WordGroup) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(group.words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


_GROUPS = tuple((group, _pattern(group)) for group in WORD_GROUPS)


def _words(statement: Statement) -> Iterator[Reason]:
    """One part a group of the lexicon, with the word that gave it: "hedged: may"."""
    # Capitals are looked at, or every 2 May would be a hedge.
    text = statement.text[:1].lower() + statement.text[1:]
    for group, pattern in _GROUPS:
        if found := pattern.search(text):
            yield Reason(group.code, group.weight, found[0])


PARTS: tuple[Part, ...] = (
    _figure,
    _change,
    _part_of_whole,
    _several,
    _ranks,
    _period,
    _names,
    _speaker,
    _finding,
    _assertion,
    _stance,
    _happened,
    _question,
    _fragment,
    _unclear,
)
