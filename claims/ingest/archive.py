"""Zip and tar archives: their files one by one, as if they lay in a folder.

Nothing is ever written under a name that an archive chooses: members go through
a nameless temporary file. What leads outside, links or nests is refused.
"""

from __future__ import annotations

import gzip
import os
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from .cleaning import CHUNK, clean
from .records import Problem

MOST_FILES = 10_000
LARGEST = 512_000_000  # bytes, of all members together once unpacked
MOST_TIMES = 100  # its own size that an archive may unpack to; text has five to twenty
ALWAYS = 64_000_000  # bytes that any may unpack to
ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz")
_NESTED = (*ENDINGS, ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar.bz2", ".tar.xz")
LONGEST_LIST = 8_000_000  # bytes of a zip's list of contents: 800 for each file
_LONGEST_END = 22 + 65_535  # bytes of a zip's last record, with its comment
_IN_MEMORY = 8_000_000
_BROKEN = (
    OSError,
    EOFError,
    RuntimeError,  # a member with a password
    NotImplementedError,  # a compression this Python lacks
    ValueError,
    struct.error,
    zlib.error,
    tarfile.TarError,
    zipfile.BadZipFile,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, open at its start until the next one is asked for."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an archive's list of contents says; ``refused`` is why it must stay packed."""

    name: str
    open: Callable[[], IO[bytes] | None]
    refused: str | None = None


class TooLargeError(ValueError):
    """More comes out of an archive than any batch of articles holds."""


def members(file: str, stream: BinaryIO) -> Iterator[Member | Problem]:
    """The archive's files in the order of their names; ``file`` is the archive's own name."""
    try:
        most = min(LARGEST, max(ALWAYS, MOST_TIMES * stream.seek(0, os.SEEK_END)))
        with ExitStack() as open_files:
            yield from _unpack(file, _entries(stream, open_files, most), most)
    except TooLargeError as error:
        yield Problem(file, 1, str(error))
    except _BROKEN:
        yield Problem(file, 1, "The archive is damaged or of a kind that cannot be read.")


def _unpack(file: str, entries: list[_Entry], most: int) -> Iterator[Member | Problem]:
    left = most
    for entry in sorted(entries, key=lambda entry: entry.name.split("/")):
        name = f"{file}/{clean(entry.name)}"
        if entry.refused:
            yield Problem(name, 1, entry.refused)
            continue
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            try:
                left -= _copy(entry.open(), copy, left)
            except TooLargeError:
                raise
            except _BROKEN:
                yield Problem(name, 1, "This file of the archive is damaged or has a password.")
                continue
            yield Member(name, cast(BinaryIO, copy))


def _entries(stream: BinaryIO, open_files: ExitStack, most: int) -> list[_Entry]:
    """The archive's list of contents, of each name the last as when unpacking."""
    if zipfile.is_zipfile(stream):
        _refuse_endless_list(stream)
        found = _zip_entries(open_files.enter_context(zipfile.ZipFile(stream)))
    else:
        found = _tar_entries(open_files.enter_context(_open_tar(stream, most)))
    entries = {entry.name: entry for entry in islice(found, MOST_FILES + 1)}
    if len(entries) > MOST_FILES:
        raise TooLargeError(f"The archive holds more than {MOST_FILES:,} files.")
    return list(entries.values())


def _refuse_endless_list(stream: BinaryIO) -> None:
    """Refuse a zip whose list of contents alone would fill the memory when it is read."""
    start = max(0, stream.seek(0, os.SEEK_END) - _LONGEST_END)
    stream.seek(start)
    end = stream.read()
    found = end.rfind(b"PK\x05\x06")
    (size,) = struct.unpack_from("<L", end, found + 12)
    stream.seek(0)
    if size > LONGEST_LIST:
        raise TooLargeError(f"The archive holds more than {MOST_FILES:,} files.")


def _zip_entries(archive: zipfile.ZipFile) -> Iterator[_Entry]:
    for info in archive.infolist():
        if not info.is_dir():
            yield _Entry(info.filename, partial(archive.open, info), _refusal(info.filename))


def _tar_entries(archive: tarfile.TarFile) -> Iterator[_Entry]:
    for info in archive:
        if not info.isdir():
            link = None if info.isfile() else "This is a link or a device, not a file."
            opened = partial(archive.extractfile, info)
            yield _Entry(info.name.removeprefix("./"), opened, link or _refusal(info.name))


@contextmanager
def _open_tar(stream: BinaryIO, most: int) -> Iterator[tarfile.TarFile]:
    """The tar archive, unzipped first: files are read by name, and gzip has no way back."""
    stream.seek(0)
    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as plain:
        source = cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if packed else stream
        _copy(source, plain, most)
        modest = cast(BinaryIO, _Modest(plain))
        with tarfile.open(fileobj=modest, mode="r:") as archive:
            yield archive


class _Modest:
    """A tar's bytes in pieces that fit in memory: tarfile reads a header of any size whole."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.seek, self.tell, self.close = stream.seek, stream.tell, stream.close

    def read(self, size: int) -> bytes:
        if size > CHUNK:
            raise tarfile.ReadError
        return self._stream.read(size)


def _refusal(name: str) -> str | None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "The name of this file leads outside the archive."
    if name.lower().endswith(_NESTED):
        return "This is an archive in an archive; unpack it first."
    return None


def _copy(source: IO[bytes] | None, target: IO[bytes], most: int) -> int:
    """The number of bytes copied; the target is left at its start."""
    if source is None:
        raise tarfile.ReadError
    copied = 0
    while chunk := source.read(CHUNK):
        copied += len(chunk)
        if copied > most:
            raise TooLargeError(
                f"The archive unpacks to more than {LARGEST // 1_000_000} MB, "
                f"or to more than {MOST_TIMES} times its size."
            )
        target.write(chunk)
    target.seek(0)
    return copied
