"""Files are there whole or not at all."""

import hashlib
import os
import stat
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from assets import storing
from assets.storing import write_once, write_upload


@pytest.fixture(params=["nameless", "renamed"])
def storage(request, tmp_path, monkeypatch):
    if request.param == "renamed":
        monkeypatch.delattr(os, "O_TMPFILE")
    return FileSystemStorage(location=tmp_path)


def test_file_is_written_under_its_name_and_readable(storage, tmp_path):
    write_once(storage, "originals/ab/abc.jpg", b"content")
    (path,) = [path for path in Path(tmp_path).rglob("*") if path.is_file()]
    assert path == tmp_path / "originals/ab/abc.jpg"
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"content", 0o644)


def test_second_writer_changes_nothing(storage, tmp_path):
    path = tmp_path / "a.jpg"
    storing._write_file(storage, "a.jpg", BytesIO(b"content"))
    storing._write_file(storage, "a.jpg", BytesIO(b"content"))
    assert path.read_bytes() == b"content"
    assert [found.name for found in tmp_path.iterdir()] == ["a.jpg"]


def test_file_that_is_written_again_is_young_again(storage, tmp_path):
    write_once(storage, "a.jpg", b"content")
    os.utime(tmp_path / "a.jpg", (1, 1))
    write_once(storage, "a.jpg", b"content")
    assert (tmp_path / "a.jpg").stat().st_mtime > 1
    assert [found.name for found in tmp_path.iterdir()] == ["a.jpg"]


@pytest.mark.parametrize("found", [b"", b"con!ent", None])
def test_damaged_upload_is_replaced_by_the_next(storage, tmp_path, found):
    path = tmp_path / "a.mp4"
    if found is not None:
        path.write_bytes(found)
    write_upload(storage, "a.mp4", hashlib.sha256(b"content").hexdigest(), BytesIO(b"content"))
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"content", 0o644)
    assert [left.name for left in tmp_path.iterdir()] == ["a.mp4"]


def test_whole_upload_stays_the_file_it_is(storage, tmp_path):
    path = tmp_path / "a.mp4"
    path.write_bytes(b"content")
    number = path.stat().st_ino
    write_upload(storage, "a.mp4", hashlib.sha256(b"content").hexdigest(), b"content")
    assert path.stat().st_ino == number
