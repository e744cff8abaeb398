"""Under an embargo nothing tells of a press release: not a second before, and then everything."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.publishing import withdraw
from tests.factories import FilmFactory
from tests.microsites.making import go_live
from tests.press.making import make_release, set_clock

pytestmark = pytest.mark.django_db
TITLE = "Ferry sails for Locarno"
CHANNELS = {
    "page": "/en/to-locarno/",
    "room": "/en/press/",
    "press feed": "/en/press/feed.xml",
    "feed": "/en/feed.xml",
    "sitemap": "/sitemap.xml",
    "search": "/en/search/?q=Locarno",
    "area": "/en/ferry/press/",
    "home": "/en/",
    "film": "/en/ferry/",
    "film data": "/en/ferry/film.json",
}
# Where a release stands when it is out.
TELLING = {"page", "room", "press feed", "feed", "sitemap", "search", "area"}


@pytest.fixture
def moment():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", logline_en="It sails.")
    go_live(film)
    moment = timezone.now().replace(microsecond=0) + timedelta(days=3)
    make_release(
        film, at=moment, key="to-locarno", title_en=TITLE, title_de="Fähre fährt nach Locarno"
    )
    return moment


def telling(client) -> set[str]:
    """Return the channels that say anything of the release."""
    found = set()
    for name, address in CHANNELS.items():
        response = client.get(address)
        text = response.content.decode()
        if response.status_code == 200 and (TITLE in text or "to-locarno" in text):
            found.add(name)
    return found


def test_no_channel_tells_a_second_before(client, monkeypatch, moment):
    set_clock(monkeypatch, moment - timedelta(seconds=1))
    assert telling(client) == set()


def test_every_channel_tells_at_the_moment(client, monkeypatch, moment):
    set_clock(monkeypatch, moment)
    assert telling(client) == TELLING


def test_process_that_has_looked_before_tells_at_the_moment(client, monkeypatch, moment):
    set_clock(monkeypatch, moment - timedelta(seconds=1))
    assert telling(client) == set()
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert telling(client) == TELLING


def test_feed_dates_a_release_by_the_end_of_its_embargo(client, monkeypatch, moment):
    set_clock(monkeypatch, moment + timedelta(days=1))
    text = client.get("/en/press/feed.xml").content.decode()
    assert f"<published>{moment.isoformat()}</published>" in text


def test_withdrawn_release_is_gone_from_every_channel(client):
    film = FilmFactory(key="ferry", slug_en="ferry", logline_en="It sails.")
    go_live(film)
    page = make_release(film, key="to-locarno", title_en=TITLE)
    assert telling(client) == TELLING
    for language in ("en", "de"):
        withdraw(page.record, language)
    assert telling(client) == set()
