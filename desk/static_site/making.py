"""One address becomes its file: asked for, its links led, written. Runs in every worker."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from desk.static_site import old_sites
from desk.static_site.addresses import place_of
from desk.static_site.asking import Visitor
from desk.static_site.checking import named_files
from desk.static_site.index import write_index
from desk.static_site.options import Options
from desk.static_site.own_pages import entrance_page, first_language, moved_page, search_page
from desk.static_site.rewriting import REWRITERS, Links, is_closed, rewrite_plain
from desk.static_site.stored import LARGE, STYLES, Stored, make_large, path_in_storage
from desk.static_site.writing import Folder, Written

SEARCH = re.compile(r"/([a-z-]+)/search/")
INDEX = re.compile(r"/([a-z-]+)/search\.json")
MISSING = re.compile(r"/(?:([a-z-]+)/)?404\.html")
TEXTS = ("text/", "application/json", "application/schema+json", "image/svg+xml")
TEXT_ENDINGS = (".css", ".js", ".json", ".svg", ".txt")
BLOCK = 1 << 20


@dataclass
class Made:
    """What became of an address; `found` are further ones, `named` files that it leads to.

    `moved` is where it leads instead, with the `status`; `problem` says why there is nothing.
    """

    address: str
    written: Written | None = None
    found: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    moved: str = ""
    status: int = 200
    problem: str = ""
    is_unfinished: bool = False
    policy: str = ""


@dataclass
class Maker:
    """Makes files in one process; what it has reported once it does not report again."""

    options: Options
    folder: Folder
    visitor: Visitor = field(init=False)
    stored: Stored = field(init=False)
    reported: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.visitor = Visitor(self.options)
        self.stored = Stored(settings.STATIC_ROOT)

    def make(self, address: str) -> Made:
        """Make one address. Raises `OSError` if nothing can be written."""
        if is_closed(address):
            return Made(address, problem="is no part of the public site", status=404)
        try:
            place = place_of(address)
        except ValueError as error:
            return Made(address, problem=str(error), status=404)
        if address.startswith(settings.STATIC_URL):
            return self._static(address, place)
        if address.startswith(settings.MEDIA_URL):
            name = address.removeprefix(settings.MEDIA_URL)
            if not name.startswith((LARGE, STYLES)):
                return self._media(address, place, name)
        return self._page(address, place)

    def _static(self, address: str, place: str) -> Made:
        path = self.stored.find_static(address.removeprefix(settings.STATIC_URL))
        if path is None:
            return Made(address, problem="there is no such file", status=404)
        data = path.read_bytes()
        kind = "text/css" if path.suffix == ".css" else ""
        return self._keep(address, place, data, kind, path.suffix in TEXT_ENDINGS)

    def _media(self, address: str, place: str, name: str) -> Made:
        """Take over a stored file that the gate gives to anybody."""
        if not self.stored.is_file(name) or not default_storage.exists(name):
            return Made(address, problem="the file is not public, or is not there", status=404)
        return self._take_over(address, place, name)

    def _take_over(self, address: str, place: str, name: str) -> Made:
        source = path_in_storage(name)
        if source is not None:
            return Made(address, self.folder.link(place, source))
        with default_storage.open(name) as file:
            return Made(address, self.folder.stream(place, iter(lambda: file.read(BLOCK), b"")))

    def _page(self, address: str, place: str) -> Made:
        if search := SEARCH.fullmatch(address):
            return self._answered(address, place, self._show(address, search[1]))
        if index := INDEX.fullmatch(address):
            links = Links(self.options, address, place)
            data = write_index(index[1], links).encode()
            made = self._keep(address, place, data, "", True)
            made.found += self._fresh(links.found)
            return made
        if address == "/":
            return self._answered(address, place, self._show(address, ""))
        with self.visitor.ask(address) as response:
            return self._answered(address, place, response)

    def _show(self, address: str, language: str) -> HttpResponse:
        request: HttpRequest = self.visitor.request(address)
        return search_page(request, language) if language else entrance_page(request)

    def _answered(self, address: str, place: str, response: HttpResponseBase) -> Made:
        is_large = address.startswith(settings.MEDIA_URL + LARGE)
        # Where files lie in a store of their own, the gate leads there whom it lets in.
        if is_large and response.status_code in (200, 302):
            return self._large(address, place, response)
        if response.status_code in (301, 302):
            return self._moved(address, place, response)
        expected = 404 if MISSING.fullmatch(address) else 200
        if response.status_code != expected:
            problem = f"the site answers {response.status_code}"
            return Made(address, problem=problem, status=response.status_code)
        if old_sites.is_old_site(address.partition("?")[0]):
            return self._old(address, place, response)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.streaming:
            return Made(address, self.folder.stream(place, _pieces(response)))
        return self._keep(address, place, _whole(response), kind, _is_text(kind))

    def _large(self, address: str, place: str, response: HttpResponseBase) -> Made:
        """Take a picture in full size; made now if nobody has asked for it before."""
        name = address.removeprefix(settings.MEDIA_URL)
        if make_large(name):
            return self._take_over(address, place, name)
        # Until it can be made, the largest size that is there.
        return Made(address, self.folder.stream(place, _pieces(response)), is_unfinished=True)

    def _old(self, address: str, place: str, response: HttpResponseBase) -> Made:
        """Take a file of an old site as it is; its start page brings all the others."""
        data = _whole(response)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        made = Made(address, self.folder.write(place, data, _is_text(kind)))
        if old_sites.start_of(address) == address:
            made.found = self._fresh(old_sites.list_files(address))
            made.policy = response.headers.get("Content-Security-Policy", "")
        return made

    def _moved(self, address: str, place: str, response: HttpResponseBase) -> Made:
        """Write a page that leads on, where a file of this name can be a page."""
        url = urljoin(address, response.headers["Location"])
        links = Links(self.options, address, place)
        led, whole = links.lead(url), links.lead(url, is_whole=True)
        made = Made(address, moved=whole, status=response.status_code)
        if old_sites.is_old_site(address) and old_sites.start_of(address) == address:
            made.found = self._fresh(old_sites.list_files(address))
        made.found += self._fresh(links.found)
        if place.endswith((".html", ".htm")):
            language = address.split("/")[1] if address.count("/") > 1 else ""
            language = language if language in dict(settings.LANGUAGES) else first_language()
            made.written = self.folder.write(place, moved_page(led, whole, language), True)
        return made

    def _keep(self, address: str, place: str, data: bytes, kind: str, is_text: bool) -> Made:
        """Write what a view answered, its addresses led."""
        links = Links(self.options, address, place, MISSING.fullmatch(address) is not None)
        named: Iterable[str] = ()
        if kind in REWRITERS:
            text = REWRITERS[kind](data.decode(), links)
            named = named_files(text, kind, place, self.options)
            data = text.encode()
        elif address == "/robots.txt":
            data = rewrite_plain(data.decode(), links).encode()
        written = self.folder.write(place, data, is_text)
        return Made(address, written, self._fresh(links.found), self._fresh(named))

    def _fresh(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return what was not reported before, addresses and files alike."""
        fresh = tuple(name for name in names if name not in self.reported)
        self.reported.update(fresh)
        return fresh


def _pieces(response: HttpResponseBase) -> Iterable[bytes]:
    return cast(Iterable[bytes], response)


def _whole(response: HttpResponseBase) -> bytes:
    return b"".join(_pieces(response))


def _is_text(kind: str) -> bool:
    return kind.startswith(TEXTS) or kind.endswith("xml")
