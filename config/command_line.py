"""`manage.py`: what is wrong with disk or database is said in a sentence, not in forty lines."""

import sys

from django.apps import apps
from django.core.management import execute_from_command_line

from editorial.trouble import say_trouble, trouble_behind


def run(words: list[str]) -> None:
    """Run a command; exit code 1 with the reason. `--traceback` shows where, as ever."""
    try:
        execute_from_command_line(words)
    except Exception as error:
        reason = say(error)
        if not reason or "--traceback" in words:
            raise
        sys.stderr.write(f"{reason}\n")
        sys.exit(1)


def say(error: Exception) -> str:
    """Return what an operator can do something about; '' for a mistake of the program."""
    if trouble := trouble_behind(error):
        return f"{say_trouble(trouble)}\n{error}"
    if not apps.ready:
        return ""
    from desk.backup.failing import BackupError

    return str(error) if isinstance(error, BackupError) else ""
