"""The way in and out, and what is said where it is barred."""

from __future__ import annotations

from django.test import Client
from pytest_django import Settings

from claims.models import User
from tests.conftest import PASSWORD

LOGIN = "/accounts/login/"


def test_who_logs_in_comes_to_the_page_that_was_asked_for(client: Client, checker: User) -> None:
    asked = client.get("/queue/?by=claim")
    response = client.post(asked.url, {"username": "checker", "password": PASSWORD, "next": ""})
    assert (response.status_code, response.url) == (302, "/")
    client.logout()
    data = {"username": "checker", "password": PASSWORD, "next": "/queue/?by=claim"}
    assert client.post(asked.url, data).url == "/queue/?by=claim"


def test_the_login_page_keeps_where_one_was_going(client: Client, db: None) -> None:
    page = client.get(client.get("/queue/?by=claim").url).content.decode()
    assert 'name="next" value="/queue/?by=claim"' in page


def test_logging_in_never_leads_elsewhere(client: Client, checker: User) -> None:
    data = {"username": "checker", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post(LOGIN, data).url == "/"


def test_a_wrong_password_is_told_and_the_sixth_has_to_wait(client: Client, checker: User) -> None:
    data = {"username": "checker", "password": "wrong"}
    first = client.post(LOGIN, data)
    assert "correct username and password" in first.content.decode()
    for _ in range(4):
        last = client.post(LOGIN, data)
    assert last.status_code == 429
    assert "a quarter of an hour" in last.content.decode()
    assert client.post(LOGIN, {"username": "checker", "password": PASSWORD}).status_code == 429


def fail(client: Client, name: str, address: str, **headers: str) -> int:
    data = {"username": name, "password": "wrong"}
    return client.post(LOGIN, data, REMOTE_ADDR=address, **headers).status_code


def test_one_address_that_tries_sixty_names_has_to_wait(client: Client, checker: User) -> None:
    tried = [fail(client, f"name{number}", "203.0.113.7") for number in range(60)]
    assert tried[:20] == 20 * [200]
    assert tried[-25:] == 25 * [429]
    data = {"username": "checker", "password": PASSWORD}
    assert client.post(LOGIN, data, REMOTE_ADDR="203.0.113.7").status_code == 429
    assert client.post(LOGIN, data, REMOTE_ADDR="198.51.100.4").status_code == 302


def test_nobody_can_lock_out_a_colleague(client: Client, checker: User, settings: Settings) -> None:
    """Behind the proxy, whoever fails by a colleague's name does it from another address."""
    settings.TRUSTED_PROXIES = ["10.0.0.1"]
    for _ in range(10):
        fail(client, "checker", "10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.7")
    data = {"username": "checker", "password": PASSWORD}
    here = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.8"}
    assert client.post(LOGIN, data, **here).status_code == 302
    there = here | {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}
    assert client.post(LOGIN, data, **there).status_code == 429


def test_an_address_that_the_client_writes_itself_changes_nothing(
    client: Client, checker: User
) -> None:
    tried = [
        fail(client, "checker", "203.0.113.7", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
        for number in range(6)
    ]
    assert tried[-1] == 429


def test_one_logs_out_by_a_form_only(client: Client, checker: User) -> None:
    client.force_login(checker)
    assert client.get("/accounts/logout/").status_code == 405
    assert client.post("/accounts/logout/").url == LOGIN
    assert client.get("/queue/").status_code == 302


def test_without_a_role_the_page_says_who_can_help(client: Client, newcomer: User) -> None:
    client.force_login(newcomer)
    page = client.get("/queue/").content.decode()
    assert "An administrator can give you one." in page
    assert 'href="/batches/"' not in page


def test_a_page_that_is_not_there_leads_back_to_the_desk(client: Client, checker: User) -> None:
    client.force_login(checker)
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "To the desk" in response.content.decode()


def test_a_page_that_breaks_says_so_without_the_desk_around_it(
    client: Client, checker: User, monkeypatch
) -> None:
    client.force_login(checker)
    client.raise_request_exception = False
    monkeypatch.setattr("verification.desk.listing.by_article", lambda chosen: 1 / 0)
    response = client.get("/queue/")
    assert response.status_code == 500
    assert "Something broke" in response.content.decode()
