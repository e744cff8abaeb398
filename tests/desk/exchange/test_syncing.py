"""Files onto the disk: whole or not at all, nowhere but in the folder, one export at a time."""

import fcntl
import signal
import subprocess
import sys

import pytest
from django.conf import settings

from desk.exchange import NotAnExport, is_export, read_export
from desk.exchange.syncing import UNFINISHED, Synced, sync_folder

MARKER = "lichtspiel.yaml"
FILES = {MARKER: b"format: 1\n", "films/ferry/film.yaml": b"title: {}\n"}


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def names(root):
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def test_folder_holds_the_files_and_nothing_else(out):
    assert sync_folder(out, FILES, MARKER) == Synced(written=2)
    assert names(out) == {MARKER, "films", "films/ferry", "films/ferry/film.yaml"}


def test_nothing_is_written_or_deleted_through_a_link(out, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "ferry").mkdir(parents=True)
    (elsewhere / "ferry" / "film.yaml").write_text("mine")
    (elsewhere / "letter.txt").write_text("mine")
    out.mkdir()
    (out / MARKER).symlink_to(elsewhere / "letter.txt")
    (out / "films").symlink_to(elsewhere)
    sync_folder(out, FILES, MARKER)
    assert (elsewhere / "ferry" / "film.yaml").read_text() == "mine"
    assert (elsewhere / "letter.txt").read_text() == "mine"
    assert (out / "films" / "ferry" / "film.yaml").read_bytes() == b"title: {}\n"
    assert not (out / "films").is_symlink()


def test_file_and_folder_change_places(out):
    sync_folder(out, {MARKER: b"", "films": b"a file", "pages/home/x": b""}, MARKER)
    sync_folder(out, {MARKER: b"", "films/ferry/film.yaml": b"", "pages": b"a file"}, MARKER)
    assert (out / "films" / "ferry" / "film.yaml").is_file()
    assert (out / "pages").is_file()


def test_second_export_at_the_same_time_is_refused(out):
    sync_folder(out, FILES, MARKER)
    with (out / UNFINISHED).open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        with pytest.raises(NotAnExport, match="Another export is being written"):
            sync_folder(out, {MARKER: b"format: 1\n"}, MARKER)
    assert (out / "films" / "ferry" / "film.yaml").is_file()


KILLED = """
import os, sys, time
from pathlib import Path
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()
from desk.exchange import syncing
write = syncing._write
def slow(path, content):
    write(path, content)
    print("written", flush=True)
    time.sleep(60)
syncing._write = slow
syncing.sync_folder(Path(sys.argv[1]), {"films/a.yaml": b"a", "lichtspiel.yaml": b"b"}, "x")
"""


def test_killed_export_is_no_export_and_can_be_repeated(out):
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, out],
        cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline() == "written\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert is_export(out)
    (problem,) = read_export(out).problems
    assert problem.message.startswith("This export is being written or was not finished.")
    sync_folder(out, FILES, MARKER)
    assert read_export(out).problems != [problem]
    assert not (out / UNFINISHED).exists()


def test_full_disk_is_said_and_nothing_half_written_stays(out, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False)
    if done.returncode:
        pytest.skip("only root mounts a disk that is full at once")
    try:
        with pytest.raises(OSError, match="No space left"):
            sync_folder(disk / "out", {**FILES, "films/big": bytes(200_000)}, MARKER)
        assert "films/big" not in names(disk / "out")
        assert "films/big.part" not in names(disk / "out")
        assert (disk / "out" / UNFINISHED).is_file()
    finally:
        subprocess.run(["umount", disk], check=True)
