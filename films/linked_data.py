"""The film for search engines: schema.org's Movie as JSON-LD."""

from typing import Any

from django.urls import reverse

from films.serialising import absolute
from films.sheet.objects import FilmSheet, NameSheet


def film_linked_data(film: FilmSheet) -> dict[str, Any]:
    """Return the Movie of the page, without empty properties."""
    main = film.main_version
    seconds = main.runtime_seconds if main else None
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Movie",
        "name": film.title.value,
        "alternateName": [title for _kind, title in film.titles],
        "url": absolute(reverse("address", args=[film.language, film.path])),
        "inLanguage": film.language,
        "dateCreated": str(film.year) if film.year else "",
        "duration": f"PT{seconds // 60}M{seconds % 60}S" if seconds else "",
        "countryOfOrigin": [{"@type": "Country", "name": c.name} for c in film.countries],
        "genre": list(film.genres),
        "description": film.description,
        "image": [absolute(p.picture.fallback.url) for p in (*film.posters, *film.stills)][:3],
        "productionCompany": [
            {"@type": "Organization", "name": company.name}
            for function in film.functions
            if function.key in ("production_company", "co_production")
            for company in function.companies
        ],
        "award": [
            ", ".join(part for part in (award.name.value, award.body.value) if part)
            for award in film.awards
            if award.result == "won"
        ],
    }
    data["actor"] = [_agent(film, name) for name in film.cast]
    for role in film.crew:
        data.setdefault(role.schema_property or "contributor", []).extend(
            _agent(film, name) for name in role.names
        )
    return {key: value for key, value in data.items() if value}


def _agent(film: FilmSheet, name: NameSheet) -> dict[str, str]:
    kind = "Person" if name.kind == "person" else "Organization"
    agent = {"@type": kind, "name": name.name}
    if name.slug and name.kind == "person":
        agent["url"] = absolute(reverse("person", args=[film.language, name.slug]))
    return agent
