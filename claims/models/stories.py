"""Stories: articles about one event within days, and what people decide about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, Max, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .checking import require_day_to_come
from .claims import SET_ASIDE, Claim
from .events import Event
from .guarding import Refused, merged_meanwhile, require
from .mentions import Mention
from .queue import QueueEntry
from .transactions import atomic_with_retry, lock, locked, one_import_at_a_time

if TYPE_CHECKING:
    from .users import User

EDITORS_OF_STORIES = _("Only fact-checkers and editors change stories.")
LONGEST_TITLE = 200
# One deed's upper bound: all of a story's articles are written into its event.
MOST_ARTICLES = 2_000


class StoryQuerySet(models.QuerySet["Story"]):
    def standing(self) -> Self:
        """Those that are merged into no other and have an article."""
        return self.filter(merged_into=None, articles_count__gt=0)

    def open(self) -> Self:
        """Stories with claims that nobody has triaged yet."""
        return self.filter(merged_into=None, open_claims__gt=0)

    def followed(self) -> Self:
        return self.standing().filter(state=Story.State.FOLLOWED)

    def owned_by(self, user: Any) -> Self:
        """What this person looks after, what is due first."""
        return self.standing().filter(owner=user).order_by("due_on", "-id")

    def due(self) -> Self:
        """Stories whose day has come."""
        return self.standing().filter(due_on__lte=timezone.localdate())

    @atomic_with_retry
    def refresh(self) -> None:
        """Work out again what a story has from its articles: days, headline, claims to triage."""
        ids = list(self.order_by().values_list("pk", flat=True))
        lock(Story.objects.filter(pk__in=ids))
        articles = Article.objects.latest_versions().filter(story=OuterRef("pk")).order_by()
        each = articles.values("story")
        titled = articles.exclude(title="").order_by("sorted_on", "identity")
        these = Story.objects.filter(pk__in=ids)
        these.update(
            started_on=Subquery(each.annotate(first=Min("published_on")).values("first")),
            last_on=Subquery(each.annotate(last=Max("published_on")).values("last")),
            sorted_on=Coalesce(Subquery(each.annotate(l=Max("sorted_on")).values("l")), date.min),
            articles_count=Coalesce(Subquery(each.annotate(n=Count("pk")).values("n")), 0),
        )
        these.filter(titled_by=None).update(
            title=Coalesce(Subquery(titled.values("title")[:1]), Value(""))
        )
        these.refresh_counts()

    def refresh_counts(self) -> None:
        """Count each story's untriaged claims and find the best one's priority again."""
        ids = list(self.order_by().values_list("pk", flat=True))
        lock(Story.objects.filter(pk__in=ids))
        new = QueueEntry.objects.filter(story=OuterRef("pk"), state=Claim.State.NEW)
        each = new.order_by().values("story")
        Story.objects.filter(pk__in=ids).update(
            open_claims=Coalesce(Subquery(each.annotate(n=Count("pk")).values("n")), 0),
            top_priority=Coalesce(Subquery(each.annotate(top=Max("priority")).values("top")), 0),
        )


class Story(models.Model):
    """Articles about one event.

    The machine puts articles together (:mod:`claims.matching`); what a person has named,
    merged or split stays so. One merged into another keeps its row and its address, and
    has no articles: the event of the merge knows whose they were.
    """

    class State(models.TextChoices):
        NONE = "", _("neither")
        FOLLOWED = "followed", _("followed")
        IGNORED = "ignored", _("ignored")

    title = models.TextField(_("title"), blank=True)
    titled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("renamed by"),
        help_text=_("Empty: the title is its first article's headline."),
    )
    started_on = models.DateField(_("first article"), null=True, blank=True)
    last_on = models.DateField(_("last article"), null=True, blank=True)
    sorted_on = models.DateField(default=date.min, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("owner"),
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    articles_count = models.PositiveIntegerField(_("articles"), default=0)
    open_claims = models.PositiveIntegerField(_("claims to triage"), default=0)
    top_priority = models.IntegerField(_("priority of the best of them"), default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="story_not_into_itself"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(articles_count=0), name="story_merged_is_empty"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-top_priority", "-id"],
                condition=Q(merged_into=None, open_claims__gt=0),
                name="story_open_by_priority",
            ),
            models.Index(
                fields=["-sorted_on", "-id"],
                condition=Q(merged_into=None, open_claims__gt=0),
                name="story_open_by_date",
            ),
            models.Index(
                fields=["-sorted_on", "-id"],
                condition=Q(state="followed", merged_into=None),
                name="story_followed",
            ),
            models.Index(fields=["due_on"], condition=Q(due_on__isnull=False), name="story_due_on"),
        ]

    def __str__(self) -> str:
        return self.title or _t("Story %(number)s") % {"number": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.pk])

    @property
    def is_settled(self) -> bool:
        """Has a person had a hand in it? Then the machine takes no article out of it."""
        return bool(self.titled_by_id or self.state or self.owner_id or self.due_on)

    @property
    def survivor(self) -> Story:
        """The story that this one's articles are in now."""
        found = self
        while found.merged_into:
            found = found.merged_into
        return found

    @atomic_with_retry
    def rename(self, by: User, title: str) -> Event:
        """Give it a title of one's own; an empty one gives the headline back."""
        title = " ".join(title.split())
        if len(title) > LONGEST_TITLE:
            raise Refused(_t("A title has at most %d characters.") % LONGEST_TITLE)
        self._hold(by)
        before = self.title
        self.title, self.titled_by = title or self.title, by if title else None
        self.save(update_fields=["title", "titled_by"])
        if not title:
            Story.objects.filter(pk=self.pk).refresh()
            self.refresh_from_db(fields=["title"])
        return self._log(Event.Kind.RENAMED, by, before=before, after=self.title)

    @atomic_with_retry
    def follow(self, by: User) -> Event:
        """Keep an eye on it: it stands at home among the followed ones."""
        return self._turn(by, Event.Kind.FOLLOWED, self.State.FOLLOWED)

    @atomic_with_retry
    def unfollow(self, by: User) -> Event:
        return self._turn(by, Event.Kind.UNFOLLOWED, self.State.NONE, of=self.State.FOLLOWED)

    @atomic_with_retry
    def ignore(self, by: User) -> Event:
        """Set its untriaged claims aside, and those that still come: one event, one undo.

        A claim that another story tells too stays: that one is not ignored.
        """
        require(by, "claims.triage_claim", EDITORS_OF_STORIES)
        rest = Claim.objects.filter(pk__in=self.told_here_alone().values("claim"))
        lock(rest)
        event = self._turn(by, Event.Kind.IGNORED, self.State.IGNORED)
        rest.set_aside_with(event)
        return event

    @atomic_with_retry
    def heed(self, by: User) -> Event:
        """Ignore it no longer. What was set aside meanwhile stays, and new claims come in."""
        return self._turn(by, Event.Kind.HEEDED, self.State.NONE, of=self.State.IGNORED)

    @atomic_with_retry
    def own(self, by: User, owner: User | None, due_on: date | None) -> Event:
        """Say who looks after it, and until when. Who may not assign takes it for themselves."""
        self._hold(by)
        theirs = {None, by.pk}
        if not by.has_perm("claims.assign_claim") and (
            self.owner_id not in theirs or (owner and owner.pk) not in theirs
        ):
            raise Refused(_t("Only editors give a story to others, or take it from them."))
        if owner and not owner.has_perm("claims.triage_claim"):
            raise Refused(_t("%s does not check claims.") % owner)
        require_day_to_come(due_on, self.due_on)
        self.owner, self.due_on = owner, due_on
        self.save(update_fields=["owner", "due_on"])
        named = {"owner": owner.username if owner else "", "due": due_on and due_on.isoformat()}
        return self._log(Event.Kind.ASSIGNED, by, **named)

    @atomic_with_retry
    def merge(self, by: User, others: Collection[Story]) -> Event:
        """Say that the others tell of the same: their articles are this story's from now on.

        Raises:
            Refused: without the permission, with itself, or when one is merged already.
        """
        one_import_at_a_time()  # what an import places, it places before or after
        gone = {other.pk for other in others} - {self.pk}
        if not gone:
            raise Refused(_t("Choose another story."))
        require(by, "claims.triage_claim", EDITORS_OF_STORIES)
        articles = Article.objects.filter(story__in={*gone, self.pk})
        hold_claims(articles)
        rows = {row.pk: row for row in locked(Story.objects.filter(pk__in={*gone, self.pk}))}
        _require_standing(rows.values())
        event = Event.objects.create(
            kind=Event.Kind.MERGED,
            actor=by,
            story=self,
            payload={"merged": sorted(gone), "moved": _move(articles, self.pk, by)},
        )
        Story.objects.filter(pk__in=gone).update(merged_into=self.pk, **_EMPTY)
        Story.objects.filter(pk=self.pk).refresh()
        self.refresh_from_db()
        return event

    @atomic_with_retry
    def split(self, by: User, article_ids: Collection[int]) -> Event:
        """Make a story of its own of these articles; neither half is put together again.

        The event's payload says which story it made: ``into``.

        Raises:
            Refused: without the permission, for none or all of them, or where one has moved.
        """
        one_import_at_a_time()
        require(by, "claims.triage_claim", EDITORS_OF_STORIES)
        everything = Article.objects.filter(story=self)
        chosen = everything.filter(
            identity__in=everything.filter(pk__in=article_ids).values("identity")
        )
        hold_claims(everything)
        _require_standing(locked(Story.objects.filter(pk=self.pk)))
        if not article_ids or everything.filter(pk__in=article_ids).count() < len(set(article_ids)):
            raise Refused(_t("Choose articles that are in this story now."))
        if (
            not everything.latest_versions()
            .exclude(identity__in=chosen.values("identity"))
            .exists()
        ):
            raise Refused(_t("That is the whole story: leave an article in it."))
        into = Story.objects.create()
        moved = _move(chosen, into.pk, by)
        stays = _move(everything, self.pk, by)
        event = Event.objects.create(
            kind=Event.Kind.SPLIT,
            actor=by,
            story=self,
            payload={"into": into.pk, "moved": moved, "stayed": stays},
        )
        Story.objects.filter(pk__in=[self.pk, into.pk]).refresh()
        self.refresh_from_db()
        return event

    def claims_to_triage(self) -> models.QuerySet[QueueEntry]:
        return QueueEntry.objects.filter(story=self, state=Claim.State.NEW)

    def told_here_alone(self) -> models.QuerySet[QueueEntry]:
        """Its claims to triage, less those that a story tells which nobody ignores."""
        elsewhere = QueueEntry.objects.filter(claim=OuterRef("claim"), story__isnull=False)
        heeded = elsewhere.exclude(story=self).exclude(story__state=Story.State.IGNORED)
        return self.claims_to_triage().filter(~Exists(heeded))

    def aside(self) -> models.QuerySet[QueueEntry]:
        """Its claims that are set aside: an ignored story's are counted still."""
        return QueueEntry.objects.filter(story=self, state=Claim.State.SET_ASIDE)

    @atomic_with_retry
    def set_rest_aside(self, by: User, newest_mention: int) -> Event:
        """Set aside what a page showed of it and nobody has triaged: one event, one undo."""
        mentions = Mention.objects.live().filter(article__story=self, pk__lte=newest_mention)
        rest = Claim.objects.filter(pk__in=mentions.values("claim"), state=Claim.State.NEW)
        return rest.triage(SET_ASIDE, by, story=self)

    def _turn(self, by: User, kind: Event.Kind, state: str, of: str | None = None) -> Event:
        self._hold(by)
        if self.state == state or (of is not None and self.state != of):
            raise Refused(
                _t("“%(story)s” is %(state)s by now.")
                % {"story": self, "state": self.get_state_display()}
            )
        before, self.state = self.state, state
        self.save(update_fields=["state"])
        return self._log(kind, by, before=before)

    def _hold(self, by: User) -> None:
        """Hold it, read anew, for somebody who may change it.

        Raises:
            Refused: without the permission, or where it was merged meanwhile.
        """
        require(by, "claims.triage_claim", EDITORS_OF_STORIES)
        lock(Story.objects.filter(pk=self.pk))
        self.refresh_from_db()
        _require_standing([self])

    def _log(self, kind: Event.Kind, by: User | None, **payload: Any) -> Event:
        return Event.objects.create(kind=kind, actor=by, story=self, payload=payload)


_EMPTY: dict[str, Any] = {"articles_count": 0, "open_claims": 0, "top_priority": 0}


def _require_standing(stories: Iterable[Story]) -> None:
    for story in stories:
        if why := merged_meanwhile(story):
            raise Refused(why)


def hold_claims(articles: models.QuerySet[Article]) -> None:
    """Hold the claims of the articles; before the articles themselves, as everywhere."""
    lock(Claim.objects.filter(mentions__article__in=articles.order_by().values("pk")))


def _move(articles: models.QuerySet[Article], into: int, by: User | None) -> list[list[int | None]]:
    """Put the articles into the story, settled by whoever says so; gives where they were."""
    found = articles.order_by("pk").values_list("pk", "story", "story_settled_by")
    rows = list(found[: MOST_ARTICLES + 1])
    if len(rows) > MOST_ARTICLES:
        raise Refused(_t("More than %d articles are not moved at once.") % MOST_ARTICLES)
    place([pk for pk, _story, _by in rows], into, story_settled_by=by)
    return [list(row) for row in rows]


def place(article_ids: Collection[int], story: int | None, **fields: Any) -> None:
    """Put the articles into the story, and let the queue follow; refresh the stories after."""
    articles = Article.objects.filter(pk__in=article_ids)
    hold_claims(articles)
    lock(articles)
    articles.update(story=story, **fields)
    claims = Mention.objects.live().filter(article__in=article_ids).order_by("claim")
    QueueEntry.objects.follow_stories(list(claims.values_list("claim", flat=True).distinct()))


def take_story_back(event: Event) -> None:
    """Put a story back as it was before it was merged, split or ignored.

    Raises:
        Refused: it, or one of its articles, has moved on since.
    """
    assert event.story is not None
    if "moved" in event.payload:
        _take_articles_back(event, event.story)
        return
    story = locked(Story.objects.filter(pk=event.story.pk)).get()
    if story.state != Story.State.IGNORED or story.merged_into_id:
        raise Refused(_t("“%s” is not ignored any more; nothing was undone.") % story)
    story.state = event.payload["before"]
    story.save(update_fields=["state"])


def _take_articles_back(event: Event, story: Story) -> None:
    """All of the articles that were merged or split, or none of them."""
    one_import_at_a_time()
    merged: list[int] = event.payload.get("merged", [])
    into: int = event.payload.get("into", story.pk)
    placed = dict.fromkeys((row[0] for row in event.payload["moved"]), into)
    placed |= dict.fromkeys((row[0] for row in event.payload.get("stayed", [])), story.pk)
    articles = Article.objects.filter(pk__in=placed)
    hold_claims(articles)
    touched = Story.objects.filter(pk__in={story.pk, into, *merged})
    rows = {row.pk: row for row in locked(touched)}
    stand = all(
        row.merged_into_id == (story.pk if row.pk in merged else None) for row in rows.values()
    )
    if not stand or dict(articles.values_list("pk", "story")) != placed:
        raise Refused(_t("These articles have been moved since; nothing was undone."))
    touched.filter(pk__in=merged).update(merged_into=None)
    back: dict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    for pk, before, by in event.payload["moved"] + event.payload.get("stayed", []):
        back[before, by].append(pk)
    for (before, by), pks in back.items():
        place(pks, before, story_settled_by=by)
    touched.refresh()
