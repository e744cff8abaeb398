"""Files of an export onto the disk: only what differs is written, nothing is left half done."""

import hashlib
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

BLOCK = 1 << 20
PART = ".part"


@dataclass(frozen=True)
class Stored:
    """A file of the media folder by its name there and its SHA-256."""

    name: str
    sha256: str


Content = bytes | Stored


class NotAnExport(Exception):
    """The folder holds something else; nothing of it was touched."""


def sync_folder(root: Path, files: Mapping[str, Content], marker: str) -> tuple[int, int, int]:
    """Make the folder hold exactly `files`; return how many were written, deleted, left alone.

    Hidden entries (a `.git`) are passed over. The marker is written last, so that a folder
    without it is no whole export. Raises `NotAnExport` and `OSError`.
    """
    _refuse_foreign(root, marker)
    root.mkdir(parents=True, exist_ok=True)
    before = {path.relative_to(root).as_posix() for path in _visible_files(root)}
    written = 0
    for name in sorted(files, key=lambda name: (name == marker, name)):
        path = root / name
        if name in before and _is_equal(path, files[name]):
            continue
        _write(path, files[name])
        written += 1
    stale = before - set(files)
    for name in stale:
        (root / name).unlink()
        _drop_empty(root, (root / name).parent)
    return written, len(stale), len(files) - written


def _refuse_foreign(root: Path, marker: str) -> None:
    if root.exists() and not root.is_dir():
        raise NotAnExport(_("%(path)s is a file. Name a folder.") % {"path": root})
    if root.is_dir() and not (root / marker).is_file() and any(_visible_files(root)):
        message = _(
            "%(path)s holds other files and is no earlier export (%(marker)s is missing). "
            "Name an empty or a new folder."
        )
        raise NotAnExport(message % {"path": root, "marker": marker})


def _visible_files(root: Path) -> list[Path]:
    found = []
    for path in root.rglob("*"):
        hidden = any(step.startswith(".") for step in path.relative_to(root).parts)
        if not hidden and (path.is_file() or path.is_symlink()):
            found.append(path)
    return found


def _is_equal(path: Path, content: Content) -> bool:
    if path.is_symlink():
        return False
    if isinstance(content, bytes):
        return path.read_bytes() == content
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == content.sha256


def _write(path: Path, content: Content) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + PART)
    try:
        if isinstance(content, bytes):
            part.write_bytes(content)
        else:
            with default_storage.open(content.name, "rb") as source, part.open("wb") as target:
                shutil.copyfileobj(source, target, BLOCK)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _drop_empty(root: Path, folder: Path) -> None:
    while folder != root:
        with suppress(OSError):
            folder.rmdir()
        if folder.exists():
            return
        folder = folder.parent
