"""The worker, in the test's own process."""

from __future__ import annotations

from django_tasks_db.models import DBTaskResult


def run_the_worker() -> None:
    """What db_worker does with the jobs that wait."""
    for job in DBTaskResult.objects.filter(status="READY"):
        job.task.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
        DBTaskResult.objects.filter(pk=job.pk).update(status="SUCCESSFUL")
