"""`/{lang}/{film}/site/…` as a browser asks for it."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from editorial.publishing import withdraw
from microsites.archive.serving import PREVIEW_SECONDS, make_preview
from microsites.archive.texts import ADDED_VIEWPORT
from tests.factories import FilmFactory, picture_bytes
from tests.microsites.archive.old_site import FONT, files, give_site, show_site

pytestmark = pytest.mark.django_db
TEXT = b"<html><head><title>x</title></head><body>%s</body></html>"


@pytest.fixture
def film():
    return FilmFactory(key="ferry")


def body_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def directives(response) -> dict[str, str]:
    policy = response.headers["Content-Security-Policy"].split("; ")
    return {name: rest for name, _space, rest in (line.partition(" ") for line in policy)}


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/en/ferry/site/", "The Ferry"),
        ("/en/ferry/site/index.html", "The Ferry"),
        ("/de/ferry/site/", "Die Fähre"),
        ("/de/ferry/site/crew.html", "Stab"),
    ],
)
def test_page_comes_from_the_folder_of_its_language(client, film, path, title):
    show_site(film)
    assert f"<title>{title}</title>".encode() in client.get(path).content


def test_what_lies_beside_the_folders_is_found_from_each(client, film):
    show_site(film)
    found = [body_of(client.get(f"/{code}/ferry/site/assets/pier.jpg")) for code in ("en", "de")]
    assert found == [picture_bytes(120, 80)] * 2


def test_folder_of_a_language_leads_to_the_site_in_it(client, film):
    show_site(film)
    response = client.get("/en/ferry/site/de/crew.html")
    assert (response.status_code, response.url) == (302, "/de/ferry/site/crew.html")


def test_folders_lead_to_their_slash(client, film):
    show_site(film, {"index.html": b"x", "diary/index.html": TEXT % b"Day 1"})
    assert client.get("/en/ferry/site/diary").url == "/en/ferry/site/diary/"
    assert client.get("/en/ferry/site").url == "/en/ferry/site/"
    assert b"Day 1" in client.get("/en/ferry/site/diary/").content


def test_site_whose_folders_stand_below_each_other_keeps_them(client, film):
    page = TEXT % b'<img src="../img/a.png"><a href="../de/index.html">Deutsch</a>'
    show_site(film, {"en/index.html": page, "de/index.html": page, "img/a.png": b"x"})
    assert client.get("/de/ferry/site/").url == "/de/ferry/site/de/"
    assert client.get("/de/ferry/site/en/index.html").status_code == 200
    assert body_of(client.get("/de/ferry/site/img/a.png")) == b"x"


def test_site_in_one_language_shows_in_the_other(client, film):
    show_site(film, {"de/index.html": TEXT % b"Nur deutsch"})
    assert client.get("/en/ferry/site/").url == "/de/ferry/site/"


def test_names_in_other_capitals_are_found(client, film):
    show_site(film, {"Index.HTML": TEXT % b"Old", "Pier.JPG": b"x"})
    assert client.get("/en/ferry/site/").status_code == 200
    assert body_of(client.get("/en/ferry/site/pier.jpg")) == b"x"


@pytest.mark.parametrize(
    "path", ["none.html", "../../admin/", "assets/", "%2e%2e/%2e%2e/settings.py", "a" * 400, "\x00"]
)
def test_what_is_not_in_the_archive_is_not_found(client, film, path):
    show_site(film)
    assert client.get(f"/en/ferry/site/{path}").status_code in (301, 404)


def test_missing_picture_gets_a_line_and_not_a_page(client, film):
    show_site(film)
    response = client.get("/en/ferry/site/assets/none.png")
    assert (response.status_code, response.content) == (404, b"Not found.")


def test_site_is_there_only_while_the_film_is_live(client, film):
    give_site(film)
    assert client.get("/en/ferry/site/").status_code == 404
    show_site(film)
    assert client.get("/en/ferry/site/").status_code == 200
    withdraw(film.record, "en")
    assert client.get("/en/ferry/site/").status_code == 404


def test_replaced_site_is_shown_once_it_is_published(client, film):
    show_site(film, {"index.html": TEXT % b"first"})
    give_site(film, {"index.html": TEXT % b"second"})
    assert b"first" in client.get("/en/ferry/site/").content
    show_site(film, {"index.html": TEXT % b"second"})
    assert b"second" in client.get("/en/ferry/site/").content


def test_pages_stand_in_a_sandbox_of_their_own(client, film):
    show_site(film)
    response = client.get("/en/ferry/site/")
    own = "http://testserver/en/ferry/site/"
    rules = directives(response)
    assert rules["sandbox"] == "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    assert own in rules["default-src"].split()
    assert "'self'" not in rules["default-src"].split()
    assert (rules["form-action"], rules["frame-ancestors"], rules["object-src"]) == (
        "'none'", "'none'", "'none'",
    )  # fmt: skip
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["", "assets/pier.jpg", "assets/style.css", "none.png", "de/"])
def test_every_answer_is_in_the_sandbox_and_sets_no_cookie(desk, film, path):
    show_site(film)
    response = desk.get(f"/en/ferry/site/{path}")
    assert (directives(response)["sandbox"] != "", dict(response.cookies)) == (True, {})


def test_files_are_given_to_the_opaque_origin(client, film):
    show_site(film)
    headers = client.get("/en/ferry/site/assets/pier.woff2").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in headers


def test_other_pages_are_given_to_nobody(client, film):
    show_site(film)
    headers = client.get("/en/ferry/").headers
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_only_reading_is_allowed(client, film):
    show_site(film)
    assert client.post("/en/ferry/site/", {"q": "x"}).status_code == 405
    asked = client.options("/en/ferry/site/assets/facts.json")
    assert (asked.status_code, asked.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.css", b"p {}", "text/css; charset=utf-8"),
        ("a.css", b'@charset "iso-8859-1"; p {}', "text/css"),
        ("a.js", "'Fähre'".encode("cp1252"), "text/javascript"),
        ("a.html", "Fähre".encode(), "text/html; charset=utf-8"),
        ("a.html", "Fähre".encode("cp1252"), "text/html"),
        ("a.html", b'<meta charset="windows-1252">x', "text/html"),
        ("a.html", b'<meta http-equiv=x content="text/html; charset=koi8-r">', "text/html"),
        ("a.html", b"\xef\xbb\xbfx", "text/html"),
        ("a.svg", b'<?xml version="1.0" encoding="utf-8"?><svg/>', "image/svg+xml"),
        ("a.woff2", b"x", "font/woff2"),
        ("a.mp4", b"x", "video/mp4"),
    ],
)
def test_types_are_said_and_charsets_only_where_nobody_did(client, film, name, data, kind):
    show_site(film, {"index.html": b"x", name: data}, adds_viewport=False)
    response = client.get(f"/en/ferry/site/{name}")
    assert (response.headers["Content-Type"], body_of(response)) == (kind, data)


def test_page_gets_a_viewport_and_nothing_else(client, film):
    page = TEXT % b"Old"
    show_site(film, {"index.html": page})
    shown = client.get("/en/ferry/site/").content
    assert (shown != page, shown.replace(ADDED_VIEWPORT, b"")) == (True, page)


def test_page_is_left_alone_when_editors_wish(client, film):
    show_site(film, {"index.html": TEXT % b"Old"}, adds_viewport=False)
    assert client.get("/en/ferry/site/").content == TEXT % b"Old"


def test_media_answer_ranges(client, film):
    show_site(film, {"index.html": b"x", "a.mp4": bytes(range(256)) * 40})
    response = client.get("/en/ferry/site/a.mp4", headers={"range": "bytes=250-259"})
    assert (response.status_code, body_of(response)) == (
        206, bytes([250, 251, 252, 253, 254, 255, 0, 1, 2, 3]),
    )  # fmt: skip
    assert response.headers["Content-Range"] == "bytes 250-259/10240"
    refused = client.get("/en/ferry/site/a.mp4", headers={"range": "bytes=20000-"})
    assert refused.status_code == 416


def test_head_says_the_length_without_a_body(client, film):
    show_site(film)
    response = client.head("/en/ferry/site/assets/pier.woff2")
    assert (response.headers["Content-Length"], response.content) == (str(len(FONT)), b"")


def test_known_content_is_not_sent_again(client, film):
    show_site(film)
    for path in ("", "assets/pier.jpg"):
        etag = client.get(f"/en/ferry/site/{path}").headers["ETag"]
        again = client.get(f"/en/ferry/site/{path}", headers={"if-none-match": etag})
        assert (again.status_code, body_of(again)) == (304, b"")


def test_pages_are_asked_for_again_and_files_kept_an_hour(client, film):
    show_site(film)
    kept = [client.get(f"/en/ferry/site/{path}").headers["Cache-Control"]
            for path in ("", "assets/style.css")]  # fmt: skip
    assert kept == ["no-cache", "public, max-age=3600"]


def test_lost_archive_is_not_found(client, film):
    from assets.sites.archive import open_archive

    site = show_site(film, {"index.html": TEXT % b"lost"})
    default_storage.delete(open_archive(site.file.sha256).name)
    open_archive.cache_clear()
    assert client.get("/en/ferry/site/").status_code == 404


def test_archive_is_no_file_of_the_media_gate(desk, film):
    site = show_site(film)
    sha256 = site.file.sha256
    assert desk.get(f"/media/sites/{sha256[:2]}/{sha256}.zip").status_code == 404


def test_preview_shows_what_is_not_live_and_ends(client, film, monkeypatch):
    site = give_site(film)
    address = make_preview(site.file, True, "en")
    response = client.get(address)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "private, no-store")
    assert directives(response)["sandbox"].startswith("allow-scripts")
    assert f"http://testserver{address}" in directives(response)["default-src"]
    later = timezone.now() + timedelta(seconds=PREVIEW_SECONDS + 1)
    monkeypatch.setattr("time.time", later.timestamp)
    assert client.get(address).status_code == 404


def test_preview_needs_a_pass_of_ours(client, film):
    site = give_site(film)
    assert client.get(f"/preview/archive/{site.file.uuid}.1:x:y/en/").status_code == 404


def test_queries_of_a_page(client, film, django_assert_num_queries):
    show_site(film, files())
    client.get("/en/ferry/site/")
    with django_assert_num_queries(3):
        client.get("/en/ferry/site/")


@pytest.mark.parametrize(
    ("site", "kind", "status"),
    [
        ("same-origin", "script", 404),
        ("same-origin", "serviceworker", 404),
        ("same-site", "iframe", 404),
        ("cross-site", "script", 200),
        ("same-origin", "document", 200),
    ],
)
def test_pages_of_the_company_run_no_script_of_an_old_site(client, film, site, kind, status):
    show_site(film)
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Dest": kind}
    answer = client.get("/en/ferry/site/assets/old.js", headers=headers)
    assert answer.status_code == status
