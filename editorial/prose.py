"""Markdown as editors write it, into the little HTML that a page shows.

Three fences, each enough by itself for what it stands against: the parser knows no HTML and
shows tags as text; links are judged one by one; nh3 lets through a short list of elements.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import nh3
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

# A novel of 40,000 words; the longest page of a film has a tenth.
MAX_LENGTH = 250_000
# Brackets and table cells cost the parser 30 microseconds each; a long page has some hundred.
COSTLY = "[|"
MAX_COSTLY = 20_000
# Each level of quotes and lists looks at every line below it again: with all levels 10,000 lines
# cost less than a second, 122,000 nine. Set in lines of 80 characters, the longest has 3,125.
MAX_LINES = 10_000
# Lists in lists in quotes: 20 levels are more than a page is wide.
MAX_NESTING = 20
# h6 is smaller than the text on our pages.
DEEPEST_HEADING = 5
WEB_SCHEMES = {"http", "https"}
SCHEMES = WEB_SCHEMES | {"mailto"}
TAGS = {
    "p", "h2", "h3", "h4", "h5", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "hr",
    "br", "table", "thead", "tbody", "tr", "th", "td", "code", "pre",
}  # fmt: skip
# `rel` is ours: the author writes no HTML. Pictures come from the record, not from the text.
ATTRIBUTES = {"a": {"href", "title", "rel"}, "ol": {"start"}}
# Control characters but tab and line ends; the bidi embeddings, overrides and isolates, which
# make a text read differently from what it is (CVE-2021-42574); halves of surrogate pairs, which
# no output can encode. The plain direction marks stay: Hebrew and Arabic names need them.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# No-break, thin and narrow no-break space between the thousands of a number.
THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
# Dashes, typed ones as well, that do not stand between two digits.
DASHES = re.compile(r"--+|(?<!\d)[–—―]|[–—―](?!\d)")


def check_markdown(text: str) -> None:
    """Raise ValidationError for a text that is too long, or too costly, to be one page."""
    if len(text) > MAX_LENGTH:
        raise ValidationError(
            _(
                "The text has %(length)s characters; at most %(limit)s are possible. Divide it "
                "into several pages."
            ),
            code="too_long",
            params={"length": len(text), "limit": MAX_LENGTH},
        )
    marks = sum(map(text.count, COSTLY))
    if marks > MAX_COSTLY:
        raise ValidationError(
            _(
                "The text has %(count)s brackets and table lines; at most %(limit)s are possible. "
                "Divide it into several pages."
            ),
            code="too_many_marks",
            params={"count": marks, "limit": MAX_COSTLY},
        )
    lines = text.count("\n") + text.count("\r") - text.count("\r\n")
    if lines > MAX_LINES:
        raise ValidationError(
            _(
                "The text has %(count)s lines; at most %(limit)s are possible. Divide it into "
                "several pages."
            ),
            code="too_many_lines",
            params={"count": lines, "limit": MAX_LINES},
        )


def render_markdown(text: str, heading_offset: int = 1) -> SafeString:
    """Return the text as safe HTML; its highest headings stand one below h`heading_offset`."""
    tokens = _parse(text)
    _shift_headings(tokens, heading_offset)
    for token in tokens:
        if token.children:
            _judge_links(token.children)
    html = PARSER.renderer.render(tokens, PARSER.options, {})
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return mark_safe(clean)


def plain_text(markdown: str, limit: int | None = None) -> str:
    """Return the words alone, on one line; cut to `limit` characters at the end of a word."""
    text = " ".join(" ".join(_words(_parse(markdown))).split())
    if limit is None or len(text) <= limit:
        return text
    cut = text[: limit - 1]
    if not text[limit - 1].isspace():
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ,;:.–—-") + "…"


def count_words(markdown: str) -> int:
    """Count what has a letter or a digit and stands between spaces or dashes.

    A hyphen joins, as in Ost-West-Konflikt; dashes part words (so counts LibreOffice), but not the
    years of 1990–1995; the thousands of 25 000 are one number where the space is a fixed one.
    `words.js` counts in the same way.
    """
    text = THOUSANDS.sub("", " ".join(_words(_parse(markdown))))
    return sum(any(map(str.isalnum, word)) for word in DASHES.sub(" ", text).split())


def _parser() -> MarkdownIt:
    options = {"html": False, "maxNesting": MAX_NESTING}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"])


PARSER = _parser()


def _parse(text: str) -> list[Token]:
    tokens = PARSER.parse(UNWANTED.sub("", text))
    for token in tokens:
        _name_pictures(token.children or [])
    return tokens


def _shift_headings(tokens: list[Token], offset: int) -> None:
    """Renumber the headings: they begin below the page's own and never skip a level."""
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(offset + len(above), DEEPEST_HEADING)}"


def _judge_links(tokens: list[Token]) -> None:
    """Take away links that lead where they do not say; mark those that leave the site."""
    is_kept = True
    for token in tokens:
        if token.type == "link_open":
            href = str(token.attrGet("href") or "")
            is_kept = _is_honest(href)
            if is_kept and urlsplit(href).scheme in WEB_SCHEMES:
                token.attrSet("rel", "noopener")
        if token.type in {"link_open", "link_close"}:
            token.hidden = not is_kept


def _is_honest(href: str) -> bool:
    """Tell whether a browser goes where the reader of the address thinks it goes."""
    path = href.partition("?")[0].partition("#")[0].lower()
    if path.startswith("//") or "\\" in path or "%5c" in path:
        return False
    try:
        parts = urlsplit(href)
    except ValueError:  # such as http://[
        return False
    if parts.scheme in WEB_SCHEMES:
        return bool(parts.netloc)
    return not parts.scheme or parts.scheme in SCHEMES


def _name_pictures(tokens: list[Token]) -> None:
    """Put its description in place of a picture: nothing that was written is lost."""
    for token in tokens:
        if token.type == "image":
            token.content = "".join(_inline_words(token.children or []))
            token.type, token.tag, token.children = "text", "", None


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the text of each block; within a block nothing is torn apart."""
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline_words(token.children or []))
        elif token.type in {"fence", "code_block"}:
            yield token.content


def _inline_words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.children:
            yield from _inline_words(token.children)
        else:
            yield token.content
