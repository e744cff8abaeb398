"""One text file: a block of YAML between `---` lines and a Markdown body."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext

from desk.importing.strict_yaml import FrontMatterError, KeyPath, StrictReader, Value, fail

__all__ = ["FrontMatter", "FrontMatterError", "KeyPath", "Value", "read_front_matter"]

LARGEST_FILE = 1_000_000  # bytes
LONGEST_TEXT = 250_000  # characters, of the front matter and of the body
FENCE = "---"


@dataclass(frozen=True)
class FrontMatter:
    """What one file says. `lines` knows the line of every key path."""

    values: dict[str, Value]
    lines: dict[KeyPath, int]
    body: str
    body_line: int


def read_front_matter(data: bytes, file: str) -> FrontMatter:
    """Read one file of at most 1 MB in UTF-8; raises FrontMatterError with line and reason."""
    rows = decode(data, file).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = find_end(rows, file)
    front, body = "\n".join(rows[1:end]), "\n".join(rows[end + 1 :])
    check_length(front, file, 1, gettext("front matter"))
    check_length(body, file, end + 2, gettext("body"))
    reader = StrictReader(front, file, first_line=2)
    return FrontMatter(reader.read(), reader.lines, body, end + 2)


def decode(data: bytes, file: str) -> str:
    """The text of a UTF-8 file; any other encoding is named in the error."""
    if len(data) > LARGEST_FILE:
        message = gettext("The file has %(size)s bytes, expected at most %(limit)s.")
        raise fail(file, None, message % {"size": len(data), "limit": LARGEST_FILE})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = gettext("The file is in UTF-16, expected UTF-8. Save it as UTF-8.")
        raise fail(file, 1, message)
    if b"\0" in data:
        message = gettext("The file holds NUL bytes, so it is binary; expected text in UTF-8.")
        raise fail(file, data.count(b"\n", 0, data.index(b"\0")) + 1, message)
    try:
        # One letter, one spelling: some systems write é as e and an accent.
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = gettext(
            "Byte 0x%(byte)02X is not UTF-8; the file is probably in Latin-1 (Windows-1252). "
            "Save it as UTF-8."
        )
        line = data.count(b"\n", 0, error.start) + 1
        raise fail(file, line, message % {"byte": data[error.start]}) from error


def find_end(rows: list[str], file: str) -> int:
    """The index of the closing fence."""
    first = rows[0].rstrip()
    if first == "+++":
        message = gettext("The front matter is TOML (+++), expected YAML between --- lines.")
        raise fail(file, 1, message)
    if first != FENCE:
        message = gettext("There is no front matter; expected --- in the first line.")
        raise fail(file, 1, message, value=rows[0])
    for index, row in enumerate(rows[1:], start=1):
        if row.rstrip() == FENCE:
            return index
    message = gettext("The front matter is not closed; expected a second line with ---.")
    raise fail(file, 1, message)


def check_length(text: str, file: str, line: int, part: str) -> None:
    if len(text) > LONGEST_TEXT:
        message = gettext("The %(part)s has %(length)s characters, expected at most %(limit)s.")
        facts = {"part": part, "length": len(text), "limit": LONGEST_TEXT}
        raise fail(file, line, message % facts)
