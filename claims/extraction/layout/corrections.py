"""What a correction takes back is struck out: it asserts what it corrects to.

"An earlier version of this article said that 40 people had died. The number is 14." says 14;
"This article was amended on 4 May to say that 16, not 14, homes burned" says that 16 homes did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .reading import Edit
from .values import figure_end

_TEXT = (
    r"(?:article|story|report|piece|post|page|column|item|review|release|version|headline|caption"
    r"|graphic|chart|table|map|newsletter|tweet|transcript|obituary|feature|analysis|blog|video"
    r"|summary|text|podcast|dispatch|alert|photo caption)"
)
_EARLIER = r"(?:earlier|previous|prior|original|initial|first|former|older)"
_WRONGLY = (
    r"(?:originally|previously|initially|incorrectly|wrongly|mistakenly|erroneously|inaccurately)"
)
# "An earlier article gave the sum as £40 million. It is £14 million": the page's own, put right
_EARLIER_TEXT = (
    rf"\b(?:an|our|the) {_EARLIER} (?:article|story|headline|caption|tweet|post|newsletter|version)"
    r"s? (?:\w+ly )?(?:said|stated|reported|gave|put|claimed|described|listed)\b[^.!?]{3,160}"
    r"(?:[.!?](?!\s)[^.!?]{1,80}){0,3}[.!?]\s+"
    r"(?:It|They|That|The (?:correct|right|actual|true) \w+) (?:is|was|are|were)\b"
)
_NOTICE = re.compile(
    r"^\W{0,4}(?:corrections?|clarifications?|corrects?|corrected|amendments?|amended|erratum|errata"
    r"|retraction|editor[’']?s['’]? notes?)\b"
    r"(?:\s?[:–—-]|\s(?:and clarifications?|\(.{1,40}\)|to .{1,40}):)"
    rf"|\b(?:{_EARLIER}) versions? of (?:this|the|our|that) (?:\w+ ){{0,2}}{_TEXT}"
    rf"|\b(?:this|the|our) (?:\w+ ){{0,2}}{_TEXT} (?:was|has been|is being|is|were) "
    r"(?:\w+ly )?(?:amended|corrected|updated|changed|edited|revised|modified)\b"
    rf"|^\W{{0,4}}(?:in |on )?(?:an|the) {_EARLIER} version\b(?! of)"
    rf"|\b{_TEXT}s? {_WRONGLY} "
    r"(?:said|stated|reported|gave|put|claimed|misstated)\b"
    rf"|{_EARLIER_TEXT}"
    r"|^\W{0,4}\(?Corrects\b"
    rf"|\bwe {_WRONGLY} \w+ed\b",
    re.IGNORECASE,
)
# One of these stands in every notice; most texts have none, and are done.
_WORDS_OF_NOTICES = (
    "correct", "clarif", "amend", "erratum", "errata", "retract", "editor", "version",
    "updated", "changed", "edited", "revised", "modified", "mistaken", "erroneous",
    "earlier", "original", "first", "former", "older", "prior",
    "originally", "previously", "initially", "wrongly", "inaccurate",
)  # fmt: skip
_LABEL = re.compile(
    r"\W{0,4}(?:corrections?|clarifications?|corrected|amendments?|erratum|retraction"
    r"|editor[’']?s['’]? notes?)(?:\s\(.{1,40}\))?\s?[:–—-]\s*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\S(?:[^.!?]|[.!?](?![\s\"”’)]|$))*[.!?]*[\"”’)]*")
# A sentence that tells what stood there and does not stand any more
_WITHDRAWS = re.compile(
    rf"\b{_EARLIER} (?:versions?|editions?|one)\b"
    rf"|\b(?:an|our|the) {_EARLIER} (?:article|story|headline|caption|tweet|post|newsletter)s? "
    r"(?:\w+ly )?(?:said|stated|reported|gave|put|claimed|described|listed)\b"
    rf"|(?<!\bas )\b{_WRONGLY} (?:said|stated|reported|gave|put|claimed|described|identified"
    r"|listed|referred|wrote|misstated|called|attributed|quoted)\b"
    r"|\b(?:misstated|mis-stated|misreported|misidentified|understated|overstated)\b",
    re.IGNORECASE,
)
# Where it goes over to what is right: "said 40; it is 14", "40, when in fact 14 died"
_TURNS = re.compile(
    r"(?:\s?[;–—]\s|\.\s|,\s(?:but|when|while|whereas|although)\s)"
    r"(?:(?:when|but|in fact|actually|in reality|rather|while|correctly)[,\s]+)*",
    re.IGNORECASE,
)
# Between the notice and what it says instead: "was amended on 4 May to say that"
_FRAME = re.compile(
    rf"\W{{0,3}}(?:this|the|our) (?:\w+ ){{0,2}}{_TEXT} (?:was|has been|is|were) (?:\w+ly )?"
    r"(?:amended|corrected|updated|changed|edited|revised|modified)\b[^.;]{0,80}?"
    r"\b(?:to (?:say|state|clarify|reflect|show|note|make clear|correct|read|add))(?: the fact)?"
    r"(?: that)?\s+",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r",?\s(?:and )?(?:not|rather than|instead of|as opposed to|and not)\s(?:the\s)?(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:[a-z%°]{1,4}\b)?"
    r"(?:\s(?:percent|per cent|%|million|billion|thousand|euros?|dollars?|pounds?))*"
    r"(?:,?\sas\s(?:\w+\s){0,4}(?:stated|reported|said|written|published|claimed|given|stood)"
    r"(?:\s(?:earlier|before|previously|originally|initially))?)?,?",
    re.IGNORECASE,
)
# "Corrects the toll to 14 from 40", "to correct the toll from 40 to 14"
_FROM = re.compile(r"\sfrom\s(?=\S)", re.IGNORECASE)
_CORRECTS = re.compile(r"\W{0,4}Corrects\b", re.IGNORECASE)


# "An earlier version gave [the sum] as £40 million. It [is] £14 million": what "it" is
_GAVE_AS = re.compile(
    rf"(?:an|our|the) {_EARLIER} [^.!?]{{2,60}} (?:gave|put|listed|stated|reported|described) "
    r"(?P<thing>(?:the|its|their) [^.!?,;]{2,60}?) (?:as|at) [^!?]{1,60}?"
    r"(?P<it>[.!?;]\s+It)(?=\s(?:is|was)\b)",
    re.IGNORECASE,
)


def withdrawn(text: str) -> Iterator[Edit]:
    """What the text's notices of corrections take back, and the words that only frame them."""
    if not _may_correct(text):
        return
    place = 0
    for line in text.split("\n"):
        if _may_correct(line) and _NOTICE.search(line):
            yield from (
                (place + start, place + end, words) for start, end, words in _in_notice(line)
            )
        place += len(line) + 1


def _may_correct(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _WORDS_OF_NOTICES)


def _in_notice(line: str) -> Iterator[Edit]:
    label = _LABEL.match(line)
    place = label.end() if label else 0
    if label:
        yield 0, label.end(), ""
    for sentence in _SENTENCE.finditer(line, place):
        yield from _in_sentence(line, *sentence.span())


def _in_sentence(line: str, start: int, end: int) -> Iterator[Edit]:
    if given := _GAVE_AS.match(line, start):
        yield start, given.start("thing"), ""
        yield given.end("thing"), given.end("it"), ""
        return
    if frame := _FRAME.match(line, start, end):
        yield start, frame.end(), ""
        yield from _instead(line, frame.end(), end, (_INSTEAD, _FROM))
    elif _CORRECTS.match(line, start, end):
        yield from _instead(line, start, end, (_INSTEAD, _FROM))
    elif _WITHDRAWS.search(line, start, end):
        turn = _TURNS.search(line, start, end)
        yield start, turn.end() if turn else end, ""
        if turn:
            yield from _instead(line, turn.end(), end)
    else:
        yield from _instead(line, start, end)


def _instead(
    line: str, start: int, end: int, marks: tuple[re.Pattern[str], ...] = (_INSTEAD,)
) -> Iterator[Edit]:
    """The figures that stand behind a "not": "16, not 14, homes", "14 homes rather than 40"."""
    place = start
    places = (found for mark in marks for found in mark.finditer(line, start, end))
    for found in sorted(places, key=lambda found: found.start()):
        if found.start() < place:
            continue
        length = figure_end(line[found.end() : end])
        behind = _BEHIND.match(line, found.end() + length, end) if length else None
        if behind is not None:
            place = behind.end()
            yield found.start(), place, ""
