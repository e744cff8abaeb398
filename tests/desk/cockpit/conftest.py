"""Members of the house, and a film with something to translate."""

import pytest

from editorial.changes import change
from editorial.models import Membership
from tests.factories import FilmFactory, make_image, place

ENGLISH = "A ferry crosses the sound for the last time."
GERMAN = "Eine Fähre quert zum letzten Mal den Sund."


def member(django_user_model, role, languages=(), name=""):
    user = django_user_model.objects.create_user(
        name or role, password="test-pass-1", is_staff=True
    )
    Membership.objects.create(user=user, role=role, languages=list(languages))
    return user


@pytest.fixture
def translator(db, django_user_model):
    return member(django_user_model, "translator", ["de"])


@pytest.fixture
def viewer(db, django_user_model):
    return member(django_user_model, "viewer")


@pytest.fixture
def film(db):
    """A film whose German logline is missing, with a picture whose caption is, too."""
    film = FilmFactory(title_en="Ferry", title_de="Fähre", logline_en=ENGLISH)
    image = make_image(caption_en="The harbour at night.")
    place(film, image)
    return film


def rewrite(film, user=None, **texts):
    with change(user, "test"):
        for name, text in texts.items():
            setattr(film, name, text)
        film.save()
