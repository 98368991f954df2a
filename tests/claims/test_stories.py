"""Stories: which articles come together, what people decide, and that it stays so."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from claims.matching import group_articles
from claims.models import (
    SET_ASIDE,
    Article,
    ArticleTerm,
    Batch,
    Claim,
    Event,
    ExtractionRun,
    Mention,
    QueueEntry,
    Refused,
    Story,
    User,
)
from claims.queue import article_cards, by_article, for_cards, undo
from tests.claims.story_texts import ARTICLES, Told
from tests.making import make_article, make_claim, mention_claim, states

pytestmark = pytest.mark.django_db


def told(article: Told, **fields: object) -> Article:
    run = ExtractionRun.objects.get_or_create(rules="made", model="none", model_version="0")[0]
    fields = {"published_on": article.published_on, "title": article.title, **fields}
    return make_article(article.text, extracted_by=run, **fields)


def group(articles: Iterable[Article]) -> None:
    group_articles([article.pk for article in articles])


def stories() -> set[frozenset[str]]:
    """Which headlines stand together."""
    found = defaultdict(set)
    for title, story in Article.objects.values_list("title", "story"):
        found[story].add(title)
    return {frozenset(titles) for titles in found.values()}


def about(event: str) -> list[Told]:
    return [article for article in ARTICLES if article.event == event]


def test_each_event_is_a_story_and_look_alikes_are_two() -> None:
    """Purity 1 and completeness 1 on the written week; docs/decisions.md has the figures."""
    group(map(told, ARTICLES))
    wanted = defaultdict(set)
    for article in ARTICLES:
        wanted[article.event].add(article.title)
    assert stories() == {frozenset(titles) for titles in wanted.values()}
    karvets = Story.objects.get(articles__title="Drones kill five in Karvets")
    assert karvets.title == "Drones kill five in Karvets"
    assert (karvets.started_on.day, karvets.last_on.day, karvets.articles_count) == (2, 3, 3)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_decides_nothing(seed: int) -> None:
    """One by one, in any order, in batches of any size, cut off and run again."""
    articles = [told(article) for article in ARTICLES]
    group(articles)
    wanted = stories()
    Article.objects.update(story=None, near=None, nearness=None)
    ArticleTerm.objects.all().delete()
    chance = random.Random(seed)
    chance.shuffle(articles)
    while articles:
        size = chance.choice((1, 3, 8))
        group(articles[:size])
        group(articles[:size])
        articles = articles[size:]
    assert stories() == wanted


@pytest.fixture
def flood() -> Story:
    """The story of a flood with two claims, told by three articles."""
    articles = [told(article, outlet=article.title[:9]) for article in about("flood in Sundvik")]
    make_claim(articles[0], "6,000 residents", figure="6,000 residents", value=6000)
    mention_claim(make_claim(articles[1], "two weeks", figure="", priority=90), articles[2])
    group(articles)
    return Story.objects.get()


def entered(story: Story) -> set[int]:
    return set(QueueEntry.objects.filter(story=story).values_list("claim", flat=True))


def test_merge_and_split_stay_through_the_next_grouping(flood: Story, checker: User) -> None:
    group(map(told, about("flood in Marrow")))
    marrow = Story.objects.exclude(pk=flood.pk).get()
    merged = flood.merge(checker, [marrow])
    marrow.refresh_from_db()
    assert (marrow.survivor, flood.articles_count, flood.open_claims) == (flood, 7, 2)
    with pytest.raises(Refused, match="merged into"):
        marrow.rename(checker, "Another")
    with pytest.raises(Refused, match="merged into"):
        flood.merge(checker, [marrow])
    undo(merged, checker)
    marrow.refresh_from_db()
    flood.refresh_from_db()
    assert (marrow.articles_count, flood.articles_count) == (4, 3)
    assert marrow.title == "Marrow under water after night of rain"

    last = flood.articles.order_by("-sorted_on")[0]
    split = flood.split(checker, [last.pk])
    own = Story.objects.get(pk=split.payload["into"])
    assert (flood.articles_count, own.articles_count) == (2, 1)
    assert entered(own) < entered(flood)  # two articles tell the claim of two weeks
    group([*flood.articles.all(), last])
    extra = told(Told("", 2, last.title, last.text + " Nobody was hurt."), outlet="Post")
    group([extra])
    extra.refresh_from_db()
    assert extra.story == own
    flood.articles.update(story=own)
    with pytest.raises(Refused, match="moved since"):
        undo(split, checker)
    with pytest.raises(Refused, match="whole story"):
        own.split(checker, own.articles.values_list("pk", flat=True))
    with pytest.raises(Refused, match="in this story now"):
        own.split(checker, [0])


def test_ignoring_sets_aside_what_is_there_and_what_comes(flood: Story, checker: User) -> None:
    claims = [entry.claim for entry in flood.entries.all()]
    event = flood.ignore(checker)
    assert states(claims) == ["set_aside", "set_aside"]
    assert (flood.state, Story.objects.get().open_claims, flood.aside().count()) == (
        "ignored",
        0,
        2,
    )
    with pytest.raises(Refused, match="ignored by now"):
        flood.ignore(checker)
    late = told(
        Told("", 3, *(getattr(flood.articles.all()[2], name) for name in ("title", "text")))
    )
    new = make_claim(late, "300 metres", figure="300 metres", value=300)
    group([late])
    assert states([new]) == ["set_aside"]
    assert flood.aside().count() == 3
    by_machine = Event.objects.filter(actor=None, story=flood).get()
    assert by_machine.payload == {"why": "story_ignored"}
    undo(event, checker)
    assert states([*claims, new]) == ["new", "new", "set_aside"]
    flood.refresh_from_db()
    assert (flood.state, flood.open_claims) == ("", 2)


def test_a_claim_that_another_story_tells_stays(flood: Story, checker: User) -> None:
    claim = flood.entries.order_by("priority")[0].claim
    mention_claim(claim, other := told(about("lone: zoo")[0]))
    group([other])
    flood.ignore(checker)
    assert states([claim]) == ["new"]


def test_owner_day_title_and_who_may(
    flood: Story, checker: User, checker2: User, editor: User, auditor: User
) -> None:
    with pytest.raises(Refused, match="That day is past"):
        flood.own(checker, checker, flood.last_on)
    flood.own(checker, checker, timezone.localdate())
    assert list(Story.objects.owned_by(checker)) == [flood] == list(Story.objects.due())
    with pytest.raises(Refused, match="Only editors"):
        flood.own(checker2, checker2, None)
    flood.own(editor, checker2, None)
    with pytest.raises(Refused, match="does not check"):
        flood.own(editor, auditor, None)
    flood.rename(checker, "  The  flood ")
    assert flood.title == "The flood"
    flood.rename(checker, "")
    assert flood.title == "Flood cuts off Sundvik"
    flood.follow(checker)
    assert list(Story.objects.followed()) == [flood]
    flood.unfollow(checker)
    with pytest.raises(Refused, match="Only fact-checkers"):
        flood.follow(auditor)


def test_what_has_no_date_is_a_story_of_its_own_and_archives_have_none(flood: Story) -> None:
    first = about("flood in Sundvik")[0]
    undated = told(first, published_on=None)
    Batch.objects.create(name="Archive", for_queue=False)
    archived = told(first, batch="Archive")
    group([undated, archived])
    undated.refresh_from_db()
    archived.refresh_from_db()
    assert undated.story not in {None, flood}
    assert (undated.story.started_on, undated.story.title) == (None, first.title)
    assert archived.story is None


def test_another_version_stays_with_its_first(flood: Story) -> None:
    first = flood.articles.order_by("pk")[0]
    Article.objects.filter(pk=first.pk).update(is_latest=False)
    second = told(
        Told("", 7, "Anything else", "The zoo of Linden has an elephant."),
        root=first,
        version=2,
        previous_version=first,
    )
    group([second])
    second.refresh_from_db()
    flood.refresh_from_db()
    assert (second.story, flood.articles_count) == (flood, 3)


def test_a_text_and_nearly_the_same_text_are_one_card(checker: User) -> None:
    """The first stands for all; of an outlet, its own; what differs still shows."""
    agency = " ".join(article.text for article in about("drones on Karvets"))
    first = told(Told("", 1, "Five dead in Karvets", agency), outlet="Agency")
    copy = told(Told("", 1, "Drones: five dead", agency), outlet="Gazette")
    near = told(Told("", 2, "Karvets", agency + " More at our desk, said Jo."), outlet="Post")
    other = told(about("drones on Polne")[0], outlet="Post")
    shared = make_claim(first, "killed five people", figure="", priority=40)
    mention_claim(shared, copy)
    mention_claim(shared, near)
    only_near = make_claim(near, "said Jo", figure="", priority=80)
    only_first = make_claim(first, "Seventeen residents", figure="", priority=60)
    group([near, copy, other, first])
    assert set(first.reprints.all()) == {copy, near}
    (card,) = article_cards(list(for_cards(Article.objects.cards())))
    assert (card.article, card.article.open_claims) == (first, 3)
    assert card.article.top_priority == 80
    assert [row.claim for row in card.best] == [only_near, only_first, shared]
    assert card.also == [copy, near]

    gazette = by_article({"outlet": copy.outlet}).rows
    assert [article_cards(list(for_cards(gazette)))[0].article] == [copy]
    mentions = Mention.objects.filter(article__in=first_and_reprints(copy))
    rest = Claim.objects.filter(pk__in=mentions.values("claim"))
    event = rest.triage(SET_ASIDE, checker, article=copy)
    assert states([shared, only_near, only_first]) == ["set_aside"] * 3
    assert not Article.objects.open().exists()
    undo(event, checker)
    assert Article.objects.cards().get() == first

    # Another version of the first, with another text: the next in time stands for the others.
    Article.objects.filter(pk=first.pk).update(is_latest=False)
    later = told(Told("", 2, "Else", "Zoo news."), root=first, version=2, previous_version=first)
    group([later])
    assert set(copy.reprints.all()) == {near}
    assert Article.objects.get(pk=later.pk).reprint_of is None


def first_and_reprints(article: Article) -> QuerySet[Article]:
    return Article.objects.filter(pk=article.pk).with_reprints()
