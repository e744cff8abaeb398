"""Writing files into the archive one after the other, each whole or not at all.

Every file is made on the disk first: one at a time is held anywhere, however many there are, and
one whose source is lost leaves nothing half-written behind.
"""

import shutil
from collections.abc import Callable, Iterable
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Writer = Callable[[IO[bytes]], Any]
# The earliest day that ZIP knows: files are as old as their contents, which have no day.
DAY = (1980, 1, 1, 0, 0, 0)
# What is packed already.
PACKED = (".jpg", ".png", ".mp4", ".webm", ".mov", ".pdf", ".docx", ".xlsx")
READABLE = 0o644


class Unreadable(Exception):
    """What a file of the kit is made from is there, but broken."""


def add_files(
    archive: ZipFile, files: Iterable[tuple[str, Writer]], note: Callable[[int], None]
) -> list[str]:
    """Add the files; return the names of those that are lost. `note` is told how many were tried.

    A full disk or a busy storage is no loss: that raises `OSError`.
    """
    lost = []
    for number, (name, write_file) in enumerate(files):
        note(number)
        try:
            add_file(archive, name, write_file)
        except (FileNotFoundError, Unreadable):
            lost.append(name)
    return lost


def add_file(archive: ZipFile, name: str, write_file: Writer) -> None:
    """Add one file. Raises what its writer raises, with the archive as it was."""
    with TemporaryFile() as made:
        write_file(made)
        size = made.tell()
        made.seek(0)
        info = ZipInfo(name, DAY)
        info.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
        info.create_system, info.external_attr, info.file_size = 3, READABLE << 16, size
        with archive.open(info, "w") as file:
            shutil.copyfileobj(made, file)
