"""Filters of the queue that people save under a name."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from claims.models import Outlet, Refused, User
from tests.making import make_article, make_claim, shown_to
from verification.models import SavedFilter
from verification.models.saved_filters import MOST_OWN

FIGURES = "/queue/?by=claim&kind=numeric&owner=me&state=all"


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def tabs(who: User) -> list[str]:
    found = re.search(r'<nav class="tabs".*?</nav>', shown_to(who, "/queue/?by=claim"), re.DOTALL)
    assert found
    return re.findall(r"saved=\d+[^>]*>([^<]+)</a>", found.group())


def test_a_filter_is_saved_from_its_list_and_leads_back_to_it(
    desk: Client, checker: User, checker2: User, editor: User
) -> None:
    claim = make_claim(state="queued")
    claim.take(checker)
    save = FIGURES.replace("/queue/", "/queue/filters/save/") + "&outlet=nonsense"
    answer = desk.post(save, {"name": "  My   figures "}, follow=True)
    page = answer.content.decode()
    assert "Saved as “My figures”" in page
    assert f'data-claim="{claim.pk}"' in page
    saved = SavedFilter.objects.get()
    # What is no filter is not kept; "me" is whoever looks.
    assert saved.values == {"by": "claim", "state": "all", "owner": "me", "kind": "numeric"}
    assert tabs(checker) == ["My figures"]
    assert tabs(checker2) == tabs(editor) == []
    out = desk.get(f"/queue/export/?{saved.query}")
    assert 'filename="my-figures-' in out["Content-Disposition"]
    # Its name is taken, and nothing typed is lost.
    again = desk.post(save, {"name": "My figures"})
    assert again.status_code == 422
    assert 'value="My figures"' in again.content.decode()
    assert "There is a filter “My figures” already." in again.content.decode()
    assert desk.post("/queue/filters/save/?by=claim", {"name": "All"}).status_code == 422
    saved.let_go(checker)
    assert tabs(checker) == []
    assert desk.post(save, {"name": "My figures"}).status_code == 302


def test_editors_share_with_all_and_only_they_and_its_owner_change_it(
    checker: User, checker2: User, editor: User, editor2: User
) -> None:
    own = SavedFilter.objects.keep(checker, "Own", {"kind": "numeric"})
    with pytest.raises(Refused, match="Only editors share"):
        own.share(checker)
    with pytest.raises(Refused, match="is checker’s"):
        own.share(editor)
    shared = SavedFilter.objects.keep(editor, "Of all", {"kind": "both"}).share(editor)
    assert tabs(checker) == ["Own", "Of all"]
    with pytest.raises(Refused, match="is editor’s"):
        shared.rename(checker, "Mine")
    shared.rename(editor2, "Everybody's")
    SavedFilter.objects.keep(checker, "Second", {"kind": "both"}).put_first(checker)
    assert tabs(checker) == ["Second", "Own", "Everybody&#x27;s"]
    assert tabs(checker2) == ["Everybody&#x27;s"]
    shared.unshare(editor2)
    assert tabs(checker2) == []
    for number in range(MOST_OWN - 2):
        SavedFilter.objects.keep(checker, f"No. {number}", {"kind": "both"})
    with pytest.raises(Refused, match=f"You have {MOST_OWN} saved filters"):
        SavedFilter.objects.keep(checker, "One more", {"kind": "both"})


def test_what_a_saved_filter_names_is_gone_and_the_rest_is_shown(checker: User) -> None:
    claim = make_claim(make_article(outlet="Vell Courier"))
    outlet = Outlet.objects.get()
    saved = SavedFilter.objects.keep(
        checker, "Courier", {"by": "claim", "outlet": str(outlet.pk), "kind": "numeric"}
    )
    Outlet.objects.filter(pk=outlet.pk).update(
        merged_into=Outlet.objects.create(name="Marrow Post")
    )
    page = shown_to(checker, f"/queue/?{saved.query}")
    assert "filters by what is not there any more (Outlet)" in page
    assert f'data-claim="{claim.pk}"' in page
