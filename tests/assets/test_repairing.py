"""Lost, empty and broken files: nothing answers 500, and what can be made again is."""

import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.cutting import crop_names
from assets.models import Image
from assets.naming import original_name_of
from assets.repairing import cut_names, size_names
from assets.tasks import complete_image, repair_image
from editorial.changes import change
from editorial.publishing import publish
from tests.editorial.guard.editors import Window
from tests.factories import FilmFactory, make_image, make_member, place
from tests.stored import overwrite

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forget_pauses():
    cache.clear()


@pytest.fixture
def image():
    """A picture with all its files that a live film shows."""
    image = make_image(width=640, height=360)
    complete_image.func(image.pk)
    film = FilmFactory()
    place(film, image)
    publish(film.record, "en")
    image.refresh_from_db()
    return image


def change_byte(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


@pytest.mark.one_machine  # files are damaged by hand
@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: os.truncate(path, 99), change_byte])
def test_damaged_picture_is_told_at_its_form_and_mended_by_uploading_it(desk, image, spoil):
    address = reverse("admin:assets_image_change", args=[image.pk])

    def told():
        page = desk.get(address, headers={"Accept-Language": "de"})
        return [str(message).partition(".")[0] for message in page.context["messages"]]

    path = Path(default_storage.path(original_name_of(image.sha256, image.extension)))
    data = path.read_bytes()
    assert told() == []
    spoil(path)
    assert told() == ["Die Datei dieses Bildes fehlt oder ist beschädigt"]
    form = {"upload": SimpleUploadedFile("still.jpg", data), "access": "public",
            "focal_x": "50", "focal_y": "50"}  # fmt: skip
    assert desk.post(address, form).status_code == 302
    desk.get(address)
    assert (path.read_bytes(), told()) == (data, [])


@pytest.mark.one_machine  # the file is damaged by hand
def test_damage_is_told_on_pages_and_not_kept_by_a_form_that_saves_by_itself(image):
    window = Window(make_member("editor"), image)
    os.truncate(default_storage.path(original_name_of(image.sha256, image.extension)), 99)
    window.type(focal_x="200")
    assert window.autosave()["state"] == "mistakes"
    page = window.client.get(reverse("admin:index"))
    assert [str(message) for message in page.context["messages"]] == []


@pytest.fixture
def jobs(settings):
    """The jobs that were asked for and have not run."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend",
                                  "QUEUES": ["default", "media"]}}  # fmt: skip

    def read():
        rows = DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("enqueued_at")
        return [(row.task_path.rpartition(".")[2], row.args_kwargs["args"]) for row in rows]

    return read


def lose(name):
    default_storage.delete(name)


def empty(name):
    overwrite(name, b"")


@pytest.mark.parametrize("damage", [lose, empty])
@pytest.mark.parametrize("names_of", [size_names, cut_names])
def test_damaged_file_is_not_found_and_asked_for_once(client, image, jobs, names_of, damage):
    name = names_of(image)[0]
    assert client.get(f"/media/{name}").status_code == 200
    damage(name)
    assert [client.get(f"/media/{name}").status_code for _time in range(3)] == [404] * 3
    assert jobs() == [("repair_image", [image.pk])]


@pytest.mark.parametrize("damage", [lose, empty])
@pytest.mark.parametrize("names_of", [size_names, cut_names])
def test_repair_makes_the_file_again(client, image, names_of, damage,
                                     django_capture_on_commit_callbacks):  # fmt: skip
    name = names_of(image)[0]
    damage(name)
    with django_capture_on_commit_callbacks(execute=True):
        repair_image.func(image.pk)
    image.refresh_from_db()
    assert (image.is_complete, image.is_cropped) == (True, True)
    assert client.get(f"/media/{name}").status_code == 200


def test_pages_do_without_lost_files_until_they_are_made(client, image, jobs):
    lose(cut_names(image)[0])
    repair_image.func(image.pk)
    image.refresh_from_db()
    assert (image.is_complete, image.is_cropped) == (True, False)
    page = client.get(f"/en/{Image.objects.get().record.key}/")
    assert page.status_code == 404
    home = client.get("/en/").content.decode()
    assert [name for name in cut_names(image) if name in home] == []
    assert default_storage.url(size_names(image)[0]) in home


def test_names_that_no_page_promises_ask_for_nothing(client, image, jobs):
    other = next(crop_names(image.sha256, (640, 360), (1, 2)))
    odd = size_names(image)[0].replace("-640.", "-641.").replace("-320.", "-321.")
    for name in (other, odd):
        assert client.get(f"/media/{name}").status_code == 404
    assert jobs() == []


def test_picture_whose_rights_ended_asks_for_nothing(client, image, jobs):
    from django.utils import timezone

    with change(None, "test"):
        Image.objects.filter(pk=image.pk).update(rights_until=timezone.now())
    lose(size_names(image)[0])
    assert client.get(f"/media/{size_names(image)[0]}").status_code == 404
    assert jobs() == []


@pytest.mark.parametrize("content", [None, b"", b"\xff\xd8\xff not a JPEG"])
def test_lost_or_broken_original_breaks_no_page(client, image, jobs, content):
    name = original_name_of(image.sha256, image.extension)
    lose(name)
    if content is not None:
        overwrite(name, content)
    for one in [*size_names(image), *cut_names(image)]:
        lose(one)
    repair_image.func(image.pk)
    with pytest.raises(OSError, match=r"."):
        complete_image.func(image.pk)
    image.refresh_from_db()
    assert (image.is_complete, image.is_cropped) == (False, False)
    assert client.get("/en/").status_code == 200
    assert client.get(image.picture.fallback.url).status_code == 404
