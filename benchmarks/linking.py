"""What linking claims costs an import, and whether it grows with the archive.

    .venv/bin/python benchmarks/linking.py [--articles 200] [--crowd 2000]

Imports made articles in turns with linking and without, and prints the ratio of the
processor seconds: above 0.9 an import with linking is at least 0.9 times as fast. Then
claims of one measure and one matter come in one after the other, and the time of the last
tenth is set beside that of the first: a claim has as many candidates among twenty thousand
as among a hundred. The exit status is 1 where either promise is not kept.

The database is SQLite in a temporary folder, or where DATABASE_URL names a PostgreSQL
server, a database of its own there; both are gone at the end.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from extraction import PUBLISHED, made_article
from scale import empty_database  # sets Django up

from claims.intake import import_paths, recording
from claims.matching import compare_article
from claims.models import Article, Batch, Claim, ClaimKey, ClaimLink, Mention
from tests.making import make_article, make_claim

AT_ONCE = 25
CHARACTERS = 3_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--crowd", type=int, default=2_000)
    options = parser.parse_args()
    settings.DEBUG = False  # else every query is kept
    with empty_database():
        print_imports(options.articles)
        print_crowd(options.crowd)


def print_imports(number: int) -> None:
    chance = random.Random(14)
    seconds = {True: 0.0, False: 0.0}
    with tempfile.TemporaryDirectory() as folder:
        for part in range(-1, number // AT_ONCE):
            path = Path(folder) / f"{part}.jsonl"
            path.write_text("".join(made_line(chance, part, at) for at in range(AT_ONCE)))
            spent = timed_import(path, linked=part % 2 == 0)
            if part >= 0:  # the first reads the model
                seconds[part % 2 == 0] += spent
    ratio = seconds[False] / seconds[True]
    made = ", ".join(
        f"{model.objects.count()} {model._meta.verbose_name_plural}"
        for model in (Claim, ClaimKey, ClaimLink)
    )
    print(f"{'articles':>10}{'with':>10}{'without':>10}{'ratio':>8}")
    print(f"{number:>10}{seconds[True]:>9.1f}s{seconds[False]:>9.1f}s{ratio:>8.2f}   {made}")


def made_line(chance: random.Random, part: int, at: int) -> str:
    day = PUBLISHED + timedelta(days=chance.randint(0, 60))
    row = {
        "text": made_article(chance, CHARACTERS),
        "title": f"Made {part} {at}",
        "url": f"https://made.example/{part}/{at}",
        "published": day.isoformat(),
        "outlet": f"Outlet {chance.randint(1, 20)}",
    }
    return json.dumps(row) + "\n"


def timed_import(path: Path, *, linked: bool) -> float:
    batch = Batch.objects.create(name=path.stem)
    began = time.process_time()
    if linked:
        import_paths([path], batch)
    else:
        with patch.object(recording, "compare_article", lambda *_known: None):
            import_paths([path], batch)
    return time.process_time() - began


def print_crowd(number: int) -> None:
    """Claims of one measure and matter, each compared as it comes in."""
    chance = random.Random(15)
    spent = []
    for _count in range(number):
        value = chance.randint(10, 9_999)
        words = f"The flood in Tamber has cost the town of Harl {value} litres of water"
        day = PUBLISHED + timedelta(days=chance.randint(0, 900))
        article = make_article(f"{words}.", published_on=day)
        claim = make_claim(article, words, figure=f"{value} litres", value=value, speaker="")
        mention = Mention.objects.get(claim=claim)
        article = Article.objects.get(pk=article.pk)
        began = time.process_time()
        compare_article(article, [mention.pk])
        spent.append(time.process_time() - began)
    tenth = number // 10
    first, last = sum(spent[tenth : 2 * tenth]) / tenth, sum(spent[-tenth:]) / tenth
    print(f"\n{'claims':>10}{'second tenth':>14}{'last tenth':>14}{'ratio':>8}")
    print(f"{number:>10}{1000 * first:>11.1f} ms{1000 * last:>11.1f} ms{last / first:>8.2f}")


if __name__ == "__main__":
    main()
