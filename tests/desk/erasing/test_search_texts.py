"""Folded search texts spell a name in another way; it goes from them all the same."""

import pytest

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_folded_name_goes_from_redacted_publications():
    film = FilmFactory(synopsis_short_en="A story by Jörg Jaeger.")
    person = PersonFactory(name="Jörg Jaeger")
    CreditFactory(film=film, person=person)
    publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "A story."
        film.save()
    publish(film.record, "en")
    named = Publication.objects.filter(search_text__contains="jorg jager")
    assert named.count() == 1
    erase_person(person, ErasureOptions(is_redacting=True))
    assert named.count() == 0
