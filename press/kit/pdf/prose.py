"""Markdown as neutral blocks that a template draws: no text ever becomes code of the typesetter.

{"kind": "p", "spans": [{"text": "…", "marks": ["em"], "url": ""}]}
{"kind": "h", "level": 1, "spans": […]}
{"kind": "ul" | "ol", "start": 1, "items": [[block, …], …]}
{"kind": "quote", "blocks": […]}   {"kind": "pre", "lines": […]}   {"kind": "rule"}
{"kind": "table", "rows": [[[span, …], …], …]}                      first row: the heads
"""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from editorial.prose import SCHEMES, render_markdown
from editorial.texts import Text

Block = dict[str, Any]
MARKS = {"em": "em", "strong": "strong", "s": "s", "code": "code"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_prose(text: Text) -> dict[str, Any]:
    """Return the text's blocks with the language it is really in."""
    return {"lang": text.language, "blocks": read_blocks(text.value)}


def read_blocks(markdown: str) -> list[Block]:
    """Return the blocks of a text. It goes through the site's own fences first."""
    reader = _Reader()
    reader.feed(str(render_markdown(markdown)))
    reader.close()
    blocks = reader.stack[0]
    levels = sorted({block["level"] for block in blocks if block["kind"] == "h"})
    for block in blocks:
        if block["kind"] == "h":
            block["level"] = levels.index(block["level"]) + 1
    return blocks


class _Reader(HTMLParser):
    """Reads the few elements that `render_markdown` lets through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[list[Block]] = [[]]
        self.spans: list[dict[str, Any]] | None = None
        self.marks: list[str] = []
        self.url = ""
        self.is_pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "p":
            self._open({"kind": "p", "spans": []})
        elif tag in HEADINGS:
            self._open({"kind": "h", "level": HEADINGS[tag], "spans": []})
        elif tag in ("ul", "ol"):
            start = str(given.get("start") or "1")
            block: Block = {"kind": tag, "start": int(start) if start.isdigit() else 1, "items": []}
            self.stack[-1].append(block)
            self.spans = None
        elif tag == "li":
            self.stack[-1][-1]["items"].append([])
            self.stack.append(self.stack[-1][-1]["items"][-1])
            self.spans = None
        elif tag == "blockquote":
            self.stack[-1].append({"kind": "quote", "blocks": []})
            self.stack.append(self.stack[-1][-1]["blocks"])
        elif tag == "table":
            self.stack[-1].append({"kind": "table", "rows": []})
        elif tag == "tr":
            self.stack[-1][-1]["rows"].append([])
        elif tag in ("td", "th"):
            self.spans = []
            self.stack[-1][-1]["rows"][-1].append(self.spans)
        elif tag == "hr":
            self.stack[-1].append({"kind": "rule"})
        elif tag == "pre":
            self.stack[-1].append({"kind": "pre", "lines": []})
            self.is_pre = True
        elif tag == "br":
            self._add("\n")
        elif tag == "a":
            self.url = _web(given.get("href") or "")
        elif tag in MARKS and not self.is_pre:
            self.marks.append(MARKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "td", "th") or tag in HEADINGS:
            self.spans = None
        elif tag in ("li", "blockquote"):
            self.stack.pop()
            self.spans = None
        elif tag == "pre":
            self.is_pre = False
        elif tag == "a":
            self.url = ""
        elif tag in MARKS and self.marks:
            self.marks.pop()

    def handle_data(self, data: str) -> None:
        if self.is_pre:
            self.stack[-1][-1]["lines"] += data.rstrip("\n").split("\n")
        elif self.spans is not None or data.strip():
            self._add(" ".join(data.split("\n")))

    def _open(self, block: Block) -> None:
        self.stack[-1].append(block)
        self.spans = block["spans"]

    def _add(self, text: str) -> None:
        if self.spans is None:  # the words of a tight list
            self._open({"kind": "p", "spans": []})
        if self.spans is not None:
            kind = "break" if text == "\n" else "text"
            self.spans.append({kind: text, "marks": [*self.marks], "url": self.url})


def _web(href: str) -> str:
    """Return an address that leads somewhere from paper and from a reader's disk, else ''."""
    return href if urlsplit(href).scheme in SCHEMES else ""
