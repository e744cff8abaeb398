"""Trailers of a sheet and on the page: playing, prepared, failed, elsewhere."""

import pytest

from assets.adding import add_subtitles
from assets.models import MediaFile
from assets.subtitles import accept_subtitles
from editorial.changes import change
from editorial.publishing import publish
from films.models import Link, TextTrack, Trailer
from films.sheet import desk_sheet
from tests.factories import FilmFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db
YOUTUBE = "https://www.youtube.com/watch?v=abc"


@pytest.fixture
def film():
    return FilmFactory(key="ferry")


def set_state(video, state, **facts):
    with change(None, "test"):
        MediaFile.objects.filter(pk=video.pk).update(state=state, **facts)


def shown(film):
    return desk_sheet(film.record, "en").trailers


def page(client, film):
    publish(film.record, "en")
    return client.get("/en/ferry/").content.decode()


def test_an_upload_that_browsers_play_is_shown_as_it_is(film):
    video = add_trailer(film)
    (trailer,) = shown(film)
    assert (trailer.state, trailer.shape, trailer.width, trailer.height) == ("as_is", "", 640, 360)
    assert [tuple(source) for source in trailer.sources] == [
        (f"/media/videos/{video.sha256[:2]}/{video.sha256}-bare.mp4", "video/mp4", "")
    ]
    assert trailer.loop is None


def test_a_prepared_one_has_a_smaller_file_for_phones(film):
    video = add_trailer(film)
    set_state(video, "ready", width=2390, height=1000, seconds=90)
    (trailer,) = shown(film)
    stem = f"/media/videos/{video.sha256[:2]}/{video.sha256}"
    assert [tuple(source) for source in trailer.sources] == [
        (f"{stem}-480.mp4", "video/mp4", "(max-width: 40rem)"),
        (f"{stem}-1080.mp4", "video/mp4", ""),
    ]
    assert (trailer.url, trailer.frame) == (f"{stem}-1080.mp4", f"{stem}-frame.jpg")
    assert (trailer.shape, trailer.width, trailer.height) == ("scope", 1920, 804)


def test_what_is_being_prepared_is_no_empty_player(client, film):
    set_state(add_trailer(film), "waiting")
    place(film, make_image())
    html = page(client, film)
    assert "The trailer is being prepared. It will be here in a few minutes." in html
    assert "<video" not in html


def test_a_failed_one_shows_its_poster_or_nothing(client, film):
    set_state(add_trailer(film), "failed", problem="unreadable")
    assert shown(film) == ()
    with change(None, "test"):
        Trailer.objects.update(poster=make_image())
    html = page(client, film)
    assert "The trailer cannot be shown at the moment." in html
    assert "<video" not in html


def test_a_player_never_starts_by_itself(client, film):
    add_trailer(film)
    html = page(client, film)
    video = html[html.index("<video") : html.index("</video>")]
    assert "autoplay" not in video
    assert " controls " in video


@pytest.mark.parametrize(
    ("url", "name", "company"),
    [
        (YOUTUBE, "YouTube", "Google"),
        ("https://player.vimeo.com/video/1", "Vimeo", "Vimeo"),
        ("https://www.tube.example/1", "tube.example", "www.tube.example"),
        ("https://notyoutube.com/1", "notyoutube.com", "notyoutube.com"),
    ],
)
def test_a_trailer_elsewhere_is_a_link_that_says_where_it_leads(client, film, url, name, company):
    with change(None, "test"):
        Trailer.objects.create(film=film, external_url=url)
    (trailer,) = shown(film)
    assert (trailer.url, trailer.elsewhere.name, trailer.elsewhere.company) == ("", name, company)
    html = page(client, film)
    assert (
        f'<a class="player__frame player__frame--elsewhere" href="{url}" rel="noopener noref'
        in html
    )
    assert f"Only then does your browser contact {company}." in html
    assert "<iframe" not in html


def test_links_to_trailers_stand_in_for_a_trailer(film):
    with change(None, "test"):
        Link.objects.create(film=film, kind="trailer", url=YOUTUBE)
        Link.objects.create(film=film, kind="trailer", url="https://shop.example/dvd")
    assert [trailer.elsewhere.url for trailer in shown(film)] == [YOUTUBE]
    add_trailer(film)
    assert [trailer.elsewhere for trailer in shown(film)] == [None]


@pytest.mark.parametrize(
    ("spoken", "written", "defaults"),
    [
        ("de", ("fr", "en"), [("en", True), ("fr", False)]),
        ("en", ("de", "en"), [("en", False), ("de", False)]),
        ("", ("en",), [("en", True)]),
        ("de", ("fr",), [("fr", False)]),
    ],
)
def test_subtitles_of_the_reader_are_on_if_another_language_is_spoken(
    film, spoken, written, defaults
):
    add_trailer(film)
    with change(None, "test"):
        Trailer.objects.update(language=spoken)
        for language in written:
            text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{language}\n".encode()
            file = add_subtitles(accept_subtitles(text, f"{language}.vtt"))
            TextTrack.objects.create(trailer=Trailer.objects.get(), language=language, file=file)
    (trailer,) = shown(film)
    assert [(track.language, track.is_default) for track in trailer.tracks] == defaults


def test_a_link_that_stands_as_a_trailer_is_shown_once(client, film):
    with change(None, "test"):
        Link.objects.create(film=film, kind="trailer", url=YOUTUBE)
        Link.objects.create(film=film, kind="trailer", url="https://shop.example/dvd")
    html = page(client, film)
    assert (html.count(f'href="{YOUTUBE}"'), html.count('href="https://shop.example/dvd"')) == (
        1,
        1,
    )
    assert len(client.get("/en/ferry/film.json").json()["links"]) == 2
