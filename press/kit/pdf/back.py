"""The last pages: pictures, the billing block, logos, rights."""

from typing import Any

from django.utils.translation import pgettext

from assets.renditions import Picture
from films.billing import Credit
from films.sheet.words import show_date
from press.kit.contents import Edition, KitContents
from press.kit.pdf.pictures import Pictures, is_pale, spans_of
from press.kit.pdf.prose import read_prose

# A block of fewer credits only says again what stands on the cover.
FEWEST = 3
PLATE_WIDTH, LOGO_WIDTH = 80, 40
# Millimetres: the page between its margins, what parts two pictures, how high rows should be.
PAGE, GAP = 166, 6
FEW, FEW_HEIGHT, MANY_HEIGHT = 8, 50, 34
# A row of posters alone may be so much higher; a caption needs a field at least so wide for its
# height.
TALLEST, NARROWEST = 1.3, 0.8


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


def arrange(plates: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the plates in rows, all of a row equally high, widths in millimetres.

    A row is closed where its height comes nearest to the wanted one.
    """
    wanted = FEW_HEIGHT if len(plates) <= FEW else MANY_HEIGHT
    rows: list[list[dict[str, Any]]] = []
    row: list[dict[str, Any]] = []
    for plate in plates:
        if row and abs(_height(row) - wanted) <= abs(_height([*row, plate]) - wanted):
            rows.append(row)
            row = []
        row.append(plate)
    rows += [row] if row else []
    return [_row(row, wanted) for row in rows]


def _row(row: list[dict[str, Any]], wanted: float) -> dict[str, Any]:
    height = min(_height(row), wanted * TALLEST)
    return {
        "height": height,
        "plates": [{**plate, "width": height * _share(plate)} for plate in row],
    }


def _height(row: list[dict[str, Any]]) -> float:
    """Return how high a row is that fills the page from edge to edge."""
    return (PAGE - GAP * (len(row) - 1)) / sum(_share(plate) for plate in row)


def _share(plate: dict[str, Any]) -> float:
    return max(float(plate["ratio"]), NARROWEST)


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
    """Return the logos in the order of the contracts, the house first unless it has its place.

    A company without a logo stands there with its name: nobody may be left out.
    """
    house = edition.house
    marks = [(mark.name, mark.logo.picture if mark.logo else None) for mark in edition.partners]
    if house.name not in [name for name, _logo in marks] and house.logo:
        marks.insert(0, (house.name, house.logo))
    shown = [(name, logo or (house.logo if name == house.name else None)) for name, logo in marks]
    if not any(logo for _name, logo in shown):
        return []
    return [_logo(name, logo, pictures) for name, logo in shown]


def _logo(name: str, logo: Picture | None, pictures: Pictures) -> dict[str, Any]:
    """Return a cut-out logo; WebP, because JPEG knows no transparency."""
    forms = ("webp", "jpeg") if logo and logo.is_complete else ("jpeg",)
    taken = (logo and pictures.take_plain(logo, LOGO_WIDTH, name, form) for form in forms)
    found = next((one for one in taken if one), None)
    if found is None:
        return {"name": name, "file": ""}
    return {"name": name, **found, "is_pale": is_pale(pictures.files[found["file"]])}


def make_legal(contents: KitContents, edition: Edition) -> dict[str, Any]:
    """Return owner, terms of use and the day of the record's last change."""
    owner = edition.film.copyright_line
    terms = edition.house.terms
    day = show_date(contents.day, "day", edition.language)
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
