"""Items that a page's own elements spell out: ``itemscope``, ``itemtype`` and ``itemprop``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .markup import Element

# Where an element holds its value in an attribute
_ATTRIBUTES = ("content", "datetime", "href", "src", "value")
_DEEPEST = 12


def items_of(tree: Element, name: str) -> Iterator[dict[str, Any]]:
    """Each item of that type, as JSON-LD would write it: {"@type": …, "url": …}."""
    for element in tree.iter("*"):
        if element.get("itemscope") is not None and name in (element.get("itemtype") or ""):
            yield _item(element, 0)


def _item(element: Element, depth: int) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": (element.get("itemtype") or "").split()}
    for child in element:
        _add(child, item, depth)
    return item


def _add(element: Element, item: dict[str, Any], depth: int) -> None:
    """What the element and those in it say of the item; another item inside says its own."""
    if not isinstance(element.tag, str):
        return
    is_item = element.get("itemscope") is not None
    for name in (element.get("itemprop") or "").split():
        value = _item(element, depth + 1) if is_item and depth < _DEEPEST else _value(element)
        if name not in item:
            item[name] = value
        elif isinstance(known := item[name], list):
            known.append(value)
        else:
            item[name] = [known, value]
    if not is_item:
        for child in element:
            _add(child, item, depth)


def _value(element: Element) -> str:
    for name in _ATTRIBUTES:
        if element.get(name) is not None:
            return str(element.get(name)).strip()
    return " ".join("".join(element.itertext()).split())
