"""What stands around every page: menus, feeds, address, logo."""

import re

import pytest
from django.utils import timezone

from editorial.changes import change
from editorial.publishing import publish
from films.models import Screening
from pages.chrome import MenuItem
from pages.models import Profile
from tests.factories import (
    FilmFactory,
    PageFactory,
    SelectionFactory,
    VenueFactory,
    make_image,
)

pytestmark = pytest.mark.django_db


def chrome(client, language="en"):
    return client.get(f"/{language}/").context["chrome"]


def titles(items):
    return [item.title for item in items]


def test_menu_names_only_rooms_with_something_in_them(client):
    assert titles(chrome(client).rooms) == []
    film = FilmFactory()
    publish(film.record, "en")
    assert titles(chrome(client).rooms) == ["Films", "Press"]
    with change(None, "test"):
        Screening.objects.create(film=film, venue=VenueFactory(), local_time="2099-01-01T20:00Z")
    assert titles(chrome(client).rooms) == ["Films", "Screenings", "Press"]
    assert titles(chrome(client, "de").rooms) == []


def test_screenings_of_the_past_are_no_room(client):
    film = FilmFactory()
    with change(None, "test"):
        Screening.objects.create(film=film, venue=VenueFactory(), local_time="2001-01-01T20:00Z")
    publish(film.record, "en")
    assert titles(chrome(client).rooms) == ["Films", "Press"]


def test_text_pages_follow_in_the_order_of_the_editors(client):
    for position, menu in ((2, "main"), (1, "main"), (0, "foot"), (0, "")):
        page = PageFactory(title_en=f"{menu} {position}", menu=menu, position=position)
        publish(page.record, "en")
    found = chrome(client)
    assert (titles(found.menu), titles(found.foot)) == (["main 1", "main 2"], ["foot 0"])


@pytest.mark.parametrize(
    ("path", "current"),
    [("/en/films/", "page"), ("/en/films/2/", "true"), ("/en/film/", ""), ("/en/", "")],
)
def test_word_of_the_menu_knows_the_pages_below_it(path, current):
    assert MenuItem("Films", "/en/films/").leads_to(path) == current


def test_logo_stands_for_the_name_as_long_as_its_rights_last(client):
    logo = make_image()
    with change(None, "test"):
        profile = Profile(name="Nordlicht", logo=logo)
        profile.save()
    page = client.get("/en/").content.decode()
    assert page.count('class="site-header__logo"') == 1
    assert page.count('alt="Nordlicht"') == 1
    with change(None, "test"):
        logo.rights_until = timezone.now()
        logo.save()
    page = client.get("/en/").content.decode()
    assert page.count('class="site-header__logo"') == 0


def test_foot_has_the_address_of_the_company(client):
    with change(None, "test"):
        Profile(name="Nordlicht", street="Weg 7", postal_code="01234", city="Kiel").save()
    found = chrome(client)
    assert (found.street, found.place, found.email, found.phone) == ("Weg 7", "01234 Kiel", "", "")


def test_sheet_of_the_menu_has_what_head_and_foot_have(client):
    with change(None, "test"):
        Profile(name="Nordlicht", email="a@film.example", phone="+49 (0)30 / 1 23-45").save()
    for language in ("en", "de"):
        publish(FilmFactory().record, language)
    page = client.get("/de/").content.decode()
    sheet = page.partition('id="menu" popover')[2].partition(
        'class="site-header__link site-header'
    )[0]
    assert re.findall(r'href="([^"]+)"', sheet) == [
        "/de/", "/de/films/", "/de/press/", "/de/search/", "/en/", "mailto:a@film.example",
        "tel:+493012345", "/de/impressum/", "/de/datenschutz/", "/de/barrierefreiheit/",
    ]  # fmt: skip
    assert page.count('href="tel:+493012345">+49 (0)30 / 1 23-45</a>') == 2


def test_foot_leads_to_festivals_of_live_films_only(client):
    film = FilmFactory()
    publish(film.record, "en")
    assert titles(chrome(client).further) == ["News as a feed"]
    SelectionFactory(film=film)
    publish(film.record, "en")
    assert titles(chrome(client).further) == ["Festivals", "News as a feed"]
    assert titles(chrome(client, "de").further) == []
