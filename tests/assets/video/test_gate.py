"""Which file of a trailer visitors get: what pages show, not the upload beside it."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from assets.models import MediaFile
from desk.bin.files import delete_unused_files, stored_files
from desk.management.commands.work import rescue_jobs
from desk.start.videos import unprepared_videos
from editorial.changes import change
from editorial.publishing import publish
from tests.factories import FilmFactory, add_trailer

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(key="ferry")


@pytest.fixture
def stem(film):
    """A live film's trailer that is prepared; its files are there."""
    video = add_trailer(film)
    stem = f"videos/{video.sha256[:2]}/{video.sha256}"
    for part in ("1080.mp4", "480.mp4", "loop0.mp4", "frame.jpg"):
        default_storage.save(f"{stem}-{part}", ContentFile(b"made"))
    publish(film.record, "en")
    set_state("ready")
    return stem


def set_state(state, problem=""):
    with change(None, "test"):
        MediaFile.objects.update(state=state, problem=problem, seconds=12, width=1280, height=720)


def test_visitors_get_what_was_made_and_not_the_upload(client, stem):
    for part in ("-1080.mp4", "-480.mp4", "-loop0.mp4", "-frame.jpg"):
        assert client.get(f"/media/{stem}{part}").status_code == 200
    assert client.get(f"/media/{stem}.mp4").status_code == 404
    set_state("as_is")
    assert client.get(f"/media/{stem}.mp4").status_code == 404
    assert client.get(f"/media/{stem}-bare.mp4").status_code == 200


def test_members_get_the_upload_as_well(desk, stem):
    assert desk.get(f"/media/{stem}.mp4").status_code == 200


def test_nothing_of_a_withdrawn_trailer_is_left_open(client, film, stem):
    from editorial.publishing import withdraw

    withdraw(film.record, "en")
    assert client.get(f"/media/{stem}-1080.mp4").status_code == 404


def test_files_of_a_video_go_with_it(monkeypatch, stem):
    from datetime import timedelta

    from django.utils import timezone

    later = timezone.now() + timedelta(days=2)
    assert delete_unused_files(later) == []
    monkeypatch.setattr("desk.bin.files.files_in_use", set)
    monkeypatch.setattr("desk.bin.files._has_row", lambda name: False)
    assert len([name for name in stored_files() if name.startswith("videos/")]) == 6
    assert len([n for n in delete_unused_files(later) if n.startswith("videos/")]) == 6


def test_the_worker_asks_again_after_a_kill(settings, film):
    settings.FFMPEG = "off"
    add_trailer(film)
    assert rescue_jobs() == 0  # browsers play it, and nothing could make more of it
    set_state("waiting")
    assert rescue_jobs() == 1
    file = MediaFile.objects.get()
    assert (file.state, file.problem) == ("as_is", "no_ffmpeg")


def test_the_start_page_names_what_is_not_prepared(editor, film):
    add_trailer(film)
    assert unprepared_videos(editor) is None
    set_state("as_is", "no_ffmpeg")
    (item,) = unprepared_videos(editor).items
    assert item.note.startswith("There is no ffmpeg on this server")
    set_state("failed", "unreadable")
    (item,) = unprepared_videos(editor).items
    assert item.note.startswith("It cannot be decoded")
