"""The session: a key of its own for each login, and an end."""

import time

from tests.bad_input.logins.somebody import is_in, log_in, make_account, server, visitor_at
from tests.bad_input.redirects import Visitor

SESSION = "__Host-lichtspiel"
LIMIT = 6  # seconds


def new_key() -> str:
    make_account("fixed")
    visitor = visitor_at("192.0.2.41")
    visitor.ask("/admin/login/passkey/", headers={"Accept": "application/json"})
    before = key_of(visitor)
    if not before:
        return "no session before the login: nothing to fix"
    log_in(visitor, "fixed")
    after = key_of(visitor)
    if not is_in(visitor) or after == before:
        return "the session has its key from before the login"
    thief = visitor_at("192.0.2.42")
    status = thief.ask("/admin/", headers={"Cookie": f"{SESSION}={before}"})[0]
    return "" if status == 302 else f"the key from before the login answers {status}"


def key_of(visitor: Visitor) -> str:
    return next((cookie.value or "" for cookie in visitor.cookies if cookie.name == SESSION), "")


def long_unused() -> str:
    make_account("gone")
    short = server(SESSION_IDLE_MINUTES=str(LIMIT / 60))
    visitor = visitor_at("192.0.2.43", short)
    log_in(visitor, "gone")
    if not is_in(visitor):
        return "not logged in"
    time.sleep(LIMIT + 1)
    status, headers, _body = visitor.ask("/admin/films/film/")
    if status != 302 or not headers["Location"].startswith("/admin/login/?next=/admin/films/film/"):
        return f"status {status} after the limit"
    return ""
