"""Texts, people and the company."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import npgettext, pgettext

from films.sheet.profiles import ProfileSheet
from press.kit.contents import Edition, Work
from press.kit.pdf.cover import JOIN
from press.kit.pdf.pictures import Pictures
from press.kit.pdf.prose import read_prose

Section = tuple[str, dict[str, Any]]
PORTRAIT_WIDTH = 42
FEWEST_WORKS = 2


def list_texts(edition: Edition) -> Iterator[Section]:
    """Yield (heading, prose) of every text, from the short synopsis to the production notes."""
    film = edition.film
    texts = [
        (pgettext("press kit", "Short synopsis"), film.synopsis_short),
        (pgettext("press kit", "Press note"), film.press_note),
        (pgettext("press kit", "Synopsis"), film.synopsis_long or film.synopsis_medium),
        (pgettext("press kit", "Director’s statement"), film.directors_statement),
        (pgettext("press kit", "Interview"), film.interview),
        (pgettext("press kit", "Production notes"), film.production_notes),
    ]
    for heading, text in texts:
        if text:
            yield heading, {"kind": "prose", **read_prose(text)}


def list_people(edition: Edition, pictures: Pictures) -> Iterator[Section]:
    """Yield the directors, everybody else with a biography, then the company."""
    works = edition.filmographies
    told = [
        p
        for p in edition.directors
        if p.biography or p.short_biography or p.portrait or _other_works(works.get(p.uuid, ()))
    ]
    if told:
        heading = npgettext("press kit", "Director", "Directors", len(told))
        yield heading, _people(told, pictures, edition.filmographies)
    if edition.people:
        yield pgettext("press kit", "Cast and crew"), _people(edition.people, pictures, {})
    if edition.house.name and edition.house.claim:
        name = {"text": edition.house.name, "marks": ["strong"], "url": ""}
        claim = {"text": f" – {edition.house.claim}", "marks": [], "url": ""}
        block = {"kind": "p", "spans": [name, claim]}
        yield pgettext("press kit", "Company"), {"kind": "prose", "lang": "", "blocks": [block]}


def _people(
    profiles: Iterable[ProfileSheet], pictures: Pictures, works: Mapping[str, tuple[Work, ...]]
) -> dict[str, Any]:
    people = [
        {**_person(profile, pictures), "works": _other_works(works.get(profile.uuid, ()))}
        for profile in profiles
    ]
    heading = pgettext("press kit", "Filmography")
    return {"kind": "people", "people": people, "filmography": heading}


def _other_works(works: tuple[Work, ...]) -> list[list[str]]:
    """Return (year, title, role) of each; a first film alone is no filmography."""
    if len(works) < FEWEST_WORKS:
        return []
    return [[str(work.year or ""), work.title, JOIN.join(work.done)] for work in works]


def _person(profile: ProfileSheet, pictures: Pictures) -> dict[str, Any]:
    # Who only acts is known by the part: the word for it says nothing more.
    roles = profile.roles if len(profile.roles) > 1 or not profile.character else ()
    return {
        "name": profile.name,
        "roles": JOIN.join(roles),
        "character": profile.character.value,
        "portrait": pictures.take(profile.portrait, PORTRAIT_WIDTH),
        **read_prose(profile.biography or profile.short_biography),
    }
