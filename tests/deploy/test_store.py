"""Files of an S3-compatible store through nginx, which fetches them by signed addresses."""

import re
from shutil import copytree
from urllib.parse import urlsplit

import pytest

from assets.serving import HEADERS, VIDEO_POLICY
from tests.deploy.conftest import Front, Site, places_of
from tests.deploy.nginx import SAMPLES, Nginx


@pytest.fixture(scope="module")
def stored(filled_folder, object_store, tmp_path_factory):
    """The site once more, its files in a bucket, which nginx asks."""
    folder = copytree(filled_folder, tmp_path_factory.mktemp("stored") / "site")
    url = object_store.new_url()
    bucket, _slash, prefix = urlsplit(url).path.strip("/").partition("/")
    client = object_store.client()
    for path in (folder / "media").rglob("*.*"):
        key = f"{prefix}/{path.relative_to(folder / 'media')}"
        client.put_object(Bucket=bucket, Key=key, Body=path.read_bytes(), ContentType="text/html")
    site = Site(folder, STORAGE_URL=url)
    host = object_store.address.removeprefix("http://")
    places = {
        **places_of(site),
        "#include lichtspiel/s3.conf": "include lichtspiel/s3.conf",
        "https://s3.example/": f"http://{host}/",
        "Host s3.example": f"Host {host}",
    }
    nginx = Nginx(tmp_path_factory.mktemp("nginx-s3"), "lichtspiel.conf", places)
    site.start()
    nginx.start()
    yield Front(nginx)
    nginx.stop()
    site.stop()


def test_picture_comes_from_the_store(stored, site, picture):
    front = stored
    answer = front.ask(picture, Authorization="Basic eDp5", Cookie="a=b")
    there = site.folder / picture.removeprefix("/")
    assert (answer.status, answer.body) == (200, there.read_bytes())
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "public, max-age=86400"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert [name for name in answer.headers if name.startswith(("x-amz", "x-accel"))] == []
    part = front.ask(picture, Range="bytes=10-19")
    assert (part.status, part.body) == (206, answer.body[10:20])


def test_picture_is_fetched_once(stored, picture):
    front = stored
    answers = [front.ask(f"{picture}?n={number}") for number in range(3)]
    assert [answer.headers["x-cache"] for answer in answers] == ["MISS"] * 3
    assert [answer.headers["x-store-cache"] for answer in answers[1:]] == ["HIT"] * 2


def test_policies_are_those_of_lichtspiel():
    text = (SAMPLES / "lichtspiel/http.conf").read_text()
    policies = re.search(r"map \$uri \$lichtspiel_file_policy {\n(.*?)}", text, re.DOTALL)[1]
    assert re.findall(r'"([^"]*)";', policies) == [
        VIDEO_POLICY,
        HEADERS["Content-Security-Policy"],
    ]


def test_store_is_closed_from_outside(stored):
    front = stored
    assert front.ask("/protected/s3/lichtspiel/ready").status == 404
