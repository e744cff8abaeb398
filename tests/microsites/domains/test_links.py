"""The links of a page on a film's own host."""

import pytest

from microsites.hosts.links import fit_links

OWN = "https://ferry.film"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://films.example"


@pytest.mark.parametrize(
    ("tag", "fitted"),
    [
        (f'<a class="x" href="{OWN}/en/diary/">', '<a class="x" href="/en/diary/">'),
        (f'<a href="{OWN}">', '<a href="/">'),
        ('<a href="/en/people/ana/">', '<a href="https://films.example/en/people/ana/">'),
        ('<a href="/en/x/?a=1&amp;b=2">', '<a href="https://films.example/en/x/?a=1&amp;b=2">'),
        ('<form action="/en/search/">', '<form action="https://films.example/en/search/">'),
        ('<a href="/media/documents/kit.pdf">', '<a href="/media/documents/kit.pdf">'),
        ('<a href="#cast">', '<a href="#cast">'),
        ('<a href="?entries=2">', '<a href="?entries=2">'),
        ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ('<a href="//evil.example/">', '<a href="//evil.example/">'),
        (f'<a href="{OWN}.evil.example/">', f'<a href="{OWN}.evil.example/">'),
        ('<img src="/media/a.jpg">', '<img src="/media/a.jpg">'),
        ('<link rel="stylesheet" href="/static/site.css">',
         '<link rel="stylesheet" href="/static/site.css">'),
        (f'<link rel="canonical" href="{OWN}/en/">', f'<link rel="canonical" href="{OWN}/en/">'),
        ('<link rel="alternate" href="/en/feed.xml">',
         '<link rel="alternate" href="https://films.example/en/feed.xml">'),
        ('<p title="href">/en/x/</p>', '<p title="href">/en/x/</p>'),
    ],
)  # fmt: skip
def test_link_is_right_on_the_host(tag, fitted):
    assert fit_links(tag, OWN) == fitted
