"""Pictures in full size: for the press, of what is live, or with a pass of a press link."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image as Pillow

from assets.enlarging import large_url
from assets.metadata import read_words
from assets.models import Image
from assets.xmp import parse
from editorial.changes import change
from editorial.memory import renew
from editorial.models import ShareLink
from editorial.passes import make_pass
from editorial.publishing import publish, withdraw
from editorial.sharing import make_link, revoke_link
from pages.models import Profile
from tests.factories import FilmFactory, make_image, place

pytestmark = pytest.mark.django_db
SIZE = (2800, 1575)


@pytest.fixture
def image():
    return make_image(width=SIZE[0], height=SIZE[1], access="press", photographer="Nora Brandt")


@pytest.fixture
def film(image):
    film = FilmFactory()
    place(film, image)
    publish(film.record, "en")
    return film


def set_facts(**facts):
    with change(None, "test"):
        Image.objects.update(**facts)


def test_full_size_is_a_jpeg_of_the_size_of_the_upload_to_be_saved(client, film, image):
    response = client.get(f"{large_url(image)}?as=ferry_still_01_nora-brandt.jpg")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="ferry_still_01_nora-brandt.jpg"'
    )
    opened = Pillow.open(BytesIO(b"".join(response.streaming_content)))
    assert (opened.format, opened.size) == ("JPEG", SIZE)


def test_full_size_says_whose_it_is_and_follows_a_change_of_it(client, film, image):
    set_facts(caption_de="Die Fähre legt ab.")
    first = large_url(Image.objects.get())
    words = read_words(b"".join(client.get(first).streaming_content))
    assert (words.photographer, words.captions["de"]) == ("Nora Brandt", "Die Fähre legt ab.")
    set_facts(photographer="Ana Lind")
    words = read_words(b"".join(client.get(large_url(Image.objects.get())).streaming_content))
    assert words.photographer == "Ana Lind"
    assert client.get(first).status_code == 404
    assert len(default_storage.listdir(f"large/{image.sha256[:2]}")[1]) == 1


def usage_terms(data: bytes) -> list[tuple[str, str]]:
    root = parse(Pillow.open(BytesIO(data)).info["xmp"])
    tag = next(element for element in root.iter() if element.tag.endswith("}UsageTerms"))
    lines = tag.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    return [(line.get("{http://www.w3.org/XML/1998/namespace}lang"), line.text) for line in lines]


def test_full_size_says_in_all_languages_what_may_be_done_with_it(client, film, image):
    set_facts(caption_en="The ferry on a day of its own.")
    image = Image.objects.get()
    usual = usage_terms(b"".join(client.get(large_url(image)).streaming_content))
    assert [code for code, _text in usual] == ["x-default", "en", "de"]
    assert usual[2][1].startswith("Die Bilder dürfen bei Berichten über diesen Film")
    with change(None, "test"):
        Profile.objects.create(
            name="Nord", press_terms_en="Free **with credit**.", press_terms_de="Frei."
        )
    renew()
    own = usage_terms(b"".join(client.get(large_url(image)).streaming_content))
    assert own == [("x-default", "Free with credit."), ("en", "Free with credit."), ("de", "Frei.")]


@pytest.mark.parametrize("name", ["../x.jpg", 'a".jpg', "a.html", "a\r\nb.jpg", "x" * 500, "ä.jpg"])
def test_name_that_nobody_offered_is_not_used(client, film, image, name):
    response = client.get(large_url(image), {"as": name})
    assert response.headers["Content-Disposition"] == 'attachment; filename="picture.jpg"'


def test_without_the_full_size_the_largest_there_is_is_given_out(
    client, film, image, settings, monkeypatch
):
    # Too large to be made while somebody waits, and no worker has come to it yet.
    monkeypatch.setattr("assets.enlarging.AT_ONCE", 1)
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend",
                                  "QUEUES": ["default", "media"]}}  # fmt: skip
    response = client.get(large_url(image))
    opened = Pillow.open(BytesIO(b"".join(response.streaming_content)))
    assert opened.size[0] == 1920


@pytest.mark.parametrize(
    "facts",
    [
        {"access": "public"},
        {"access": "link"},
        {"access": "internal"},
        {"rights_until": timezone.now() - timedelta(seconds=1)},
    ],
)
def test_full_size_is_for_press_pictures_alone(client, film, image, facts):
    set_facts(**facts)
    assert client.get(large_url(image)).status_code == 404


def test_full_size_of_a_withdrawn_film_is_not_found(client, film, image):
    withdraw(film.record, "en")
    assert client.get(large_url(image)).status_code == 404


def test_address_of_another_making_is_not_found(client, film, image):
    name, _dash, _digest = large_url(image).partition("-")
    assert client.get(f"{name}-00000000.jpg").status_code == 404


@pytest.mark.parametrize(
    ("scope", "access", "status"),
    [
        ("press", "link", 200),
        ("press", "press", 200),
        ("press", "public", 404),
        ("press", "internal", 404),
        ("preview", "link", 404),
        ("preview", "press", 404),
    ],
)
def test_pass_of_a_press_link_opens_full_sizes_for_the_press(client, image, scope, access, status):
    film = FilmFactory()
    place(film, image)
    set_facts(access=access)
    expires = timezone.now() + timedelta(days=1)
    link, _token = make_link(film.record, None, expires, scope=ShareLink.Scope(scope))
    passed = make_pass(link, image.sha256[:24])
    assert client.get(f"{large_url(image)}?pass={passed}").status_code == status
    small = client.get(f"{image.picture.fallback.url}?pass={passed}").status_code
    hidden = access == "internal" or (scope, access) == ("preview", "link")
    assert small == (404 if hidden else 200)
    revoke_link(link)
    assert client.get(f"{large_url(image)}?pass={passed}").status_code == 404
