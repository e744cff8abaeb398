"""Links for the press and the passes of their files, asked for at a real server."""

import re
import secrets
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.core import signing
from django.test import override_settings
from django.utils import timezone

from editorial.models import ShareLink
from editorial.passes import make_pass
from editorial.publishing import publish
from editorial.sharing import make_link, revoke_link
from films.models import Film
from tests.bad_input.manifest import Case
from tests.bad_input.requests import send
from tests.bad_input.world import EDITOR, Server

ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
VIEWS, AT_ONCE = 7, 20


@dataclass(frozen=True)
class Shared:
    """A film with a picture for the press alone, and a link to it."""

    film: Film
    link: ShareLink
    token: str

    @property
    def page(self) -> str:
        return f"/press/{self.token}/"


def try_signed(case: Case, server: Server) -> str:
    """Try one case; return what went wrong, or ''."""
    attempt = ATTEMPTS.get(case.id)
    return attempt(server, case.expect["status"]) if attempt else "no such case is known here"


def share(access: str = "link", days: float = 7, **facts: int) -> Shared:
    from tests.factories import FilmFactory, make_image, place

    number = Film.objects.count()
    film = FilmFactory(key=f"signed-{number}", logline_en="It sails.")
    place(film, make_image(colour=(number % 256, 9, 200), access=access, photographer="N. Brandt"))
    publish(film.record, "en")
    expires = timezone.now() + timedelta(days=days)
    link, token = make_link(film.record, None, expires, scope=ShareLink.Scope.PRESS, **facts)
    return Shared(film, link, token)


def ask(server: Server, path: str) -> tuple[int, dict[str, str], str]:
    status, headers, body = send(server, "GET", path, {"Host": server.host})
    return status, headers, body.decode("utf-8", "replace")


def wrong(server: Server, paths: list[str], status: int) -> str:
    """Return what of these addresses answers otherwise, or ''."""
    found = Counter(ask(server, path)[0] for path in paths)
    return "" if found == Counter({status: len(paths)}) else f"answered {dict(found)}"


def file_of(server: Server, shared: Shared) -> str:
    """Return the address of the picture in full size, with the pass that the page gives."""
    return unescape(re.findall(r'href="(/media/large/[^"]+)"', ask(server, shared.page)[2])[0])


def flips(text: str) -> list[str]:
    """Return the text with each of its characters changed in turn."""
    return [
        text[:n] + ALPHABET[ALPHABET.find(character) ^ 1] + text[n + 1 :]
        for n, character in enumerate(text)
        if character != "."
    ]


def flipped(server: Server, status: int) -> str:
    shared = share()
    address, _pass, passed = file_of(server, shared).partition("&pass=")
    pages = [f"/press/{token}/" for token in flips(shared.token)]
    files = [f"{address}&pass={changed}" for changed in flips(passed)]
    if ask(server, shared.page)[0] != 200 or ask(server, f"{address}&pass={passed}")[0] != 200:
        return "what is right is refused"
    return wrong(server, pages + files, status)


def cut(server: Server, status: int) -> str:
    shared = share()
    file = file_of(server, shared)
    return wrong(server, [f"/press/{shared.token[:-1]}/", file[:-1]], status)


def empty(server: Server, status: int) -> str:
    file = file_of(server, share()).partition("&pass=")[0]
    return wrong(server, ["/press/", "/press//", file, f"{file}&pass=", f"{file}&pass=.."], status)


def expired(server: Server, status: int) -> str:
    shared = share()
    file = file_of(server, shared)
    shared.link.expires_at = timezone.now() - timedelta(seconds=1)
    shared.link.save()
    return wrong(server, [shared.page], status) or wrong(server, [file], 404)


def of_tomorrow(server: Server, status: int) -> str:
    shared = share()
    tomorrow = timezone.now() + timedelta(days=1)
    ShareLink.objects.filter(pk=shared.link.pk).update(created_at=tomorrow)
    return wrong(server, [shared.page], status)


def revoked(server: Server, status: int) -> str:
    shared = share()
    file = file_of(server, shared)
    revoke_link(shared.link)
    return wrong(server, [shared.page], status) or wrong(server, [file], 404)


def of_another_film(server: Server, status: int) -> str:
    mine, other = share(), share()
    passed = file_of(server, mine).rpartition("&pass=")[2]
    theirs = file_of(server, other).rpartition("&pass=")[0]
    page = ask(server, mine.page)[2]
    if other.film.record.key in page or theirs.partition("?")[0] in page:
        return "the page tells of the other film"
    return wrong(server, [f"{theirs}&pass={passed}", f"/preview/{mine.token}/"], status)


def of_another_feature(server: Server, status: int) -> str:
    shared, user = share(), get_user_model().objects.get(username=EDITOR)
    file = file_of(server, shared).rpartition("&pass=")[0]
    pk = shared.link.pk
    made = [
        default_token_generator.make_token(user),
        signing.dumps({"link": pk}),
        signing.Signer().sign(str(pk)),
        signing.TimestampSigner(salt="unsubscribe").sign(str(pk)),
        make_pass(shared.link, "page"),
    ]
    files = [f"{file}&pass={token.replace(':', '.')}" for token in made]
    return wrong(server, [f"/press/{token}/" for token in made] + files, status)


def opened_too_often(server: Server, status: int) -> str:
    shared = share(max_openings=VIEWS)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda _n: ask(server, shared.page)[0], range(AT_ONCE)))
    if Counter(answers) != Counter({200: VIEWS, status: AT_ONCE - VIEWS}):
        return f"answered {dict(Counter(answers))}"
    return wrong(server, [shared.page], status)


def told_to_the_log(_server: Server, status: int) -> str:
    shared = share()
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "log"
        server = Server("http", written, ACCESS_LOG="-", LOG_LEVEL="DEBUG")
        try:
            first = ask(server, shared.page)
            file = file_of(server, shared)
            ask(server, file)
            ask(server, shared.page[:-2] + "_/")
            revoke_link(shared.link)
            ask(server, shared.page)
        finally:
            server.stop()
        log = written.read_text(encoding="utf-8", errors="replace")
    if first[0] != status or first[1].get("referrer-policy") != "no-referrer":
        return f"answered {first[0]}, {first[1].get('referrer-policy')}"
    if "GET /press/*/ 200" not in log or "GET /press/*/ 410" not in log:
        return "the access log does not tell of the page"
    secret = [shared.token[:30], file.rpartition("&pass=")[2]]
    return "a log tells the link" if any(text in log for text in secret) else ""


def signed_with_an_old_key(server: Server, status: int) -> str:
    shared = share()
    file = file_of(server, shared).rpartition("&pass=")[0]
    old = secrets.token_urlsafe()
    with override_settings(SECRET_KEY=old):
        passed = f"{file}&pass={make_pass(shared.link, _content(file))}"
    during = Server("http", SECRET_KEY_FALLBACKS=old)
    try:
        if ask(during, passed)[0] != 200:
            return "refused although the old key is among the fallbacks"
    finally:
        during.stop()
    return wrong(server, [passed], status)


def _content(file: str) -> str:
    from assets.naming import content_of

    return content_of(file.partition("?")[0])


def lifted(server: Server, status: int) -> str:
    shared = share(access="press")
    found, headers, _body = ask(server, shared.page)
    leads = headers.get("location", "")
    if (found, leads) != (status, f"/en/{shared.film.slug_en}/press/"):
        return f"answered {found}, leads to {leads}"
    return "" if ask(server, leads)[0] == 200 else "the public page is not there"


ATTEMPTS: dict[str, Callable[[Server, int], str]] = {
    "signed-flip": flipped,
    "signed-trunc": cut,
    "signed-empty": empty,
    "signed-expired": expired,
    "signed-clock": of_tomorrow,
    "signed-revoked": revoked,
    "signed-other-object": of_another_film,
    "signed-other-salt": of_another_feature,
    "signed-maxviews": opened_too_often,
    "signed-log": told_to_the_log,
    "signed-key-rotate": signed_with_an_old_key,
    "signed-lifted": lifted,
}
