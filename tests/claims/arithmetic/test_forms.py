"""Every form of arithmetic fits the sentence that it carries."""

from __future__ import annotations

import re

import pytest

from claims.figures.arithmetic import changing, shares
from claims.figures.arithmetic.forms import Form

# A year is none, and no half of a year
_FIGURE = re.compile(
    r"(?:about |more than |nearly )?(?:[€$]?(?<!\d)(?!(?:19|20)\d\d\b)\d[\d,]*(?: million)?"
    r"(?: percent)?|two thirds|three quarters|(?:a )?third|(?<!first )half|three times)\b",
    re.IGNORECASE,
)
FORMS = [
    form
    for module in (changing, shares)
    for table in vars(module).values()
    if isinstance(table, tuple)
    for form in table
    if isinstance(form, Form)
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_it_fits_its_example(form: Form) -> None:
    shape = _FIGURE.sub("¤", form.example)
    assert form.pattern.search(shape), shape
