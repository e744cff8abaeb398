"""The host of a request: the company's, a film's, or nobody's."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from config import hosts
from editorial.changes import change
from editorial.memory import forget
from editorial.publishing import publish, withdraw
from microsites.models import Domain
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
HOST = "night-ferry.film"
REFUSED = "There is no site of this name here.\nEinen Auftritt dieses Namens gibt es hier nicht.\n"


@pytest.fixture
def film(settings):
    settings.SITE_URL, settings.SITE_HOST = "https://films.example", "films.example"
    settings.ALLOWED_HOSTS = ["films.example"]
    film = FilmFactory(slug_en="ferry")
    with change(None, "test"):
        Domain.objects.create(film=film, host=HOST)
    return film


@pytest.fixture
def live(film):
    publish(film.record, "en")
    return film


def ask(client, host, path="/healthz", **headers):
    return client.get(path, headers={"host": host, **headers})


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "films.example.evil.example", "films.example, evil.example",
        "films.example evil.example", "evil.example@films.example", "films.example@evil.example",
        "films.example/..", "films.example:80:90", "films.example..", "127.0.0.1", "[::1]", "[::1",
        "[films.example]", "xn--films.example", f"www.{HOST}", f"{HOST}, evil.example", f"{HOST}#",
        f"{HOST}..", "*", ".", "a" * 5000,
    ],
)  # fmt: skip
def test_unknown_host_is_refused_in_all_languages(client, live, host):
    answer = ask(client, host)
    assert (answer.status_code, answer.content.decode()) == (400, REFUSED)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "host",
    ["films.example", "FILMS.example", "films.example.", "films.example:8443",
     HOST, "Night-Ferry.FILM", f"{HOST}.", f"{HOST}:8443"],
)  # fmt: skip
def test_known_host_is_let_in_however_it_is_written(client, live, host):
    assert ask(client, host).content == b"ok\n"


def test_forwarded_host_changes_nothing(client, live):
    assert ask(client, "evil.example", **{"X-Forwarded-Host": HOST}).status_code == 400
    answer = ask(client, "films.example", "/", **{"X-Forwarded-Host": HOST})
    assert answer["Location"] == "/en/"
    assert reverse("admin:login") == "/admin/login/"
    inside = ask(client, "films.example", "/admin/login/", **{"X-Forwarded-Host": HOST})
    assert inside.status_code == 200


def test_host_of_a_film_that_is_not_live_is_refused(client, film):
    assert ask(client, HOST).status_code == 400
    publish(film.record, "en")
    assert ask(client, HOST).status_code == 200
    withdraw(film.record, "en")
    assert ask(client, HOST, "/en/").status_code == 400


def test_host_holds_from_the_moment_it_is_saved(client, live):
    assert ask(client, HOST).status_code == 200
    with change(None, "test"):
        Domain.objects.get().delete()
        Domain.objects.create(film=live, host="ferry.example")
    assert ask(client, "ferry.example").status_code == 200
    assert ask(client, HOST, "/en/").status_code == 400


@pytest.mark.parametrize(("host", "queries"), [("films.example", 0), (HOST, 0), ("evil.com", 1)])
def test_known_host_costs_no_query(rf, live, host, queries, django_assert_num_queries):
    reached = []
    middleware = hosts.refuse_unknown_hosts(lambda request: reached.append(request) or "page")
    forget()
    middleware(rf.get("/", headers={"host": HOST}))
    middleware(rf.get("/", headers={"host": "evil.com"}))
    with django_assert_num_queries(queries):
        middleware(rf.get("/", headers={"host": host}))


def test_redirect_to_https_stays_on_the_films_host(client, live, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = ask(client, f"{HOST}:80", "/en/?a=1")
    assert (answer.status_code, answer["Location"]) == (301, f"https://{HOST}/en/?a=1")


def test_database_that_does_not_answer_is_no_error_of_ours(rf, monkeypatch, settings):
    def fail(name):
        raise OperationalError("database is locked")

    settings.ALLOWED_HOSTS = ["films.example"]
    monkeypatch.setattr(hosts, "find_host", fail)
    middleware = hosts.refuse_unknown_hosts(lambda request: "page")
    assert middleware(rf.get("/", headers={"host": HOST})).status_code == 503
    assert middleware(rf.get("/", headers={"host": "films.example"})) == "page"
