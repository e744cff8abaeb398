"""The contents of a press kit as HTML: same words, pictures, fonts, pages of A4, an index."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parents[1] / "press/kit/pdf/fonts/base"
FACES = (
    ("Text", "text", 400, "normal"), ("Text", "text-italic", 400, "italic"),
    ("Text", "text-bold", 700, "normal"), ("Sans", "sans", 400, "normal"),
    ("Sans", "sans-bold", 700, "normal"), ("Display", "display", 400, "normal"),
    ("Poster", "poster-bold", 700, "normal"),
)  # fmt: skip
# What says how, not what.
SILENT = {
    "kind", "lang", "languages", "palette", "draft", "authors", "document_title", "shown_url",
    "url", "qr", "index", "as_of_line", "alt",
}  # fmt: skip
STYLE = """
@page { size: A4; margin: 20mm 16mm; @bottom-right { content: counter(page) } }
body { font: 10pt/1.45 Text, Sans; hyphens: auto }
h1 { font: 60pt Display } h2 { font: 700 13pt Sans; break-after: avoid }
table { font: 9pt Sans; width: 100% } td { vertical-align: top; width: 50% }
figure { display: inline-block; width: 80mm; margin: 0 3mm 5mm 0; break-inside: avoid }
figcaption { font: 8pt Sans } img { max-width: 100% }
nav a::after { content: leader('.') target-counter(attr(href), page) }
nav a { display: block }
"""


def make_html(data: Mapping[str, Any]) -> str:
    """Return the page; pictures are named by their files."""
    faces = "".join(
        f"@font-face {{ font-family: {family}; src: url('{(FONTS / name).as_uri()}.ttf');"
        f" font-weight: {weight}; font-style: {style} }}\n"
        for family, name, weight, style in FACES
    )
    headings: list[str] = []
    body = _draw({key: data[key] for key in ("cover", "parts", "plates", "billings", "logos",
                                             "legal")}, headings)  # fmt: skip
    index = "".join(f"<a href='#s{at}'>{escape(one)}</a>" for at, one in enumerate(headings))
    title = escape(data["document_title"])
    return (
        f"<html lang='{data['languages'][0]}'><title>{title}</title><style>{faces}{STYLE}</style>"
        f"<h1>{escape(data['title'])}</h1><nav>{index}</nav>{body}</html>"
    )


def _draw(value: Any, headings: list[str]) -> str:
    if isinstance(value, str):
        return f"<p>{escape(value)}</p>" if value else ""
    if isinstance(value, list):
        return _draw_list(value, headings)
    return _draw_named(value, headings) if isinstance(value, dict) else ""


def _draw_list(values: list[Any], headings: list[str]) -> str:
    if values and all(isinstance(one, list) and len(one) == 2 for one in values):
        cells = (f"<tr><td>{_say(one[0])}<td>{_say(one[1])}" for one in values)
        return f"<table>{''.join(cells)}</table>"
    return "".join(_draw(one, headings) for one in values)


def _draw_named(value: dict[str, Any], headings: list[str]) -> str:
    if "spans" in value:
        return f"<p>{''.join(escape(span.get('text', ' ')) for span in value['spans'])}</p>"
    heading = ""
    if value.get("heading"):
        heading = f"<h2 id='s{len(headings)}'>{escape(value['heading'])}</h2>"
        headings.append(value["heading"])
    told = {key: one for key, one in value.items()
            if key not in SILENT and key != "heading" and not key.endswith("_lang")}  # fmt: skip
    if "file" in value:
        words = "".join(span.get("text", "") for span in value.get("caption", []))
        alt = escape(value.get("alt") or "", quote=True)
        words = f"{words} {value.get('credit', '')}"
        return (
            f"<figure><img src='{value['file']}' alt='{alt}'>"
            f"<figcaption>{escape(words)}</figcaption></figure>"
        )
    return heading + "".join(_draw(one, headings) for one in told.values())


def _say(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_say(one) for one in value)
    return escape(str(value.get("text", ""))) if isinstance(value, dict) else escape(str(value))
