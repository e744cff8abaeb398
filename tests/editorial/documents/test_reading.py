"""What a document says of a row."""

import pytest

from editorial.documents import document_of
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_empty_and_null_are_the_same():
    film = FilmFactory(tagline_en="", tagline_de=None)
    assert "tagline" not in document_of(film.record)["texts"]["en"]["facts"]
    assert "tagline" not in document_of(film.record)["texts"]["de"]["facts"]
