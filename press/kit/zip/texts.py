"""Texts of the kit, each in a file of its own; the kit as a document; the data sheet."""

from os import SEEK_END
from typing import IO, BinaryIO, cast

from press.kit.contents import KitContents
from press.kit.formats import FORMATS
from press.kit.names import file_name
from press.kit.plain import paragraphs_of
from press.kit.sheet.files import list_files as list_sheet_files
from press.kit.zip.packing import Writer
from press.kit.zip.wording import mark_draft
from press.models import Kit

# From the shortest on; then what the press asks for besides.
NAMES = (
    "logline", "synopsis_short", "synopsis_medium", "synopsis_long", "press_note",
    "directors_statement", "production_notes", "interview",
)  # fmt: skip
DOCUMENTS = (Kit.Format.PDF, Kit.Format.DOCX)


def list_texts(contents: KitContents) -> dict[str, Writer]:
    """Return the files; a text that an edition has only in another language is none of its own."""
    files: dict[str, Writer] = {}
    for edition in contents.editions:
        code = edition.language.lower()
        for field in NAMES:
            text = getattr(edition.film, field)
            if text and not text.is_foreign:
                name = f"texts/{contents.key}_{field.replace('_', '-')}_{code}.txt"
                told = mark_draft(contents, edition, paragraphs_of(text.value))
                files[name] = write_text(told)
    for format in DOCUMENTS:
        if format in FORMATS:
            files[f"texts/{file_name(contents, format)}"] = _document(contents, format)
    return files | list_sheet_files(contents, "texts/")


def _document(contents: KitContents, format: Kit.Format) -> Writer:
    def write(target: IO[bytes]) -> None:
        FORMATS[format].write(contents, cast(BinaryIO, target), lambda percent, step: None)
        target.seek(0, SEEK_END)

    return write


def write_text(text: str) -> Writer:
    """Return what writes the text as UTF-8; characters that have no place there become `?`."""
    return lambda target: target.write(f"{text}\n".encode("utf-8", "replace"))
