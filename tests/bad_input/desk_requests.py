"""What a member of the desk may send, and what he or she may not."""

from collections.abc import Callable

from tests.bad_input.manifest import Case
from tests.bad_input.world import Server

CASES: dict[str, Callable[[Server], str]] = {}


def try_desk_request(case: Case, server: Server) -> str:
    """Try one case; return what went wrong, or ''."""
    known = CASES.get(case.id)
    return known(server) if known else "no such case is known here"
