"""The watch list, sentences that are muted, and the counts that the worker keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import (
    Article,
    Claim,
    ClaimCount,
    Event,
    MutedSentence,
    Outlet,
    QueueEntry,
    Refused,
    Speaker,
    User,
    Watch,
    folded,
)
from claims.queue import apply_watch, propose_muted, refresh, set_old_aside
from tests.making import DAY, make_article, make_claim, make_many, mention_claim, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def hit(watch: Watch) -> list[int]:
    entries = QueueEntry.objects.filter(watch=watch).order_by("claim_id")
    return list(entries.values_list("claim_id", flat=True))


@pytest.mark.parametrize(
    ("words", "sentence", "fits"),
    [
        ("flood", "The Flood took two bridges.", True),
        ("flood", "Floods took two bridges.", False),
        ("café Émile", "Emile’s shop and the CAFE  ÉMILE closed.", True),
        ("emile", "Émile’s dog barked.", True),
        ("F-16", "An F-16 came down.", True),
        ("a.b", "The axb was shut.", False),
    ],
)
def test_a_word_is_found_whole_in_any_case_with_and_without_accents(
    checker: User, words: str, sentence: str, fits: bool
) -> None:
    watch = Watch.objects.start(checker, kind="word", words=words)
    claim = make_claim(make_article(sentence), sentence, figure="", speaker="")
    refresh([claim.pk])
    assert (hit(watch) == [claim.pk]) is fits


def test_speakers_outlets_and_measures_hit_too_and_give_points_by_name(checker: User) -> None:
    claim = make_claim()
    plain = make_claim(make_article("Rain.", outlet="Hull Sound"), "Rain", figure="", speaker="Ed")
    start = Watch.objects.start
    watches = [
        start(checker, kind="speaker", speaker=Speaker.objects.get(name="Ada Wyle")),
        start(checker, kind="outlet", outlet=Outlet.objects.get(name="Vell Courier")),
        start(checker, kind="measure", words="litres"),
    ]
    before = Claim.objects.get(pk=plain.pk).priority
    refresh([claim.pk, plain.pk])
    assert [hit(watch) for watch in watches] == [[claim.pk]] * 3
    named = [p for p in Claim.objects.get(pk=claim.pk).priority_parts if p["reason"] == "watched"]
    assert named == [
        {"reason": "watched", "value": "Ada Wyle", "points": 30},
        {"reason": "watched", "value": "Vell Courier", "points": 30},
    ]  # of more than two, no more points
    assert not [p for p in Claim.objects.get(pk=plain.pk).priority_parts if "watch" in p["reason"]]
    assert before >= 0
    # A name that is merged into a watched speaker's is that speaker's.
    alias = make_claim(make_article("Tin."), "Tin", figure="", speaker="A. Wyle")
    Speaker.objects.get(name="A. Wyle").merge(checker, Speaker.objects.get(name="Ada Wyle"))
    apply_watch(watches[0])
    assert hit(watches[0]) == [claim.pk, alias.pk]


def test_a_new_watch_goes_through_what_is_there_and_brings_back_what_was_let_go(
    checker: User, settings
) -> None:
    settings.SET_ASIDE_DAYS = 3
    claims = make_many(4)
    waiting, lately, long_ago, archived = claims
    lately.set_aside(checker)
    Claim.objects.filter(pk__in=[long_ago.pk, archived.pk]).update(state="set_aside")
    QueueEntry.objects.follow([long_ago.pk, archived.pk])
    watch = Watch.objects.start(checker, kind="word", words="gave")
    assert apply_watch(watch) == 4
    assert hit(watch) == [claim.pk for claim in claims]
    # Never was in the queue, or nobody let go of it lately: it stays where it is.
    assert states(claims) == ["new", "new", "set_aside", "set_aside"]
    event = Event.objects.get(kind="brought_back")
    assert event.payload == {"why": "watch_hit", "watch": watch.pk, "name": "gave"}
    assert apply_watch(watch) == 0  # nothing is done twice
    Claim.objects.update(waits_since=timezone.now() - timedelta(days=30))
    assert set_old_aside() == 0  # what is watched does not age
    watch.end(checker)
    apply_watch(watch)
    parts = Claim.objects.get(pk=waiting.pk).priority_parts
    assert "watched" not in {part["reason"] for part in parts}
    assert len(hit(watch)) == 4  # still listed
    assert set_old_aside() == 2


def test_a_watch_of_everything_is_bounded_to_the_newest(
    checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.queue.watching.MOST_APPLIED", 5)
    monkeypatch.setattr("claims.queue.watching.AT_ONCE", 2)
    claims = make_many(9)
    watch = Watch.objects.start(checker, kind="measure", words="litres")
    assert apply_watch(watch) == 5
    assert hit(watch) == [claim.pk for claim in claims[4:]]


@pytest.mark.parametrize(
    ("kind", "what", "words"),
    [
        ("word", " ", "This field is required."),
        ("word", "a", "at least two letters"),
        ("word", "— !", "at least two letters"),
        ("speaker", "Nobody Known", "Look out for the name as a word."),
        ("outlet", "No Such Paper", "No outlet is called"),
        ("measure", "!", "no currency, unit or thing that is counted"),
        ("measure", "x", "no currency, unit or thing that is counted"),
        ("rumour", "dam", "Select a valid choice"),
    ],
)
def test_what_cannot_be_watched_is_refused_and_what_was_typed_stays(
    desk: Client, kind: str, what: str, words: str
) -> None:
    page = desk.post("/watches/", {"kind": kind, "what": what, "note": "The mayor"})
    assert words in page.content.decode()
    assert "The mayor" in page.content.decode()
    assert not Watch.objects.exists()


def test_the_pages_of_the_watch_list(desk: Client, checker: User) -> None:
    claim = make_claim()
    assert "looks out for nothing yet" in desk.get("/watches/").content.decode()
    form = {"kind": "word", "what": "Harl  dam", "note": "Inquest in May"}
    assert desk.post("/watches/", form).status_code == 302
    again = desk.post("/watches/", form | {"what": "HARL DAM"}).content.decode()
    assert "is on the watch list already" in again
    watch = Watch.objects.get()
    apply_watch(watch)
    page = desk.get("/watches/").content.decode()
    assert "Inquest in May" in page
    assert f'href="/claims/{claim.pk}/"' in desk.get(f"/watches/{watch.pk}/").content.decode()
    queue = desk.get(f"/queue/?by=claim&watch={watch.pk}").content.decode()
    assert f'href="/claims/{claim.pk}/"' in queue
    assert "on the watch list: Harl dam" in queue
    desk.post(f"/watches/{watch.pk}/end/")
    desk.post(f"/watches/{watch.pk}/end/")  # a double click
    assert Event.objects.filter(kind="watch_ended").count() == 1
    assert desk.post("/watches/", form).status_code == 302  # an ended one may begin anew
    counts = []
    for number in (10, 990):
        make_many(number)
        apply_watch(Watch.objects.start(checker, kind="word", words=f"gave {number + 1} litres"))
        with CaptureQueriesContext(connection) as queries:
            desk.get(f"/watches/{watch.pk}/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


# --- muted sentences -----------------------------------------------------------


def repeat(claim: Claim, outlet: str, articles: int, days: int) -> None:
    for number in range(articles):
        day = DAY + timedelta(days=number % days)
        mention_claim(claim, make_article(outlet=outlet, published_on=day))
    refresh([claim.pk])


def test_what_an_outlet_repeats_is_proposed_and_muted_by_people_alone(
    checker: User, auditor: User
) -> None:
    note, news, elsewhere = (make_claim(make_article(outlet="Vale Herald")) for _ in range(3))
    repeat(note, "Vale Herald", 8, 6)
    repeat(news, "Vale Herald", 12, 3)
    for number in range(9):
        repeat(elsewhere, f"Paper {number}", 1, 1)
    assert propose_muted() == 1
    assert propose_muted() == 0
    row = MutedSentence.objects.get()
    assert (row.claim, row.articles, row.days, row.state) == (note, 9, 6, "proposed")
    assert states([note]) == ["new"]
    with pytest.raises(Refused):
        row.mute(auditor)
    row.mute(checker)
    assert states([note]) == ["set_aside"]
    assert Article.objects.filter(open_claims__gt=0, mention__claim=note).count() == 0
    with pytest.raises(Refused):
        row.mute(checker)
    herald = row.outlet_id
    assert MutedSentence.objects.silence({note.pk, news.pk}, herald) == {note.pk}
    assert MutedSentence.objects.silence({note.pk}, Outlet.objects.get(name="Paper 1").pk) == set()
    row.refresh_from_db()
    assert row.went_aside == 1
    row.keep(checker)
    assert states([note]) == ["new"]
    assert propose_muted() == 0  # what is decided is not proposed again
    kinds = list(Event.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["muted", "unmuted"]


def test_the_page_of_muted_sentences(desk: Client) -> None:
    assert "Nothing is proposed" in desk.get("/muted/").content.decode()
    claim = make_claim()
    row = MutedSentence.objects.create(claim=claim, outlet=Outlet.objects.get(), articles=9, days=7)
    assert claim.wording in desk.get("/muted/").content.decode()
    desk.post(f"/muted/{row.pk}/mute/")
    desk.post(f"/muted/{row.pk}/mute/")  # a double click
    assert "Mute no more" in desk.get("/muted/").content.decode()
    assert states([claim]) == ["set_aside"]
    desk.post(f"/muted/{row.pk}/keep/")
    assert states([claim]) == ["new"]


# --- counts --------------------------------------------------------------------


def test_counts_are_exact_and_read_in_one_query(checker: User, django_assert_num_queries) -> None:
    assert ClaimCount.objects.standing().counted_at is None
    claims = make_many(7)
    claims[0].pick(checker)
    make_claim(make_article(outlet="Hull Sound"), "Rain", figure="")
    for _twice in range(2):
        ClaimCount.objects.recount()
    with django_assert_num_queries(1):
        counts = ClaimCount.objects.standing()
    assert counts.counted_at is not None
    assert counts.by_state == {"new": 7, "queued": 1}
    assert counts.by_kind["numeric"] == {"new": 6, "queued": 1}
    assert counts.by_kind["attributed"] == {"new": 1}
    assert counts.by_outlet[Outlet.objects.get(name="Hull Sound").pk] == {"new": 1}


def test_folding() -> None:
    assert folded(" Émile’s  CAFÉ ") == "emile's cafe"
