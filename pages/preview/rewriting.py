"""The links of a previewed page: to its other previews, or nowhere; files with a pass."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

TAG = re.compile(r"<(a|form|img|source|video|track|link|meta)\b[^>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r'\s(href|(?:data-)?src|poster|(?:data-)?srcset|action)="([^"]*)"')
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
    if tag not in ("a", "form") or url.startswith(FREE):
        return match.group(0)
    preview = counterparts.get(url, url)
    if preview in counterparts.values():
        frame = f' target="{target}"' if target else ""
        return f' {name}="{escape(preview)}"{frame}'
    if url.startswith(("http://", "https://")):
        return f' {name}="{escape(url)}" target="_blank" rel="noopener noreferrer"'
    return ""
