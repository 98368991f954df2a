"""The newsroom's pages of articles and batches, and who may see them."""

from .access import MADE_ON, DeskRequest, desk, may, posted_id, read_id
from .batch_forms import BatchForm

__all__ = [
    "MADE_ON",
    "BatchForm",
    "DeskRequest",
    "desk",
    "may",
    "posted_id",
    "read_id",
]
