"""The first page, in the order of the PDF's: picture, titles, makers, the best that was said."""

from typing import Any

from django.utils.translation import override
from docx.shared import Mm, Pt

from films.sheet import FilmSheet
from press.kit.contents import KitContents
from press.kit.docx.pictures import add_ornament, add_picture, crop, float_on_page
from press.kit.docx.prose import draw_blocks
from press.kit.docx.skeleton import PAGE
from press.kit.docx.writing import Pen

# Millimetres from the upper edge that the key art takes, at least and at most; the field of colour
# that stands there without one; the lower edge of the words.
LEAST, MOST, FIELD, EDGE = 80, 190, 140, 280
# Millimetres that the word for a draft needs above the picture, lest it is hidden.
HEAD = 22
# Millimetres: a line of letters a point high, of facts, of honours; characters that fill a line.
POINT, LINE, HONOUR, WIDE = 0.38, 6.6, 7.5, 80
# Characters of a title from which on its letters are smaller, and their size in points.
LARGEST = 44
SIZES = ((90, 18), (45, 26), (22, 34))


def draw_cover(pen: Pen, contents: KitContents, frame: dict[str, Any]) -> None:
    """Draw the page; `frame` is all of the PDF's data."""
    cover = frame["cover"]
    covers = [cover, *cover["others"]]
    kicker = pen.document.add_paragraph(style="Kicker")
    top = HEAD if contents.is_draft else 0
    if cover["art"]:
        height = min(MOST, max(LEAST, EDGE - top - _estimate_height(covers)))
        made = add_picture(pen, kicker, cover["art"], PAGE[0])
        crop(made, cover["art"], PAGE[0], height)
        float_on_page(made, top)
    else:
        header = pen.document.sections[0].first_page_header
        add_ornament(header.paragraphs[0], frame["palette"]["accent"], top, FIELD - top)
        kicker.paragraph_format.space_before = Mm(FIELD - 14)
    pen.write(kicker, " / ".join(dict.fromkeys(one["kind"] for one in covers)))
    if cover["house"]:
        kicker.add_run().add_tab()
        pen.write(kicker, cover["house"]).bold = False
    _draw_titles(pen, contents, covers)
    for edition, one in zip(contents.editions, covers, strict=True):
        with override(edition.language), pen.speaking(edition.language):
            _draw_makers(pen, one, is_first=one is cover)
    _draw_honour(pen, cover, contents.main.film.tagline.language)


def _estimate_height(covers: list[dict[str, Any]]) -> float:
    """Return the room that the words take, about: nobody knows the reader's fonts. Millimetres."""
    first = covers[0]
    size = _size_of(first["title"])
    # A letter is about half as wide as it is high, and the column has 450 points.
    lines = 1 + len(first["title"]) * size // 800
    told = [words for one in covers for words in (f"{one['directors']} {one['leads']}",
            one["line"], one["release"]) if words.strip()]  # fmt: skip
    rows = sum(1 + len(words) // WIDE for words in told)
    names = len({*first["other_titles"], *(one["title"] for one in covers)}) > 1
    quote = 3 if first["quote"] else 0
    honours = len(first["laurels"]) * 2 or quote or (1 if first["tagline"] else 0)
    height = 18 + lines * size * POINT + 16 * names + rows * LINE + honours * HONOUR
    return height + (8 if honours else 0) + 5 * (len(covers) - 1)


def _size_of(title: str) -> int:
    return next((size for length, size in SIZES if len(title) > length), LARGEST)


def _draw_titles(pen: Pen, contents: KitContents, covers: list[dict[str, Any]]) -> None:
    title = pen.document.add_paragraph(style="Title")
    run = pen.write(title, covers[0]["title"])
    size = _size_of(covers[0]["title"])
    if size != LARGEST:
        run.font.size = Pt(size)
    film = contents.main.film
    names = [*covers[0]["other_titles"], *(one["title"] for one in covers[1:])]
    others = [n for n in dict.fromkeys(names) if n.casefold() != film.title.value.casefold()]
    if not others:
        return
    line = pen.document.add_paragraph(style="Subtitle")
    for at, name in enumerate(others):
        if at:
            pen.write(line, " · ")
        pen.write_name(line, name, title_language(film, name))


def title_language(film: FilmSheet, name: str) -> str:
    """Return the language of a title: where the film is called so, or what is spoken; else ''.

    Most films are named in the one language that they speak.
    """
    named = [link.code for link in film.languages if link.title == name]
    version = film.main_version
    spoken = version.dialogue_languages if version and name == film.original_title else ()
    return next(iter(named), spoken[0] if len(spoken) == 1 else "")


def _draw_makers(pen: Pen, cover: dict[str, Any], is_first: bool) -> None:
    begun = len(pen.document.paragraphs)
    if cover["directors"] or cover["leads"]:
        line = pen.document.add_paragraph(style="Cover Line")
        if cover["directors"]:
            pen.write(line, cover["directors"], bold=True)
        if cover["leads"]:
            pen.write(line, f" {cover['leads']}" if cover["directors"] else cover["leads"])
    for words in (cover["line"], cover["release"]):
        if words:
            pen.write(pen.document.add_paragraph(style="Cover Line"), words)
    added = pen.document.paragraphs[begun:]
    if added and not is_first:
        added[0].paragraph_format.space_before = Pt(12)


def _draw_honour(pen: Pen, cover: dict[str, Any], tagline_language: str) -> None:
    """Draw laurels as lines, else the best quote, else the film's own line."""
    before = len(pen.document.paragraphs)
    for laurel in cover["laurels"]:
        line = pen.document.add_paragraph(style="Honour")
        head = ", ".join(part for part in (laurel["head"], laurel["note"]) if part)
        if head:
            pen.write(line, head, bold=True)
        place = f"{laurel['festival']} {laurel['year']}".strip()
        pen.write(line, f" – {place}" if head and place else place)
    if not cover["laurels"] and cover["quote"]:
        quote = cover["quote"]
        with pen.speaking(quote["words"]["lang"]):
            draw_blocks(pen, quote["words"]["blocks"], 1, "Honour")
        source = " · ".join(part for part in (quote["source"], quote["mark"]) if part)
        if source:
            pen.write(pen.document.add_paragraph(style="Honour"), source, "Soft")
    elif not cover["laurels"] and cover["tagline"]:
        with pen.speaking(tagline_language):
            pen.write(pen.document.add_paragraph(style="Honour"), cover["tagline"])
    added = pen.document.paragraphs[before:]
    if added:
        added[0].paragraph_format.space_before = Pt(20)
