"""An upload that is killed: the film has the picture or not, and no file is half."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image as Pillow

from tests.migrated import copy_migrated

KILLS = 20
PREPARE = """
import django; django.setup()
from django.contrib.auth import get_user_model
from editorial.changes import change
from films.models import Film
get_user_model().objects.create_superuser("editor", "e@example.com", "test-pass-1")
with change(None, "test"):
    Film(key="ferry", title_en="Ferry").save()
"""
# A child for each line: starting Python anew for each of them would take two minutes.
UPLOADS = """
import os, sys
import django; django.setup()
from pathlib import Path
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from films.models import Film
from films.stills_desk.uploading import receive
for line in sys.stdin:
    child = os.fork()
    if not child:
        film, user = Film.objects.select_related("record").get(), get_user_model().objects.get()
        file = SimpleUploadedFile("still.jpg", Path(line.strip()).read_bytes())
        print(os.getpid(), flush=True)
        state = receive(film, file, user).state
        os._exit({"added": 10, "here": 11}[state])
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
ADDED, HERE = 10, 11


@pytest.fixture(scope="module")
def site(empty_site, tmp_path_factory):
    """A site of its own with one film; return its folder and environment."""
    folder = tmp_path_factory.mktemp("killed")
    database = copy_migrated(empty_site, folder)
    ours = {
        "DATABASE_URL": f"sqlite:///{database}", "MEDIA_ROOT": str(folder / "media"),
        "BACKUP_ROOT": str(folder / "backups"), "DEBUG": "0", "SECRET_KEY": "only-for-this-run",
        "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(settings.BASE_DIR),
    }  # fmt: skip
    environment = {**os.environ, **ours}
    subprocess.run(
        [sys.executable, "-c", PREPARE], env=environment, cwd=settings.BASE_DIR, check=True
    )
    return folder, environment


@pytest.fixture(scope="module")
def uploader(site):
    with subprocess.Popen(
        [sys.executable, "-c", UPLOADS], env=site[1], cwd=settings.BASE_DIR, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        yield process
        process.stdin.close()


def begin(uploader, picture: Path) -> int:
    """Start an upload and return the process that does it."""
    uploader.stdin.write(f"{picture}\n")
    uploader.stdin.flush()
    return int(uploader.stdout.readline())


def end(uploader) -> int:
    return int(uploader.stdout.readline())


def draw(path: Path, number: int) -> Path:
    buffer = BytesIO()
    picture = Pillow.effect_noise((1600, 1000), 20 + number).convert("RGB")
    picture.save(buffer, "JPEG", quality=90)
    path.write_bytes(buffer.getvalue())
    return path


def state(folder: Path) -> tuple[int, ...]:
    """Return how many rows there are: pictures, placements, revisions of pictures."""
    with sqlite3.connect(folder / "db.sqlite3") as database:
        tables = (
            "assets_image", "films_placement",
            "editorial_revision r JOIN editorial_record e ON e.id = r.record_id "
            "WHERE e.kind = 'image'",
        )  # fmt: skip
        return tuple(
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
        )


def check_files(media: Path) -> None:
    for path in media.rglob("*"):
        if path.is_file() and path.suffix != ".md":
            data = path.read_bytes()
            if "originals" in path.parts:
                assert hashlib.sha256(data).hexdigest() == path.stem
            Pillow.open(BytesIO(data)).load()


def test_killed_upload_leaves_the_old_or_the_new_state(site, uploader, tmp_path):
    folder = site[0]
    begin(uploader, draw(tmp_path / "whole.jpg", 0))
    begun = time.monotonic()
    assert end(uploader) == ADDED
    seconds = time.monotonic() - begun
    before = state(folder)
    assert before == (1, 1, 1)
    ends = set()
    for number in range(1, KILLS + 1):
        child = begin(uploader, draw(tmp_path / f"{number}.jpg", number))
        time.sleep(seconds * number / KILLS)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        end(uploader)
        after = state(folder)
        grown = {new - old for old, new in zip(before, after, strict=True)}
        assert grown in ({0}, {1})
        ends |= grown
        before = after
        check_files(folder / "media")
    assert 0 in ends
    # What was cut off is uploaded again as if nothing had been.
    begin(uploader, draw(tmp_path / "again.jpg", 1))
    assert end(uploader) in (ADDED, HERE)
