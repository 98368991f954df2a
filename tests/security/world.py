"""A claim on its way to readers, brought as far as a row of the tables asks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.text import slugify

from claims import jobs, tasks
from claims.models import (
    Attribution,
    Batch,
    Chore,
    Claim,
    ClaimCount,
    Delivery,
    KeptForm,
    MutedSentence,
    Quantity,
    Speaker,
    Story,
    User,
    Watch,
    place,
)
from claims.models.batches import store
from claims.queue import merge
from tests.making import (
    DAY,
    make_article,
    make_claim,
    make_date,
    make_finding,
    make_link,
    make_match,
    mention_claim,
)
from tests.signing import evidence_in, sign
from verification.evidence import gathering as evidencing
from verification.models import Correction, Rating, RatingScale, SavedFilter, Snapshot, Source

MINE, THEIRS = "mine", "theirs"
# Each in words of its own, so that a page which shows it can be told.
SAID = {
    "headline": "As full as its keeper says",
    "reasoning": "The gauge read forty on both days.",
    "unknowns": "How much of it is silt.",
    "why_checked": "Two towns drink from it.",
    "only_source_reason": "Nobody else measures there.",
    "other_side_reason": "Searched, no lower reading found.",
}


class World:
    """What the addresses are of; each stage begins with the one before it.

    In somebody's own world they did all that they may before: picked the claim, own it,
    wrote its verdict, took its check down. In nobody's, a colleague did. A second editor
    signs and publishes in either.
    """

    def __init__(self, me: User | None) -> None:
        self.colleague = User.objects.get(username="checker2")
        self.second = User.objects.get(username="editor2")
        self.owner = me or self.colleague
        publishes = me and me.has_perm("verification.publish_verdictversion")
        self.publisher = me if me and publishes else self.second

    def args(self, of: str) -> list[Any]:
        """The arguments of an address of that thing."""
        match of:
            case "":
                return []
            case "slug":
                return [self.publication.slug]
            case "numbered":
                return [self.publication.slug, self.version.number]
            case "unpublished":
                return [self.slug]
            case "link":
                uid = urlsafe_base64_encode(force_bytes(self.colleague.pk))
                return [uid, default_token_generator.make_token(self.colleague)]
            case "table":
                return ["ratings"]
            case "app":
                return ["claims"]
            case "object":
                kind = ContentType.objects.get_for_model(self.claim)
                return [kind.pk, self.claim.pk]
            case _ if "." in of:  # any of the model, for pages that are alike for all
                return [apps.get_model(of)._default_manager.values_list("pk", flat=True)[0]]
            case _:
                return [getattr(self, of).pk]

    # --- before anybody has it ----------------------------------------------------

    def new(self) -> None:
        self.article = make_article()
        self.claim = make_claim(self.article)
        self.batch, self.mention = self.article.batch, self.claim.mentions.get()
        self.speaker = Speaker.objects.get()

    def dated(self) -> None:
        """Its claim says on which day."""
        self.article = make_article("On Friday the Harl dam held 40 million litres.")
        self.claim = make_claim(self.article, "On Friday the Harl dam held 40 million litres")
        self.mention = self.claim.mentions.get()
        self.day = make_date(self.article, "Friday", DAY)

    def told(self) -> None:
        """Two articles tell the claim's story, and there is another one."""
        self.new()
        self.story, self.other_story = (Story.objects.create() for _ in range(2))
        self.second_article = make_article()
        place([self.article.pk, self.second_article.pk], self.story.pk)
        place([make_article().pk], self.other_story.pk)
        Story.objects.refresh()

    def followed(self) -> None:
        self.told()
        self.story.follow(self.owner)

    def ignored(self) -> None:
        self.told()
        self.event = self.story.ignore(self.owner)

    def twice_said(self) -> None:
        """Another article says it, and there is another claim that may be the same."""
        self.new()
        mention_claim(self.claim, make_article())
        self.twin = make_claim()

    def merged(self) -> None:
        self.twice_said()
        merge(self.claim, self.colleague, self.twin)

    def namesakes(self) -> None:
        """The speaker has an alias, and there is another who may be the same."""
        self.new()
        self.alias = Speaker.objects.create(name="O. Vale", merged_into=self.speaker)
        Speaker.objects.create(name="Orrin Vale-Hart")

    def under_way(self) -> None:
        self.new()
        Batch.objects.update(state=Batch.State.RUNNING, moved_at=timezone.now())

    def stopped(self) -> None:
        self.new()
        Batch.objects.update(state=Batch.State.STOPPED)

    def queued(self) -> None:
        self.new()
        self.event = self.claim.pick(self.owner)

    def watched(self) -> None:
        """The desk looks out for a word."""
        self.new()
        self.watch = Watch.objects.start(self.owner, kind="word", words="dam")

    def repeated(self) -> None:
        """Its outlet states the claim again and again, and nobody has said what it is."""
        self.new()
        self.sentence = MutedSentence.objects.create(
            claim=self.claim, outlet=self.article.outlet, articles=9, days=9
        )

    def linked(self) -> None:
        """Another claim contradicts it, and its figures do not add up."""
        self.new()
        self.link_made = make_link(self.claim, make_claim())
        self.finding = make_finding(self.claim)
        self.match = make_match(self.claim)

    def let_go(self) -> None:
        """Nobody picked it: the machine set it aside."""
        self.new()
        self.event = Claim.objects.filter(pk=self.claim.pk).let_go(why="age", days=3)

    def with_tab(self) -> None:
        """Its owner has saved a filter."""
        self.new()
        self.tab = SavedFilter.objects.keep(self.owner, "Numbers", {"kind": "numeric"})

    def with_shared_tab(self) -> None:
        self.with_tab()
        SavedFilter.objects.update(is_shared=True)

    def dismissed(self) -> None:
        self.new()
        self.event = self.claim.dismiss(self.owner, "not_a_claim")

    def kept(self) -> None:
        """Its owner has typed a wording and not saved it."""
        self.new()
        self.token = KeptForm.objects.keep(
            "",
            user=self.owner,
            page="claim",
            subject=self.claim.pk,
            verb="word",
            fields={"wording": ["It holds"]},
        ).token

    # --- while it is checked ------------------------------------------------------

    def taken(self) -> None:
        self.queued()
        self.claim.take(self.owner)

    def on_hold(self) -> None:
        self.taken()
        self.claim.hold(self.owner, "The ministry answers on Monday.", self.tomorrow)

    def described(self) -> None:
        """A source is known, and nothing cites it; somebody was asked."""
        self.taken()
        self.contact = evidencing.log_contact(
            self.claim, self.owner, whom="Ada Wyle", how="e-mail", on=DAY, outcome="asked"
        )
        self.source = Source.objects.create(
            kind="document", title="Gauge at Harl", is_primary=True, added_by=self.owner
        )

    def draft(self) -> None:
        """A version that lacks nothing."""
        self.described()
        owner, claim = self.owner, self.claim
        evidencing.word(claim, owner, "The Harl dam holds 40 million litres.", "content")
        self.mention.confirm(owner)
        self.snapshot = Snapshot.objects.create(
            source=self.source,
            sha256=store([b"40"]),
            size=2,
            content_type="text/plain",
            name="gauge.txt",
            how="uploaded",
            added_by=owner,
        )
        self.piece = evidencing.add_evidence(
            claim,
            owner,
            source=self.source,
            snapshot=self.snapshot,
            stance="supports",
            quote="Reading: 40.0",
            locator="row of 5 September",
        )
        self.calculation = evidencing.calculate(claim, owner, "sum", [("up", "7"), ("down", "7")])
        self.version = self.piece.verdict.draft(owner)
        self.version.edit(owner, rating=self.rating, **SAID)

    def remarked(self) -> None:
        self.draft()
        self.comment = self.version.comment(self.owner, "Which gauge?")

    def submitted(self) -> None:
        self.draft()
        self.version.submit(self.owner)

    def suggested(self) -> None:
        self.submitted()
        self.version.sign_off_with_suggestions(
            self.second, self.hash, evidence_in(self.version), {"headline": "Better."}
        )

    # --- before readers -----------------------------------------------------------

    def signed(self) -> None:
        self.submitted()
        sign(self.version, self.second)

    def published(self) -> None:
        self.signed()
        self.publication = self.version.publish(self.second)

    def taken_down(self) -> None:
        self.published()
        self.publication = self.publication.unpublish(self.publisher, "The gauge was wet.")

    # --- what the admin lists -----------------------------------------------------

    def two_scales(self) -> None:
        self.new()
        self.scale = RatingScale.objects.create(version=2, name="Finer scale")

    def reported(self) -> None:
        self.published()
        self.report = self.publication.error_reports.create(text="It holds 41.")

    def everywhere(self) -> None:
        """A row of every entity."""
        self.reported()
        self.version.comment(self.owner, "Which gauge?")
        Speaker.objects.create(name="O. Vale").merge(self.owner, self.speaker)
        Correction.objects.create(
            publication=self.publication, correction_class="typo", note="A letter."
        )
        make_date(self.article, "Friday", DAY)
        Story.objects.create(title="The dam")
        make_link(self.claim, make_claim())
        make_finding(self.claim)
        make_match(self.claim)
        self.batch.files.create(name="dam.txt", sha256="0" * 64, size=2)
        self.batch.rows.create(file="dam.txt", row=1, outcome="failed", problem="Empty.")
        tasks.wake_claims.enqueue()
        Delivery.objects.create(body={"type": "claim.assigned"})
        Chore.objects.take_due(jobs.EVERY)
        SavedFilter.objects.keep(self.owner, "Numbers", {"kind": "numeric"})
        Watch.objects.start(self.owner, kind="word", words="dam")
        MutedSentence.objects.create(
            claim=self.claim, outlet=self.article.outlet, articles=9, days=9
        )
        ClaimCount.objects.recount()
        for model in (AccessLog, AccessFailureLog):
            model.objects.create(username="checker2", ip_address="127.0.0.1")
        AccessAttempt.objects.create(
            username="checker2", ip_address="127.0.0.1", failures_since_start=1
        )

    # --- what forms send ----------------------------------------------------------

    @property
    def rating(self) -> Rating:
        return Rating.objects.get(key="true", scale__is_current=True)

    @property
    def tick(self) -> str:
        """The claim as the list's form of several sends it."""
        return f"{self.claim.pk}-{self.claim.history.latest('pk').pk}"

    @property
    def figure(self) -> Quantity:
        return self.mention.quantities.get()

    @property
    def attribution(self) -> Attribution:
        return self.mention.attributions.get()

    @property
    def word_form(self) -> str:
        """The address of the form that words the claim."""
        return f"/claims/{self.claim.pk}/word/"

    @property
    def ticked(self) -> str:
        """The claim as a box of a list sends it."""
        return f"{self.claim.pk}.{'9' * 18}"

    @property
    def slug(self) -> str:
        """The address that the check has or will have."""
        return f"{slugify(SAID['headline'])}-{self.claim.pk}"

    @property
    def used_scale(self) -> RatingScale:
        return self.rating.scale

    @property
    def hash(self) -> str:
        return self.version.content_hash

    @property
    def suggested_hash(self) -> str:
        return self.version.sign_offs.get().content_hash

    @property
    def number(self) -> int:
        return self.version.number

    @property
    def tomorrow(self) -> Any:
        return timezone.localdate() + timedelta(days=1)
