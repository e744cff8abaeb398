"""Which redirect answers an address, and where it leads."""

import time

import pytest

from pages.redirecting.rules import Rule, Rules, lead


def rule(old, new="/en/", query="", is_prefix=False):
    return Rule(old, query, is_prefix, new)


def find(path, query="", *rules):
    found = Rules(rules).find(path, query)
    return found.new_path if found else None


def test_the_address_as_typed_comes_before_its_likes():
    rules = (rule("/Film.html", "/en/a/"), rule("/film.html", "/en/b/"))
    assert find("/film.html", "", *rules) == "/en/b/"
    assert find("/FILM.html", "", *rules) == "/en/a/"


@pytest.mark.parametrize(
    "path", ["/filme/fähre", "/Filme/FÄHRE/", "/filme/fähre.html", "/filme/fähre/index.html",
             "/filme/fähre/index.php", "/filme/fähre/default.aspx"]
)  # fmt: skip
def test_what_old_servers_did_not_mind_is_not_minded(path):
    assert find(path, "", rule("/filme/fähre.htm", "/de/faehre/")) == "/de/faehre/"


def test_another_address_is_another():
    assert find("/filme/faehren", "", rule("/filme/faehre")) is None


def test_the_rule_that_names_most_of_the_query_comes_first():
    rules = (
        rule("/index.php", "/en/"),
        rule("/index.php", "/en/ferry/", "film=3"),
        rule("/index.php", "/de/faehre/", "lang=de&film=3"),
    )
    assert find("/index.php", "film=4", *rules) == "/en/"
    assert find("/index.php", "film=3&utm_source=letter", *rules) == "/en/ferry/"
    assert find("/index.php", "film=3&lang=de", *rules) == "/de/faehre/"


def test_a_rule_with_a_query_does_not_answer_without_it():
    assert find("/index.php", "", rule("/index.php", query="film=3")) is None


def test_the_longest_rule_for_everything_below_counts():
    rules = (
        rule("/filme", "/de/films/", is_prefix=True),
        rule("/filme/kurz/", "/de/short/", is_prefix=True),
        rule("/filme/kurz/a.html", "/de/a/"),
    )
    assert find("/filme/x", "", *rules) == "/de/films/"
    assert find("/Filme/Kurz/x", "", *rules) == "/de/short/"
    assert find("/filme/kurz/a.html", "", *rules) == "/de/a/"
    assert find("/filmemacher", "", *rules) is None


@pytest.mark.parametrize(
    ("old", "new", "path", "address"),
    [
        ("/filme/", "/de/", "/filme/faehre", "/de/faehre/"),
        ("/filme", "/de/films/", "/filme", "/de/films/"),
        ("/bilder", "/media", "/bilder/a/ä b.jpg", "/media/a/%C3%A4%20b.jpg"),
        # A browser takes two slashes, or a backslash, for another site.
        ("/filme", "/", "/filme//evil.example", "/evil.example"),
        ("/filme", "/", "/filme/\\evil.example", "/%5Cevil.example"),
    ],
)
def test_what_follows_is_put_behind_the_new_address(old, new, path, address):
    assert lead(rule(old, new, is_prefix=True), path) == address


def test_a_target_is_written_for_a_header():
    assert lead(rule("/a", "/de/fähre/?b=%20c"), "/a") == "/de/f%C3%A4hre/?b=%20c"


def test_a_query_with_too_many_parts_asks_for_nothing():
    rules = (rule("/a", "/en/"), rule("/a", "/en/ferry/", "id=7"))
    assert find("/a", "id=7" + 199 * "&", *rules) == "/en/ferry/"
    assert find("/a", "id=7" + 200 * "&", *rules) == "/en/"


@pytest.mark.parametrize(
    "odd", [rule("/a", query=220 * "&"), rule("/a", "//other.example/"), rule("/a", "javascript:x")]
)
def test_a_rule_that_is_not_sound_never_answers(odd):
    assert find("/a", "", odd) is None


def test_thousands_of_queries_of_one_path_are_placed_quickly():
    rules = [rule("/old", f"/en/{number}/", f"id={number}") for number in range(6000)]
    start = time.process_time()
    ready = Rules(rules)
    # Sorting after each one took three seconds.
    assert time.process_time() - start < 1
    assert ready.find("/old", "id=5999") == rules[-1]
