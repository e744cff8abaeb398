"""No page asks the store for anything: what it shows follows from rows."""

import re

import pytest
from django.core.files.storage import default_storage

from assets.models import Image, MediaFile
from assets.tasks import complete_image
from assets.video.states import State
from editorial.changes import change
from editorial.publishing import publish
from tests.factories import CreditFactory, FilmFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(shared_store):
    film = FilmFactory()
    CreditFactory(film=film)
    image = make_image(width=640, height=360)
    complete_image.func(image.pk)
    place(film, image)
    add_trailer(film)
    with change(None, "test"):
        MediaFile.objects.update(state=State.READY, seconds=60, width=1920, height=1080)
    publish(film.record, "en")
    return film


@pytest.fixture
def asked():
    """Names of the requests that the storage sends from now on."""
    found = []
    events = default_storage._asking.meta.events
    events.register("before-send.s3", lambda request, **rest: found.append(request.url))
    return found


@pytest.mark.parametrize(
    "path", ["/en/", "/en/ferry/", "/en/films/", "/en/ferry/microsite/", "/en/ferry/film.json"]
)
def test_page_asks_the_store_for_nothing(client, film, asked, path):
    path = path.replace("ferry", film.slug_en or film.record.key)

    response = client.get(path, follow=True)

    assert (response.status_code, asked) == (200, [])


def test_picture_of_a_page_is_one_request(client, film, asked):
    picture = Image.objects.get().picture.fallback.url

    response = client.get(picture)
    data = response.getvalue()

    assert (response.status_code, data[:3]) == (200, b"\xff\xd8\xff")
    assert [re.sub(r"^.*/place-\d+", "/media", url) for url in asked] == [picture]


def test_page_is_there_without_the_store_and_its_picture_says_when(client, film, shared_store):
    picture = Image.objects.get().picture.fallback.url
    shared_store.stop()
    try:
        page = client.get(f"/en/{film.slug_en or film.record.key}/", follow=True)
        file = client.get(picture)
    finally:
        shared_store.start()

    assert (page.status_code, file.status_code) == (200, 503)
    assert (file["Retry-After"], file["Cache-Control"]) == ("10", "no-store")
