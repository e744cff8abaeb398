"""A disk that is full today may have room tomorrow: what failed for it is tried again."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from assets.tasks import complete_image
from desk.jobs.worker import SiteWorker
from tests.factories import make_image
from tests.limited import files_up_to

pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]


@pytest.fixture
def image(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend",
                                  "QUEUES": ["default", "media", "kits"]}}  # fmt: skip
    return make_image()


def work():
    SiteWorker("one", ["media"], batch=True).run()


def test_job_that_found_no_room_is_planned_again_and_done_then(image):
    complete_image.enqueue(image.pk)
    with files_up_to(100):
        work()
    failed, planned = DBTaskResult.objects.order_by("enqueued_at")
    assert (failed.status, planned.status) == ("FAILED", "READY")
    assert failed.traceback.strip().splitlines()[-1].startswith("OSError: [Errno 27]")
    assert timedelta(minutes=9) < planned.run_after - timezone.now() < timedelta(minutes=10)
    DBTaskResult.objects.filter(pk=planned.pk).update(run_after=timezone.now())
    work()
    planned.refresh_from_db()
    assert planned.status == "SUCCESSFUL"
    assert Image.objects.get().is_complete


def test_each_failure_is_waited_for_twice_as_long(image):
    for _one in range(2):
        complete_image.enqueue(image.pk)
        with files_up_to(100):
            work()
        DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    with files_up_to(100):
        work()
    planned = DBTaskResult.objects.get(status="READY")
    assert planned.run_after - timezone.now() > timedelta(minutes=19)


def test_job_whose_file_is_lost_is_not_planned_again(image, settings):
    for path in Path(settings.MEDIA_ROOT).glob("originals/*/*"):
        path.unlink()
    complete_image.enqueue(image.pk)
    work()
    assert DBTaskResult.objects.get().status == "FAILED"
