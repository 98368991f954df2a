"""The newsroom's pages of articles and batches, and who may see them."""

from .access import MADE_ON, DeskRequest, desk, may, posted_id, read_id
from .accounts import ChangePassword
from .batch_forms import BatchForm
from .kept import keeps_text, kept

__all__ = [
    "MADE_ON",
    "BatchForm",
    "ChangePassword",
    "DeskRequest",
    "desk",
    "keeps_text",
    "kept",
    "may",
    "posted_id",
    "read_id",
]
