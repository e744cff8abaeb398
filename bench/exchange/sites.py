"""Empty sites, each with a database and folders of its own, and commands that run in them."""

import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Spent:
    """Seconds of the clock and of a processor, and the most memory in megabytes."""

    clock: float
    cpu: float
    memory: float
    said: str


@dataclass(frozen=True)
class Site:
    folder: Path
    database: str

    def manage(self, *words: str | Path) -> Spent:
        return self.run("manage.py", *words)

    def run(self, *words: str | Path) -> Spent:
        """Run Python in this site. Raises RuntimeError with its words if it fails."""
        log = self.folder / "log"
        started = time.perf_counter()
        with log.open("w") as stream:
            process = subprocess.Popen(
                [sys.executable, *words], cwd=ROOT, env=self._environment(),
                stdout=stream, stderr=stream,
            )  # fmt: skip
            _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said = log.read_text(encoding="utf-8")
        if process.returncode:
            raise RuntimeError(f"{' '.join(map(str, words))}\n{said}")
        clock = time.perf_counter() - started
        return Spent(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": self.database,
            "CACHE_URL": "locmemcache://",
            "STORAGE_URL": "",
            "MEDIA_ROOT": str(self.folder / "media"),
            "BACKUP_ROOT": str(self.folder / "backups"),
            "DEBUG": "0",
            "SECRET_KEY": "-".join("bench" for _n in range(20)),
            "SITE_URL": "https://films.example",
            "LOG_LEVEL": "CRITICAL",
        }


class Sites:
    """Makes sites from one that was migrated; on PostgreSQL beside the database of the URL."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder, self.server, self.number = folder, server, 0
        self.word = f"bench_{secrets.token_hex(4)}"
        self.template = self._place(self._fresh("template"))
        self.template.manage("migrate", "--verbosity", "0")

    def new(self) -> Site:
        self.number += 1
        name = f"{self.word}_{self.number}"
        if self.server:
            self._ask(f"CREATE DATABASE {name} TEMPLATE {self.word}_template")
            return self._place(name)
        site = self._place(name)
        shutil.copyfile(self.template.folder / "db.sqlite3", site.folder / "db.sqlite3")
        return site

    def _fresh(self, word: str) -> str:
        name = f"{self.word}_{word}"
        if self.server:
            self._ask(f"CREATE DATABASE {name}")
        return name

    def _place(self, name: str) -> Site:
        folder = self.folder / name
        folder.mkdir()
        if not self.server:
            return Site(folder, f"sqlite:///{folder / 'db.sqlite3'}")
        return Site(folder, f"{self.server.rpartition('/')[0]}/{name}")

    def _ask(self, sql: str) -> list[str]:
        import environ
        import psycopg

        asked = environ.Env.db_url_config(self.server)
        names = {"dbname": "NAME", "host": "HOST", "port": "PORT",
                 "user": "USER", "password": "PASSWORD"}  # fmt: skip
        words = {name: str(asked[key]) for name, key in names.items() if asked.get(key)}
        with psycopg.connect(**words, autocommit=True) as connection:
            answer = connection.execute(sql)
            return [row[0] for row in answer] if answer.description else []

    def drop(self) -> None:
        """Drop what was made on the server, and what a restore kept of it."""
        if self.server:
            query = f"SELECT datname FROM pg_database WHERE datname LIKE '{self.word}%'"
            for name in self._ask(query):
                self._ask(f'DROP DATABASE "{name}"')


@contextmanager
def make_sites(folder: Path, server: str) -> Iterator[Sites]:
    """Make sites in the folder; `server` is the `DATABASE_URL` of a PostgreSQL, or ''."""
    sites = Sites(folder, server)
    try:
        yield sites
    finally:
        sites.drop()
