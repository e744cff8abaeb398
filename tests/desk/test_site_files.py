"""robots.txt: what search engines are asked to leave alone, and where the sitemap is."""

from urllib.robotparser import RobotFileParser

import pytest

from editorial.publishing import publish
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
