"""Two or two hundred at once, asked of a real server: nothing lost, nothing twice."""

from collections.abc import Callable

from tests.bad_input.manifest import Case
from tests.bad_input.races import backup, editing, stampede
from tests.bad_input.world import Server

CASES: dict[str, Callable[[Server], str]] = {
    "race-edit-delete": editing.keep_what_was_typed,
    "race-publish-now": editing.publish_once,
    "race-upload-same": editing.keep_both_files,
    "race-views": editing.count_exactly,
    "race-backup-write": backup.back_up_while_writing,
    "race-cache-stampede": stampede.render_once,
}


def try_race(case: Case, server: Server) -> str:
    """Try one case; return what went wrong, or ''."""
    known = CASES.get(case.id)
    return known(server) if known else "no such case is known here"
