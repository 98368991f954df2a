"""The text as it reads: line breaks, reply marks, datelines and marks of notes are no words.

People paste mail, wire copy, text of PDFs and subtitles, whose lines end where the column
does: "12 people were\\n> killed" reads "12 people were killed". The rules see the text that
flows, a paragraph a line, and every record goes back to its place in the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any, TypeVar, cast

from claims.figures import note_marks
from claims.figures.lexicon.currencies import CODES

from .claims.lexicon.stopwords import STOP_WORDS
from .datelines import dateline_end
from .dates.lexicon import MONTHS, SHORT_MONTHS
from .records import (
    ArticleText,
    Attribution,
    Claim,
    Counted,
    DateSpan,
    Extraction,
    Quantity,
    Span,
    SpeakerSpan,
)

T = TypeVar("T")
# The records that stand somewhere or hold what does
_WITH_PLACES = frozenset(
    {Span, Counted, Quantity, DateSpan, SpeakerSpan, Attribution, Claim, Extraction}
)

# In characters. A line that is longer was not wrapped to be read.
WIDEST_COLUMN = 130
NARROWEST_COLUMN = 24
# A line of fewer words is a label or an item before it is half a sentence.
FEWEST_WORDS = 4
# Of the line breaks of a wrapped text so many stand where the next word had no room.
FULL_LINES = 0.6

_REPLY_MARKS = re.compile(r"[ \t]*>[> \t]*")
_CUE_NUMBER = re.compile(r"\d{1,5}$")
_CUE_TIME = re.compile(r"(?:\d+:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[ \t]+(?:\d+:)?\d\d:\d\d[.,]\d{3}")
# Headers of mail, two of them or more in a row
_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|Received|MIME-Version"
    r"|(?:X|Content)-[\w-]+):[ \t]",
    re.IGNORECASE,
)
# A bullet, a heading's mark, a number in a list, a turn's time.
_OPENS_PIECE = re.compile(r"[*•·▪◦‣●○■□✓+#=_~|]+(?:\s|$)|\(?\d{1,2}[.)]\s|\[\d")
_DASH = re.compile(r"[-–—]+(?:\s|$)")
_TABLE_ROW = re.compile(r"\t|\s\|\s|\S {3,}(?:\S.* {2,}\S|[\d$€£])")
# Who speaks or what is given, such as MODERATOR: or Ms Ilves (Harbour North):
_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5}(?: \([^()\n]{1,40}\)){0,2}:(?:\s|$)")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";")
_GOES_ON = re.compile(r"[a-z&%]")
_CLOSING_QUOTES = "\"'”’»"
_HAS_LETTER = re.compile(r"[^\W\d_]")
# A sentence does not end with these: "another EUR", "held at the", "killed,"
_OPEN_ENDS = (
    STOP_WORDS
    | {code.lower() for code in CODES}
    | {"to", "from", "up", "over", "under", "after", "before", "not", "will", "would", "no"}
    | set(",-–—(&$€£¥")
)
_MONTH_NAMES = MONTHS.keys() | SHORT_MONTHS.keys()


@dataclass(frozen=True, slots=True)
class Flow:
    """A text that flows, and where each stretch of it stands in the text as given.

    ``starts`` and ``origins`` are the first characters of the stretches in either text; a
    stretch is as long in one as in the other.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, place: int) -> int:
        """Where a character of the flowing text stands in the text as given."""
        stretch = bisect_right(self.starts, place) - 1
        return self.origins[stretch] + place - self.starts[stretch]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words, its reply marks and the space around it left out.

    ``begins`` says that a blank line or another depth of replies stands in front of it;
    ``replies`` counts the reply marks that do, and ``is_caption`` says that the line stands
    under the time code of a subtitle.
    """

    start: int
    words: str
    begins: bool
    replies: int
    is_caption: bool
    after_header: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def stands_as_given(self) -> bool:
        return not (self.replies or self.is_caption or self.after_header)

    @property
    def is_row(self) -> bool:
        return bool(_TABLE_ROW.search(self.words))

    @property
    def has_label(self) -> bool:
        """Does it begin with who speaks, or with what the figure is of?"""
        return bool(_LABEL.match(self.words))

    @property
    def has_dash(self) -> bool:
        return bool(_DASH.match(self.words))

    def opens_piece(self, previous: _Line) -> bool:
        """Is it a piece of its own by its form, behind that line?"""
        if self.begins or self.is_row or previous.is_row or _OPENS_PIECE.match(self.words):
            return True
        if previous.ends_sentence:
            return self.has_label or self.has_dash
        return (self.has_label and previous.has_label) or (self.has_dash and previous.has_dash)

    @property
    def ends_sentence(self) -> bool:
        return self.words.rstrip(_CLOSING_QUOTES + ")]").endswith(_SENTENCE_ENDS)

    def room_for(self, following: _Line) -> range:
        """The widths of a column in which this line ends where it does, for want of room."""
        first = following.words.split(maxsplit=1)[0]
        return range(len(self.words), min(len(self.words) + len(first), WIDEST_COLUMN) + 1)

    def is_unfinished(self, following: _Line) -> bool:
        """Does the sentence go on, by the words on either side of the break?"""
        if self.ends_sentence:
            return False
        first = following.words.split(maxsplit=1)[0]
        last = self.words.rsplit(maxsplit=1)[-1].rstrip(_CLOSING_QUOTES)
        needs_more = last.isdecimal() or not {last.lower(), last[-1:]}.isdisjoint(_OPEN_ENDS)
        if len(self.words.split()) < FEWEST_WORDS and not (needs_more and first[:1].islower()):
            return False
        if not _HAS_LETTER.search(following.words):
            return False
        if last.isdecimal() and first.lower().rstrip(".,") in _MONTH_NAMES:
            return True
        return bool(_GOES_ON.match(first)) or not {last.lower(), last[-1:]}.isdisjoint(_OPEN_ENDS)


def flow(text: str) -> Flow | None:
    """The text as it reads; ``None`` where it reads as it stands."""
    lines = list(_lines(text))
    column = _column(lines)
    joins = [_runs_on(line, following, column) for line, following in pairwise(lines)]
    leads = [
        0 if continues else dateline_end(line.words)
        for line, continues in zip(lines, [False, *joins], strict=False)
    ]
    parts: list[tuple[int, str]] = []
    if not any(joins) and not any(leads) and all(line.stands_as_given for line in lines):
        parts = list(_without_note_marks(0, text))
        return _joined(parts) if len(parts) > 1 else None
    for line, lead, runs_on in zip(lines, leads, [*joins, False], strict=False):
        parts += _without_note_marks(line.start + lead, line.words[lead:])
        if not runs_on:
            parts.append((line.end, "\n"))
        elif not _ends_in_hyphen(line.words):
            parts.append((line.end, " "))
    return _joined(parts)


def _without_note_marks(start: int, words: str) -> Iterator[tuple[int, str]]:
    """The stretches of the words between the marks of notes: "112³ drones" are 112 drones."""
    place = 0
    for mark_start, mark_end in note_marks(words):
        yield start + place, words[place:mark_start]
        place = mark_end
    yield start + place, words[place:]


def restored(extraction: Extraction, source: ArticleText, flowing: Flow | None) -> Extraction:
    """The extraction of a flowing text with every span at its place in the text as given."""
    if flowing is None:
        return extraction
    return replace(_moved(extraction, flowing, source.text), article=source)


def _moved(record: T, flowing: Flow, text: str) -> T:
    if isinstance(record, tuple):
        return cast(T, tuple(_moved(part, flowing, text) for part in record))
    if type(record) not in _WITH_PLACES:
        return record
    changed: dict[str, Any] = {
        field.name: _moved(getattr(record, field.name), flowing, text)
        for field in fields(cast(Any, record))
    }
    if isinstance(record, Span):
        start = flowing.origin(record.start)
        end = flowing.origin(record.end - 1) + 1 if record.end > record.start else start
        changed |= {"start": start, "end": end, "text": text[start:end]}
    return cast(T, replace(cast(Any, record), **changed))


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold words, without numbers and time codes of subtitles."""
    begins, depth, is_caption, after_header = True, 0, False, False
    given = list(_given_lines(text))
    headers = _headers(text, given)
    for (start, end, replies), following in pairwise([*given, (len(text), len(text), 0)]):
        words = text[start:end]
        if _CUE_TIME.match(words):
            is_caption = True
        elif _CUE_NUMBER.match(words) and _CUE_TIME.match(text, following[0]):
            continue
        elif start in headers:
            begins = after_header = True
        elif not words:
            begins = begins or not is_caption
        else:
            yield _Line(start, words, begins or replies != depth, replies, is_caption, after_header)
            begins, depth = False, replies


def _headers(text: str, given: list[tuple[int, int, int]]) -> set[int]:
    """Where the lines begin that are headers of mail: two or more in a row."""
    found: set[int] = set()
    for (start, end, _), (then, then_end, _) in pairwise(given):
        if _HEADER.match(text, start, end) and _HEADER.match(text, then, then_end):
            found |= {start, then}
    return found


def _given_lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of each line's words, and how many reply marks stand in front."""
    place = 0
    for line in text.split("\n"):
        marks = _REPLY_MARKS.match(line)
        inner = line[marks.end() :] if marks else line
        start = place + len(line) - len(inner.lstrip())
        yield start, start + len(inner.strip()), marks[0].count(">") if marks else 0
        place += len(line) + 1


def _column(lines: list[_Line]) -> int | None:
    """The width that most lines break at, if this text was wrapped at one."""
    breaks = [
        (line, following) for line, following in pairwise(lines) if not following.opens_piece(line)
    ]
    fits = Counter(width for line, following in breaks for width in line.room_for(following))
    fits = Counter({w: n for w, n in fits.items() if NARROWEST_COLUMN <= w <= WIDEST_COLUMN})
    if not fits:
        return None
    column = max(fits, key=lambda width: (fits[width], width))
    full = [line for line, following in breaks if column in line.room_for(following)]
    open_lines = sum(
        column in line.room_for(following) and line.is_unfinished(following)
        for line, following in breaks
    )
    is_wrapped = len(full) >= max(2, FULL_LINES * len(breaks)) and open_lines * 2 >= len(full)
    return column if is_wrapped else None


def _runs_on(line: _Line, following: _Line, column: int | None) -> bool:
    """Is the break between these two lines white space to the reader?"""
    if following.is_caption and line.is_caption:
        return not (line.ends_sentence or following.opens_piece(line))
    if following.opens_piece(line):
        return False
    return column in line.room_for(following) or line.is_unfinished(following)


def _ends_in_hyphen(words: str) -> bool:
    """A word that goes on behind the break: "a 112-"."""
    return words.endswith("-") and words[-2:-1].isalnum()


def _joined(parts: list[tuple[int, str]]) -> Flow:
    starts, origins, place = [], [], 0
    for origin, words in parts:
        starts.append(place)
        origins.append(origin)
        place += len(words)
    return Flow("".join(words for _, words in parts), tuple(starts), tuple(origins))
