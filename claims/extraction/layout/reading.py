"""A text as it reads, and where each character of it stands in the text as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What stands from the one place to the other reads as these words: "&nbsp;" as " "
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` is made of stretches, each copied from the text as given or put in its place.

    ``starts`` are the first characters of the stretches in ``text``, ``origins`` and ``ends``
    where each begins and ends in the text as given. A stretch as long in one as in the other
    is a copy, character for character; any other stands for its place as a whole.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Reading:
        """The text as it stands."""
        return cls(text, (0,), (0,), (len(text),))

    def origin(self, place: int) -> int:
        """Where a character of the text begins in the text as given."""
        number = bisect_right(self.starts, place) - 1
        if not self._is_copy(number):
            return self.origins[number]
        return self.origins[number] + place - self.starts[number]

    def end(self, place: int) -> int:
        """Where a character of the text ends in the text as given."""
        number = bisect_right(self.starts, place) - 1
        if not self._is_copy(number):
            return self.ends[number]
        return self.origins[number] + place - self.starts[number] + 1

    def edited(self, edits: Iterable[Edit]) -> Reading:
        """The reading with other words in some places; the edits stand in order and apart."""
        parts: list[tuple[str, int, int]] = []
        place = 0
        for start, end, words in edits:
            parts += self._stretches(place, start)
            if words:
                origin = self.origin(start)
                parts.append((words, origin, self.end(end - 1) if end > start else origin))
            place = end
        if not place and not parts:
            return self
        return _joined([*parts, *self._stretches(place, len(self.text))])

    def _is_copy(self, number: int) -> bool:
        return self.ends[number] - self.origins[number] == self._stop(number) - self.starts[number]

    def _stop(self, number: int) -> int:
        return self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Words, origin and end of each stretch between two places, the outer ones cut."""
        number = bisect_right(self.starts, start) - 1
        while start < end:
            stop = min(self._stop(number), end)
            if stop > start:
                yield self.text[start:stop], self.origin(start), self.end(stop - 1)
            start, number = stop, number + 1


def _joined(parts: list[tuple[str, int, int]]) -> Reading:
    starts, origins, ends, place = [], [], [], 0
    for words, origin, end in parts or [("", 0, 0)]:
        starts.append(place)
        origins.append(origin)
        ends.append(end)
        place += len(words)
    return Reading(
        "".join(words for words, _, _ in parts), tuple(starts), tuple(origins), tuple(ends)
    )
