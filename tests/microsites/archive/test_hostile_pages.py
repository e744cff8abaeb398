"""Pages made to keep a reader busy: every request of a visitor looks into them."""

from time import process_time

import pytest

from microsites.archive.links import Link, find_links, find_style_links, take_apart
from microsites.archive.texts import decode, has_viewport

# Seconds of computing; what is read in one pass takes hundredths of this.
SOON = 3
HALF_MEGABYTE = 512 * 1024


def fill(piece: str) -> str:
    return piece * (HALF_MEGABYTE // len(piece))


@pytest.mark.parametrize(
    "page",
    [
        "<meta name=" + fill(" "),
        "<meta name" + fill(" "),
        fill("<meta name="),
        fill("<meta"),
    ],
)
def test_looking_for_a_viewport_ends_soon(page):
    begin = process_time()
    assert not has_viewport(page.encode())
    assert process_time() - begin < SOON


@pytest.mark.parametrize(
    "page",
    [
        fill("<script></script>"),
        fill("<!---->"),
        fill("<!--"),
        fill("<script>"),
        "<style>" + fill("/* "),
        fill("<a "),
        fill("<a href='"),
        fill("<style>"),
    ],
)
def test_looking_for_links_ends_soon(page):
    begin = process_time()
    assert list(find_links(page)) == []
    assert process_time() - begin < SOON


def test_remarks_and_scripts_are_taken_out_in_whatever_order():
    page = "a<script>1</script>b<!-- <script>2</script> -->c<script>3</script><!-- x"
    assert take_apart(page) == ("a<script></script>bc<script></script>", ["1", "3"])


def test_remarks_of_styles_load_nothing():
    style = "/* url(a.png) */ url(b.png) /**/ url(c.png) /* url(d.png)"
    assert [*find_style_links(style)] == [Link("style", n, True) for n in ("b.png", "c.png")]


@pytest.mark.parametrize("name", ["idna", "undefined", "punycode", "zlib", "no-such", "utf-7"])
def test_charsets_that_no_page_has_are_read_as_the_usual_one(name):
    page = f"<meta charset={name}>".encode() + b"\xff"
    assert decode(page) == f"<meta charset={name}>ÿ"


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("windows-1251", b"\xd4", "Ф"),
        ("iso-8859-15", b"\xa4", "€"),
        ("Shift_JIS", b"\x83\x65", "テ"),
        ("koi8-r", b"\xc6", "ф"),
    ],
)
def test_old_charsets_are_read(name, data, text):
    assert decode(f"<meta charset={name}>".encode() + data).endswith(f">{text}")
