"""The review queue: what is in it, in which order, and how it is shown."""

from .cards import article_cards, for_cards, with_newest_mention
from .merging import merge, split, take_apart
from .paging import COUNT_CAP, Order, capped_count, page_of
from .passages import marks_in, numbered_claims, passage_of
from .refreshing import refresh
from .rows import ClaimRow, dress, for_rows, with_words
from .searching import LONGEST_QUERY, search
from .undoing import undo
from .worklist import ANY_STATE, by_article, by_claim, unindexed

__all__ = [
    "ANY_STATE",
    "COUNT_CAP",
    "LONGEST_QUERY",
    "ClaimRow",
    "Order",
    "article_cards",
    "by_article",
    "by_claim",
    "capped_count",
    "dress",
    "for_cards",
    "for_rows",
    "marks_in",
    "merge",
    "numbered_claims",
    "page_of",
    "passage_of",
    "refresh",
    "search",
    "split",
    "take_apart",
    "undo",
    "unindexed",
    "with_newest_mention",
    "with_words",
]
