"""What is typed beside the claim page comes back too: on pages of one thing, and of none."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html

from claims.models import Article, Claim, KeptForm, Speaker, Story, User
from tests.making import make_claim

pytestmark = pytest.mark.django_db

TYPED = "Half a thought"
# The page, where its form is sent, and the field that is typed into.
FORMS = [
    ("/claims/new/", "/claims/new/", "text"),
    ("/watches/", "/watches/", "what"),
    ("/batches/", "/batches/", "name"),
    ("/stories/{story}/", "/stories/{story}/rename/", "title"),
    ("/stories/{story}/", "/stories/{story}/merge/", "other"),
    ("/speakers/{speaker}/", "/speakers/{speaker}/merge/", "into"),
    ("/articles/{article}/mark/", "/articles/{article}/mark/", "words"),
    ("/mentions/{mention}/", "/mentions/{mention}/figure/", "counted"),
    ("/mentions/{mention}/", "/mentions/{mention}/speaker/", "names"),
    ("/claims/{claim}/", "/mentions/{mention}/figure/", "counted"),
]


@pytest.fixture
def ids() -> dict[str, int]:
    claim = make_claim()
    story = Story.objects.create()
    Story.objects.refresh()
    return {
        "claim": claim.pk,
        "mention": claim.mentions.get().pk,
        "article": Article.objects.get().pk,
        "speaker": Speaker.objects.get().pk,
        "story": story.pk,
    }


def form_at(client: Client, page: str, action: str) -> Any:
    tree = html.fromstring(client.get(page).content.decode())
    return next(form for form in tree.forms if form.action == action and "keeps" in form.fields)


def test_each_form_comes_back_as_it_was_left(
    client: Client, superuser: User, ids: dict[str, int]
) -> None:
    client.force_login(superuser)
    for page, action, field in FORMS:
        page, action = page.format(**ids), action.format(**ids)
        data = dict(form_at(client, page, action).form_values()) | {field: TYPED}
        answer = client.post("/kept/", data, headers={"accept": "application/json"})
        assert answer.status_code == 200, page
        form = form_at(client, page, action)
        assert (form.fields[field] or "").strip() == TYPED, (page, field)
        assert form.xpath(".//*[@class='note']"), (page, field)
        # Nobody has sent it: nothing is told to be wrong with it.
        assert not form.xpath(".//*[contains(@class, 'error')]"), (page, field)
        discard = dict(form.form_values())
        client.post("/kept/discard/", discard)
        assert TYPED not in (form_at(client, page, action).fields[field] or ""), (page, field)


def test_saving_lets_go_of_it(client: Client, checker: User, ids: dict[str, int]) -> None:
    client.force_login(checker)
    for page, action, typed in (
        ("/watches/", "/watches/", {"what": "drones"}),
        ("/stories/{story}/", "/stories/{story}/rename/", {"title": "The dam"}),
        ("/claims/new/", "/claims/new/", {"text": "Harl has 300 sheep."}),
        ("/mentions/{mention}/", "/mentions/{mention}/figure/", {"counted": "sheep"}),
    ):
        page, action = page.format(**ids), action.format(**ids)
        data = dict(form_at(client, page, action).form_values()) | typed
        client.post("/kept/", data, headers={"accept": "application/json"})
        sent = client.post(action, dict(form_at(client, page, action).form_values()))
        assert sent.status_code == 302, page
        assert not KeptForm.objects.exists(), page


def test_a_text_sent_after_logout_waits_behind_the_login(client: Client, checker: User) -> None:
    asked = client.post("/claims/new/", {"text": TYPED})
    assert asked.status_code == 401
    (form,) = html.fromstring(asked.content.decode()).forms
    typed = {"username": "checker", "password": "correct horse battery"}
    back = client.post(form.action, dict(form.form_values()) | typed, REMOTE_ADDR="127.0.0.1")
    assert back.url == "/claims/new/"
    assert form_at(client, "/claims/new/", "/claims/new/").fields["text"].strip() == TYPED


def test_a_refused_correction_comes_back_in_its_place_on_the_claims_page(
    client: Client, checker: User, ids: dict[str, int]
) -> None:
    client.force_login(checker)
    page, action = "/claims/{claim}/".format(**ids), "/mentions/{mention}/figure/".format(**ids)
    data = dict(form_at(client, page, action).form_values()) | {"amount": "many"}
    refused = client.post(action, data, headers={"hx-request": "true"})
    assert refused.status_code in {409, 422}
    assert refused.headers["HX-Retarget"] == "#mend-forms"
    tree = html.fromstring(f"<div>{refused.content.decode()}</div>")
    assert tree.xpath("//form[@hx-post=$to]//input[@value='many']", to=action)
    assert Claim.objects.count() == 1
