"""A site in a folder of its own, on which real commands run as real processes."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.files.storage import FileSystemStorage

from desk.backup.databases import Database
from desk.backup.making import make_backup
from desk.backup.site import Site
from desk.backup.sqlite import SqliteDatabase

ROOT = Path(__file__).resolve().parents[3]
ROOMS = sorted(path.parent.name for path in ROOT.glob("*/apps.py"))


# The audit log tells of backups and restores.
LOG = "editorial_auditentry"


@dataclass(frozen=True)
class Trial:
    """`code` is the checkout whose commands run."""

    path: Path
    url: str
    code: Path = ROOT

    @property
    def database(self) -> Path:
        return self.path / "db.sqlite3"

    @property
    def media(self) -> Path:
        return self.path / "media"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    @property
    def file(self) -> Path:
        return self.path / "one.backup"

    def environment(self, **more: str) -> dict[str, str]:
        ours = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": self.url,
            "MEDIA_ROOT": str(self.media),
            "BACKUP_ROOT": str(self.backups),
            "SECRET_KEY": "only-for-this-run",
            "LANGUAGE_CODE": "en",
            "LOG_LEVEL": "ERROR",
            "TZ": "UTC",
        }
        return {**os.environ, **ours, **more}

    def manage(self, *words: str | Path, **more: str) -> tuple[int, str, str]:
        """Run a command; return exit code, output and errors."""
        line = [sys.executable, "manage.py", *map(str, words)]
        return self._run(line, self.code, self.environment(**more))

    def world(self, *words: str | Path) -> str:
        line = [sys.executable, "-m", "tests.desk.backup.world", *map(str, words)]
        code, out, errors = self._run(line, ROOT, self.environment())
        assert code == 0, errors
        return out

    def start_writing(self, stop: Path) -> subprocess.Popen[str]:
        """Start a process that writes until `stop` exists; it has written when this returns."""
        line = [sys.executable, "-m", "tests.desk.backup.world", "write", str(stop)]
        process = subprocess.Popen(
            line, cwd=ROOT, env=self.environment(), stdout=subprocess.PIPE, text=True
        )
        assert process.stdout.readline() == "writing\n"
        return process

    def hashes(self) -> dict[str, list[str]]:
        return json.loads(self.world("hashes"))

    def content(self) -> dict[str, list[tuple]]:
        """Return every row, but of the tables that count changes and tell of restores."""
        tables = ask(self.database, "SELECT name FROM sqlite_master WHERE type = 'table'")
        names = {name for (name,) in tables} - {"editorial_contentversion", "sqlite_sequence", LOG}
        return {name: sorted(ask(self.database, f"SELECT * FROM {name}"), key=repr)
                for name in names}  # fmt: skip

    def backup(self) -> Path:
        if self.url.startswith("sqlite:"):
            return make_backup(self.site(), self.file).path
        code, _out, errors = self.manage("backup", self.file)
        assert (code, errors) == (0, "")
        return self.file

    def site(self, database: Database | None = None) -> Site:
        """The same site for functions that are called in this process."""
        storage = FileSystemStorage(location=str(self.media))
        return Site(database or SqliteDatabase(self.database), storage, self.backups)

    def with_code(self, code: Path) -> "Trial":
        return replace(self, code=code)

    def _run(self, line: list[str], folder: Path, environment: dict[str, str]):
        done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr


def empty_trial(path: Path) -> Trial:
    path.mkdir(parents=True, exist_ok=True)
    return Trial(path, f"sqlite:///{path / 'db.sqlite3'}")


def copy_trial(source: Trial, path: Path) -> Trial:
    shutil.copytree(source.path, path)
    return Trial(path, f"sqlite:///{path / 'db.sqlite3'}")


def copy_code(path: Path, migration: str) -> Path:
    """Copy the program and give it one more migration, whose operations are the text."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, path / room)
    shutil.copytree(ROOT / "static", path / "static")
    for name in ("manage.py", "pyproject.toml"):
        shutil.copy(ROOT / name, path)
    last = sorted((path / "desk/migrations").glob("0*.py"))[-1].stem
    (path / "desk/migrations/9999_trial.py").write_text(
        "from django.db import migrations, models\n\n\n"
        "def spoil(apps, schema_editor):\n"
        "    for film in apps.get_model('films', 'Film').objects.filter(record__key='harbour'):\n"
        "        film.delete()\n"
        "    apps.get_model('editorial', 'Record').objects.filter(key='harbour').delete()\n\n\n"
        "def fail(apps, schema_editor):\n"
        "    raise RuntimeError('no such luck')\n\n\n"
        "class Migration(migrations.Migration):\n"
        f"    dependencies = [('desk', '{last}'), ('films', '0001_initial')]\n"
        f"    operations = [{migration}]\n"
    )
    return path


def ask(path: Path, sql: str) -> list[tuple]:
    """Run SQL on a database that nobody else writes; nothing stays open."""
    with closing(sqlite3.connect(path)) as database, database:
        return database.execute(sql).fetchall()


NEW_TABLE = "migrations.CreateModel('Trial', [('id', models.BigAutoField(primary_key=True))])"


def state_of(folder: Path, *left_out: str) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in left_out
    }
