"""The press kit as ZIP: texts, pictures, trailer and what belongs to them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import BinaryIO
from zipfile import ZipFile

from django.utils.translation import gettext

from press.kit import docx, sheet
from press.kit.contents import KitContents
from press.kit.zip.drawing import write_picture
from press.kit.zip.packing import Writer, add_file, add_files
from press.kit.zip.pictures import KitPicture, list_pictures
from press.kit.zip.readme import README, introduce
from press.kit.zip.sheets import list_sheets
from press.kit.zip.texts import list_texts
from press.kit.zip.trailers import list_trailers

__all__ = ["VERSION", "list_files", "pack", "write"]
# Steps with every change that shows in a kit; that of the Word document names that of the PDF.
VERSION = f"5/{docx.VERSION}/{sheet.VERSION}"


def write(
    contents: KitContents, target: BinaryIO, progress: Callable[[int, str], None]
) -> tuple[str, ...]:
    """Write the kit; return the names of files that it lacks because their source is lost.

    Equal contents, and equal losses, give equal bytes. Raises `OSError` for a disk that is full
    or busy, and `NotSet`.
    """
    pictures = list_pictures(contents)
    return pack(contents, pictures, list_files(contents, pictures), target, progress)


def pack(
    contents: KitContents,
    pictures: Sequence[KitPicture],
    files: Mapping[str, Writer],
    target: BinaryIO,
    progress: Callable[[int, str], None],
) -> tuple[str, ...]:
    """Write the files in the order of their names, then what tells about them."""
    step = gettext("Packing texts and pictures")
    with ZipFile(target, "w") as archive:
        lost = tuple(
            add_files(
                archive,
                sorted(files.items()),
                lambda number: progress(5 + 90 * number // len(files), step),
            )
        )
        there = [picture for picture in pictures if picture.name not in lost]
        for name, write_sheet in list_sheets(contents, there).items():
            add_file(archive, name, write_sheet)
        names = [name for name in files if name not in lost]
        add_file(archive, README, introduce(contents, names, lost))
    progress(100, "")
    return lost


def list_files(contents: KitContents, pictures: Sequence[KitPicture]) -> dict[str, Writer]:
    """Return what the kit holds beside the tables and the README, by name."""
    drawn = {one.name: partial(write_picture, one) for one in pictures}
    return {**list_texts(contents), **drawn, **list_trailers(contents)}
