"""What was stored before a part existed says the same as the part with no rows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.start.ahead import ahead
from editorial.changes import change
from editorial.documents import document_of, hash_of
from editorial.models import ContentVersion, Publication, Revision
from editorial.parts import completed, is_alike
from editorial.publishing import publish
from editorial.publishing.comparing import differing
from editorial.publishing.forecast import foresee
from editorial.publishing.overview import overviews
from editorial.publishing.states import states_of
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def older(document: dict) -> dict:
    """Return the document as a version wrote it that knew none of the tables without rows."""
    return {name: value for name, value in document.items() if value != []}


@pytest.fixture
def film():
    """A film that is live in both languages, all stored by an older version."""
    film = FilmFactory()
    for language in ("en", "de"):
        publish(film.record, language)
    age()
    return film


def age() -> None:
    for row in Publication.objects.all():
        parts = older(row.parts)
        Publication.objects.filter(pk=row.pk).update(parts=parts, hash=hash_of(parts))
    for row in Revision.objects.all():
        document = older(row.document)
        Revision.objects.filter(pk=row.pk).update(document=document, hash=hash_of(document))


def save(film, **values) -> None:
    with change(None, "test"):
        for name, value in values.items():
            setattr(film, name, value)
        film.save()


def test_absent_part_and_empty_one_are_alike():
    assert is_alike({"blocks": [], "year": 1}, {"year": 1})
    assert not is_alike({"blocks": [{"uuid": "a"}]}, {})
    assert not is_alike({"facts": {"year": 1}}, {"facts": {"year": 2}})


def test_documents_are_completed_with_the_lists_of_the_others():
    assert completed({"a": [1]}, {"b": {}}) == [{"a": [1]}, {"a": [], "b": {}}]


def test_film_saved_after_an_upgrade_has_no_changes(film, editor):
    save(film)
    assert [state.has_changes for state in states_of(film.record)] == [False, False]
    assert [s.look for s in overviews([film.pk])[film.pk].states] == ["live", "live"]
    assert foresee(film.record, "de").is_nothing


def test_saving_after_an_upgrade_stores_nothing_and_shows_nothing(film):
    before = (Revision.objects.count(), Publication.objects.count(), ContentVersion.read())
    save(film)
    after = (Revision.objects.count(), Publication.objects.count(), ContentVersion.read())
    assert after == before


def test_real_change_after_an_upgrade_is_told(film):
    save(film, title_de="Neu")
    assert [state.has_changes for state in states_of(film.record)] == [False, True]
    assert [s.look for s in overviews([film.pk])[film.pk].states] == ["live", "changed"]


def test_start_page_names_only_languages_that_differ(film, editor):
    save(film, title_de="Neu")
    found = ahead(editor)
    assert [item.note for item in found.items] == ["German"]


def test_change_that_was_taken_back_leaves_nothing_to_publish(film, editor):
    year = film.year
    save(film, year=1931)
    save(film, year=year)
    assert ahead(editor) is None
    document = document_of(film.record)
    assert differing((row, document) for row in Publication.objects.live()) == set()


def test_schedule_of_an_older_version_stays_as_it_is():
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "de", None, timezone.now() + timedelta(days=1))
    age()
    before = dict(Publication.objects.scheduled().values_list("pk", "hash"))
    publish(film.record, "en")
    assert dict(Publication.objects.scheduled().values_list("pk", "hash")) == before


@pytest.mark.parametrize("count", [1, 3])
def test_comparing_costs_one_query_where_hashes_differ(count, django_assert_num_queries):
    films = [FilmFactory() for _n in range(count)]
    for film in films:
        publish(film.record, "en")
    documents = {film.pk: document_of(film.record) for film in films}
    rows = list(Publication.objects.defer("parts"))
    with django_assert_num_queries(0):
        assert differing((row, documents[row.record_id]) for row in rows) == set()
    age()
    rows = list(Publication.objects.defer("parts"))
    with django_assert_num_queries(1):
        assert differing((row, documents[row.record_id]) for row in rows) == set()
