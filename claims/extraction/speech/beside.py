"""Who stands beside a quotation that no cue reports: signature, name line, label, announcement.

"“We recovered 75 weapons.” — Karl Ames", "Karl Ames, City Police" on the line above or below,
"Ames: “…”", "From Superintendent Karl Ames: “…”".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..joined_titles import bare_title
from ..particles import WORDS as PARTICLES
from ..syntax import VERBS, entities_of, is_finite
from .drafts import Passage, Phrase
from .headlines import in_title_case
from .lexicon.given_names import GIVEN_NAMES
from .lexicon.titles import PERSON_NOUNS
from .lexicon.voices import FROM_WHOM, SOURCE_LISTS, WORDS_OF
from .quotes import Quote
from .speakers import kind_of
from .titled import is_title

_DASH = r"(?:--|[-—–―_])"
_SIGNATURE = re.compile(
    rf"\s*{_DASH}\s*(?P<who>[^\W\d_][^,!?:;(\"“”\n]{{1,60}}?)"
    r"(?P<rest>\s*(?:[,(][^\"“”]{0,100})?[\s.]*)(?=$|[\"“])"
)
_NAME_LINE = re.compile(
    rf"\s*(?P<dash>{_DASH}\s*)?(?P<who>[^\W\d_][^,!?:;(\"“”\n–—]{{1,60}}?)"
    r"(?P<rest>\s*(?:[,(–—][^\"“”]{0,100})?):?\s*$"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
# A title of an article has what it is from behind it: "— Daily Courier, June 16, 2025"
_CITED = re.compile(
    r"\s*[,.]?\s*(?:--|[-—–―(,])?\s*"
    r"(?:(?:[A-Z\d][\w.&'’/-]*|by|in|of|the|and|for|on|accessed|retrieved|pp?\.|vol\.|no\.)[,)]*"
    r"(?:\s+|$)){1,16}$"
)
_LONGEST_LABEL = 12  # tokens of "In the words of Governor Ann Lee" before a colon
_LONGEST_LINE = 30  # tokens of a name with what the person is
_LONGEST_NAME = 4  # words of a name without its titles
_STATES = {".", "!", "?", "…"}


def signature(passage: Passage, quote: Quote) -> Phrase | None:
    """The name behind a dash right after the quotation: '"X." — Ann Lee, baker'."""
    found = _SIGNATURE.match(passage.text, quote.end)
    if found is None:
        return None
    who = passage.doc.char_span(*found.span("who"), alignment_mode="contract")
    if not who or who[0].pos_ not in {"PROPN", "NOUN", "DET", "ADJ"} or _has_verb(who):
        return None
    person = _person(passage, who, _words_of(passage, found))
    if person is not None:
        return person
    return Phrase(passage, who.start, who.end, who.root) if who[0].pos_ == "PROPN" else None


def signature_end(passage: Passage, quote: Quote) -> int:
    """Where the signature behind a quotation ends; where the quotation does without one."""
    found = _SIGNATURE.match(passage.text, quote.end)
    return found.end() if found is not None and signature(passage, quote) else quote.end


def is_cited(passage: Passage, quote: Quote) -> bool:
    """Is this the title of something, with where it stands: '"Tram plan fails" — Courier, 2025'?"""
    rest = passage.text[quote.end :]
    inner = passage.text[quote.inner_start : quote.inner_end].rstrip()
    if passage.text[: quote.start].strip(" -*•–·0123456789.)[]") or not rest.strip(" ."):
        return False
    if inner[-1:] in _STATES or not (_DATED.search(rest) and _CITED.fullmatch(rest)):
        return False
    signed = signature(passage, quote)
    return signed is None or signed.head.ent_type_ != "PERSON"


def is_heading(passage: Passage, quote: Quote) -> bool:
    """Is this a heading in quotation marks, alone in title case: "'Legend of the Mills'"?"""
    around = passage.text[: quote.start] + passage.text[quote.end :]
    inner = passage.text[quote.inner_start : quote.inner_end].rstrip()
    return not around.strip(" .") and inner[-1:] not in _STATES and in_title_case(inner)


def source_lists(passages: Sequence[Passage]) -> frozenset[int]:
    """The numbers of paragraphs in lists of sources, whose quotation marks hold titles."""
    found: set[int] = set()
    inside = False
    for passage in passages:
        words = passage.text.strip(" :#*.").lower()
        if words in SOURCE_LISTS:
            inside = True
        elif inside and passage.text.lstrip(" -*•–·0123456789.)[]")[:1] in "\"“‘'«„`":
            found.add(passage.number)
        else:
            inside = False
    return frozenset(found)


def announced(passage: Passage, words: Sequence[Token]) -> Phrase | None:
    """Whom a phrase before a colon names: "Ann Lee", "From [Ann Lee]", "In [Ann Lee]'s words"."""
    words = [token for token in words if not token.is_space]
    if not 0 < len(words) <= _LONGEST_LABEL or any(token.pos_ in VERBS for token in words):
        return None
    start, end = words[0].i, words[-1].i + 1
    called = next((token for token in words if token.lower_ in WORDS_OF), None)
    if called is not None:
        owner = [token for token in words if token.i < called.i and token.tag_ == "POS"]
        following = passage.doc[called.i + 1 : end]
        if owner:
            end = owner[-1].i
            start += words[0].pos_ == "ADP"
        elif len(following) > 1 and following[0].lower_ in {"of", "from", "by"}:
            start = following.start + 1
        else:
            return None
    elif (
        of := next((token.i for token in words[:3] if token.lower_ in FROM_WHOM), None)
    ) is not None:
        start = of + 1
    elif words[0].pos_ == "ADP":
        return None
    comma = next((t.i for t in passage.doc[start:end] if t.text in {",", "("}), end)
    who = passage.doc[start:comma]
    if not who:
        return None
    rest = list(passage.doc[comma:end])
    return _person(passage, who, rest) or _speaking(passage, who)


def dashed(passage: Passage, words: Sequence[Token]) -> Phrase | None:
    """Whose name stands before the dash in front of a quotation: "the mayor, Ann Lee – “…”"."""
    before = list(words[:-1])
    end = start = before[-1].i + 1 if before else 0
    while before and (_in_name(before[-1]) or _is_role(before[-1])):
        start = before.pop().i
    who = passage.doc[start:end]
    return _person(passage, who, []) if len(who) else None


def _speaking(passage: Passage, who: TokenSpan) -> Phrase | None:
    root = who.root
    can = root.pos_ == "PROPN" or root.text.isupper() or kind_of(root) != "unknown"
    return Phrase(passage, who.start, who.end, root) if can else None


def names_beside(passages: Sequence[Passage]) -> dict[int, Phrase]:
    """By the number of a paragraph that is all quotation, the name line above or below it.

    Where quotations and name lines take turns, the first of them tells which go together.
    """
    kinds = [_kind_of_paragraph(passage) for passage in passages]
    found: dict[int, Phrase] = {}
    for beside, group in groupby(range(len(kinds)), key=lambda n: kinds[n] is not None):
        if beside:
            found.update(_paired([(passages[n], kinds[n]) for n in group]))
    return found


def _paired(run: Sequence[tuple[Passage, Phrase | str | None]]) -> Iterator[tuple[int, Phrase]]:
    """Pairs a run of quotations and name lines: each block of quotations has one line."""
    above = isinstance(run[0][1], Phrase)
    line: Phrase | None = None
    waiting: list[int] = []
    for passage, kind in run:
        if not isinstance(kind, Phrase):
            waiting.append(passage.number)
            continue
        if not above:
            yield from ((number, kind) for number in waiting)
        elif line is not None:
            yield from ((number, line) for number in waiting)
        line, waiting = kind, []
    if above and line is not None:
        yield from ((number, line) for number in waiting)


def _kind_of_paragraph(passage: Passage) -> Phrase | str | None:
    """A name line's name, "quotation" for a paragraph that is one, or nothing."""
    if passage.quotes:
        outside = passage.text
        for quote in reversed(passage.quotes):
            outside = outside[: quote.start] + outside[quote.end :]
        return "quotation" if not outside.strip(" .\xa0") else None
    return _name_line(passage)


def _name_line(passage: Passage) -> Phrase | None:
    """The name in a paragraph that is nothing else: "Superintendent Karl Ames, City Police"."""
    found = _NAME_LINE.match(passage.text)
    if found is None or len(passage.doc) > _LONGEST_LINE or _has_verb(passage.doc[:]):
        return None
    who = passage.doc.char_span(*found.span("who"), alignment_mode="contract")
    return _person(passage, who, _words_of(passage, found)) if who else None


def _words_of(passage: Passage, found: re.Match[str]) -> Sequence[Token]:
    rest = passage.doc.char_span(*found.span("rest"), alignment_mode="contract")
    return list(rest or ())


def _person(passage: Passage, who: TokenSpan, rest: Sequence[Token]) -> Phrase | None:
    """The person that these words name, titles and all, where something says it is one.

    A title before the name, a given name, the recogniser, or a role in ``rest``, which describes.
    """
    titles = [token.i for token in who if is_title(token) or _is_role(token)]
    begin = max(titles) + 1 if titles else who.start
    name = passage.doc[begin : who.end]
    if not (0 if titles else 1) < len(name) <= _LONGEST_NAME or not all(map(_in_name, name)):
        return None
    labels = {entity.label_ for entity in entities_of(passage.doc) if entity.end == name.end}
    told = (
        bool(titles)
        or name[0].lower_ in GIVEN_NAMES
        or "PERSON" in labels
        or any(map(_is_role, rest))
    )
    return Phrase(passage, who.start, who.end, name[-1], person=True) if told else None


def _in_name(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in PARTICLES or " " in token.text


def _is_role(token: Token) -> bool:
    return bare_title(token.lower_) in PERSON_NOUNS


def _has_verb(words: TokenSpan) -> bool:
    return any(is_finite(token) for token in words)
