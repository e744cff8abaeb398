"""One process imports, another one saves the same films: nothing is lost, nobody is refused."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.desk.loading import saver

FILMS = 40
TEXT = """---
title: Ferry {n}
category: short
release_year: {year}
director: Ada Lindqvist
cast:
  - Mart Kask {n} as The Stoker
---
The last ferry, number {n}.
"""


@pytest.fixture(params=["sqlite", "postgres"])
def environment(request, tmp_path):
    if request.param == "postgres":
        url = request.getfixturevalue("postgres").migrated_database()
    else:
        url = f"sqlite:///{request.getfixturevalue('migrated')}"
    return {
        **os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings",
        "MEDIA_ROOT": str(tmp_path / "media"), "BACKUP_ROOT": str(tmp_path / "backups"),
        "LOG_LEVEL": "ERROR", "CACHE_URL": "locmemcache://",
    }  # fmt: skip


def write_films(root, year):
    for n in range(FILMS):
        place = root / "films" / f"ferry-{n}"
        place.mkdir(parents=True, exist_ok=True)
        (place / "index_en.md").write_text(TEXT.format(n=n, year=year), encoding="utf-8")
    return root


def import_folder(root, environment):
    command = [sys.executable, "manage.py", "import_content", root, "--verbosity", "0"]
    ran = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_import_and_editor_leave_each_other_their_turn(environment, tmp_path):
    import_folder(write_films(tmp_path / "content", 1996), environment)
    start = {"cwd": settings.BASE_DIR, "env": environment, "text": True}
    editor = subprocess.Popen(
        [sys.executable, "-m", saver.__name__],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **start,
    )  # fmt: skip
    try:
        assert editor.stdout.readline() == "begun\n"
        import_folder(write_films(tmp_path / "content", 1997), environment)
        said, refused = editor.communicate("\n", timeout=120)
    finally:
        editor.kill()
    assert refused == ""
    told = json.loads(said)
    assert (told["lost"], told["years"]) == ([], [1997])
    # The editor before, between two batches, and after.
    assert told["runs"] > 3
