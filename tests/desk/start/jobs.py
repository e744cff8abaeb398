"""Background jobs as the worker leaves them."""

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from assets.tasks import complete_image


def add_job(status, *args, task=complete_image, run_after=None):
    return DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": list(args), "kwargs": {}},
        task_path=task.module_path,
        queue_name="media",
        backend_name="default",
        run_after=run_after or get_date_max(),
        finished_at=timezone.now(),
        exception_class_path="builtins.OSError",
        traceback="Traceback (most recent call last):\n  ...\nOSError: No space left on device\n",
    )


def failed_job(*args, **options):
    return add_job(TaskResultStatus.FAILED, *args, **options)
