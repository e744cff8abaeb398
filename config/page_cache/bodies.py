"""A finished page in every encoding, and what is sent of it (RFC 9110, sections 8.8 and 12.5.3).

Compressing what is secret together with what a visitor sent lets others guess the secret (BREACH).
Pages here are the same for everybody: there is no secret in them.
"""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import brotli

Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]
PLAIN = "identity"
# The first of those that are equally welcome is sent.
ENCODINGS = ("br", "gzip", PLAIN)
# Beyond these another percent of bytes costs twice the time.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
# What compresses to less than one packet gains nothing.
SMALLEST = 500  # bytes
# Browsers name four or five; what comes after these is not read.
MAX_ENCODINGS = 12
OK = "200 OK"
NOT_MODIFIED = f"{HTTPStatus.NOT_MODIFIED.value} {HTTPStatus.NOT_MODIFIED.phrase}"
# What an answer without body must repeat (RFC 9110, section 15.4.5). The policies of the page that
# a browser has stay with it; only the promise of https is renewed by every answer (RFC 6797).
REPEATED = frozenset(
    ("cache-control", "content-location", "etag", "expires", "strict-transport-security", "vary")
)
OWN = frozenset(("content-length", "content-encoding", "etag", "vary", "last-modified"))


@dataclass(frozen=True)
class Body:
    """The page in one encoding; `short` are the headers of an answer that it has not changed."""

    content: bytes
    etag: str
    headers: Headers
    short: Headers


@dataclass(frozen=True)
class Page:
    bodies: dict[str, Body]

    @property
    def size(self) -> int:
        """Return bytes of memory, nearly: headers are counted once for each encoding."""
        return sum(len(body.content) + 2000 for body in self.bodies.values())


def make_page(headers: Headers, content: bytes, packed: bytes = b"") -> Page:
    """Compress a page; `packed` is what gzip has made of it already, if it has."""
    contents = {PLAIN: content}
    if len(content) >= SMALLEST:
        contents["br"] = brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
        contents["gzip"] = packed or gzip.compress(content, GZIP_LEVEL, mtime=0)
    return build_page(headers, contents)


def build_page(headers: Headers, contents: dict[str, bytes]) -> Page:
    """Return the page from its headers and its contents by encoding."""
    common = [(name, value) for name, value in headers if name.lower() not in OWN]
    return Page({code: _body(common, code, content) for code, content in contents.items()})


def _body(common: Headers, encoding: str, content: bytes) -> Body:
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = [*common, ("Vary", "Accept-Encoding"), ("ETag", etag)]
    short = [(name, value) for name, value in headers if name.lower() in REPEATED]
    if encoding != PLAIN:
        headers.append(("Content-Encoding", encoding))
    headers.append(("Content-Length", str(len(content))))
    return Body(content, etag, headers, short)


def send_page(page: Page, environ: dict[str, Any], start_response: StartResponse) -> list[bytes]:
    """Answer with the page as the client wants it, or with 304 if it has it."""
    encoding = choose_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = page.bodies.get(encoding) or page.bodies[PLAIN]
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known is not None and is_known(body.etag, known):
        start_response(NOT_MODIFIED, list(body.short))
        return []
    start_response(OK, list(body.headers))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body.content]


def is_known(etag: str, sent: str) -> bool:
    """Tell whether If-None-Match names it; a weak one counts as well (section 13.1.2)."""
    return etag in sent or sent.strip() == "*"


@lru_cache(maxsize=512)
def choose_encoding(accepted: str) -> str:
    """Return which encoding an Accept-Encoding header wants most; plain if it does not say."""
    wanted: dict[str, float] = {}
    for part in accepted[:500].lower().split(",", MAX_ENCODINGS)[:MAX_ENCODINGS]:
        name, _, parameters = part.partition(";")
        wanted[name.strip()] = _quality(parameters)
    others = wanted.get("*", 0.0)
    found = {code: wanted.get(code, others) for code in ENCODINGS}
    # Unless somebody says more of it, plain is what is left when nothing else is wanted.
    found[PLAIN] = wanted.get(PLAIN, 0.0)
    best = max(ENCODINGS, key=lambda code: found[code])
    return best if found[best] > 0 else PLAIN


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0
