"""Background work: is there a worker, does something wait too long, what has failed?"""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from desk.doctor.finding import Finding, admin_url
from desk.jobs.process import has_ended
from desk.jobs.rescuing import PATIENCE_SECONDS, Job
from desk.models import WorkerRow
from desk.start.failed_jobs import failures

# A trailer may take an hour; what waits longer waits in vain.
PATIENCE = timedelta(hours=2)
START = (
    "Type: systemctl start lichtspiel-worker lichtspiel-kits (by hand: python manage.py work), "
    "and look why it ended: journalctl -u lichtspiel-worker"
)


def find_worker() -> Iterator[Finding]:
    if not _living():
        waiting = DBTaskResult.objects.ready().count()
        yield Finding("worker", f"no worker is running; {waiting} jobs wait", "worker", START)


def find_stuck() -> Iterator[Finding]:
    now, living = timezone.now(), _living()
    if not living:
        return
    # What is not planned for later bears the last date of all.
    due = Q(run_after=get_date_max()) | Q(run_after__lt=now - PATIENCE)
    waiting = DBTaskResult.objects.ready().filter(due, enqueued_at__lt=now - PATIENCE)
    for job in waiting[:100]:
        yield _finding(job, f"a job waits since {job.enqueued_at:%Y-%m-%d %H:%M}: {job.task_path}")
    for job in DBTaskResult.objects.running().filter(started_at__lt=now - PATIENCE)[:100]:
        yield _finding(job, f"a job runs since {job.started_at:%Y-%m-%d %H:%M}: {job.task_path}")


def find_failed() -> Iterator[Finding]:
    for job in failures()[:100]:
        last = (job.traceback or "").strip().rpartition("\n")[2][:200] or "its workers were killed"
        yield Finding(
            "failed jobs",
            f"{job.task_path} failed: {last}",
            f"job {job.pk}",
            f"Mend the cause, then press “Try again” at {admin_url('index')}",
        )


def _living() -> set[str]:
    """Return the names of workers that showed life and are not known to have ended."""
    since = timezone.now() - timedelta(seconds=PATIENCE_SECONDS)
    rows = WorkerRow.objects.filter(seen_at__gt=since)
    return {row.name for row in rows if not has_ended(row.process)}


def _finding(job: Job, what: str) -> Finding:
    return Finding(
        "stuck jobs",
        what,
        f"job {job.pk}, queue {job.queue_name}",
        "Restart the workers: systemctl restart lichtspiel-worker lichtspiel-kits. What they left "
        "is begun again.",
    )
