"""ARCHIVE_HOST: old sites on a host where nothing else is."""

import pytest

from config.checks import check_settings
from microsites.archive.hosting import is_archive_host
from tests.factories import FilmFactory
from tests.microsites.archive.old_site import show_site

HOST = "archive.films.example"


@pytest.fixture
def apart(settings):
    settings.ARCHIVE_HOST = HOST
    settings.ALLOWED_HOSTS = ["testserver", HOST]
    settings.SITE_URL = "http://testserver"
    settings.SITE_HOST = "testserver"


@pytest.fixture
def film(db, apart):
    film = FilmFactory(key="ferry")
    show_site(film)
    return film


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (HOST, True),
        (f"{HOST}:8000", True),
        ("testserver", False),
        (f"x.{HOST}", False),
        ("", False),
    ],
)
def test_host_is_known_with_and_without_its_port(apart, host, expected):
    assert is_archive_host(host) is expected


def test_no_host_is_one_while_none_is_named(settings):
    settings.ARCHIVE_HOST = ""
    assert is_archive_host("") is False


def test_company_leads_to_the_host(client, film):
    response = client.get("/de/ferry/site/crew.html?a=1")
    assert (response.status_code, response.url) == (
        302,
        f"http://{HOST}/de/ferry/site/crew.html?a=1",
    )


def test_host_shows_the_site_without_a_sandbox(client, film):
    response = client.get("/en/ferry/site/", headers={"host": HOST})
    policy = response.headers["Content-Security-Policy"]
    assert (response.status_code, "sandbox" in policy) == (200, False)
    assert "form-action 'none'" in policy.split("; ")
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/login/", "/en/", "/en/ferry/", "/media/x", "/static/x", "/healthz"]
)
def test_host_has_nothing_else(client, film, path):
    response = client.get(path, headers={"host": HOST})
    assert (response.status_code, dict(response.cookies)) == (404, {})


def test_start_of_the_host_leads_to_the_company(client, film):
    assert client.get("/", headers={"host": HOST}).url == "http://testserver/"


@pytest.mark.parametrize("host", ["https://x.example", "x.example/old", "films.example", "a b"])
def test_wrong_hosts_are_named_by_the_checks(settings, host):
    settings.SITE_URL, settings.SITE_HOST = "https://films.example", "films.example"
    settings.ARCHIVE_HOST = host
    expected = "lichtspiel.E007" if host == "films.example" else "lichtspiel.E006"
    assert [error.id for error in check_settings(None)] == [expected]


@pytest.mark.parametrize("host", ["", HOST, "archive.localhost:8000"])
def test_right_hosts_pass_the_checks(settings, host):
    settings.ARCHIVE_HOST = host
    assert [
        error
        for error in check_settings(None)
        if error.id in ("lichtspiel.E006", "lichtspiel.E007")
    ] == []
