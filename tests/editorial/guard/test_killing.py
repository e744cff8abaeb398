"""A process that is killed while it saves leaves the film as it was before or after."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

from django.conf import settings

INSTANTS = 20
LOOK = """
import django; django.setup()
from editorial.documents import document_of, hash_of
from editorial.models import Record, Revision
record = Record.objects.get()
print(hash_of(document_of(record)), record.revisions.first().hash, record.version,
      record.revisions.first().version)
"""
MAKE = """
import django; django.setup()
from django.contrib.auth import get_user_model
from editorial.changes import change
from films.models import Film
get_user_model().objects.create_user("mara")
with change(None, "test"):
    Film.objects.create(key="ferry", category="feature", title_en="Night", logline_en="x")
"""


def run(environment, code):
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def start(environment, seed):
    command = [sys.executable, "-m", "tests.editorial.guard.saver", "ferry", str(seed)]
    return subprocess.Popen(
        command, env=environment, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    )


def test_killed_save_leaves_one_of_two_states(tmp_path):
    file = tmp_path / "db.sqlite3"
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{file}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "x",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env=environment, cwd=settings.BASE_DIR, check=True,
    )  # fmt: skip
    run(environment, MAKE)
    dice, before = random.Random(7), latest(file)
    for seed in range(INSTANTS):
        process = start(environment, seed)
        # The first save has begun; then one of the next is hit at any moment of its life.
        lines = [process.stdout.readline()]
        time.sleep(dice.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.read().split("\n")
        process.wait()
        states = [line.strip() for line in lines if line.strip() not in ("", "saved")]
        with sqlite3.connect(file) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        possible = [before, *states][-2:]
        found = found_state(file, environment) if seed % 5 == 4 else latest(file)
        assert found in possible
        before = found


def latest(file) -> str:
    """Return the hash of the newest desk revision, which is stored with the rows."""
    with sqlite3.connect(file) as database:
        query = "SELECT hash FROM editorial_revision WHERE line = 'desk' ORDER BY id DESC LIMIT 1"
        return database.execute(query).fetchone()[0]


def found_state(file, environment) -> str:
    """Return the hash of the rows, after seeing that revision and version agree with them."""
    rows, revision, version, revision_version = run(environment, LOOK)
    assert (rows, version) == (revision, revision_version)
    return rows
