"""A header made to cost much costs no more than a usual one: counted in calls, not in time.

What gunicorn refuses before the site sees it (8 kB for one header, 100 of them) is asked of a real
server by the cases of tests/bad_input.
"""

import sys
from collections.abc import Callable

import pytest

from editorial.publishing import publish
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
LONGEST = 8000  # characters; gunicorn takes 8190 for one header
USUAL = {
    "accept-language": "de-DE,de;q=0.9,en-GB;q=0.8,en;q=0.7",
    "accept-encoding": "gzip, deflate, br, zstd",
    "cookie": "theme=dark; _shop=1",
}


def fill(piece: str) -> str:
    """Return as much of a piece as one header takes."""
    return (piece * LONGEST)[:LONGEST]


BOMBS = {
    "one long language": {"accept-language": fill("x")},
    "many languages": {"accept-language": fill("de;q=0.5,")},
    "many subtags": {"accept-language": fill("de-")},
    "many qualities": {"accept-language": fill("q=0.1;")},
    "many encodings": {"accept-encoding": fill("gzip;q=0.1,")},
    "many cookies": {"cookie": fill("a=1;")},
    "one long cookie": {"cookie": "a=" + fill('"\\')},
    "many tags": {"if-none-match": fill('"a",')},
    "many ranges": {"range": "bytes=" + fill("0-1,")},
    "many types": {"accept": fill("*/*;q=0.1,")},
    "many hosts before": {"x-forwarded-for": fill("1.1.1.1,")},
    "date": {"if-modified-since": fill("Mon, 01 Jan ")},
    "origin": {"origin": fill("https://a.")},
}


def count_calls(act: Callable[[], object]) -> int:
    """Return how many functions `act` calls, those written in C included."""
    calls = 0

    def note(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("path", ["/", "/en/ferry/", "/admin/login/"])
def test_header_bomb_costs_no_more_than_a_usual_request(client, path):
    publish(FilmFactory(slug_en="ferry").record, "en")
    for language in ("de", "en"):  # words and formats are read once for each
        client.get(path, headers={**USUAL, "accept-language": language})
    usual = count_calls(lambda: client.get(path, headers=USUAL))
    costs = {
        name: count_calls(lambda sent=sent: client.get(path, headers={**USUAL, **sent}))
        for name, sent in BOMBS.items()
    }
    assert {name: calls for name, calls in costs.items() if calls > 1.5 * usual} == {}


@pytest.mark.parametrize(("count", "status"), [(180, 302), (400, 400)])
def test_more_cookies_than_browsers_keep_are_refused(client, count, status):
    cookies = "; ".join(f"a{number}=1" for number in range(count))
    assert client.get("/", headers={"cookie": cookies}).status_code == status
