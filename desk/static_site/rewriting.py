"""The addresses of a page as a static site has them; which of our own it names.

Our templates write every attribute in double quotes and every `<` and `>` of a text as an entity,
so that patterns over tags suffice.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from desk.static_site.addresses import (
    CATALOGUE,
    CLOSED,
    SEARCH,
    chosen_in,
    normalise,
    path_of,
    place_of,
    relative,
)
from desk.static_site.options import Options

TAG = re.compile(r"<([a-z][a-z0-9-]*)\b[^>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r'\s([a-z][a-z0-9:-]*)="([^"]*)"')
NAMING = {"href", "src", "action", "poster", "data-loop", "data-index"}
LINKED_DATA = re.compile(r'(<script type="application/ld\+json"[^>]*>)(.*?)(</script>)', re.DOTALL)
STYLE_URL = re.compile(r"""(url\(\s*["']?|@import\s+["'])([^"')\s]+)""")
# Search engines and other sites want these whole.
WHOLE = re.compile(r'\srel="canonical"|\shreflang="')
DOWNLOAD = re.compile(r"[?&]as=([a-z0-9][a-z0-9_.-]{0,150})")
# What needs a server behind it: the programme's fields, and how many films two filters leave.
FIELDS = re.compile(r'<form class="programme__filter".*?</form>', re.DOTALL)
ORDER = re.compile(r'<p class="catalogue__sort">.*?</p>', re.DOTALL)
COUNTS = re.compile(r'\s*<span class="facet__count">.*?</span>')


@dataclass
class Links:
    """Leads the addresses of one page; `found` collects those of our own, in their normal form.

    With `is_anywhere` the page is shown at any address, as 404 is: nothing in it is relative.
    """

    options: Options
    here: str
    place: str
    is_anywhere: bool = False
    found: dict[str, None] = field(default_factory=dict)

    def own(self, url: str) -> str | None:
        """Return an address of this site from its root, None for a foreign one or a mere part."""
        base = self.options.base
        if url == base or url.startswith((f"{base}/", f"{base}?", f"{base}#")):
            rest = url.removeprefix(base)
            return rest if rest.startswith("/") else f"/{rest}"
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or url.startswith("#") or not url:
            return None
        return url if url.startswith("/") else urljoin(self.here.partition("?")[0], url)

    def lead(self, url: str, is_whole: bool = False) -> str:
        """Return how the page names an address: relative, prefixed or whole; foreign ones alone."""
        own = self.own(url)
        target = self._target(own) if own is not None else None
        if own is None or target is None:
            return url
        if is_whole:
            led = self.options.base + path_of(target)
        elif self.options.is_relative and not self.is_anywhere:
            led = relative(self.place, target)
        else:
            led = self.options.root + path_of(target)
        return led + _end(own)

    def _target(self, own: str) -> str | None:
        address = normalise(own, self.here)
        try:
            target = place_of(address)
        except ValueError:
            return None
        self.found[address] = None
        return target


def _end(own: str) -> str:
    """Return what stays behind the path: the part of the page, and the question of a search."""
    address, mark, part = own.partition("#")
    path, _mark, query = address.partition("?")
    asked = f"?{query}" if query.startswith("q=") and SEARCH.fullmatch(path) else ""
    return asked + mark + part


def is_closed(address: str) -> bool:
    return CLOSED.match(address) is not None


def rewrite_html(text: str, links: Links) -> str:
    """Return the page with its addresses led."""
    text = FIELDS.sub("", text)
    if CATALOGUE.fullmatch(links.here.partition("?")[0]) and chosen_in(links.here):
        text = COUNTS.sub("", ORDER.sub("", text))
    text = TAG.sub(lambda tag: _tag(tag, links), text)
    return LINKED_DATA.sub(lambda m: m[1] + rewrite_text(m[2], links) + m[3], text)


def _tag(tag: re.Match[str], links: Links) -> str:
    name, whole = tag[1].lower(), tag[0]
    is_whole = name == "meta" or (name == "link" and WHOLE.search(whole) is not None)

    def change(found: re.Match[str]) -> str:
        return _attribute(name, found, links, is_whole, " download" in whole)

    return ATTRIBUTE.sub(change, whole)


def _attribute(tag: str, found: re.Match[str], links: Links, is_whole: bool, is_saved: bool) -> str:
    name, value = found[1], unescape(found[2])
    if name.endswith("srcset"):
        parts = (part.split() for part in value.split(",") if part.strip())
        led = ", ".join(" ".join([links.lead(p[0], is_whole), *p[1:]]) for p in parts)
        return f' {name}="{escape(led)}"'
    if tag == "meta":
        is_ours = name == "content" and value.startswith(f"{links.options.base}/")
        return f' {name}="{escape(links.lead(value, True))}"' if is_ours else found[0]
    if name not in NAMING:
        return found[0]
    if value.startswith("webcal:"):
        return f' {name}="{escape(_calendar(value, links))}"'
    saved = DOWNLOAD.search(value) if not is_saved else None
    more = f' download="{saved[1]}"' if saved else ""
    return f' {name}="{escape(links.lead(value, is_whole))}"{more}'


def _calendar(url: str, links: Links) -> str:
    """Lead what calendars subscribe to, which has a scheme of its own."""
    scheme = links.options.base.partition(":")[0]
    led = links.lead(scheme + url.removeprefix("webcal"), is_whole=True)
    return f"webcal{led.removeprefix(scheme)}"


def rewrite_style(text: str, links: Links) -> str:
    """Return a style sheet; what it names beside itself stays as it is."""

    def change(found: re.Match[str]) -> str:
        led = links.lead(found[2])
        return found[1] + (led if found[2].startswith("/") else found[2])

    return STYLE_URL.sub(change, text)


def rewrite_text(text: str, links: Links) -> str:
    """Return data or a feed; addresses in them are whole, and stay so."""
    pattern = re.compile(re.escape(links.options.base) + r"(?=[/\"<?#])[^\s\"'<>\\&]*")
    return pattern.sub(lambda found: links.lead(found[0], is_whole=True), text)


def rewrite_plain(text: str, links: Links) -> str:
    """Return robots.txt, whose paths begin at the root of the host."""
    return re.sub(r"^(Disallow: )/", rf"\g<1>{links.options.root}/", text, flags=re.MULTILINE)


Rewrite = Callable[[str, Links], str]
REWRITERS: dict[str, Rewrite] = {
    "text/html": rewrite_html,
    "text/css": rewrite_style,
    "application/json": rewrite_text,
    "application/schema+json": rewrite_text,
    "application/xml": rewrite_text,
    "application/atom+xml": rewrite_text,
}
