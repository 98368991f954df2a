"""Headlines and transcripts: who speaks is told by a colon, a dash or a capital letter.

The parser reads sentences; a headline in title case looks to it like one long
name. So these few shapes are read by their words.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import VERBS, entities_of
from .drafts import Draft, Passage, Phrase
from .lexicon.cues import HEADLINE_CUES
from .lexicon.titles import DOCUMENT_NOUNS, GROUP_NOUNS, HEADLINE_BODIES, PERSON_NOUNS

_LONGEST_LABEL = 8  # tokens of "The Daily Bugle:" at the start of a headline
_LONGEST_SOURCE = 5  # tokens of "health minister" at its end
_LONGEST_HEADLINE = 30
_FEWEST = 4
_LETTERS = re.compile(r"[^\W\d_][\w'’]*")
_DASHES = {"-", "–", "—", "―", "--"}
_SHORT = re.compile(r"^(?:a|an|and|as|at|but|by|for|from|in|is|of|on|or|the|to|vs|was|with)$")


def read_headline(passage: Passage, surnames: frozenset[str]) -> Draft | None:
    """The attribution that a headline, or a turn in a transcript, makes by its shape."""
    labelled = _labelled(passage, surnames)
    if labelled is not None or not _is_headline(passage):
        return labelled
    return _signed(passage) or _in_title_case(passage)


def surnames_of(passages: list[Passage]) -> frozenset[str]:
    """The last words of the persons' names, as labels have them: "Falk:" for Nora Falk."""
    return frozenset(
        entity[-1].text
        for passage in passages
        for entity in entities_of(passage.doc)
        if entity.label_ == "PERSON" and len(entity) > 1
    )


def in_title_case(text: str) -> bool:
    """Have all longer words capitals: "Legend of the Mills"; one alone tells nothing."""
    words = [word for word in _LETTERS.findall(text) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _labelled(passage: Passage, surnames: frozenset[str]) -> Draft | None:
    """The attribution of a label with a colon: "Poll: Voters want lower rents", "LEE: Never."."""
    doc = passage.doc
    colon = next((token.i for token in doc[:_LONGEST_LABEL] if token.text == ":"), 0)
    if not colon or len(doc) - colon < 4 or not passage.outside(doc[colon + 1]):
        return None
    label = doc[:colon]
    headline = passage.number == 0
    if not _is_name(label, headline) and not (headline and label.text in surnames):
        return None
    return _draft(passage, (doc[colon + 1].idx, len(passage.text)), label)


def _is_name(label: TokenSpan, headline: bool) -> bool:
    """Is this the name of a person, or in a headline also of a body, a role or a document?"""
    if any(token.pos_ in VERBS or token.is_punct for token in label):
        return False
    kinds = {entity.label_ for entity in label.ents}
    if "PERSON" in kinds or (label.text.isupper() and label.root.pos_ == "PROPN"):
        return True
    return headline and ("ORG" in kinds or _speaks(label[-1]))


def _speaks(noun: Token) -> bool:
    """Can this noun alone be a headline's speaker: "Minister: …", "… - police"?"""
    words = {noun.lower_, noun.lemma_.lower()}
    return not words.isdisjoint(PERSON_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS | HEADLINE_BODIES)


def _is_headline(passage: Passage) -> bool:
    """The article's first line, if it does not end as a sentence does."""
    text = passage.text.rstrip()
    return (
        passage.number == 0 and text[-1:] not in ".!?:;,…" and len(passage.doc) < _LONGEST_HEADLINE
    )


def _signed(passage: Passage) -> Draft | None:
    """The attribution of a headline with a source at its end: "Mill to close in May - minister"."""
    doc = passage.doc
    dash = next((token.i for token in reversed(doc) if token.text in _DASHES), 0)
    source = doc[dash + 1 :]
    if dash < 2 or not 0 < len(source) <= _LONGEST_SOURCE or not doc[dash - 1].whitespace_:
        return None
    if not doc[dash].whitespace_ or not (_speaks(source[-1]) or _is_person(source)):
        return None
    return _draft(passage, (doc[0].idx, doc[dash - 1].idx + len(doc[dash - 1])), source)


def _is_person(source: TokenSpan) -> bool:
    return any(entity.label_ == "PERSON" and entity.end == source.end for entity in source.ents)


def _in_title_case(passage: Passage) -> Draft | None:
    """The attribution of a headline in title case: "Minister Warns Dam May Break".

    Its cue is the last word behind a comma, else the first one behind a name or a role.
    """
    doc = passage.doc
    words = [token for token in doc if token.is_alpha and not _SHORT.match(token.lower_)]
    if len(words) < _FEWEST or any(not token.text[0].isupper() for token in words):
        return None
    comma = next((token.i for token in reversed(doc) if token.text == ","), 0)
    if comma > 1 and comma < len(doc) - 2 and (ended := _behind_comma(passage, comma)) is not None:
        return ended
    for token in doc[1:-2]:
        attitude = HEADLINE_CUES.get(token.lower_)
        if attitude is None or not passage.outside(token):
            continue
        speaker = doc[: token.i]
        if any(word.is_punct or word.text == "To" for word in speaker):
            return None
        draft = _draft(passage, (doc[token.i + 1].idx, len(passage.text)), speaker)
        start = passage.paragraph.start
        draft.cue, draft.attitude = (start + token.idx, start + token.idx + len(token)), attitude
        return draft
    return None


def _behind_comma(passage: Passage, comma: int) -> Draft | None:
    """The attribution of a headline that names its source last: "Dam May Break, Minister Says"."""
    doc = passage.doc
    attitude = HEADLINE_CUES.get(doc[-1].lower_)
    if attitude is None:
        return None
    content = (doc[0].idx, doc[comma - 1].idx + len(doc[comma - 1]))
    draft = _draft(passage, content, doc[comma + 1 : len(doc) - 1])
    start = passage.paragraph.start + doc[-1].idx
    draft.cue, draft.attitude = (start, start + len(doc[-1])), attitude
    return draft


def _draft(passage: Passage, content: tuple[int, int], speaker: TokenSpan) -> Draft:
    start = passage.paragraph.start
    phrase = Phrase(passage, speaker.start, speaker.end, speaker.root)
    return Draft("asserts", None, [(start + content[0], start + content[1])], phrase)
