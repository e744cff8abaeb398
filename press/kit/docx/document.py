"""The whole kit in the order of the PDF: cover, contents, one part for each language, the end."""

from typing import Any

from django.utils.translation import override
from docx.document import Document

from press.kit.contents import KitContents
from press.kit.docx.back import draw_billing, draw_legal, draw_logos, draw_plates
from press.kit.docx.cover import draw_cover
from press.kit.docx.index import Index
from press.kit.docx.letters import clean
from press.kit.docx.pictures import add_picture
from press.kit.docx.sections import draw_section
from press.kit.docx.skeleton import COLUMN, make_skeleton
from press.kit.docx.writing import Pen, add_field
from press.kit.pdf.setting import set_kit

Data = dict[str, Any]
# Characters of a title that a foot has room for.
LONGEST = 60


def draw_kit(contents: KitContents) -> Document:
    """Return the document. What stands in it is told once, for PDF and Word alike."""
    data, files = set_kit(contents)
    document = make_skeleton(contents, data)
    pen = Pen(document, contents.main.language, files)
    with override(contents.main.language):
        _draw_edges(pen, data)
        draw_cover(pen, contents, data)
    index = Index(pen, data["index"])
    level = 2 if len(data["parts"]) > 1 else 1
    for edition, part in zip(contents.editions, data["parts"], strict=True):
        with override(part["lang"]), pen.speaking(part["lang"]):
            if level > 1:
                index.add_heading(part["name"], 1, on_new_page=True)
            for section in part["sections"]:
                index.add_heading(section["heading"], level)
                if section.get("band"):
                    _draw_band(pen, section["band"])
                draw_section(pen, section, edition, level)
    _draw_back(pen, index, contents, data, level)
    index.fill()
    return document


def _draw_back(pen: Pen, index: Index, contents: KitContents, data: Data, level: int) -> None:
    plates = data["plates"]
    pictures = [picture for row in plates["rows"] for picture in row["plates"]]
    if pictures:
        index.add_heading(plates["heading"], 1, on_new_page=True)
        draw_plates(pen, pictures, contents, plates["heading"])
    for billing in data["billings"]:
        with pen.speaking(billing["lang"]):
            index.add_heading(billing["heading"], level)
            draw_billing(pen, billing)
    if data["logos"]:
        draw_logos(pen, data["logos"])
    for legal in data["legal"]:
        with pen.speaking(legal["lang"]):
            index.add_heading(legal["heading"], level)
            draw_legal(pen, legal, level)


def _draw_band(pen: Pen, band: Data) -> None:
    """Draw a still across the column above a long text, with its words below."""
    add_picture(pen, pen.document.add_paragraph(style="Picture"), band, COLUMN)
    line = pen.document.add_paragraph(style="Caption")
    with pen.speaking(band["caption_lang"]):
        pen.write_spans(line, band["caption"])
    if band["credit"]:
        pen.write(line, f" · {band['credit']}" if band["caption"] else band["credit"])


def _draw_edges(pen: Pen, data: Data) -> None:
    """Write title, day and number at the foot of each page, the word for a draft at its head."""
    section = pen.document.sections[0]
    foot = section.footer.paragraphs[0]
    title = clean(data["title"])
    short = title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
    pen.write(foot, " · ".join((short, data["kind"], data["as_of_line"])))
    foot.add_run().add_tab()
    add_field(foot, "PAGE", "2")
    section.first_page_footer.is_linked_to_previous = False
    section.first_page_footer.paragraphs[0].style = "Fact"
    for header in (section.first_page_header, section.header):
        header.paragraphs[0].style = "Header"
        if data["draft"]:
            pen.write(header.paragraphs[0], data["draft"])
