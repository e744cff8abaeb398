"""Who has a file open (Linux), and whose a new file shall be."""

import os
import shutil
from pathlib import Path


def processes_using(path: Path) -> list[str]:
    """Return "number (command)" of every other process that has `path` open and may be seen."""
    others = [p for p in Path("/proc").glob("[0-9]*") if int(p.name) != os.getpid()]
    return [f"{p.name} ({_command(p)})" for p in others if _has_open(p, path)]


def _has_open(process: Path, path: Path) -> bool:
    try:
        return any(handle.readlink() == path for handle in (process / "fd").iterdir())
    except OSError:
        return False  # it has ended, or belongs to somebody else


def _command(process: Path) -> str:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return "?"
    return b" ".join(words).decode(errors="replace").strip()[:80]


def give_to_owner(new: Path, former: Path) -> None:
    """Give `new` the rights of `former`, and its owner, too, where root restores."""
    if former.exists():
        shutil.copymode(former, new)
    if os.geteuid() == 0:
        owner = (former if former.exists() else new.parent).stat()
        for path in (new, *(new.rglob("*") if new.is_dir() else ())):
            os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
