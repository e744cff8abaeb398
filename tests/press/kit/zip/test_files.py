"""The press kit as ZIP: what is in it, under which names, and the same bytes twice."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from assets.video.prepared import video_of
from editorial.changes import change
from pages.models import Profile
from press.kit import zip as kit_zip
from press.kit.formats import FORMATS
from press.kit.zip import trailers
from press.kit.zip.texts import DOCUMENTS
from press.models import Kit
from tests.factories import add_trailer, place
from tests.press.kit.zip.making import (
    STILL,
    build,
    contents_of,
    make_film,
    make_press_image,
    read,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_film()


def test_format_is_offered():
    assert FORMATS[Kit.Format.ZIP] is kit_zip


def test_version_changes_with_those_of_the_documents_in_it():
    versions = (FORMATS[format].VERSION for format in DOCUMENTS)
    assert [version for version in versions if f"/{version}" not in kit_zip.VERSION] == []


def test_names_are_ascii_without_spaces_in_folders(film):
    place(film, make_press_image(colour=(9, 9, 9), photographer="Žan Örn"), "poster")
    place(film, make_press_image(colour=(1, 9, 9), photographer="", copyright="X"), "title_art")
    archive = ZipFile(BytesIO(build(film)))
    assert archive.namelist() == [
        "posters/ferry_poster_01_zan-oern_print.jpg", "posters/ferry_poster_01_zan-oern_web.jpg",
        STILL,
        "texts/ferry_data-sheet_de-en_draft.csv", "texts/ferry_data-sheet_de-en_draft.docx",
        "texts/ferry_logline_de.txt", "texts/ferry_logline_en.txt",
        "texts/ferry_press-kit_de-en_draft.docx", "texts/ferry_press-kit_de-en_draft.pdf",
        "texts/ferry_synopsis-long_en.txt", "title-art/ferry_title-art_01.png",
        "captions.csv", "captions.xlsx", "README.txt",
    ]  # fmt: skip
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


def test_texts_are_plain_and_only_in_their_own_language(film):
    archive = read(film)
    draft = "Draft, not for publication\n\n"
    assert (
        archive.read("texts/ferry_synopsis-long_en.txt").decode() == f"{draft}First she\n\nwaits.\n"
    )


def test_small_trailer_is_in_the_kit(film):
    video = add_trailer(film)
    stored = read(film).read("trailer/ferry_trailer_01.mp4")
    assert len(stored) == video.size


def test_large_trailer_is_named_by_its_address(film, monkeypatch, settings):
    monkeypatch.setattr(trailers, "MAX_BYTES", 1000)
    video = add_trailer(film)
    told = read(film).read("trailer/ferry_trailer_01.txt").decode()
    assert told == f"Trailer\n{settings.SITE_URL}{video_of(video).url}\n"


def test_readme_says_everything_in_both_languages(film):
    with change(None, "test"):
        Profile.objects.create(
            name="Nord Film", email="press@nord.example", press_terms_de="Frei *mit* Nennung."
        )
    parts = read(film).read("README.txt").decode().split("-" * 72)
    assert len(parts) == 2
    german, english = ([line for line in part.splitlines() if line] for part in parts)
    assert german[0] == "Entwurf, nicht zur Veröffentlichung"
    assert german[1] == "Die Fähre – Presseheft"
    assert german[4:] == [
        "Inhalt", "------",
        "texts/        das Presseheft als Dokument und alle Texte zum Kopieren",
        "stills/       Szenenbilder aus dem Film",
        "captions.*    Bildunterschriften und Bildnachweise aller Bilder; "
        "sie stehen auch in den Bilddateien selbst",
        "Nutzungsbedingungen", "-------------------", "Frei mit Nennung.",
        "Kontakte", "--------", "Nord Film · press@nord.example",
        "Alles online, immer aktuell", "---------------------------",
        "http://localhost:8000/de/faehre/press/",
    ]  # fmt: skip
    assert english[1] == "The Ferry – press kit"
    assert "Frei mit Nennung." in english  # the house's own terms, even in the other language
