"""A file that is lost or broken is missed in the README, and keeps nobody from the others."""

import errno
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from press.kit.zip.packing import add_file
from press.kit.zip.pictures import list_pictures
from tests.factories import add_trailer, place
from tests.press.kit.zip.making import STILL, contents_of, make_film, make_press_image, pack

pytestmark = pytest.mark.django_db
LOST = "stills/ferry_still_02_nora-brandt.jpg"
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run\n%%EOF\n"


@pytest.fixture
def film():
    film = make_film()
    place(film, make_press_image(colour=(9, 9, 9)))
    return film


def replace_original(contents, data: bytes | None) -> None:
    """Let the second still's file hold something else, or be gone."""
    name = list_pictures(contents)[1].original
    default_storage.delete(name)
    if data is not None:
        default_storage.save(name, ContentFile(data))


def whole_still(contents) -> bytes:
    with default_storage.open(list_pictures(contents)[1].original) as file:
        return file.read()


@pytest.mark.parametrize("data", [None, b"", EPS, b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_kit_is_made_and_names_what_it_lacks(film, data):
    contents = contents_of(film)
    replace_original(contents, data)
    archive, lost = pack(contents)
    assert lost == (LOST,)
    assert archive.testzip() is None
    assert [name for name in archive.namelist() if name.startswith("stills/")] == [STILL]
    german, english = archive.read("README.txt").decode().split("-" * 72)
    assert f"Bitte fragen Sie uns danach:\n- {LOST}\n" in german
    assert f"Please ask us for it:\n- {LOST}\n" in english
    assert LOST not in archive.read("captions.csv").decode()


def test_broken_file_that_has_to_be_drawn_is_missed(film):
    contents = contents_of(film)
    place(film, make_press_image(colour=(3, 9, 9), kind="PNG"))
    contents = contents_of(film)
    broken = list_pictures(contents)[2].original
    with default_storage.open(broken) as file:
        half = file.read()[:300]
    default_storage.delete(broken)
    default_storage.save(broken, ContentFile(half))
    assert pack(contents)[1] == ("stills/ferry_still_03_nora-brandt.jpg",)


def test_kit_without_a_loss_says_nothing_of_it(film):
    archive, lost = pack(contents_of(film))
    assert lost == ()
    assert "What is missing" not in archive.read("README.txt").decode()


def test_lost_trailer_is_missed(film):
    add_trailer(film)
    contents = contents_of(film)
    trailer = contents.main.film.trailers[0]
    default_storage.delete(trailer.url.removeprefix(default_storage.url("")))
    assert pack(contents)[1] == ("trailer/ferry_trailer_01.mp4",)


def test_upload_that_only_calls_itself_jpeg_is_drawn(film):
    contents = contents_of(film)
    Pillow.open(BytesIO(whole_still(contents))).save(png := BytesIO(), "PNG")
    replace_original(contents, png.getvalue())
    archive, lost = pack(contents)
    assert lost == ()
    assert Pillow.open(BytesIO(archive.read(LOST))).format == "JPEG"


def test_full_disk_is_no_loss(film):
    def write(target):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        add_file(None, "x.txt", write)
