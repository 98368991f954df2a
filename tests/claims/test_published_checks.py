"""Importing the published checks of others: what is stored, counted and told."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from claims.intake import claimreviews, import_paths
from claims.models import Batch, CheckMatch, Claim, Event, PublishedCheck, User
from claims.queue import bearing_on, undo
from tests.claims.ingest.test_claimreviews import CHECK, FEED, GOOGLE, MICRODATA, page
from tests.making import make_claim, make_match

pytestmark = pytest.mark.django_db


def run(path: Path, *contents: Any) -> tuple[dict[str, Any], str, int]:
    """The counts, what was told of bad items, and the exit status."""
    files = []
    for number, content in enumerate(contents):
        files.append(path / f"{number}.txt")
        files[-1].write_text(content if isinstance(content, str) else json.dumps(content))
    out, told, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("import_claimreviews", *map(str, files), "--json", stdout=out, stderr=told)
    except (CommandError, SystemExit) as end:
        status = end.returncode if isinstance(end, CommandError) else int(str(end.code))
    return json.loads(out.getvalue()), told.getvalue(), status


def counted(counts: dict[str, Any]) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "failed")
    return {name: counts[name] for name in names if counts[name]}


def test_it_keeps_what_the_publisher_shows_and_all_that_was_read(tmp_path: Path) -> None:
    counts, told, status = run(tmp_path, CHECK)
    assert (counted(counts), told, status) == ({"created": 1}, "", 0)
    kept = PublishedCheck.objects.get()
    assert (kept.label, kept.publisher, kept.claimant) == (
        "Mostly false",
        "Veracity Desk",
        "Ada Wyle",
    )
    assert (kept.claimed_on, kept.checked_on) == (date(2025, 9, 3), date(2025, 9, 5))
    assert kept.raw == CHECK


def test_a_check_is_one_wherever_it_was_read(tmp_path: Path) -> None:
    counts, _told, _status = run(tmp_path, CHECK, FEED, page(json.dumps(CHECK)))
    assert counted(counts) == {"created": 1, "unchanged": 2}
    assert counts["files"] == counts["items"] == 3


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, GOOGLE, MICRODATA)
    before = list(PublishedCheck.objects.values())
    counts, _told, status = run(tmp_path, GOOGLE, MICRODATA)
    assert (counted(counts), status) == ({"unchanged": 2}, 0)
    assert list(PublishedCheck.objects.values()) == before


def test_a_newer_version_updates_and_an_older_one_does_not(tmp_path: Path) -> None:
    newer = CHECK | {"dateModified": "2025-09-09", "reviewRating": {"alternateName": "True"}}
    run(tmp_path, CHECK)
    assert counted(run(tmp_path, newer)[0]) == {"updated": 1}
    assert PublishedCheck.objects.get().label == "True"
    assert counted(run(tmp_path, CHECK)[0]) == {"unchanged": 1}
    assert PublishedCheck.objects.get().label == "True"


@pytest.mark.parametrize(
    ("first", "then", "label"),
    [
        ("2025-09-05", "2025-09-05", "Mostly false"),
        ("2025-09-05", "", "Mostly false"),
        ("", "", "Mostly false"),
        ("", "2025-09-05", "True"),
        ("2025-09-05", "2025-09-06", "True"),
        ("2025-09-05", "2025-09-04", "Mostly false"),
    ],
)
def test_another_label_counts_only_with_a_later_date(
    tmp_path: Path, first: str, then: str, label: str
) -> None:
    other = {"datePublished": then, "reviewRating": {"alternateName": "True"}}
    run(tmp_path, CHECK | {"datePublished": first}, CHECK | other)
    assert PublishedCheck.objects.get().label == label


def test_a_check_that_another_import_stores_meanwhile_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait() -> None:
        url, claim = CHECK["url"], CHECK["claimReviewed"]
        PublishedCheck.objects.create(
            key=PublishedCheck.key_of(url, claim),
            url=url,
            claim=claim,
            label="Mostly false",
            checked_on=date(2025, 9, 5),
        )

    monkeypatch.setattr(claimreviews, "one_import_at_a_time", wait)
    assert counted(run(tmp_path, CHECK)[0]) == {"unchanged": 1}


def test_one_page_with_two_claims_is_two_checks(tmp_path: Path) -> None:
    other = CHECK | {"claimReviewed": "The flood took 9 bridges"}
    assert counted(run(tmp_path, [CHECK, other])[0]) == {"created": 2}


def test_a_bad_item_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    counts, told, status = run(tmp_path, [CHECK | {"url": ""}, CHECK], "nothing")
    assert (counted(counts), status) == ({"created": 1, "failed": 2}, 1)
    assert f"{tmp_path}/0.txt:1: The check has no address of its own." in told
    assert f"{tmp_path}/1.txt:1: The file is not valid JSON" in told


def test_nothing_that_could_be_read_is_told(tmp_path: Path) -> None:
    counts, _told, status = run(tmp_path, "nothing", "")
    assert (counts["items"], counts["failed"], status) == (2, 2, 2)
    with pytest.raises(CommandError, match="There is no file") as raised:
        call_command("import_claimreviews", str(tmp_path / "none"))
    assert raised.value.returncode == 2


def test_what_no_database_keeps_is_kept_readable(tmp_path: Path) -> None:
    text = (
        json.dumps(CHECK)
        .replace("Ada Wyle", r"Ada\u0000 \ud800Wyle")
        .replace('"2025-09-03"', "NaN")
    )
    assert counted(run(tmp_path, text)[0]) == {"created": 1}
    assert PublishedCheck.objects.get().claimant == "Ada\ufffd \ufffdWyle"


def test_the_last_line_gives_the_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "check.json").write_text(json.dumps(CHECK))
    call_command("import_claimreviews", str(tmp_path / "check.json"))
    last = capsys.readouterr().out.splitlines()[-1]
    assert json.loads(last)["created"] == 1


# --- matched to our claims --------------------------------------------------------

FLOOD = "The flood killed 40 people in Tamber."
OTHER_FLOOD = "The flood killed 43 people in Tamber, the mayor Ada Wyle said."


def import_text(path: Path, name: str, text: str, day: str = "2025-09-04") -> None:
    article = path / f"{name}.txt"
    article.write_text(f"---\noutlet: {name}\npublished: {day}\n---\n{text}")
    import_paths([article], Batch.objects.create(name=name))


def matched() -> set[tuple[str, str]]:
    return {(match.claim.wording[:25], match.relation) for match in CheckMatch.objects.all()}


def test_checks_and_claims_meet_whichever_came_first(tmp_path: Path) -> None:
    import_text(tmp_path, "courier", FLOOD)
    counts, _told, _status = run(tmp_path, CHECK)
    assert counts["suggested"] == 1
    import_text(tmp_path, "herald", OTHER_FLOOD)
    assert len(matched()) == 2
    assert {relation for _claim, relation in matched()} & {"same", "agrees"}
    before = matched()
    run(tmp_path, CHECK | {"dateModified": "2025-09-09"})
    assert matched() == before


def test_a_check_of_another_matter_is_suggested_for_nothing(tmp_path: Path) -> None:
    import_text(tmp_path, "courier", "The harbour handled 40 ships in May.")
    assert run(tmp_path, CHECK)[0]["suggested"] == 0


def test_what_a_person_said_of_it_stays(tmp_path: Path, checker: User) -> None:
    import_text(tmp_path, "courier", FLOOD)
    run(tmp_path, CHECK)
    event = CheckMatch.objects.get().reject(checker)
    run(tmp_path, CHECK | {"dateModified": "2025-09-09"})
    claim = Claim.objects.get(published_checks__isnull=False)
    assert not bearing_on(claim).checks
    undo(event, checker)
    assert [match.state for match in bearing_on(claim).checks] == ["suggested"]


def test_undoing_gives_back_whose_word_it_was(checker: User, checker2: User) -> None:
    match = make_match(make_claim())
    match.confirm(checker)
    undo(match.reject(checker2), checker2)
    match.refresh_from_db()
    assert (match.state, match.decided_by) == ("confirmed", checker)


def test_the_claims_page_shows_the_publishers_label(client: Client, checker: User) -> None:
    claim = make_claim()
    hostile = {
        "label": "<b>False</b>",
        "publisher": "<script>x",
        "url": "https://a.example/?a=1&b=2",
    }
    match = make_match(claim, **hostile)
    client.force_login(checker)
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "&lt;b&gt;False&lt;/b&gt;" in page
    assert "<script>x" not in page
    link = page[page.index('href="https://a.example/?a=1&amp;b=2"') :]
    assert 'rel="noopener noreferrer nofollow"' in link[: link.index(">")]
    client.post(f"/published/{match.pk}/confirm/", {"next": claim.get_absolute_url()})
    match.refresh_from_db()
    assert (match.state, match.decided_by) == ("confirmed", checker)
    assert Event.objects.filter(kind="check_confirmed", members__claim=claim).count() == 1
