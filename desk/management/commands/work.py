"""work: the background worker, after picking up what a killed one has left."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from assets.tasks import complete_image
from assets.video.tasks import prepare_video, unprepared
from desk.backup.site import presence_file
from desk.deriving import fill_derived
from desk.presence import hold_presence
from desk.tasks import plan_tidying


class Command(BaseCommand):
    help = "Run the background worker; jobs that a killed worker has left behind are done first."

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="end when there is nothing to do")

    def handle(self, *args, batch, **options):
        hold_presence(presence_file())
        put_in_order()
        plan_tidying(timezone.now())
        call_command("db_worker", queue_name="*", batch=batch)


def put_in_order() -> None:
    """Make up for a killed worker, and for migrations after which nothing was counted."""
    rescue_jobs()
    fill_derived()


def rescue_jobs() -> int:
    """Give up jobs of killed workers and ask again for pictures and videos still incomplete.

    One worker a site is what `make run` starts; a second one would at most make a picture twice,
    which gives the same files.
    """
    DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED
    )
    incomplete = Image.objects.unfinished().values_list("pk", flat=True)
    for image_id in incomplete:
        complete_image.enqueue(image_id)
    videos = unprepared()
    for file in videos:
        prepare_video.enqueue(file.pk)
    return len(incomplete) + len(videos)
