"""Jobs for the worker that know of verdicts; those that do not are in claims.tasks."""

from __future__ import annotations

from django_tasks import task

from verification.desk import measuring


@task()
def count_dashboard() -> None:
    """Count what the dashboard shows."""
    measuring.recount()
