"""One site with gunicorn and nginx for all tests of this folder."""

import gzip
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from socket import create_connection
from ssl import CERT_NONE, SSLContext, create_default_context
from typing import Any

import brotli
import pytest

from tests.deploy.nginx import ROOT, Nginx, find_nginx
from tests.migrated import copy_migrated
from tests.ports import free_ports

HOST = "films.example"
START_SECONDS = 60
STYLE = "css/site.0123456789ab.css"
STYLE_TEXT = b"body { color: black }\n" * 40


class Site:
    """gunicorn with deploy/gunicorn.conf.py, as behind nginx: https, files handed over."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        (self.port,) = free_ports(1)
        self.environment = {**os.environ, **self._settings(), **settings}
        self.process: subprocess.Popen[bytes] | None = None

    def _settings(self) -> dict[str, str]:
        return {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": f"sqlite:///{self.folder / 'db.sqlite3'}",
            "MEDIA_ROOT": str(self.folder / "media"),
            "BACKUP_ROOT": str(self.folder / "backups"),
            "STATIC_ROOT": str(self.folder / "static"),
            "STORAGE_URL": "",
            "CACHE_URL": "locmemcache://",
            "SITE_URL": f"https://{HOST}",
            "ALLOWED_HOSTS": "",
            "ACCEL_PREFIX": "/protected/",
            "TRUST_PROXY": "True",
            "REQUIRE_SECOND_FACTOR": "False",
            "SECRET_KEY": "only-for-this-run",
            "LANGUAGE_CODE": "en",
            "LOG_LEVEL": "ERROR",
            "FFMPEG": "off",
            "DEBUG": "0",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "WORKERS": "1",
        }

    def fill(self) -> None:
        command = [sys.executable, "-m", "tests.deploy.filling", str(self.folder / "content")]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def run(self, code: str) -> str:
        """Run a few lines in the site's own shell and return what they print."""
        command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", code]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def ask(self, sql: str) -> tuple:
        """Return the first row that the database answers; what was written is kept."""
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as database, database:
            return database.execute(sql).fetchone()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "config.wsgi"]
        command += ["--config", "deploy/gunicorn.conf.py", "--log-level", "error"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            if self._answers():
                return
            time.sleep(0.1)
        raise RuntimeError("gunicorn did not start.")

    def ask_itself(self, path: str, host: str = HOST, **headers: str) -> "Answer":
        """Ask gunicorn as nginx does; `If_None_Match` in `headers` is If-None-Match."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {"Host": host, "X-Forwarded-Proto": "https"}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        try:
            connection.request("GET", path, None, sent)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def workers(self) -> set[str]:
        """Return the processes that answer."""
        master = self.process.pid
        return set(Path(f"/proc/{master}/task/{master}/children").read_text().split())

    def reload(self) -> None:
        self.process.send_signal(signal.SIGHUP)

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=40)

    def _answers(self) -> bool:
        url = f"http://127.0.0.1:{self.port}/healthz"
        asked = urllib.request.Request(url, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
        try:
            with urllib.request.urlopen(asked, timeout=5):
                return True
        except OSError:
            return False


class Answer:
    """What came back; `headers` has lower-case names."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = [v for k, v in response.getheaders() if k.lower() == "set-cookie"]
        self.body = response.read()

    @property
    def kept(self) -> str:
        return self.headers.get("x-cache", "")


class Front:
    """nginx before one or more sites, asked as a browser asks it."""

    def __init__(self, nginx: Nginx) -> None:
        self.nginx = nginx

    def ask(
        self, path: str, method: str = "GET", body: Any = None, host: str = HOST, **headers: str
    ) -> Answer:
        """Send one request; `If_None_Match` in `headers` is If-None-Match."""
        connection = HTTPSConnection(host, self.nginx.port, context=unsure(), timeout=30)
        connection._create_connection = lambda address, *more: create_connection(
            ("127.0.0.1", address[1]), *more
        )
        sent = {"Host": host, **{name.replace("_", "-"): v for name, v in headers.items()}}
        try:
            connection.request(method, path, body, sent)
            return Answer(connection.getresponse())
        finally:
            connection.close()


def unsure() -> SSLContext:
    context = create_default_context()
    context.check_hostname = False
    context.verify_mode = CERT_NONE
    return context


def write_static(folder: Path) -> None:
    """A style sheet and its twins, as collectstatic writes them; all of it takes ten seconds."""
    path = folder / STYLE
    path.parent.mkdir(parents=True)
    path.write_bytes(STYLE_TEXT)
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(STYLE_TEXT))
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(STYLE_TEXT))
    (folder / "plain.txt").write_text("plain")


def places_of(site: Site) -> dict[str, str]:
    """What of the samples is another place here."""
    return {
        "127.0.0.1:8000": f"127.0.0.1:{site.port}",
        "/srv/lichtspiel/media/": f"{site.folder}/media/",
        "/srv/lichtspiel/static-collected/": f"{site.folder}/static/",
        "/var/cache/nginx/": f"{site.folder}/",
    }


@pytest.fixture(scope="session")
def filled_folder(empty_site, tmp_path_factory) -> Path:
    find_nginx()
    folder = tmp_path_factory.mktemp("deployed")
    copy_migrated(empty_site, folder)
    write_static(folder / "static")
    Site(folder).fill()
    return folder


@pytest.fixture(scope="session")
def site(filled_folder):
    site = Site(filled_folder)
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def front(site, tmp_path_factory):
    nginx = Nginx(tmp_path_factory.mktemp("nginx"), "lichtspiel.conf", places_of(site))
    nginx.start()
    yield Front(nginx)
    nginx.stop()


@pytest.fixture(scope="session")
def picture(front) -> str:
    """The address of a picture that the live film shows."""
    page = front.ask("/en/night-ferry/").body.decode()
    return re.search(r"/media/renditions/[^\s\"?]+\.jpg", page)[0]
