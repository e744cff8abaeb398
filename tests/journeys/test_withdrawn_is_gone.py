"""From the moment of withdrawing every address of a film answers 404, and nothing names it."""

import pytest
from django.urls import reverse

from assets.video.prepared import video_of
from editorial.changes import change
from editorial.models import Record
from editorial.publishing import publish
from films.models import Film
from tests.factories import CreditFactory, FilmFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(desk):
    """The addresses of a withdrawn film that had been live in German, once under another slug."""
    film = FilmFactory(title_de="Die Nachtfähre", slug_de="alt")
    credit = CreditFactory(film=film)
    image = make_image()
    place(film, image)
    video = add_trailer(film)
    publish(film.record, "de")
    with change(None, "test"):
        row = Film.objects.get(pk=film.pk)
        row.slug_de = "neu"
        row.save()
    publish(film.record, "de")
    found = [
        "/de/neu/",
        "/de/alt/",
        "/de/neu/microsite/",
        "/de/neu/film.json",
        f"/de/people/{credit.person.key}/",
        image.picture.fallback.url,
        video_of(video).url,
    ]
    client = desk.__class__()
    assert [client.get(url, follow=True).status_code for url in found] == [200] * len(found)
    desk.post(reverse("admin:films_film_withdraw", args=[film.pk, "de"]))
    return found


def test_every_address_is_not_found(client, addresses):
    client.logout()
    assert {url: client.get(url).status_code for url in addresses} == dict.fromkeys(addresses, 404)


@pytest.mark.parametrize("url", ["/de/", "/de/films.json", "/de/search/?q=Nacht", "/sitemap.xml"])
def test_no_list_names_it(client, addresses, url):
    text = client.get(url).content.decode()
    assert ("Nachtfähre" in text, "/de/neu/" in text) == (False, False)


def test_it_stays_on_the_desk(desk, addresses):
    record = Record.objects.get(kind="film")
    assert desk.get(reverse("preview_page", args=[record.uuid])).status_code == 200
