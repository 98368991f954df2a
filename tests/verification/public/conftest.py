"""Published checks, made in one step or brought all the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from claims.models import User
from tests.signing import sign
from tests.verification.public.reading import make_check
from verification.models import Publication, VerdictVersion


@pytest.fixture
def make(editor: User) -> Callable[..., Publication]:
    return partial(make_check, editor)


@pytest.fixture
def published(signed: VerdictVersion, editor: User) -> Publication:
    return signed.publish(editor)


@pytest.fixture
def correct(published: Publication, checker: User, editor: User) -> Callable[..., Publication]:
    """Publishes the next version of the check, as a correction."""

    def next_version(**fields: Any) -> Publication:
        correction = {"correction_class": "factual", "correction_note": "The night was wrong."}
        draft = published.verdict.draft(checker).edit(checker, **{**correction, **fields})
        sign(draft.submit(checker), editor)
        return draft.publish(editor)

    return next_version
