"""A link of the press: the press area with what is not public, for a time, and nothing else."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from assets.models import Image
from editorial.changes import change
from editorial.models import ShareLink
from editorial.publishing import publish
from editorial.sharing import make_link, revoke_link
from films.models import Film
from pages.models import Profile
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


def share(film, days: float = 7, scope=PRESS, **facts) -> tuple[ShareLink, str]:
    expires = timezone.now() + timedelta(days=days)
    link, token = make_link(film.record, None, expires, scope=scope, **facts)
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


WORDS = {
    "expired": ("It was valid until ", "Er galt bis "),
    "revoked": ("It was taken back ", "Er wurde von denen zurückgenommen"),
    "used": ("It has been opened as often", "Er wurde so oft geöffnet"),
    "deleted": ("What it led to is no longer there", "Wohin er führte, das gibt es nicht mehr"),
}


@pytest.mark.parametrize("end", WORDS)
@pytest.mark.parametrize("number", [0, 1], ids=["en", "de"])
def test_ended_link_says_why_and_whom_to_write_to(client, film, end, number):
    with change(None, "test"):
        Profile.objects.create(name="Nord", email="office@nord.example")
    link, url = share(film, days=-1 if end == "expired" else 7, max_openings=1)
    if end == "revoked":
        revoke_link(link)
    if end == "used":
        assert client.get(url).status_code == 200
    if end == "deleted":
        with change(None, "test"):
            Film.objects.get(pk=film.pk).delete()
    language = ("en", "de")[number]
    response = client.get(url, headers={"Accept-Language": language})
    assert (response.status_code, response.headers["Content-Language"]) == (410, language)
    text = response.content.decode()
    said = [words[number] in text for words in WORDS.values()]
    assert said == [other == end for other in WORDS]
    assert 'href="mailto:office@nord.example"' in text
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_ended_link_leads_to_what_is_public(client, film):
    go_live(film)
    _link, url = share(film, days=-1)
    text = client.get(url, headers={"Accept-Language": "de"}).content.decode()
    assert 'href="/de/faehre/press/"' in text


def test_openings_are_counted_and_looking_at_the_head_is_none(client, film):
    link, url = share(film, max_openings=2)
    statuses = [client.get(url).status_code, client.head(url).status_code]
    statuses += [client.get(url).status_code for _number in range(2)]
    assert statuses == [200, 200, 200, 410]
    link.refresh_from_db()
    assert link.openings == 2


def test_files_of_the_last_opening_load_although_no_opening_is_left(client, film):
    go_live(film)
    _link, url = share(film, max_openings=1)
    text = text_of(client.get(url))
    address = unescape(re.search(r'href="(/media/large/[^"]+)"', text).group(1))
    assert client.get(url).status_code == 410
    assert client.get(address).status_code == 200


def test_language_is_not_offered_where_a_change_would_be_an_opening(client, film):
    go_live(film)
    _link, limited = share(film, max_openings=3)
    _link, free = share(film)
    assert "?language=de" in text_of(client.get(free))
    assert "?language=" not in text_of(client.get(limited))


def test_link_leads_to_the_public_page_when_nothing_is_secret(client, film):
    go_live(film)
    moment = timezone.now() + timedelta(days=2)
    release = make_release(film, at=moment, title_en="To Locarno", key="loc")
    with change(None, "test"):
        Image.objects.update(access="press")
    _link, url = share(film)
    assert "To Locarno" in text_of(client.get(f"{url}?language=en"))
    for language in ("en", "de"):
        publish(release.record, language)
    response = client.get(f"{url}?language=en")
    assert (response.status_code, response.url) == (302, "/en/ferry/press/")
    assert response.headers["Cache-Control"] == "private, no-store"


def test_link_made_tomorrow_is_not_found(client, film):
    _link, url = share(film)
    ShareLink.objects.update(created_at=timezone.now() + timedelta(days=1))
    assert client.get(url).status_code == 404


def test_passes_hold_while_the_old_key_is_known(client, film):
    go_live(film)
    _link, url = share(film)
    text = text_of(client.get(url))
    address = unescape(re.search(r'href="(/media/large/[^"]+)"', text).group(1))
    old = settings.SECRET_KEY
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=[old]):
        assert client.get(address).status_code == 200
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=[]):
        assert client.get(address).status_code == 404
        assert client.get(url).status_code == 200


def test_pass_of_one_file_opens_no_other(client, film):
    other = FilmFactory(key="raft")
    place(other, make_image(colour=(9, 200, 9), access="link"))
    go_live(film)
    go_live(other)
    found = []
    for one in (film, other):
        _link, url = share(one)
        text = text_of(client.get(url))
        found.append(unescape(re.search(r'href="(/media/large/[^"]+)"', text).group(1)))
    mine, theirs = (address.partition("&pass=") for address in found)
    assert client.get(f"{theirs[0]}&pass={mine[2]}").status_code == 404


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


def test_limit_of_openings_is_set_in_the_form_and_told_in_the_list(desk, client, film):
    address = reverse("press_links", args=[film.pk])
    url = desk.post(address, FORM | {"max_openings": "1"}).context["new_url"]
    assert client.get(url).status_code == 200
    page = desk.get(address)
    assert [state.state for state in page.context["links"]] == ["used"]
    assert "Opened 1 of 1 times." in page.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "1001", "x"])
def test_impossible_limit_makes_no_link(desk, film, number):
    data = FORM | {"max_openings": number}
    response = desk.post(reverse("press_links", args=[film.pk]), data)
    assert set(response.context["form"].errors) == {"max_openings"}
    assert not ShareLink.objects.exists()


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
