"""The page of a speaker: claims with what became of them, names, suggestions, deeds."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries

from claims.models import Claim, Event, QueueEntry, Speaker, User
from tests.making import JUST_SEEN, make_article, make_claim, make_many
from tests.verification.conftest import TEXT
from tests.verification.conftest import make_claim as make_checkable
from verification.models import Publication, VerdictVersion, freezing

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


@pytest.fixture
def claim() -> Claim:
    """The claim that the fixtures of a check are about, said by somebody."""
    claim = make_checkable(TEXT, "https://courier.example/drones")
    force = Speaker.objects.create(name="Air Force", kind="organisation")
    claim.speakers.add(force)
    enter(claim, force)
    return claim


@pytest.fixture
def force(claim: Claim) -> Speaker:
    return claim.speakers.get()


@pytest.fixture
def ada() -> Speaker:
    make_claim(speaker="Ada Wyle")
    return Speaker.objects.get(name="Ada Wyle")


@pytest.fixture
def wyle(ada: Speaker) -> Speaker:
    make_claim(make_article(), "holds 40", figure="", speaker="Wyle")
    return Speaker.objects.get(name="Wyle")


def entry(claim: Claim, speaker: Speaker) -> QueueEntry:
    return QueueEntry(
        claim=claim, speaker=speaker, state=claim.state, priority=1, sorted_on=claim.sorted_on
    )


def enter(claim: Claim, speaker: Speaker) -> None:
    entry(claim, speaker).save()


def read(client: Client, speaker: Speaker, query: str = "") -> str:
    answer = client.get(speaker.get_absolute_url() + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def merge(client: Client, gone: Speaker, into: str, **more: Any) -> Any:
    return client.post(f"/speakers/{gone.pk}/merge/", {"into": into, **JUST_SEEN, **more})


def split(client: Client, speaker: Speaker, *aliases: object) -> Any:
    return client.post(f"/speakers/{speaker.pk}/split/", {"alias": aliases, **JUST_SEEN})


def carried(client: Client, speaker: Speaker, step: str) -> dict[str, str]:
    """What the form of the step knows of how the page was made."""
    page = html.fromstring(read(client, speaker))
    address = f"/speakers/{speaker.pk}/{step}/"
    form = next(form for form in page.forms if form.action == address)
    return {"made_on": form.fields["made_on"]}


def said(answer: Any) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


# --- what it lists --------------------------------------------------------------


def test_it_lists_the_claims_by_all_names_and_nobody_elses(
    desk: Client, ada: Speaker, wyle: Speaker, checker: User
) -> None:
    other = make_claim(make_article(), "holds", figure="", speaker="Ben Orr")
    wyle.merge(checker, ada)
    page = read(desk, ada)
    by_alias = Claim.objects.get(wording="holds 40")
    assert f'data-claim="{by_alias.pk}"' in page
    assert "as “Wyle”" in page
    assert page.count("data-claim=") == 2
    assert f'data-claim="{other.pk}"' not in page
    assert "also <span" in page


@pytest.mark.parametrize(
    ("query", "wordings"),
    [
        ("", {"One", "Two"}),
        ("?state=all", {"One", "Two"}),
        ("?state=queued", {"Two"}),
        ("?state=checked", set()),
        ("?state=nonsense&after=x", {"One", "Two"}),
    ],
)
def test_it_lists_by_state(desk: Client, query: str, wordings: set[str]) -> None:
    for wording, state in (("One", "new"), ("Two", "queued")):
        claim = make_claim(make_article(wording), wording, figure="", state=state)
    page = read(desk, claim.speakers.get(), query)
    assert {word for word in ("One", "Two") if f"> {word} </a>" in page} == wordings
    assert ("No claims in this state" in page) == (not wordings)


def test_it_is_paged_by_key(desk: Client) -> None:
    speaker = many_claims(60)
    first = read(desk, speaker)
    assert first.count("data-claim=") == 50
    after = first.partition("?after=")[2].partition('"')[0]
    assert read(desk, speaker, f"?after={after}").count("data-claim=") == 10


def many_claims(number: int) -> Speaker:
    """A speaker and an alias with so many claims, of whom others have a like name."""
    ada, short = (
        Speaker.objects.create(name=f"{first} Wyle{number}", kind="person")
        for first in ("Ada", "A.")
    )
    for first in ("Ann", "Adam", "Ada B.", "Dr"):
        Speaker.objects.create(name=f"{first} Wyle{number}", kind="person")
    Speaker.objects.filter(pk=short.pk).update(merged_into=ada)
    claims, link = make_many(number), Claim.speakers.through
    link.objects.bulk_create(
        link(claim=claim, speaker=short if place % 2 else ada) for place, claim in enumerate(claims)
    )
    QueueEntry.objects.bulk_create(entry(claim, ada) for claim in claims)
    return ada


def test_it_takes_the_same_number_of_queries_with_10_and_1000_claims(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    few, many = many_claims(10), many_claims(1_000)
    with django_assert_max_num_queries(30) as counted:
        read(desk, few)
    with django_assert_max_num_queries(len(counted)):
        read(desk, many)


def test_a_speaker_without_claims_is_told_what_to_do(desk: Client) -> None:
    page = read(desk, Speaker.objects.create(name="Nobody Much"))
    assert "No claims of this speaker" in page
    assert "No other speaker has a name like this one." in page
    assert "Nobody has merged or split this speaker." in page


def test_names_are_shown_as_text(desk: Client, ada: Speaker, checker: User) -> None:
    bad = Speaker.objects.create(name="<b>Ada</b> Wyle", kind="person")
    assert "<b>" not in read(desk, ada)
    answer = merge(desk, bad, "Ada Wyle")
    assert "<b>Ada" not in desk.get(answer.url).content.decode()


# --- what became of them ----------------------------------------------------------


def test_a_claim_nobody_checked_has_no_verdict(desk: Client, ada: Speaker) -> None:
    assert "no verdict" in read(desk, ada)


def test_a_draft_shows_its_rating_and_that_it_is_one(
    desk: Client, force: Speaker, submitted: VerdictVersion, editor: User, checker: User
) -> None:
    assert "waiting for sign-off" in read(desk, force)
    submitted.request_changes(editor, "Shorter.").edit(checker, summary="Short.")
    page = read(desk, force)
    assert "Mostly true" in page
    assert '<span class="stage"> draft </span>' in page


def test_a_published_check_shows_what_readers_see(
    desk: Client, force: Speaker, signed: VerdictVersion, editor: User, checker: User
) -> None:
    assert "signed off" in read(desk, force)
    publication = signed.publish(editor)
    page = read(desk, force)
    assert f'<a href="{publication.get_absolute_url()}">published</a>' in page
    assert "is-tick_small" in page
    signed.rating.label = "Nearly so"  # what readers see stays what was frozen
    signed.rating.save()
    signed.verdict.draft(checker)
    page = read(desk, force)
    assert "Mostly true" in page
    assert "version 2: draft" in page
    publication.unpublish(editor, "Doubts.")
    assert "under review" in read(desk, force)


# --- who else they may be -----------------------------------------------------------


def test_it_suggests_those_of_a_like_name_and_nobody_by_surname_against_the_first_name(
    desk: Client, ada: Speaker, wyle: Speaker
) -> None:
    for name in ("A. Wyle", "Ben Wyle", "Ada Orr"):
        Speaker.objects.create(name=name, kind="person")
    page = read(desk, ada)
    assert "Merge “Wyle” into “Ada Wyle”" in page
    assert "Merge “A. Wyle” into “Ada Wyle”" in page
    assert "the same surname, and no first name to tell" in page
    for name in ("Ben Wyle", "Ada Orr"):
        assert name not in page
    assert "Merge “Wyle” into “Ada Wyle”" in read(desk, wyle)
    assert "Merge “Wyle” into “Ben Wyle”" in read(desk, wyle)
    assert not Event.objects.exists()


def test_it_suggests_an_organisation_spelled_otherwise_and_by_an_alias(
    desk: Client, checker: User
) -> None:
    water, company, river = (
        Speaker.objects.create(name=name, kind="organisation")
        for name in ("Harl Water", "The Harl Water Company", "Harl River Board")
    )
    assert "Merge “Harl Water” into “The Harl Water Company”" in read(desk, water)
    company.merge(checker, river)
    assert "Merge “Harl Water” into “Harl River Board”" in read(desk, water)
    assert "Merge “Harl Water” into “Harl River Board”" in read(desk, river)


def test_it_shows_how_articles_write_the_name(desk: Client, ada: Speaker) -> None:
    for form in ("Mayor Ada Wyle", "mayor Ada Wyle", "she", "the mayor", "Ada Wyle"):
        claim = make_claim(make_article(), form, figure="", speaker="Ada Wyle")
        claim.mentions.get().attributions.update(speaker_text=form)
    page = read(desk, ada)
    assert '<li dir="auto">Mayor Ada Wyle</li>' in page
    assert page.count('<li dir="auto">') == 1


def test_how_two_are_written_together_is_no_name_of_one(desk: Client, ada: Speaker) -> None:
    claim = make_claim(make_article(), "holds", figure="", speaker="Ada Wyle")
    both = claim.mentions.get().attributions.get()
    both.speakers.add(Speaker.objects.create(name="Ben Orr"))
    both.speaker_text = "both Wyle and Orr"
    both.save()
    assert "both Wyle" not in read(desk, ada)


# --- merge and split ----------------------------------------------------------------


def test_merging_leads_to_the_one_that_stays_and_offers_to_undo(
    desk: Client, ada: Speaker, wyle: Speaker
) -> None:
    answer = merge(desk, wyle, "Ada Wyle")
    assert answer.url == ada.get_absolute_url()
    assert said(answer) == ["Merged “Wyle” into “Ada Wyle”."]
    event = Event.objects.get(kind="merged")
    page = read(desk, ada)
    assert f'name="event" value="{event.pk}"' in page
    assert "checker: merged “Wyle” into “Ada Wyle”" in page
    undone = desk.post("/undo/", {"event": event.pk, "next": ada.get_absolute_url()})
    assert undone.url == ada.get_absolute_url()
    assert said(undone)[-1] == "Undone: “Wyle” is a speaker of its own again."
    assert Speaker.objects.get(pk=wyle.pk).merged_into is None
    assert "checker: undone" in read(desk, ada)


def test_the_last_deed_of_all_is_undone_first(desk: Client, ada: Speaker, wyle: Speaker) -> None:
    claim = Claim.objects.get(wording="holds 40")
    desk.post(f"/claims/{claim.pk}/pick/")
    merge(desk, wyle, "Ada Wyle")
    desk.post("/undo/")
    assert Speaker.objects.get(pk=wyle.pk).merged_into is None
    assert Claim.objects.get(pk=claim.pk).state == "queued"
    desk.post("/undo/")
    assert Claim.objects.get(pk=claim.pk).state == "new"


def test_a_merged_speakers_page_is_the_others(
    desk: Client, ada: Speaker, wyle: Speaker, checker: User
) -> None:
    wyle.merge(checker, ada)
    assert desk.get(wyle.get_absolute_url()).url == ada.get_absolute_url()


def test_an_alias_may_be_named_too(
    desk: Client, ada: Speaker, wyle: Speaker, checker: User
) -> None:
    wyle.merge(checker, ada)
    other = Speaker.objects.create(name="The mayor of Vell")
    merge(desk, other, "  wyle ")
    assert set(ada.aliases.all()) == {wyle, other}


@pytest.mark.parametrize(
    ("into", "words"),
    [
        ("Cy Nobody", "No speaker is called “Cy Nobody”."),
        ("", "This field is required."),
        ("x" * 500, "at most 403 characters"),
    ],
)
def test_a_name_that_leads_to_nobody_comes_back(
    desk: Client, ada: Speaker, into: str, words: str
) -> None:
    answer = merge(desk, ada, into)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert f'value="{into}"' in page or not into


def test_what_is_refused_is_told(desk: Client, ada: Speaker, wyle: Speaker, checker: User) -> None:
    assert "is this speaker already" in said(merge(desk, ada, "Ada Wyle"))[-1]
    wyle.merge(checker, ada)
    assert "has been merged into" in said(merge(desk, wyle, "Ada Wyle"))[-1]
    for names, words in (
        ([], "Choose the names that belong to somebody else."),
        (["abc", "²", "9" * 30], "Choose the names"),
        ([ada.pk], "That is no name of “Ada Wyle” any more"),
    ):
        assert words in said(split(desk, ada, *names))[-1]
    assert Event.objects.filter(kind="split").count() == 0


def test_splitting_offers_to_undo_and_links_to_the_one_that_left(
    desk: Client, ada: Speaker, wyle: Speaker, checker: User
) -> None:
    wyle.merge(checker, ada)
    answer = split(desk, ada, wyle.pk)
    assert answer.url == ada.get_absolute_url()
    assert said(answer) == ["Split “Wyle” off “Ada Wyle”: a speaker of its own again."]
    page = read(desk, ada)
    assert (
        f'checker: split off <a href="{wyle.get_absolute_url()}">“Wyle”</a> from “Ada Wyle”' in page
    )
    undone = desk.post("/undo/", {"event": Event.objects.get(kind="split").pk})
    assert said(undone)[-1] == "Undone: “Wyle” is a name of “Ada Wyle” again."
    assert list(ada.aliases.all()) == [wyle]


def test_several_names_leave_as_one(desk: Client, ada: Speaker, checker: User) -> None:
    names = [Speaker.objects.create(name=name) for name in ("B. Wyle", "Ben Wyle")]
    for name in names:
        name.merge(checker, ada)
    answer = split(desk, ada, *(name.pk for name in names))
    assert said(answer) == ["Split 2 names off “Ada Wyle”: they are “Ben Wyle” from now on."]


@pytest.mark.parametrize("name", ["auditor", "administrator"])
def test_who_only_reads_sees_all_and_is_offered_nothing(
    request: pytest.FixtureRequest,
    client: Client,
    ada: Speaker,
    wyle: Speaker,
    checker: User,
    name: str,
) -> None:
    Speaker.objects.create(name="A. Wyle", kind="person")
    wyle.merge(checker, ada)
    client.force_login(request.getfixturevalue(name))
    page = read(client, ada)
    assert "A. Wyle" in page
    assert "checker: merged" in page
    for offer in ("/merge/", "/split/", "/pick/", 'type="checkbox" name="alias"'):
        assert offer not in page


# --- elsewhere ------------------------------------------------------------------------


def test_the_queue_filters_by_either_name_and_shows_the_one(
    desk: Client, ada: Speaker, wyle: Speaker, checker: User
) -> None:
    wyle.merge(checker, ada)
    for name in ("Ada Wyle", "wyle"):
        page = desk.get(f"/queue/?by=claim&speaker={name}").content.decode()
        assert page.count("data-claim=") == 2
        assert page.count(f'<a href="{ada.get_absolute_url()}">Ada Wyle</a>') == 2


def test_what_is_published_stays_as_it_is_to_the_byte(
    client: Client, force: Speaker, signed: VerdictVersion, editor: User
) -> None:
    address = reverse("check", args=[signed.publish(editor).slug])
    other = Speaker.objects.create(name="Air Force of Ukraine", kind="organisation")
    short = Speaker.objects.create(name="AF", kind="organisation")

    def shown() -> tuple[bytes, str]:
        version = Publication.objects.live().get().version
        return client.get(address).content, freezing.hash_of(version.content)

    before = shown()
    assert b"Air Force" in before[0]
    short.merge(editor, force)
    assert shown() == before
    force.merge(editor, other)
    assert shown() == before
    other.split(editor, [force.pk, short.pk])
    assert shown() == before


def test_the_next_version_names_the_one_that_they_are(
    claim: Claim, force: Speaker, editor: User
) -> None:
    other = Speaker.objects.create(name="Air Force of Ukraine", kind="organisation")
    claim.speakers.add(other)
    force.merge(editor, other)
    assert freezing.content_of_claim(Claim.objects.get())["speakers"] == [
        {"name": "Air Force of Ukraine", "kind": "organisation"}
    ]


def test_a_page_from_before_a_merge_joins_nobody_and_parts_nobody(
    desk: Client, ada: Speaker, checker2: User
) -> None:
    """Its reader saw three speakers; by now two of them are one."""
    wyle, miller = (Speaker.objects.create(name=name) for name in ("A. Wyle", "Ada Miller"))
    opened = carried(desk, ada, "merge")
    wyle.merge(checker2, miller)
    answer = merge(desk, ada, "A. Wyle", **opened)
    assert answer.status_code == 409
    assert "merged by checker2 at" in answer.content.decode()
    assert 'value="A. Wyle"' in answer.content.decode()
    ada.refresh_from_db()
    assert ada.merged_into is None
    opened = carried(desk, miller, "split")
    Speaker.objects.create(name="Ada M.").merge(checker2, miller)
    late = {"alias": wyle.pk, **opened}
    assert desk.post(f"/speakers/{miller.pk}/split/", late).status_code == 409
    wyle.refresh_from_db()
    assert wyle.merged_into == miller
