"""People on the pictures of a film's page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.publishing import publish
from people.models import Depiction
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place

pytestmark = pytest.mark.django_db


def film_with(*people, credited=()):
    film = FilmFactory()
    image = make_image()
    place(film, image)
    for person in credited:
        CreditFactory(film=film, person=person)
    with change(None, "test"):
        for position, person in enumerate(people):
            Depiction.objects.create(image=image, person=person, position=position)
    publish(film.record, "en")
    return film


def people_on_first_still(client, film):
    sheet = client.get(f"/en/{film.slug_en}/").context["film"]
    return [(name.name, name.slug) for name in sheet.stills[0].people]


def test_people_stand_in_their_order_and_lead_to_pages_that_exist(client):
    ada, bo = PersonFactory(name="Ada"), PersonFactory(name="Bo")
    film = film_with(bo, ada, credited=[ada])
    assert people_on_first_still(client, film) == [("Bo", ""), ("Ada", ada.key)]


def test_picture_without_people_names_none(client):
    assert people_on_first_still(client, film_with()) == []


@pytest.mark.parametrize("number", [1, 3])
def test_people_cost_one_query_however_many(client, number):
    film = film_with(*(PersonFactory() for _n in range(number)))
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/en/{film.slug_en}/")
    assert len([q for q in queries if "people_depiction" in q["sql"]]) == 1
