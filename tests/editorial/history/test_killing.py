"""A restore that is killed: the film is as it was, or restored; nothing in between."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from django.conf import settings

KILLS = 20
PREPARE = """
import django; django.setup()
from editorial.changes import change
from films.models import Credit, Film
from people.models import Person, Role
with change(None, "test"):
    film = Film(key="ferry", title_en="Ferry", year=2011)
    film.save()
    for n in range(60):
        person = Person(name=f"Ada Lindqvist {n}")
        person.save()
        Credit.objects.create(film=film, person=person, role=Role.objects.first(), position=n)
with change(None, "test"):
    film.year = 1999
    film.save()
    Credit.objects.all().delete()
"""
# A child for each line: starting Python anew for each of them would take minutes.
WORK = """
import os, sys
import django; django.setup()
from editorial.documents import document_of, hash_of
from editorial.history.restoring import restore_revision
from editorial.models import Record, Revision
for line in sys.stdin:
    wanted = line.strip()
    child = os.fork()
    if not child:
        record = Record.objects.get(kind="film")
        mine = Revision.objects.filter(record=record, line="desk")
        if wanted == "state":
            latest = mine.first()
            print(hash_of(document_of(record)), latest.hash, latest.version == record.version)
        elif wanted == "others":
            print(*mine.values_list("hash", flat=True))
        else:
            revision = mine.filter(hash=wanted).last()
            print(os.getpid(), flush=True)
            restore_revision(revision)
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(child, 0)
    print("done", flush=True)
"""


@pytest.fixture
def worker(migrated, tmp_path):
    """A site of its own with one film of two states, and a process that restores them."""
    ours = {
        "DATABASE_URL": f"sqlite:///{migrated}", "MEDIA_ROOT": str(tmp_path / "m"),
        "BACKUP_ROOT": str(tmp_path / "backups"), "DEBUG": "0", "SECRET_KEY": "only-for-this-run",
        "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(settings.BASE_DIR),
    }  # fmt: skip
    environment = {**os.environ, **ours}
    subprocess.run(
        [sys.executable, "-c", PREPARE], env=environment, cwd=settings.BASE_DIR, check=True
    )
    with subprocess.Popen(
        [sys.executable, "-c", WORK], env=environment, cwd=settings.BASE_DIR, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        yield process
        process.stdin.close()


def ask(worker, line: str) -> str:
    """Give the worker a line and return the first that it answers."""
    worker.stdin.write(f"{line}\n")
    worker.stdin.flush()
    return worker.stdout.readline().strip()


def finish(worker) -> None:
    assert worker.stdout.readline() == "done\n"


def state(worker) -> str:
    """Return the desk's hash; it is that of the latest revision, and the versions agree."""
    document, revision, has_version = ask(worker, "state").split()
    finish(worker)
    assert (document, has_version) == (revision, "True")
    return document


def test_killed_restore_leaves_the_old_or_the_new_state(worker):
    short = state(worker)
    full = hash_of_the_other(worker, short)
    begun = time.monotonic()
    ask(worker, full)
    finish(worker)
    seconds = time.monotonic() - begun
    assert state(worker) == full
    now, ends = full, set()
    for number in range(1, KILLS + 1):
        wanted = short if now == full else full
        child = int(ask(worker, wanted))
        time.sleep(seconds * 1.3 * number / KILLS)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        finish(worker)
        after = state(worker)
        assert after in (now, wanted)
        ends.add(after == wanted)
        now = after
    assert False in ends
    # What was cut off is restored again as if nothing had been.
    wanted = short if now == full else full
    ask(worker, wanted)
    finish(worker)
    assert state(worker) == wanted


def hash_of_the_other(worker, known: str) -> str:
    """Return the film's other state."""
    worker.stdin.write("others\n")
    worker.stdin.flush()
    found = worker.stdout.readline().split()
    finish(worker)
    (other,) = set(found) - {known}
    return other
