"""Entries as XML: sitemaps.org 0.9, with Google's extensions for languages, pictures, videos."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from desk.sitemap.entries import Entry, Place, Video
from editorial.xml_text import fit_for_xml
from pages.absolute import absolute
from pages.alternates import make_alternates

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"'
)
# Limits of the extensions.
MOST_IMAGES = 1000
LONGEST_TITLE = 100
LONGEST_DESCRIPTION = 2048


def write_pages(entries: Iterable[Entry], origin: str = "") -> str:
    """Return a `urlset` with one `url` for each language of each entry, on the host of `origin`."""
    urls = "".join(_url(entry, place, origin) for entry in entries for place in entry.places)
    return f"{HEAD}<urlset {SPACES}>\n{urls}</urlset>\n"


def write_index(parts: Sequence[tuple[str, datetime | None]]) -> str:
    """Return a `sitemapindex` of (path, last change)."""
    lines = "".join(
        f"<sitemap>{_tag('loc', absolute(path))}{_changed(moment)}</sitemap>\n"
        for path, moment in parts
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f"{HEAD}<sitemapindex {space}>\n{lines}</sitemapindex>\n"


def _url(entry: Entry, place: Place, origin: str) -> str:
    links = make_alternates({other.language: other.path for other in entry.places}, origin)
    parts = [
        _tag("loc", absolute(place.path, origin)),
        _changed(place.changed_at),
        *(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(url)}"/>'
            for code, url in links
        ),
        *(
            f"<image:image>{_tag('image:loc', absolute(url))}</image:image>"
            for url in entry.images[:MOST_IMAGES]
        ),
        *(_video(video) for video in place.videos),
    ]
    return f"<url>{''.join(parts)}</url>\n"


def _video(video: Video) -> str:
    """Return a video; the schema fixes the order of its elements."""
    parts = [
        _tag("video:thumbnail_loc", absolute(video.thumbnail)),
        _tag("video:title", video.title[:LONGEST_TITLE]),
        _tag("video:description", video.description[:LONGEST_DESCRIPTION]),
        _tag("video:content_loc", absolute(video.content)),
    ]
    if video.seconds and video.seconds >= 1:
        parts.append(_tag("video:duration", str(round(video.seconds))))
    if video.added_at:
        parts.append(_tag("video:publication_date", _moment(video.added_at)))
    return f"<video:video>{''.join(parts)}</video:video>"


def _changed(moment: datetime | None) -> str:
    return _tag("lastmod", _moment(moment)) if moment else ""


def _moment(moment: datetime) -> str:
    """Return the W3C form with the offset: 2012-05-01T10:00:00+00:00."""
    return moment.isoformat(timespec="seconds")


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(fit_for_xml(text))}</{name}>"
