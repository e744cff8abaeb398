"""Two spellings of one person, each named in films that are live."""

from dataclasses import dataclass
from typing import Any

from editorial.changes import change
from editorial.publishing import publish
from films.models import Award, Credit
from people.models import Depiction, Person, PersonName, Role
from tests.built import built_once
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image


@dataclass
class World:
    kept: Person
    other: Person
    films: list[Any]
    twin: Credit


def write(model, **values):
    with change(None, "test"):
        return model.objects.create(**values)


@built_once
def make_world() -> World:
    kept = PersonFactory(name="Ana Sol", born_on="1975")
    other = PersonFactory(name="A. Sol", biography_en="She grew up by the harbour.")
    write(PersonName, person=other, name="Ана Соль")
    films = [FilmFactory(), FilmFactory()]
    director, sound = Role.objects.get(key="director"), Role.objects.get(key="sound")
    CreditFactory(film=films[0], person=kept, role=director)
    twin = CreditFactory(film=films[0], person=other, role=director, character_de="Sie selbst")
    CreditFactory(film=films[1], person=other, role=sound)
    write(Award, film=films[1], name_en="Best sound", recipient=other)
    write(Depiction, image=make_image(), person=other)
    for film in films:
        for language in ("en", "de"):
            publish(film.record, language)
    return World(kept, other, films, twin)
