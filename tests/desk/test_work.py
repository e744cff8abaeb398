"""The worker picks up what a killed one has left."""

import pytest

from assets.models import Image
from desk.management.commands.work import put_in_order, rescue_jobs
from editorial.changes import change
from editorial.models import TranslationState
from tests.factories import FilmFactory, make_image

pytestmark = pytest.mark.django_db


def test_incomplete_pictures_are_asked_for_again(django_capture_on_commit_callbacks):
    image = make_image()
    with change(None, "test"):
        Image.objects.update(is_complete=False)
    assert rescue_jobs() == 1
    image.refresh_from_db()
    assert image.is_complete
    assert rescue_jobs() == 0


def test_what_an_older_site_lacks_is_counted_before_the_first_job():
    FilmFactory()
    TranslationState.objects.all().delete()
    put_in_order()
    assert TranslationState.objects.values("language").distinct().count() == 2
