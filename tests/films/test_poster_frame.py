"""/admin/films/trailer/<id>/frame/: an editor chooses what stands before the trailer."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from assets.models import Image, MediaFile
from assets.video.tasks import prepare_video
from editorial.changes import change
from films.admin.poster_frame import PlaceField
from films.models import Trailer
from tests.assets.video.clips import add_clip, clip, needs_ffmpeg
from tests.factories import FilmFactory, make_member

pytestmark = [pytest.mark.django_db, needs_ffmpeg]


@pytest.fixture
def trailer():
    file = add_clip(clip(seconds=4))
    with change(None, "test"):
        return Trailer.objects.create(film=FilmFactory(), video=file)


@pytest.fixture
def url(trailer):
    return reverse("admin:films_trailer_frame", args=[trailer.pk])


def places(response):
    return [frame["at"] for frame in response.context["frames"]]


def test_it_shows_eight_frames_of_the_whole_video(desk, url):
    response = desk.get(url)
    assert places(response) == ["0.25", "0.75", "1.25", "1.75", "2.25", "2.75", "3.25", "3.75"]
    assert response.content.count(b'src="data:image/jpeg;base64,') == 8


def test_it_shows_the_frames_around_a_place(desk, url):
    assert places(desk.get(url, {"at": "0:03"})) == [
        "1.00", "1.50", "2.00", "2.50", "3.00", "3.50", "3.90"
    ]  # fmt: skip


def test_the_chosen_frame_is_the_poster_in_full_size(desk, url, trailer):
    response = desk.post(url, {"at": "2.25"})

    assert response["Location"] == reverse("admin:films_trailer_change", args=[trailer.pk])
    trailer.refresh_from_db()
    poster = trailer.poster
    assert (poster.width, poster.height) == (320, 180)
    assert poster.original_name == "trailer-2.2s.jpg"
    assert trailer.film.record.revisions.latest("pk").reason == "Poster frame chosen"


def test_a_place_behind_the_end_has_no_frame(desk, url, trailer):
    response = desk.post(url, {"at": "99"})
    assert response.context["problem"] == "There is no frame at this place. Choose another one."
    assert not Image.objects.exists()


@pytest.mark.parametrize("written", ["", "middle", "1:2:3", "-4", "nan", "1e99"])
def test_a_place_that_is_none_takes_nothing(desk, url, written):
    assert desk.post(url, {"at": written}).status_code == 200
    assert not Image.objects.exists()


@pytest.mark.parametrize(
    ("written", "seconds"), [("75", 75.0), ("12,5", 12.5), ("1:15", 75.0), ("", None)]
)
def test_a_place_is_read_as_people_write_it(written, seconds):
    assert PlaceField(required=False).clean(written) == seconds


def test_a_place_that_cannot_be_read_says_how():
    with pytest.raises(ValidationError, match=r"Write the place as 75, 12.5 or 1:15\."):
        PlaceField(required=False).clean("soon")


def test_without_ffmpeg_it_says_what_to_do(desk, url, settings):
    settings.FFMPEG = "off"
    response = desk.get(url)
    assert response.context["problem"].startswith("There is no ffmpeg on this server.")
    assert response.context["frames"] == []


def test_the_trailer_leads_there_and_tells_its_state(desk, url, trailer):
    prepare_video.func(MediaFile.objects.get().pk)
    page = desk.get(reverse("admin:films_trailer_change", args=[trailer.pk])).content.decode()
    assert f'<a href="{url}">Choose a poster frame</a>' in page
    assert "prepared for the web, 0:04 min, 320 × 180" in page


@pytest.mark.parametrize(("role", "is_offered"), [("editor", True), ("viewer", False)])
def test_only_who_may_choose_a_frame_is_led_there(client, trailer, url, role, is_offered):
    client.force_login(make_member(role))
    pages = [
        reverse("admin:films_trailer_change", args=[trailer.pk]),
        reverse("admin:films_film_change", args=[trailer.film_id]),
    ]
    shown = [client.get(page).content.decode() for page in pages]
    assert [url in html for html in shown] == [is_offered, is_offered]
    assert ["0:04 min, 320 × 180" in html for html in shown] == [True, True]
    assert client.get(url).status_code == (200 if is_offered else 403)
