"""A process that is killed while it saves leaves the film as it was before or after."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from django.conf import settings

INSTANTS = 20
MAKE = """
import django; django.setup()
from django.contrib.auth import get_user_model
from editorial.changes import change
from films.models import Film
get_user_model().objects.create_user("mara")
with change(None, "test"):
    Film.objects.create(key="ferry", category="feature", title_en="Night", logline_en="x")
"""


@pytest.fixture
def saver(migrated, tmp_path):
    """A site of its own with one film, and the process whose children save it."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{migrated}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "x",
    }
    subprocess.run([sys.executable, "-c", MAKE], env=environment, cwd=settings.BASE_DIR, check=True)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.editorial.guard.saver", "ferry"], env=environment,
        cwd=settings.BASE_DIR, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        yield process
        process.stdin.close()


def start(saver, line: str) -> int:
    """Start a child and return its number."""
    saver.stdin.write(f"{line}\n")
    saver.stdin.flush()
    return int(saver.stdout.readline())


def rest(saver) -> list[str]:
    """Return what the child printed until its end."""
    return [line.strip() for line in iter(saver.stdout.readline, "done\n")]


def test_killed_save_leaves_one_of_two_states(saver, migrated):
    dice, before = random.Random(7), latest(migrated)
    for seed in range(INSTANTS):
        child = start(saver, str(seed))
        # The first save has begun; then one of the next is hit at any moment of its life.
        lines = [saver.stdout.readline().strip()]
        time.sleep(dice.uniform(0, 0.2))
        os.kill(child, signal.SIGKILL)
        lines += rest(saver)
        states = [line for line in lines if line != "saved"]
        with sqlite3.connect(migrated) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        possible = [before, *states][-2:]
        found = found_state(saver) if seed % 5 == 4 else latest(migrated)
        assert found in possible
        before = found


def latest(file) -> str:
    """Return the hash of the newest desk revision, which is stored with the rows."""
    with sqlite3.connect(file) as database:
        query = "SELECT hash FROM editorial_revision WHERE line = 'desk' ORDER BY id DESC LIMIT 1"
        return database.execute(query).fetchone()[0]


def found_state(saver) -> str:
    """Return the hash of the rows, after seeing that revision and version agree with them."""
    start(saver, "look")
    ((rows, revision, version, revision_version),) = (line.split() for line in rest(saver))
    assert (rows, version) == (revision, revision_version)
    return rows
