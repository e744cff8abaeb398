"""The bytes of a member: inflated piece by piece and counted, whatever its sizes claim."""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from assets.refusing import Refused
from assets.sites.directory import DEFLATED, Member, damaged, shown, too_large_member
from assets.sites.types import is_text

CHUNK_BYTES = 256 * 1024
MAX_FILE_BYTES = 300 * 1024 * 1024
# Texts are unpacked whole for every visitor; a page of a megabyte is a long one.
MAX_TEXT_BYTES = 16 * 1024 * 1024
MAX_TOTAL_BYTES = 1024 * 1024 * 1024
# Tables written by programs shrink to a fiftieth; bombs, to a thousandth.
MAX_RATIO = 200
# What is smaller does no harm, however well it was packed.
HARMLESS_BYTES = 1024 * 1024
# Archives and programs, whatever their names say.
HIDDEN = re.compile(rb"PK\x03\x04|PK\x05\x06|Rar!\x1a|7z\xbc\xaf\x27\x1c|\x1f\x8b|MZ|\x7fELF|#!")


def refuse_bombs(members: list[Member]) -> None:
    """Refuse by what the directory claims, before anything is inflated."""
    total = packed = 0
    for member in members:
        check_size(member.name, member.size, member.packed)
        total += member.size
        packed += member.packed
    check_total(total)
    if total > HARMLESS_BYTES and total > MAX_RATIO * max(packed, 1):
        raise bomb()


def check_size(name: str, size: int, packed: int) -> None:
    if size > (MAX_TEXT_BYTES if is_text(name) else MAX_FILE_BYTES):
        raise too_large_member(name)
    if size > HARMLESS_BYTES and size > MAX_RATIO * max(packed, 1):
        raise bomb()


def check_total(total: int) -> None:
    if total > MAX_TOTAL_BYTES:
        raise Refused(
            "too_large",
            _("The site has more than %(limit)s MB. Leave out videos, or make them smaller."),
            limit=MAX_TOTAL_BYTES // 1024**2,
        )


def check_content(file: BinaryIO, member: Member) -> None:
    """Read a member to its end. Raises Refused if it is not what the directory says."""
    crc = size = 0
    for chunk in read_member(file, member):
        if not size:
            refuse_hidden(member.name, chunk)
        size += len(chunk)
        crc = zlib.crc32(chunk, crc)
    if size != member.size or crc != member.crc:
        raise lies(member.name)


def refuse_hidden(name: str, head: bytes) -> None:
    """Refuse archives and programs under the name of something else."""
    if HIDDEN.match(head):
        raise Refused(
            "nested",
            _("“%(name)s” is an archive or a program under another name. Delete it."),
            name=shown(name),
        )


def read_member(file: BinaryIO, member: Member) -> Iterator[bytes]:
    """Yield the bytes of a member, never more than it claims to have."""
    if member.method == DEFLATED:
        yield from _inflate(file, member)
        return
    if member.packed != member.size:
        raise lies(member.name)
    yield from read_bytes(file, member.start, member.size)


def read_bytes(file: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    file.seek(start)
    while length > 0:
        chunk = file.read(min(CHUNK_BYTES, length))
        if not chunk:
            raise damaged()
        length -= len(chunk)
        yield chunk


def _inflate(file: BinaryIO, member: Member) -> Iterator[bytes]:
    machine, left = zlib.decompressobj(-zlib.MAX_WBITS), member.size
    try:
        for packed in read_bytes(file, member.start, member.packed):
            data = packed
            while data:
                # One byte more than it may have shows that there is one.
                chunk = machine.decompress(data, min(CHUNK_BYTES, left + 1))
                left -= len(chunk)
                if left < 0 or machine.unused_data:
                    raise lies(member.name)
                if chunk:
                    yield chunk
                data = machine.unconsumed_tail
    except zlib.error as error:
        raise lies(member.name) from error
    if left or not machine.eof:
        raise lies(member.name)


def lies(name: str) -> Refused:
    return Refused(
        "content",
        _(
            "“%(name)s” is damaged: its content is not what the archive says about it. Pack the "
            "site again and upload that."
        ),
        name=shown(name),
    )


def bomb() -> Refused:
    return Refused(
        "bomb",
        _("The archive would grow to far more than it has now: it is made to do harm."),
    )
