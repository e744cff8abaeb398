"""What the list of films can be narrowed to, with how many films each choice leaves."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from editorial.models import Reference
from editorial.names import country_name
from editorial.spelling import fold
from films.catalogue.choosing import DECADE, Choice
from films.choices import Category
from pages.listing import ListedFilm
from people.models import Person

# With more years than these the facet offers decades first.
MOST_YEARS = 8
MOST_PEOPLE = 10
Films = Sequence[ListedFilm]


@dataclass(frozen=True)
class Option:
    """One value of a facet: its link chooses it, or lets go of it if it is chosen."""

    label: str
    count: int
    url: str
    is_chosen: bool = False
    is_within: bool = False


@dataclass(frozen=True)
class Facet:
    key: str
    label: str
    options: tuple[Option, ...]

    @property
    def chosen(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.is_chosen)


@dataclass(frozen=True)
class ChosenPerson:
    """The person to whom the list is narrowed; `facts_ids` are the films that credit him or her."""

    key: str
    name: str
    facts_ids: frozenset[int]


def find_person(choice: Choice, films: Films) -> ChosenPerson | None:
    """Return the chosen person if a film of the list credits him or her. Two queries or none."""
    person = Person.objects.filter(record__key=choice.person).first() if choice.person else None
    if person is None:
        return None
    shown = Reference.objects.filter(
        target=person.pk, usage="credit", publication__in=[film.facts_id for film in films]
    )
    ids = frozenset(shown.values_list("publication", flat=True))
    return ChosenPerson(choice.person, person.name, ids) if ids else None


def narrow(
    films: Films, choice: Choice, person: ChosenPerson | None, but: str = ""
) -> list[ListedFilm]:
    """Return the films that fit everything chosen, or everything but one facet."""
    tests: dict[str, Callable[[ListedFilm], bool]] = {}
    if choice.category:
        tests["category"] = lambda film: film.category == choice.category
    if choice.year:
        tests["year"] = lambda film: choice.year in (str(film.year), decade_of(film.year))
    if choice.country:
        tests["country"] = lambda film: choice.country in film.countries
    if person:
        tests["person"] = lambda film: film.facts_id in person.facts_ids
    wanted = [test for name, test in tests.items() if name != but]
    return [film for film in films if all(test(film) for test in wanted)]


def decade_of(year: int | None) -> str:
    return f"{year // 10 * 10}s" if year else ""


def make_facets(
    films: Films, choice: Choice, person: ChosenPerson | None, language: str
) -> list[Facet]:
    """Return the facets that leave a choice. Two queries."""

    def others(name: str) -> list[ListedFilm]:
        return narrow(films, choice, person, name)

    facets = [
        Facet("category", _("Category"), _categories(others("category"), choice)),
        Facet("year", _("Year"), _years(others("year"), choice)),
        Facet("country", _("Country"), _countries(others("country"), choice, language)),
        Facet("person", _("People"), _people(others("person"), choice, person)),
    ]
    return [facet for facet in facets if len(facet.options) > 1 or facet.chosen]


def _option(
    choice: Choice, name: str, value: str, label: str, count: int, is_within: bool = False
) -> Option:
    is_chosen = getattr(choice, name) == value
    url = choice.having(**{name: "" if is_chosen else value}).query
    return Option(label, count, url or "?", is_chosen, is_within)


def _categories(films: Films, choice: Choice) -> tuple[Option, ...]:
    counts = Counter(film.category for film in films)
    return tuple(
        _option(choice, "category", category.value, str(category.label), counts[category.value])
        for category in Category
        if counts[category.value] or choice.category == category.value
    )


def _years(films: Films, choice: Choice) -> tuple[Option, ...]:
    years = Counter(film.year for film in films if film.year)
    if choice.year.isdigit():
        years[int(choice.year)] += 0
    if len(years) <= MOST_YEARS and not DECADE.fullmatch(choice.year):
        return tuple(_year(choice, year, years[year]) for year in sorted(years, reverse=True))
    decades = Counter(decade_of(film.year) for film in films if film.year)
    opened = choice.year if DECADE.fullmatch(choice.year) else decade_of(int(choice.year or 0))
    if opened:
        decades[opened] += 0
    options = []
    for decade in sorted(decades, reverse=True):
        label = _("%(decade)ds") % {"decade": int(decade[:-1])}
        options.append(_option(choice, "year", decade, label, decades[decade]))
        if decade == opened:
            within = sorted((y for y in years if decade_of(y) == decade), reverse=True)
            options += [_year(choice, year, years[year], True) for year in within]
    return tuple(options)


def _year(choice: Choice, year: int, count: int, is_within: bool = False) -> Option:
    return _option(choice, "year", str(year), str(year), count, is_within)


def _countries(films: Films, choice: Choice, language: str) -> tuple[Option, ...]:
    counts = Counter(code for film in films for code in film.countries)
    if choice.country:
        counts[choice.country] += 0
    named = {code: country_name(code, language) for code in counts}
    ordered = sorted(counts, key=lambda code: (-counts[code], fold(named[code])))
    return tuple(_option(choice, "country", c, named[c], counts[c]) for c in ordered)


def _people(films: Films, choice: Choice, person: ChosenPerson | None) -> tuple[Option, ...]:
    """Return those who worked on most of the films, on two at least."""
    found = _count_people(film.facts_id for film in films)
    if person and person.key not in [key for key, _name, _count in found]:
        count = sum(film.facts_id in person.facts_ids for film in films)
        found.append((person.key, person.name, count))
    return tuple(_option(choice, "person", key, name, count) for key, name, count in found)


def _count_people(facts_ids: Iterable[int]) -> list[tuple[str, str, int]]:
    """Return (key, name, number of films), those with the most films first. One query."""
    credits = Reference.objects.filter(
        publication__in=list(facts_ids), usage="credit", target__kind="person"
    )
    named = credits.order_by().values("target", "target__key", "target__person__name")
    most = named.annotate(n=Count("publication", distinct=True)).filter(n__gte=2)
    rows = most.order_by("-n", "target__person__sort_name")[:MOST_PEOPLE]
    return [(row["target__key"], row["target__person__name"], row["n"]) for row in rows]
