"""Strangers' files are read in a process of their own, which is given up when it takes too long.

A file of 50 kB can keep the libraries that read PDFs and pages busy for minutes, or unpack to
gigabytes. Whoever asks goes on meanwhile, and keeps what was read until a limit was reached.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_MOST_QUESTIONS = 200  # after so many a process is replaced: libraries keep some memory of each

News = dict[str, Any]


class ReadingProcess:
    """A process that reads one file after the other, and is replaced when it had to be ended.

    Nothing of our environment, which holds passwords, is given to it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0

    def ask(self, kind: str, data: bytes, seconds: float, **limits: float) -> Iterator[News]:
        """What the process tells of the file, as it comes; the last item has "ended".

        That is "" at the file's end, or the limit that was reached: "seconds", "memory", or one
        that the process names itself. See :mod:`file_reader` for the kinds.
        """
        until, ended = time.monotonic() + seconds, ""
        question = {"kind": kind, "size": len(data), "seconds": seconds} | limits
        try:
            process = self._ready()
            self._send(process, question, data)
            for news in _answers(process, until):
                ended = news.get("ended", ended)
                if "ended" in news:
                    break
                yield news
            else:  # the system ended it
                ended = "memory"
        except BrokenPipeError:
            ended = "memory"
        except TimeoutError:
            ended = "seconds"
        except GeneratorExit:  # nobody wants the rest
            self.end()
            raise
        if ended in {"memory", "seconds"}:
            self.end()
        yield {"ended": ended}

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._asked >= _MOST_QUESTIONS or (self._process and self._process.poll() is not None):
            self.end()
        if self._process is None:
            self._asked = 0
            self._process = subprocess.Popen(
                [sys.executable, "-m", "claims.ingest.file_reader"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env={},
            )
        self._asked += 1
        return self._process

    @staticmethod
    def _send(process: subprocess.Popen[bytes], question: News, data: bytes) -> None:
        assert process.stdin is not None
        process.stdin.write(json.dumps(question).encode() + b"\n")
        process.stdin.write(data)
        process.stdin.flush()


def _answers(process: subprocess.Popen[bytes], until: float) -> Iterator[News]:
    """The lines that the process writes, to the end of its output. Raises ``TimeoutError``."""
    assert process.stdout is not None
    descriptor, rest = process.stdout.fileno(), b""
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while True:
            if not selector.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            if not (chunk := os.read(descriptor, 1 << 16)):
                return
            *lines, rest = (rest + chunk).split(b"\n")
            yield from map(json.loads, lines)


class _Kept(threading.local):
    """One reading process a thread, that is ready for the next page of a batch."""

    def __init__(self) -> None:
        self.reader, self.owner = ReadingProcess(), os.getpid()


_kept = _Kept()


def ask_kept(kind: str, data: bytes, seconds: float, **limits: float) -> list[News]:
    """Ask a process that is kept for the next question: starting one takes half a second."""
    if _kept.owner != os.getpid():  # a fork has its parent's pipes
        _kept.reader, _kept.owner = ReadingProcess(), os.getpid()
    used = _kept.reader.is_running
    answer = list(_kept.reader.ask(kind, data, seconds, **limits))
    if used and answer[-1]["ended"] == "memory":  # perhaps what earlier files left behind
        answer = list(_kept.reader.ask(kind, data, seconds, **limits))
    return answer


def ask_once(kind: str, data: bytes, seconds: float, **limits: float) -> Iterator[News]:
    """Ask a process that ends with the answer."""
    reader = ReadingProcess()
    try:
        yield from reader.ask(kind, data, seconds, **limits)
    finally:
        reader.end()
