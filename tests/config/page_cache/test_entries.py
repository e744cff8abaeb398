"""Memory is bounded, what is old is not shown, and each page has one maker."""

from threading import Event, Thread

from config.page_cache.bodies import make_page
from config.page_cache.entries import Entries, Entry, Makers

PAGE = make_page([], b"x" * 8000)
SIZE = PAGE.size
NOW = 100.0


def put(entries, *keys, version=1, until=200.0, page=PAGE):
    for key in keys:
        entries.put(key, Entry(page, version, until))


def found(entries, *keys, version=1, now=NOW):
    return "".join(key for key in keys if entries.find(key, version, now))


def test_page_is_found_while_version_and_time_fit():
    entries = Entries(SIZE * 100)
    put(entries, "a")
    assert found(entries, "a", "b") == "a"
    assert found(entries, "a", now=199.9) == "a"
    assert found(entries, "a", now=200.0) == ""
    assert found(entries, "a", version=2) == ""


def test_what_was_not_asked_for_longest_goes_first():
    entries = Entries(SIZE * 16)  # twelve pages, and four with a query
    names = [chr(ord("a") + number) for number in range(12)]
    put(entries, *names)
    assert entries.used == SIZE * 12
    assert found(entries, "a") == "a"
    put(entries, "z")
    assert entries.used == SIZE * 12
    assert found(entries, *names, "z") == "acdefghijklz"


def test_pages_with_a_query_push_out_no_others():
    entries = Entries(SIZE * 40)
    put(entries, "a", "b")
    put(entries, *(f"a?page={number}" for number in range(200)))
    assert (found(entries, "a", "b"), entries.used) == ("ab", SIZE * 12)


def test_a_new_version_frees_the_memory_of_the_old():
    entries = Entries(SIZE * 100)
    put(entries, "a", "b")
    put(entries, "c", version=2)
    put(entries, "d", version=1)  # of somebody slow
    assert entries.used == SIZE
    assert found(entries, "a", "b", "c", "d", version=2) == "c"


def test_same_page_again_takes_no_more():
    entries = Entries(SIZE * 100)
    put(entries, "a", "a")
    assert entries.used == SIZE


def test_page_too_large_is_not_kept():
    entries = Entries(SIZE * 4)
    put(entries, "a")
    assert entries.used == 0


def test_others_wait_for_the_first_maker():
    makers, made, told = Makers(), [], Event()
    assert makers.begin("page") is None

    def come():
        waiting = makers.begin("page")
        told.set()
        waiting.wait(10)
        made.append(list(done))

    done = []
    thread = Thread(target=come)
    thread.start()
    told.wait(10)
    assert makers.begin("other") is None
    done.append("made")
    makers.end("page")
    thread.join(10)
    assert (made, makers.begin("page")) == ([["made"]], None)
