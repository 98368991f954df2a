"""The desk at a million claims: each page, each decision, and twenty people at once.

    .venv/bin/python benchmarks/desk.py [--sizes 10000,1000000] [--databases sqlite,postgresql]
        [--repeat 20] [--folder FOLDER] [--again] [--seconds 20] [--think 2]

For each database and size a child process fills a database with made claims (kept in
the folder, or on the PostgreSQL server of TEST_POSTGRES_URL, and used again), then asks for
each page and takes each decision, and writes what it measured into the folder: a run that
was cut off goes on where it was. Printed beside each: queries, median and 95th percentile
of the milliseconds at the largest size, and both over those of the smallest; marked
where a ratio is over 1.3 or there are more than 20 queries.

Then gunicorn, as the demo runs it, is asked over HTTP by one person and by twenty, who look
about and pick claims, a few seconds each: the 95th percentile of all over that of one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
MOST_QUERIES, LIMIT, LIMIT_AT_ONCE = 20, 1.3, 3.0
PEOPLE = 20
WARM = 10
TRANSACTIONAL = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT")
Measured = dict[str, Any]


# --- in the child: one database -----------------------------------------------------------


def measure(options: argparse.Namespace) -> Measured:
    """Pages, decisions and people at once, of the database that DATABASE_URL names."""
    from scale import Claim, checker, connection, settings  # sets Django up

    from claims.models import User

    settings.DEBUG, settings.ALLOWED_HOSTS = False, ["localhost", "127.0.0.1"]
    prepare(options.size)
    user = User.objects.filter(username="checker").first() or checker()
    assert Claim.objects.count() >= options.size
    steps = dict(pages_of_the_desk()) | decisions()
    client = signed_in(user)
    found = {}
    for name, step in steps.items():
        asked, times = timed(client, step, options.repeat, connection)
        found[name] = {"queries": asked, "ms": times}
        print(f"  {name:<34}{asked:>4} {statistics.median(times):>9.1f}", file=sys.stderr)
    return {"steps": found, "at_once": at_once(user, options)}


def prepare(size: int) -> None:
    """Fill the database, unless an earlier run did: a file of its own says so."""
    from django.core.management import call_command
    from scale import (
        Claim,
        Quantity,
        QueueEntry,
        careless,
        checker,
        connection,
        fill,
        hand_out,
        without_indexes,
    )

    from claims.models import ClaimCount
    from verification.desk import measuring

    call_command("migrate", verbosity=0)
    if Claim.objects.exists():
        return
    user = checker()
    started = time.monotonic()
    with careless(), without_indexes(Claim, Quantity, QueueEntry):
        fill(size)
    hand_out(user)
    ClaimCount.objects.recount()
    measuring.recount()
    if connection.vendor == "postgresql":  # as its own daemon would have by now
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(f"{size:,} claims made in {time.monotonic() - started:.0f} s", file=sys.stderr)


def signed_in(user: Any) -> Any:
    from scale import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


Step = Callable[[Any], Any]


def pages_of_the_desk() -> Iterator[tuple[str, Step]]:
    """The pages of scale.py, and the others of the desk."""
    from scale import pages

    others = {
        "speakers": "/speakers/",
        "speakers found by name": "/speakers/?q=speaker",
        "sign-off": "/signoff/",
        "dashboard": "/dashboard/",
        "notices": "/notices/",
        "watches": "/watches/",
        "set aside lately": "/set-aside/",
    }
    for name, address in (pages() | others).items():
        yield name, lambda client, to=address: client.get(to)


def decisions() -> dict[str, Step]:
    """Each takes another claim every time; the page that it came from knew the newest."""
    from claims.models import Claim, Mention

    new = iter(Claim.objects.filter(state="new").order_by("-priority", "-pk")[:2_000])
    figures = iter(
        Mention.objects.filter(claim__state="new", quantities__isnull=False).order_by("-pk")[:500]
    )

    def post(client: Any, address: str, **form: Any) -> Any:
        return client.post(address, {"made_on": "9" * 18, **form})

    def mend(client: Any) -> Any:
        mention = next(figures)
        row = mention.quantities.all()[0]
        form = {"row": row.pk, "amount": "41 million", "modifier": "about", "unit": "litre"}
        return post(client, f"/mentions/{mention.pk}/figure/", **form)

    return {
        "pick": lambda client: post(client, f"/claims/{next(new).pk}/pick/"),
        "set aside": lambda client: post(client, f"/claims/{next(new).pk}/set-aside/"),
        "undo": lambda client: post(client, "/undo/"),
        "dismiss": lambda client: post(
            client, f"/claims/{next(new).pk}/dismiss/", reason="not_a_claim"
        ),
        "take": lambda client: post(client, f"/claims/{next(new).pk}/take/"),
        "merge": lambda client: post(
            client, f"/claims/{next(new).pk}/merge/", into=next(new).pk, agreed="on"
        ),
        "mend a figure": mend,
    }


def timed(client: Any, step: Step, repeat: int, connection: Any) -> tuple[int, list[float]]:
    """How many queries the step makes, and its milliseconds each time, the first left out."""
    from scale import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        response = step(client)
        sent = [query["sql"] for query in queries]
        asked = sum(not sql.startswith(TRANSACTIONAL) for sql in sent)
    if response.status_code not in {200, 204, 302}:
        raise SystemExit(f"{response.wsgi_request.path}: {response.status_code}")
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        step(client)
        times.append((time.perf_counter() - started) * 1000)
    return asked, times


# --- in the child: people at once -----------------------------------------------------------


def at_once(user: Any, options: argparse.Namespace) -> Measured:
    """The milliseconds of one person's requests, and of twenty people's at the same time."""
    from claims.models import Claim

    cookie = signed_in(user).cookies["sessionid"].value
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    server = subprocess.Popen(
        [sys.executable, "-m", *command, "--log-level", "error"],
        cwd=ROOT,
        env=os.environ | {"ALLOWED_HOSTS": "127.0.0.1"},
    )
    picks = list(
        Claim.objects.filter(state="new").order_by("pk").values_list("pk", flat=True)[:4_000]
    )
    try:
        wait_for(port)
        chance = random.Random(0)
        for _ in range(WARM):  # the first of them load what all others use
            one_request(port, cookie, chance, picks)
        people = {
            number: ask_as_people(number, port, cookie, picks, options) for number in (1, PEOPLE)
        }
    finally:
        server.terminate()
        server.wait()
    return {str(number): times for number, times in people.items()}


def wait_for(port: int) -> None:
    for _ in range(120):
        try:
            HTTPConnection("127.0.0.1", port).connect()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("gunicorn did not start")


def ask_as_people(
    number: int, port: int, cookie: str, picks: list[int], options: argparse.Namespace
) -> list[float]:
    """So many people look about and pick for the seconds given, with a pause to think.

    One alone goes on without a pause, who waits for nobody and so is measured more often.
    """
    times: list[float] = []
    think = options.think if number > 1 else 0
    until = time.monotonic() + options.seconds

    def person(seed: int) -> None:
        chance = random.Random(seed * 1_000 + number)
        time.sleep(chance.random() * think)
        while time.monotonic() < until:
            times.append(one_request(port, cookie, chance, picks))
            time.sleep(chance.uniform(0.5, 1.5) * think)

    people = [threading.Thread(target=person, args=(seed,)) for seed in range(number)]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()
    return times


def one_request(port: int, cookie: str, chance: random.Random, picks: list[int]) -> float:
    """A page, or every fourth time a pick; the milliseconds until all of it has come."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    token = "a" * 32
    headers = {"Cookie": f"sessionid={cookie}; csrftoken={token}"}
    started = time.perf_counter()
    if chance.random() < 0.25:
        body = urlencode({"made_on": "9" * 18, "csrfmiddlewaretoken": token})
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST", f"/claims/{picks.pop()}/pick/", body, headers)
    else:
        pages = ("/", "/queue/", "/queue/?by=claim", "/queue/?by=story", f"/claims/{picks[-1]}/")
        connection.request("GET", chance.choice(pages), headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status not in {200, 302}:
        print(f"  {answer.status}", file=sys.stderr)
    return (time.perf_counter() - started) * 1000


# --- in the parent: children, and the table ---------------------------------------------------


def percentile(values: list[float], percent: int) -> float:
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]


def child(database: str, size: int, options: argparse.Namespace) -> Measured:
    """What a child measures, or measured in an earlier run."""
    written = options.folder / f"{database}-{size}.json"
    if written.exists() and not options.again:
        return json.loads(written.read_text())
    print(f"{database}, {size:,} claims", file=sys.stderr)
    arguments = [str(Path(__file__)), "--measure", str(written), "--size", str(size)]
    for name in ("repeat", "seconds", "think"):
        arguments += [f"--{name}", str(getattr(options, name))]
    environment = os.environ | {"DATABASE_URL": address_of(database, size, options.folder)}
    subprocess.run([sys.executable, *arguments], env=environment, check=True)
    return json.loads(written.read_text())


def address_of(database: str, size: int, folder: Path) -> str:
    if database == "sqlite":
        return f"sqlite:///{folder / f'claims-{size}.sqlite3'}"
    import psycopg

    name = f"claimdesk_bench_{size}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        known = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not known:
            server.execute(f"CREATE DATABASE {name}")
    return f"{POSTGRES.rpartition('/')[0]}/{name}"


def print_table(database: str, found: dict[int, Measured]) -> None:
    small, large = found[min(found)]["steps"], found[max(found)]["steps"]
    print(f"\n{database}\n\n{'step':<34}{'queries':>8}{'median':>9}{'95 %':>9}{'ratios':>14}")
    for name in small:
        before, after = small[name]["ms"], large[name]["ms"]
        median, slow = statistics.median(after), percentile(after, 95)
        ratios = (median / statistics.median(before), slow / percentile(before, 95))
        bad = max(ratios) > LIMIT or large[name]["queries"] > MOST_QUERIES
        told = f"{ratios[0]:.2f} / {ratios[1]:.2f}"
        print(
            f"{name:<34}{large[name]['queries']:>8}{median:>9.1f}{slow:>9.1f}{told:>14}"
            f"{'  <-' if bad else ''}"
        )
    for size, measured in found.items():
        one, all_ = (percentile(measured["at_once"][str(n)], 95) for n in (1, PEOPLE))
        mark = "  <-" if all_ / one > LIMIT_AT_ONCE else ""
        print(
            f"\n{size:,} claims, over HTTP: 95 % of one person's requests within {one:.0f} ms,"
            f" of {PEOPLE} people's within {all_:.0f} ms: {all_ / one:.1f}{mark}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,1000000", help="numbers of claims")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--repeat", type=int, default=20, help="times that each step is taken")
    parser.add_argument("--seconds", type=float, default=20, help="that people ask at once")
    parser.add_argument("--think", type=float, default=2, help="seconds between two requests")
    parser.add_argument("--again", action="store_true", help="measure what was measured already")
    default = Path(tempfile.gettempdir()) / "claimdesk-bench"
    parser.add_argument("--folder", type=Path, default=default, help="databases and results")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        options.measure.write_text(json.dumps(measure(options)))
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in options.sizes.split(",")]
    for database in options.databases.split(","):
        print_table(database, {size: child(database, size, options) for size in sizes})


if __name__ == "__main__":
    main()
