"""Writing a sealed archive: headers, sums and the seal while the bytes pass by."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from desk.backup.layout import CHUNK, MANIFEST, SEAL, header_of, padding_of, zeros_after
from desk.backup.manifest import Member


class FileShrank(Exception):
    """A file ended before the size that its header names."""


class ArchiveWriter:
    """Writes members into a file and remembers what it wrote."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.position = 0
        self.digest = hashlib.sha256()
        self.members: list[Member] = []
        self._before = (0, self.digest)

    def add(self, name: str, size: int, chunks: Iterable[bytes]) -> Member:
        """Add the first `size` bytes; `FileShrank` if there are fewer, which leaves no trace.

        Where the file cannot go back, because it is encrypted on the way, that is an `OSError`.
        """
        self._before = (self.position, self.digest.copy())
        self._write(header_of(name, size))
        digest, left = hashlib.sha256(), size
        for chunk in chunks:
            piece = chunk[:left]
            digest.update(piece)
            self._write(piece)
            left -= len(piece)
            if not left:
                break
        if left:
            self._go_back()
            raise FileShrank(name)
        self._write(bytes(padding_of(size)))
        member = Member(name, size, digest.hexdigest())
        self.members.append(member)
        return member

    def finish(self, manifest: bytes) -> None:
        """Write manifest, seal and the zeros of the end."""
        self.add(MANIFEST, len(manifest), [manifest])
        seal = self.digest.hexdigest().encode() + b"\n"
        self.add(SEAL, len(seal), [seal])
        self.file.write(bytes(zeros_after(self.position)))

    def _write(self, data: bytes) -> None:
        self.file.write(data)
        self.position += len(data)
        self.digest.update(data)

    def _go_back(self) -> None:
        self.position, self.digest = self._before
        if not self.file.seekable():
            raise OSError("a file became shorter while it was read; try again")
        self.file.seek(self.position)
        self.file.truncate()


def chunks_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield what is left of a file, a megabyte at a time."""
    while chunk := file.read(CHUNK):
        yield chunk
