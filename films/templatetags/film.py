"""A film in a line, and the names of its titles and identifiers."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

from films.choices import Category, IdScheme, LinkKind, TitleKind
from films.identifiers import address_of
from films.ratios import say_ratio
from films.sections import WATCH
from films.sheet.objects import (
    AwardSheet,
    FilmSheet,
    LinkSheet,
    NameSheet,
    PictureSheet,
    VersionSheet,
)
from films.sheet.words import country_name
from pages.tiles import FilmTile

register = template.Library()
register.filter("ratio", say_ratio)


@register.simple_tag
def film_line(film: FilmSheet) -> list[str]:
    """Return year, countries, runtime and category, as far as they are known."""
    countries = ", ".join(country.name for country in film.countries)
    runtime = film.main_version.runtime if film.main_version else ""
    year = str(film.year) if film.year else ""
    return [part for part in (year, countries, runtime, film.category_label) if part]


@register.simple_tag
def tile_line(tile: FilmTile, language: str, with_category: bool = False) -> list[str]:
    """Return year and countries of a film in a list, and its category if asked."""
    codes = [code for code in tile.countries.split(",") if code]
    countries = ", ".join(country_name(code, language) for code in codes)
    category = str(Category(tile.category).label) if with_category else ""
    year = str(tile.year) if tile.year else ""
    return [part for part in (year, countries, category) if part]


@register.filter
def title_kind(kind: str) -> str:
    return str(dict(TitleKind.choices).get(kind, kind))


@register.filter
def scheme_name(scheme: str) -> str:
    return str(dict(IdScheme.choices).get(scheme, scheme))


@register.simple_tag
def id_address(scheme: str, value: str, category: str) -> str:
    """Return where an identifier leads to, '' if the scheme has no public pages."""
    return address_of(scheme, value, category)


@register.simple_tag
def other_titles(film: FilmSheet) -> list[tuple[str, str]]:
    """Return the titles that the page does not show already."""
    shown = {film.title.value, film.original_title}
    return [(kind, title) for kind, title in film.titles if title not in shown]


@register.filter
def won(awards: tuple[AwardSheet, ...]) -> list[AwardSheet]:
    return [award for award in awards if award.result == "won"]


@register.filter
def to_watch(links: tuple[LinkSheet, ...]) -> list[LinkSheet]:
    """Return the links to the film itself, those to watch it before those to buy it."""
    found = [link for link in links if link.kind in WATCH]
    return sorted(found, key=lambda link: WATCH.index(LinkKind(link.kind)))


@register.filter
def watch_address(film: FilmSheet) -> str:
    """Return where the film itself plays, '' if it can only be bought or not be seen at all."""
    return next((link.url for link in film.links if link.kind == LinkKind.WATCH), "")


@register.filter
def stills_address(film: FilmSheet) -> str:
    """Return the way to the stills where the top of the page leads to nothing else."""
    leads = film.trailers or film.screenings or watch_address(film)
    return "#stills" if film.stills[1:] and not leads else ""


@register.filter
def other_links(film: FilmSheet) -> list[LinkSheet]:
    """Return the links to everything that stands nowhere else on the page."""
    shown = {trailer.elsewhere.url for trailer in film.trailers if trailer.elsewhere}
    return [link for link in film.links if link.kind not in WATCH and link.url not in shown]


@register.filter
def one_credit(pictures: tuple[PictureSheet, ...]) -> str:
    """Return the credit that all pictures of a gallery share, '' if they differ."""
    credits = {picture.credit for picture in pictures}
    return credits.pop() if len(credits) == 1 and len(pictures) > 1 else ""


@register.filter
def has_parts(cast: tuple[NameSheet, ...]) -> bool:
    """Tell whether enough characters are known for a roll: half of them."""
    return 2 * sum(bool(name.character) for name in cast) >= len(cast)


@dataclass(frozen=True)
class VersionTable:
    """Versions with one cell for each label that any of them fills."""

    labels: tuple[str, ...]
    rows: tuple[tuple[VersionSheet, tuple[tuple[str, str], ...]], ...]


@register.simple_tag
def version_table(versions: tuple[VersionSheet, ...]) -> VersionTable:
    """Return the facts of all versions side by side, the main one first."""
    names = {
        "runtime": _("Runtime"),
        "format": _("Format"),
        "aspect_ratio": _("Aspect ratio"),
        "colour": _("Picture"),
        "sound": _("Sound"),
        "dialogue": _("Dialogue"),
        "subtitles": _("Subtitles"),
    }
    known = [name for name in names if any(getattr(version, name) for version in versions)]
    ordered = sorted(versions, key=lambda version: not version.is_main)
    rows = tuple(
        (version, tuple((names[name], _say(version, name)) for name in known))
        for version in ordered
    )
    return VersionTable(tuple(names[name] for name in known), rows)


def _say(version: VersionSheet, name: str) -> str:
    value: str = getattr(version, name)
    return say_ratio(value) if name == "aspect_ratio" else value
