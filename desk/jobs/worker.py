"""The worker: one job after the other, none in maintenance, and those of killed workers as well."""

import time
from collections.abc import Callable

from django.db import OperationalError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from desk.backup.maintenance import is_maintained
from desk.jobs.again import planning_again
from desk.jobs.heartbeat import assure, beating
from desk.jobs.rescuing import Job, Watch, take_up
from editorial.outage import Outage
from editorial.trouble import trouble_of

INTERVAL_SECONDS = 1.0
LOOK_SECONDS = 15.0
# How long a worker leaves a database alone that is full or away.
REST_SECONDS = 5.0
DATABASE = Outage("The database of the worker")


class SiteWorker(Worker):
    """That of django-tasks-db with another loop."""

    def __init__(self, name: str, queues: list[str], batch: bool = False) -> None:
        """`batch`: end when there is nothing to do."""
        super().__init__(
            queue_names=queues, interval=INTERVAL_SECONDS, batch=batch, backend_name="default",
            startup_delay=False, max_tasks=None, worker_id=name, excluded_queue_names=[],
        )  # fmt: skip
        self.watch = Watch(name)
        self._look_at = 0.0

    def work(self, prepare: Callable[[list[str]], None]) -> None:
        """Show life, have `prepare` put in order what lost workers have left, then do the jobs.

        Who starts in maintenance waits for its end; with `batch` there is nothing to do.
        """
        while is_maintained():
            if self.batch:
                return
            time.sleep(self.interval)
        with beating(self.worker_id):
            prepare(self.watch.find_lost())
            self.run()

    def run(self) -> None:
        while self.running:
            close_old_connections()
            job = self._next()
            if job is not None:
                self.run_task(job)
            elif self.batch:
                return
            elif self.running:
                close_old_connections()
                time.sleep(self.interval)

    def run_task(self, job: Job) -> None:
        """Do it. How it ended is noted as soon as the database takes it."""
        job.set_failed = self._insisting(planning_again(job))
        super().run_task(job)

    def _insisting(self, note: Callable[[BaseException], None]) -> Callable[[BaseException], None]:
        def insist(error: BaseException) -> None:
            while True:
                try:
                    return note(error)
                except OperationalError as trouble:
                    if trouble_of(trouble) is None or self.batch or not self.running:
                        raise
                    DATABASE.begin(trouble)
                    time.sleep(REST_SECONDS)

        return insist

    def _next(self) -> Job | None:
        """Return the next job; None if there is none, or the database is in trouble."""
        try:
            job = None if self._rests() else self._take()
        except OperationalError as error:
            if trouble_of(error) is None or self.batch:
                raise
            DATABASE.begin(error)
            time.sleep(REST_SECONDS)
            return None
        DATABASE.end()
        return job

    def _rests(self) -> bool:
        """Tell whether the database is to be left alone; otherwise look after the others' jobs."""
        if is_maintained():
            self.watch.forget()
            return True
        if time.monotonic() >= self._look_at:
            self._look_at = time.monotonic() + LOOK_SECONDS
            take_up(self.watch.find_lost(), self.queue_names)
        return False

    def _take(self) -> Job | None:
        """Claim the next job; None if there is none, or SQLite is locked at the moment."""
        jobs = DBTaskResult.objects.ready().filter(
            backend_name=self.backend_name, queue_name__in=self.queue_names
        )
        try:
            with exclusive_transaction(jobs.db):
                job = jobs.get_locked()
                if job is not None:
                    assure(self.worker_id)
                    job.claim(self.worker_id)
                return job
        except OperationalError as error:
            if is_locked_database_exception(error):
                return None
            raise
