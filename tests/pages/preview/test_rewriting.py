"""Links of a previewed page lead to other previews or nowhere."""

import pytest

from pages.preview.rewriting import rewrite_links

COUNTERPARTS = {"/de/faehre/": "/preview/x/?language=de&page=film"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/de/faehre/">', '<a href="/preview/x/?language=de&amp;page=film">'),
        (
            '<a href="/preview/x/?language=de&amp;page=film">',
            '<a href="/preview/x/?language=de&amp;page=film">',
        ),
        ('<a class="b" href="/de/people/ada/">', '<a class="b">'),
        ('<a href="/de/">', "<a>"),
        ('<a href="#cast">', '<a href="#cast">'),
        ('<a href="mailto:a@example.com">', '<a href="mailto:a@example.com">'),
        (
            '<a href="https://example.com/?a=1&amp;b=2">',
            '<a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">',
        ),
        ('<link href="/static/a.css">', '<link href="/static/a.css">'),
        ('<form action="/de/search/">', "<form>"),
        ('<a data-href="/de/" href="#a">', '<a data-href="/de/" href="#a">'),
        ("href=\"/de/\" in a text", "href=\"/de/\" in a text"),
    ],
)  # fmt: skip
def test_a_link_leads_to_its_preview_or_nowhere(before, after):
    assert rewrite_links(before, COUNTERPARTS) == after


def test_links_of_a_frame_leave_the_frame():
    rewritten = rewrite_links('<a href="/de/faehre/">', COUNTERPARTS, target="_top")
    assert rewritten == '<a href="/preview/x/?language=de&amp;page=film" target="_top">'


def test_every_file_gets_a_pass():
    html = '<source srcset="/media/a-1.avif 320w, /media/a-2.avif 640w"><img src="/media/a-1.jpg">'
    passed = rewrite_links(html, {}, lambda url: f"{url}?pass=p")
    assert passed == (
        '<source srcset="/media/a-1.avif?pass=p 320w, /media/a-2.avif?pass=p 640w">'
        '<img src="/media/a-1.jpg?pass=p">'
    )


def test_files_that_a_script_will_ask_for_get_a_pass():
    html = '<a href="/media/a-9.jpg" data-srcset="/media/a-1.avif 320w, /media/a-2.avif 640w">'
    assert rewrite_links(html, {}, lambda url: f"{url}?pass=p") == (
        '<a href="/media/a-9.jpg?pass=p"'
        ' data-srcset="/media/a-1.avif?pass=p 320w, /media/a-2.avif?pass=p 640w">'
    )


def test_a_file_that_any_part_names_gets_a_pass():
    html = '<div class="loop" data-loop="/media/videos/aa/aa-loop3.mp4" data-name="/de/" hidden>'
    assert rewrite_links(html, {}, lambda url: f"{url}?pass=p") == (
        '<div class="loop" data-loop="/media/videos/aa/aa-loop3.mp4?pass=p" data-name="/de/"'
        " hidden>"
    )


def test_without_passes_files_keep_their_addresses():
    html = '<video poster="/media/a.jpg"><a href="/media/b.mp4">'
    assert rewrite_links(html, {}) == html
