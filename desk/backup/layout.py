"""The layout of a backup: a plain tar (GNU format) of which every byte is fixed by its content.

database.sqlite3 or database.dump    the copy of the database
media/...                            every file of the storage, sorted by name
manifest.json                        what the others are: sizes, SHA-256, rows per table
seal                                 SHA-256 of all bytes before this member, and a line end
zeros                                two blocks, then up to a multiple of 10240 bytes
"""

import tarfile

BLOCK = 512
CHUNK = 1024 * 1024
ENCODING, ERRORS = "utf-8", "surrogateescape"
MANIFEST = "manifest.json"
MEDIA = "media/"
SEAL = "seal"
SEAL_SIZE = 65
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def header_of(name: str, size: int) -> bytes:
    """Return the header of a member: the only one we write and the only one we read."""
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = size, 0o600, 0
    return info.tobuf(tarfile.GNU_FORMAT, ENCODING, ERRORS)


def padding_of(size: int) -> int:
    """Return how many zeros fill the last block of `size` bytes."""
    return -size % BLOCK


def zeros_after(position: int) -> int:
    """Return how many zeros end an archive whose last member ends at `position`."""
    ending = 2 * BLOCK
    return ending + -(position + ending) % tarfile.RECORDSIZE
