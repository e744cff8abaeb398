"""Two web processes that share nothing but PostgreSQL, Redis and a file store, and a browser."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.ports import free_ports

ROOT = Path(__file__).resolve().parents[2]
EDITOR, PASSWORD = "editor", "lantern-slide-7"
WAIT_SECONDS = 60
FILL = f"""
from django.contrib.auth import get_user_model
from tests.deploy.filling import name_static_files
from tests.factories import FilmFactory
name_static_files()
get_user_model().objects.create_superuser("{EDITOR}", "editor@films.example", "{PASSWORD}")
print(FilmFactory(key="ferry", title_en="Night Ferry", title_de="Nachtfähre").pk)
"""


def wait_for(is_true: Callable[[], Any]) -> None:
    """Ask again and again; AssertionError after a minute."""
    until = time.monotonic() + WAIT_SECONDS
    while not is_true():
        assert time.monotonic() < until
        time.sleep(0.1)


class Machine:
    """gunicorn as in production, with folders of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "static").mkdir()
        (self.port,) = free_ports(1)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "MEDIA_ROOT": str(folder / "media"),
            "BACKUP_ROOT": str(folder / "backups"),
            "STATIC_ROOT": str(folder / "static"),
            "SITE_URL": "http://127.0.0.1:8000",
            "ALLOWED_HOSTS": "",
            "ACCEL_PREFIX": "",
            "SECRET_KEY": "only-for-this-run",
            "LANGUAGE_CODE": "en",
            "LOG_LEVEL": "WARNING",
            "FFMPEG": "off",
            "DEBUG": "0",
            "TRUST_PROXY": "0",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "WORKERS": "1",
            **settings,
        }
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    def start_process(self, *words: str) -> subprocess.Popen[str]:
        """Start a command of this machine that is talked to."""
        line, pipe = [sys.executable, "manage.py", *words], subprocess.PIPE
        return subprocess.Popen(
            line, cwd=ROOT, env=self.environment, stdin=pipe, stdout=pipe, text=True
        )

    def manage(self, *words: str) -> str:
        line = [sys.executable, "manage.py", *words]
        done = subprocess.run(
            line, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def fill(self) -> int:
        """Make an editor and a film; return the film's number."""
        return int(self.manage("shell", "--verbosity", "0", "--command", FILL))

    def start(self) -> None:
        line = [sys.executable, "-m", "gunicorn", "config.wsgi"]
        line += ["--config", "deploy/gunicorn.conf.py", "--log-level", "error"]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                line, cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        wait_for(self._answers)

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)  # at once, without waiting for anybody
            self.process.wait(timeout=60)

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log
        try:
            return Browser().get(self, "/healthz").status == 200
        except OSError:
            return False


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self) -> str:
        return self.body.decode()

    def find(self, pattern: str) -> str:
        found = re.search(pattern, self.text)
        assert found is not None, self.text[:2000]
        return found[0]


class Browser:
    """A visitor's or an editor's: its cookies go to either machine, as behind one address."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.cookies = SimpleCookie()

    def get(self, machine: Machine, path: str) -> Answer:
        return self._ask(machine, "GET", path)

    def post(self, machine: Machine, path: str, accept: str = "*/*", **data: Any) -> Answer:
        token = self.cookies["csrftoken"].value if "csrftoken" in self.cookies else ""
        body = encode_multipart(BOUNDARY, {**data, "csrfmiddlewaretoken": token})
        headers = {"Content-Type": MULTIPART_CONTENT, "Accept": accept}
        return self._ask(machine, "POST", path, body, headers)

    def log_in(self, machine: Machine) -> None:
        self.get(machine, "/admin/login/")
        answer = self.post(machine, "/admin/login/", username=EDITOR, password=PASSWORD)
        assert answer.status == 302, answer.text[:2000]

    def _ask(self, machine: Machine, method: str, path: str, body: Any = None,
             headers: dict[str, str] | None = None) -> Answer:  # fmt: skip
        connection = http.client.HTTPConnection("127.0.0.1", machine.port, timeout=120)
        sent = {"Accept-Language": self.language, **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v.value}" for k, v in self.cookies.items())
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            for cookie in response.headers.get_all("Set-Cookie", []):
                self.cookies.load(cookie)
            return Answer(response)
        finally:
            connection.close()
