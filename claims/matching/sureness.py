"""Are two figures surely of one thing? Whoever opens a claim is told of nothing else.

``compare`` is given two texts of one matter; the desk compares claims of any two articles, where
"26 countries will send troops" and "35 countries met in Paris" are near in value and noun, and
have nothing to do with each other. So a link asks for what :func:`relate` can do without: that
the two say the same *of* what they count.
"""

from __future__ import annotations

from claims.figures import Measured, measure_of
from claims.figures.lexicon.stopwords import STOP_WORDS

from .concepts import OPPOSITE
from .relating import Relation
from .stated import Stated
from .tokens import concepts_in

# What stands beside figures of any matter: "in a year", "up", "said"
_OF_ANY_MATTER = concepts_in(
    " ".join(STOP_WORDS)
    + " to from said year month week day night time number total percent average since may might"
    + " person would"
) | frozenset(OPPOSITE)
# How much both must say of the figure, in words beside both: for any link, to speak against
# each other, and for that where they share no name
_SAID_OF_BOTH = 0.4
_SAID_WITHOUT_NAMES = 0.9
# A direction this near is the figure's own: "dropped to 1.3 metres"
_ITS_OWN = 0.5
# "22,850" twice is hardly chance, "three" twice is
_TELLING_DIGITS = 3


def is_sure(one: Stated, other: Stated, relation: Relation) -> bool:
    """Does enough speak for the relation's two figures being of one thing?"""
    mine, theirs = relation.one, relation.other
    if mine is None or theirs is None or mine.is_negated or theirs.is_negated:
        return False
    if not _count_the_same(mine, theirs):
        return relation.difference is None and _is_telling(mine, theirs)
    said = said_of_both(one, other, mine, theirs)
    if relation.code == "contradicts" and not _share_a_name(one, other):
        return said >= _SAID_WITHOUT_NAMES
    return said >= _SAID_OF_BOTH or (relation.difference is None and _is_telling(mine, theirs))


def said_of_both(one: Stated, other: Stated, mine: Measured, theirs: Measured) -> float:
    """What stands beside both figures, names and what is counted aside: "killed", "postponed"."""
    told = _OF_ANY_MATTER | (mine.heads & theirs.heads) | one.names | other.names
    beside = mine.near.keys() & theirs.near.keys() - told
    return sum(min(mine.near[concept], theirs.near[concept]) for concept in beside)


def may_be_of_another_time(one: Stated, other: Stated, mine: Measured, theirs: Measured) -> bool:
    """Does only one say when, or is one a level that has moved since the other was published?

    "The river stood at 1.9 metres" on Wednesday and "has dropped to 1.3" on Friday; "raised
    $64.8 million in August" and "has raised more than $100 million".
    """
    if bool(one.moments) != bool(other.moments):
        return True
    if one.published == other.published:
        return False
    return any(
        figure.near.get(way, 0.0) >= _ITS_OWN for figure in (mine, theirs) for way in OPPOSITE
    )


def _count_the_same(mine: Measured, theirs: Measured) -> bool:
    """Do they count or measure one thing, as far as both say it?"""
    if not mine.heads or not theirs.heads or mine.heads & theirs.heads:
        return True
    is_count = measure_of(mine) == "count"
    named = mine.heads & theirs.near.keys() or theirs.heads & mine.near.keys()
    return bool(named) and not is_count


def _share_a_name(one: Stated, other: Stated) -> bool:
    return bool(one.names & (other.names | set(other.words)))


def _is_telling(mine: Measured, theirs: Measured) -> bool:
    """Is it one number that nobody comes to by chance?"""
    digits = {len(end.normalize().as_tuple().digits) for end in mine.ends}
    return mine.ends == theirs.ends and min(digits, default=0) >= _TELLING_DIGITS
