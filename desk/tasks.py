"""What the background worker does by itself, once a day."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from desk.tidying import tidy

DAY = timedelta(days=1)


@task()
def tidy_daily() -> dict[str, int]:
    """Tidy up. Tomorrow's job is asked for first: a failure today must not end the series."""
    plan_tidying(timezone.now() + DAY)
    return tidy()


def plan_tidying(at: datetime) -> None:
    """See to it that exactly one job waits: the one that is there already, or one for `at`."""
    with transaction.atomic():
        waiting = DBTaskResult.objects.filter(
            task_path=tidy_daily.module_path, status=TaskResultStatus.READY
        )
        first = waiting.order_by("run_after").first()
        if first is None:
            tidy_daily.using(run_after=at).enqueue()
        else:
            waiting.exclude(pk=first.pk).delete()
