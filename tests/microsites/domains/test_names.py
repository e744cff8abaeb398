"""Names of hosts as typed, stored and shown."""

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from microsites.hosts.names import check_host, name_of, to_ascii, to_readable
from microsites.models import Domain
from microsites.models.addresses import HOST


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("night-ferry.film", "night-ferry.film"),
        (" WWW.Night-Ferry.Film. ", "www.night-ferry.film"),
        ("nachtfähre.film", "xn--nachtfhre-02a.film"),
        ("NACHTFÄHRE.FILM", "xn--nachtfhre-02a.film"),
        ("nachtfa\u0308hre.film", "xn--nachtfhre-02a.film"),
        ("straße.film", "xn--strae-oqa.film"),
        ("байконур.рф", "xn--80abzepfpx.xn--p1ai"),
        ("ночь。film", "xn--m1ac1au.film"),
        ("xn--nachtfhre-02a.film", "xn--nachtfhre-02a.film"),
    ],
)
def test_host_is_stored_as_the_network_knows_it(typed, stored):
    assert to_ascii(typed) == stored
    HOST(stored)


@pytest.mark.parametrize(
    "typed",
    [
        "https://night-ferry.film", "night-ferry.film/", "night-ferry.film:8000",
        "night ferry.film", "night_ferry.film", "-night.film", "night-.film", "localhost",
        "192.168.0.1", "[::1]", "::1", "night..film", ".night.film", "", "night.film..",
        f"{'a' * 64}.film", f"{'ä' * 70}.film", "night.123", "ferry.film, evil.example",
        "night\n.film", "näch\u200dt.film", "★.film",
    ],
)  # fmt: skip
def test_what_is_no_host_is_refused(typed):
    with pytest.raises(ValidationError):
        HOST(to_ascii(typed))


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("night-ferry.film", "night-ferry.film"),
        ("xn--nachtfhre-02a.film", "nachtfähre.film"),
        ("xn--80abzepfpx.xn--p1ai", "байконур.рф"),
        ("xn--99999999999.film", "xn--99999999999.film"),
        ("xn--.film", "xn--.film"),
        ("xn--night-.film", "xn--night-.film"),
    ],
)
def test_host_is_shown_in_its_own_letters_where_that_is_certain(host, shown):
    assert to_readable(host) == shown


@pytest.mark.parametrize("host", ["films.example", "www.films.example", "media.example"])
def test_host_of_the_whole_site_is_refused(settings, host):
    settings.SITE_HOST = "films.example"
    settings.ALLOWED_HOSTS = ["films.example", "media.example", ".films.example"]
    with pytest.raises(ValidationError, match="the address of the whole site"):
        check_host(host)


def test_subdomain_of_the_site_may_be_a_films_host(settings):
    settings.SITE_HOST = "films.example"
    settings.ALLOWED_HOSTS = [".films.example"]
    check_host("night-ferry.films.example")


def test_name_of_the_readers_own_machine_is_for_local_sites_alone(settings):
    settings.SITE_HOST = "localhost"
    check_host("ferry.localhost")
    settings.SITE_HOST = "films.example"
    with pytest.raises(ValidationError):
        check_host("ferry.localhost")


def test_domain_is_stored_clean_whatever_door_it_came_by(settings):
    domain = Domain(host=" Nachtfähre.FILM. ")
    domain.full_clean(exclude=["film"], validate_unique=False)
    assert domain.host == "xn--nachtfhre-02a.film"
    settings.SITE_HOST = "films.example"
    with pytest.raises(ValidationError):
        Domain(host="Films.Example").full_clean(exclude=["film"], validate_unique=False)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("night-ferry.film", "night-ferry.film"),
        ("Night-Ferry.FILM.", "night-ferry.film"),
        ("night-ferry.film:8443", "night-ferry.film"),
        ("night-ferry.film, evil.example", ""),
        ("night-ferry.film evil.example", ""),
        ("evil.example@night-ferry.film", ""),
        ("night-ferry.film/evil", ""),
        ("[::1]:8000", "[::1]"),
        ("nachtfähre.film", ""),
        ("", ""),
    ],
)
def test_name_is_read_from_the_host_header_alone(header, name):
    request = RequestFactory().get("/", headers={"host": header, "X-Forwarded-Host": "evil.film"})
    assert name_of(request) == name
