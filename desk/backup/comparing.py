"""Does a backup hold what it says, and what the site needs?"""

from dataclasses import dataclass, field

from django.db import DatabaseError
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from desk.backup.databases import Inspection
from desk.backup.failing import BackupError
from desk.backup.layout import MEDIA
from desk.backup.making import damaged, missing
from desk.backup.manifest import Manifest
from desk.backup.media import content_of
from desk.backup.site import Site
from editorial.fields import languages

Migration = tuple[str, str]


@dataclass(frozen=True)
class Findings:
    """`faults`: must not be restored. `gaps`: the site lacked it already. `notes`: good to know."""

    faults: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def compare(site: Site, manifest: Manifest, inspection: Inspection) -> Findings:
    faults = [*inspection.faults, *unfit(site, manifest)]
    gaps = list(inspection.gaps)
    facts = inspection.facts
    if facts is not None:
        faults += different_rows(manifest.rows, facts.rows)
        if facts.migrations != manifest.migrations:
            faults.append(_("The migrations of the database are not those of the manifest."))
        gaps += _missing(site, manifest, facts.files)
    for member in manifest.members:
        name = member.name.removeprefix(MEDIA)
        if content_of(name) not in ("", member.sha256):
            gaps.append(damaged(name))
    return Findings(faults, gaps, [*inspection.notes, *_other_languages(manifest)])


def unfit(site: Site, manifest: Manifest) -> list[str]:
    """Return why this site, with this code, cannot take the backup."""
    return [*_wrong_database(site, manifest), *_newer(manifest)]


def different_rows(expected: dict[str, int], found: dict[str, int]) -> list[str]:
    """Return a line for each table whose number of rows is another one."""
    return [
        _("%(table)s: %(expected)d rows expected, %(found)d found.")
        % {"table": table, "expected": expected.get(table, 0), "found": found.get(table, 0)}
        for table in sorted({*expected, *found})
        if expected.get(table, 0) != found.get(table, 0)
    ]


def differences_now(site: Site, manifest: Manifest) -> list[str]:
    """Return in which tables the present site has more or fewer rows than the backup."""
    try:
        now = site.database.facts().rows if site.database.exists() else {}
    except (BackupError, DatabaseError) as error:  # what is damaged says nothing of the backup
        return [str(error).strip()]
    return [
        _("%(table)s: %(now)d rows now, %(then)d in the backup.")
        % {"table": table, "now": now.get(table, 0), "then": manifest.rows.get(table, 0)}
        for table in sorted({*now, *manifest.rows})
        if now.get(table, 0) != manifest.rows.get(table, 0)
    ]


def is_older(manifest: Manifest) -> bool:
    """Tell whether the code has migrations that the backup does not have."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    replaced = {old for new in loader.replacements.values() for old in new.replaces}
    return bool(set(loader.disk_migrations) - replaced - set(manifest.migrations))


def _newer(manifest: Manifest) -> list[str]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = set(loader.disk_migrations)
    known |= {old for migration in loader.disk_migrations.values() for old in migration.replaces}
    unknown = [f"{app}.{name}" for app, name in manifest.migrations if (app, name) not in known]
    if not unknown:
        return []
    text = _(
        "The backup was made by another, newer version (%(version)s): unknown migrations "
        "%(migrations)s. Restore it with that version."
    )
    return [text % {"version": manifest.version or "?", "migrations": ", ".join(unknown[:5])}]


def _wrong_database(site: Site, manifest: Manifest) -> list[str]:
    if manifest.vendor == site.database.vendor:
        return []
    text = _("The backup holds a database of %(backup)s; this site uses %(site)s.")
    return [text % {"backup": manifest.vendor, "site": site.database.vendor}]


def _missing(site: Site, manifest: Manifest, files: set[str]) -> list[str]:
    if not manifest.is_whole:
        return [missing(name) for name in sorted(files) if not site.storage.exists(name)]
    stored = {member.name.removeprefix(MEDIA) for member in manifest.members}
    return [missing(name) for name in sorted(files - stored)]


def _other_languages(manifest: Manifest) -> list[str]:
    if manifest.languages == list(languages()):
        return []
    text = _("The languages of the backup are %(backup)s, those of the site %(site)s.")
    names = {"backup": ", ".join(manifest.languages), "site": ", ".join(languages())}
    return [text % names]
