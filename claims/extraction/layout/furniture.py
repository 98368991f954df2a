"""What stands on a page, in a mail or in a post beside its words, and is no text.

Numbers and heads of pages, headers of mail and wire, counts of likes, lines that are an address:
they make no figure, no name and no claim, and a sentence goes on behind them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..claims.boilerplate import is_boilerplate
from .lines import Given

_LONGEST_LINK = 80  # characters
_SENTENCE_ENDS = ".!?,;"
_LONGEST = 200  # characters of a line that is furniture

# Headers of mail, two of them or more in a row
_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|Received|MIME-Version"
    r"|(?:X|Content)-[\w-]+):[ \t]",
    re.IGNORECASE,
)
# "Page 5 of 31", "- 5 -", "Court Service | Yearbook | Page 5"
_PAGE = re.compile(
    r"(?:\S.{0,80}\s)?(?:page|pg\.?|seite)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?"
    r"|[-–—|•]\s*\d{1,4}\s*[-–—|•]|p\.\s?\d{1,4}|\d{1,4}\s?(?:of|/)\s?\d{1,4}",
    re.IGNORECASE,
)
_PAGE_ENDS = re.compile(r"\.\S|[.!?]$")  # a sentence on page 5
_BARE_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_PAGES = 2
# "Yearbook 2024      14", "14 | Yearbook 2024": a running head with the number of its page
_NUMBERED_HEAD = re.compile(
    r"(?P<before>\d{1,4})(?:\s*[|·•]\s*|\s{2,})(?P<head>\S.{2,80})"
    r"|(?P<name>\S.{2,80}?)(?:\s*[|·•]\s*|\s{2,})(?P<behind>\d{1,4})"
)
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90

_NUMBER = r"\d[\d.,]*\s?[KMBkmb]?"
_ACTS = (
    r"(?:re-?tweets?|RTs?|quote[- ]tweets?|quotes?|re-?posts?|likes?|favou?rites?|replies|reply"
    r"|comments?|shares?|views?|bookmarks?|reactions?|followers|following|up-?votes?|impressions"
    r"|boosts?|claps?|plays|subscribers)"
)
EMOJI = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f\u200d]+"
COUNT_OF_ACTS = rf"{_NUMBER}\s+{_ACTS}(?!\w)"  # "340 Likes"
_ENGAGEMENT = re.compile(
    rf"(?:(?:{COUNT_OF_ACTS}|{_ACTS}:?\s*\(?{_NUMBER}\)?|{EMOJI}\s?{_NUMBER})[\s·•|,/]*)+",
    re.IGNORECASE,
)
_DAY = (
    r"(?:\d{1,2}\s?[smhdw]|[A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
)
_LINES = [
    re.compile(pattern)
    for pattern in (
        # 4:12 PM · Jun 3, 2025
        rf"\d{{1,2}}:\d\d\s?(?:[AaPp]\.?[Mm]\.?)?\s?[·•]\s?{_DAY}.{{0,60}}",
        # Gerda Loy @gloy · 3h
        rf"(?:[^\W\d_][\w.'’-]*\s(?:{EMOJI}\s)?){{0,4}}\(?@\w{{1,30}}\)?(?:\s?[·•|-]\s?{_DAY})?",
        r"(?i:replying to @\w+.{0,80}|show (?:this )?thread|translate (?:post|tweet)|read more on x"
        r"|pinned (?:tweet|post)|.{0,60} (?:retweeted|reposted))",
        # Mail
        r"-{2,}\s?(?i:original message|forwarded message)\s?-{2,}",
        r"(?i:begin forwarded message:|sent from my .{1,40}|get outlook for .{1,20})",
        r"On .{6,150} wrote:",
        # Newsletters: nothing but an address, or a way out
        r"\W{0,6}(?:\[\d{1,3}\]:?\s*)?<?(?:https?://|www\.)\S+",
        r"(?i:\W{0,6}(?:view (?:this|it|the) .{0,40}(?:in|on) (?:your |a |the )?(?:browser|web)"
        r"|view (?:in|online).{0,30}|unsubscribe.{0,60}|manage (?:your )?(?:email )?preferences"
        r"|forward(?:ed)? (?:this|to a friend).{0,60}|update (?:your )?preferences)\W{0,6})",
        # Wire: what tells the editor, and where the story ends
        r"(?:(?:AM|AP|BC|PM|UPI)-[A-Z]\S+|[A-Z]\S*--\S+)(?:, \d\w\w (?:[Ll](?:d|ead)\b.{0,20}))?",
        r"(?:Eds?|EDS|EDITORS|Editors|ATTN|ATTENTION)(?:,? [A-Z]+){0,3}\s?[:.] .{0,180}",
        r"(?:EMBARGO(?:ED)?|FOR (?:IMMEDIATE )?RELEASE|NOT FOR (?:PUBLICATION|RELEASE))\b.{0,80}",
        r"\W{0,4}(?i:ends?|more|more to follow|mf|endit)\W{1,4}|-\s?30\s?-|#{3,}|ENDS?",
    )
]
# "— 5 ways to save money (The Post)": a link with its source
_LINK = re.compile(r"[-–—•*·→▶►]\s?\S.{5,150}\s\([A-Z][\w .&’'-]{1,30}\)")
_LEADS_REPLY = re.compile(r"On .{0,40}\d.{0,120}$")
_WROTE = re.compile(r".{0,80}\bwrote:")
_LINES_OF_SIGNATURE = 8


def find_furniture(given: Sequence[Given]) -> dict[int, bool]:
    """The numbers of the lines that are furniture; true for what stands between two pages.

    A sentence goes on behind the foot of a page and never behind a header of mail.
    """
    pages = _pages(given)
    found = dict.fromkeys(_headers(given), False)
    found |= dict.fromkeys((*_other_lines(given), *_of_mail(given), *_links(given)), False)
    return found | dict.fromkeys(pages | _running_heads(given, pages), True)


def is_header(words: str) -> bool:
    """Is the line a header of mail, perhaps the only one left: "Subject: 40 dead"?"""
    return _HEADER.match(words) is not None


def _headers(given: Sequence[Given]) -> Iterator[int]:
    """Two headers of mail or more in a row."""
    for (number, line), (after, following) in pairwise(enumerate(given)):
        if is_header(line.words) and is_header(following.words):
            yield from (number, after)


def _other_lines(given: Sequence[Given]) -> Iterator[int]:
    for number, line in enumerate(given):
        if 2 <= len(line.words) <= _LONGEST and (
            _ENGAGEMENT.fullmatch(line.words)
            or any(pattern.fullmatch(line.words) for pattern in _LINES)
            or _leads_elsewhere(line.words)
        ):
            yield number


def _leads_elsewhere(words: str) -> bool:
    """Is it a short line that no article is made of: "Read more: 5 charts on inflation"?"""
    is_short = len(words) <= _LONGEST_LINK and words[-1] not in _SENTENCE_ENDS
    return is_short and is_boilerplate(words, words)


def _of_mail(given: Sequence[Given]) -> Iterator[int]:
    """What leads a reply in over two lines, and the signature behind two dashes."""
    signed = 0
    for number, line in enumerate(given):
        following = given[number + 1].words if number + 1 < len(given) else ""
        if _LEADS_REPLY.match(line.words) and _WROTE.fullmatch(following):
            yield from (number, number + 1)
        signed = _LINES_OF_SIGNATURE if line.words == "--" else signed if line.words else 0
        if signed:
            yield number
            signed -= 1


def _links(given: Sequence[Given]) -> Iterator[int]:
    """Two links or more below each other, each with its source."""
    for (number, line), (after, following) in pairwise(enumerate(given)):
        if _LINK.fullmatch(line.words) and _LINK.fullmatch(following.words):
            yield from (number, after)


def _pages(given: Sequence[Given]) -> set[int]:
    """The lines that number a page, in words or by a number that counts on."""
    found = {
        number
        for number, line in enumerate(given)
        if len(line.words) <= _LONGEST_HEAD
        and _PAGE.fullmatch(line.words)
        and not _PAGE_ENDS.search(line.words.removeprefix("p."))
        and _stands_apart(given, number)
    }
    bare = [
        (number, int(line.words))
        for number, line in enumerate(given)
        if _BARE_NUMBER.fullmatch(line.words) and _stands_apart(given, number)
    ]
    if len(bare) >= _FEWEST_PAGES and all(b - a == 1 for (_, a), (_, b) in pairwise(bare)):
        found |= {number for number, _ in bare}
    return found | _numbered_heads(given)


def _numbered_heads(given: Sequence[Given]) -> set[int]:
    """The same words with a number that counts on, each time between blank lines."""
    heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(given):
        if len(line.words) <= _LONGEST_HEAD and _stands_apart(given, number):
            found = _NUMBERED_HEAD.fullmatch(line.words)
            if found:
                page = int(found["before"] or found["behind"])
                heads[found["head"] or found["name"]].append((number, page))
    return {
        number
        for pages in heads.values()
        if len(pages) >= _FEWEST_PAGES and all(a < b for (_, a), (_, b) in pairwise(pages))
        for number, _ in pages
    }


def _stands_apart(given: Sequence[Given], number: int) -> bool:
    """Between blank lines, at least on one side, or at an end of the text."""
    around = [given[place] for place in (number - 1, number + 1) if 0 <= place < len(given)]
    return len(around) < 2 or any(line.is_blank for line in around)


def _running_heads(given: Sequence[Given], pages: set[int]) -> set[int]:
    """What stands again and again beside the number of a page."""
    beside = {
        number: _DIGITS.sub("#", given[number].words)
        for page in pages
        for number in _neighbours(given, page)
        if number not in pages and len(given[number].words) <= _LONGEST_HEAD
    }
    often = {words for words, count in Counter(beside.values()).items() if count >= _FEWEST_PAGES}
    return {number for number, words in beside.items() if words in often}


def _neighbours(given: Sequence[Given], page: int) -> Iterator[int]:
    """The nearest lines with words above and below."""
    for step in (-1, 1):
        number = page + step
        while 0 <= number < len(given) and abs(number - page) < 4 and given[number].is_blank:
            number += step
        if 0 <= number < len(given) and not given[number].is_blank:
            yield number
