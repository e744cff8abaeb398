"""Words into a JPEG: its own, in every language, and nothing that was there before."""

import json
from io import BytesIO

import pytest
from PIL import ExifTags, Image
from PIL.IptcImagePlugin import getiptcinfo

from assets.describing import describe_jpeg
from assets.metadata import BYLINE, CAPTION, CREDIT, read_words
from assets.saying import MAX_PACKET, Description, make_xmp
from assets.segments import NoJpeg
from assets.xmp import parse, read_xmp
from tests.assets.drawing import decoded, encoded, lying_photo, photo_with_secrets
from tests.assets.tagging import PRIVATE, exif, photo, private_photo, with_iptc
from tests.programs import run

WORDS = Description(
    title="Die Fähre",
    captions={"de": "Die Fähre legt ab", "en": "The ferry leaves"},
    credit="Nora Brandt, © Nord Film",
    creator="Nora Brandt",
    rights={"de": "© Nord Film", "en": "© Nord Film"},
    usage_terms={"de": "Nur mit Nennung", "en": "With credit only"},
)
SECRETS = (b"GPS", b"52,31.2N", b"Kiel", b"Old caption", b"Nordkamera", b"<script", b"PK\x03\x04")


def languages_of(data: bytes, name: str) -> list[tuple[str, str]]:
    root = parse(decoded(data).info["xmp"])
    tag = next(element for element in root.iter() if element.tag.endswith("}" + name))
    return [
        (one.get("{http://www.w3.org/XML/1998/namespace}lang"), one.text)
        for one in tag.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    ]


def test_words_stand_in_every_language_with_the_default_first():
    data = describe_jpeg(encoded("JPEG"), WORDS)
    assert languages_of(data, "description") == [
        ("x-default", "Die Fähre legt ab"),
        ("de", "Die Fähre legt ab"),
        ("en", "The ferry leaves"),
    ]
    assert languages_of(data, "UsageTerms") == [
        ("x-default", "Nur mit Nennung"),
        ("de", "Nur mit Nennung"),
        ("en", "With credit only"),
    ]
    assert languages_of(data, "title") == [("x-default", "Die Fähre")]
    found = read_words(data)
    assert (found.photographer, found.credit_line, found.copyright) == (
        "Nora Brandt", "Nora Brandt, © Nord Film", "Nord Film",
    )  # fmt: skip


def test_older_programs_read_the_words_in_the_leading_language():
    found = getiptcinfo(Image.open(BytesIO(describe_jpeg(encoded("JPEG"), WORDS))))
    assert found[(1, 90)] == b"\x1b%G"
    assert found[CAPTION].decode() == "Die Fähre legt ab"
    assert found[BYLINE].decode() == "Nora Brandt"
    assert found[CREDIT].decode() == "Nora Brandt, © Nord Film"


def test_nothing_of_what_the_file_said_stays():
    tagged = with_iptc({(2, 120): b"Old caption", (2, 90): b"Kiel"}, photo(Artist="Ada"))
    for data in (tagged, photo_with_secrets()):
        after = describe_jpeg(data, WORDS)
        assert [secret for secret in SECRETS if secret in data] != []
        assert [secret for secret in SECRETS if secret in after] == []
        assert dict(decoded(after).getexif()) == {}


def test_camera_thumbnail_and_history_of_edits_go():
    before = private_photo()
    after = describe_jpeg(before, WORDS)
    assert [secret for secret in PRIVATE if secret not in before] == []
    assert [secret for secret in PRIVATE if secret in after] == []
    assert (before.count(b"\xff\xd8"), after.count(b"\xff\xd8")) == (2, 1)
    assert decoded(after).tobytes() == decoded(before).tobytes()


def test_thumbnails_go_with_their_segments():
    thumbnail = encoded("JPEG", Image.new("RGB", (8, 8)))
    plain = encoded("JPEG")
    size = (len(thumbnail) + 8).to_bytes(2, "big")
    data = plain[:2] + b"\xff\xe1" + size + b"Exif\0\0" + thumbnail + plain[2:]
    after = describe_jpeg(data, WORDS)
    assert (data.count(b"\xff\xd8"), after.count(b"\xff\xd8")) == (2, 1)


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 1}, {}])
def test_pixels_stay(options):
    data = encoded("JPEG", exif=exif(), **options)
    assert decoded(describe_jpeg(data, WORDS)).tobytes() == decoded(data).tobytes()


def test_colours_of_print_stay():
    data = encoded("JPEG", Image.new("CMYK", (16, 16), (200, 10, 90, 30)), icc_profile=b"x" * 200)
    after = decoded(describe_jpeg(data, WORDS))
    assert after.mode == "CMYK"
    assert after.tobytes() == decoded(data).tobytes()
    assert after.info["icc_profile"] == b"x" * 200


def test_which_side_is_up_stays():
    after = decoded(describe_jpeg(lying_photo(), WORDS))
    assert dict(after.getexif()) == {ExifTags.Base.Orientation: 6}


def test_equal_pictures_and_words_are_equal_bytes_and_once_is_enough():
    once = describe_jpeg(photo(), WORDS)
    assert describe_jpeg(photo(), WORDS) == once
    assert describe_jpeg(once, WORDS) == once


def test_markup_and_control_characters_are_text():
    hostile = "</rdf:li>]]><?xpacket end='w'?><!-- & \x00\x1b\x0b\ud800\ufffe\u202e \"x\""
    data = describe_jpeg(encoded("JPEG"), Description(captions={"en": hostile}, creator=hostile))
    shown = "</rdf:li>]]><?xpacket end='w'?><!-- & \"x\""
    assert read_xmp(decoded(data).info["xmp"]).description == {"en": shown}
    assert read_words(data).photographer == shown


@pytest.mark.parametrize("text", ["&" * 70_000, "雪" * 70_000])
def test_texts_that_do_not_fit_are_cut(text):
    many = {f"x{number}": text for number in range(12)}
    words = Description(title=text, captions=many, credit=text, creator=text, rights=many)
    packet = make_xmp(words)
    assert len(packet) <= MAX_PACKET
    shown = read_xmp(packet).description
    assert len(shown) == 12
    assert shown["x3"] == text[: len(shown["x3"]) - 1] + "…"
    assert decoded(describe_jpeg(encoded("JPEG"), words)).size == (64, 48)


@pytest.mark.parametrize("data", [encoded("PNG"), b"", b"\xff\xd8", encoded("JPEG")[:40]])
def test_what_is_no_whole_jpeg_is_refused(data):
    with pytest.raises(NoJpeg):
        describe_jpeg(data, WORDS)


def test_exiftool_reads_both_languages_and_both_standards(tmp_path):
    path = tmp_path / "still.jpg"
    path.write_bytes(describe_jpeg(private_photo(), WORDS))
    said = json.loads(run("exiftool", "-j", "-G1", "-validate", "-all", path).stdout)[0]
    assert said["ExifTool:Validate"] == "OK"
    expected = {
        "XMP-dc:Description": "Die Fähre legt ab",
        "XMP-dc:Description-de": "Die Fähre legt ab",
        "XMP-dc:Description-en": "The ferry leaves",
        "XMP-dc:Creator": "Nora Brandt",
        "XMP-dc:Rights": "© Nord Film",
        "XMP-photoshop:Credit": "Nora Brandt, © Nord Film",
        "XMP-xmpRights:UsageTerms-en": "With credit only",
        "IPTC:Caption-Abstract": "Die Fähre legt ab",
        "IPTC:By-line": "Nora Brandt",
        "IPTC:CopyrightNotice": "© Nord Film",
        "IPTC:SpecialInstructions": "Nur mit Nennung",
    }
    assert {name: said.get(name) for name in expected} == expected
    assert [name for name in said if name.startswith(("GPS", "ExifIFD", "IFD", "Maker"))] == []
