"""What each kind of answer tells browsers, from nginx and from gunicorn behind it: one table.

Old sites, links of the press and drafts have rows of their own beside their views; they are named
in docs/security/headers.md.
"""

import pytest

from tests.deploy.conftest import HOST, STYLE, Answer
from tests.deploy.nginx import SAMPLES
from tests.deploy.test_pages import log_in

CSP = "content-security-policy"
TOLD = (
    CSP, "strict-transport-security", "x-content-type-options", "x-frame-options",
    "cross-origin-resource-policy", "cross-origin-opener-policy", "referrer-policy",
    "origin-agent-cluster", "permissions-policy", "cache-control", "x-robots-tag", "server",
)  # fmt: skip
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STATIC = "default-src 'none'; style-src 'self'; img-src 'self' data:; sandbox"
FILE = "default-src 'none'; sandbox"
BARE = "default-src 'none'; frame-ancestors 'none'; sandbox"
UNKNOWN_HOST = "default-src 'none'; frame-ancestors 'none'"
PERMISSIONS = (
    "accelerometer=(), browsing-topics=(), camera=(), clipboard-read=(), compute-pressure=(), "
    "cross-origin-isolated=(), display-capture=(), encrypted-media=(), gamepad=(), "
    "geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), "
    "keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), "
    "otp-credentials=(), payment=(), screen-wake-lock=(), serial=(), storage-access=(), "
    "sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=(), autoplay=(self), "
    "clipboard-write=(self), fullscreen=(self), picture-in-picture=(self), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self)"
)
YEAR = "max-age=31536000"
# What nginx says itself, and what Lichtspiel adds to it.
LEAST = {
    "strict-transport-security": YEAR,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "strict-origin-when-cross-origin",
}
WHOLE = {
    **LEAST,
    CSP: PAGE,
    "cross-origin-opener-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "permissions-policy": PERMISSIONS,
    "cache-control": "no-cache",
}
DESK = "max-age=0, no-cache, no-store, must-revalidate, private"
# Who is asked for what: status and headers beside `server`.
BOTH = {
    "home": ("/en/", 200, WHOLE),
    "film": ("/en/night-ferry/", 200, WHOLE),
    "data": ("/en/night-ferry/film.json", 200, WHOLE),
    "feed": ("/en/feed.xml", 200, WHOLE),
    "search": ("/en/search/?q=ferry", 200, WHOLE),
    "redirect": ("/", 302, WHOLE),
    "missing page": ("/en/nothing/", 404, WHOLE),
    "missing file": (f"/media/originals/{'0' * 8}.jpg", 404, WHOLE),
    "robots": ("/robots.txt", 200, WHOLE),
    "contact": ("/.well-known/security.txt", 200, WHOLE),
    "health": ("/healthz", 200, {**WHOLE, "cache-control": "no-store"}),
    "flood": (f"/en/?{'a&' * 300}", 400, WHOLE),
    "login": ("/admin/login/", 200, {**WHOLE, "cache-control": DESK}),
    "desk without login": ("/admin/films/film/", 302, {**WHOLE, "cache-control": DESK}),
}  # fmt: skip
AGE = "public, max-age=315360000, immutable"
NGINX = {
    "picture": ("{picture}", 200, {**LEAST, CSP: FILE, "cache-control": "public, max-age=86400",
                                   "cross-origin-opener-policy": "unsafe-none"}),
    "style sheet": (f"/static/{STYLE}", 200, {**LEAST, CSP: STATIC, "cache-control": AGE}),
    "no style sheet": ("/static/css/gone.css", 404, {**LEAST, CSP: STATIC}),
    # Nothing stands there for anybody outside.
    "inner address": ("/protected/x", 404, {"x-content-type-options": "nosniff",
                                            "cross-origin-resource-policy": "same-origin"}),
}  # fmt: skip


def told(answer: Answer) -> dict[str, str]:
    return {name: answer.headers[name] for name in TOLD if name in answer.headers}


@pytest.mark.parametrize("kind", [*BOTH, *NGINX])
def test_nginx_tells_browsers(front, picture, kind):
    path, status, headers = {**BOTH, **NGINX}[kind]
    answer = front.ask(path.replace("{picture}", picture))
    assert (answer.status, told(answer)) == (status, {**headers, "server": "nginx"})


@pytest.mark.parametrize("kind", BOTH)
def test_gunicorn_tells_browsers(site, kind):
    path, status, headers = BOTH[kind]
    answer = site.ask_itself(path)
    assert (answer.status, told(answer)) == (status, {**headers, "server": "gunicorn"})


def test_static_file_without_nginx_says_the_same(site):
    answer = site.ask_itself(f"/static/{STYLE}")
    headers = {
        **WHOLE, CSP: STATIC, "cross-origin-opener-policy": "unsafe-none",
        "cache-control": "max-age=60, public", "server": "gunicorn",
    }  # fmt: skip
    assert (answer.status, told(answer)) == (200, headers)


def test_desk_of_a_member_is_kept_by_nobody(front):
    answer = front.ask("/admin/", Cookie=log_in(front))
    wanted = {**WHOLE, "cache-control": DESK, "server": "nginx"}
    assert (answer.status, told(answer)) == (200, wanted)


def test_kept_page_says_the_same_and_304_renews_https(site):
    first, again = (site.ask_itself("/en/night-ferry/") for _ in range(2))
    assert told(first) == told(again)
    known = site.ask_itself("/en/night-ferry/", If_None_Match=again.headers["etag"])
    assert (known.status, told(known)) == (304, {
        "strict-transport-security": YEAR, "cache-control": "no-cache", "server": "gunicorn",
    })  # fmt: skip


def test_part_of_a_picture_and_304_say_the_same(front, picture):
    whole = front.ask(picture)
    for sent in ({"Range": "bytes=0-9"}, {"If_None_Match": whole.headers["etag"]}):
        assert told(front.ask(picture, **sent)) == told(whole)


def test_too_large_request_is_refused_with_the_same(front):
    answer = front.ask("/en/", "POST", b"x" * (2 * 1024 * 1024))
    assert (answer.status, told(answer)) == (413, {**LEAST, CSP: BARE, "server": "nginx"})


def test_host_of_others_is_told_no_more_than_others(site):
    answer = site.ask_itself("/", host="evil.example")
    wanted = {**WHOLE, CSP: UNKNOWN_HOST, "cache-control": "no-store", "server": "gunicorn"}
    del wanted["strict-transport-security"]
    assert (answer.status, told(answer)) == (400, wanted)


def test_http_is_led_to_https_at_the_same_host(site):
    answer = site.ask_itself("/en/?a=b", X_Forwarded_Proto="http")
    assert (answer.status, answer.headers["location"]) == (301, f"https://{HOST}/en/?a=b")


def test_no_visitor_gets_a_cookie(front):
    paths = [path for path, status, _headers in BOTH.values() if not path.startswith("/admin")]
    assert [front.ask(path).cookies for path in paths] == [[]] * len(paths)


def test_cookies_of_the_desk_belong_to_this_host_alone(front):
    names = {one.partition("=")[0]: one for one in front.ask("/admin/login/").cookies}
    assert sorted(names) == ["__Host-csrf"]
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(names["__Host-csrf"].split("; "))


def test_answers_say_their_type_and_charset(front):
    found = {
        front.ask(path).headers["content-type"]
        for path, status, _headers in BOTH.values()
        if status != 302
    }
    assert found == {
        "text/html; charset=utf-8", "text/plain; charset=utf-8", "application/json",
        "application/atom+xml; charset=utf-8",
    }  # fmt: skip


@pytest.mark.parametrize("sample", ["lichtspiel/site.conf", "static-site.conf"])
def test_no_old_tls_is_offered(sample):
    lines = [line.strip() for line in (SAMPLES / sample).read_text().splitlines()]
    assert [line for line in lines if line.startswith("ssl_protocols")] == [
        "ssl_protocols TLSv1.2 TLSv1.3;"
    ]
