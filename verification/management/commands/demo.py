"""`demo`: users of every role, the seeds' articles, their claims, and a few checks of them."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any, cast

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Prefetch, QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _t
from rich.console import Console
from rich.table import Table

from claims import roles
from claims.labels import normalised
from claims.models import KINDS, Batch, Claim, Mention, User
from verification.management.demo import walk_checks

USERS = {
    "checker": roles.FACT_CHECKER,
    "checker2": roles.FACT_CHECKER,
    "editor": roles.EDITOR,
    "editor2": roles.EDITOR,
    "admin": roles.ADMINISTRATOR,
    "auditor": roles.AUDITOR,
}
SEEDS = settings.BASE_DIR / "seeds"
BATCH = "Demo"
FEW = 12  # claims that leave the users and the address on the screen
COLUMNS = (_t("Kinds"), _t("Figures"), _t("Speaker"), _t("Wording"), _t("Outlets"))


class Command(BaseCommand):
    help = _t("Make the demo's users, import seeds/ and print its claims; again changes nothing.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--address", metavar="URL", help=_t("where it is served: say so at the end")
        )
        parser.add_argument(
            "--all-claims", action="store_true", help=_t("a terminal too is shown every claim")
        )

    def handle(self, *, address: str | None, all_claims: bool, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                _t("The demo's users have one password: it runs with DEBUG=1 only, not on a site.")
            )
        password = make_users()
        if not Batch.objects.filter(name=BATCH, state=Batch.State.DONE).exists():
            call_command("import_articles", SEEDS, batch=BATCH, stdout=self.stderr)
        walk_checks()
        if not address:
            self._show_users(password)
        self._show_claims(None if all_claims else FEW)
        if address:
            self._show_users(password)
            self.stdout.write(_t("Claimdesk is at %s until you press Ctrl-C.") % address)

    def _show_users(self, password: str) -> None:
        for name in USERS:
            self.stdout.write(f"{name} {password}")

    def _show_claims(self, most: int | None) -> None:
        """Every claim, a line each, for whatever reads on; ``most`` of them in a terminal."""
        claims = demo_claims()
        rows = describe_claims(claims)
        if not self.stdout.isatty():
            for row in rows:
                self.stdout.write(" | ".join(row))
            return
        table = Table(*COLUMNS, title=_t("Claims, the most urgent first"))
        for row in islice(rows, most):
            table.add_row(*row)
        Console(file=cast("IO[str]", self.stdout)).print(table)
        left = len(claims) - len(table.rows)
        if left > 0:
            self.stdout.write(_t("… and %s more: CLAIMS=all make demo shows them all.") % left)


def make_users() -> str:
    """A user of each role with the demo's password, which is returned.

    Without DEMO_PASSWORD it follows from the secret key: as random as that, the
    same on every run, and written down nowhere.
    """
    password = settings.DEMO_PASSWORD or salted_hmac("claims.demo", "password").hexdigest()[:12]
    for name, role in USERS.items():
        user, _made = User.objects.get_or_create(username=name)
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
        user.groups.set([Group.objects.get(name=role)])
    return password


def demo_claims() -> QuerySet[Claim]:
    mentions = Mention.objects.live().select_related("article__outlet")
    return Claim.objects.unmerged().prefetch_related(
        Prefetch("mentions", mentions.prefetch_related("quantities")),
    )


def describe_claims(claims: Iterable[Claim]) -> Iterator[tuple[str, ...]]:
    """A line for each claim: kinds, figures normalised, speaker, wording, outlets."""
    for claim in claims:
        mentions = list(claim.mentions.all())
        figures = dict.fromkeys(
            normalised(quantity) for mention in mentions for quantity in mention.quantities.all()
        )
        outlets = sorted({str(mention.article.outlet or "") for mention in mentions})
        yield (
            ", ".join(kind for kind, column in KINDS.items() if getattr(claim, column)),
            "; ".join(figures),
            claim.speaker_label,
            " ".join(claim.wording.split()),
            ", ".join(outlets),
        )
