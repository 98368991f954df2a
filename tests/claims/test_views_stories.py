"""The queue by story and a story's page: what they show, and in how many queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import Article, Claim, Event, Story, User, place
from tests.making import JUST_SEEN, make_article, make_claim, mention_claim, shown_to, states

pytestmark = pytest.mark.django_db


def make_story(number: int = 1, articles: int = 2) -> Story:
    """A story that so many outlets tell, each with a claim of its own."""
    story = Story.objects.create()
    for place_in_it in range(articles):
        article = make_article(title=f"Flood {number}", outlet=f"Outlet {place_in_it}")
        make_claim(article, f"Flood {number}.{place_in_it} took 3 boats", figure="3 boats")
        place([article.pk], story.pk)
    Story.objects.filter(pk=story.pk).refresh()
    story.refresh_from_db()
    return story


def test_the_queue_by_story_and_its_filters(client: Client, checker: User) -> None:
    one, other = make_story(1, 5), make_story(2, 1)
    page = shown_to(checker, "/queue/?by=story")
    assert "2 stories to triage" in page
    assert "5 articles" in page
    assert "2 more claims" in page
    assert f"/queue/?by=claim&amp;story={one.pk}" in page
    for narrowed in ("outlet=" + str(Article.objects.get(story=other).outlet_id), "q=Flood+1"):
        page = shown_to(checker, f"/queue/?by=story&{narrowed}")
        assert one.get_absolute_url() in page
    page = shown_to(checker, "/queue/?by=story&q=2.0")
    assert "1 story to triage" in page
    assert "are left out: Kind" in shown_to(checker, "/queue/?by=story&kind=numeric")
    of_story = shown_to(checker, f"/queue/?by=claim&story={other.pk}")
    assert "1 claim" in of_story
    assert "Of the story “Flood 2” alone" in of_story

    client.force_login(checker)
    late = make_claim(Article.objects.get(story=other), "Seen by nobody")
    known = {"made_on": late.mentions.get().pk - 1, "next": "/queue/?by=story"}
    answer = client.post(f"/stories/{other.pk}/set-rest-aside/", known)
    assert answer["Location"] == "/queue/?by=story"
    assert states([late]) == ["new"]
    client.post(f"/stories/{one.pk}/set-rest-aside/", JUST_SEEN)
    assert Claim.objects.filter(state="set_aside").count() == 6
    client.post("/undo/")
    assert Claim.objects.filter(state="set_aside").count() == 1
    # A claim of a card is triaged in place, as in every list.
    best = one.entries.latest("priority").claim
    in_place = {"shape": "item", **JUST_SEEN}
    picked = client.post(f"/claims/{best.pk}/pick/", in_place, headers={"hx-request": "true"})
    assert f"[data-claim='{best.pk}']" in picked.content.decode()
    assert page.count("""hx-vals='{"shape": "item"}'""") == 1  # the one story that "2.0" finds


def test_a_storys_page_and_its_forms(client: Client, checker: User, auditor: User) -> None:
    one, other = make_story(1), make_story(2)
    client.force_login(checker)
    assert "Ignore" not in shown_to(auditor, one.get_absolute_url())
    client.post(f"/stories/{one.pk}/rename/", {"title": "The flood"})
    assert "The flood" in shown_to(checker, one.get_absolute_url())
    for typed in (f"/stories/{one.pk}/", "999999", "x"):
        answer = client.post(f"/stories/{one.pk}/merge/", {"other": typed}, follow=True)
        assert "Choose another story" in answer.content.decode() or answer.status_code == 422
    client.post(f"/stories/{one.pk}/merge/", {"other": f"https://desk/stories/{other.pk}/"})
    moved = client.get(other.get_absolute_url(), follow=True)
    assert "has been merged into this one" in moved.content.decode()
    assert "4 articles" in moved.content.decode()
    gone = client.post(f"/stories/{other.pk}/ignore/", follow=True)
    assert "merged into" in gone.content.decode()
    asked = client.post("/undo/", follow=True)  # after a refusal it says first what that takes back
    assert "merged, " in asked.content.decode()
    client.post("/undo/")
    other.refresh_from_db()
    assert other.merged_into is None
    client.post(f"/stories/{one.pk}/ignore/")
    page = shown_to(checker, one.get_absolute_url())
    assert "This story is ignored: 2 claims are set aside" in page
    assert "Undone" in client.post("/undo/", follow=True).content.decode()
    assert Event.objects.filter(story=one, kind="undone").exists()


def test_a_card_names_the_outlets_of_its_reprints_and_acts_for_all(
    client: Client, checker: User
) -> None:
    first, copy = make_article(outlet="Agency"), make_article(outlet="Gazette")
    shared, own = make_claim(first), make_claim(copy, "Only in the copy")
    mention_claim(shared, copy)
    Article.objects.filter(pk=copy.pk).update(reprint_of=first)
    Article.objects.filter(pk=first.pk).refresh_counts()
    page = shown_to(checker, "/queue/")
    assert "1 article to triage" in page
    assert "also in" in page
    assert "Gazette" in page
    client.force_login(checker)
    client.post(f"/articles/{first.pk}/set-rest-aside/", JUST_SEEN)
    assert states([shared, own]) == ["set_aside", "set_aside"]
    client.post("/undo/")
    assert states([shared, own]) == ["new", "new"]


def test_pages_ask_as_much_of_a_few_as_of_many(client: Client, checker: User) -> None:
    client.force_login(checker)

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    story = make_story(0, 2)
    pages = ("/queue/?by=story", story.get_absolute_url())
    few = [asked(page) for page in pages]
    few = [asked(page) for page in pages]
    for number in range(1, 6):
        make_story(number, 4)
    for article in Article.objects.exclude(story=story)[:6]:
        place([article.pk], story.pk)
    Story.objects.all().refresh()
    assert [asked(page) for page in pages] == few
    assert max(few) <= 30
