"""work: the background worker, after picking up what a killed one has left."""

from collections.abc import Iterable

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
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
from press.building.rescuing import rescue_kits

EVERY = "*"
DAILY, PICTURES, KITS = "default", "media", "kits"


class Command(BaseCommand):
    help = "Run the background worker; jobs that a killed worker has left behind are done first."

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="end when there is nothing to do")
        parser.add_argument(
            "--queues",
            default=EVERY,
            help="which jobs it does, with commas: default, media (pictures), kits (press kits); "
            "a second worker then leaves those to another one",
        )

    def handle(self, *args, batch, queues, **options):
        wanted = read_queues(queues)
        hold_presence(presence_file())
        put_in_order(wanted)
        if DAILY in wanted:
            plan_tidying(timezone.now())
        call_command("db_worker", queue_name=",".join(wanted), batch=batch)


def read_queues(text: str) -> list[str]:
    """Return the names of the queues. Raises `CommandError` for one that is not there."""
    known = settings.TASKS["default"]["QUEUES"]
    if text.strip() == EVERY:
        return list(known)
    wanted = [name.strip() for name in text.split(",")]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise CommandError(
            f"There is no queue {', '.join(map(repr, unknown))}; there are {', '.join(known)}."
        )
    return wanted


def put_in_order(queues: Iterable[str] = (DAILY, PICTURES, KITS)) -> None:
    """Make up for a killed worker, and for migrations after which nothing was counted."""
    rescue_jobs(queues)
    if DAILY in queues:
        fill_derived()


def rescue_jobs(queues: Iterable[str] = (DAILY, PICTURES, KITS)) -> int:
    """Give up jobs of killed workers and ask again for what is still incomplete.

    One worker a queue is what `make run` starts; a second one would at most make a picture or a
    kit twice, which gives the same files.
    """
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    running.filter(queue_name__in=queues).update(status=TaskResultStatus.FAILED)
    kits = rescue_kits() if KITS in queues else 0
    return kits + (rescue_media() if PICTURES in queues else 0)


def rescue_media() -> int:
    """Ask again for pictures and videos that are still incomplete; return how many."""
    incomplete = Image.objects.unfinished().values_list("pk", flat=True)
    for image_id in incomplete:
        complete_image.enqueue(image_id)
    videos = unprepared()
    for file in videos:
        prepare_video.enqueue(file.pk)
    return len(incomplete) + len(videos)
