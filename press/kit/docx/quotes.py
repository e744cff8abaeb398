"""What the press wrote: quotes with their source, translations marked, further articles."""

from typing import Any

from django.utils.translation import pgettext

from press.kit.contents import Edition
from press.kit.docx.prose import draw_blocks
from press.kit.docx.writing import Pen

Data = dict[str, Any]


def draw_press(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    """Draw quotes, then articles of which nothing is quoted."""
    for quote in data["quotes"]:
        with pen.speaking(quote["words"]["lang"]):
            draw_blocks(pen, quote["words"]["blocks"], level, "Quote")
        _draw_source(pen, quote)
        if quote["original"]:
            _draw_original(pen, quote["original"])
    if not data["articles"]:
        return
    if data["quotes"]:
        pen.write(pen.document.add_paragraph(style=f"Heading {level + 1}"), data["further"])
    for article, sheet in zip(data["articles"], edition.film.articles, strict=True):
        line = pen.document.add_paragraph(style="Fact Text")
        with pen.speaking(sheet.language):
            pen.link(line, article["title"], article["url"])
        if article["source"]:
            pen.write(line, f" – {article['source']}" if article["title"] else article["source"])


def _draw_source(pen: Pen, quote: Data) -> None:
    source = ", ".join(part for part in (quote["source"], quote["date"]) if part)
    if not (source or quote["mark"]):
        return
    line = pen.document.add_paragraph(style="Caption")
    pen.link(line, source, quote["url"])
    if quote["mark"]:
        pen.write(line, f" · {quote['mark']}" if source else quote["mark"])


def _draw_original(pen: Pen, original: Data) -> None:
    line = pen.document.add_paragraph(style="Caption")
    pen.write(line, pgettext("press kit", "Original") + ": ")
    with pen.speaking(original["lang"]):
        for at, block in enumerate(original["blocks"]):
            if at:
                pen.write(line, " ")
            pen.write_spans(line, block.get("spans", []))
