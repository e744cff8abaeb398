"""The worker shows life while it works, and leaves the database alone in maintenance."""

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from desk.backup.maintenance import maintenance_file
from desk.jobs.worker import SiteWorker
from desk.models import WorkerRow

# A worker closes its connection, which ends the transaction of a test on PostgreSQL.
pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]


@pytest.fixture
def notice():
    path = maintenance_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    yield path
    path.unlink(missing_ok=True)


def test_worker_has_a_row_as_long_as_it_works():
    seen = []
    SiteWorker("one", ["kits"], batch=True).work(
        lambda lost: seen.append((lost, WorkerRow.objects.get().name))
    )
    assert seen == [([], "one")]
    assert not WorkerRow.objects.exists()


def test_worker_that_starts_in_maintenance_touches_nothing(notice):
    seen = []
    SiteWorker("one", ["kits"], batch=True).work(seen.append)
    assert seen == []


def test_no_job_is_begun_in_maintenance(notice):
    job = DBTaskResult.objects.create(
        status="READY", args_kwargs={"args": [0], "kwargs": {}}, queue_name="kits",
        task_path="press.building.tasks.build_kit", backend_name="default",
        run_after=timezone.now(),
    )  # fmt: skip
    worker, begun = SiteWorker("one", ["kits"], batch=True), []
    worker.run_task = begun.append  # that of django-tasks-db wants its own backend
    worker.run()
    assert begun == []
    notice.unlink()
    worker.run()
    job.refresh_from_db()
    assert (begun, job.status, job.worker_ids) == ([job], "RUNNING", ["one"])
