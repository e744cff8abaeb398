"""The public record as JSON, described by `film.schema.json` beside this module."""

from typing import Any

from django.urls import reverse

from films.record_parts import (
    image_data,
    laurels_data,
    name_data,
    page_url,
    quote_data,
    screening_data,
    trailer_data,
)
from films.sheet.objects import FilmSheet
from pages.absolute import absolute
from pages.tiles import FilmTile


def film_json(film: FilmSheet) -> dict[str, Any]:
    """Return the film as plain data. Only live languages stand in `titles` and `texts`."""
    main = film.main_version
    return {
        "slug": film.path,
        "key": film.key,
        "language": film.language,
        "url": absolute(reverse("address", args=[film.language, film.path])),
        "titles": {link.code: link.title for link in film.languages},
        "other_titles": [{"kind": kind, "title": title} for kind, title in film.titles],
        "year": film.year,
        "category": film.category,
        "genres": list(film.genres),
        "runtime_seconds": main.runtime_seconds if main else None,
        "countries": [country.code for country in film.countries],
        "directors": [name.name for name in film.directors],
        "cast": [name_data(name, film.language) for name in film.cast],
        "crew": [
            {
                "role": {"key": role.key, "label": role.label},
                "names": [name.name for name in role.names],
                "credits": [name_data(name, film.language) for name in role.names],
            }
            for role in film.crew
        ],
        "companies": [
            {
                "function": company.function,
                "name": company.name,
                "territory": company.territory,
                "url": page_url("company", film.language, company.slug),
            }
            for function in film.functions
            for company in function.companies
        ],
        "versions": [
            {
                "is_main": version.is_main,
                "name": version.name.value,
                "runtime_seconds": version.runtime_seconds,
                "format": version.format,
                "aspect_ratio": version.aspect_ratio,
                "colour": version.colour,
                "sound": version.sound,
                "dialogue_languages": list(version.dialogue_languages),
                "has_no_dialogue": version.has_no_dialogue,
                "subtitle_languages": list(version.subtitle_languages),
                "note": version.note.value,
            }
            for version in film.versions
        ],
        "selections": [
            {
                "festival": selection.festival,
                "year": selection.year,
                "section": selection.section.value,
                "premiere": selection.premiere,
                "url": page_url("festival", film.language, selection.slug),
            }
            for selection in film.selections
        ],
        "awards": [
            {
                "name": award.name.value,
                "body": award.body.value,
                "year": award.year,
                "result": award.result,
                "recipient": award.recipient,
                "festival": award.festival,
                "festival_url": page_url("festival", film.language, award.festival_slug),
            }
            for award in film.awards
        ],
        "laurels": laurels_data(film),
        "screenings": [screening_data(entry, film.language) for entry in film.screenings],
        "releases": [
            {
                "country": release.country.code,
                "date": release.date.isoformat() if release.date else None,
                "date_precision": release.precision,
                "kind": release.kind,
                "status": release.status,
                "distributors": list(release.distributors),
                "age_rating": release.age_rating,
            }
            for release in film.releases
        ],
        "links": [{"kind": link.kind, "url": link.url, "label": link.label} for link in film.links],
        "external_ids": [{"scheme": scheme, "value": value} for scheme, value in film.external_ids],
        "images": [image_data(picture) for picture in (*film.stills, *film.posters)],
        "trailers": [trailer_data(trailer) for trailer in film.trailers if trailer.url],
        "quotes": [quote_data(quote) for quote in film.quotes],
        "texts": film.texts_by_language,
    }


def catalogue_json(tiles: list[FilmTile], language: str) -> dict[str, Any]:
    """Return the list of films live in `language`."""
    return {
        "language": language,
        "films": [
            {
                "slug": tile.path,
                "key": tile.key,
                "title": tile.title,
                "year": tile.year,
                "category": tile.category,
                "countries": [code for code in tile.countries.split(",") if code],
                "url": absolute(reverse("address", args=[language, tile.path])),
                "json": absolute(reverse("film_json", args=[language, tile.path])),
            }
            for tile in tiles
        ],
    }
