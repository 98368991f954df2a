"""A form from a stale page: what it holds by now beside what was typed, field by field.

Whoever has been told chooses for each field that differs: theirs, mine, or, by typing,
something of both. What was not chosen stays on the page until the form is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _t

from claims.models import Stale

from .differences import Pieces, difference, without

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a field holds now and what was typed into it; the values as the field sends them."""

    name: str
    field: str
    theirs: Pieces
    mine: Pieces
    their_value: str
    my_value: str

    @property
    def choice(self) -> str:
        return choice_of(self.name)


def choice_of(name: str) -> str:
    """The name under which a form says which of the two a field shall keep."""
    return f"choice-{name}"


def take_theirs(data: QueryDict, form: BaseForm, stands: Mapping[str, Any]) -> QueryDict:
    """What was sent, with what stands in the fields for which its sender chose that."""
    chosen = data.copy()
    for name, value in stands.items():
        if data.get(choice_of(name)) == THEIRS:
            chosen[name] = _sent(form[name], value)
    return chosen


def tell_what_stands(form: Any, stale: Stale, stands: Mapping[str, Any]) -> None:
    """Say what changed meanwhile, and put both texts beside each field that differs.

    Sent again after that, the form was made on what it says now.
    """
    typed = dict(form.cleaned_data)
    form.add_error(None, str(stale))
    for name, value in stands.items():
        if name in typed and (typed[name] or "") != (value or ""):
            form.fields[name].conflict = _conflict(form[name], typed[name], value)
            form.add_error(name, _t("changed meanwhile; both texts stand at the field."))
    form.knows_what_stands = True


def _conflict(field: BoundField, typed: Any, stands: Any) -> Conflict:
    pieces = difference(_words(field, stands), _words(field, typed))
    return Conflict(
        name=field.name,
        field=str(field.label),
        theirs=without(pieces, {"new"}),
        mine=without(pieces, {"gone"}),
        their_value=_sent(field, stands),
        my_value=_sent(field, typed),
    )


def _sent(field: BoundField, value: Any) -> str:
    """A value as the field's form sends it."""
    prepared = field.field.prepare_value(value)
    return "" if prepared is None else str(prepared)


def _words(field: BoundField, value: Any) -> str:
    """A value as people read it: the label of what was chosen, or the text itself."""
    sent = _sent(field, value)
    choices = getattr(field.field, "choices", ())
    return next((str(label) for code, label in choices if sent and str(code) == sent), sent)
