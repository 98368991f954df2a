"""Published checks of others and our claims: which of one are which of the other.

Both are found by the same keys (:mod:`.keys`), and :func:`relate` says what they are to each
other; what it finds is a suggestion. What a person has said of a pair stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from claims.models import CheckMatch, ClaimKey, PublishedCheck, PublishedCheckKey

from .keys import keys_of
from .linking import LINKED
from .relating import relate
from .stated import Stated, stated_in
from .statements import statements_of
from .sureness import is_sure

# The newest that share a key: of a statement that hundreds repeat, the first are enough.
MOST_CLAIMS = 200
BATCH_SIZE = 500

Pair = tuple[int, int]


def match_checks(check_ids: Collection[int]) -> int:
    """Suggest the claims that these checks are of; how many suggestions are new.

    Run inside a transaction.
    """
    checks = PublishedCheck.objects.filter(pk__in=check_ids)
    stated = {check.pk: _stated(check) for check in checks}
    _store_keys(stated)
    pairs = {
        (check, claim) for check, one in stated.items() for claim in _claims_with(keys_of(one))
    }
    return _write(pairs, stated, CheckMatch.objects.filter(published__in=check_ids))


def match_claims(claim_ids: Collection[int]) -> int:
    """Suggest the checks that these claims, as they were found, have had already."""
    keys = ClaimKey.objects.filter(claim__in=claim_ids).values_list("key", "claim")
    claims: dict[int, set[int]] = defaultdict(set)
    for key, claim in keys:
        claims[key].add(claim)
    rows = PublishedCheckKey.objects.filter(key__in=list(claims))
    pairs = {(check, claim) for key, check in rows.values_list("key", "check_of")
             for claim in claims[key]}  # fmt: skip
    known = CheckMatch.objects.filter(claim__in=claim_ids)
    if not pairs and not known.exists():
        return 0
    checks = PublishedCheck.objects.filter(pk__in={check for check, _claim in pairs})
    return _write(pairs, {check.pk: _stated(check) for check in checks}, known)


def _stated(check: PublishedCheck) -> Stated:
    return stated_in(check.claim, check.claimed_on or check.checked_on)


def _store_keys(stated: dict[int, Stated]) -> None:
    rows = PublishedCheckKey.objects.filter(check_of__in=stated)
    known = set(rows.values_list("check_of", "key"))
    wanted = {(check, key) for check, one in stated.items() for key in keys_of(one)}
    PublishedCheckKey.objects.bulk_create(
        (PublishedCheckKey(check_of_id=check, key=key) for check, key in sorted(wanted - known)),
        batch_size=BATCH_SIZE,
    )


def _claims_with(keys: Iterable[int]) -> list[int]:
    rows = ClaimKey.objects.filter(key__in=list(keys)).order_by("-claim")
    return list(rows.values_list("claim", flat=True).distinct()[:MOST_CLAIMS])


def _sure_code(one: Stated, other: Stated) -> str | None:
    relation = relate(one, other)
    return relation.code if is_sure(one, other, relation) else None


def _write(pairs: Collection[Pair], stated: dict[int, Stated], known: Iterable[CheckMatch]) -> int:
    """Store what the pairs are to each other; what none of them gives any more does not hold."""
    statements = statements_of({claim for _check, claim in pairs})
    found: dict[Pair, str] = {
        (check, claim): code
        for check, claim in pairs
        if claim in statements
        and (code := _sure_code(stated[check], statements[claim].stated)) in LINKED
    }
    matches = {(match.published_id, match.claim_id): match for match in known}
    for pair, match in matches.items():
        relation = found.get(pair, match.relation)
        if (pair in found, relation) != (match.is_current, match.relation):
            match.is_current, match.relation = pair in found, relation
            match.save(update_fields=["is_current", "relation"])
    new = sorted(found.keys() - matches.keys())
    CheckMatch.objects.bulk_create(
        (CheckMatch(published_id=check, claim_id=claim, relation=found[check, claim])
         for check, claim in new),
        batch_size=BATCH_SIZE,
    )  # fmt: skip
    return len(new)
