"""What changed, in a word or two."""

from copy import deepcopy

import pytest
from django.utils.translation import override

from editorial.documents import document_of
from editorial.history.saying import say_changes
from tests.factories import CreditFactory, FilmFactory

pytestmark = pytest.mark.django_db


def test_fields_texts_and_lists_are_named(django_assert_num_queries):
    film = FilmFactory()
    before = document_of(film.record)
    CreditFactory(film=film, character_de="Kapitän")
    after = document_of(film.record)
    after["texts"]["de"]["facts"]["title"] = "Anders"
    with override("en"), django_assert_num_queries(0):
        assert say_changes(before, after) == "Title (German), Credits"
        after["facts"] |= {"category": "short", "year": 1999}
        assert say_changes(before, after) == "Category, Year, Title (German) and one more"


def test_equal_documents_say_nothing():
    document = document_of(CreditFactory().film.record)
    assert say_changes(document, deepcopy(document)) == ""
