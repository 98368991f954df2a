"""What the forms of one page share: ids, what was kept of them, and why one was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.utils import ErrorDict

from claims.models import KeptForm, Refused

from .access import MADE_ON
from .kept import KEPT


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that kept a form from being saved, and the id of the field that mends it."""

    anchor: str
    label: str
    reason: str


class PageForm:
    """Several forms stand on one page: each gives its fields ids of its own.

    Typed on an earlier state of the page, a form remembers on which.
    """

    ids = "id_%s"
    # Whoever sent it has been told what changed on the claim meanwhile.
    knows_what_stands = False
    # What was kept of it, where it comes back unsaved; and what else was, in other tabs.
    kept: KeptForm | None = None
    kept_besides: Sequence[tuple[KeptForm, list[tuple[str, str]]]] = ()
    # Why what was sent could not be done, though each field was right.
    refused: Refused | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", self.ids)
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def made_on(self) -> str:
        """What the page knew on which it was typed; nothing if that is this very page."""
        data = getattr(self, "data", {})
        return "" if self.knows_what_stands else data.get(MADE_ON, "")

    @property
    def token(self) -> str:
        """What the form keeps on: the text that came back, or came with what was sent."""
        return self.kept.token if self.kept else getattr(self, "data", {}).get(KEPT, "")

    @property
    def words(self) -> list[tuple[str, str]]:
        """What somebody wrote into it, field by field, under the fields' labels."""
        written = (forms.TextInput, forms.Textarea)
        return [
            (str(field.label), str(field.value()))
            for field in self  # type: ignore[attr-defined]
            if isinstance(field.field.widget, written) and field.value()
        ]

    @property
    def has_file_field(self) -> bool:
        return self.is_multipart()  # type: ignore[attr-defined]

    @property
    def errors(self) -> ErrorDict:
        """Nobody has sent what was only kept, so nothing is wrong with it yet."""
        return ErrorDict() if self.kept else super().errors  # type: ignore[misc]

    @property
    def refusals(self) -> list[Refusal]:
        """All that kept it from being saved, each with the field that mends it."""
        found = [
            refusal
            for name, reasons in self.errors.items()
            for refusal in self.refusals_of(name, reasons)
        ]
        if self.refused and self.refused.gaps:
            return [*found, *(Refusal(gap.anchor, gap.text, "") for gap in self.refused.gaps)]
        return [*found, Refusal("", "", str(self.refused))] if self.refused else found

    def refusals_of(self, name: str, reasons: Iterable[Any]) -> Iterator[Refusal]:
        """Those of one field, or of the whole form."""
        if name == NON_FIELD_ERRORS:
            yield from (Refusal("", "", str(reason)) for reason in reasons)
            return
        field = self[name]  # type: ignore[index]
        yield from (Refusal(field.auto_id, str(field.label), str(reason)) for reason in reasons)
