"""What an MP4 or QuickTime file says about itself: length, size and codecs, from its boxes.

Sources: ISO/IEC 14496-12 (mvhd, tkhd, hdlr, stsd), QuickTime File Format. Nothing is decoded and
no other program is called, so this can be asked of any upload.
"""

import math
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from assets.containers import MAX_BOXES, Broken

# What every browser decodes; audio of mp4a is AAC or, rarely, MP3.
PLAYABLE_VIDEO = {"avc1", "avc3"}
PLAYABLE_AUDIO = {"mp4a"}
PLAYABLE_EXTENSIONS = ("mp4", "m4v")
# A file of a camera has some six tracks, each of them some twenty boxes.
MAX_CHILDREN = 2000
MAX_TRACKS = 64


@dataclass(frozen=True)
class Track:
    """`kind` is vide, soun, ...; the codec a four-character code; width and height in pixels."""

    kind: str
    codec: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class VideoFacts:
    """What is known of a video before anything decodes it; length in seconds, None unknown."""

    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    is_playable: bool = False
    tracks: tuple[Track, ...] = field(default=(), repr=False)


def read_facts(file: BinaryIO, extension: str) -> VideoFacts:
    """Read the facts of a video whose container was accepted; WebM says nothing here.

    Raises Broken when the boxes contradict each other.
    """
    if extension == "webm":
        return VideoFacts()
    file.seek(0)
    end = file.seek(0, os.SEEK_END)
    seconds: float | None = None
    tracks: list[Track] = []
    for kind, start, stop in _children(file, 0, end, MAX_BOXES):
        if kind != b"moov":
            continue
        for inner, begin, finish in _children(file, start, stop):
            if inner == b"mvhd":
                seconds = _read_seconds(file, begin, finish)
            elif inner == b"trak" and len(tracks) < MAX_TRACKS:
                tracks.append(_read_track(file, begin, finish))
    picture = next((track for track in tracks if track.kind == "vide"), None)
    return VideoFacts(
        seconds=seconds,
        width=picture.width or None if picture else None,
        height=picture.height or None if picture else None,
        is_playable=extension in PLAYABLE_EXTENSIONS and _are_playable(tracks),
        tracks=tuple(tracks),
    )


def has_pictures(facts: VideoFacts) -> bool:
    return any(track.kind == "vide" for track in facts.tracks)


def _are_playable(tracks: list[Track]) -> bool:
    pictures = {track.codec for track in tracks if track.kind == "vide"}
    sounds = {track.codec for track in tracks if track.kind == "soun"}
    return bool(pictures) and pictures <= PLAYABLE_VIDEO and sounds <= PLAYABLE_AUDIO


def _children(
    file: BinaryIO, start: int, end: int, most: int = MAX_CHILDREN
) -> Iterator[tuple[bytes, int, int]]:
    """Yield (type, first byte of the content, end) of the boxes between two places."""
    for _count in range(most + 1):
        if end - start < 8:
            return
        file.seek(start)
        header = file.read(16)
        size, kind, length = int.from_bytes(header[:4], "big"), header[4:8], 8
        if size == 1:
            size, length = int.from_bytes(header[8:16], "big"), 16
        elif size == 0:  # reaches to the end, or is the zero that ends a list of QuickTime
            size = end - start
        if size < length or start + size > end:
            raise Broken(kind.decode("latin-1"))
        yield kind, start + length, start + size
        start += size
    raise Broken("boxes")


def _content(file: BinaryIO, start: int, end: int, most: int) -> bytes:
    file.seek(start)
    return file.read(min(end - start, most))


def _read_seconds(file: BinaryIO, start: int, end: int) -> float | None:
    data = _content(file, start, end, 32)
    is_long = data[:1] == b"\1"
    form, place = (">IQ", 20) if is_long else (">II", 12)
    if len(data) < place + struct.calcsize(form):
        return None
    scale, length = struct.unpack_from(form, data, place)
    unknown = 2**64 - 1 if is_long else 2**32 - 1
    return length / scale if scale and 0 < length < unknown else None


def _read_track(file: BinaryIO, start: int, end: int) -> Track:
    kind = codec = ""
    size = (0, 0)
    for name, begin, finish in _children(file, start, end):
        if name == b"tkhd":
            size = _read_size(_content(file, begin, finish, 96))
        elif name == b"mdia":
            kind, codec = _read_media(file, begin, finish)
    return Track(kind, codec, *size)


def _read_size(data: bytes) -> tuple[int, int]:
    """Return width and height as shown: upright recordings of a phone carry a turned matrix."""
    place = 52 if data[:1] == b"\1" else 40
    if len(data) < place + 44:
        return 0, 0
    a, b = struct.unpack_from(">ii", data, place)
    width, height = (value / 65536 for value in struct.unpack_from(">II", data, place + 36))
    shown = (height, width) if abs(b) > abs(a) else (width, height)
    return math.floor(shown[0] + 0.5), math.floor(shown[1] + 0.5)


def _read_media(file: BinaryIO, start: int, end: int) -> tuple[str, str]:
    kind = codec = ""
    for name, begin, finish in _children(file, start, end):
        if name == b"hdlr":
            kind = _content(file, begin, finish, 12)[8:12].decode("latin-1")
        elif name == b"minf":
            codec = _find_codec(file, begin, finish)
    return kind, codec


def _find_codec(file: BinaryIO, start: int, end: int) -> str:
    for name, begin, finish in _children(file, start, end):
        if name != b"stbl":
            continue
        for inner, first, last in _children(file, begin, finish):
            if inner == b"stsd":  # version, flags, count, then size and code of the first entry
                return _content(file, first, last, 16)[12:16].decode("latin-1")
    return ""
