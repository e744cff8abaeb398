"""Reading a backup to its last byte without changing anything."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desk.backup.comparing import Findings, compare, differences_now
from desk.backup.databases import Inspection
from desk.backup.layout import DATABASES
from desk.backup.manifest import Manifest
from desk.backup.reading import read_archive
from desk.backup.site import Site


@dataclass(frozen=True)
class Verified:
    """What a backup holds, what was found, and in what the present site differs from it."""

    manifest: Manifest
    findings: Findings
    now: list[str]


def verify_backup(site: Site, path: Path, key: str = "") -> Verified:
    """Check seal, members, sums and the copy of the database; `BackupError` for a damaged file.

    The copy of the database is unpacked into the folder for temporary files (TMPDIR).
    `key` is the file with the secret key of an encrypted backup.
    """
    with tempfile.TemporaryDirectory(prefix="lichtspiel-verify-") as folder:
        copy = Path(folder) / "database"

        def take(name: str, chunks: Iterator[bytes]) -> None:
            if name in DATABASES.values():
                write_file(copy, chunks)

        manifest = read_archive(path, take, key)
        if manifest.vendor == site.database.vendor:
            inspection = site.database.inspect(copy)
        else:
            inspection = Inspection(None)
        findings = compare(site, manifest, inspection)
    return Verified(manifest, findings, differences_now(site, manifest))


def write_file(path: Path, chunks: Iterator[bytes], mode: int = 0o600) -> None:
    """Write a new file; one that exists is an error."""
    with path.open("xb") as file:
        path.chmod(mode)
        file.writelines(chunks)
