"""What a picture's file says of itself: caption, photographer, rights, date, people.

Three standards hold the same facts. XMP is asked first, IPTC-IIM second, EXIF last (Metadata
Working Group, Guidelines for Handling Image Metadata 2.0, section 5). All of it is bytes of the
uploader: what cannot be read is left out, and nothing here raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, BinaryIO, cast

from PIL import ExifTags, Image
from PIL.ImageFile import ImageFile
from PIL.IptcImagePlugin import getiptcinfo

from assets.decoding import open_image
from assets.naming import is_visible
from assets.xmp import read_xmp

# The columns of a picture are 500 and 200 characters wide; people on one picture are few.
MAX_CAPTION = 500
MAX_NAME = 200
MAX_PEOPLE = 30
# What cameras write into the description without being asked.
CAMERA_WORDS = re.compile(
    r"(?:olympus|minolta|konica|sony|samsung|kodak|sanyo|dsc|dcim|digital camera|camera|[\W\d_])*",
    re.IGNORECASE,
)
SIGN = re.compile(r"^(?:\s|©|\(c\)|copyright\b|:)+", re.IGNORECASE)
# IPTC-IIM 4.2: record and data set.
CHARSET, CREATED, BYLINE, CREDIT, RIGHTS, CAPTION = (
    (1, 90), (2, 55), (2, 80), (2, 110), (2, 116), (2, 120),
)  # fmt: skip
# ISO 2022 escape sequences: what follows is UTF-8, or the right half of Latin-1.
UTF_8, LATIN_1 = b"\x1b%G", {b"\x1b.A", b"\x1b-A"}


@dataclass(frozen=True)
class FileWords:
    """Captions by language ('' where the file does not say which), `taken_on` as YYYY-MM-DD."""

    captions: Mapping[str, str] = field(default_factory=dict)
    photographer: str = ""
    copyright: str = ""
    credit_line: str = ""
    taken_on: str = ""
    people: tuple[str, ...] = ()


def read_words(source: bytes | BinaryIO) -> FileWords:
    """Return what the file says; empty where it says nothing that can be understood."""
    try:
        image = open_image(source)
    except Exception:  # bytes of the uploader: Pillow raises some ten kinds of errors
        return FileWords()
    found = FileWords()
    for read in (_from_xmp, _from_iptc, _from_exif):
        try:
            found = _fill(found, read(image))
        except Exception:  # noqa: S112  # nosec B112  # as above; the other standards still count
            continue
    return found


def _fill(first: FileWords, second: FileWords) -> FileWords:
    """Return `first` with its gaps filled."""
    names = (one.name for one in fields(FileWords))
    return FileWords(**{name: getattr(first, name) or getattr(second, name) for name in names})


def _from_xmp(image: Image.Image) -> FileWords:
    found = read_xmp(image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b"")
    captions = {code: tidy(text, MAX_CAPTION) for code, text in found.description.items()}
    rights = next(iter(found.rights.values()), "")
    return FileWords(
        captions={code: text for code, text in captions.items() if text},
        photographer=tidy(", ".join(found.creators), MAX_NAME),
        copyright=owner_of(rights),
        credit_line=tidy(found.credit, MAX_NAME),
        taken_on=_date(found.created),
        people=tuple(name for one in found.people[:MAX_PEOPLE] if (name := tidy(one, MAX_NAME))),
    )


def _from_iptc(image: Image.Image) -> FileWords:
    found: dict[tuple[int, int], Any] = getiptcinfo(cast(ImageFile, image)) or {}
    charset = found.get(CHARSET, b"")

    def text(tag: tuple[int, int], limit: int = MAX_NAME) -> str:
        values = found.get(tag, [])
        values = values if isinstance(values, list) else [values]
        return tidy(", ".join(_decode(value, charset) for value in values), limit)

    caption = text(CAPTION, MAX_CAPTION)
    return FileWords(
        captions={"": caption} if caption else {},
        photographer=text(BYLINE),
        copyright=owner_of(text(RIGHTS)),
        credit_line=text(CREDIT),
        taken_on=_date(text(CREATED)),
    )


def _decode(value: bytes, charset: Any) -> str:
    """Return the text; without a declared character set UTF-8 is recognised by itself."""
    if charset in LATIN_1:
        return value.decode("latin-1")
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8" if charset == UTF_8 else "cp1252", errors="replace")


def _from_exif(image: Image.Image) -> FileWords:
    exif = image.getexif()
    caption = tidy(_ascii(exif.get(ExifTags.Base.ImageDescription)), MAX_CAPTION)
    if CAMERA_WORDS.fullmatch(caption):
        caption = ""
    taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    return FileWords(
        captions={"": caption} if caption else {},
        photographer=tidy(_ascii(exif.get(ExifTags.Base.Artist)), MAX_NAME),
        copyright=owner_of(_ascii(exif.get(ExifTags.Base.Copyright))),
        taken_on=_date(_ascii(taken)),
    )


def _ascii(value: Any) -> str:
    """EXIF knows ASCII only; what programs write is UTF-8, which Pillow reads as Latin-1."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    text = value if isinstance(value, str) else ""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def tidy(text: str, limit: int) -> str:
    """Return one line of visible characters, at most `limit` of them."""
    visible = "".join(char if is_visible(char) else " " for char in text)
    line = " ".join(visible.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def owner_of(text: str) -> str:
    """Return a notice of copyright without its sign: “© 2011 Nord Film” → “2011 Nord Film”."""
    return SIGN.sub("", tidy(text, MAX_NAME))


def _date(text: str) -> str:
    """Return the day of 2011-05-04T10:00, 2011:05:04 10:00:00 or 20110504; '' for others."""
    match = re.match(r"(\d{4})[-:]?(\d{2})[-:]?(\d{2})(?!\d)", text)
    if match is None or not ("01" <= match[2] <= "12" and "01" <= match[3] <= "31"):
        return ""
    return f"{match[1]}-{match[2]}-{match[3]}"
