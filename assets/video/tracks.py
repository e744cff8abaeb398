"""What an MP4 or QuickTime file says about itself: length, size and codecs, from its boxes.

Sources: ISO/IEC 14496-12 (mvhd, tkhd, hdlr, stsd), QuickTime File Format. Nothing is decoded and
no other program is called, so this can be asked of any upload.
"""

import math
import struct
from dataclasses import dataclass, field
from typing import BinaryIO

from assets.video.boxes import Box, BoxReader

# What every browser decodes; audio of mp4a is AAC or, rarely, MP3.
PLAYABLE_VIDEO = {"avc1", "avc3"}
PLAYABLE_AUDIO = {"mp4a"}
PLAYABLE_EXTENSIONS = ("mp4", "m4v")
# A track of timecode holds the number of a frame.
PLAYABLE_KINDS = {"vide", "soun", "tmcd"}
# A file of a camera has some six tracks.
MAX_TRACKS = 64


@dataclass(frozen=True)
class Track:
    """`kind` is vide, soun, ...; the codec a four-character code; size in pixels."""

    kind: str
    codec: str
    width: int = 0
    height: int = 0
    seconds: float | None = None


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

    Raises Broken when the boxes contradict each other or are too many.
    """
    if extension == "webm":
        return VideoFacts()
    reader = BoxReader(file)
    seconds: float | None = None
    tracks: list[Track] = []
    for movie in reader.outermost():
        if movie.kind != b"moov":
            continue
        for box in reader.inside(movie):
            if box.kind == b"mvhd":
                seconds = _read_seconds(reader.read(box, 32))
            elif box.kind == b"trak" and len(tracks) < MAX_TRACKS:
                tracks.append(_read_track(reader, box))
    picture = next((track for track in tracks if track.kind == "vide"), None)
    return VideoFacts(
        seconds=_least(seconds, picture.seconds if picture else None),
        width=picture.width or None if picture else None,
        height=picture.height or None if picture else None,
        is_playable=extension in PLAYABLE_EXTENSIONS and _are_playable(tracks),
        tracks=tuple(tracks),
    )


def _least(*lengths: float | None) -> float | None:
    """Return the shortest length that is known: a header may claim years for a minute."""
    return min((length for length in lengths if length is not None), default=None)


def has_pictures(facts: VideoFacts) -> bool:
    return any(track.kind == "vide" for track in facts.tracks)


def _are_playable(tracks: list[Track]) -> bool:
    """Tell whether browsers play it; other tracks are not shown to them: drones write where they
    fly into subtitles."""
    kinds = {track.kind for track in tracks}
    pictures = {track.codec for track in tracks if track.kind == "vide"}
    sounds = {track.codec for track in tracks if track.kind == "soun"}
    is_plain = kinds <= PLAYABLE_KINDS and len(tracks) < MAX_TRACKS
    return is_plain and bool(pictures) and pictures <= PLAYABLE_VIDEO and sounds <= PLAYABLE_AUDIO


def _read_seconds(data: bytes) -> float | None:
    """Return the length that `mvhd` or `mdhd` names; both begin alike."""
    is_long = data[:1] == b"\1"
    form, place = (">IQ", 20) if is_long else (">II", 12)
    if len(data) < place + struct.calcsize(form):
        return None
    scale, length = struct.unpack_from(form, data, place)
    unknown = 2**64 - 1 if is_long else 2**32 - 1
    return length / scale if scale and 0 < length < unknown else None


def _read_track(reader: BoxReader, track: Box) -> Track:
    kind = codec = ""
    size = (0, 0)
    seconds: float | None = None
    for box in reader.inside(track):
        if box.kind == b"tkhd":
            size = _read_size(reader.read(box, 96))
        elif box.kind == b"mdia":
            kind, codec, seconds = _read_media(reader, box)
    return Track(kind, codec, *size, seconds)


def _read_size(data: bytes) -> tuple[int, int]:
    """Return width and height as shown: upright recordings of a phone carry a turned matrix."""
    place = 52 if data[:1] == b"\1" else 40
    if len(data) < place + 44:
        return 0, 0
    a, b = struct.unpack_from(">ii", data, place)
    width, height = (value / 65536 for value in struct.unpack_from(">II", data, place + 36))
    shown = (height, width) if abs(b) > abs(a) else (width, height)
    return math.floor(shown[0] + 0.5), math.floor(shown[1] + 0.5)


def _read_media(reader: BoxReader, media: Box) -> tuple[str, str, float | None]:
    kind = codec = ""
    seconds: float | None = None
    for box in reader.inside(media):
        if box.kind == b"mdhd":
            seconds = _read_seconds(reader.read(box, 32))
        elif box.kind == b"hdlr":
            kind = reader.read(box, 12)[8:12].decode("latin-1")
        elif box.kind == b"minf":
            codec = _find_codec(reader, box)
    return kind, codec, seconds


def _find_codec(reader: BoxReader, information: Box) -> str:
    for table in reader.inside(information):
        if table.kind != b"stbl":
            continue
        for box in reader.inside(table):
            if box.kind == b"stsd":  # version, flags, count, then size and code of the first entry
                return reader.read(box, 16)[12:16].decode("latin-1")
    return ""
