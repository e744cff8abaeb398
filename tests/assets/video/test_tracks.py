"""Facts from boxes: length, size as shown, codecs."""

import struct
from io import BytesIO

import pytest

from assets.containers import Broken
from assets.video.tracks import Track, VideoFacts, has_pictures, read_facts
from tests.bad_input.video import box, movie, small_video


def read(data, extension="mp4"):
    return read_facts(BytesIO(data), extension)


def test_a_video_tells_length_size_and_codec():
    facts = read(small_video())
    assert facts == VideoFacts(12.0, 640, 360, True, (Track("vide", "avc1", 640, 360),))
    assert has_pictures(facts)


@pytest.mark.parametrize(
    ("data", "extension", "is_playable"),
    [
        (movie(b"avc1"), "mp4", True),
        (movie(b"avc3"), "m4v", True),
        (movie(b"avc1"), "mov", False),
        (movie(b"hvc1"), "mp4", False),
        (movie(b"mp4a", b"soun"), "mp4", False),
        (b"", "mp4", False),
    ],
)
def test_only_h264_in_mp4_is_playable_as_it_is(data, extension, is_playable):
    assert read(data, extension).is_playable is is_playable


def test_sound_that_browsers_lack_is_not_playable():
    pictures, sound = movie(b"avc1"), movie(b"ac-3", b"soun")
    both = box(b"moov", pictures[8:] + sound[8:])
    assert read(both).is_playable is False


def test_an_upright_recording_is_upright():
    turned = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
    data = movie().replace(
        struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000), turned
    )
    facts = read(data)
    assert (facts.width, facts.height) == (360, 640)


def test_webm_says_nothing_here():
    assert read(b"\x1a\x45\xdf\xa3", "webm") == VideoFacts()


@pytest.mark.parametrize(
    "data",
    [
        box(b"moov", b"\0\0\0\4trak" * 10),
        box(b"moov", struct.pack(">I", 500) + b"trak"),
        box(b"moov", box(b"free") * 50_001),
    ],
)
def test_boxes_that_contradict_themselves_are_broken(data):
    with pytest.raises(Broken):
        read(data)


def nested(kinds: list[bytes], many: int) -> bytes:
    inner = box(b"free") if len(kinds) == 1 else nested(kinds[1:], many)
    return box(kinds[0], inner * many)


def test_boxes_in_boxes_are_counted_together():
    kinds = [b"moov", b"trak", b"mdia", b"minf"]
    assert read(nested(kinds, 14)).is_playable is False
    with pytest.raises(Broken):
        read(nested(kinds, 40))


def with_length(name: bytes, scale: int, length: int) -> bytes:
    return box(name, struct.pack(">IIIII", 0, 0, 0, scale, length) + bytes(4))


@pytest.mark.parametrize(
    ("claimed", "counted", "seconds"),
    [(2**31 - 1, 8, 8.0), (8, 2**31 - 1, 8.0), (8, 0, 8.0), (0, 8, 8.0), (0, 0, None)],
)
def test_the_shorter_length_is_believed(claimed, counted, seconds):
    hdlr = box(b"hdlr", bytes(8) + b"vide" + bytes(12))
    mdia = box(b"mdia", with_length(b"mdhd", 1, counted) + hdlr)
    data = box(b"moov", with_length(b"mvhd", 1, claimed) + box(b"trak", mdia))
    assert read(data).seconds == seconds


@pytest.mark.parametrize(
    ("kind", "is_playable"), [(b"tmcd", True), (b"text", False), (b"meta", False)]
)
def test_tracks_that_nobody_sees_are_not_served(kind, is_playable):
    """Drones write where they fly into subtitles, cameras into a track of data."""
    pictures, more = movie(b"avc1"), movie(b"gpmd", kind)
    assert read(box(b"moov", pictures[8:] + more[8:])).is_playable is is_playable
