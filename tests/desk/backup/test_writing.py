"""The writer: files that shrink, grow or are taken out again leave a sound archive."""

import io
import tarfile

import pytest

from desk.backup.layout import header_of
from desk.backup.writing import ArchiveWriter, FileShrank
from tests.desk.backup.archives import good_archive, manifest_for, read


def finished(writer: ArchiveWriter, path) -> dict[str, bytes]:
    writer.finish(manifest_for(list(writer.members)))
    path.write_bytes(writer.file.getvalue())
    return read(path)


@pytest.fixture
def writer():
    writer = ArchiveWriter(io.BytesIO())
    writer.add("database.sqlite3", 4, [b"da", b"ta"])
    return writer


def test_archive_is_a_plain_tar():
    with tarfile.open(fileobj=io.BytesIO(good_archive())) as archive:
        names = archive.getnames()
        assert names[:2] == ["database.sqlite3", "media/originals/a.jpg"]
        assert names[-2:] == ["manifest.json", "seal"]
        assert archive.extractfile("media/originals/a.jpg").read() == b"picture" * 300


def test_file_that_grew_is_cut_to_its_size(writer, tmp_path):
    writer.add("media/a.txt", 3, [b"ab", b"cdef"])
    assert finished(writer, tmp_path / "x") == {"database.sqlite3": b"data", "media/a.txt": b"abc"}


def test_file_that_shrank_leaves_no_trace(writer, tmp_path):
    with pytest.raises(FileShrank):
        writer.add("media/a.txt", 9000, [b"abc"])
    writer.add("media/b.txt", 1, [b"b"])
    assert finished(writer, tmp_path / "x") == {"database.sqlite3": b"data", "media/b.txt": b"b"}


def test_very_large_size_fits_into_a_header():
    info = tarfile.TarInfo.frombuf(header_of("media/film.mp4", 20 * 2**30), "utf-8", "strict")
    assert (info.name, info.size) == ("media/film.mp4", 20 * 2**30)
