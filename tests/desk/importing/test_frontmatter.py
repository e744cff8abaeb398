import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.importing.frontmatter import FrontMatterError, read_front_matter


def read(text):
    return read_front_matter(text.encode(), "films/x.md")


def fail(data):
    with pytest.raises(FrontMatterError) as caught:
        read_front_matter(data if isinstance(data, bytes) else data.encode(), "films/x.md")
    return caught.value.problem


def test_values_lines_and_body_are_read():
    front = read("---\ntitle: Night Ferry\ncast:\n  - Anna Ufer\n  - role: A\n---\nBody\n")

    assert front.values == {"title": "Night Ferry", "cast": ["Anna Ufer", {"role": "A"}]}
    assert front.lines[("title",)] == 2
    assert front.lines[("cast",)] == 3
    assert front.lines[("cast", 0)] == 4
    assert front.lines[("cast", 1, "role")] == 5
    assert front.body == "Body\n"
    assert front.body_line == 7


def test_every_scalar_stays_the_text_that_was_written():
    front = read("---\na: NO\nb: 1:30:00\nc: 2026-03-29\nd: 007\ne: 'null'\nf: 1e3\ng: ''\n---\n")

    assert front.values == {
        "a": "NO",
        "b": "1:30:00",
        "c": "2026-03-29",
        "d": "007",
        "e": "null",
        "f": "1e3",
        "g": "",
    }


def test_plain_empty_null_and_tilde_are_none():
    assert read("---\na:\nb: null\nc: ~\n---\n").values == {"a": None, "b": None, "c": None}


def test_empty_front_matter_is_an_empty_mapping():
    assert read("---\n---\nBody").values == {}


def test_bom_and_windows_line_ends_are_tolerated():
    front = read_front_matter(b"\xef\xbb\xbf---\r\ntitle: X\r\n---\r\nOne\r\nTwo\r\n", "x.md")

    assert front.values == {"title": "X"}
    assert front.body == "One\nTwo\n"


def test_a_rule_after_the_closing_fence_belongs_to_the_body():
    assert read("---\ntitle: X\n---\n---\n\nText").body == "---\n\nText"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"---\ntitle: Gr\xfc\xdfe\n---\n", 2, "Latin-1"),
        ("---\ntitle: X\n---\n".encode("utf-16"), 1, "UTF-16"),
        (b"---\ntitle: X\n---\n\x00\x01", 4, "binary"),
        (b"Just text\n", 1, "no front matter"),
        (b"", 1, "no front matter"),
        (b"+++\ntitle = 'X'\n+++\n", 1, "TOML"),
        (b"---\ntitle: X\nText without end\n", 1, "not closed"),
        (b"---\ntitle: X\ntitle: Y\n---\n", 3, "stands twice"),
        (b"---\ntitle: &a X\n---\n", 2, "Anchors"),
        (b"---\ntitle: *a\n---\n", 2, "aliases"),
        (b"---\ntitle: !!python/object/apply:os.system ['ls']\n---\n", 2, "tags"),
        (b"---\ntitle: !x Y\n---\n", 2, "tags"),
        (b"---\n? [a]\n: b\n---\n", 2, "A key must be a word"),
        (b"---\n~: b\n---\n", 2, "A key must be a word"),
        (b"---\n- a\n---\n", 2, "found a list"),
        (b"---\nonly words\n---\n", 2, "found plain text"),
        (b"---\ntitle: a: b\n---\n", 2, "not valid YAML"),
        (b"---\ntitle: 'a\n---\n", 2, "not valid YAML"),
        (b'---\ntitle: "a\\0b"\n---\n', 2, "control character"),
        (b'---\ntitle: "\\ud800"\n---\n', 2, "control character"),
        (b'---\ntitle: "\\UFFFFFFFF"\n---\n', None, "not valid YAML"),
    ],
)
def test_broken_front_matter_is_refused_with_line_and_reason(data, line, words):
    problem = fail(data)

    assert problem.file == "films/x.md"
    assert problem.line == line
    assert problem.is_fatal is True
    assert words in problem.message


def test_a_file_over_one_megabyte_is_refused():
    assert "1000001 bytes" in fail(b"x" * 1_000_001).message


def test_a_body_over_the_limit_is_refused():
    problem = fail("---\ntitle: X\n---\n" + "x" * 250_001)

    assert (problem.line, "250001 characters" in problem.message) == (4, True)


@pytest.mark.parametrize(
    "front",
    [
        "title: " + "[" * 20_000,
        "title: " + "[" * 20_000 + "]" * 20_000,
        "a: &a [x,x,x]\n" + "\n".join(f"b{i}: &b{i} [*a,*a,*a,*a]" for i in range(100)),
        "\n".join(f"k{i}: v" for i in range(15_000)),
        "- " * 50_000,
        "{" * 50_000,
    ],
)
def test_a_hostile_file_fails_fast_and_cheaply(front):
    tracemalloc.start()

    problem = fail(f"---\n{front}\n---\n")

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert problem.is_fatal is True
    assert peak < 200_000_000


@given(st.text(max_size=300))
def test_no_text_raises_anything_but_a_front_matter_error(text):
    try:
        front = read_front_matter(f"---\n{text}\n---\nBody".encode("utf-8", "replace"), "x.md")
    except FrontMatterError as error:
        assert error.problem.message
    else:
        assert isinstance(front.values, dict)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_front_matter_error(data):
    try:
        read_front_matter(data, "x.md")
    except FrontMatterError as error:
        assert error.problem.file == "x.md"
