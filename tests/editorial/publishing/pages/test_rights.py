"""Who may open the pages that ask, and press their buttons."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.models import Publication
from editorial.publishing import publish
from tests.editorial.publishing.pages.asking import confirm, edit, live_titles, url
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_a_translator_publishes_texts_of_one_language_only(member):
    film = FilmFactory(year=2011)
    publish(film.record, "de")
    publish(film.record, "en")
    edit(film, title_de="Neu", year=2012)
    client = member("translator", "de")
    forecast = client.get(url("publish", film)).context["forecast"]
    assert forecast.texts_only
    confirm(client, url("publish", film))
    assert live_titles(film)["de"] == "Neu"
    assert Publication.objects.live().get(record=film.record, language="").year == 2011
    assert client.get(url("publish", film, "en")).status_code == 403
    assert client.get(url("withdraw", film)).status_code == 403
    assert client.post(url("withdraw", film)).status_code == 403


def test_a_translator_does_not_bring_a_film_to_the_site(member):
    film = FilmFactory()
    client = member("translator", "de")
    response = client.get(url("publish", film))
    assert response.context["may_confirm"] is False
    state = response.context["forecast"].state
    assert client.post(url("publish", film), {"state": state}).status_code == 403
    assert not Publication.objects.exists()


def test_a_translator_does_not_cancel_facts(member):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    client = member("translator", "de")
    assert client.post(url("scheduled", film), {"verb": "cancel"}).status_code == 403
    assert Publication.objects.scheduled().filter(language="de").exists()


@pytest.mark.parametrize("page", ["publish", "scheduled", "withdraw"])
def test_a_viewer_publishes_nothing(member, page):
    film = FilmFactory()
    publish(film.record, "de")
    client = member("viewer")
    assert client.get(url(page, film)).status_code == 403
    assert client.post(url(page, film)).status_code == 403


@pytest.mark.parametrize("page", ["publish", "scheduled", "withdraw"])
def test_a_stranger_is_sent_to_the_login(client, page):
    assert client.get(url(page, FilmFactory())).status_code == 302


def test_an_unknown_language_is_not_found(desk):
    assert desk.get(url("publish", FilmFactory(), "fr")).status_code == 404
