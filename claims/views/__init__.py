"""The newsroom's pages of articles and batches, and who may see them."""

from .access import MADE_ON, DeskRequest, desk, may, note_refusal, posted_id, read_id
from .accounts import ChangePassword
from .batch_forms import BatchForm
from .choosing import ticked
from .kept import KEPT, forget_saved, forms_left, give_back, keeps_text, kept_on
from .lists_out import Column, ListOut, blocks_of
from .mend_parts import mend_of
from .page_form import PageForm, Refusal
from .triage import answer_in_place, said
from .visits import last_here

__all__ = [
    "KEPT",
    "MADE_ON",
    "BatchForm",
    "ChangePassword",
    "Column",
    "DeskRequest",
    "ListOut",
    "PageForm",
    "Refusal",
    "answer_in_place",
    "blocks_of",
    "desk",
    "forget_saved",
    "forms_left",
    "give_back",
    "keeps_text",
    "kept_on",
    "last_here",
    "may",
    "mend_of",
    "note_refusal",
    "posted_id",
    "read_id",
    "said",
    "ticked",
]
