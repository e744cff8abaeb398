"""Videos in the admin: their state, what to do, and where the silent loop begins."""

import pytest
from django.urls import reverse

from assets.models import MediaFile
from assets.video.tasks import prepare_video
from tests.assets.video.clips import add_clip, clip, needs_ffmpeg

pytestmark = [pytest.mark.django_db, needs_ffmpeg]


def url_of(file):
    return reverse("admin:assets_mediafile_change", args=[file.pk])


@pytest.mark.parametrize(
    ("extension", "words"),
    [
        ("mp4", "served as uploaded, 0:02 min, 320 × 180<br>There is no ffmpeg on this server,"),
        ("mov", "could not be prepared, 0:02 min, 320 × 180<br>Browsers do not play this file,"),
    ],
)
def test_without_ffmpeg_the_admin_says_what_to_do(desk, settings, extension, words):
    settings.FFMPEG = "off"
    file = add_clip(clip(extension), f"trailer.{extension}")
    prepare_video.func(file.pk)
    assert words in desk.get(url_of(file)).content.decode()
    assert words in desk.get(reverse("admin:assets_mediafile_changelist")).content.decode()


def test_saving_has_the_loop_made_anew(desk, django_capture_on_commit_callbacks):
    file = add_clip(clip(seconds=6))
    with django_capture_on_commit_callbacks(execute=True):
        response = desk.post(url_of(file), {"loop_from": "3"})
    assert response.status_code == 302
    file.refresh_from_db()
    assert (file.loop_from, file.state) == (3, "ready")


def test_a_loop_must_begin_before_the_end(desk):
    file = add_clip()
    prepare_video.func(file.pk)
    response = desk.post(url_of(file), {"loop_from": "2"})
    assert response.context["adminform"].form.errors == {
        "loop_from": ["The video has 2 seconds only. Choose an earlier place."]
    }
    assert MediaFile.objects.get().loop_from is None
