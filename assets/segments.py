"""The segments of a JPEG, one by one (ITU T.81, annex B)."""

import re
import struct
from collections.abc import Iterator

EXIF = b"Exif\0\0"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
APP1, APP2, SOS, EOI = 0xE1, 0xE2, 0xDA, 0xD9


class NoJpeg(ValueError):
    """The file is no JPEG, or its segments cannot be followed."""


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (marker, bytes of the segment without its head); pixels come with their scan.

    Raises `NoJpeg`.
    """
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(data) or data[at] != 0xFF:
            raise NoJpeg("a segment does not begin where the one before ends")
        marker = data[at + 1]
        if marker == EOI:
            yield marker, b""
            return  # previews, depth maps and videos of phones lie behind the end
        if at + 4 > len(data):
            raise NoJpeg("the file ends within a segment")
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if marker == SOS:
            end = _end_of_scan(data, end)
        if length < 2 or end > len(data):
            raise NoJpeg("the file ends within a segment")
        yield marker, data[at + 4 : end] if marker != SOS else data[at + 2 : end]
        at = end


# A byte FF within a scan is followed by 00, by a restart marker or by the next segment.
NEXT_SEGMENT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def _end_of_scan(data: bytes, start: int) -> int:
    found = NEXT_SEGMENT.search(data, start)
    return found.start() if found else len(data)
