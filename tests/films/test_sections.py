"""The local navigation of a film page leads to what is there."""

import re

import pytest

from editorial.publishing import publish
from films.sections import FEWEST
from tests.factories import FilmFactory
from tests.films.test_views import full_film

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_link_leads_to_a_heading_on_the_page_in_its_order(client, language):
    film = full_film(3)
    response = client.get(f"/{language}/{getattr(film, f'slug_{language}')}/")
    page = response.content.decode()
    anchors = [anchor for anchor, _label in response.context["sections"]]
    places = [page.find(f'id="{anchor}"') for anchor in anchors]
    assert len(anchors) >= FEWEST
    assert -1 not in places
    assert places == sorted(places)
    assert re.findall(r'film-nav__link" href="#([a-z]+)"', page) == anchors


def test_every_part_is_offered_to_phones_as_well(client):
    film = full_film(1)
    page = client.get(f"/en/{film.slug_en}/").content.decode()
    nav = page.partition('<ul class="film-nav__list">')[2].partition("</ul>")[0]
    offered = re.findall(r'<li><a class="film-nav__link" href="#([a-z]+)"', nav)
    assert offered == [
        *("watch", "trailer", "screenings", "awards", "festivals", "press", "cast", "companies"),
        "releases",
    ]


def test_a_short_page_has_no_local_navigation(client):
    film = FilmFactory()
    publish(film.record, "en")
    response = client.get(f"/en/{film.slug_en}/")
    assert response.context["sections"] == []
    assert "film-nav" not in response.content.decode()
