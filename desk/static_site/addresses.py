"""Which file an address of the site becomes, and how pages name it.

A static host knows no query: what makes another page of a list goes into the path
(`/en/films/?country=DE&page=2` → `/en/films/country/DE/page/2/`), what makes another drawing into
the name (`….svg?ink=light` → `…-light.svg`), and all else is dropped.
"""

import posixpath
import re
from urllib.parse import parse_qsl, quote, unquote

INDEX = "index.html"
CATALOGUE = re.compile(r"/[a-z]{2,3}(?:-[a-z]+)?/films/", re.IGNORECASE)
SEARCH = re.compile(r"/(?:[a-z]{2,3}(?:-[a-z]+)?/)?search/", re.IGNORECASE)
LAUREL = re.compile(r"/laurels/[^/]+\.(?:svg|png)$")
# One filter at a time: all that can be combined would be more pages than films.
FACETS = ("category", "year", "country", "person")
NUMBERS = ("page", "entries")
VALUE = re.compile(r"[\w.-]{1,100}", re.ASCII)
NUMBER = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)
# Never asked for, whoever names them: the desk, and what only a link opens.
CLOSED = re.compile(r"/(?:admin|preview|press|hosts|healthz)(?:/|$)")
SAFE = "/:@!$&'()*+,;=~-._"


def normalise(url: str, here: str = "") -> str:
    """Return an address in the one form under which it is asked for and written.

    `here` is the address of the page that names it: of two filters the one that is new counts.
    """
    path, _mark, query = url.partition("#")[0].partition("?")
    if not path.endswith("/") and "." not in path.rpartition("/")[2]:
        path += "/"
    pairs = dict(parse_qsl(query))
    kept = _ink(pairs) if LAUREL.search(path) else _list_page(path, pairs, here)
    end = "&".join(f"{name}={value}" for name, value in kept.items())
    return f"{path}?{end}" if end else path


def _ink(pairs: dict[str, str]) -> dict[str, str]:
    # Dark is what the address shows without a word.
    return {"ink": "light"} if pairs.get("ink") == "light" else {}


def _list_page(path: str, pairs: dict[str, str], here: str) -> dict[str, str]:
    kept: dict[str, str] = {}
    if not path.endswith("/") or SEARCH.fullmatch(path):
        return kept
    if CATALOGUE.fullmatch(path):
        kept = _one_filter(pairs, chosen_in(here))
    for name in NUMBERS:
        if NUMBER.fullmatch(pairs.get(name, "")) and pairs[name] != "1":
            kept[name] = pairs[name]
    return kept


def _one_filter(pairs: dict[str, str], before: dict[str, str]) -> dict[str, str]:
    chosen = {n: pairs[n] for n in FACETS if VALUE.fullmatch(pairs.get(n, ""))}
    if len(chosen) > 1:
        chosen = {n: v for n, v in chosen.items() if before.get(n) != v} or chosen
        chosen = dict([next(iter(chosen.items()))])
    if not chosen and pairs.get("sort") == "title":
        return {"sort": "title"}
    return chosen


def chosen_in(address: str) -> dict[str, str]:
    """Return the filters that an address names."""
    pairs = dict(parse_qsl(address.partition("?")[2]))
    return {name: value for name, value in pairs.items() if name in FACETS}


def place_of(address: str) -> str:
    """Return the file of a normalised address, below the site's folder.

    Raises ValueError for an address that would lie elsewhere.
    """
    path, _mark, query = address.partition("?")
    place = unquote(path).lstrip("/")
    pairs = parse_qsl(query)
    if place and not place.endswith("/"):
        stem, dot, ending = place.rpartition(".")
        place = "".join([stem, *(f"-{value}" for _name, value in pairs), dot, ending])
    else:
        place += "".join(f"{name}/{value}/" for name, value in pairs) + INDEX
    if place != posixpath.normpath(place) or place.startswith("../") or "\0" in place:
        raise ValueError(f"{address} cannot be a file.")
    return place


def path_of(place: str) -> str:
    """Return the address under which a web server shows a file, from the site's own root."""
    shown = place.removesuffix(INDEX) if place.rpartition("/")[2] == INDEX else place
    return "/" + quote(shown, safe=SAFE)


def relative(place: str, target: str) -> str:
    """Return the address of the file `target` as a page at `place` names it."""
    base, path = posixpath.dirname(place), path_of(target)[1:]
    folder = quote(base, safe=SAFE)
    found = posixpath.relpath(path or ".", folder or ".")
    return found + "/" if path.endswith("/") or not path else found
