"""Whoever publishes at an address that led somewhere else so far is told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.publishing import cancel, publish, withdraw
from pages.models import Redirect
from tests.editorial.publishing.pages.asking import confirm, edit, url
from tests.factories import FilmFactory, PageFactory, make_member

pytestmark = pytest.mark.django_db

FORMER = "“{key}” had this address before: old links to it will lead here instead."
LED = "So far a redirect leads on from this address: what you publish takes its place."
FOR_EDITORS = "This address led somewhere else before: only an editor can publish here."


@pytest.fixture
def film():
    """A film that came to /de/faehre/ and has left it again."""
    film = FilmFactory(slug_de="faehre")
    publish(film.record, "de")
    edit(film, slug_de="nachtfaehre")
    return film


@pytest.fixture
def page():
    """A page that waited for this address all the time."""
    return PageFactory(slug_de="faehre")


def asked(desk, page, **headers):
    address = reverse("admin:pages_page_publish", args=[page.pk, "de"])
    return desk.get(address, headers=headers).content.decode()


def test_first_publishing_tells_of_the_film_that_was_there(desk, film, page):
    publish(film.record, "de")
    assert asked(desk, page).count(FORMER.format(key=film.record.key)) == 1


def test_it_is_told_in_german(desk, film, page):
    publish(film.record, "de")
    told = f"Diese Adresse gehörte bisher zu „{film.record.key}“"
    assert asked(desk, page, **{"accept-language": "de"}).count(told) == 1


def test_a_film_that_is_still_there_is_not_told_as_former(desk, film, page):
    assert asked(desk, page).count("had this address before") == 0


def test_moving_tells_of_the_film_that_was_there(desk, film):
    publish(film.record, "de")
    other = FilmFactory(slug_de="anders")
    publish(other.record, "de")
    edit(other, slug_de="faehre")
    text = desk.get(url("publish", other)).content.decode()
    assert text.count(FORMER.format(key=film.record.key)) == 1


def test_ones_own_address_of_before_is_nothing_to_tell(desk, film):
    publish(film.record, "de")
    edit(film, slug_de="faehre")
    assert desk.get(url("publish", film)).content.decode().count("had this address before") == 0


def test_a_redirect_that_leads_on_is_told(desk, page):
    with change(None, "test"):
        Redirect.objects.create(old_path="/de/faehre", new_path="/de/films/")
    assert asked(desk, page).count(LED) == 1


def test_ones_own_address_that_a_redirect_leads_on_is_told(desk, page):
    publish(page.record, "de")
    withdraw(page.record, "de")
    with change(None, "test"):
        Redirect.objects.create(old_path="/de/faehre", old_query="id=7", new_path="/de/films/")
    assert asked(desk, page).count(LED) == 1


def test_list_tells_of_it_as_well(desk, film, page):
    publish(film.record, "de")
    sent = {"action": "publish_selected", "_selected_action": [page.pk]}
    listed = desk.post(reverse("admin:pages_page_changelist"), sent).content.decode()
    assert listed.count(f"“{film.record.key}” had this address before") == 1


def test_translator_is_told_that_only_an_editor_can(client, film):
    other = FilmFactory(slug_de="anders")
    publish(other.record, "de")
    publish(film.record, "de")
    edit(other, slug_de="faehre")
    client.force_login(make_member("translator", languages=["de"]))
    answer = client.get(url("publish", other))
    assert answer.content.decode().count(FOR_EDITORS) == 1
    assert answer.context["may_confirm"] is False


def test_translator_goes_back_to_where_it_stood_before(client):
    film = FilmFactory(slug_de="faehre")
    publish(film.record, "de")
    edit(film, slug_de="nachtfaehre")
    publish(film.record, "de")
    edit(film, slug_de="faehre")
    with change(None, "test"):
        Redirect.objects.create(old_path="/de/faehre", new_path="/de/films/")
    client.force_login(make_member("translator", languages=["de"]))
    assert client.get(url("publish", film)).context["may_confirm"] is True
    assert confirm(client, url("publish", film)).status_code == 302
    assert client.get("/de/faehre/").status_code == 200


def test_translator_brings_nothing_back_that_an_editor_has_taken_off(client, page):
    publish(page.record, "de")
    withdraw(page.record, "de")
    client.force_login(make_member("translator", languages=["de"]))
    answer = client.get(reverse("admin:pages_page_publish", args=[page.pk, "de"]))
    told = "An editor took this language off the site. An editor publishes it again."
    assert answer.content.decode().count(told) == 1
    assert answer.context["may_confirm"] is False


def test_an_address_that_was_only_scheduled_has_no_old_links(desk, page):
    film = FilmFactory(slug_de="faehre")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    cancel(film.record, "de")
    assert asked(desk, page).count("had this address before") == 0
