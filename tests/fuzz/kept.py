"""What opens only with its secret, and what is kept for all who ask the same."""

import gzip
import re
from random import Random
from typing import Any
from urllib.parse import quote

import brotli

from tests.fuzz.addresses import make_path, make_query
from tests.fuzz.asking import ask, judge, read_case, write_case
from tests.fuzz.mutating import mutate
from tests.fuzz.target import Target
from tests.fuzz.values import HEADER_VALUES, HEADERS
from tests.fuzz.world import FILM, known


def make_token(dice: Random) -> bytes:
    """Return an address with a secret in which something was changed."""
    address = dice.choice(known()["secret"])
    secret = mutate(
        dice, [address.encode()], [b".", b":", b"-", b"=", b"==", b"0", b"9" * 20, b"/", b"%00"]
    )
    path = quote(secret.decode("latin-1"), safe="/?=&.:%", encoding="latin-1")
    return write_case(path=path if path.startswith("/") else f"/{path}")


def check_token(case: bytes) -> str:
    """Nothing that is secret is shown to whoever has another secret."""
    asked = read_case(case)
    if asked is None:
        return ""
    answer = ask(asked)
    is_ours = any(asked["path"].startswith(address.rstrip("/")) for address in known()["secret"])
    if answer.status == 200 and not is_ours and b"secret caption" in answer.body:
        return "a secret that was changed opens what the right one does"
    return judge(asked, answer)


ENCODINGS = ("", "gzip", "br", "identity", "gzip;q=0.1, br", "br;q=0", "*", "GZIP", "x")
CACHED = (
    "/en/", f"/en/{FILM}/", "/de/films/", "/en/films/?page=1", "/en/feed.xml",
    f"/en/{FILM}/film.json", "/EN/", f"/en/{FILM}", "/en//", "/en/people/", "/en/festivals/",
    "/en/%66ilms/", "/en/films.json",
)  # fmt: skip
COOKIES = (
    "",
    "",
    "a=b",
    "sessionid=x",
    "csrftoken=y",
    "messages=x",
    "lichtspiel_language=de",
    "x=sessionid",
)


def make_cached(dice: Random) -> bytes:
    """Return a request that the cache may answer, or must not."""
    path = dice.choice(CACHED) if dice.random() < 0.7 else make_path(dice, is_desk=False)
    path = path if "?" in path or dice.random() < 0.5 else f"{path}?{make_query(dice)}"
    headers = {
        "Accept-Encoding": dice.choice(ENCODINGS), "Cookie": dice.choice(COOKIES),
        "Accept-Language": dice.choice(("en", "de", "")),
        "Host": dice.choice(("testserver", "TestServer:80")),
    }  # fmt: skip
    if dice.random() < 0.2:
        headers |= {dice.choice(HEADERS): dice.choice(HEADER_VALUES).decode("latin-1")}
    return write_case(method=dice.choice(("GET", "GET", "HEAD")), path=path, headers=headers)


COMPARED = (
    "Content-Type",
    "Content-Language",
    "Location",
    "Content-Security-Policy",
    "Cache-Control",
)


def check_cached(case: bytes) -> str:
    """A page from the cache is, for whoever asks, the page that Django would have answered."""
    asked = read_case(case)
    if asked is None:
        return ""
    # The second answer is that of the cache, if it keeps such a page.
    ask(asked)
    found, direct = ask(asked), ask(asked, is_cached=False)
    if problem := judge(asked, found):
        return problem
    if found.status != direct.status:
        return f"status {found.status} from the cache, {direct.status} without"
    for name in COMPARED if found.status != 304 else ():
        if found.get(name) != direct.get(name):
            return f"{name} differs\n{found.get(name)!r} {direct.get(name)!r}"
    accepted = str(asked.get("headers", {}).get("Accept-Encoding", ""))
    encoding = found.get("Content-Encoding")
    if encoding and encoding not in accepted.lower() and "*" not in accepted:
        return "an encoding that nobody asked for"
    if asked.get("method") == "HEAD":  # gunicorn sends no body, whoever made one
        return ""
    return "" if _plain(found) == _plain(direct) else "another page than without the cache"


CHANGING = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*|nonce="[^"]*')


def _plain(answer: Any) -> bytes:
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(
        answer.get("Content-Encoding"), bytes
    )
    return CHANGING.sub(b"", unpack(answer.body) if answer.body else b"")


KEPT = (
    Target("token", check_token, make=make_token),
    Target("page-cache", check_cached, make=make_cached),
)
