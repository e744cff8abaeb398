"""A real site for the browser: its own database, media and static files, served by gunicorn."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EDITOR, PASSWORD = "admin", "lantern-slide-7"
START_SECONDS = 60


@dataclass(frozen=True)
class Folder:
    """Where one site keeps everything."""

    path: Path
    static: Path

    def environment(self, port: int = 8000) -> dict[str, str]:
        """The settings of production, whatever a developer's own environment says."""
        ours = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": f"sqlite:///{self.path / 'db.sqlite3'}",
            "MEDIA_ROOT": str(self.path / "media"),
            "BACKUP_ROOT": str(self.path / "backups"),
            "STATIC_ROOT": str(self.static),
            "SITE_URL": f"http://127.0.0.1:{port}",
            "CACHE_URL": "locmemcache://",
            "SECRET_KEY": "only-for-this-run",
            "ADMIN_PASSWORD": PASSWORD,
            "ALLOWED_HOSTS": "",
            "TIME_ZONE": "Europe/Berlin",
            "LANGUAGE_CODE": "en",
            "LOG_LEVEL": "ERROR",
            "DEBUG": "0",
            "TRUST_PROXY": "0",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "WORKERS": "1",
        }
        return {**os.environ, **ours}


def build(path: Path, is_whole: bool = False) -> None:
    """Make the demo site in a folder, with the files of some films' pictures and trailers.

    What lies there is taken as it is: a database, should it know all migrations, static files.

    All of them, `is_whole`, take minutes more; the others show the JPEG that is there from the
    upload.
    """
    environment = Folder(path, path / "static").environment()
    manage(environment, "migrate", "--verbosity", "0")
    if not (path / "static").exists():
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
    manage(environment, "prepare")
    if not is_whole:
        manage(environment, "shell", "--verbosity", "0", "--command", FORGET_OTHERS)
    # Two workers, as the pictures take most of the time.
    workers = [start(environment, *WORK) for _number in range(2)]
    if any(worker.wait() for worker in workers):
        raise RuntimeError("The pictures of the demo could not be made.")


COMPLETE = ("baikonur", "every-fifteen-seconds")
FORGET_OTHERS = f"""
from django_tasks_db.models import DBTaskResult
from films.models import Placement, Trailer
shown = {{
    "assets.tasks.complete_image": (Placement, "image"),
    "assets.video.tasks.prepare_video": (Trailer, "video"),
}}
for path, (model, name) in shown.items():
    rows = model.objects.filter(film__record__key__in={COMPLETE})
    wanted = set(rows.values_list(name, flat=True))
    for task in DBTaskResult.objects.filter(task_path=path):
        if task.args_kwargs["args"][0] not in wanted:
            task.delete()
"""
WORK = ("db_worker", "--queue-name", "*", "--batch", "--verbosity", "0")


def start(environment: dict[str, str], *command: str) -> subprocess.Popen:
    line = [sys.executable, "manage.py", *command]
    return subprocess.Popen(line, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def manage(environment: dict[str, str], *command: str) -> None:
    if start(environment, *command).wait():
        raise RuntimeError(f"manage.py {command[0]} failed.")


def copy(source: Path, target: Path) -> Folder:
    """Return a copy that may be written to; static files are shared.

    Media are linked: a file under the name of its content is never written again.
    """
    target.mkdir(parents=True)
    shutil.copy(source / "db.sqlite3", target)
    shutil.copytree(source / "media", target / "media", copy_function=os.link)
    return Folder(target, source / "static")


class Site:
    """gunicorn on a free port of this machine."""

    def __init__(self, folder: Folder) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.environment = folder.environment(port)
        command = [sys.executable, "-m", "gunicorn", "config.wsgi"]
        command += ["--config", "deploy/gunicorn.conf.py", "--log-level", "error"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"The site did not start within {START_SECONDS} s.")

    def finish_work(self) -> None:
        """Do all waiting background work, as the worker beside the server would."""
        manage(self.environment, *WORK)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
