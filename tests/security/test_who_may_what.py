"""One table: every address of the site, every person, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from claims.models import (
    Article,
    Batch,
    Claim,
    Event,
    ExtractionRun,
    Mention,
    Outlet,
    Speaker,
    User,
)
from claims.models.batches import store
from claims.roles import EDITOR, FACT_CHECKER
from verification import evidencing
from verification.models import Rating, Snapshot, Source
from verification.models.publications import publish

pytestmark = pytest.mark.django_db

PEOPLE = ["anonymous", "newcomer", "checker", "editor", "administrator", "auditor"]
# What comes of it: let in; sent to the login page; refused; told that there is no such page.
IN, LOGIN, NO, NONE = "in", "login", "403", "404"
EVERYBODY = dict.fromkeys(PEOPLE, IN)
NOBODY = dict.fromkeys(PEOPLE, NONE)
ACCOUNTS = EVERYBODY | {"anonymous": LOGIN}
DESK = ACCOUNTS | {"newcomer": NO}
TRIAGERS = DESK | {"administrator": NO, "auditor": NO}
CHECKERS = TRIAGERS
EDITORS = CHECKERS | {"checker": NO}
IMPORTERS = DESK | {"checker": NO, "editor": NO, "auditor": NO}


@dataclass(frozen=True)
class Row:
    """An address by its name, for GET or with what its form posts, and who may."""

    name: str
    who: dict[str, str]
    of: str = ""
    form: dict[str, Any] | None = field(default=None)

    def __str__(self) -> str:
        return self.name if self.form is None else f"{self.name} posted"


TABLE = [
    Row("healthz", EVERYBODY),
    Row("login", EVERYBODY),
    Row("login", EVERYBODY, form={"username": "nobody", "password": "wrong"}),
    Row("logout", EVERYBODY, form={}),
    Row("password_change", ACCOUNTS),
    Row("password_change", ACCOUNTS, form={"old_password": "wrong"}),
    Row("password_change_done", ACCOUNTS),
    Row("password_reset", EVERYBODY),
    Row("password_reset", EVERYBODY, form={"email": "nobody@example.org"}),
    Row("password_reset_done", EVERYBODY),
    Row("password_reset_confirm", EVERYBODY, of="reset"),
    Row("password_reset_complete", EVERYBODY),
    Row("check", NOBODY, of="unpublished"),
    Row("check", EVERYBODY, of="published"),
    Row("check_version", EVERYBODY, of="published_version"),
    Row("report_error", EVERYBODY, of="published"),
    Row("report_error", EVERYBODY, of="published", form={"text": "The ferry does not run."}),
    Row("error_reported", EVERYBODY, of="published"),
    Row("checks", EVERYBODY),
    Row("methodology", EVERYBODY),
    Row("sitemap", EVERYBODY),
    Row("home", DESK),
    Row("queue", DESK),
    Row("claim", DESK, of="claim"),
    Row("article", DESK, of="article"),
    Row("speaker", DESK, of="speaker"),
    Row("batches", DESK),
    Row("batch", DESK, of="batch"),
    Row("pick", TRIAGERS, of="claim", form={}),
    Row("set-aside", TRIAGERS, of="claim", form={}),
    Row("dismiss", TRIAGERS, of="claim", form={"reason": "not_a_claim"}),
    Row("set-rest-aside", TRIAGERS, of="article", form={}),
    Row("undo", TRIAGERS, form={}),
    Row("merge-speaker", TRIAGERS, of="speaker", form={"into": "Ada Wyle-Orr"}),
    Row("split-speaker", TRIAGERS, of="speaker", form={"alias": "alias"}),
    *(
        Row(name, CHECKERS, of="checked", form={})
        for name in (
            "take",
            "release",
            "hand-over",
            "assign",
            "hold",
            "wake",
            "reopen",
            "word",
            "evidence",
            "calculation",
            "contact",
            "verdict",
            "next-version",
            "accept-suggestions",
            "comment",
        )
    ),
    Row("confirm-mention", CHECKERS, of="checked", form={"mention": "mention"}),
    Row("resolve-comment", CHECKERS, of="checked", form={"comment": "comment"}),
    Row("remove-contact", CHECKERS, of="checked", form={"contact": "contact"}),
    Row("remove-calculation", CHECKERS, of="checked", form={"calculation": "calculation"}),
    Row("change-evidence", CHECKERS, of="checked", form={"evidence": "evidence"}),
    Row("remove-evidence", CHECKERS, of="checked", form={"evidence": "evidence"}),
    *(
        Row(name, EDITORS, of="checked", form={})
        for name in ("publish", "unpublish", "restore", "withdraw")
    ),
    Row("signoff", DESK),
    Row("signoff-version", DESK, of="version"),
    Row("snapshot", DESK, of="snapshot"),
    *(
        Row(name, EDITORS, of="version", form={})
        for name in ("sign-off", "request-changes", "suggest")
    ),
    Row("batches", IMPORTERS, form={"name": "Friday", "files": "a.txt"}),
    Row("stop-batch", IMPORTERS, of="batch", form={}),
    Row("resume-batch", IMPORTERS, of="batch", form={}),
]


@pytest.fixture
def world(person: Callable[..., User]) -> SimpleNamespace:
    """One of everything that has an address."""
    batch = Batch.objects.create(name="Thursday", state="running", moved_at=timezone.now())
    article = Article.objects.create(
        identity="ferry",
        outlet=Outlet.objects.named("Vale Herald"),
        batch=batch,
        title="Ferry to Orrin",
        published_on=date(2025, 10, 2),
        sorted_on=date(2025, 10, 2),
        text="The ferry crosses 14 times a day.",
        sha256="0" * 64,
    )
    claim = Claim.objects.create(wording=article.text, is_numeric=True, fingerprint="f")
    run = ExtractionRun.objects.create(rules="1", model="m", model_version="1")
    Mention.objects.create(
        article=article,
        run=run,
        start=0,
        end=33,
        proposed_start=0,
        proposed_end=33,
        claim=claim,
        original_claim=claim,
        wording=article.text,
    )
    speaker = Speaker.objects.create(name="Ada Wyle")
    alias = Speaker.objects.create(name="A. Wyle", merged_into=speaker)
    Speaker.objects.create(name="Ada Wyle-Orr")
    published = _published(article, run, person("owner", FACT_CHECKER), person("signer", EDITOR))
    published["ids"]["alias"] = alias.pk
    return SimpleNamespace(
        batch=[batch.pk],
        article=[article.pk],
        claim=[claim.pk],
        speaker=[speaker.pk],
        reset=["MQ", "set-password"],
        unpublished=["the-ferry-to-orrin"],
        **published,
    )


def _published(article: Article, run: ExtractionRun, owner: User, signer: User) -> dict[str, Any]:
    """A claim whose check stands on its public page."""
    claim = Claim.objects.create(wording="It crosses 14 times.", is_numeric=True, fingerprint="g")
    place = {"start": 0, "end": 9, "proposed_start": 0, "proposed_end": 9}
    mention = Mention.objects.create(
        article=article, run=run, claim=claim, original_claim=claim, wording="…", **place
    )
    claim.take(owner).word(owner, "It crosses 14 times.", "content")
    evidencing.confirm_mention(mention, owner)
    source = Source.objects.create(
        kind="document", title="Timetable", is_primary=True, added_by=owner
    )
    snapshot = Snapshot.objects.create(
        source=source,
        sha256=store([b"14"]),
        size=2,
        content_type="text/plain",
        name="timetable.txt",
        how="uploaded",
        added_by=owner,
    )
    piece = evidencing.add_evidence(
        claim,
        owner,
        source=source,
        snapshot=snapshot,
        stance="supports",
        quote="14",
        locator="p. 1",
    )
    calculation = evidencing.calculate(claim, owner, "sum", [("there", "7"), ("back", "7")])
    call = {"how": "telephone", "on": date(2025, 10, 2), "outcome": "asked"}
    asked = evidencing.log_contact(claim, owner, whom="The harbour", **call)
    said = ("headline", "reasoning", "unknowns", "why_checked")
    left = ("only_source_reason", "other_side_reason")
    draft = piece.verdict.draft(owner)
    draft.edit(
        owner, rating=Rating.objects.get(key="true"), **dict.fromkeys((*said, *left), "Said.")
    )
    draft.submit(owner).sign_off(signer, draft.content_hash)
    publication = publish(draft, signer)
    return {
        "checked": [claim.pk],
        "version": [draft.pk],
        "snapshot": [snapshot.pk],
        "published": [publication.slug],
        "published_version": [publication.slug, draft.number],
        "ids": {
            "mention": mention.pk,
            "evidence": piece.pk,
            "comment": draft.comment(owner, "Which year?").pk,
            "calculation": calculation.pk,
            "contact": asked.pk,
        },
    }


def outcome_of(response: Any) -> str:
    if response.status_code in {403, 404}:
        return str(response.status_code)
    if response.status_code == 302 and response.url.startswith("/accounts/login/?next="):
        return LOGIN
    # 409 and 422: let in, and told why that could not be done.
    assert response.status_code in {200, 302, 409, 422}, response
    return IN


def send(client: Client, row: Row, world: SimpleNamespace) -> Any:
    address = reverse(row.name, args=getattr(world, row.of) if row.of else [])
    if row.form is None:
        return client.get(address)
    ids = world.ids
    form = {name: ids.get(value, value) for name, value in row.form.items()}
    if "files" in form:
        form["files"] = [SimpleUploadedFile(form["files"], b"Ten men left.")]
    return client.post(address, form)


def what_was_written() -> tuple[int, int, list[tuple[str, str]]]:
    """What any of the forms could change."""
    batches = Batch.objects.order_by("pk").values_list("name", "state")
    return Event.objects.count(), Claim.objects.exclude(state="new").count(), list(batches)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("row", TABLE, ids=str)
def test_every_address_lets_in_whom_it_should(
    request: pytest.FixtureRequest,
    client: Client,
    world: SimpleNamespace,
    row: Row,
    name: str,
) -> None:
    if name != "anonymous":
        client.force_login(request.getfixturevalue(name))
    before = what_was_written()
    assert outcome_of(send(client, row, world)) == row.who[name]
    if row.who[name] != IN:
        assert what_was_written() == before


def test_every_deed_needs_a_post(client: Client, world: SimpleNamespace, superuser: User) -> None:
    client.force_login(superuser)
    shown = {row.name for row in TABLE if row.form is None}
    for row in TABLE:
        if row.name not in shown:
            address = reverse(row.name, args=getattr(world, row.of) if row.of else [])
            assert client.get(address).status_code == 405, row


def test_every_form_is_guarded_against_forgery(world: SimpleNamespace, superuser: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)
    for row in TABLE:
        if row.form is not None:
            assert send(client, row, world).status_code == 403, row


def test_somebody_who_was_deactivated_is_out_at_once(client: Client, checker: User) -> None:
    client.force_login(checker)
    assert client.get(reverse("queue")).status_code == 200
    User.objects.filter(pk=checker.pk).update(is_active=False)
    assert outcome_of(client.get(reverse("queue"))) == LOGIN


def addresses(patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                yield from addresses(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield str(pattern.name)


def test_the_table_names_every_address_outside_the_admin() -> None:
    assert set(addresses(get_resolver().url_patterns)) == {row.name for row in TABLE}
