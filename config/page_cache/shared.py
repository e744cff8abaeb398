"""Finished pages in Redis, for all processes and machines; without it each makes its own.

What is found there is right because its key names code, content version and address. Redis is no
authority on anything: the version comes from the database.
"""

import hashlib
import time
from typing import Protocol

from django.conf import settings
from django.core.cache import caches

from config.page_cache.bodies import PLAIN, build_page
from config.page_cache.entries import Entry
from pages.code_version import code_version

BACKEND = "config.shared_cache.SharedCache"
LONGEST = 24 * 3600  # seconds


class Shared(Protocol):
    def find(self, key: str, version: int) -> Entry | None:
        """Return what another process has made."""

    def put(self, key: str, entry: Entry) -> None:
        """Let others find it."""


class NotShared:
    """One process, or no Redis."""

    def find(self, key: str, version: int) -> Entry | None:
        return None

    def put(self, key: str, entry: Entry) -> None:
        return None


class SharedPages:
    """Pages in Django's cache, of which nobody waits for a Redis that is away."""

    def find(self, key: str, version: int) -> Entry | None:
        found = caches["default"].get(_name(key, version))
        if found is None:
            return None
        until, headers, contents = found
        return Entry(build_page(headers, contents), version, until)

    def put(self, key: str, entry: Entry) -> None:
        seconds = min(LONGEST, int(entry.until - time.time()))
        if seconds > 0:
            bodies = entry.page.bodies
            contents = {code: body.content for code, body in bodies.items()}
            value = (entry.until, bodies[PLAIN].headers, contents)
            caches["default"].set(_name(key, entry.version), value, seconds)


def find_shared() -> Shared:
    """Return what the settings name as shared cache."""
    return SharedPages() if settings.CACHES["default"]["BACKEND"] == BACKEND else NotShared()


def _name(key: str, version: int) -> str:
    """Return the key of one page of one site: several may use the same Redis."""
    site = (settings.SECRET_KEY, settings.SITE_URL, str(settings.DATABASES["default"]["NAME"]))
    whole = "\n".join((*site, code_version(), str(version), key))
    return f"page-{hashlib.sha256(whole.encode()).hexdigest()}"
