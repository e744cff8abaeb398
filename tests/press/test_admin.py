"""What the press room adds to the admin: films of a release, the door to press links."""

import pytest
from django.urls import reverse

from press.models import Mention
from tests.desk.test_admin import form_data
from tests.factories import FilmFactory, PageFactory, make_member
from tests.press.making import make_release

pytestmark = pytest.mark.django_db


def form_of(desk, page) -> str:
    return desk.get(reverse("admin:pages_page_change", args=[page.pk])).content.decode()


def test_release_has_rows_for_its_films_and_other_pages_have_none(desk):
    release = make_release(FilmFactory(title_en="Ferry"))
    assert 'name="mentions-TOTAL_FORMS"' in form_of(desk, release)
    assert 'name="mentions-TOTAL_FORMS"' not in form_of(desk, PageFactory())


def test_film_is_added_to_a_release_in_its_form(desk):
    release, film = make_release(key="to-locarno"), FilmFactory()
    address = reverse("admin:pages_page_change", args=[release.pk])
    data = form_data(desk.get(address)) | {
        "mentions-TOTAL_FORMS": "1",
        "mentions-0-film": str(film.pk),
        "mentions-0-page": str(release.pk),
        "mentions-0-position": "0",
    }
    response = desk.post(address, data)
    assert response.status_code == 302
    assert [(m.page_id, m.film_id) for m in Mention.objects.all()] == [(release.pk, film.pk)]


@pytest.mark.parametrize(("role", "is_led"), [("editor", True), ("translator", False)])
def test_film_form_leads_to_press_links_those_who_may_make_them(client, role, is_led):
    film = FilmFactory()
    client.force_login(make_member(role, languages=["de"]))
    text = client.get(reverse("admin:films_film_change", args=[film.pk])).content.decode()
    assert (f'href="{reverse("press_links", args=[film.pk])}"' in text) is is_led


def test_release_is_saved_for_the_first_time_with_its_films(desk):
    film, address = FilmFactory(), reverse("admin:pages_page_add")
    data = form_data(desk.get(address)) | {
        "title_en": "To Locarno",
        "slug_en": "to-locarno",
        "is_press_release": "on",
        "mentions-TOTAL_FORMS": "1",
        "mentions-0-film": str(film.pk),
        "mentions-0-position": "0",
    }
    assert desk.post(address, data).status_code == 302
    assert [(m.page.slug_en, m.film_id) for m in Mention.objects.all()] == [("to-locarno", film.pk)]


def test_films_of_a_page_that_is_no_release_are_refused_and_kept(desk):
    film, address = FilmFactory(title_en="Ferry"), reverse("admin:pages_page_add")
    data = form_data(desk.get(address)) | {
        "title_en": "Workshops",
        "slug_en": "workshops",
        "mentions-TOTAL_FORMS": "1",
        "mentions-0-film": str(film.pk),
        "mentions-0-position": "0",
    }
    response = desk.post(address, data)
    assert response.status_code == 200
    assert response.context["inline_admin_formsets"][0].formset.non_form_errors() == [
        "Films are chosen for press releases: tick “press release” or empty these rows."
    ]
    assert not Mention.objects.exists()
