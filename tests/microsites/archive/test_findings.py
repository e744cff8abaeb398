"""What the report finds in an old site, page by page."""

import random
import time

import pytest

from assets.sites import accept_site, store_site
from microsites.archive.findings import examine
from microsites.archive.former import find_former
from microsites.archive.links import find_links, find_style_links
from microsites.archive.places import is_mounted
from microsites.archive.reporting import make_report, summarise
from microsites.archive.texts import ADDED_VIEWPORT, add_viewport, charset_of, decode
from tests.assets.sites.zips import make_zip

# So much that cannot be packed that nothing is taken for a bomb.
NOISE = random.Random(1).randbytes(60_000)
PHONE = b'<meta name="viewport" content="x">'


def found(contents: dict[str, bytes]) -> set[tuple[str, str, str]]:
    """Return (kind, page, value) of all findings but the files that nobody links."""
    findings = examine(kept(contents))
    return {(f.kind, f.page, f.value) for f in findings if f.kind != "unlinked"}


def kept(contents: dict[str, bytes]) -> str:
    accepted = accept_site(make_zip(contents), "site.zip")
    store_site(accepted)
    return accepted.sha256


def page(body: bytes) -> bytes:
    return PHONE + body


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        (b'<img src="none.png">', ("missing", "none.png")),
        (b"<img src=none.png>", ("missing", "none.png")),
        (b'<img srcset="a.png 1x, none.png 2x" src="a.png">', ("missing", "none.png")),
        (b'<body background="none.gif">', ("missing", "none.gif")),
        (b'<div style="background: url(none.png)">', ("missing", "none.png")),
        (b"<style>@import 'none.css';</style>", ("missing", "none.css")),
        (b'<img src="/template/x.png">', ("missing", "/template/x.png")),
        (b'<a href="none.html">', ("broken", "none.html")),
        (b'<a href="sub/">', ("broken", "sub/")),
        (b'<a href="/en/films/">', ("outside", "/en/films/")),
        (b'<a href="../up.html">', ("outside", "../up.html")),
        (b'<a href="OTHER.html#x">', ("case", "OTHER.html#x")),
        (b'<link rel="stylesheet" href="//fonts.example/x">', ("foreign", "fonts.example")),
        (b'<script src="http://stats.example/s.js"></script>', ("foreign", "stats.example")),
        (b'<script>load("https://a.example/x")</script>', ("foreign", "a.example")),
        (b"<script>document . cookie = 1</script>", ("storage", "document.cookie")),
        (b"<script>x(localStorage)</script>", ("storage", "localStorage")),
        (b"<form action='/send'>", ("forms", "")),
        (b'<iframe src="other.html"></iframe>', ("frames", "other.html")),
    ],
)
def test_finding_is_told_with_its_page(body, finding):
    contents = {"index.html": page(body), "other.html": page(b""), "a.png": b"x"}
    assert found(contents) == {(finding[0], "index.html", finding[1])}


@pytest.mark.parametrize(
    "body",
    [
        b'<a href="other.html?x=1#y">',
        b'<a href="./">',
        b'<a href="#top">',
        b'<img src="a.png">',
        b'<a href="mailto:a@b.example">',
        b'<a href="https://shop.example/">',
        b'<a href="%6fther.html">',
        b'<!-- <img src="none.png"> -->',
        b"<script>x = '<img src=none.png>'</script>",
        b'<link rel="canonical" href="https://old.example/">',
        b'<img src="data:image/gif;base64,R0">',
        b'<a href="javascript:void(0)">',
        b"<style>/* url(none.png) */</style>",
        b'<script>ns = "http://www.w3.org/2000/svg"</script>',
    ],
)
def test_what_works_is_not_told(body):
    contents = {"index.html": page(body), "other.html": page(b""), "a.png": b"x"}
    assert found(contents) == set()


def test_styles_and_scripts_are_read_too():
    contents = {
        "index.html": page(b'<link rel=stylesheet href=a/s.css><script src="a/x.js"></script>'),
        "a/s.css": b"p { background: url(../none.png) } h1 { background: url('here.png') }",
        "a/here.png": b"x",
        "a/x.js": b"sessionStorage.a = 1",
    }
    assert found(contents) == {
        ("missing", "a/s.css", "../none.png"), ("storage", "a/x.js", "sessionStorage"),
    }  # fmt: skip


def test_links_of_languages_are_followed_as_they_are_served():
    links = b'<img src="img/a.png"><a href="crew.html"><a href="de/index.html">'
    contents = {"en/index.html": page(links), "de/index.html": page(links), "img/a.png": b"x",
                "en/crew.html": page(b"")}  # fmt: skip
    assert found(contents) == {("broken", "de/index.html", "crew.html")}


def test_pages_without_viewport_and_files_nobody_links_are_told():
    findings = examine(kept({"index.html": b"x", "a.png": b"x", "favicon.ico": b"x"}))
    assert {(f.kind, f.page) for f in findings} == {
        ("viewport", "index.html"),
        ("unlinked", "a.png"),
    }


def test_report_counts_by_kind_and_page():
    body = page(b'<img src="1.png"><img src="2.png"><img src="1.png">')
    (group,) = make_report(examine(kept({"index.html": body, "en/index.html": body}))[:4])
    assert (group.kind, group.count, [line.values for line in group.pages]) == (
        "missing", 4, [("1.png", "2.png"), ("1.png", "2.png")],
    )  # fmt: skip
    assert summarise(examine(kept({"index.html": page(b"")}))) == "nothing to tell"


@pytest.mark.parametrize(
    "hostile",
    [
        b"<" * 500_000,
        b"<a " * 200_000,
        b'<a href="' * 100_000,
        b"<!--" * 200_000,
        b"<script>" * 60_000,
        b"<style>" * 60_000,
        b"a=" * 400_000,
        b"url(" * 200_000,
        b"/*" * 400_000,
        b"<a" + b" x=y" * 200_000,
        b"document" + b" " * 900_000,
        b"'//" + b"a." * 400_000,
        b"<meta " * 100_000,
    ],
)
def test_hostile_pages_take_no_longer_than_others(hostile):
    begin = time.process_time()
    found({"index.html": hostile, "a.css": hostile, "b.js": hostile, "noise.jpg": NOISE})
    assert time.process_time() - begin < 4


def test_former_addresses_are_read_from_links_of_pages():
    link = b'<a href="/veit/en/ferry/">a</a><a href="/en/ferry/x">b</a><a href="/x/en/other/">c</a>'
    from assets.sites import open_archive

    archive = open_archive(kept({"index.html": link}))
    rules = find_former(archive, {"en": "ferry", "de": "faehre"})
    assert [(rule.old_path, rule.new_path, rule.is_prefix) for rule in rules] == [
        ("/veit/en/ferry", "/en/ferry/", True), ("/veit/de/faehre", "/de/faehre/", True),
    ]  # fmt: skip


@pytest.mark.parametrize(("source", "mounted"), [(b"img/a.png", True), (b"../img/a.png", False)])
def test_pages_tell_where_their_folder_stood(source, mounted):
    contents = {"en/index.html": b'<img src="%s">' % source, "img/a.png": b"x"}
    assert is_mounted(kept(contents)) is mounted


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b"plain", "utf-8"),
        ("ä".encode(), "utf-8"),
        ("ä".encode("cp1252"), ""),
        (b"<meta charset=utf-8>", ""),
        (b'@charset "utf-8";', ""),
        ("ä".encode("utf-16"), ""),
    ],
)
def test_charset_is_said_only_for_utf8_that_does_not_say_it(data, charset):
    assert charset_of(data) == charset


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("ä".encode(), "ä"),
        ("ä".encode("cp1252"), "ä"),
        ("ä".encode("utf-16"), "ä"),
        (b"<meta charset=koi8-r>\xc1", "<meta charset=koi8-r>а"),
        (b"<meta charset=nonsense>\xe4", "<meta charset=nonsense>ä"),
    ],
)
def test_pages_are_read_in_their_own_charset(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<head></head>", b"<head>" + ADDED_VIEWPORT + b"</head>"),
        (b"<HEAD></HEAD >x</head>", b"<HEAD>" + ADDED_VIEWPORT + b"</HEAD >x</head>"),
        (b"<p>no head", b"<p>no head"),
        (b"<head><META NAME=viewport></head>", b"<head><META NAME=viewport></head>"),
        ("<head></head>".encode("utf-16"), "<head></head>".encode("utf-16")),
    ],
)
def test_viewport_is_added_at_the_end_of_the_head(before, after):
    assert add_viewport(before) == after


def test_links_say_what_loads_and_what_leads():
    links = [(link.tag, link.loads) for link in find_links('<a href="x"><img src="y">')]
    assert links == [("a", False), ("img", True)]
    assert [link.url for link in find_style_links("a{b:url( 'x.png' )}")] == ["x.png"]
