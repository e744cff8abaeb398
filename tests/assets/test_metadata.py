"""What is read from a file: XMP first, then IPTC, then EXIF; what is broken says nothing."""

import pytest

from assets.metadata import FileWords, owner_of, read_words
from tests.assets.drawing import encoded, photo_with_secrets
from tests.assets.tagging import CREATOR, PEOPLE, RIGHTS, captions, exif, packet, photo, with_iptc

UMLAUTS = "Fähre, Öresund"


def jpeg(**options) -> bytes:
    return encoded("JPEG", **options)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "AVIF"])
def test_xmp_is_read_from_every_format_that_has_it(kind):
    assert read_words(photo(kind)) == FileWords(
        captions={"en": "The last ferry", "de": "Die letzte Fähre"},
        photographer="Ada Lindqvist",
        copyright="2011 Nord Film",
        credit_line="Nord Film / Ada Lindqvist",
        taken_on="2011-05-04",
        people=("Boris Berg", "Carla Çelik"),
    )


def test_regions_of_a_language_count_as_the_language():
    words = read_words(jpeg(xmp=packet(captions(x_default="A", en_US="A", de_AT="B"))))
    assert words.captions == {"en": "A", "de": "B"}


def test_caption_without_a_language_says_so():
    words = read_words(jpeg(xmp=packet(captions(x_default="Quiet water"))))
    assert words.captions == {"": "Quiet water"}


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [(b"\x1b%G", "utf-8"), (b"\x1b.A", "latin-1"), (None, "utf-8"), (None, "latin-1")],
)
def test_iptc_is_read_in_its_character_set(charset, encoding):
    declared = {(1, 90): charset} if charset else {}
    texts = {(2, 120): UMLAUTS, (2, 80): "Jörg Öz", (2, 116): "© Müller", (2, 110): "Nord"}
    records = {tag: text.encode(encoding) for tag, text in texts.items()}
    words = read_words(with_iptc(declared | records | {(2, 55): b"20110504"}))
    assert words == FileWords(
        captions={"": UMLAUTS}, photographer="Jörg Öz", copyright="Müller", credit_line="Nord",
        taken_on="2011-05-04",
    )  # fmt: skip


def test_latin_1_that_happens_to_be_utf_8_is_read_as_declared():
    words = read_words(with_iptc({(1, 90): b"\x1b.A", (2, 80): "Ã¤".encode("latin-1")}))
    assert words.photographer == "Ã¤"


def test_exif_fills_what_the_others_leave_open():
    tags = exif(Artist="Boris", Copyright="(c) Süd Film", ImageDescription="Ein Hafen")
    words = read_words(with_iptc({(2, 80): b"Ada"}, jpeg(exif=tags)))
    assert (words.photographer, words.copyright) == ("Ada", "Süd Film")
    assert words.captions == {"": "Ein Hafen"}


@pytest.mark.parametrize(
    "text", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM100", "  ", "DSC_0815"]
)
def test_what_a_camera_writes_by_itself_is_no_caption(text):
    assert read_words(jpeg(exif=exif(ImageDescription=text))).captions == {}


@pytest.mark.parametrize(
    ("notice", "owner"),
    [("© 2011 Nord Film", "2011 Nord Film"), ("Copyright (c) Nord", "Nord"), ("Nord", "Nord"),
     ("copyrighted by all", "copyrighted by all"), ("©", "")],
)  # fmt: skip
def test_owner_stands_without_the_sign(notice, owner):
    assert owner_of(notice) == owner


BOMB = b'<!DOCTYPE r [<!ENTITY a "' + b"x" * 1000 + b'">]>' + packet(captions(en="&a;" * 1000))
OUTSIDE = b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + packet(captions(en="&a;"))


@pytest.mark.parametrize(
    "xmp",
    [BOMB, OUTSIDE, b"<x:xmpmeta", b"\xff\xfe<\0x\0", b"<a>" * 15_000, packet(captions(en="&b;")),
     packet().decode().encode("utf-16")],
    ids=["bomb", "outside", "torn", "utf-16", "deep", "unknown entity", "utf-16 packet"],
)  # fmt: skip
def test_xmp_that_is_broken_or_hostile_says_nothing(xmp):
    assert read_words(jpeg(xmp=xmp)) == FileWords()


@pytest.mark.parametrize("length", range(0, 400, 37))
def test_torn_iptc_does_not_raise(length):
    whole = with_iptc({(2, 80): b"Ada", (2, 120): b"A ferry"})
    torn = bytearray(whole)
    torn[10 + length % 60] ^= 0xFF
    assert isinstance(read_words(bytes(torn)), FileWords)


def test_no_picture_says_nothing():
    assert read_words(b"no picture") == FileWords()


def test_texts_are_one_line_of_visible_characters_and_end_somewhere():
    text = "A\tferry\u202e\u0007 " + "x" * 600
    words = read_words(jpeg(xmp=packet(captions(en=text.replace("\u0007", "")))))
    assert words.captions["en"][:12] == "A ferry xxxx"
    assert len(words.captions["en"]) == 500


def test_markup_in_a_description_stays_text():
    assert read_words(photo_with_secrets()).captions == {"": "<script>alert(1)</script>"}


def test_all_properties_of_the_packet_are_read_together():
    words = read_words(jpeg(xmp=packet(captions(de="B"), CREATOR, RIGHTS, PEOPLE)))
    assert words.people == ("Boris Berg", "Carla Çelik")
