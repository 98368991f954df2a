"""Every page of the desk suits everybody: narrow, or in three panes; light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from claims.models import Quantity, Story, User, Watch
from claims.queue import merge
from tests.browser import steps
from tests.making import make_article, make_claim
from tests.security.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEBREW = "הסכר בהרל מכיל 40 מיליון ליטר, אמרה עדה."
LOOKS = ((320, "light"), (1700, "light"), (1700, "dark"))


@pytest.fixture
def world(checker2: User, editor2: User) -> World:
    """A desk with something of everything, and a text that is read from the right."""
    made = World(None)
    made.everywhere()
    made.twin, made.gone = make_claim(), make_claim()
    merge(made.gone, checker2, made.twin)
    made.hebrew = make_article(HEBREW, language="he", title=HEBREW)
    made.right = make_claim(made.hebrew, "בהרל מכיל 40 מיליון", figure="", speaker="עדה")
    return made


def pages_of(world: World) -> list[str]:
    """With content; those that a feature's own test looks at are left to it."""
    story, watch = Story.objects.get(title="The dam"), Watch.objects.get()
    figure = Quantity.objects.filter(mentions__claim=world.claim)[0]
    return [
        *("/", "/queue/", "/queue/?by=story", "/queue/?by=claim&state=all", "/queue/?q=nothing"),
        *("/speakers/", "/watches/", f"/watches/{watch.pk}/", "/muted/", "/set-aside/"),
        *("/notices/", "/accounts/notices/", "/claims/new/", f"/claims/new/{world.batch.pk}/"),
        f"/measures/{figure.pk}/",
        *("/batches/", f"/stories/{story.pk}/", "/queue/set-aside/", "/signoff/", "/dashboard/"),
        *(world.hebrew.get_absolute_url(), world.article.get_absolute_url()),
        *(claim.get_absolute_url() for claim in (world.right, world.claim, world.gone)),
    ]


def flaws(page: Page, address: str) -> list[str]:
    page.goto(address)
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        found += [f"{address} {width} {scheme}: {flaw}" for flaw in steps.violations(page)]
        if (wider := steps.overflow(page)) > 0:
            found.append(f"{address} {width}: {wider} pixels wider than its window")
    return found


def test_every_page_suits_everybody(
    browser: Browser,
    base_url: str,
    world: World,
    editor: User,
    checker: User,
    administrator: User,
    auditor: User,
) -> None:
    found = []
    for user, addresses in (
        (editor, pages_of(world)),
        *((user, ["/"]) for user in (checker, administrator, auditor)),
    ):
        page = browser.new_context(base_url=base_url).new_page()
        steps.log_in(page, user.username)
        for address in addresses:
            found += flaws(page, address)
        page.context.close()
    assert found == []
