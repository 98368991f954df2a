"""What hostile files cost: memory and seconds, how they end, and how long others wait meanwhile.

    .venv/bin/python benchmarks/hostile_files.py [--only pdf]

Makes each file itself. Those that a checker could upload go to a real web server with one
process and four threads, as evidence; those that an administrator could import are read by
the readers of an import, in a process of their own beside that server. Meanwhile one colleague
after the other asks for the queue and sets a claim aside, which writes.

Peak memory is that of the largest process that took part: web server, reader, or the
process that either started. The promise: 300 MB, 10 seconds, and nobody waits a second.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import signal
import socket
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = tempfile.TemporaryDirectory()
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "SECRET_KEY": "only-for-benchmarks",
    "DEBUG": "1",
    "DATABASE_URL": f"sqlite:///{FOLDER.name}/desk.sqlite3",
    "MEDIA_ROOT": f"{FOLDER.name}/media",
}

import django  # noqa: E402

django.setup()

import requests  # noqa: E402
from _made_claims import fill  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from claims import roles  # noqa: E402
from claims.models import Claim, User  # noqa: E402
from tests.making import pdf  # noqa: E402
from verification.models import Snapshot  # noqa: E402

MOST_MEGABYTES, MOST_SECONDS, MOST_WAIT = 300, 10.0, 1.0
LINE = "BT /F1 12 Tf 72 700 Td (The army counted 112 drones over the quay.) Tj ET\n"
ARTICLE = "<article><h1>Quay</h1>" + "<p>The army counted 112 drones over the quay.</p>" * 5
MB = 1_000_000


# --- the files ----------------------------------------------------------------


def html(piece: str, size: int = 10 * MB, head: str = "", before: str = "") -> bytes:
    body = piece * ((size - len(head) - len(before) - 50) // len(piece))
    return f"<html><head>{head}</head><body>{before}{body}".encode()


def json_ld(script: str) -> bytes:
    return html("<p>x</p>", 0, f'<script type="application/ld+json">{script}</script>', ARTICLE)


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size, member.type = size, kind
        archive.addfile(member, Blanks(size))
    return file.getvalue()


class Blanks(io.RawIOBase):
    """So many blanks, without the memory for them."""

    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, size: int = -1) -> bytes:
        size = min(self.left, size)
        self.left -= size
        return b" " * size


EVIDENCE: dict[str, Callable[[], bytes]] = {
    "a sentence, to compare.txt": lambda: b"The army counted 112 drones over the quay.",
    "pdf of 2,000 pages.pdf": lambda: pdf(*[LINE * 20] * 2_000),
    "pdf of one endless page.pdf": lambda: pdf(LINE, "BT /F1 9 Tf " + "(a) Tj 0 -9 Td " * 10**6),
    "pdf of a million words.pdf": lambda: pdf("BT /F1 9 Tf " + "(ab) Tj " * 10**6),
    "pdf bomb.pdf": lambda: pdf(LINE, " " * 400 * MB),
    "pdf of brackets.pdf": lambda: pdf("BT " + "[" * 10**6),
    "html of 10 MB.html": lambda: html("<p>The army counted 112<sup>3</sup> drones.</p>\n"),
    "html of one table.html": lambda: html("<tr><td>1<td>2", before="<table>"),
    "html of marks.html": lambda: html("1<sup>2</sup>"),
    "html that nests.html": lambda: html("<div>"),
    "html of attributes.html": lambda: html("a=1 ", before="<p "),
    "json-ld of 10 MB.html": lambda: json_ld("[" + "[]," * 3_300_000),
    "binary noise.txt": lambda: bytes(range(160, 256)) * (10 * MB // 96),
}
IMPORTS: dict[str, Callable[[], bytes]] = {
    "html of 10 MB.html": EVIDENCE["html of 10 MB.html"],
    "html of headings.html": lambda: html("<h1>x y</h1>", 400_000),
    "html of letters.html": lambda: html("<b>x</b> ", 400_000, before="<article><p>"),
    "html of one table.html": EVIDENCE["html of one table.html"],
    "json-ld of 10 MB.html": EVIDENCE["json-ld of 10 MB.html"],
    "json-ld, nested.html": lambda: json_ld('{"@graph":[' * 900_000),
    "json-ld, arrays.html": lambda: json_ld("[" + "[]," * 160_000 + "[]]"),
    "json-ld, broken.html": lambda: json_ld('"author"' * 50_000),
    "json of lists.json": lambda: b"[" + b"[]," * (6 * MB) + b"[]]",
    "json of one line.jsonl": lambda: b'["' + b'","' * (5 * MB) + b'"]',
    "zip bomb.zip": lambda: zipped({"a.txt": b" " * 400 * MB, "b.json": b" " * 400 * MB}),
    "zip of 150,000 files.zip": lambda: zipped({f"{n}.txt": b"" for n in range(150_000)}),
    "gzip bomb.tgz": lambda: tarred(1_000 * MB),
    "gzip bomb in a header.tgz": lambda: tarred(400 * MB, tarfile.XHDTYPE),
    "binary noise.txt": lambda: EVIDENCE["binary noise.txt"]()[: 7 * MB],
}


# --- measuring ----------------------------------------------------------------


@dataclass
class Peak:
    """The largest resident size of the processes below one, looked at every few milliseconds."""

    root: int
    kilobytes: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Peak:
        for process in family(self.root):
            with contextlib.suppress(OSError):
                Path(f"/proc/{process}/clear_refs").write_text("5")  # its peak so far is forgotten
        self.thread = threading.Thread(target=self._look)
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.over.set()
        self.thread.join()

    def _look(self) -> None:
        while not self.over.wait(0.02):
            for process in family(self.root):
                with contextlib.suppress(OSError):
                    status = Path(f"/proc/{process}/status").read_text()
                    for peak in re.findall(r"VmHWM:\s+(\d+)", status):  # none once it has ended
                        self.kilobytes = max(self.kilobytes, int(peak))


def family(root: int) -> Iterator[int]:
    """The process and all below it."""
    yield root
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{root}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


@dataclass
class Colleagues:
    """Ask for the queue and set claims aside, one after the other; the longest that one waited."""

    address: str
    cookies: dict[str, str]
    claims: Iterator[int]
    longest: float = 0.0
    over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Colleagues:
        self.thread = threading.Thread(target=self._work)
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.over.set()
        self.thread.join()

    def _work(self) -> None:
        with requests.Session() as session:
            session.cookies.update(self.cookies)
            while not self.over.is_set():
                self._timed(session.get, "/queue/")
                token = session.cookies["csrftoken"]
                deed = f"/claims/{next(self.claims)}/set-aside/"
                self._timed(session.post, deed, data={"csrfmiddlewaretoken": token})
                time.sleep(0.05)

    def _timed(self, ask: Callable[..., requests.Response], path: str, **data: object) -> None:
        began = time.monotonic()
        answer = ask(self.address + path, **data)
        self.longest = max(self.longest, time.monotonic() - began)
        if answer.status_code != 200:
            print(f"{path}: {answer.status_code}", file=sys.stderr)


@contextlib.contextmanager
def server() -> Iterator[tuple[str, int]]:
    """A web server of one process with four threads: its address and process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen([*command, "--threads", "4", "--log-level", "error"], cwd=ROOT)
    try:
        address = f"http://127.0.0.1:{port}"
        for _try in range(100):
            with contextlib.suppress(requests.ConnectionError):
                requests.get(f"{address}/healthz", timeout=5)
                break
            time.sleep(0.1)
        yield address, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def sign_in(name: str, role: str) -> tuple[User, dict[str, str]]:
    user = User.objects.create(username=name)
    user.groups.add(Group.objects.get(name=role))
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return user, {"sessionid": session.session_key}


# --- the two ways in ----------------------------------------------------------


def as_evidence(address: str, cookies: dict[str, str], claim: Claim, name: str, data: bytes) -> str:
    """Upload the file as evidence of the claim; what its row or the page says."""
    before = set(Snapshot.objects.values_list("pk", flat=True))
    with requests.Session() as session:
        session.cookies.update(cookies)
        session.get(address + claim.get_absolute_url())
        fields = {
            "csrfmiddlewaretoken": session.cookies["csrftoken"],
            "kind": "document",
            "title": name,
            "stance": "context",
            "quote": "The army counted 112 drones",
        }
        answer = session.post(
            f"{address}{claim.get_absolute_url()}evidence/", fields, files={"file": (name, data)}
        )
    made = Snapshot.objects.exclude(pk__in=before).first()
    if made is None:
        return f"{answer.status_code}, nothing stored"
    return made.text_note or "read to its end"


def as_import(path: Path) -> subprocess.Popen[str]:
    """The import's readers over the file, in a process of their own; prints what became of it."""
    program = (
        "import sys; from pathlib import Path; from claims.ingest import read_path\n"
        "last = None\n"
        "for last in read_path(Path(sys.argv[1])): pass\n"
        "print(getattr(last, 'reason', None) or f'{len(last.text):,} characters')"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="files whose name has this in it")
    only = parser.parse_args().only

    call_command("migrate", verbosity=0)
    checker, cookies = sign_in("checker", roles.FACT_CHECKER)
    _other, others = sign_in("checker2", roles.FACT_CHECKER)
    fill(20_000)
    shown = Claim.objects.filter(state=Claim.State.NEW).first()
    shown.take(checker)
    claims = Claim.objects.filter(state=Claim.State.NEW).values_list("pk", flat=True).iterator()
    print(f"{'file':<28}{'MB':>6}{'way':>10}{'s':>7}{'peak MB':>9}{'wait ms':>9}  outcome")
    with server() as (address, pid):
        with Colleagues(address, others, claims):
            time.sleep(2)  # what a server does once only
        for way, files in (("evidence", EVIDENCE), ("import", IMPORTS)):
            for name, make in files.items():
                if only in name:
                    measure(way, name, make(), address, pid, (cookies, others), shown, claims)


def measure(
    way: str,
    name: str,
    data: bytes,
    address: str,
    pid: int,
    cookies: tuple[dict[str, str], dict[str, str]],
    claim: Claim,
    claims: Iterator[int],
) -> None:
    path = Path(FOLDER.name) / name
    path.write_bytes(data)
    with Colleagues(address, cookies[1], claims) as colleagues:
        began = time.monotonic()
        if way == "evidence":
            with Peak(pid) as peak:
                outcome = as_evidence(address, cookies[0], claim, name, data)
        else:
            reading = as_import(path)
            with Peak(reading.pid) as peak:
                outcome = reading.communicate()[0].strip() or f"exit {reading.returncode}"
        seconds = time.monotonic() - began
    path.unlink()
    megabytes = peak.kilobytes / 1024
    marks = (seconds > MOST_SECONDS, megabytes > MOST_MEGABYTES, colleagues.longest > MOST_WAIT)
    print(
        f"{name.rpartition('.')[0]:<28}{len(data) / MB:>6.1f}{way:>10}{seconds:>7.1f}"
        f"{megabytes:>9.0f}{colleagues.longest * 1000:>9.0f}  {outcome}{'  <-' * any(marks)}",
        flush=True,
    )


if __name__ == "__main__":
    main()
    FOLDER.cleanup()
