"""Real tables: a row of heads that is marked as one and comes again on every page."""

from collections.abc import Callable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from press.kit.docx.letters import clean
from press.kit.docx.skeleton import COLUMN
from press.kit.docx.writing import Pen

# A cell holds words, spans of a text, or what draws it.
Drawn = Callable[[_Cell], None]
Content = str | list[Any] | Drawn


def add_table(
    pen: Pen,
    heads: Sequence[Content],
    rows: Sequence[Sequence[Content]],
    widths: Sequence[float] = (),
    name: str = "",
    is_whole: bool = False,
) -> None:
    """Add a table. Widths are millimetres, equal ones if not given; `name` is for screen readers.

    Rows that are too short are filled, those that are too long lose nothing: a table is as wide as
    its widest row. One that `is_whole` is not parted between pages, as long as one page holds it.
    """
    count = max(len(row) for row in (heads, *rows))
    table = pen.document.add_table(0, count, style="Kit Table")
    table.autofit = False
    shares = [Mm(width) for width in widths] or [Mm(COLUMN / count)] * count
    for column, width in zip(table.columns, shares, strict=True):
        column.width = width
    for number, row in enumerate((heads, *rows)):
        made = table.add_row()
        _keep_together(made, is_head=number == 0)
        contents = [*row, *[""] * (count - len(row))]
        for cell, content, width in zip(made.cells, contents, shares, strict=True):
            cell.width = width
            _fill(pen, cell, content)
    for row in table.rows[:-1] if is_whole else ():
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
    _describe(table, name)


def first_paragraph(cell: _Cell) -> Paragraph:
    """Return the paragraph that every cell has, in the style of facts."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph._p.style = "Fact"  # by its number: looking up names takes half the time of a kit
    return paragraph


def _fill(pen: Pen, cell: _Cell, content: Content) -> None:
    paragraph = first_paragraph(cell)
    if callable(content):
        content(cell)
    elif isinstance(content, str):
        if content:
            pen.write(paragraph, content)
    else:
        pen.write_spans(paragraph, content)


def _keep_together(row: _Row, is_head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def _describe(table: Any, name: str) -> None:
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    look = OxmlElement("w:tblLook")
    values = {"val": "0620", "firstRow": "1", "lastRow": "0", "firstColumn": "0",
              "lastColumn": "0", "noHBand": "1", "noVBand": "1"}  # fmt: skip
    for key, value in values.items():
        look.set(qn(f"w:{key}"), value)
    properties.append(look)
    if name:
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), clean(name))
        properties.append(caption)
