"""A site on the net with one live film that has a host of its own."""

import pytest

from editorial.changes import change
from editorial.publishing import publish
from microsites.models import Domain, MicrositePage
from tests.factories import FilmFactory

HOST = "night-ferry.film"


@pytest.fixture
def company(settings, db):
    settings.SITE_URL, settings.SITE_HOST = "https://films.example", "films.example"
    settings.ALLOWED_HOSTS = ["films.example"]


@pytest.fixture
def film(company):
    """Live in both languages, with a start page and a diary."""
    film = FilmFactory(slug_en="ferry", slug_de="faehre", title_en="Ferry", title_de="Fähre")
    with change(None, "test"):
        Domain.objects.create(film=film, host=HOST)
        MicrositePage.objects.create(film=film, position=0, title_en="Start", title_de="Beginn")
        MicrositePage.objects.create(
            film=film, position=1, title_en="Diary", title_de="Tagebuch",
            slug_en="diary", slug_de="tagebuch",
        )  # fmt: skip
    publish(film.record, "en")
    publish(film.record, "de")
    return film


@pytest.fixture
def visit(client, film):
    """Ask the film's own host."""

    def ask(path, host=HOST, **headers):
        return client.get(path, headers={"host": host, **headers}, secure=True)

    return ask
