"""A worker killed with kill -9 in the middle leaves nothing half-written; the next one builds."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from press.kit.formats import FORMATS, SOURCES
from tests.browser.world import ROOT, Folder

# What a process of its own does first: the site with formats that stop in the middle.
BEGIN = """
import django
django.setup()
from press.models import Kit
from tests.press.building.slow import slow_down
slow_down()
"""
ASK = """
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from press.building.asking import ask_for_kits
from press.kit.formats import FORMATS
with change(None, "test"):
    film = Film.objects.create(title_en="Ferry", slug_en="ferry", year=2020, logline_en="It sails.")
    film.record.key = "ferry"
    film.record.save()
publish(film.record, "en")
ask_for_kits(film.record, ["en"], list(FORMATS), None)
"""
WORK = """
from django.core.management import call_command
call_command("work", "--batch", "--queues", "kits")
"""
TELL = """
import json
print(json.dumps(list(Kit.objects.order_by("pk").values("format", "state", "attempts", "sha256"))))
"""
START_SECONDS = 60


@pytest.fixture
def run(migrated, tmp_path):
    """Run Python in a process of its own, on a site of its own."""
    half = {"HALF_WRITTEN": str(tmp_path / "half"), "TMPDIR": str(tmp_path / "work")}
    (tmp_path / "work").mkdir()
    (tmp_path / "half").mkdir()
    environment = {**Folder(tmp_path, tmp_path / "static").environment(), **half}

    def run(code: str) -> subprocess.Popen:
        line = [sys.executable, "-c", BEGIN + code]
        return subprocess.Popen(
            line, cwd=ROOT, env=environment, stdout=subprocess.PIPE, start_new_session=True
        )

    return run


def answer(process: subprocess.Popen) -> str:
    output, _error = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.decode()


def wait_for_marker(folder: Path, count: int) -> None:
    end = time.monotonic() + START_SECONDS
    while len(list(folder.iterdir())) < count:
        assert time.monotonic() < end
        time.sleep(0.05)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_kits_of_killed_workers_are_taken_up_again_in_every_format(run, tmp_path):
    answer(run(ASK))
    names = {format.value: SOURCES[format].module for format in FORMATS}
    for count in range(1, len(names) + 1):
        worker = run(WORK)
        wait_for_marker(tmp_path / "half", count)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        assert [path for path in files(tmp_path / "media") if path.stat().st_size < 100] == []
    assert {path.name for path in (tmp_path / "half").iterdir()} == set(names.values())
    answer(run(WORK))
    told = json.loads(answer(run(TELL)))
    assert {kit["format"]: kit["state"] for kit in told} == dict.fromkeys(names, "ready")
    assert max(kit["attempts"] for kit in told) <= 2
    # A PDF that is packed into the ZIP stops there, too, and nobody has left anything behind.
    stored = {path.stem for path in files(tmp_path / "media" / "kits")}
    assert stored == {kit["sha256"] for kit in told}
