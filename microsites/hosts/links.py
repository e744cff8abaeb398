"""The links of a page on a film's own host: to its pages as paths, to the company's site whole."""

import re
from html import escape, unescape

from django.conf import settings

TAG = re.compile(r"<(?:a|area|form|link)\b[^>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r'\s(href|action)="([^"]*)"')
# What every host of the site answers itself.
SHARED = (settings.STATIC_URL, settings.MEDIA_URL)


def fit_links(html: str, origin: str) -> str:
    """Return the page with links that are right on the host of `origin`.

    Pages, parts and tags of the whole site write paths of the company's site; those of the
    microsite itself come with the origin. Pictures and styles are shared: their paths hold.
    """

    def change(match: re.Match[str]) -> str:
        name, url = match.group(1), unescape(match.group(2))
        return f' {name}="{escape(_lead(url, origin))}"'

    def change_tag(match: re.Match[str]) -> str:
        tag = match.group(0)
        if tag[:5].lower() == "<link" and f'"{origin}' in tag:
            return tag  # canonical and hreflang stay whole
        return ATTRIBUTE.sub(change, tag)

    return TAG.sub(change_tag, html)


def _lead(url: str, origin: str) -> str:
    if url == origin or url.startswith(f"{origin}/"):
        return url.removeprefix(origin) or "/"
    if url.startswith("/") and not url.startswith(("//", *SHARED)):
        return settings.SITE_URL + url
    return url
