"""A job that failed for a disk or a database is planned once more; its mistakes are not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from editorial.trouble import trouble_behind

# Twice as long after each failure of the same job, and a day at most.
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=10), timedelta(days=1)


def plan_again(job: DBTaskResult[Any, Any], error: BaseException) -> None:
    """Plan the same job for later, unless it waits already or would fail again anyway."""
    if trouble_behind(error) is None:
        return
    same = DBTaskResult.objects.filter(task_path=job.task_path, args_kwargs=job.args_kwargs)
    if same.filter(status=TaskResultStatus.READY).exists():
        return
    failed = same.filter(status=TaskResultStatus.FAILED).count()
    pause = min(FIRST_PAUSE * 2 ** min(failed - 1, 10), LONGEST_PAUSE)
    arguments = job.args_kwargs
    later = job.task.using(run_after=timezone.now() + pause)
    later.enqueue(*arguments["args"], **arguments["kwargs"])


def planning_again(job: DBTaskResult[Any, Any]) -> Callable[[BaseException], None]:
    """Return what notes that a job has failed, and plans it again if that may help."""
    note = job.set_failed

    def note_and_plan(error: BaseException) -> None:
        note(error)
        plan_again(job, error)

    return note_and_plan
