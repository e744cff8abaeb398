"""What visitors read on a microsite as the years go by: the real pages of a live film."""

import re

import pytest

from editorial.changes import change
from editorial.publishing import publish
from films.models import Link, Release
from microsites.models import Block, Entry, MicrositePage
from tests.factories import FilmFactory, add_trailer
from tests.microsites.clock import stop_clock

pytestmark = pytest.mark.django_db
PHASE = re.compile(r'<p class="opening__phase">([^<]*)')
BUTTON = re.compile(r'<a class="button button--main[^>]* href="([^"]*)"')


@pytest.fixture
def baikonur(monkeypatch):
    """A film announced in the summer of 2011, with a start in German cinemas and a shop."""
    stop_clock(monkeypatch, "2011-06-01")
    film = FilmFactory(key="baikonur", slug_en="baikonur", slug_de="baikonur", year=2011)
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date="2011-09-01")
        Link.objects.create(film=film, kind="watch", url="https://video.example.com/baikonur")
    for language in ("en", "de"):
        publish(film.record, language)
    return film


@pytest.mark.parametrize(
    ("day", "english", "german"),
    [
        ("2011-08-20", "From 1 September 2011", "Ab 1. September 2011"),
        ("2011-09-10", "Now in cinemas", "Jetzt im Kino"),
        ("2026-11-21", "Watch at home", "Zu Hause sehen"),
    ],
)
def test_the_top_of_the_page_follows_the_clock(client, baikonur, monkeypatch, day, english, german):
    stop_clock(monkeypatch, day)
    pages = [client.get(f"/{code}/baikonur/microsite/").content.decode() for code in ("en", "de")]
    said = [PHASE.search(page).group(1).strip() for page in pages]
    assert said == [english, german]


def test_the_shop_is_the_first_call_once_the_film_is_at_home(client, baikonur, monkeypatch):
    for day in ("2011-08-20", "2011-09-10"):
        stop_clock(monkeypatch, day)
        page = client.get("/en/baikonur/microsite/").content.decode()
        assert ("video.example.com" in page, "Watch at home" in page) == (False, False)
    stop_clock(monkeypatch, "2026-11-21")
    page = client.get("/en/baikonur/microsite/").content.decode()
    assert BUTTON.search(page).group(1) == "https://video.example.com/baikonur"


def test_a_page_changes_at_midnight_of_the_company(client, baikonur, monkeypatch):
    said = []
    for day, hour in (("2011-08-31", 23), ("2011-09-01", 0)):
        stop_clock(monkeypatch, day, hour)
        page = client.get("/en/baikonur/microsite/").content.decode()
        said.append(PHASE.search(page).group(1).strip())
    assert said == ["From 1 September 2011", "Now in cinemas"]


def test_calls_lead_to_the_block_on_the_page_or_on_another(client):
    film = FilmFactory(key="ferry", slug_en="ferry")
    add_trailer(film)
    with change(None, "test"):
        start = MicrositePage.objects.create(film=film)
        more = MicrositePage.objects.create(film=film, slug_en="clips", position=1)
        for page in (start, more):
            Block.objects.create(page=page, kind="hero")
        # The one on the start page is over.
        Block.objects.create(page=start, kind="video", ends_on="2020-12-31")
        Block.objects.create(page=more, kind="video", position=1)
    publish(film.record, "en")
    found = [
        BUTTON.search(client.get(f"/en/ferry/microsite/{path}").content.decode()).group(1)
        for path in ("", "clips/")
    ]
    assert found == ["/en/ferry/microsite/clips/#video", "#video"]


def test_a_shop_entered_on_the_microsite_brings_the_film_home(client, monkeypatch):
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="ferry", year=2011)
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date="2011-09-01")
        page = MicrositePage.objects.create(film=film)
        Block.objects.create(page=page, kind="hero")
        shops = Block.objects.create(page=page, kind="links", position=1)
        Entry.objects.create(
            block=shops, kind="buy", url="https://www.shop.example.com/x", ends_on="2026-06-30"
        )
    stop_clock(monkeypatch, "2026-01-01")
    for language in ("en", "de"):
        publish(film.record, language)
    pages = [client.get(f"/{code}/ferry/microsite/").content.decode() for code in ("en", "de")]
    said = [PHASE.search(page).group(1).strip() for page in pages]
    assert said == ["Watch at home", "Zu Hause sehen"]
    assert BUTTON.search(pages[0]).group(1) == "https://www.shop.example.com/x"
    stop_clock(monkeypatch, "2026-07-01")
    page = client.get("/en/ferry/microsite/").content.decode()
    assert PHASE.search(page).group(1).strip() == "Cinema release: 1 September 2011"
