"""The page cache around the WSGI application."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from config.page_cache.answers import Answer
from config.page_cache.bodies import StartResponse, send_page
from config.page_cache.entries import Entries, Entry, Makers
from config.page_cache.requests import Environ, Requests, plain
from config.page_cache.shared import Shared, find_shared
from config.page_cache.turning import Turning
from config.page_cache.versions import PostgresSource, Source, SqliteSource, Versions
from desk.backup.databases import is_in_memory
from desk.backup.maintenance import find_notice

MEGABYTE = 1024 * 1024
# Whoever waits longer for somebody else's page asks for it himself.
PATIENCE_SECONDS = 10


def with_page_cache(application: Any) -> Any:
    """Return the application with its cache; as it is where there can, or shall, be none."""
    source = find_source()
    if settings.DEBUG or settings.PAGE_CACHE_MB <= 0 or source is None:
        return application
    # SQLite says at no cost that nothing has changed.
    lag = 0 if connection.vendor == "sqlite" else settings.PAGE_CACHE_LAG
    versions = Versions(source, find_notice(), lag)
    # From now on SQLite's shared memory is there, also if the disk should be full one day.
    versions.read()
    return PageCache(application, versions, find_shared(), settings.PAGE_CACHE_MB * MEGABYTE)


def find_source() -> Source | None:
    """Return where the content version is read; None for a database that only Django reaches."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "postgresql":
        return PostgresSource(connection.get_connection_params)
    if connection.vendor == "sqlite" and not is_in_memory(name):
        return SqliteSource(Path(name))
    return None


class PageCache:
    """Answers what anybody may see and was seen before; Django answers everything else."""

    def __init__(self, application: Any, versions: Versions, shared: Shared, size: int) -> None:
        """`size` in bytes."""
        self.application, self.versions, self.shared = application, versions, shared
        self.entries, self.makers = Entries(size), Makers()
        self._requests, self._turning = Requests(), Turning()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._requests.key_of(environ)
        version = None if key is None else self.versions.read()
        if key is None or version is None:
            return self.application(environ, start_response)  # type: ignore[no-any-return]
        entry = self.entries.find(key, version, time.time())
        if entry is not None:
            return send_page(entry.page, environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)  # type: ignore[no-any-return]
        return self._find_or_make(key, version, environ, start_response)

    def _find_or_make(
        self, key: str, version: int, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Let one make the page; the others wait, and take what was made if it is still right."""
        others = self.makers.begin((key, version))
        if others is None:
            try:
                return self._share_or_make(key, version, environ, start_response)
            finally:
                self.makers.end((key, version))
        others.wait(PATIENCE_SECONDS)
        number = self.versions.read()
        entry = None if number is None else self.entries.find(key, number, time.time())
        if entry is not None:
            return send_page(entry.page, environ, start_response)
        if number is not None and number != version:
            # Of the page that is right now there is one maker, too.
            return self._find_or_make(key, number, environ, start_response)
        return self._make(key, number, environ, start_response)

    def _share_or_make(
        self, key: str, version: int, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        entry = self.shared.find(key, version)
        if entry is None or entry.until <= time.time():
            return self._make(key, version, environ, start_response)
        self.entries.put(key, entry)
        return send_page(entry.page, environ, start_response)

    def _make(
        self, key: str, version: int | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Have Django answer, and keep that if nothing has changed since it was asked."""
        answer = Answer(self.application, plain(environ, key))
        try:
            entry = self._entry(answer, version) if version is not None else None
        except BaseException:
            answer.close()
            raise
        if entry is None:
            return answer.send(start_response)
        answer.close()
        self.entries.put(key, entry)
        self.shared.put(key, entry)
        return send_page(entry.page, environ, start_response)

    def _entry(self, answer: Answer, version: int) -> Entry | None:
        """Return what is to be kept. Raises nothing that the database does."""
        if not answer.is_for_all:
            return None
        try:
            until = self._turning.after(version)
        except DatabaseError:
            return None
        if self.versions.read(is_exact=True) != version:
            return None
        return Entry(answer.page(), version, until)
