"""Prose and subtitles: what a browser builds of them is harmless."""

import re
from urllib.parse import urlsplit

import html5lib
from django.core.exceptions import ValidationError

from assets import subtitles
from assets.refusing import Refused
from editorial import prose
from tests.fuzz.target import Target

# A colon behind anything else is part of a path.
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
HARMLESS = {"http", "https", "mailto", ""}
MARKDOWN = (
    b"# Title\n\nA *ferry* and **sea** with [a link](https://example.org/a?b=c \"title\").\n",
    b"1. one\n2. two\n   - three\n\n> quoted\n> - deep\n\n```html\n<b>\n```\n\n---\n",
    b"| a | b |\n|---|:-:|\n| 1 | ~~2~~ |\n\n![still](still.jpg) <https://example.org> `code`\n",
    "Eine Fähre – 1990–1995, "
    "25\u00a0000 Zuschauer.\\\n[x]: /en/ferry/ 'y'\n\n[x] [y][x]\n".encode(),
)  # fmt: skip
MARKS = (
    b"<script>", b"</p>", b"<img src=x onerror=alert(1)>", b"<svg/onload=alert(1)>", b"<a href=",
    b"javascript:alert(1)", b"java\tscript:alert(1)", b"&#106;avascript:", b"data:text/html,",
    b"vbscript:", b"//elsewhere.example", b"/\\elsewhere.example", b"https:elsewhere", b"http://[",
    b"](", b"[a](", b"![", b"<!--", b"-->", b"<![CDATA[", b"&Tab;", b"&colon;", b"&NewLine;",
    b"&lt;script&gt;", b"\\", b"``", b"~~~", b"\n\n", b"\n> ", b"\n- ", b"\n1. ", b"\n# ", b"    ",
    b"|", b"\n|-|-|\n", b"**", b"__", b"~~", b"<style>", b"<math><mtext>", b"<mglyph>", b"x",
    b"\n===\n", b"[x]: javascript:1\n", b"<javascript:1>", b"mailto:a@b.c", b"\"onmouseover=\"",
    b"9999999999. x",
)  # fmt: skip


def check_markdown(case: bytes) -> str:
    """What a browser builds of a text holds nothing but the elements of the list."""
    text = case.decode("utf-8", "surrogatepass" if len(case) % 2 else "replace") if _fits(
        case) else case.decode("latin-1")  # fmt: skip
    try:
        prose.check_markdown(text)
    except ValidationError:
        return ""
    prose.plain_text(text, 100)
    prose.count_words(text)
    return find_unsafe(str(prose.render_markdown(text)))


def _fits(case: bytes) -> bool:
    try:
        case.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def find_unsafe(html: str) -> str:
    """Read some HTML as browsers do; return an element, attribute or scheme that may not be."""
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            return f"unsafe node {element.tag}"
        if element.tag not in prose.TAGS | {"DOCUMENT_FRAGMENT", "tbody"}:
            return f"unsafe node <{element.tag}>"
        for name, value in element.attrib.items():
            if name not in prose.ATTRIBUTES.get(element.tag, set()):
                return f"unsafe attribute {name}\n{value!r}"
            if name == "href" and (problem := _find_odd_link(value)):
                return problem
    return ""


def _find_odd_link(href: str) -> str:
    """Judge an address as the WHATWG URL standard has browsers read it."""
    read = href.strip("".join(map(chr, range(33)))).replace("\\", "/")
    for sign in "\t\r\n":
        read = read.replace(sign, "")
    if read.startswith("//"):
        return f"link to another host without saying so\n{href!r}"
    found = SCHEME.match(read)
    scheme = found[1].lower() if found else ""
    if scheme not in HARMLESS:
        return f"unsafe scheme\n{href!r}"
    is_bare = scheme in {"http", "https"} and not urlsplit(read).netloc
    return f"address without a host\n{href!r}" if is_bare else ""


SUBTITLES = (
    b"WEBVTT\n\n1\n00:01.000 --> 00:04.500 align:start\n<v Ada>All <i>aboard</i>.\n\n"
    b"NOTE x\n\n00:05.000 --> 00:06.000\n<00:05.500><c.loud>Now</c> &amp; then\n",
    b"\xef\xbb\xbfWEBVTT - title\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n"
    b"01:00:00.000 --> 01:00:02.000\r\n<ruby>a<rt>b</rt></ruby>\r\n",
)
CUES = (
    b"<script>", b"<i onclick=x>", b"<", b">", b"</", b"<v ", b"STYLE\n", b"REGION\n", b"\n\n",
    b"-->", b"00:00.000 --> 00:01.000\n", b"99:99:99.999", b"<img src=x onerror=1>", b"<c.a.b>",
    b"<<i>", b"<i<b>>", b"&lt;", b"WEBVTT", b"NOTE ", b"::cue{}", b"<00:01.000>", b"<lang en>",
)  # fmt: skip
CUE_TAGS = {"b", "i", "u", "c", "v", "ruby", "rt", "lang"}


def check_subtitles(case: bytes) -> str:
    """No element and no attribute that is not of cues, and what was accepted stays as it is."""
    try:
        accepted = subtitles.accept_subtitles(case, "film.en.vtt")
    except Refused:
        return ""
    if subtitles.accept_subtitles(accepted.data, "film.en.vtt").data != accepted.data:
        return "accepted again it is something else"
    text = accepted.data.decode()
    if any(line.startswith(("STYLE", "REGION")) and not line[6:].strip()
           and line.split()[0] in ("STYLE", "REGION") and before == ""
           for before, line in zip(text.split("\n"), text.split("\n")[1:],
           strict=False)):  # fmt: skip
        return "a block of style is left"
    for element in html5lib.parseFragment(text, namespaceHTMLElements=False).iter():
        name = element.tag.partition(".")[0] if isinstance(element.tag, str) else "comment"
        if name not in CUE_TAGS | {"DOCUMENT_FRAGMENT"} and not name[:1].isdigit():
            return f"unsafe node <{name}>"
        if any(attribute.startswith("on") and value for attribute, value in element.attrib.items()):
            return "unsafe attribute"
    return ""


PROSE = (
    Target("markdown", check_markdown, lambda: MARKDOWN, MARKS),
    Target("subtitles", check_subtitles, lambda: SUBTITLES, CUES),
)
