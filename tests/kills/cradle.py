"""Commands of a site as children of a process that has loaded the program.

Each line it reads is a wish; the child that is made of it is hit while it works, not while it loads
the program. It prints the number of the child, and how it ended.
"""

import json
import os
import signal
import sys
import tempfile
import traceback
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import django

# https://docs.python.org/3/library/audit_events.html; `unlink` is told as a removal.
NAMING = ("os.rename", "os.remove")


def main() -> None:
    django.setup()
    for line in sys.stdin:
        wish = json.loads(line)
        child = os.fork()
        if not child:
            _be_child(wish)
        print(child, flush=True)
        _pid, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _be_child(wish: dict[str, Any]) -> None:
    code = 1
    try:
        os.setsid()
        with Path(wish["out"]).open("w") as out, Path(wish["log"]).open("a") as log:
            os.dup2(log.fileno(), sys.stderr.fileno())
            with redirect_stdout(out):
                code = _run(wish)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _run(wish: dict[str, Any]) -> int:
    from django.core.management import call_command

    from tests.kills.inside import COMMANDS

    _move_in(wish)
    seen = _count_names(wish["dies_at"])
    command, *words = wish["words"]
    try:
        if command in COMMANDS:
            COMMANDS[command]()
        else:
            call_command(command, *words)
    except SystemExit as error:
        return int(error.code or 0)
    if wish["dies_at"] == 0:
        print(f"\n{seen[0]}")
    return 0


def _move_in(wish: dict[str, Any]) -> None:
    """Make the site of the wish that of this process."""
    from django.db import connections
    from django.test.utils import override_settings

    folder = Path(wish["folder"])
    connections["default"].settings_dict["NAME"] = wish["database"]
    connections.settings["default"]["NAME"] = wish["database"]
    tempfile.tempdir = str(folder / "tmp")
    override_settings(
        MEDIA_ROOT=str(folder / "media"), BACKUP_ROOT=str(folder / "backups"), FFMPEG="off"
    ).enable()


def _count_names(dies_at: int) -> list[int]:
    """Count how often a file is renamed or deleted; die before the one of this number."""
    seen = [0]

    def watch(event: str, _arguments: tuple[Any, ...]) -> None:
        if event in NAMING:
            seen[0] += 1
            if seen[0] == dies_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    return seen


if __name__ == "__main__":
    main()
