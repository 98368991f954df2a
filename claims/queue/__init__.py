"""The review queue: what is in it, in which order, and how it is shown."""

from .ageing import refresh_recency, set_old_aside
from .assigning import Assigned, assign_several
from .cards import (
    ArticleCard,
    article_cards,
    each_once,
    each_text,
    for_cards,
    with_newest_mention,
    with_readers,
)
from .deciding import confirm_link, dismiss_finding, keep_finding, reject_link
from .following import follow_links
from .likely import likely_same
from .linked import Bearing, Linked, bearing_on, findings_in
from .measures import MOST_FIGURES, Given, figures_of_measure, given
from .merging import merge, split, take_apart
from .muting import propose_muted
from .paging import COUNT_CAP, Order, capped_count, page_of
from .passages import article_around, marks_in, numbered_claims, passage_of
from .priority import BEARING_PARTS
from .refreshing import refresh
from .rows import (
    ClaimRow,
    dress,
    dress_for_table,
    for_rows,
    show_in_tables,
    with_series,
    with_words,
)
from .searching import LONGEST_QUERY, search
from .stories import StoryCard, best_claims, for_story_cards, story_cards
from .sweeping import Seen, set_matching_aside, swept, triage_chosen
from .undoing import undo
from .watching import apply_watch
from .worklist import (
    ANY_STATE,
    NOBODY,
    NOTHING,
    UNDER_WAY,
    Worklist,
    by_article,
    by_claim,
    by_story,
    neighbours_of,
    unindexed,
)

__all__ = [
    "ANY_STATE",
    "BEARING_PARTS",
    "COUNT_CAP",
    "LONGEST_QUERY",
    "MOST_FIGURES",
    "NOBODY",
    "NOTHING",
    "UNDER_WAY",
    "ArticleCard",
    "Assigned",
    "Bearing",
    "ClaimRow",
    "Given",
    "Linked",
    "Order",
    "Seen",
    "StoryCard",
    "Worklist",
    "apply_watch",
    "article_around",
    "article_cards",
    "assign_several",
    "bearing_on",
    "best_claims",
    "by_article",
    "by_claim",
    "by_story",
    "capped_count",
    "confirm_link",
    "dismiss_finding",
    "dress",
    "dress_for_table",
    "each_once",
    "each_text",
    "figures_of_measure",
    "findings_in",
    "follow_links",
    "for_cards",
    "for_rows",
    "for_story_cards",
    "given",
    "keep_finding",
    "likely_same",
    "marks_in",
    "merge",
    "neighbours_of",
    "numbered_claims",
    "page_of",
    "passage_of",
    "propose_muted",
    "refresh",
    "refresh_recency",
    "reject_link",
    "search",
    "set_matching_aside",
    "set_old_aside",
    "show_in_tables",
    "split",
    "story_cards",
    "swept",
    "take_apart",
    "triage_chosen",
    "undo",
    "unindexed",
    "with_newest_mention",
    "with_readers",
    "with_series",
    "with_words",
]
