"""Rows for tests, made in the database directly: an article and the claims in it.

Every name is invented. What is made stands as an import would leave it: mentions
with their figures, speakers, queue entries, counts of open claims.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from html import unescape
from itertools import count
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.test import Client

from claims import guards
from claims.models import (
    Article,
    Attribution,
    Batch,
    CheckMatch,
    Claim,
    ClaimLink,
    DateReference,
    ExtractionRun,
    Finding,
    Mention,
    Outlet,
    PublishedCheck,
    Quantity,
    QueueEntry,
    Speaker,
    User,
)
from verification import guards as verdict_guards

DAY = date(2025, 9, 5)
# What a form carries that was made on the newest state there is.
JUST_SEEN = {"made_on": "9" * 18}
_numbers = count(1)


def make_article(
    text: str = "The Harl dam holds 40 million litres, its keeper said on Friday.",
    *,
    outlet: str = "Vell Courier",
    batch: str = "Morning",
    **fields: Any,
) -> Article:
    number = next(_numbers)
    published = fields.pop("published_on", DAY)
    return Article.objects.create(
        text=text,
        identity=fields.pop("identity", f"made-{number}"),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=Outlet.objects.get_or_create(name=outlet)[0],
        batch=Batch.objects.get_or_create(name=batch)[0],
        title=fields.pop("title", f"The dam at Harl, part {number}"),
        published_on=published,
        sorted_on=published or date.min,
        **fields,
    )


def make_claim(
    article: Article | None = None,
    wording: str = "The Harl dam holds 40 million litres",
    *,
    figure: str = "40 million litres",
    value: int = 40_000_000,
    speaker: str = "Ada Wyle",
    **fields: Any,
) -> Claim:
    """A claim with one mention in the article, with a figure unless ``figure`` is empty."""
    article = article or make_article()
    claim = Claim.objects.create(
        wording=wording,
        is_numeric=bool(figure),
        is_attributed=bool(speaker) or not figure,
        speaker_label=speaker,
        published_on=article.published_on,
        sorted_on=article.sorted_on,
        mentions_count=1,
        outlets_count=1,
        fingerprint=fields.pop("fingerprint", f"made-{next(_numbers)}"),
        priority=fields.pop("priority", 50),
        priority_parts=[
            {"reason": "figure_with_unit", "value": None, "points": 38},
            {"reason": "named_speaker", "value": None, "points": 12},
        ],
        **fields,
    )
    mention = mention_claim(claim, article)
    if figure:
        mention.quantities.add(make_figure(article, figure, value))
    if speaker:
        _attribute(claim, mention, speaker)
    Article.objects.filter(pk=article.pk).refresh_counts()
    return claim


def mention_claim(claim: Claim, article: Article) -> Mention:
    """Another mention of the claim; the article's counts are refreshed."""
    mention = Mention.objects.create(
        **_found(article, claim.wording), claim=claim, original_claim=claim, wording=claim.wording
    )
    for facet, of in (("outlet", article.outlet), ("batch", article.batch)):
        _enter(claim, **{facet: of})
    Article.objects.filter(pk=article.pk).refresh_counts()
    return mention


def make_figure(article: Article, words: str, value: int, **fields: Any) -> Quantity:
    found = _found(article, words)
    place = {name: found.pop(name) for name in ("article", "proposed_start", "proposed_end")}
    defaults = {"kind": "measure", "unit": "litre", "counted_text": "water"}
    return Quantity.objects.get_or_create(
        **place, defaults=found | _amount(value) | defaults | fields
    )[0]


def make_date(article: Article, words: str, day: date) -> DateReference:
    return DateReference.objects.create(**_found(article, words), first=day, last=day)


def make_many(number: int) -> list[Claim]:
    """So many claims of a kind, all in one article whose text states every one of them."""
    run = _run()
    lines = [f"Well {n} gave {n + 2} litres." for n in range(number)]
    article = make_article("\n".join(lines))
    claims = Claim.objects.bulk_create(
        Claim(
            wording=line,
            is_numeric=True,
            published_on=article.published_on,
            sorted_on=article.sorted_on,
            fingerprint=f"made-{next(_numbers)}",
            priority=n % 97,
        )
        for n, line in enumerate(lines)
    )
    mentions = Mention.objects.bulk_create(
        Mention(
            **_found(article, claim.wording, run=run),
            claim=claim,
            original_claim=claim,
            wording=claim.wording,
        )
        for claim in claims
    )
    figures = Quantity.objects.bulk_create(
        Quantity(
            **_found(article, f"{n + 2} litres", mention.start, run),
            **_amount(n + 2),
            kind="measure",
            unit="litre",
        )
        for n, mention in enumerate(mentions)
    )
    link = Mention.quantities.through
    link.objects.bulk_create(
        link(mention=mention, quantity=figure)
        for mention, figure in zip(mentions, figures, strict=True)
    )
    QueueEntry.objects.bulk_create(
        QueueEntry(
            claim=claim, priority=claim.priority, state="new", sorted_on=claim.sorted_on, **facet
        )
        for claim in claims
        for facet in ({"outlet": article.outlet}, {"batch": article.batch})
    )
    Article.objects.filter(pk=article.pk).refresh_counts()
    return claims


def _amount(value: int) -> dict[str, Decimal]:
    return dict.fromkeys(("low", "high", "least", "most"), Decimal(value))


def _attribute(claim: Claim, mention: Mention, name: str) -> None:
    speaker = Speaker.objects.get_or_create(name=name, defaults={"kind": "person"})[0]
    claim.speakers.add(speaker)
    attribution = Attribution.objects.create(
        **_found(mention.article, claim.wording, mention.start),
        kind="indirect",
        attitude="asserts",
        content=[[mention.start, mention.end]],
        speaker_text=name,
    )
    attribution.speakers.add(speaker)
    mention.attributions.add(attribution)
    _enter(claim, speaker=speaker)


def _enter(claim: Claim, **facet: Any) -> None:
    QueueEntry.objects.get_or_create(
        claim=claim,
        **facet,
        defaults={
            "state": claim.state,
            "priority": claim.priority,
            "sorted_on": claim.sorted_on,
        },
    )


def _run() -> ExtractionRun:
    return ExtractionRun.objects.get_or_create(rules="made", model="none", model_version="0")[0]


def _found(
    article: Article, words: str, start: int = 0, run: ExtractionRun | None = None
) -> dict[str, Any]:
    """The fields of a finding where the words stand; at the beginning if they don't."""
    start = max(0, article.text.find(words, start))
    end = min(len(article.text), start + len(words))
    return {
        "article": article,
        "run": run or _run(),
        "start": start,
        "end": end,
        "proposed_start": start,
        "proposed_end": end,
    }


@contextmanager
def unguarded() -> Iterator[None]:
    """The database as a clock, a hurried hand or the years might change what it keeps frozen."""
    for module in (guards, verdict_guards):
        connection.check_constraints()  # PostgreSQL takes no trigger off while checks wait
        module.weaken(connection)
    yield
    for module in (guards, verdict_guards):
        connection.check_constraints()
        module.fortify(connection)


def made_on(page: str) -> dict[str, str]:
    """What the form of a page of the admin carries of the row; nothing where it has none."""
    carried = re.search(r'name="made_on" value="([^"]*)"', page)
    return {"made_on": unescape(carried[1])} if carried else {}


def states(claims: Iterable[Claim]) -> list[str]:
    """The claims' present states, in their order."""
    now = dict(Claim.objects.values_list("pk", "state"))
    return [now[claim.pk] for claim in claims]


def pdf(*pages: str) -> bytes:
    """A PDF of these content streams, one a page, compressed; /F1 is Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _HELVETICA]
    kids = []
    for page in pages:
        packed = zlib.compress(page.encode("latin-1"))
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _with_table(objects)


_HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def _with_table(objects: list[bytes]) -> bytes:
    """The objects as a file, with the table that says where each of them begins."""
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n" % (len(objects) + 1)
    return bytes(file + b"%d\n%%%%EOF\n" % table)


def empty() -> None:
    """Take all rows of articles and claims out again, in any order of their foreign keys."""
    guards.remove(connection)
    with transaction.atomic(), connection.constraint_checks_disabled():
        for model in apps.get_app_config("claims").get_models(include_auto_created=True):
            if model.__name__ not in {"User", "User_groups", "User_user_permissions"}:
                model._base_manager.all()._raw_delete("default")
    guards.install(connection)


def shown_to(who: User, address: str) -> str:
    """The page at this address, as somebody sees it who is logged in."""
    client = Client()
    client.force_login(who)
    return client.get(address).content.decode()


def make_link(one: Claim, other: Claim, relation: str = "contradicts", **fields: Any) -> ClaimLink:
    """A link as the machine suggests it, on the first figure of either."""
    first, second = sorted((one, other), key=lambda claim: claim.pk)
    figures = [Quantity.objects.filter(mentions__claim=claim).first() for claim in (first, second)]
    if all(figures):
        fields |= {"one_figure": figures[0], "other_figure": figures[1]}
    return ClaimLink.objects.create(one=first, other=second, relation=relation, **fields)


def make_match(claim: Claim, **fields: Any) -> CheckMatch:
    """Another newsroom's published check that may be of the claim."""
    values = {"url": "https://veracity.example/check", "claim": claim.wording, "label": "False"}
    number = next(_numbers)
    published = PublishedCheck.objects.create(key=f"made-{number}", **(values | fields))
    return CheckMatch.objects.create(published=published, claim=claim, relation="same")


def make_finding(claim: Claim, **fields: Any) -> Finding:
    """A sum of the claim's figures that does not hold."""
    mention = claim.mentions.get()
    figures = mention.quantities.all()
    values = {"stated": 40, "computed": 42, "least": 41, "most": 43, "kind": "sum"}
    finding = Finding.objects.create(
        article=mention.article,
        start=mention.start,
        end=mention.end,
        mark=f"made-{next(_numbers)}",
        **(values | fields),
    )
    finding.figures.set(figures)
    return finding
