from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.http import Http404
from django.test import RequestFactory

from assets import serving
from assets.naming import crop_name_of, original_name_of, subtitle_name_of, video_name_of
from assets.renditions import Rendition
from assets.serving import Piece, serve_media
from assets.specs import CROP_BY_NAME

SHA = "cd" * 32
VIDEO = video_name_of(SHA, "mp4")
CONTENT = bytes(range(256)) * 4
HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; media-src 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@pytest.fixture
def video():
    default_storage.save(VIDEO, ContentFile(CONTENT))
    return VIDEO


def ask(path, method="get", **headers):
    return serve_media(getattr(RequestFactory(), method)("/media/x", headers=headers), path)


def body(response):
    return b"".join(response.streaming_content)


def test_it_serves_a_public_file_for_ever(video):
    response = ask(video)

    assert response.status_code == 200
    assert body(response) == CONTENT
    assert dict(response.headers) == {
        **HEADERS,
        "Content-Length": "1024",
        "Content-Type": "video/mp4",
        "ETag": f'"{video}"',
    }


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        (Rendition(SHA, "avif", 640).name, "image/avif"),
        (Rendition(SHA, "webp", 640).name, "image/webp"),
        (Rendition(SHA, "jpeg", 640).name, "image/jpeg"),
        (video_name_of(SHA, "mov"), "video/quicktime"),
        (video_name_of(SHA, "webm"), "video/webm"),
        (subtitle_name_of(SHA), "text/vtt; charset=utf-8"),
    ],
)
def test_it_names_the_type_itself(name, content_type):
    default_storage.save(name, ContentFile(b"<html>"))
    response = ask(name)
    assert response.headers["Content-Type"] == content_type
    policy = response.headers["Content-Security-Policy"]
    assert policy.endswith("sandbox") == (not content_type.startswith("video/"))
    assert body(response) == b"<html>"


@pytest.mark.parametrize(
    "path",
    [
        original_name_of(SHA, "jpg"),
        "",
        "db.sqlite3",
        "README.md",
        "../config/settings.py",
        "videos/../originals/cd/" + "cd" * 32 + ".jpg",
        "..\\..\\settings.py",
        "%2e%2e/settings.py",
        VIDEO + "\0",
        VIDEO + "\n",
        VIDEO + "/",
        "/" + VIDEO,
        "./" + VIDEO,
        "videos//cd/" + "cd" * 32 + ".mp4",
        VIDEO.replace(".mp4", ".html"),
        VIDEO.replace(".mp4", ".MP4"),
        VIDEO.upper(),
        "videos/ab/" + "cd" * 32 + ".mp4",
        VIDEO.replace("d.mp4", "\u0663.mp4"),
        "renditions/cd/" + "cd" * 12 + "-1-640.svg",
        "a" * 8000,
    ],
)
def test_it_knows_nothing_but_public_names(path, video):
    default_storage.save(original_name_of(SHA, "jpg"), ContentFile(b"private"))
    with pytest.raises(Http404):
        ask(path)


@pytest.mark.parametrize(
    "path",
    [
        "../../settings.py",
        "%2e%2e/%2e%2e/settings.py",
        "%252e%252e%252fsettings.py",
        "..%5c..%5csettings.py",
        "a%00b",
        "videos/",
    ],
)
def test_odd_addresses_are_not_found(client, path, db):
    assert client.get(f"/media/{path}").status_code == 404


def test_missing_file_is_not_found():
    with pytest.raises(Http404):
        ask(VIDEO)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_it_rejects_other_methods(method, video):
    response = ask(video, method)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


def test_head_has_headers_but_no_body(video):
    response = ask(video, "head", range="bytes=0-1")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Length"] == "1024"


@pytest.mark.parametrize("known", [f'"{VIDEO}"', f'W/"{VIDEO}"', f'"x", "{VIDEO}"', "*"])
def test_known_file_is_not_sent_again(known, video):
    response = ask(video, if_none_match=known, range="bytes=0-1")
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == f'"{VIDEO}"'
    assert response.headers["Cache-Control"] == HEADERS["Cache-Control"]


def test_other_etag_gets_the_file(video):
    assert ask(video, if_none_match='"other"').status_code == 200


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-1", 0, 1),
        ("bytes=10-19", 10, 19),
        ("bytes=1000-", 1000, 1023),
        ("bytes=1000-9999", 1000, 1023),
        ("bytes=-4", 1020, 1023),
        ("Bytes=0-1", 0, 1),
        ("bytes=-9999", 0, 1023),
    ],
)
def test_it_answers_one_range(asked, first, last, video):
    response = ask(video, range=asked)
    assert response.status_code == 206
    assert body(response) == CONTENT[first : last + 1]
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response.headers["Content-Length"] == str(last - first + 1)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=-",
        "bytes=",
        "bytes=a-b",
        "bytes=0-1,2-3",
        "bytes=" + ",".join(f"{n}-{n + 1}" for n in range(10)),
        "lines=" + ",".join(f"{n}-{n + 1}" for n in range(1000)),
        "bytes=\u0661-2",
        "bytes=" + "9" * 5000 + "-",
        "items=0-1",
        "",
    ],
    ids=range(10),
)
def test_it_ignores_ranges_that_no_player_asks_for(asked, video):
    response = ask(video, range=asked)
    assert (response.status_code, body(response)) == (200, CONTENT)
    assert "Content-Range" not in response.headers


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=1024-",
        "bytes=5000-6000",
        "bytes=-0",
        "bytes=9-1",
        "bytes=" + ",".join(f"{n}-{n + 1}" for n in range(11)),
    ],
)
def test_a_range_that_cannot_be_met_is_refused(asked, video):
    response = ask(video, range=asked)
    assert (response.status_code, response.content) == (416, b"")
    assert response.headers["Content-Range"] == "bytes */1024"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("prefix", ["", "/protected/"])
def test_an_empty_file_is_not_found(prefix, settings):
    settings.ACCEL_PREFIX = prefix
    default_storage.save(VIDEO, ContentFile(b""))
    for method in ("get", "head"):
        with pytest.raises(Http404):
            ask(VIDEO, method)


def test_few_whole_videos_are_sent_at_once(video, monkeypatch, db):
    monkeypatch.setattr(serving, "MAX_RANGE_BYTES", 100)
    first, second = ask(video), ask(video)
    refused = ask(video)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "10")
    assert refused.headers["Cache-Control"] == "no-store"
    assert ask(video, range="bytes=0-").status_code == 206
    assert ask(video, "head").status_code == 200
    first.close()
    first.close()
    third = ask(video)
    assert third.status_code == 200
    assert ask(video).status_code == 503
    second.close()
    third.close()


def test_a_video_that_goes_meanwhile_leaves_its_place(video, monkeypatch, db):
    monkeypatch.setattr(serving, "MAX_RANGE_BYTES", 100)
    with monkeypatch.context() as patch:
        patch.setattr(Storage, "size", lambda storage, name: 1024)
        default_storage.delete(video)
        for _n in range(3):
            with pytest.raises(Http404):
                ask(video)
    default_storage.save(video, ContentFile(CONTENT))
    response = ask(video)
    assert response.status_code == 200
    response.close()


def test_open_range_is_answered_with_a_first_piece(video, monkeypatch):
    monkeypatch.setattr("assets.ranges.MAX_RANGE_BYTES", 100)
    response = ask(video, range="bytes=10-")
    assert body(response) == CONTENT[10:110]
    assert response.headers["Content-Range"] == "bytes 10-109/1024"


def test_range_of_another_file_gets_the_whole(video):
    assert ask(video, range="bytes=0-1", if_range='"other"').status_code == 200
    assert ask(video, range="bytes=0-1", if_range=f'"{VIDEO}"').status_code == 206


def test_it_reads_in_chunks_and_closes_the_file(monkeypatch):
    monkeypatch.setattr(serving, "CHUNK_BYTES", 4)
    file = BytesIO(b"0123456789")
    piece = Piece(file, 9)

    assert list(piece) == [b"0123", b"4567", b"8"]
    piece.close()

    assert file.closed


@pytest.mark.one_machine
def test_answer_closes_the_file(video, monkeypatch, db):
    opened = []
    real = Storage.open

    def remember(storage, name):
        opened.append(real(storage, name))
        return opened[-1]

    monkeypatch.setattr(Storage, "open", remember)
    ask(video).close()
    assert [file.closed for file in opened] == [True]


@pytest.mark.parametrize("focal", [(0, 0), (50, 7), (100, 100)])
def test_it_serves_crops(focal):
    name = crop_name_of(SHA, CROP_BY_NAME["hero"], focal, 960, "avif")
    default_storage.save(name, ContentFile(b"crop"))
    assert body(ask(name)) == b"crop"


@pytest.mark.parametrize(
    "tail",
    ["x50-50", "h50", "h101-50", "h50-101", "h050-50", "h-1-50", "h50-50-1", "50-50", "h5O-50"],
)
def test_it_knows_no_crops_beside_the_table(tail):
    name = f"renditions/cd/{'cd' * 12}-1-960-{tail}.avif"
    default_storage.save(name, ContentFile(b"crop"))
    with pytest.raises(Http404):
        ask(name)


@pytest.mark.one_machine
def test_files_may_be_handed_to_nginx(video, settings):
    settings.ACCEL_PREFIX = "/protected/"
    response = ask(video, range="bytes=0-")
    assert (response.status_code, response.content) == (200, b"")
    assert dict(response.headers) == {
        **HEADERS,
        "Content-Type": "video/mp4",
        "X-Accel-Redirect": f"/protected/{video}",
    }


def test_nginx_is_asked_for_public_files_only(settings):
    settings.ACCEL_PREFIX = "/protected/"
    for path in (original_name_of(SHA, "jpg"), VIDEO):
        with pytest.raises(Http404):
            ask(path)


@pytest.mark.parametrize("part", ["1080.mp4", "480.mp4", "loop12.mp4", "frame.jpg"])
def test_what_is_made_of_a_video_is_public(part):
    name = f"videos/cd/{SHA}-{part}"
    default_storage.save(name, ContentFile(b"made"))
    assert body(ask(name)) == b"made"


@pytest.mark.parametrize("part", ["720.mp4", "loop.mp4", "frame.png", "1080.webm", "1080.mp4.part"])
def test_nothing_else_beside_a_video_is_public(part):
    default_storage.save(f"videos/cd/{SHA}-{part}", ContentFile(b"private"))
    with pytest.raises(Http404):
        ask(f"videos/cd/{SHA}-{part}")
