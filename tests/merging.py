"""What tests of merging claims need."""

from __future__ import annotations

from django.db import transaction

from claims.models import Claim
from claims.queue import refresh


def settled(*claims: Claim) -> tuple[Claim, ...]:
    """The claims, with what they have from their mentions as an import leaves it."""
    with transaction.atomic():
        refresh([claim.pk for claim in claims])
    return tuple(Claim.objects.get(pk=claim.pk) for claim in claims)
