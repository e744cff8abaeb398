"""A text arrives: bytes of a file are decoded, HTML becomes text, what is no text is refused."""

import re
from html.parser import HTMLParser

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_BYTES = 4 * 1024 * 1024
MOST_CHARACTERS = 400_000
ENDINGS = ("txt", "text", "md", "csv", "tsv", "htm", "html")
TABLES = ("csv", "tsv")
# By their first bytes: what people often have a record in, and what is no text.
FORMATS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX, XLSX, ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS"),
    (b"{\\rtf", "RTF"),
)
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TAG = re.compile(r"</(?:a|b|body|div|h\d|head|html|li|p|span|strong|table|td|tr|ul)\s*>", re.I)
_UNWANTED = re.compile("[\0-\x08\x0b\x0e-\x1f\ud800-\udfff]")


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or cp1252. Raises ValidationError."""
    for begin, name in FORMATS:
        if data.startswith(begin):
            raise ValidationError(
                _("This is a file of the kind %(kind)s, not a text. Open it, copy what it says and "
                  "paste it here.") % {"kind": name}
            )  # fmt: skip
    for encoding in _encodings(data):
        try:
            return _as_text(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise ValidationError(_NO_TEXT())


def _NO_TEXT() -> str:
    return _("This file holds no text. Save it as a text file (.txt) or paste what it says.")


def _encodings(data: bytes) -> tuple[str, ...]:
    marked = [encoding for mark, encoding in MARKS if data.startswith(mark)]
    if marked:
        return (marked[0],)
    start = data[:2_000]
    if start.count(0) > len(start) // 4:
        # Latin letters in UTF-16 have a zero in every other place.
        return ("utf-16-le",) if start[1::2].count(0) >= start[::2].count(0) else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _as_text(text: str) -> str:
    odd = len(_UNWANTED.findall(text[:10_000]))
    if odd > len(text[:10_000]) // 50:
        raise ValidationError(_NO_TEXT())
    return text


def tidy(text: str) -> str:
    """Return the text without signs that no database keeps; a page in HTML becomes its text."""
    bare = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return html_to_text(bare) if is_html(bare) else bare


def is_html(text: str) -> bool:
    head = text.lstrip()[:200].casefold()
    return head.startswith(("<!doctype html", "<html")) or len(_TAG.findall(text)) > 2


class _Words(HTMLParser):
    """Collects what a reader sees; blocks stand on lines of their own."""

    BLOCKS = frozenset(
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "td",
            "th",
            "tr",
            "ul",
            "option",
        ]
    )
    SILENT = frozenset(("script", "style", "head", "template", "noscript"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in self.SILENT
        if tag in self.BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SILENT and self.silent:
            self.silent -= 1
        if tag == "body":
            self.silent = 0
        if tag in self.BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def html_to_text(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
