"""Which paragraphs are titles and headings: they name what follows, and state nothing.

"Landslide buries road; toll rises to nine" above an article's prose makes no claim. Alone, or in
a list of such lines, it may be all that there is, and does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..parsing import Paragraph
from ..speech import in_title_case

# Words: a title may be a sentence and its half, what stands above a section is a few words
_LONGEST_TITLE, _LONGEST_HEADING = 30, 12
_MOST_TITLES = 6  # of a text: its title, what stands below it, who wrote it
_FEWEST_WORDS = 7  # of prose
_ENDS = re.compile(r"(?:[.!?…:;,]|\d%)[\"'”’»)\]]*\s*$")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_GOES_ON = re.compile(r"[a-zà-ÿ]{3}[.!?][\"”’»)]*\s+[\"“«]?[A-ZÀ-Þ]")  # a second sentence
_ITEM = re.compile(r"\W*(?:[-–—•*·→▶►‣◦▪#@\"“«>]|\d+[.)]|\(?[a-z]\))\s?")
_SUBJECT = re.compile(r"(?:subject|re|fwd?|aw|betreff)\s?:\s", re.IGNORECASE)


def headings_of(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Where the paragraphs begin that are titles, headings and subjects of mails."""
    first = next((n for n, found in enumerate(paragraphs) if _is_prose(found)), None)
    if first is None:
        return frozenset()
    titles = paragraphs[:first] if first <= _MOST_TITLES else paragraphs[:1]
    found = {title.start for title in titles if _may_head(title, _LONGEST_TITLE)}
    for number in range(first + 1, len(paragraphs) - 1):
        before, heading, after = paragraphs[number - 1 : number + 2]
        apart = _SENTENCE_ENDS.search(before.text) or _ITEM.match(before.text)
        if apart and _is_prose(after) and _may_head(heading, _LONGEST_HEADING):
            found.add(heading.start)
    return frozenset(found)


def _is_prose(paragraph: Paragraph) -> bool:
    """Is it a sentence of the text, and no heading: ended as one, and long enough?"""
    words, ends = len(paragraph.text.split()), _SENTENCE_ENDS.search(paragraph.text)
    return words >= _FEWEST_WORDS and ends is not None and not in_title_case(paragraph.text)


def _may_head(paragraph: Paragraph, longest: int) -> bool:
    text = paragraph.text
    if paragraph.block is not None or len(text.split()) > longest:
        return False
    if _SUBJECT.match(text):
        return True
    if longest == _LONGEST_TITLE and in_title_case(text) and not _ITEM.match(text):
        return True  # "Only 24 Schools Are Safe."
    return not (_ENDS.search(text) or _GOES_ON.search(text) or _ITEM.match(text))
