"""The bytes of a table as text: in whatever encoding office programs write."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Bytes. A film's credits and festivals as a table are a hundredth of it.
LARGEST = 2 * 1024 * 1024
_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# How files begin that are no text: ZIP and so Excel and Numbers, old Excel, PDF, pictures.
_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff]")


def decode_table(data: bytes) -> str:
    """Return the text. Raises ValidationError for what is no text, is empty or too large."""
    if len(data) > LARGEST:
        raise ValidationError(
            _("The file has more than %(most)d MB. Leave out what is not about this film.")
            % {"most": LARGEST // 1024 // 1024}
        )
    if data.startswith(_OTHERS):
        raise ValidationError(
            _("This is no text. Save the table as CSV (“Save as …” in Excel or Calc).")
        )
    return clean_table(_decode(data))


def clean_table(text: str) -> str:
    """Return the text without control characters. Raises ValidationError if nothing is left."""
    if len(text) > LARGEST:
        raise ValidationError(
            _("The text has more than %(most)d million characters. Leave some rows out.")
            % {"most": LARGEST // 1024 // 1024}
        )
    ended = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    cleaned = _CONTROL.sub("", ended)
    if not cleaned.strip():
        raise ValidationError(_("There is nothing in it. Choose a file or paste rows."))
    return cleaned


def _decode(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "")
    encoding = encoding or _guess_wide(data)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        pass
    if encoding or b"\0" in data:
        raise ValidationError(_("The file is damaged or no text. Save the table as CSV in UTF-8."))
    # Every byte means something there; five that mean nothing become a sign that is seen.
    return data.decode("cp1252", errors="replace")


def _guess_wide(data: bytes) -> str:
    """Return UTF-16 without a mark by its zeros, which stand in every second place."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 and not even:
        return "utf-16-le"
    if even > len(sample) // 4 and not odd:
        return "utf-16-be"
    return ""
