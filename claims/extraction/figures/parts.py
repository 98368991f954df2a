"""Which figure is a part of which: "112 drones, 84 of which", "14 of the 27", "including 12"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claims.figures import Figure

_OF_THE = re.compile(
    r"(?:\s\w+){0,1}?\s(?:out\s)?of\s(?:(?:the|its|their|those|these|our|his|her|all|some|an?)\s)*"
    r"(?:[\w-]+['’]s?\s)?(?:total\sof\s|more\sthan\s)?(?:\w+\s)?",
    re.IGNORECASE,
)
_HALF_THE = re.compile(r"\s(?:the|its|their|those|these|our|his|her)\s(?:\w+['’]s?\s)?", re.I)
_OF_THEM = re.compile(
    r"(?:\s\([-+−–]?[\d.,]+\))?(?:\s\w+){0,1}?\sof\s(?:which|whom|them|these|those|the\slatter|the\stotal)\b",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"\b(?:includ(?:ing|es?|ed)|among\s(?:them|whom|which|those)|of\s(?:them|whom|which|those|these)"
    r"|counting|comprising)(?:,?\s(?:only\s|just\s|the\s|a\s)?)$"
    r"|\bamong\s(?:them|whom|which|those)\s(?:were|are|was|is)\s$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:^|[.;:,–—]\s|\b(?:and|but|that)\s)of\s(?:the|its|those|these|all|their|some)\s$", re.I
)
_LISTED = re.compile(r"[^.;:()]{0,60}?(?:,|\band\b|,\sand\b)\s(?:at\sleast\s)?", re.IGNORECASE)
_COLON = re.compile(r"[^.;:]{0,60}:\s")
_OF_SOME = re.compile(r"\sof\s(?!(?:which|whom|them|these|those)\b)", re.IGNORECASE)
_SHARES = ("percent", "ratio")
_GROUP_REACH = 160


def part_links(text: str, figures: Sequence[Figure]) -> dict[int, int]:
    """Index of a part → index of its whole; a part is never larger than its whole."""
    links: dict[int, int] = {}
    finders: tuple[Callable[[str, Sequence[Figure], int, dict[int, int]], int | None], ...] = (
        _part_of_next,
        _part_of_pronoun,
        _included,
        _listed,
        _of_group,
        _after_colon,
    )
    for index, figure in enumerate(figures):
        for finder in finders:
            whole = finder(text, figures, index, links)
            if whole is None or links.get(whole) == index:
                continue
            if is_part(figure, figures[whole]):
                links[index] = whole
                break
    return links


def is_part(part: Figure, whole: Figure) -> bool:
    """Whether the part can be of the whole: a share always, a count not above it."""
    if part.kind in _SHARES:
        return whole.kind in ("count", "money", "measure", "ratio", "percent")
    if part.shares != whole.shares:
        return False
    return (part.high or part.value) <= (whole.high or whole.value) and part.value <= whole.value


def _part_of_next(
    text: str, figures: Sequence[Figure], index: int, links: dict[int, int]
) -> int | None:
    """Index of the next figure, where that is the whole: "14 of the 27 nations"."""
    if index + 1 == len(figures):
        return None
    end, start = figures[index].end, figures[index + 1].start
    is_half = text[end - 4 : end].lower() == "half" and _HALF_THE.fullmatch(text, end, start)
    return index + 1 if is_half or _OF_THE.fullmatch(text, end, start) else None


def _part_of_pronoun(
    text: str, figures: Sequence[Figure], index: int, links: dict[int, int]
) -> int | None:
    """Index of the whole that a pronoun stands for: "112 drones, 84 of which".

    Also a share: "two-thirds of pupils missed a day; half of them were ill".
    """
    if not _OF_THEM.match(text, figures[index].end):
        return None
    share = _share_before(text, figures, index)
    return _whole_before(figures, index, links) if share is None else share


def _share_before(text: str, figures: Sequence[Figure], index: int) -> int | None:
    """Index of the share right before that a share is of: "a third of voters, half of them men"."""
    if index == 0 or figures[index].kind not in _SHARES:
        return None
    before = figures[index - 1]
    between = text[before.end : figures[index].start]
    if before.kind not in _SHARES or ". " in between:
        return None
    in_words = " in " in text[before.start : before.end]  # "three in five patients"
    return index - 1 if in_words or _OF_SOME.match(between) else None


def _whole_before(figures: Sequence[Figure], index: int, links: dict[int, int]) -> int | None:
    """The nearest count before that can be the whole and is no part itself."""
    for earlier in range(index - 1, -1, -1):
        whole = figures[earlier]
        if whole.kind != "count" or earlier in links or whole.change:
            continue
        if is_part(figures[index], whole):
            return earlier
    return None


def _included(
    text: str, figures: Sequence[Figure], index: int, links: dict[int, int]
) -> int | None:
    """Index of the whole that includes the figure: "300 migrants, including 27 children"."""
    start = figures[index].start
    if figures[index].kind not in ("count", "percent", "ratio", "money"):
        return None
    if not _INCLUDING.search(text, max(0, start - 34), start):
        return None
    whole = _whole_before(figures, index, links)
    if whole is not None or index == 0:
        return whole
    return index - 1 if index - 1 not in links else None


def _listed(text: str, figures: Sequence[Figure], index: int, links: dict[int, int]) -> int | None:
    """Index of the whole of the part before in a list: "including 12 children and 5 women"."""
    if index == 0 or index - 1 not in links or links[index - 1] > index - 1:
        return None
    first, second = figures[index - 1], figures[index]
    if first.shares != second.shares or not _LISTED.fullmatch(text, first.end, second.start):
        return None
    whole = links[index - 1]
    parts = [figures[part].value for part, of in links.items() if of == whole]
    fits = second.kind != "count" or sum(parts) + second.value <= figures[whole].value
    return whole if fits else None


def _of_group(
    text: str, figures: Sequence[Figure], index: int, links: dict[int, int]
) -> int | None:
    """Index of a whole named at the start: "Of the 650 seats, Labour won 411, the Tories 121"."""
    figure = figures[index]
    for earlier in range(index - 1, -1, -1):
        whole = figures[earlier]
        if figure.start - whole.end > _GROUP_REACH or ". " in text[whole.end : figure.start]:
            return None
        if _GROUP.search(text, max(0, whole.start - 20), whole.start) and earlier not in links:
            return earlier
    return None


def _after_colon(
    text: str, figures: Sequence[Figure], index: int, links: dict[int, int]
) -> int | None:
    """Index of the whole before the colon: "17 people: 12 men and 5 women"."""
    if index == 0 or index + 1 == len(figures) or figures[index].kind != "count":
        return None
    whole, figure, following = figures[index - 1], figures[index], figures[index + 1]
    if not _COLON.fullmatch(text, whole.end, figure.start):
        return None
    return index - 1 if figure.value + following.value <= whole.value else None
