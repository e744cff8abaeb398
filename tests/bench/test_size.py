"""The generated catalogue: what it writes in bulk is what the door would have written."""

import pytest

from bench.size.making import make_catalogue
from editorial.changes import change
from editorial.documents import document_of, hash_of
from editorial.models import Address, Publication, Reference, Revision
from editorial.publishing import publish
from films.models import Credit, Film
from people.models import Person

pytestmark = pytest.mark.django_db
# What says who wrote it and when, or follows from the moment.
OWN = {"id", "publish_at", "created_at", "user", "followed_at"}


def published(film):
    """Return what stands in the newest publications of a film, by language."""
    rows = Publication.objects.live().filter(record=film.pk)
    columns = [field.name for field in Publication._meta.concrete_fields if field.name not in OWN]
    return {
        row.language: (
            {name: getattr(row, name) for name in columns},
            sorted(
                row.references.values_list(
                    "target", "usage", "row", "role", "character", "position", "year"
                ),
                key=str,
            ),
        )
        for row in rows
    }


def test_generated_publications_are_those_that_publishing_writes():
    with change(None, "test"):
        make_catalogue(3, tell=lambda line: None)
    films = list(Film.objects.order_by("pk"))
    generated = {film.pk: published(film) for film in films}
    addresses = set(Address.objects.values_list("language", "path", "record"))
    assert len(films) == 3 and any(len(lines) == 3 for lines in generated.values())
    for film in films:
        spoken = [language for language in generated[film.pk] if language]
        for language in spoken:
            publish(film.record, language)
        assert published(film) == generated[film.pk]
        revision = Revision.objects.filter(record=film.pk, line="desk").get()
        assert revision.hash == hash_of(document_of(film.record))
    assert set(Address.objects.values_list("language", "path", "record")) == addresses


def test_catalogue_has_three_people_and_twenty_credits_a_film():
    with change(None, "test"):
        make_catalogue(6, tell=lambda line: None)
    assert Person.objects.count() == 18
    assert 6 * 14 <= Credit.objects.count() <= 6 * 26
    assert Reference.objects.filter(usage="credit").exists()
