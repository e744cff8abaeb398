"""Whom the press writes to: press agents, world sales and distributors, each for a territory."""

import re
from dataclasses import dataclass

from films.choices import CompanyFunction
from films.sheet import FilmSheet
from films.sheet.objects import CompanySheet
from films.sheet.words import country_name

ORDER = (
    CompanyFunction.PRESS_AGENT,
    CompanyFunction.WORLD_SALES,
    CompanyFunction.DISTRIBUTOR,
)


@dataclass(frozen=True)
class Contact:
    """A company, what it does for the film, and where; '' for a territory nobody named."""

    label: str
    territory: str
    company: CompanySheet


def make_contacts(film: FilmSheet) -> tuple[Contact, ...]:
    """Return all contacts: by function, in one by territory, those without one first."""
    found = []
    for function in film.functions:
        if function.key in ORDER:
            for company in function.companies:
                territory = name_territory(company.territory, film.language)
                found.append((ORDER.index(function.key), territory, function.label, company))
    known = {company.slug for place, _t, _label, company in found if place == 2}
    label = str(CompanyFunction.DISTRIBUTOR.label)
    for country, company in _distributors(film):
        if company.slug not in known:
            found.append((2, country, label, company))
    ordered = sorted(found, key=lambda row: (row[0], row[1], row[3].name))
    return tuple(Contact(label, territory, company) for _p, territory, label, company in ordered)


def name_territory(codes: str, language: str) -> str:
    """Return the names of the countries in `DE, AT, CH`; what is no code stays as it is."""
    names = [country_name(code, language) for code in re.split(r"[,;/\s]+", codes) if code]
    return ", ".join(names)


def _distributors(film: FilmSheet) -> list[tuple[str, CompanySheet]]:
    """Return those whom only the releases name, each with its countries."""
    countries: dict[str, list[str]] = {}
    companies: dict[str, CompanySheet] = {}
    for release in film.releases:
        for name, slug in release.distributor_pages:
            companies[slug] = CompanySheet(name, slug, CompanyFunction.DISTRIBUTOR.value)
            if release.country.name not in countries.setdefault(slug, []):
                countries[slug].append(release.country.name)
    return [(", ".join(countries[slug]), company) for slug, company in companies.items()]
