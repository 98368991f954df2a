"""The pages on which people correct what was found, and mark what was missed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims import mending
from claims.mending import Correction
from claims.models import Attribution, Claim, Event, Mention, Quantity, Speaker, User
from tests.making import JUST_SEEN, make_article, make_claim, make_date, make_figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def send(desk: Client, mention: Mention, verb: str, **form: Any) -> Any:
    return desk.post(f"/mentions/{mention.pk}/{verb}/", JUST_SEEN | form)


def test_each_finding_is_corrected_by_a_plain_form_and_undone(desk: Client) -> None:
    article = make_article("On Friday the Harl dam held 40 million litres, Ada Wyle said.")
    claim = make_claim(article, "On Friday the Harl dam held 40 million litres")
    day = make_date(article, "Friday", article.published_on)
    mention, figure = claim.mentions.get(), Quantity.objects.get()
    attribution = Attribution.objects.get()

    assert send(desk, mention, "span", step="start-later").status_code == 302
    mention.refresh_from_db()
    assert mention.text == "Friday the Harl dam held 40 million litres"
    send(desk, mention, "span", start=3, end=46)
    send(desk, mention, "date", row=day.pk, first="2025-08-29", last="2025-08-29")
    send(
        desk, mention, "figure", row=figure.pk, amount="41 million", modifier="about", unit="litre"
    )
    send(desk, mention, "attitude", row=attribution.pk, attitude="denies")
    answer = send(
        desk,
        mention,
        "speaker",
        row=attribution.pk,
        names="Orrin Vale; Ada Wyle",
        new_kind="person",
    )
    assert answer["Location"] == f"/claims/{mention.claim_id}/#mend"
    claim = Mention.objects.get(pk=mention.pk).claim
    assert {str(who) for who in claim.said_by} == {"Orrin Vale", "Ada Wyle"}
    assert str(claim.period_from) == "2025-08-29"
    page = desk.get(f"/claims/{claim.pk}/").content.decode()
    for told in ("Proposed:", "41,000,000", "about", "Orrin Vale"):
        assert told in page
    desk.post("/undo/")
    assert Speaker.objects.filter(attributions=attribution).get().name == "Ada Wyle"
    send(desk, mention, "reject", what="figure", row=figure.pk)
    assert not mention.quantities.live().exists()
    send(desk, mention, "reject", what="mention")
    assert "This was rejected" in desk.get(f"/mentions/{mention.pk}/").content.decode()
    assert Claim.objects.get(pk=mention.claim_id).state == "dismissed"


def test_what_is_refused_comes_back_with_what_was_typed(desk: Client, checker2: User) -> None:
    mention, figure = make_claim().mentions.get(), Quantity.objects.get()
    typed = {"row": figure.pk, "amount": "1234567890123456", "modifier": "exact", "unit": "litre"}
    answer = send(desk, mention, "figure", **typed)
    assert answer.status_code == 409
    assert "more than 15 digits" in answer.content.decode()
    assert 'value="1234567890123456"' in answer.content.decode()
    assert send(desk, mention, "figure", row=figure.pk, modifier="exact").status_code == 422
    assert send(desk, mention, "speaker", names="Nobody Known").status_code == 409
    assert send(desk, mention, "span", start=5, end=9_999).status_code == 409
    assert (
        send(desk, mention, "figure", row=10**17, amount="4", modifier="exact").status_code == 404
    )

    # A colleague corrects the same while one types: both are seen.
    seen = mention.claim.history.count()
    mending.correct_figure(figure, checker2, Correction("41 million", unit="litre"))
    answer = send(
        desk, mention, "figure", row=figure.pk, amount="42 million", modifier="exact", made_on=seen
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "by checker2 at" in page
    assert 'value="42 million"' in page
    figure.refresh_from_db()
    assert figure.low == 41_000_000


def test_a_missed_claim_is_marked_by_its_words_or_its_place(desk: Client) -> None:
    article = make_article("Vell has 300 sheep.\n\nHarl \U0001f411 too: Vell has 300 sheep.")
    address = f"/articles/{article.pk}/mark/"
    assert desk.get(address).status_code == 200
    speaker = {"names": "Vell Post", "new_kind": "organisation"}
    answer = desk.post(address, {"words": "Vell has 300 sheep", **speaker})
    assert answer.status_code == 422
    assert answer.content.decode().count("Mark it here") == 2
    assert "do not stand in the article" in desk.post(address, {"words": "No."}).content.decode()
    assert desk.post(address, {}).status_code == 422
    place = {"start": 33, "end": 51}  # code points: the sheep is one
    answer = desk.post(address, {"words": "Vell has 300 sheep", **place, **speaker})
    marked = Mention.objects.get()
    assert answer["Location"] == f"/mentions/{marked.pk}/"
    assert (marked.text, marked.start) == ("Vell has 300 sheep", 33)
    assert Event.objects.get().kind == "marked"
    assert f'data-start="{article.text.index("Harl")}"' in (
        desk.get(f"/articles/{article.pk}/").content.decode()
    )


def test_the_article_itself_is_chosen_or_named(desk: Client) -> None:
    article = make_article("Vell has 300 sheep.\n\nThe flock is the pride of Harl.")
    address = f"/articles/{article.pk}/mark/"
    assert "the article itself (Vell Courier)" in desk.get(address).content.decode()
    assert desk.post(address, {"words": "Nobody knows", "names": "vell courier"}).status_code == 422
    words = "The flock is the pride of Harl"
    desk.post(address, {"words": words, "names": "vell  courier"})
    mention = Mention.objects.get()
    (courier,) = mention.claim.said_by
    assert (courier.name, courier.kind) == ("Vell Courier", "organisation")

    claim = make_claim(article, "Vell has 300 sheep", figure="300 sheep", value=300, speaker="")
    other = claim.mentions.get()
    assert "the article itself (Vell Courier)" in desk.get(f"/claims/{claim.pk}/").content.decode()
    assert send(desk, other, "speaker", names="").status_code == 422
    assert send(desk, other, "speaker", new_kind="itself").status_code == 302
    assert Mention.objects.get(pk=other.pk).claim.said_by == [courier]
    row = Attribution.objects.get(mentions=other)
    send(desk, other, "speaker", row=row.pk, names="Ada Wyle", new_kind="person")
    send(desk, other, "speaker", row=row.pk, names="Ada Wyle", new_kind="itself")
    assert [str(who) for who in row.speakers.all()] == ["Ada Wyle"]


def test_the_page_of_a_mention_asks_the_same_however_much_it_holds(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    words = "Wells gave 2 litres, 3 litres and 4 litres"
    claim = make_claim(make_article(f"{words} on Friday."), words, figure="2 litres", value=2)
    mention = claim.mentions.get()
    counts = []
    for more in ("3 litres", "4 litres"):
        with django_assert_max_num_queries(16) as asked:
            assert desk.get(f"/mentions/{mention.pk}/").status_code == 200
        counts.append(len(asked))
        mention.quantities.add(make_figure(mention.article, more, 3))
    assert len(set(counts)) == 1
