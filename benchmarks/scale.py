"""How the desk's pages grow: whole pages at ten thousand claims and at a million.

    .venv/bin/python benchmarks/scale.py [--sizes 10000,1000000] [--repeat 5] [--pages search]

Fills an empty database with made claims and asks for each page through Django's
test client, signed in as a fact-checker. Beside each page: the queries it made, the
median of its times at each size, and the last over the first. A page that keeps its
promise stays under 2; one that does not is marked.

The database is SQLite in a temporary folder, or where DATABASE_URL names a
PostgreSQL server, a database of its own there; both are gone at the end.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("SECRET_KEY", "only-for-benchmarks")
os.environ["DEBUG"] = "1"  # neither https nor collected static files

import django  # noqa: E402

django.setup()

from _made_claims import COMMON_FIGURE, fill  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from claims import roles  # noqa: E402
from claims.models import (  # noqa: E402
    Article,
    Batch,
    Claim,
    Mention,
    Quantity,
    QueueEntry,
    User,
)
from verification.models import Verdict, VerdictVersion  # noqa: E402

LIMIT = 2.0
UNDER_WAY = 250  # as many claims as are picked among ten thousand, whatever there are


# --- pages ------------------------------------------------------------------


def pages() -> dict[str, str]:
    """The addresses to ask for, by what they show. Filters have 1,000 hits and more."""
    newest = Batch.objects.latest("pk").pk
    deep = deep_row(Claim.objects.filter(state=Claim.State.NEW), "priority")
    deep_article = deep_row(Article.objects.open(), "top_priority")
    shown = Claim.objects.filter(state=Claim.State.NEW, is_numeric=True, is_attributed=True)[0]
    article = Mention.objects.filter(claim=shown)[0].article_id

    def queue(**chosen: Any) -> str:
        return f"/queue/?{urlencode(chosen)}"

    return {
        "home": "/",
        "queue by article": queue(),
        "… by date": queue(order="date"),
        "… deep page": queue(after=f"{deep_article.top_priority}.{deep_article.pk}"),
        "… of an outlet": queue(outlet=1),
        "… of the newest batch": queue(batch=newest),
        "… search: a common word": queue(q="drones"),
        "queue by story": queue(by="story"),
        "… of an outlet  ": queue(by="story", outlet=1),
        "… search: a common word  ": queue(by="story", q="drones"),
        "queue by claim": queue(by="claim"),
        "… by date ": queue(by="claim", order="date"),
        "… deep page ": queue(by="claim", after=f"{deep.priority}.{deep.pk}"),
        "… any state": queue(by="claim", state="all"),
        "… picked": queue(by="claim", state="queued"),
        "… mine": queue(by="claim", owner="me"),
        "… unassigned": queue(by="claim", owner="nobody"),
        "… overdue": queue(by="claim", due="overdue"),
        "… mine due, of an outlet": queue(by="claim", owner="me", due="week", outlet=1),
        "… with a draft": queue(by="claim", verdict="draft"),
        "… without a verdict, new": queue(by="claim", verdict="none", state="new"),
        "… figure and speaker": queue(by="claim", kind="both"),
        "… of an outlet ": queue(by="claim", outlet=1),
        "… of an outlet by date": queue(by="claim", outlet=1, order="date"),
        "… of an outlet, any state": queue(by="claim", outlet=1, state="all"),
        "… of an outlet, with figure": queue(by="claim", outlet=1, kind="numeric"),
        "… of a speaker": queue(by="claim", speaker="Speaker 1"),
        "… of the newest batch ": queue(by="claim", batch=newest),
        "… outlet and newest batch": queue(by="claim", outlet=1, batch=newest),
        "… search: a common word ": queue(by="claim", q="drones"),
        "… search: two words": queue(by="claim", q="drones harbour"),
        "… search: a common figure": queue(by="claim", q=COMMON_FIGURE),
        "… search: EUR 5.5 billion": queue(by="claim", q="EUR 5,500,000,000"),
        "… search: >1bn EUR": queue(by="claim", q=">1bn EUR"),
        "… search: EUR 1–9 bn": queue(by="claim", q="EUR 1–9 bn"),
        "… search: ≤ 50 %": queue(by="claim", q="≤ 50 %"),
        "… search: figure and word": queue(by="claim", q=f"{COMMON_FIGURE} drones"),
        "claim": shown.get_absolute_url(),
        "article": f"/articles/{article}/",
        "… of a story": queue(by="claim", story=1),
        "story": "/stories/1/",
        "speaker": "/speakers/1/",
        "batches": "/batches/",
        "batch": f"/batches/{newest}/",
    }


def deep_row(rows: Any, column: str) -> Any:
    """A row that nine tenths of the others come before."""
    place = rows.count() * 9 // 10
    return rows.order_by(f"-{column}", "-id")[place]


def checker() -> User:
    user = User.objects.create(username="checker")
    user.groups.add(Group.objects.get(name=roles.FACT_CHECKER))
    return user


def hand_out(user: User) -> None:
    """What a busy desk has under way: claims with owner and day, half of them with a draft."""
    picked = Claim.objects.filter(state=Claim.State.QUEUED).values_list("pk", flat=True)
    taken = list(picked[:UNDER_WAY])
    days = (timezone.localdate() + timedelta(days=days) for days in range(-10, 10))
    for place, day in enumerate(days):
        Claim.objects.filter(pk__in=taken[place::20]).update(
            state=Claim.State.CHECKING, assignee=user, due_on=day
        )
    QueueEntry.objects.follow(taken)
    verdicts = Verdict.objects.bulk_create(Verdict(claim_id=pk) for pk in taken[::2])
    VerdictVersion.objects.bulk_create(
        VerdictVersion(verdict=verdict, number=1, created_by=user) for verdict in verdicts
    )


@contextmanager
def careless() -> Iterator[None]:
    """SQLite writes in memory and keeps no journal: only while there is nothing to lose."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-2000000"):
            cursor.execute(f"PRAGMA {setting}")
        yield
        for setting in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-2000"):
            cursor.execute(f"PRAGMA {setting}")


@contextmanager
def without_indexes(*models: type[Model]) -> Iterator[None]:
    """Their secondary indexes are made afterwards: sorting once is quicker than a million times."""
    indexes = [(model, index) for model in models for index in model._meta.indexes]
    with connection.schema_editor() as editor:
        for model, index in indexes:
            editor.remove_index(model, index)
    yield
    with connection.schema_editor() as editor:
        for model, index in indexes:
            editor.add_index(model, index)


@contextmanager
def empty_database() -> Iterator[None]:
    """A database with the schema alone, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        own_name = connection.settings_dict["NAME"]
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "claims.sqlite3")
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(own_name, verbosity=0)


def measure(size: int, repeat: int, among: str) -> dict[str, tuple[float, int]]:
    """Every page's median milliseconds and number of queries, at this many claims."""
    user = checker()
    started = time.monotonic()
    with careless(), without_indexes(Claim, Quantity, QueueEntry):
        fill(size)
    hand_out(user)
    if connection.vendor == "postgresql":  # as its own daemon would have by now
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(f"{size:,} claims made in {time.monotonic() - started:.0f} s", file=sys.stderr)
    client = Client(headers={"host": "localhost"})
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return {
        name: measure_page(client, address, repeat)
        for name, address in pages().items()
        if among in name
    }


def measure_page(client: Client, address: str, repeat: int) -> tuple[float, int]:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)  # the first also fills caches
        asked = len(queries)
    if response.status_code != 200:
        sys.exit(f"{address}: {response.status_code}")
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000, asked


# --- the table --------------------------------------------------------------


def print_table(found: Mapping[int, Mapping[str, tuple[float, int]]]) -> None:
    sizes = list(found)
    heads = "".join(f"{f'ms, {size:,}':>16}" for size in sizes)
    print(f"{connection.vendor}\n\n{'page':<30}{'queries':>9}{heads}{'ratio':>8}")
    for name in found[sizes[0]]:
        times = [found[size][name][0] for size in sizes]
        queries = "/".join(str(n) for n in dict.fromkeys(found[size][name][1] for size in sizes))
        ratio = times[-1] / times[0]
        mark = "  <-" if ratio > LIMIT else ""
        cells = "".join(f"{milliseconds:>16.1f}" for milliseconds in times)
        print(f"{name.strip():<30}{queries:>9}{cells}{ratio:>8.1f}{mark}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,1000000", help="numbers of claims")
    parser.add_argument("--repeat", type=int, default=5, help="times that each page is asked for")
    parser.add_argument("--pages", default="", help="only those whose name holds this: search")
    options = parser.parse_args()

    settings.DEBUG = False  # else every query is kept
    settings.ALLOWED_HOSTS = ["localhost"]
    found = {}
    for size in (int(size) for size in options.sizes.split(",")):
        with empty_database():
            found[size] = measure(size, options.repeat, options.pages)
    print_table(found)


if __name__ == "__main__":
    main()
