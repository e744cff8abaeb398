"""The page of the data sheet in Word: A4, two columns, styles with real headings."""

from datetime import UTC
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor

from press.kit.contents import KitContents
from press.kit.docx.letters import tag_of
from press.kit.sheet.entries import DataSheet

FONT = "Arial"
INK, DIM = RGBColor(0x1C, 0x1E, 0x24), RGBColor(0x55, 0x59, 0x63)
# Contrast on white 6.6 to 1.
BAD = RGBColor(0xB0, 0x1E, 0x1E)
# Millimetres.
SIDE, TOP, BOTTOM, GAP = 17, 14, 16, 7
# What the library's own template brings besides.
NEEDLESS = ("stylesWithEffects", "customXml", "webSettings", "thumbnail")
# The library refuses longer properties.
LONGEST = 255


def make_paper(contents: KitContents, sheet: DataSheet, size: float, subject: str) -> Document:
    """Return the empty document; `size` is that of the letters in points."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(NEEDLESS)]:
            del relations[key]
    _set_styles(document, sheet.language, size)
    _set_properties(document, contents, sheet, subject)
    return document


def _set_styles(document: Document, language: str, size: float) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for mark in defaults.iter(qn("w:lang")):
        mark.set(qn("w:val"), tag_of(language))
    _style(document, "Normal", size, after=0)
    _style(document, "Title", size * 2, bold=True, after=1)
    _style(document, "Heading 1", size * 1.15, bold=True, before=size * 0.8, after=2)
    _style(document, "Heading 2", size, bold=True, before=size * 0.45, after=1)
    _style(document, "Header", size, colour=BAD, bold=True)
    _style(document, "Footer", 7, colour=DIM)
    document.styles.add_style("Closing", WD_STYLE_TYPE.PARAGRAPH)
    _style(document, "Closing", 7, colour=DIM, before=size * 0.8)
    length = document.styles.add_style("Length", WD_STYLE_TYPE.CHARACTER)
    length.font.size, length.font.bold, length.font.color.rgb = Pt(size - 0.5), False, DIM


def _style(
    document: Document,
    name: str,
    size: float,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    colour: RGBColor = INK,
) -> None:
    """Set a paragraph style; its fonts are no longer those of the theme."""
    style = document.styles[name]
    letters = style.element.get_or_add_rPr()
    for old in letters.findall(qn("w:rFonts")) + letters.findall(qn("w:spacing")):
        letters.remove(old)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = colour
    for script in ("w:eastAsia", "w:cs"):
        letters.find(qn("w:rFonts")).set(qn(script), FONT)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.04
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def _set_properties(
    document: Document, contents: KitContents, sheet: DataSheet, subject: str
) -> None:
    told = document.core_properties
    told.title = f"{sheet.title} – {subject}"[:LONGEST]
    told.subject = subject
    told.author = told.last_modified_by = sheet.house[:LONGEST]
    told.language = tag_of(sheet.language)
    told.comments = told.keywords = ""
    told.created = told.modified = contents.as_of.astimezone(UTC).replace(tzinfo=None)
    told.revision = 1


def set_page(section: Section) -> None:
    """Give a section the size of A4, narrow margins, and two columns."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(8)
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    found = properties.find(qn("w:cols"))
    if found is None:
        found = OxmlElement("w:cols")
        properties.append(found)
    found.set(qn("w:num"), "2")
    found.set(qn("w:space"), str(Mm(GAP).twips))


def set_cell_margins(table: Any) -> None:
    """Let the names of facts stand flush with the text."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("w:top", 10), ("w:left", 0), ("w:bottom", 10), ("w:right", 80)):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)
