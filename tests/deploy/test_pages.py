"""Pages through nginx: kept for a second, the same for everybody, never a member's."""

import re
import time
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import UUID

import pytest

from desk.accounts.language import COOKIE
from tests.deploy.conftest import HOST
from tests.deploy.filling import EDITOR, PASSWORD

FILM = "/en/night-ferry/"
COOKIES = (
    "__Host-lichtspiel",
    "__Host-csrf",
    "sessionid",
    "csrftoken",
    "messages",
    "__Host-messages",
    "__Host-desk-language",
    COOKIE,
)


def log_in(front) -> str:
    """Return the cookies of an editor who has logged in."""
    form = front.ask("/admin/login/")
    cookie = form.cookies[0].partition(";")[0]
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', form.body)[1].decode()
    fields = {"csrfmiddlewaretoken": token, "username": EDITOR, "password": PASSWORD}
    answer = front.ask(
        "/admin/login/", "POST", urlencode(fields), Cookie=cookie, Referer=f"https://{HOST}/",
        Content_Type="application/x-www-form-urlencoded",
    )  # fmt: skip
    assert answer.status == 302, answer.body
    return "; ".join(each.partition(";")[0] for each in answer.cookies)


@pytest.fixture(scope="module")
def member(front) -> str:
    return log_in(front)


def ask_until(front, path: str, wanted: str, **headers: str):
    """Ask until nginx says so; it keeps nothing for longer than a second."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        answer = front.ask(path, **headers)
        if answer.kept == wanted:
            return answer
    raise AssertionError(f"{path} was never {wanted}.")


def test_page_is_kept_and_the_same(front):
    first = ask_until(front, FILM, "HIT")
    assert (first.status, b"Night Ferry" in first.body) == (200, True)
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["strict-transport-security"] == "max-age=31536000"


def test_page_is_fresh_after_its_second(front, site):
    ask_until(front, FILM, "HIT")
    site.run(
        "from django.contrib.auth import get_user_model as m; from editorial.changes import change;"
        "from films.models import Film; from editorial.publishing import publish;"
        "user = m().objects.get(); film = Film.objects.get(record__key='night-ferry');\n"
        "with change(user, 'test'):\n"
        "    film.title_en = 'Day Ferry'; film.save()\n"
        "publish(film.record, 'en', user)"
    )
    time.sleep(1.1)  # what nginx may still show is a second old
    assert b"Day Ferry" in front.ask(FILM).body


@pytest.mark.parametrize("name", COOKIES)
def test_cookie_of_ours_never_gets_or_fills_what_is_kept(front, name):
    path = f"/en/films/?category=feature&page=1&{name.strip('_')}"
    assert front.ask(path, Cookie=f"a=b; {name}=x").kept == "BYPASS"
    assert front.ask(path).kept == "MISS"
    assert front.ask(path, Cookie=f"{name}=x").kept == "BYPASS"


def test_named_visitor_is_not_given_what_is_kept(front):
    assert front.ask(FILM, Authorization="Basic eDp5").kept == "BYPASS"


def test_cookie_of_others_changes_nothing(front):
    ask_until(front, FILM, "HIT", Cookie="_ga=1; consent=sessionid")


def test_desk_is_never_kept(front, member):
    answer = front.ask("/admin/", Cookie=member)
    assert (answer.status, answer.kept) == (200, "")
    stranger = front.ask("/admin/")
    assert (stranger.status, stranger.headers["location"].partition("?")[0]) == (
        302,
        "/admin/login/",
    )


def test_draft_is_shown_to_nobody_after_an_editor_saw_it(front, site, member):
    (draft,) = site.ask("SELECT uuid FROM editorial_record WHERE key = 'harbour-secret'")
    preview = front.ask(f"/admin/preview/{UUID(draft)}/page/?language=en", Cookie=member)
    assert (preview.status, b"Harbour Secret" in preview.body, preview.kept) == (200, True, "")
    for cookie, kept in ((member, "BYPASS"), ("", "MISS")) * 2:
        answer = front.ask("/en/harbour-secret/", Cookie=cookie)
        assert (answer.status, answer.kept) == (404, kept)
        assert b"Harbour Secret" not in answer.body


@pytest.mark.parametrize(
    "path", ["/", "/robots.txt", "/sitemap.xml", "/healthz", "/en/search/?q=x"]
)
def test_what_differs_by_visitor_or_question_is_not_kept(front, path):
    assert [front.ask(path).kept for _ in range(2)] == ["", ""]


def test_marked_link_is_the_same_page(front):
    ask_until(front, FILM, "HIT")
    marked = ask_until(front, f"{FILM}?utm_source=mail&utm_campaign=a%20b&fbclid=x1", "HIT")
    assert b"utm_" not in marked.body


def test_other_query_is_another_page(front):
    assert front.ask(f"{FILM}?utm_source=mail&page=2x").kept == "MISS"


def test_each_encoding_is_kept_apart(front):
    plain = ask_until(front, FILM, "HIT")
    packed = ask_until(front, FILM, "HIT", Accept_Encoding="deflate, gzip;q=0.5")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    refused = ask_until(front, FILM, "HIT", Accept_Encoding="gzip;q=0, br;q=0")
    assert refused.body == plain.body


def test_head_has_the_length_and_no_body(front):
    whole = front.ask(FILM)
    head = front.ask(FILM, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.body))


def test_hosts_are_kept_apart(front):
    ask_until(front, FILM, "HIT")
    with pytest.raises(OSError, match=r"(?i)unrecognized.name"):
        front.ask(FILM, host="other.example")


def test_plain_http_leads_to_https(front):
    connection = HTTPConnection("127.0.0.1", front.nginx.plain_port, timeout=10)
    connection.request("GET", "/en/?a=b", headers={"Host": HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("location")) == (308, f"https://{HOST}/en/?a=b")
    connection.close()


def test_long_question_is_answered(front):
    assert front.ask(f"/en/search/?q={'x' * 20_000}").status == 200


def read_log(front) -> str:
    """Return the log once it has the last line: that is written after the answer."""
    front.ask("/robots.txt?last")
    until = time.monotonic() + 20
    while not front.nginx.log().rstrip().split("\n")[-1].count("/robots.txt"):
        assert time.monotonic() < until
    return front.nginx.log()


def test_log_keeps_no_visitor_query_or_key(front):
    front.ask("/en/search/?q=whom-i-look-for")
    front.ask("/preview/s3cr3t-of-a-link/?x=1")
    front.ask(f"/press/{'k' * 43}/")
    text = read_log(front)
    assert "127.0.0.0 [" in text
    assert f"GET {HOST}/preview/* 404" in text
    assert f"GET {HOST}/press/* 404" in text
    assert [word for word in ("whom-i", "s3cr3t", "kkkk", "127.0.0.1") if word in text] == []


def test_floods_of_passwords_are_turned_away(front):
    statuses = [front.ask("/admin/account/reset/", "POST", "x").status for _ in range(30)]
    assert (statuses[0], statuses[-1]) == (403, 429)
    assert front.ask("/admin/account/reset/").status == 200
