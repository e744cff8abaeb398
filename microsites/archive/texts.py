"""Pages and styles as bytes: their charset, and the one change that is ever made to them."""

import codecs
import re

# Browsers look for it in so many bytes (HTML, 13.2.3.2).
HEAD_BYTES = 1024
META_CHARSET = re.compile(rb"<meta[^>]{0,500}charset\s*=", re.IGNORECASE)
XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=")
STYLE_CHARSET = re.compile(rb'@charset "')
NAME = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
OLD_CHARSET = re.compile(
    r"(?:ascii|big5|cp\d|euc[-_]|gb|iso[-_]?8859|koi8|latin|mac|s(?:hift)?[-_]?jis|tis|us-ascii"
    r"|windows-\d)",
    re.IGNORECASE,
)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Bound in length: two endless runs of spaces side by side would take minutes for each reader.
VIEWPORT = re.compile(rb"<meta[^>]{0,500}name\s{0,9}=\s{0,9}[\"']?\s{0,9}viewport", re.IGNORECASE)
END_OF_HEAD = re.compile(rb"</head\s*>", re.IGNORECASE)
# Without a scale: phones fit a page of fixed width into the window instead of cutting it off.
ADDED_VIEWPORT = b'<meta name="viewport" content="width=device-width">'
# A page whose head is longer has none.
MAX_HEAD_BYTES = 256 * 1024


def names_charset(data: bytes) -> bool:
    """Tell whether a page, style or data file says itself how it is to be read."""
    head = data[:HEAD_BYTES]
    return (
        head.startswith(MARKS)
        or bool(STYLE_CHARSET.match(head))
        or bool(XML_ENCODING.match(head))
        or bool(META_CHARSET.search(head))
    )


def charset_of(data: bytes) -> str:
    """Return "utf-8" for a text that is that and names no charset itself, else ""."""
    return "utf-8" if not names_charset(data) and _is_utf8(data) else ""


def decode(data: bytes) -> str:
    """Return a text to look into; what cannot be read becomes replacement characters."""
    if data.startswith(MARKS[1:]):
        return data.decode("utf-16", "replace")
    named = NAME.search(data[:HEAD_BYTES])
    if _is_utf8(data):
        return data.decode("utf-8-sig")
    name = named[1].decode("ascii") if named else ""
    # Python knows codecs that raise whatever is asked, and some that need hours.
    if not OLD_CHARSET.match(name):
        return data.decode("cp1252", "replace")
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def has_viewport(data: bytes) -> bool:
    return bool(VIEWPORT.search(data[:MAX_HEAD_BYTES]))


def add_viewport(data: bytes) -> bytes:
    """Return a page with a viewport at the end of its head; one that has it stays as it is."""
    if data.startswith(MARKS[1:]) or has_viewport(data):
        return data
    end = END_OF_HEAD.search(data[:MAX_HEAD_BYTES])
    if end is None:
        return data
    return data[: end.start()] + ADDED_VIEWPORT + data[end.start() :]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
