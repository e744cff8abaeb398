"""Lists of redirects as text."""

import pytest

from pages.redirecting.listing import read_list, write_list
from pages.redirecting.rules import Rule

RULES = [
    Rule("/filme/alt.html", "", False, "/de/faehre/"),
    Rule("/index.php", "film=3&lang=de", False, "/de/faehre/"),
    Rule("/presse/", "", True, "/de/press/"),
    Rule("/100%/a,b", "", False, "/de/ä/"),
]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("header", ["", "old{0}new\n", "Alte Adresse{0}Neue Adresse\n"])
def test_every_usual_table_is_read(separator, header):
    text = f"\ufeff{header.format(separator)}/alt.html{separator}/de/faehre/\r\n\r\n"
    text += f"/presse/*{separator}/de/press/\r\n"
    lines, problems = read_list(text)
    assert [line.rule for line in lines] == [
        Rule("/alt.html", "", False, "/de/faehre/"), RULES[2],
    ]  # fmt: skip
    assert problems == []


def test_what_was_written_is_read_back():
    lines, problems = read_list(write_list(RULES))
    assert ([line.rule for line in lines], problems) == (RULES, [])


def test_a_bad_line_is_named_and_the_others_stay():
    text = "/a,/en/a/\n/b\n,/en/\nfilms,/en/\n/c,https://other.example/\n\n/d,/en/d/\n"
    lines, problems = read_list(text)
    assert [line.number for line in lines] == [1, 7]
    two = "Expected an old and a new address, separated by comma, semicolon or tab."
    path = "Write a path on this site that begins with one slash."
    assert [(p.number, p.what, p.message) for p in problems] == [
        (2, "/b", two), (3, "/en/", two), (4, "films", path), (5, "https://other.example/", path),
    ]  # fmt: skip


def test_an_endless_address_is_refused():
    _lines, [problem] = read_list(f"/{'a' * 300},/en/")
    assert problem.message == "An address has at most 250 characters."
