"""What a case has broken is seen, and what it takes away comes back."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from assets.naming import original_name_of
from tests.bad_input.soundness import broken_files, taken_away
from tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def name() -> str:
    image = make_image(width=64, height=48)
    return original_name_of(image.sha256, image.extension)


def test_missing_and_damaged_files_are_seen(name):
    whole = broken_files()
    default_storage.delete(name)
    missing = broken_files()
    default_storage.save(name, ContentFile(b"something else"))
    assert (whole, missing, broken_files()) == (set(), {name}, {name})


def test_what_is_taken_away_comes_back(name):
    with taken_away([name]):
        assert not default_storage.exists(name)
        default_storage.save(name, ContentFile(b"something else"))
    assert broken_files() == set()
