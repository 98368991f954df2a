"""A figure in its sentence: what it counts and which way it changes, also where that is unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claims.figures import Figure

from ..parsing import text_of
from ..records import Change
from ..syntax import POINTING, SUBJECTS, VERBS, sentence_start, tokens_of, verb_above
from .changes import change_of
from .counted import NounPhrase, casualties, counted_by, figure_head, noun_phrase
from .measured import Taken
from .parallel import is_of_it, parallel

OLDEST = 115  # years of age that a person reaches


@dataclass(frozen=True, slots=True)
class Situated:
    """A figure in its sentence, with what syntax says about it."""

    figure: Figure
    head: Token
    counted: NounPhrase | None
    change: Change | None
    is_object: bool = False  # what it counts stands behind it, or behind the one it continues


_SAME = re.compile(r",?\s(?:or|\()\s?(?:about\s|just\s)?|\s?\(|,\sor\s")


_OF_IT = re.compile(r"\s?(?:of\s(?:\w+\s)?)?")


def _is_same(text: str, before: Situated, figure: Figure) -> bool:
    """Whether the figure says that of the one before otherwise: "857 permits, or 86 percent"."""
    end = before.figure.end
    noun = before.counted
    if noun and end <= noun.start and _OF_IT.fullmatch(text, end, noun.start):
        end = noun.end
    ends = {before.figure.end, end}
    return any(_SAME.fullmatch(text, at, figure.start) for at in ends)


_COMMA = re.compile(r"[^.;:]{0,40},\s(?:(?:up|down|off)\s)?(?:by\s)?")


def _is_of_before(doc: Doc, before: Situated, item: Situated) -> bool:
    """Whether the share says how the number before has changed: "flew 4m people, up 8% on 2019"."""
    start, end = before.figure.end, item.figure.start
    is_own = item.counted is not None and item.counted.start > start
    if item.head.dep_ in SUBJECTS:
        return False  # "in a four-way race, 46 percent chose her"
    if is_own or not before.is_object or not _COMMA.fullmatch(text_of(doc), start, end):
        return False
    between = doc[tokens_of(doc, *before.figure.number).end : tokens_of(doc, end, end + 1).start]
    return not any(token.pos_ in VERBS for token in between)


def _continued(
    doc: Doc,
    before: Situated,
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


def _is_of_it(doc: Doc, before: Situated, item: Situated) -> bool:
    """Whether it is another level of what the one before is, as 9 in "It rose to 12. It was 9"."""
    is_alike = item.figure.shares == before.figure.shares
    return is_alike and is_of_it(doc, before.figure, item.figure, item.head)


def situate(
    doc: Doc, figures: Sequence[Figure], links: dict[int, int], taken: Taken
) -> list[Situated]:
    """Each figure with what it counts and its direction; an elliptical one takes it from before."""
    situated: list[Situated] = []
    said = _Said()
    for index, figure in enumerate(figures):
        item = _by_itself(doc, figure, situated[-1] if situated else None, taken)
        if situated:
            situated[-1], item = _beside(doc, situated[-1], item)
        counted = item.counted
        if figure.kind in ("percent", "ratio") or counted is None:
            counted = _from_whole(situated, links.get(index)) or counted
        if not counted and situated and _is_of_it(doc, situated[-1], item):
            counted = situated[-1].counted
        said.enter(item.head)
        counted = said.meant(item, counted)
        item = replace(item, counted=counted)
        if counted and counted.start >= figure.end:
            item = replace(item, is_object=True)
        if index not in links:
            said.add(item)
        situated.append(item)
    return _with_next(text_of(doc), _with_wholes(situated, links))


def _by_itself(doc: Doc, figure: Figure, before: Situated | None, taken: Taken) -> Situated:
    """The figure with what it says itself."""
    head = figure_head(doc, figure)
    counted = counted_by(doc, figure, head, taken)
    figure = _as_decrease(text_of(doc), before, _as_age(figure, counted))
    return Situated(figure, head, counted, change_of(text_of(doc), figure, head))


def _beside(doc: Doc, before: Situated, item: Situated) -> tuple[Situated, Situated]:
    """The two with what each gives the other: "857 permits, or 86 percent", "rose 3% and 5%"."""
    figure, counted, change = item.figure, item.counted, item.change
    if _is_same(text_of(doc), before, figure):
        if not figure.change:  # "$4.2bn (+6.1%)": the first is a level
            change = change or before.change
            before = replace(before, change=before.change or change)
        is_own = figure.kind == "count" and counted and counted.start >= figure.end
        counted = counted if is_own else before.counted
        return before, replace(item, counted=counted, change=change)
    if figure.kind == "percent" and _is_of_before(doc, before, item):
        return before, replace(item, counted=before.counted)
    if figure.shares != before.figure.shares:
        return before, item
    counted, change = _continued(doc, before, figure, counted, change)
    return before, Situated(figure, item.head, counted, change, before.is_object)


_TO_ANOTHER = re.compile(r"\s(?:to|or)\s(?:about\s|around\s)?|,?\s(?:up|down|off)\s(?:by\s)?")


def _with_next(text: str, situated: Sequence[Situated]) -> list[Situated]:
    """The figures, a bare one given what the next counts: "went from 400 to 600 [members]"."""
    filled = list(situated)
    for index in reversed(range(len(filled) - 1)):
        this, following = filled[index], filled[index + 1]
        if this.counted or this.figure.shares != following.figure.shares:
            continue
        is_near = _TO_ANOTHER.fullmatch(text, this.figure.end, following.figure.start)
        if is_near:
            filled[index] = replace(this, counted=following.counted)
    return filled


_IN_BRACKETS = re.compile(r"\s?\(")


def _as_decrease(text: str, before: Situated | None, figure: Figure) -> Figure:
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
    return replace(figure, kind="age", unit="year") if figure.value <= OLDEST else figure


def _from_whole(situated: Sequence[Situated], whole: int | None) -> NounPhrase | None:
    """What the whole counts, None without one or before it is known: "112 drones, 84 of which"."""
    return situated[whole].counted if whole is not None and whole < len(situated) else None


def _with_wholes(situated: Sequence[Situated], links: dict[int, int]) -> list[Situated]:
    """The figures, parts given what a whole behind them counts: "14 of the 27 nations"."""
    filled = list(situated)
    for part, whole in links.items():
        if filled[part].counted is None or whole > part:
            filled[part] = replace(filled[part], counted=filled[whole].counted)
    return filled


_ELLIPTICAL = frozenset({"count", "ratio", "money", "percent", "other"})
_COUNT = ("count", None, None)
_PERCENT = ("percent", "percent", None)
_BACK = POINTING | {"it", "they"}
_SUMS = frozenset({"number", "figure", "total"})


class _Said:
    """What the figures before one count, for those that leave it unsaid.

    "Killed 12 people and wounded 30": people. "Income of $12m, compared with $9m": income. Parts of
    another figure are passed over: "killed 12 people, two of them children, and wounded 30". From
    sentence to sentence only what a number or share stands for alone: "The backlog grew to 733
    files. A year before it was 690", "40 percent of voters said yes. Some 30 percent said no".
    """

    def __init__(self) -> None:
        self._sentence = -1
        self._last: dict[tuple[str, str | None, str | None], NounPhrase] = {}
        self._earlier: dict[tuple[str, str | None, str | None], NounPhrase] = {}

    def enter(self, head: Token) -> None:
        """Forget what only holds in the sentence before this head's."""
        if (start := sentence_start(head)) != self._sentence:
            self._sentence, self._last = start, {}

    def add(self, item: Situated) -> None:
        if item.counted:
            self._last[item.figure.shares] = item.counted
            if item.figure.unit == "point":  # "slipped 59.93 points to 17,179.98"
                self._last[_COUNT] = item.counted
            if item.is_object:
                self._earlier[item.figure.shares] = item.counted

    def meant(self, item: Situated, counted: NounPhrase | None) -> NounPhrase | None:
        """What the figure counts, if not said, by a comparable one before."""
        figure = item.figure
        if counted and figure.kind == "count" and counted.head in _SUMS:
            is_back = counted.end < figure.start and _points_back(item.head, counted)
            return (self._earlier.get(_COUNT) if is_back else None) or counted
        if counted and counted.start < figure.start and _is_compared(item):
            return self._last.get(figure.shares) or counted
        if counted or figure.kind not in _ELLIPTICAL:
            return counted
        likes = (_COUNT, _PERCENT) if figure.kind == "ratio" else (figure.shares,)
        if like := next((self._last[shares] for shares in likes if shares in self._last), None):
            return like
        earlier = self._earlier.get(figure.shares) if _stands_alone(item) else None
        return earlier or casualties(figure, item.head)


_COMPARED = re.compile(r"\b(?:than|from|against|versus|compared\s(?:with|to))\s(?:the\s)?$")


def _is_compared(item: Situated) -> bool:
    """Whether another is compared with this one: "collected $640m in tax, down from $702m"."""
    start = item.figure.start
    return bool(_COMPARED.search(text_of(item.head.doc), max(0, start - 20), start))


def _points_back(head: Token, counted: NounPhrase) -> bool:
    """Whether the noun of a number has been said before: "[that] number is closer to 25,000"."""
    return _is_sum_before(tokens_of(head.doc, counted.start, counted.end).root)


def _stands_alone(item: Situated) -> bool:
    """Whether something is said of the figure, or of a pronoun that stands for what it counts."""
    head = item.head
    if any(child.lower_ == "the" for child in head.lefts):
        return False  # "the two"
    if head.dep_ in SUBJECTS:
        return True
    if item.figure.kind != "count" or head.pos_ != "NUM":
        return False
    subjects = (child for child in verb_above(head).lefts if child.dep_ in SUBJECTS)
    return any(child.lower_ in _BACK or _is_sum_before(child) for child in subjects)


def _is_sum_before(noun: Token) -> bool:
    """Whether the noun stands for a number said before: "[that] number is closer to 25,000"."""
    if noun.lower_ not in _SUMS or not noun.i:
        return False
    before = noun.nbor(-1).lower_
    return before in _BACK or (before == "the" and not any(noun.rights))
