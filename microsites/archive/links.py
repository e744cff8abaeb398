"""What a page, style or script of an old site refers to; a reader that nothing can slow down.

No parser of HTML: hostile pages make those take minutes. Each pattern is bound in length, so that
the time grows with the page alone. A report may miss what is written very oddly; nothing else
depends on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,20})((?:\s[^<>]{0,4000})?)>")
ATTRIBUTE = re.compile(
    r"""([a-zA-Z-]{1,30})\s{0,9}=\s{0,9}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'>]{1,2000}))"""
)
STYLE_URL = re.compile(r"""url\(\s{0,9}["']?([^"')\s]{1,2000})|@import\s{1,9}["']([^"']{1,2000})""")
# What loads something into the page, as against what leads elsewhere.
LOADING = {
    "img": ("src", "srcset", "data-src"), "script": ("src",), "source": ("src", "srcset"),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "embed": ("src",),
    "object": ("data",), "input": ("src",), "body": ("background",), "table": ("background",),
    "td": ("background",), "iframe": ("src",), "frame": ("src",), "image": ("xlink:href", "href"),
    "use": ("xlink:href", "href"),
}  # fmt: skip
LEADING = {"a": ("href",), "area": ("href",)}
# Relations of <link> that fetch nothing.
QUIET_RELATIONS = {"canonical", "alternate", "author", "license", "next", "prev", "home", "index"}


@dataclass(frozen=True)
class Link:
    """One reference; `loads` what the page needs, else it leads to another page."""

    tag: str
    url: str
    loads: bool


def find_links(page: str) -> Iterator[Link]:
    """Yield the references of a page, without those in remarks and scripts."""
    body, _scripts = take_apart(page)
    for match in TAG.finditer(body):
        tag = match[1].lower()
        if tag not in LOADING and tag not in LEADING and tag != "link" and "style" not in match[2]:
            continue
        attributes = _attributes(match[2])
        yield from _links_of(tag, attributes)
        yield from find_style_links(attributes.get("style", ""))
    for style in _styles(body):
        yield from find_style_links(style)


def find_style_links(style: str) -> Iterator[Link]:
    """Yield what a style loads."""
    for match in STYLE_URL.finditer(_without_remarks(style)):
        yield Link("style", (match[1] or match[2]).strip(), True)


def _without_remarks(style: str) -> str:
    """Return a style without what stands between its marks; each sign is looked at once."""
    body: list[str] = []
    at = 0
    while (begin := style.find("/*", at)) >= 0:
        body.append(style[at:begin])
        end = style.find("*/", begin + 2)
        at = end + 2 if end >= 0 else len(style)
    return "".join([*body, style[at:]])


def take_apart(page: str) -> tuple[str, list[str]]:
    """Return a page without remarks and scripts, and the scripts that stand in it."""
    body: list[str] = []
    scripts: list[str] = []
    lower, at = page.lower(), 0
    nowhere = len(page)
    remark = script = -1
    while True:
        # What was found, or not, further on is not looked for again.
        remark = _find(lower, "<!--", at) if remark < at else remark
        script = _find(lower, "<script", at) if script < at else script
        begin = min(remark, script)
        if begin >= nowhere:
            return "".join([*body, page[at:]]), scripts
        body.append(page[at:begin])
        if begin == remark:
            end = lower.find("-->", begin)
            at = end + 3 if end >= 0 else len(page)
            continue
        head = page.find(">", begin) + 1 or len(page)
        end = lower.find("</script", head)
        end = end if end >= 0 else len(page)
        body.append(page[begin:head])
        scripts.append(page[head:end])
        at = end


def _find(text: str, mark: str, at: int) -> int:
    """Return where the mark stands next, the length of the text if nowhere."""
    found = text.find(mark, at)
    return found if found >= 0 else len(text)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), value.replace("&amp;", "&").strip())
    return found


def _links_of(tag: str, attributes: dict[str, str]) -> Iterator[Link]:
    if tag == "link":
        relations = set(attributes.get("rel", "").lower().split())
        if attributes.get("href") and not relations & QUIET_RELATIONS:
            yield Link(tag, attributes["href"], True)
        return
    for name in LOADING.get(tag, ()):
        value = attributes.get(name, "")
        parts = value.split(",") if name == "srcset" else [value]
        for part in parts:
            if part.strip():
                yield Link(tag, part.split()[0] if name == "srcset" else part, True)
    for name in LEADING.get(tag, ()):
        if attributes.get(name):
            yield Link(tag, attributes[name], False)


def _styles(body: str) -> Iterator[str]:
    lower, at = body.lower(), 0
    while (begin := lower.find("<style", at)) >= 0:
        head = body.find(">", begin) + 1 or len(body)
        end = lower.find("</style", head)
        at = end if end >= 0 else len(body)
        yield body[head:at]
