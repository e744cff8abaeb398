"""The last pages: pictures, the billing block, logos, rights."""

from typing import Any

from django.utils.translation import pgettext

from films.billing import Credit
from films.sheet.words import show_date
from press.kit.contents import Edition, KitContents
from press.kit.pdf.pictures import Pictures, spans_of
from press.kit.pdf.prose import read_prose

# A block of fewer credits only says again what stands on the cover.
FEWEST = 3
PLATE_WIDTH, LOGO_WIDTH = 80, 40


def make_plates(contents: KitContents, pictures: Pictures) -> list[dict[str, Any]]:
    """Return stills and posters, numbered, each with its caption in every language of the kit."""
    plates: dict[str, dict[str, Any]] = {}
    for edition in contents.editions:
        for sheet in (*edition.film.stills, *edition.film.posters):
            plate = plates.get(sheet.key) or pictures.take(sheet, PLATE_WIDTH)
            if plate is None:
                continue
            captions = plate.setdefault("captions", [])
            words = sheet.caption.value
            if words and words not in [caption["words"] for caption in captions]:
                lang = sheet.caption.language
                captions.append({"words": words, "lang": lang, "spans": spans_of(words)})
            plates[sheet.key] = plate
    return [{**plate, "number": number} for number, plate in enumerate(plates.values(), 1)]


def make_billing(edition: Edition) -> dict[str, Any] | None:
    """Return the billing block in the order of posters; the title stands between head and body."""
    billing = edition.billing
    if not billing or len(billing.head) + len(billing.body) < FEWEST:
        return None
    rows = {"head": billing.head, "body": billing.body, "foot": billing.foot}
    told = {part: [_credit(credit) for credit in credits] for part, credits in rows.items()}
    return {"title": edition.film.title.value, **told}


def _credit(credit: Credit) -> list[Any]:
    return [credit.before, list(credit.names), credit.after]


def make_logos(edition: Edition, pictures: Pictures) -> list[dict[str, Any]]:
    """Return the logo of the house; WebP, because logos are transparent."""
    logo = edition.house.logo
    if logo is None:
        return []
    form = "webp" if logo.is_complete else "jpeg"
    found = pictures.take_plain(logo, LOGO_WIDTH, edition.house.name, form)
    return [found] if found else []


def make_legal(contents: KitContents, edition: Edition) -> dict[str, Any]:
    """Return owner, terms of use and the day of the record's last change."""
    owner = edition.film.copyright_line
    terms = edition.house.terms
    day = show_date(contents.as_of.date(), "day", edition.language)
    usual = pgettext(
        "press kit",
        "Pictures may be used free of charge in reports about this film, with the credit that "
        "stands beside each.",
    )
    info = edition.film.additional_info
    return {
        "kind": "legal",
        "owner": f"© {owner}" if owner else "",
        "terms": read_prose(terms) if terms else None,
        "usual": usual if edition.film.stills and not terms else "",
        "info": read_prose(info) if info else None,
        "as_of": pgettext("press kit", "As of %(date)s") % {"date": day},
    }
