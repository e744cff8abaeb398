"""Files through nginx: static ones from the disk, media after Lichtspiel has allowed them."""

import re
import socket
import time
from contextlib import ExitStack

import pytest

from tests.deploy.conftest import HOST, STYLE, STYLE_TEXT, unsure
from tests.deploy.test_pages import log_in

STATIC = f"/static/{STYLE}"
PROTECTED = "/protected/renditions/"


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("identity", None)],
)
def test_static_twin_is_sent(front, accepted, sent):
    answer = front.ask(STATIC, Accept_Encoding=accepted)
    assert answer.headers.get("content-encoding") == sent
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (answer.body == STYLE_TEXT) == (sent is None)


def test_hashed_name_is_good_for_ever_and_another_for_a_minute(front):
    ages = [front.ask(path).headers["cache-control"] for path in (STATIC, "/static/plain.txt")]
    assert ages == ["public, max-age=315360000, immutable", "public, max-age=60"]


def test_missing_static_file_is_not_remembered(front):
    answer = front.ask("/static/css/gone.0123456789ab.css")
    assert (answer.status, "cache-control" in answer.headers) == (404, False)


def test_static_folder_is_not_left(front):
    assert front.ask("/static/../db.sqlite3").status in (400, 404)
    assert front.ask("/static/%2e%2e/db.sqlite3").status in (400, 404)


def test_picture_is_sent_by_nginx_as_lichtspiel_says(front, picture):
    answer = front.ask(picture)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
    assert answer.headers["cache-control"] == "public, max-age=86400"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert [name for name in answer.headers if name.startswith("x-accel")] == []
    assert answer.body[:2] == b"\xff\xd8"


def test_picture_is_sent_in_parts_and_known_again(front, picture):
    whole = front.ask(picture)
    part = front.ask(picture, Range="bytes=10-19")
    assert (part.status, part.body) == (206, whole.body[10:20])
    known = front.ask(picture, If_None_Match=whole.headers["etag"])
    assert (known.status, known.body) == (304, b"")
    head = front.ask(picture, "HEAD")
    assert (head.headers["content-length"], head.body) == (str(len(whole.body)), b"")


def test_picture_is_kept_for_everybody_and_asked_for_by_members(front, picture):
    until = time.monotonic() + 20
    while front.ask(picture).kept != "HIT":
        assert time.monotonic() < until
    assert front.ask(picture, Cookie="sessionid=x").kept == "BYPASS"


def test_picture_that_is_not_for_everybody_is_not_kept(front, site, picture):
    """Only what Lichtspiel calls public is kept: 404 here, and what a member or a pass opens."""
    absent = re.sub(r"[0-9a-f]{22}-", f"{'0' * 22}-", picture)
    assert [front.ask(absent).kept for _ in range(3)] == ["MISS"] * 3


def test_protected_address_is_closed_from_outside(front, picture):
    assert front.ask(picture.replace("/media/renditions/", PROTECTED)).status == 404


def test_original_is_given_to_nobody(front, site):
    original = next((site.folder / "media/originals").rglob("*.jpg"))
    path = original.relative_to(site.folder / "media")
    assert front.ask(f"/media/{path}").status == 404


def test_picture_that_members_alone_see_is_kept_listed_and_told_by_nobody(front, site, picture):
    site.ask("UPDATE assets_image SET rights_until = '2001-01-01 00:00:00'")
    try:
        answer = front.ask(picture, Cookie=log_in(front))
    finally:
        site.ask("UPDATE assets_image SET rights_until = NULL")
    names = ("cache-control", "x-robots-tag", "referrer-policy")
    assert (answer.status, [answer.headers[name] for name in names]) == (
        200, ["private, no-store", "noindex, nofollow, noarchive", "no-referrer"],
    )  # fmt: skip


def test_picture_is_gone_with_its_rights(front, site, picture):
    assert front.ask(picture).status == 200
    # Past the door, which would cost two more processes; the gate asks for the row each time.
    site.ask("UPDATE assets_image SET rights_until = '2001-01-01 00:00:00'")
    time.sleep(1.1)  # what nginx may still show is a second old
    try:
        assert front.ask(picture).status == 404
    finally:
        site.ask("UPDATE assets_image SET rights_until = NULL")


def test_upload_of_twenty_megabytes_arrives(front):
    """Lichtspiel reads it to the end, where the token would stand, and says that there is none."""
    form = {"Content_Type": "application/x-www-form-urlencoded", "Referer": f"https://{HOST}/"}
    body = b"a=" + b"x" * 20 * 1024 * 1024
    answer = front.ask(
        "/admin/films/film/add/", "POST", body, Cookie=f"__Host-csrf={'a' * 32}", **form
    )
    assert answer.status == 403


def test_visitors_send_nothing_large(front):
    assert front.ask("/en/", "POST", b"x" * (1024 * 1024 + 1)).status == 413


def test_slow_uploads_hold_no_thread(front):
    """gunicorn has four threads here: nginx waits for eight bodies that never end."""
    head = (
        f"POST /admin/films/film/add/ HTTP/1.1\r\nHost: {HOST}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na=b"
    )
    with ExitStack() as stack:
        for _number in range(8):
            plain = socket.create_connection(("127.0.0.1", front.nginx.port))
            one = stack.enter_context(unsure().wrap_socket(plain, server_hostname=HOST))
            one.sendall(head.encode())
        assert front.ask("/healthz").status == 200
