"""The links of a previewed page: to its other previews, or nowhere; files with a pass."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from django.conf import settings

TAG = re.compile(r"<([a-z][a-z0-9-]*)\b[^>]*>", re.IGNORECASE)
# Any attribute may name a file: scripts read theirs from data-….
ATTRIBUTE = re.compile(r'\s([a-z][a-z0-9:-]*)="([^"]*)"')
LINKS = (("a", "href"), ("form", "action"))
MEDIA = re.compile(r"/media/[^\s,\"]+")
FREE = ("#", "mailto:", "tel:", "data:", "/static/")

Pass = Callable[[str], str]


def rewrite_links(
    html: str, counterparts: Mapping[str, str], give_pass: Pass | None = None, target: str = ""
) -> str:
    """Return the page with its links made fit for a preview.

    Links to previews, and to pages that have one, lead there (in the frame `target`), others
    of the site nowhere, foreign ones to a new window. `give_pass` makes the address of a file that
    an outsider may open.
    """

    def rewrite(match: re.Match[str]) -> str:
        name = match.group(1).lower()

        def change(attribute: re.Match[str]) -> str:
            return _attribute(name, attribute, counterparts, give_pass, target)

        return ATTRIBUTE.sub(change, match.group(0))

    return TAG.sub(rewrite, html)


def _attribute(
    tag: str,
    match: re.Match[str],
    counterparts: Mapping[str, str],
    give_pass: Pass | None,
    target: str,
) -> str:
    name, url = match.group(1), unescape(match.group(2))
    if "/media/" in url and (name.endswith("srcset") or url.startswith("/media/")):
        passed = MEDIA.sub(lambda m: give_pass(m.group(0)), url) if give_pass else url
        return f' {name}="{escape(passed)}"'
    if (tag, name) not in LINKS or url.startswith(FREE):
        return match.group(0)
    # A microsite may stand on a host of its own, and names the house's pages in full.
    if url.startswith(f"{settings.SITE_URL}/"):
        url = url.removeprefix(settings.SITE_URL)
    preview = _counterpart(url, counterparts)
    if preview:
        frame = f' target="{target}"' if target else ""
        return f' {name}="{escape(preview)}"{frame}'
    if url.startswith(("http://", "https://")):
        return f' {name}="{escape(url)}" target="_blank" rel="noopener noreferrer"'
    return ""


def _counterpart(url: str, counterparts: Mapping[str, str]) -> str:
    """Return the preview of a page, with the part and the query that the link names; else ''."""
    if url in counterparts.values():
        return url
    address, _hash, part = url.partition("#")
    path, _mark, query = address.partition("?")
    if path not in counterparts:
        return ""
    further = f"&{query}" if query else ""
    return f"{counterparts[path]}{further}{f'#{part}' if part else ''}"
