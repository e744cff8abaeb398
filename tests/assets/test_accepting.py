import hashlib
import json
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from assets import accepting
from assets.accepting import Refused, accept_image, accept_video
from assets.refusing import LFS_POINTER
from tests.assets import drawing
from tests.bad_input.video import movie

CASES = Path(__file__).resolve().parents[3] / "shared" / "bad-input"
POINTER = LFS_POINTER + b"v1\noid sha256:" + b"0" * 64 + b"\nsize 100\n"


def words(value):
    """Name a test by its texts, not by the bytes of its file."""
    return value if isinstance(value, str) else ""


def refusal(door, data, name):
    with pytest.raises(Refused) as caught:
        door(data, name)
    return caught.value.code


def test_accepted_image_is_described():
    data = drawing.encoded("PNG")

    accepted = accept_image(data, "poster.png")

    assert accepted == accepting.AcceptedImage(
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        format="PNG",
        extension="png",
        width=64,
        height=48,
        has_alpha=False,
        is_blank=False,
        original_name="poster.png",
    )


@pytest.mark.parametrize(
    ("kind", "name", "extension"),
    [
        ("JPEG", "POSTER.JPG", "jpg"),
        ("JPEG", "poster.jpeg", "jpg"),
        ("PNG", "poster.php.png", "png"),
        ("WEBP", "poster.webp", "webp"),
        ("GIF", "poster.gif", "gif"),
        ("AVIF", "poster.avif", "avif"),
    ],
)
def test_image_of_each_format_passes(kind, name, extension):
    accepted = accept_image(BytesIO(drawing.encoded(kind)), name)
    assert (accepted.format, accepted.extension) == (kind, extension)


def test_camera_jpeg_with_preview_passes_as_jpeg():
    data = drawing.encoded("MPO", save_all=True, append_images=[drawing.draw()])
    assert accept_image(data, "camera.jpg").format == "JPEG"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("..\\..\\settings\\poster.png", "poster.png"),
        ("/tmp/poster.png", "poster.png"),
        ("poster\u202egnp.exe.png", "postergnp.exe.png"),
        ("Fu\u0308r Elise.png", "Für Elise.png"),
        ("🎬 clap.png", "🎬 clap.png"),
        ("  my   poster .png", "my poster .png"),
        ("a\0b\nc.png", "ab c.png"),
        ("<img src=x>.png", "<img src=x>.png"),
        ("p" * 400 + ".png", "p" * 116 + ".png"),
    ],
)
def test_image_name_is_cleaned_for_display(given, shown):
    assert accept_image(drawing.encoded(), given).original_name == shown


@pytest.mark.parametrize(
    "name",
    [
        "poster",
        "poster.html",
        "poster.png.",
        "poster.png::$DATA",
        ".htaccess",
        ".png",
        "",
        'a"; filename="b.html',
        "poster.png\0.html",
        "poster.jpg",
        "poster.tiff",
    ],
)
def test_image_name_that_does_not_fit_is_refused(name):
    assert refusal(accept_image, drawing.encoded("PNG"), name) == "extension"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (POINTER, "lfs_pointer"),
        (b"<html><script>alert(1)</script>", "undecodable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "undecodable"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 90 90\n", "undecodable"),
        (drawing.encoded("TIFF"), "undecodable"),
        (drawing.encoded("BMP"), "undecodable"),
        (drawing.encoded("TGA"), "undecodable"),
        (drawing.encoded("PCX"), "undecodable"),
        (drawing.encoded("ICO"), "undecodable"),
        (drawing.encoded("JPEG", drawing.draw(size=(600, 400)))[:-900], "undecodable"),
        (drawing.encoded("PNG")[:-30], "extension"),
    ],
    ids=words,
)
def test_image_named_jpg_that_is_none_is_refused(data, code):
    assert refusal(accept_image, data, "poster.jpg") == code


def test_refusal_says_what_was_found():
    with pytest.raises(Refused) as caught:
        accept_image(b"%!PS-Adobe-3.0 EPSF-3.0\n", "poster.jpg")
    assert caught.value.messages == [
        "“poster.jpg” cannot be read as a picture: it is damaged, incomplete or not what its name "
        "says (it looks like an EPS or PostScript file). Expected is a JPEG, PNG, WebP, GIF or "
        "AVIF picture. Open it in a graphic program, save it anew and upload that."
    ]


# Pillow's own word on a picture of 150 megapixels, before ours.
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (drawing.with_bad_checksum(), "undecodable"),
        (drawing.encoded("PNG")[:-30], "undecodable"),
        (drawing.png_of(65500, 65500), "too_many_pixels"),
        (drawing.png_of(15_000, 10_000), "too_many_pixels"),
        (drawing.png_of(20_001, 1_000), "too_many_pixels"),
        (drawing.png_of(1_000, 16_384), "too_many_pixels"),
        (drawing.png_of(1, 20_000), "too_small"),
        (drawing.png_of(15, 15), "too_small"),
        (drawing.png_of(16, 641), "too_narrow"),
        (drawing.png_of(2_000, 2_000), "undecodable"),
    ],
    ids=words,
)
def test_hostile_png_is_refused(data, code):
    assert refusal(accept_image, data, "poster.png") == code


def test_smallest_and_longest_images_pass():
    for size in [(16, 16), (24, 24), (640, 16), (16, 640)]:
        data = drawing.encoded("PNG", drawing.draw(size=size))
        assert accept_image(data, "logo.png").width == size[0]


def test_inflating_profile_costs_no_memory():
    data = drawing.png_of(64, 48, drawing.profile_bomb())
    tracemalloc.start()

    code = refusal(accept_image, data, "poster.png")

    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert code == "undecodable"
    assert peak < 100_000_000


@pytest.mark.parametrize(("kind", "name"), [("GIF", "a.gif"), ("WEBP", "a.webp"), ("PNG", "a.png")])
def test_animated_image_is_refused(kind, name):
    assert refusal(accept_image, drawing.animated(kind, 3), name) == "animated"


def test_animation_of_many_frames_is_refused_at_the_second():
    data = drawing.animated("GIF", 1000)

    assert refusal(accept_image, data, "a.gif") == "animated"


def test_large_file_is_refused_without_reading_it_all(monkeypatch):
    monkeypatch.setattr("assets.accepting.pictures.MAX_IMAGE_BYTES", 1024)
    file = BytesIO(b"x" * 5000)

    assert refusal(accept_image, file, "poster.png") == "too_large"

    assert file.tell() == 1025


def test_lying_image_has_the_size_it_is_looked_at_with():
    accepted = accept_image(drawing.lying_photo(), "phone.jpg")
    assert (accepted.width, accepted.height) == (40, 60)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_exif_does_not_refuse_a_picture():
    data = drawing.encoded("JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")
    assert accept_image(data, "phone.jpg").width == 64


@pytest.mark.parametrize(
    ("image", "has_alpha"),
    [
        (drawing.draw("RGB"), False),
        (drawing.draw("RGBA"), False),
        (Image.new("RGBA", (64, 48), (9, 9, 9, 128)), True),
    ],
)
def test_alpha_counts_when_something_shines_through(image, has_alpha):
    assert accept_image(drawing.encoded("PNG", image), "a.png").has_alpha is has_alpha


@pytest.mark.parametrize(
    ("image", "is_blank"),
    [
        (Image.new("RGB", (640, 360), "black"), True),
        (Image.new("RGB", (640, 360), (3, 2, 4)), True),
        (Image.new("I;16", (64, 48), 0), True),
        (drawing.draw("P"), False),
        (drawing.draw("L"), False),
    ],
)
def test_empty_frame_is_noticed(image, is_blank):
    assert accept_image(drawing.encoded("PNG", image), "a.png").is_blank is is_blank


def test_pillow_stays_strict_about_truncated_files():
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


@pytest.mark.parametrize(
    ("data", "name", "extension"),
    [
        (drawing.mp4(), "trailer.mp4", "mp4"),
        (drawing.mp4(), "TRAILER.M4V", "m4v"),
        (drawing.mp4(b"qt  \0\0\2\0qt  "), "trailer.mov", "mov"),
        (drawing.webm(), "trailer.webm", "webm"),
        (drawing.webm(segment=b"\x01" + b"\xff" * 7 + b"\0"), "live.webm", "webm"),
    ],
    ids=words,
)
def test_video_of_each_container_passes(data, name, extension):
    file = BytesIO(data)

    accepted = accept_video(file, name)

    assert accepted == accepting.AcceptedVideo(
        hashlib.sha256(data).hexdigest(), extension, len(data), name, accepted.facts
    )
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "trailer.mp4", "empty"),
        (POINTER, "trailer.mp4", "lfs_pointer"),
        (b"not a film", "trailer.mp4", "not_a_video"),
        (b"<html></html>", "trailer.mp4", "not_a_video"),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "trailer.mp4", "not_a_video"),
        (b"ffconcat version 1.0\nfile '/etc/passwd'\n", "trailer.mp4", "not_a_video"),
        (b'<?xml version="1.0"?><MPD></MPD>', "trailer.mp4", "not_a_video"),
        (drawing.encoded("AVIF"), "trailer.mp4", "incomplete"),
        (drawing.mp4(b"heic\0\0\0\0heic"), "trailer.mp4", "not_a_video"),
        (drawing.mp4()[:-1], "trailer.mp4", "incomplete"),
        (drawing.box(b"ftyp", drawing.BRANDS) + b"\0\0\0\4moov" * 50, "trailer.mp4", "incomplete"),
        (drawing.box(b"ftyp", drawing.BRANDS) + b"\0\0\0\1moov", "trailer.mp4", "incomplete"),
        (drawing.box(b"ftyp", drawing.BRANDS), "trailer.mp4", "incomplete"),
        (drawing.mp4() + b"\0\0\0\x08free" * 20_001, "trailer.mp4", "incomplete"),
        (drawing.webm(b"matroska"), "trailer.webm", "not_a_video"),
        (drawing.webm(segment=b"\x90"), "trailer.webm", "incomplete"),
        (b"\x1a\x45\xdf\xa3" + b"\0" * 200, "trailer.mp4", "incomplete"),
        (drawing.mp4(tracks=drawing.box(b"moov")), "trailer.mp4", "no_pictures"),
        (drawing.mp4(tracks=movie(kind=b"soun")), "trailer.mp4", "no_pictures"),
        (drawing.webm(), "trailer.mp4", "extension"),
        (drawing.mp4(), "trailer.html", "extension"),
        (drawing.mp4(), "trailer", "extension"),
        (drawing.mp4(b"qt  \0\0\2\0qt  "), "trailer.mp4", "extension"),
    ],
    ids=words,
)
def test_video_that_is_none_is_refused(data, name, code):
    assert refusal(accept_video, data, name) == code


def test_large_video_is_refused(monkeypatch):
    monkeypatch.setattr("assets.accepting.videos.MAX_VIDEO_BYTES", 100)
    assert refusal(accept_video, drawing.mp4(), "trailer.mp4") == "too_large"


def shared_cases():
    manifest = CASES / "manifest.json"
    cases = json.loads(manifest.read_text())["cases"] if manifest.exists() else []
    return [
        pytest.param(case, id=case["id"])
        for case in cases
        if case["surface"] in {"image", "video"} and "path" in case
    ]


@pytest.mark.parametrize("case", shared_cases())
def test_shared_case_gets_its_verdict(case):
    door = accept_image if case["surface"] == "image" else accept_video
    data = (CASES / case["path"]).read_bytes()
    # Its tracks are read here: the container without any is refused as "no video track".
    if case["expect"]["verdict"] == "reject" or case["id"] == "video-ok-min":
        assert refusal(door, data, case["upload_name"])
    else:
        assert door(data, case["upload_name"]).sha256 == case["sha256"]
