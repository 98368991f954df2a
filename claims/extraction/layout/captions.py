"""Subtitles and captions: numbers, times and repeated lines are no words.

SRT, WebVTT, and what people copy from a player: "0:07" above each line, or before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .lines import Given

_STAMP = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
_CUE_TIME = re.compile(rf"{_STAMP}[ \t]*-->[ \t]*{_STAMP}")
_CUE_NAME = re.compile(r"\S.{0,60}")
_BARE_TIME = re.compile(rf"[\[(]?{_STAMP}[\])]?")
_LEADING_TIME = re.compile(rf"[\[(]?{_STAMP}[\])]?[ \t]+(?=\S)")
_LABEL_BEHIND = re.compile(r"[^\s:][^:\n]{0,60}:[ \t]")  # "[00:07:10] ORLA BRECK: We hired"
_FEWEST_TIMES = 3
_HEADER = re.compile(r"WEBVTT\b.*|(?:NOTE|STYLE|REGION)\b.*")
_SOUND = re.compile(r"[♪♫\s]*[\[(][^\[\]()\d:]{2,40}[\])][♪♫\s]*|[♪♫].*[♪♫]|[♪♫]+")


@dataclass(slots=True)
class Captions:
    """What a text's lines are as captions, by their number.

    ``beside`` are those without spoken words, ``spoken`` those with some; ``leads`` says how
    many characters of a line are its time.
    """

    beside: set[int] = field(default_factory=set)
    spoken: set[int] = field(default_factory=set)
    leads: dict[int, int] = field(default_factory=dict)


def find_captions(given: Sequence[Given]) -> Captions:
    """The captions of a text; none where no line has a time."""
    times = {number for number, line in enumerate(given) if _CUE_TIME.match(line.words)}
    if times:
        return _of_file(given, times)
    filled = [number for number, line in enumerate(given) if not line.is_blank]
    bare = {number for number in filled if _BARE_TIME.fullmatch(given[number].words)}
    if len(bare) >= _FEWEST_TIMES and 4 * len(bare) >= len(filled):
        return Captions(bare, set(filled) - bare)
    leads = {
        number: found.end()
        for number in filled
        if (found := _LEADING_TIME.match(given[number].words))
        and not _LABEL_BEHIND.match(given[number].words, found.end())
    }
    if len(leads) >= _FEWEST_TIMES and 2 * len(leads) >= len(filled):
        return Captions(set(), set(filled), leads)
    return Captions()


def _of_file(given: Sequence[Given], times: set[int]) -> Captions:
    captions = Captions(set(times))
    heard = ""
    in_header = False
    first = min(times)
    for number, line in enumerate(given):
        if line.is_blank or number in times:
            in_header = False
        elif in_header or (_HEADER.fullmatch(line.words) and _is_first(given, number)):
            in_header = True
            captions.beside.add(number)
        elif number + 1 in times and _names_cue(given, number):
            captions.beside.add(number)
        elif number > first:
            if line.words == heard or _SOUND.fullmatch(line.words):
                captions.beside.add(number)
            else:
                captions.spoken.add(number)
                heard = line.words
    return captions


def _is_first(given: Sequence[Given], number: int) -> bool:
    return number == 0 or given[number - 1].is_blank


def _names_cue(given: Sequence[Given], number: int) -> bool:
    """Is the line above a cue's time its number or name? Words of the cue before are none."""
    words = given[number].words
    return words.isdecimal() or (
        _is_first(given, number) and _CUE_NAME.fullmatch(words) is not None
    )
