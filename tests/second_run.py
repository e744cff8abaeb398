"""The second run of the suite: on PostgreSQL, Redis and an S3-compatible store (tests/servers.py).

What runs twice is what asks database, cache or storage. A test that starts processes or brings a
site of its own chooses these itself, and proves the same each time.
"""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

# The name of a database in which the migrations have run.
TEMPLATE = "EMPTY_DATABASE"
# Who asks for one of these starts processes of their own, or one of the servers.
OWN_SITE = {"empty_site", "migrated", "object_store", "postgres", "program", "redis_server"}
OWN_FOLDERS = ("bad_input", "bench", "browser", "deploy", "fuzz", "house", "soak")


def is_on() -> bool:
    return TEMPLATE in os.environ


def is_asked_twice(item) -> bool:
    """Tell whether a test belongs to the second run."""
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    names = set(item.fixturenames)
    if folder in OWN_FOLDERS or names & OWN_SITE or item.get_closest_marker("one_machine"):
        return False
    return folder == "assets" or "db" in names or bool(item.get_closest_marker("django_db"))


def keep_workers_apart() -> None:
    """Give this worker keys of its own in Redis."""
    settings.CACHES["default"]["KEY_PREFIX"] = os.environ.get("PYTEST_XDIST_WORKER", "")


def place_in_store(url: str, name: str) -> dict[str, object]:
    """Return the entry of `STORAGES` for a folder of its own in the store."""
    return {"BACKEND": "tests.second_run.open_place", "OPTIONS": {"url": url, "name": name}}


def open_place(url: str, name: str):
    """Return the storage of one test; its clients are those of the test before."""
    store = _open_store(url)
    store.location = name
    return store


@lru_cache
def _open_store(url: str):
    from assets.object_store.storage import ObjectStore  # loads Amazon's library

    return ObjectStore(url)
