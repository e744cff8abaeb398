"""Writing the register, in the database and beside the backups, and asking it about a name."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.utils.crypto import pbkdf2
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from desk.erasing.backups import append_log, backup_root, read_log
from desk.erasing.register_model import Erasure
from desk.erasing.report import ErasureReport
from desk.erasing.spelling import words_of
from desk.erasing.subject import Subject

# Names can be guessed: each guess shall cost some milliseconds, an import of a thousand new
# names still only seconds.
ITERATIONS = 20_000


@lru_cache(maxsize=5000)
def hash_name(name: str, salt: str) -> str:
    """Return the salted hash of a name; spelling apart in case, accents and hyphens is equal."""
    return pbkdf2(" ".join(words_of(name)), salt, ITERATIONS).hex()


def enter(subject: Subject, report: ErasureReport) -> Erasure:
    """Enter an erasure, or note that one was repeated."""
    options = report.options
    known = Erasure.objects.filter(uuid=subject.uuid).first()
    salt = known.salt if known else _salt()
    hashes = {hash_name(name, salt) for name in subject.names if words_of(name)}
    entry = known or Erasure(uuid=subject.uuid, salt=salt, erased_at=report.erased_at)
    if known is not None:
        entry.repeated_at = report.erased_at
    entry.merged = sorted({*entry.merged, *subject.uuids} - {subject.uuid})
    entry.mode = Erasure.Mode.ANONYMISED if options.is_anonymous else Erasure.Mode.ERASED
    entry.is_redacted = entry.is_redacted or options.is_redacting
    entry.user = options.user if getattr(options.user, "pk", None) else entry.user
    entry.counts = report.counts()
    entry.names = sorted({*entry.names, *hashes})
    entry.save()
    return entry


def _salt() -> str:
    """Return the salt of the first erasure, so that a name is hashed once for all of them."""
    known: str | None = Erasure.objects.order_by("pk").values_list("salt", flat=True).first()
    return known or secrets.token_hex(32)


def log_entry(entry: Erasure) -> dict[str, Any]:
    """Return what is noted outside the database."""
    return {
        "uuid": str(entry.uuid),
        "merged": entry.merged,
        "mode": entry.mode,
        "is_redacted": entry.is_redacted,
        "erased_at": entry.erased_at.isoformat(),
        "salt": entry.salt,
        "names": entry.names,
    }


def note_outside(entry: Erasure) -> str:
    """Note an erasure beside the backups; return a warning if that failed, or ''."""
    try:
        append_log(log_entry(entry))
    except OSError as error:
        return _(
            "The erasure could not be noted in %(folder)s (%(reason)s). Without that line a "
            "restored backup brings the person back: make the folder writable and run "
            "“erase_person --again”."
        ) % {"folder": backup_root(), "reason": error.strerror or error}
    return ""


def renew_register() -> list[str]:
    """Bring register and log to the same state, after a restore; return warnings."""
    logged = {entry["uuid"]: entry for entry in read_log()}
    known = {str(entry.uuid): entry for entry in Erasure.objects.all()}
    for uuid in logged.keys() - known.keys():
        _enter_logged(logged[uuid])
    missing = [entry for uuid, entry in known.items() if uuid not in logged]
    return [warning for entry in missing if (warning := note_outside(entry))]


def _enter_logged(line: dict[str, Any]) -> None:
    at = parse_datetime(str(line.get("erased_at", "")))
    Erasure.objects.create(
        uuid=line["uuid"],
        merged=line.get("merged", []),
        mode=line.get("mode", Erasure.Mode.ERASED),
        is_redacted=bool(line.get("is_redacted")),
        erased_at=at or datetime.fromisoformat("1970-01-01T00:00:00+00:00"),
        salt=line.get("salt") or _salt(),
        names=line.get("names", []),
    )


class ErasedNames:
    """The names and identifiers that must not come back, for one import run."""

    def __init__(self) -> None:
        self.by_salt: dict[str, set[str]] = {}
        self.uuids: set[str] = set()
        for entry in Erasure.objects.all():
            self.by_salt.setdefault(entry.salt, set()).update(entry.names)
            self.uuids.update([str(entry.uuid), *entry.merged])

    def hold(self, names: Iterable[str]) -> bool:
        """Tell whether one of these names belongs to somebody who was erased."""
        return any(
            hash_name(name, salt) in hashes
            for name in names
            for salt, hashes in self.by_salt.items()
            if words_of(name)
        )
