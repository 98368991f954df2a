"""The process that :mod:`apart` starts: files on standard input, what they hold on standard output.

A question is a line of JSON with the kind of file, its size in bytes and the limits, and then the
file. Each line of the answer is a JSON object: {"pages": 40} for a PDF, {"text": "…"} for each
piece of text, {"article": …} of a page, and at last {"ended": "pages"} with the limit that was
reached, if one was.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

from .apart import News
from .cleaning import UndecodableError, decode
from .html import decode_page

MOST_MEMORY = 240_000_000  # bytes
_ANSWERS = sys.stdout
_SHORT = 0.8  # of the memory: whatever fails beyond that has failed because of it
_LINES_AT_ONCE = 1_000
_LONGEST_PAGE = 2_000_000  # characters of a page's source; a tree takes thirty times as much
_LONGEST_CHARACTER = 4  # bytes


def main() -> None:
    _limit(resource.RLIMIT_DATA, MOST_MEMORY)
    _limit(resource.RLIMIT_CORE, 0)
    sys.stdout = sys.stderr  # what a library prints is no answer
    while line := sys.stdin.buffer.readline():
        question = json.loads(line)
        _limit(resource.RLIMIT_CPU, _seconds_used() + int(question["seconds"]) + 2)
        _tell({"ended": _answer(question, sys.stdin.buffer.read(question["size"]))})


def _limit(what: int, most: int) -> None:
    """Have the system end this process there, should nobody else do it."""
    with contextlib.suppress(ValueError, OSError):  # a system without that limit
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def _seconds_used() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime)


def _was_short_of_memory() -> bool:
    return _peak() > _SHORT * MOST_MEMORY


def _peak() -> int:
    """The most bytes that this process has had; 0 where the system does not tell.

    ``ru_maxrss`` begins with what the process had that started this one.
    """
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def _answer(question: News, data: bytes) -> str:
    """Tell what the file holds; returns what ended it."""
    try:
        return _tell_all(READERS[question["kind"]](data, question), question.get("characters"))
    except MemoryError:
        return "memory"
    except Exception:  # noqa: BLE001 - a library's stumble over a damaged file costs the rest of it
        return "memory" if _was_short_of_memory() else "damage"


def _tell_all(news: Iterable[News], most: int | None) -> str:
    """Write each piece as it comes, of all together ``most`` characters of text."""
    left = most
    for piece in news:
        if "ended" in piece:
            return str(piece["ended"])
        if "text" in piece and left is not None:
            piece["text"] = piece["text"][:left]
            left -= len(piece["text"])
        _tell(piece)
        if left is not None and left <= 0:
            return "characters"
    return ""


def _tell(news: News) -> None:
    _ANSWERS.write(json.dumps(news) + "\n")
    _ANSWERS.flush()


# --- kinds of files; each loads its own library -------------------------------


def _pdf(data: bytes, limits: News) -> Iterator[News]:
    from .pdf import pages

    for number, piece in enumerate(pages(BytesIO(data))):
        if isinstance(piece, int):
            yield {"pages": piece}
        elif number > limits["pages"]:
            yield {"ended": "pages"}
        else:
            yield {"text": f"{piece}\n\n"}


def _page(data: bytes, _limits: News) -> Iterator[News]:
    from .page_text import lines_of_page, without_scripts

    source = decode_page(data)
    if len(source) > _LONGEST_PAGE:
        source = without_scripts(source)
    lines = lines_of_page(source[:_LONGEST_PAGE])
    while some := list(islice(lines, _LINES_AT_ONCE)):
        yield {"text": "\n".join(some) + "\n"}
    if len(source) > _LONGEST_PAGE:
        yield {"ended": "characters"}


def _text(data: bytes, limits: News) -> Iterator[News]:
    yield {"text": decode(data[: _LONGEST_CHARACTER * limits["characters"]])}


def _article(data: bytes, _limits: News) -> Iterator[News]:
    from .webpage import article_of

    try:
        page = article_of(decode_page(data))
    except UndecodableError as error:
        yield {"undecodable": str(error)}
    else:
        if page is None and _was_short_of_memory():  # lxml gives up without a word
            raise MemoryError
        if page is not None:
            yield {"article": page.fields, "unreadable_dates": page.unreadable_dates}


READERS: dict[str, Callable[[bytes, News], Iterator[News]]] = {
    "pdf": _pdf,
    "page": _page,
    "text": _text,
    "article": _article,
}

if __name__ == "__main__":
    main()
