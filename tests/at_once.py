"""Several people or workers at the same moment: each deed in a process of its own.

They are forked, so that they need not load Django again, and work on the test's own
database, which a test that uses this has to commit to: ``django_db(transaction=True)``.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import Any

from django.db import connections

Deed = Callable[[], Any]
LONGEST = 60


def at_once(*deeds: Deed) -> list[Any]:
    """Let all go at one moment; what each returned, or the exception that ended it."""
    return [answers[0] for answers in in_rounds([[deed] for deed in deeds])]


def in_rounds(people: list[list[Deed]]) -> list[list[Any]]:
    """Everybody's deeds one after the other, each round begun by all at one moment."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    start, answered = context.Barrier(len(people)), context.Queue()

    def work(number: int, deeds: list[Deed]) -> None:
        answers = []
        for deed in deeds:
            start.wait(LONGEST)
            try:
                answers.append(deed())
            except Exception as error:  # noqa: BLE001 - the test says which it expects
                answers.append(error)
        connections.close_all()
        answered.put((number, answers))

    processes = [context.Process(target=work, args=person) for person in enumerate(people)]
    for process in processes:
        process.start()
    answers = dict(answered.get(timeout=LONGEST) for _process in processes)
    for process in processes:
        process.join(LONGEST)
    return [answers[number] for number in range(len(people))]
