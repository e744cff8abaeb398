"""The press kit on one page: what fits beside a badge or into a programme's folder."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, BinaryIO

from django.utils.translation import gettext, override, pgettext
from pypdf import PdfReader

from press.kit.contents import Edition, KitContents
from press.kit.pdf.back import make_billing, make_legal
from press.kit.pdf.compiling import NotSet, compile_pdf
from press.kit.pdf.cover import PAGE_WIDTH, best_quote, cut_text, make_cover, make_quote
from press.kit.pdf.facts import list_honours
from press.kit.pdf.front import draw_qr, glance_facts, make_contacts, qr_name
from press.kit.pdf.pictures import Pictures
from press.kit.pdf.prose import read_prose
from press.kit.pdf.setting import Data, set_frame

__all__ = ["VERSION", "write"]
VERSION = "2"
# What is given up, step by step, until the page holds it: millimetres of the picture, percent of
# the letters, festivals, facts, characters of the synopsis. A page is never left half empty.
FULL = {"honours": 8, "facts": 16, "synopsis": 1200, "art": 96, "scale": 100, "billing": 1}
STEPS: tuple[dict[str, int], ...] = (
    {**FULL, "art": 150, "scale": 116},
    {**FULL, "art": 130, "scale": 112},
    {**FULL, "art": 112, "scale": 106},
    FULL,
    {**FULL, "honours": 7, "art": 84},
    {**FULL, "honours": 5, "art": 70},
    {**FULL, "honours": 3, "art": 45, "synopsis": 700},
    {**FULL, "honours": 3, "art": 45, "synopsis": 500, "facts": 10, "billing": 0},
    {**FULL, "honours": 1, "facts": 7, "synopsis": 250, "art": 30, "billing": 0},
)
# A fact and a title longer than these are cut: a page has only so much room.
LONGEST_FACT, LONGEST_TITLE = 220, 110


def write(contents: KitContents, target: BinaryIO, progress: Callable[[int, str], None]) -> None:
    """Write one page for each language. Equal contents give equal bytes. Raises `NotSet`."""
    for at, room in enumerate(STEPS):
        progress(10 + 10 * at, gettext("Setting the page"))
        pictures = Pictures()
        pages = [_set_page(contents, edition, pictures, room) for edition in contents.editions]
        drawings = {qr_name(e.language): draw_qr(e.press_url) for e in contents.editions}
        data = {**set_frame(contents), "pages": pages}
        made = compile_pdf("short.typ", data, {**pictures.files, **drawings}, contents.as_of)
        if len(PdfReader(BytesIO(made)).pages) == len(pages):
            target.write(made)
            progress(100, "")
            return
    raise NotSet(gettext("The facts do not fit on one page; shorten title, logline or contacts."))


def _set_page(
    contents: KitContents, edition: Edition, pictures: Pictures, room: dict[str, int]
) -> Data:
    film = edition.film
    with override(edition.language):
        cover = make_cover(edition, pictures, cut=PAGE_WIDTH / room["art"])
        synopsis = film.synopsis_short or film.logline or film.synopsis_medium
        if len(synopsis.value) > room["synopsis"] and film.logline:
            synopsis = film.logline
        legal = make_legal(contents, edition)
        honours = list_honours(film)[: room["honours"]]
        facts = [(label, value) for label, value in glance_facts(film) if value]
        return {
            **cover,
            "lang": edition.language,
            "title": cut_text(cover["title"], LONGEST_TITLE),
            "art_height": room["art"],
            "scale": room["scale"],
            "logline": "" if synopsis == film.logline else film.logline.plain,
            "logline_lang": film.logline.language,
            "synopsis": _shorten(read_prose(synopsis), room["synopsis"]),
            "facts": [
                [label, cut_text(value, LONGEST_FACT)] for label, value in facts[: room["facts"]]
            ],
            "quote": make_quote(best_quote(film)),
            "honours": [cut_text(one, LONGEST_FACT) for one in honours],
            "honours_label": pgettext("press kit", "Festivals and awards"),
            "contacts": make_contacts(edition),
            "contacts_label": pgettext("press kit", "Contacts"),
            "billing": make_billing(edition) if room["billing"] else None,
            "owner": legal["owner"],
            "as_of_line": legal["as_of"],
        }


def _shorten(prose: dict[str, Any], length: int) -> dict[str, Any]:
    """Return the first blocks up to so many characters, at least one, itself cut if need be."""
    blocks: list[dict[str, Any]] = []
    left = length
    for block in prose["blocks"]:
        spans = []
        for span in block.get("spans", []):
            if left > 0:
                words = span.get("text", "")
                spans.append({**span, "text": cut_text(words, left)} if words else span)
                left -= len(words)
        if spans:
            blocks.append({**block, "kind": "p", "spans": spans})
    return {**prose, "blocks": blocks}
