"""What is known of backups beside them: the last one made, and which were proven, when and where.

A hidden file in BACKUP_ROOT, not a row: a restore would set a row back, and a proof made for an
empty site would have none. Whoever may not write it makes and restores backups all the same.
"""

import fcntl
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from desk.backup.site import Site

NAME = ".backups.json"
KEPT = 50


@dataclass(frozen=True)
class Noted:
    """A backup as it was made or proven at `at` (UTC) by `machine`; `size` in bytes.

    `created_at` is the moment that the backup shows; for one that was made it is `at`.
    """

    file: str
    size: int
    at: datetime
    created_at: datetime
    machine: str

    def is_of(self, path: Path) -> bool:
        """Tell whether this is said of the file as it lies there now."""
        try:
            return self.file == str(path.resolve()) and self.size == path.stat().st_size
        except OSError:
            return False


@dataclass(frozen=True)
class Known:
    """The last backup made, and the proofs, oldest first."""

    made: Noted | None
    proofs: tuple[Noted, ...]

    @property
    def proven(self) -> Noted | None:
        return self.proofs[-1] if self.proofs else None


def read_known(backups: Path) -> Known:
    """Return what is noted in the folder; a file that cannot be read says nothing."""
    try:
        values = json.loads((backups / NAME).read_text("utf-8"))
        made = _noted(values["made"]) if values["made"] else None
        return Known(made, tuple(_noted(proof) for proof in values["proofs"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Known(None, ())


def note_made(site: Site, path: Path) -> bool:
    """Note a backup that was made just now; tell whether that could be written down."""
    now = datetime.now(UTC)
    return _note(site.backups, made=_note_of(path, now, now))


def note_proof(site: Site, path: Path, created_at: str) -> bool:
    """Note that a backup was read to its last byte and is whole; `created_at` in ISO 8601."""
    proof = _note_of(path, datetime.now(UTC), datetime.fromisoformat(created_at))
    return _note(site.backups, proof=proof)


def _note_of(path: Path, at: datetime, created_at: datetime) -> Noted:
    path = path.resolve()
    return Noted(str(path), path.stat().st_size, at, created_at, platform.node())


def _note(backups: Path, made: Noted | None = None, proof: Noted | None = None) -> bool:
    try:
        backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(backups):
            known = read_known(backups)
            proofs = [*known.proofs, proof] if proof else [*known.proofs]
            _write(backups / NAME, Known(made or known.made, tuple(proofs[-KEPT:])))
    except OSError:
        return False
    return True


def _write(path: Path, known: Known) -> None:
    text = json.dumps(asdict(known), indent=1, default=datetime.isoformat)
    part = path.with_name(f"{path.name}.part")
    part.touch(mode=0o600)
    part.write_text(text, encoding="utf-8")
    part.replace(path)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _noted(values: dict[str, str]) -> Noted:
    at, created_at = (datetime.fromisoformat(values[key]) for key in ("at", "created_at"))
    return Noted(values["file"], int(values["size"]), at, created_at, values["machine"])
