"""The last pages: pictures, the billing block, logos, rights."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import override, pgettext
from docx.shared import Pt
from docx.table import _Cell

from press.kit.contents import KitContents
from press.kit.docx.pictures import add_picture
from press.kit.docx.prose import draw_blocks
from press.kit.docx.tables import add_table, first_paragraph
from press.kit.docx.writing import Pen

Data = dict[str, Any]
# Millimetres: how wide and how high a picture of the index and a logo may be.
PLATE, LOGO = (62, 62), (45, 14)
# Between two logos.
APART = "      "
# Points of the title in the billing block.
TITLE = 20


def draw_plates(pen: Pen, plates: list[Data], contents: KitContents, heading: str) -> None:
    """Draw the index: picture, number and caption in every language, credit."""
    rows: list[list[Any]] = [
        [_shown(pen, plate), _said(pen, plate), plate["credit"]] for plate in plates
    ]
    add_table(pen, _heads(contents), rows, (68, 55, 35), heading)


def _heads(contents: KitContents) -> list[str]:
    told = []
    for language in contents.languages:
        with override(language):
            told.append((pgettext("press kit", "Picture"), pgettext("press kit", "Caption"),
                         pgettext("press kit", "Credit")))  # fmt: skip
    return [" / ".join(dict.fromkeys(words)) for words in zip(*told, strict=True)]


def _shown(pen: Pen, plate: Data) -> Callable[[_Cell], None]:
    def draw(cell: _Cell) -> None:
        add_picture(pen, first_paragraph(cell), plate, _fitting(plate, *PLATE))

    return draw


def _fitting(picture: Data, width: float, height: float) -> float:
    """Return how wide a picture may be in a field of this size."""
    return float(min(width, height * picture["ratio"]))


def _said(pen: Pen, plate: Data) -> Callable[[_Cell], None]:
    def draw(cell: _Cell) -> None:
        paragraph = first_paragraph(cell)
        pen.write(paragraph, str(plate["number"]), bold=True)
        for caption in plate["captions"]:
            paragraph = cell.add_paragraph(style="Fact")
            with pen.speaking(caption["lang"]):
                pen.write_spans(paragraph, caption["spans"])

    return draw


def draw_billing(pen: Pen, billing: Data) -> None:
    """Draw the block of posters; capital letters are a look, the names stay as they are spelled."""
    for part in ("head", "title", "body", "foot"):
        if not billing[part]:
            continue
        paragraph = pen.document.add_paragraph(style="Billing")
        paragraph.paragraph_format.keep_with_next = part in ("head", "title") or None
        if part == "title":
            run = pen.write(paragraph, billing["title"], bold=True)
            run.font.all_caps = True
            run.font.size = Pt(TITLE)
            continue
        for before, names, after in billing[part]:
            if before:
                pen.write(paragraph, f"{before} ", "Soft")
            run = pen.write(paragraph, " · ".join(names), bold=True)
            run.font.all_caps = True
            pen.write(paragraph, f" {after}   " if after else "   ", "Soft")


def draw_logos(pen: Pen, logos: list[Data]) -> None:
    """Draw logos in a row that goes on below, in the order that contracts ask for."""
    paragraph = pen.document.add_paragraph(style="Picture")
    paragraph.paragraph_format.space_before = Pt(24)
    for at, logo in enumerate(logos):
        if at:
            pen.write(paragraph, APART)
        if logo["file"]:
            add_picture(pen, paragraph, logo, _fitting(logo, *LOGO), is_pale=logo["is_pale"])
        else:
            pen.write(paragraph, logo["name"], bold=True)


def draw_legal(pen: Pen, legal: Data, level: int) -> None:
    """Draw owner, terms and the day of the last change."""
    if legal["info"]:
        with pen.speaking(legal["info"]["lang"]):
            draw_blocks(pen, legal["info"]["blocks"], level, "Fact Text")
    if legal["owner"]:
        pen.write(pen.document.add_paragraph(style="Fact Text"), legal["owner"])
    if legal["terms"]:
        with pen.speaking(legal["terms"]["lang"]):
            draw_blocks(pen, legal["terms"]["blocks"], level, "Fact Text")
    for words, style in ((legal["usual"], None), (legal["as_of"], "Soft")):
        if words:
            pen.write(pen.document.add_paragraph(style="Fact Text"), words, style)
