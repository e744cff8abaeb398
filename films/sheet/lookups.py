"""Everything that a film's document points to, fetched in bulk: one query a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from assets.models import Image, MediaFile
from editorial.fields import column, languages
from editorial.kinds import Document
from editorial.memory import remember
from editorial.models import Forward
from festivals.models import Edition, Festival, Venue
from films.models import Genre
from films.sheet.depicted import Depicted, read_depicted
from people.models import Company, Department, Person, Role


@dataclass(frozen=True)
class Lookups:
    """Shared rows by the identity under which documents name them."""

    people: dict[str, Person]
    companies: dict[str, Company]
    editions: dict[str, Edition]
    festivals: dict[str, Festival]
    venues: dict[str, Venue]
    images: dict[str, Image]
    files: dict[str, MediaFile]
    roles: dict[str, Role]
    departments: dict[int, Department]
    genres: dict[str, Genre]
    depicted: Depicted


@dataclass(frozen=True)
class Wanted:
    """What another room needs beside what the film's own parts point to, by uuid."""

    images: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


NOTHING = Wanted()


def look_up(document: Document, now: datetime, also: Wanted = NOTHING) -> Lookups:
    """Fetch what `document` points to. Pictures that may not be shown at `now` are absent."""
    vocabulary = remember(("vocabulary",), _read_vocabulary)
    editions = _editions(_uuids(document, "selections", "edition"))
    people = _by_record(Person, _people(document) | also.people)
    images = _images(document, now, also.images)
    credited = [people[uuid].pk for uuid in _uuids(document, "credits", "person") & people.keys()]
    return Lookups(
        people=people,
        companies=_by_record(Company, _companies(document) | also.companies),
        editions=editions,
        festivals=_festivals(_uuids(document, "awards", "festival"), editions),
        venues=_by_uuid(Venue, _uuids(document, "screenings", "venue")),
        images=images,
        depicted=read_depicted(images.values(), credited),
        files=_by_uuid(
            MediaFile,
            _uuids(document, "trailers", "video")
            | _uuids(document, "text_tracks", "file")
            | also.files,
        ),
        **vocabulary,
    )


def _read_vocabulary() -> dict[str, dict[Any, Any]]:
    return {
        "roles": {role.key: role for role in Role.objects.all()},
        "departments": {d.pk: d for d in Department.objects.all()},
        "genres": {genre.key: genre for genre in Genre.objects.all()},
    }


def _uuids(document: Document, part: str, name: str) -> set[str]:
    return {row[name] for row in document.get(part, []) if row.get(name)}


def _people(document: Document) -> set[str]:
    return _uuids(document, "credits", "person") | _uuids(document, "awards", "recipient")


def _companies(document: Document) -> set[str]:
    distributors = {
        uuid for row in document.get("releases", []) for uuid in row.get("distributors", [])
    }
    named = _uuids(document, "credits", "company") | _uuids(document, "companies", "company")
    return named | distributors


def _by_record(model: type[Model], uuids: set[str]) -> dict[str, Any]:
    if not uuids:
        return {}
    rows: Iterable[Any] = model._default_manager.filter(record__uuid__in=uuids).select_related(
        "record"
    )
    found = {str(row.record.uuid): row for row in rows}
    return found if len(found) == len(uuids) else found | _merged(model, uuids - found.keys())


def _merged(model: type[Model], uuids: set[str]) -> dict[str, Any]:
    """Follow the forwardings of merged records."""
    forwards = dict(Forward.objects.filter(uuid__in=uuids).values_list("uuid", "record_id"))
    rows = model._default_manager.select_related("record").in_bulk(list(forwards.values()))
    return {str(uuid): rows[pk] for uuid, pk in forwards.items() if pk in rows}


def _by_uuid(model: type[Model], uuids: set[str]) -> dict[str, Any]:
    if not uuids:
        return {}
    rows: Iterable[Any] = model._default_manager.filter(uuid__in=uuids)
    return {str(row.uuid): row for row in rows}


def _editions(uuids: set[str]) -> dict[str, Edition]:
    if not uuids:
        return {}
    rows = Edition.objects.filter(uuid__in=uuids).select_related("festival__record")
    return {str(row.uuid): row for row in rows}


def _festivals(uuids: set[str], editions: dict[str, Edition]) -> dict[str, Festival]:
    """Return the festivals of prizes; those that the film was selected by are known already."""
    known = {str(row.festival.record.uuid): row.festival for row in editions.values()}
    missing: dict[str, Festival] = _by_record(Festival, uuids - known.keys())
    return known | missing


def _images(document: Document, now: datetime, also: frozenset[str]) -> dict[str, Image]:
    uuids = also | _uuids(document, "images", "image") | _uuids(document, "trailers", "poster")
    uuids |= _uuids(document, "selections", "laurel") | _uuids(document, "awards", "laurel")
    if not uuids:
        return {}
    rows = Image.objects.visible(now).filter(record__uuid__in=uuids).select_related("record")
    return {str(row.record.uuid): row for row in rows}


def in_languages(row: Model, name: str) -> dict[str, str]:
    """Return a translated field's values by language, straight from the columns."""
    return {code: getattr(row, column(name, code)) or "" for code in languages()}
