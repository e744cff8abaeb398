"""Every address of the site with odd values in its places, and odd headers at some of them."""

import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.fuzz.asking import ask, judge, read_case, write_case
from tests.fuzz.mutating import mutate
from tests.fuzz.target import Target
from tests.fuzz.values import HEADER_VALUES, HEADERS, METHODS, PARAMETERS, VALUES
from tests.fuzz.world import FILM, known

PLACE = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>|\(\?P<\w+>[^()]*\)|\([^()]*\)")


def _routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    for one in patterns:
        here = before + str(one.pattern).removeprefix("^").removesuffix("$").removesuffix("\\Z")
        if isinstance(one, URLResolver):
            yield from _routes(one.url_patterns, here)
        elif isinstance(one, URLPattern):
            yield "/" + here


@cache
def routes(is_desk: bool) -> tuple[str, ...]:
    """Return all addresses of the desk, or all others; their places in angle brackets."""
    found = _routes(get_resolver().url_patterns)
    return tuple(sorted({one for one in found if one.startswith("/admin/") == is_desk}))


def make_path(dice: Random, is_desk: bool) -> str:
    """Return an address of the site with good and odd values in its places, and perhaps a query."""
    good = known()

    def value(found: re.Match[str]) -> str:
        if dice.random() < 0.6 and (
            fitting := good.get(found["name"] or "") or good.get(found["kind"] or "")
        ):
            return dice.choice(fitting)
        return "".join(dice.choice(VALUES) for _number in range(dice.choice((1, 1, 2, 3))))

    path = PLACE.sub(value, dice.choice(routes(is_desk)))
    if dice.random() < 0.2:
        at = dice.randint(1, len(path))
        path = path[:at] + dice.choice(VALUES) + path[at:]
    return path + ("?" + make_query(dice) if dice.random() < 0.5 else "")


def make_query(dice: Random) -> str:
    pairs = [
        f"{dice.choice(PARAMETERS)}={dice.choice(VALUES)}"
        for _number in range(dice.choice((1, 1, 2, 4)))
    ]
    if dice.random() < 0.05:
        pairs *= 60
    return "&".join(pairs)


def check_request(case: bytes) -> str:
    asked = read_case(case)
    return judge(asked, ask(asked)) if asked else ""


def make_address(dice: Random) -> bytes:
    return write_case(method=dice.choice(METHODS), path=make_path(dice, is_desk=False))


PAGES = (
    "/", "/en/", f"/en/{FILM}/", "/de/films/?year=2011", "/en/search/?q=ferry",
    f"/en/{FILM}/film.json", "/en/feed.xml", "/sitemap.xml", "/robots.txt", "/en/nothing/",
    "/admin/", "/admin/login/", "/en/screenings.ics", "{video}", "{picture}",
    "/static/css/site.css", "/healthz", f"/en/{FILM}/press/", "/press/x/", "/search/?q=x",
    "/hosts/known",
)  # fmt: skip


def make_headers(dice: Random) -> bytes:
    headers = {}
    for _number in range(dice.choice((1, 1, 2, 4))):
        value = dice.choice(HEADER_VALUES)
        value = mutate(dice, [value], HEADER_VALUES) if dice.random() < 0.5 else value
        headers[dice.choice(HEADERS)] = value[:8000].decode("latin-1")
    path = dice.choice(PAGES).format(video=known()["video"][0], picture=known()["picture"][0])
    return write_case(method=dice.choice(METHODS), path=path, headers=headers, body="a=b")


ADDRESSES = (
    Target("address", check_request, make=make_address),
    Target("header", check_request, make=make_headers),
)
