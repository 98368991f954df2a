"""Lists of the desk as files: all rows of a list, as its page filters and orders them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _t

from .sheets import Cell, csv_lines, xlsx_file

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Row = TypeVar("Row")
MOST_ROWS = 50_000
ROWS_A_BLOCK = 500
LONGEST_NAME = 120
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A heading, and what stands under it for a row of the list."""

    heading: StrOrPromise
    value: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class ListOut(Generic[Row]):
    """A list on its way into a file.

    ``name`` says which list, and by what it is filtered: it becomes the file's name.
    ``note`` stands at the file's end.
    """

    name: str
    columns: Sequence[Column[Row]]
    blocks: Iterable[Sequence[Row]]
    note: str = ""

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The file that the address asks for by ``format``: ``csv`` if by none, or ``xlsx``."""
        kind = request.GET.get("format") or "csv"
        headings = [str(column.heading) for column in self.columns]
        if kind == "csv":
            response: HttpResponseBase = StreamingHttpResponse(
                csv_lines(headings, self.cells()), content_type=CSV
            )
        elif kind == "xlsx":
            response = FileResponse(xlsx_file(self.name, headings, self.cells()), content_type=XLSX)
        else:
            raise BadRequest(_t("A list comes as csv or as xlsx."))
        file = f"{slugify(self.name, allow_unicode=True)[:LONGEST_NAME]}-{timezone.localdate()}"
        response["Content-Disposition"] = content_disposition_header(True, f"{file}.{kind}") or ""
        return response

    def cells(self) -> Iterator[list[Cell]]:
        """The rows up to the bound; after them the notes, that they were cut off among them."""
        rows = (row for block in self.blocks for row in block)
        for row in islice(rows, MOST_ROWS):
            yield [column.value(row) for column in self.columns]
        if next(rows, None) is not None:
            yield [_t("Only the first %d rows: narrow the list down to have the rest.") % MOST_ROWS]
        if self.note:
            yield [self.note]


def blocks_of(rows: QuerySet[Row, Row]) -> Iterator[list[Row]]:  # type: ignore[type-var]
    """The rows in their order, some hundred at a time, no more than a file takes and one."""
    found = rows[: MOST_ROWS + 1].iterator(chunk_size=ROWS_A_BLOCK)
    while block := list(islice(found, ROWS_A_BLOCK)):
        yield block
