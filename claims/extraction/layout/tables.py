"""Tables inside pasted text, their cells divided by tabs, pipes or spaces.

"District\\tHomes without power\\nEast\\t310" has a head, which says what the figures below it
are of, and a label before each row. A table may be without either; its figures then stand alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .lines import Given
from .values import is_missing, is_period, is_value

Cell = tuple[int, int]  # start and end in the text; empty where the cell is

_RULE = re.compile(r"[|:+=\s─━-]*[-=─━]{2}[|:+=\s─━-]*")  # what divides the head from the rows
_GAP = re.compile(r"(?<![.!?:;\s])(?: {2,}|[ ]?(?:\.[ ]?){4,})(?=\S)|[ ]{0,9}\t[ ]{0,9}(?=\S)")
# Columns that number or name their rows, though by figures
_NAMING = re.compile(
    r"(?:(?:financial|fiscal|calendar|school|tax) )?year|date|month|week|day|quarter|period"
    r"|season|rank|ranking|id|code|age|ages|age group|position|pos\.?|place|route|line|page|ward"
    r"|room|round|phone|tel\.?|telephone|postcode|zip|seed|grid|lane|bib|born|founded|kick-?off"
    r"|start|end|(?:\w+ )?(?:id|code)"
    r"|(?:case|flight|phone|route|room|ref|reference|serial|model|order|lot) (?:no\.?|number)",
    re.IGNORECASE,
)
_NAMING_FIRST = re.compile(r"#|№|no\.?|nr\.?|number|years?|days?|weeks?|months?", re.IGNORECASE)
_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W_]")
_FEWEST_LINES = 3
_MOST_LINES = 0.6
_SENTENCE_WORDS = 7  # a cell of so many words may be a statement


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its cells, and those of the head above; none for a line that divides.

    ``is_prose`` says that it is no table but two columns of text, side by side.
    """

    cells: tuple[Cell, ...]
    heads: tuple[Cell, ...] = ()
    is_head: bool = False
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    """Lines that divide in one way, one below the other."""

    text: str
    numbers: tuple[int, ...]  # of the lines
    rows: tuple[tuple[Cell, ...], ...]  # an empty row divides the head from the others

    def words(self, cell: Cell) -> str:
        return self.text[slice(*cell)]

    def head(self) -> int | None:
        """The place of the row that says what stands in the columns."""
        filled = [number for number, row in enumerate(self.rows) if row]
        if len(filled) < 2:
            return None
        first, second = (self._values(filled[number]) for number in (0, 1))
        if not first or not second:
            return None
        if all(map(is_period, first)) and not all(map(is_period, second)):
            return filled[0]
        named = not any(is_value(cell) and not is_missing(cell) for cell in first)
        return filled[0] if named and any(map(is_value, second)) else None

    def _values(self, number: int) -> list[str]:
        """The cells of a row that are figures if it has some: all but its label."""
        words = [self.words(cell) for cell in self.rows[number]]
        return [cell for cell in words[1:] or words if cell]


def find_tables(text: str, given: Sequence[Given]) -> dict[int, Row]:
    """The rows of the text's tables by the number of their line."""
    found: dict[int, Row] = {}
    splits = ((_by_tab, _has_two), (_by_pipe, _is_piped), (_by_space, _is_spaced))
    for split, is_table in (*splits, (_by_comma, _is_listed)):
        for table in _tables(text, given, split):
            if is_table(table) and found.keys().isdisjoint(table.numbers):
                found |= _rows(table)
    return found


def find_columns(text: str, given: Sequence[Given]) -> dict[int, Row]:
    """Lines of two columns that a PDF has glued together, by their number.

    Most of the lines below each other have one wide gap, and behind it the second column begins
    at the same place. What stands left and right of it belongs to different sentences.
    """
    found: dict[int, Row] = {}
    lines = enumerate(given)
    for is_blank, block in groupby(lines, key=lambda numbered: numbered[1].is_blank):
        gaps = [] if is_blank else [(number, _wide_gap(line), line) for number, line in block]
        begins = Counter(gap[1] - line.edge for _, gap, line in gaps if gap)
        if not begins:
            continue
        column = begins.most_common(1)[0][0]
        often = sum(begins[column + step] for step in (-1, 0, 1))
        if often < _FEWEST_LINES or often < _MOST_LINES * len(gaps):
            continue
        for number, gap, line in gaps:
            if gap and abs(gap[1] - line.edge - column) <= 1:
                cells = (line.start, gap[0]), (gap[1], line.end)
                if all(_WORDS.search(text, *cell) for cell in cells):
                    found[number] = Row(cells, is_prose=True)
    return found


def _wide_gap(line: Given) -> Cell | None:
    """The only wide gap of a line, None where it has none or more."""
    if "   " not in line.words:
        return None
    gaps = [found.span() for found in _WIDE_GAP.finditer(line.words)]
    return (line.start + gaps[0][0], line.start + gaps[0][1]) if len(gaps) == 1 else None


def names_rows(head: str, is_first: bool) -> bool:
    """Does a column with this head say which row it is: "Year", "Rank", first of all "No."?"""
    pattern = _NAMING_FIRST if is_first else _NAMING
    return (pattern.fullmatch(head) or _NAMING.fullmatch(head)) is not None


def may_state(cell: str) -> bool:
    """Is a cell long enough to say something by itself?"""
    return len(cell.split()) >= _SENTENCE_WORDS


def _tables(
    text: str, given: Sequence[Given], split: Callable[[str, Given], tuple[Cell, ...] | None]
) -> Iterator[_Table]:
    rows = [(number, split(text, line)) for number, line in enumerate(given)]
    for divides, lines in groupby(rows, key=lambda row: row[1] is not None):
        if divides:
            found = list(lines)
            yield _Table(
                text, tuple(number for number, _ in found), tuple(cells or () for _, cells in found)
            )


def _rows(table: _Table) -> Iterator[tuple[int, Row]]:
    head = table.head()
    heads = table.rows[head] if head is not None else ()
    for place, (number, cells) in enumerate(zip(table.numbers, table.rows, strict=True)):
        is_head = place == head
        below = _heads_of(cells, heads) if head is not None and place > head else ()
        yield number, Row(cells, below, is_head)


def _heads_of(cells: tuple[Cell, ...], heads: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A head for every cell; the first may be without one, and the last cells may be missing."""
    if len(cells) == len(heads) + 1:
        return (heads[0][:1] * 2, *heads)
    return heads[: len(cells)] if len(cells) <= len(heads) else ()


# ------------------------------------------------------------------ how lines divide


def _by_tab(text: str, line: Given) -> tuple[Cell, ...] | None:
    inner = text[line.edge : line.end]
    if "\t" not in line.words and not (inner.startswith("\t") and is_period(line.words)):
        return None
    return _divided(text, line.edge, line.end, r"\t")


def _by_pipe(text: str, line: Given) -> tuple[Cell, ...] | None:
    if "|" not in line.words:
        return () if len(line.words) > 2 and _RULE.fullmatch(line.words) else None
    if _RULE.fullmatch(line.words):
        return ()
    start = line.start + line.words.startswith("|")
    end = line.end - (line.words.endswith("|") and line.end > start)
    return _divided(text, start, end, r"\|")


def _by_space(text: str, line: Given) -> tuple[Cell, ...] | None:
    if line.is_blank:
        return None
    if _RULE.fullmatch(line.words):
        return ()
    may_divide = any(gap in line.words for gap in ("  ", "\t", "...", ". ."))
    if not may_divide or not _GAP.search(line.words):
        return None
    return _divided(text, line.start, line.end, _GAP)


def _by_comma(text: str, line: Given) -> tuple[Cell, ...] | None:
    """As programs write tables: "East,310,2.5", "East;310;2,5"."""
    gap = ";" if ";" in line.words else ","
    if gap not in line.words or f"{gap} " in line.words:
        return None
    return _divided(text, line.start, line.end, gap)


def _divided(text: str, start: int, end: int, gap: str | re.Pattern[str]) -> tuple[Cell, ...]:
    """The cells between two places, without the white space around them."""
    gaps = [found.span() for found in re.compile(gap).finditer(text, start, end)]
    bounds = [start, *(place for found in gaps for place in found), end]
    return tuple(_bare(text, *cell) for cell in zip(bounds[::2], bounds[1::2], strict=True))


def _bare(text: str, start: int, end: int) -> Cell:
    inner = text[start:end]
    begin = start + len(inner) - len(inner.lstrip())
    return begin, max(begin, start + len(inner.rstrip()))


# ------------------------------------------------------------------ what is a table


def _has_two(table: _Table) -> bool:
    return sum(map(bool, table.rows)) >= 2


def _is_piped(table: _Table) -> bool:
    """Rows by pipes, and one more line at least, lest "Home | News | Sport" be a table."""
    return _has_two(table) and any(len(row) > 1 for row in table.rows)


def _is_spaced(table: _Table) -> bool:
    """Rows by spaces with as many cells each, most of them figures: no justified lines."""
    rows = [row for row in table.rows if row]
    if len(rows) < 2:
        return False
    usual = max(map(len, rows))
    body = [row for row in rows if len(row) == usual]
    cells = [table.words(cell) for row in body for cell in row[1:]]
    return 3 * len(body) >= 2 * len(rows) and 2 * sum(map(is_value, cells)) >= len(cells)


def _is_listed(table: _Table) -> bool:
    """Rows by commas: a head, and below it as many cells in each row, most of them figures."""
    if len(table.rows) < 2 or len(set(map(len, table.rows))) != 1 or table.head() is None:
        return False
    cells = [table.words(cell) for row in table.rows[1:] for cell in row[1:]]
    return 2 * sum(map(is_value, cells)) >= len(cells)
