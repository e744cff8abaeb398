"""The worker picks up what a killed one has left."""

import pytest

from assets.models import Image
from desk.management.commands.work import rescue_jobs
from editorial.changes import change
from tests.factories import make_image

pytestmark = pytest.mark.django_db


def test_incomplete_pictures_are_asked_for_again(django_capture_on_commit_callbacks):
    image = make_image()
    with change(None, "test"):
        Image.objects.update(is_complete=False)
    assert rescue_jobs() == 1
    image.refresh_from_db()
    assert image.is_complete
    assert rescue_jobs() == 0
