"""Line breaks inside a paragraph are white space to the reader; which ones are tells the text.

"12 people were\\n> killed" reads "12 people were killed". Most lines of a wrapped text end where
the next word had no room; a text of two lines has its grammar alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS
from claims.figures.lexicon.currencies import CODES
from claims.figures.lexicon.stopwords import STOP_WORDS

from .lexicon import COMPOUNDING, WORD_ENDS

# In characters. A line that is longer was not wrapped to be read.
WIDEST_COLUMN = 130
NARROWEST_COLUMN = 24
# A line of fewer words is a label or an item before it is half a sentence.
FEWEST_WORDS = 4
# Of the line breaks of a wrapped text so many stand where the next word had no room.
FULL_LINES = 0.6
# Who wraps by hand leaves room now and then: so much of the column is as good as full.
NEARLY_FULL = 0.75

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
    | {"below", "above", "about", "around", "nearly", "almost", "than", "least", "between"}
    | set(",-–—(&$€£¥")
)
_MONTH_NAMES = MONTHS.keys() | SHORT_MONTHS.keys()
_HALF_WORD = re.compile(r"[^\W\d_]{2,}[-\u00ad]$")
_OTHER_HALF = re.compile(r"[a-zß-ÿ]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words, its reply marks and the space around it left out.

    ``begins`` says that a blank line or another depth of replies stands in front of it,
    ``is_caption`` that the line stands under the time code of a subtitle, ``after_page`` that
    the foot or head of a page stands in front, ``is_whole`` that it is a piece of its own in
    any case.
    """

    start: int
    words: str
    begins: bool = False
    is_caption: bool = False
    after_page: bool = False
    is_whole: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.words)

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

    def opens_piece(self, previous: Line) -> bool:
        """Is it a piece of its own by its form, behind that line?"""
        if self.is_whole or previous.is_whole:
            return True
        if self.begins or self.is_row or previous.is_row or _OPENS_PIECE.match(self.words):
            return True
        if previous.ends_sentence:
            return self.has_label or self.has_dash
        return (self.has_label and previous.has_label) or (self.has_dash and previous.has_dash)

    @property
    def ends_sentence(self) -> bool:
        return self.words.rstrip(_CLOSING_QUOTES + ")]").endswith(_SENTENCE_ENDS)

    def room_for(self, following: Line) -> range:
        """The widths of a column in which this line ends where it does, for want of room."""
        first = following.words.split(maxsplit=1)[0]
        return range(len(self.words), min(len(self.words) + len(first), WIDEST_COLUMN) + 1)

    def is_unfinished(self, following: Line) -> bool:
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
        if self.has_open_quote:
            return True
        return bool(_GOES_ON.match(first)) or not {last.lower(), last[-1:]}.isdisjoint(_OPEN_ENDS)

    @property
    def has_open_quote(self) -> bool:
        """Does a quotation begin in it that does not end: 'jars of its "Little'?"""
        words = self.words
        return words.count('"') % 2 == 1 or words.count("“") > words.count("”")

    def nearly_fills(self, column: int) -> bool:
        """Is it half a sentence about as long as the lines beside it?"""
        is_long = len(self.words) >= NEARLY_FULL * column
        return is_long and not self.ends_sentence and len(self.words.split()) >= FEWEST_WORDS


def joints(lines: list[Line], words: frozenset[str]) -> list[str]:
    """What stands between each line and the next: a line's end, a space, or nothing.

    ``words`` are those of the text, in small letters: they tell a word cut in two from one that
    has a hyphen. "-" stands for nothing in the place of the line's hyphen too.
    """
    column = _column(lines)
    pairs = list(pairwise(lines))
    cuts_words = bool(words) and any(_is_cut(one.words, two.words, words) for one, two in pairs)
    return [
        _joint(line, following, words, cuts_words) if _runs_on(line, following, column) else "\n"
        for line, following in pairs
    ]


def _joint(line: Line, following: Line, words: frozenset[str], cuts_words: bool) -> str:
    if _is_cut(line.words, following.words, words) or (
        cuts_words and _may_be_cut(line.words, following.words, words)
    ):
        return "-"
    return "" if _ends_in_hyphen(line.words) else " "


def _is_cut(before: str, after: str, words: frozenset[str]) -> bool:
    """Is the hyphen only there for the line's end: "govern-\\nment", not "long-\\nterm"?"""
    halves = _halves(before, after)
    if halves is None:
        return False
    first, second = halves
    if before.endswith("\u00ad"):
        return True
    return f"{first}-{second}" not in words and (first + second in words or second in WORD_ENDS)


def _may_be_cut(before: str, after: str, words: frozenset[str]) -> bool:
    """Is it, in a text that cuts words at other ends of lines?"""
    halves = _halves(before, after)
    if halves is None or "-".join(halves) in words:
        return False
    return halves[0] not in COMPOUNDING and not words.issuperset(halves)


def _halves(before: str, after: str) -> tuple[str, str] | None:
    half, rest = _HALF_WORD.search(before), _OTHER_HALF.match(after)
    return (half[0][:-1].lower(), rest[0]) if half and rest else None


def _column(lines: list[Line]) -> int | None:
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


def _runs_on(line: Line, following: Line, column: int | None) -> bool:
    """Is the break between these two lines white space to the reader?"""
    if following.is_caption and line.is_caption:
        return not (line.ends_sentence or following.opens_piece(line))
    if following.after_page and not (line.is_whole or following.is_whole):
        return line.is_unfinished(following)
    if following.opens_piece(line):
        return False
    if column is not None and (column in line.room_for(following) or line.nearly_fills(column)):
        return True
    return line.is_unfinished(following)


def _ends_in_hyphen(words: str) -> bool:
    """A word that goes on behind the break: "a 112-"."""
    return words.endswith("-") and words[-2:-1].isalnum()
