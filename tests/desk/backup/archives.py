"""Archives for tests: good ones, and what somebody might pass off as one."""

import hashlib
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

from desk.backup.layout import header_of, padding_of, zeros_after
from desk.backup.manifest import Manifest, Member, write_manifest
from desk.backup.reading import read_archive
from desk.backup.writing import ArchiveWriter

FILES = {
    "database.sqlite3": b"no real database" * 40,
    "media/originals/a.jpg": b"picture" * 300,
    "media/empty.txt": b"",
    "media/" + "long/" * 30 + "ü.txt": b"x" * 512,
}


def manifest_for(members: list[Member]) -> bytes:
    return write_manifest(
        Manifest(
            created_at="2026-11-21T10:15:00+00:00",
            version="0.1.0",
            reason="",
            is_whole=True,
            vendor="sqlite",
            server="SQLite",
            rows={"films_film": 2},
            migrations=[("films", "0001_initial")],
            languages=["en", "de"],
            members=members,
        )
    )


def good_archive(files: dict[str, bytes] = FILES) -> bytes:
    buffer = io.BytesIO()
    writer = ArchiveWriter(buffer)
    for name, data in files.items():
        writer.add(name, len(data), [data])
    writer.finish(manifest_for(list(writer.members)))
    return buffer.getvalue()


def block(name: str, data: bytes, size: int | None = None) -> bytes:
    """Return a member; `size` lies about it."""
    header = header_of(name, len(data) if size is None else size)
    return header + data + bytes(padding_of(len(data)))


def special(name: str, kind: bytes, target: str = "", data: bytes = b"") -> bytes:
    """Return a member of another type, such as a link."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size, info.mode = kind, target, len(data), 0o600
    return info.tobuf(tarfile.GNU_FORMAT) + data + bytes(padding_of(len(data)))


def sealed(*blocks: bytes) -> bytes:
    """Seal blocks as they are, however wrong."""
    body = b"".join(blocks)
    seal = hashlib.sha256(body).hexdigest().encode() + b"\n"
    body += block("seal", seal)
    return body + bytes(zeros_after(len(body)))


def member(name: str, data: bytes) -> Member:
    return Member(name, len(data), hashlib.sha256(data).hexdigest())


def read(path: Path) -> dict[str, bytes]:
    """Return what a reader hands over."""
    taken = {}

    def take(name: str, chunks: Iterator[bytes]) -> None:
        taken[name] = b"".join(chunks)

    read_archive(path, take)
    return taken
