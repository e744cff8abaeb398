"""What festivals have shown of the house's films: from references of live publications only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from editorial.cities import city_beside
from editorial.fields import any_text, column, languages
from editorial.models import Reference
from editorial.models.window import being_live
from editorial.names import country_name
from editorial.publishing.window import live_titles
from editorial.spelling import fold
from editorial.texts import Text, choose_text
from festivals.models import Festival
from films.choices import AwardResult
from films.sheet.telling import say_premiere, say_result
from films.targets import NO_PREMIERE
from pages.listing import FACTS, live_films
from pages.tiles import FilmTile, make_tiles

USES = ("selection", "award", "section", "prize")
ROWS = ("selection", "award")


@dataclass(frozen=True)
class Prize:
    name: Text
    result: str
    result_label: str

    @property
    def result_note(self) -> str:
        """What stands beside the name; nothing beside prizes and names that say it."""
        return say_result(self.result, self.name.value) if self.name and self.result else ""


@dataclass(frozen=True)
class ShownFilm:
    """A film at one edition: in which section, as what premiere, with which prizes."""

    tile: FilmTile
    sections: tuple[Text, ...]
    premieres: tuple[str, ...]
    prizes: tuple[Prize, ...]


@dataclass(frozen=True)
class ShownYear:
    year: int | None
    films: tuple[ShownFilm, ...]


@dataclass(frozen=True)
class ListedFestival:
    key: str
    name: str
    city: str
    films: int


@dataclass(frozen=True)
class FestivalCountry:
    name: str
    festivals: tuple[ListedFestival, ...]


def live_references(festival: Festival) -> list[Reference]:
    """Return what live films say about a festival, with their publications. One query."""
    live = being_live(timezone.now(), "publication__")
    found = Reference.objects.filter(
        live, target=festival.pk, usage__in=USES, publication__kind="film"
    )
    columns = ("publication__parts", "publication__search_text")
    return list(found.select_related("publication").defer(*columns))


def make_years(
    references: list[Reference], language: str, country: str = ""
) -> tuple[ShownYear, ...]:
    """Return the films live in `language` by year, the newest first; without a year last.

    `country` is the festival's, to tell of which nation a premiere was.
    """
    words = _words(references)
    years: dict[int | None, dict[int, list[Reference]]] = defaultdict(lambda: defaultdict(list))
    for reference in references:
        if reference.usage in ROWS:
            years[reference.year][reference.publication.record_id].append(reference)
    records = {record for films in years.values() for record in films}
    tiles = make_tiles(live_titles("film", language).filter(record__in=records), language)
    order = [language, *(code for code in languages() if code != language)]
    shown = []
    for year in sorted(years, key=lambda year: -(year or 0)):
        known = [tile for tile in tiles if tile.record_id in years[year]]
        films = [
            _shown_film(tile, years[year][tile.record_id], words, order, country) for tile in known
        ]
        if films:
            shown.append(ShownYear(year, tuple(films)))
    return tuple(shown)


Words = dict[str, dict[str, str]]


def _words(references: Iterable[Reference]) -> Words:
    """Return sections and names of prizes by row and language."""
    words: Words = defaultdict(dict)
    for reference in references:
        if reference.usage not in ROWS:
            words[str(reference.row)][reference.publication.language] = reference.character
    return words


def _shown_film(
    tile: FilmTile, references: list[Reference], words: Words, order: list[str], country: str
) -> ShownFilm:
    selections = [r for r in references if r.usage == "selection"]
    awards = [r for r in references if r.usage == "award"]
    sections = [choose_text(words[str(r.row)], order) for r in selections]
    premieres = [r.role for r in selections if r.role not in ("", NO_PREMIERE)]
    return ShownFilm(
        tile,
        tuple(dict.fromkeys(section for section in sections if section)),
        tuple(dict.fromkeys(say_premiere(role, country, order[0]) for role in premieres)),
        tuple(_prize(r, words, order) for r in sorted(awards, key=_rank)),
    )


def _rank(award: Reference) -> int:
    order = [AwardResult.WON.value, AwardResult.MENTION.value]
    return order.index(award.role) if award.role in order else len(order)


def _prize(award: Reference, words: Words, order: list[str]) -> Prize:
    label = str(AwardResult(award.role).label) if award.role else ""
    return Prize(choose_text(words[str(award.row)], order), award.role, label)


def list_countries(language: str) -> tuple[FestivalCountry, ...]:
    """Return festivals that show a film live in `language`, by country. Two queries."""
    shown = Reference.objects.filter(
        publication__in=live_films(language).values(f"{FACTS}pk"), usage__in=ROWS
    )
    counted = shown.order_by().values_list("target").annotate(n=Count("publication", distinct=True))
    films: dict[int, int] = dict(counted)
    by_country: dict[str, list[ListedFestival]] = defaultdict(list)
    for row in Festival.objects.filter(pk__in=list(films)).select_related("record"):
        name = name_of(row, language)
        city = city_beside(name, row.city, row.country, language)
        entry = ListedFestival(row.key, name, city, films[row.pk])
        by_country[country_name(row.country, language)].append(entry)
    return tuple(
        FestivalCountry(country, tuple(sorted(by_country[country], key=lambda f: fold(f.name))))
        for country in sorted(by_country, key=lambda name: (not name, fold(name)))
    )


def name_of(festival: Festival, language: str) -> str:
    """Return the festival's name in `language`, or in any that it has."""
    return getattr(festival, column("name", language)) or any_text(festival, "name")
