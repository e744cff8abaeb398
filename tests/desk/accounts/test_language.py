"""The language of the desk is chosen there, whatever the browser prefers, and only there."""

import pytest

CHOOSE = "/admin/language/"


def language(client, path="/admin/", **headers):
    return client.get(path, **headers)["Content-Language"]


def test_chosen_language_overrides_the_browser(desk):
    desk.post(CHOOSE, {"language": "de", "next": "/admin/films/film/"})
    assert language(desk, HTTP_ACCEPT_LANGUAGE="en") == "de"
    assert "Filme" in desk.get("/admin/", HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_choice_leads_back(desk):
    response = desk.post(CHOOSE, {"language": "de", "next": "/admin/films/film/?q=a"})
    assert (response.status_code, response["Location"]) == (302, "/admin/films/film/?q=a")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:1", ""])
def test_choice_leads_to_no_other_site(desk, target):
    response = desk.post(CHOOSE, {"language": "de", "next": target})
    assert response["Location"] == "/admin/"


def test_unknown_language_forgets_the_choice(desk):
    desk.post(CHOOSE, {"language": "de"})
    desk.post(CHOOSE, {"language": "xx"})
    assert language(desk, HTTP_ACCEPT_LANGUAGE="en") == "en"


def test_cookie_may_be_one_of_this_host_alone(desk):
    """Under https its name begins with `__Host-`, which browsers take with this path only."""
    cookie = desk.post(CHOOSE, {"language": "de"}).cookies["desk-language"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/", True, "Lax")


def test_visitor_gets_no_cookie(client, db):
    response = client.post(CHOOSE, {"language": "de"})
    assert (response.status_code, dict(response.cookies)) == (302, {})


def test_public_pages_ignore_the_cookie(client, db):
    client.cookies["desk-language"] = "de"
    assert language(client, "/en/") == "en"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="en")["Location"] == "/en/"


def test_choice_is_made_by_post_only(desk):
    assert desk.get(CHOOSE).status_code == 405
