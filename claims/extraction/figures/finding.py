"""Figures: value, modifier, unit or currency, what is counted, what they are part of.

The way: stretches that hold no figures are taken out (``rejection.py``),
candidates are read from the characters (``figures.py``), then spaCy's syntax
settles doubts, finds what is counted (``counted.py``), the direction of a change
(``changes.py``) and parts of a whole (``parts.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claims.figures import Figure, Stretch, may_hold_figures, no_figures, per_at, read_figures

from ..blocks import Kind
from ..parsing import Paragraph, ParsedArticle, text_of
from ..records import Change, Counted, DateSpan, Quantity
from ..syntax import NOUNS, sentence_start, tokens_of
from .changes import change_of
from .counted import NounPhrase, casualties, counted_by, figure_head, has_verb, noun_phrase
from .ellipsis import with_elliptical_units
from .labelled import with_labels
from .measured import Taken
from .parallel import is_of_it, parallel
from .parts import part_links
from .places import Places

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


@dataclass(frozen=True, slots=True)
class _Situated:
    """A figure in its sentence, with what syntax says about it."""

    figure: Figure
    head: Token
    counted: NounPhrase | None
    change: Change | None
    is_object: bool = False  # what it counts stands behind it, or behind the one it continues


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
    situated = _situate(doc, figures, links, taken)
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


def _rate_of(text: str, item: _Situated) -> str | None:
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
_APPOSED_END = re.compile(r"(?:,|\s?[);.]|\sand\b)")


def _settle(doc: Doc, figure: Figure) -> Figure | None:
    """The figure, perhaps as an age, or None where syntax shows that it is none."""
    token = tokens_of(doc, *figure.number)[0]
    may_be_age = figure.is_bare and figure.kind == "count"
    if may_be_age and (_is_apposed_age(doc, figure, token) or _is_stated_age(figure, token)):
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
    if not (1 <= figure.value <= _OLDEST) or figure.modifier != "exact" or token.i < 2:
        return False
    if not _APPOSED.search(text_of(doc), max(0, figure.start - 3), figure.start):
        return False
    if not _APPOSED_END.match(text_of(doc), figure.end):
        return False
    named = doc[token.i - 2]
    return named.tag_ in ("NN", "NNP") and named.ent_type_ not in ("DATE", "TIME", "CARDINAL")


_OLDEST = 115
_TALLY_FOLLOWS = re.compile(r"[-–]\d")
_PERSONS = frozenset({"he", "she", "who", "i"})


def _is_stated_age(figure: Figure, token: Token) -> bool:
    """Whether the number is said of a person as an age: "she is 70", "Mr Ito, who turned 81"."""
    verb = token.head
    if token.dep_ not in ("attr", "acomp", "dobj") or verb.lemma_ not in ("be", "turn"):
        return False
    if not 1 <= figure.value <= _OLDEST or any(child.dep_ == "prep" for child in token.children):
        return False
    return any(
        child.dep_ == "nsubj" and (child.lower_ in _PERSONS or child.ent_type_ == "PERSON")
        for child in verb.children
    )


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
    """Whether the multiple's last word is no verb: "mixed doubles"; not in "profits doubled"."""
    verb = tokens_of(doc, *figure.number)[-1]
    return verb.pos_ != "VERB" or verb.lower_ == "double"


# ------------------------------------------------------------------ what syntax adds

_SAME = re.compile(r",?\s(?:or|\()\s?(?:about\s|just\s)?|\s?\(|,\sor\s")


def _is_same(text: str, before: _Situated, figure: Figure) -> bool:
    """Whether the figure says that of the one before otherwise: "857 permits, or 86 percent"."""
    end = before.figure.end
    if before.counted and end <= before.counted.start <= end + 1:
        end = before.counted.end
    ends = {before.figure.end, end}
    return any(_SAME.fullmatch(text, at, figure.start) for at in ends)


def _continued(
    doc: Doc,
    before: _Situated,
    figure: Figure,
    counted: NounPhrase | None,
    change: Change | None,
) -> tuple[NounPhrase | None, Change | None]:
    """What the figure counts and its direction, where the verb stands at the one before.

    "Exports rose 4% in July and 2% in August", "exports rose 4% and imports 2%".
    """
    own = counted and counted.start >= figure.end
    if own or not (found := parallel(doc, before.figure, figure)):
        return counted, change
    if found.noun is not None and not before.is_object:
        counted = noun_phrase(found.noun)
    else:  # "the city has 900 buses and the county 400", "and in Italy 7%"
        counted = before.counted or counted
    if not before.figure.change:  # not in "88 seats (+4), 40 of them new"
        change = change or before.change
    return counted, change


_YEAR_ON_YEAR = re.compile(r"\b(year|quarter|month|week)[\s-](?:on|over)[\s-]\1\b", re.IGNORECASE)


def _taken(doc: Doc, stretches: Sequence[Stretch]) -> Taken:
    """The tokens of figures and dates, and of "year on year"."""
    return frozenset(token.i for stretch in stretches for token in tokens_of(doc, *stretch))


def _situate(
    doc: Doc, figures: Sequence[Figure], links: dict[int, int], taken: Taken
) -> list[_Situated]:
    """Each figure with what it counts and its direction; an elliptical one takes it from before."""
    situated: list[_Situated] = []
    comparable = _Comparable()
    for index, figure in enumerate(figures):
        head = figure_head(doc, figure)
        counted = counted_by(doc, figure, head, taken)
        figure = _as_age(figure, counted)
        before = situated[-1] if situated else None
        figure = _as_decrease(text_of(doc), before, figure)
        change = change_of(text_of(doc), figure, head)
        is_object = False
        if before and _is_same(text_of(doc), before, figure):
            if not figure.change:  # "$4.2bn (+6.1%)": the first is a level
                change = change or before.change
                situated[-1] = replace(before, change=before.change or change)
            is_own = figure.kind == "count" and not figure.change
            counted = counted if is_own else before.counted
        elif before and figure.shares == before.figure.shares:
            counted, change = _continued(doc, before, figure, counted, change)
            is_object = before.is_object
        if figure.kind in ("percent", "ratio") or counted is None:
            counted = _from_whole(situated, links.get(index)) or counted
        if not counted and before and figure.shares == before.figure.shares:
            counted = before.counted if is_of_it(doc, before.figure, figure, head) else None
        comparable.enter(head)
        counted = counted or comparable.counted_like(figure) or casualties(figure, head)
        if index not in links:
            comparable.add(figure, counted)
        is_object = is_object or (counted is not None and counted.start >= figure.end)
        situated.append(_Situated(figure, head, counted, change, is_object))
    return _with_next(text_of(doc), _with_wholes(situated, links))


_TO_ANOTHER = re.compile(r"\s(?:to|or)\s(?:about\s|around\s)?|,?\s(?:up|down|off)\s(?:by\s)?")


def _with_next(text: str, situated: Sequence[_Situated]) -> list[_Situated]:
    """The figures, a bare one given what the next counts: "went from 400 to 600 [members]"."""
    filled = list(situated)
    for index in reversed(range(len(filled) - 1)):
        this, following = filled[index], filled[index + 1]
        if this.counted or this.figure.shares != following.figure.shares:
            continue
        is_near = _TO_ANOTHER.fullmatch(text, this.figure.end, following.figure.start)
        if is_near and following.is_object:
            filled[index] = replace(this, counted=following.counted)
    return filled


_IN_BRACKETS = re.compile(r"\s?\(")


def _as_decrease(text: str, before: _Situated | None, figure: Figure) -> Figure:
    """The size of a fall, of a negative figure in brackets behind a level: "$7.3bn (-0.8%)"."""
    is_share = figure.kind in ("percent", "count")
    if not before or not is_share or figure.low is None or figure.low >= 0 or figure.high is None:
        return figure
    if not _IN_BRACKETS.fullmatch(text, before.figure.end, figure.start):
        return figure
    return replace(figure, low=-figure.high, high=-figure.low, change="decrease")


_AGES = frozenset({"age", "expectancy"})


def _as_age(figure: Figure, counted: NounPhrase | None) -> Figure:
    """The figure in years of age, if it counts an age: "life expectancy rose to 73"."""
    if figure.kind != "count" or counted is None or counted.head not in _AGES:
        return figure
    return replace(figure, kind="age", unit="year") if figure.value <= _OLDEST else figure


def _from_whole(situated: Sequence[_Situated], whole: int | None) -> NounPhrase | None:
    """What the whole counts, None without one or before it is known: "112 drones, 84 of which"."""
    return situated[whole].counted if whole is not None and whole < len(situated) else None


def _with_wholes(situated: Sequence[_Situated], links: dict[int, int]) -> list[_Situated]:
    """The figures, parts given what a whole behind them counts: "14 of the 27 nations"."""
    filled = list(situated)
    for part, whole in links.items():
        if filled[part].counted is None or whole > part:
            filled[part] = replace(filled[part], counted=filled[whole].counted)
    return filled


_ELLIPTICAL = frozenset({"count", "ratio", "money", "percent", "other"})


class _Comparable:
    """What the figures of a sentence count, for those that leave it unsaid.

    "Killed 12 people and wounded 30": people. "Income of $12m, compared with $9m": income. Parts of
    another figure are passed over: "killed 12 people, two of them children, and wounded 30".
    """

    def __init__(self) -> None:
        self._sentence = -1
        self._last: dict[tuple[str, str | None, str | None], NounPhrase] = {}

    def enter(self, head: Token) -> None:
        """Forget all but the figures of this head's sentence."""
        if (start := sentence_start(head)) != self._sentence:
            self._sentence, self._last = start, {}

    def add(self, figure: Figure, counted: NounPhrase | None) -> None:
        if counted:
            self._last[figure.shares] = counted

    def counted_like(self, figure: Figure) -> NounPhrase | None:
        """What the last comparable figure counted."""
        if figure.kind not in _ELLIPTICAL:
            return None
        return self._last.get(("count", None, None) if figure.kind == "ratio" else figure.shares)
