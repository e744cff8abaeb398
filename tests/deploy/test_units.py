"""The units of systemd: read by systemd itself, and true to the program."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import load_command_class

from desk.management.commands.work import read_queues
from tests.deploy.nginx import ROOT

UNITS = ROOT / "deploy/systemd"
COMMAND = re.compile(r"manage\.py (\w+)(?: --queues (\S+))?")
QUEUES = ["default", "media", "kits"]


def starts() -> list[str]:
    return [
        line.partition("=")[2]
        for unit in UNITS.glob("*.service")
        for line in unit.read_text().splitlines()
        if line.startswith("ExecStart=")
    ]


def test_systemd_reads_every_unit(tmp_path):
    """Our places and user are put in: systemd asks whether the programs are there."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("No systemd-analyze is on the PATH.")
    for path in UNITS.rglob("lichtspiel*.*"):
        if path.is_file():
            _copy(path, tmp_path)
    _copy(UNITS / "lichtspiel-.service.d/common.conf", tmp_path)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", "--man=no", *tmp_path.glob("*.*r")],
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "lichtspiel" in line] == []


def _copy(path: Path, folder: Path) -> None:
    target = folder / path.relative_to(UNITS)
    target.parent.mkdir(exist_ok=True)
    text = path.read_text().replace("/srv/lichtspiel/.venv/bin/", f"{ROOT}/.venv/bin/")
    target.write_text(text.replace("User=lichtspiel", "User=daemon"))


def test_every_queue_has_one_worker():
    asked = [COMMAND.search(start) for start in starts()]
    queues = [read_queues(found[2]) for found in asked if found and found[1] == "work"]
    assert sorted(name for names in queues for name in names) == sorted(QUEUES)


def test_every_command_is_there():
    names = {found[1] for start in starts() if (found := COMMAND.search(start))}
    assert names == {"work", "backup"}
    assert [name for name in names if load_command_class("desk", name) is None] == []


def test_units_belong_to_one_drop_in():
    names = [path.name for path in UNITS.glob("*.service")]
    assert [name for name in names if not name.startswith("lichtspiel-")] == []
    common = (UNITS / "lichtspiel-.service.d/common.conf").read_text()
    assert re.findall("^User=(.*)$", common, re.MULTILINE) == ["lichtspiel"]
    # ffmpeg is shut off from the network by a namespace (assets/video/confine.py).
    assert re.findall("^RestrictNamespaces=", common, re.MULTILINE) == []
