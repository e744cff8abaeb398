"""The page that says where something is used, and the links of the forms."""

import pytest
from django.urls import reverse

from editorial.publishing import publish
from tests.factories import CreditFactory, FilmFactory, make_image, make_member, place

pytestmark = pytest.mark.django_db


def test_page_leads_to_the_films_and_to_what_visitors_see(desk):
    film, image = CreditFactory(film__title_en="Ferry").film, make_image()
    place(film, image)
    publish(film.record, "en")
    page = desk.get(reverse("desk_used", args=["assets_image", image.pk])).content.decode()
    assert page.count(f'href="{reverse("admin:films_film_change", args=[film.pk])}"') == 1
    assert page.count(f'href="/en/{film.record.addresses.get().path}/"') == 1


def test_forms_link_to_uses_and_to_the_site(desk):
    credit = CreditFactory()
    publish(credit.film.record, "en")
    person = credit.person
    page = desk.get(reverse("admin:people_person_change", args=[person.pk])).content.decode()
    assert page.count(f'href="{reverse("desk_used", args=["people_person", person.pk])}"') == 1
    assert page.count(f'href="/en/people/{person.key}/"') == 1
    form = desk.get(reverse("admin:films_film_change", args=[credit.film.pk])).content.decode()
    assert form.count("/admin/used/") == 0


@pytest.mark.parametrize("room", ["films_film", "auth_user", "nothing", "editorial_publication"])
def test_rooms_that_nothing_refers_to_have_no_such_page(desk, room):
    assert desk.get(reverse("desk_used", args=[room, FilmFactory().pk])).status_code == 404


def test_viewer_may_look(client):
    image = make_image()
    url = reverse("desk_used", args=["assets_image", image.pk])
    assert client.get(url).status_code == 302
    client.force_login(make_member("viewer"))
    assert client.get(url).status_code == 200
