"""Opening pictures with Pillow, and nothing but pictures."""

from contextlib import suppress
from io import BytesIO
from typing import BinaryIO

from PIL import ExifTags, Image, ImageOps

# What browsers show and cameras, phones and graphic tools write. Not EPS (runs Ghostscript),
# TIFF, PSD or FITS (a long line of decoder flaws), not SVG (carries scripts).
DECODERS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# 100 megapixels: a medium format still. As RGBA that is 400 MB of memory, and twice as much while
# it is shrunk, the most that one worker may take. Above it Pillow warns by itself, above twice as
# much it raises, both while reading the header.
MAX_PIXELS = 100_000_000
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

# EXIF 2.32, tag 0x0112: from 5 on the stored picture lies on its side.
LYING = frozenset({5, 6, 7, 8})


def open_image(source: bytes | BinaryIO) -> Image.Image:
    """Open a picture without decoding it; raises whatever Pillow raises."""
    return Image.open(BytesIO(source) if isinstance(source, bytes) else source, formats=DECODERS)


def is_lying(image: Image.Image) -> bool:
    """Tell whether the EXIF orientation exchanges width and height; broken EXIF does not."""
    try:
        return image.getexif().get(ExifTags.Base.Orientation) in LYING
    except Exception:  # EXIF is bytes of the uploader; Pillow raises some ten kinds of errors
        return False


def looked_at_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height in pixels as the picture is meant to be looked at."""
    width, height = image.size
    return (height, width) if is_lying(image) else (width, height)


def is_transparent(image: Image.Image) -> bool:
    """Tell whether anything shines through; an alpha channel that is full does not count."""
    if not image.has_transparency_data:
        return False
    with_alpha = image if image.mode in {"RGBA", "LA"} else image.convert("RGBA")
    return with_alpha.getchannel("A").getextrema()[0] != 255


def upright(image: Image.Image) -> Image.Image:
    """Turn the picture as it is meant to be looked at, in place: a copy may have 400 MB."""
    # As above: a picture with broken EXIF counts as upright.
    with suppress(Exception):
        ImageOps.exif_transpose(image, in_place=True)
    return image


def to_eight_bits(image: Image.Image) -> Image.Image:
    """Return the picture in mode L, RGB, RGBA, LA or CMYK, which every later step knows."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return _scale_grey(image)
    if image.has_transparency_data and image.mode != "RGBA":
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"L", "RGB", "RGBA", "CMYK"}:
        return image
    return image.convert("RGB")


def _scale_grey(image: Image.Image) -> Image.Image:
    """Bring 16 bits of grey to 8; `convert("L")` alone would turn all above 255 white."""
    return image.point(lambda value: value * (1 / 257) + 0.5).convert("L")
