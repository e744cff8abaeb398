"""A copy of an MP4 without what the camera wrote: place, names, dates. The original stays.

Nothing moves, so no table of the file changes: a box that players do not need becomes `free`, and
its content zeros (ISO/IEC 14496-12, section 8.1.2).
"""

from bisect import bisect_right
from io import RawIOBase
from typing import BinaryIO, NamedTuple, cast

from django.core.files.storage import default_storage

from assets.naming import video_name_of
from assets.storing import write_once
from assets.video.boxes import Box, BoxReader
from assets.video.naming import BARE, prepared_name_of

# What is kept, by where it lies; all else goes: udta, meta, uuid and what makers of cameras invent.
KEPT = {
    b"": {b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"ssix", b"mfra"},
    b"moov": {b"mvhd", b"trak", b"mvex"},
    b"trak": {b"tkhd", b"edts", b"tref", b"tapt", b"mdia"},
    b"mdia": {b"mdhd", b"hdlr", b"elng", b"minf"},
    b"minf": {b"vmhd", b"smhd", b"nmhd", b"gmhd", b"hdlr", b"dinf", b"stbl"},
    b"stbl": {
        b"stsd", b"stts", b"ctts", b"cslg", b"stss", b"stsc", b"stsz", b"stz2", b"stco", b"co64",
        b"sdtp", b"sbgp", b"sgpd", b"subs", b"stps", b"stdp", b"padb", b"stsh",
    },
    b"moof": {b"mfhd", b"traf"},
    b"traf": {
        b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio",
    },
}  # fmt: skip
DATED = {b"mvhd", b"tkhd", b"mdhd"}
NAME_AT = 24  # in hdlr: version, flags, two types and reserved words stand before


class Patch(NamedTuple):
    """Bytes of the file that are replaced: by `data`, then zeros up to `end`."""

    start: int
    end: int
    data: bytes = b""


def find_patches(file: BinaryIO) -> list[Patch]:
    """Return what is replaced, in the order of the file; raises Broken for what is no MP4."""
    reader = BoxReader(file)
    patches: list[Patch] = []
    for box in reader.outermost():
        _add_patches(reader, box, KEPT[b""], patches)
    return patches


def _add_patches(reader: BoxReader, box: Box, kept: set[bytes], patches: list[Patch]) -> None:
    if box.kind not in kept:
        patches.append(Patch(box.start + 4, box.start + 8, b"free"))
        patches.append(Patch(box.content, box.end))
    elif box.kind in DATED:
        is_long = reader.read(box, 1) == b"\1"
        patches.append(Patch(box.content + 4, min(box.end, box.content + (20 if is_long else 12))))
    elif box.kind == b"hdlr":
        patches.append(Patch(min(box.end, box.content + NAME_AT), box.end))
    for inner in reader.inside(box) if box.kind in kept and box.kind in KEPT else ():
        _add_patches(reader, inner, KEPT[box.kind], patches)


class BareVideo(RawIOBase):
    """The video as it is read by whoever may not know more."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.patches = find_patches(file)
        self.starts = [patch.start for patch in self.patches]
        file.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        first = self.file.tell()
        data = bytearray(self.file.read(len(buffer)))
        last = first + len(data)
        for number in range(max(0, bisect_right(self.starts, first) - 1), len(self.patches)):
            patch = self.patches[number]
            if patch.start >= last:
                break
            _cover(data, first, patch)
        buffer[: len(data)] = data
        return len(data)


def _cover(data: bytearray, first: int, patch: Patch) -> None:
    """Replace the part of a patch that lies in `data`, which begins at `first` of the file."""
    start, end = max(patch.start, first), min(patch.end, first + len(data))
    if start < end:
        written = patch.data[start - patch.start : end - patch.start]
        data[start - first : end - first] = written.ljust(end - start, b"\0")


def keep_bare(sha256: str, extension: str) -> None:
    """Make the copy of a stored video; one that is there stays. Raises OSError and Broken."""
    name = prepared_name_of(sha256, BARE)
    if default_storage.exists(name):
        return
    with default_storage.open(video_name_of(sha256, extension)) as stored:
        write_once(default_storage, name, cast(BinaryIO, BareVideo(cast(BinaryIO, stored))))


def drop_bare(sha256: str) -> None:
    """Delete the copy: what was prepared takes its place."""
    default_storage.delete(prepared_name_of(sha256, BARE))
