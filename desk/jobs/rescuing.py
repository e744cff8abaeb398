"""Jobs of workers that were killed are done by others: once, and not for ever."""

import logging
import time
from collections.abc import Iterable
from typing import Any, TypeAlias

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from desk.jobs.process import has_ended
from desk.models import WorkerRow

log = logging.getLogger(__name__)
# A worker of another machine that has shown no life for so long has none.
PATIENCE_SECONDS = 90.0
# A job that has ended so many workers is not given to another one.
MAX_WORKERS = 3
Job: TypeAlias = DBTaskResult[Any, Any]


class Watch:
    """What one worker sees of the others.

    Their moments are compared with what they were, never with a clock of this machine: clocks of
    machines differ, and after maintenance all would look dead to whoever wakes first.
    """

    def __init__(self, own: str, patience: float = PATIENCE_SECONDS) -> None:
        """`own`: the name of the worker that watches; `patience` in seconds."""
        self._own, self._patience = own, patience
        self._seen: dict[str, tuple[object, float]] = {}

    def find_lost(self) -> list[str]:
        """Return the names of workers that have ended without saying so."""
        rows = list(WorkerRow.objects.exclude(name=self._own))
        now = time.monotonic()
        self._seen = {row.name: self._first(row, now) for row in rows}
        return [row.name for row in rows if has_ended(row.process) or self._is_silent(row, now)]

    def forget(self) -> None:
        """Begin anew: in maintenance nobody shows life."""
        self._seen = {}

    def _first(self, row: WorkerRow, now: float) -> tuple[object, float]:
        moment, since = self._seen.get(row.name, (None, now))
        return (row.seen_at, since if moment == row.seen_at else now)

    def _is_silent(self, row: WorkerRow, now: float) -> bool:
        return now - self._seen[row.name][1] >= self._patience


def take_up(lost: Iterable[str], queues: Iterable[str]) -> int:
    """Let the jobs of lost workers wait again; return how many. One that ended too many fails.

    Who rescues at the same time waits for the others' rows, and finds nothing left.
    """
    gone, wanted = set(lost), list(queues)
    if not gone and not _orphans(gone, wanted):
        return 0
    with transaction.atomic():
        lock_workers()
        orphans = _orphans(gone, wanted)
        for job in orphans:
            _let_wait(job)
        WorkerRow.objects.filter(name__in=gone).delete()
    return len(orphans)


def lock_workers() -> None:
    """Be the only one who puts jobs in order, until the transaction ends."""
    list(WorkerRow.objects.select_for_update().order_by("name"))


def _orphans(lost: set[str], queues: list[str]) -> list[Job]:
    """Return what is marked as running and is run by nobody who lives."""
    # First the jobs: a worker that begins one has its row already.
    found = list(DBTaskResult.objects.running().filter(queue_name__in=queues))
    living = set(WorkerRow.objects.values_list("name", flat=True)) - lost
    return [job for job in found if not living.intersection(job.worker_ids[-1:])]


def _let_wait(job: Job) -> None:
    is_spent = len(job.worker_ids) >= MAX_WORKERS
    state = TaskResultStatus.FAILED if is_spent else TaskResultStatus.READY
    log.warning("Job %s (%s) has lost its worker: %s.", job.pk, job.task_path, state.lower())
    # It may have ended well in this moment, and its worker with it.
    DBTaskResult.objects.running().filter(pk=job.pk).update(status=state)
