"""Bytes become text, once: decoded, without NUL and lone surrogates, lines ended by LF.

Nothing else is altered, since every offset of the desk points into this text.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from charset_normalizer import from_bytes

CHUNK = 1 << 20
SAMPLE = 1 << 18  # bytes; enough for any guess
LONGEST_LINE = 16_000_000  # characters; an article of the longest kind, every one escaped as \uXXXX

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = bytes({*range(0x01, 0x20)} - {*b"\t\n\v\f\r\x1b"})
_LATIN_LETTERS_IN_A_ROW = re.compile(rb"[\xc0-\xff]{3}")


class UndecodableError(ValueError):
    """The bytes are no text in any encoding known here."""


def clean(text: str) -> str:
    """The text as it is stored: NUL and lone surrogates are U+FFFD, line ends are LF."""
    return _UNSTORABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def decode(data: bytes, declared: str | None = None) -> str:
    """The bytes as text, not yet cleaned; ``declared`` is an encoding the file names itself.

    Raises :class:`UndecodableError`.
    """
    encoding = detect_encoding(io.BytesIO(data), declared)
    return data.decode(encoding, errors="replace")


def open_text(stream: BinaryIO) -> TextIO:
    """The stream as text with its line ends untouched. Raises :class:`UndecodableError`."""
    encoding = detect_encoding(stream)
    return io.TextIOWrapper(stream, encoding, errors="replace", newline="")


def lines_of(text: TextIO) -> Iterator[str]:
    """The stream's lines with their ends, in bounded memory.

    A longer line is cut at ``LONGEST_LINE`` and the rest of it dropped, so that
    whoever takes a line of that length knows that it is not whole.
    """
    while line := text.readline(LONGEST_LINE):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
            line = text.readline(LONGEST_LINE)


def detect_encoding(stream: BinaryIO, declared: str | None = None) -> str:
    """Python's name of the encoding of a whole file; the stream is left at its start.

    UTF-8 unless the bytes deny it, then UTF-16 or 32 by their marks, then what the
    file declares, then Windows-1252, then charset-normalizer's guess.
    Raises :class:`UndecodableError`.
    """
    try:
        head = stream.read(SAMPLE)
        stream.seek(0)
        return _by_mark(head) or _by_nul_bytes(head) or _by_content(stream, head, declared)
    finally:
        stream.seek(0)


def _by_mark(head: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)), None)


def _by_nul_bytes(head: bytes) -> str | None:
    """UTF-16 without its mark: in Latin script every other byte is NUL."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _by_content(stream: BinaryIO, head: bytes, declared: str | None) -> str:
    valid, first_high = _scan_utf8(stream)
    _refuse_binary(head, 0.3 if valid else 0.02)
    if valid:
        return "utf-8-sig"
    stream.seek(first_high)
    sample = stream.read(SAMPLE)
    if _mostly_utf8(sample):
        return "utf-8-sig"
    return _declared_codec(declared, sample) or _legacy_encoding(sample)


def _scan_utf8(stream: BinaryIO) -> tuple[bool, int]:
    """Whether the rest of the stream is UTF-8, and the offset of its first byte beyond ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset, first_high = 0, None
    try:
        while chunk := stream.read(CHUNK):
            if first_high is None and not chunk.isascii():
                first_high = offset + next(i for i, byte in enumerate(chunk) if byte > 127)
            decoder.decode(chunk)
            offset += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False, first_high or 0
    return True, first_high or 0


def _refuse_binary(head: bytes, allowed: float) -> None:
    """Text holds next to no control characters; what is compressed or compiled does."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > allowed * len(head) or head.count(0) > 0.3 * len(head):
        raise UndecodableError("The file holds binary data, not text.")


def _mostly_utf8(sample: bytes) -> bool:
    """UTF-8 with a few damaged bytes: more characters beyond ASCII are whole than broken.

    Chance makes hardly any whole ones in other encodings: "é." is no UTF-8.
    """
    text = sample.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken > broken


def _declared_codec(declared: str | None, sample: bytes) -> str | None:
    """The declared encoding, if Python knows it and the sample is valid in it.

    The web reads Latin-1 and ASCII as Windows-1252, and so do we.
    """
    try:
        name = codecs.lookup(declared or "").name
        sample.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _legacy_encoding(sample: bytes) -> str:
    """Windows-1252 where its accented letters stand one or two together, else a guess.

    In Western languages they do ("déjà", "naïve"); Cyrillic or Greek read that way
    is a row of them.
    """
    if not _LATIN_LETTERS_IN_A_ROW.search(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    if best is None:
        raise UndecodableError("The encoding of the file is unknown; save it as UTF-8.")
    return best.encoding
