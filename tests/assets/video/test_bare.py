"""Copies of videos that say nothing about camera and place."""

import json
import struct
import subprocess
from io import BytesIO

import pytest
from django.core.files.storage import default_storage

from assets.video import bare
from assets.video.bare import BareVideo, drop_bare, keep_bare
from tests.assets.video.clips import clip, needs_ffmpeg
from tests.bad_input.video import box, movie, small_video

SECRET = b"+48.1374+011.5755/ Ada's phone"
LEFT_OUT = [b"udta", b"meta", b"uuid", b"free", b"skip", b"sefd"]


def bare_of(data: bytes) -> bytes:
    return BareVideo(BytesIO(data)).read()


def inside(parents: list[bytes], data: bytes, added: bytes) -> bytes:
    """Put a box at the end of the first box of each name."""
    if not parents:
        return data + added
    at = data.index(parents[0])
    size = struct.unpack(">I", data[at - 4 : at])[0]
    content = inside(parents[1:], data[at + 4 : at - 4 + size], added)
    return data[: at - 4] + box(parents[0], content) + data[at - 4 + size :]


@pytest.mark.parametrize("kind", LEFT_OUT)
@pytest.mark.parametrize(
    "parents",
    [[], [b"moov"], [b"moov", b"trak"], [b"moov", b"trak", b"mdia"],
     [b"moov", b"trak", b"mdia", b"minf"], [b"moov", b"trak", b"mdia", b"minf", b"stbl"]],
)  # fmt: skip
def test_what_the_camera_wrote_becomes_empty_space(kind, parents):
    data = inside(parents, small_video(), box(kind, SECRET))
    empty = inside(parents, small_video(), box(b"free", bytes(len(SECRET))))
    assert bare_of(data) == bare_of(empty)
    assert SECRET in data and SECRET not in bare_of(data)


def test_a_box_with_a_long_size_keeps_it():
    long = struct.pack(">I4sQ", 1, b"uuid", 16 + len(SECRET)) + SECRET
    empty = struct.pack(">I4sQ", 1, b"free", 16 + len(SECRET)) + bytes(len(SECRET))
    assert bare_of(small_video() + long) == bare_of(small_video()) + empty


def test_dates_and_names_of_tracks_become_zeros():
    plain = movie()
    dated = plain.replace(b"mvhd" + bytes(12), b"mvhd" + bytes(4) + b"\xe0\x01\x02\x03" * 2)
    assert dated != plain
    assert bare_of(dated) == plain
    hdlr = box(b"hdlr", bytes(8) + b"vide" + bytes(12) + b"Ada's phone\0")
    with_name = box(b"moov", box(b"trak", box(b"mdia", hdlr)))
    assert bare_of(with_name) == with_name.replace(b"Ada's phone", bytes(11))


def test_pictures_are_not_touched():
    data = small_video()[:-5000] + SECRET * 100
    data = data[: data.index(b"mdat") - 4] + box(b"mdat", SECRET * 100)
    assert bare_of(data) == data


@pytest.mark.parametrize("length", [1, 3, 7, 64])
def test_it_may_be_read_in_pieces_of_any_length(length):
    data = inside([b"moov"], small_video(), box(b"udta", SECRET)) + box(b"uuid", SECRET)
    stream = BareVideo(BytesIO(data))
    pieces = []
    while piece := stream.read(length):
        pieces.append(piece)
    assert b"".join(pieces) == bare_of(data)
    stream.seek(len(data) - 10)
    assert stream.read() == bytes(10)


@needs_ffmpeg
def test_a_copy_plays_like_its_original():
    extra = ("-metadata", "comment=+48.1374+011.5755/", "-metadata", "title=Ada's phone",
             "-metadata", "creation_time=2026-05-04T10:00:00Z")  # fmt: skip
    data = clip(extra=extra)
    made = bare_of(data)
    assert (b"+48.1374" in data, b"Ada's phone" in data) == (True, True)
    assert (len(made), b"+48.1374" in made, b"Ada's phone" in made) == (len(data), False, False)
    assert pictures_of(made) == pictures_of(data)
    assert tags_of(data)["creation_time"].startswith("2026-05-04")
    assert tags_of(made).keys() <= {"major_brand", "minor_version", "compatible_brands"}


def pictures_of(data: bytes) -> bytes:
    command = ["ffmpeg", "-v", "error", "-xerror", "-i", "-", "-f", "framemd5", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def tags_of(data: bytes) -> dict[str, str]:
    command = ["ffprobe", "-v", "error", "-show_format", "-of", "json", "-"]
    found = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    return json.loads(found)["format"]["tags"]


def test_the_copy_lies_beside_the_original(tmp_path):
    sha256 = "ab" * 32
    data = inside([b"moov"], small_video(), box(b"udta", SECRET))
    default_storage.save(f"videos/ab/{sha256}.m4v", BytesIO(data))
    keep_bare(sha256, "m4v")
    with default_storage.open(f"videos/ab/{sha256}-bare.mp4") as made:
        assert made.read() == bare_of(data)
    with default_storage.open(f"videos/ab/{sha256}.m4v") as original:
        assert original.read() == data
    drop_bare(sha256)
    assert not default_storage.exists(f"videos/ab/{sha256}-bare.mp4")


def test_nothing_kept_is_also_left_out():
    assert not set(LEFT_OUT) & set().union(*bare.KEPT.values())
