"""Making renditions: decode once, set upright, bring to sRGB, step down, encode.

Everything is encoded anew from pixels alone, so nothing of the uploaded file gets out: no EXIF,
position, XMP, comment or profile, and no bytes behind the end of the picture.
"""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO, Protocol

from django.core.files.storage import Storage
from PIL import Image, ImageCms

from assets.decoding import (
    is_lying,
    is_transparent,
    looked_at_size,
    open_image,
    to_eight_bits,
    upright,
)
from assets.naming import original_name_of, rendition_name_of
from assets.specs import BASE_WIDTH, FORMATS, JPEG, Format, height_for, widths_for
from assets.storing import renew, write_once, write_upload

# What shines through where JPEG knows no transparency: the dark grey of the public pages.
BACKDROP = "#14161a"
# Pillow shrinks by whole numbers first and filters the last third; no eye sees the difference.
REDUCING_GAP = 3.0
# How much quality a file gives up that has to be small.
PACKING = (0, 10, 20, 28)


class Accepted(Protocol):
    """The part of `accepting.AcceptedImage` that is needed here."""

    @property
    def data(self) -> bytes: ...
    @property
    def sha256(self) -> str: ...
    @property
    def extension(self) -> str: ...


def store_original(accepted: Accepted, storage: Storage) -> str:
    """Keep the uploaded bytes under the name of their content; return that name."""
    name = original_name_of(accepted.sha256, accepted.extension)
    write_upload(storage, name, accepted.sha256, accepted.data)
    return name


def make_base(accepted: Accepted, storage: Storage) -> str:
    """Make the JPEG that is shown until all sizes are made; return its name."""
    for image in _ladder(accepted.data):
        if image.width <= BASE_WIDTH:
            return _write(image, JPEG, accepted.sha256, storage)
    raise AssertionError("every ladder reaches down to the base")


def make_renditions(sha256: str, original: bytes | BinaryIO, storage: Storage) -> list[str]:
    """Make what is missing of all widths and formats; return the names of all."""
    return [_write(image, row, sha256, storage) for image in _ladder(original) for row in FORMATS]


def _write(image: Image.Image, row: Format, sha256: str, storage: Storage) -> str:
    name = rendition_name_of(sha256, image.width, row.extension)
    return write_encoded(image, row, name, storage)


def write_encoded(
    image: Image.Image, row: Format, name: str, storage: Storage, most_bytes: int = 0
) -> str:
    """Encode the picture if there is no such file yet; return the name."""
    if not renew(storage, name):
        write_once(storage, name, encode(image, row, most_bytes))
    return name


def encode(image: Image.Image, row: Format, most_bytes: int = 0) -> bytes:
    """Encode pixels and nothing else; in three steps harder while there are more than `most_bytes`.

    The last step stands whatever it weighs: below it even grain becomes mud.
    """
    fitting = image if row.has_alpha else _flatten(image)
    asked, data = row.options_at(image.width), b""
    for less in PACKING if most_bytes else PACKING[:1]:
        buffer = BytesIO()
        fitting.save(buffer, row.name, **asked | {"quality": asked["quality"] - less})
        data = buffer.getvalue()
        if len(data) <= most_bytes:
            break
    return data


def _ladder(original: bytes | BinaryIO) -> Iterator[Image.Image]:
    """Yield the picture in all its widths, widest first, each made from the one before."""
    image = open_image(original)
    full = looked_at_size(image)
    widths = widths_for(full[0])
    image = decode(image, _size_at(widths[-1], full))
    for width in reversed(widths):
        image = shrink(image, _size_at(width, full))
        yield image


def decode(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the picture in `size`, upright and in sRGB, without anything but its pixels."""
    # A JPEG decodes to a half, a quarter or an eighth at a fraction of the cost, and Pillow
    # takes a step that is not smaller than what is asked for.
    image.draft(None, size[::-1] if is_lying(image) else size)
    profile = image.info.get("icc_profile")
    image = _to_srgb(shrink(to_eight_bits(upright(image)), size), profile)
    if not is_transparent(image):
        image = _without_alpha(image)
    image.info.clear()  # the JPEG encoder would write a comment that it finds here
    return image


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in L, RGB or RGBA, in the colours that its profile means."""
    if profile:
        # A profile is bytes of the uploader: one that cannot be used is left out.
        with suppress(Exception):
            return _convert_colours(image, profile)
    return image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGB")


def _convert_colours(image: Image.Image, profile: bytes) -> Image.Image:
    source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
    colours = _without_alpha(image)
    converted = ImageCms.profileToProfile(colours, source, target, outputMode="RGB")
    if converted is None:
        return image
    if image.mode == "RGBA":
        converted.putalpha(image.getchannel("A"))
    return converted


def shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)


def _flatten(image: Image.Image) -> Image.Image:
    """Lay a picture with transparency on the dark grey of the pages."""
    if image.mode != "RGBA":
        return image
    backdrop = Image.new("RGBA", image.size, BACKDROP)
    return Image.alpha_composite(backdrop, image).convert("RGB")


def _without_alpha(image: Image.Image) -> Image.Image:
    return image.convert("RGB") if image.mode == "RGBA" else image


def _size_at(width: int, full: tuple[int, int]) -> tuple[int, int]:
    return width, height_for(width, *full)
