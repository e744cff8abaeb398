"""Positions out of files: the pixels stay, and nothing that is public ever had one."""

import pytest
from django.core.files.storage import default_storage
from PIL import ExifTags

from assets.accepting import accept_image
from assets.cleaning import NoJpeg, without_location
from assets.making import make_base, make_renditions, store_original
from assets.metadata import read_words
from tests.assets.drawing import decoded, encoded
from tests.assets.tagging import exif, photo

# Latitude and longitude as EXIF writes them: three fractions, in either order of bytes.
SECRETS = (b"GPS", b"52,31.2N", b"13,24.5E", b"Kiel, Holtenau")


def position_of(data: bytes) -> dict:
    return decoded(data).getexif().get_ifd(ExifTags.IFD.GPSInfo)


def test_position_goes_and_everything_else_stays():
    before = photo(Artist="Ada", maker_note=b"")
    after = without_location(before)
    assert position_of(before) != {}
    assert position_of(after) == {}
    assert [secret for secret in SECRETS if secret in after] == []
    assert decoded(after).tobytes() == decoded(before).tobytes()
    assert read_words(after) == read_words(before)
    assert decoded(after).getexif()[ExifTags.Base.Artist] == "Ada"


def test_bytes_of_the_position_are_overwritten():
    before = encoded("JPEG", exif=exif())
    tiff = before[before.index(b"Exif\0\0") + 6 :]
    fraction = (tiff[:4] == b"II*\0" and (52).to_bytes(4, "little")) or (52).to_bytes(4, "big")
    assert fraction in before[:400]
    assert fraction not in without_location(before)[:400]


def test_maker_s_note_goes_with_the_place_it_may_name():
    before = encoded("JPEG", exif=exif(maker_note=b"Panasonic\0Kiel, Holtenau"))
    after = without_location(before)
    assert (b"Holtenau" in before, b"Holtenau" in after) == (True, False)
    assert position_of(after) == {}


def test_what_follows_the_end_goes():
    phone = encoded("JPEG") + b"MotionPhoto" + photo()
    assert without_location(phone) == encoded("JPEG")


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 1}, {}])
def test_every_kind_of_scan_is_followed(options):
    data = encoded("JPEG", exif=exif(), **options)
    assert decoded(without_location(data)).tobytes() == decoded(data).tobytes()


def test_cleaning_twice_changes_nothing():
    once = without_location(photo())
    assert without_location(once) == once


def test_unreadable_blocks_are_left_out():
    data = encoded("JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff", xmp=b"<x GPS='1'")
    assert b"GPS" not in without_location(data)


@pytest.mark.parametrize("data", [encoded("PNG"), b"", b"\xff\xd8", encoded("JPEG")[:40]])
def test_what_is_no_whole_jpeg_is_refused(data):
    with pytest.raises(NoJpeg):
        without_location(data)


def public_files(folder: str = "") -> list[str]:
    folders, files = default_storage.listdir(folder)
    inner = [name for name in folders if (folder, name) != ("", "originals")]
    found = [f"{folder}/{name}".lstrip("/") for name in files]
    return found + [file for name in inner for file in public_files(f"{folder}/{name}".lstrip("/"))]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "AVIF"])
def test_no_public_file_knows_where_the_picture_was_taken(kind):
    accepted = accept_image(photo(kind, size=(700, 500)), f"still.{kind.lower()}")
    assert position_of(accepted.data) != {}
    store_original(accepted, default_storage)
    make_base(accepted, default_storage)
    make_renditions(accepted.sha256, accepted.data, default_storage)
    files = public_files()
    assert len(files) == 9
    for name in files:
        data = default_storage.open(name).read()
        assert dict(decoded(data).getexif()) == {}
        assert [word for word in (*SECRETS, b"Exif", b"xmpmeta") if word in data] == []
