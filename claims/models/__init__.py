"""The claims app's entities, by noun, and what flows need of them."""

from .articles import Article, ArticleQuerySet
from .batches import STALLED_AFTER, Batch, BatchFile, BatchRow, store, stored_path
from .checking import (
    ASSIGNERS_ONLY,
    UNDER_CHECK,
    hands,
    require_checker,
    require_day_to_come,
)
from .chores import Chore
from .claims import (
    BEARINGS,
    DISMISS,
    KINDS,
    MOST_AT_ONCE,
    PICK,
    SET_ASIDE,
    TRIAGERS_ONLY,
    Claim,
    Triage,
)
from .counts import ClaimCount, ClaimCounts
from .deliveries import Delivery
from .events import MENDING, OF_STORIES, UNDOABLE, Event, EventMember, SpeakerChange
from .findings import FINDING_STATES, Finding, take_finding_back
from .freshness import STANDING, Stale, changed_meanwhile, newest, newest_line, require_as_shown
from .guarding import Refused, listen_to, objections, require
from .kept import KeptForm
from .links import LINK_STATES, ClaimKey, ClaimLink, take_link_back
from .mentions import (
    Attribution,
    DateReference,
    ExtractionRun,
    FigureField,
    Mention,
    Quantity,
    as_kept,
)
from .merging import DifferentFigures, figures_that_differ, undo_merging, why_not_merge
from .moves import Move, follow, log_moves
from .muting import MutedSentence
from .notices import Notice, Unmailed, concerns, ends, tell
from .outlets import Outlet, OutletDomain
from .published_checks import (
    MATCH_STATES,
    CheckMatch,
    PublishedCheck,
    PublishedCheckKey,
    take_match_back,
)
from .queue import FACETS, QueueEntry, said_by
from .readings import Reading
from .sendings import Sending
from .speakers import Speaker, take_back
from .stories import LONGEST_TITLE, Story, hold_claims, place, take_story_back
from .terms import ArticleTerm
from .transactions import atomic_with_retry, is_passing, lock, locked, one_import_at_a_time
from .users import RIGHTS, User
from .waiting import DAYS_RECENT, RECENCY, recency_points
from .watches import Sighting, Watch, folded, measures_in
from .workers import Worker

__all__ = [
    "ASSIGNERS_ONLY",
    "BEARINGS",
    "DAYS_RECENT",
    "DISMISS",
    "FACETS",
    "FINDING_STATES",
    "KINDS",
    "LINK_STATES",
    "LONGEST_TITLE",
    "MATCH_STATES",
    "MENDING",
    "MOST_AT_ONCE",
    "OF_STORIES",
    "PICK",
    "RECENCY",
    "RIGHTS",
    "SET_ASIDE",
    "STALLED_AFTER",
    "STANDING",
    "TRIAGERS_ONLY",
    "UNDER_CHECK",
    "UNDOABLE",
    "Article",
    "ArticleQuerySet",
    "ArticleTerm",
    "Attribution",
    "Batch",
    "BatchFile",
    "BatchRow",
    "CheckMatch",
    "Chore",
    "Claim",
    "ClaimCount",
    "ClaimCounts",
    "ClaimKey",
    "ClaimLink",
    "DateReference",
    "Delivery",
    "DifferentFigures",
    "Event",
    "EventMember",
    "ExtractionRun",
    "FigureField",
    "Finding",
    "KeptForm",
    "Mention",
    "Move",
    "MutedSentence",
    "Notice",
    "Outlet",
    "OutletDomain",
    "PublishedCheck",
    "PublishedCheckKey",
    "Quantity",
    "QueueEntry",
    "Reading",
    "Refused",
    "Sending",
    "Sighting",
    "Speaker",
    "SpeakerChange",
    "Stale",
    "Story",
    "Triage",
    "Unmailed",
    "User",
    "Watch",
    "Worker",
    "as_kept",
    "atomic_with_retry",
    "changed_meanwhile",
    "concerns",
    "ends",
    "figures_that_differ",
    "folded",
    "follow",
    "hands",
    "hold_claims",
    "is_passing",
    "listen_to",
    "lock",
    "locked",
    "log_moves",
    "measures_in",
    "newest",
    "newest_line",
    "objections",
    "one_import_at_a_time",
    "place",
    "recency_points",
    "require",
    "require_as_shown",
    "require_checker",
    "require_day_to_come",
    "said_by",
    "store",
    "stored_path",
    "take_back",
    "take_finding_back",
    "take_link_back",
    "take_match_back",
    "take_story_back",
    "tell",
    "undo_merging",
    "why_not_merge",
]
