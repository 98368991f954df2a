"""What tells one event's articles from another's: names and rare words, and shared wording.

Pure functions over texts; which articles are compared is :mod:`claims.matching.stories`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from claims.figures.lexicon.stopwords import STOP_WORDS

from .news_words import NEWS_WORDS

# A text's strongest terms; more add common words, which tell nothing apart.
MOST_TERMS = 20
LONGEST_TERM = 40
# The beginning says what happened; what is far down is background, the same in many stories.
CHARACTERS_READ = 3_000
OPENING = 400
SHINGLE = 4

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:\n“\"]\s*$")


def telling_terms(title: str, text: str) -> dict[str, int]:
    """The text's names and less common words, each with its strength from 1.

    A term counts more in the headline, in the opening and as a name: "Marrow" 12, "pumps" 3.
    """
    strength: dict[str, float] = defaultdict(float)
    named: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for part, weight in ((title, 3.0), (text[:OPENING], 1.5), (text[OPENING:CHARACTERS_READ], 1.0)):
        for found in _WORD.finditer(part):
            term = _normal(found[0])
            if len(term) < 3 or term in STOP_WORDS or term in NEWS_WORDS:
                continue
            seen[term] += 1
            strength[term] += weight / seen[term]
            if found[0][0].isupper() and part is not title and not _begins(part, found.start()):
                named[term] += 1
    rated = {term: round(2 * value * (2 if named[term] else 1)) for term, value in strength.items()}
    best = sorted(rated, key=lambda term: (-rated[term], term))[:MOST_TERMS]
    return {term: rated[term] for term in best if rated[term]}


def _normal(word: str) -> str:
    """Small, without possessive and plural: "Drones'" and "drone" are one."""
    low = re.sub(r"['’]s?$", "", word.casefold())[:LONGEST_TERM]
    return low[:-1] if len(low) > 4 and low.endswith("s") and not low.endswith("ss") else low


def _begins(part: str, start: int) -> bool:
    """Does a sentence begin here? Then the capital says nothing."""
    before = part[max(0, start - 3) : start]
    return start == 0 or bool(_SENTENCE_END.search(before))


def nearness(
    one: Mapping[str, int], other: Mapping[str, int], articles: int, with_term: Mapping[str, int]
) -> float:
    """How much two articles tell of the same, 0 to 1: the cosine of their weighed terms.

    A term weighs less the more of the ``articles`` of these days have it.
    """

    def weigh(terms: Mapping[str, int]) -> dict[str, float]:
        return {
            term: math.sqrt(strength) * rarity(articles, with_term.get(term, 1))
            for term, strength in terms.items()
        }

    mine, theirs = weigh(one), weigh(other)
    shared = sum(mine[term] * theirs[term] for term in mine.keys() & theirs.keys())
    size = math.sqrt(sum(w * w for w in mine.values()) * sum(w * w for w in theirs.values()))
    return shared / size if size else 0.0


# So many articles are thought to stand beside the few of a quiet day: a word that three of
# five articles have is not common yet.
BACKGROUND = 50


def rarity(articles: int, with_term: int) -> float:
    return math.log((articles + BACKGROUND) / (with_term + 1))


def resemblance(one: str, other: str) -> float:
    """The share of runs of four words that two texts have in common, 0 to 1."""
    mine, theirs = _shingles(one), _shingles(other)
    either = len(mine | theirs)
    return len(mine & theirs) / either if either else float(one == other)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
