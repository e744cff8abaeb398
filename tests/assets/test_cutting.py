"""Crops as files: cut where the focal point is, upright, in sRGB, and nothing but pixels."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import ExifTags, Image, ImageCms

from assets import making
from assets.accepting import accept_image
from assets.cutting import crop_names, make_crops
from assets.making import encode
from assets.naming import crop_name_of
from assets.specs import AVIF, CROP_BY_NAME, CROPS
from tests.assets import drawing
from tests.assets.tagging import photo
from tests.stored import read

LIGHT, RED = (240, 224, 208), (160, 24, 24)


def cut(data, name="still.jpg", focal=(50, 50)):
    """Make all crops; return their pictures by crop and width, and the tone."""
    accepted = accept_image(data, name)
    names, tone = make_crops(accepted.sha256, accepted.data, focal, default_storage)
    full = (accepted.width, accepted.height)
    assert sorted(names) == sorted(crop_names(accepted.sha256, full, focal))
    return {name: read(name) for name in names}, tone


def one(files, crop, extension="jpg"):
    """The widest file of a crop."""
    code = CROP_BY_NAME[crop].code
    found = {n: f for n, f in files.items() if f"-{code}" in n and n.endswith(extension)}
    return drawing.decoded(found[max(found, key=lambda n: int(n.split("-")[2]))]).convert("RGB")


def is_near(found, expected, tolerance=14):
    return all(abs(a - b) <= tolerance for a, b in zip(found, expected, strict=True))


def still(size=(900, 500), **options):
    return drawing.encoded("JPEG", drawing.draw(size=size), **options)


def test_every_crop_has_its_shape_and_its_widths():
    files, _tone = cut(still())
    sizes = {}
    for name, data in files.items():
        sizes.setdefault(name.rpartition("-")[0].split("-")[3][0], set()).add(
            drawing.decoded(data).size
        )
    assert sizes == {
        "t": {(320, 213), (480, 320), (720, 480), (750, 500)},
        "h": {(889, 500)},
        "p": {(240, 300), (400, 500)},
        "s": {(160, 160), (320, 320), (500, 500)},
        "c": {(900, 472)},
    }


def test_crop_shows_what_the_focal_point_is_on():
    left = one(cut(still(), focal=(0, 50))[0], "square")
    right = one(cut(still(), focal=(100, 50))[0], "square")
    # The left half of the drawing is light: 450 of 900 pixels, 450 of the 500 of the crop.
    assert is_near(left.getpixel((200, 250)), LIGHT)
    assert is_near(right.getpixel((300, 250)), RED)
    assert is_near(right.getpixel((10, 250)), LIGHT)


def test_other_focal_point_is_another_file():
    assert not set(cut(still())[0]) & set(cut(still(), focal=(51, 50))[0])


def test_nothing_of_the_file_but_its_pixels_gets_into_crops():
    for data in (photo("JPEG", size=(700, 500)), photo("PNG", size=(700, 500))):
        name = "still.png" if data.startswith(b"\x89PNG") else "still.jpg"
        for content in cut(data, name)[0].values():
            image = drawing.decoded(content)
            assert dict(image.getexif()) == {}
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
            assert [word for word in (b"GPS", b"xmpmeta", b"Kiel") if word in content] == []


def test_lying_photo_is_cut_as_it_is_looked_at():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    # Stored lying, looked at upright: the light half is on top.
    files, _tone = cut(still(size=(900, 500), exif=exif), focal=(50, 0))
    assert is_near(one(files, "square").getpixel((250, 200)), LIGHT)
    assert {name.split("-")[3][0] for name in files} == {"p", "s"}


def test_profile_is_applied_to_crops():
    image = Image.new("RGB", (400, 300), (90, 120, 200))
    lab = image.convert("RGB")
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    files, _tone = cut(drawing.encoded("PNG", lab, icc_profile=linear), "still.png")
    assert is_near(one(files, "square").getpixel((9, 9)), (90, 120, 200))
    for content in files.values():
        assert "icc_profile" not in drawing.decoded(content).info


def test_what_exists_is_not_cut_again(monkeypatch):
    first = cut(still())
    monkeypatch.setattr(making, "encode", None)
    assert cut(still()) == first


def test_phones_never_get_a_heavy_portrait():
    noise = Image.effect_noise((1000, 1250), 60).convert("RGB")
    heavy, light = encode(noise, AVIF), encode(noise, AVIF, most_bytes=60_000)
    assert len(light) < len(heavy) * 0.7
    smooth = drawing.draw(size=(1000, 1250))
    assert encode(smooth, AVIF, most_bytes=60_000) == encode(smooth, AVIF)


def test_small_picture_is_cut_without_being_blown_up():
    files, _tone = cut(drawing.encoded("PNG", drawing.draw(size=(64, 48))), "a.png")
    widths = {name.split("-")[3][0]: drawing.decoded(f).size for name, f in files.items()}
    assert widths == {"h": (64, 36), "p": (38, 48), "s": (48, 48), "c": (64, 34)} | {"t": (64, 43)}


@pytest.mark.parametrize("crop", CROPS, ids=lambda crop: crop.name)
def test_each_crop_has_a_code_of_its_own(crop):
    assert [other.name for other in CROPS if other.code == crop.code] == [crop.name]
    name = crop_name_of("ab" * 32, crop, (7, 100), 640, "avif")
    assert name == f"renditions/ab/{'ab' * 12}-1-640-{crop.code}7-100.avif"


def test_original_may_be_an_open_file():
    accepted = accept_image(still(), "still.jpg")
    names, _tone = make_crops(accepted.sha256, BytesIO(accepted.data), (50, 50), default_storage)
    assert names == list(cut(still())[0])
