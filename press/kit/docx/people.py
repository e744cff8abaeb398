"""Directors, cast and crew: portrait, biography, films."""

from typing import Any

from django.utils.translation import pgettext
from docx.enum.text import WD_BREAK

from press.kit.contents import Edition, Work
from press.kit.docx.pictures import add_picture, float_right
from press.kit.docx.prose import DEEPEST_HEADING, draw_blocks
from press.kit.docx.tables import add_table
from press.kit.docx.writing import Pen

Data = dict[str, Any]
PORTRAIT_WIDTH = 42
# This film alone is no filmography.
FEWEST = 2


def draw_people(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    """Draw each below a heading of his or her own."""
    directors = {person.name: person.uuid for person in edition.directors}
    for person in data["people"]:
        pen.write(pen.document.add_paragraph(style=f"Heading {level + 1}"), person["name"])
        _draw_person(pen, person, level)
        works = edition.filmographies.get(directors.get(person["name"], ""), ())
        if len(works) >= FEWEST:
            _draw_works(pen, works, level)


def _draw_person(pen: Pen, person: Data, level: int) -> None:
    told = " · ".join(part for part in (person["roles"], person["character"]) if part)
    portrait = person["portrait"]
    line = pen.document.add_paragraph(style="Fact Text") if told or portrait else None
    if line is not None:
        line.paragraph_format.keep_with_next = True
    if line is not None and portrait:
        float_right(add_picture(pen, line, portrait, PORTRAIT_WIDTH))
    if line is not None and told:
        pen.write(line, told, "Soft")
    if line is not None and portrait and portrait["credit"]:
        if told:
            line.add_run().add_break()
        said = pgettext("press kit", "Photo: %(credit)s") % {"credit": portrait["credit"]}
        pen.write(line, said, "Soft")
    with pen.speaking(person["lang"]):
        draw_blocks(pen, person["blocks"], level + 1)
    if portrait:
        # Who comes next begins below the portrait, however short the text beside it.
        last = pen.document.paragraphs[-1]
        last.add_run().add_break(WD_BREAK.LINE_CLEAR_ALL)


def _draw_works(pen: Pen, works: tuple[Work, ...], level: int) -> None:
    heading = pgettext("press kit", "Filmography")
    depth = min(level + 2, DEEPEST_HEADING)
    pen.write(pen.document.add_paragraph(style=f"Heading {depth}"), heading)
    heads = [pgettext("press kit", "Year"), pgettext("press kit", "Title"),
             pgettext("press kit", "Role")]  # fmt: skip
    rows = [[str(work.year or ""), work.title, ", ".join(work.done)] for work in works]
    add_table(pen, heads, rows, (16, 74, 68), heading)
