"""From files to claims: batches, importing, recording. Loads spaCy: for the worker and commands."""

from .claimreviews import CheckCounts, import_claimreviews
from .importing import Interrupted, Stopped, import_paths, run_batch
from .storing import Counts

__all__ = [
    "CheckCounts",
    "Counts",
    "Interrupted",
    "Stopped",
    "import_claimreviews",
    "import_paths",
    "run_batch",
]
