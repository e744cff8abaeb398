"""One page in every encoding; validators that tell them apart."""

import gzip

import brotli
import pytest

from config.page_cache.bodies import choose_encoding, is_known, make_page, send_page
from tests.config.page_cache.asking import ask

CONTENT = b"The night ferry leaves at nine. " * 40
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"), ("Content-Length", "7"), ("ETag", '"old"'),
    ("Vary", "Accept-Encoding"), ("Cache-Control", "no-cache"),
]  # fmt: skip


def sent(page=None, **more):
    made = page or make_page(HEADERS, CONTENT)
    return ask(lambda environ, start: send_page(made, environ, start), "/", **more)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", "identity"), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"),
        ("br;q=0.5, gzip", "gzip"), ("gzip;q=0, br;q=0", "identity"), ("*", "br"),
        ("*;q=0.1, gzip;q=0.5", "gzip"), ("identity, gzip;q=0.5", "identity"),
        ("br;q=nonsense", "identity"), ("BR", "br"), ("br;q=0, *", "gzip"), ("deflate", "identity"),
    ],
)  # fmt: skip
def test_most_wanted_encoding_is_chosen(accepted, encoding):
    assert choose_encoding(accepted) == encoding


def test_page_arrives_in_every_encoding():
    answers = [sent(HTTP_ACCEPT_ENCODING=wanted) for wanted in ("", "gzip", "br")]
    plain, zipped, brotlied = answers
    assert plain.body == gzip.decompress(zipped.body) == brotli.decompress(brotlied.body) == CONTENT
    assert [a.headers.get("Content-Encoding") for a in answers] == [None, "gzip", "br"]
    assert [a.headers["Content-Length"] for a in answers] == [str(len(a.body)) for a in answers]
    assert {a.headers["Vary"] for a in answers} == {"Accept-Encoding"}
    assert len({a.headers["ETag"] for a in answers} - {'"old"'}) == 3


def test_what_gzip_has_made_is_taken():
    packed = gzip.compress(CONTENT, 1)
    page = make_page(HEADERS, CONTENT, packed)
    assert sent(page, HTTP_ACCEPT_ENCODING="gzip").body == packed


def test_small_pages_are_not_compressed():
    page = make_page(HEADERS, b"short")
    answer = sent(page, HTTP_ACCEPT_ENCODING="gzip, br")
    assert (answer.body, answer.headers.get("Content-Encoding")) == (b"short", None)


def test_known_page_is_answered_without_body():
    etag = sent(HTTP_ACCEPT_ENCODING="br").headers["ETag"]
    again = sent(HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=f'"x", W/{etag}')
    assert (again.status, again.body) == ("304 Not Modified", b"")
    assert again.headers == {
        "ETag": etag, "Vary": "Accept-Encoding", "Cache-Control": "no-cache",
    }  # fmt: skip
    assert sent(HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=etag).status == "200 OK"


def test_star_is_any_page():
    assert (is_known('"a"', " * "), is_known('"a"', '"ab"'), is_known('"a"', "")) == (
        True, False, False,
    )  # fmt: skip


def test_head_has_the_headers_of_get():
    head = sent(REQUEST_METHOD="HEAD", HTTP_ACCEPT_ENCODING="br")
    get = sent(HTTP_ACCEPT_ENCODING="br")
    assert (head.status, head.headers, head.body) == (get.status, get.headers, b"")
