"""Ten processes that take the same claims at the same moments; prints who won each.

Run as a script, on the database of DATABASE_URL, by test_taking.py.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from multiprocessing.synchronize import Barrier
from typing import Any


def take_all(number: int, claims: list[int], start: Barrier, won: Any) -> None:
    from claims.models import Claim, Refused, User

    me = User.objects.get(username=f"checker{number}")
    mine = []
    for claim in claims:
        start.wait()
        try:
            Claim.objects.get(pk=claim).take(me)
        except Refused:
            continue
        mine.append(claim)
    won.put(mine)


def prepare(people: int, rounds: int) -> list[int]:
    import django

    django.setup()
    from django.contrib.auth.models import Group

    from claims import roles
    from claims.models import Claim, User

    for number in range(people):
        user = User.objects.create(username=f"checker{number}")
        user.groups.add(Group.objects.get(name=roles.FACT_CHECKER))
    return [
        Claim.objects.create(wording="12 died.", is_numeric=True, fingerprint=f"taking {n}").pk
        for n in range(rounds)
    ]


def main(people: int, rounds: int) -> None:
    claims = prepare(people, rounds)
    # Forked, they need not load Django again; each makes its own connection.
    from django.db import connections

    connections.close_all()
    context = multiprocessing.get_context("fork")
    start, won = context.Barrier(people), context.Queue()
    processes = [
        context.Process(target=take_all, args=(number, claims, start, won))
        for number in range(people)
    ]
    for process in processes:
        process.start()
    winners = [claim for _process in processes for claim in won.get(timeout=120)]
    for process in processes:
        process.join()
    sys.stdout.write(json.dumps(sorted(winners) == sorted(claims)))


if __name__ == "__main__":
    main(people=10, rounds=100)
