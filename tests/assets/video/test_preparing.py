"""A trailer is prepared by the real ffmpeg: sizes, loop, frame, and what becomes of bad ones."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from PIL import Image

from assets.models import MediaFile
from assets.video import limited, preparing
from assets.video.commands import LARGE, SMALL
from assets.video.naming import BARE, prepared_name_of
from assets.video.prepared import video_of
from assets.video.tasks import prepare_video, unprepared
from tests.assets.video.clips import add_clip, clip, needs_ffmpeg
from tests.bad_input.video import small_video
from tests.stored import overwrite, path_to_read

pytestmark = [pytest.mark.django_db, needs_ffmpeg]


def prepared(file) -> MediaFile:
    prepare_video.func(file.pk)
    return MediaFile.objects.get(pk=file.pk)


def state(file) -> tuple[str, str]:
    return file.state, file.problem


def names(file) -> list[str]:
    folder = f"videos/{file.sha256[:2]}"
    return sorted(name.removeprefix(file.sha256) for name in default_storage.listdir(folder)[1])


def path(file, part) -> Path:
    return path_to_read(prepared_name_of(file.sha256, part))


def streams(where) -> list[tuple]:
    command = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(where)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["streams"]
    keys = ("codec_name", "pix_fmt", "width", "height", "channels")
    return [tuple(row[key] for key in keys if key in row) for row in found]


def test_a_video_gets_two_sizes_a_loop_and_a_frame():
    file = prepared(add_clip(clip(size="1280x720", seconds=3)))

    assert state(file) == ("ready", "")
    assert (round(file.seconds), file.width, file.height) == (3, 1280, 720)
    assert names(file) == ["-1080.mp4", "-480.mp4", "-frame.jpg", "-loop0.mp4", ".mp4"]
    assert streams(path(file, "1080.mp4")) == [("h264", "yuv420p", 1280, 720), ("aac", 2)]
    assert streams(path(file, "480.mp4")) == [("h264", "yuv420p", 854, 480), ("aac", 2)]
    assert streams(path(file, "loop0.mp4")) == [("h264", "yuv420p", 1280, 720)]
    assert Image.open(path(file, "frame.jpg")).size == (1280, 720)


def test_the_index_stands_in_front():
    """Faststart: a player begins before it has the whole file."""
    file = prepared(add_clip())
    data = path(file, "1080.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_a_small_video_is_not_made_larger():
    file = prepared(add_clip(clip(sound=False)))
    assert names(file) == ["-1080.mp4", "-frame.jpg", "-loop0.mp4", ".mp4"]
    assert streams(path(file, "1080.mp4")) == [("h264", "yuv420p", 320, 180)]


@pytest.mark.parametrize("extension", ["mov", "webm"])
def test_what_browsers_do_not_play_is_ready_afterwards(extension):
    file = add_clip(clip(extension), f"trailer.{extension}")
    assert file.state == "waiting"
    assert video_of(file).sources == ()

    file = prepared(file)

    assert state(file) == ("ready", "")
    assert [source.url for source in video_of(file).sources] == [
        f"/media/{prepared_name_of(file.sha256, '1080.mp4')}"
    ]


def test_a_small_upload_does_not_grow():
    row = preparing.slimmed(LARGE, size=500_000, seconds=8)
    assert (row.most_bits, row.crf) == (500_000, LARGE.crf)
    assert preparing.slimmed(LARGE, size=10**9, seconds=60) == LARGE
    assert preparing.slimmed(SMALL, size=10, seconds=60).most_bits == 200_000


def test_metadata_does_not_reach_the_public():
    data = clip(extra=("-metadata", "location=+48.1374+011.5755/", "-metadata", "title=Secret"))
    assert b"Secret" in data
    file = prepared(add_clip(data))
    assert b"Secret" not in path(file, "1080.mp4").read_bytes()
    assert b"+48.1374" not in path(file, "1080.mp4").read_bytes()


def test_a_loop_worse_than_a_still_is_not_shown():
    file = prepared(add_clip(clip(size="960x540", seconds=4)))
    assert [n for n in names(file) if "loop" in n] == ["-loop0.mp4"]
    assert video_of(file).loop is None


def test_the_loop_begins_where_the_editor_said():
    file = prepared(add_clip(clip(size="1280x536", seconds=4), loop_from=2))
    assert [n for n in names(file) if "loop" in n] == ["-loop2.mp4"]
    assert video_of(file).loop.url == f"/media/{prepared_name_of(file.sha256, 'loop2.mp4')}"


def test_what_cannot_be_decoded_has_failed():
    file = add_clip()
    stored = f"videos/{file.sha256[:2]}/{file.sha256}.mp4"
    overwrite(stored, clip()[:600] + bytes(len(clip()) - 600))
    assert state(prepared(file)) == ("failed", "unreadable")


def test_a_track_in_which_nothing_is_to_be_seen_has_failed():
    assert state(prepared(add_clip(small_video()))) == ("failed", "no_pictures")


def test_sound_without_pictures_has_failed():
    file = add_clip(clip("webm"), "trailer.webm")
    sound = subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=1", "-f", "webm", "-"],
        capture_output=True,
        check=True,
    ).stdout
    overwrite(f"videos/{file.sha256[:2]}/{file.sha256}.webm", sound)
    assert state(prepared(file)) == ("failed", "no_pictures")


@pytest.mark.parametrize("extension", ["mp4", "mov"])
def test_a_playlist_in_a_stored_file_reads_nothing(extension, tmp_path):
    """The demuxer is forced: what claims to be HLS is not followed, whatever lies there."""
    secret = tmp_path / "secret.mp4"
    secret.write_bytes(clip())
    file = add_clip(clip(extension), f"trailer.{extension}")
    stored = f"videos/{file.sha256[:2]}/{file.sha256}.{extension}"
    overwrite(stored, f"#EXTM3U\n#EXTINF:1,\nfile://{secret}\n#EXT-X-ENDLIST\n".encode())
    assert state(prepared(file)) == ("failed", "unreadable")


def test_a_missing_file_says_so():
    file = add_clip()
    default_storage.delete(f"videos/{file.sha256[:2]}/{file.sha256}.mp4")
    assert state(prepared(file)) == ("failed", "missing")


def test_a_missing_file_that_is_uploaded_again_is_prepared(django_capture_on_commit_callbacks):
    file = add_clip()
    default_storage.delete(f"videos/{file.sha256[:2]}/{file.sha256}.mp4")
    prepared(file)
    with django_capture_on_commit_callbacks(execute=True):
        assert state(add_clip()) == ("waiting", "")
    assert state(MediaFile.objects.get(pk=file.pk)) == ("ready", "")


@pytest.mark.one_machine  # the file is damaged by hand
def test_the_copy_of_a_damaged_file_is_made_anew(settings):
    settings.FFMPEG = "off"
    file = add_clip()
    copy, upload = (
        prepared_name_of(file.sha256, BARE),
        f"videos/{file.sha256[:2]}/{file.sha256}.mp4",
    )
    before = path_to_read(copy).read_bytes()
    for name in (copy, upload):
        overwrite(name, b"noise")
    add_clip()
    assert path_to_read(copy).read_bytes() == before


@pytest.mark.parametrize(("extension", "expected"), [("mp4", "as_is"), ("mov", "failed")])
def test_who_takes_too_long_is_stopped(extension, expected, monkeypatch):
    """What browsers play is still served."""
    monkeypatch.setattr(preparing, "Limits", lambda *_facts: limited.Limits(1, 10**8))
    file = add_clip(clip(extension, size="1920x1080", seconds=20), f"trailer.{extension}")
    assert state(prepared(file)) == (expected, "limit")
    assert not any("1080" in name for name in names(file))


def test_a_film_in_full_length_is_no_trailer(monkeypatch):
    monkeypatch.setattr(preparing, "MAX_SECONDS", 1)
    assert state(prepared(add_clip())) == ("as_is", "too_long")
    assert state(prepared(add_clip(clip("mov"), "trailer.mov"))) == ("failed", "too_long")


def test_a_huge_picture_is_not_decoded(monkeypatch):
    monkeypatch.setattr(preparing, "MAX_PIXELS", 1000)
    assert state(prepared(add_clip())) == ("as_is", "too_large")


@pytest.mark.parametrize(
    ("extension", "expected"),
    [("mp4", ("as_is", "no_ffmpeg")), ("mov", ("failed", "needs_ffmpeg"))],
)
def test_without_ffmpeg_what_browsers_play_is_served_as_it_is(extension, expected, settings):
    settings.FFMPEG = "off"
    file = prepared(add_clip(clip(extension), f"trailer.{extension}"))
    assert state(file) == expected
    assert [s.url for s in video_of(file).sources] == (
        [f"/media/videos/{file.sha256[:2]}/{file.sha256}-bare.mp4"] if extension == "mp4" else []
    )
    assert unprepared() == []

    settings.FFMPEG = ""
    assert unprepared() == [file]


def test_the_worker_asks_again_for_what_is_not_done():
    file = add_clip()
    assert unprepared() == [file]
    file = prepared(file)
    assert unprepared() == []
    default_storage.delete(prepared_name_of(file.sha256, "frame.jpg"))
    assert unprepared() == [file]


KILLED = """
import os, django, sys
django.setup()
from django.conf import settings
settings.MEDIA_ROOT = sys.argv[1]
from assets.models import MediaFile
from assets.video.preparing import prepare
file = MediaFile(kind="video", sha256=sys.argv[2], extension="mp4", state="as_is", size=10**6)
print("begun", flush=True)
prepare(file)
"""


@pytest.mark.one_machine
def test_a_killed_worker_leaves_no_half_file(settings):
    file = add_clip(clip(size="1920x1080", seconds=20))
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, settings.MEDIA_ROOT, file.sha256],
        stdout=subprocess.PIPE,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        cwd=settings.BASE_DIR,
    )
    assert process.stdout.readline() == b"begun\n"
    try:
        process.wait(1.5)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()

    assert process.returncode == -signal.SIGKILL
    assert names(file) == ["-bare.mp4", ".mp4"]
    assert state(MediaFile.objects.get()) == ("as_is", "")
    assert unprepared() == [file]
    assert connection.in_atomic_block


def test_an_older_site_gets_the_copy_that_visitors_may_have(settings):
    settings.FFMPEG = "off"
    file = prepared(add_clip())
    default_storage.delete(prepared_name_of(file.sha256, "bare.mp4"))
    assert unprepared() == [file]
    assert names(prepared(file)) == ["-bare.mp4", ".mp4"]
    assert unprepared() == []


def test_the_copy_goes_when_a_video_is_prepared():
    data = clip(sound=False)
    file = prepared(add_clip(data))
    add_clip(data)
    assert "-bare.mp4" not in names(file)


def test_a_header_that_claims_years_does_not_make_a_trailer_too_long():
    data = clip(sound=False)
    at = data.index(b"mvhd") + 4
    scale = int.from_bytes(data[at + 12 : at + 16], "big")
    years = (min(2_147_483 * scale, 2**32 - 2)).to_bytes(4, "big")
    file = prepared(add_clip(data[: at + 16] + years + data[at + 20 :]))
    assert (state(file), round(file.seconds)) == (("ready", ""), 2)
