"""Pages change with what they show beside their publications: portraits, logos, faces."""

import pytest

from editorial.changes import change
from editorial.models import ContentVersion
from editorial.publishing import publish
from pages.models import Profile
from people.models import Depiction
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place

pytestmark = pytest.mark.django_db


def steps(row, **values) -> int:
    """Save the row and return by how much the content version has grown."""
    before = ContentVersion.read()
    with change(None, "test"):
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    return ContentVersion.read() - before


def test_portrait_of_a_person_counts_once_a_film_is_live():
    person, portrait = PersonFactory(), make_image()
    film = FilmFactory()
    CreditFactory(film=film, person=person)
    steps(person, portrait=portrait)
    assert steps(portrait, alt_en="Ada at the railing") == 0
    publish(film.record, "en")
    assert steps(portrait, alt_en="Ada at the bow") == 1


def test_logo_of_the_company_counts():
    logo = make_image()
    with change(None, "test"):
        profile = Profile.objects.create(name="Nordlicht")
    assert (steps(profile, logo=logo), steps(logo, alt_en="Nordlicht")) == (1, 1)


def test_somebody_on_a_live_picture_counts_though_not_credited():
    film, person, still = FilmFactory(), PersonFactory(), make_image()
    place(film, still)
    with change(None, "test"):
        Depiction.objects.create(image=still, person=person)
    assert steps(person, name="Ada Lindqvist") == 0
    publish(film.record, "en")
    assert steps(person, name="Ada Lindquist") == 1


def test_deleting_a_portrait_counts():
    portrait = make_image()
    before = ContentVersion.read()
    with change(None, "test"):
        portrait.delete()
    assert ContentVersion.read() == before + 1
