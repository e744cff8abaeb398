"""Files that a key names: only real files inside the folder, and what is a pointer is said."""

import re
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext

_POINTER = b"version https://git-lfs"
_POINTER_SIZE = re.compile(rb"^size (\d+)$", re.MULTILINE)


def relative(path: Path, root: Path) -> str:
    """A path as reports print it: from the import root, with slashes."""
    return path.relative_to(root).as_posix()


def path_error(value: str) -> str:
    """Why a value is no path inside the folder, as a sentence for the editor; ''."""
    if "://" in value:
        return gettext("Expected the name of a file in this folder, found a web address.")
    parts = PurePosixPath(value).parts
    if "\\" in value or "\0" in value or re.match(r"[A-Za-z]:", value):
        return gettext("The path holds a sign that is not accepted. Write it with plain slashes.")
    if value.startswith(("/", "~")) or ".." in parts:
        return gettext("The path leads out of the folder. Name a file inside it.")
    if not parts:
        return gettext("Expected the name of a file in this folder, found nothing.")
    return ""


def file_error(folder: Path, value: str) -> str:
    """Why the file at a checked path cannot be taken, as a sentence for the editor; ''."""
    path = folder
    for part in PurePosixPath(value).parts:
        path = path / part
        if path.is_symlink():
            return gettext("This is a symbolic link. Links are not followed; put the file here.")
    try:
        return _content_error(path)
    except OSError as error:
        return gettext("The file cannot be read: %(reason)s.") % {"reason": error.strerror}


def _content_error(path: Path) -> str:
    if not path.is_file():
        return gettext("There is no such file in the folder. Add it or correct the name.")
    size = pointer_size(path)
    if size is not None:
        message = gettext(
            "This is a Git LFS pointer of %(length)s bytes, not the file itself "
            "(%(size)s bytes). Fetch the real file with “git lfs pull”."
        )
        return message % {"length": path.stat().st_size, "size": size}
    return "" if path.stat().st_size else gettext("The file is empty.")


def pointer_size(path: Path) -> int | None:
    """The size in bytes of the file that a Git LFS pointer stands for; None for other files."""
    with path.open("rb") as file:
        head = file.read(400)
    if not head.startswith(_POINTER):
        return None
    match = _POINTER_SIZE.search(head)
    return int(match[1]) if match else 0
