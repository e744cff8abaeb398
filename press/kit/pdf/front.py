"""Contacts and the film at a glance."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import qrcode
from django.utils.text import capfirst
from django.utils.translation import npgettext, pgettext
from qrcode.image.svg import SvgPathFillImage

from editorial.names import country_name
from films.choices import CompanyFunction, TitleKind
from films.sheet import FilmSheet
from films.sheet.objects import CompanySheet
from press.kit.contents import Edition, House
from press.kit.pdf.cover import JOIN, say_release
from press.kit.pdf.pictures import Pictures
from press.kit.pdf.prose import read_blocks

# Whom journalists, cinemas and festivals ask; the press first.
ASKED = (
    CompanyFunction.PRESS_AGENT,
    CompanyFunction.WORLD_SALES,
    CompanyFunction.DISTRIBUTOR,
    CompanyFunction.PRODUCTION,
)
POSTER_WIDTH = 42


def make_contacts(edition: Edition) -> dict[str, Any]:
    """Return who answers, by function and territory, and where everything is to be had."""
    groups: list[dict[str, Any]] = []
    by_key = {function.key: function for function in edition.film.functions}
    house = _house(edition.house)
    for key in ASKED:
        if function := by_key.get(key):
            items = [_company(company, edition.language) for company in function.companies]
            groups.append({"label": function.label, "items": items})
    shown = [item for group in groups for item in group["items"]]
    # Where the house is one of them, it answers there, with all that is known of it.
    if own := next((item for item in shown if item["name"] == house["name"]), None):
        texts = {line["text"] for line in house["lines"]}
        own["lines"] = [*house["lines"], *(li for li in own["lines"] if li["text"] not in texts)]
    elif house["name"]:
        groups.append({"label": pgettext("press kit", "Published by"), "items": [house]})
    return {
        "kind": "contacts",
        "groups": groups,
        "download": pgettext("press kit", "Pictures, texts and this press kit for download"),
        "url": edition.press_url,
        "shown_url": urlsplit(edition.press_url)._replace(scheme="").geturl().strip("/"),
        "qr": qr_name(edition.language),
    }


def draw_qr(url: str) -> bytes:
    """Return an address as an SVG of one path, without the quiet border: the page has its own."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(url)
    code.make_image(image_factory=SvgPathFillImage).save(out := BytesIO())
    return out.getvalue()


def qr_name(language: str) -> str:
    return f"qr-{language}.svg"


def make_glance(edition: Edition, pictures: Pictures) -> dict[str, Any]:
    """Return the facts, each under its name; without those that are not known."""
    film = edition.film
    return {
        "kind": "glance",
        "logline": read_blocks(film.logline.value),
        "logline_lang": film.logline.language,
        "poster": pictures.take(film.poster, POSTER_WIDTH),
        "rows": [[label, value] for label, value in glance_facts(film) if value],
    }


def glance_facts(film: FilmSheet) -> list[tuple[str, str]]:
    """Return (name, value) of every fact that a programme asks for."""
    version = film.main_version
    names = [country.name for country in film.countries]
    codes = [code for v in film.versions for code in v.dialogue_languages]
    return [
        (pgettext("press kit", "Original title"), film.other_original),
        *(
            (capfirst(str(TitleKind(kind).label)), name)
            for kind, name in film.titles
            if kind != TitleKind.WORKING and name not in (film.title.value, film.original_title)
        ),
        (pgettext("press kit", "Director"), JOIN.join(n.shown_name for n in film.directors)),
        (pgettext("press kit", "Cast"), _cast(film)),
        (npgettext("press kit", "Genre", "Genres", len(film.genres)), JOIN.join(film.genres)),
        (pgettext("press kit", "Category"), film.category_label),
        (pgettext("press kit", "State"), film.unfinished_label),
        (pgettext("press kit", "Year"), str(film.year or "")),
        (npgettext("press kit", "Country", "Countries", len(names)), JOIN.join(names)),
        (pgettext("press kit", "Running time"), version.runtime if version else ""),
        (
            npgettext("press kit", "Language", "Languages", len(set(codes)) or 1),
            version.dialogue if version else "",
        ),
        (pgettext("press kit", "Subtitles"), film.subtitles),
        (pgettext("press kit", "Age rating"), _ratings(film)),
        *_releases(film),
        (pgettext("press kit", "Funded by"), _funders(film)),
    ]


def _releases(film: FilmSheet) -> Iterator[tuple[str, str]]:
    """Yield the releases, one a line; only the first stands behind the name of the fact."""
    name = pgettext("press kit", "Release")
    for release in film.releases:
        distributors = f" ({JOIN.join(release.distributors)})" if release.distributors else ""
        yield name, say_release(release) + distributors
        name = ""


def _cast(film: FilmSheet) -> str:
    cast = [name for name in film.cast if not name.is_uncredited]
    leads = [name for name in cast if name.is_lead] or cast[:5]
    return JOIN.join(name.shown_name for name in leads)


def _ratings(film: FilmSheet) -> str:
    rated = [f"{r.age_rating} ({r.country.name})" for r in film.releases if r.age_rating]
    return JOIN.join(dict.fromkeys(rated))


def _funders(film: FilmSheet) -> str:
    keys = (CompanyFunction.FUNDER, CompanyFunction.SUPPORTED_BY)
    found = [c.name for f in film.functions if f.key in keys for c in f.companies]
    return JOIN.join(dict.fromkeys(found))


def _company(company: CompanySheet, language: str) -> dict[str, Any]:
    codes = [code.strip() for code in company.territory.split(",") if code.strip()]
    lines = [*_reach(company.email, company.phone), _line(company.website, company.website)]
    return {
        "name": company.name,
        "territory": JOIN.join(country_name(code, language) or code for code in codes),
        "note": company.note.plain,
        "lines": [line for line in lines if line],
    }


def _house(house: House) -> dict[str, Any]:
    lines = [_line(house.street), _line(house.place), *_reach(house.email, house.phone)]
    told = [line for line in lines if line]
    return {"name": house.name, "territory": "", "note": "", "lines": told}


def _reach(email: str, phone: str) -> list[dict[str, str] | None]:
    return [_line(email, f"mailto:{email}"), _line(phone)]


def _line(text: str, url: str = "") -> dict[str, str] | None:
    return {"text": text.removeprefix("https://").rstrip("/"), "url": url} if text else None
