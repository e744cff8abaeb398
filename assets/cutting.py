"""Making crops: one decoding, a cut around the focal point, a few widths of each."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from django.core.files.storage import Storage

from assets.cropping import Size, box_for, crop_height, crop_widths, crops_for, work_size
from assets.decoding import looked_at_size, open_image
from assets.making import decode, shrink, write_encoded
from assets.naming import crop_name_of
from assets.specs import AVIF, Crop
from assets.tones import find_tone


def make_crops(
    sha256: str, original: bytes | BinaryIO, focal: Size, storage: Storage
) -> tuple[list[str], str]:
    """Make what is missing of all crops around `focal` (percent); return their names, the tone."""
    opened = open_image(original)
    full = looked_at_size(opened)
    picture = decode(opened, work_size(full))
    names = []
    for crop in crops_for(full):
        box = box_for(crop, full, focal)
        part = picture.crop((box.left, box.top, box.left + box.width, box.top + box.height))
        for width in reversed(crop_widths(crop, full)):
            part = shrink(part, (width, crop_height(crop, width)))
            for row in crop.formats:
                name = crop_name_of(sha256, crop, focal, width, row.extension)
                most = crop.most_bytes if row is AVIF else 0
                names.append(write_encoded(part, row, name, storage, most))
    return names, find_tone(picture)


def crop_names(sha256: str, full: Size, focal: Size) -> Iterator[str]:
    """Yield the names of all crops of a picture of this size."""
    for crop in crops_for(full):
        yield from _names(crop, sha256, full, focal)


def _names(crop: Crop, sha256: str, full: Size, focal: Size) -> Iterable[str]:
    return (
        crop_name_of(sha256, crop, focal, width, row.extension)
        for width in crop_widths(crop, full)
        for row in crop.formats
    )
