"""The storage of the site is a place in a real S3-compatible server."""

import pytest
from django.core.files.storage import default_storage

BACKEND = "assets.object_store.storage.ObjectStore"


@pytest.fixture
def shared_store(object_store, settings):
    """Return the server; `default_storage` keeps its files there."""
    keep_in(settings, object_store.new_url())
    return object_store


def keep_in(settings, url):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": BACKEND, "OPTIONS": {"secret_url": url}},
    }
    assert default_storage.__class__.__name__ == "ObjectStore"
