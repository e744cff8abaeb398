"""Directors, cast and crew: portrait, biography, films."""

from typing import Any

from django.utils.translation import pgettext
from docx.text.paragraph import Paragraph

from press.kit.contents import Edition
from press.kit.docx.pictures import add_picture, float_right
from press.kit.docx.prose import DEEPEST_HEADING, draw_blocks
from press.kit.docx.tables import add_table
from press.kit.docx.writing import Pen

Data = dict[str, Any]
PORTRAIT_WIDTH = 42
# Characters of a text that is as high as the portrait beside it; above a shorter one it stands.
BESIDE = 600


def draw_people(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    """Draw each below a heading of his or her own."""
    for person in data["people"]:
        pen.write(pen.document.add_paragraph(style=f"Heading {level + 1}"), person["name"])
        _draw_person(pen, person, level)
        if person["works"]:
            _draw_works(pen, data["filmography"], person["works"], level)


def _draw_person(pen: Pen, person: Data, level: int) -> None:
    portrait = person["portrait"]
    length = sum(len(span.get("text", "")) for block in person["blocks"]
                 for span in block.get("spans", []))  # fmt: skip
    if portrait and length < BESIDE:
        add_picture(pen, pen.document.add_paragraph(style="Picture"), portrait, PORTRAIT_WIDTH)
    line = _draw_roles(pen, person)
    if portrait and length >= BESIDE:
        line = line or pen.document.add_paragraph(style="Fact Text")
        float_right(add_picture(pen, line, portrait, PORTRAIT_WIDTH))
    begun = len(pen.document.paragraphs)
    with pen.speaking(person["lang"]):
        draw_blocks(pen, person["blocks"], level + 1)
    if portrait and length >= BESIDE:
        _keep_beside(pen.document.paragraphs[begun:])


def _draw_roles(pen: Pen, person: Data) -> Paragraph | None:
    told = " · ".join(part for part in (person["roles"], person["character"]) if part)
    credit = person["portrait"]["credit"] if person["portrait"] else ""
    said = pgettext("press kit", "Photo: %(credit)s") % {"credit": credit} if credit else ""
    if not (told or said):
        return None
    line = pen.document.add_paragraph(style="Fact Text")
    line.paragraph_format.keep_with_next = True
    for at, words in enumerate(part for part in (told, said) if part):
        if at:
            line.add_run().add_break()
        pen.write(line, words, "Soft")
    return line


def _keep_beside(paragraphs: list[Paragraph]) -> None:
    """Keep as much text on the page of a portrait as stands beside it."""
    length = 0
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_together = True
        length += len(paragraph.text)
        if length >= BESIDE:
            return
        paragraph.paragraph_format.keep_with_next = True


def _draw_works(pen: Pen, heading: str, works: list[list[str]], level: int) -> None:
    depth = min(level + 2, DEEPEST_HEADING)
    pen.write(pen.document.add_paragraph(style=f"Heading {depth}"), heading)
    heads = [pgettext("press kit", "Year"), pgettext("press kit", "Title"),
             pgettext("press kit", "Role")]  # fmt: skip
    add_table(pen, heads, works, (16, 74, 68), heading)
