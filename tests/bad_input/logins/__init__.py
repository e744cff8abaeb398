"""How somebody gets in, and who does not."""

from collections.abc import Callable

from tests.bad_input.logins.apart import same_page, same_time
from tests.bad_input.logins.factors import same_code_twice, without_code
from tests.bad_input.logins.forged import forged_host, no_token
from tests.bad_input.logins.guessing import many_addresses, many_names, one_name
from tests.bad_input.logins.staying import long_unused, new_key
from tests.bad_input.manifest import Case
from tests.bad_input.world import Server

CASES: dict[str, Callable[[], str]] = {
    "login-throttle-user": one_name,
    "login-throttle-spray": many_names,
    "login-throttle-distributed": many_addresses,
    "login-enum-message": same_page,
    "login-enum-time": same_time,
    "login-reset-host": forged_host,
    "login-fixation": new_key,
    "login-idle": long_unused,
    "login-csrf-none": no_token,
    "login-mfa-skip": without_code,
    "login-mfa-replay": same_code_twice,
}


def try_login(case: Case, server: Server) -> str:
    """Try one case; return what went wrong, or ''."""
    known = CASES.get(case.id)
    return known() if known else "no such case is known here"
