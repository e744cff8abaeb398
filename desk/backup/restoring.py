"""Restoring: everything is made and checked beside, then names change places."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from django.core.management import call_command
from django.db import Error as DatabaseError
from django.db import connections
from django.utils.translation import gettext as _

from desk.backup.comparing import compare, is_older, unfit
from desk.backup.failing import BackupError
from desk.backup.layout import DATABASES, MEDIA
from desk.backup.locking import locked, stopped
from desk.backup.maintenance import maintained
from desk.backup.manifest import Manifest
from desk.backup.pointing import pointing_at
from desk.backup.reading import read_archive
from desk.backup.site import Site
from desk.backup.space import check_space
from desk.backup.stages import MediaStage, media_stage_of
from desk.backup.swapping import swapped, undo_interrupted
from desk.backup.users import give_to_owner
from desk.backup.verifying import write_file
from desk.deriving import fill_derived
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import ContentVersion


@dataclass(frozen=True)
class Restored:
    """`way_back` are the commands that bring the former state back."""

    manifest: Manifest
    gaps: list[str]
    is_migrated: bool
    way_back: list[str]


def restore_backup(site: Site, path: Path, key: str = "") -> Restored:
    """Put the backup in the place of the present state, which stays beside.

    Raises `BackupError` and leaves all as it was if the backup or the site is not fit for it.
    """
    with locked(site), stopped(site):
        undo_interrupted(site.beside("swap"), site.database.is_exchanged)
        with _staged(site, path, key=key) as stage, maintained(site, "restore"):
            return _exchange(site, stage)


def put_back(site: Site, path: Path) -> Restored:
    """Do the same with a restore point inside an upgrade, without migrating it anew."""
    with _staged(site, path, is_migrating=False) as stage:
        return _exchange(site, stage)


@dataclass(frozen=True)
class _Stage:
    manifest: Manifest
    database: str
    media: MediaStage
    gaps: list[str]
    is_migrated: bool


@contextmanager
def _staged(site: Site, path: Path, is_migrating: bool = True, key: str = "") -> Iterator[_Stage]:
    """Make database and files beside; what is left of them at the end is deleted."""
    copy = site.beside("restoring")
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        size = path.stat().st_size
        check_space(copy.parent, size)
        media = media_stage_of(site.storage, size)
        _clean(site, copy, media)  # what a killed restore has left
        try:
            yield _make_stage(site, _unpack(path, copy, media, key), copy, media, is_migrating)
        finally:
            _clean(site, copy, media)
    except (OSError, DatabaseError) as error:
        raise BackupError(_("Nothing was restored: %(error)s") % {"error": error}) from error


def _make_stage(
    site: Site, manifest: Manifest, copy: Path, media: MediaStage, is_migrating: bool
) -> _Stage:
    _refuse(unfit(site, manifest))
    database, inspection = site.database.stage(copy)
    findings = compare(site, manifest, inspection)
    _refuse(findings.faults)
    is_migrated = is_migrating and is_older(manifest)
    _prepare(site, database, is_migrated, is_noted=is_migrating)
    return _Stage(manifest, database, media, findings.gaps, is_migrated)


def _refuse(faults: list[str]) -> None:
    if faults:
        raise BackupError("\n".join(faults))


def _unpack(path: Path, copy: Path, media: MediaStage, key: str) -> Manifest:
    def take(name: str, chunks: Iterator[bytes]) -> None:
        if name in DATABASES.values():
            write_file(copy, chunks)
        else:
            media.add(name.removeprefix(MEDIA), chunks)

    return read_archive(path, take, key)


def _prepare(site: Site, database: str, is_migrated: bool, is_noted: bool) -> None:
    """Migrate if need be, and step the content version: no process may take old for new."""
    now = _present_version(site)
    with pointing_at(database):
        if is_migrated:
            _migrate()
        number = max(now, ContentVersion.read()) + 1
        ContentVersion.objects.filter(pk=1).update(number=number)
        if is_noted:  # what an upgrade puts back may be older than the log
            note(Deed.RESTORED, kind="backup")
    site.database.settle(database)


def _migrate() -> None:
    try:
        call_command("migrate", interactive=False, verbosity=0)
        fill_derived()
    except Exception as error:  # a migration may raise anything
        raise BackupError(_("Nothing was restored: %(error)s") % {"error": error}) from error


def _present_version(site: Site) -> int:
    try:
        return ContentVersion.read() if site.database.exists() else 0
    except (BackupError, DatabaseError):
        return 0  # a damaged database is what a restore is for


def _exchange(site: Site, stage: _Stage) -> Restored:
    stamp = _free_stamp(site, stage.media)
    connections.close_all()
    is_whole = stage.manifest.is_whole
    with site.database.hold():
        if is_whole:
            stage.media.publish()
        renames = site.database.renames(stage.database, stamp)
        renames += stage.media.renames(stamp) if is_whole else []
        for source, target in renames:
            if source.name.endswith(".restoring"):
                give_to_owner(source, target)
        os.sync()
        with swapped(renames, site.beside("swap")):
            site.database.exchange(stage.database, stamp)
    way_back = site.database.way_back(stamp)
    way_back += stage.media.way_back(stamp) if is_whole else []
    return Restored(stage.manifest, stage.gaps, stage.is_migrated, way_back)


def _free_stamp(site: Site, media: MediaStage) -> str:
    """Return the time for the names of the former state, with a number where it is taken.

    Two restores may fall into one second, and an hour comes twice in autumn.
    """
    now = datetime.now().strftime("%Y%m%d-%H%M%S")
    stamps = chain([now], (f"{now}-{number}" for number in count(2)))
    return next(one for one in stamps if not (site.database.is_taken(one) or media.is_taken(one)))


def _clean(site: Site, copy: Path, media: MediaStage) -> None:
    copy.unlink(missing_ok=True)
    site.database.discard_stage()
    media.clean()
