"""The text of a PDF's pages, raised marks settled.

A PDF has no raised characters, only small ones that are drawn a little higher. Told are those
that a change of font sets apart and that are glued to what stands before; where pypdf joins a
page's text in another order than it is drawn in, its text is taken as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any, BinaryIO

import pypdf
from pypdf.errors import LimitReachedError

from claims.figures import is_note_mark, lowered_as_text, raised_as_text

_LONGEST_MARK = 12  # characters
_CONTEXT = 48
_SMALLER = 0.9  # of the size of what stands before
_HIGHER, _LOWER, _TOO_FAR = 0.15, 0.05, 0.9  # of that size too
_BASES = frozenset('.,;:)]”’"%')  # what marks stand at, beside letters and digits


@dataclass(frozen=True, slots=True)
class Run:
    """Characters drawn in one font: their size, and the height of their line."""

    text: str
    size: float
    baseline: float


class _Runs:
    """Collects a page's runs while pypdf reads it; text may be raised by the operator Ts too."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._rise = self._rise_shown = 0.0

    def before_operation(self, operator: bytes, operands: list[Any], _cm: Any, _tm: Any) -> None:
        if operator == b"Ts":
            self._rise = float(operands[0]) if operands else 0.0
        elif operator in {b"Tj", b"TJ", b"'", b'"'}:
            self._rise_shown = self._rise

    def take(self, text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if not text:
            return
        up_x = tm[2] * cm[0] + tm[3] * cm[2]
        up_y = tm[2] * cm[1] + tm[3] * cm[3]
        scale = hypot(up_x, up_y) or 1.0
        height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        upright = abs(up_y) / scale  # of turned text no height is told
        self.runs.append(Run(text, size * scale, (height + self._rise_shown * scale) * upright))


def pages(stream: BinaryIO) -> Iterator[int | str]:
    """The number of pages, then the text of each; a damaged page has none.

    Raises at the end what the last damaged page raised, and at once:
        MemoryError: a page unpacks to more than any holds.
    """
    reader, damage = pypdf.PdfReader(stream), None
    yield len(reader.pages)
    for page in reader.pages:
        try:
            text = _text_of(page)
        except LimitReachedError as error:
            raise MemoryError from error
        except Exception as error:  # noqa: BLE001 - as many kinds as there are broken PDFs
            damage, text = error, ""
        yield text
    if damage is not None:
        raise damage


def _text_of(page: pypdf.PageObject) -> str:
    collected = _Runs()
    text = page.extract_text(
        visitor_operand_before=collected.before_operation, visitor_text=collected.take
    )
    in_order = "".join(run.text for run in collected.runs) == text
    return settled(collected.runs) if in_order else text


def settled(runs: list[Run]) -> str:
    """The runs joined, with what becomes of those that are raised or lowered marks."""
    out: list[str] = []
    line, base = "", None  # what stands before on the line, and the run that marks stand at
    for number, run in enumerate(runs):
        mark = run.text.strip()
        following = runs[number + 1].text if number + 1 < len(runs) else ""
        height = _height(run, base) if _may_be_mark(run, line) else 0
        if height > 0 and mark.isdigit() and following.lstrip()[:1] in {"/", "⁄"}:
            text = f" {run.text}" if line[-1:].isdigit() else run.text
        elif height and base is not None:
            settle = raised_as_text if height > 0 else lowered_as_text
            text = run.text.replace(mark, settle(line, mark, following), 1)
        elif not line and mark and is_note_mark(mark) and _begins_note(run, runs[number + 1 :][:1]):
            text = f"{run.text} "
        else:
            text, base = run.text, run
        out.append(text)
        line = (line + text)[-_CONTEXT:].rpartition("\n")[2]
        if not line:
            base = None
    return "".join(out)


def _may_be_mark(run: Run, line: str) -> bool:
    """Short, without a space in it or before it."""
    mark = run.text.rstrip()
    glued = line[-1:].isalnum() or line[-1:] in _BASES
    return (
        bool(line)
        and glued
        and 0 < len(mark) <= _LONGEST_MARK
        and len(mark.split()) == 1
        and (mark == mark.lstrip())
    )


def _height(run: Run, base: Run | None) -> int:
    """1 for raised above the run before, -1 for lowered, 0 for neither."""
    if base is None or run.size >= _SMALLER * base.size:
        return 0
    height = (run.baseline - base.baseline) / base.size
    if _HIGHER < height < _TOO_FAR:
        return 1
    return -1 if -_TOO_FAR < height < -_LOWER else 0


def _begins_note(run: Run, following: list[Run]) -> bool:
    """Does a raised mark stand at the beginning of a line, in front of the note it marks?"""
    return any(_height(run, base) > 0 and base.text[:1].isalnum() for base in following)
