"""Making the file of a picture: as large as it may be, with its words and no others."""

from io import BytesIO
from typing import IO, BinaryIO, cast

from django.core.files.storage import default_storage
from PIL.Image import Image as PillowImage

from assets.decoding import looked_at_size, open_image
from assets.describing import describe_jpeg
from assets.describing_png import describe_png
from assets.enlarging import LARGE
from assets.making import decode, encode
from assets.segments import NoJpeg
from assets.specs import JPEG, height_for
from press.kit.zip.packing import Unreadable
from press.kit.zip.pictures import KitPicture


def write_picture(picture: KitPicture, target: IO[bytes]) -> None:
    """Write the file: a JPEG, or a PNG, which keeps what shines through.

    Raises `FileNotFoundError` and `Unreadable`.
    """
    with default_storage.open(picture.original) as original:
        try:
            data = _make(picture, cast(BinaryIO, original))
        except OSError as error:
            if error.errno:  # the storage's; Pillow's own errors have no number
                raise
            raise Unreadable(picture.name) from error
        except Exception as error:  # bytes of the uploader; Pillow raises some ten kinds of errors
            raise Unreadable(picture.name) from error
    target.write(data)


def _make(picture: KitPicture, original: BinaryIO) -> bytes:
    if picture.name.endswith(".png"):
        _draw(original, picture.width).save(drawn := BytesIO(), "PNG")
        return describe_png(drawn.getvalue(), picture.words)
    if not picture.width and picture.extension in ("jpg", "jpeg"):
        try:
            return describe_jpeg(original.read(), picture.words)
        except NoJpeg:
            original.seek(0)
    form = JPEG if picture.width else LARGE
    return describe_jpeg(encode(_draw(original, picture.width), form), picture.words)


def _draw(original: BinaryIO, most: int) -> PillowImage:
    opened = open_image(original)
    full = looked_at_size(opened)
    width = min(most or full[0], full[0])
    return decode(opened, (width, height_for(width, *full)))
