"""The press kit as ZIP: what is in it, under which names, and the same bytes twice."""

import csv
import tracemalloc
from datetime import timedelta
from io import BytesIO, StringIO
from tempfile import TemporaryFile
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image as Pillow

from assets.describing import describe_jpeg
from assets.xmp import read_xmp
from editorial.changes import change
from press.kit import zip as kit_zip
from press.kit.contents import desk_contents
from press.kit.formats import FORMATS
from press.kit.zip.pictures import list_pictures, write_picture
from press.models import Kit
from tests.factories import CreditFactory, FilmFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db
STILL = "stills/ferry_still_01_nora-brandt.jpg"


@pytest.fixture
def film():
    film = FilmFactory(
        key="ferry", slug_en="ferry", slug_de="faehre", title_en="The Ferry", title_de="Die Fähre",
        logline_en="A ferry sails.", logline_de="Eine Fähre fährt.",
        synopsis_short_en="", synopsis_short_de="", synopsis_medium_en="", synopsis_medium_de="",
        synopsis_long_en="First *she*\n\nwaits.", synopsis_long_de="",
    )  # fmt: skip
    CreditFactory(film=film)
    place(film, make_press_image(caption_en="Dawn", caption_de="=Morgen()"))
    return film


def make_press_image(**facts):
    return make_image(**{"access": "press", "photographer": "Nora Brandt"} | facts)


def contents_of(film, *languages):
    return desk_contents(film.record, languages or ["de", "en"])


def build(film, *languages):
    kit_zip.write(contents_of(film, *languages), out := BytesIO(), lambda percent, step: None)
    return out.getvalue()


def read(film, *languages):
    return ZipFile(BytesIO(build(film, *languages)))


def test_format_is_offered():
    assert FORMATS[Kit.Format.ZIP] is kit_zip


def test_files_are_sorted_under_names_without_spaces(film):
    place(film, make_press_image(colour=(9, 9, 9), photographer="Žan Örn"), "poster")
    place(film, make_press_image(colour=(1, 9, 9), photographer="", copyright="X"), "title_art")
    archive = read(film)
    names = archive.namelist()
    assert names == sorted(names)
    own = [name for name in names if not name.endswith((".docx", ".pdf"))]
    assert own == [
        "README_de.txt", "README_en.txt", "captions.csv", "captions.xlsx",
        "posters/ferry_poster_01_zan-oern_print.jpg", "posters/ferry_poster_01_zan-oern_web.jpg",
        STILL,
        "texts/ferry_logline_de.txt", "texts/ferry_logline_en.txt",
        "texts/ferry_synopsis-long_en.txt", "title-art/ferry_title-art_01.png",
    ]  # fmt: skip
    assert "texts/ferry_press-kit_de-en_draft.pdf" in names
    assert archive.testzip() is None
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.getinfo(STILL).compress_type == ZIP_STORED


def test_two_builds_are_equal_bytes(film):
    assert build(film) == build(film)


def test_target_need_not_be_seekable(film):
    class Pipe(BytesIO):
        def seekable(self):
            return False

        def seek(self, *args):
            raise OSError("a pipe")

        def tell(self):
            raise OSError("a pipe")

    kit_zip.write(contents_of(film), pipe := Pipe(), lambda percent, step: None)
    assert ZipFile(BytesIO(pipe.getvalue())).testzip() is None


def test_captions_stand_in_the_picture_in_both_languages(film):
    archive = read(film)
    opened = Pillow.open(BytesIO(archive.read(STILL)))
    said = read_xmp(opened.info["xmp"])
    assert said.description == {"de": "=Morgen()", "en": "Dawn"}
    assert said.credit == "Nora Brandt"
    assert opened.size == (900, 600)


def test_picture_has_no_position_and_nothing_else_of_the_upload(film):
    picture = list_pictures(contents_of(film))[0]
    with default_storage.open(picture.original) as file:
        original = file.read()
    written = read(film).read(STILL)
    assert written == describe_jpeg(original, picture.words)
    assert dict(Pillow.open(BytesIO(written)).getexif()) == {}
    assert b"GPS" not in written


def test_texts_are_plain_and_only_in_their_own_language(film):
    archive = read(film)
    draft = "Draft, not for publication\n\n"
    assert (
        archive.read("texts/ferry_synopsis-long_en.txt").decode() == f"{draft}First she\n\nwaits.\n"
    )


def test_table_has_no_formulas(film):
    text = read(film).read("captions.csv").decode("utf-8-sig")
    row = list(csv.reader(StringIO(text)))[1]
    assert row[:5] == [STILL, "'=Morgen()", "Dawn", "Nora Brandt", "Nora Brandt"]


def test_workbook_has_texts_alone(film):
    book = ZipFile(BytesIO(read(film).read("captions.xlsx")))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "=Morgen()" in sheet
    assert "<f>" not in sheet


@pytest.mark.parametrize("access", ["internal", "link"])
def test_pictures_that_the_press_may_not_have_stay_out(film, access):
    place(film, make_press_image(colour=(9, 9, 9), access=access))
    assert [one.name for one in list_pictures(contents_of(film))] == [STILL]


def test_pictures_whose_rights_end_meanwhile_stay_out(film):
    image = make_press_image(colour=(9, 9, 9), rights_until=timezone.now() + timedelta(hours=1))
    place(film, image)
    contents = contents_of(film)
    assert len(list_pictures(contents)) == 2
    with change(None, "test"):
        type(image).objects.filter(pk=image.pk).update(rights_until=timezone.now())
    assert [one.name for one in list_pictures(contents)] == [STILL]


def test_public_pictures_come_no_larger_than_everybody_sees_them(film):
    place(film, make_image(access="public", width=2000, height=1000, colour=(9, 9, 9)))
    picture = list_pictures(contents_of(film))[1]
    write_picture(picture, out := BytesIO())
    assert (picture.name, Pillow.open(out).size) == ("stills/ferry_still_02.jpg", (1600, 800))


def test_transparent_upload_becomes_a_jpeg(film):
    place(film, make_press_image(kind="PNG", colour=(9, 9, 9)))
    write_picture(list_pictures(contents_of(film))[1], out := BytesIO())
    assert Pillow.open(out).format == "JPEG"


def test_small_trailer_is_in_the_kit(film):
    video = add_trailer(film)
    stored = read(film).read("trailer/ferry_trailer_01.mp4")
    assert len(stored) == video.size


def peak_of(film) -> int:
    """Peak in bytes while everything is packed but the PDF, which holds its small pictures."""
    listed = kit_zip.list_files(contents_of(film))
    files = {name: write for name, write in listed.items() if not name.endswith(".pdf")}
    with TemporaryFile() as target:
        tracemalloc.start()
        kit_zip.pack(files, target, lambda percent, step: None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_pictures(film):
    add_stills(film, 3)
    peak_of(film)  # loads what is loaded once
    few = peak_of(film)
    add_stills(film, 20)
    many = peak_of(film)
    print(few, many)
    assert many < few * 1.25


def add_stills(film, count):
    for number in range(count):
        colour = (number * 9, count, 50)
        place(film, make_press_image(width=1800, height=1200, colour=colour))
