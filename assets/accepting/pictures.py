"""The door for pictures."""

import hashlib
from dataclasses import dataclass, field
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageStat

from assets.decoding import (
    MAX_PIXELS,
    is_transparent,
    looked_at_size,
    open_image,
    to_eight_bits,
)
from assets.naming import clean_name, extension_of
from assets.refusing import Refused, kind_of, refuse_empty, refuse_lfs_pointer

# The first extension of a format is the one it is stored under.
IMAGE_EXTENSIONS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "GIF": ("gif",),
    "AVIF": ("avif",),
}
# A 100-megapixel JPEG of the best quality has about 55 MB.
MAX_IMAGE_BYTES = 60 * 1024 * 1024
# The widest panorama of a scanner; JPEG itself ends at 65,535.
MAX_SIDE = 20_000
# WebP ends at 16,383 pixels; a width is reduced for the renditions, a height is not.
MAX_HEIGHT = 16_383
# A favicon has 16 pixels. Smaller ones are tracking pixels and spacers, not pictures.
MIN_SIDE = 16
# The longest strip in use is a row of logos, 700 to 20; at 320 pixels it is still 9 high.
MAX_RATIO = 40
# A frame whose darkest and lightest spot differ by less than this (of 255) shows nothing;
# JPEG noise of an empty film frame stays below.
BLANK_SPREAD = 8


@dataclass(frozen=True)
class AcceptedImage:
    """A picture that passed; width and height in pixels, as it is looked at."""

    data: bytes = field(repr=False)
    sha256: str
    format: str
    extension: str
    width: int
    height: int
    has_alpha: bool
    is_blank: bool
    original_name: str


def accept_image(data: bytes | BinaryIO, name: str) -> AcceptedImage:
    """Check a picture in full, down to its last pixel; raise Refused when it does not pass."""
    data = _read_image(data)
    refuse_empty(data)
    refuse_lfs_pointer(data)
    shown = clean_name(name)
    _refuse_image_name(shown, data)
    kind = _check_header(data, shown)
    image = _decode(data, shown)
    width, height = looked_at_size(image)
    return AcceptedImage(
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        extension=IMAGE_EXTENSIONS[kind][0],
        width=width,
        height=height,
        has_alpha=is_transparent(image),
        is_blank=_is_blank(image),
        original_name=shown,
    )


def _read_image(data: bytes | BinaryIO) -> bytes:
    if not isinstance(data, bytes):
        data.seek(0)
        data = data.read(MAX_IMAGE_BYTES + 1)
    if len(data) > MAX_IMAGE_BYTES:
        raise Refused(
            "too_large",
            _(
                "The picture has more than %(limit)s MB. Save it as JPEG of high quality, or "
                "smaller, and upload that."
            ),
            limit=MAX_IMAGE_BYTES // 1024**2,
        )
    return data


def _refuse_image_name(shown: str, data: bytes) -> None:
    if any(extension_of(shown) in extensions for extensions in IMAGE_EXTENSIONS.values()):
        return
    raise Refused(
        "extension",
        _(
            "“%(name)s” (%(found)s) does not have the name of a picture. Expected is a name that "
            "ends in .jpg, .png, .webp, .gif or .avif. Save it in one of these formats."
        ),
        name=shown,
        found=kind_of(data),
    )


def _check_header(data: bytes, shown: str) -> str:
    """Return the format; refuse by what the header says, before anything is decoded."""
    try:
        image = open_image(data)
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        # The second frame is looked for, further ones are not: 3000 of them cost nothing.
        # MPO is a JPEG of a camera with a preview or a depth map behind it.
        is_animated = image.format != "MPO" and bool(getattr(image, "is_animated", False))
        width, height = looked_at_size(image)
    except Image.DecompressionBombError as error:
        raise Refused(
            "too_many_pixels",
            _(
                "The picture claims to have more than %(megapixels)s megapixels; at most "
                "%(limit)s are possible. Make it smaller."
            ),
            megapixels=2 * MAX_PIXELS // 1_000_000,
            limit=MAX_PIXELS // 1_000_000,
        ) from error
    except Exception as error:  # ten kinds of errors, all of them caused by the bytes
        raise _undecodable(data, shown) from error
    _refuse_size(width, height)
    if is_animated:
        raise Refused(
            "animated",
            _("The picture is animated. Expected is a still: save one frame and upload that."),
        )
    if extension_of(shown) not in IMAGE_EXTENSIONS[kind]:
        raise Refused(
            "extension",
            _(
                "“%(name)s” is a %(found)s picture, but its name says something else. Rename it "
                "so that it ends in .%(extension)s."
            ),
            name=shown,
            found=kind,
            extension=IMAGE_EXTENSIONS[kind][0],
        )
    return kind


def _decode(data: bytes, shown: str) -> Image.Image:
    """Decode every pixel; checksums of PNG chunks are compared before."""
    try:
        if data.startswith(b"\x89PNG"):
            open_image(data).verify()
        image = open_image(data)
        image.load()
    except Exception as error:  # as above
        raise _undecodable(data, shown) from error
    return image


def _undecodable(data: bytes, shown: str) -> Refused:
    return Refused(
        "undecodable",
        _(
            "“%(name)s” cannot be read as a picture: it is damaged, incomplete or not what its "
            "name says (it looks like %(found)s). Expected is a JPEG, PNG, WebP, GIF or AVIF "
            "picture. Open it in a graphic program, save it anew and upload that."
        ),
        name=shown,
        found=kind_of(data),
    )


def _refuse_size(width: int, height: int) -> None:
    params = {"width": width, "height": height}
    if min(width, height) < MIN_SIDE:
        raise Refused(
            "too_small",
            _(
                "The picture has only %(width)s × %(height)s pixels. Each side needs at least "
                "%(least)s. Upload it in its original size."
            ),
            least=MIN_SIDE,
            **params,
        )
    if max(width, height) > MAX_RATIO * min(width, height):
        raise Refused(
            "too_narrow",
            _(
                "The picture is a strip of %(width)s × %(height)s pixels. One side may be at most "
                "%(ratio)s times as long as the other. Crop it."
            ),
            ratio=MAX_RATIO,
            **params,
        )
    if width * height > MAX_PIXELS or width > MAX_SIDE or height > MAX_HEIGHT:
        raise Refused(
            "too_many_pixels",
            _(
                "The picture has %(width)s × %(height)s pixels. At most %(megapixels)s megapixels, "
                "%(side)s pixels across and %(down)s down are possible. Make it smaller."
            ),
            megapixels=MAX_PIXELS // 1_000_000,
            side=MAX_SIDE,
            down=MAX_HEIGHT,
            **params,
        )


def _is_blank(image: Image.Image) -> bool:
    """Tell whether the picture shows one even colour, such as the black first frame of a film."""
    even = to_eight_bits(image)
    factor = max(1, min(even.size) // 64)
    bands = ImageStat.Stat(even.reduce(factor)).extrema
    return all(high - low < BLANK_SPREAD for low, high in bands)
