"""The data sheet as files: what they are called and how they are written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO, Any, BinaryIO, cast

from press.kit.contents import KitContents
from press.kit.formats import WORD
from press.kit.names import file_name
from press.kit.sheet import write
from press.kit.sheet.table import write_table
from press.models import Kit


@dataclass(frozen=True)
class SheetFile:
    """One kind of file. `write` gets the contents and where to."""

    content_type: str
    write: Callable[[KitContents, IO[bytes]], None]


def _write_word(contents: KitContents, target: IO[bytes]) -> None:
    write(contents, cast(BinaryIO, target), lambda percent, step: None)


KINDS = {
    "docx": SheetFile(WORD, _write_word),
    "csv": SheetFile("text/csv; charset=utf-8", write_table),
}


def sheet_name(contents: KitContents, kind: str) -> str:
    """Return e.g. `baikonur_data-sheet_de.csv`."""
    return f"{file_name(contents, Kit.Format.SHEET).rpartition('.')[0]}.{kind}"


def list_files(contents: KitContents, folder: str = "") -> dict[str, Callable[[IO[bytes]], Any]]:
    """Return all of them by name, for who packs them; none needs a target that can seek."""
    return {
        f"{folder}{sheet_name(contents, kind)}": partial(one.write, contents)
        for kind, one in KINDS.items()
    }
