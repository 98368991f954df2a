"""Articles about one event within 72 hours become a story; the same text again, a reprint.

Each article goes on with the story of the one article before it, within 72 hours, that is
nearest to it by telling terms; one that none is near to begins a story. So a story is a tree,
and an article that two stories are near to does not make one of them, as it would if all that
are near were joined. Which tree comes out depends on the articles alone and not on the order
in which they are placed: a late one becomes the one before of those that it is nearer to than
what they went on with. What weighs a term, the share of these days' articles that have it, is
read once all terms of an import are stored, so neither rows' order nor a restart nor how many
processes there are matter within one import; between imports it grows, and what was placed
stays where it was.

The work for an article does not grow with the archive: it reads terms of seven days, by index,
of those of its terms alone that few articles have, and the texts of the few that share most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from django.db.models import Count, Q

from claims.models import (
    Article,
    ArticleQuerySet,
    ArticleTerm,
    Claim,
    Refused,
    Story,
    atomic_with_retry,
    hold_claims,
    lock,
    one_import_at_a_time,
    place,
)

from .terms import nearness, resemblance, telling_terms

HOURS = 72
# Chosen on the articles of tests/claims/story_texts.py; see docs/decisions.md.
NEAR = 0.32
SAME_TEXT = 0.7
# Only those that share so much of their terms are compared word by word.
MAYBE_SAME_TEXT = 0.6
# A term that more of these days' articles have finds nobody.
MOST_WITH_TERM = 300
MOST_CANDIDATES = 60
# How many texts of one import are read at once for their terms.
AT_ONCE = 200
# How many of an archive that was there before stories were are placed beside an import's.
MOST_LEFT_OVER = 500


@dataclass(frozen=True, slots=True)
class Placed:
    """An article as grouping sees it: without its text."""

    pk: int
    story: int
    moment: datetime
    identity: str
    near: int | None
    nearness: int
    is_settled: bool

    @property
    def key(self) -> tuple[datetime, str]:
        """Its place in time; of one moment, by identity."""
        return self.moment, self.identity


@dataclass(slots=True)
class Days:
    """How many articles the days around one have, and how many of them each term."""

    around: date | None = None
    articles: int = 0
    with_term: dict[str, int] = field(default_factory=dict)

    def about(self, day: date, terms: Iterable[str]) -> Mapping[str, int]:
        """Look up the terms that are not known of these days yet."""
        reach = ArticleTerm.objects.filter(on__range=_reach(day))
        if day != self.around:
            self.around, self.with_term = day, {}
            self.articles = reach.aggregate(n=Count("article", distinct=True))["n"]
        unknown = set(terms) - self.with_term.keys()
        if unknown:
            found = reach.filter(term__in=unknown).order_by().values_list("term")
            self.with_term |= dict.fromkeys(unknown, 0) | dict(found.annotate(n=Count("pk")))
        return self.with_term


def group_articles(article_ids: Sequence[int]) -> None:
    """Put the articles into stories. Those that are in one stay there; cut off, it goes on.

    Articles of archives (batches that are not for the queue) get no story.
    """
    todo: list[tuple[int, date, str, int]] = []
    for first in range(0, len(article_ids), AT_ONCE):
        some = _waiting().filter(pk__in=article_ids[first : first + AT_ONCE])
        _store_terms(some)
        todo += some.values_list("version", "sorted_on", "identity", "pk")
    days = Days()
    for *_order, pk in sorted(todo):
        _place_article(pk, days)


def left_over() -> list[int]:
    """The newest open articles of before there were stories, or whose import was cut off."""
    newest = _waiting().open().order_by("-sorted_on", "-pk")
    return list(newest.values_list("pk", flat=True)[:MOST_LEFT_OVER])


def _waiting() -> ArticleQuerySet:
    return Article.objects.filter(story=None, batch__for_queue=True, extracted_by__isnull=False)


@atomic_with_retry
def _store_terms(articles: ArticleQuerySet) -> None:
    """Write the telling terms of dated first versions; the others are compared with nobody."""
    fresh = articles.filter(terms=None, version=1, published_on__isnull=False)
    ArticleTerm.objects.bulk_create(
        (
            ArticleTerm(article_id=pk, term=term, on=day, strength=strength)
            for pk, title, text, day in fresh.values_list("pk", "title", "text", "sorted_on")
            for term, strength in telling_terms(title, text).items()
        ),
        ignore_conflicts=True,
        batch_size=1_000,
    )


@atomic_with_retry
def _place_article(pk: int, days: Days) -> None:
    """Find its story and what it reprints, in a transaction of its own."""
    one_import_at_a_time()
    article = Article.objects.select_related("previous_version").get(pk=pk)
    if article.story_id is not None:
        return
    near = _near(article, days) if article.version == 1 and article.published_on else []
    before = article.previous_version
    moves = _moves_of_version(before) if before and before.story_id else _moves(article, near)
    followers = {root.pk: _followers(root) for _score, root in moves.along}
    hold_claims(Article.objects.filter(pk__in=[pk, *chain.from_iterable(followers.values())]))
    _find_reprints(article, near)
    story = moves.story or Story.objects.create().pk
    place([pk], story, **moves.fields)
    for score, root in moves.along:
        Article.objects.filter(pk=root.pk).update(near=pk, nearness=_thousandths(score))
        if root.story != story:
            place(followers[root.pk], story)
    left = {root.story for _score, root in moves.along} - {story}
    Story.objects.filter(pk__in={story, *left}).refresh()
    Story.objects.filter(pk__in=left, articles_count=0).update(merged_into=story)
    _keep_ignored(pk)


# --- what is near -----------------------------------------------------------


def _near(article: Article, days: Days) -> list[tuple[float, Placed]]:
    """The placed articles within 72 hours that tell of the same, the nearest first."""
    mine = dict(ArticleTerm.objects.filter(article=article).values_list("term", "strength"))
    day = article.published_on
    assert day is not None
    known = days.about(day, mine)
    rare = [term for term in mine if known[term] <= MOST_WITH_TERM]
    found = ArticleTerm.objects.filter(term__in=rare, on__range=_reach(day))
    shared = Counter[int]()
    for other, term in found.exclude(article=article).values_list("article", "term"):
        shared[other] += mine[term]
    best = sorted(shared, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]
    theirs: dict[int, dict[str, int]] = defaultdict(dict)
    for other, term, strength in ArticleTerm.objects.filter(article__in=best).values_list(
        "article", "term", "strength"
    ):
        theirs[other][term] = strength
    known = days.about(day, {term for terms in theirs.values() for term in terms})
    rated = [
        (nearness(mine, theirs[other.pk], days.articles, known), other)
        for other in _placed(best)
        if _within(other.moment, moment_of(article))
    ]
    return sorted(
        (pair for pair in rated if pair[0] >= NEAR), key=lambda pair: (-pair[0], pair[1].key)
    )


def _placed(article_ids: Collection[int]) -> list[Placed]:
    rows = Article.objects.filter(pk__in=article_ids, story__isnull=False).defer("text")
    return [
        Placed(
            row.pk,
            row.story_id or 0,
            moment_of(row),
            row.identity,
            row.near_id,
            row.nearness or 0,
            row.story_settled_by_id is not None,
        )
        for row in rows
    ]


def moment_of(article: Article) -> datetime:
    """When it was published; without a time, at the beginning of its day."""
    if article.published_at:
        return article.published_at
    return datetime.combine(article.published_on or date.min, time(), UTC)


def _within(one: datetime, other: datetime) -> bool:
    return abs(one - other) <= timedelta(hours=HOURS)


def _reach(day: date) -> tuple[date, date]:
    """The days in which an article of that day may have company."""
    reach = timedelta(hours=HOURS)
    least = date.min + reach
    return max(day, least) - reach, min(day, date.max - reach) + reach


# --- stories ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moves:
    """Where an article goes, None into a story of its own, and who goes on with it now."""

    story: int | None
    fields: Mapping[str, int | None]
    along: Sequence[tuple[float, Placed]] = ()


def _moves_of_version(before: Article) -> Moves:
    """Another version is the same article: it stays where people have put it."""
    return Moves(before.story_id, {"story_settled_by_id": before.story_settled_by_id})


def _moves(article: Article, near: Sequence[tuple[float, Placed]]) -> Moves:
    """It goes on with the nearest before it; those after it that it is nearest to, with it.

    Not out of a story in which a person has had a hand: theirs keeps its articles.
    """
    key = (moment_of(article), article.identity)
    earlier = [(score, other) for score, other in near if other.key < key]
    later = [
        (score, other)
        for score, other in near
        if other.key > key
        and not other.is_settled
        and (other.near is None or _thousandths(score) > other.nearness)
    ]
    fields: dict[str, int | None] = {}
    story: int | None
    if earlier:
        score, before = earlier[0]
        fields = {"near_id": before.pk, "nearness": _thousandths(score)}
        story = before.story
    else:
        story = next((other.story for _score, other in later if other.near is None), None)
    theirs = Story.objects.in_bulk({other.story for _score, other in later})
    along = [
        (score, other)
        for score, other in later
        if other.story == story or not theirs[other.story].is_settled
    ]
    return Moves(story, fields, along)


def _thousandths(score: float) -> int:
    return round(1000 * score)


def _followers(root: Placed) -> list[int]:
    """The article, its versions, and all that go on with it, as far as the machine placed them."""
    found, front = [root.pk], [root.pk]
    while front:
        follow = Article.objects.filter(
            Q(near__in=front) | Q(previous_version__in=front), story=root.story
        )
        front = list(
            follow.filter(story_settled_by=None).exclude(pk__in=found).values_list("pk", flat=True)
        )
        found += front
    return found


def _keep_ignored(pk: int) -> None:
    """What comes into an ignored story is set aside, and counted there."""
    article = Article.objects.select_related("story").defer("text").get(pk=pk)
    story = article.story
    if story is None or story.state != Story.State.IGNORED:
        return
    new = story.told_here_alone().filter(claim__mentions__article=article)
    claims = Claim.objects.filter(pk__in=list(new.values_list("claim", flat=True)))
    with suppress(Refused):  # none is left, or none may be
        claims.let_go(article=article, story=story, why="story_ignored")


# --- reprints ---------------------------------------------------------------


def _find_reprints(article: Article, near: Sequence[tuple[float, Placed]]) -> None:
    """Gather those of the same text or nearly the same under the first of them.

    Its former version stands for nobody any more.
    """
    group = set(_card(Article.objects.filter(sha256=article.sha256).latest_versions()))
    maybe = [other.pk for score, other in near if score >= MAYBE_SAME_TEXT]
    cards = Article.objects.filter(pk__in=maybe, reprint_of=None).latest_versions()
    for pk, text in cards.exclude(pk__in=group).values_list("pk", "text"):
        if resemblance(article.text, text) >= SAME_TEXT:
            group |= set(_card(Article.objects.filter(pk=pk)))
    _gather(group | {article.pk})
    if article.previous_version_id:
        former = _card(Article.objects.filter(pk=article.previous_version_id))
        Article.objects.filter(pk=article.previous_version_id).update(reprint_of=None)
        _gather(set(former) - {article.previous_version_id} - group - {article.pk})


def _card(articles: ArticleQuerySet) -> Iterable[int]:
    return articles.with_reprints().values_list("pk", flat=True)


def _gather(article_ids: Collection[int]) -> None:
    """The first of them in time stands for all, the others are its reprints."""
    together = Article.objects.filter(pk__in=article_ids)
    lock(together)
    rows = together.defer("text")
    ordered = sorted(
        rows, key=lambda row: (row.published_on or date.max, moment_of(row), row.identity)
    )
    if len(ordered) < 2:
        together.exclude(reprint_of=None).update(reprint_of=None)
        return
    first = ordered[0].pk
    together.filter(pk=first).exclude(reprint_of=None).update(reprint_of=None)
    together.exclude(pk=first).exclude(reprint_of=first).update(reprint_of=first)
    together.refresh_counts()
