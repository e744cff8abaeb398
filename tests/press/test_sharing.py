"""A link of the press: the press area with what is not public, for a time, and nothing else."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.models import ShareLink
from editorial.sharing import make_link, revoke_link
from films.models import Film
from tests.factories import FilmFactory, make_image, place
from tests.microsites.making import go_live
from tests.press.making import make_release

pytestmark = pytest.mark.django_db
PRESS = ShareLink.Scope.PRESS
FORM = {"label": "The Daily", "lasts": "7"}


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", logline_en="It sails.")
    place(film, make_image(access="link", photographer="Nora Brandt"))
    return film


def share(film, days: float = 7, scope=PRESS) -> tuple[ShareLink, str]:
    expires = timezone.now() + timedelta(days=days)
    link, token = make_link(film.record, None, expires, scope=scope)
    return link, reverse("shared_press", args=[token])


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_link_shows_pictures_that_are_for_the_press_alone_with_passes(client, film):
    go_live(film)
    link, url = share(film)
    text = text_of(client.get(url))
    addresses = {unescape(found) for found in re.findall(r'/media/[^\s,"]+', text)}
    assert {bool(re.search(r"[?&]pass=", found)) for found in addresses} == {True}
    assert any("/large/" in found for found in addresses)
    assert {client.get(found).status_code for found in addresses} == {200}
    bare = {re.sub(r"[?&]pass=.*", "", found) for found in addresses}
    assert {client.get(found).status_code for found in bare} == {404}
    revoke_link(link)
    assert {client.get(found).status_code for found in addresses} == {404}


def test_public_area_has_no_picture_of_these(client, film):
    go_live(film)
    assert "/media/" not in text_of(client.get("/en/ferry/press/"))
    assert "/media/" not in text_of(client.get("/en/ferry/"))


def test_link_shows_releases_under_embargo(client, film):
    go_live(film)
    make_release(film, at=timezone.now() + timedelta(days=2), title_en="To Locarno", key="loc")
    make_release(at=timezone.now() + timedelta(days=2), title_en="Of another film", key="other")
    _link, url = share(film)
    text = text_of(client.get(f"{url}?language=en"))
    assert re.findall(r'press-text__title">([^<]+)</h3>\s*<p class="press-picture__mark', text) == [
        "To Locarno"
    ]
    assert "Of another film" not in text


def test_link_to_a_film_that_is_not_live_shows_the_desk(client, film):
    _link, url = share(film)
    assert "It sails." in text_of(client.get(f"{url}?language=en"))


def test_link_to_a_live_film_shows_no_draft(client, film):
    go_live(film)
    with change(None, "test"):
        row = Film.objects.get(pk=film.pk)
        row.logline_en = "A secret of the desk."
        row.save()
    _link, url = share(film)
    assert "secret" not in text_of(client.get(f"{url}?language=en"))


def test_answer_is_kept_and_told_by_nobody(client, film):
    go_live(film)
    _link, url = share(film)
    response = client.get(url)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.cookies == {}
    token = url.split("/")[2]
    text = text_of(response)
    assert set(re.findall(rf'[^"\s]*{token}[^"\s]*', text)) == {f"{url}?language=de"}
    assert '<meta name="robots" content="noindex, nofollow">' in text
    assert "canonical" not in text


@pytest.mark.parametrize("place_", [0, 21, 42])
def test_token_with_one_bit_changed_is_not_found(client, film, place_):
    go_live(film)
    _link, url = share(film)
    token = url.split("/")[2]
    changed = token[:place_] + chr(ord(token[place_]) ^ 1) + token[place_ + 1 :]
    assert client.get(f"/press/{token}/").status_code == 200
    assert client.get(f"/press/{changed}/").status_code == 404


@pytest.mark.parametrize("token", ["x", "ä" * 10, "a" * 43, "a" * 5000])
def test_unknown_token_is_not_found(client, token):
    assert client.get(reverse("shared_press", args=[token])).status_code == 404


@pytest.mark.parametrize("end", ["expired", "revoked", "deleted"])
def test_link_that_has_ended_says_so(client, film, end):
    go_live(film)
    link, url = share(film, days=-1 if end == "expired" else 7)
    if end == "revoked":
        revoke_link(link)
    if end == "deleted":
        with change(None, "test"):
            Film.objects.get(pk=film.pk).delete()
    response = client.get(url)
    assert response.status_code == 410
    assert "It sails." not in response.content.decode()


def test_links_open_only_what_they_were_made_for(client, film):
    go_live(film)
    _link, press = share(film)
    _link, preview = share(film, scope=ShareLink.Scope.PREVIEW)
    assert client.get(press.replace("/press/", "/preview/")).status_code == 404
    assert client.get(preview).status_code == 404


def test_opening_is_remembered(client, film):
    go_live(film)
    link, url = share(film)
    client.get(url)
    link.refresh_from_db()
    assert timezone.now() - link.opened_at < timedelta(minutes=1)


# --- the desk -------------------------------------------------------------------------------


def test_link_is_made_shown_once_and_works(desk, client, film):
    go_live(film)
    address = reverse("press_links", args=[film.pk])
    url = desk.post(address, FORM).context["new_url"]
    assert url.startswith("http://testserver/press/")
    assert client.get(url).status_code == 200
    assert url not in desk.get(address).content.decode()
    assert [(s.link.scope, s.link.label) for s in desk.get(address).context["links"]] == [
        ("press", "The Daily")
    ]


def test_link_is_listed_beside_previews_and_revoked(desk, film):
    link, url = share(film)
    rows = desk.get(reverse("preview_all_links")).context["rows"]
    assert [state.link.scope for state, _name in rows] == ["press"]
    previews = desk.get(reverse("preview_links", args=[film.record.uuid]))
    assert previews.context["links"] == []
    response = desk.post(reverse("preview_link_revoke", args=[link.pk]))
    assert response.url == reverse("press_links", args=[film.pk])
    assert desk.get(url).status_code == 410


def test_impossible_form_makes_no_link(desk, film):
    data = {"label": "", "lasts": "x"}
    response = desk.post(reverse("press_links", args=[film.pk]), data)
    assert set(response.context["form"].errors) == {"label", "lasts"}
    assert not ShareLink.objects.exists()
