"""A film that goes live at a moment: no channel tells of it a second before, and no file is had."""

import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from assets.enlarging import large_url
from assets.models import Image
from editorial.publishing import publish
from press.models import Kit
from tests.factories import CreditFactory, FilmFactory, make_image, place
from tests.press.making import bring_up_to_date, set_clock

# Answers that are closed close the connection to a server, in whose transaction a test lives.
pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]
TITLE = "The Secret Ferry"
PAGES = (
    "/en/",
    "/en/films/",
    "/en/films.json",
    "/en/secret-ferry/",
    "/en/secret-ferry/film.json",
    "/en/secret-ferry/microsite/",
    "/en/secret-ferry/press/",
    "/en/press/",
    "/en/press/feed.xml",
    "/en/feed.xml",
    "/en/search/?q=ferry",
    "/en/screenings/",
    "/en/screenings.ics",
    "/en/people/ana-sol/",
    "/sitemap.xml",
    "/sitemap-en.xml",
)
# These tell of releases, of screenings, or of addresses alone.
SILENT = {
    "/en/press/feed.xml",
    "/en/screenings/",
    "/en/screenings.ics",
    "/sitemap.xml",
    "/sitemap-en.xml",
}
TELLING = set(PAGES) - SILENT
KIT = "/en/secret-ferry/press/secret-ferry_press-kit_en.pdf"
STILLS = "/en/secret-ferry/press/secret-ferry_stills.zip"


@pytest.fixture
def moment():
    """When the film goes live; its picture is for the press, its kit is built."""
    film = FilmFactory(
        key="secret-ferry", slug_en="secret-ferry", title_en=TITLE, logline_en="It sails."
    )
    CreditFactory(film=film, person__name="Ana Sol")
    place(film, make_image(access="press", photographer="Nora Brandt"))
    moment = timezone.now().replace(microsecond=0) + timedelta(days=3)
    publish(film.record, "en", at=moment)
    sha256 = "ab" * 32
    default_storage.save(f"kits/ab/{sha256}.pdf", ContentFile(b"%PDF-"))
    Kit.objects.create(
        record=film.record, languages="en", format="pdf", state="ready", sha256=sha256, size=5
    )
    return moment


def files() -> set[str]:
    """Return the addresses of picture, kit and stills, as one may guess or have seen them."""
    image = Image.objects.get()
    return {large_url(image), image.picture.fallback.url, KIT, STILLS}


def telling(client) -> set[str]:
    """Return the pages that name the film or who made it; a search repeats what it was asked."""
    found = set()
    for address in PAGES:
        response = client.get(address)
        text = response.content.decode()
        if response.status_code == 200 and re.search("secret-ferry|Secret Ferry|Ana Sol", text):
            found.add(address)
    return found


def given_out(client) -> set[str]:
    return {address for address in files() if status_of(client, address) == 200}


def status_of(client, address: str) -> int:
    """Return the status; whoever does not read to the end keeps one of few places."""
    response = client.get(address)
    response.close()
    return response.status_code


def test_nothing_is_told_or_given_out_a_second_before(client, monkeypatch, moment):
    set_clock(monkeypatch, moment - timedelta(seconds=1))
    assert telling(client) == set()
    assert given_out(client) == set()


def test_everything_is_told_and_given_out_at_the_moment(client, monkeypatch, moment):
    set_clock(monkeypatch, moment - timedelta(seconds=1))
    telling(client)  # what a process and a cache have seen before
    monkeypatch.setattr(timezone, "now", lambda: moment)
    bring_up_to_date(Kit.objects.get())
    assert telling(client) >= TELLING
    assert given_out(client) == files()


def test_page_of_the_second_before_is_not_kept_by_any_cache(client, monkeypatch, moment):
    set_clock(monkeypatch, moment - timedelta(seconds=1))
    kept = {address: client.get(address).headers.get("Cache-Control", "") for address in PAGES}
    assert {address: said for address, said in kept.items() if "no-cache" not in said} == {}


def test_answer_that_was_fresh_before_is_sent_anew_at_the_moment(client, monkeypatch, moment):
    set_clock(monkeypatch, moment - timedelta(seconds=1))
    tag = {"If-None-Match": client.get("/sitemap.xml").headers["ETag"]}
    assert client.get("/sitemap.xml", headers=tag).status_code == 304
    monkeypatch.setattr(timezone, "now", lambda: moment)
    response = client.get("/sitemap.xml", headers=tag)
    assert (response.status_code, b"/en/secret-ferry/press/" in response.content) == (200, True)
