"""work: the background worker, after picking up what a killed one has left."""

import threading
from collections.abc import Collection, Iterable

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.autoreload import run_with_reloader
from django.utils.crypto import get_random_string
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Command as WorkerCommand
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from assets.tasks import complete_image
from assets.video.tasks import prepare_video, unprepared
from desk.backup.site import presence_file
from desk.deriving import fill_derived
from desk.jobs.rescuing import lock_workers, take_up
from desk.jobs.worker import SiteWorker
from desk.presence import hold_presence
from desk.tasks import plan_tidying
from editorial.audit.origin import Origin, coming_from
from press.building.rescuing import rescue_kits

EVERY = "*"
QUEUES = DAILY, PICTURES, KITS = "default", "media", "kits"
OPEN = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


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
        WorkerCommand(stdout=self.stdout).configure_logging(options["verbosity"])
        hold_presence(presence_file())
        if settings.DEBUG and not batch:
            run_with_reloader(start_worker, wanted)
        else:
            start_worker(wanted, batch)


def start_worker(queues: list[str], batch: bool = False) -> None:
    """Put queues in order and do their jobs until a signal comes; with `batch` until none waits."""
    worker = SiteWorker(get_random_string(32), queues, batch)
    if threading.current_thread() is threading.main_thread():
        worker.configure_signals()

    def prepare(lost: list[str]) -> None:
        put_in_order(queues, lost)
        if DAILY in queues:
            plan_tidying(timezone.now())

    with coming_from(Origin("worker")):
        worker.work(prepare)


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


def put_in_order(queues: Collection[str] = QUEUES, lost: Iterable[str] = ()) -> None:
    """Make up for killed workers, and for migrations after which nothing was counted."""
    rescue_jobs(queues, lost)
    if DAILY in queues:
        fill_derived()


def rescue_jobs(queues: Collection[str] = QUEUES, lost: Iterable[str] = ()) -> int:
    """Take up jobs of lost workers and ask for what is incomplete and has no job; return how many.

    Jobs of other workers of the same queues go on.
    """
    found = take_up(lost, queues)
    if KITS in queues:
        with transaction.atomic():
            lock_workers()
            found += rescue_kits()
    return found + (rescue_media() if PICTURES in queues else 0)


def rescue_media() -> int:
    """Ask again for incomplete pictures and videos that nobody makes; return how many."""
    images = list(Image.objects.unfinished().values_list("pk", flat=True))
    videos = [file.pk for file in unprepared()]
    return ask_for(complete_image, images) + ask_for(prepare_video, videos)


@transaction.atomic
def ask_for(task: Task[..., None], wanted: Iterable[int]) -> int:
    """Ask for a job for each number that has none; return how many."""
    lock_workers()
    jobs = DBTaskResult.objects.filter(task_path=task.module_path, status__in=OPEN)
    asked = {job["args"][0] for job in jobs.values_list("args_kwargs", flat=True)}
    left = [number for number in wanted if number not in asked]
    for number in left:
        task.enqueue(number)
    return len(left)
