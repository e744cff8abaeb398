"""Words into a PNG: its own, in every language, and nothing that was there before."""

import json

import pytest
from PIL import Image

from assets.describing_png import NoPng, describe_png
from assets.metadata import read_words
from assets.saying import Description
from assets.xmp import read_xmp
from tests.assets.drawing import decoded, encoded, png_chunk
from tests.assets.tagging import PRIVATE, photo, private_photo
from tests.programs import run

WORDS = Description(
    title="Die Fähre",
    captions={"de": "Titel <der> Fähre", "en": "Title of the ferry"},
    credit="© Nord Film",
    rights={"de": "© Nord Film", "en": "© Nord Film"},
    usage_terms={"de": "Nur mit Nennung", "en": "With credit only"},
)


def test_words_stand_in_every_language():
    said = read_xmp(decoded(describe_png(encoded("PNG"), WORDS)).info["xmp"])
    assert said.description == {"de": "Titel <der> Fähre", "en": "Title of the ferry"}
    assert said.credit == "© Nord Film"
    assert read_words(describe_png(encoded("PNG"), WORDS)).copyright == "Nord Film"


@pytest.mark.parametrize("before", [photo("PNG"), private_photo("PNG")], ids=["words", "camera"])
def test_nothing_of_what_the_file_said_stays(before):
    told = png_chunk(b"tEXt", b"Software\0Holtenau Paint") + png_chunk(b"tIME", bytes(7))
    before = before[:33] + told + before[33:] + b"Holtenau behind the end"
    after = describe_png(before, WORDS)
    secrets = (*PRIVATE, b"ferry</", b"Ada Lindqvist", b"Holtenau", b"tIME")
    assert [secret for secret in secrets if secret in before] != []
    assert b"Ada Lindqvist" not in after
    assert [secret for secret in (*PRIVATE, b"Holtenau", b"tIME") if secret in after] == []
    assert decoded(after).tobytes() == decoded(before).tobytes()
    assert dict(decoded(after).getexif()) == {}


def test_colours_and_what_shines_through_stay():
    image = Image.new("RGBA", (16, 16), (200, 10, 90, 30))
    data = encoded("PNG", image, icc_profile=b"x" * 200)
    after = decoded(describe_png(data, WORDS))
    assert (after.mode, after.tobytes()) == ("RGBA", image.tobytes())
    assert after.info["icc_profile"] == b"x" * 200


def test_equal_pictures_and_words_are_equal_bytes_and_once_is_enough():
    once = describe_png(encoded("PNG"), WORDS)
    assert describe_png(once, WORDS) == once


@pytest.mark.parametrize("data", [encoded("JPEG"), b"", encoded("PNG")[:8], encoded("PNG")[:60]])
def test_what_is_no_whole_png_is_refused(data):
    with pytest.raises(NoPng):
        describe_png(data, WORDS)


def test_exiftool_reads_both_languages(tmp_path):
    path = tmp_path / "title.png"
    path.write_bytes(describe_png(encoded("PNG"), WORDS))
    said = json.loads(run("exiftool", "-j", "-G1", "-validate", "-all", path).stdout)[0]
    assert said["ExifTool:Validate"] == "OK"
    assert said["XMP-dc:Description"] == "Titel <der> Fähre"
    assert said["XMP-dc:Description-en"] == "Title of the ferry"
    assert said["XMP-xmpRights:UsageTerms-de"] == "Nur mit Nennung"
