"""The whole kit as plain data for the template, in the order that the press is used to."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import override, pgettext

from films.sheet.words import show_date
from press.kit.contents import ACCENT, Edition, KitContents
from press.kit.pdf.back import arrange, make_billing, make_legal, make_logos, make_plates
from press.kit.pdf.colours import make_palette
from press.kit.pdf.cover import BRANCHES, draw_branches, make_cover
from press.kit.pdf.facts import list_facts
from press.kit.pdf.front import draw_qr, make_contacts, make_glance, qr_name
from press.kit.pdf.pictures import Pictures
from press.kit.pdf.telling import Section, list_people, list_texts

Data = dict[str, Any]
# Characters of a text above which a picture has room; its width in millimetres.
LONG, BAND_WIDTH = 1000, 166


def set_kit(contents: KitContents) -> tuple[Data, dict[str, bytes]]:
    """Return the data of the full kit and the files that it names.

    Of two editions the second follows the first: side by side, texts of different lengths would
    leave holes. Pictures and logos stand once, at the end, with captions in both languages.
    """
    pictures = Pictures()
    parts = [_set_part(edition, pictures) for edition in contents.editions]
    plates = make_plates(contents, pictures)
    data = {
        **set_frame(contents),
        "cover": _cover(contents, pictures),
        "parts": parts,
        "plates": {"heading": _each(contents, _pictures_heading), "rows": arrange(plates)},
        "billings": [found for e in contents.editions if (found := _billing(e))],
        "logos": make_logos(contents.main, pictures),
        "legal": [_legal(contents, edition) for edition in contents.editions],
    }
    return data, {**pictures.files, **_drawings(contents, data)}


def set_frame(contents: KitContents) -> Data:
    """Return what every page needs: title, languages, colours, the word for a draft."""
    main = contents.main
    with override(main.language):
        draft = pgettext("press kit", "Draft, not for publication")
        day = show_date(contents.day, "day", main.language)
        directors = [name.shown_name for name in main.film.directors]
        return {
            "title": main.film.title.value,
            "document_title": pgettext("press kit", "%(title)s – press kit")
            % {"title": main.film.title.value},
            "kind": pgettext("press kit", "Press kit"),
            "authors": [main.house.name or ", ".join(directors)],
            "languages": list(contents.languages),
            "palette": make_palette(contents.accent, ACCENT),
            "draft": draft if contents.is_draft else "",
            "as_of_line": pgettext("press kit", "As of %(date)s") % {"date": day},
            "index": pgettext("press kit", "Contents"),
        }


def _set_part(edition: Edition, pictures: Pictures) -> Data:
    with override(edition.language):
        sections = [
            (pgettext("press kit", "Contacts"), make_contacts(edition)),
            (pgettext("press kit", "At a glance"), make_glance(edition, pictures)),
            *_illustrate(list_texts(edition), edition, pictures),
            *list_people(edition, pictures),
            *list_facts(edition.film),
        ]
        own = next(link.name for link in edition.film.languages if link.code == edition.language) \
            if edition.film.languages else edition.language  # fmt: skip
        return {
            "lang": edition.language,
            "name": own,
            "title": edition.film.title.value,
            "sections": [{"heading": heading, **block} for heading, block in sections],
        }


def _illustrate(texts: Iterable[Section], edition: Edition, pictures: Pictures) -> list[Section]:
    """Return the texts with a still above those that are long; the cover has the first still."""
    stills = iter(edition.film.stills[1:])
    told = list(texts)
    for _heading, block in told:
        length = sum(len(span.get("text", "")) for part in block["blocks"]
                     for span in part.get("spans", []))  # fmt: skip
        block["short"] = length <= LONG
        if length > LONG and (still := next(stills, None)):
            block["band"] = pictures.take(still, BAND_WIDTH, cut=2)
    return told


def _cover(contents: KitContents, pictures: Pictures) -> Data:
    covers = []
    for edition in contents.editions:
        with override(edition.language):
            covers.append({**make_cover(edition, pictures), "lang": edition.language})
    return {**covers[0], "others": covers[1:]}


def _billing(edition: Edition) -> Data | None:
    with override(edition.language):
        heading = pgettext("press kit", "Billing block")
        billing = make_billing(edition)
        return {**billing, "heading": heading, "lang": edition.language} if billing else None


def _pictures_heading() -> str:
    return pgettext("press kit", "Pictures")


def _each(contents: KitContents, say: Any) -> str:
    words = []
    for language in contents.languages:
        with override(language):
            words.append(say())
    return " / ".join(dict.fromkeys(words))


def _legal(contents: KitContents, edition: Edition) -> Data:
    with override(edition.language):
        heading = pgettext("press kit", "Rights")
        return {**make_legal(contents, edition), "heading": heading, "lang": edition.language}


def _drawings(contents: KitContents, data: Data) -> dict[str, bytes]:
    drawings = {qr_name(e.language): draw_qr(e.press_url) for e in contents.editions}
    colour = "#ffffff" if data["cover"]["art"] else data["palette"]["on_accent"]
    return {**drawings, BRANCHES: draw_branches(colour)}
