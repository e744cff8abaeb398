"""Texts as they arrive: encodings, pages in HTML, files that are no text."""

from time import process_time

import pytest
from django.core.exceptions import ValidationError

from sources.desk.arriving import decode, html_to_text, is_html, tidy

TEXT = "Regie: Änne Müller – „Fähre“"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_decode_finds_the_encoding(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04word/document.xml", "DOCX, XLSX, ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC, XLS"),
        (b"{\\rtf1 Hello}", "RTF"),
    ],
)
def test_decode_refuses_what_is_no_text_and_names_it(data, kind):
    with pytest.raises(ValidationError) as caught:
        decode(data)
    assert caught.value.messages == [
        f"This is a file of the kind {kind}, not a text. Open it, copy what it says and paste it "
        "here."
    ]


def test_decode_refuses_noise():
    with pytest.raises(ValidationError) as caught:
        decode(bytes(range(1, 32)) * 20)
    assert caught.value.messages == [
        "This file holds no text. Save it as a text file (.txt) or paste what it says."
    ]


def test_tidy_drops_what_no_database_keeps_and_keeps_lines():
    assert tidy("Director\r\nAna\0 Sol\rEnd\ud800") == "Director\nAna Sol\nEnd"


def test_html_becomes_lines_without_scripts():
    page = """<html><head><title>x</title><style>p {}</style></head><body><nav><ul>
      <li>Home</li><li>Films</li></ul></nav><script>alert("&amp;")</script>
      <h1>The Night&nbsp;Ferry</h1><p>Director: <b>Ana</b> Sol &amp; others<br>2011</p></body>"""
    assert is_html(page)
    lines = [line for line in html_to_text(page).split("\n") if line]
    assert lines == ["Home", "Films", "The Night Ferry", "Director: Ana Sol & others", "2011"]


@pytest.mark.parametrize("text", ["a < b and c > d", "The <i>Ferry</i>, 2011", "1 <br> 2"])
def test_a_sign_or_two_make_no_page(text):
    assert not is_html(text)


def test_html_keeps_what_stands_in_odd_tags():
    page = (
        '<html><!-- <p>no</p> --><p title="a > b">One</p><P>2 < 3<br/>four <b "five</p>'
        "<script>if (a < b) { '<p>' }</script><textarea><p></textarea>six &#99999999999;<3"
    )
    lines = [line for line in html_to_text(page).split("\n") if line]
    assert lines == ["One", "2 < 3", 'four <b "five', "<p>six ;<3"]


@pytest.mark.parametrize(
    "unit",
    [
        "<b ",
        '<b "',
        "<b '\"",
        "<",
        "</",
        "<!--",
        "<!-- >",
        "<?",
        "<script>",
        "&#1",
        "&#" + "1" * 5000,
    ],
)
def test_html_never_reads_a_letter_more_than_a_few_times(unit):
    page = "<html>" + unit * (100_000 // len(unit))
    before = process_time()
    html_to_text(page)
    # A twentieth of this on a usual machine; html.parser needed minutes.
    assert process_time() - before < 5
