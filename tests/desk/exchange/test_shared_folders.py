"""The folders of a real company, out and in again, where they lie beside the project."""

from pathlib import Path

import pytest
from django.conf import settings

from desk.importing.folder import read_folder
from desk.loading import LoadOptions, load_folder
from editorial.models import Record
from pages.addresses import reserved_words
from tests.desk.exchange.test_round_trip import come_back

CONTENT = Path(settings.BASE_DIR).parent / "shared" / "content"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CONTENT.is_dir(), reason="no company's folder is here"),
]


def test_real_folders_come_back_byte_equal(tmp_path, settings):
    # The sizes are made by the worker; here only what was uploaded counts.
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks.backends.dummy.DummyBackend",
            "QUEUES": ["default", "media"],
        }
    }
    folder = read_folder(
        CONTENT, ["en", "de"], default_language="en", reserved_slugs=reserved_words()
    )
    load_folder(folder, LoadOptions(is_publishing=True))
    assert Record.objects.filter(kind="film").count() == 14
    come_back(tmp_path)
