"""Who reads what, whose a claim is, and one's own work in the queue."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.models import Claim, Delivery, Event, Notice, Reading, Refused, User, Worker
from claims.queue import assign_several
from claims.views import visits
from tests.counting import miscounts
from tests.making import JUST_SEEN, make_article, make_claim, make_many, shown_to, states
from tests.signing import evidence_in
from verification.desk import listing
from verification.models import VerdictVersion

BY_CLAIM = "/queue/?by=claim"


def listed(who: User, query: str) -> set[int]:
    page = shown_to(who, f"{BY_CLAIM}&{query}")
    return {int(pk) for pk in re.findall(r'data-claim="(\d+)"', page)}


def post(who: User, address: str, **fields: str) -> Client:
    client = Client()
    client.force_login(who)
    client.post(address, JUST_SEEN | fields)
    return client


# --- who reads what -------------------------------------------------------------


def test_colleagues_see_who_reads_an_article_and_it_comes_after_the_others(
    checker: User, checker2: User
) -> None:
    read, other = make_article(title="Read now"), make_article(title="Free")
    make_claim(read, priority=90)
    make_claim(other, "Nothing holds", priority=10, figure="")
    post(checker2, f"/articles/{read.pk}/read/")
    page = shown_to(checker, "/queue/")
    assert "checker2 reads this" in page
    assert page.index("Free") < page.index("Read now")
    assert "checker2 reads this" in shown_to(checker, read.get_absolute_url())
    mine = shown_to(checker2, "/queue/")
    assert "reads this" not in mine
    assert mine.index("Read now") < mine.index("Free")
    post(checker2, f"/articles/{read.pk}/read/", leave="1")
    assert "reads this" not in shown_to(checker, "/queue/")


def test_looking_writes_nothing_deciding_says_it_and_the_last_decision_ends_it(
    checker: User,
) -> None:
    first, second = make_many(2)
    article = first.mentions.get().article
    shown_to(checker, article.get_absolute_url())
    assert not Reading.objects.exists()
    post(checker, f"/claims/{first.pk}/pick/", article=str(article.pk))
    assert Reading.objects.now().get().user == checker
    post(checker, f"/claims/{second.pk}/pick/", article=str(article.pk))
    assert not Reading.objects.exists()
    post(checker, f"/articles/{article.pk}/read/")  # nothing is left to triage in it
    assert not Reading.objects.exists()


def test_a_reading_that_is_over_or_of_another_clock_is_not_shown_and_goes(checker: User) -> None:
    article = make_article()
    make_claim(article)
    Reading.objects.begin(article, checker)
    Reading.objects.begin(article, checker)
    now = timezone.now()
    for until in (now - timedelta(seconds=1), now + timedelta(hours=3)):
        Reading.objects.update(until=until)
        assert not Reading.objects.now()
    Reading.objects.update(until=now)
    Reading.objects.prune()
    assert not Reading.objects.exists()


# --- whose, until when, how far -------------------------------------------------


def test_one_s_own_work_is_found_by_owner_and_by_day(
    checker: User, checker2: User, editor: User
) -> None:
    claims = make_many(6)
    today = timezone.localdate()
    for claim, (to, days) in zip(
        claims[:4], [(checker, 1), (checker, 0), (checker2, 5), (checker2, 9)], strict=True
    ):
        claim.assign(editor, to, today + timedelta(days=days))
    overdue(claims[0])
    claims[4].pick(editor)
    made = [claim.pk for claim in claims]
    assert listed(checker, "owner=me") == set(made[:2])
    assert listed(checker, "owner=checker2") == set(made[2:4])
    assert listed(checker, "owner=nobody") == {made[4]}
    assert listed(checker, "owner=nobody&state=new") == {made[5]}
    assert listed(checker, "due=overdue") == {made[0]}
    assert listed(checker, "due=today") == {made[1]}
    assert listed(checker, "due=week") == {made[1], made[2]}
    outlet = claims[0].mentions.get().article.outlet_id
    assert listed(checker, f"due=week&owner=me&outlet={outlet}") == {made[1]}
    assert listed(checker, f"owner=nobody&outlet={outlet}&state=all") == set(made[4:])
    page = shown_to(checker, f"{BY_CLAIM}&due=overdue")
    assert '<option value="under_way" selected>' in page
    assert '<strong class="late">overdue:</strong>' in page
    User.objects.filter(pk=checker2.pk).update(is_active=False)
    assert listed(checker, "owner=checker2") == set(made[2:4])
    assert "is not one of the available choices" in shown_to(checker, f"{BY_CLAIM}&owner=eve")


def test_checks_are_found_by_how_far_they_are(
    checker: User, editor: User, submitted: VerdictVersion
) -> None:
    claim = submitted.verdict.claim
    other = make_claim()
    other.take(checker)
    assert listed(checker, "verdict=submitted") == {claim.pk}
    assert "Mostly true" in shown_to(checker, f"{BY_CLAIM}&verdict=submitted")
    assert listed(checker, "verdict=none") == {other.pk}
    draft = submitted.request_changes(editor, "Which night?")
    assert listed(checker, "verdict=returned") == {claim.pk}
    assert "came back" in shown_to(checker, f"{BY_CLAIM}&owner=me")
    assert not listed(checker, "verdict=draft")
    assert not listed(checker, "verdict=submitted")
    draft.edit(checker, headline="Once more")
    other.release(checker)
    assert not listed(checker, "verdict=none")
    assert listed(checker, "verdict=none&state=queued") == {other.pk}


@pytest.mark.parametrize("query", ["", "&owner=me", "&due=week", "&verdict=none"])
def test_the_queue_asks_as_often_for_many_claims(
    query: str, checker: User, editor: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for claim in make_many(30):
        claim.assign(editor, checker, timezone.localdate())
    client = Client()
    client.force_login(checker)
    with django_assert_max_num_queries(20):
        client.get(f"{BY_CLAIM}&state=all{query}")


# --- notices of a check ----------------------------------------------------------


def told(who: User) -> list[str]:
    found = list(Notice.objects.filter(recipient=who).order_by("pk").values_list("kind", flat=True))
    Notice.objects.filter(recipient=who).delete()
    return found


def test_each_step_of_a_check_is_told_to_those_whom_it_concerns(
    checker: User, checker2: User, editor: User, editor2: User, submitted: VerdictVersion
) -> None:
    assert (told(editor), told(editor2), told(checker)) == (["submitted"], ["submitted"], [])
    submitted.comment(editor, "Which night?")
    assert (told(checker), told(editor), told(checker2)) == (["commented"], [], [])
    draft = submitted.request_changes(editor, "Say which night.")
    assert told(checker) == ["changes_requested"]
    draft.comment(checker, "The second.")
    assert (told(editor), told(checker)) == (["commented"], [])
    draft.edit(editor2, headline="Yes, on one night")
    draft.submit(checker)
    # Whoever had a hand in it may not sign, and is not told so.
    assert (told(editor), told(editor2)) == (["submitted"], [])
    draft.sign_off_with_suggestions(
        editor, draft.content_hash, evidence_in(draft), {"headline": "About 112"}
    )
    assert told(checker) == ["suggested"]
    signed = draft.accept_suggestions(checker, draft.sign_offs.get().content_hash)
    assert (told(editor), told(checker)) == (["accepted"], [])
    assert signed.state == "signed_off"


def test_an_author_is_told_of_the_sign_off(checker: User, signed: VerdictVersion) -> None:
    assert told(checker) == ["signed_off"]


# --- take on picks ----------------------------------------------------------------


def test_a_pick_is_taken_and_given_back_without_leaving_the_list(
    checker: User, checker2: User
) -> None:
    claim = make_claim()
    claim.pick(checker)
    here = f"{BY_CLAIM}&state=queued"
    assert f'action="/claims/{claim.pk}/take/"' in shown_to(checker, here)
    client = Client()
    client.force_login(checker)
    answer = client.post(f"/claims/{claim.pk}/take/", JUST_SEEN | {"next": here})
    assert answer["Location"] == here
    claim.refresh_from_db()
    assert claim.assignee == checker
    swap = {"next": here, "shape": "row"}
    late = post(checker2, f"/claims/{claim.pk}/take/", **swap)
    assert "checker has taken this claim already" in late.get(here).content.decode()
    answer = client.post(
        f"/claims/{claim.pk}/release/", JUST_SEEN | swap, headers={"HX-Request": "true"}
    )
    assert "Take</button>" in answer.content.decode()
    assert Claim.objects.get().state == "queued"


# --- several at once ---------------------------------------------------------------


def overdue(claim: Claim) -> Claim:
    """The claim, as it is when its day has passed."""
    Claim.objects.filter(pk=claim.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    claim.refresh_from_db()
    return claim


def ticks(page: str) -> list[str]:
    return re.findall(r'name="claim"\s+value="([\d.]+)"', page)


def test_no_day_that_is_past_is_set_and_one_that_passed_stands(
    checker: User, checker2: User, editor: User
) -> None:
    claim = make_claim()
    past = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused, match="That day is past"):
        claim.assign(editor, checker, past)
    with pytest.raises(Refused, match="That day is past"):
        assign_several({claim.pk: None}, editor, checker, past)
    claim.assign(editor, checker, timezone.localdate())
    assert overdue(claim).assign(editor, checker2, past).due_on == past


def test_an_editor_assigns_the_ticked_and_hears_which_of_them_cannot_be(
    checker: User, checker2: User, editor: User
) -> None:
    claims = make_many(4)
    claims[2].take(checker2)
    client = Client()
    client.force_login(editor)
    here = f"{BY_CLAIM}&state=all"
    ticked = ticks(client.get(here).content.decode())
    assert len(ticked) == 4
    claims[0].dismiss(checker2, "duplicate")  # after the page was made
    day = timezone.localdate().isoformat()
    to = {"to": checker.pk, "due_on": day, "message": "Before the evening."}
    sent = to | {"claim": [*ticked, "x.1", "9."]}
    page = client.post(f"/claims/assign/?{here.partition('?')[2]}", sent, follow=True)
    assert "Assigned 3 claims to checker." in page.content.decode()
    assert "dismissed by checker2" in page.content.decode()
    assert Claim.objects.filter(assignee=checker, due_on=day).count() == 3
    event = Event.objects.get(kind="assigned")
    assert event.members.count() == 3
    assert event.payload["from"] == [checker2.pk]
    assert "editor assigned 3 claims to you" in shown_to(checker, "/notices/")
    assert "gave claims of yours to checker" in shown_to(checker2, "/notices/")
    # Queue and articles followed; what make_many leaves uncounted of claims aside.
    assert not [line for line in miscounts() if not line.startswith("claim ")]


def test_all_that_the_filters_find_are_assigned_and_what_was_typed_stays(
    checker: User, checker2: User, editor: User, auditor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = make_many(3)
    claims[0].pick(checker)
    claims[1].pick(checker)
    client = Client()
    client.force_login(editor)
    address = "/claims/assign/?by=claim&owner=nobody"
    sent = {"to": checker.pk, "message": "Please.", "all": "on"}
    monkeypatch.setattr(listing, "MOST_ASSIGNED", 1)
    refused = client.post(address, sent)
    assert refused.status_code == 409
    assert "More than 1 claims fit these filters" in refused.content.decode()
    assert "Please.</textarea>" in refused.content.decode()
    monkeypatch.undo()
    nothing = client.post(address, sent | {"all": ""})
    assert "Tick the claims" in nothing.content.decode()
    User.objects.filter(pk=checker2.pk).update(is_active=False)
    for gone in (checker2, auditor):  # they are not offered
        page = client.post(address, sent | {"to": gone.pk, "all": "", "claim": f"{claims[0].pk}.9"})
        assert page.status_code == 422
        assert re.search(rf'value="{claims[0].pk}\.\d+"\s+checked', page.content.decode())
        with pytest.raises(Refused, match="is no fact-checker"):
            assign_several({claims[0].pk: None}, editor, User.objects.get(pk=gone.pk))
    assert client.post(address, sent)["Location"].endswith("/queue/?by=claim&owner=nobody")
    assert states(claims) == ["checking", "checking", "new"]


# --- home ----------------------------------------------------------------------------


def test_home_shows_an_editor_what_waits_by_day(
    checker: User, editor: User, submitted: VerdictVersion
) -> None:
    late, free = make_claim(), make_claim(wording="Nobody has this")
    late.assign(editor, checker)
    overdue(late)
    free.pick(editor)
    page = shown_to(editor, "/")
    assert f'href="/signoff/{submitted.pk}/"' in page
    assert "you may sign it" in page
    for name, claim in (("overdue", late), ("unassigned", free)):
        section = re.search(rf'id="{name}".*?</section>', page, re.DOTALL)
        assert section
        assert claim.get_absolute_url() in section[0]
    mine = re.search(r'id="mine".*?</section>', shown_to(checker, "/"), re.DOTALL)
    assert mine
    assert "Due within a week" in mine[0]
    assert "In hand" in mine[0]


def test_home_tells_an_administrator_whether_the_machine_runs(
    administrator: User, checker: User, auditor: User
) -> None:
    assert "No worker has given a sign of life" in shown_to(administrator, "/")
    Worker.objects.see("one")
    delivery = Delivery.objects.create(body={"type": "claim.assigned"})
    delivery.note("The receiver answered with status 500.")
    page = shown_to(administrator, "/")
    assert "A worker runs" in page
    assert "are free where files are stored" in page
    assert "The receiver answered with status 500." in page
    make_claim().take(checker)
    assert "Newest events" in shown_to(auditor, "/")
    for who in (checker, auditor):
        assert 'id="machine"' not in shown_to(who, "/")


def test_home_says_what_is_new_since_the_visit_before(
    checker: User, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    client.force_login(checker)
    assert "Since you were last here" not in client.get("/").content.decode()
    make_claim().assign(editor, checker)
    later = timezone.now() + timedelta(minutes=45)
    with monkeypatch.context() as patch:
        patch.setattr(visits.timezone, "now", lambda: later)
        page = client.get("/").content.decode()
        assert "Since you were last here" in page
        assert "1 notice</a>" in page
        kept = client.session["visit"]
        client.get("/")
        assert client.session["visit"] == kept


@pytest.mark.parametrize("role", ["checker", "editor", "administrator"])
def test_home_asks_as_often_for_many_claims(
    role: str,
    request: pytest.FixtureRequest,
    checker: User,
    editor: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for claim in make_many(30):
        claim.assign(editor, checker)
        overdue(claim)
    client = Client()
    client.force_login(request.getfixturevalue(role))
    with django_assert_max_num_queries(34):
        client.get("/")
