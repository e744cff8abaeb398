"""Texts of editors: paragraphs, headings, lists, quotations, tables."""

from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from press.kit.docx.tables import add_table
from press.kit.docx.writing import Pen

Block = dict[str, Any]
BULLETS, NUMBERS = 0, 1
# Levels that `numbering.xml` and the styles know.
DEEPEST_LIST, DEEPEST_HEADING = 2, 4


def draw_blocks(pen: Pen, blocks: Iterable[Block], level: int, style: str = "Normal") -> None:
    """Draw a text below a heading of this level."""
    for block in blocks:
        kind = block["kind"]
        if kind == "p":
            pen.write_spans(pen.document.add_paragraph(style=style), block["spans"])
        elif kind == "h":
            depth = min(level + block["level"], DEEPEST_HEADING)
            pen.write_spans(pen.document.add_paragraph(style=f"Heading {depth}"), block["spans"])
        elif kind in ("ul", "ol"):
            _draw_list(pen, block, level, 0)
        elif kind == "quote":
            draw_blocks(pen, block["blocks"], level, "Block Text")
        elif kind == "pre":
            _draw_lines(pen, block["lines"])
        elif kind == "rule":
            pen.write(pen.document.add_paragraph(style="Billing"), "∗", "Soft")
        elif kind == "table" and block["rows"]:
            head, *rows = block["rows"]
            add_table(pen, head, rows)
            pen.document.add_paragraph(style="Fact")


def _draw_list(pen: Pen, block: Block, level: int, depth: int) -> None:
    number = _add_number(pen, block, depth)
    for item in block["items"]:
        is_first = True
        for inner in item:
            if inner["kind"] in ("ul", "ol"):
                _draw_list(pen, inner, level, min(depth + 1, DEEPEST_LIST))
            elif inner["kind"] == "p":
                paragraph = pen.document.add_paragraph(style="List Paragraph")
                _number(paragraph, number if is_first else 0, depth)
                pen.write_spans(paragraph, inner["spans"])
                is_first = False
            else:
                draw_blocks(pen, [inner], level, "Block Text")


def _draw_lines(pen: Pen, lines: list[str]) -> None:
    paragraph = pen.document.add_paragraph()
    for at, line in enumerate(lines):
        if at:
            paragraph.add_run().add_break()
        pen.write(paragraph, line, "Code")


def _add_number(pen: Pen, block: Block, depth: int) -> int:
    """Return the number of a list of its own, which counts from where it says."""
    numbering = pen.document.part.numbering_part.element
    numbers = numbering.add_num(NUMBERS if block["kind"] == "ol" else BULLETS)
    if block["kind"] == "ol":
        numbers.add_lvlOverride(ilvl=depth).add_startOverride(block["start"])
    return int(numbers.numId)


def _number(paragraph: Paragraph, number: int, depth: int) -> None:
    """Make a paragraph an item; with 0 one that goes on below an item's first."""
    properties = paragraph._p.get_or_add_pPr()
    if number:
        numbers = properties.get_or_add_numPr()
        numbers.get_or_add_ilvl().val = depth
        numbers.get_or_add_numId().val = number
        return
    indent = OxmlElement("w:ind")
    indent.set(qn("w:left"), str(397 * (depth + 1)))
    properties.append(indent)
