"""Direct speech: quotations with the cue before, behind or between them, or with none."""

from __future__ import annotations

from spacy.tokens import Token

from .drafts import Draft, Passage, noun_phrase, subject_of, verb_cues
from .quotes import Quote

_STOPS = {".", "!", "?"}
_LONGEST_TAIL = 40  # tokens between a quotation and its cue


def find_quotations(passages: list[Passage]) -> list[Draft]:
    """The attributions whose content begins with a quotation, in the order of the text."""
    drafts: list[Draft] = []
    open_draft: Draft | None = None  # its quotation runs on into the next paragraph
    for passage in passages:
        found: list[Draft] = []
        previous: Quote | None = None
        for quote in passage.quotes:
            last = found[-1] if found else None
            before = passages[passage.number - 1] if passage.number else None
            draft = _attributed(passage, quote, previous, before)
            if draft is None and _stands_alone(passage, quote, previous):
                if open_draft is not None and previous is None:
                    draft, last = None, open_draft
                    open_draft.content.append(_inner(passage, quote))
                    passage.direct.append(quote)
                elif last is not None and _goes_on(passage, last, previous, quote):
                    last.content.append(_inner(passage, quote))
                    passage.direct.append(quote)
                else:
                    draft = Draft("asserts", None, [_inner(passage, quote)], None)
            if draft is not None:
                found.append(draft)
                passage.direct.append(quote)
            open_draft = (draft or last) if not quote.closed and quote in passage.direct else None
            previous = quote
        if not passage.quotes:
            open_draft = None
        drafts.extend(draft for draft in found)
    return drafts


def _inner(passage: Passage, quote: Quote) -> tuple[int, int]:
    offset = passage.paragraph.start
    return offset + quote.inner_start, offset + quote.inner_end


def _attributed(
    passage: Passage, quote: Quote, previous: Quote | None, before: Passage | None
) -> Draft | None:
    """The quotation with the cue behind it, else the one before it."""
    verb = _cue_behind(passage, quote)
    if verb is not None:
        if not _stands_alone(passage, quote, previous):
            return None  # 'The plan is "a disaster," he said': a clause with a quoted end
        return _draft(passage, quote, verb)
    verb = _cue_before(passage, quote, previous)
    if verb is not None:
        return _draft(passage, quote, verb)
    if (
        before is not None
        and previous is None
        and not passage.paragraph.doc.text[: quote.start].strip()
    ):
        return _announced(passage, quote, before)
    return None


def _draft(passage: Passage, quote: Quote, verb: Token, home: Passage | None = None) -> Draft:
    home = home or passage
    home.used.add(verb.i)
    subject = _speaker_token(verb)
    speaker = noun_phrase(home, subject) if subject is not None else None
    attitude = next((cue.attitude for cue in verb_cues(verb) if "quote" in cue.takes), "asserts")
    start = home.paragraph.start + verb.idx
    return Draft(attitude, (start, start + len(verb.text)), [_inner(passage, quote)], speaker)


def _speaker_token(verb: Token) -> Token | None:
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass" and verb.dep_ != "pcomp":
        return None
    if subject is None:  # '"X," said Smith' parsed with the name as an object
        return next(
            (child for child in verb.rights if child.dep_ in {"dobj", "attr", "dep", "npadvmod"}),
            None,
        )
    return subject


def _takes_quote(token: Token) -> bool:
    return any("quote" in cue.takes for cue in verb_cues(token))


def _tail(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens behind a quotation up to the end of the sentence or the next quotation."""
    rest = passage.doc.char_span(quote.end, len(passage.doc.text), alignment_mode="contract")
    tail: list[Token] = []
    for token in rest or ():
        if token.text in _STOPS or not passage.outside(token) or len(tail) >= _LONGEST_TAIL:
            break
        tail.append(token)
    return tail


def _cue_behind(passage: Passage, quote: Quote) -> Token | None:
    """The cue of '"X," he said', '"X?" asked Smith', '"X" – the mayor said'."""
    text = passage.doc.text
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    tail = _tail(passage, quote)
    comma = inner[-1:] in {",", "—", "–"} or bool(tail and tail[0].text in {",", "—", "–", "--"})
    while tail and (tail[0].is_punct or tail[0].is_space):
        tail.pop(0)
    if not tail or (inner[-1:] == "." and tail[0].text[0].isupper()):
        return None
    limit = len(tail) if comma else 8
    for token in tail[:limit]:
        if not _takes_quote(token) or token.dep_ in {"relcl", "acl", "aux"} or token.tag_ == "VBG":
            continue
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        inverted = token.i <= tail[0].i + 1
        if inverted or (subject is not None and subject.left_edge.i >= tail[0].i) or comma:
            return token
    return None


def _lead(passage: Passage, quote: Quote) -> list[Token]:
    """The tokens before a quotation back to the start of its sentence or another quotation."""
    front = passage.doc.char_span(0, quote.start, alignment_mode="contract")
    lead: list[Token] = []
    for token in reversed(front or ()):
        if token.text in _STOPS or not passage.outside(token) or len(lead) >= _LONGEST_TAIL:
            break
        lead.append(token)
    return lead[::-1]


def _cue_before(passage: Passage, quote: Quote, previous: Quote | None) -> Token | None:
    """The cue of 'He said: "X"', 'She added, "X"', 'He told reporters "X."'."""
    lead = [token for token in _lead(passage, quote) if not token.is_space]
    if not lead:
        return None
    colon, comma = lead[-1].text == ":", lead[-1].text in {",", "—", "–", "--"}
    inner = passage.doc.text[quote.inner_start : quote.inner_end]
    upper = inner[:1].isupper() or inner[:1] in "[.…'‘“(" or inner[:1].isdigit()
    if not (colon or upper or lead[-1].lemma_ in {"say", "add"}):
        return None
    for token in reversed(lead):
        if _takes_quote(token) and token.dep_ != "aux":
            near = lead[-1].i - token.i <= 12 or colon
            return (
                token if near and (colon or comma or _full(passage, quote, inner, upper)) else None
            )
        if token.pos_ == "VERB" and not colon:
            return None
    if colon:
        return next(
            (token for token in reversed(lead) if token.pos_ == "VERB" and token.dep_ == "ROOT"),
            None,
        )
    return None


def _full(passage: Passage, quote: Quote, inner: str, upper: bool) -> bool:
    """Is the quotation right behind its cue a statement: 'She said "We won."'."""
    behind = passage.doc.text[quote.end :].lstrip()
    ends = inner.rstrip()[-1:] in ".!?," or not behind or behind[0] in ".,;"
    return ends and (upper or len(inner.split()) > 3)


def _announced(passage: Passage, quote: Quote, before: Passage) -> Draft | None:
    """The cue at the end of the paragraph before: 'Caddick continued:'."""
    words = [token for token in before.doc if not token.is_space]
    if not words or words[-1].text != ":":
        return None
    for token in reversed(words[-_LONGEST_TAIL:]):
        if token.text in _STOPS:
            return None
        if _takes_quote(token) or (token.pos_ == "VERB" and token.dep_ == "ROOT"):
            return _draft(passage, quote, token, before)
    return None


def _stands_alone(passage: Passage, quote: Quote, previous: Quote | None) -> bool:
    """Does the quotation begin a sentence, as a statement does and a scare quote does not?"""
    text = passage.doc.text
    before = text[: quote.start].rstrip()
    inner = text[quote.inner_start : quote.inner_end].strip()
    if before and before[-1] not in ".!?:\"”’'»…":
        return False
    starts = inner[0].isupper() or not inner[0].isalpha()
    return starts and (inner[-1] in ".!?,—–…-'’" or not quote.closed or _comma_behind(text, quote))


def _comma_behind(text: str, quote: Quote) -> bool:
    return text[quote.end : quote.end + 1] == "," or text[quote.end :].strip()[:1] in {"", "–", "—"}


def _goes_on(passage: Passage, last: Draft, previous: Quote | None, quote: Quote) -> bool:
    """Is there nothing but the last one's cue between these two: '"X," he said. "Y."'"""
    if previous is None or previous not in passage.direct or last.cue is None:
        return False
    between = passage.doc.char_span(previous.end, quote.start, alignment_mode="expand")
    if between is None or not between.text.strip():
        return True
    start = passage.paragraph.start
    stops = sum(token.text in _STOPS for token in between)
    return stops <= 1 and previous.end <= last.cue[0] - start < quote.start
