"""Finished pages in Redis, for all processes and machines; without it each makes its own.

What is found there is right because its key names code, content version and address. Redis is no
authority on anything: the version comes from the database.
"""

import hashlib
import json
import logging
import time
from typing import Any, Protocol

from django.conf import settings

from config.page_cache.bodies import PLAIN, build_page
from config.page_cache.entries import Entry
from pages.code_version import code_version

log = logging.getLogger(__name__)
BACKEND = "django.core.cache.backends.redis.RedisCache"
# Making a page takes some milliseconds: whoever answers later is no help.
TIMEOUT_SECONDS = 0.1
PAUSE_SECONDS = 5.0
LONGEST = 24 * 3600  # seconds


class Shared(Protocol):
    def find(self, key: str, version: int) -> Entry | None: ...
    def put(self, key: str, entry: Entry) -> None: ...


class NotShared:
    """One process, or no Redis."""

    def find(self, key: str, version: int) -> Entry | None:
        return None

    def put(self, key: str, entry: Entry) -> None:
        """Nobody else would find it."""


class RedisPages:
    """Redis at this address; after an error it is left alone for some seconds."""

    def __init__(self, address: str) -> None:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        self._redis: Any = redis.Redis.from_url(
            address, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )  # fmt: skip
        self._pause_until = 0.0

    def find(self, key: str, version: int) -> Entry | None:
        found = self._try("get", _name(key, version))
        return _unpack(found, version) if found else None

    def put(self, key: str, entry: Entry) -> None:
        milliseconds = int(min(LONGEST, entry.until - time.time()) * 1000)
        if milliseconds > 0:
            self._try("set", _name(key, entry.version), _pack(entry), px=milliseconds)

    def _try(self, command: str, *values: Any, **options: Any) -> Any:
        if time.monotonic() < self._pause_until:
            return None
        try:
            return getattr(self._redis, command)(*values, **options)
        except Exception as error:  # of the client, of the socket, of the resolver
            log.warning("The page cache goes on without Redis: %r", error)
            self._pause_until = time.monotonic() + PAUSE_SECONDS
            return None


def find_shared() -> Shared:
    """Return what the settings name as shared cache."""
    cache = settings.CACHES["default"]
    if cache["BACKEND"] != BACKEND:
        return NotShared()
    places = cache["LOCATION"]
    return RedisPages(places if isinstance(places, str) else places[0])


def _name(key: str, version: int) -> str:
    """Return the key of one page of one site: several may use the same Redis."""
    site = (settings.SECRET_KEY, settings.SITE_URL, str(settings.DATABASES["default"]["NAME"]))
    whole = "\n".join((*site, code_version(), str(version), key))
    return f"lichtspiel-page:{hashlib.sha256(whole.encode()).hexdigest()}"


def _pack(entry: Entry) -> bytes:
    bodies = entry.page.bodies
    about = {
        "until": entry.until,
        "headers": bodies[PLAIN].headers,
        "lengths": {code: len(body.content) for code, body in bodies.items()},
    }
    contents = (body.content for body in bodies.values())
    return b"\n".join((json.dumps(about).encode(), b"".join(contents)))


def _unpack(packed: bytes, version: int) -> Entry | None:
    """Return the page; None if it is not whole."""
    first, _, rest = packed.partition(b"\n")
    try:
        about = json.loads(first)
        headers = [(str(name), str(value)) for name, value in about["headers"]]
        contents, place = {}, 0
        for code, length in about["lengths"].items():
            contents[code] = rest[place : place + length]
            place += length
        is_whole = place == len(rest) and PLAIN in contents
        return Entry(build_page(headers, contents), version, about["until"]) if is_whole else None
    except (ValueError, KeyError, TypeError):
        return None
