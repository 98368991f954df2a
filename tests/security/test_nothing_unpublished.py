"""What is not published, or no longer, shows on no page that readers have."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.http import urlencode

from claims.models import User
from tests.security.world import SAID, World
from tests.signing import sign
from verification.evidence import gathering as evidencing
from verification.public import urls as public_urls

pytestmark = pytest.mark.django_db

FIRST = {
    *SAID.values(),
    "The Harl dam holds 40 million litres",
    "Ada Wyle",
    "Gauge at Harl",
    "Reading: 40.0",
    "row of 5 September",
    "Vell Courier",
    "The dam at Harl, part",
}
SECOND = {"Emptier than its keeper says", "It holds 30 million litres.", "Yearbook of dams"}


def sent_back(world: World) -> None:
    world.submitted()
    world.version.request_changes(world.second, "Say which gauge.")


def withdrawn(world: World) -> None:
    world.taken_down()
    editor = User.objects.get(username="editor")
    world.publication = world.publication.withdraw(editor, "It was wet.")


def next_draft(world: World) -> None:
    """What stands is published, what is written now is not."""
    world.published()
    owner = world.owner
    world.version = world.publication.verdict.draft(owner)
    world.claim.refresh_from_db()
    evidencing.word(
        world.claim, owner, "It holds 30 million litres.", "content", differs_on_purpose=True
    )
    evidencing.change_evidence(world.piece, owner, quote="Yearbook of dams")
    world.version.edit(
        owner,
        headline="Emptier than its keeper says",
        correction_class="factual",
        correction_note="It holds 30 million litres.",
    )


def next_submitted(world: World) -> None:
    next_draft(world)
    world.version.submit(world.owner)


def next_signed(world: World) -> None:
    next_submitted(world)
    sign(world.version, world.second)


STAGES: list[tuple[Callable[[World], None], set[str]]] = [
    (World.draft, FIRST),
    (World.submitted, FIRST),
    (World.suggested, FIRST | {"Better."}),
    (sent_back, FIRST),
    (World.signed, FIRST),
    (World.taken_down, FIRST),
    (withdrawn, FIRST),
    (next_draft, SECOND),
    (next_submitted, SECOND),
    (next_signed, SECOND),
]


def addresses(name: str, world: World, hidden: set[str]) -> Iterator[tuple[str, str]]:
    """All ways to ask for the readers' page of that name, and what was asked for in words."""
    match name:
        case "checks":
            yield reverse(name), ""
            for words in hidden:
                for field in ("q", "speaker"):
                    yield f"{reverse(name)}?{urlencode({field: words})}", words
            yield f"{reverse(name)}?rating=true", ""
        case "check":
            yield reverse(name, args=[world.slug]), ""
            now = urlencode({"as_of": timezone.now().isoformat()})
            yield f"{reverse(name, args=[world.slug])}?{now}", ""
        case "check_version":
            for number in range(1, 4):
                yield reverse(name, args=[world.slug, number]), ""
        case "report_error" | "error_reported":
            yield reverse(name, args=[world.slug]), ""
        case _:
            yield reverse(name), ""


@pytest.mark.parametrize(
    ("stage", "hidden"), STAGES, ids=lambda value: getattr(value, "__name__", "")
)
def test_no_page_of_readers_shows_it(
    checker2: User,
    editor2: User,
    editor: User,
    client: Client,
    stage: Callable[[World], None],
    hidden: set[str],
) -> None:
    world = World(None)
    stage(world)
    named_nowhere = {world.slug} if hidden is not SECOND else set()
    leaks = set()
    for pattern in public_urls.urlpatterns:
        for address, asked in addresses(str(pattern.name), world, hidden):
            html = client.get(address).content.decode()
            secrets = hidden - {asked} | (named_nowhere if world.slug not in address else set())
            leaks |= {(address, words) for words in secrets if str(escape(words)) in html}
    assert leaks == set()


@pytest.mark.parametrize(
    ("stage", "hidden"), STAGES, ids=lambda value: getattr(value, "__name__", "")
)
def test_no_list_of_readers_counts_it(
    checker2: User,
    editor2: User,
    editor: User,
    client: Client,
    stage: Callable[[World], None],
    hidden: set[str],
) -> None:
    world = World(None)
    stage(world)
    standing = 1 if hidden is SECOND else 0
    assert len(client.get("/checks/").context["page"].rows) == standing
    assert client.get("/sitemap.xml").content.decode().count("<loc>") == standing
    for address, asked in addresses("checks", world, hidden):
        if asked:
            context = client.get(address).context
            assert not context["page"].rows, address
            assert not context["total"], address


def test_what_is_published_does_show(checker2: User, editor2: User, client: Client) -> None:
    """Else the tests above would pass whatever the pages said."""
    world = World(None)
    world.published()
    html = client.get(reverse("check", args=[world.slug])).content.decode()
    assert {words for words in FIRST if str(escape(words)) not in html} == set()
