"""Directors, cast and crew: portrait, biography, films."""

from typing import Any

from django.utils.translation import pgettext

from press.kit.contents import Edition
from press.kit.docx.pictures import add_picture
from press.kit.docx.prose import DEEPEST_HEADING, draw_blocks
from press.kit.docx.tables import add_table
from press.kit.docx.writing import Pen

Data = dict[str, Any]
PORTRAIT_WIDTH = 38


def draw_people(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    """Draw each below a heading of his or her own."""
    for person in data["people"]:
        pen.write(pen.document.add_paragraph(style=f"Heading {level + 1}"), person["name"])
        _draw_person(pen, person, level)
        if person["works"]:
            _draw_works(pen, data["filmography"], person["works"], level)


def _draw_person(pen: Pen, person: Data, level: int) -> None:
    """Draw the portrait in line with the text: LibreOffice tears floating ones from headings."""
    portrait = person["portrait"]
    if portrait:
        add_picture(pen, pen.document.add_paragraph(style="Picture"), portrait, PORTRAIT_WIDTH)
        if portrait["credit"]:
            line = pen.document.add_paragraph(style="Caption")
            line.paragraph_format.keep_with_next = True
            pen.write(line, portrait["credit"])
    told = " · ".join(part for part in (person["roles"], person["character"]) if part)
    if told:
        line = pen.document.add_paragraph(style="Fact Text")
        line.paragraph_format.keep_with_next = bool(person["blocks"])
        pen.write(line, told, "Soft")
    with pen.speaking(person["lang"]):
        draw_blocks(pen, person["blocks"], level + 1)


def _draw_works(pen: Pen, heading: str, works: list[list[str]], level: int) -> None:
    depth = min(level + 2, DEEPEST_HEADING)
    pen.write(pen.document.add_paragraph(style=f"Heading {depth}"), heading)
    heads = [pgettext("press kit", "Year"), pgettext("press kit", "Title"),
             pgettext("press kit", "Role")]  # fmt: skip
    add_table(pen, heads, works, (16, 74, 68), heading)
