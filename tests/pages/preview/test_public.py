"""A link for outsiders: it shows one record, to who has it, for a time, and nothing else."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assets.models import Image, MediaFile
from assets.naming import content_of
from editorial.changes import change
from editorial.models import Revision, ShareLink
from editorial.passes import make_pass
from editorial.sharing import make_link, revoke_link
from editorial.tokens import hash_token
from films.models import Film
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    SelectionFactory,
    add_trailer,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db
SHARED_QUERIES = 14


def share(film, days: float = 7, **kwargs) -> tuple[ShareLink, str]:
    link, token = make_link(film.record, None, timezone.now() + timedelta(days=days), **kwargs)
    return link, reverse("shared_preview", args=[token])


def text_of(response) -> str:
    return response.content.decode()


def test_who_has_the_link_sees_the_desk(client):
    film = FilmFactory(title_de="Die Nachtfähre")
    _link, url = share(film)
    response = client.get(f"{url}?language=de")
    assert response.status_code == 200
    assert "Die Nachtfähre" in text_of(response)
    assert client.get(f"/de/{film.slug_de}/").status_code == 404


def test_the_newest_state_is_followed_and_a_fixed_one_stays(client):
    film = FilmFactory(title_de="Erste Fassung")
    _link, newest = share(film)
    _link, fixed = share(film, revision=Revision.objects.get(record=film.record))
    with change(None, "test"):
        row = Film.objects.get(pk=film.pk)
        row.title_de = "Zweite Fassung"
        row.save()
    assert "Zweite Fassung" in text_of(client.get(f"{newest}?language=de"))
    assert "Zweite Fassung" not in text_of(client.get(f"{fixed}?language=de"))


def test_only_the_fingerprint_is_stored():
    link, url = share(FilmFactory())
    token = url.split("/")[2]
    assert link.token_hash == hash_token(token)
    assert token not in str(ShareLink.objects.values())
    assert len(token) == 43


def test_the_answer_is_kept_by_nobody(client):
    _link, url = share(FilmFactory())
    response = client.get(url)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.cookies == {}


def test_language_and_page_are_chosen(client):
    film = FilmFactory(title_en="The Night Ferry", title_de="Die Nachtfähre")
    _link, url = share(film)
    english = client.get(f"{url}?language=en&page=microsite")
    assert english.headers["Content-Language"] == "en"
    assert '<body class="microsite ' in text_of(english)
    german = client.get(url, headers={"accept-language": "de"})
    assert '<html lang="de">' in text_of(german)


@pytest.mark.parametrize("page", ["json", "nothing", "film.json", "\x00"])
def test_a_page_without_a_preview_is_not_found(client, page):
    _link, url = share(FilmFactory())
    assert client.get(url, {"page": page}).status_code == 404
    assert client.get(url, {"page": ""}).status_code == 200


def test_the_bar_leads_to_the_other_previews(client):
    _link, url = share(FilmFactory())
    text = text_of(client.get(f"{url}?language=de"))
    bar = text.partition('<aside class="preview-bar"')[2].partition("</aside>")[0]
    assert re.findall(r'href="([^"]+)"', bar) == [
        f"{url}?language=de&amp;page=microsite",
        f"{url}?language=en&amp;page=film",
    ]


@pytest.mark.parametrize("end", ["expired", "revoked"])
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "This link no longer works"), ("de", "Dieser Link gilt nicht mehr")],
)
def test_a_link_that_has_ended_says_so(client, end, language, words):
    film = FilmFactory(title_de="Geheimplan", title_en="Geheimplan")
    link, url = share(film, days=-1 if end == "expired" else 7)
    if end == "revoked":
        revoke_link(link)
    response = client.get(url, headers={"accept-language": language})
    assert response.status_code == 410
    assert words in text_of(response)
    assert "Geheimplan" not in text_of(response)


def test_a_link_to_what_was_deleted_has_ended(client):
    film = FilmFactory()
    _link, url = share(film)
    with change(None, "test"):
        Film.objects.get(pk=film.pk).delete()
    assert client.get(url).status_code == 410


@pytest.mark.parametrize("token", ["x", "a" * 43, "ä" * 10, "a" * 5000])
def test_an_unknown_link_is_not_found(client, token):
    assert client.get(reverse("shared_preview", args=[token])).status_code == 404


def test_the_last_opening_is_remembered(client):
    link, url = share(FilmFactory())
    client.head(url)
    link.refresh_from_db()
    assert link.opened_at is None
    client.get(url)
    link.refresh_from_db()
    assert timezone.now() - link.opened_at < timedelta(minutes=1)


def test_a_preview_leads_to_no_other_draft(client):
    credit = CreditFactory()
    other = CreditFactory(person=credit.person, film__title_de="Geheimplan")
    _link, url = share(credit.film)
    text = text_of(client.get(f"{url}?language=de"))
    assert "Geheimplan" not in text
    assert "/people/" not in text
    assert client.get(f"/de/people/{credit.person.key}/").status_code == 404
    assert client.get(f"/de/{other.film.slug_de}/").status_code == 404


def test_a_text_page_is_shared(client):
    page = PageFactory(body_de="Wir lehren das Hinsehen.")
    _link, url = share(page)
    assert "Wir lehren das Hinsehen." in text_of(client.get(f"{url}?language=de"))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_shared_preview_costs_the_same_whatever_its_rows(client, rows):
    film = FilmFactory()
    for n in range(rows):
        CreditFactory(film=film)
        place(film, make_image(colour=(n * 9, 50, rows)), position=n)
    _link, url = share(film)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    assert len(queries) == SHARED_QUERIES


# --- files ----------------------------------------------------------------------------------


def media_of(text: str) -> set[str]:
    return set(re.findall(r'src="(/media/[^"]+)"', text))


def test_pictures_of_a_draft_are_seen_with_the_link_only(client):
    film = FilmFactory()
    place(film, make_image())
    _link, url = share(film)
    (address,) = media_of(text_of(client.get(url)))
    assert client.get(address).status_code == 200
    assert client.get(address).headers["Cache-Control"] == "private, no-store"
    assert client.get(address.partition("?")[0]).status_code == 404


def test_a_pass_opens_no_other_picture(client):
    film = FilmFactory()
    place(film, make_image())
    other = make_image(colour=(200, 10, 10))
    _link, url = share(film)
    (address,) = media_of(text_of(client.get(url)))
    passed = address.partition("?")[2]
    assert client.get(f"{other.picture.fallback.url}?{passed}").status_code == 404


def test_a_revoked_link_closes_its_pictures_at_once(client):
    film = FilmFactory()
    place(film, make_image())
    link, url = share(film)
    (address,) = media_of(text_of(client.get(url)))
    revoke_link(link)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("facts", [{"access": "internal"}, {"rights_until": "2020-01-01T00:00Z"}])
def test_what_may_not_be_shown_is_never_passed(client, facts):
    film = FilmFactory()
    image = make_image(**facts)
    place(film, image)
    link, url = share(film)
    assert media_of(text_of(client.get(url))) == set()
    passed = make_pass(link, image.sha256[:24])
    assert client.get(f"{image.picture.fallback.url}?pass={passed}").status_code == 404


def test_a_pass_ends(client):
    film = FilmFactory()
    image = make_image()
    link, _url = share(film)
    long_ago = timezone.now() - timedelta(days=1)
    passed = make_pass(link, image.sha256[:24], long_ago)
    assert client.get(f"{image.picture.fallback.url}?pass={passed}").status_code == 404


@pytest.mark.parametrize(
    "passed", ["x", "1.2.3", "..", "9" * 40 + ".1.x", "1." + "9" * 40 + ".x", "ä.ö.ü"]
)
def test_a_forged_pass_opens_nothing(client, passed):
    url = make_image().picture.fallback.url
    assert client.get(url, {"pass": passed}).status_code == 404


def test_a_trailer_is_seen_with_the_link_only(client):
    film = FilmFactory()
    add_trailer(film)
    _link, url = share(film)
    address = next(a for a in media_of(text_of(client.get(url))) if ".mp4" in a)
    assert Client().get(address).status_code == 200
    assert client.get(address.partition("?")[0]).status_code == 404


def test_every_file_of_a_preview_has_a_pass_that_opens_it(client):
    film = SelectionFactory(film__key="ferry", laurel=make_image(colour=(200, 10, 10))).film
    place(film, make_image(width=1600, height=900))
    place(film, make_image(colour=(9, 200, 10)), usage="poster")
    stem = prepare(add_trailer(film))
    _link, url = share(film)
    text = text_of(client.get(url))
    addresses = set(re.findall(r"/media/[^\s,\"]+", text))
    assert {address for address in addresses if "?pass=" not in address} == set()
    shown = {address.partition("?")[0] for address in addresses}
    ends = ("-loop3.mp4", "-480.mp4", "-1080.mp4", "-frame.jpg")
    assert {f"{stem}{end}" for end in ends} - shown == set()
    pictures = {sha256[:24] for sha256 in Image.objects.values_list("sha256", flat=True)}
    assert {content_of(address) for address in shown if "/renditions/" in address} == pictures
    assert len(pictures) == 3
    assert {client.get(unescape(address)).status_code for address in addresses} == {200}
    assert {client.get(address).status_code for address in shown} == {404}


def prepare(video) -> str:
    """Stand in for the worker: the files are there; return where they begin."""
    name = f"videos/{video.sha256[:2]}/{video.sha256}"
    for part in ("1080.mp4", "480.mp4", "loop3.mp4", "frame.jpg"):
        default_storage.save(f"{name}-{part}", ContentFile(b"made"))
    with change(None, "test"):
        MediaFile.objects.update(state="ready", seconds=60, width=1920, height=1080, loop_from=3)
    return f"/media/{name}"
