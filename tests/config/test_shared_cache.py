from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache, caches

BACKEND = "config.shared_cache.SharedCache"


@pytest.fixture
def shared_cache(redis_server, settings):
    settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": redis_server.new_url()}}
    yield redis_server
    if redis_server.process is None:
        redis_server.start()


def is_over():
    """Let the pause after an outage be over."""
    cache._outage._until = 0


def test_cache_keeps_what_it_is_told(shared_cache):
    cache.set("a", {"b": [1, 2]}, 60)
    cache.set_many({"c": 1, "d": 2}, 60)

    assert cache.get("a") == {"b": [1, 2]}
    assert cache.get_many(["c", "d", "e"]) == {"c": 1, "d": 2}
    assert (cache.add("a", 1), cache.add("f", 1)) == (False, True)
    assert (cache.incr("c"), cache.has_key("f"), cache.delete("f")) == (2, True, True)
    assert cache.get("f", "gone") == "gone"
    cache.clear()
    assert cache.get("a") is None


def test_without_redis_nothing_is_found_and_nothing_fails(shared_cache, caplog):
    cache.set("a", 1, 60)
    shared_cache.stop()

    cache.set("b", 2)
    cache.set_many({"c": 3})
    cache.delete_many(["c"])

    assert (cache.get("a"), cache.get("b", 5), cache.get_many(["a", "b"])) == (None, 5, {})
    assert (cache.has_key("a"), cache.touch("a"), cache.delete("a")) == (False, False, False)
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")
    assert [r.levelname for r in caplog.records if r.name == "editorial.outage"] == ["ERROR"]


def test_code_that_was_used_stays_used_while_redis_is_away(shared_cache):
    assert cache.add("used-before", True, 60)
    shared_cache.stop()

    assert not cache.add("used-before", True, 60)
    assert cache.add("used-now", True, 60)
    assert not cache.add("used-now", True, 60)


def test_lock_that_was_given_back_is_free_while_redis_is_away(shared_cache):
    cache.add("lock", True, 60)
    shared_cache.stop()

    cache.delete("lock")

    assert cache.add("lock", True, 60)


def test_redis_that_comes_back_is_used_again(shared_cache):
    shared_cache.stop()
    cache.set("a", 1)
    shared_cache.start()
    is_over()

    cache.set("a", 2)

    assert cache.get("a") == 2


def test_redis_that_was_restarted_meanwhile_is_no_outage(shared_cache, caplog):
    cache.set("a", 1)
    shared_cache.stop()
    shared_cache.start()

    cache.set("a", 2)

    assert cache.get("a") == 2
    assert [r for r in caplog.records if r.name == "editorial.outage"] == []


def test_redis_that_hangs_is_waited_for_once(shared_cache, monkeypatch):
    cache.set("a", 1)
    waits, get = [], cache._cache.get
    monkeypatch.setattr(cache._cache, "get", lambda *args: waits.append(args) or get(*args))
    shared_cache.pause()
    try:
        found = [cache.get("a") for _ in range(20)]
    finally:
        shared_cache.go_on()

    assert (found, len(waits)) == ([None] * 20, 1)
    is_over()
    assert cache.get("a") == 1


def test_outage_is_known_to_all_threads(shared_cache):
    shared_cache.stop()
    cache.get("a")

    with ThreadPoolExecutor(1) as threads:
        asks = threads.submit(lambda: caches["default"]._outage.may_ask())

    assert not asks.result()


def test_socket_in_a_file_is_a_place_too(redis_server, settings, tmp_path):
    settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": f"unix://{tmp_path}/no.sock"}}

    assert cache.get("a", "nothing") == "nothing"
