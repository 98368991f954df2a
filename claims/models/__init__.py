"""The claims app's entities, by noun."""

from .articles import Article
from .batches import Batch, BatchFile, BatchRow
from .claims import Claim
from .events import Event, EventMember, SpeakerChange
from .guarding import Refused
from .mentions import Attribution, DateReference, ExtractionRun, Mention, Quantity
from .outlets import Outlet, OutletDomain
from .queue import QueueEntry
from .speakers import Speaker
from .users import User

__all__ = [
    "Article",
    "Attribution",
    "Batch",
    "BatchFile",
    "BatchRow",
    "Claim",
    "DateReference",
    "Event",
    "EventMember",
    "ExtractionRun",
    "Mention",
    "Outlet",
    "OutletDomain",
    "Quantity",
    "QueueEntry",
    "Refused",
    "Speaker",
    "SpeakerChange",
    "User",
]
