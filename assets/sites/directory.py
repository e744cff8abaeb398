"""The directory of a ZIP, read strictly (APPNOTE 6.3): what is odd in it is refused, not guessed.

Python's `zipfile` is made to open whatever can be opened: it passes over a prefix, cuts names at
a NUL and takes members that overlap. A door must not.
"""

import stat
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _

from assets.refusing import Refused, kind_of

# A site of 90 diary entries with pictures in two languages has about 1,500 files.
MAX_FILES = 10_000
MAX_ARCHIVE_BYTES = 500 * 1024 * 1024
STORED, DEFLATED = 0, 8
END = struct.Struct("<4s4H2LH")
ENTRY = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
END_MARK, ENTRY_MARK, LOCAL_MARK = b"PK\5\6", b"PK\1\2", b"PK\3\4"
# An entry with a name, an extra field and a remark of ordinary length.
MAX_ENTRY_BYTES = 1024
ENCRYPTED = 0x0001 | 0x0040 | 0x2000
IS_UTF8 = 0x0800
WIDE = 0xFFFFFFFF  # the value stands in a ZIP64 field
UNIX, MACOS = 3, 19


@dataclass(frozen=True)
class Member:
    """One entry as the directory tells it; `start` is where its data begin in the file.

    `packed` and `size` are in bytes, both only claimed.
    """

    raw: bytes
    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    start: int
    mode: int

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")


def read_directory(file: BinaryIO) -> list[Member]:
    """Return the members; raise Refused for an archive that is damaged or made to mislead."""
    length = file.seek(0, 2)
    if length > MAX_ARCHIVE_BYTES:
        raise Refused(
            "too_large",
            _("The archive has more than %(limit)s MB. Leave out videos, or make them smaller."),
            limit=MAX_ARCHIVE_BYTES // 1024**2,
        )
    count, first, size = _read_end(file, length)
    file.seek(first)
    members = _read_entries(file, file.read(size), count)
    _refuse_overlap(members, first)
    return members


def _read_end(file: BinaryIO, length: int) -> tuple[int, int, int]:
    """Return how many entries the directory has, where it begins and its size in bytes."""
    start = max(0, length - END.size - 0xFFFF)
    file.seek(start)
    tail = file.read(length - start)
    at = tail.rfind(END_MARK)
    while at >= 0:
        if at + END.size <= len(tail):
            fields = END.unpack_from(tail, at)
            if at + END.size + fields[7] == len(tail):
                return _check_end(fields, start + at)
        at = tail.rfind(END_MARK, 0, at)
    file.seek(0)
    head = file.read(1024)
    if head.startswith(LOCAL_MARK):
        raise damaged()
    raise Refused(
        "not_a_zip",
        _("This is no ZIP archive: it looks like %(found)s. Pack the folder of the site as ZIP."),
        found=kind_of(head),
    )


def _check_end(fields: tuple[bytes, int, int, int, int, int, int, int], place: int) -> tuple[
    int, int, int
]:  # fmt: skip
    _mark, disk, first_disk, here, count, size, first, _remark = fields
    if WIDE in (size, first) or 0xFFFF in (here, count):
        raise too_many()
    if disk or first_disk or here != count:
        raise Refused("split", _("The archive is one of several parts. Pack it as one file."))
    if count > MAX_FILES or size > MAX_FILES * MAX_ENTRY_BYTES:
        raise too_many()
    if first + size > place:
        raise damaged()
    if first + size < place:
        raise prefixed()
    return count, first, size


def _read_entries(file: BinaryIO, directory: bytes, count: int) -> list[Member]:
    members, at = [], 0
    for _number in range(count):
        if at + ENTRY.size > len(directory):
            raise damaged()
        fields = ENTRY.unpack_from(directory, at)
        raw = directory[at + ENTRY.size :][: fields[10]]
        at += ENTRY.size + fields[10] + fields[11] + fields[12]
        members.append(_read_member(file, fields, raw))
    if at != len(directory):
        raise damaged()
    return members


def _read_member(file: BinaryIO, fields: tuple[Any, ...], raw: bytes) -> Member:
    mark, made, _needed, flags, method, _time, _date, crc, packed, size = fields[:10]
    attributes, offset = fields[15], fields[16]
    if mark != ENTRY_MARK or len(raw) != fields[10] or fields[13]:
        raise damaged()
    name = _decode(raw, flags)
    if flags & ENCRYPTED:
        raise Refused(
            "encrypted",
            _("“%(name)s” is encrypted. Pack the site again without a password."),
            name=shown(name),
        )
    if WIDE in (packed, size, offset):
        raise too_large_member(name)
    if method not in (STORED, DEFLATED):
        raise Refused(
            "method",
            _(
                "“%(name)s” is compressed in a way that only some programs know. Pack the site "
                "again as an ordinary ZIP."
            ),
            name=shown(name),
        )
    mode = attributes >> 16 if made >> 8 in (UNIX, MACOS) else 0
    member = Member(raw, name, method, crc, packed, size, offset, 0, mode)
    _refuse_odd_kinds(member)
    return _find_data(file, member)


def _refuse_odd_kinds(member: Member) -> None:
    """Refuse links, devices, sockets, and files that claim rights of somebody else."""
    kind = stat.S_IFMT(member.mode)
    expected = stat.S_IFDIR if member.is_folder else stat.S_IFREG
    has_odd_rights = not member.is_folder and stat.S_IMODE(member.mode) & 0o7000
    if kind not in (0, expected) or has_odd_rights or (member.is_folder and member.size):
        raise Refused(
            "odd_member",
            _(
                "“%(name)s” is no ordinary file, but a link, a device or a program with special "
                "rights. A site is made of ordinary files only."
            ),
            name=shown(member.name),
        )


def _find_data(file: BinaryIO, member: Member) -> Member:
    """Return the member with the place of its data; its own header must say the same."""
    file.seek(member.offset)
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size:
        raise damaged()
    mark, _needed, flags, method, _time, _date, _crc, _packed, _size, named, extra = LOCAL.unpack(
        head
    )
    if mark != LOCAL_MARK or method != member.method or flags & ENCRYPTED:
        raise damaged()
    if file.read(named) != member.raw:
        raise damaged()
    start = member.offset + LOCAL.size + named + extra
    return Member(**{**member.__dict__, "start": start})


def _refuse_overlap(members: list[Member], end: int) -> None:
    """Refuse members that share bytes, as in bombs (quoted overlap), and bytes before the first."""
    ordered = sorted(members, key=lambda member: member.offset)
    if ordered and ordered[0].offset:
        raise prefixed()
    ends = [*(member.offset for member in ordered[1:]), end]
    for member, limit in zip(ordered, ends, strict=bool(ordered)):
        if member.start + member.packed > limit:
            raise Refused(
                "overlap",
                _("Files of the archive lie over one another: it is damaged or made to do harm."),
            )


def _decode(raw: bytes, flags: int) -> str:
    """Return a name as it was meant: UTF-8, or what old programs of Windows wrote."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        if flags & IS_UTF8:
            raise damaged() from None
        return raw.decode("cp437")


def shown(name: str) -> str:
    """Return a name as messages print it: short, nothing invisible."""
    visible = "".join(char if char.isprintable() else "?" for char in name)
    return visible if len(visible) <= 80 else f"{visible[:79]}…"


def damaged() -> Refused:
    return Refused(
        "damaged", _("The archive is damaged or incomplete. Pack the site again and upload that.")
    )


def prefixed() -> Refused:
    return Refused(
        "prefixed",
        _(
            "There are other data around the archive, as in a self-extracting program. Pack the "
            "site again as an ordinary ZIP."
        ),
    )


def too_many() -> Refused:
    return Refused(
        "too_many",
        _("The archive has more than %(limit)s files. Pack the old site alone."),
        limit=MAX_FILES,
    )


def too_large_member(name: str) -> Refused:
    return Refused(
        "too_large", _("“%(name)s” is too large. Leave it out, or make it smaller."),
        name=shown(name),
    )  # fmt: skip
