"""A site of its own for the cases: database, media, an editor, a film with a trailer, a server."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.second_run import TEMPLATE, is_on

ROOT = Path(__file__).resolve().parent.parent.parent
EDITOR, PASSWORD = "editor", "bad-input-1"


def open_world() -> Path:
    """Point Django at a new folder, migrate, and return the folder; it goes with the process.

    `EMPTY_SITE` may name the file of a database in which the migrations have run, to be copied.
    Started by `tests.servers`, the site has PostgreSQL, Redis and the file store.
    """
    folder = Path(tempfile.mkdtemp(prefix="lichtspiel-bad-input-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if empty := os.environ.get("EMPTY_SITE"):
        shutil.copy(empty, folder / "db.sqlite3")
    if is_on():
        os.environ["DATABASE_URL"] = copied_database(
            os.environ["DATABASE_URL"], f"bad_input_{os.getpid()}", os.environ[TEMPLATE]
        )
        empty = "migrated"
    else:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'db.sqlite3'}"
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        MEDIA_ROOT=str(folder / "media"),
        STATIC_ROOT=str(folder / "static"),
        SITE_URL="http://127.0.0.1:8000",
        DEBUG="1",
        SECRET_KEY="only-for-this-run",
        LOG_LEVEL="CRITICAL",
    )
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    # In this process files are made at once, as the worker does beside a server.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
                                  "QUEUES": ["default", "media", "kits"]}}  # fmt: skip
    settings.DEBUG = False
    setup_test_environment()
    if not empty:
        call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def copied_database(url: str, name: str, source: str) -> str:
    """Copy a database of the server of this URL; return the URL of the copy."""
    with connect(url, "postgres") as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {source}")
    return f"{url.rpartition('/')[0]}/{name}"


def connect(url: str, name: str) -> Any:
    """Connect with a database of the PostgreSQL server of this URL."""
    import environ
    import psycopg

    read = environ.Env.db_url_config(url)
    return psycopg.connect(host=read["HOST"], user=read["USER"], dbname=name, autocommit=True)


def furnish() -> dict[str, str]:
    """Create the editor and a published film; return the values of the placeholders."""
    from django.contrib.auth import get_user_model
    from django.test import override_settings

    from assets.video.prepared import video_of
    from editorial.publishing import publish
    from tests.factories import FilmFactory, add_trailer

    get_user_model().objects.create_superuser(EDITOR, "editor@example.com", PASSWORD)
    film = FilmFactory(key="night-ferry")
    with override_settings(FFMPEG="off"):  # boxes alone: served as it is
        video = add_trailer(film)
    publish(film.record, "en")
    publish(film.record, "de")
    return {"film_url": "/en/night-ferry/", "trailer_url": video_of(video).url}


class Server:
    """A real gunicorn on loopback, with the settings of production."""

    application = "config.wsgi"

    def __init__(self, scheme: str = "http", output: Path | None = None, **more: str) -> None:
        """`output` is where it writes its logs, `more` are variables of the environment."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        env = {**os.environ, "DEBUG": "0", "SITE_URL": f"{scheme}://127.0.0.1:{self.port}"}
        env |= {"PORT": str(self.port), "WORKERS": "1", **more}
        level = "debug" if output else "critical"
        command = [sys.executable, "-m", "gunicorn", self.application, "--config",
                   "deploy/gunicorn.conf.py", "--log-level", level]  # fmt: skip
        written = output.open("wb") if output else None
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=written, stderr=written)
        self._wait()

    def _wait(self) -> None:
        for _attempt in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("The server did not start.")

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)
