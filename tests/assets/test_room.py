"""A file that cannot be kept is refused at its field, before anything of the form is saved."""

import errno
import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assets.models import Image
from assets.spooling import LostUpload
from assets.storing import write_once
from tests.assets.drawing import draw, encoded
from tests.factories import FilmFactory
from tests.films.stills_desk.conftest import url
from tests.limited import files_up_to

pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]
GERMAN = {"Accept-Language": "de"}
SPOOLED = 3 * 1024 * 1024
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/media/x")


def add(desk, file):
    fields = {"upload": file, "caption_en": "A caption", "access": "public", "focal_x": "50",
              "focal_y": "50"}  # fmt: skip
    return desk.post(reverse("admin:assets_image_add"), fields, headers=GERMAN)


def said(response):
    return " ".join(response.context["adminform"].form.errors.get("upload", []))


def large_picture():
    """Larger than what Django keeps in memory, and than the limit below."""
    return SimpleUploadedFile("large.jpg", encoded("JPEG", draw()) + bytes(SPOOLED))


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_disk_that_takes_nothing_is_said_at_the_field(desk, settings, tmp_path):
    with files_up_to(1000):
        response = add(desk, SimpleUploadedFile("small.jpg", encoded("JPEG", draw())))
    assert said(response).startswith("Der Datenträger ist voll (Medienordner): Es wurde nichts")
    assert response.context["adminform"].form["caption_en"].value() == "A caption"
    assert Image.objects.count() == 0


def test_disk_that_is_full_half_way_gives_the_form_back(desk, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    picture = encoded("PNG", draw(size=(400, 400)))
    with files_up_to(len(picture) - 1):
        response = add(desk, SimpleUploadedFile("small.png", picture))
    assert response.status_code in (200, 507)
    assert "Der Datenträger ist voll (Medienordner)" in response.content.decode()
    assert files_in(tmp_path) == []
    assert Image.objects.count() == 0


def test_upload_that_is_lost_on_its_way_is_said_at_the_field(desk, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    with files_up_to(SPOOLED // 2):
        response = add(desk, large_picture())
    assert said(response).startswith("Der Datenträger ist voll")
    assert response.context["adminform"].form["caption_en"].value() == "A caption"
    assert files_in(tmp_path) == []


def test_stills_desk_offers_to_try_again(desk):
    film = FilmFactory()
    with files_up_to(1000):
        file = SimpleUploadedFile("small.jpg", encoded("JPEG", draw()))
        response = desk.post(
            url("stills_upload", film), {"files": file}, HTTP_ACCEPT="application/json"
        )
    assert (response.status_code, response.json()["state"]) == (200, "failed")


def test_lost_upload_says_so_whoever_reads_it():
    file = LostUpload(FULL, name="x.jpg", size=7)
    for read in (file.read, file.chunks, lambda: file.seek(0), file.temporary_file_path):
        with pytest.raises(OSError) as raised:
            read()
        assert raised.value is FULL
    file.close()


def test_error_of_a_full_disk_names_the_file(settings, tmp_path):
    from django.core.files.storage import FileSystemStorage

    storage = FileSystemStorage(tmp_path)
    with files_up_to(1000), pytest.raises(OSError) as raised:
        write_once(storage, "videos/aa.mp4", bytes(2000))
    assert raised.value.filename == str(tmp_path / "videos/aa.mp4")
    assert files_in(tmp_path) == []
