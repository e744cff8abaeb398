"""A site as it runs for a company: SQLite, two workers of gunicorn, the background workers."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bad_input.world import ROOT, Server

EDITORS = ("ada", "bo", "mia")
WORKERS = 2
PASSWORD = "soak-pass-1"
# Films of the forms alone, of the process beside them alone, and of both at once.
OF_FORMS, OF_BOTH, OF_PROCESS = range(8), range(8, 12), range(12, 20)


def key_of(number: int) -> str:
    return f"soak-{number}"


def open_site(folder: Path) -> None:
    """Point Django at an empty site in the folder, with the settings of production, and fill it."""
    for name in ("media", "static", "tmp", "backups"):
        (folder / name).mkdir()
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}",
        CACHE_URL="locmemcache://",
        STORAGE_URL="",
        MEDIA_ROOT=str(folder / "media"),
        STATIC_ROOT=str(folder / "static"),
        BACKUP_ROOT=str(folder / "backups"),
        SITE_URL="http://127.0.0.1:8000",
        DEBUG="0",
        SECRET_KEY="only-for-this-run-of-the-soak-and-for-nothing-else",
        EMAIL_URL="dummymail://",
        TMPDIR=str(folder / "tmp"),
    )
    if empty := os.environ.get("EMPTY_SITE"):
        shutil.copy(empty, folder / "db.sqlite3")
    tempfile.tempdir = None
    import django

    django.setup()
    from django.core.management import call_command

    if not empty:
        call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    fill()


def fill() -> None:
    """Create editors, and films that are live in both languages."""
    from django.contrib.auth import get_user_model

    from editorial.publishing import publish
    from tests import factories

    for name in EDITORS:
        get_user_model().objects.create_superuser(name, f"{name}@example.com", PASSWORD)
    for number in range(OF_PROCESS.stop):
        film = factories.FilmFactory(key=key_of(number))
        factories.CreditFactory(film=film)
        factories.place(film, factories.make_image(colour=(number, 60, 90)))
        publish(film.record, "en")
        publish(film.record, "de")


@contextmanager
def running(folder: Path) -> Iterator[tuple[Server, list[subprocess.Popen[bytes]]]]:
    """Start web server and workers; yield the server and the workers' processes."""
    with (folder / "worker.log").open("wb") as log:
        command = [sys.executable, "manage.py", "work", "--queues"]
        workers = [subprocess.Popen([*command, queues], cwd=ROOT, stdout=log, stderr=log)
                   for queues in ("default,media", "kits")]  # fmt: skip
        try:
            server = Server(output=folder / "web.log", WORKERS=str(WORKERS), LOG_LEVEL="INFO")
            try:
                yield server, workers
            finally:
                server.stop()
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(timeout=60)
