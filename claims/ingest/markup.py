"""A page's tree, read and made ready for whoever takes its text.

Raised, lowered, inserted and struck-out characters are settled here, before anybody joins the
tree's characters to text: afterwards "112<sup>3</sup>" and "<del>40</del><ins>14</ins>" are one
number each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from claims.figures import gap_left, is_note_mark, lowered_as_text, raised_as_text

Element = Any  # lxml's, which has no types

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "settled",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_STRUCK_OUT = ("del", "s", "strike")
_RAISED, _LOWERED = "sup", "sub"
_STYLES = {
    "sup": re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE),
    "sub": re.compile(r"vertical-align\s*:\s*(?:sub|text-bottom)\b", re.IGNORECASE),
    "del": re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE),
}
# How pages name what leads to a note, where no link does.
_NOTE_NAMES = re.compile(r"foot-?note|note-?ref|cite-?_?ref|\breference\b|\bfn", re.IGNORECASE)
_CONTEXT = 48  # characters that decide what a raised one is
_STEPS = 12  # how many elements back they are looked for
_SETTLED = "settled"  # no element of HTML: taken out at the end, its text left in place


def settle(tree: Element) -> None:
    """Settle the tree's raised, lowered, inserted and struck-out characters, in place."""
    _name_styles(tree)
    etree.strip_elements(tree, *_STRUCK_OUT, with_tail=False)
    etree.strip_tags(tree, "ins")
    done: set[Element] = set()
    for element in list(tree.iter(_RAISED, _LOWERED, "a")):
        if element not in done:
            _settle_one(element, done)
    etree.strip_tags(tree, _SETTLED)


def _name_styles(tree: Element) -> None:
    """What is raised, lowered or struck out by an inline style becomes the element for it."""
    for element in tree.iter("span", "font"):
        style = element.get("style")
        if style:
            found = (tag for tag, pattern in _STYLES.items() if pattern.search(style))
            element.tag = next(found, element.tag)


def _settle_one(element: Element, done: set[Element]) -> None:
    text = "".join(element.itertext())
    if _refers_to_note(element, text):
        _replace(element, gap_left(_before(element), _after(element)), done)
    elif element.tag == "a":
        return
    elif len(text) > _CONTEXT or _holds_blocks(element):
        element.tag = _SETTLED  # a whole passage is no mark
    elif (denominator := _denominator(element, text)) is not None:
        space = " " if _before(element)[-1:].isdigit() else ""
        _replace(element, space + text.strip(), done)
        _replace(denominator, "".join(denominator.itertext()).strip(), done)
    else:
        settled = raised_as_text if element.tag == _RAISED else lowered_as_text
        _replace(element, settled(_before(element), text, _after(element)), done)


def _replace(element: Element, text: str, done: set[Element]) -> None:
    """Text in the place of the element and all in it; what follows it stays."""
    done.update(element.iter())
    element.clear(keep_tail=True)
    element.tag, element.text = _SETTLED, text


def _refers_to_note(element: Element, text: str) -> bool:
    """A note's mark by its links or names: '<sup><a href="#fn3">3</a></sup>'.

    A link within the page that is not raised must be glued to a word or in brackets: "see note
    <a href="#fn3">3</a>" is text.
    """
    if element.tag == _LOWERED or not text.strip() or not is_note_mark(text):
        return False
    if element.tag == _RAISED:
        link = element.find(".//a[@href]")
        return link is not None or any(
            _NOTE_NAMES.search(element.get(name, "")) for name in ("class", "id", "role")
        )
    if element.find(f".//{_RAISED}") is not None:
        return True
    if not element.get("href", "").startswith("#"):
        return False
    before = _before(element)[-1:]
    glued = not text[:1].isspace() and (before.isalnum() or before in set(".,;:)]”’\"'%"))
    return text.lstrip().startswith("[") or glued


def _denominator(element: Element, text: str) -> Element | None:
    """The lower half of a fraction that begins with the raised number: 1 over 2."""
    following = element.getnext()
    is_fraction = (
        element.tag == _RAISED
        and text.strip().isdigit()
        and (element.tail or "").strip() in {"/", "⁄"}
        and following is not None
        and following.tag == _LOWERED
        and "".join(following.itertext()).strip().isdigit()
    )
    return following if is_fraction else None


def _holds_blocks(element: Element) -> bool:
    return any(inner.tag not in INLINE for inner in element.iter() if inner is not element)


def _before(element: Element) -> str:
    """The text before the element on its line, as far as it decides anything."""
    text = ""
    for step, piece in enumerate(_pieces_before(element)):
        text = piece[-_CONTEXT:] + text
        if len(text) >= _CONTEXT or step >= _STEPS:
            break
    return " ".join(text.split()) + (" " if text[-1:].isspace() else "")


def _pieces_before(element: Element) -> Iterator[str]:
    """The text nodes before the element in its block, the nearest first."""
    while True:
        sibling = element.getprevious()
        if sibling is None:
            element = element.getparent()
            if element is None:
                return
            yield element.text or ""
            if element.tag not in INLINE:
                return
        else:
            yield sibling.tail or ""
            if sibling.tag not in INLINE:
                return
            yield "".join(sibling.itertext())
            element = sibling


def _after(element: Element) -> str:
    """The text right after the element, out of the inline elements that it closes."""
    for _step in range(_STEPS):
        if element.tail:
            return str(element.tail[:_CONTEXT])
        following, parent = element.getnext(), element.getparent()
        if following is not None:
            return (following.text or "")[:_CONTEXT] if following.tag in INLINE else ""
        if parent is None or parent.tag not in INLINE:
            return ""
        element = parent
    return ""
