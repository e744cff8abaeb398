"""The text of a file that somebody has saved from a browser or a word processor."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST_FILE = 2_000_000  # bytes
BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
)
# Of a text in Latin letters in UTF-16 every second byte is zero.
ZEROS = 0.3


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252.

    Raises ValidationError for what is missing, too large, empty or no text.
    """
    if not path.is_file():
        raise ValidationError(_("There is no file %(path)s."), params={"path": path})
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        told = {"path": path, "reason": error.strerror}
        message = _("%(path)s cannot be read: %(reason)s.")
        raise ValidationError(message, params=told) from error
    if size > LARGEST_FILE:
        limits = {"size": size, "limit": LARGEST_FILE}
        message = _("The file has %(size)s bytes, expected at most %(limit)s.")
        raise ValidationError(message, params=limits)
    text = decode(data)
    if not text.strip():
        raise ValidationError(_("The file is empty."))
    return text


def decode(data: bytes) -> str:
    """Return the text of some bytes. Raises ValidationError for what is no text."""
    if data.startswith(BINARY):
        raise _no_text()
    encodings: tuple[str, ...] = ("utf-8-sig", "cp1252")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif b"\0" in data:
        encodings = _utf16(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(ord(letter) < 32 and letter not in "\t\n\r\f\v" for letter in text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise _no_text()


def _utf16(data: bytes) -> tuple[str, ...]:
    """Return which order of bytes a text without a mark has, () for none."""
    half = max(len(data) // 2, 1)
    if data[1::2].count(0) > ZEROS * half > data[::2].count(0):
        return ("utf-16-le",)
    if data[::2].count(0) > ZEROS * half > data[1::2].count(0):
        return ("utf-16-be",)
    return ()


def _no_text() -> ValidationError:
    return ValidationError(
        _(
            "The file is no plain text. Expected text in UTF-8: open it in its program, copy what "
            "it says and save that as a .txt file."
        )
    )
