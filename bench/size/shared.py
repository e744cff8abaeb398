"""What films share: people, companies, festivals with editions, venues, pictures."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bench.size.words import TOWNS, make_name, make_text
from editorial.models import Record
from editorial.models.base import make_key

PEOPLE_A_FILM, IMAGES_A_FILM = 3, 3
FIRST_YEAR, LAST_YEAR = 1950, 2026
CHUNK = 2_000


@dataclass
class Shared:
    """Primary keys of what films refer to."""

    people: list[int] = field(default_factory=list)
    companies: list[int] = field(default_factory=list)
    editions: list[tuple[int, int]] = field(default_factory=list)
    venues: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=dict)
    genres: list[int] = field(default_factory=list)


def write(model: type[Any], rows: Iterable[Any]) -> list[Any]:
    """Write rows at once; the model's own queryset would note each of them in the history."""
    from django.db.models import QuerySet

    return list(QuerySet(model).bulk_create(list(rows), batch_size=500))


def make_uuid(dice: random.Random) -> UUID:
    return UUID(int=dice.getrandbits(128), version=4)


def make_records(dice: random.Random, kind: str, keys: Iterable[str]) -> list[Record]:
    made = [Record(kind=kind, key=key, version=1, uuid=make_uuid(dice)) for key in keys]
    return write(Record, made)


def make_shared(dice: random.Random, films: int) -> Shared:
    """Write what so many films share; return primary keys only, so that memory stays flat."""
    from films.models import Genre
    from people.models import Role

    shared = Shared(
        roles=dict(Role.objects.values_list("key", "pk")),
        genres=list(Genre.objects.values_list("pk", flat=True)),
    )
    for start in range(0, films * PEOPLE_A_FILM, CHUNK):
        count = min(CHUNK, films * PEOPLE_A_FILM - start)
        shared.people += _make_people(dice, start, count)
    for start in range(0, films * IMAGES_A_FILM, CHUNK):
        shared.images += _make_images(dice, start, min(CHUNK, films * IMAGES_A_FILM - start))
    shared.companies = _make_companies(dice, max(5, films // 20))
    shared.editions = _make_festivals(dice, max(5, films // 50))
    shared.venues = _make_venues(dice, max(5, films // 50))
    return shared


def _make_people(dice: random.Random, start: int, count: int) -> list[int]:
    from people.models import Person

    names = [make_name(dice) for _n in range(count)]
    keys = (f"{make_key(name)}-{start + n}" for n, name in enumerate(names))
    records = make_records(dice, Record.Kind.PERSON, keys)
    people = []
    for record, name in zip(records, names, strict=True):
        given, _space, family = name.rpartition(" ")
        about = make_text(dice, 2) if dice.random() < 0.2 else {"en": "", "de": ""}
        people.append(
            Person(
                record=record,
                name=name,
                sort_name=f"{family}, {given}",
                biography_en=about["en"],
                biography_de=about["de"],
                born_on=str(dice.randint(1930, 2000)) if dice.random() < 0.3 else "",
            )
        )
    write(Person, people)
    return [record.pk for record in records]


def _make_images(dice: random.Random, start: int, count: int) -> list[int]:
    """Write pictures; the first of each film is an upright poster."""
    from assets.models import Image

    numbers = range(start, start + count)
    records = make_records(dice, Record.Kind.IMAGE, (f"picture-{n}" for n in numbers))
    images = []
    for n, record in zip(numbers, records, strict=True):
        is_poster = n % IMAGES_A_FILM == 0
        told = make_text(dice, 1)
        images.append(
            Image(
                record=record,
                sha256=f"{dice.getrandbits(256):064x}",
                extension="jpg",
                original_name=f"picture-{n}.jpg",
                is_complete=True,
                width=1400 if is_poster else 2000,
                height=2000 if is_poster else 1125,
                caption_en=told["en"],
                caption_de=told["de"],
                photographer=make_name(dice),
            )
        )
    write(Image, images)
    return [record.pk for record in records]


def _make_companies(dice: random.Random, count: int) -> list[int]:
    from people.models import Company

    records = make_records(dice, Record.Kind.COMPANY, (f"company-{n}" for n in range(count)))
    rows = []
    for record in records:
        town, country, _zone = dice.choice(TOWNS)
        name = f"{make_name(dice).rpartition(' ')[2]} Film {record.key.rpartition('-')[2]}"
        rows.append(Company(record=record, name=name, city=town, country=country))
    write(Company, rows)
    return [record.pk for record in records]


def _make_festivals(dice: random.Random, count: int) -> list[tuple[int, int]]:
    """Write festivals with ten editions each; return (edition, year)."""
    from festivals.models import Edition, Festival

    records = make_records(dice, Record.Kind.FESTIVAL, (f"festival-{n}" for n in range(count)))
    festivals, editions = [], []
    for n, record in enumerate(records):
        town, country, _zone = TOWNS[n % len(TOWNS)]
        festival = Festival(
            record=record,
            name_en=f"Film Days of {town} {n}",
            name_de=f"Filmtage {town} {n}",
            city=town,
            country=country,
        )
        festivals.append(festival)
        editions += [
            Edition(festival=festival, year=year, uuid=make_uuid(dice))
            for year in range(LAST_YEAR - 9, LAST_YEAR + 1)
        ]
    write(Festival, festivals)
    return [(edition.pk, edition.year) for edition in write(Edition, editions)]


def _make_venues(dice: random.Random, count: int) -> list[int]:
    from festivals.models import Venue

    rows = []
    for n in range(count):
        town, country, zone = TOWNS[n % len(TOWNS)]
        rows.append(
            Venue(name=f"Lichthof {n}", city=town, country=country, zone=zone, uuid=make_uuid(dice))
        )
    return [venue.pk for venue in write(Venue, rows)]
