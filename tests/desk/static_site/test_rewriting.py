"""Addresses in pages, data and styles as the static site has them."""

import pytest

from desk.static_site.checking import named_files
from desk.static_site.options import BadOption, Options, read_options
from desk.static_site.rewriting import Links, rewrite_html, rewrite_style, rewrite_text

SITE = "https://films.example"


def links(here="/en/ferry/", place="en/ferry/index.html", **options):
    return Links(Options(options.pop("base", SITE), **options), here, place)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/de/faehre/#stills">', '<a href="../../de/faehre/#stills">'),
        ('<a href="https://films.example/en/">', '<a href="../">'),
        ('<a href="?entries=2">', '<a href="entries/2/">'),
        ('<a href="workshops/">', '<a href="workshops/">'),
        ('<a href="#stills">', '<a href="#stills">'),
        ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ('<a href="https://films.example.org/en/">', '<a href="https://films.example.org/en/">'),
        ('<a href="/en/search/?q=a&amp;in=films">', '<a href="../search/?q=a&amp;in=films">'),
        ('<source srcset="/m/a.avif 1x, /m/b.avif 2x">',
         '<source srcset="../../m/a.avif 1x, ../../m/b.avif 2x">'),
        ('<a href="/media/large/a.jpg?as=ferry_1.jpg">',
         '<a href="../../media/large/a.jpg" download="ferry_1.jpg">'),
        ('<a href="webcal://films.example/en/screenings.ics">',
         '<a href="webcal://films.example/en/screenings.ics">'),
        ('<link rel="canonical" href="https://films.example/en/films/?page=2">',
         '<link rel="canonical" href="https://films.example/en/films/page/2/">'),
        ('<link rel="alternate" hreflang="de" href="https://films.example/de/">',
         '<link rel="alternate" hreflang="de" href="https://films.example/de/">'),
        ('<meta property="og:image" content="https://films.example/m/a.jpg">',
         '<meta property="og:image" content="https://films.example/m/a.jpg">'),
        ('<input name="q" value="/en/">', '<input name="q" value="/en/">'),
    ],
)  # fmt: skip
def test_tag_is_led(before, after):
    assert rewrite_html(before, links()) == after


def test_prefix_stands_before_every_address():
    own = links(base=f"{SITE}/archive", is_relative=False)
    page = f'<a href="/en/"><link rel="canonical" href="{SITE}/archive/en/">'
    assert rewrite_html(page, own) == (
        f'<a href="/archive/en/"><link rel="canonical" href="{SITE}/archive/en/">'
    )


def test_linked_data_stays_whole():
    data = '<script type="application/ld+json">{"url":"https://films.example/en/films/?page=2"}</script>'
    assert rewrite_html(data, links()) == data.replace("?page=2", "page/2/")


def test_narrowed_list_offers_one_filter_and_no_false_figures():
    own = links(here="/en/films/?country=DE", place="en/films/country/DE/index.html")
    page = '<a href="?country=DE&amp;year=2011">2011 <span class="facet__count">3</span></a>'
    assert rewrite_html(page, own) == '<a href="../../year/2011/">2011</a>'


def test_style_and_feed_are_led():
    style = links(here="/media/styles/a.css", place="media/styles/a.css")
    assert rewrite_style('url("/static/f.woff2") url(b.svg)', style) == (
        'url("../../static/f.woff2") url(b.svg)'
    )
    assert list(style.found) == ["/static/f.woff2", "/media/styles/b.svg"]
    feed = "<link>https://films.example/en/ferry/</link><p>https://films.example.org/x</p>"
    assert rewrite_text(feed, own := links()) == feed
    assert list(own.found) == ["/en/ferry/"]


def test_check_reads_what_was_written():
    page = (
        '<a href="../de/"><img src="../../media/a%20b.jpg" srcset="../x.jpg 1x, ../y.jpg 2x">'
        '<a href="https://elsewhere.example/z.jpg"><a href="#a">'
    )
    found = named_files(page, "text/html", "en/ferry/index.html", Options(SITE))
    assert found == {"en/de/index.html", "media/a b.jpg", "en/x.jpg", "en/y.jpg"} | {
        "en/ferry/index.html"
    }


def test_options_fit_together():
    assert read_options(f"{SITE}/", "/archive/", 2) == Options(f"{SITE}/archive", False, 2)
    assert read_options(f"{SITE}/archive", None, 1).root == "/archive"
    with pytest.raises(BadOption, match="leave the path out of one of them"):
        read_options(f"{SITE}/one", "/other", 1)
    with pytest.raises(BadOption, match="no address of a site"):
        read_options("films.example", None, 1)
