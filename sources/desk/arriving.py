"""A text arrives: bytes of a file are decoded, HTML becomes text, what is no text is refused."""

import re
from collections.abc import Iterator
from html import unescape

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


# html.parser needs quadratic time for tags that never end; these match each letter once.
_WHOLE_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]{0,30})(?=[\s/>])"
    r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>",
    re.IGNORECASE,
)
_PLAIN_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]{0,30})(?=[\s/>])[^<>]*+>", re.I)
MOST_BROKEN = 20  # tags with a quotation mark that never ends; then quotation marks mean nothing
_LONG_NUMBER = re.compile(r"&#x?[0-9a-f]{8,}", re.I)  # no character, and too long for int()
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "li", "main", "nav", "ol", "option", "p", "pre", "section", "table", "td", "th",
        "tr", "ul",
    )
)  # fmt: skip
SILENT = frozenset(("script", "style", "head", "template", "noscript"))
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "textarea", "title")
}


def _tokens(html: str) -> Iterator[tuple[str, str]]:
    """Yield (text, "") and ("", tag): "p" begins a paragraph, "/p" ends it."""
    at = broken = 0
    last_remark = html.rfind("-->")
    while (sign := html.find("<", at)) >= 0:
        yield html[at:sign], ""
        pattern = _WHOLE_TAG if broken < MOST_BROKEN else _PLAIN_TAG
        if html.startswith(("<!", "<?"), sign):
            at = _end_of_remark(html, sign, last_remark)
            if not at:
                yield html[sign:], ""
                return
        elif found := pattern.match(html, sign) or _PLAIN_TAG.match(html, sign):
            broken += pattern is not found.re
            at, tag = found.end(), found["name"].lower()
            yield "", found["end"] + tag
            if not found["end"] and tag in _RAW_ENDS:
                ends = _RAW_ENDS[tag].search(html, at)
                yield html[at : ends.start() if ends else len(html)], ""
                at = ends.start() if ends else len(html)
        else:
            broken += 1
            yield "<", ""
            at = sign + 1
    yield html[at:], ""


def _end_of_remark(html: str, start: int, last: int) -> int:
    """Return where "<!-- -->" or "<!doctype>" ends, 0 if never. `last` is the last "-->"."""
    if html.startswith("<!--", start) and start + 4 <= last:
        return html.find("-->", start + 4) + 3
    return html.find(">", start) + 1


def html_to_text(html: str) -> str:
    """Return what a reader sees of a page; blocks stand on lines of their own."""
    pieces: list[str] = []
    silent = 0
    for text, tag in _tokens(html):
        name = tag.removeprefix("/")
        if name in SILENT:
            silent = max(0, silent + (1 if name == tag else -1))
        if tag == "/body":
            silent = 0
        if name in BLOCKS:
            pieces.append("\n")
        elif text and not silent:
            pieces.append(re.sub(r"\s+", " ", unescape(_LONG_NUMBER.sub("", text))))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
