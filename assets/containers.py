"""Video containers: which one a file is, by walking its outermost boxes only.

Sources: ISO/IEC 14496-12 (boxes, brands), QuickTime File Format, RFC 8794 (EBML) and the WebM
container guidelines. Nothing is decoded here and no other program is called.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

# Brands of files that browsers play; HEIC, AVIF and audio-only files carry others.
MP4_BRANDS = {
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9",
    b"mp41", b"mp42", b"avc1", b"hvc1", b"av01", b"dash", b"msdh", b"cmfc", b"MSNV",
    b"M4V ", b"M4VH", b"M4VP",
}  # fmt: skip
QUICKTIME_BRAND = b"qt  "
# Some 64 brands; a longer list is not a list of brands.
MAX_FTYP_BYTES = 512
# A fragmented two-hour film in pieces of two seconds has some 7,500 boxes.
MAX_BOXES = 20_000

EBML_ID = b"\x1a\x45\xdf\xa3"
DOC_TYPE_ID = 0x4282
SEGMENT_ID = 0x18538067
MAX_EBML_HEADER_BYTES = 4096


class Broken(Exception):
    """The container contradicts itself or ends too early."""


def extensions_of(file: BinaryIO) -> tuple[str, ...]:
    """Return the extensions that fit the container of `file`, () when it is none we take.

    Raises Broken when it is one of ours but damaged.
    """
    file.seek(0)
    head = file.read(12)
    if head[4:8] == b"ftyp":
        return _mp4_extensions(file)
    if head[:4] == EBML_ID:
        return _webm_extensions(file)
    return ()


def _mp4_extensions(file: BinaryIO) -> tuple[str, ...]:
    kinds = set()
    for kind, _start, _size in _boxes(file):
        kinds.add(kind)
    if not {b"moov", b"mdat"} <= kinds:
        raise Broken("moov or mdat")
    major, compatible = _brands(file)
    if major == QUICKTIME_BRAND:
        return ("mov",)
    return ("mp4", "m4v") if {major, *compatible} & MP4_BRANDS else ()


def _boxes(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Yield (type, start, size in bytes) of the outermost boxes, each checked against the end."""
    end = file.seek(0, os.SEEK_END)
    position = 0
    for _count in range(MAX_BOXES):
        if position == end:
            return
        size, kind = _box_header(file, position, end)
        yield kind, position, size
        position += size
    raise Broken("boxes")


def _box_header(file: BinaryIO, position: int, end: int) -> tuple[int, bytes]:
    file.seek(position)
    header = file.read(16)
    size, kind, least = int.from_bytes(header[:4], "big"), header[4:8], 8
    if size == 1:
        size, least = int.from_bytes(header[8:16], "big"), 16
    elif size == 0:  # the last box may reach to the end of the file
        size = end - position
    if len(kind) < 4 or size < least or position + size > end:
        raise Broken(kind.decode("latin-1"))
    return size, kind


def _brands(file: BinaryIO) -> tuple[bytes, list[bytes]]:
    file.seek(0)
    size = int.from_bytes(file.read(4), "big")
    if not 16 <= size <= MAX_FTYP_BYTES:
        raise Broken("ftyp")
    box = file.read(size - 4)
    return box[4:8], [box[at : at + 4] for at in range(12, len(box), 4)]


def _webm_extensions(file: BinaryIO) -> tuple[str, ...]:
    end = file.seek(0, os.SEEK_END)
    file.seek(4)
    size = _read_size(file)
    if size is None or not 0 < size <= MAX_EBML_HEADER_BYTES:
        raise Broken("EBML")
    start = file.tell()
    if _doc_type(file, start + size) != b"webm":
        return ()
    file.seek(start + size)
    if _read_id(file) != SEGMENT_ID:
        raise Broken("Segment")
    length = _read_size(file)
    # Unknown length (None) is what a live recorder writes.
    if file.tell() >= end or (length is not None and file.tell() + length > end):
        raise Broken("Segment")
    return ("webm",)


def _doc_type(file: BinaryIO, end: int) -> bytes:
    while file.tell() < end:
        name, size = _read_id(file), _read_size(file)
        if size is None or file.tell() + size > end:
            raise Broken("EBML")
        value = file.read(size)
        if name == DOC_TYPE_ID:
            return value.rstrip(b"\0")
    return b""


def _read_id(file: BinaryIO) -> int:
    """Read an element ID, marker bit kept; at most 4 bytes (RFC 8794, section 5)."""
    first, length = _read_first(file, 4)
    return int.from_bytes(bytes([first]) + file.read(length - 1), "big")


def _read_size(file: BinaryIO) -> int | None:
    """Read an element size in bytes, None when it is "unknown" (RFC 8794, section 6)."""
    first, length = _read_first(file, 8)
    bits = 7 * length
    value = int.from_bytes(bytes([first]) + file.read(length - 1), "big") & ((1 << bits) - 1)
    return None if value == (1 << bits) - 1 else value


def _read_first(file: BinaryIO, most: int) -> tuple[int, int]:
    """Read the first byte of a number of variable length: the byte, the length in bytes."""
    byte = file.read(1)
    if not byte or not byte[0]:
        raise Broken("EBML")
    length = 9 - byte[0].bit_length()
    if length > most:
        raise Broken("EBML")
    return byte[0], length
