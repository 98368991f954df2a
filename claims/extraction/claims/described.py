"""Which one "the trial" is, in a claim's wording: "the ship [Arcona]"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from claims.figures.lexicon.stopwords import STOP_WORDS

from ..records import Attribution, Span, SpeakerSpan
from ..speech import Referents
from ..syntax import BODILY

Edit = tuple[Span, str]  # a stretch of the text and what is said in its place

_LONGEST_SPEAKER = 6  # words
_MOST_TOLD = 2  # phrases in brackets


def told_edits(
    tokens: TokenSpan, noun: Token, start: int, referents: Referents | None, told: set[str]
) -> Iterator[Edit]:
    """Which one "[the trial]" is, once a claim for each, and no more than a reader bears."""
    found = referents.introduced(start, noun) if referents is not None else None
    if found is None or not found.tells or str(found) in told or len(told) >= _MOST_TOLD:
        return
    own = {word for word in str(found).lower().split() if word not in STOP_WORDS}
    if any(word.lower_ in own for word in tokens if word.i != noun.i):
        return  # the claim says so itself
    told.add(str(found))
    end = start + noun.idx + len(noun)
    if found.name and not any(child.dep_ == "case" for child in noun.rights):
        yield Span(end, end, ""), f" [{found.name}]"  # "the ship [Arcona]"
    else:
        words = capital(str(found)) if noun.left_edge.text[:1].isupper() else str(found)
        yield whole(noun, start, f"[{words}]")


def is_any(subject: Token, start: int, referents: Referents | None) -> bool:
    """Is it "the plan" of which a text tells more than one, or not which it is?"""
    found = referents.introduced(start, subject) if referents is not None else None
    return found is not None and not found.tells


def whole(noun: Token, start: int, words: str) -> Edit:
    """What is said in the place of the noun with its article: "[the company]"."""
    first, end = noun.left_edge.idx, noun.idx + len(noun)
    return Span(start + first, start + end, noun.doc.text[first:end]), words


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def is_source(pronoun: Token, start: int, teller: Attribution | None) -> bool:
    """ "[It] costs 3 million, the bank said", or "according to the bank", is not about the bank."""
    if teller is None or teller.cue is None or pronoun.lower_ not in BODILY:
        return False
    cited = teller.cue.text.lower().startswith("according")
    return cited or teller.cue.start > start + pronoun.idx


def in_the_texts_words(speaker: SpeakerSpan) -> str | None:
    """Who speaks, in the text's words where it names nobody: "the carrier"."""
    words = speaker.text
    short = len(words.split()) <= _LONGEST_SPEAKER and "\n" not in words
    return words if short and words.lower().startswith("the ") else None
