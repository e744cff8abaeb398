"""Addresses and numbers of other catalogues."""

import re

from films.identifiers import PATTERNS
from people.printed.spelling import fold
from sources.reading.objects import Line, Place, Reading

_URL = re.compile(r"(?:https?://|www\.)[^\s,;<>\"()|]+", re.IGNORECASE)
_SCHEMES = {
    "imdb": "imdb", "imdb id": "imdb", "imdb nr": "imdb", "imdb no": "imdb", "eidr": "eidr",
    "eidr id": "eidr", "isan": "isan", "isan id": "isan", "wikidata": "wikidata",
    "wikidata id": "wikidata", "tmdb": "tmdb", "tmdb id": "tmdb", "filmportal": "filmportal",
    "filmportal id": "filmportal", "filmportal de": "filmportal",
}  # fmt: skip
_HOSTS = {
    "imdb": "imdb.com", "wikidata": "wikidata.org", "tmdb": "themoviedb.org",
    "filmportal": "filmportal.de",
}  # fmt: skip
_KINDS = (
    ("trailer", ("trailer", "teaser", "clip")),
    ("watch", ("watch", "stream", "vod", "full film", "ansehen", "online", "player")),
    ("review", ("review", "kritik", "rezension")),
    ("shop", ("shop", "buy", "kaufen", "dvd")),
    ("website", ("site", "website", "homepage", "webseite", "film website")),
)
_NUMBER = re.compile(
    r"(?P<scheme>EIDR|ISAN|IMDb(?: ID)?|TMDb(?: ID)?"
    r"|Wikidata)\b\s*[:#]?\s*"
    r"(?P<value>[\w./-]{2,60})",
    re.I,
)


def scheme_of(label: str) -> str:
    return _SCHEMES.get(fold(label), "")


def add_number(reading: Reading, place: Place, scheme: str, value: str) -> bool:
    """Keep a catalogue's number; False if the value is none."""
    found = re.search(PATTERNS[scheme], value.strip(" ."))  # type: ignore[index]
    if found is None:
        return False
    reading.say("external_ids", place, scheme=scheme, value=found[1])
    return True


def read_addresses(reading: Reading, line: Line, label: str = "") -> bool:
    """Keep the addresses of a line, and the numbers that they are; False if there is none."""
    found = list(_URL.finditer(line.text))
    for one in found:
        url = one[0].rstrip(".")
        place = (line.start + one.start(), line.start + one.start() + len(url))
        scheme = next((name for name, host in _HOSTS.items() if host in url.lower()), "")
        if not (scheme and add_number(reading, place, scheme, url.rstrip("/"))):
            reading.say("links", place, url=url, label=label, kind=kind_of_link(label, url))
    return bool(found)


def read_number(reading: Reading, line: Line) -> bool:
    """Keep "EIDR 10.5240/...", alone on its line."""
    found = _NUMBER.fullmatch(line.text)
    scheme = scheme_of(found["scheme"]) if found else ""
    return bool(found and scheme and add_number(reading, line.place, scheme, found["value"]))


def kind_of_link(label: str, url: str) -> str:
    words = fold(label)
    told = next((kind for kind, names in _KINDS if any(name in words for name in names)), "")
    is_root = re.fullmatch(r"(?:https?://)?[^/]+/?", url) is not None
    return told or ("website" if is_root else "other")
