"""Taking the place where it was taken out of a picture's file, without touching a pixel.

Originals never leave the house; this is for the day on which one is given away. Author, caption
and rights stay. The segments of a JPEG are walked one by one (ITU T.81, annex B); in EXIF
(CIPA DC-008) the GPS directory and its entry are overwritten in place, so that no offset moves.
"""

import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as XML

from assets.xmp import NAMES, full_name, parse

EXIF = b"Exif\0\0"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"
APP1, APP2, SOS, EOI = 0xE1, 0xE2, 0xDA, 0xD9
GPS_DIRECTORY, EXIF_DIRECTORY, MAKER_NOTE = 0x8825, 0x8769, 0x927C
# Bytes of one value by its type, EXIF 2.32 section 4.6.2.
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
ENTRY = 12


class NoJpeg(ValueError):
    """The file is no JPEG, or its segments cannot be followed."""


def without_location(data: bytes) -> bytes:
    """Return the JPEG without positions: EXIF, XMP, second pictures and whatever follows the end.

    Raises `NoJpeg` for other formats: they have no use that needs more than a rendition.
    """
    if not data.startswith(b"\xff\xd8"):
        raise NoJpeg("expected a JPEG")
    return b"\xff\xd8" + b"".join(_clean(marker, body) for marker, body in segments(data))


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


def _clean(marker: int, body: bytes) -> bytes:
    if marker == EOI:
        return b"\xff\xd9"
    if marker == SOS:
        return b"\xff\xda" + body
    if marker == APP1 and body.startswith(EXIF):
        body = EXIF + _clean_exif(body[len(EXIF) :])
    elif marker == APP1 and body.startswith(XMP):
        body = XMP + _clean_xmp(body[len(XMP) :])
    elif (marker == APP1 and body.startswith(MORE_XMP)) or (
        marker == APP2 and body.startswith(b"MPF\0")
    ):
        return b""  # depth maps, previews, and the list of what stood behind the end
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def _clean_exif(tiff: bytes) -> bytes:
    """Return the block without GPS directory and maker's note; empty if it cannot be followed."""
    try:
        return _Exif(tiff).clean()
    except (struct.error, IndexError, KeyError, RecursionError):
        return b""


class _Exif:
    def __init__(self, tiff: bytes) -> None:
        self.bytes = bytearray(tiff)
        self.order = {b"II": "<", b"MM": ">"}[tiff[:2]]
        self.seen: set[int] = set()

    def clean(self) -> bytes:
        at = self._number("I", 4)
        while at and at not in self.seen:
            at = self._clean_directory(at)
        return bytes(self.bytes)

    def _number(self, kind: str, at: int) -> int:
        found: int = struct.unpack_from(self.order + kind, self.bytes, at)[0]
        return found

    def _clean_directory(self, at: int) -> int:
        """Clean one directory and those below it; return where the next one stands."""
        self.seen.add(at)
        number = 0
        while number < self._number("H", at):
            entry = at + 2 + number * ENTRY
            tag = self._number("H", entry)
            target = self._number("I", entry + 8)
            if tag == GPS_DIRECTORY:
                self._blank_directory(target)
            elif tag == MAKER_NOTE:  # some makers note the place in words
                self._blank_value(entry)
            else:
                if tag == EXIF_DIRECTORY and target not in self.seen:
                    self._clean_directory(target)
                number += 1
                continue
            self._drop_entry(at, number)
        return self._number("I", at + 2 + self._number("H", at) * ENTRY)

    def _blank_directory(self, at: int) -> None:
        count = self._number("H", at)
        for number in range(count):
            self._blank_value(at + 2 + number * ENTRY)
        self._blank(at, 2 + count * ENTRY + 4)

    def _blank_value(self, entry: int) -> None:
        size = SIZES.get(self._number("H", entry + 2), 1) * self._number("I", entry + 4)
        if size > 4:
            self._blank(self._number("I", entry + 8), size)

    def _blank(self, at: int, size: int) -> None:
        end = min(at + size, len(self.bytes))
        self.bytes[at:end] = bytes(max(0, end - at))

    def _drop_entry(self, at: int, number: int) -> None:
        """Close the gap; what follows the directory stays where it is."""
        count = self._number("H", at)
        entry, end = at + 2 + number * ENTRY, at + 2 + count * ENTRY + 4
        self.bytes[entry : end - ENTRY] = self.bytes[entry + ENTRY : end]
        self.bytes[end - ENTRY : end] = bytes(ENTRY)
        struct.pack_into(self.order + "H", self.bytes, at, count - 1)


def _clean_xmp(packet: bytes) -> bytes:
    """Return the packet without positions and places; empty if it cannot be read."""
    root = parse(packet)
    if root is None:
        return b""
    for prefix, name in NAMES.items():
        XML.register_namespace("Iptc4xmpExt" if prefix == "ext" else prefix, name)
    for parent in list(root.iter()):
        for name in [name for name in parent.attrib if _is_place(name)]:
            del parent.attrib[name]
        for child in [child for child in parent if _is_place(child.tag)]:
            parent.remove(child)
    cleaned: bytes = XML.tostring(root, encoding="utf-8")
    return cleaned


PLACES = {full_name("ext:LocationCreated")}


def _is_place(name: str) -> bool:
    local = name.rpartition("}")[2]
    return name in PLACES or local.startswith("GPS") or local == "HasExtendedXMP"
