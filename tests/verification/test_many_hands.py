"""Eight people at the same few claims: a thousand mixed deeds, and afterwards all is told.

Real processes; see :mod:`tests.at_once`. Each walks a claim of their own through every step
first, so that every way is certainly gone; then all are at the same claims, and each decides,
as people do, on a page that may be old.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from claims import roles
from claims.models import STANDING, Claim, Event, EventMember, Mention, Refused, User
from claims.queue import merge, refresh, undo
from tests.at_once import at_once
from tests.counting import miscounts
from tests.making import make_article, make_claim, mention_claim
from tests.signing import sign
from verification.desk import overwriting
from verification.evidence import gathering as evidencing
from verification.models import SIGN, Rating, Source, VerdictVersion
from verification.models.freezing import hash_of

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 8
DEEDS_EACH = 125
Kind = Event.Kind
# What a deed that went through must have left in the history, where it is one line a deed.
TOLD = {
    "pick": Kind.PICKED,
    "set_aside": Kind.SET_ASIDE,
    "dismiss": Kind.DISMISSED,
    "undo": Kind.UNDONE,
    "hand_over": Kind.HANDED_OVER,
    "assign": Kind.ASSIGNED,
    "hold": Kind.HELD,
    "wake": Kind.WOKEN,
    "word": Kind.WORDED,
    "submit": Kind.SUBMITTED,
    "sign": Kind.SIGNED_OFF,
    "confirm": Kind.MENTION_CONFIRMED,
    "add_evidence": Kind.EVIDENCE_ADDED,
    "merge": Kind.MERGED,
}


DAMS = ["Harl", "Vell", "Orn", "Wyle", "Cy", "Tun", "Marr", "Pell"]
WORDINGS = [f"The {dam} dam is the {most}" for dam in DAMS for most in ("oldest", "largest")]


@dataclass(frozen=True)
class Done:
    """One deed that went through: the newest line of the claim's history on its page, and when
    it was done."""

    name: str
    claim: int
    shown: int
    standing: int


@dataclass(frozen=True)
class Page:
    """A claim as somebody has it on the screen, and the newest line of its history there."""

    claim: Claim
    line: int


@dataclass
class Hand:
    """One person, with what they can do to a claim as their page shows it."""

    me: User
    others: list[User]
    chance: random.Random
    source: Source
    rating: Rating
    shared: list[int]
    own: Claim
    twin: Claim
    # One that somebody else has submitted, for an editor to sign.
    prepared: Claim | None = None
    pages: dict[int, Page] = field(default_factory=dict)

    def work(self) -> list[Done]:
        walked = [self._do(name, _opened(claim)) for name, claim in self._walk()]
        mixed = [done for _deed in range(DEEDS_EACH - len(walked)) for done in self._try()]
        return walked + mixed

    def _walk(self) -> Iterator[tuple[str, Claim]]:
        yield from ((name, self.own) for name in WALK)
        if self.prepared:
            yield "sign", self.prepared
            yield "assign", self.own

    def _try(self) -> Iterator[Done]:
        pk = self.chance.choice(self.shared)
        if pk not in self.pages or self.chance.random() < 0.5:
            self.pages[pk] = _opened(Claim.objects.get(pk=pk))
        try:
            yield self._do(self._chosen(self.pages[pk].claim), self.pages[pk])
        except Refused:
            return
        del self.pages[pk]  # after a deed one sees what has become of it

    def _chosen(self, claim: Claim) -> str:
        """What the page mostly offers; now and then anything at all."""
        signs = self.me.has_perm(SIGN) and claim.state == Claim.State.CHECKING
        offered = SIGNING if signs else OFFERED.get(claim.state, [])
        if self.chance.random() < 0.2:
            offered = []
        return self.chance.choice(offered or list(DEEDS))

    def _do(self, name: str, page: Page) -> Done:
        seen, deed = DEEDS[name]
        text = f"{self.me} writes {self.chance.random()}"

        def told() -> int:
            standing = _newest_line(page.claim)
            deed(self, page.claim, text)
            return standing

        standing = told() if seen is None else page.claim.do_as_shown(page.line, seen, told)
        return Done(name, page.claim.pk, page.line, standing)

    def undo(self, _claim: Claim, _text: str) -> None:
        event = Event.objects.undoable_by(self.me).order_by("-pk").first()
        if event is None:
            raise Refused("nothing to undo")
        undo(event, self.me)

    def merge(self, claim: Claim, _text: str) -> None:
        others = [pk for pk in self.shared if pk != claim.pk]
        into = self.twin if claim == self.own else Claim.objects.get(pk=self.chance.choice(others))
        merge(claim, self.me, into, different_figures_agreed=True)

    def write(self, claim: Claim, text: str) -> None:
        draft = evidencing.verdict_of(claim).draft(self.me)
        draft.edit(self.me, reasoning=text, rating=self.rating)

    def submit(self, claim: Claim, _text: str) -> None:
        newest = evidencing.verdict_of(claim).newest
        if newest is None:
            raise Refused("nothing is written yet")
        newest.submit(self.me)

    def sign(self, claim: Claim, _text: str) -> None:
        newest = evidencing.verdict_of(claim).newest
        if newest is None or newest.frozen is None:
            raise Refused("nothing is submitted yet")
        sign(newest, self.me)

    def confirm(self, claim: Claim, _text: str) -> None:
        mention = Mention.objects.filter(claim=claim).order_by("?").first()
        if mention is None:
            raise Refused("its mentions have gone elsewhere")
        mention.confirm(self.me)

    def add_evidence(self, claim: Claim, text: str) -> None:
        evidencing.add_evidence(
            claim, self.me, source=self.source, stance="supports", quote=text, locator="p. 1"
        )


TOMORROW = timezone.localdate() + timedelta(days=2)
# Each with the lines of the history that it would overwrite, for which its form is refused;
# what holds several claims asks about its own.
DEEDS: dict[str, tuple[Any, Callable[[Hand, Claim, str], Any]]] = {
    "pick": (STANDING, lambda hand, claim, _text: claim.pick(hand.me)),
    "set_aside": (STANDING, lambda hand, claim, _text: claim.set_aside(hand.me)),
    "dismiss": (STANDING, lambda hand, claim, _text: claim.dismiss(hand.me, "not_a_claim")),
    "undo": (None, Hand.undo),
    "merge": (None, Hand.merge),
    "take": (STANDING, lambda hand, claim, _text: claim.take(hand.me)),
    "release": (STANDING, lambda hand, claim, _text: claim.release(hand.me)),
    "hand_over": (
        STANDING,
        lambda hand, claim, text: claim.hand_over(hand.me, hand.chance.choice(hand.others), text),
    ),
    "assign": (
        STANDING,
        lambda hand, claim, _text: claim.assign(hand.me, hand.chance.choice(hand.others)),
    ),
    "hold": (STANDING, lambda hand, claim, text: claim.hold(hand.me, text, TOMORROW)),
    "wake": (STANDING, lambda hand, claim, _text: claim.wake(hand.me)),
    "reopen": (STANDING, lambda hand, claim, text: claim.reopen(hand.me, text)),
    "word": (
        overwriting.WORDING,
        lambda hand, claim, text: evidencing.word(
            claim, hand.me, text, "content", differs_on_purpose=True
        ),
    ),
    "write": (overwriting.VERDICT, Hand.write),
    "add_evidence": (overwriting.VERSION, Hand.add_evidence),
    "confirm": (None, Hand.confirm),
    "submit": (overwriting.VERDICT, Hand.submit),
    "sign": (overwriting.VERDICT, Hand.sign),
}


# A claim's way through every step that a fact-checker can do; each has to go through.
WALK = [
    *("merge", "undo", "pick", "set_aside", "reopen", "dismiss", "reopen", "take", "release"),
    *("take", "hold", "wake", "word", "write", "add_evidence", "confirm", "submit", "hand_over"),
]
# What a page of a claim in that state mostly offers; now and then somebody tries anything.
TRIAGE = ["pick", "set_aside", "dismiss", "take", "take", "assign"]
WORK = ["word", "write", "write", "add_evidence", "add_evidence", "submit", "submit", "sign"]
SIGNING = ["sign", "word", "word", "confirm", "assign"]
OFFERED = {
    "new": TRIAGE,
    "queued": TRIAGE,
    "checking": [*WORK, *WORK, "confirm", "release", "hand_over", "hold"],
    "on_hold": ["wake"],
    "checked": ["reopen"],
    "set_aside": ["pick", "reopen"],
    "dismissed": ["reopen"],
}


def _opened(claim: Claim) -> Page:
    """Its page as it stands now. The line first: what comes between is not seen."""
    return Page(Claim.objects.get(pk=claim.pk), _newest_line(claim))


def _newest_line(claim: Claim) -> int:
    lines = EventMember.objects.filter(claim=claim).order_by("-pk")
    return lines.values_list("pk", flat=True).first() or 0


@pytest.fixture
def done(person: Callable[..., User], checker: User, source: Source, rating: Rating) -> list[Done]:
    """A thousand deeds of eight people, and those of them that went through."""
    people = [
        person(f"hand{number}", roles.EDITOR if number % 2 else roles.FACT_CHECKER)
        for number in range(PEOPLE)
    ]
    shared = _claims(WORDINGS, articles=4)
    own = _claims([f"The {dam} dam is the deepest" for dam in DAMS])
    twins = _claims([f"No dam is as deep as that at {dam}" for dam in DAMS])
    hands = [
        Hand(
            me,
            [other for other in people if other != me],
            random.Random(number),
            source,
            rating,
            [claim.pk for claim in shared],
            own[number],
            twins[number],
        )
        for number, me in enumerate(people)
    ]
    editors = [hand for hand in hands if hand.me.has_perm(SIGN)]
    for hand, claim in zip(
        editors, _claims([f"{dam} has no dam" for dam in DAMS[:4]]), strict=True
    ):
        _submit(claim, replace(hand, me=checker))
        hand.prepared = claim
    with transaction.atomic():
        refresh(list(Claim.objects.values_list("pk", flat=True)))
    answers = at_once(*(hand.work for hand in hands))
    broken = [answer for answer in answers if isinstance(answer, Exception)]
    assert broken == []
    return [one for answer in answers for one in answer]


def _claims(wordings: list[str], articles: int = 1) -> list[Claim]:
    """A claim for each wording, with a mention in each of so many articles."""
    text = " ".join(f"{wording}." for wording in wordings)
    first, *others = [make_article(text) for _ in range(articles)]
    claims = [make_claim(first, wording, figure="") for wording in wordings]
    for claim in claims:
        for article in others:
            mention_claim(claim, article)
    return claims


def _submit(claim: Claim, hand: Hand) -> None:
    for name in ("take", "word", "write", "add_evidence", "submit"):
        DEEDS[name][1](hand, claim, "The dam at Harl")


def test_after_a_thousand_mixed_deeds_all_is_told_and_nothing_overwritten(
    done: list[Done],
) -> None:
    assert miscounts() == []
    _every_deed_is_told_once(done)
    _every_claim_came_step_by_step_to_where_it_stands()
    _nothing_was_done_over_what_its_page_did_not_show(done)
    for version in VerdictVersion.objects.exclude(frozen=None):
        assert hash_of(version.content) == version.content_hash


def _every_deed_is_told_once(done: list[Done]) -> None:
    """As many lines as deeds that went through; those that were refused left none."""
    deeds = Counter(one.name for one in done)
    by_hands = Event.objects.filter(actor__username__startswith="hand")
    events = Counter(by_hands.values_list("kind", flat=True))
    assert {name: deeds[name] for name in TOLD} == {name: events[k] for name, k in TOLD.items()}
    assert set(deeds) == set(DEEDS)


def _every_claim_came_step_by_step_to_where_it_stands() -> None:
    for claim in Claim.objects.all():
        state = "new"
        for line in claim.history.order_by("pk"):
            assert line.before == state, (claim.pk, line.pk, line.event.kind)
            state = line.after
        assert claim.state == state


def _nothing_was_done_over_what_its_page_did_not_show(done: list[Done]) -> None:
    """Between what somebody saw and what they did, nobody changed what it would overwrite."""
    for one in done:
        overwritten = DEEDS[one.name][0]
        if overwritten is not None:
            unseen = EventMember.objects.filter(
                overwritten, claim=one.claim, pk__gt=one.shown, pk__lte=one.standing
            )
            assert list(unseen) == [], one
    for claim in Claim.objects.all():
        worded = claim.history.filter(event__kind=Kind.WORDED).order_by("pk").last()
        assert worded is None or claim.wording == worded.event.payload["after"]
