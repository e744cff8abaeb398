"""Old addresses lead on, wherever on the site they are asked for."""

import pytest

from editorial.changes import change
from editorial.publishing import publish
from pages.models import Redirect
from pages.redirecting import following
from pages.redirecting.following import all_rules
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def redirect(old, new="/en/ferry/", **more):
    with change(None, "test"):
        return Redirect.objects.create(old_path=old, new_path=new, **more)


@pytest.mark.parametrize(
    ("old", "asked"),
    [
        ("/filme/alt.html", "/filme/alt.html?id=7"),
        ("/index.php", "/index.php?film=3"),
        ("/de/alt/neu", "/de/alt/neu/"),
        ("/de/alt.html", "/de/alt.html"),
        ("/en/people/jane/", "/en/people/jane/"),
        ("/en/films/alt.html", "/en/films/alt.html"),
        ("/fähre", "/F%C3%84HRE/"),
    ],
)
def test_an_old_address_leads_on_for_good(client, old, asked):
    redirect(old)
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, "/en/ferry/")
    assert response["Cache-Control"] == "public, max-age=3600"


def test_a_page_that_is_here_comes_before_a_redirect(client):
    film = FilmFactory(key="ferry", slug_en="ferry")
    publish(film.record, "en")
    redirect("/en/ferry/", "/en/")
    assert client.get("/en/ferry/").status_code == 200


def test_a_new_redirect_works_at_once(client):
    assert client.get("/alt.html").status_code == 404
    row = redirect("/alt.html")
    assert client.get("/alt.html").status_code == 301
    with change(None, "test"):
        row.delete()
    assert client.get("/alt.html").status_code == 404


def test_a_form_is_not_led_on(client):
    redirect("/alt.html")
    assert client.post("/alt.html").status_code == 404


def test_a_head_request_is_answered_alike(client):
    redirect("/alt.html")
    assert client.head("/alt.html")["Location"] == "/en/ferry/"


def test_a_renamed_film_leads_from_its_former_address_for_good(client):
    film = FilmFactory(key="ferry", slug_en="ferry")
    publish(film.record, "en")
    with change(None, "renamed"):
        film.slug_en = "night-ferry"
        film.save()
    publish(film.record, "en")
    response = client.get("/en/ferry/")
    assert (response.status_code, response["Location"]) == (301, "/en/night-ferry/")


@pytest.mark.parametrize("count", [1, 30])
def test_a_missing_page_costs_the_same_however_many_redirects(
    client, django_assert_num_queries, count
):
    for number in range(count):
        redirect(f"/alt-{number}.html")
    client.head("/nowhere.html")
    with django_assert_num_queries(1):
        assert client.head("/nowhere.html").status_code == 404


@pytest.mark.parametrize(
    "odd", [{"old_query": 220 * "&"}, {"new": "javascript:alert(1)"}, {"old_query": "\x01\n"}]
)
def test_a_row_that_came_past_the_form_spoils_no_missing_page(client, caplog, odd):
    redirect("/odd.html", **odd)
    redirect("/alt.html")
    assert client.get("/odd.html").status_code == 404
    assert client.get("/alt.html").status_code == 301
    named = [record.message for record in caplog.records if record.name == following.__name__]
    assert [message[:36] for message in named] == ["Redirects that cannot be followed: 1"]


def test_rules_are_made_anew_only_when_they_have_changed(client):
    redirect("/alt.html")
    client.get("/alt.html")
    former = all_rules()
    film = FilmFactory(key="ferry", slug_en="ferry")
    publish(film.record, "en")
    client.get("/alt.html")
    assert all_rules() is former
    redirect("/neu.html")
    client.get("/alt.html")
    assert all_rules() is not former
