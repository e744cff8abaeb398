"""What does not work, or works differently, in an old site: read once, kept by content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from assets.naming import extension_of
from assets.sites import Archive, open_archive
from assets.sites.choosing import languages
from assets.sites.types import is_index, is_page
from microsites.archive.links import Link, find_links, find_style_links, take_apart
from microsites.archive.places import find_place, is_mounted, join_path
from microsites.archive.texts import decode, has_viewport

MISSING, BROKEN, OUTSIDE, CASE = "missing", "broken", "outside", "case"
FOREIGN, STORAGE, FRAMES, FORMS = "foreign", "storage", "frames", "forms"
VIEWPORT, UNLINKED, UNREAD = "viewport", "unlinked", "unread"
KINDS = (
    MISSING,
    BROKEN,
    FOREIGN,
    STORAGE,
    OUTSIDE,
    FRAMES,
    FORMS,
    CASE,
    VIEWPORT,
    UNLINKED,
    UNREAD,
)

# Larger ones are lists of data; a site of a thousand pages has about 20 MB of them.
MAX_TEXT_BYTES = 2 * 1024 * 1024
MAX_READ_BYTES = 40 * 1024 * 1024
TOUCHES = re.compile(
    r"document\s{0,9}\.\s{0,9}cookie|\b(?:localStorage|sessionStorage|indexedDB)\b"
    r"|navigator\s{0,9}\.\s{0,9}serviceWorker"
)
SCRIPT_HOST = re.compile(r"""["'](?:https?:)?//([a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,6})""")
# Names of formats that look like addresses.
NOT_ASKED = {"www.w3.org", "schema.org", "ogp.me", "ns.adobe.com"}
FORM = re.compile(r"<form[\s>]", re.IGNORECASE)
QUIET = ("data:", "mailto:", "tel:", "javascript:", "about:", "blob:", "#", "sms:", "skype:")
# Asked for by browsers and machines, without a link.
UNASKED = re.compile(
    r"(?:.*/)?(?:favicon\.ico|robots\.txt|apple-touch-icon[^/]*|sitemap\.xml)", re.I
)


@dataclass(frozen=True)
class Finding:
    """`kind` is one of KINDS, `page` the file in which it stands, `value` what stands there."""

    kind: str
    page: str
    value: str = ""


@lru_cache(maxsize=8)
def examine(sha256: str) -> tuple[Finding, ...]:
    """Return what is to be told about a kept archive. Raises OSError, Refused if it is damaged."""
    return tuple(dict.fromkeys(_Examiner(open_archive(sha256)).run()))


class _Examiner:
    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.mounted = is_mounted(archive.sha256)
        self.languages = archive.languages or languages()[:1]
        self.linked: set[str] = set()
        self.left = MAX_READ_BYTES

    def run(self) -> Iterator[Finding]:
        for name, member in sorted(self.archive.members.items()):
            extension = extension_of(name.rpartition("/")[2])
            if not (is_page(name) or extension in ("css", "js", "mjs")):
                continue
            if member.size > min(MAX_TEXT_BYTES, self.left):
                yield Finding(UNREAD, name)
                continue
            self.left -= member.size
            data = self.archive.read(member)
            if is_page(name):
                yield from self._page(name, data)
            elif extension == "css":
                yield from self._links(name, find_style_links(decode(data)))
            else:
                yield from self._script(name, decode(data))
        yield from self._unlinked()

    def _page(self, name: str, data: bytes) -> Iterator[Finding]:
        page = decode(data)
        if not has_viewport(data):
            yield Finding(VIEWPORT, name)
        yield from self._links(name, find_links(page))
        body, scripts = take_apart(page)
        for script in scripts:
            yield from self._script(name, script)
        if FORM.search(body):
            yield Finding(FORMS, name)

    def _script(self, name: str, script: str) -> Iterator[Finding]:
        for match in TOUCHES.finditer(script):
            yield Finding(STORAGE, name, re.sub(r"\s", "", match[0]))
        for match in SCRIPT_HOST.finditer(script):
            if match[1].lower() not in NOT_ASKED:
                yield Finding(FOREIGN, name, match[1].lower())

    def _links(self, name: str, links: Iterator[Link]) -> Iterator[Finding]:
        for link in links:
            url = link.url.strip()
            if not url or url.lower().startswith(QUIET):
                continue
            if link.tag in ("iframe", "frame"):
                yield Finding(FRAMES, name, url)
            yield from self._link(name, link, url)

    def _link(self, name: str, link: Link, url: str) -> Iterator[Finding]:
        host = _host_of(url)
        if host is not None:
            if link.loads and host:
                yield Finding(FOREIGN, name, host)
            return
        if url.startswith("/"):
            yield Finding(MISSING if link.loads else OUTSIDE, name, url)
            return
        if url.startswith("?"):
            return
        found, is_other, is_inside = self._look_up(name, url)
        if not is_inside:
            yield Finding(MISSING if link.loads else OUTSIDE, name, url)
        elif not found:
            yield Finding(MISSING if link.loads else BROKEN, name, url)
        elif is_other:
            yield Finding(CASE, name, url)

    def _look_up(self, name: str, url: str) -> tuple[bool, bool, bool]:
        """Return whether a relative URL finds a file, one of other capitals, and stays inside."""
        first, _slash, rest = name.partition("/")
        own = first.lower()
        is_below = self.mounted and own in self.archive.languages
        base = rest if is_below else name
        path = join_path(base, url)
        if path is None:
            return False, False, False
        found = is_other = False
        for language in [own] if is_below else self.languages:
            place = find_place(self.archive, language, path)
            for _step in range(3):
                if place.leads_to is not None:
                    place = find_place(self.archive, *place.leads_to)
            if place.member is not None:
                shown = place.member.name
                found = True
                self.linked.add(shown)
                is_folded = shown.casefold().endswith(path.casefold())
                is_other |= is_folded and not shown.endswith(path)
        return found, is_other, True

    def _unlinked(self) -> Iterator[Finding]:
        starts = {"", *self.archive.languages}
        for name in self.archive.members:
            is_start = is_index(name) and name.rpartition("/")[0].lower() in starts
            if name not in self.linked and not is_start and not UNASKED.fullmatch(name):
                yield Finding(UNLINKED, name)


def _host_of(url: str) -> str | None:
    """Return the host of a whole address, "" for one of another kind, None for a path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if url.startswith("//") or parts.scheme in ("http", "https", "ftp"):
        return (parts.hostname or "")[:100]
    return "" if parts.scheme else None
