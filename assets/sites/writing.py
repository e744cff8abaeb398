"""A site as one ZIP of our own order: the same files always give the same bytes.

Sorted by name, without dates, owners and remarks; media as they are, so that a range of one is a
range of the archive; texts deflated.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from assets.sites.directory import (
    DEFLATED,
    END,
    END_MARK,
    ENTRY,
    ENTRY_MARK,
    IS_UTF8,
    LOCAL,
    LOCAL_MARK,
    STORED,
    UNIX,
    Member,
)
from assets.sites.types import is_text

VERSION = 20
# 1 January 1980, the first day that the format knows.
TIME, DAY = 0, 33
MODE = 0o100644 << 16


@dataclass(frozen=True)
class Written:
    name: bytes
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def method_of(path: str) -> int:
    return DEFLATED if is_text(path) else STORED


def write_site(files: Iterable[tuple[str, Iterator[bytes]]], target: BinaryIO) -> None:
    """Write the files, which come in the order of their names, into `target`."""
    written = [_write_file(path, chunks, target) for path, chunks in files]
    first = target.tell()
    target.write(directory_of(written, first))


def _write_file(path: str, chunks: Iterator[bytes], target: BinaryIO) -> Written:
    offset, name, method = target.tell(), path.encode(), method_of(path)
    target.write(local_of(Written(name, method, 0, 0, 0, offset)))
    machine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS) if method else None
    crc = size = 0
    for chunk in chunks:
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        target.write(machine.compress(chunk) if machine else chunk)
    if machine:
        target.write(machine.flush())
    end = target.tell()
    start = offset + LOCAL.size + len(name)
    written = Written(name, method, crc, end - start, size, offset)
    target.seek(offset)
    target.write(local_of(written))
    target.seek(end)
    return written


def local_of(one: Written) -> bytes:
    sizes = (one.crc, one.packed, one.size, len(one.name), 0)
    return LOCAL.pack(LOCAL_MARK, VERSION, IS_UTF8, one.method, TIME, DAY, *sizes) + one.name


def directory_of(written: list[Written], first: int) -> bytes:
    entries = b"".join(map(_entry_of, written))
    count = len(written)
    return entries + END.pack(END_MARK, 0, 0, count, count, len(entries), first, 0)


def _entry_of(one: Written) -> bytes:
    made = UNIX << 8 | VERSION
    sizes = (one.crc, one.packed, one.size, len(one.name), 0, 0, 0, 0, MODE, one.offset)
    head = ENTRY.pack(ENTRY_MARK, made, VERSION, IS_UTF8, one.method, TIME, DAY, *sizes)
    return head + one.name


def is_ours(file: BinaryIO, members: list[Member]) -> bool:
    """Tell whether an archive is in our order already: then it is kept to the byte.

    Programs of another version deflate otherwise; an export must come back as it was.
    """
    offset, written = 0, []
    for member in sorted(members, key=lambda member: member.name):
        if member.method != method_of(member.name):
            return False
        raw = member.name.encode()
        one = Written(raw, member.method, member.crc, member.packed, member.size, offset)
        head = local_of(one)
        file.seek(offset)
        if file.read(len(head)) != head:
            return False
        written.append(one)
        offset += len(head) + member.packed
    file.seek(offset)
    expected = directory_of(written, offset)
    return file.read(len(expected) + 1) == expected
