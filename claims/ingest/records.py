"""What leaves the readers' door: frozen records, one for everything a file holds.

``file`` is the name relative to the folder that is read, with forward slashes;
what lies in an archive is "batch.zip/monday/flood.txt". ``row`` counts from 1:
the line of a JSONL or CSV file (a CSV's header is line 1, and a record over
several lines has its first), the place in a JSON list, and 1 in a file that
holds one article or could not be read at all. Reasons are whole English
sentences for the people of a newsroom.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article as its file gives it, cleaned and checked.

    ``published`` is the date as written; ``published.read_published`` reads it,
    and has read it once already without an error. ``url`` is as written too,
    and known to have a normal form. ``id`` is the row's own, for reports only.
    """

    file: str
    row: int
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    id: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """An article that cannot be imported, or a file that cannot be read."""

    file: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is no article: a blank row, a hidden file, an unknown type."""

    file: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know about a file of which nothing was lost."""

    file: str
    reason: str


Result = ArticleRecord | Problem | Skipped | Note
