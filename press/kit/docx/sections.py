"""The sections of one language, each drawn by its kind."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import pgettext
from docx.table import _Cell

from press.kit.contents import Edition
from press.kit.docx.cover import title_language
from press.kit.docx.people import draw_people
from press.kit.docx.prose import draw_blocks
from press.kit.docx.quotes import draw_press
from press.kit.docx.skeleton import COLUMN
from press.kit.docx.tables import add_table, first_paragraph
from press.kit.docx.writing import Pen

Data = dict[str, Any]
# Millimetres: the names of facts.
LABEL = 38


def draw_section(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    """Draw what stands below a heading of this level."""
    DRAWERS[data["kind"]](pen, data, edition, level)


def _draw_prose(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    with pen.speaking(data["lang"]):
        draw_blocks(pen, data["blocks"], level)


def _draw_contacts(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    rows = [
        [group["label"] if at == 0 else "", _whom(pen, item), _how(pen, item)]
        for group in data["groups"]
        for at, item in enumerate(group["items"])
    ]
    if rows:
        heads = [pgettext("press kit", "Function"), pgettext("press kit", "Name"),
                 pgettext("press kit", "Contact")]  # fmt: skip
        add_table(pen, heads, rows, (38, 60, 60), data["heading"])
    line = pen.document.add_paragraph(style="Caption")
    pen.write(line, f"{data['download']}: ")
    pen.link(line, data["shown_url"], data["url"])


def _whom(pen: Pen, item: Data) -> Callable[[_Cell], None]:
    def draw(cell: _Cell) -> None:
        pen.write(first_paragraph(cell), item["name"], bold=True)
        for words in (item["territory"], item["note"]):
            if words:
                pen.write(cell.add_paragraph(style="Fact"), words, "Soft")

    return draw


def _how(pen: Pen, item: Data) -> Callable[[_Cell], None]:
    def draw(cell: _Cell) -> None:
        for at, line in enumerate(item["lines"]):
            paragraph = cell.add_paragraph(style="Fact") if at else first_paragraph(cell)
            pen.link(paragraph, line["text"], line["url"])

    return draw


def _draw_glance(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    if data["logline"]:
        with pen.speaking(data["logline_lang"]):
            draw_blocks(pen, data["logline"], level, "Logline")
    film = edition.film
    names = {film.other_original, *(name for _kind, name in film.titles)}

    def value(text: str) -> str | Callable[[_Cell], None]:
        if text not in names:
            return text
        language = title_language(film, text)
        return lambda cell: pen.write_name(first_paragraph(cell), text, language)

    rows = [[label, value(text)] for label, text in data["rows"]]
    if rows:
        add_table(pen, _facts_heads(), rows, (LABEL, COLUMN - LABEL), data["heading"])


def _facts_heads() -> list[str]:
    return [pgettext("press kit", "Fact"), pgettext("press kit", "Details")]


def _draw_credits(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    heads = [pgettext("press kit", "Department"), pgettext("press kit", "Role"),
             pgettext("press kit", "Name")]  # fmt: skip
    rows = [
        [group["label"] if at == 0 else "", role, ", ".join(names)]
        for group in data["groups"]
        for at, (role, names) in enumerate(group["rows"])
    ]
    add_table(pen, heads, rows, (38, 52, 68), data["heading"])


def _draw_versions(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    """Draw the versions side by side; what parts two tables keeps Word from making them one."""
    usual = pgettext("press kit", "Details")
    for at, table in enumerate(data["tables"]):
        if at:
            pen.document.add_paragraph(style="Fact")
        heads = [pgettext("press kit", "Fact"), *(name or usual for name in table["names"])]
        rows = [[label, *values] for label, values in table["rows"]]
        share = (COLUMN - LABEL) / len(table["names"])
        widths = (LABEL, *[share] * len(table["names"]))
        add_table(pen, heads, rows, widths, data["heading"], is_whole=True)


def _draw_festivals(pen: Pen, data: Data, edition: Edition, level: int) -> None:
    heads = [pgettext("press kit", "Year"), pgettext("press kit", "Festival"),
             pgettext("press kit", "Section and awards")]  # fmt: skip
    rows = [[row["year"], _where(pen, row), _what(pen, row)] for row in data["rows"]]
    if rows:
        is_short = not any(row["detail"] or row["awards"] for row in data["rows"])
        count, widths = (2, (16, 142)) if is_short else (3, (16, 68, 74))
        told = [row[:count] for row in rows]
        add_table(pen, heads[:count], told, widths, data["heading"])
    if data["notes"]:
        pen.document.add_paragraph(style="Fact")
        with pen.speaking(data["notes"]["lang"]):
            draw_blocks(pen, data["notes"]["blocks"], level)


def _where(pen: Pen, row: Data) -> Callable[[_Cell], None]:
    def draw(cell: _Cell) -> None:
        pen.write(first_paragraph(cell), row["name"], bold=True)
        if row["place"]:
            pen.write(cell.add_paragraph(style="Fact"), row["place"], "Soft")

    return draw


def _what(pen: Pen, row: Data) -> Callable[[_Cell], None]:
    def draw(cell: _Cell) -> None:
        paragraph = first_paragraph(cell)
        told = [(award, True) for award in row["awards"]]
        told += [(row["detail"], False)] if row["detail"] else []
        for at, (words, is_award) in enumerate(told):
            place = cell.add_paragraph(style="Fact") if at else paragraph
            pen.write(place, words, None if is_award else "Soft", bold=is_award)

    return draw


DRAWERS: dict[str, Callable[[Pen, Data, Edition, int], None]] = {
    "prose": _draw_prose,
    "contacts": _draw_contacts,
    "glance": _draw_glance,
    "people": draw_people,
    "credits": _draw_credits,
    "versions": _draw_versions,
    "festivals": _draw_festivals,
    "press": draw_press,
}
