"""Eight people at the same few claims: a thousand mixed deeds, and afterwards all is told.

Real processes; see :mod:`tests.at_once`. Each decides, as people do, on what their page
showed a moment ago.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
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
    """One deed that went through: on which line of the claim's history it was decided."""

    name: str
    claim: int
    shown: int
    text: str = ""


@dataclass
class Hand:
    """One person, with what they can do to a claim as their page shows it."""

    me: User
    others: list[User]
    chance: random.Random
    source: Source
    rating: Rating

    def work(self, claims: list[int]) -> list[Done]:
        return [done for _deed in range(DEEDS_EACH) for done in self._try(claims)]

    def _try(self, claims: list[int]) -> Iterator[Done]:
        claim = Claim.objects.get(pk=self.chance.choice(claims))
        lines = EventMember.objects.filter(claim=claim).order_by("-pk")
        shown = lines.values_list("pk", flat=True).first() or 0
        text = f"{self.me} writes {self.chance.random()}"
        signs = self.me.has_perm(SIGN) and claim.state == Claim.State.CHECKING
        offered = SIGNING if signs else OFFERED.get(claim.state, [])
        if self.chance.random() < 0.2:
            offered = []
        name = self.chance.choice(offered or list(DEEDS))
        seen, deed = DEEDS[name]
        try:
            if seen is None:
                deed(self, claim, text)
            else:
                claim.do_as_shown(shown, seen, partial(deed, self, claim, text))
        except Refused:
            return
        yield Done(name, claim.pk, shown, text)

    def undo(self, _claim: Claim, _text: str) -> None:
        event = Event.objects.undoable_by(self.me).order_by("-pk").first()
        if event is None:
            raise Refused("nothing to undo")
        undo(event, self.me)

    def merge(self, claim: Claim, _text: str) -> None:
        other = Claim.objects.unmerged().exclude(pk=claim.pk).order_by("?")[0]
        merge(claim, self.me, other, different_figures_agreed=True)

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
        lambda hand, claim, text: evidencing.word(claim, hand.me, text, "content"),
    ),
    "write": (overwriting.VERDICT, Hand.write),
    "add_evidence": (overwriting.VERSION, Hand.add_evidence),
    "confirm": (None, Hand.confirm),
    "submit": (overwriting.VERDICT, Hand.submit),
    "sign": (overwriting.VERDICT, Hand.sign),
}


# What a page of a claim in that state mostly offers; now and then somebody tries anything.
TRIAGE = ["pick", "set_aside", "dismiss", "take", "take", "assign"]
WORK = ["word", "write", "write", "add_evidence", "add_evidence", "submit", "submit", "sign"]
SIGNING = ["sign", "sign", "sign", "confirm", "assign"]
OFFERED = {
    "new": TRIAGE,
    "queued": TRIAGE,
    "checking": [*WORK, *WORK, "confirm", "release", "hand_over", "hold"],
    "on_hold": ["wake"],
    "checked": ["reopen"],
    "set_aside": ["pick", "reopen"],
    "dismissed": ["reopen"],
}


@pytest.fixture
def done(person: Callable[..., User], source: Source, rating: Rating) -> list[Done]:
    """A thousand deeds of eight people, and those of them that went through."""
    people = [
        person(f"hand{number}", roles.EDITOR if number % 2 else roles.FACT_CHECKER)
        for number in range(PEOPLE)
    ]
    articles = [make_article(" ".join(f"{wording}." for wording in WORDINGS)) for _ in range(4)]
    claims = [make_claim(articles[0], wording, figure="") for wording in WORDINGS]
    for claim in claims:
        for article in articles[1:]:
            mention_claim(claim, article)
    with transaction.atomic():
        refresh([claim.pk for claim in claims])
    hands = [
        Hand(me, [other for other in people if other != me], random.Random(seed), source, rating)
        for seed, me in enumerate(people)
    ]
    answers = at_once(*(partial(hand.work, [claim.pk for claim in claims]) for hand in hands))
    broken = [answer for answer in answers if isinstance(answer, Exception)]
    assert broken == []
    return [one for answer in answers for one in answer]


def test_after_a_thousand_mixed_deeds_all_is_told_and_nothing_overwritten(
    done: list[Done],
) -> None:
    assert miscounts() == []
    _every_deed_is_told_once(done)
    _every_claim_came_step_by_step_to_where_it_stands()
    _nothing_was_written_over_what_its_page_did_not_show(done)
    for version in VerdictVersion.objects.exclude(frozen=None):
        assert hash_of(version.content) == version.content_hash


def _every_deed_is_told_once(done: list[Done]) -> None:
    """As many lines as deeds that went through; those that were refused left none."""
    deeds = Counter(one.name for one in done)
    events = Counter(Event.objects.values_list("kind", flat=True))
    assert {name: deeds[name] for name in TOLD} == {name: events[k] for name, k in TOLD.items()}
    assert len(deeds) > len(DEEDS) - 3, deeds  # nearly every way was gone, or it proves little


def _every_claim_came_step_by_step_to_where_it_stands() -> None:
    for claim in Claim.objects.all():
        state = "new"
        for line in claim.history.order_by("pk"):
            assert line.before == state, (claim.pk, line.pk, line.event.kind)
            state = line.after
        assert claim.state == state


def _nothing_was_written_over_what_its_page_did_not_show(done: list[Done]) -> None:
    """Between what a writer saw and what they wrote, nobody else wrote the same."""
    written: dict[int, list[EventMember]] = defaultdict(list)
    for line in EventMember.objects.filter(event__kind=Kind.WORDED).select_related("event"):
        written[line.claim_id].append(line)
    for one in done:
        if one.name != "word":
            continue
        (mine,) = [x for x in written[one.claim] if x.event.payload["after"] == one.text]
        between = [x for x in written[one.claim] if one.shown < x.pk < mine.pk]
        assert between == [], (one, between)
    for claim, lines in written.items():
        newest = max(lines, key=lambda line: line.pk)
        assert Claim.objects.get(pk=claim).wording == newest.event.payload["after"]
