"""Crops pass the gate as long as their picture may be shown, and not a minute longer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assets.models import Image
from assets.repairing import cut_names
from assets.tasks import complete_image
from editorial.changes import change
from editorial.publishing import publish, withdraw
from tests.factories import FilmFactory, make_image, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    image = make_image(width=640, height=360)
    complete_image.func(image.pk)
    film = FilmFactory()
    place(film, image)
    publish(film.record, "en")
    return film


def set_facts(**facts):
    with change(None, "test"):
        Image.objects.update(**facts)


def statuses(client):
    names = cut_names(Image.objects.get())
    return {client.get(f"/media/{name}").status_code for name in names}


def test_crops_of_a_live_picture_are_served(client, film):
    assert statuses(client) == {200}


@pytest.mark.parametrize("facts", [{"access": "internal"}, {"rights_until": timezone.now()}])
def test_crops_of_a_picture_that_may_not_be_shown_are_not_found(client, film, facts):
    set_facts(**facts)
    assert statuses(client) == {404}


def test_crops_of_a_withdrawn_film_are_not_found(client, film):
    withdraw(film.record, "en")
    assert statuses(client) == {404}


def test_browsers_keep_crops_until_the_rights_end(client, film):
    set_facts(rights_until=timezone.now() + timedelta(minutes=5))
    response = client.get(f"/media/{cut_names(Image.objects.get())[0]}")
    seconds = int(response.headers["Cache-Control"].removeprefix("public, max-age="))
    assert 240 < seconds <= 300


def test_page_of_a_picture_whose_rights_ended_names_no_file_of_it(client, film):
    content = Image.objects.get().sha256[:24]
    address = f"/en/{film.slug_en}/"
    assert content in client.get(address).content.decode()
    set_facts(rights_until=timezone.now())
    response = client.get(address)
    assert (response.status_code, content in response.content.decode()) == (200, False)
