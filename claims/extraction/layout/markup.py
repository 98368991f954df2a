"""Markup inside pasted text is no text: tags, entities and the marks of Markdown.

"spend <b>4 million</b> euros" reads "spend 4 million euros", "4&nbsp;per cent" "4 per cent",
"~~40~~ **14** homes" "14 homes". What a tag does on a page it does here: a cell begins behind a
tab, a row on a line of its own, a paragraph behind a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from claims.figures import gap_left, lowered_as_text, raised_as_text

from .embeds import embeds, shortcodes
from .reading import Edit, Reading

_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|c|cite|code|data|dfn|em|font|i|img|input|ins|kbd|label|lang|mark"
    "|picture|q|ruby|samp|small|span|strong|time|tt|u|var|wbr"
)
_BLOCKS = (
    "address|article|aside|blockquote|body|button|center|dd|div|dl|dt|figcaption|figure|footer"
    "|form|h[1-6]|head|header|hr|html|li|main|nav|ol|option|p|pre|section|select|table|tbody"
    "|tfoot|thead|title|ul"
)
_SILENT = "del|s|strike|script|style|svg|template"  # with all that is in them
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>{_INLINE}|{_BLOCKS}|{_SILENT}|br|caption|sub|sup|td|th|tr|v)"
    r"(?P<classes>(?:\.[\w-]+)*)(?P<rest>(?:\s[^<>]*)?)/?>"
    r"|<(?:\d+:)?\d\d:\d\d\.\d{3}>"  # the time of a word in a caption
    r"|<!--",
    re.IGNORECASE,
)
# How what a tag divides is divided in the text
_BREAKS = dict.fromkeys(["td", "th"], "\t") | dict.fromkeys(["tr", "br"], "\n")
_IS_BLOCK = re.compile(_BLOCKS + "|caption", re.IGNORECASE)
_IS_SILENT = re.compile(_SILENT, re.IGNORECASE)
_IS_READ = re.compile(
    rf"{_INLINE}|{_BLOCKS}|{_SILENT}|br|caption|sub|sup|td|th|tr|v", re.IGNORECASE
)
_LONGEST_MARK = 60  # characters between <sup> and </sup>
_CONTEXT = 48  # characters before a raised one that decide what it is
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});", re.IGNORECASE)
_SPACES = str.maketrans(dict.fromkeys("\xa0\u2009\u202f\u200a", " "))

_STYLE = re.compile(r"\{\\[a-z]+\d*[^{}\n]{0,40}\}")  # of subtitles: "{\an8}"
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?: \"[^\"\n]*\")?\)"
)
_NOTE = re.compile(r"\[\^[\w-]{1,20}\]:?")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,2000}(?<=\S)~~")
_STRESSED = [
    re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])[^*\n]{1,1000}(?<=[^\s*\\])(\1)(?![\w*])"),
    re.compile(r"(?<![\w_\\])(_{1,3})(?=[^\s_])[^_\n]{1,1000}(?<=[^\s_\\])(\1)(?![\w_])"),
    re.compile(r"(?<![\w`\\])(`)(?=[^\s`])[^`\n]{1,1000}(?<=[^\s`])(\1)(?![\w`])"),
]
_ESCAPED = re.compile(r"\\(?=[*_`#~$\[\]().+-])")


def voices(text: str) -> Iterator[int]:
    """Where the names stand of those who speak: "<v Orla Breck>We hired 860 teachers."."""
    for tag in _TAG.finditer(text):
        if tag["name"] in ("v", "V") and not tag["end"] and tag["rest"].strip():
            yield tag.end("rest") - len(tag["rest"].lstrip())


def without_markup(reading: Reading) -> Reading:
    """The text without its tags, entities and marks of Markdown."""
    reading = reading.edited(shortcodes(reading.text))
    if "<" in reading.text:
        reading = reading.edited(embeds(reading.text, _IS_READ))
        reading = reading.edited(_Tags(reading.text).edits())
    if "&" in reading.text:
        reading = reading.edited(_entities(reading.text))
    for marks in (_links, _notes, _struck, _stressed, _styles, _escapes):
        reading = reading.edited(marks(reading.text))
    return reading


class _Tags:
    """What becomes of the tags of a text, found from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.unclosed: set[str] = set()  # end tags that stand nowhere further on
        self.begins_row = False
        self.voice = ""

    def edits(self) -> Iterator[Edit]:
        place = 0
        for tag in _TAG.finditer(self.text):
            if tag.start() < place:
                continue
            if tag["name"] in ("v", "V") and not tag["end"] and tag["rest"].strip():
                yield from self._spoken(tag)
                place = tag.end()
                continue
            edit = self._edit(tag, place)
            yield edit
            place = edit[1]

    def _spoken(self, tag: re.Match[str]) -> Iterator[Edit]:
        """ "<v Orla Breck>We hired 860 teachers." is a turn: "Orla Breck: We hired …"."""
        name = tag["rest"].strip()
        if name == self.voice:
            yield *tag.span(), ""
            return
        self.voice = name
        start = tag.end("rest") - len(tag["rest"].lstrip())
        yield tag.start(), start, ""
        yield start + len(name), tag.end(), ": "

    def _edit(self, tag: re.Match[str], place: int) -> Edit:
        name = (tag["name"] or "").lower()
        start, end = tag.span()
        if tag[0] == "<!--":
            return start, self._behind("-->", end), ""
        if _IS_SILENT.fullmatch(name):
            after = end if tag["end"] else self._behind(f"</{name}", end)
            return (
                start,
                after,
                gap_left(self.text[start - 1 : start], self.text[after : after + 1]),
            )
        if name in ("sup", "sub") and not tag["end"]:
            return self._raised(tag, name)
        if name in _BREAKS or _IS_BLOCK.fullmatch(name):
            return self._break(tag, name, place)
        return start, end, ""

    def _behind(self, closing: str, start: int) -> int:
        """Behind the end tag; where the text has none, at the start."""
        if closing in self.unclosed:
            return start
        found = re.compile(closing, re.IGNORECASE).search(self.text, start)
        if found is None:
            self.unclosed.add(closing)
            return start
        return self.text.find(">", found.start()) + 1 or len(self.text)

    def _raised(self, tag: re.Match[str], name: str) -> Edit:
        start, end = tag.span()
        closing = self.text.find(f"</{tag['name']}>", end, end + _LONGEST_MARK)
        if closing < 0:
            return start, end, ""
        stop = closing + len(f"</{tag['name']}>")
        before = self.text[max(0, start - _CONTEXT) : start]
        settle = raised_as_text if name == "sup" else lowered_as_text
        inner = _TAG.sub("", self.text[end:closing])
        return start, stop, settle(before, inner, self.text[stop : stop + _CONTEXT])

    def _break(self, tag: re.Match[str], name: str, place: int) -> Edit:
        """A tab, a line's end or a blank line, in the place of the white space around it too."""
        start, end = tag.span()
        while start > place and self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        if name not in _BREAKS:
            return start, end, "\n\n"
        is_first = self.begins_row and name != "br"
        self.begins_row = name == "tr"
        silent = tag["end"] or (is_first and name != "tr")
        return start, end, "" if silent else _BREAKS[name]


def _entities(text: str) -> Iterator[Edit]:
    for found in _ENTITY.finditer(text):
        written = found[0].replace("&amp;", "&", 1) if len(found[0]) > len("&amp;") else found[0]
        words = unescape(written).translate(_SPACES)
        if words != written and "\n" not in words:
            yield *found.span(), words


def _links(text: str) -> Iterator[Edit]:
    """ "[the report](https://…)" reads "the report"; pictures are left out."""
    if "](" not in text:
        return
    for found in _LINK.finditer(text):
        if found["image"]:
            yield *found.span(), ""
        else:
            yield found.start(), found.start("words"), ""
            yield found.end("words"), found.end(), ""


def _notes(text: str) -> Iterator[Edit]:
    if "[^" in text:
        yield from ((*found.span(), "") for found in _NOTE.finditer(text))


def _struck(text: str) -> Iterator[Edit]:
    if "~~" not in text:
        return
    for found in _STRUCK.finditer(text):
        start, end = found.span()
        if text[end : end + 1] == " " and (not start or text[start - 1].isspace()):
            end += 1
        yield start, end, gap_left(text[max(0, start - 1) : start], text[end : end + 1])


def _stressed(text: str) -> Iterator[Edit]:
    """The marks around "**Killed:**", "_never_" and "`40`", from the outer to the inner."""
    marks = [
        found.span(group)
        for pattern, sign in zip(_STRESSED, "*_`", strict=True)
        if sign in text
        for found in pattern.finditer(text)
        for group in (1, 2)
    ]
    yield from ((start, end, "") for start, end in sorted(marks))


def _styles(text: str) -> Iterator[Edit]:
    if "\\" in text:
        yield from ((*found.span(), "") for found in _STYLE.finditer(text))


def _escapes(text: str) -> Iterator[Edit]:
    if "\\" in text:
        yield from ((*found.span(), "") for found in _ESCAPED.finditer(text))
