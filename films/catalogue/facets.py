"""What the list of films can be narrowed to, with how many films each choice leaves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.memory import remember
from editorial.models import Reference
from editorial.models.window import being_live
from editorial.names import country_name
from editorial.spelling import fold
from films.catalogue.choosing import DECADE, Choice
from films.choices import Category
from pages.counting import count_countries, count_films, sum_up
from pages.listing import FACTS, FilmCount, ListedFilm, Narrowing, live_films, read_facts
from people.models import Person

# With more years than these the facet offers decades first.
MOST_YEARS = 8
MOST_PEOPLE = 10
# Of more films nobody counts the credits while a visitor waits, and ten names say little of them.
MOST_CREDITED = 2_000
Counts = Sequence[FilmCount]


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
    """The person to whom the list is narrowed; `films` are those that credit him or her."""

    key: str
    name: str
    films: tuple[ListedFilm, ...]


def find_person(choice: Choice, language: str) -> ChosenPerson | None:
    """Return the chosen person if a live film credits him or her. Two queries or none."""
    person = Person.objects.filter(record__key=choice.person).first() if choice.person else None
    if person is None:
        return None
    credits = Reference.objects.filter(
        being_live(timezone.now(), "publication__"), target=person.pk, usage="credit"
    )
    films = read_facts(language, credits.order_by().values_list("publication", flat=True))
    return ChosenPerson(choice.person, person.name, tuple(films)) if films else None


def narrowing_of(choice: Choice, but: str = "") -> Narrowing:
    """Return what the choice asks of a film's facts, or everything but one facet."""
    return Narrowing(
        categories=(choice.category,) if choice.category and but != "category" else (),
        years=_years_of(choice.year) if choice.year and but != "year" else (),
        country=choice.country if but != "country" else "",
    )


def _years_of(year: str) -> tuple[int, ...]:
    if DECADE.fullmatch(year):
        first = int(year[:-1])
        return tuple(range(first, first + 10))
    return (int(year),)


def narrow(films: Sequence[ListedFilm], choice: Choice, but: str = "") -> list[ListedFilm]:
    """Return the films of a chosen person that fit everything else chosen."""
    wanted = narrowing_of(choice, but)
    return [
        film
        for film in films
        if (not wanted.categories or film.category in wanted.categories)
        and (not wanted.years or film.year in wanted.years)
        and (not wanted.country or wanted.country in film.countries)
    ]


def count_found(
    choice: Choice, person: ChosenPerson | None, language: str, but: str = ""
) -> list[FilmCount]:
    """Return how many films fit everything chosen, or everything but one facet."""
    if person:
        return list(sum_up(narrow(person.films, choice, but)))
    wanted = narrowing_of(choice, but)
    return list(filter(wanted.fits, count_films(language, wanted.country)))


def decade_of(year: int | None) -> str:
    return f"{year // 10 * 10}s" if year else ""


def make_facets(choice: Choice, person: ChosenPerson | None, language: str) -> list[Facet]:
    """Return the facets that leave a choice. One query where nothing has to be counted anew."""

    def others(name: str) -> list[FilmCount]:
        return count_found(choice, person, language, name)

    countries = _count_countries(choice, person, language)
    facets = [
        Facet("category", _("Category"), _categories(others("category"), choice)),
        Facet("year", _("Year"), _years(others("year"), choice)),
        Facet("country", _("Country"), _countries(countries, choice, language)),
        Facet("person", _("People"), _people(choice, person, language)),
    ]
    return [facet for facet in facets if len(facet.options) > 1 or facet.chosen]


def _count_countries(choice: Choice, person: ChosenPerson | None, language: str) -> Counter[str]:
    if person:
        films = narrow(person.films, choice, "country")
        return Counter(code for film in films for code in film.countries)
    return count_countries(language, narrowing_of(choice, "country"))


def _option(
    choice: Choice, name: str, value: str, label: str, count: int, is_within: bool = False
) -> Option:
    is_chosen = getattr(choice, name) == value
    url = choice.having(**{name: "" if is_chosen else value}).query
    return Option(label, count, url or "?", is_chosen, is_within)


def _categories(found: Counts, choice: Choice) -> tuple[Option, ...]:
    counts: Counter[str] = Counter()
    for sort in found:
        counts[sort.category] += sort.count
    return tuple(
        _option(choice, "category", category.value, str(category.label), counts[category.value])
        for category in Category
        if counts[category.value] or choice.category == category.value
    )


def _years(found: Counts, choice: Choice) -> tuple[Option, ...]:
    years: Counter[int] = Counter()
    for sort in found:
        if sort.year:
            years[sort.year] += sort.count
    if choice.year.isdigit():
        years[int(choice.year)] += 0
    if len(years) <= MOST_YEARS and not DECADE.fullmatch(choice.year):
        return tuple(_year(choice, year, years[year]) for year in sorted(years, reverse=True))
    decades: Counter[str] = Counter()
    for year, count in years.items():
        decades[decade_of(year)] += count
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


def _countries(found: Counter[str], choice: Choice, language: str) -> tuple[Option, ...]:
    counts = Counter(found)
    if choice.country:
        counts[choice.country] += 0
    named = {code: country_name(code, language) for code in counts}
    ordered = sorted(counts, key=lambda code: (-counts[code], fold(named[code])))
    return tuple(_option(choice, "country", c, named[c], counts[c]) for c in ordered)


def _people(choice: Choice, person: ChosenPerson | None, language: str) -> tuple[Option, ...]:
    """Return those who worked on most of the films, on two at least; of too many films nobody."""
    everybody = count_found(choice, None, language, "person")
    found: list[tuple[str, str, int]] = []
    if sum(sort.count for sort in everybody) <= MOST_CREDITED:
        wanted = narrowing_of(choice)
        counted = remember(("people", language, wanted), partial(_count_people, wanted, language))
        found += counted
    if person and person.key not in [key for key, _name, _count in found]:
        found.append((person.key, person.name, len(narrow(person.films, choice))))
    return tuple(_option(choice, "person", key, name, count) for key, name, count in found)


def _count_people(wanted: Narrowing, language: str) -> list[tuple[str, str, int]]:
    """Return (key, name, number of films), those with the most films first. One query, kept."""
    facts = live_films(language, wanted.facts).values(f"{FACTS}pk")
    credits = Reference.objects.filter(publication__in=facts, usage="credit", target__kind="person")
    named = credits.order_by().values("target", "target__key", "target__person__name")
    most = named.annotate(n=Count("publication", distinct=True)).filter(n__gte=2)
    rows = most.order_by("-n", "target__person__sort_name")[:MOST_PEOPLE]
    return [(row["target__key"], row["target__person__name"], row["n"]) for row in rows]
