"""Speeches and statements: a heading says whose all the words below it are.

"Speech by the Minister for Schools, Karin Voll, to the teachers' conference" above "We have
built 48 schools." makes it hers, to a note to editors, a signature or the text's end.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from ..syntax import NOUNS, SUBJECTS, entities_of
from .drafts import Draft, Passage, Phrase, noun_phrase, verb_cues
from .speakers import kind_of

_KINDS = (
    "speech|address|remarks|statement|testimony|keynote|keynote speech|keynote address"
    "|speaking notes|eulogy|lecture|open letter|message"
)
_OPENINGS = r"(?:the )?(?:(?:full )?(?:text|transcript) of )?(?:an? |the )?(?:\w+ ){0,2}?"
_BY = re.compile(
    rf"{_OPENINGS}(?:{_KINDS})(?: (?:given|delivered|made|issued|prepared))? (?:by|from|of) (?=\w)",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"(?P<whose>\w[^:;.!?]{{1,80}}?)['’]s? (?:{_KINDS}) (?:to|at|before|in|on) ", re.I
)
_TOPIC = re.compile(r"\s(?:to|at|before|on|in)\s")
_OWN_WORDS = re.compile(r"\b(?:I|we|We|our|Our|my|My)\b")
_ENDS = re.compile(
    r"\W*(?:ends?\W*$|#{3,}|\*{3,}|notes? (?:to|for) (?:the )?editors?\b"
    r"|(?:(?:media|press) )?contacts?\b\W*|for (?:more|further) information\b|about [A-Z])",
    re.IGNORECASE,
)
_SPEAKING = frozenset({"person", "organisation", "group"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FIRST = 3  # paragraphs of which one may be the heading, below a title
_LONGEST = 60  # tokens of a heading
_LONGEST_SIGNATURE = 10  # tokens


def read_headed(passages: list[Passage]) -> tuple[list[Draft], frozenset[int]]:
    """The one attribution of a speech or statement, and the numbers of its paragraphs."""
    heading, speaker = _heading(passages)
    if heading is None or speaker is None:
        return [], frozenset()
    spoken = _spoken(passages[heading.number + 1 :], speaker)
    if not any(_is_first_person(passage) for passage in spoken) or _is_told(spoken, speaker):
        return [], frozenset()
    starts = [(passage.paragraph.start, len(passage.text)) for passage in spoken]
    content = [(start, start + length) for start, length in starts]
    draft = Draft("asserts", None, content, speaker, labelled=speaker.person)
    return [draft], frozenset(passage.number for passage in (heading, *spoken))


def _heading(passages: list[Passage]) -> tuple[Passage | None, Phrase | None]:
    """The heading among the first lines, none of which is a sentence, and whom it names."""
    for passage in passages[:_FIRST]:
        if passage.text.rstrip().endswith((".", "!", "?", ":")) or len(passage.doc) > _LONGEST:
            break
        speaker = _named_in(passage)
        if speaker is not None:
            return passage, speaker
    return None, None


def _named_in(passage: Passage) -> Phrase | None:
    """Whose speech a line without a verb names: by a person's name, else by office or body."""
    if any(token.tag_ in _FINITE for token in passage.doc):
        return None
    if (by := _BY.match(passage.text)) is not None:
        start = by.end()
        topic = _TOPIC.search(passage.text, start)
        end = topic.start() if topic is not None else len(passage.text)
    elif (own := _OWN.match(passage.text)) is not None:
        start, end = own.span("whose")
    else:
        return None
    for name in entities_of(passage.doc):
        if name.label_ == "PERSON" and start <= name.start_char < end:
            last = name.end - (passage.doc[name.end - 1].tag_ == "POS")
            return Phrase(passage, name.start, last, passage.doc[name.start : last].root, True)
    return _office_or_body(passage, start, end)


def _office_or_body(passage: Passage, start: int, end: int) -> Phrase | None:
    """The first noun there, if it can speak: "the Minister for Schools", "the miners' union"."""
    for noun in passage.doc.char_span(start, end, alignment_mode="contract") or ():
        if noun.dep_ in {"pobj", "ROOT", "nsubj", "appos", "dobj"} and noun.pos_ in NOUNS:
            speaks = kind_of(noun) in _SPEAKING or noun.ent_type_ == "ORG"
            return noun_phrase(passage, noun) if speaks else None
        if noun.dep_ == "poss" and noun.right_edge.idx + len(noun.right_edge) >= end:
            return noun_phrase(passage, noun) if kind_of(noun) in _SPEAKING else None
    return None


def _spoken(passages: list[Passage], speaker: Phrase) -> list[Passage]:
    """The paragraphs to a note to editors or the speaker's signature."""
    spoken: list[Passage] = []
    for passage in passages:
        short = len(passage.doc) <= _LONGEST_SIGNATURE and passage.text.rstrip()[-1:] not in ".!?"
        signs = short and any(token.text == _last_word(speaker) for token in passage.doc)
        if signs or _ENDS.match(passage.text):
            break
        spoken.append(passage)
    return spoken


def _is_first_person(passage: Passage) -> bool:
    return any(passage.quote_at(word.start()) is None for word in _OWN_WORDS.finditer(passage.text))


def _is_told(passages: list[Passage], speaker: Phrase) -> bool:
    """Is it a report about the speech: "Voll said …", or right away "she said"?"""
    name = _last_word(speaker)
    others = frozenset({"PRON"} if speaker.person else {"PRON", "PROPN"})
    if any(_is_third(token, others) and _says(token) for token in passages[0].doc):
        return True
    return any(
        token.text == name and _says(token) and passage.outside(token)
        for passage in passages
        for token in passage.doc
    )


def _is_third(token: Token, classes: frozenset[str]) -> bool:
    """Is it "he", "she" or a name, which may be that of who bears the office in the heading?"""
    return token.pos_ in classes and (token.pos_ == "PROPN" or token.lower_ in {"he", "she"})


def _says(subject: Token) -> bool:
    return subject.dep_ in SUBJECTS and bool(verb_cues(subject.head))


def _last_word(speaker: Phrase) -> str:
    return speaker.passage.doc[speaker.end - 1].text
