"""Films with pictures, and people of every role."""

import pytest
from django.urls import reverse

from editorial.models import Membership
from tests.factories import FilmFactory, make_image, place


@pytest.fixture
def film(db):
    return FilmFactory(key="ferry", title_en="The Night Ferry")


@pytest.fixture
def stills(film):
    """Three stills a, b, c in this order."""
    return [still(film, name, number) for number, name in enumerate("abc")]


def still(film, name, position, **facts):
    image = make_image(
        colour=(position * 7 % 256, 90, 10),
        original_name=f"{name}.jpg",
        width=64,
        height=48,
        **facts,
    )
    return place(film, image, position=position)


@pytest.fixture
def member(client, django_user_model):
    """Log in as somebody of a role: `member("translator", ["de"])`."""

    def log_in(role, languages=()):
        user = django_user_model.objects.create_user(role, is_staff=True)
        Membership.objects.create(user=user, role=role, languages=list(languages))
        client.force_login(user)
        return client

    return log_in


def url(name, film, *args):
    return reverse(f"admin:films_film_{name}", args=[film.pk, *args])
