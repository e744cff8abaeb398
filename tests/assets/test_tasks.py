"""The background work: sizes, crops, and what has them made anew."""

import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult

from assets.accepting import accept_image
from assets.adding import replace_image
from assets.cutting import crop_names
from assets.models import Image
from assets.naming import original_name_of
from assets.tasks import complete_again, complete_image, cut_image
from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.models import ContentVersion
from editorial.publishing import publish
from tests.factories import FilmFactory, make_image, picture_bytes, place

pytestmark = pytest.mark.django_db


def made(image):
    complete_image.func(image.pk)
    image.refresh_from_db()
    return image


def move(image, x, y):
    with change(None, "test"):
        image.focal_x, image.focal_y = x, y
        image.save()
    image.refresh_from_db()


def are_cut(image):
    names = list(crop_names(image.sha256, (image.width, image.height), image.focal))
    assert names
    return {default_storage.exists(name) for name in names}


def test_new_picture_gets_sizes_crops_and_a_tone():
    image = make_image(width=640, height=360)
    assert (image.is_complete, image.is_cropped, image.picture.tone) == (False, False, "")
    made(image)
    assert (image.is_complete, image.is_cropped) == (True, True)
    assert are_cut(image) == {True}
    assert image.picture.tone != ""


def test_finished_pictures_are_known_by_one_query(django_assert_num_queries):
    done, waiting = made(make_image(width=640)), make_image(width=641)
    with django_assert_num_queries(1):
        assert list(Image.objects.unfinished().values_list("pk", flat=True)) == [waiting.pk]
    move(done, 20, 30)
    assert set(Image.objects.unfinished()) == {done, waiting}


def test_moved_focal_point_has_no_crops_until_they_are_made(django_capture_on_commit_callbacks):
    image = made(make_image(width=640, height=360))
    with django_capture_on_commit_callbacks(execute=False) as asked:
        move(image, 20, 30)
    assert (len(asked), image.is_cropped, image.is_complete) == (1, False, True)
    asked[0]()
    image.refresh_from_db()
    assert (image.is_cropped, are_cut(image)) == (True, {True})


def test_saving_a_caption_asks_for_nothing(django_capture_on_commit_callbacks):
    image = made(make_image(width=640))
    with django_capture_on_commit_callbacks() as asked, change(None, "test"):
        image.caption_en = "The ferry"
        image.save()
    assert asked == []


def test_document_of_an_earlier_focal_point_asks_again(django_capture_on_commit_callbacks):
    image = made(make_image(width=640))
    before = document_of(image.record)
    move(image, 20, 30)
    made(image)
    with django_capture_on_commit_callbacks(execute=True), change(None, "test"):
        apply_document(image.record, before)
    image.refresh_from_db()
    assert (image.focal, image.is_cropped) == ((50, 50), True)


def test_other_file_has_no_crops_of_the_former_one():
    image = made(make_image(width=640))
    with change(None, "test"):
        replace_image(image, accept_image(picture_bytes(width=700), "still.jpg"))
    image.refresh_from_db()
    assert (image.is_cropped, image.is_complete, image.picture.tone) == (False, False, "")


def test_focal_point_moved_while_crops_are_made_is_not_marked():
    image = made(make_image(width=640))
    move(image, 10, 10)
    read_by_the_job = Image.objects.get(pk=image.pk)
    move(image, 20, 30)
    cut_image(read_by_the_job)
    image.refresh_from_db()
    assert (image.focal, image.is_cropped) == ((20, 30), False)


@pytest.mark.parametrize(("is_seen", "steps"), [(True, 2), (False, 0)], ids=["seen", "unseen"])
def test_finished_files_step_the_content_version_if_visitors_see_the_picture(is_seen, steps):
    image = make_image(width=640)
    film = FilmFactory()
    place(film, image)
    if is_seen:
        publish(film.record, "en")
    before = ContentVersion.read()
    made(image)
    assert ContentVersion.read() == before + steps


@pytest.mark.parametrize("kind", [0, 1], ids=["size", "crop"])
def test_lost_file_is_made_again(kind, django_capture_on_commit_callbacks):
    image = made(make_image(width=640))
    crop = next(crop_names(image.sha256, (image.width, image.height), image.focal))
    lost = [image.picture.smallest.url.removeprefix("/media/"), crop][kind]
    default_storage.delete(lost)
    with django_capture_on_commit_callbacks(execute=False) as asked, change(None, "test"):
        complete_again(image.pk)
    image.refresh_from_db()
    assert [image.is_complete, image.is_cropped][kind] is False
    asked[0]()
    image.refresh_from_db()
    assert (image.is_complete, image.is_cropped) == (True, True)
    assert default_storage.exists(lost)


def test_whole_picture_asks_for_nothing(django_capture_on_commit_callbacks):
    image = made(make_image(width=640))
    with django_capture_on_commit_callbacks() as asked, change(None, "test"):
        complete_again(image.pk)
    assert asked == []


def test_broken_original_leaves_the_picture_as_it_is():
    image = make_image(width=640)
    name = original_name_of(image.sha256, image.extension)
    default_storage.delete(name)
    with pytest.raises(OSError, match=r"[Nn]o such file"):
        complete_image.func(image.pk)
    image.refresh_from_db()
    assert (image.picture.sources, image.is_cropped) == ([], False)
    assert default_storage.exists(image.picture.fallback.url.removeprefix("/media/"))


def test_job_of_a_picture_that_is_gone_does_nothing():
    complete_image.func(4711)
    assert DBTaskResult.objects.count() == 0
