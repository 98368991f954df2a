"""From the text as given to the text as it reads, a paragraph a line, and its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..blocks import Block, Kind
from ..datelines import dateline_end
from .captions import find_captions
from .corrections import withdrawn
from .furniture import find_furniture
from .labels import Pair, bar_cells, find_pairs
from .lines import Given, given_lines
from .markup import voices, without_markup
from .notes import without_notes
from .reading import Edit, Reading
from .tables import Cell, Row, find_columns, find_tables, may_state, names_rows
from .unmarked import sentences_of_captions, without_capitals
from .values import is_period, is_value
from .wrapping import Line, joints

_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Layout:
    """The text as it reads, and by where they begin in it the lines that are no running text."""

    reading: Reading
    blocks: Mapping[int, Block]

    @property
    def text(self) -> str:
        return self.reading.text


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the text, and what stands between them and the next: a line's end, or a space."""

    start: int
    end: int
    follows: str = "\n"


def read_layout(text: str) -> Layout:
    """How a text reads: without markup, furniture and line breaks that only wrap it."""
    reading = without_markup(Reading.of(text))
    page = _Page(reading.text)
    edits = list(page.edits())
    blocks = {reading.origin(start): block for start, block in page.blocks.items()}
    labels = {start: reading.origin(start) for start in page.blocks}
    spoken = voices(text) if "<" in text else ()
    blocks |= {start: Block(Kind.TURN) for start in spoken}
    reading = without_notes(reading.edited(edits))
    for rule in (withdrawn, sentences_of_captions, without_capitals):
        reading = reading.edited(rule(reading.text))
    return Layout(reading, _placed(reading, blocks, labels) if blocks else {})


def _placed(
    reading: Reading, blocks: Mapping[int, Block], labels: Mapping[int, int]
) -> dict[int, Block]:
    """The blocks by the places of their lines in the reading."""
    starts = [0, *(found.end() for found in re.finditer("\n", reading.text))]
    lines = {reading.origin(start): start for start in starts if start < len(reading.text)}
    placed = {label: lines[origin] for label, origin in labels.items() if origin in lines}
    return {
        lines[origin]: Block(
            block.kind,
            None if block.head is None else placed.get(block.head),
            tuple(placed[label] for label in block.rows if label in placed),
        )
        for origin, block in blocks.items()
        if origin in lines
    }


class _Page:
    """A text without markup: its lines, what they are, and how they are joined."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: dict[int, Block] = {}
        self.given = list(given_lines(text))
        self.captions = find_captions(self.given)
        captioned = self.captions.spoken | self.captions.beside
        self.furniture = {} if captioned else find_furniture(self.given)
        rows = {} if captioned else find_tables(text, self.given)
        if not (captioned or rows):
            rows = find_columns(text, self.given)
        pairs = {} if captioned else find_pairs(text, self.given)
        self.rows: dict[int, Row] = {n: r for n, r in rows.items() if n not in self.furniture}
        self.pairs: dict[int, list[Pair]] = {
            n: p for n, p in pairs.items() if n not in self.furniture and n not in self.rows
        }
        self.bars: dict[int, list[Cell]] = {
            number: cells
            for number, line in enumerate(self.given)
            if number not in self.rows and number not in self.pairs and (cells := bar_cells(line))
        }

    def edits(self) -> Iterator[Edit]:
        """What makes of the text its pieces, each with what follows it."""
        place, follows = 0, ""
        for piece in self._pieces():
            yield from self._gap(place, piece.start, follows)
            place, follows = piece.end, piece.follows
        yield from self._gap(place, len(self.text), follows)

    def _gap(self, start: int, end: int, follows: str) -> Iterator[Edit]:
        between = self.text[start:end]
        stands = not between.strip() and ("\n" in between if start else not between)
        if between == follows or (follows == "\n" and stands and between[-1:] == "\n"):
            return
        if end < len(self.text) or between.strip():
            yield start, end, follows

    def _pieces(self) -> Iterator[_Piece]:
        numbered = list(self._lines())
        lines = [line for _, line in numbered]
        leads = True
        for (number, line), follows in zip(
            numbered, [*joints(lines, self._words(lines)), "\n"], strict=False
        ):
            if number in self.rows:
                yield from self._cells(self.rows[number])
            elif number in self.pairs:
                yield from self._halves(self.pairs[number])
            elif number in self.bars:
                for start, end in self.bars[number]:
                    self.blocks[start] = Block(Kind.LABEL)
                    yield _Piece(start, end)
            else:
                lead = dateline_end(line.words) if leads else 0
                is_cut = follows == "-"
                yield _Piece(line.start + lead, line.end - is_cut, "" if is_cut else follows)
            leads = follows == "\n"

    def _lines(self) -> Iterator[tuple[int, Line]]:
        """The lines that hold words, by their number."""
        begins, depth, after_page = True, 0, False
        first_caption = min(self.captions.spoken, default=len(self.given))
        for number, given in enumerate(self.given):
            if number in self.furniture:
                begins, after_page = True, self.furniture[number]
            elif given.is_blank:
                begins = begins or number < first_caption
            elif number not in self.captions.beside:
                is_whole = any(number in found for found in (self.rows, self.pairs, self.bars))
                yield number, self._line(number, given, begins, depth, after_page, is_whole)
                begins, depth, after_page = False, given.replies, False
                if not is_whole and _HEADING.match(given.words):
                    begins = True

    def _line(
        self, number: int, given: Given, begins: bool, depth: int, after_page: bool, is_whole: bool
    ) -> Line:
        lead = self.captions.leads.get(number, 0)
        if heading := _HEADING.match(given.words):
            begins, lead = True, heading.end()
        return Line(
            given.start + lead,
            given.words[lead:],
            begins=begins or given.replies != depth,
            is_caption=number in self.captions.spoken,
            after_page=after_page,
            is_whole=is_whole,
        )

    def _words(self, lines: list[Line]) -> frozenset[str]:
        """The words of the text in small letters, where some line ends inside a word."""
        if not any(line.words.endswith(("-", "\u00ad")) for line in lines):
            return frozenset()
        return frozenset(found[0].lower() for found in _WORD.finditer(self.text))

    # -- what is no running text

    def _cells(self, row: Row) -> Iterator[_Piece]:
        """The cells of a row, each a line."""
        if row.is_prose:
            yield from (_Piece(*cell) for cell in row.cells)
            return
        filled = [number for number, cell in enumerate(row.cells) if cell[0] < cell[1]]
        values = {number for number in filled if not row.is_head and self._counts(row, number)}
        labels = tuple(row.cells[number][0] for number in filled if number not in values)
        for number in filled:
            start, end = row.cells[number]
            if number in values:
                head = row.heads[number] if row.heads else (0, 0)
                has_head = head[0] < head[1]
                self.blocks[start] = Block(Kind.VALUE, head[0] if has_head else None, labels)
            elif row.is_head or not may_state(self.text[start:end]):
                self.blocks[start] = Block(Kind.LABEL)
            yield _Piece(start, end)

    def _counts(self, row: Row, number: int) -> bool:
        """Is the cell a figure, and not what tells the rows apart: a year, a rank, a name?"""
        words = self.text[slice(*row.cells[number])]
        head = self.text[slice(*row.heads[number])] if row.heads else ""
        if not is_value(words) or (number == 0 and is_period(words)):
            return False
        return not names_rows(head, is_first=number == 0)

    def _halves(self, pairs: list[Pair]) -> Iterator[_Piece]:
        """The keys and values of a line, each a line."""
        for pair in pairs:
            self.blocks[pair.key[0]] = Block(Kind.LABEL)
            numbers = Block(Kind.LABEL)
            self.blocks[pair.value[0]] = numbers if pair.numbers else Block(Kind.VALUE, pair.key[0])
            yield _Piece(*pair.key)
            yield _Piece(*pair.value)
