"""What a member of the desk may send, and what he or she may not, asked of a real server."""

from collections.abc import Callable

from tests.bad_input.desk_requests import (
    audit,
    bin,
    floods,
    links,
    nested,
    rights,
    side_views,
    stale,
)
from tests.bad_input.manifest import Case
from tests.bad_input.world import Server

CASES: dict[str, Callable[[Server], str]] = {
    "admin-foreign-draft": side_views.refuse_side_views,
    "admin-history-perm": side_views.refuse_histories,
    "admin-copy-perm": side_views.refuse_copies,
    "admin-autocomplete": side_views.refuse_names,
    "admin-action-forge": rights.refuse_forged_actions,
    "admin-self-promote": rights.refuse_promotion,
    "admin-publish-right": rights.refuse_publishing,
    "admin-url-field": links.refuse_addresses,
    "admin-json-depth": nested.refuse_depth,
    "admin-fields-5000": floods.refuse_floods,
    "admin-list-editable": stale.refuse_stale,
    "admin-undo": bin.bring_back,
    "admin-audit": audit.keep_account,
}


def try_desk_request(case: Case, server: Server) -> str:
    """Try one case; return what went wrong, or ''."""
    known = CASES.get(case.id)
    return known(server) if known else "no such case is known here"
