"""Files that pages promise and the storage lost: they are made again without anybody asking."""

from pathlib import Path

from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, default_storage

from assets.cutting import crop_names
from assets.models import Image
from assets.naming import content_of, original_name_of, rendition_name_of
from assets.specs import FORMATS, widths_for
from assets.storing import is_spoiled

# Whoever asks for a lost file again and again has it looked for once in this time, in seconds.
PAUSE = 3600


def size_names(image: Image) -> list[str]:
    """Return the names of all sizes of a picture's file."""
    return [
        rendition_name_of(image.sha256, width, row.extension)
        for row in FORMATS
        for width in widths_for(image.width)
    ]


def cut_names(image: Image) -> list[str]:
    """Return the names of all crops around the picture's focal point."""
    return list(crop_names(image.sha256, (image.width, image.height), image.focal))


def are_there(names: list[str]) -> bool:
    """Tell whether all files are there; empty ones, as a full disk leaves them, are deleted."""
    there = [name for name in names if default_storage.exists(name)]
    empty = [name for name in there if not default_storage.size(name)]
    for name in empty:
        default_storage.delete(name)
    return len(there) - len(empty) == len(names)


def is_damaged(image: Image) -> bool:
    """Tell whether the file on this disk is missing or not the one that was uploaded.

    Reads it whole, 60 MB in 50 ms. A store on another machine looks after its files itself.
    """
    if not isinstance(default_storage, FileSystemStorage):
        return False
    path = Path(default_storage.path(original_name_of(image.sha256, image.extension)))
    try:
        return not path.exists() or is_spoiled(path, image.sha256)
    except OSError:
        return True


def ask_for_repair(name: str) -> None:
    """Have the lost rendition of a picture made again; called for each visitor that misses it."""
    from assets.tasks import repair_image

    for image in Image.objects.filter(sha256__startswith=content_of(name)):
        is_promised = (image.is_complete and name in size_names(image)) or (
            image.is_cropped and name in cut_names(image)
        )
        if is_promised and cache.add(f"repair-{image.pk}", True, PAUSE):
            repair_image.enqueue(image.pk)
