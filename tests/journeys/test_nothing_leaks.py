"""A draft, scheduled or withdrawn language shows in no channel, nor as a fallback."""

import re
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from editorial.changes import change
from editorial.publishing import publish, withdraw
from tests.factories import CreditFactory, FilmFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db
SECRET = "Geheimplan"


def draft(film):
    """German has never been published."""


def scheduled(film):
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))


def withdrawn(film):
    publish(film.record, "de")
    withdraw(film.record, "de")


@pytest.fixture(params=[draft, scheduled, withdrawn], ids=lambda state: state.__name__)
def film(request):
    """A film live in English whose German is in one of the three states."""
    film = FilmFactory(
        key="ferry", slug_en="ferry", slug_de="faehre", title_de=SECRET,
        synopsis_short_de=f"{SECRET} als Text.", tagline_de=SECRET, tagline_en="",
    )  # fmt: skip
    CreditFactory(film=film, person__name="Ada Lindqvist", character_de=SECRET)
    place(film, make_image(caption_de=SECRET))
    publish(film.record, "en")
    request.param(film)
    return film


def text_of(client, url) -> str:
    response = client.get(url, follow=True)
    return response.content.decode()


def test_its_page_is_not_found(client, film):
    response = client.get("/de/faehre/")
    assert response.status_code == 404
    assert SECRET not in response.content.decode()


def test_its_microsite_is_not_found(client, film):
    assert client.get("/de/faehre/microsite/").status_code == 404


def test_the_live_page_does_not_fall_back_to_it(client, film):
    text = text_of(client, "/en/ferry/")
    assert "The Night Ferry" in text
    assert SECRET not in text
    assert "/de/faehre/" not in text


def test_slug_of_the_live_language_does_not_lead_to_it(client, film):
    assert client.get("/de/ferry/").status_code == 404


def test_lists_do_not_show_it(client, film):
    assert SECRET not in text_of(client, "/de/")
    assert SECRET not in text_of(client, "/en/")


@pytest.mark.parametrize(("language", "suggested"), [("de", []), ("en", ["/en/ferry/"])])
def test_search_does_not_find_it(client, film, language, suggested):
    response = client.get(f"/{language}/search/?q={SECRET}")
    text = response.content.decode()
    assert (response.context["groups"], response.context["total"]) == ([], 0)
    assert [f"/en/{tile.path}/" for tile in response.context["suggested"]] == suggested
    assert "faehre" not in text
    assert set(re.findall(r'href="([^"]*ferry[^"]*)"', text)) == set(suggested)
    # But for the question that it repeats, the page says what it says to a word that is nowhere.
    assert text.replace(SECRET, "Xylofunk") == text_of(client, f"/{language}/search/?q=Xylofunk")


def test_sitemap_does_not_name_it(client, film):
    text = text_of(client, "/sitemap.xml")
    assert "/en/ferry/" in text
    assert "faehre" not in text


def test_json_does_not_hold_it(client, film):
    assert client.get("/de/faehre/film.json").status_code == 404
    data = client.get("/en/ferry/film.json").json()
    assert list(data["titles"]) == ["en"]
    assert list(data["texts"]) == ["en"]
    assert SECRET not in str(data)
    assert client.get("/de/films.json").json()["films"] == []


def test_filmography_does_not_list_it(client, film):
    assert client.get("/de/people/ada-lindqvist/").status_code == 404
    assert SECRET not in text_of(client, "/en/people/ada-lindqvist/")


def test_desk_changes_of_a_live_language_do_not_show(client, film):
    with change(None, "test"):
        film.title_en = "Renamed on the desk"
        film.year = 1999
        film.save()
    text = (
        text_of(client, "/en/ferry/") + text_of(client, "/en/") + text_of(client, "/en/films.json")
    )
    assert "Renamed" not in text
    assert "1999" not in text


def picture_url() -> str:
    image = make_image(colour=(200, 10, 10))
    return image, image.picture.fallback.url


def test_picture_file_of_a_draft_is_not_served(client):
    film, (image, url) = FilmFactory(), picture_url()
    place(film, image)
    assert default_storage.exists(url.removeprefix("/media/"))
    assert client.get(url).status_code == 404
    publish(film.record, "en")
    assert client.get(url).status_code == 200
    withdraw(film.record, "en")
    assert client.get(url).status_code == 404


def test_picture_file_of_a_draft_is_served_to_staff(desk):
    film, (image, url) = FilmFactory(), picture_url()
    place(film, image)
    response = desk.get(url)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"


def test_picture_past_its_rights_is_not_served(client):
    film, (image, url) = FilmFactory(), picture_url()
    place(film, image)
    publish(film.record, "en")
    with change(None, "test"):
        image.rights_until = timezone.now() + timedelta(minutes=10)
        image.save()
    assert client.get(url)["Cache-Control"] in ("public, max-age=599", "public, max-age=600")
    with change(None, "test"):
        image.rights_until = timezone.now()
        image.save()
    assert client.get(url).status_code == 404
    assert url not in client.get(f"/en/{film.slug_en}/").content.decode()


def test_internal_picture_is_not_served(client):
    film, (image, url) = FilmFactory(), picture_url()
    place(film, image)
    with change(None, "test"):
        image.access = "internal"
        image.save()
    publish(film.record, "en")
    assert client.get(url).status_code == 404
    assert url not in client.get(f"/en/{film.slug_en}/").content.decode()


def test_original_is_never_served(client, desk):
    image, _url = picture_url()
    name = f"/media/originals/{image.sha256[:2]}/{image.sha256}.jpg"
    assert default_storage.exists(name.removeprefix("/media/"))
    assert desk.get(name).status_code == 404


def test_trailer_file_of_a_draft_is_not_served(client):
    film = FilmFactory()
    video = add_trailer(film)
    url = f"/media/videos/{video.sha256[:2]}/{video.sha256}-bare.mp4"
    assert client.get(url).status_code == 404
    publish(film.record, "en")
    assert client.get(url).status_code == 200
    withdraw(film.record, "en")
    assert client.get(url).status_code == 404
