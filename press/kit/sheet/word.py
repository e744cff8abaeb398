"""The data sheet as a Word document, one A4 page for each language."""

from typing import Any, BinaryIO

from django.utils.translation import override, pgettext
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from press.kit.contents import KitContents
from press.kit.docx.letters import tag_of
from press.kit.docx.packing import pack
from press.kit.sheet.entries import DataSheet, Entry, Section
from press.kit.sheet.fitting import COLUMN_WIDTH, LABEL, choose_size
from press.kit.sheet.making import make_sheets
from press.kit.sheet.paper import make_paper, set_cell_margins, set_page


def write_document(contents: KitContents, target: BinaryIO) -> None:
    """Write the sheets. Equal contents give equal bytes."""
    sheets = make_sheets(contents)
    size = min(choose_size(sheet) for sheet in sheets)
    with override(sheets[0].language):
        document = make_paper(contents, sheets[0], size, pgettext("press kit", "Data sheet"))
    for number, sheet in enumerate(sheets):
        with override(sheet.language):
            _add_sheet(document, sheet, tag_of(sheet.language), is_first=number == 0)
    pack(document, target)


def _add_sheet(document: Document, sheet: DataSheet, tag: str, is_first: bool) -> None:
    section = document.sections[0] if is_first else document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section)
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
    if sheet.is_draft:
        told = pgettext("press kit", "Draft, not for publication")
        _write(section.header.paragraphs[0], told, tag)
    foot = " · ".join(part for part in (sheet.house, sheet.press_url) if part)
    _write(section.footer.paragraphs[0], foot, tag)
    _write(document.add_paragraph(style="Title"), sheet.title, tag)
    _write(document.add_paragraph(), sheet.line, tag)
    for one in sheet.sections:
        _add_section(document, one, tag)
    # Words, not a table, end the page: else LibreOffice moves the table to a page of its own.
    _write(document.add_paragraph(style="Closing"), sheet.as_of, tag)


def _add_section(document: Document, section: Section, tag: str) -> None:
    """Add a heading with prose; facts stand in a table between it."""
    _write(document.add_paragraph(style="Heading 1"), section.heading, tag)
    table = None
    for entry in section.entries:
        if entry.is_prose:
            table = None
            _add_prose(document, entry, tag)
            continue
        if table is None:
            table = _add_table(document)
        _add_row(table, entry, tag)


def _add_prose(document: Document, entry: Entry, tag: str) -> None:
    heading = document.add_paragraph(style="Heading 2")
    _write(heading, entry.label, tag)
    told = _write(heading, f"  {entry.length}", tag)
    told.style = "Length"
    own = tag_of(entry.language) if entry.language else tag
    for block in entry.blocks:
        _write(document.add_paragraph(), "\n".join(block), own)


def _add_table(document: Document) -> Any:
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    set_cell_margins(table)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.attrib.clear()
        look.set(qn("w:firstColumn"), "1")
    for column, share in zip(table.columns, (LABEL, 1 - LABEL), strict=True):
        column.width = Pt(COLUMN_WIDTH * share)
    return table


def _add_row(table: Any, entry: Entry, tag: str) -> None:
    row = table.add_row()
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    for cell, share in zip(row.cells, (LABEL, 1 - LABEL), strict=True):
        cell.width = Pt(COLUMN_WIDTH * share)
    _write(row.cells[0].paragraphs[0], entry.label, tag).bold = True
    _write(row.cells[1].paragraphs[0], entry.text, tag)


def _write(paragraph: Paragraph, text: str, tag: str) -> Run:
    """Add words with their language; the end of a line is one in Word, too."""
    run = paragraph.add_run(text)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), tag)
    run._r.get_or_add_rPr().append(mark)
    return run
