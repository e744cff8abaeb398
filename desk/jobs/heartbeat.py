"""The sign of life of a worker: a row that changes as long as it lives."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from desk.backup.maintenance import is_maintained
from desk.jobs.process import this_process
from desk.models import WorkerRow

log = logging.getLogger(__name__)
# Four of them may be missed (a database that is locked or away) before others take the jobs.
BEAT_SECONDS = 15.0


@contextmanager
def beating(name: str, seconds: float = BEAT_SECONDS) -> Iterator[None]:
    """Have the row of this worker, and renew it in a thread, until the body has ended."""
    beat(name)
    is_over = Event()
    thread = Thread(target=_beat_on, args=(name, seconds, is_over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
        _leave(name)


def _leave(name: str) -> None:
    """Take the row away. Left behind it does no harm: others see that the process has ended."""
    if not is_maintained():
        with suppress(DatabaseError):
            WorkerRow.objects.filter(name=name).delete()


def beat(name: str) -> None:
    """Show that this worker lives; one that others took for dead is back by that."""
    told = {"process": this_process(), "seen_at": timezone.now()}
    WorkerRow.objects.update_or_create(name=name, defaults=told)


def assure(name: str) -> None:
    """See that the row is there: a machine that slept for minutes finds it gone."""
    if not WorkerRow.objects.filter(name=name).exists():
        beat(name)


def _beat_on(name: str, seconds: float, is_over: Event) -> None:
    while not is_over.wait(seconds):
        if is_maintained():
            continue
        try:
            beat(name)
        except DatabaseError as error:
            log.warning("This worker cannot show that it lives: %s", error)
        finally:
            connection.close()  # that of this thread
