"""Finished pages in Redis: found by other processes, never missed when Redis is away."""

import time

import pytest

from config.page_cache.bodies import make_page
from config.page_cache.entries import Entry
from config.page_cache.shared import NotShared, RedisPages, find_shared

KEY = "http://testserver/en/"
CONTENT = b"The night ferry leaves at nine. " * 40


@pytest.fixture
def url(redis_server):
    return redis_server.new_url()


def entry(version=7, seconds=60.0):
    page = make_page([("Content-Type", "text/html"), ("Cache-Control", "no-cache")], CONTENT)
    return Entry(page, version, time.time() + seconds)


def test_page_is_found_by_another_process(url):
    made = entry()
    RedisPages(url).put(KEY, made)
    assert RedisPages(url).find(KEY, 7) == made


def test_page_of_another_version_address_or_site_is_not(url, settings):
    RedisPages(url).put(KEY, entry())
    pages = RedisPages(url)
    assert (pages.find(KEY, 8), pages.find(f"{KEY}films/", 7)) == (None, None)
    settings.SITE_URL = "https://other.example"
    assert pages.find(KEY, 7) is None


def test_page_goes_when_its_time_is_over(url):
    pages = RedisPages(url)
    pages.put(KEY, entry(seconds=3600))
    (name,) = pages._redis.keys("*")
    assert 3_500_000 < pages._redis.pttl(name) <= 3_600_000
    pages.put(f"{KEY}old/", entry(seconds=-1))
    assert pages._redis.dbsize() == 1


@pytest.mark.parametrize("cut", [slice(0, 40), slice(0, -1), slice(1, None)])
def test_page_that_is_not_whole_does_not_count(url, cut):
    pages = RedisPages(url)
    pages.put(KEY, entry())
    (name,) = pages._redis.keys("*")
    pages._redis.set(name, pages._redis.get(name)[cut])
    assert pages.find(KEY, 7) is None


def test_redis_that_is_away_is_left_alone_and_found_again(redis_server, url, monkeypatch):
    pages, made = RedisPages(url), entry()
    redis_server.stop()
    try:
        pages.put(KEY, made)
        assert pages.find(KEY, 7) is None
    finally:
        redis_server.start()
    assert pages.find(KEY, 7) is None
    monkeypatch.setattr(pages, "_pause_until", 0.0)
    pages.put(KEY, made)
    assert pages.find(KEY, 7) == made


def test_redis_that_hangs_is_asked_once(redis_server, url):
    pages = RedisPages(url)
    redis_server.pause()
    try:
        assert pages.find(KEY, 7) is None
        # Left alone from now on: it would hang again.
        assert pages._pause_until > time.monotonic()
    finally:
        redis_server.go_on()


def test_settings_say_whether_pages_are_shared(settings, url):
    assert isinstance(find_shared(), NotShared)
    backend = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": [url]}}
    shared = find_shared()
    shared.put(KEY, entry())
    assert shared.find(KEY, 7) is not None
