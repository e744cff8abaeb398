"""The formats a kit can have, each loaded when it is first asked for.

A module offers `VERSION: str` and `write(contents, target, progress)`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from press.models import Kit

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Progress = Callable[[int, str], None]


@dataclass(frozen=True)
class Source:
    """Where a format is written, how its files end, and what they are."""

    module: str
    extension: str
    content_type: str


SOURCES: dict[Kit.Format, Source] = {
    Kit.Format.PDF: Source("press.kit.pdf", "pdf", "application/pdf"),
    Kit.Format.SHORT: Source("press.kit.pdf.short", "pdf", "application/pdf"),
    Kit.Format.DOCX: Source("press.kit.docx", "docx", WORD),
    Kit.Format.SHEET: Source("press.kit.sheet", "docx", WORD),
    Kit.Format.ZIP: Source("press.kit.zip", "zip", "application/zip"),
}


class Formats(Mapping[Kit.Format, Any]):
    """The modules of the formats, in the order of `SOURCES`."""

    def __getitem__(self, format: Kit.Format) -> Any:
        return load(SOURCES[format].module)

    def __iter__(self) -> Iterator[Kit.Format]:
        return iter(SOURCES)

    def __len__(self) -> int:
        return len(SOURCES)


FORMATS = Formats()


def version_of(format: Kit.Format) -> str:
    """Return what tells files of the same contents apart: format and version of its code.

    Raises `KeyError` for a format that is not offered.
    """
    return f"{format.value} {FORMATS[format].VERSION}"


def load(name: str) -> ModuleType:
    return import_module(name)
