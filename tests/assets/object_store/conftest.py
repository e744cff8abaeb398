"""The storage of the site is a place in a real S3-compatible server."""

import pytest
from django.core.files.storage import default_storage

BACKEND = "assets.object_store.storage.ObjectStore"


@pytest.fixture
def shared_store(object_store, settings):
    """Return the server; `default_storage` keeps its files there."""
    keep_in(settings, object_store.new_url())
    return object_store


@pytest.fixture
def requests(shared_store):
    """The methods of what the storage asks the server, one after the other."""
    asked = []
    events = default_storage._asking.meta.events
    events.register("before-send", lambda request, **_more: asked.append(request.method))
    return asked


def keep_in(settings, url):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": BACKEND, "OPTIONS": {"secret_url": url}},
    }
    assert default_storage.__class__.__name__ == "ObjectStore"
