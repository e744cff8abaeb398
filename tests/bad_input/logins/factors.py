"""The second step: nothing opens before it, and a code opens once."""

import time
from typing import Any

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from tests.bad_input.logins.somebody import is_in, log_in, make_account, visitor_at

FACTOR = "/admin/account/factor/"
# Pages on the way in, and those of who asks for a new password.
OPEN = (
    "/admin/login/",
    "/admin/logout/",
    "/admin/account/factor/",
    "/admin/account/inactive/",
    "/admin/account/reset/",
    "/admin/account/signup/",
)


def give_app(user: Any) -> str:
    """Set up an authenticator app; return its secret."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    code: str = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    return code


def same_code_twice() -> str:
    secret = give_app(make_account("replayed"))
    first, second = visitor_at("192.0.2.31"), visitor_at("192.0.2.32")
    for visitor in (first, second):
        log_in(visitor, "replayed")
    code = code_of(secret)
    if (status := first.send(FACTOR, {"code": code}, FACTOR)[0]) != 302 or not is_in(first):
        return f"the code answers {status} the first time"
    status, _headers, body = second.send(FACTOR, {"code": code}, FACTOR)
    if status != 200 or is_in(second):
        return f"the code answers {status} the second time"
    return "" if b"This code is not right" in body else "nothing says that it was wrong"


def without_code() -> str:
    give_app(make_account("halfway"))
    visitor = visitor_at("192.0.2.33")
    status, headers, _body = log_in(visitor, "halfway")
    if (status, headers["Location"]) != (302, FACTOR):
        return f"the password answers {status}"
    wrong = {path: visitor.ask(path)[0] for path in desk_paths()}
    wrong = {path: status for path, status in wrong.items() if status != 302}
    return f"open without a code: {wrong}" if wrong else ""


def desk_paths() -> list[str]:
    """Return all addresses of the desk that have no arguments, or one number."""
    found = set()
    for name in sorted(_names(get_resolver())):
        for arguments in ([], [1]):
            try:
                path = reverse(name, args=arguments)
            except NoReverseMatch:
                continue
            found.add(path)
    return sorted(path for path in found if path.startswith("/admin/") and not _is_open(path))


def _names(resolver: Any, space: str = "") -> set[str]:
    found = set()
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            found |= {space + pattern.name} if pattern.name else set()
        else:
            below = f"{pattern.namespace}:" if pattern.namespace else ""
            found |= _names(pattern, space + below)
    return found


def _is_open(path: str) -> bool:
    return path.startswith(OPEN) or path.startswith("/admin/invitation/")
