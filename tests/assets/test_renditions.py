import errno
import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, default_storage
from PIL import ExifTags, Image, ImageCms

from assets import making
from assets.accepting import accept_image
from assets.making import BACKDROP
from assets.renditions import (
    Picture,
    Rendition,
    Served,
    make_base,
    make_renditions,
    original_name_of,
    store_original,
    widths_for,
)
from tests.assets import drawing
from tests.stored import read

SHA = "ab" * 32
STEM = f"/media/renditions/ab/{'ab' * 12}-1-"
LIGHT, RED = (240, 224, 208), (160, 24, 24)


def made(data, name):
    """Make all renditions; return their bytes by extension and width."""
    accepted = accept_image(data, name)
    names = make_renditions(accepted.sha256, accepted.data, default_storage)
    return {
        (name.rpartition(".")[2], int(name.rpartition(".")[0].rpartition("-")[2])): read(name)
        for name in names
    }


def is_near(found, expected, tolerance=12):
    return all(abs(a - b) <= tolerance for a, b in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (20, (20,)),
        (320, (320,)),
        (1000, (320, 640, 960, 1000)),
        (2559, (320, 640, 960, 1440, 1920, 2559)),
        (2560, (320, 640, 960, 1440, 1920, 2560)),
        (9000, (320, 640, 960, 1440, 1920, 2560)),
    ],
)
def test_widths_rise_and_never_exceed_the_picture(width, widths):
    assert widths_for(width) == widths


def test_rendition_is_known_without_a_file():
    rendition = Rendition(SHA, "avif", 640)
    assert rendition.name == f"renditions/ab/{'ab' * 12}-1-640.avif"
    assert rendition.url == f"{STEM}640.avif"


def test_complete_picture_offers_every_format():
    assert Picture(SHA, 700, 350, True).sources == [
        ("image/avif", f"{STEM}320.avif 320w, {STEM}640.avif 640w, {STEM}700.avif 700w"),
        ("image/webp", f"{STEM}320.webp 320w, {STEM}640.webp 640w, {STEM}700.webp 700w"),
        ("image/jpeg", f"{STEM}320.jpg 320w, {STEM}640.jpg 640w, {STEM}700.jpg 700w"),
    ]


def test_picture_in_the_making_offers_only_its_base():
    picture = Picture(SHA, 4000, 2000, False)
    base = Served(f"{STEM}1920.jpg", 1920, 960)
    assert (picture.sources, picture.fallback) == ([], base)
    assert (picture.smallest, picture.largest) == (base, base)


def test_complete_picture_has_smallest_and_largest():
    picture = Picture(SHA, 4000, 2000, True)
    assert picture.smallest == Served(f"{STEM}320.jpg", 320, 160)
    assert picture.largest == Served(f"{STEM}2560.jpg", 2560, 1280)


def crop_of(name, **facts):
    facts = {"is_cropped": True, "focal_x": 20, "focal_y": 30, **facts}
    return Picture(SHA, 1800, 1200, True, **facts).cropped(name)


def test_crop_offers_its_own_files():
    shown = crop_of("square")
    widths = (160, 320, 640)
    assert [(s.mime, s.media, s.width, s.height) for s in shown.sources] == [
        ("image/avif", "", 640, 640), ("image/jpeg", "", 640, 640),
    ]  # fmt: skip
    assert shown.sources[0].srcset == ", ".join(f"{STEM}{w}-s20-30.avif {w}w" for w in widths)
    assert shown.fallback == Served(f"{STEM}640-s20-30.jpg", 640, 640)


def test_hero_of_upright_phones_comes_first():
    sources = crop_of("hero").sources
    assert [(s.mime, bool(s.media), s.width, s.height) for s in sources] == [
        ("image/avif", True, 800, 1000), ("image/jpeg", True, 800, 1000),
        ("image/avif", False, 1800, 1012), ("image/jpeg", False, 1800, 1012),
    ]  # fmt: skip
    assert sources[0].srcset == f"{STEM}480-p20-30.avif 480w, {STEM}800-p20-30.avif 800w"


def test_crops_in_the_making_are_the_whole_picture():
    waiting, whole = crop_of("hero", is_cropped=False), Picture(SHA, 1800, 1200, True)
    assert [(s.mime, s.srcset) for s in waiting.sources] == whole.sources
    assert (waiting.fallback, waiting.focus) == (whole.fallback, (20, 30))


def test_crop_of_the_same_shape_is_the_whole_picture():
    assert crop_of("tile") == crop_of("")


def test_upright_picture_keeps_its_shape_where_a_lying_one_is_asked_for():
    picture = Picture(SHA, 1000, 1500, True, 50, 50, True)
    assert picture.cropped("hero").sources[-1].srcset == picture.sources[-1][1]
    assert picture.card == picture.fallback


def test_card_is_a_jpeg_of_its_shape():
    picture = Picture(SHA, 1800, 1200, True, 20, 30, True)
    assert picture.card == Served(f"{STEM}1200-c20-30.jpg", 1200, 630)
    assert Picture(SHA, 1800, 1200, True).card == Picture(SHA, 1800, 1200, True).fallback


def test_unknown_crop_is_a_mistake():
    with pytest.raises(KeyError):
        crop_of("widescreen")


def test_height_of_a_strip_is_at_least_one():
    assert Picture(SHA, 20_000, 10, True).smallest.height == 1


def test_all_sizes_are_made_as_promised():
    data = drawing.encoded("JPEG", drawing.draw(size=(700, 351)))

    files = made(data, "still.jpg")

    assert sorted(files) == sorted(
        (extension, width) for extension in ("avif", "webp", "jpg") for width in (320, 640, 700)
    )
    picture = Picture(SHA, 700, 351, True)
    for (_extension, width), content in files.items():
        assert drawing.decoded(content).size == (width, picture.height_at(width))


def test_base_is_the_same_file_as_the_later_rendition():
    accepted = accept_image(drawing.encoded("JPEG", drawing.draw(size=(2300, 100))), "still.jpg")
    other = InMemoryStorage()

    name = make_base(accepted, default_storage)
    names = make_renditions(accepted.sha256, BytesIO(accepted.data), other)

    assert name == Rendition(accepted.sha256, "jpeg", 1920).name
    assert name in names
    with other.open(name) as file:
        assert file.read() == read(name)


def test_making_twice_gives_the_same_bytes():
    data = drawing.encoded("PNG", drawing.draw("RGBA", (400, 300)))
    first = made(data, "still.png")
    accepted = accept_image(data, "still.png")
    for name in make_renditions(accepted.sha256, data, default_storage):
        default_storage.delete(name)
    assert made(data, "still.png") == first


def test_what_exists_is_not_made_again(monkeypatch):
    accepted = accept_image(drawing.encoded(), "still.png")
    names = make_renditions(accepted.sha256, accepted.data, default_storage)
    monkeypatch.setattr(making, "encode", None)
    assert make_renditions(accepted.sha256, accepted.data, default_storage) == names


def test_nothing_of_the_file_but_its_pixels_gets_out():
    accepted = accept_image(drawing.photo_with_secrets(), "set.jpg")
    make_base(accepted, default_storage)

    files = made(drawing.photo_with_secrets(), "set.jpg")

    for content in files.values():
        image = drawing.decoded(content)
        assert dict(image.getexif()) == {}
        assert image.getexif().get_ifd(ExifTags.IFD.GPSInfo) == {}
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
        assert b"<script" not in content
        assert b"PK\x03\x04" not in content
        assert b"xmpmeta" not in content


def test_text_behind_the_end_of_a_png_is_gone():
    files = made(drawing.encoded("PNG") + b"<script>alert(1)</script>", "poster.png")
    assert [content for content in files.values() if b"<script" in content] == []


def test_lying_photo_is_set_upright():
    for content in made(drawing.lying_photo(), "phone.jpg").values():
        image = drawing.decoded(content)
        assert image.size == (40, 60)
        assert ExifTags.Base.Orientation not in image.getexif()
        assert is_near(image.convert("RGB").getpixel((20, 5)), LIGHT)
        assert is_near(image.convert("RGB").getpixel((20, 55)), RED)


def test_large_lying_photo_keeps_its_ratio():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 8
    data = drawing.encoded("JPEG", drawing.draw(size=(1200, 6000)), exif=exif)
    name = make_base(accept_image(data, "phone.jpg"), default_storage)
    assert drawing.decoded(read(name)).size == (1920, 384)


def test_sixteen_bits_of_grey_keep_their_tones():
    image = Image.new("I;16", (64, 48), 40_000)
    for content in made(drawing.encoded("PNG", image), "scan.png").values():
        assert is_near(drawing.decoded(content).convert("RGB").getpixel((9, 9)), (156,) * 3, 2)


@pytest.mark.parametrize("mode", ["P", "L", "1", "LA", "RGBA"])
def test_each_mode_keeps_light_and_dark(mode):
    for content in made(drawing.encoded("PNG", drawing.draw(mode)), "a.png").values():
        image = drawing.decoded(content).convert("L")
        assert image.getpixel((10, 20)) > 200
        assert image.getpixel((50, 20)) < 100


def test_cmyk_photo_has_its_colours():
    for content in made(drawing.encoded("JPEG", drawing.draw("CMYK")), "print.jpg").values():
        assert is_near(drawing.decoded(content).convert("RGB").getpixel((10, 20)), LIGHT)


def test_transparency_stays_where_the_format_knows_it():
    image = Image.new("RGBA", (64, 48), (250, 250, 250, 0))

    files = made(drawing.encoded("PNG", image), "logo.png")

    assert drawing.decoded(files["webp", 64]).convert("RGBA").getpixel((9, 9))[3] == 0
    assert drawing.decoded(files["avif", 64]).convert("RGBA").getpixel((9, 9))[3] == 0
    backdrop = Image.new("RGB", (1, 1), BACKDROP).getpixel((0, 0))
    assert is_near(drawing.decoded(files["jpg", 64]).getpixel((9, 9)), backdrop, 2)


def test_palette_with_a_transparent_colour_stays_transparent():
    image = Image.new("P", (64, 48), 1)
    image.putpalette([0, 0, 0, 255, 255, 255])
    files = made(drawing.encoded("GIF", image, transparency=1), "logo.gif")
    assert drawing.decoded(files["webp", 64]).convert("RGBA").getpixel((9, 9))[3] == 0


def test_profile_is_applied_and_left_out():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (srgb, lab, b"not a profile"):
        files = made(drawing.encoded("PNG", icc_profile=profile), "a.png")
        for content in files.values():
            image = drawing.decoded(content)
            assert "icc_profile" not in image.info
            assert image.size == (64, 48)
    assert is_near(drawing.decoded(files["webp", 64]).getpixel((10, 20)), LIGHT)


def test_original_is_kept_under_its_content():
    data = drawing.encoded("JPEG")
    accepted = accept_image(data, "Still.jpeg")
    sha = hashlib.sha256(data).hexdigest()

    names = [store_original(accepted, default_storage) for _time in range(2)]

    assert names == [f"originals/{sha[:2]}/{sha}.jpg"] * 2
    assert original_name_of(sha, "jpg") == names[0]
    assert read(names[0]) == data
    assert default_storage.listdir(f"originals/{sha[:2]}") == ([], [f"{sha}.jpg"])


@pytest.mark.one_machine
def test_public_files_may_be_read_by_the_web_server():
    name = make_base(accept_image(drawing.encoded(), "a.png"), default_storage)
    assert Path(default_storage.path(name)).stat().st_mode & 0o777 == 0o644


@pytest.mark.one_machine
def test_failed_write_leaves_nothing_behind(monkeypatch):
    accepted = accept_image(drawing.encoded(), "a.png")
    monkeypatch.delattr(os, "O_TMPFILE")
    monkeypatch.setattr(
        Path, "replace", lambda self, target: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full"))
    )

    with pytest.raises(OSError, match="full"):
        store_original(accepted, default_storage)

    folder = Path(default_storage.path(original_name_of(accepted.sha256, "png"))).parent
    assert list(folder.iterdir()) == []


def test_other_storages_serve_as_well():
    storage = InMemoryStorage()
    accepted = accept_image(drawing.encoded(), "a.png")
    for _time in range(2):
        name = store_original(accepted, storage)
    with storage.open(name) as file:
        assert file.read() == accepted.data
    assert storage.listdir(f"originals/{accepted.sha256[:2]}")[1] == [f"{accepted.sha256}.png"]


def test_file_field_content_is_accepted():
    data = drawing.encoded()
    accepted = accept_image(ContentFile(data), "a.png")
    assert accepted.data == data
