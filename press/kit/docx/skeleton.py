"""The empty document: styles, colours, languages, page, properties."""

from datetime import UTC
from pathlib import Path
from string import Template
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONS
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from press.kit.contents import KitContents
from press.kit.docx.letters import clean, tag_of

TEMPLATES = Path(__file__).parent / "template"
# Millimetres: A4 and its margins (ISO 216).
PAGE, MARGIN, TOP, BOTTOM = (210, 297), 26, 24, 26
COLUMN = PAGE[0] - 2 * MARGIN
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What the library's own template brings besides: Word 2010's styles, a thumbnail, web settings.
NEEDLESS = ("stylesWithEffects", "customXml", "webSettings", "thumbnail")
# The library refuses longer properties.
LONGEST = 255


def make_skeleton(contents: KitContents, frame: dict[str, Any]) -> Document:
    """Return a document with everything but its contents; `frame` is that of the PDF."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(NEEDLESS)]:
            del relations[key]
    values = {
        "accent": frame["palette"]["on_paper"].removeprefix("#").upper(),
        "language": tag_of(contents.main.language),
    }
    _refill(document.styles.element, "styles.xml", values)
    _refill(document.settings.element, "settings.xml", values)
    _refill(document.part.numbering_part.element, "numbering.xml", values)
    _set_blobs(document, values["accent"])
    _set_page(document)
    _set_properties(document, contents, frame)
    return document


def _refill(element: Any, name: str, values: dict[str, str]) -> None:
    """Put the children of one of our templates in the place of the library's."""
    text = Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(values)
    for child in list(element):
        element.remove(child)
    for child in parse_xml(text.encode()):
        element.append(child)


def _set_blobs(document: Document, accent: str) -> None:
    fonts = document.part.part_related_by(RELATIONS.FONT_TABLE)
    fonts._blob = (TEMPLATES / "fontTable.xml").read_bytes()
    told = document.part.package.part_related_by(RELATIONS.EXTENDED_PROPERTIES)
    told._blob = (TEMPLATES / "app.xml").read_bytes()
    theme = document.part.part_related_by(RELATIONS.THEME)
    root = etree.fromstring(theme.blob)
    for name in ("accent1", "hlink", "folHlink"):
        for colour in root.iter(f"{DRAWING}{name}"):
            colour[0].set("val", accent)
    for name, family in (("majorFont", "Georgia"), ("minorFont", "Georgia")):
        for font in root.iter(f"{DRAWING}{name}"):
            font.find(f"{DRAWING}latin").set("typeface", family)
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:
        section._sectPr.remove(grid)


def _set_properties(document: Document, contents: KitContents, frame: dict[str, Any]) -> None:
    told = document.core_properties
    author = clean(", ".join(frame["authors"]))[:LONGEST]
    told.title = clean(frame["document_title"])[:LONGEST]
    told.author = told.last_modified_by = author
    told.language = tag_of(contents.main.language)
    told.subject = frame["kind"]
    told.comments = told.keywords = ""
    told.content_status = frame["draft"]
    told.created = told.modified = contents.as_of.astimezone(UTC).replace(tzinfo=None)
    told.revision = 1
