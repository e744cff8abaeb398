"""Passwords tried one after the other."""

import time

from tests.bad_input.logins.factors import code_of, give_app
from tests.bad_input.logins.somebody import WRONG, is_in, log_in, make_account, visitor_at
from tests.bad_input.redirects import Answer, Visitor

# The wait is in whole seconds; a little more, as clocks are read in two places.
SPARE = 0.3


def one_name() -> str:
    make_account("guessed")
    visitor = visitor_at("192.0.2.1", **{"Accept-Language": "de"})
    answers = [log_in(visitor, "guessed", WRONG) for _try in range(6)]
    if problem := _look_at_waits(answers, free=3):
        return problem
    if "guessed" not in answers[-1][2].decode():
        return "the name typed was lost"
    return _log_in_patiently(visitor, "guessed")


def many_names() -> str:
    visitor = visitor_at("192.0.2.2", **{"Accept-Language": "de"})
    answers = [log_in(visitor, f"sprayed-{number}", WRONG) for number in range(50)]
    if problem := _look_at_waits(answers, free=12):
        return problem
    judged = sum(status == 200 for status, _headers, _body in answers)
    return "" if judged <= 20 else f"{judged} of 50 were judged"


def many_addresses() -> str:
    secret = give_app(make_account("besieged"))
    answers = [
        log_in(visitor_at(f"198.51.100.{number}", **{"Accept-Language": "de"}), "besieged", WRONG)
        for number in range(1, 51)
    ]
    if problem := _look_at_waits(answers, free=3):
        return problem
    owner = visitor_at("203.0.113.7")
    if problem := _log_in_patiently(owner, "besieged"):
        return problem
    owner.send("/admin/account/factor/", {"code": code_of(secret)}, "/admin/account/factor/")
    return "" if is_in(owner) else "the owner is locked out"


def _look_at_waits(answers: list[Answer], free: int) -> str:
    """The first tries are judged; then some must wait, and are told so in their language."""
    statuses = [status for status, _headers, _body in answers]
    if set(statuses[:free]) != {200} or 429 not in statuses[free:]:
        return f"answers {statuses}"
    if set(statuses) != {200, 429}:
        return f"answers {statuses}"
    waits = [answer for answer in answers if answer[0] == 429]
    for _status, headers, body in waits:
        if not 1 <= int(headers["Retry-After"]) <= 60:
            return f"Retry-After: {headers['Retry-After']}"
        page = body.decode()
        if "Zu viele" not in page or 'name="password"' not in page:
            return "no form, or no message in German"
    return ""


def _log_in_patiently(visitor: Visitor, name: str) -> str:
    """Log in with the right password, and do once as told if it is too early."""
    status, headers, _body = log_in(visitor, name)
    if status == 429:
        time.sleep(int(headers["Retry-After"]) + SPARE)
        status, headers, _body = log_in(visitor, name)
    return "" if status == 302 else f"the right password answers {status} after the wait"
