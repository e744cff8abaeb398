"""Files of an export onto the disk: only what differs is written, nothing is left half done."""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

BLOCK = 1 << 20
PART = ".part"
# Stands in the folder, locked, while it is written; left behind where a run was cut off.
UNFINISHED = ".lichtspiel-unfinished"


@dataclass(frozen=True)
class Stored:
    """A file of the media folder by its name there and its SHA-256."""

    name: str
    sha256: str


Content = bytes | Stored


class NotAnExport(Exception):
    """The folder holds something else, or is being written; nothing of it was touched."""


@dataclass
class Synced:
    """How many files were written, deleted, left alone; `damaged` media have another content."""

    written: int = 0
    deleted: int = 0
    unchanged: int = 0
    damaged: list[str] = field(default_factory=list)


def sync_folder(root: Path, files: Mapping[str, Content], marker: str) -> Synced:
    """Make the folder hold exactly `files`.

    Hidden entries (a `.git`) are passed over. While it is written, and after a run that was cut
    off, the folder holds `UNFINISHED`. Raises `NotAnExport` and `OSError`.
    """
    _refuse_foreign(root, marker)
    root.mkdir(parents=True, exist_ok=True)
    with _claimed(root):
        return _sync(root, files)


def _sync(root: Path, files: Mapping[str, Content]) -> Synced:
    # Links go first: nothing may be written through one that leads out of the folder.
    before = {path.relative_to(root).as_posix(): path for path in _visible_files(root)}
    stale = [name for name, path in before.items() if name not in files or path.is_symlink()]
    for name in stale:
        before.pop(name).unlink()
        _drop_empty(root, (root / name).parent)
    done = Synced(deleted=len(stale))
    for name in sorted(files):
        path = root / name
        if name in before and _is_equal(path, files[name]):
            done.unchanged += 1
            continue
        done.written += 1
        if not _write(path, files[name]):
            done.damaged.append(name)
    return done


@contextmanager
def _claimed(root: Path) -> Iterator[None]:
    """Keep other exports out; the file stays where this one does not come to its end."""
    path = root / UNFINISHED
    with path.open("a") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_mine = os.fstat(stream.fileno()).st_nlink == 1
        except BlockingIOError:
            is_mine = False
        if not is_mine:
            message = _("Another export is being written into %(path)s. Wait for its end.")
            raise NotAnExport(message % {"path": root})
        yield
        path.unlink()


def _refuse_foreign(root: Path, marker: str) -> None:
    if root.exists() and not root.is_dir():
        raise NotAnExport(_("%(path)s is a file. Name a folder.") % {"path": root})
    is_ours = (root / marker).is_file() or (root / UNFINISHED).is_file()
    if root.is_dir() and not is_ours and any(_visible_files(root)):
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


def _write(path: Path, content: Content) -> bool:
    """Write one file whole or not at all; False if a stored file is not what it should be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + PART)
    try:
        is_sound = True
        if isinstance(content, bytes):
            part.write_bytes(content)
        else:
            is_sound = _copy(content, part)
        part.replace(path)
        return is_sound
    finally:
        part.unlink(missing_ok=True)


def _copy(content: Stored, part: Path) -> bool:
    digest = hashlib.sha256()
    with default_storage.open(content.name, "rb") as source, part.open("wb") as target:
        while block := source.read(BLOCK):
            digest.update(block)
            target.write(block)
    return digest.hexdigest() == content.sha256


def _drop_empty(root: Path, folder: Path) -> None:
    while folder != root:
        with suppress(OSError):
            folder.rmdir()
        if folder.exists():
            return
        folder = folder.parent
