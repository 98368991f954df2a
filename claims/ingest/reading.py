"""The readers' door: finds the files, tells their formats, hands each to its reader."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from . import archive, csv_, fields, html, json_, jsonl, text
from .cleaning import UndecodableError, clean, decode
from .fields import Row
from .records import Note, Problem, Result, Skipped

LARGEST_FILE = 512_000_000  # bytes
_HEAD = 4096

Reader = Callable[[str, BinaryIO], Iterator[Row | Problem | Skipped | Note]]
READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".json": json_.read,
    ".csv": csv_.read,
    ".tsv": csv_.read,
}
ENDINGS = (*READERS, *archive.ENDINGS)


def read_path(path: Path, root: Path | None = None) -> Iterator[Result]:
    """Everything that a file, a folder with all below it or an archive holds.

    Files are named relative to ``root``: by default the folder itself, or the
    folder that the file lies in.
    """
    if path.is_dir():
        yield from _read_folder(path, root or path)
    else:
        yield from _read_file(path, _name(path, root or path.parent))


def read_bytes(name: str, data: bytes) -> Iterator[Result]:
    """Everything that an uploaded file holds; its name tells the format."""
    yield from read_stream(name, io.BytesIO(data))


def read_stream(name: str, stream: BinaryIO) -> Iterator[Result]:
    """The same of an open file, in little memory; it has to be seekable."""
    yield from _read_any(clean(name.replace("\\", "/")), stream)


def _read_folder(folder: Path, root: Path) -> Iterator[Result]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(_name(folder, root), 1, f"The folder cannot be read: {error.strerror}.")
        return
    for entry in entries:
        name = _name(entry, root)
        if entry.is_dir() and (entry.name.startswith(".") or entry.is_symlink()):
            yield Skipped(name, 1, "Hidden folders and links to folders are not read.")
        elif entry.is_dir():
            yield from _read_folder(entry, root)
        else:
            yield from _read_file(entry, name)


def _name(path: Path, root: Path) -> str:
    """The path below the root with forward slashes; its own where it lies elsewhere."""
    try:
        return clean(path.relative_to(root).as_posix())
    except ValueError:
        return clean(path.as_posix())


def _read_file(path: Path, name: str) -> Iterator[Result]:
    if not path.exists():
        yield Problem(name, 1, "There is no such file or folder.")
    elif not path.is_file():
        yield Skipped(name, 1, "This is a device or a pipe, not a file.")
    else:
        try:
            with path.open("rb") as stream:
                yield from _read_any(name, stream)
        except OSError as error:
            yield Problem(name, 1, f"The file cannot be read: {error.strerror}.")


def _read_any(name: str, stream: BinaryIO) -> Iterator[Result]:
    """A file, or an archive's files."""
    if _is_hidden(name):
        yield Skipped(name, 1, "Hidden files are not read.")
    elif (size := stream.seek(0, os.SEEK_END)) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        yield Problem(name, 1, f"The file has {size // 1_000_000:,} MB; {limit} are allowed.")
    else:
        stream.seek(0)
        if _is_archive(name, stream):
            yield from _read_archive(name, stream)
        else:
            yield from _read_articles(name, stream)


def _read_archive(name: str, stream: BinaryIO) -> Iterator[Result]:
    for member in archive.members(name, stream):
        if isinstance(member, Problem):
            yield member
        elif _is_hidden(member.name):
            yield Skipped(member.name, 1, "Hidden files are not read.")
        else:
            yield from _read_articles(member.name, member.stream)


def _read_articles(name: str, stream: BinaryIO) -> Iterator[Result]:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix and suffix not in READERS:
        yield Skipped(name, 1, f"Files of the type '{suffix}' are not read.")
        return
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head:
        yield Problem(name, 1, "The file is empty.")
        return
    try:
        reader = READERS.get(suffix) or _reader_by_content(head)
        yield from fields.articles(name, reader(name, stream))
    except UndecodableError as error:
        yield Problem(name, 1, str(error))


def _is_hidden(name: str) -> bool:
    """Whether the file begins with a full stop, or is what macOS adds to an archive."""
    parts = PurePosixPath(name).parts
    return parts[-1].startswith(".") or "__MACOSX" in parts


def _is_archive(name: str, stream: BinaryIO) -> bool:
    """By its ending; without one by the first bytes."""
    if PurePosixPath(name).suffix:
        return name.lower().endswith(archive.ENDINGS)
    head = stream.read(4)
    stream.seek(0)
    return head.startswith((b"PK\x03\x04", b"\x1f\x8b"))


def _reader_by_content(head: bytes) -> Reader:
    """The reader of a file whose name says nothing. Raises ``UndecodableError``."""
    start = decode(head).lstrip()
    if start[:200].lower().startswith(("<!doctype html", "<html", "<?xml")):
        return html.read
    if start.startswith("["):
        return json_.read
    if start.startswith("{"):
        return jsonl.read if json_.are_lines(start) else json_.read
    return text.read
