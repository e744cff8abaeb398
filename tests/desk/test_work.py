"""The worker picks up what a killed one has left."""

import pytest
from django.core.management import CommandError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from assets.tasks import complete_image
from desk.management.commands.work import put_in_order, read_queues, rescue_jobs
from editorial.changes import change
from editorial.models import TranslationState
from tests.factories import FilmFactory, make_image

pytestmark = pytest.mark.django_db


def test_incomplete_pictures_are_asked_for_again(django_capture_on_commit_callbacks):
    image = make_image()
    with change(None, "test"):
        Image.objects.update(is_complete=False)
    assert rescue_jobs() == 1
    image.refresh_from_db()
    assert image.is_complete
    assert rescue_jobs() == 0


def test_what_an_older_site_lacks_is_counted_before_the_first_job():
    FilmFactory()
    TranslationState.objects.all().delete()
    put_in_order()
    assert TranslationState.objects.values("language").distinct().count() == 2


def test_worker_takes_the_queues_it_is_told():
    assert read_queues("*") == ["default", "media", "kits"]
    assert read_queues("kits, media") == ["kits", "media"]
    with pytest.raises(CommandError, match=r"^There is no queue 'kit'; there are default, media, "):
        read_queues("kit")


def test_worker_leaves_running_jobs_of_other_queues_alone():
    now = timezone.now()
    for name in ("media", "kits"):
        DBTaskResult.objects.create(
            status="RUNNING", args_kwargs={"args": [0], "kwargs": {}}, queue_name=name,
            task_path="press.building.tasks.build_kit", backend_name="default", run_after=now,
        )  # fmt: skip
    rescue_jobs(["kits"])
    states = DBTaskResult.objects.order_by("queue_name").values_list("queue_name", "status")
    assert list(states) == [("kits", "READY"), ("media", "RUNNING")]


def test_what_somebody_makes_already_is_not_asked_for_again():
    image = make_image()
    with change(None, "test"):
        Image.objects.update(is_complete=False)
    DBTaskResult.objects.create(
        status="READY", args_kwargs={"args": [image.pk], "kwargs": {}}, queue_name="media",
        task_path=complete_image.module_path, backend_name="default", run_after=timezone.now(),
    )  # fmt: skip
    assert rescue_jobs() == 0
