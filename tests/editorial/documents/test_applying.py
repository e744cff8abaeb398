"""apply_document is the reverse of document_of."""

import pytest

from editorial.changes import change
from editorial.documents import ForeignRow, apply_document, document_of
from films.models import Credit
from tests.editorial.documents.films import rich_film

pytestmark = pytest.mark.django_db


def test_applying_a_film_to_itself_changes_nothing():
    film = rich_film()
    document = document_of(film.record)
    with change(None, "test"):
        apply_document(film.record, document)
    assert document_of(film.record) == document


def test_emptied_film_comes_back_whole():
    film = rich_film()
    document = document_of(film.record)
    record = film.record
    with change(None, "test"):
        film.delete()
    assert document_of(record) is None
    with change(None, "test"):
        apply_document(record, document)
    assert document_of(record) == document


def test_what_the_document_lacks_is_deleted():
    film = rich_film()
    document = document_of(film.record)
    document["credits"] = document["credits"][:1]
    with change(None, "test"):
        apply_document(film.record, document)
    assert Credit.objects.filter(film=film).count() == 1


def test_main_version_can_move():
    film = rich_film()
    document = document_of(film.record)
    for row in document["versions"]:
        row["is_main"] = not row["is_main"]
        row["dialogue_languages"] = []
    with change(None, "test"):
        apply_document(film.record, document)
    assert document_of(film.record)["versions"] == document["versions"]


def test_row_of_another_film_is_refused():
    film, other = rich_film(), rich_film()
    stolen = document_of(other.record)
    document = {**document_of(film.record), "credits": stolen["credits"]}
    with pytest.raises(ForeignRow), change(None, "test"):
        apply_document(film.record, document)
    assert Credit.objects.filter(film=other).count() == 2
