"""From files to claims: batches, importing, recording. Loads spaCy: for the worker and commands."""

from .importing import Interrupted, Stopped, import_paths, run_batch
from .storing import Counts

__all__ = [
    "Counts",
    "Interrupted",
    "Stopped",
    "import_paths",
    "run_batch",
]
