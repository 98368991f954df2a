"""Family names and titles of several words, which are parsed as one: "in 't Veld", "co-founder".

A small model takes particles for words of other languages or of English, and a prefix with its
hyphen for two nouns, and loses the name, the sentence around it, and who says what. As one word
that looks to the model like any surname, or like the title without its prefix, each is read.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from .joined_titles import joined_titles
from .particles import AFTER_A_NAME, CERTAIN, GLUED


def _pattern(particles: tuple[str, ...]) -> str:
    """An alternation, the longest first; any apostrophe and any space will do."""
    longest = sorted(particles, key=len, reverse=True)
    return "|".join(words.replace("'", "['’‘]").replace(" ", r"\s") for words in longest)


_NAME = r"(?P<name>[^\W\d_]+(?:-[^\W\d_]+)*)"
_CERTAIN = re.compile(rf"(?<![\w'’-])(?i:{_pattern(CERTAIN)})\s{_NAME}")
_LATER = re.compile(
    rf"(?<![\w.'’-])(?P<before>[^\W\d_](?>[\w.-]*))\s"
    rf"(?P<whole>(?:{_pattern(AFTER_A_NAME)})(?:(?<=-)|\s){_NAME})"
)
# What the model learnt as a surname; what is glued to "al-" may be a body and looks like itself
_COMMON = "Johnson"
_DAYS = frozenset(word.lower() for word in (*calendar.day_name, *calendar.month_name))


def tokenised(text: str, nlp: Language) -> Doc | str:
    """The text in words, each such name and title one; the text itself where it has none."""
    names = [*_names(text, nlp)]
    if not names:
        return text
    doc = nlp.make_doc(text)
    with doc.retokenize() as retokenizer:
        for start, end, alike in names:
            span = doc.char_span(start, end)
            if span is not None and len(span) > 1:
                look_like(nlp, span.text, alike)
                retokenizer.merge(span)
    return doc


def _names(text: str, nlp: Language) -> Iterator[tuple[int, int, str]]:
    """Start and end of every such name and title, and what it is to look like."""
    found = [
        (match.start(), match.end(), _COMMON)
        for match in _CERTAIN.finditer(text)
        if _is_name(match["name"], nlp)
    ]
    found += [
        (match.start("whole"), match.end(), _like(match["whole"], match["name"]))
        for match in _LATER.finditer(text)
        if _is_name(match["name"], nlp) and _is_name(match["before"].rstrip("."), nlp)
    ]
    found += joined_titles(text)
    free = 0
    for start, end, alike in sorted(found):
        if start >= free:
            free = end
            yield start, end, alike


def _like(whole: str, last: str) -> str:
    return last if whole.startswith(GLUED) else _COMMON


def _is_name(word: str, nlp: Language) -> bool:
    """Can it be a name or a title: neither "In" nor "Friday" is one, as in "the van Friday"?"""
    lower = word.lower()
    return word[0].isupper() and lower not in _DAYS and lower not in nlp.Defaults.stop_words


def look_like(nlp: Language, seen: str, word: str) -> None:
    """Have the model see a whole name, or a mark, as it sees this word."""
    whole, model = nlp.vocab[seen], nlp.vocab[word]
    whole.norm_, whole.shape_ = model.norm_, model.shape_
    whole.prefix_, whole.suffix_ = model.prefix_, model.suffix_
