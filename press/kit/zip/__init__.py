"""The press kit as ZIP: texts, pictures, trailer and what belongs to them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.translation import gettext

from press.kit.contents import KitContents
from press.kit.zip.pictures import list_pictures, write_picture
from press.kit.zip.sheets import list_sheets
from press.kit.zip.texts import Writer, list_texts
from press.kit.zip.trailers import list_trailers

__all__ = ["VERSION", "list_files", "pack", "write"]
# Steps with every change that shows in a kit.
VERSION = "2"
# The earliest day that ZIP knows: files are as old as their contents, which have no day.
DAY = (1980, 1, 1, 0, 0, 0)
# What is packed already.
PACKED = (".jpg", ".png", ".mp4", ".webm", ".mov", ".pdf", ".docx", ".xlsx")


def write(contents: KitContents, target: BinaryIO, progress: Callable[[int, str], None]) -> None:
    """Write the kit, one file after the other. Equal contents give equal bytes.

    Raises `OSError` for a lost file, and `NotSet`.
    """
    pack(list_files(contents), target, progress)


def pack(
    files: Mapping[str, Writer], target: BinaryIO, progress: Callable[[int, str], None]
) -> None:
    """Write the files in the order of their names, with one at a time in memory."""
    with ZipFile(target, "w") as archive:
        for number, (name, write_file) in enumerate(sorted(files.items())):
            progress(5 + 90 * number // len(files), gettext("Packing texts and pictures"))
            info = ZipInfo(name, DAY)
            info.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            with archive.open(info, "w") as file:
                write_file(file)
    progress(100, "")


def list_files(contents: KitContents) -> dict[str, Writer]:
    """Return what the kit holds, by name."""
    pictures = list_pictures(contents)
    drawn = {one.name: partial(write_picture, one) for one in pictures}
    return {
        **list_texts(contents),
        **drawn,
        **list_trailers(contents),
        **list_sheets(contents, pictures),
    }
