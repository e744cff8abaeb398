"""What the gate sends when the files lie in a store: streamed, lent by address, or by nginx."""

from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.test import RequestFactory

from assets.naming import document_name_of, video_name_of
from assets.object_store import StoreAway
from assets.serving import MAX_RANGE_BYTES, serve_media
from tests.assets.object_store.conftest import keep_in

pytestmark = pytest.mark.django_db  # the end of an answer closes connections
SHA = "cd" * 32
VIDEO, DOCUMENT = video_name_of(SHA, "mp4"), document_name_of(SHA)
CONTENT = bytes(range(256)) * 4
LARGE = CONTENT * (MAX_RANGE_BYTES // 1024 + 1)
SAVED = 'attachment; filename="press.pdf"'


@pytest.fixture
def reachable(object_store, settings):
    """A store to which browsers may be sent."""
    keep_in(settings, f"{object_store.new_url()}?redirects=yes")


def ask(path, method="get", disposition="", **headers):
    request = getattr(RequestFactory(), method)("/media/x", headers=headers)
    return serve_media(request, path, disposition)


def body(response):
    data = b"".join(response.streaming_content)
    response.close()
    return data


def test_file_is_streamed_with_the_headers_of_every_file(shared_store):
    default_storage.save(VIDEO, ContentFile(CONTENT))

    response = ask(VIDEO)

    assert (response.status_code, body(response)) == (200, CONTENT)
    assert dict(response.headers) == {
        "Accept-Ranges": "bytes",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Length": "1024",
        "Content-Security-Policy": "default-src 'none'; media-src 'self'",
        "Content-Type": "video/mp4",
        "Cross-Origin-Resource-Policy": "same-origin",
        "ETag": f'"{VIDEO}"',
        "X-Content-Type-Options": "nosniff",
    }


@pytest.mark.parametrize(
    ("asked", "part"), [("bytes=10-19", slice(10, 20)), ("bytes=-5", slice(1019, 1024))]
)
def test_range_is_asked_of_the_store(shared_store, asked, part):
    default_storage.save(VIDEO, ContentFile(CONTENT))

    response = ask(VIDEO, Range=asked)

    assert (response.status_code, body(response)) == (206, CONTENT[part])
    assert response.headers["Content-Range"] == f"bytes {part.start}-{part.stop - 1}/1024"


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        ({}, ["GET"]),
        ({"Range": "bytes=0-"}, ["GET"]),
        ({"Range": "bytes=1000-2000"}, ["GET"]),
        ({"Range": "bytes=-5"}, ["HEAD", "GET"]),
        ({"If-None-Match": "*"}, ["HEAD"]),
        ({"Range": "bytes=5000-"}, ["GET", "HEAD"]),
    ],
)
def test_file_costs_one_request(requests, headers, asked):
    default_storage.save(VIDEO, ContentFile(CONTENT))
    response = ask(VIDEO, **headers)
    if response.streaming:
        body(response)
    assert requests == asked


def test_whole_of_what_is_large_is_sent(shared_store):
    default_storage.save(VIDEO, ContentFile(LARGE))
    assert body(ask(VIDEO, **{"Sec-Fetch-Dest": "video"})) == LARGE


def test_missing_and_empty_files_are_not_found(shared_store):
    default_storage.save(DOCUMENT, ContentFile(b""))
    for path in (VIDEO, DOCUMENT):
        with pytest.raises(Http404):
            ask(path)


def test_large_download_is_led_to_the_store(reachable):
    default_storage.save(DOCUMENT, ContentFile(LARGE))

    response = ask(DOCUMENT, disposition=SAVED)

    assert (response.status_code, response.headers["Cache-Control"]) == (302, "no-store")
    assert parse_qs(urlsplit(response.url).query)["X-Amz-Expires"] == ["300"]
    with urlopen(response.url) as answer:
        assert answer.headers["Content-Disposition"] == SAVED
        assert answer.headers["Content-Type"] == "application/pdf"
        assert len(answer.read()) == len(LARGE)


@pytest.mark.parametrize(
    "headers", [{"Range": "bytes=0-"}, {"Sec-Fetch-Dest": "image"}, {"Sec-Fetch-Dest": "video"}]
)
def test_what_a_page_loads_is_streamed(reachable, headers):
    default_storage.save(VIDEO, ContentFile(LARGE))

    response = ask(VIDEO, **headers)

    assert response.status_code in (200, 206)
    response.close()


def test_small_download_is_streamed(reachable):
    default_storage.save(DOCUMENT, ContentFile(CONTENT))

    response = ask(DOCUMENT, disposition=SAVED)

    assert (response.status_code, body(response)) == (200, CONTENT)
    assert response.headers["Content-Disposition"] == SAVED


def test_nobody_is_led_to_a_store_of_the_house(shared_store):
    default_storage.save(DOCUMENT, ContentFile(LARGE))

    response = ask(DOCUMENT)

    assert response.status_code == 200
    response.close()


def test_nginx_gets_a_signed_address(shared_store, settings):
    settings.ACCEL_PREFIX = "/protected/"
    default_storage.save(VIDEO, ContentFile(CONTENT))

    response = ask(VIDEO)

    inner = response.headers["X-Accel-Redirect"]
    assert inner.startswith("/protected/s3/lichtspiel/place-")
    address = f"{shared_store.address}/{inner.removeprefix('/protected/s3/')}"
    with urlopen(Request(address, headers={"Range": "bytes=0-9"})) as answer:
        assert (answer.status, answer.read()) == (206, CONTENT[:10])
        assert answer.headers["Content-Type"] == "video/mp4"


def test_length_is_told_without_nginx(shared_store, settings):
    settings.ACCEL_PREFIX = "/protected/"
    default_storage.save(VIDEO, ContentFile(CONTENT))

    response = ask(VIDEO, "head")

    assert "X-Accel-Redirect" not in response.headers
    assert response.headers["Content-Length"] == "1024"


def test_store_that_is_away_is_no_missing_file(shared_store):
    default_storage.save(VIDEO, ContentFile(CONTENT))
    shared_store.stop()
    try:
        with pytest.raises(StoreAway):
            ask(VIDEO)
    finally:
        shared_store.start()
