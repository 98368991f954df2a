"""Many at once, an import beside them, and a database that goes away: does anything go wrong?

    .venv/bin/python benchmarks/faults.py [--seconds 300] [--database URL] [--seed 1]

Eight people, each a process, open pages of the desk and send the forms they find there:
at once, late, twice, with other people's ids, or a verb that the state does not allow. A ninth
process imports articles with the same claims. On PostgreSQL somebody's backend is
terminated every other moment. Then everything is counted again.

Prints how each verb was answered, and a line for each thing that must hold. Exit
status 1 where one does not. The database is one of its own, gone at the end: SQLite in
a temporary folder, or on the server that DATABASE_URL or ``--database`` names.
"""

from __future__ import annotations

import argparse
import json
import logging
import multiprocessing
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--seconds", type=int, default=300, help="how long; 300 where not given")
parser.add_argument("--database", default=os.environ.get("DATABASE_URL", "sqlite://:memory:"))
parser.add_argument("--seed", type=int, default=1, help="of what people do")
OPTIONS = parser.parse_args()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("SECRET_KEY", "only-for-benchmarks")
os.environ |= {"DATABASE_URL": OPTIONS.database, "DEBUG": "1"}  # no https, no collected files

import django  # noqa: E402

django.setup()

from _forms import PageForm, forms_of  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.core.signals import got_request_exception  # noqa: E402
from django.db import (  # noqa: E402
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
    connections,
)
from django.test import Client  # noqa: E402

from claims import roles  # noqa: E402
from claims.intake import Interrupted, import_paths  # noqa: E402
from claims.models import (  # noqa: E402
    Article,
    Batch,
    BatchRow,
    Claim,
    Event,
    EventMember,
    Mention,
    Speaker,
    User,
)
from tests.counting import miscounts  # noqa: E402
from verification.desk.urls import STEPS  # noqa: E402
from verification.evidence import gathering  # noqa: E402
from verification.models import (  # noqa: E402
    REASONS,
    TEXTS,
    Publication,
    Rating,
    SignOff,
    Source,
    VerdictVersion,
)

PEOPLE = [roles.FACT_CHECKER] * 4 + [roles.EDITOR] * 4
SENTENCES = [f"The flood in Osk{n} killed {n + 12} people, Ida Holm said." for n in range(16)]
ARTICLES_A_BATCH = 8
MOST_LOOKED_AT = 8  # claims that most people are at
MOST_KEPT = 40  # forms that somebody has open, the oldest of them long out of date
BACKEND = "django.contrib.auth.backends.ModelBackend"
PASSING = (OperationalError, InterfaceError)  # what a reading of the script's own may meet
OF_PUBLICATIONS = ("published", "corrected", "unpublished", "restored", "withdrawn")


# --- what people do ---------------------------------------------------------------------


class Person:
    """Somebody at the desk, with the forms that they have open."""

    def __init__(self, number: int, role: str) -> None:
        self.chance = random.Random(f"{OPTIONS.seed} {number}")
        self.user = User.objects.create(username=f"person{number}")
        self.user.groups.add(Group.objects.get(name=role))
        self.client = Client(raise_request_exception=False, headers={"host": "localhost"})
        self.client.force_login(self.user, BACKEND)
        self.open: list[PageForm] = []
        self.answers: Counter[tuple[str, int]] = Counter()
        self.errors: Counter[str] = Counter()

    def note_error(self, **_signal: Any) -> None:
        error = sys.exc_info()[1]
        self.errors[f"{type(error).__name__}: {str(error).splitlines()[0][:110]}"] += 1

    def work(self, ends: float) -> tuple[Counter[tuple[str, int]], Counter[str]]:
        got_request_exception.connect(self.note_error)
        while time.time() < ends:
            close_old_connections()  # as between requests on a server
            with suppress(*PASSING):
                self.step()
        return self.answers, self.errors

    def step(self) -> None:
        fresh = self.look()
        self.open = [*self.open, *fresh][-MOST_KEPT:]
        pressed = self.chance.random()
        if pressed < 0.6 and fresh:
            self.send(self.chance.choice(fresh))
        elif pressed < 0.75 and self.open:  # late: much may have happened since
            self.send(self.chance.choice(self.open))
        elif pressed < 0.85 and self.open:  # on something else, perhaps another's
            form = self.chance.choice(self.open)
            other = f"/{self.claim()}/"
            self.send(PageForm(re.sub(r"/\d+/", other, form.action), form.fields, form.choices))
        else:  # a verb out of turn
            verb = self.chance.choice(["pick", "set-aside", "dismiss", *STEPS])
            self.send(PageForm(f"/claims/{self.claim()}/{verb}/"))

    def look(self) -> list[PageForm]:
        """Open a page and read its forms."""
        page = self.client.get(self.address())
        self.answers["(page)", page.status_code] += 1
        return forms_of(page.content.decode()) if page.status_code == 200 else []

    def address(self) -> str:
        kind = self.chance.choice(["claim"] * 6 + ["signoff"] * 3 + ["article", "speaker", "queue"])
        if kind == "signoff":
            waiting = VerdictVersion.objects.filter(state="submitted")
            pks = list(waiting.values_list("pk", flat=True))
            return f"/signoff/{self.chance.choice(pks)}/" if pks else "/signoff/"
        if kind == "queue":
            return "/queue/?by=claim"
        if kind == "claim":
            return f"/claims/{self.claim()}/"
        model = {"article": Article, "speaker": Speaker}[kind]
        pks = list(model.objects.values_list("pk", flat=True))
        return f"/{kind}s/{self.chance.choice(pks)}/"

    def claim(self) -> int:
        """Most look at the same few claims."""
        pks = list(Claim.objects.order_by("pk").values_list("pk", flat=True))
        return self.chance.choice(pks[:MOST_LOOKED_AT] if self.chance.random() < 0.8 else pks)

    def send(self, form: PageForm) -> None:
        answer = self.client.post(form.action, form.filled(self.chance))
        self.answers[form.verb, answer.status_code] += 1


def import_on_and_on(folder: Path, ends: float) -> int:
    """Batch after batch of articles that say the same things; how often it was interrupted."""
    chance, interrupted, number = random.Random(OPTIONS.seed), 0, 0
    while number == 0 or time.time() < ends:
        number += 1
        rows = [
            {
                "url": f"https://osk.example/{number}/{n % (ARTICLES_A_BATCH - 2)}",
                "outlet": f"Outlet {chance.randint(1, 4)}",
                "published": "2025-09-05",
                "text": " ".join(chance.sample(SENTENCES, 4)),
            }
            for n in range(ARTICLES_A_BATCH)
        ]
        path = folder / f"{number}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        while True:
            close_old_connections()
            try:
                batch, _made = Batch.objects.get_or_create(name=f"Batch {number}")
                import_paths([path], batch)
                break
            except (Interrupted, *PASSING):
                interrupted += 1
    return interrupted


# --- who lets them ----------------------------------------------------------------------


def run(folder: Path) -> tuple[Counter[tuple[str, int]], Counter[str], int, int]:
    """Let everybody work; answers, errors, interrupted imports, terminated backends."""
    people = [Person(number, role) for number, role in enumerate(PEOPLE)]
    import_on_and_on(folder, time.time())
    (folder / "1.jsonl").unlink()
    Batch.objects.filter(name="Batch 1").update(name="Before")
    check_some()
    connections.close_all()
    context = multiprocessing.get_context("fork")
    told, ends = context.Queue(), time.time() + OPTIONS.seconds

    def be(number: int) -> None:
        if number == len(PEOPLE):
            told.put(import_on_and_on(folder, ends))
        else:
            told.put(people[number].work(ends))
        connections.close_all()

    processes = [context.Process(target=be, args=(n,)) for n in range(len(PEOPLE) + 1)]
    for process in processes:
        process.start()
    terminated = terminate_some(ends)
    answers: Counter[tuple[str, int]] = Counter()
    errors: Counter[str] = Counter()
    interrupted = 0
    for _process in processes:
        result = told.get(timeout=300)
        if isinstance(result, int):
            interrupted = result
        else:
            answers.update(result[0])
            errors.update(result[1])
    for process in processes:
        process.join()
    return answers, errors, interrupted, terminated


def check_some() -> None:
    """Checks that have come some way already: in a minute, few would get as far as readers."""
    author, *_rest, signer, publisher = User.objects.order_by("pk")
    source = Source.objects.create(
        kind="document", title="Report", publisher="Osk", is_primary=True, added_by=author
    )
    for place, claim in enumerate(Claim.objects.order_by("pk")[:MOST_LOOKED_AT]):
        if place == 0:
            continue
        claim.take(author)
        gathering.word(claim, author, f"{claim.wording} Really.", "content")
        for mention in claim.mentions.all():
            mention.confirm(author)
        gathering.add_evidence(
            claim, author, source=source, stance="supports", quote="So it is.", locator="p. 1"
        )
        draft = claim.verdicts.get().newest
        rating = Rating.objects.filter(scale__is_current=True).first()
        draft.edit(author, rating=rating, **dict.fromkeys(TEXTS + REASONS, "Some words."))
        draft.submit(author)
        if place > 2:
            seen = [piece["id"] for piece in draft.content["evidence"]]
            draft.sign_off(signer, draft.content_hash, seen)
        if place > 4:
            draft.publish(publisher)


def terminate_some(ends: float) -> int:
    """On PostgreSQL, shut somebody's connection every other moment; how many were."""
    chance, terminated = random.Random(OPTIONS.seed), 0
    while time.time() < ends:
        time.sleep(chance.uniform(0.2, 1.5))
        if connection.vendor != "postgresql":
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pid FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            pids = [pid for (pid,) in cursor.fetchall()]
            if pids:
                cursor.execute("SELECT pg_terminate_backend(%s)", [chance.choice(pids)])
                terminated += 1
    return terminated


# --- what must hold ---------------------------------------------------------------------


def untrue_events() -> Iterator[str]:
    """Where a claim's history is not a chain that ends in its state."""
    stands = dict.fromkeys(Claim.objects.values_list("pk", flat=True), "new")
    members = EventMember.objects.order_by("event_id").values_list(
        "claim", "before", "after", "event"
    )
    for claim, before, after, event in members:
        if before != stands[claim]:
            yield f"claim {claim}: event {event} says {before}, it was {stands[claim]}"
        stands[claim] = after
    for claim, state in Claim.objects.values_list("pk", "state"):
        if stands[claim] != state:
            yield f"claim {claim} is {state}, its events end with {stands[claim]}"


def missing_events() -> Iterator[str]:
    """Where a row that only a logged verb makes has no event, or an event no row."""
    kinds = Counter(Event.objects.values_list("kind", flat=True))
    publications = Publication.objects.count()
    if publications != sum(kinds[kind] for kind in OF_PUBLICATIONS):
        yield f"{publications} publications and events {kinds}"
    rows = {
        "submitted": VerdictVersion.objects.exclude(submitted_at=None).count(),
        "changes_requested": SignOff.objects.filter(decision="changes_requested").count(),
        "suggested": SignOff.objects.filter(decision="suggested").count(),
        "signed_off": VerdictVersion.objects.exclude(signed_by=None).count(),
    }
    for kind, number in rows.items():
        accepted = VerdictVersion.objects.filter(signed_by__decision="suggested").count()
        events = kinds[kind] + (accepted if kind == "submitted" else 0)
        if number != events:
            yield f"{kind}: {number} rows, {events} events"
    confirmed = set(Mention.objects.exclude(confirmed_by=None).values_list("pk", flat=True))
    told = Event.objects.filter(kind="mention_confirmed").values_list("payload__mention", flat=True)
    if confirmed != set(told):
        yield f"mentions confirmed: {len(confirmed)}, told {len(set(told))}"


def broken_promises() -> Iterator[str]:
    """Own sign-offs, and what is public and not signed as it stands."""
    for sign_off in SignOff.objects.select_related("version"):
        if sign_off.own or sign_off.version.contributors.filter(pk=sign_off.by_id).exists():
            yield f"sign-off {sign_off.pk} is somebody's own"
    for publication in Publication.objects.select_related("version__signed_by"):
        signed = publication.version.signed_by
        if signed is None or signed.content_hash != publication.version.content_hash:
            yield f"publication {publication.pk} is not signed as it stands"
        if publication.until and publication.until < publication.since:
            yield f"publication {publication.pk} ends before it begins"


def lost_rows() -> Iterator[str]:
    for batch in Batch.objects.exclude(name="Before"):
        rows = BatchRow.objects.filter(batch=batch)
        if batch.state != "done" or rows.count() != ARTICLES_A_BATCH:
            yield f"{batch}: {batch.state}, {rows.count()} rows"
    for row in BatchRow.objects.filter(outcome="failed"):
        yield f"{row}: {row.problem}"
    unread = Article.objects.filter(extracted_by=None).count()
    if unread:
        yield f"{unread} articles were never read for claims"


def main() -> int:
    settings.DEBUG = False  # else every query is kept, and errors have pages of their own
    settings.ALLOWED_HOSTS = ["localhost"]
    logging.disable()  # what was refused is in the table
    with tempfile.TemporaryDirectory() as folder:
        settings.MEDIA_ROOT = Path(folder) / "media"
        own_name = connection.settings_dict["NAME"]
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "faults.sqlite3")
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            answers, errors, interrupted, terminated = run(Path(folder))
            return report(answers, errors, interrupted, terminated)
        finally:
            connection.creation.destroy_test_db(own_name, verbosity=0)


def report(
    answers: Counter[tuple[str, int]],
    errors: Counter[str],
    interrupted: int,
    terminated: int,
) -> int:
    """Print both tables; 1 where something does not hold."""
    statuses = sorted({status for _verb, status in answers})
    print(f"{connection.vendor}, {len(PEOPLE)} people, {OPTIONS.seconds} s, seed {OPTIONS.seed}\n")
    print(f"{'verb':<22}" + "".join(f"{status:>7}" for status in statuses))
    for verb in sorted({verb for verb, _status in answers}):
        print(f"{verb:<22}" + "".join(f"{answers[verb, s] or '':>7}" for s in statuses))
    print(f"\nbackends terminated: {terminated}; imports interrupted and resumed: {interrupted}")
    imported = Batch.objects.count(), Article.objects.count(), Mention.objects.count()
    print("batches, articles, mentions: {}, {}, {}".format(*imported))
    signed = SignOff.objects.filter(decision="signed").count()
    print(f"events: {Event.objects.count()}; sign-offs: {signed}; "
          f"publications: {Publication.objects.count()}")  # fmt: skip
    for error, number in errors.most_common():
        print(f"  {number} × {error}")
    away = sum(number for (_verb, status), number in answers.items() if status == 503)
    lines = {
        "no 500": [f"{v}: {n}" for (v, status), n in answers.items() if status == 500],
        "no deadlock reached a person": [text for text in errors if "deadlock" in text.lower()],
        "503 only where a backend was terminated": [f"{away}"] if away > terminated else [],
        "every count equals a recount": miscounts(),
        "every event tells the true state": list(untrue_events()),
        "every event is there": list(missing_events()),
        "no own sign-off, nothing published unsigned": list(broken_promises()),
        "no row of an import is lost": list(lost_rows()),
    }
    print()
    for line, wrong in lines.items():
        print(f"{'holds' if not wrong else 'DOES NOT HOLD':<15}{line}")
        for text in wrong[:10]:
            print(f"{'':<15}  {text}")
    return 1 if any(lines.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
