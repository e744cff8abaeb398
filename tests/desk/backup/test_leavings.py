"""What a killed backup has left goes with the next one; what another one writes stays."""

import fcntl
import os
import time

import pytest

from desk.backup.leavings import YOUNG_SECONDS, own_folder, sweep


@pytest.fixture
def left(tmp_path):
    """Makes what somebody was writing `seconds` ago."""

    def make(name, seconds=YOUNG_SECONDS + 1):
        path = tmp_path / name
        path.mkdir() if name.startswith(".") else path.write_text("half")
        moment = time.time() - seconds
        os.utime(path, (moment, moment))
        return path

    return make


@pytest.mark.parametrize("name", [".backup-abc", "films.backup.part", "films.backup.age.part"])
def test_what_nobody_writes_any_more_is_deleted(left, tmp_path, name):
    left(name)

    assert sweep(tmp_path) == [name]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [".backup-abc", "films.backup.part"])
def test_what_another_backup_writes_stays(left, tmp_path, name):
    handle = os.open(left(name), os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)

    assert sweep(tmp_path) == []
    os.close(handle)
    assert sweep(tmp_path) == [name]


def test_what_was_begun_a_moment_ago_stays(left, tmp_path):
    left("films.backup.part", seconds=0)

    assert sweep(tmp_path) == []


def test_files_of_others_stay(left, tmp_path):
    for name in ("films.backup", "film.mp4.part", "notes.txt"):
        left(name)

    assert sweep(tmp_path) == []


def test_folder_of_a_running_backup_is_locked(left, tmp_path):
    left(".backup-old")
    with own_folder(tmp_path) as folder:
        moment = time.time() - YOUNG_SECONDS - 1
        os.utime(folder, (moment, moment))

        assert sweep(tmp_path) == []
        assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    assert list(tmp_path.iterdir()) == []
