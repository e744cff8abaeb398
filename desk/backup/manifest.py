"""The manifest: what a backup holds, written last and checked member by member."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from desk.backup.failing import BackupError

FORMAT = 1
# A manifest names every file of the site; this is far more than a million of them.
MAX_SIZE = 512 * 1024 * 1024


@dataclass(frozen=True)
class Member:
    """One file of the backup; `size` in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`is_whole` tells a backup from a restore point, which holds the database only.

    `created_at` is ISO 8601 in UTC; `rows` counts the rows of each table.
    """

    created_at: str
    version: str
    reason: str
    is_whole: bool
    vendor: str
    server: str
    rows: dict[str, int]
    migrations: list[tuple[str, str]]
    languages: list[str]
    members: list[Member] = field(default_factory=list)


def write_manifest(manifest: Manifest) -> bytes:
    data = {"format": FORMAT, "product": "Lichtspiel", **asdict(manifest)}
    return json.dumps(data, indent=1).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """Raises `BackupError` for anything that `write_manifest` does not write."""
    try:
        values = json.loads(data)
        if values["format"] != FORMAT:
            raise BackupError(
                _("The backup has format %(found)s; this version reads format %(known)s.")
                % {"found": values["format"], "known": FORMAT}
            )
        manifest = _from_values(values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BackupError(_("The manifest of the backup cannot be read.")) from error
    if write_manifest(manifest) != data:
        raise BackupError(_("The manifest of the backup cannot be read."))
    return manifest


def _from_values(values: dict[str, Any]) -> Manifest:
    plain = {name: value for name, value in values.items() if name not in ("format", "product")}
    members = [Member(**member) for member in plain.pop("members")]
    migrations = [(app, name) for app, name in plain.pop("migrations")]
    manifest = Manifest(**plain, migrations=migrations, members=members)
    texts = (manifest.created_at, manifest.version, manifest.reason, manifest.vendor)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    if not all(isinstance(count, int) for count in manifest.rows.values()):
        raise TypeError
    return manifest
