"""From files to claims: batches, importing, recording. Loads spaCy: for the worker and commands."""

from .importing import Counts, Stopped, import_paths, run_batch

__all__ = [
    "Counts",
    "Stopped",
    "import_paths",
    "run_batch",
]
