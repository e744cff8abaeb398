"""The desk page of a film's own host."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import Revision
from microsites.desk import domain_views
from microsites.hosts.resolving import Answer
from microsites.models import Domain
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db
HOST = "night-ferry.film"


@pytest.fixture
def film():
    return FilmFactory()


@pytest.fixture
def editor_desk(client):
    client.force_login(make_member("editor"))
    return client


def at(film):
    return reverse("microsite_desk_domain", args=[film.pk])


def send(client, film, host, **more):
    version = client.get(at(film)).context["version"]
    return client.post(at(film), {"host": host, "version": version, **more})


def give(film, host):
    with change(None, "test"):
        return Domain.objects.create(film=film, host=host)


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("Night-Ferry.FILM.", HOST, HOST),
        ("nachtfähre.film", "xn--nachtfhre-02a.film", "nachtfähre.film"),
    ],
)
def test_host_is_stored_clean_and_shown_readable(editor_desk, film, typed, stored, shown):
    assert send(editor_desk, film, typed).status_code == 302
    assert Domain.objects.get(film=film).host == stored
    page = editor_desk.get(at(film))
    assert f'value="{shown}"' in page.content.decode()
    assert page.context["address"] == f"http://{stored}:8000"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "This field is required."),
        ("https://night-ferry.film/", "without https:// and without a path"),
        ("192.168.1.1", "without https:// and without a path"),
        ("localhost", "is the address of the whole site"),
        ("night ferry.film", "without https:// and without a path"),
        ("a" * 300 + ".film", "at most 253"),
    ],
)
def test_what_can_be_no_host_is_refused_and_kept_in_the_field(editor_desk, film, typed, says):
    page = send(editor_desk, film, typed)
    assert page.status_code == 422
    assert says in str(page.context["form"].errors)
    assert page.context["form"]["host"].value() == typed
    assert Domain.objects.count() == 0


def test_host_of_another_film_is_refused(editor_desk, film):
    give(FilmFactory(), HOST)
    page = send(editor_desk, film, HOST)
    assert page.status_code == 422
    assert page.context["form"].errors == {"host": ["This host belongs to another film."]}


def test_change_is_in_the_films_history(editor_desk, film):
    send(editor_desk, film, HOST)
    latest = Revision.objects.filter(record=film.pk).latest("pk")
    assert [row["host"] for row in latest.document["domains"]] == [HOST]
    assert latest.reason == "Own domain saved"


def test_who_was_overtaken_sees_both_and_saves_again(editor_desk, film):
    old = editor_desk.get(at(film)).context["version"]
    give(film, "theirs.film")
    page = editor_desk.post(at(film), {"host": HOST, "version": old})
    assert page.status_code == 409
    assert "It now reads: <b>theirs.film</b>" in page.content.decode()
    assert f'value="{HOST}"' in page.content.decode()
    assert Domain.objects.get().host == "theirs.film"
    again = editor_desk.post(at(film), {"host": HOST, "version": page.context["version"]})
    assert again.status_code == 302
    assert Domain.objects.get().host == HOST


def test_host_is_taken_away_but_not_one_that_changed_meanwhile(editor_desk, film):
    domain = give(film, HOST)
    old = editor_desk.get(at(film)).context["version"]
    with change(None, "test"):
        domain.host = "theirs.film"
        domain.save()
    sent = {"action": "remove", "host": HOST}
    assert editor_desk.post(at(film), {**sent, "version": old}).status_code == 409
    assert Domain.objects.get().host == "theirs.film"
    assert send(editor_desk, film, "", action="remove").status_code == 302
    assert Domain.objects.count() == 0


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (("192.0.2.1", "2001:db8::1"), f"{HOST} leads here."),
        (("198.51.100.7",), f"{HOST} leads elsewhere"),
        ((), f"The DNS does not know {HOST}."),
    ],
)
def test_dns_is_asked_on_demand_and_nothing_saved(editor_desk, film, monkeypatch, found, says):
    asked = []

    def ask(host):
        asked.append(host)
        return Answer(host, found, "films.example", ("192.0.2.1",))

    monkeypatch.setattr(domain_views, "ask_dns", ask)
    editor_desk.get(at(film))
    send(editor_desk, film, HOST)
    assert asked == []
    page = send(editor_desk, film, HOST.upper(), action="check")
    assert asked == [HOST]
    assert says in page.content.decode()
    before = Domain.objects.get(film=film).host
    send(editor_desk, film, "other.film", action="check")
    assert Domain.objects.get(film=film).host == before


def test_wrong_name_is_not_asked_of_the_dns(editor_desk, film, monkeypatch):
    monkeypatch.setattr(domain_views, "ask_dns", lambda host: pytest.fail("asked"))
    assert send(editor_desk, film, "no host", action="check").status_code == 422


@pytest.mark.parametrize(("host", "kind"), [(HOST, "ALIAS"), ("www.night-ferry.film", "CNAME")])
def test_page_says_what_the_dns_needs(editor_desk, film, host, kind):
    give(film, host)
    text = editor_desk.get(at(film)).content.decode()
    assert f"<code>{host}.</code></td><td>{kind}" in text
    assert "<code>localhost.</code>" in text


def test_translator_may_look_only(client, film):
    give(film, HOST)
    client.force_login(make_member("translator", languages=["de"]))
    page = client.get(at(film))
    assert page.status_code == 200
    assert '<form method="post" class="own-host__form"' not in page.content.decode()
    assert client.post(at(film), {"host": "x.film"}).status_code == 403
    assert Domain.objects.get().host == HOST
