"""Files of pictures, the lost and broken ones above all."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from assets.renditions import Rendition, widths_for
from press.kit.contents import desk_contents
from press.kit.pdf.pictures import Pictures, is_whole, spans_of
from tests.press.pdf.conftest import read_kit, words_of


def stills(film):
    return desk_contents(film.record, ["en"]).main.film.stills


def renditions(film):
    picture = stills(film)[0].picture
    names = [Rendition(picture.sha256, "jpeg", w).name for w in widths_for(picture.width)]
    return [name for name in names if default_storage.exists(name)]


def lose(name):
    default_storage.delete(name)


def break_off(name):
    with default_storage.open(name, "rb") as file:
        half = file.read()[:-200]
    default_storage.delete(name)
    default_storage.save(name, BytesIO(half))


@pytest.mark.parametrize("spoil", [lose, break_off])
def test_kit_is_built_without_a_picture_that_is_lost_or_broken(film, spoil, caplog):
    sha256 = stills(film)[0].picture.sha256
    for name in renditions(film):
        spoil(name)
    words = words_of(read_kit(film))
    assert "The Ferry" in words
    assert "Dawn" not in words
    assert {record.getMessage() for record in caplog.records} == {
        f"No file of the picture “A ferry at dawn” ({sha256}) can be read."
    }


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_file_is_whole_until_a_byte_of_its_end_is_missing(kind):
    Pillow.linear_gradient("L").save(out := BytesIO(), kind)
    content = out.getvalue()
    assert [is_whole(content), is_whole(content[:-1]), is_whole(b"")] == [True, False, False]


def test_caption_that_looks_like_a_list_keeps_its_words():
    assert spans_of("1. May") == [{"text": "1. May", "marks": [], "url": ""}]
    assert spans_of("") == []


def test_picture_is_no_larger_than_its_place_before_the_worker_has_made_its_sizes(film):
    picture = stills(film)[0].picture
    widest = Rendition(picture.sha256, "jpeg", picture.width).name
    for name in renditions(film):
        if name != widest:
            lose(name)
    taken = Pictures()
    found = taken.take_plain(picture, 50, "")
    with Pillow.open(BytesIO(taken.files[found["file"]])) as image:
        assert image.width == next(w for w in widths_for(picture.width) if w >= 50 / 25.4 * 200)
        assert image.width < picture.width
