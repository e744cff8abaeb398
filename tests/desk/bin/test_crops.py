"""Crops of former focal points go, those of today stay."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from assets.accepting import accept_image
from assets.adding import add_image
from assets.cutting import crop_names
from assets.models import Image
from assets.naming import focal_of
from assets.tasks import complete_image
from desk.bin.files import delete_unused_files, stored_files
from editorial.changes import change
from tests.factories import make_image, picture_bytes

pytestmark = pytest.mark.django_db


def made(image):
    complete_image.func(image.pk)
    image.refresh_from_db()
    return image


def move(image, x, y):
    with change(None, "test"):
        image.focal_x, image.focal_y = x, y
        image.save()
    return made(image)


def focal_points():
    return {focal_of(name) for name in stored_files()} - {None}


def test_crops_of_a_former_focal_point_are_deleted():
    image = made(make_image())
    former = set(crop_names(image.sha256, (900, 600), (50, 50)))
    move(image, 20, 30)
    kept = set(crop_names(image.sha256, (900, 600), (20, 30)))
    gone = delete_unused_files(timezone.now() + timedelta(days=2))
    assert set(gone) == former
    assert {default_storage.exists(name) for name in kept} == {True}


def test_young_crops_stay_for_pages_that_are_open():
    image = made(make_image())
    move(image, 20, 30)
    assert delete_unused_files() == []
    assert focal_points() == {(50, 50), (20, 30)}


def test_crops_that_another_picture_of_the_file_has_stay():
    image = made(make_image())
    with change(None, "test"):
        other = add_image(accept_image(picture_bytes(), "still.jpg"), image=Image())
    made(other)
    move(image, 20, 30)
    assert delete_unused_files(timezone.now() + timedelta(days=2)) == []
    assert focal_points() == {(50, 50), (20, 30)}


def test_focal_point_that_comes_back_gets_its_crops_again():
    image = made(make_image())
    move(image, 20, 30)
    delete_unused_files(timezone.now() + timedelta(days=2))
    move(image, 50, 50)
    assert {default_storage.exists(n) for n in crop_names(image.sha256, (900, 600), (50, 50))} == {
        True
    }
