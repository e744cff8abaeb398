"""The refusal of a file, and what a file that was refused seems to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Text = str | StrPromise

# Enough for a byte order mark, an XML declaration, a comment and a doctype before the root.
HEAD_BYTES = 1024
LFS_POINTER = b"version https://git-lfs.github.com/spec/"

# In this order: the first that fits the beginning of a file names it.
SIGNATURES: list[tuple[re.Pattern[bytes], Text]] = [
    (re.compile(rb"[\xc5]\xd0\xd3\xc6|%!PS"), _("an EPS or PostScript file")),
    (re.compile(rb"%PDF-"), _("a PDF document")),
    (re.compile(rb"8BPS"), _("a Photoshop file")),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), _("a TIFF picture")),
    (re.compile(rb"BM.{4}\0\0\0\0", re.S), _("a BMP picture")),
    (re.compile(rb"\0\0\x01\0"), _("an icon file")),
    (re.compile(rb"SIMPLE  ="), _("a FITS picture")),
    (re.compile(rb".{4}ftyp(heic|heix|hevc|heim|heis|mif1|msf1)", re.S), _("a HEIC picture")),
    (re.compile(rb".{4}ftypavi[fs]", re.S), _("an AVIF picture")),
    (re.compile(rb".{4}ftyp", re.S), _("a video")),
    (re.compile(rb"\xff\xd8\xff"), _("a JPEG picture")),
    (re.compile(rb"\x89PNG"), _("a PNG picture")),
    (re.compile(rb"GIF8"), _("a GIF picture")),
    (re.compile(rb"RIFF.{4}WEBP", re.S), _("a WebP picture")),
    (re.compile(rb"RIFF.{4}AVI ", re.S), _("an AVI video")),
    (re.compile(rb"\x1a\x45\xdf\xa3"), _("a Matroska or WebM video")),
    (re.compile(rb"PK\x03\x04"), _("a ZIP archive or office document")),
    (re.compile(rb"\x1f\x8b"), _("a compressed file")),
    (re.compile(rb"MZ"), _("a program")),
    (re.compile(rb"\x7fELF|#!"), _("a program")),
    (re.compile(rb"#EXTM3U"), _("a playlist")),
    (re.compile(rb"ffconcat "), _("a playlist")),
    (re.compile(rb"(?i)(<[?!][^>]*>\s*)*<mpd[\s>]"), _("a playlist")),
    (
        re.compile(rb"(?i)(<[?!][^>]*>\s*)*<(html|head|body|script|!doctype html)[\s>]"),
        _("a web page"),
    ),
    # The document type may bring a bomb of entities before the root.
    (re.compile(rb"(?is)<svg[\s>]|<[?!].*<svg[\s>]"), _("an SVG drawing")),
    (re.compile(rb"<\?xml|<[a-zA-Z!]"), _("an XML or HTML text")),
]


class Refused(ValidationError):
    """A file that does not pass its door; `code` says why, the message what to do."""

    def __init__(self, code: str, message: Text, **params: Any) -> None:
        super().__init__(message, code=code, params=params or None)


def refuse_empty(head: bytes) -> None:
    if not head:
        raise Refused(
            "empty",
            _("The file is empty (0 bytes). Upload it again; the transfer may have broken off."),
        )


def refuse_lfs_pointer(head: bytes) -> None:
    """Refuse what a checkout without Git LFS leaves in place of a large file."""
    if head.startswith(LFS_POINTER):
        raise Refused(
            "lfs_pointer",
            _(
                "This is only a Git LFS pointer, a note of about 130 bytes that stands for the "
                "file. Fetch the file itself with “git lfs pull” and upload that."
            ),
        )


def kind_of(head: bytes) -> Text:
    """Say in words what a file that begins with `head` seems to be."""
    start = head[:HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    text = start.lstrip()
    for pattern, kind in SIGNATURES:
        if pattern.match(start) or pattern.match(text):
            return kind
    return _("plain text") if _is_text(start) else _("an unknown kind of file")


def _is_text(data: bytes) -> bool:
    return all(byte >= 32 or byte in b"\t\r\n\f" for byte in data)
