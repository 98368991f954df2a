"""What a feed leaves in a text of posts, players and pictures is no text.

'<tweet id="12" author="carl">The blue arrow is up</tweet>', '<iframe src="…"></iframe>' and
"[embed]https://…[/embed]" go with all that is in them; of '<person id="7">Ann Lee</person>' and
'[caption width="300"]The mill[/caption]' the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures import gap_left

from .reading import Edit

_PLAYERS = (
    "audio|embed|facebook|gallery|iframe|instagram|noscript|object|oembed|playlist|soundcloud"
    "|tiktok|tweet|twitter|video|vimeo|youtube"
)
_IS_PLAYER = re.compile(rf"{_PLAYERS}|(?:amp|fb)[-:][\w-]+", re.IGNORECASE)
# What only a post or a player has among its attributes: "timestamp=", "tweet_id=", "src="
_OF_A_POST = re.compile(r"\s(?:timestamp|[\w-]+[_-]id|src|data-[\w-]+)\s*=", re.IGNORECASE)
_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>\[\]]*\"|'[^'<>\[\]]*'))"
_TAG = re.compile(
    rf"<(?P<name>{_PLAYERS}|(?:amp|fb)[-:][\w-]+)(?P<rest>(?:\s[^<>]*)?)>"
    rf"|<(?P<other>[a-z][\w:.-]{{0,30}})(?P<attributes>{_ATTRIBUTES}+)\s*/?>"
    r"|</[a-z][\w:.-]{0,30}>",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(
    rf"\[(?P<name>[a-z][\w-]{{0,30}})(?P<attributes>{_ATTRIBUTES}*)"
    r"(?P<address>\s+https?://[^\s\[\]]+)?\s*/?\]"
)
_FURTHEST = 5000  # characters from an opening to its end


def embeds(text: str, is_known: re.Pattern[str]) -> Iterator[Edit]:
    """The tags and shortcodes to leave out, with what is in them where that is a post's.

    ``is_known`` are the names of the tags that are read elsewhere.
    """
    place = 0
    for tag in _TAG.finditer(text):
        name = tag["name"] or tag["other"]
        if tag.start() < place or is_known.fullmatch(name or tag[0][2:-1]):
            continue
        end = tag.end()
        if tag["name"] or _OF_A_POST.search(tag["attributes"] or ""):
            end = _behind(text, tag, name)
        yield _left_out(text, tag.start(), end) if end > tag.end() else (*tag.span(), "")
        place = end


def shortcodes(text: str) -> Iterator[Edit]:
    """The marks of a page's editor: "[embed]https://…[/embed]", '[gallery ids="1,2"]'.

    A word in brackets that nothing closes is the writer's: "[a man] said so".
    """
    place = 0
    for code in _SHORTCODE.finditer(text) if "]" in text else ():
        if code.start() < place:
            continue
        closing = text.find(f"[/{code['name']}]", code.end(), code.end() + _FURTHEST)
        behind = closing + len(f"[/{code['name']}]")
        if closing >= 0 and _IS_PLAYER.fullmatch(code["name"]):
            yield _left_out(text, code.start(), behind)
            place = behind
        elif closing >= 0:
            yield *code.span(), ""
            yield closing, behind, ""
        elif code["attributes"] or code["address"]:
            yield _left_out(text, *code.span())


def _behind(text: str, tag: re.Match[str], name: str) -> int:
    """Behind the end tag; where the next of that name begins before it, behind the tag itself."""
    closing = text.find(f"</{name}>", tag.end(), tag.end() + _FURTHEST)
    alone = closing < 0 or tag[0].endswith("/>") or text.find(f"<{name}", tag.end(), closing) >= 0
    return tag.end() if alone else closing + len(f"</{name}>")


def _left_out(text: str, start: int, end: int) -> Edit:
    return start, end, gap_left(text[max(0, start - 1) : start], text[end : end + 1])
