"""A wording that differs from its mentions: warned of, seen, and told to who submits and signs."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils.timezone import now

from claims.labels import DEPARTURES
from claims.matching import is_far_off
from claims.models import Claim, Event, Quantity, User
from tests.making import JUST_SEEN, make_figure, shown_to
from verification.evidence import gathering as evidencing
from verification.models import Differs, Lacking, VerdictVersion

pytestmark = pytest.mark.django_db

OTHER = "Russia fired 115 drones overnight"
WARNED = "it says 115, they say 112"


@pytest.fixture
def counted(claim: Claim) -> Quantity:
    """The figure of the claim's mention."""
    mention = claim.mentions.get()
    figure = make_figure(mention.article, "112", 112, kind="count", unit="")
    mention.quantities.add(figure)
    return figure


def test_it_is_warned_of_kept_and_goes_through_once_seen(
    client: Client, claim: Claim, counted: Quantity, checker: User
) -> None:
    client.force_login(checker)
    claim.take(checker)
    address = f"/claims/{claim.pk}/word/"
    assert "differs_on_purpose" not in shown_to(checker, claim.get_absolute_url())
    typed = {"wording": OTHER, "checks": "content", **JUST_SEEN}
    warned = client.post(address, typed)
    page = warned.content.decode()
    assert (warned.status_code, Claim.objects.get(pk=claim.pk).wording_confirmed_at) == (409, None)
    assert WARNED in page
    assert OTHER in page
    assert 'name="differs_on_purpose"' in page
    client.post(address, {**typed, "differs_on_purpose": "on"})
    event = Event.objects.get(kind="worded")
    assert event.payload["differs"] == [
        {"code": "figure_changed", "wording": "115", "stated": "112"}
    ]
    # The same to its rounding and in other words needs no tick.
    client.post(address, {**typed, "wording": "Overnight, Russia fired 112 drones"})
    assert "differs" not in Event.objects.filter(kind="worded").latest("pk").payload


def test_what_differs_unseen_is_not_submitted_and_what_was_seen_is_told_to_the_signer(
    submitted: VerdictVersion, counted: Quantity, checker: User, editor: User
) -> None:
    claim = submitted.verdict.claim
    assert "The wording differs" not in shown_to(editor, f"/signoff/{submitted.pk}/")
    with pytest.raises(Differs, match=WARNED):
        evidencing.word(claim, checker, OTHER, "content")
    evidencing.word(claim, checker, OTHER, "content", differs_on_purpose=True)
    version = submitted.verdict.draft(checker).submit(checker)
    page = shown_to(editor, f"/signoff/{version.pk}/")
    assert WARNED in page
    assert "checker has seen this and means it so" in page
    # The figure is corrected afterwards: nobody has seen how the wording differs from that.
    corrected = {"low": 111, "high": 111, "least": 110.5, "most": 111.5, "touched_at": now()}
    Quantity.objects.filter(pk=counted.pk).update(**corrected)
    draft = version.verdict.draft(checker)
    assert "nobody has said that this is meant so" in shown_to(editor, f"/signoff/{version.pk}/")
    with pytest.raises(Lacking, match="The wording differs"):
        draft.submit(checker)
    assert "change or confirm it" in shown_to(checker, claim.get_absolute_url())


def test_each_code_has_words() -> None:
    assert set(DEPARTURES) == {
        *("figure_changed", "figure_missing", "figure_added"),
        *("name_missing", "name_added", "polarity"),
    }


@pytest.mark.parametrize(
    ("first", "last", "text", "is_far"),
    [
        (date(2019, 3, 1), date(2019, 3, 31), "It fell in March", True),
        (date(2027, 1, 1), date(2027, 12, 31), "It will fall by then", True),
        (date(2019, 3, 1), date(2019, 3, 31), "It fell in March 2019", False),
        (date(2024, 9, 1), None, "It fell a year ago", False),
        (None, None, "It fell", False),
    ],
)
def test_a_period_far_from_the_article_is_marked_where_no_year_is_written(
    claim: Claim, checker: User, first: date | None, last: date | None, text: str, is_far: bool
) -> None:
    assert is_far_off(first, last, date(2025, 9, 5), text) is is_far
    assert not is_far_off(first, last, None, text)
    Claim.objects.filter(pk=claim.pk).update(
        period_from=first, period_to=last, published_on=date(2025, 9, 5)
    )
    marked = "far from the article" in shown_to(checker, claim.get_absolute_url())
    assert marked is is_far or "20" in text
