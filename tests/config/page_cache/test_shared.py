"""Finished pages in Redis: found by other processes, never missed when Redis is away."""

import time

import pytest
from django.core.cache import caches

from config.page_cache.bodies import make_page
from config.page_cache.entries import Entry
from config.page_cache.shared import BACKEND, NotShared, find_shared
from tests.programs import run

KEY = "http://testserver/en/"
CONTENT = b"The night ferry leaves at nine. " * 40


@pytest.fixture
def url(redis_server, settings):
    """The address of an empty Redis, which is the cache of the site."""
    url = redis_server.new_url()
    settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": url}}
    return url


def entry(version=7, seconds=60.0):
    page = make_page([("Content-Type", "text/html"), ("Cache-Control", "no-cache")], CONTENT)
    return Entry(page, version, time.time() + seconds)


def forget_connections():
    """Ask as another process would."""
    del caches["default"]


def test_page_is_found_by_another_process(url):
    made = entry()
    find_shared().put(KEY, made)
    forget_connections()
    assert find_shared().find(KEY, 7) == made


def test_page_of_another_version_address_or_site_is_not(url, settings):
    pages = find_shared()
    pages.put(KEY, entry())
    assert (pages.find(KEY, 8), pages.find(f"{KEY}films/", 7)) == (None, None)
    settings.SITE_URL = "https://other.example"
    assert pages.find(KEY, 7) is None


def test_page_goes_when_its_time_is_over(url):
    pages = find_shared()
    pages.put(KEY, entry(seconds=3600))
    pages.put(f"{KEY}old/", entry(seconds=0.5))
    (name,) = run("redis-cli", "-u", url, "keys", "*").stdout.split()
    assert 3500 < int(run("redis-cli", "-u", url, "ttl", name).stdout) <= 3600


def test_redis_that_is_away_is_no_page(redis_server, url):
    pages = find_shared()
    redis_server.stop()
    try:
        pages.put(KEY, entry())
        assert pages.find(KEY, 7) is None
    finally:
        redis_server.start()


def test_without_redis_nothing_is_shared(settings):
    pages = find_shared()
    pages.put(KEY, entry())
    assert (isinstance(pages, NotShared), pages.find(KEY, 7)) == (True, None)
