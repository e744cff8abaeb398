"""PDFs at the door: read in full, refused if locked or if they do more than be read.

ISO 32000-2 names what may act: section 12.6 actions, 7.11.4 embedded files, 13 multimedia. A press
book needs none of it, and the reader of a visitor runs some of it without asking.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from assets.naming import clean_name, extension_of
from assets.refusing import HEAD_BYTES, Refused, kind_of, refuse_empty, refuse_lfs_pointer

# It tells of every slip in a file. Whoever uploads one is told what counts.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

if TYPE_CHECKING:
    from assets.refusing import Text

# A press book of 60 pages with pictures for print; more is a file for the printer.
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
# A novel has some 10,000; each costs up to a tenth of a millisecond.
MAX_OBJECTS = 100_000
# Arrays in arrays: pages nest three or four deep.
MAX_DEPTH = 50
# Kinds of actions that start something; following a link, or going to a page, is none of them.
ACTIONS: dict[str, Text] = {
    "/JavaScript": _("a script"),
    "/Launch": _("a command that starts programs"),
    "/ImportData": _("a form that loads data"),
    "/SubmitForm": _("a form that sends data"),
    "/Rendition": _("a video or sound with a script"),
    "/GoToE": _("a way into an embedded file"),
    "/RichMediaExecute": _("a video or sound with a script"),
}
KEYS: dict[str, Text] = {
    "/JS": _("a script"),
    "/EF": _("an embedded file"),
    "/EmbeddedFiles": _("an embedded file"),
    "/RichMediaContent": _("a video or sound with a script"),
    "/XFA": _("a form with a program of its own"),
}


@dataclass(frozen=True)
class AcceptedDocument:
    """A PDF that passed; size in bytes."""

    data: bytes = field(repr=False)
    sha256: str
    pages: int
    original_name: str

    @property
    def size(self) -> int:
        return len(self.data)


def accept_document(data: bytes | BinaryIO, name: str) -> AcceptedDocument:
    """Check a PDF, object by object; raise Refused when it does not pass."""
    data = _read(data)
    refuse_empty(data)
    refuse_lfs_pointer(data)
    shown = clean_name(name)
    _refuse_other_kinds(shown, data)
    pages = _look_into(data, shown)
    return AcceptedDocument(data, hashlib.sha256(data).hexdigest(), pages, shown)


def _read(data: bytes | BinaryIO) -> bytes:
    if not isinstance(data, bytes):
        data.seek(0)
        data = data.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise Refused(
            "too_large",
            _(
                "The PDF has more than %(limit)s MB. Export it with smaller pictures, as for "
                "screens, and upload that."
            ),
            limit=MAX_DOCUMENT_BYTES // 1024**2,
        )
    return data


def _refuse_other_kinds(shown: str, data: bytes) -> None:
    if extension_of(shown) != "pdf" or not data.startswith(b"%PDF-"):
        raise Refused(
            "not_a_pdf",
            _(
                "“%(name)s” is no PDF: it looks like %(found)s. Expected is a PDF whose name ends "
                "in .pdf. Export it as PDF."
            ),
            name=shown,
            found=kind_of(data[:HEAD_BYTES]),
        )


def _look_into(data: bytes, shown: str) -> int:
    """Return the number of pages."""
    try:
        reader = PdfReader(BytesIO(data))
        is_locked = "/Encrypt" in reader.trailer
        numbers = [] if is_locked else _numbers(reader)
        found = None if len(numbers) > MAX_OBJECTS else _find_active(reader, numbers)
        pages = 0 if is_locked or found else len(reader.pages)
    except Exception as error:  # twenty kinds of errors, all of them caused by the bytes
        raise _unreadable(shown) from error
    if is_locked:
        raise Refused(
            "encrypted",
            _(
                "“%(name)s” is encrypted or protected by a password. Save it without protection "
                "and upload that."
            ),
            name=shown,
        )
    if len(numbers) > MAX_OBJECTS:
        raise Refused(
            "too_complex",
            _("“%(name)s” has more than %(limit)s parts. Print it into a new PDF and upload that."),
            name=shown,
            limit=MAX_OBJECTS,
        )
    if found:
        raise Refused(
            "active",
            _(
                "“%(name)s” contains %(found)s. A PDF for visitors may only be read. Print it into "
                "a new PDF, or export it without, and upload that."
            ),
            name=shown,
            found=found,
        )
    if not pages:
        raise _unreadable(shown)
    return pages


def _unreadable(shown: str) -> Refused:
    return Refused(
        "undecodable",
        _(
            "“%(name)s” cannot be read as a PDF: it is damaged or incomplete, or has no pages. "
            "Upload it again, or export it anew."
        ),
        name=shown,
    )


def _numbers(reader: PdfReader) -> list[tuple[int, int]]:
    """Return number and generation of every object that the file lists, used or not."""
    plain = {(number, g) for g, rows in reader.xref.items() for number in rows}
    packed = {(number, 0) for number in reader.xref_objStm}
    return sorted(plain | packed)


def _find_active(reader: PdfReader, numbers: list[tuple[int, int]]) -> Text | None:
    """Return what the document would do, in words; None if it only lies there."""
    objects = (reader.get_object(IndirectObject(n, g, reader)) for n, g in numbers)
    for thing in (reader.trailer, *objects):
        for row in _dictionaries(thing):
            if found := _name_activity(row):
                return found
    return None


def _dictionaries(thing: Any, depth: int = 0) -> Iterator[DictionaryObject]:
    """Yield the dictionaries within one object; what it refers to comes by itself."""
    if depth > MAX_DEPTH:
        raise ValueError("nested too deeply")
    if isinstance(thing, DictionaryObject):
        yield thing
        inner = [thing.raw_get(key) for key in thing]
    else:
        inner = list(thing) if isinstance(thing, ArrayObject) else []
    for value in inner:
        yield from _dictionaries(value, depth + 1)


def _name_activity(row: DictionaryObject) -> Text | None:
    key = next((key for key in KEYS if key in row), None)
    return KEYS[key] if key else ACTIONS.get(str(row.get("/S", "")))
