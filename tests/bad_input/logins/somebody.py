"""A server behind a proxy that has ended TLS, accounts, and browsers at addresses of their own."""

import atexit
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.bad_input.redirects import LOGIN, Answer, Visitor
from tests.bad_input.world import PASSWORD, Server

WRONG = "not-the-password-7"


@cache
def mails() -> Path:
    """The folder into which the site's mails are written."""
    folder = tempfile.TemporaryDirectory(prefix="lichtspiel-mails-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def environment() -> dict[str, str]:
    return {"TRUST_PROXY": "1", "EMAIL_URL": f"filemail:///{mails()}"}


@cache
def server(**more: str) -> Server:
    """The server of these cases: its throttles are no other case's."""
    started = Server("https", **environment(), **more)
    atexit.register(started.stop)
    return started


def make_account(name: str) -> Any:
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    return users.create_superuser(name, f"{name}@example.com", PASSWORD)


def visitor_at(address: str, of: Server | None = None, **headers: str) -> Visitor:
    """Return a browser; the proxy says at which address it is."""
    of = of or server()
    proxy = {"X-Forwarded-For": address, "X-Forwarded-Proto": "https"}
    return Visitor(of, proxy | {"Origin": f"https://{of.host}"} | headers)


def log_in(visitor: Visitor, name: str, password: str = PASSWORD) -> Answer:
    return visitor.send(LOGIN, {"username": name, "password": password}, LOGIN)


def send_without_form(visitor: Visitor, path: str, fields: dict[str, str]) -> Answer:
    return visitor.ask(path, urlencode(fields).encode())


def is_in(visitor: Visitor) -> bool:
    return visitor.ask("/admin/")[0] == 200
