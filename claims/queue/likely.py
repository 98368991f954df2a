"""Which other claims may be the same one: suggestions for people, never more.

Same speaker, or none on one side; words in common, or a figure that can be the same; not
more than a month apart. A fixed number of queries that each look at the newest few.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q

from claims.figures import may_be_one
from claims.figures.lexicon.stopwords import STOP_WORDS
from claims.models import Claim, QueueEntry, said_by

from .rows import ClaimRow, dress, for_rows
from .words import newest_with, read_words

WITHIN = timedelta(days=30)
MOST_LIKELY = 5
LOOKED_AT = 200
COMPARED = 20
SOUGHT_WORDS = 2
# How much of the words two have to have in common, and what a common figure makes up for.
ENOUGH = 0.5
A_FIGURE = 0.3
_WORD = re.compile(r"[^\W_]{2,}")


def likely_same(claim: Claim) -> tuple[ClaimRow, list[ClaimRow]]:
    """The claim as a row, and claims that may be the same one, the likeliest first."""
    words = _words(claim.wording)
    near = [(_likeness(words, other), other) for other in _near(claim, words)]
    near.sort(key=lambda found: (-found[0], found[1].pk))
    mine, *rows = dress([claim, *(other for _score, other in near[:COMPARED])])
    scored = [
        (score + (A_FIGURE if _share_a_figure(mine, row) else 0), row)
        for (score, _other), row in zip(near, rows, strict=False)
    ]
    scored.sort(key=lambda found: (-found[0], found[1].claim.pk))
    return mine, [row for score, row in scored if score >= ENOUGH][:MOST_LIKELY]


def _near(claim: Claim, words: frozenset[str]) -> list[Claim]:
    """The newest claims of the same speakers, and those with its longest words."""
    within = Q()
    if claim.published_on:
        within = Q(sorted_on__range=(claim.sorted_on - WITHIN, claim.sorted_on + WITHIN))
    speakers = {speaker for _claim, speaker in said_by([claim.pk])}
    states = [state for state in Claim.State.values if state != Claim.State.MERGED]
    said = QueueEntry.objects.filter(within, speaker__in=speakers, state__in=states)
    found = set(said.order_by("-sorted_on").values_list("claim", flat=True)[:LOOKED_AT])
    longest = sorted(words, key=lambda word: (-len(word), word))[:SOUGHT_WORDS]
    if longest:
        alike = newest_with(read_words(" ".join(longest)), LOOKED_AT)
        found |= set(Claim.objects.filter(pk__in=alike).values_list("pk", flat=True))
    others = for_rows(Claim.objects.unmerged().filter(within, pk__in=found - {claim.pk}))
    mine = set(claim.said_by)
    return [other for other in others if _may_be_said_by(mine, other)]


def _may_be_said_by(speakers: Iterable[object], other: Claim) -> bool:
    theirs = set(other.said_by)
    return not (speakers and theirs) or bool(theirs.intersection(speakers))


def _words(wording: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", wording).casefold()
    return frozenset(_WORD.findall(folded)) - STOP_WORDS


def _likeness(words: frozenset[str], other: Claim) -> float:
    """The share of the shorter one's words that the other has too."""
    theirs = _words(other.wording)
    least = min(len(words), len(theirs))
    return len(words & theirs) / least if least else 0


def _share_a_figure(one: ClaimRow, other: ClaimRow) -> bool:
    return any(may_be_one(mine, theirs) for mine in one.figures for theirs in other.figures)
