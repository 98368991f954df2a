"""Importing: what becomes of every row, whatever the order and however often."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.intake import importing
from claims.intake.importing import Counts, import_paths
from claims.models import Article, Batch, BatchRow, Claim, Event, Mention, Outlet, Quantity, User
from tests.making import empty, shown_to

pytestmark = pytest.mark.django_db

FLOOD = "The flood killed 16 people in Vell overnight, the mayor, Ana Brod, said."
TOLL_ROSE = "The flood killed 17 people in Vell overnight, the mayor, Ana Brod, said."


def write(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def row(text: str = FLOOD, url: str = "https://vell.example/flood", **more: Any) -> dict[str, Any]:
    return {"text": text, "url": url, "published": "2025-09-03", "outlet": "Vell Post"} | more


def run(*paths: Path, name: str = "batch", **options: Any) -> Counts:
    batch, _made = Batch.objects.get_or_create(name=name, defaults=options)
    return import_paths(paths, batch)


def snapshot() -> dict[str, Any]:
    """Everything an import leaves behind, without keys and clocks."""
    articles = Article.objects.order_by("identity", "version")
    mentions = Mention.objects.order_by("article__identity", "article__version", "start", "end")
    return {
        "articles": list(
            articles.values_list(
                "identity",
                "version",
                "is_latest",
                "outlet__name",
                "copy_of__identity",
                "published_on",
                "resolved_on",
                "open_claims",
                "top_priority",
            )
        ),
        "rows": list(
            BatchRow.objects.order_by("batch__name", "file", "row").values_list(
                "batch__name", "file", "row", "outcome", "article__identity", "problem"
            )
        ),
        "mentions": list(
            mentions.values_list("article__identity", "start", "end", "claim__fingerprint")
        ),
        "claims": list(
            Claim.objects.order_by("fingerprint").values_list(
                "fingerprint", "wording", "state", "priority", "outlets_count", "mentions_count"
            )
        ),
        "figures": list(
            Quantity.objects.order_by("article__identity", "start").values_list(
                "article__identity", "start", "end", "low", "high", "least", "most"
            )
        ),
        "entries": sorted(
            Claim.objects.filter(entries__isnull=False).values_list(
                "fingerprint",
                "entries__outlet__name",
                "entries__batch__name",
                "entries__speaker__name",
                "entries__state",
                "entries__priority",
            ),
            key=str,
        ),
        "events": list(Event.objects.order_by("pk").values_list("kind", "payload")),
    }


def outcomes(*names: str) -> list[str]:
    return list(BatchRow.objects.order_by("pk").values_list("outcome", flat=True))


def test_what_allows_no_exception_is_a_claim_without_figure_and_speaker(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", row(text="Nobody was hurt in the blast at the mill.")))
    claim = Claim.objects.get()
    assert (claim.is_absolute, claim.is_numeric, claim.is_attributed) == (True, False, False)
    assert claim.wording == "Nobody was hurt in the blast at the mill"


def test_an_article_becomes_claims_with_figures_and_speaker(tmp_path: Path) -> None:
    counts = run(write(tmp_path, "a.jsonl", row()))
    assert (counts.rows, counts.created, counts.failed) == (1, 1, 0)
    assert counts.mentions == counts.claims_created >= 1
    claim = Claim.objects.get(is_numeric=True)
    assert claim.is_attributed
    assert claim.speaker_label == "Ana Brod"
    assert [speaker.name for speaker in claim.speakers.all()] == ["Ana Brod"]
    figure = Quantity.objects.get()
    assert (figure.low, figure.counted_head, figure.text) == (16, "person", "16")


def test_the_same_batch_again_creates_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", row(), {"url": "https://vell.example/empty"})
    first = run(path)
    before = snapshot()
    again = run(path)
    assert (first.created, again.created, again.unchanged) == (1, 0, 1)
    assert (again.mentions, again.claims_created) == (0, 0)
    assert snapshot() == before


def test_another_batch_of_the_same_rows_creates_no_article(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", row(), row(TOLL_ROSE))
    run(path)
    again = run(path, name="once more")
    assert (again.created, again.new_versions, again.unchanged) == (0, 0, 2)
    assert Article.objects.count() == 2


def test_another_text_at_the_url_is_the_next_version(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", row()))
    counts = run(write(tmp_path, "b.jsonl", row(TOLL_ROSE)), name="later")
    old, new = Article.objects.order_by("version")
    assert counts.new_versions == 1
    assert (new.previous_version, new.root, new.is_latest, old.is_latest) == (old, old, True, False)


def test_what_only_an_earlier_version_states_goes_to_the_end_of_the_queue(
    tmp_path: Path, checker: User
) -> None:
    burned = "The fire burned 400 hectares at Osk, the mayor, Ana Brod, said."
    run(write(tmp_path, "a.jsonl", row(f"{FLOOD}\n\n{burned}")))
    before = {claim.wording: claim.priority for claim in Claim.objects.all()}
    run(write(tmp_path, "b.jsonl", row(f"{TOLL_ROSE}\n\n{burned}")), name="later")
    former, stays = (Claim.objects.get(wording__contains=figure) for figure in ("16", "400"))
    assert former.priority == before[former.wording] - 200
    assert former.reasons[0] == {"reason": "superseded", "value": None, "points": -200}
    assert stays.priority == before[stays.wording]
    page = shown_to(checker, former.get_absolute_url())
    assert "only in an earlier version" in page
    assert "This is an earlier version of the article" in page
    new = Article.objects.get(is_latest=True)
    assert f'href="{new.get_absolute_url()}"' in page
    assert "16 people" in shown_to(checker, f"{former.get_absolute_url()}in-article/")
    # What both state is shown as it stands now.
    page = shown_to(checker, stays.get_absolute_url())
    assert "This is an earlier version" not in page
    assert page.index("17 people") < page.index("earlier version")
    # It stands again, and so does its place.
    run(write(tmp_path, "c.jsonl", row(FLOOD)), name="again")
    former.refresh_from_db()
    assert former.priority == before[former.wording]
    stays.refresh_from_db()
    assert stays.priority == before[stays.wording] - 200


def test_it_versions_a_return_to_an_older_text(tmp_path: Path) -> None:
    for name, text in (("a", FLOOD), ("b", TOLL_ROSE), ("c", FLOOD)):
        run(write(tmp_path, f"{name}.jsonl", row(text)), name=name)
    assert [a.text for a in Article.objects.order_by("version")] == [FLOOD, TOLL_ROSE, FLOOD]
    run(tmp_path / "c.jsonl", name="c")
    assert Article.objects.count() == 3


def test_a_sequence_that_returns_is_whole_after_an_interruption(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", row(), row(TOLL_ROSE)))
    counts = run(write(tmp_path, "a.jsonl", row(), row(TOLL_ROSE), row()))
    assert (counts.unchanged, counts.new_versions) == (2, 1)
    assert [a.text for a in Article.objects.order_by("version")] == [FLOOD, TOLL_ROSE, FLOOD]


def test_a_sequence_that_goes_on_adds_only_what_is_new(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", row(), row(TOLL_ROSE)))
    third = FLOOD.replace("16", "23")
    counts = run(write(tmp_path, "b.jsonl", row(TOLL_ROSE), row(third)), name="b")
    assert (counts.unchanged, counts.new_versions) == (1, 1)
    assert Article.objects.get(is_latest=True).version == 3


def test_the_same_text_at_two_outlets_is_two_articles_and_the_same_claims(tmp_path: Path) -> None:
    run(
        write(
            tmp_path,
            "a.jsonl",
            row(outlet="Wire", url="https://wire.example/1", published="2025-09-04"),
            row(outlet="Post", url="https://post.example/1", published="2025-09-03"),
            row(outlet="Late", url="https://late.example/1", published="2025-09-05"),
        )
    )
    assert Article.objects.count() == 3
    assert Article.objects.get(outlet__name="Wire").copy_of.outlet.name == "Post"
    assert Article.objects.get(outlet__name="Post").copy_of is None
    assert {claim.mentions.count() for claim in Claim.objects.all()} == {3}
    assert {claim.outlets_count for claim in Claim.objects.all()} == {3}


def test_a_bad_row_is_told_with_file_row_and_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        "\n".join(
            [
                json.dumps(row()),
                '{"text": "broken',
                json.dumps(row(url="https://vell.example/2", published="3000-01-01")),
                json.dumps(row(url="https://vell.example/3" + "x" * 2100)),
                json.dumps(row(url="https://vell.example/4", title="Unread " * 200)),
            ]
        )
    )
    counts = run(path)
    assert (counts.created, counts.failed) == (2, 3)
    problems = BatchRow.objects.filter(outcome="failed").order_by("row")
    assert [problem.row for problem in problems] == [2, 3, 4]
    assert "3000" in problems[1].problem
    assert "2,000 characters" in problems[2].problem


def test_the_result_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    texts = {"a": FLOOD, "b": "A spokesman for Vell said 16 people died.", "c": FLOOD}
    paths = [
        write(tmp_path, f"{name}.jsonl", row(text, url=f"https://{name}.example/x", outlet=name))
        for name, text in texts.items()
    ]
    results = []
    for order in (paths, paths[::-1]):
        for path in order:
            run(path)
        results.append(snapshot() | {"events": None})
        empty()
    assert results[0] == results[1]


def test_an_import_that_breaks_off_gives_the_same_rows_when_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row(FLOOD.replace("16", str(n)), url=f"https://v.example/{n}") for n in range(20, 26)]
    path = write(tmp_path, "a.jsonl", *rows, row(TOLL_ROSE), row())
    run(path)
    clean = snapshot()
    empty()
    for breaks_at in (3, 9, 12):
        _break_off_after(breaks_at, path, monkeypatch)
    run(path)
    assert snapshot() == clean


def _break_off_after(steps: int, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the batch until its n-th report of progress, then as if the process died."""
    batch, _made = Batch.objects.get_or_create(name="batch")
    left = iter(range(steps))

    def tell(*_news: Any) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_paths([path], batch, tell)
    assert batch.state == Batch.State.STOPPED


def test_an_archive_makes_claims_that_never_enter_the_worklist(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", row())
    run(path, name="archive", for_queue=False)
    assert {claim.state for claim in Claim.objects.all()} == {"set_aside"}
    assert Article.objects.get().open_claims == 0
    run(write(tmp_path, "b.jsonl", row(url="https://other.example/1")), name="today")
    assert {claim.state for claim in Claim.objects.all()} == {"new"}
    assert not Event.objects.filter(kind="brought_back").exists()


def test_what_somebody_set_aside_comes_back_with_a_new_mention(
    tmp_path: Path, checker: User
) -> None:
    run(write(tmp_path, "a.jsonl", row()))
    claim = Claim.objects.get(is_numeric=True)
    claim.set_aside(checker)
    run(write(tmp_path, "b.jsonl", row(url="https://other.example/1")), name="today")
    claim.refresh_from_db()
    assert claim.state == "new"
    assert Event.objects.get(kind="brought_back").payload == {"why": "mentioned_again"}


def test_an_article_without_a_date_resolves_nothing(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", {"text": FLOOD, "outlet": "Vell Post"}))
    article = Article.objects.get()
    assert (article.published_on, article.resolved_on) == (None, None)
    assert not Claim.objects.exclude(period_from=None).exists()


def test_the_date_is_kept_as_written_and_the_instant_in_utc(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", row(published="2025-09-03T23:30:00-07:00")))
    article = Article.objects.get()
    assert str(article.published_on) == "2025-09-03"
    assert article.published_at.isoformat() == "2025-09-04T06:30:00+00:00"
    assert article.published_raw == "2025-09-03T23:30:00-07:00"


def test_a_time_without_an_offset_is_the_outlets(tmp_path: Path) -> None:
    Outlet.objects.create(name="Vell Post", time_zone="Europe/Paris")
    run(write(tmp_path, "a.jsonl", row(published="2025-09-03T01:30")))
    assert Article.objects.get().published_at.isoformat() == "2025-09-02T23:30:00+00:00"


def test_outlets_go_by_name_in_any_case_then_by_domain(tmp_path: Path) -> None:
    run(
        write(
            tmp_path,
            "a.jsonl",
            row(outlet="The Vell Post", url="https://vell.example/1"),
            row(outlet="the vell post", url="https://vell.example/2"),
            row(outlet=None, url="https://www.courier.example/3"),
            row(outlet=None, url="https://courier.example/4"),
        )
    )
    assert {outlet.name for outlet in Outlet.objects.all()} == {"courier.example", "The Vell Post"}


@pytest.mark.parametrize("reverse", [False, True])
def test_a_name_that_is_anothers_domain_changes_nothing_in_any_order(
    tmp_path: Path, reverse: bool
) -> None:
    owner = Outlet.objects.create(name="The Example")
    owner.domains.create(domain="courier.example")
    rows = [
        row(outlet="courier.example", url="https://courier.example/1"),
        row(outlet=None, url="https://courier.example/2"),
    ]
    run(write(tmp_path, "a.jsonl", *(rows[::-1] if reverse else rows)))
    assert Article.objects.get(url__endswith="/2").outlet == owner


def test_a_merged_outlets_name_leads_to_the_other(tmp_path: Path) -> None:
    post = Outlet.objects.create(name="Post")
    Outlet.objects.create(name="Old Post", merged_into=post)
    run(write(tmp_path, "a.jsonl", row(outlet="old post")))
    assert Article.objects.get().outlet == post


def test_hostile_texts_are_imported_and_cost_nothing_else(tmp_path: Path) -> None:
    texts = [
        "NUL \x00 and lone \ud800 surrogates killed 12 people.",
        '"' * 2000 + " he said 5 people died",
        "<script>alert(1)</script> killed 3 people.",
        "9" * 50 + " people and 12 dogs died.",
        "x" * 300_000,
    ]
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(
            json.dumps(row(text, url=f"https://v.example/{n}")) + "\n"
            for n, text in enumerate(texts)
        )
    )
    counts = run(path)
    assert (counts.created, counts.failed) == (5, 0)
    assert not Quantity.objects.filter(low__gt=10**24).exists()


def test_two_files_of_one_name_are_two(tmp_path: Path) -> None:
    paths = []
    for name in ("monday", "tuesday"):
        (tmp_path / name).mkdir()
        paths.append(write(tmp_path / name, "a.jsonl", row(url=f"https://v.example/{name}")))
    assert run(*paths).created == 2
    files = BatchRow.objects.order_by("file").values_list("file", flat=True)
    assert list(files) == ["monday/a.jsonl", "tuesday/a.jsonl"]


def test_a_pronoun_that_nobody_resolved_is_no_speaker(tmp_path: Path) -> None:
    run(write(tmp_path, "a.jsonl", row("She said that 16 people had died.")))
    claim = Claim.objects.get()
    assert (claim.speaker_label, claim.is_attributed) == ("", True)


def test_nothing_readable_is_a_failed_batch(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("headline,body\nFlood,Water\n")
    counts = run(path)
    assert counts.articles == 0
    assert Batch.objects.get().state == Batch.State.FAILED
    assert not Event.objects.exists()


def test_a_stopped_batch_can_be_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.jsonl", *[row(url=f"https://v.example/{n}") for n in range(5)])
    monkeypatch.setattr(importing, "SECONDS_BETWEEN_REPORTS", 0)
    batch = Batch.objects.create(name="batch")

    def ask_to_stop(stage: str, done: int, _total: int | None) -> None:
        if (stage, done) == ("rows", 2):
            Batch.objects.filter(pk=batch.pk).update(stop_requested=True)

    with pytest.raises(importing.Stopped):
        import_paths([path], batch, ask_to_stop)
    batch.refresh_from_db()
    assert batch.state == Batch.State.STOPPED
    assert batch.can_resume
    assert import_paths([path], batch).articles == 5
    batch.refresh_from_db()
    assert (batch.state, batch.articles_done, batch.articles_found) == ("done", 5, 5)
