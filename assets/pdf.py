"""PDFs at the door: read in full, refused if locked or if they reach beyond themselves.

ISO 32000-2 names what may act: section 12.6 actions, 7.11.4 embedded files, 13 multimedia. A press
book needs none of it, and the reader of a visitor runs some of it without asking. Scripts come in:
forms and buttons of layout programs bring them, and they reach nothing outside of the document.
What is given out is saved, or shown in a sandbox, in which no script runs (assets/serving.py).
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from django.utils.translation import gettext_lazy as _

from assets.naming import clean_name, extension_of
from assets.refusing import HEAD_BYTES, Refused, kind_of, refuse_empty, refuse_lfs_pointer

if TYPE_CHECKING:
    from assets.refusing import Text

# A press book of 60 pages with pictures for print; more is a file for the printer.
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
# The program that reads; pypdf takes long to load, and the site itself has no need of it.
READER = Path(__file__).with_name("pdf_reading.py")
# One with the most parts that are let in takes six.
SECONDS = 30
# Actions that start something; following a link, or going to a page, is none of them.
DEEDS: dict[str, Text] = {
    "/Launch": _("a command that starts programs"),
    "/ImportData": _("a form that loads data"),
    "/SubmitForm": _("a form that sends data"),
    "/Rendition": _("a video or sound with a script"),
    "/GoToE": _("a way into an embedded file"),
    "/GoToR": _("a way into another file"),
    "/RichMediaExecute": _("a video or sound with a script"),
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
    facts = _read_apart(data, shown)
    if "locked" in facts:
        raise Refused(
            "encrypted",
            _(
                "“%(name)s” is encrypted or protected by a password. Save it without protection "
                "and upload that."
            ),
            name=shown,
        )
    if "parts" in facts:
        raise Refused(
            "too_complex",
            _("“%(name)s” has more than %(limit)s parts. Print it into a new PDF and upload that."),
            name=shown,
            limit=facts["most"],
        )
    if "acts" in facts:
        raise Refused(
            "active",
            _(
                "“%(name)s” contains %(found)s. A PDF for visitors may only be read. Print it into "
                "a new PDF, or export it without, and upload that."
            ),
            name=shown,
            found=DEEDS[facts["acts"]],
        )
    return int(facts["pages"])


def _read_apart(data: bytes, shown: str) -> dict[str, Any]:
    """Return what a process of its own found out, which may neither take long nor need much."""
    try:
        ended = subprocess.run(  # noqa: S603 - our own program, no shell
            [sys.executable, "-I", READER, str(SECONDS)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _endless(shown) from error
    if ended.returncode < 0 or ended.stderr.rstrip().endswith(b"MemoryError"):
        raise _endless(shown)
    if ended.returncode:  # twenty kinds of errors, all of them caused by the bytes
        raise _unreadable(shown)
    facts: dict[str, Any] = json.loads(ended.stdout)
    return facts


def _endless(shown: str) -> Refused:
    return Refused(
        "too_complex",
        _("“%(name)s” takes too long to check. Print it into a new PDF and upload that."),
        name=shown,
    )


def _unreadable(shown: str) -> Refused:
    return Refused(
        "undecodable",
        _(
            "“%(name)s” cannot be read as a PDF: it is damaged or incomplete. "
            "Upload it again, or export it anew."
        ),
        name=shown,
    )
