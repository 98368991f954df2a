"""All that a page says, as text: not its article alone but tables, captions and lists too.

For finding in it what somebody quotes from it. Cells are divided by a tab, everything else that
stands on a line of its own by a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from .markup import INLINE, Element, settle

_SILENT = frozenset(
    [
        "audio",
        "canvas",
        "embed",
        "head",
        "iframe",
        "math",
        "noscript",
        "object",
        "script",
        "style",
        "svg",
        "template",
        "video",
    ]
)
_SCRIPT = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</(?:script|style)\b[^>]{0,100}>", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})


def without_scripts(source: str) -> str:
    """The page's source without its scripts and styles, which may be most of it."""
    kept, at = [], 0
    for begun in _SCRIPT.finditer(source):
        if begun.start() >= at:
            ended = _SCRIPT_END.search(source, begun.end())
            if ended is None:
                break
            kept.append(source[at : begun.start()])
            at = ended.end()
    return "".join([*kept, source[at:]])


def lines_of_page(source: str) -> Iterator[str]:
    """The page's lines, one by one, blank ones left out.

    Raises:
        MemoryError: the tree does not fit.
    """
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
    )
    if not source.strip():
        return
    try:
        tree = html.document_fromstring(source.encode(), parser=parser)
    except etree.XMLSyntaxError as error:  # the parser recovers from everything but that
        raise MemoryError from error
    settle(tree)
    yield from _lines(tree)


def _lines(tree: Element) -> Iterator[str]:
    line: list[str] = []
    for piece in _pieces(tree):
        if piece == "\n":
            if joined := _joined(line):
                yield joined
            line.clear()
        else:
            line.append(piece)
    if joined := _joined(line):
        yield joined


def _joined(pieces: list[str]) -> str:
    cells = (" ".join(cell.split()) for cell in "".join(pieces).split("\t"))
    return "\t".join(cell for cell in cells if cell)


def _pieces(tree: Element) -> Iterator[str]:
    """Runs of characters, tabs between cells and line ends between blocks, in order."""
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if element.tag in _SILENT:
            if event == "start":
                walker.skip_subtree()
            else:
                yield _flat(element.tail)
        elif event == "start":
            yield from (_mark(element.tag), _flat(element.text))
        else:
            yield from (_mark(element.tag), _flat(element.tail))


def _mark(tag: str) -> str:
    if tag in _CELLS:
        return "\t"
    return "" if tag in INLINE or tag == "img" else "\n"


def _flat(text: str | None) -> str:
    """Text whose line ends and tabs are spaces, as a browser shows it."""
    return text.replace("\n", " ").replace("\t", " ") if text else ""
