"""The newsroom's pages of articles and batches, and who may see them."""

from .access import DeskRequest, desk, may, posted_id, read_id
from .batch_forms import BatchForm

__all__ = [
    "BatchForm",
    "DeskRequest",
    "desk",
    "may",
    "posted_id",
    "read_id",
]
