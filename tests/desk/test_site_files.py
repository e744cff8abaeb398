"""robots.txt: what search engines are asked to leave alone; security.txt: whom to tell of a gap."""

from urllib.robotparser import RobotFileParser

import pytest

from editorial.changes import change
from editorial.publishing import publish
from pages.models import Profile
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def robots(client) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    return parser


@pytest.mark.parametrize(
    ("path", "is_open"),
    [
        ("/", True),
        ("/en/", True),
        ("/de/baikonur/", True),
        ("/media/renditions/aa/aa.jpg", True),
        ("/static/css/site.css", True),
        ("/admin/", False),
        ("/admin/preview/1/", False),
        ("/preview/token/", False),
        ("/search/?q=a", False),
        ("/en/search/?q=a", False),
        ("/de/search/", False),
    ],
)
def test_robots_see_what_is_public_and_no_searches(client, path, is_open):
    assert robots(client).can_fetch("*", f"{SITE}{path}") == is_open


def test_robots_are_led_to_the_sitemap(client):
    publish(FilmFactory().record, "en")
    (address,) = robots(client).site_maps()
    assert client.get(address.removeprefix(SITE)).status_code == 200


def test_security_txt_says_whom_to_tell(client, settings, time_machine):
    settings.SECURITY_CONTACT = "security@films.example"
    settings.SECURITY_POLICY = "https://films.example/security"
    time_machine.move_to("2027-03-01T12:00:00Z")
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:security@films.example",
        "Expires: 2027-08-28T00:00:00Z",
        "Preferred-Languages: en, de",
        f"Canonical: {SITE}/.well-known/security.txt",
        "Policy: https://films.example/security",
    ]


@pytest.mark.parametrize(
    ("setting", "mail", "contact"),
    [
        ("https://films.example/report", "a@films.example", "https://films.example/report"),
        ("", "a@films.example", "mailto:a@films.example"),
        ("", "", "mailto:lichtspiel@localhost"),
    ],
)
def test_security_txt_always_names_somebody(client, settings, setting, mail, contact):
    settings.SECURITY_CONTACT = setting
    settings.DEFAULT_FROM_EMAIL = "lichtspiel@localhost"
    with change(None, "test"):
        Profile.objects.create(name="Sund Film", email=mail)
    first = client.get("/.well-known/security.txt").content.decode().splitlines()[0]
    assert first == f"Contact: {contact}"
