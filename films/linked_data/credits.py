"""Who made the film and who is in it.

A character stands between film and actor as a PerformanceRole, a role that schema.org has no
property for as a Role (https://schema.org/Role); the person below it is the same as elsewhere.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from films.sheet.objects import CompanySheet, FilmSheet, NameSheet
from pages.absolute import absolute
from pages.linked_data import Node

OTHER = "contributor"
# schema.org has these for Movie and TVSeries, not for CreativeWork.
FILM_ONLY = {"actor", "director", "musicBy"}
# Property of the film by function of a company.
FUNCTIONS = {
    "production_company": "productionCompany",
    "co_production": "productionCompany",
    "funder": "funder",
    "supported_by": "sponsor",
}
# CreativeWork has no productionCompany, but companies may be its producer.
WORK_FUNCTIONS = {**FUNCTIONS, "production_company": "producer", "co_production": "producer"}


def credit_data(film: FilmSheet, kind: str) -> dict[str, list[Node]]:
    """Return what cast and crew are, by property of the `kind` of work."""
    found: dict[str, list[Node]] = {}
    for prop, label, name in _credits(film):
        fitting = OTHER if kind == "CreativeWork" and prop in FILM_ONLY else prop
        found.setdefault(fitting, []).append(_part(film, fitting, label, name))
    return found


def _credits(film: FilmSheet) -> Iterator[tuple[str, str, NameSheet]]:
    """Yield (property, word for the role, name) of every credit."""
    for name in film.cast:
        yield "actor", _("Cast"), name
    for role in film.crew:
        for name in role.names:
            yield role.schema_property or OTHER, role.label, name


def _part(film: FilmSheet, prop: str, label: str, name: NameSheet) -> Node:
    agent = agent_data(film.language, name)
    if name.character:
        character = name.character.value
        return {"@type": "PerformanceRole", prop: agent, "characterName": character}
    return {"@type": "Role", prop: agent, "roleName": label} if prop == OTHER else agent


def agent_data(language: str, name: NameSheet) -> Node:
    """Return the person, group or company behind a name."""
    if name.kind == "person":
        url = absolute(reverse("person", args=[language, name.slug]))
        return {
            "@type": "Person",
            "@id": f"{url}#person",
            "name": name.name,
            "alternateName": name.credited_as,
            "url": url,
        }
    if name.kind == "company":
        return company_agent(language, name.name, name.slug)
    return {"@type": "PerformingGroup" if name.character else "Organization", "name": name.name}


def maker_data(film: FilmSheet, kind: str) -> dict[str, list[Node]]:
    """Return the companies whose function has a property of the `kind` of work."""
    functions = WORK_FUNCTIONS if kind == "CreativeWork" else FUNCTIONS
    found: dict[str, list[Node]] = {}
    for function in film.functions:
        if function.key in functions:
            makers = found.setdefault(functions[function.key], [])
            makers += [_company(film.language, company) for company in function.companies]
    return found


def _company(language: str, company: CompanySheet) -> Node:
    return company_agent(language, company.name, company.slug)


def company_agent(language: str, name: str, slug: str) -> Node:
    """Return a company, which is the same on all pages of its language."""
    url = absolute(reverse("company", args=[language, slug]))
    return {"@type": "Organization", "@id": f"{url}#company", "name": name, "url": url}
