"""A worker killed with kill -9 in the middle leaves nothing half-written; the next one builds."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.world import ROOT, Folder

# What a process of its own does first: the site with the slow format instead of its own.
BEGIN = """
import django
django.setup()
from press.kit import formats
from press.models import Kit
formats.SOURCES = {
    Kit.Format.DOCX: formats.Source("tests.press.building.slow", "docx", formats.WORD)
}
"""
ASK = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from press.building.asking import ask_for_kits
with change(None, "test"):
    film = Film.objects.create(title_en="Ferry", slug_en="ferry", year=2020, logline_en="It sails.")
publish(film.record, "en")
ask_for_kits(film.record, ["en"], [Kit.Format.DOCX], None)
"""
WORK = """
from django.core.management import call_command
call_command("work", "--batch", "--queues", "kits")
"""
TELL = """
import json
print(json.dumps(Kit.objects.values("state", "attempts", "progress", "step", "size").get()))
"""
START_SECONDS = 60


@pytest.fixture
def run(tmp_path):
    """Run Python in a process of its own, on a site of its own."""
    half = {"HALF_WRITTEN": str(tmp_path / "half"), "TMPDIR": str(tmp_path / "work")}
    (tmp_path / "work").mkdir()
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


def wait_for(path: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while not path.exists():
        assert time.monotonic() < end
        time.sleep(0.05)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_kit_of_a_killed_worker_is_taken_up_again(run, tmp_path):
    answer(run(ASK))
    worker = run(WORK)
    wait_for(tmp_path / "half")
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    assert '"state": "building"' in answer(run(TELL))
    assert files(tmp_path / "media") + files(tmp_path / "work") == []
    answer(run(WORK))
    told = answer(run(TELL))
    assert '"state": "ready", "attempts": 2, "progress": 100' in told
    (kit,) = files(tmp_path / "media" / "kits")
    assert kit.read_bytes() == b"first half, second half"
