"""A large catalogue, written past the door in seconds, and one film with long lists."""

from collections.abc import Iterable
from typing import Any

FILMS, IMAGES, PEOPLE, FESTIVALS = 10_000, 50_000, 10_000, 1_000
CREDITS, STILLS = 60, 120
BATCH = 5_000
FIRST = ("Ada", "Mart", "Lena", "Jaan", "Ruth", "Ilse", "Tomasz", "Éva", "Nele", "Ole")
LAST = ("Lindqvist", "Kask", "Osswald", "Tamm", "Feldkamp", "Brandt", "Wójcik", "Horváth", "Sol")


def fill_catalogue() -> None:
    """Add films with pictures, credits and revisions, people and festivals with editions."""
    from assets.models import Image
    from editorial.models import Record, Revision
    from festivals.models import Edition, Festival
    from films.models import Credit, Film, Placement
    from people.models import Person, Role
    from people.name_keys import index_names

    kinds = Record.Kind
    films = write(Film, (
        {"record": record, "year": 1950 + n % 75, "title_en": f"The Ferry {n}",
         "title_de": f"Die Fähre {n}", "slug_en": record.key, "slug_de": record.key,
         "synopsis_short_en": "A ferry crosses the sound for the last time. " * 5}
        for n, record in enumerate(write_records(kinds.FILM, FILMS))
    ))  # fmt: skip
    images = write(Image, (
        {"record": record, "sha256": f"{n:064x}", "extension": "jpg", "width": 2000,
         "height": 1333, "original_name": f"ferry-{n // 5}-still-{n % 5}.jpg",
         "caption_en": f"{name_of(n)} on board, day {n}", "photographer": name_of(n // 50)}
        for n, record in enumerate(write_records(kinds.IMAGE, IMAGES))
    ))  # fmt: skip
    people = write(Person, (
        {"record": record, "name": name_of(n)}
        for n, record in enumerate(write_records(kinds.PERSON, PEOPLE))
    ))  # fmt: skip
    festivals = write(Festival, (
        {"record": record, "name_en": f"Film Days of Harbour {n}", "city": f"Harbour {n}",
         "country": "DE"}
        for n, record in enumerate(write_records(kinds.FESTIVAL, FESTIVALS))
    ))  # fmt: skip
    role = Role.objects.get(key="director")
    write(Edition, ({"festival": one, "year": y} for one in festivals for y in range(2015, 2025)))
    write(Placement, ({"film": films[n // 5], "image": one} for n, one in enumerate(images)))
    write(Credit, (
        {"film": film, "person": people[(n * 3 + m) % PEOPLE], "role": role, "position": m}
        for n, film in enumerate(films) for m in range(3)
    ))  # fmt: skip
    write(Revision, (
        {"record": film.record, "line": "desk", "document": {"facts": {"year": film.year}},
         "hash": "0" * 64, "version": 1}
        for film in films
    ))  # fmt: skip
    index_names(person.pk for person in people)


def name_of(number: int) -> str:
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    return f"{first} {last} {number // 90}"


def write_records(kind: str, count: int) -> list[Any]:
    from editorial.models import Record

    return write(Record, ({"kind": kind, "key": f"bench-{kind}-{n}"} for n in range(count)))


def write(model: type[Any], rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Write rows at once; the model's own queryset would note each of them in the history."""
    from django.db.models import QuerySet

    return list(QuerySet(model).bulk_create([model(**row) for row in rows], batch_size=BATCH))


def add_long_film(name: str) -> Any:
    """Enter a film with texts in both languages, 60 credits and 120 stills; return it."""
    from django.utils.crypto import get_random_string

    from assets.models import Image
    from editorial.changes import change
    from editorial.fields import columns
    from films.models import Country, Credit, Film, Placement, Version
    from people.models import Person, Role

    text = "A ferry crosses the sound for the last time, and everybody on board knows. " * 20
    prose = ("synopsis_long", "press_note", "directors_statement", "production_notes")
    with change(None, "bench"):
        film = Film.objects.create(
            title_en=name, title_de=name, year=2024,
            **{column: text for field in prose for column in columns(field)},
        )  # fmt: skip
        Version.objects.create(film=film, is_main=True, runtime_seconds=5400)
        for n, code in enumerate(("DE", "EE")):
            Country.objects.create(film=film, code=code, position=n)
        role = Role.objects.get(key="director")
        for n in range(CREDITS):
            person = Person.objects.create(name=f"{name_of(n)} of {name}")
            Credit.objects.create(film=film, role=role, person=person, position=n)
        for n in range(STILLS):
            image = Image.objects.create(
                sha256=get_random_string(64, "0123456789abcdef"), extension="jpg",
                original_name=f"{name}-{n}.jpg", width=2000, height=1333,
            )  # fmt: skip
            Placement.objects.create(film=film, image=image, position=n)
    return film
