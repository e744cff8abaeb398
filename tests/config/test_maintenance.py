"""In maintenance every address answers 503, in all languages, until the notice is gone."""

import pytest

from desk.backup.maintenance import maintenance_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(settings):
    path = maintenance_file()
    assert str(path).startswith(str(settings.BACKUP_ROOT))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}")
    return path


@pytest.mark.parametrize("address", ["/", "/en/", "/de/x/", "/admin/", "/healthz", "/media/a.jpg"])
def test_every_address_answers_503(client, notice, address):
    response = client.get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "120")
    assert response["Cache-Control"] == "no-store"


def test_forms_are_not_taken(client, notice):
    assert client.post("/admin/login/", {"username": "a"}).status_code == 503


def test_notice_is_read_in_every_language(client, notice):
    text = client.get("/").content.decode()
    assert '<section lang="en"><h1>Back in a moment</h1>' in text
    assert '<section lang="de"><h1>Gleich wieder da</h1>' in text


def test_notice_keeps_the_headers_of_public_pages(client, notice):
    assert client.get("/")["Content-Security-Policy"].startswith("default-src 'none'")


def test_site_is_back_when_the_notice_is_gone(client, notice):
    client.get("/healthz")
    notice.unlink()
    assert client.get("/healthz").status_code == 200
