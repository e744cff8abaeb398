"""What lies in a folder and is named by no key: reported, never taken in silently."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext, ngettext

from desk.importing.files import relative
from desk.importing.problems import Report

_UNSEEN = frozenset({"thumbs.db", "desktop.ini"})


def report_leftovers(folder: Path, root: Path, used: frozenset[Path], report: Report) -> None:
    """One line per file that was left aside, one line for a whole folder without a used file."""
    for path in sorted(folder.iterdir()):
        report_leftover(path, root, used, report)


def report_leftover(path: Path, root: Path, used: frozenset[Path], report: Report) -> None:
    if path in used or is_unseen(path):
        return
    if path.is_symlink():
        report_symlink(path, root, report)
    elif path.is_dir() and any(path in other.parents for other in used):
        report_leftovers(path, root, used, report)
    elif path.is_dir():
        _report_folder(path, root, report)
    else:
        message = gettext("No key names this file. It was left aside.")
        report.add(relative(path, root), message, value=path.name)


def is_unseen(path: Path) -> bool:
    """Files that systems leave behind and nobody means."""
    return path.name.startswith(".") or path.name.lower() in _UNSEEN


def report_symlink(path: Path, root: Path, report: Report, *, is_fatal: bool = False) -> None:
    message = gettext("This is a symbolic link. Links are not followed; put the file here.")
    report.add(relative(path, root), message, value=path.name, is_fatal=is_fatal)


def _report_folder(path: Path, root: Path, report: Report) -> None:
    count = sum(1 for _ in _files_below(path))
    if path.name == "site":
        message = ngettext(
            "This is a hand-made microsite (%(count)s file). It was left aside.",
            "This is a hand-made microsite (%(count)s files). It was left aside.",
            count,
        )
    else:
        message = ngettext(
            "No key names a file of this folder (%(count)s file). It was left aside.",
            "No key names a file of this folder (%(count)s files). It was left aside.",
            count,
        )
    file = relative(path, root) + "/"
    report.add(file, message % {"count": count}, value=path.name + "/")


def _files_below(path: Path) -> Iterator[str]:
    for _, _, names in os.walk(path, followlinks=False):
        yield from names
