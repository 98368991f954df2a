"""Rows of a list as a file: CSV, or a workbook with one sheet (XLSX)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils import timezone

Cell = str | int | float | Decimal | date | datetime | None
# Programs that open a file take what begins so for a formula, and would run it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows UTF-8
LINES_AT_ONCE = 200
LONGEST_CELL = 32_767
LONGEST_TITLE = 31
FIRST_YEAR = 1900  # of Excel's calendar
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The file piece by piece, some hundred lines each; dates as in 2025-09-05."""
    buffer = StringIO()
    write = csv.writer(buffer).writerow
    buffer.write(BYTE_ORDER_MARK)
    write([_plain(heading) for heading in headings])
    for number, row in enumerate(rows, start=1):
        write([_plain(value) for value in row])
        if number % LINES_AT_ONCE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def xlsx_file(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> IO[bytes]:
    """The workbook in a file that goes away when it is closed: numbers and dates are such.

    It is written row by row, so that memory does not grow with the list.
    """
    # A seventh of a second and some megabytes that only a list on its way out needs.
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_NOT_IN_TITLES.sub(" ", title)[:LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    bold = Font(bold=True)
    first = [_typed(sheet, heading) for heading in headings]
    for cell in first:
        cell.font = bold
    sheet.append(first)
    for row in rows:
        sheet.append([_typed(sheet, value) for value in row])
    file = TemporaryFile()  # noqa: SIM115 - closed by whoever sends it
    book.save(file)
    file.seek(0)
    return file


def _plain(value: Cell) -> str:
    """As CSV has it; a text that a program would take for a formula has an apostrophe in front."""
    match value:
        case None:
            return ""
        case datetime():
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case str():
            return f"'{value}" if value.lstrip(" ").startswith(_FORMULA_SIGNS) else value
        case Decimal():
            return f"{value.normalize():f}"
    return str(value)


def _typed(sheet: Any, value: Cell) -> Any:
    """A cell of its value's type; text is text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, datetime):
        return WriteOnlyCell(sheet, timezone.localtime(value).replace(tzinfo=None))
    if isinstance(value, date) and value.year < FIRST_YEAR:
        value = value.isoformat()
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value)[:LONGEST_CELL])
    cell.data_type = "s"
    cell.quotePrefix = value.lstrip(" ").startswith(_FORMULA_SIGNS)
    return cell
