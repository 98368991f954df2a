"""Named fields of a row become an article, or the reason why not.

Every format ends here: its reader yields rows of named fields, and
:func:`articles` checks, cleans and counts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .cleaning import clean
from .published import read_published
from .records import ArticleRecord, Note, Problem, Result, Skipped
from .urls import normalise_url

NAMES = (
    "text",
    "url",
    "title",
    "outlet",
    "byline",
    "published",
    "language",
    "id",
    "kind",
)
KINDS = ("article", "speech", "post", "message", "tip")
LONGEST_TEXT = 2_000_000  # characters; a news article has 3,000 to 50,000
LONGEST_FIELD = 10_000
SHOWN = 10  # names or ids in one note


@dataclass(frozen=True, slots=True)
class Row:
    """One row as its format gives it: ``place`` names it to people ("Line 7")."""

    number: int
    place: str
    fields: Mapping[str, object]


class FieldError(ValueError):
    """A field that cannot be taken, as a clause that follows the row's name."""


def articles(file: str, rows: Iterable[Row | Problem | Skipped | Note]) -> Iterator[Result]:
    """What the rows of one file amount to, in order, and at the end what is to be said of it."""
    ignored: dict[str, None] = {}
    rows_of_id: dict[str, list[int]] = {}
    for row in rows:
        if not isinstance(row, Row):
            yield row
            continue
        ignored.update(dict.fromkeys(name for name in row.fields if name not in NAMES))
        result = article(file, row)
        if isinstance(result, ArticleRecord) and result.id:
            rows_of_id.setdefault(result.id, []).append(row.number)
        yield result
    if ignored:
        yield Note(file, f"Ignored, since an article has no such fields: {_list(ignored)}.")
    repeated = [name for name, numbers in rows_of_id.items() if len(numbers) > 1]
    if repeated:
        yield Note(
            file, f"The same id stands in several rows, all of them read: {_list(repeated)}."
        )


def article(file: str, row: Row) -> ArticleRecord | Problem:
    """The row's article, or a problem that names the row and the field."""
    try:
        given = {name: _string(row.fields, name) for name in NAMES if name != "text"}
        text = _text(row.fields)
        _check(given)
    except FieldError as error:
        return Problem(file, row.number, f"{row.place} {error}")
    except ValueError as error:
        return Problem(file, row.number, f"{row.place} cannot be imported. {error}")
    return ArticleRecord(file, row.number, text, **given)


def _text(fields: Mapping[str, object]) -> str:
    text = fields.get("text")
    if text is None:
        raise FieldError("has no text: the field 'text' is missing.")
    if not isinstance(text, str):
        raise FieldError(f"has {_kind(text)} as its 'text', which must be a string.")
    if not text.strip():
        raise FieldError("has no text: it is empty or blank.")
    if len(text) > LONGEST_TEXT:
        raise FieldError(
            f"has a text of {len(text):,} characters, more than the {LONGEST_TEXT:,} "
            "that an article may have; is it several articles in one?"
        )
    return clean(text)


def _string(fields: Mapping[str, object], name: str) -> str | None:
    """A field beside the text, without surrounding blanks; ``None`` where it says nothing."""
    value = fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise FieldError(f"has {_kind(value)} as its '{name}', which must be a string.")
    if len(value) > LONGEST_FIELD:
        raise FieldError(
            f"has {len(value):,} characters in its '{name}', which may have {LONGEST_FIELD:,}."
        )
    return clean(value).strip() or None


def _check(given: Mapping[str, str | None]) -> None:
    normalise_url(given["url"])
    if given["published"]:
        read_published(given["published"])
    if given["kind"] and given["kind"] not in KINDS:
        raise FieldError(f"has the kind '{given['kind']}'; known are {', '.join(KINDS)}.")


def _kind(value: object) -> str:
    """A JSON value's kind for a person: "a number"."""
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return kinds.get(type(value), "an object")


def _list(names: Iterable[str]) -> str:
    names = list(names)
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return ", ".join(f"'{clean(name)[:60]}'" for name in names[:SHOWN]) + more
