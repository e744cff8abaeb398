"""What a finished file names, read from the file as a browser would: nothing of how it was made."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from desk.static_site.addresses import INDEX, path_of
from desk.static_site.options import Options

NAMED = re.compile(
    r'\s(?:href|src|action|poster|data-loop|data-index)="([^"]*)"|\s[a-z-]*srcset="([^"]*)"'
)
STYLE_NAMED = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)""")


def named_files(text: str, kind: str, place: str, options: Options) -> set[str]:
    """Return the files of the site that a text of this media type names."""
    at = options.base + path_of(place)
    urls = _in_page(text) if kind == "text/html" else _in_text(text, kind, options)
    whole = (urljoin(at, url) for url in urls)
    return {_file_of(url, options) for url in whole if url.startswith(options.base + "/")}


def _in_page(text: str) -> Iterator[str]:
    for match in NAMED.finditer(text):
        if match[1] is not None:
            yield unescape(match[1]).replace("webcal:", "https:", 1)
        else:
            yield from (part.split()[0] for part in unescape(match[2]).split(",") if part.strip())


def _in_text(text: str, kind: str, options: Options) -> Iterator[str]:
    if kind == "text/css":
        yield from (match[1] for match in STYLE_NAMED.finditer(text))
    elif kind.endswith(("json", "xml")):
        yield from re.findall(re.escape(options.base) + r"/[^\s\"'<>\\&]*", text)


def _file_of(url: str, options: Options) -> str:
    path = unquote(urlsplit(url).path).removeprefix(options.root).lstrip("/")
    return path + INDEX if not path or path.endswith("/") else path
