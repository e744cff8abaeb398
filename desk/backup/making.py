"""Making a backup while the site runs: the database first, then the files that it names."""

import fcntl
import hashlib
import os
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from desk.backup.encrypting import encrypted
from desk.backup.facts import Facts
from desk.backup.failing import BackupError
from desk.backup.layout import DATABASES, MEDIA
from desk.backup.leavings import own_folder, sweep
from desk.backup.manifest import Manifest, write_manifest
from desk.backup.media import content_of, list_files
from desk.backup.site import Site
from desk.backup.space import check_space
from desk.backup.swapping import sync_folder
from desk.backup.writing import ArchiveWriter, FileShrank, chunks_of
from editorial.fields import languages


@dataclass(frozen=True)
class Made:
    """A finished backup; sizes in bytes. `gaps` is what the site itself lacks or has damaged."""

    path: Path
    size: int
    rows: int
    files: int
    seconds: float
    gaps: list[str]


def make_backup(
    site: Site,
    target: Path,
    is_whole: bool = True,
    reason: str = "",
    is_overwriting: bool = False,
    recipients: Sequence[str] = (),
) -> Made:
    """Write `target`, whole or not at all; `BackupError` if that is not possible.

    `is_whole=False` leaves the files of the storage out. With `recipients`, public keys, it is
    encrypted on the way, and the copy of the database never lies beside it in the clear.
    """
    began = time.monotonic()
    target = target.resolve()
    _check_target(site, target, is_overwriting)
    sweep(target.parent)
    with (
        _part_of(target, is_overwriting) as part,
        encrypted(part, recipients) as sink,
        own_folder(_place_of_copy(site, target, bool(recipients))) as folder,
    ):
        # Once as a file, once in the archive.
        check_space(target.parent, 2 * site.database.size())
        copy = folder / DATABASES[site.database.vendor]
        facts = site.database.copy(copy)
        writer = ArchiveWriter(sink)
        with copy.open("rb") as file:
            writer.add(copy.name, copy.stat().st_size, chunks_of(file))
        copy.unlink()
        gaps = _add_files(site, writer, facts, target.parent) if is_whole else []
        files = len(writer.members) - 1
        writer.finish(write_manifest(_manifest(site, facts, writer, is_whole, reason)))
    size = target.stat().st_size
    rows = sum(facts.rows.values())
    return Made(target, size, rows, files, time.monotonic() - began, gaps)


def _place_of_copy(site: Site, target: Path, is_encrypted: bool) -> Path:
    """Return where the database is copied to: beside the backup, or where only we may look."""
    if not is_encrypted:
        return target.parent
    site.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
    check_space(site.backups, site.database.size())
    return site.backups


def _check_target(site: Site, target: Path, is_overwriting: bool) -> None:
    if not site.database.exists():
        raise BackupError(_("There is no database yet: nothing to back up."))
    if target.is_dir():
        raise BackupError(_("%(file)s is a folder; name a file.") % {"file": target})
    if target.exists() and not is_overwriting:
        raise BackupError(
            _("%(file)s exists. Choose another name, or --overwrite it.") % {"file": target}
        )
    if not target.parent.is_dir():
        raise BackupError(_("The folder %(folder)s does not exist.") % {"folder": target.parent})
    media = site.media_folder
    if media is not None and target.is_relative_to(media):
        raise BackupError(
            _("%(file)s lies in the folder of media, which it is to hold. Choose another place.")
            % {"file": target}
        )


@contextmanager
def _part_of(target: Path, is_overwriting: bool) -> Iterator[BinaryIO]:
    """Open FILE.part for its owner only; it becomes FILE when the body ends well."""
    part = target.with_name(f"{target.name}.part")
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise BackupError(
            _("%(file)s cannot be written: %(error)s") % {"file": part, "error": error.strerror}
        ) from error
    with os.fdopen(handle, "r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BackupError(_("%(file)s is being written already.") % {"file": part}) from error
        try:
            os.fchmod(handle, 0o600)
            file.truncate(0)
            yield file
            file.flush()
            os.fsync(handle)
            if target.exists() and not is_overwriting:
                raise BackupError(_("%(file)s has appeared meanwhile.") % {"file": target})
            part.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise BackupError(
                _("%(file)s cannot be written: %(error)s") % {"file": target, "error": error}
            ) from error
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _add_files(site: Site, writer: ArchiveWriter, facts: Facts, folder: Path) -> list[str]:
    """Add the files of the storage; return what the database names and the storage lacks."""
    files = list(list_files(site.storage))
    check_space(folder, sum(size for _name, size in files))
    gaps = []
    for name, size in files:
        try:
            if _is_unfinished(site, name, facts):
                continue
            with site.storage.open(name) as file:
                member = writer.add(f"{MEDIA}{name}", size, file.chunks())
        except (FileNotFoundError, FileShrank):
            continue  # is named below, if the database wants it
        if content_of(name) not in ("", member.sha256):
            gaps.append(damaged(name))
    stored = {member.name.removeprefix(MEDIA) for member in writer.members[1:]}
    return gaps + [missing(name) for name in sorted(facts.files - stored)]


def _is_unfinished(site: Site, name: str, facts: Facts) -> bool:
    """Tell whether a file that no row names is not yet what its name says: an upload on its way."""
    if name in facts.files or not content_of(name):
        return False
    digest = hashlib.sha256()
    with site.storage.open(name) as file:
        for chunk in file.chunks():
            digest.update(chunk)
    return digest.hexdigest() != content_of(name)


def missing(name: str) -> str:
    return _("%(file)s: the database names it, the storage lacks it.") % {"file": name}


def damaged(name: str) -> str:
    return _("%(file)s: its content is not the one that its name says.") % {"file": name}


def _manifest(
    site: Site, facts: Facts, writer: ArchiveWriter, is_whole: bool, reason: str
) -> Manifest:
    return Manifest(
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        version=product_version(),
        reason=reason,
        is_whole=is_whole,
        vendor=site.database.vendor,
        server=site.database.server(),
        rows=facts.rows,
        migrations=facts.migrations,
        languages=list(languages()),
        members=list(writer.members),
    )


def product_version() -> str:
    path = Path(settings.BASE_DIR) / "pyproject.toml"
    if not path.exists():
        return ""
    return str(tomllib.loads(path.read_text("utf-8"))["project"]["version"])
